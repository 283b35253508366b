package worker

import (
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
	"github.com/elide-dev/elided/internal/lang/starlark"
)

// Runtimes returns every language that a worker can run, by name.
func Runtimes() map[string]lang.Runtime {
	return map[string]lang.Runtime{
		"python":   python.New(),
		"starlark": starlark.New(starlark.Options{}),
	}
}
