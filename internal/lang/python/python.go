// Package python runs Python programs, as far as Starlark with every dialect
// option understands them.
package python

import "github.com/elide-dev/elided/internal/lang/starlark"

// New returns a runtime for Python.
func New() *starlark.Runtime {
	return starlark.New(starlark.Options{Dialect: starlark.Python})
}
