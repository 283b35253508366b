package parse

import "github.com/elide-dev/elided/internal/lang/python/ast"

// call parses the arguments of a call.
func (p *parser) call(start int, fn ast.Expr) ast.Expr {
	open := p.pos
	p.expect(tLParen)
	p.enter()
	c := &ast.Call{Func: fn}
	ok := true
	if p.checking {
		ok = p.try(func() { p.arguments(c, open) })
		if !ok {
			if p.raising() {
				p.invalidCall(open)
			}
			p.mismatch()
		}
	} else {
		p.arguments(c, open)
	}
	p.leave()
	c.Span = p.since(start)
	return c
}

// arguments parses them with the closing parenthesis. The opening one is at open, or at
// -1 where no generator expression may take the place of the arguments, which is so for
// a class.
func (p *parser) arguments(c *ast.Call, open int) {
	unpacked := false // a **x was seen
	for p.kind() != tRParen {
		if p.raising() && p.kind() != tStar && p.kind() != tDoubleStar {
			p.invalidArgument(len(c.Keywords) > 0)
		}
		switch start := p.pos; {
		case p.kind() == tStar:
			if unpacked {
				p.mismatch()
			}
			c.Args = append(c.Args, p.starredArgument())
		case p.kind() == tDoubleStar:
			p.advance()
			unpacked = true
			value := p.expression()
			c.Keywords = append(c.Keywords, &ast.Keyword{Span: p.since(start), Value: value})
		case p.kind() == tName && p.next() == tEqual:
			p.keyword(c)
		case len(c.Keywords) > 0:
			if p.kind() == tName {
				p.lookNext()
			}
			p.mismatch()
		default:
			e := p.argument()
			if open >= 0 && start == open+1 && p.isFor() {
				generators := p.comprehension()
				p.expect(tRParen)
				e = &ast.GeneratorExp{Span: p.since(open), Elt: e, Generators: generators}
				c.Args = append(c.Args, e)
				return
			}
			c.Args = append(c.Args, e)
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRParen)
	p.checkRepeated(c.Keywords)
}

// argument parses a positional argument.
func (p *parser) argument() ast.Expr {
	if p.isWalrus() {
		return p.walrus()
	}
	e := p.expression()
	if p.kind() == tColonEqual || p.kind() == tEqual {
		p.mismatch()
	}
	return e
}

// starredArgument parses *x, where x is any expression.
func (p *parser) starredArgument() ast.Expr {
	start := p.pos
	p.expect(tStar)
	value := p.expression()
	return &ast.Starred{Span: p.since(start), Value: value}
}

// keyword parses name=x.
func (p *parser) keyword(c *ast.Call) {
	start := p.pos
	name := p.name()
	p.expect(tEqual)
	value := p.expression()
	k := &ast.Keyword{Span: p.since(start), Name: name, Value: value}
	c.Keywords = append(c.Keywords, k)
}

// checkRepeated takes note of a keyword argument given twice, which is reported only if
// there is no other error.
func (p *parser) checkRepeated(keywords []*ast.Keyword) {
	if len(keywords) < 2 || p.late != nil {
		return
	}
	seen := make(map[string]bool, len(keywords))
	for _, k := range keywords {
		if k.Name != "" && seen[k.Name] {
			p.late = p.errorAt("SyntaxError", "keyword argument repeated: "+k.Name, k.Span)
			return
		}
		seen[k.Name] = true
	}
}
