package lib

import (
	"github.com/elide-dev/elided/internal/lang/python/lib/array"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// engineModule makes the module _engine: what modules in Python tell the engine.
func engineModule(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_engine")
	m.Set("array", array.Class())
	m.Set("ZipImportError", py.ZipImportError)
	m.Add("register_pattern", "subclass, abstract, /", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		sub, ok1 := a[0].(*py.Class)
		abstract, ok2 := a[1].(*py.Class)
		if ok1 && ok2 && sub.Heap { // the others are shared, and say themselves what they are
			sub.RegisterPattern(abstract)
		}
		return py.None, nil
	})
	m.Add("known_encoding", "name, /", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		s, ok := py.Native(a[0]).(*py.Str)
		return py.Of(ok && py.KnownEncoding(s.String())), nil
	})
	m.Add("make_awaitable", "function, /", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		f, ok := a[0].(*py.Func)
		if !ok || !f.Body.Generator && !f.Body.Coroutine {
			return py.False, nil
		}
		f.AwaitableGenerator = f.Body.Generator && !f.Body.Coroutine
		return py.True, nil
	})
	return m, nil
}
