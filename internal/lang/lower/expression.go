package lower

import (
	"fmt"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"
	"github.com/evanw/esbuild/pkg/api"

	"github.com/elide-dev/elided/internal/lang/javascript"
)

var _ javascript.ExpressionCompiler = (*Compiler)(nil)

// CompileExpression implements javascript.ExpressionCompiler. Positions in what has to
// be lowered are those of the lowered text.
func (c *Compiler) CompileExpression(code string) (p *goja.Program, err error) {
	defer func() {
		if r := recover(); r != nil {
			p, err = nil, fmt.Errorf("the compiler failed: %v; simplify the expression", r)
		}
	}()
	code = normalize(code)
	if c.loader == JavaScript && !hasPropertyEscape(code) {
		if p, err := javascript.CompileExpression(code); err == nil {
			return p, nil
		}
	}
	var failed error
	for _, form := range javascript.ExpressionForms(code) {
		p, err := c.compileForm(code, form)
		if err == nil {
			return p, nil
		}
		failed = err
	}
	return nil, failed
}

func (c *Compiler) compileForm(code string, form javascript.ExpressionForm) (*goja.Program, error) {
	s := source{name: javascript.ExpressionFile, code: form.Head + code + form.Tail}
	r := api.Transform(s.code, api.TransformOptions{
		Loader:        esbuildLoader(c.loader),
		Sourcefile:    sourcefile,
		Target:        api.ESNext,
		Supported:     supported(),
		TsconfigRaw:   "{}",
		Charset:       api.CharsetUTF8,
		LegalComments: api.LegalCommentsNone,
		TreeShaking:   api.TreeShakingFalse,
		LogLevel:      api.LogLevelSilent,
	})
	if len(r.Errors) > 0 {
		return nil, javascript.Moved(esbuildError(s, r.Errors[0]), form)
	}
	return compileArrow(source{name: s.name, code: string(r.Code)})
}

// compileArrow compiles a lowered expression.
func compileArrow(s source) (*goja.Program, error) {
	tree, err := parser.ParseFile(nil, s.name, s.code, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, gojaError(s, output{code: s.code}, err)
	}
	if hasPropertyEscape(s.code) {
		if err := expandPropertyEscapes(s, tree.File, tree); err != nil {
			return nil, err
		}
	}
	p, err := javascript.CompileExpressionTree(tree)
	if err != nil {
		return nil, gojaError(s, output{code: s.code}, err)
	}
	return p, nil
}

// mainFunction is the function whose body a main source is: with an await at its top
// level that is the one that wrapAsync makes.
func mainFunction(program *ast.Program) *ast.FunctionLiteral {
	f := javascript.ModuleFunction(program)
	for _, s := range f.Body.List {
		if inner := runningFunction(s); inner != nil {
			return inner
		}
	}
	return f
}

// runningFunction is the function in "const __running = (async function () {}).call()".
func runningFunction(s ast.Statement) *ast.FunctionLiteral {
	d, ok := s.(*ast.LexicalDeclaration)
	if !ok || len(d.List) != 1 {
		return nil
	}
	if name, ok := d.List[0].Target.(*ast.Identifier); !ok || name.Name != "__running" {
		return nil
	}
	call, ok := d.List[0].Initializer.(*ast.CallExpression)
	if !ok {
		return nil
	}
	method, ok := call.Callee.(*ast.DotExpression)
	if !ok {
		return nil
	}
	f, _ := method.Left.(*ast.FunctionLiteral)
	return f
}
