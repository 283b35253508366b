package lib

import "github.com/elide-dev/elided/internal/lang/python/py"

// awaitableModule makes the module _awaitable, with what types.coroutine does to a function.
func awaitableModule(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_awaitable")
	m.Add("mark", "function, /", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		fn, ok := a[0].(*py.Func)
		if !ok || !fn.Body.Generator {
			return nil, py.Raise(py.TypeError, "expected a generator function, got '%s'", a[0].Class().Name)
		}
		fn.AwaitableGenerator = true
		return fn, nil
	})
	return m, nil
}
