package lib

import (
	"math"
	"time"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// signalHost makes the module _signal_host: what module signal, which is written in Python,
// needs of the machine.
func signalHost(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_signal_host")
	m.Set("ItimerError", py.ItimerError)
	m.Add("set", "name, handler, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		handler := a[1]
		if handler == py.None {
			handler = nil
		}
		name, err := signalName(a[0])
		if err != nil {
			return nil, err
		}
		t.In.SetSignal(name, handler)
		return py.None, nil
	})
	m.Add("send", "name, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		name, err := signalName(a[0])
		if err != nil {
			return nil, err
		}
		done := t.In.Signal(name)
		if err := t.Poll(); err != nil {
			return nil, err
		}
		return py.Of(done), nil
	})
	m.Add("alarm", "after, every, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		var times [2]time.Duration
		for i := range times {
			seconds, err := t.Float(a[i])
			if err != nil {
				return nil, err
			}
			times[i] = time.Duration(min(max(seconds, 0), float64(math.MaxInt64>>1)/1e9) * 1e9)
		}
		return seconds(t.In.SetAlarm(times[0], times[1])), nil
	})
	m.Add("left", "", func(t *py.Thread, _ []py.Object) (py.Object, error) { return seconds(t.In.Alarm()), nil })
	m.Add("wait", "", func(t *py.Thread, _ []py.Object) (py.Object, error) { return py.None, t.Sleep(math.MaxInt64) })
	return m, nil
}

func seconds(left, every time.Duration) py.Object {
	return py.NewTuple(py.Float(left.Seconds()), py.Float(every.Seconds()))
}

func signalName(x py.Object) (string, error) {
	s, ok := x.(*py.Str)
	if !ok {
		return "", py.Raise(py.TypeError, "a signal's name must be str, not %s", x.Class().FullName())
	}
	return s.String(), nil
}
