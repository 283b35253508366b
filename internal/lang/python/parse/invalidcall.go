package parse

import "github.com/elide-dev/elided/internal/lang/python/ast"

// invalidArgument looks for mistakes in a keyword argument; later is whether there was
// one before.
func (p *parser) invalidArgument(later bool) {
	if !later && p.looking(func() { p.argument() }) {
		return
	}
	p.reset(func() {
		t := &p.toks[p.pos]
		switch t.kind {
		case kTrue, kFalse, kNone:
			p.advance()
			eq := &p.toks[p.pos]
			p.expect(tEqual)
			p.raise(between(t.span(), eq.span()), "cannot assign to %s", p.text(t))
		}
		p.mismatch()
	})
	if p.kind() == tName && p.next() == tEqual {
		p.reset(p.keywordComprehension)
		return
	}
	p.reset(func() {
		a := p.expression()
		eq := &p.toks[p.pos]
		p.expect(tEqual)
		p.raise(between(a, eq.span()), `expression cannot contain assignment, perhaps you meant "=="?`)
	})
}

// keywordComprehension looks for x=y for z in w.
func (p *parser) keywordComprehension() {
	t := &p.toks[p.pos]
	p.expect(tName)
	eq := &p.toks[p.pos]
	p.expect(tEqual)
	p.expression()
	p.fors()
	p.raise(between(t.span(), eq.span()), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
}

// invalidCall looks for mistakes in arguments as a whole, after the parenthesis at a
// token.
func (p *parser) invalidCall(open int) {
	p.pos = open + 1
	if p.kind() == tRParen {
		return
	}
	var a ast.Call
	parsed := p.try(func() { p.argumentRun(&a) })
	end := p.pos
	if parsed && p.kind() == tComma && p.next() == tStar && unpacks(&a) {
		p.advance()
		p.look()
		p.raise(p.toks[p.pos].span(), "iterable argument unpacking follows keyword argument unpacking")
	}
	p.pos = open + 1
	p.reset(func() {
		e := p.expression()
		generators := p.fors()
		p.expect(tComma)
		p.reset(func() { p.argumentRun(&ast.Call{}) })
		p.raise(between(e, lastOf(generators)), "Generator expression must be parenthesized")
	})
	p.reset(p.keywordComprehension)
	if !parsed {
		return
	}
	p.pos = end
	p.invalidAfterArguments(&a)
}

// unpacks is whether arguments end with what CPython takes for keyword arguments, which
// stars without any before them are too.
func unpacks(c *ast.Call) bool {
	for _, a := range c.Args {
		if _, ok := a.(*ast.Starred); !ok {
			return len(c.Keywords) > 0
		}
	}
	return true
}

// invalidAfterArguments looks for what can't follow arguments that were parsed.
func (p *parser) invalidAfterArguments(a *ast.Call) {
	p.reset(func() {
		generators := p.fors()
		if n := len(a.Args); n > 1 {
			p.raise(between(a.Args[n-1], lastOf(generators)), "Generator expression must be parenthesized")
		}
	})
	p.reset(func() {
		p.expect(tComma)
		e := p.expression()
		generators := p.fors()
		p.raise(between(e, generators[len(generators)-1].Target), "Generator expression must be parenthesized")
	})
	p.reset(func() {
		p.expect(tComma)
		p.argumentRun(&ast.Call{})
		p.look()
		for _, k := range a.Keywords {
			if k.Name == "" {
				p.raiseLast("SyntaxError", "positional argument follows keyword argument unpacking")
			}
		}
		p.raiseLast("SyntaxError", "positional argument follows keyword argument")
	})
}

// lastOf is the last expression of a comprehension.
func lastOf(generators []*ast.Comprehension) ast.Node {
	c := generators[len(generators)-1]
	if n := len(c.Ifs); n > 0 {
		return c.Ifs[n-1]
	}
	return c.Iter
}

// argumentRun parses as many arguments as are in the right order, and no comma after
// them.
func (p *parser) argumentRun(c *ast.Call) {
	unpacked := false
	for n := 0; ; n++ {
		before := p.pos
		if n > 0 && !p.accept(tComma) {
			return
		}
		ok := p.try(func() {
			switch {
			case p.kind() == tDoubleStar:
				p.advance()
				c.Keywords = append(c.Keywords, &ast.Keyword{Value: p.expression()})
				unpacked = true
			case p.kind() == tStar:
				if unpacked {
					p.mismatch()
				}
				c.Args = append(c.Args, p.starredArgument())
			case p.kind() == tName && p.next() == tEqual:
				p.keyword(c)
			default:
				if len(c.Keywords) > 0 {
					p.mismatch()
				}
				c.Args = append(c.Args, p.argument())
			}
		})
		if !ok {
			if n == 0 {
				p.mismatch()
			}
			p.pos = before
			return
		}
	}
}

// invalidParenthesizedParameters looks for parameters in parentheses.
func (p *parser) invalidParenthesizedParameters(s *signature) {
	p.reset(func() {
		open := p.toks[p.pos].span()
		p.advance()
		for {
			p.arg(s, false)
			if !p.accept(tComma) || p.kind() == tRParen {
				break
			}
		}
		end := p.toks[p.pos].span()
		p.expect(tRParen)
		what := "Function"
		if s.lambda {
			what = "Lambda expression"
		}
		p.raise(between(open, end), "%s parameters cannot be parenthesized", what)
	})
}
