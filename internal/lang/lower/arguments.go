package lower

import (
	"reflect"
	"slices"
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
)

// goja miscompiles an arrow function that uses the arguments of the function around
// it, unless that function has used them itself by then.

// mayHaveArgumentsInArrow is what arrowArguments is certain about, by words alone.
func mayHaveArgumentsInArrow(code string) bool {
	return strings.Contains(code, "arguments") && strings.Contains(code, "=>")
}

// A use says where arrow functions use the arguments of the function around them.
type use struct{ inParameters, inBody bool }

// arrowArguments finds the functions whose arguments arrow functions use.
func arrowArguments(program *ast.Program) map[*ast.FunctionLiteral]use {
	uses := map[*ast.FunctionLiteral]use{}
	walk(reflect.ValueOf(program.Body), argumentsVisitor(uses, nil, false, false))
	return uses
}

func argumentsVisitor(uses map[*ast.FunctionLiteral]use, owner *ast.FunctionLiteral, inParameters, inArrow bool) visitor {
	return func(node any) visitor {
		switch n := node.(type) {
		case *ast.FunctionLiteral:
			return argumentsVisitor(uses, n, false, false)
		case *ast.ArrowFunctionLiteral:
			return argumentsVisitor(uses, owner, inParameters, true)
		case *ast.ParameterList:
			if !inArrow {
				return argumentsVisitor(uses, owner, true, false)
			}
		case *ast.Identifier:
			if inArrow && owner != nil && n.Name == "arguments" {
				u := uses[owner]
				uses[owner] = use{u.inParameters || inParameters, u.inBody || !inParameters}
			}
		}
		return nil
	}
}

// useArgumentsFirst has the functions whose arguments arrow functions use mention them
// before, which has no other effect.
func useArgumentsFirst(program *ast.Program) {
	for f, u := range arrowArguments(program) {
		if u.inParameters {
			mentionInParameters(f)
		}
		if u.inBody {
			mentionInBody(f)
		}
	}
}

func mentionArguments(at file.Idx) ast.Expression {
	return &ast.Identifier{Name: "arguments", Idx: at}
}

func mentionInBody(f *ast.FunctionLiteral) {
	after := 0
	for after < len(f.Body.List) && isDirective(f.Body.List[after]) {
		after++
	}
	mention := &ast.ExpressionStatement{Expression: mentionArguments(f.Body.LeftBrace)}
	f.Body.List = slices.Insert(f.Body.List, after, ast.Statement(mention))
}

func isDirective(s ast.Statement) bool {
	e, ok := s.(*ast.ExpressionStatement)
	if !ok {
		return false
	}
	_, ok = e.Expression.(*ast.StringLiteral)
	return ok
}

// mentionInParameters mentions the arguments in the first default value that could
// have an arrow function in it.
func mentionInParameters(f *ast.FunctionLiteral) {
	for _, b := range f.ParameterList.List {
		if _, plain := b.Target.(*ast.Identifier); plain && b.Initializer == nil {
			continue
		}
		at := b.Target.Idx0()
		if b.Initializer == nil {
			b.Initializer = &ast.UnaryExpression{Operator: token.VOID, Idx: at, Operand: &ast.NumberLiteral{Idx: at, Literal: "0", Value: int64(0)}}
		}
		b.Initializer = &ast.SequenceExpression{Sequence: []ast.Expression{mentionArguments(at), b.Initializer}}
		return
	}
}
