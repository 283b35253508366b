// Package typescript runs TypeScript: the JavaScript runtime with a compiler that
// lowers every source to what goja runs.
package typescript

import (
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/javascript"
	"github.com/elide-dev/elided/internal/lang/lower"
)

// Options configure the language.
type Options struct {
	// Compiler is the compiler to share, with its cache; it may take sources for
	// JavaScript by default. Nil is one of its own.
	Compiler *lower.Compiler
}

// New returns the TypeScript language. Types are removed, not checked.
func New(o Options) lang.Runtime {
	if o.Compiler == nil {
		o.Compiler = lower.NewCompiler(lower.Options{})
	}
	return javascript.New(javascript.Options{Compiler: o.Compiler.WithLoader(lower.TypeScript)})
}
