package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// A matcher is the state of one case. What patterns capture stays in registers until all
// of the case's pattern has matched.
type matcher struct {
	*gen
	fail     label // where it goes on when something doesn't match
	captures []capture
	names    map[string]bool // of captures
	last     ast.Pattern     // the one that was compiled last
}

type capture struct {
	name string
	reg  int32
}

func (g *gen) match(s *ast.Match) (ends bool) {
	subject := g.push(s.Subject)
	end := g.label()
	trail := g.mark()
	ends = true
	for i, c := range s.Cases {
		next := g.label()
		last := i == len(s.Cases)-1
		if !last && c.Guard == nil {
			g.checkRefutable(c.Pattern)
		}
		mark := g.temps
		m := &matcher{gen: g, fail: next, names: map[string]bool{}}
		m.pattern(c.Pattern, subject)
		g.at(m.last)
		for _, b := range m.captures {
			g.storeName(b.name, register(b.reg))
		}
		if c.Guard != nil {
			g.cond(c.Guard, next, false)
		}
		g.temps = mark
		caseEnds := g.stmts(c.Body)
		if !caseEnds && !last {
			g.jump(code.Jump, 0, 0, end)
		}
		ends = ends && caseEnds
		if last && (c.Guard != nil || !irrefutable(c.Pattern)) {
			ends = false
		}
		g.forget(trail)
		g.here(next)
	}
	g.here(end)
	return ends
}

// irrefutable is whether a pattern matches anything.
func irrefutable(p ast.Pattern) bool {
	switch p := p.(type) {
	case *ast.MatchAs:
		return p.Pattern == nil || irrefutable(p.Pattern)
	case *ast.MatchOr:
		return irrefutable(p.Patterns[len(p.Patterns)-1])
	}
	return false
}

// checkRefutable refuses a pattern that leaves nothing to those after it.
func (g *gen) checkRefutable(p ast.Pattern) {
	if or, ok := p.(*ast.MatchOr); ok {
		g.checkRefutable(or.Patterns[len(or.Patterns)-1])
		return
	}
	as, ok := p.(*ast.MatchAs)
	switch {
	case !ok:
	case as.Pattern != nil:
		g.checkRefutable(as.Pattern)
	case as.Name != "":
		g.fail(as, "name capture '%s' makes remaining patterns unreachable", as.Name)
	default:
		g.fail(as, "wildcard makes remaining patterns unreachable")
	}
}

func wildcard(p ast.Pattern) bool {
	as, ok := p.(*ast.MatchAs)
	return ok && as.Name == "" && as.Pattern == nil
}

// pattern goes to m.fail unless what is in a register matches. Registers that it takes
// are freed after the case.
func (m *matcher) pattern(p ast.Pattern, subject int32) {
	m.at(p)
	m.last = p
	switch p := p.(type) {
	case *ast.MatchValue:
		m.value(p, subject)
	case *ast.MatchSingleton:
		m.jump(code.IfNotIs, subject, m.rk(constant(constOf(p.Value))), m.fail)
	case *ast.MatchSequence:
		m.sequence(p, subject)
	case *ast.MatchMapping:
		m.mapping(p, subject)
	case *ast.MatchClass:
		m.class(p, subject)
	case *ast.MatchStar:
		m.capture(p, p.Name, subject)
	case *ast.MatchAs:
		if p.Pattern != nil {
			m.pattern(p.Pattern, subject)
		}
		m.capture(p, p.Name, subject)
	case *ast.MatchOr:
		m.or(p, subject)
	}
}

func (m *matcher) capture(p ast.Pattern, name string, reg int32) {
	if name == "" {
		return
	}
	if m.names[name] {
		m.gen.fail(p, "multiple assignments to name '%s' in pattern", name)
	}
	m.names[name] = true
	m.captures = append(m.captures, capture{name, reg})
}

func (m *matcher) value(p *ast.MatchValue, subject int32) {
	mark := m.temps
	o := m.operand(p.Value)
	_, dotted := p.Value.(*ast.Attribute)
	if _, formatted := p.Value.(*ast.JoinedStr); formatted || !dotted && !o.isCon {
		m.gen.fail(p, "patterns may only match literals and attribute lookups")
	}
	m.at(p)
	m.jump(code.IfNotEq, subject, m.rk(o), m.fail)
	m.temps = mark
}

// test fails the case unless an instruction on the subject is true.
func (m *matcher) test(op code.Op, subject int32) {
	r := m.temp()
	m.emit(op, r, subject, 0)
	m.jump(code.IfFalse, 0, r, m.fail)
	m.temps = r
}

// length fails the case unless the subject's length compares with n, and leaves it in a
// new register.
func (m *matcher) length(subject int32, failure code.Op, n int) int32 {
	r := m.temp()
	m.emit(code.Length, r, subject, 0)
	m.jump(failure, r, m.rk(constant(int64(n))), m.fail)
	return r
}

