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
		t.ForgetTemporaries()
		runtime.GC()
		if err := t.Poll(); err != nil {
			return nil, err
		}
		return py.None, t.CallBack()
	})
	return m, nil
}
