package parse

import "github.com/elide-dev/elided/internal/lang/python/ast"

// primary parses an atom with its attributes, subscripts and calls.
func (p *parser) primary() ast.Expr {
	if p.checking {
		return p.remember(rulePrimary, p.trailers)
	}
	return p.trailers()
}

func (p *parser) trailers() ast.Expr {
	start, chain := p.pos, p.chain
	p.chain = 0
	e := p.atom()
	for {
		k := p.kind()
		if k != tDot && k != tLParen && k != tLBracket {
			break
		}
		left := p.chain
		p.chain = 0
		if p.checking {
			if !p.try(func() { e = p.trailer(start, e) }) {
				p.chain = left
				break
			}
		} else {
			e = p.trailer(start, e)
		}
		p.link(left)
	}
	p.chain = max(chain, p.chain)
	return e
}

// trailer parses what follows an atom that begins at a token: an attribute, a call or a
// subscript.
func (p *parser) trailer(start int, e ast.Expr) ast.Expr {
	switch p.kind() {
	case tDot:
		p.advance()
		name := p.name()
		return &ast.Attribute{Span: p.since(start), Value: e, Attr: name}
	case tLParen:
		return p.call(start, e)
	}
	p.advance()
	index := p.slices()
	p.expect(tRBracket)
	return &ast.Subscript{Span: p.since(start), Value: e, Index: index}
}

func (p *parser) atom() ast.Expr {
	t := &p.toks[p.pos]
	var k ast.Kind
	switch t.kind {
	case tName:
		p.advance()
		return &ast.Name{Span: t.span(), ID: nameOf(p.text(t))}
	case tNumber:
		return p.number()
	case tString:
		return p.strings()
	case tLParen:
		return p.display(p.parenthesized, p.invalidParenthesized)
	case tLBracket:
		return p.display(p.list, p.invalidList)
	case tLBrace:
		return p.display(p.bracesOrPairs, p.invalidBraces)
	case kNone:
		k = ast.None
	case kTrue:
		k = ast.True
	case kFalse:
		k = ast.False
	case tEllipsis:
		k = ast.Ellipsis
	default:
		p.mismatch()
	}
	p.advance()
	return &ast.Constant{Span: t.span(), Kind: k}
}

// display parses what is in brackets, and in the second pass looks for mistakes if it
// doesn't match.
func (p *parser) display(parse func() ast.Expr, invalid func()) ast.Expr {
	p.enter()
	var e ast.Expr
	if p.checking {
		e = p.remember(ruleAtom, func() (e ast.Expr) {
			if !p.try(func() { e = parse() }) {
				if !p.quiet {
					invalid()
				}
				p.mismatch()
			}
			return e
		})
	} else {
		e = parse()
	}
	p.leave()
	return e
}

// parenthesized parses a tuple, a generator expression or a group.
func (p *parser) parenthesized() ast.Expr {
	start := p.pos
	p.expect(tLParen)
	if p.accept(tRParen) {
		return &ast.Tuple{Span: p.since(start)}
	}
	if p.kind() == kYield {
		e := p.yield()
		p.expect(tRParen)
		return e
	}
	e := p.starNamed()
	_, starred := e.(*ast.Starred)
	switch k := p.kind(); {
	case k == tComma:
		elts := p.moreElements(e, tRParen)
		return &ast.Tuple{Span: p.since(start), Elts: elts}
	case p.isFor() && !starred:
		generators := p.comprehension()
		p.expect(tRParen)
		return &ast.GeneratorExp{Span: p.since(start), Elt: e, Generators: generators}
	case starred:
		p.mismatch()
	}
	p.expect(tRParen)
	return e
}

// moreElements parses the elements after the first, and the bracket.
func (p *parser) moreElements(first ast.Expr, end kind) []ast.Expr {
	elts := []ast.Expr{first}
	for p.accept(tComma) {
		if p.kind() == end {
			break
		}
		elts = append(elts, p.starNamed())
	}
	p.expect(end)
	return elts
}

// list parses a list or a list comprehension.
func (p *parser) list() ast.Expr {
	start := p.pos
	p.expect(tLBracket)
	if p.accept(tRBracket) {
		return &ast.List{Span: p.since(start)}
	}
	e := p.starNamed()
	if _, starred := e.(*ast.Starred); p.isFor() && !starred {
		generators := p.comprehension()
		p.expect(tRBracket)
		return &ast.ListComp{Span: p.since(start), Elt: e, Generators: generators}
	}
	elts := p.moreElements(e, tRBracket)
	return &ast.List{Span: p.since(start), Elts: elts}
}