func (m *matcher) sequence(p *ast.MatchSequence, subject int32) {
	n, star := len(p.Patterns), -1
	wild := true
	for i, sub := range p.Patterns {
		s, ok := sub.(*ast.MatchStar)
		if ok && star >= 0 {
			m.gen.fail(p, "multiple starred names in sequence pattern")
		}
		if ok {
			star = i
			wild = wild && s.Name == ""
		} else {
			wild = wild && wildcard(sub)
		}
	}
	m.test(code.MatchSequence, subject)
	size := int32(-1)
	switch {
	case star < 0:
		size = m.length(subject, code.IfNotEq, n)
	case n > 1:
		size = m.length(subject, code.IfNotGtE, n-1)
	}
	switch {
	case wild:
	case star >= 0 && p.Patterns[star].(*ast.MatchStar).Name == "":
		m.items(p, subject, star, size)
	default:
		base := m.temps
		m.take(n)
		m.emitUnpack(p, base, subject, n, star)
		for i, sub := range p.Patterns {
			m.sub(sub, base+int32(i))
		}
	}
}

// sub is pattern, for what may be a wildcard that nothing is to be done for.
func (m *matcher) sub(p ast.Pattern, subject int32) {
	m.last = p
	if !wildcard(p) {
		m.pattern(p, subject)
	}
}

// items matches the elements of a sequence around *_, which aren't unpacked.
func (m *matcher) items(p *ast.MatchSequence, subject int32, star int, size int32) {
	n := len(p.Patterns)
	for i, sub := range p.Patterns {
		if i == star || wildcard(sub) {
			continue
		}
		m.at(p)
		r := m.temp()
		index := m.rk(constant(int64(i)))
		if i > star {
			m.emit(code.Sub, r, size, m.rk(constant(int64(n-i))))
			index = r
		}
		m.emit(code.GetItem, r, subject, index)
		m.pattern(sub, r)
	}
}

func (m *matcher) class(p *ast.MatchClass, subject int32) {
	seen := map[string]bool{}
	for i, name := range p.KwAttrs {
		if seen[name] {
			m.gen.fail(p.KwPatterns[i], "attribute name repeated in class pattern: %s", name)
		}
		seen[name] = true
	}
	if len(p.Patterns) > 255 {
		m.gen.fail(p, "too many sub-patterns in class pattern %s", Unparse(p.Class))
	}
	class := m.push(p.Class)
	names := make(code.Tuple, len(p.KwAttrs))
	for i, name := range p.KwAttrs {
		names[i] = name
	}
	m.at(p)
	m.pushConst(names)
	attrs := m.temp()
	m.emitN(code.MatchClass, len(p.Patterns), attrs, subject, class)
	m.jump(code.IfIs, attrs, m.rk(constant(nil)), m.fail)
	subs := append(p.Patterns[:len(p.Patterns):len(p.Patterns)], p.KwPatterns...)
	base := m.unpackTuple(attrs, len(subs))
	for i, sub := range subs {
		m.sub(sub, base+int32(i))
	}
}

// or tries patterns, each of which captures the same names. These are moved to the same
// registers.
func (m *matcher) or(p *ast.MatchOr, subject int32) {
	matched, fail := m.label(), m.fail
	outer := m.captures
	var fixed []capture
	var mark int32
	for i, alt := range p.Patterns {
		last := i == len(p.Patterns)-1
		if !last {
			m.checkRefutable(alt)
		}
		m.captures = outer[:len(outer):len(outer)]
		m.fail = fail
		if !last {
			m.fail = m.label()
		}
		m.pattern(alt, subject)
		mine := m.captures[len(outer):]
		for _, c := range mine {
			delete(m.names, c.name)
		}
		if i == 0 {
			for _, c := range mine {
				r := m.temp()
				m.move(r, register(c.reg))
				fixed = append(fixed, capture{c.name, r})
			}
			mark = m.temps
		} else {
			m.moveCaptures(mine, fixed)
			m.temps = mark
		}
		if !last {
			m.jump(code.Jump, 0, 0, matched)
			m.here(m.fail)
		}
	}
	m.fail = fail
	m.here(matched)
	m.captures = append(outer[:len(outer):len(outer)], fixed...)
	for _, c := range fixed {
		m.names[c.name] = true
	}
}

func (m *matcher) moveCaptures(mine, fixed []capture) {
	if len(mine) != len(fixed) {
		m.gen.fail(m.last, "alternative patterns bind different names")
		return
	}
	regs := make(map[string]int32, len(fixed))
	for _, c := range fixed {
		regs[c.name] = c.reg
	}
	for _, c := range mine {
		r, ok := regs[c.name]
		if !ok {
			m.gen.fail(m.last, "alternative patterns bind different names")
			return
		}
		m.move(r, register(c.reg))
	}
}
