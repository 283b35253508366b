package lib

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

type atexitKey struct{}

// An exitCall is a function that a program has registered.
type exitCall struct {
	fn   py.Object
	args py.Args
}

// exitCalls are an execution's, the first registered first.
type exitCalls struct{ list []exitCall }

// atexitModule makes the module atexit.
func atexitModule(t *py.Thread) (*py.Module, error) {
	m := py.NewModule("atexit")
	calls, ok := t.In.Data[atexitKey{}].(*exitCalls)
	if !ok {
		calls = &exitCalls{}
		t.In.Data[atexitKey{}] = calls
		t.In.AtExit = append(t.In.AtExit, func(t *py.Thread) error { return calls.next(t) })
	}
	m.Add("register", "func, /, *args, **kwargs", func(t *py.Thread, a []py.Object) (py.Object, error) {
		if !py.Callable(a[0]) {
			return nil, py.Raise(py.TypeError, "the first argument must be callable")
		}
		args := py.Args{Pos: slices.Clone(a[1].(*py.Tuple).Items)}
		var c py.Cursor
		for k, v := c.Next(a[2].(*py.Dict)); k != nil; k, v = c.Next(a[2].(*py.Dict)) {
			args.Names, args.Named = append(args.Names, k.(*py.Str)), append(args.Named, v)
		}
		calls.list = append(calls.list, exitCall{a[0], args})
		return a[0], nil
	})
	m.Add("unregister", "func, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return py.None, calls.remove(t, a[0]) })
	m.Add("_clear", "", func(*py.Thread, []py.Object) (py.Object, error) {
		calls.list = nil
		return py.None, nil
	})
	m.Add("_ncallbacks", "", func(*py.Thread, []py.Object) (py.Object, error) { return py.MakeInt(int64(len(calls.list))), nil })
	m.Add("_run_exitfuncs", "", func(t *py.Thread, _ []py.Object) (py.Object, error) { return py.None, calls.run(t) })
	return m, nil
}

// next makes the last call, and sees to the others being made after it whatever it raises.
func (e *exitCalls) next(t *py.Thread) error {
	n := len(e.list)
	if n == 0 {
		return nil
	}
	c := e.list[n-1]
	e.list = e.list[:n-1]
	t.In.AtExit = append(t.In.AtExit, func(t *py.Thread) error { return e.next(t) })
	_, err := t.CallArgs(c.fn, c.args)
	return err
}

func (e *exitCalls) run(t *py.Thread) error {
	for len(e.list) > 0 {
		n := len(e.list)
		c := e.list[n-1]
		e.list = e.list[:n-1]
		if _, err := t.CallArgs(c.fn, c.args); err != nil {
			return err
		}
	}
	return nil
}

func (e *exitCalls) remove(t *py.Thread, fn py.Object) error {
	var kept []exitCall
	for _, c := range e.list {
		same, err := t.SameOrEqual(c.fn, fn)
		if err != nil {
			return err
		}
		if !same {
			kept = append(kept, c)
		}
	}
	e.list = kept
	return nil
}
