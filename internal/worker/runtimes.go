package worker

import (
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/javascript"
	"github.com/elide-dev/elided/internal/lang/lower"
	"github.com/elide-dev/elided/internal/lang/python"
	"github.com/elide-dev/elided/internal/lang/starlark"
	"github.com/elide-dev/elided/internal/lang/typescript"
)

// Runtimes returns every language that a worker can run, by name. JavaScript and
// TypeScript share one cache of compiled programs.
func Runtimes() map[string]lang.Runtime {
	compiler := lower.NewCompiler(lower.Options{})
	return map[string]lang.Runtime{
		"javascript": javascript.New(javascript.Options{Compiler: compiler}),
		"typescript": typescript.New(typescript.Options{Compiler: compiler}),
		"python":     python.New(),
		"starlark":   starlark.New(starlark.Options{}),
	}
}
