package lib

import (
	"runtime"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// weakrefModule makes the module _weakref.
func weakrefModule(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_weakref")
	m.Set("ReferenceType", py.WeakRefClass).Set("ref", py.WeakRefClass)
	m.Add("_collect", "", func(t *py.Thread, _ []py.Object) (py.Object, error) {
		runtime.GC()
		return py.None, t.Poll()
	})
	return m, nil
}
