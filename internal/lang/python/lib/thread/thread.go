package thread

import (
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New makes the module.
func New(t *py.Thread) (*py.Module, error) {
	s := schedulerOf(t)
	m := py.NewModule("_thread")
	m.Set("LockType", lockClass()).Set("RLock", rlockClass()).Set("error", py.RuntimeError).Set("TIMEOUT_MAX", py.Float(maxTimeout))
	newLock := func(*py.Thread, []py.Object) (py.Object, error) { return &lock{class: lockClass()}, nil }
	m.Add("allocate_lock", "", newLock)
	m.Add("allocate", "", newLock)
	for _, name := range []string{"start_new_thread", "start_new"} {
		m.Add(name, "function, args, kwargs=, /", startThread)
	}
	m.Add("get_ident", "", func(t *py.Thread, _ []py.Object) (py.Object, error) {
		if k := s.tasks[t]; k != nil {
			return py.MakeInt(k.ident), nil
		}
		return py.MakeInt(0), nil
	})
	m.Add("get_native_id", "", func(t *py.Thread, _ []py.Object) (py.Object, error) {
		if k := s.tasks[t]; k != nil {
			return py.MakeInt(k.ident - firstIdent + 1), nil
		}
		return py.MakeInt(0), nil
	})
	m.Add("_get_main_thread_ident", "", func(*py.Thread, []py.Object) (py.Object, error) { return py.MakeInt(s.main.ident), nil })
	m.Add("_count", "", func(*py.Thread, []py.Object) (py.Object, error) { return py.MakeInt(int64(len(s.tasks) - 1)), nil })
	m.Add("_yield", "", func(t *py.Thread, _ []py.Object) (py.Object, error) { return py.None, s.Yield(t, false) })
	for _, name := range []string{"exit", "exit_thread"} {
		m.Add(name, "", func(*py.Thread, []py.Object) (py.Object, error) { return nil, py.NewExc(py.SystemExit) })
	}
	m.Add("interrupt_main", "signum=2, /", func(t *py.Thread, _ []py.Object) (py.Object, error) {
		t.In.Signal("SIGINT")
		return py.None, t.Poll()
	})
	m.Add("stack_size", "size=0, /", stackSize())
	m.Add("_format_exception", "exc, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		e, ok := a[0].(*py.Exc)
		if !ok {
			return nil, py.Raise(py.TypeError, "not an exception")
		}
		return py.NewStr(t.FormatException(e)), nil
	})
	return m, nil
}

// leastStack is the smallest stack of a thread that may be asked for, in bytes.
const leastStack = 32 << 10

// stackSize is what was last asked for, which stacks here don't need.
func stackSize() py.GoFunc {
	size := 0
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		next := 0
		if a[0] != nil {
			var err error
			if next, err = t.Index(a[0]); err != nil {
				return nil, err
			}
		}
		switch {
		case next < 0:
			return nil, py.Raise(py.ValueError, "size must be 0 or a positive value")
		case next != 0 && next < leastStack:
			return nil, py.Raise(py.ValueError, "size not valid: %d bytes", next)
		}
		before := size
		size = next
		return py.MakeInt(int64(before)), nil
	}
}

func startThread(t *py.Thread, a []py.Object) (py.Object, error) {
	if !py.Callable(a[0]) {
		return nil, py.Raise(py.TypeError, "first arg must be callable")
	}
	args, ok := py.Native(a[1]).(*py.Tuple)
	if !ok {
		return nil, py.Raise(py.TypeError, "2nd arg must be a tuple")
	}
	call := py.Args{Pos: args.Items}
	if a[2] != nil {
		d, ok := py.Native(a[2]).(*py.Dict)
		if !ok {
			return nil, py.Raise(py.TypeError, "optional 3rd arg must be a dictionary")
		}
		var c py.Cursor
		for k, v := c.Next(d); k != nil; k, v = c.Next(d) {
			name, ok := k.(*py.Str)
			if !ok {
				return nil, py.Raise(py.TypeError, "keywords must be strings")
			}
			call.Names, call.Named = append(call.Names, name), append(call.Named, v)
		}
	}
	k, err := schedulerOf(t).start(t, a[0], call)
	if err != nil {
		return nil, err
	}
	return py.MakeInt(k.ident), nil
}
