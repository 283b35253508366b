package parse

import "github.com/elide-dev/elided/internal/lang/python/ast"

// invalidParenthesized looks for mistakes after a parenthesis.
func (p *parser) invalidParenthesized() {
	p.reset(func() {
		p.expect(tLParen)
		t := &p.toks[p.pos]
		switch t.kind {
		case tStar:
			e := p.starredArgument()
			p.expect(tRParen)
			p.raise(e.Extent(), "cannot use starred expression here")
		case tDoubleStar:
			p.advance()
			p.expression()
			p.expect(tRParen)
			p.raise(t.span(), "cannot use double starred expression here")
		}
	})
	p.invalidComprehension()
}

// invalidList looks for mistakes after a square bracket.
func (p *parser) invalidList() { p.invalidComprehension() }

// invalidComprehension looks for a target of a comprehension that can't be one.
func (p *parser) invalidComprehension() {
	open := p.kind()
	p.reset(func() {
		p.advance()
		a := p.starredArgument()
		p.fors()
		p.raise(a.Extent(), "iterable unpacking cannot be used in comprehension")
	})
	if open == tLParen {
		return
	}
	p.reset(func() {
		p.advance()
		a := p.starNamed()
		comma := p.toks[p.pos].span()
		p.expect(tComma)
		at := between(a, comma)
		for !p.isFor() {
			at.End = p.starNamed().Extent().End
			if !p.accept(tComma) {
				break
			}
		}
		p.fors()
		p.raise(at, "did you forget parentheses around the comprehension target?")
	})
}

// fors parses a comprehension's fors, of which there must be some.
func (p *parser) fors() []*ast.Comprehension {
	if !p.isFor() {
		p.mismatch()
	}
	return p.comprehension()
}

// invalidBraces looks for mistakes in a dict or a set.
func (p *parser) invalidBraces() {
	p.reset(func() {
		p.advance()
		t := &p.toks[p.pos]
		p.expect(tDoubleStar)
		p.bitwise()
		p.fors()
		p.expect(tRBrace)
		p.raise(t.span(), "dict unpacking cannot be used in dict comprehension")
	})
	p.invalidComprehension()
}

// invalidPairs looks for a key without a value in a dict.
func (p *parser) invalidPairs() {
	p.advance()
	for i := 0; ; i++ {
		if p.accept(tDoubleStar) {
			p.bitwise()
		} else if !p.try(func() { p.expression(); p.expect(tColon); p.expression() }) {
			p.invalidPair(i > 0)
			p.mismatch()
		}
		p.expect(tComma)
	}
}

// invalidPair looks at a pair that isn't one. The first expression of a set has no colon
// either.
func (p *parser) invalidPair(later bool) {
	a := p.expression()
	if p.kind() != tColon {
		if !later {
			p.mismatch()
		}
		p.look()
		err := p.errorAt("SyntaxError", "':' expected after dictionary key", a.Extent())
		err.Col, err.EndCol = int(a.Extent().End.Col-p.lx.firstCol), 0
		panic(err)
	}
	colon := p.toks[p.pos].span()
	p.advance()
	switch p.kind() {
	case tStar:
		star := p.toks[p.pos].span()
		p.advance()
		p.bitwise()
		p.look()
		p.raiseFrom(star, "cannot use a starred expression in a dictionary value")
	case tRBrace, tComma:
		p.look()
		p.raise(colon, "expression expected after dictionary key and ':'")
	}
}

// describe says what an expression is.
func describe(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Attribute:
		return "attribute"
	case *ast.Subscript:
		return "subscript"
	case *ast.Starred:
		return "starred"
	case *ast.Name:
		return "name"
	case *ast.List:
		return "list"
	case *ast.Tuple:
		return "tuple"
	case *ast.Lambda:
		return "lambda"
	case *ast.Call:
		return "function call"
	case *ast.BoolOp, *ast.BinOp, *ast.UnaryOp:
		return "expression"
	case *ast.GeneratorExp:
		return "generator expression"
	case *ast.Yield, *ast.YieldFrom:
		return "yield expression"
	case *ast.Await:
		return "await expression"
	case *ast.ListComp:
		return "list comprehension"
	case *ast.SetComp:
		return "set comprehension"
	case *ast.DictComp:
		return "dict comprehension"
	case *ast.Dict:
		return "dict literal"
	case *ast.Set:
		return "set display"
	case *ast.JoinedStr, *ast.FormattedValue:
		return "f-string expression"
	case *ast.Constant:
		return describeConstant(e)
	case *ast.Compare:
		return "comparison"
	case *ast.IfExp:
		return "conditional expression"
	case *ast.NamedExpr:
		return "named expression"
	}
	return "expression"
}

func describeConstant(c *ast.Constant) string {
	switch c.Kind {
	case ast.None:
		return "None"
	case ast.True:
		return "True"
	case ast.False:
		return "False"
	case ast.Ellipsis:
		return "ellipsis"
	}
	return "literal"
}
