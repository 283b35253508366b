package parse

import "github.com/elide-dev/elided/internal/lang/python/ast"

// A memoKey is a rule and where it was tried.
type memoKey struct {
	rule  rule
	apart bool
	pos   int
}

// A memoValue is what came of it; no node is a mismatch.
type memoValue struct {
	node ast.Expr
	end  int
}

// A rule is one whose results are kept in the second pass, without which it might try
// the same things exponentially often.
type rule uint8

const (
	ruleExpression rule = iota
	ruleDisjunction
	ruleNamed
	ruleBitwise
	ruleStarNamed
	rulePrimary
	ruleAtom
	ruleFactor
)

// remember calls f, in the second pass once for each place.
func (p *parser) remember(r rule, f func() ast.Expr) ast.Expr {
	if !p.checking {
		return f()
	}
	key := memoKey{r, p.apart, p.pos}
	v, known := p.memo[key]
	if !known {
		p.try(func() { v.node = f() })
		v.end = p.pos
		if p.memo == nil {
			p.memo = map[memoKey]memoValue{}
		}
		p.memo[key] = v
	}
	if v.node == nil {
		panic(mismatch{})
	}
	p.pos = v.end
	p.look()
	return v.node
}
