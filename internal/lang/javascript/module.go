package javascript

import (
	"errors"
	"path"
	"strings"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
)

// modules are those that a program has loaded.
type modules struct {
	main     *module
	files    map[string]*module    // by path relative to the main source's folder
	builtins map[string]goja.Value // by bare name
	// syntax finds the place of a SyntaxError that require has thrown.
	syntax map[*goja.Object]*SyntaxError
	// symbols is set once Symbol has what the engine lacks of it.
	symbols bool
}

// A module is one source while and after it runs.
type module struct {
	path    string // relative to the main source's folder
	name    string // as stack traces show it
	code    string
	object  *goja.Object // the program's module
	exports *goja.Object // as the module begins with
	require *goja.Object
}

// startMain runs the main source and returns the promise of its end when it awaits at
// its top level.
func (in *instance) startMain() *goja.Promise {
	p, m := in.program, in.modules.main
	m.path, m.name, m.code = path.Base(p.Name), p.Name, p.Code
	program, err := in.compileMain()
	if err != nil {
		in.fail(lang.UncaughtError, in.compileFailure(err))
	}
	in.modules.files = map[string]*module{m.path: m}
	in.host.Begin()
	var promise *goja.Promise
	in.turn(func() {
		if o, ok := in.runModule(m, program).(*goja.Object); ok {
			promise, _ = o.Export().(*goja.Promise)
		}
	})
	return promise
}

func (in *instance) compileMain() (*goja.Program, error) {
	p := in.program
	if c, ok := in.runtime.compiler.(ExpressionCompiler); ok {
		return c.CompileMain(p.Name, p.Code)
	}
	return in.runtime.compiler.Compile(p.Name, p.Code)
}

func (in *instance) compileFailure(err error) *lang.Error {
	var syntax *SyntaxError
	if errors.As(err, &syntax) {
		return syntaxFailure(syntax)
	}
	message := oneLine("Error: " + err.Error())
	return &lang.Error{Message: message, Stack: message}
}

// newModule makes the objects of a module that may not be known yet.
func (in *instance) newModule() *module {
	m := &module{object: in.vm.NewObject(), exports: in.vm.NewObject()}
	must(m.object.Set("exports", m.exports))
	must(m.object.Set("loaded", false))
	m.require = in.function("require", func(call goja.FunctionCall) goja.Value {
		return in.require(m, in.moduleName(call.Argument(0)))
	})
	must(m.require.Set("resolve", in.function("resolve", func(call goja.FunctionCall) goja.Value {
		return in.vm.ToValue(in.resolveName(m, in.moduleName(call.Argument(0))))
	})))
	return m
}

// runModule calls m's function and returns what it returns.
func (in *instance) runModule(m *module, program *goja.Program) goja.Value {
	f, err := in.vm.RunProgram(program)
	must(err)
	in.provideSymbols(m.code)
	filename := in.identify(m)
	must(m.require.Set("main", in.modules.main.object))
	if m == in.modules.main {
		in.evaluations.scope.open()
	}
	result := in.call(f, m.exports, m.exports, m.require, m.object, in.vm.ToValue(filename), in.vm.ToValue(path.Dir(filename)))
	must(m.object.Set("loaded", true))
	return result
}

// identify tells a module who it is and returns its file name.
func (in *instance) identify(m *module) string {
	filename := in.filename(m)
	id := filename
	if m == in.modules.main {
		id = "."
	}
	must(m.object.Set("id", id))
	must(m.object.Set("filename", filename))
	must(m.object.Set("path", path.Dir(filename)))
	return filename
}

// filename is a module's path as the program sees it.
func (in *instance) filename(m *module) string {
	return path.Join(in.program.Dir, path.Dir(in.program.Name), m.path)
}

// resolveName is require.resolve.
func (in *instance) resolveName(from *module, name string) string {
	if in.hasBuiltin(strings.TrimPrefix(name, internal)) {
		return name
	}
	return in.filename(&module{path: in.resolve(from, name)})
}

func (in *instance) moduleName(v goja.Value) string {
	if !goja.IsString(v) {
		panic(in.codedError("TypeError", "ERR_INVALID_ARG_TYPE",
			`The "id" argument must be of type string. Received `+in.describe(v)))
	}
	return v.String()
}

// require returns what a module exports, and runs it when it is new.
func (in *instance) require(from *module, name string) goja.Value {
	if bare := strings.TrimPrefix(name, internal); in.hasBuiltin(bare) {
		return in.builtin(bare)
	} else if bare != name {
		panic(in.codedError("Error", "ERR_UNKNOWN_BUILTIN_MODULE", "No such built-in module: "+name))
	}
	p := in.resolve(from, name)
	if m := in.modules.files[p]; m != nil {
		return m.object.Get("exports")
	}
	m := in.newModule()
	m.path, m.name, m.code = p, path.Join(path.Dir(in.program.Name), p), in.program.Files[p]
	in.modules.files[p] = m
	loaded := false
	defer func() {
		if !loaded {
			delete(in.modules.files, p)
		}
	}()
	in.load(m)
	loaded = true
	return m.object.Get("exports")
}

func (in *instance) load(m *module) {
	if path.Ext(m.path) == ".json" {
		in.identify(m)
		must(m.object.Set("exports", in.parseJSON(m)))
		must(m.object.Set("loaded", true))
		return
	}
	program, err := in.runtime.compiler.Compile(m.name, m.code)
	if err != nil {
		panic(in.compileError(err))
	}
	in.runModule(m, program)
}

// compileError returns what require throws for a source that can't be compiled.
func (in *instance) compileError(err error) *goja.Object {
	var syntax *SyntaxError
	if !errors.As(err, &syntax) {
		return in.codedError("Error", "ERR_COMPILE", oneLine(err.Error()))
	}
	e, err := in.vm.New(in.vm.Get("SyntaxError"), in.vm.ToValue(syntax.Message))
	must(err)
	if in.modules.syntax == nil {
		in.modules.syntax = make(map[*goja.Object]*SyntaxError)
	}
	in.modules.syntax[e] = syntax
	return e
}

func (in *instance) parseJSON(m *module) goja.Value {
	parse := in.vm.Get("JSON").(*goja.Object).Get("parse")
	text := strings.TrimPrefix(m.code, "\ufeff")
	var v goja.Value
	if thrown := in.vm.Try(func() { v = in.call(parse, goja.Undefined(), in.vm.ToValue(text)) }); thrown != nil {
		e, err := in.vm.New(in.vm.Get("SyntaxError"), in.vm.ToValue(m.name+": "+in.textOf(thrown.Value(), "message")))
		must(err)
		panic(e)
	}
	return v
}
