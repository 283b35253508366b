package lib

import (
	"math"
	"time"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// asyncioHost makes the module _asyncio_host: what package asyncio, which is written in
// Python, needs of the machine.
func asyncioHost(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_asyncio_host")
	begin := time.Now()
	now := func() float64 { return time.Since(begin).Seconds() + 1000 }
	m.Add("monotonic", "", func(*py.Thread, []py.Object) (py.Object, error) { return py.Float(now()), nil })
	m.Add("sleep_until", "when, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		when, ok := a[0].(py.Float)
		if a[0] == py.None {
			when, ok = py.Float(math.Inf(1)), true
		}
		if n, isInt := a[0].(py.Int); isInt {
			when, ok = py.Float(n), true
		}
		if !ok {
			return nil, py.Raise(py.TypeError, "must be real number, not %s", a[0].Class().FullName())
		}
		return py.None, sleepUntil(t, float64(when)-now())
	})
	m.Add("set_asyncgen_hook", "hook, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		return t.SetAsyncHook(a[0]), nil
	})
	m.Add("format_exception", "exc, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		e, ok := a[0].(*py.Exc)
		if !ok {
			return nil, py.Raise(py.TypeError, "not an exception")
		}
		return py.NewStr(t.FormatException(e)), nil
	})
	m.Add("iscoroutine", "x, /", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		g, ok := a[0].(*py.Generator)
		return py.Of(ok && g.CanAwait()), nil
	})
	m.Add("isgenerator", "x, /", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		return py.Of(a[0].Class() == py.GeneratorClass), nil
	})
	m.Add("iscoroutinefunction", "x, /", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		return py.Of(py.IsCoroutineFunction(a[0])), nil
	})
	return m, nil
}

// sleepUntil waits for so many seconds, which may be infinite, but returns when the run
// is interrupted.
func sleepUntil(t *py.Thread, seconds float64) error {
	const longest = 24 * time.Hour
	if seconds <= 0 {
		return t.Poll()
	}
	d := longest
	if seconds < longest.Seconds() {
		d = time.Duration(seconds * float64(time.Second))
	}
	return t.Sleep(d)
}
