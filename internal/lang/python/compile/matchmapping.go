package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

func (m *matcher) mapping(p *ast.MatchMapping, subject int32) {
	n := len(p.Keys)
	m.test(code.MatchMapping, subject)
	if n == 0 && p.Rest == "" {
		return
	}
	if n > 0 {
		m.temps = m.length(subject, code.IfNotGtE, n)
	}
	keys := m.temp()
	m.move(keys, m.keys(p, keys))
	m.temps = keys + 1
	m.at(p)
	values := m.temp()
	m.emit(code.MatchKeys, values, subject, keys)
	m.jump(code.IfIs, values, m.rk(constant(nil)), m.fail)
	base := m.unpackTuple(values, n)
	for i, sub := range p.Patterns {
		m.sub(sub, base+int32(i))
	}
	if p.Rest != "" {
		m.at(p)
		r := m.temp()
		m.emit(code.MatchRest, r, subject, keys)
		m.capture(m.last, p.Rest, r)
	}
}

// unpackTuple takes n registers for what is in a tuple.
func (m *matcher) unpackTuple(tuple int32, n int) int32 {
	if n == 0 {
		return tuple
	}
	base := m.temps
	m.take(n)
	m.emit(code.Unpack, base, tuple, int32(n))
	return base
}

// keys is the tuple of a mapping pattern's keys.
func (m *matcher) keys(p *ast.MatchMapping, d int32) operand {
	seen := map[any]bool{}
	for _, key := range p.Keys {
		c, ok := m.literalKey(key)
		if !ok {
			if _, dotted := key.(*ast.Attribute); !dotted {
				m.gen.fail(p, "mapping pattern keys may only match literals and attribute lookups")
			}
			continue
		}
		k := equalKey(c)
		if seen[k] {
			m.gen.fail(p, "mapping pattern checks duplicate key (%s)", constText(c))
		}
		seen[k] = true
	}
	return m.tuple(p, p.Keys, d)
}

// literalKey is the constant that a key is, which makes no instructions.
func (m *matcher) literalKey(key ast.Expr) (code.Const, bool) {
	switch key.(type) {
	case *ast.Constant, *ast.UnaryOp, *ast.BinOp:
	default:
		return nil, false
	}
	o := m.operand(key)
	return o.con, o.isCon
}

// equalKey is the same for constants that are equal.
func equalKey(c code.Const) any {
	switch v := c.(type) {
	case bool:
		return equalKey(normal(integer(v)))
	case int64:
		if f := float64(v); int64(f) == v {
			return complex(f, 0)
		}
	case float64:
		return complex(v, 0)
	}
	if c, ok := c.(complex128); ok {
		return c
	}
	return constKey(c)
}
