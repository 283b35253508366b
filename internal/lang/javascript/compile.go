package javascript

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/parser"
	"github.com/dop251/goja/unistring"
)

// A SyntaxError says where a source is wrong.
type SyntaxError struct {
	// Message is one line, without the place and the error's name.
	Message string
	File    string
	// Line and Column count from 1; 0 where not known.
	Line, Column int
	// SourceLine is the whole line, without its end.
	SourceLine string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s:%d:%d: SyntaxError: %s", e.File, e.Line, e.Column, e.Message)
}

// parameters are what a module is given.
var parameters = [...]unistring.String{"exports", "require", "module", "__filename", "__dirname"}

// CompileCommonJS compiles code, as it is, into a program that evaluates to a function
// (exports, require, module, __filename, __dirname) with code as its body. All
// positions, those of the first line included, are those of code. The error is a
// *SyntaxError.
func CompileCommonJS(name, code string) (*goja.Program, error) {
	return compileCommonJS(name, code, false)
}

// CompileMain is CompileCommonJS with a function that OpenScope has prepared.
func CompileMain(name, code string) (*goja.Program, error) {
	return compileCommonJS(name, code, true)
}

func compileCommonJS(name, code string, main bool) (*goja.Program, error) {
	code = blankHead(code)
	tree, err := parseModule(name, code)
	if err != nil {
		return nil, syntaxError(name, code, err)
	}
	if main {
		OpenScope(ModuleFunction(tree))
	}
	p, err := goja.CompileAST(tree, false)
	if err != nil {
		return nil, syntaxError(name, code, err)
	}
	return p, nil
}

// blankHead takes away a byte order mark and makes a comment of a #! line, moving
// nothing else.
func blankHead(code string) string {
	code = strings.TrimPrefix(code, "\ufeff")
	if strings.HasPrefix(code, "#!") {
		return "//" + code[2:]
	}
	return code
}

// parseModule parses code and puts what it found into a function, so that no wrapper
// text moves a position.
func parseModule(name, code string) (*ast.Program, error) {
	script, err := parser.ParseFile(nil, name, code, 0, parser.WithDisableSourceMaps)
	if err != nil {
		if !hasIllegalReturn(err) {
			return nil, err
		}
		return parseReturning(name, code)
	}
	script.Body = []ast.Statement{&ast.ExpressionStatement{Expression: moduleFunction(script, len(code))}}
	script.DeclarationList = nil
	return script, nil
}

func moduleFunction(script *ast.Program, size int) *ast.FunctionLiteral {
	f := &ast.FunctionLiteral{
		Function:        1,
		ParameterList:   &ast.ParameterList{},
		Body:            &ast.BlockStatement{LeftBrace: 1, List: script.Body, RightBrace: file.Idx(size)},
		Source:          "function () { [module code] }",
		DeclarationList: script.DeclarationList,
	}
	for _, p := range parameters {
		f.ParameterList.List = append(f.ParameterList.List, &ast.Binding{Target: &ast.Identifier{Name: p, Idx: 1}})
	}
	return f
}

// hasIllegalReturn is true for what the parser has against a return that is in no
// function. It may stumble over more then.
func hasIllegalReturn(err error) bool {
	var list parser.ErrorList
	if !errors.As(err, &list) {
		return false
	}
	return slices.ContainsFunc(list, func(e *parser.Error) bool { return e.Message == "Illegal return statement" })
}

// wrapperHead opens the function in whose text a return is legal.
const wrapperHead = "(function (exports, require, module, __filename, __dirname) {"

// parseReturning parses code within a function's text and moves every position back.
func parseReturning(name, code string) (*ast.Program, error) {
	tree, err := parser.ParseFile(nil, name, wrapperHead+code+"\n})", 0, parser.WithDisableSourceMaps)
	if err != nil {
		var list parser.ErrorList
		if errors.As(err, &list) && len(list) > 0 && list[0].Position.Line == 1 {
			list[0].Position.Column -= len(wrapperHead)
		}
		return nil, err
	}
	if len(tree.Body) != 1 {
		return nil, parser.ErrorList{{Message: "Unexpected token }"}}
	}
	moveBack(tree, len(wrapperHead))
	tree.File = file.NewFile(name, code, 1)
	return tree, nil
}

// ModuleFunction is the function that a program evaluates to.
func ModuleFunction(tree *ast.Program) *ast.FunctionLiteral {
	return tree.Body[0].(*ast.ExpressionStatement).Expression.(*ast.FunctionLiteral)
}

type plainCompiler struct{}

var _ ExpressionCompiler = plainCompiler{}

func (plainCompiler) Compile(name, code string) (*goja.Program, error) {
	return CompileCommonJS(name, code)
}

func (plainCompiler) CompileMain(name, code string) (*goja.Program, error) {
	return CompileMain(name, code)
}

func (plainCompiler) CompileExpression(code string) (*goja.Program, error) {
	return CompileExpression(code)
}

// syntaxError turns an error of goja's into a *SyntaxError.
func syntaxError(name, code string, err error) error {
	e := &SyntaxError{File: name, Message: err.Error()}
	var list parser.ErrorList
	var compile *goja.CompilerSyntaxError
	switch {
	case errors.As(err, &list) && len(list) > 0:
		e.Message, e.Line, e.Column = list[0].Message, list[0].Position.Line, list[0].Position.Column
	case errors.As(err, &compile):
		e.Message = compile.Message
		if compile.File != nil {
			at := compile.File.Position(compile.Offset)
			e.Line, e.Column = at.Line, at.Column
		}
	}
	e.Message, _, _ = strings.Cut(strings.TrimPrefix(e.Message, "SyntaxError: "), "\n")
	e.SourceLine = sourceLine(code, e.Line)
	return e
}

// sourceLine returns line n of code, counted from 1, or nothing.
func sourceLine(code string, n int) string {
	if n < 1 {
		return ""
	}
	for ; n > 1; n-- {
		_, code, _ = strings.Cut(code, "\n")
	}
	line, _, _ := strings.Cut(code, "\n")
	return strings.TrimSuffix(line, "\r")
}
