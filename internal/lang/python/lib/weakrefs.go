package lib

import (
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// weakrefModule makes the module _weakrefs, of which module _weakref is made.
func weakrefModule(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_weakrefs")
	m.Set("ReferenceType", py.WeakRefClass).Set("ref", py.WeakRefClass)
	m.Add("_collect", "", func(t *py.Thread, _ []py.Object) (py.Object, error) {
		t.ForgetTemporaries()
		return py.None, t.CollectGarbage()
	})
	return m, nil
}
