// Package javascript runs JavaScript on goja: an event loop, console, process, timers
// and require beside the engine's own builtins, each program in an engine of its own.
package javascript

import (
	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/javascript/node"
)

// A Compiler turns sources into programs. It is safe for concurrent use.
type Compiler interface {
	// Compile returns a program that evaluates to a function of the parameters that
	// CompileCommonJS gives it, with code as its body. Positions in it are those of
	// code. The error is a *SyntaxError where the source is wrong.
	//
	// A function that returns a promise is one with a top-level await: the promise
	// settles when the module has run.
	Compile(name, code string) (*goja.Program, error)
}

// An ExpressionCompiler is a Compiler for programs in which expressions can be
// evaluated while they run.
type ExpressionCompiler interface {
	Compiler
	// CompileMain is Compile for the main source: OpenScope has prepared its function.
	CompileMain(name, code string) (*goja.Program, error)
	// CompileExpression returns a program that evaluates to a function of a scope,
	// which CompileExpressionTree makes. The error is a *SyntaxError where the
	// expression is wrong.
	CompileExpression(code string) (*goja.Program, error)
}

// Options configure a Runtime.
type Options struct {
	// Compiler compiles the programs; nil is CompileCommonJS, without a cache.
	Compiler Compiler
}

// A Runtime is the JavaScript language. It is safe for concurrent use.
type Runtime struct {
	compiler Compiler
	library  *node.Library
	prelude  *prelude
}

var _ lang.Runtime = (*Runtime)(nil)

// New returns a Runtime.
func New(o Options) *Runtime {
	if o.Compiler == nil {
		o.Compiler = plainCompiler{}
	}
	return &Runtime{compiler: o.Compiler, library: node.NewLibrary(), prelude: newPrelude()}
}

// Prepare returns an instance whose globals are there but not yet made.
func (r *Runtime) Prepare() lang.Instance {
	return newInstance(r)
}

// CacheUse is part of lang.Caching: what the compiler says of itself, if it does.
func (r *Runtime) CacheUse() lang.CacheUse {
	if c, ok := r.compiler.(lang.Caching); ok {
		return c.CacheUse()
	}
	return lang.CacheUse{}
}
