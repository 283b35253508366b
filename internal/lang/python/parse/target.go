package parse

import "github.com/elide-dev/elided/internal/lang/python/ast"

// targets parses what a for assigns to.
func (p *parser) targets() ast.Expr {
	start := p.pos
	e := p.target()
	if p.kind() != tComma {
		return e
	}
	elts := []ast.Expr{e}
	for p.accept(tComma) && p.startsStar() {
		elts = append(elts, p.target())
	}
	return &ast.Tuple{Span: p.since(start), Elts: elts}
}

// target parses one thing that can be assigned to.
func (p *parser) target() ast.Expr {
	start := p.pos
	if p.accept(tStar) {
		value := p.primary()
		if !canAssign(value) {
			p.mismatch()
		}
		return &ast.Starred{Span: p.since(start), Value: value}
	}
	e := p.primary()
	if !canAssign(e) {
		p.mismatch()
	}
	return e
}

// canAssign is whether an expression is also a target.
func canAssign(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Name, *ast.Attribute, *ast.Subscript:
		return true
	case *ast.Tuple:
		return canAssignAll(e.Elts)
	case *ast.List:
		return canAssignAll(e.Elts)
	}
	return false
}

// canAssignStar is canAssign for where a star may be.
func canAssignStar(e ast.Expr) bool {
	if s, ok := e.(*ast.Starred); ok {
		return canAssign(s.Value)
	}
	return canAssign(e)
}

func canAssignAll(elts []ast.Expr) bool {
	for _, e := range elts {
		if !canAssignStar(e) {
			return false
		}
	}
	return true
}

// isSingle is whether an expression is a target that isn't a tuple or a list.
func isSingle(e ast.Expr) bool {
	switch e.(type) {
	case *ast.Name, *ast.Attribute, *ast.Subscript:
		return true
	}
	return false
}

// canDelete is whether del takes an expression.
func canDelete(e ast.Expr) bool {
	var elts []ast.Expr
	switch e := e.(type) {
	case *ast.Tuple:
		elts = e.Elts
	case *ast.List:
		elts = e.Elts
	default:
		return isSingle(e)
	}
	for _, e := range elts {
		if !canDelete(e) {
			return false
		}
	}
	return true
}
