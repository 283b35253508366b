package parse

import "github.com/elide-dev/elided/internal/lang/python/ast"

// tryStatement parses a try with its handlers.
func (p *parser) tryStatement() ast.Stmt {
	start := p.pos
	p.advance()
	p.force(tColon, ":")
	s := &ast.Try{Body: p.block("'try' statement", start)}
	if p.kind() != kExcept && p.kind() != kFinally {
		p.look()
		if p.raising() {
			p.raiseLast("SyntaxError", "expected 'except' or 'finally' block")
		}
		p.mismatch()
	}
	for p.kind() == kExcept {
		p.except(s)
	}
	if len(s.Handlers) > 0 {
		s.Else = p.elseBlock()
	}
	if p.kind() == kFinally {
		at := p.pos
		p.advance()
		p.force(tColon, ":")
		s.Final = p.block("'finally' statement", at)
	}
	s.Span = p.since(start)
	return s
}

// except parses a handler.
func (p *parser) except(s *ast.Try) {
	start := p.pos
	p.advance()
	star := p.kind() == tStar
	if len(s.Handlers) > 0 && star != s.Star {
		p.mixedHandlers(start)
	}
	s.Star = star
	h := &ast.ExceptHandler{}
	of := "'except' statement"
	if star {
		of = "'except*' statement"
		p.advance()
		if p.raising() && (p.kind() == tColon || p.kind() == tNewline) {
			p.look()
			p.raiseLast("SyntaxError", "expected one or more exception types")
		}
	}
	if star || p.kind() != tColon {
		p.exceptType(h)
	}
	p.colon()
	h.Body = p.block(of, start)
	h.Span = p.since(start)
	s.Handlers = append(s.Handlers, h)
}

// exceptType parses what a handler catches.
func (p *parser) exceptType(h *ast.ExceptHandler) {
	if p.checking {
		if p.kind() == tNewline {
			p.colon()
		}
		p.invalidExceptTypes()
	}
	h.Type = p.expression()
	if p.accept(kAs) {
		h.Name = p.name()
	}
}

// mixedHandlers refuses except after except*, or the other way round. The except is at a
// token.
func (p *parser) mixedHandlers(at int) {
	if !p.checking {
		p.mismatch()
	}
	span := p.toks[at].span()
	if star := &p.toks[p.pos]; p.accept(tStar) {
		span.End = star.to()
	}
	if p.kind() != tColon {
		p.exceptType(&ast.ExceptHandler{})
	}
	p.expect(tColon)
	p.raise(span, "cannot have both 'except' and 'except*' on the same 'try'")
}
