package parse

import (
	"fmt"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// between is the span from one to the other.
func between(a, b ast.Node) ast.Span {
	return ast.Span{Start: a.Extent().Start, End: b.Extent().End}
}

// invalidExpression looks for two expressions side by side, an if without an else, and
// the statements of Python 2 that are functions now.
func (p *parser) invalidExpression() {
	p.reset(func() {
		if p.kind() == tName && (p.next() == tString || isSoftPrefix(p.text(&p.toks[p.pos]))) {
			return
		}
		a := p.disjunction()
		var b ast.Expr
		if !p.kind().startsExpr() || !p.quietly(func() { b = p.conditional() }) {
			return
		}
		if !isLegacy(a) && p.toks[p.pos-1].level > 0 {
			p.look()
			p.raise(between(a, b), "invalid syntax. Perhaps you forgot a comma?")
		}
	})
	p.reset(func() {
		a := p.disjunction()
		if !p.accept(kIf) {
			return
		}
		b := p.disjunction()
		if p.kind() != kElse && p.kind() != tColon {
			p.look()
			p.raise(between(a, b), "expected 'else' after 'if' expression")
		}
	})
	if next := p.next(); p.kind() != tName || next == tLParen || !next.startsExpr() && next != tStar {
		return
	}
	p.reset(func() {
		t := &p.toks[p.pos]
		a := &ast.Name{Span: t.span(), ID: p.name()}
		b := p.starExpressions()
		if !isLegacy(a) {
			return
		}
		p.raise(between(a, b), "Missing parentheses in call to '%s'. Did you mean %s(...)?", a.ID, a.ID)
	})
}

// isSoftPrefix is whether a name begins a keyword that isn't reserved, which CPython
// takes for the keyword here.
func isSoftPrefix(name string) bool {
	return strings.HasPrefix("match", name) || strings.HasPrefix("case", name) || name == "_"
}

func isLegacy(e ast.Expr) bool {
	n, ok := e.(*ast.Name)
	return ok && (n.ID == "print" || n.ID == "exec")
}

// invalidNamed looks for a = where only := or == could be.
func (p *parser) invalidNamed() {
	pos := p.pos
	p.reset(func() {
		a := p.expression()
		if !p.accept(tColonEqual) {
			return
		}
		p.expression()
		p.raise(a.Extent(), "cannot use assignment expressions with %s", describe(a))
	})
	p.reset(func() {
		if p.kind() != tName || p.next() != tEqual {
			return
		}
		t := &p.toks[p.pos]
		a := &ast.Name{Span: t.span(), ID: p.name()}
		p.expect(tEqual)
		b := p.bitwise()
		p.notAssigned()
		p.raise(between(a, b), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
	})
	p.reset(func() {
		a := p.bitwise()
		if p.kind() != tEqual || p.isUnlikely(pos) {
			return
		}
		p.advance()
		p.bitwise()
		p.notAssigned()
		p.raise(a.Extent(), "cannot assign to %s here. Maybe you meant '==' instead of '='?", describe(a))
	})
}

// notAssigned mismatches before another assignment.
func (p *parser) notAssigned() {
	p.look()
	if p.kind() == tEqual || p.kind() == tColonEqual {
		p.mismatch()
	}
}

// isUnlikely is whether nobody would compare what begins at a token with something.
func (p *parser) isUnlikely(at int) bool {
	switch p.toks[at].kind {
	case kTrue, kNone, kFalse:
		return true
	case tLBracket, tLParen:
		// The bracket is that of a display, whatever follows it.
		pos := p.pos
		p.pos = at
		first := p.atom()
		p.pos = pos
		switch first.(type) {
		case *ast.List, *ast.Tuple, *ast.GeneratorExp:
			return !p.grouped(first, at)
		}
	}
	return false
}

// checkedExpressionStatement is the second pass over a statement that begins with an
// expression.
func (p *parser) checkedExpressionStatement() ast.Stmt {
	var s ast.Stmt
	start := p.pos
	ok := p.try(func() {
		s = p.assignment()
		if s == nil {
			p.mismatch()
		}
	})
	if _, isExpr := s.(*ast.ExprStmt); ok && !isExpr {
		return s
	}
	end := p.pos
	p.pos = start
	p.invalidAssignment()
	if !ok {
		p.mismatch()
	}
	p.pos = end
	return s
}

// invalidAssignment looks for what can't be assigned to.
func (p *parser) invalidAssignment() {
	p.reset(func() {
		a := p.atom()
		name := ""
		switch a.(type) {
		case *ast.List:
			name = "list"
		case *ast.Tuple:
			name = "tuple"
		default:
			p.mismatch()
		}
		p.expect(tColon)
		p.expression()
		p.raise(a.Extent(), "only single target (not %s) can be annotated", name)
	})
	p.reset(func() {
		a := p.starNamed()
		p.expect(tComma)
		for p.startsStar() && p.try(func() { p.starNamed() }) {
			p.accept(tComma)
		}
		p.expect(tColon)
		p.expression()
		p.raise(a.Extent(), "only single target (not tuple) can be annotated")
	})
	p.reset(func() {
		a := p.expression()
		p.expect(tColon)
		p.expression()
		p.raise(a.Extent(), "illegal target for annotation")
	})
	p.reset(func() {
		for {
			if p.kind() == kYield {
				a := p.yield()
				p.expect(tEqual)
				p.raise(a.Extent(), "assignment to yield expression not possible")
			}
			a := p.starExpressions()
			p.expect(tEqual)
			p.invalidTarget(a, assigned)
		}
	})
	p.reset(func() {
		a := p.starExpressions()
		t := &p.toks[p.pos]
		if t.kind < tPlusEqual || t.kind > tAtEqual {
			p.mismatch()
		}
		p.advance()
		p.yieldOrExpressions()
		p.raise(a.Extent(), "'%s' is an illegal expression for augmented assignment", describe(a))
	})
}

// reset tries f, and goes back in any case.
func (p *parser) reset(f func()) {
	pos := p.pos
	p.try(f)
	p.pos = pos
}

// A use is what is done to a target.
type use uint8

const (
	assigned use = iota
	deleted
	looped // assigned to by a for
)

// invalidTarget raises an error if there is something in an expression which can't be
// used like that.
func (p *parser) invalidTarget(e ast.Expr, u use) {
	bad := findInvalid(e, u)
	if bad == nil {
		return
	}
	verb := "assign to"
	if u == deleted {
		verb = "delete"
	}
	p.raise(bad.Extent(), "cannot %s %s", verb, describe(bad))
}

func findInvalid(e ast.Expr, u use) ast.Expr {
	switch e := e.(type) {
	case *ast.List:
		return findInvalidIn(e.Elts, u)
	case *ast.Tuple:
		return findInvalidIn(e.Elts, u)
	case *ast.Starred:
		if u == deleted {
			return e
		}
		return findInvalid(e.Value, u)
	case *ast.Compare:
		if u == looped {
			if e.Ops[0] == ast.In {
				return findInvalid(e.Left, u)
			}
			return nil
		}
	case *ast.Name, *ast.Attribute, *ast.Subscript:
		return nil
	}
	return e
}

func findInvalidIn(elts []ast.Expr, u use) ast.Expr {
	for _, e := range elts {
		if bad := findInvalid(e, u); bad != nil {
			return bad
		}
	}
	return nil
}

// invalidForTarget looks for something to loop over that can't be assigned to, after the
// for at a token.
func (p *parser) invalidForTarget(at int) {
	if !p.raising() {
		return
	}
	p.pos = at + 1
	p.reset(func() { p.invalidTarget(p.starExpressions(), looped) })
}

func (p *parser) invalidWithTarget() {
	p.reset(func() {
		e := p.expression()
		if k := p.kind(); k == tComma || k == tRParen || k == tColon {
			p.invalidTarget(e, assigned)
		}
	})
}

// invalidExceptTypes looks for exceptions with commas between them.
func (p *parser) invalidExceptTypes() {
	p.reset(func() {
		a := p.expression()
		p.expect(tComma)
		p.expressions()
		if p.accept(kAs) {
			p.name()
		}
		p.expect(tColon)
		p.raiseFrom(a, "multiple exception types must be parenthesized")
	})
}

// raiseFrom raises an error from a node on.
func (p *parser) raiseFrom(a ast.Node, format string, args ...any) {
	err := p.errorAt("SyntaxError", fmt.Sprintf(format, args...), ast.Span{Start: a.Extent().Start, End: p.toks[p.far].to()})
	err.EndCol--
	panic(err)
}

// invalidCapture looks for what can't follow the as of a pattern.
func (p *parser) invalidCapture() {
	if p.isSoft("_") {
		p.look()
		p.raise(p.toks[p.pos].span(), "cannot use '_' as a target")
	}
	if p.kind() == tName {
		return
	}
	p.reset(func() { p.raise(p.expression().Extent(), "invalid pattern target") })
}
