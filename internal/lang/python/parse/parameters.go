package parse

import "github.com/elide-dev/elided/internal/lang/python/ast"

// A signature is parameters while they are parsed.
type signature struct {
	*ast.Arguments
	lambda                 bool
	end                    kind
	slash, star, defaulted bool
	beforeSlash            int // how many defaults are
}

// parameters parses those of a function, up to its parenthesis, or of a lambda, up to
// its colon.
func (p *parser) parameters(lambda bool) *ast.Arguments {
	s := &signature{Arguments: &ast.Arguments{}, lambda: lambda, end: tRParen}
	if lambda {
		s.end = tColon
	}
	for p.kind() != s.end {
		switch p.kind() {
		case tSlash:
			p.slash(s)
		case tStar:
			p.star(s)
		case tDoubleStar:
			p.doubleStar(s)
			return s.Arguments
		case tLParen:
			if p.raising() {
				p.invalidParenthesizedParameters(s)
			}
			p.mismatch()
		default:
			p.parameter(s)
		}
		if !p.accept(tComma) {
			break
		}
	}
	return s.Arguments
}

// arg parses a name with its annotation; starred is whether that may have a star.
func (p *parser) arg(s *signature, starred bool) *ast.Arg {
	start := p.pos
	a := &ast.Arg{Name: p.name()}
	if !s.lambda && p.accept(tColon) {
		if starred {
			a.Annotation = p.starExpression()
		} else {
			a.Annotation = p.expression()
		}
	}
	a.Span = p.since(start)
	return a
}

// ends mismatches unless a parameter ends.
func (p *parser) ends(s *signature) {
	if p.kind() != tComma && p.kind() != s.end {
		p.mismatch()
	}
}

func (p *parser) parameter(s *signature) {
	a := p.arg(s, false)
	var value ast.Expr
	if p.kind() == tEqual {
		value = p.defaultValue(s)
	}
	p.ends(s)
	if s.star {
		s.KwOnly, s.KwDefaults = append(s.KwOnly, a), append(s.KwDefaults, value)
		return
	}
	s.Args = append(s.Args, a)
	switch {
	case value != nil:
		s.defaulted = true
		s.Defaults = append(s.Defaults, value)
	case s.defaulted:
		// CPython doesn't see it if there are defaults after the /.
		if s.slash && len(s.Defaults) > s.beforeSlash {
			p.mismatch()
		}
		p.raiseIfChecking(a.Span, "non-default argument follows default argument")
	}
}

// raiseIfChecking raises an error in the second pass, and mismatches in the first.
func (p *parser) raiseIfChecking(at ast.Span, msg string) {
	if p.raising() {
		p.raise(at, "%s", msg)
	}
	p.mismatch()
}

func (p *parser) defaultValue(s *signature) ast.Expr {
	at := &p.toks[p.pos]
	p.advance()
	if p.kind() == tComma || p.kind() == tRParen {
		p.look()
		p.raiseIfChecking(at.span(), "expected default value expression")
	}
	return p.expression()
}

func (p *parser) slash(s *signature) {
	at := p.toks[p.pos].span()
	switch {
	case s.slash:
		p.raiseIfChecking(at, "/ may appear only once")
	case s.star:
		p.raiseIfChecking(at, "/ must be ahead of *")
	case len(s.Args) == 0:
		if p.raising() && p.next() == tComma {
			p.raise(at, "at least one argument must precede /")
		}
		p.mismatch()
	}
	s.slash = true
	p.advance()
	s.PosOnly, s.Args, s.beforeSlash = s.Args, nil, len(s.Defaults)
	if p.kind() == tStar {
		p.look()
		p.raiseIfChecking(p.toks[p.pos].span(), "expected comma between / and *")
	}
	p.ends(s)
}

func (p *parser) star(s *signature) {
	at := p.toks[p.pos].span()
	if s.star && !p.raising() {
		p.mismatch()
	}
	p.advance()
	if s.star {
		if p.kind() != tComma {
			p.arg(s, false)
			p.ends(s)
		}
		p.raise(at, "* argument may appear only once")
	}
	s.star = true
	bare := p.kind() == tComma
	if bare && p.next() != s.end && p.next() != tDoubleStar {
		return
	}
	if bare || p.kind() == s.end {
		if bare {
			p.advance()
		}
		p.look()
		if s.lambda {
			at = p.toks[p.pos].span()
		}
		p.raiseIfChecking(at, "named arguments must follow bare *")
	}
	s.VarArg = p.arg(s, true)
	if _, starred := s.VarArg.Annotation.(*ast.Starred); p.kind() == tEqual && !starred {
		p.look()
		p.raiseIfChecking(p.toks[p.pos].span(), "var-positional argument cannot have default value")
	}
	p.ends(s)
}

func (p *parser) doubleStar(s *signature) {
	p.advance()
	s.KwArg = p.arg(s, false)
	if p.kind() == tEqual {
		p.look()
		p.raiseIfChecking(p.toks[p.pos].span(), "var-keyword argument cannot have default value")
	}
	if !p.accept(tComma) || p.kind() == s.end {
		return
	}
	p.look()
	at := p.toks[p.pos].span()
	switch p.kind() {
	case tStar, tDoubleStar, tSlash:
		p.raiseIfChecking(at, "arguments cannot follow var-keyword argument")
	}
	a := p.arg(s, false)
	p.raiseIfChecking(a.Span, "arguments cannot follow var-keyword argument")
}
