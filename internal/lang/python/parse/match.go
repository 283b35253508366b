package parse

import "github.com/elide-dev/elided/internal/lang/python/ast"

// match parses a match statement, or is nil where the word is only a name.
func (p *parser) match() ast.Stmt {
	start := p.pos
	s := &ast.Match{}
	if next := p.next(); !next.startsExpr() && next != tStar {
		return nil
	}
	header := func() {
		p.advance()
		s.Subject = p.subject()
	}
	if p.checking && p.looking(func() { header(); p.expect(tNewline) }) {
		header()
		p.colon()
	}
	if !p.try(func() { header(); p.expect(tColon); p.expect(tNewline) }) {
		if p.suspect < 0 {
			p.suspect = p.resume
		}
		return nil
	}
	if p.kind() != tIndent {
		p.look()
		if p.raising() {
			p.raiseLast("IndentationError", "expected an indented block after 'match' statement on line %d", p.toks[start].line)
		}
		p.mismatch()
	}
	p.enter()
	p.advance()
	for p.isSoft("case") {
		s.Cases = append(s.Cases, p.matchCase())
	}
	if len(s.Cases) == 0 {
		p.mismatch()
	}
	p.expect(tDedent)
	p.leave()
	s.Span = p.since(start)
	return s
}

// subject parses what is matched, which may be a tuple with named expressions in it.
func (p *parser) subject() ast.Expr {
	start := p.pos
	e := p.starNamed()
	if p.kind() != tComma {
		if _, ok := e.(*ast.Starred); ok {
			p.mismatch()
		}
		return e
	}
	elts := []ast.Expr{e}
	for p.accept(tComma) && p.startsStar() {
		elts = append(elts, p.starNamed())
	}
	return &ast.Tuple{Span: p.since(start), Elts: elts}
}

func (p *parser) matchCase() *ast.MatchCase {
	start := p.pos
	p.advance()
	c := &ast.MatchCase{Pattern: p.patterns()}
	if p.accept(kIf) {
		c.Guard = p.named()
	}
	p.colon()
	c.Body = p.block("'case' statement", start)
	return c
}

// patterns parses a pattern that may be a sequence without brackets.
func (p *parser) patterns() ast.Pattern {
	start := p.pos
	first := p.maybeStar()
	if p.kind() != tComma {
		if _, star := first.(*ast.MatchStar); star {
			p.mismatch()
		}
		return first
	}
	all := []ast.Pattern{first}
	for p.accept(tComma) && p.kind() != tColon && p.kind() != kIf {
		all = append(all, p.maybeStar())
	}
	return &ast.MatchSequence{Span: p.since(start), Patterns: all}
}

func (p *parser) maybeStar() ast.Pattern {
	if p.kind() != tStar {
		return p.pattern()
	}
	start := p.pos
	p.advance()
	name := p.name()
	if name == "_" {
		name = ""
	}
	return &ast.MatchStar{Span: p.since(start), Name: name}
}

// pattern parses one with its as.
func (p *parser) pattern() ast.Pattern {
	p.enter()
	defer p.leave()
	start := p.pos
	pat := p.orPattern()
	if !p.accept(kAs) {
		return pat
	}
	if p.checking {
		p.invalidCapture()
	}
	if p.isSoft("_") {
		p.mismatch()
	}
	name := p.name()
	if k := p.kind(); k == tDot || k == tLParen || k == tEqual {
		p.mismatch()
	}
	return &ast.MatchAs{Span: p.since(start), Pattern: pat, Name: name}
}

func (p *parser) orPattern() ast.Pattern {
	start := p.pos
	pat := p.closedPattern()
	if p.kind() != tPipe {
		return pat
	}
	all := []ast.Pattern{pat}
	for p.accept(tPipe) {
		all = append(all, p.closedPattern())
	}
	return &ast.MatchOr{Span: p.since(start), Patterns: all}
}

func (p *parser) closedPattern() ast.Pattern {
	start := p.pos
	switch p.kind() {
	case tNumber, tMinus:
		e := p.complexNumber()
		return &ast.MatchValue{Span: p.since(start), Value: e}
	case tString:
		e := p.strings()
		return &ast.MatchValue{Span: p.since(start), Value: e}
	case kNone, kTrue, kFalse:
		e := p.atom().(*ast.Constant)
		return &ast.MatchSingleton{Span: p.since(start), Value: e}
	case tName:
		return p.namePattern()
	case tLParen:
		return p.groupPattern()
	case tLBracket:
		p.advance()
		all := p.sequence(tRBracket)
		return &ast.MatchSequence{Span: p.since(start), Patterns: all}
	case tLBrace:
		return p.mappingPattern()
	}
	p.mismatch()
	return nil
}

// complexNumber parses a number with a sign, and an imaginary one added to it.
func (p *parser) complexNumber() ast.Expr {
	start := p.pos
	e := p.signedNumber()
	k := p.kind()
	if k != tPlus && k != tMinus {
		return e
	}
	p.checkPart(e, false)
	p.advance()
	if p.kind() != tNumber {
		p.mismatch()
	}
	imaginary := p.number()
	p.checkPart(imaginary, true)
	return &ast.BinOp{Span: p.since(start), Left: e, Op: ast.Operator(k - tPlus), Right: imaginary}
}

