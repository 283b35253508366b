package javascript

import (
	"regexp"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/parser"
)

// ExpressionFile is the file name of an expression, as stack traces show it.
const ExpressionFile = "<eval>"

// An ExpressionForm is text around an expression that makes an arrow function of it.
type ExpressionForm struct{ Head, Tail string }

var awaits = regexp.MustCompile(`\bawait\b`)

// ExpressionForms returns what code may be meant as, in the order to try: an
// expression, so that {a: 1} is an object, and statements, whose last one may be an
// expression. With an await in it the function is asynchronous.
func ExpressionForms(code string) []ExpressionForm {
	async := ""
	if awaits.MatchString(code) {
		async = "async "
	}
	return []ExpressionForm{{"(" + async + "() => (", "\n))"}, {"(" + async + "() => {", "\n})"}}
}

// CompileExpression compiles code, as it is, into a program that evaluates to a
// function of a scope that returns the value. The error is a *SyntaxError.
func CompileExpression(code string) (*goja.Program, error) {
	var failed error
	for _, form := range ExpressionForms(code) {
		tree, err := parser.ParseFile(nil, ExpressionFile, form.Head+code+form.Tail, 0, parser.WithDisableSourceMaps)
		if err != nil {
			failed = expressionError(code, form, err)
			continue
		}
		moveBack(tree, len(form.Head))
		tree.File = file.NewFile(ExpressionFile, code+form.Tail, 1)
		p, err := CompileExpressionTree(tree)
		if err == nil {
			return p, nil
		}
		failed = expressionError(code, ExpressionForm{}, err)
	}
	return nil, failed
}

func expressionError(code string, form ExpressionForm, err error) error {
	e := syntaxError(ExpressionFile, code, err).(*SyntaxError)
	return e.moved(form)
}

// moved returns e with the place that it has in an expression without its form.
func (e *SyntaxError) moved(form ExpressionForm) *SyntaxError {
	if e.Line == 1 {
		e.Column = max(1, e.Column-len(form.Head))
	}
	return e
}

// Moved is moved for those who compile otherwise; other errors stay.
func Moved(err error, form ExpressionForm) error {
	if e, ok := err.(*SyntaxError); ok {
		return e.moved(form)
	}
	return err
}

// CompileExpressionTree compiles what an expression in one of its forms was parsed to
// into a program that evaluates to a function of a scope. Statements before the arrow
// function are a compiler's own.
func CompileExpressionTree(tree *ast.Program) (*goja.Program, error) {
	last := len(tree.Body) - 1
	arrow := lastArrow(tree.Body)
	if arrow == nil {
		return nil, parser.ErrorList{{Message: "Unexpected token"}}
	}
	returnLast(arrow)
	scope := func() *ast.Identifier { return &ast.Identifier{Name: hookName, Idx: 1} }
	body := append(tree.Body[:last:last], &ast.ReturnStatement{Return: 1, Argument: &ast.CallExpression{
		Callee: arrow, LeftParenthesis: 1, RightParenthesis: 1,
	}})
	tree.Body = []ast.Statement{&ast.ExpressionStatement{Expression: &ast.FunctionLiteral{
		Function:      1,
		ParameterList: &ast.ParameterList{List: []*ast.Binding{{Target: scope()}}},
		Body: &ast.BlockStatement{LeftBrace: 1, RightBrace: 1, List: []ast.Statement{
			&ast.WithStatement{With: 1, Object: scope(), Body: &ast.BlockStatement{LeftBrace: 1, RightBrace: 1, List: body}},
		}},
		DeclarationList: tree.DeclarationList,
	}}}
	tree.DeclarationList = nil
	return goja.CompileAST(tree, false)
}

// lastArrow is the arrow function that an expression was made, if that is what it is.
func lastArrow(body []ast.Statement) *ast.ArrowFunctionLiteral {
	if len(body) == 0 {
		return nil
	}
	s, ok := body[len(body)-1].(*ast.ExpressionStatement)
	if !ok {
		return nil
	}
	arrow, _ := s.Expression.(*ast.ArrowFunctionLiteral)
	return arrow
}

// returnLast has a function of statements return the value of the last one.
func returnLast(arrow *ast.ArrowFunctionLiteral) {
	block, ok := arrow.Body.(*ast.BlockStatement)
	if !ok || len(block.List) == 0 {
		return
	}
	last := len(block.List) - 1
	if e, ok := block.List[last].(*ast.ExpressionStatement); ok {
		block.List[last] = &ast.ReturnStatement{Return: e.Idx0(), Argument: e.Expression}
	}
}
