package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// warn notes a SyntaxWarning.
func (t *table) warn(at spanned, text string) {
	s := at.Extent()
	t.warnings = append(t.warnings, code.Warning{Text: text, Line: int(s.Start.Line), Col: int(s.Start.Col) + 1,
		EndLine: int(s.End.Line), EndCol: int(s.End.Col) + 1})
}

// warnCompare is of an is whose operand is a literal: which object that is can't be known.
func (t *table) warnCompare(e *ast.Compare) {
	left := e.Left
	for i, op := range e.Ops {
		right := e.Comparators[i]
		if (op == ast.Is || op == ast.IsNot) && (isLiteral(left) || isLiteral(right)) {
			text := `"is" with a literal. Did you mean "=="?`
			if op == ast.IsNot {
				text = `"is not" with a literal. Did you mean "!="?`
			}
			t.warn(e, text)
			return
		}
		left = right
	}
}

// isLiteral is whether an expression is a constant that there may be more than one of.
func isLiteral(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant:
		return e.Kind != ast.None && e.Kind != ast.True && e.Kind != ast.False && e.Kind != ast.Ellipsis
	case *ast.UnaryOp:
		return e.Op != ast.Not && isNumber(e.Operand)
	case *ast.BinOp:
		return isNumber(e.Left) && isNumber(e.Right)
	case *ast.Tuple:
		return allConstants(e.Elts)
	}
	return false
}

func isNumber(e ast.Expr) bool {
	c, ok := e.(*ast.Constant)
	return ok && (c.Kind == ast.Int || c.Kind == ast.Float || c.Kind == ast.Complex)
}

func allConstants(list []ast.Expr) bool {
	for _, e := range list {
		if _, ok := e.(*ast.Constant); !ok && !isLiteral(e) {
			return false
		}
	}
	return true
}

// warnCall is of a call of what can't be called: two items of a list without a comma.
func (t *table) warnCall(e *ast.Call) {
	switch e.Func.(type) {
	case *ast.Constant, *ast.Tuple, *ast.List, *ast.ListComp, *ast.Dict, *ast.DictComp, *ast.Set, *ast.SetComp,
		*ast.GeneratorExp, *ast.JoinedStr, *ast.FormattedValue:
		t.warn(e, "'"+typeName(e.Func)+"' object is not callable; perhaps you missed a comma?")
	}
}

// warnSubscript is of an item of what has none, or none by such an index.
func (t *table) warnSubscript(e *ast.Subscript) {
	of := typeName(e.Value)
	switch e.Value.(type) {
	case *ast.Set, *ast.SetComp, *ast.GeneratorExp, *ast.Lambda:
		t.warn(e, "'"+of+"' object is not subscriptable; perhaps you missed a comma?")
		return
	case *ast.Constant, *ast.Tuple, *ast.List, *ast.ListComp, *ast.JoinedStr, *ast.FormattedValue:
	default:
		return
	}
	switch of {
	case "str", "bytes", "tuple", "list":
		if index := typeName(e.Index); index != "" && index != "int" && index != "bool" {
			t.warn(e, of+" indices must be integers or slices, not "+index+"; perhaps you missed a comma?")
		}
	default:
		t.warn(e, "'"+of+"' object is not subscriptable; perhaps you missed a comma?")
	}
}

// typeName is the name of the class that an expression's value is certain to have, or "".
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Tuple:
		return "tuple"
	case *ast.List, *ast.ListComp:
		return "list"
	case *ast.Dict, *ast.DictComp:
		return "dict"
	case *ast.Set, *ast.SetComp:
		return "set"
	case *ast.GeneratorExp:
		return "generator"
	case *ast.Lambda:
		return "function"
	case *ast.JoinedStr, *ast.FormattedValue:
		return "str"
	case *ast.UnaryOp:
		if e.Op != ast.Not && isNumber(e.Operand) {
			return typeName(e.Operand)
		}
	case *ast.Constant:
		return constantType(e.Kind)
	}
	return ""
}

func constantType(k ast.Kind) string {
	switch k {
	case ast.None:
		return "NoneType"
	case ast.True, ast.False:
		return "bool"
	case ast.Ellipsis:
		return "ellipsis"
	case ast.Int:
		return "int"
	case ast.Float:
		return "float"
	case ast.Complex:
		return "complex"
	case ast.Bytes:
		return "bytes"
	}
	return "str"
}

// warnAssert is of an assert whose test is a tuple that has items.
func (t *table) warnAssert(s *ast.Assert) {
	if e, ok := s.Test.(*ast.Tuple); ok && len(e.Elts) > 0 {
		t.warn(s, "assertion is always true, perhaps remove parentheses?")
	}
}