func (p *parser) signedNumber() ast.Expr {
	start := p.pos
	minus := p.accept(tMinus)
	if p.kind() != tNumber {
		p.mismatch()
	}
	e := p.number()
	if !minus {
		return e
	}
	return &ast.UnaryOp{Span: p.since(start), Op: ast.USub, Operand: e}
}

// checkPart checks that a part of a complex literal is real or imaginary.
func (p *parser) checkPart(e ast.Expr, imaginary bool) {
	n := e
	if u, ok := e.(*ast.UnaryOp); ok {
		n = u.Operand
	}
	if isComplex := n.(*ast.Constant).Kind == ast.Complex; isComplex == imaginary {
		return
	}
	p.look()
	if imaginary {
		p.raise(e.Extent(), "imaginary number required in complex literal")
	}
	p.raise(e.Extent(), "real number required in complex literal")
}

// namePattern parses a capture, a wildcard, a dotted name or a class.
func (p *parser) namePattern() ast.Pattern {
	start := p.pos
	k := p.next()
	if k != tDot && k != tLParen && k != tEqual {
		name := p.name()
		if name == "_" {
			name = ""
		}
		return &ast.MatchAs{Span: p.since(start), Name: name}
	}
	e := p.dottedValue()
	if p.kind() == tLParen {
		return p.classPattern(start, e)
	}
	if _, ok := e.(*ast.Name); ok || p.kind() == tEqual {
		p.mismatch()
	}
	return &ast.MatchValue{Span: p.since(start), Value: e}
}

// dottedValue parses a name with attributes.
func (p *parser) dottedValue() ast.Expr {
	t := &p.toks[p.pos]
	var e ast.Expr = &ast.Name{Span: t.span(), ID: p.name()}
	chain := p.chain
	p.chain = 0
	for p.accept(tDot) {
		name := p.name()
		e = &ast.Attribute{Span: p.after(t.from()), Value: e, Attr: name}
		p.link(0)
	}
	p.chain = max(chain, p.chain)
	return e
}

// groupPattern parses a pattern in parentheses, or a sequence.
func (p *parser) groupPattern() ast.Pattern {
	start := p.pos
	p.advance()
	if p.accept(tRParen) {
		return &ast.MatchSequence{Span: p.since(start)}
	}
	first := p.maybeStar()
	if _, star := first.(*ast.MatchStar); !star && p.accept(tRParen) {
		return first
	}
	p.expect(tComma)
	all := append([]ast.Pattern{first}, p.sequence(tRParen)...)
	return &ast.MatchSequence{Span: p.since(start), Patterns: all}
}

// sequence parses patterns up to a bracket.
func (p *parser) sequence(end kind) []ast.Pattern {
	var all []ast.Pattern
	for p.kind() != end {
		all = append(all, p.maybeStar())
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(end)
	return all
}

func (p *parser) mappingPattern() ast.Pattern {
	start := p.pos
	p.advance()
	m := &ast.MatchMapping{}
	for p.kind() != tRBrace {
		if p.accept(tDoubleStar) {
			if p.isSoft("_") {
				p.mismatch()
			}
			m.Rest = p.name()
			p.accept(tComma)
			break
		}
		m.Keys = append(m.Keys, p.mappingKey())
		p.expect(tColon)
		m.Patterns = append(m.Patterns, p.pattern())
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRBrace)
	m.Span = p.since(start)
	return m
}

func (p *parser) mappingKey() ast.Expr {
	switch p.kind() {
	case tNumber, tMinus:
		return p.complexNumber()
	case tString:
		return p.strings()
	case kNone, kTrue, kFalse:
		return p.atom()
	}
	e := p.dottedValue()
	if _, ok := e.(*ast.Name); ok {
		p.mismatch()
	}
	return e
}

func (p *parser) classPattern(start int, class ast.Expr) ast.Pattern {
	p.advance()
	m := &ast.MatchClass{Class: class}
	for p.kind() != tRParen {
		if p.kind() == tName && p.next() == tEqual {
			m.KwAttrs = append(m.KwAttrs, p.name())
			p.advance()
			m.KwPatterns = append(m.KwPatterns, p.pattern())
		} else {
			if len(m.KwAttrs) > 0 {
				p.positionalAfterKeyword()
			}
			m.Patterns = append(m.Patterns, p.pattern())
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRParen)
	m.Span = p.since(start)
	return m
}

// positionalAfterKeyword refuses a positional pattern where only others may be.
func (p *parser) positionalAfterKeyword() {
	if !p.checking {
		p.mismatch()
	}
	first := p.pattern().Extent()
	for p.kind() == tComma && !(p.next() == tName && p.toks[p.pos+2].kind == tEqual) && p.next() != tRParen {
		p.advance()
		first.End = p.pattern().Extent().End
	}
	p.raise(first, "positional patterns follow keyword patterns")
}
