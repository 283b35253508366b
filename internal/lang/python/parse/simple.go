package parse

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// simpleStatements parses a line of statements, and its newline.
func (p *parser) simpleStatements(body []ast.Stmt) []ast.Stmt {
	for {
		body = append(body, p.simpleStatement())
		if !p.accept(tSemi) {
			break
		}
		if p.kind() == tNewline {
			break
		}
	}
	p.expect(tNewline)
	return body
}

func (p *parser) simpleStatement() ast.Stmt {
	start := p.pos
	switch p.kind() {
	case kReturn:
		p.advance()
		return &ast.Return{Value: p.optionalExpressions(), Span: p.since(start)}
	case kImport:
		return p.importNames()
	case kFrom:
		return p.importFrom()
	case kRaise:
		return p.raiseStatement()
	case kPass:
		p.advance()
		return &ast.Pass{Span: p.since(start)}
	case kDel:
		return p.del()
	case kAssert:
		return p.assert()
	case kBreak:
		p.advance()
		return &ast.Break{Span: p.since(start)}
	case kContinue:
		p.advance()
		return &ast.Continue{Span: p.since(start)}
	case kGlobal:
		names := p.nameList()
		return &ast.Global{Span: p.since(start), Names: names}
	case kNonlocal:
		names := p.nameList()
		return &ast.Nonlocal{Span: p.since(start), Names: names}
	}
	if p.checking {
		return p.checkedExpressionStatement()
	}
	if s := p.assignment(); s != nil {
		return s
	}
	p.mismatch()
	return nil
}

// optionalExpressions parses what may follow a return.
func (p *parser) optionalExpressions() ast.Expr {
	if p.startsStar() {
		return p.starExpressions()
	}
	return nil
}

func (p *parser) nameList() []string {
	p.advance()
	names := []string{p.name()}
	for p.accept(tComma) {
		names = append(names, p.name())
	}
	return names
}

func (p *parser) raiseStatement() ast.Stmt {
	start := p.pos
	p.advance()
	s := &ast.Raise{}
	if p.kind().startsExpr() {
		s.Exc = p.expression()
		if p.accept(kFrom) {
			s.Cause = p.expression()
		}
	}
	s.Span = p.since(start)
	return s
}

func (p *parser) assert() ast.Stmt {
	start := p.pos
	p.advance()
	s := &ast.Assert{Test: p.expression()}
	if p.accept(tComma) {
		s.Msg = p.expression()
	}
	s.Span = p.since(start)
	return s
}

func (p *parser) del() ast.Stmt {
	start := p.pos
	p.advance()
	s := &ast.Delete{}
	ok := p.try(func() {
		for {
			e := p.primary()
			if !canDelete(e) {
				p.mismatch()
			}
			s.Targets = append(s.Targets, e)
			if !p.accept(tComma) || p.kind() == tSemi || p.kind() == tNewline {
				break
			}
		}
		if k := p.kind(); k != tSemi && k != tNewline {
			p.mismatch()
		}
	})
	if !ok {
		if p.checking {
			p.invalidTarget(p.starExpressions(), deleted)
		}
		p.mismatch()
	}
	s.Span = p.since(start)
	return s
}

func (p *parser) importNames() ast.Stmt {
	start := p.pos
	p.advance()
	s := &ast.Import{}
	for {
		at := p.pos
		a := &ast.Alias{Name: p.dottedName()}
		if p.accept(kAs) {
			a.AsName = p.name()
		}
		a.Span = p.since(at)
		s.Names = append(s.Names, a)
		if !p.accept(tComma) {
			break
		}
	}
	s.Span = p.since(start)
	return s
}

func (p *parser) dottedName() string {
	parts := []string{p.name()}
	for p.accept(tDot) {
		parts = append(parts, p.name())
	}
	return strings.Join(parts, ".")
}

func (p *parser) importFrom() ast.Stmt {
	start := p.pos
	p.advance()
	s := &ast.ImportFrom{}
	for {
		if p.accept(tDot) {
			s.Level++
		} else if p.accept(tEllipsis) {
			s.Level += 3
		} else {
			break
		}
	}
	if s.Level == 0 || p.kind() == tName {
		s.Module = p.dottedName()
	}
	p.expect(kImport)
	at := p.pos
	switch {
	case p.accept(tStar):
		s.Names = []*ast.Alias{{Span: p.since(at), Name: "*"}}
	case p.accept(tLParen):
		s.Names = p.importAliases(true)
		p.expect(tRParen)
	default:
		s.Names = p.importAliases(false)
	}
	s.Span = p.since(start)
	return s
}

// importAliases parses what follows from x import. Only in parentheses may a comma end
// it.
func (p *parser) importAliases(parenthesized bool) []*ast.Alias {
	var names []*ast.Alias
	for {
		at := p.pos
		a := &ast.Alias{Name: p.name()}
		if p.accept(kAs) {
			a.AsName = p.name()
		}
		a.Span = p.since(at)
		names = append(names, a)
		if !p.accept(tComma) {
			return names
		}
		if parenthesized && p.kind() == tRParen {
			return names
		}
		if p.raising() && p.kind() == tNewline {
			p.look()
			p.raiseLast("SyntaxError", "trailing comma not allowed without surrounding parentheses")
		}
	}
}

// assignment parses an assignment of any form, or an expression. It is nil if the
// expression on its left isn't one to assign to.
func (p *parser) assignment() ast.Stmt {
	start := p.pos
	first := p.yieldOrExpressions()
	switch k := p.kind(); {
	case k == tEqual:
		return p.assign(start, first)
	case k == tColon:
		return p.annotated(start, first)
	case k >= tPlusEqual && k <= tAtEqual:
		if !isSingle(first) {
			p.look()
			return nil
		}
		p.advance()
		value := p.yieldOrExpressions()
		return &ast.AugAssign{Span: p.since(start), Target: first, Op: ast.Operator(k - tPlusEqual), Value: value}
	}
	return &ast.ExprStmt{Span: p.since(start), Value: first}
}

func (p *parser) assign(start int, first ast.Expr) ast.Stmt {
	s := &ast.Assign{Value: first}
	for p.kind() == tEqual {
		if !canAssignStar(s.Value) {
			p.look()
			return nil
		}
		p.advance()
		s.Targets = append(s.Targets, s.Value)
		s.Value = p.yieldOrExpressions()
	}
	s.Span = p.since(start)
	return s
}

func (p *parser) annotated(start int, target ast.Expr) ast.Stmt {
	if !isSingle(target) {
		p.look()
		return nil
	}
	_, isName := target.(*ast.Name)
	s := &ast.AnnAssign{Target: target, Simple: isName && !p.grouped(target, start)}
	p.expect(tColon)
	s.Annotation = p.expression()
	p.optional(tEqual, func() { s.Value = p.yieldOrExpressions() })
	s.Span = p.since(start)
	return s
}