// bracesOrPairs parses braces, and looks for keys without values even in the first pass,
// where CPython does.
func (p *parser) bracesOrPairs() (e ast.Expr) {
	if !p.try(func() { e = p.braces() }) {
		if p.checking {
			p.reset(p.invalidPairs)
		} else {
			p.softly(p.invalidPairs)
		}
		p.mismatch()
	}
	return e
}

// braces parses a dict, a set or a comprehension of them.
func (p *parser) braces() ast.Expr {
	start := p.pos
	p.expect(tLBrace)
	switch p.kind() {
	case tRBrace, tDoubleStar:
		return p.dict(start, nil)
	}
	e := p.starNamed()
	_, starred := e.(*ast.Starred)
	if p.kind() == tColon && !starred {
		if _, named := e.(*ast.NamedExpr); named && !p.grouped(e, start+1) {
			p.mismatch()
		}
		return p.dict(start, e)
	}
	if p.isFor() && !starred {
		generators := p.comprehension()
		p.expect(tRBrace)
		return &ast.SetComp{Span: p.since(start), Elt: e, Generators: generators}
	}
	elts := p.moreElements(e, tRBrace)
	return &ast.Set{Span: p.since(start), Elts: elts}
}

// grouped is whether an expression that begins at a token does so in parentheses.
func (p *parser) grouped(e ast.Expr, at int) bool {
	return e.Extent().Start != p.toks[at].from()
}

// dict parses the rest of a dict whose first key may have been parsed.
func (p *parser) dict(start int, key ast.Expr) ast.Expr {
	d := &ast.Dict{}
	for p.kind() != tRBrace {
		if key == nil && p.accept(tDoubleStar) {
			d.Keys = append(d.Keys, nil)
			d.Values = append(d.Values, p.bitwise())
		} else {
			if key == nil {
				key = p.expression()
			}
			p.expect(tColon)
			value := p.expression()
			if p.isFor() && len(d.Keys) == 0 {
				generators := p.comprehension()
				p.expect(tRBrace)
				return &ast.DictComp{Span: p.since(start), Key: key, Value: value, Generators: generators}
			}
			d.Keys, d.Values = append(d.Keys, key), append(d.Values, value)
			key = nil
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRBrace)
	d.Span = p.since(start)
	return d
}

// isFor is whether a comprehension's for comes.
func (p *parser) isFor() bool {
	if p.kind() == kAsync {
		p.lookNext()
		return p.next() == kFor
	}
	return p.kind() == kFor
}

// comprehension parses the fors and ifs of one.
func (p *parser) comprehension() []*ast.Comprehension {
	var all []*ast.Comprehension
	for p.isFor() {
		c := &ast.Comprehension{Async: p.accept(kAsync)}
		start := p.pos
		p.expect(kFor)
		if !p.try(func() { c.Target = p.targets(); p.expect(kIn) }) {
			p.invalidForTarget(start)
			p.mismatch()
		}
		c.Iter = p.disjunction()
		for p.accept(kIf) {
			c.Ifs = append(c.Ifs, p.disjunction())
		}
		all = append(all, c)
	}
	return all
}

// slices parses what is in the brackets of a subscript.
func (p *parser) slices() ast.Expr {
	start := p.pos
	var e ast.Expr
	if p.kind() == tStar {
		e = p.starredArgument()
	} else {
		e = p.slice()
		if p.kind() != tComma {
			return e
		}
	}
	elts := []ast.Expr{e}
	for p.accept(tComma) {
		if p.kind() == tRBracket {
			break
		}
		if p.kind() == tStar {
			elts = append(elts, p.starredArgument())
		} else {
			elts = append(elts, p.slice())
		}
	}
	return &ast.Tuple{Span: p.since(start), Elts: elts}
}

func (p *parser) slice() ast.Expr {
	start := p.pos
	s := &ast.Slice{}
	if p.kind() != tColon {
		e := p.named()
		if _, named := e.(*ast.NamedExpr); p.kind() != tColon || named && !p.grouped(e, start) {
			return e
		}
		s.Lower = e
	}
	p.expect(tColon)
	if k := p.kind(); k != tColon && k != tComma && k != tRBracket {
		s.Upper = p.expression()
	}
	if p.accept(tColon) {
		if k := p.kind(); k != tComma && k != tRBracket {
			s.Step = p.expression()
		}
	}
	s.Span = p.since(start)
	return s
}
