package sqlite

import (
	"strings"

	"github.com/ncruces/go-sqlite3"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// hooks are a program's functions that SQLite calls, but for SQL functions.
type hooks struct {
	d        *database
	progress py.Object // nil is none
	every    int       // steps of SQLite's machine
	steps    int       // since it was called last
	pace     int       // steps from one question whether to go on to the next
	blobs    map[*blob]bool
}

// guarded has f call the program while SQLite waits for the answer. An exception stays
// here: what becomes of it depends on what is called.
func (d *database) guarded(f func(t *py.Thread) error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = d.panicked(r)
		}
		if err != nil && !isException(err) {
			d.pending = err
		}
	}()
	if d.t == nil {
		return errInterrupted
	}
	if err := d.t.EnterFor(""); err != nil {
		return err
	}
	defer d.t.Leave()
	return f(d.t)
}

// barring is guarded where the program may not use the connection.
func (d *database) barring(f func(t *py.Thread) error) error {
	d.barred++
	defer func() { d.barred-- }()
	return d.guarded(f)
}

// complain prints an exception of a callback, where the program has asked for that.
func (d *database) complain(t *py.Thread, err error, callback py.Object) {
	e, ok := err.(*py.Exc)
	if !ok || !d.state.tracebacks {
		return
	}
	if err := t.Unraisable(e, callback); err != nil && !isException(err) {
		d.pending = err
	}
}

// progressed calls the progress handler, when it is time.
func (h *hooks) progressed() error {
	if h.progress == nil {
		return nil
	}
	if h.steps += h.pace; h.steps < h.every {
		return nil
	}
	h.steps = 0
	stop := true
	err := h.d.guarded(func(t *py.Thread) error {
		v, err := t.Call(h.progress)
		if err == nil {
			stop, err = t.Truth(v)
		}
		h.d.complain(t, err, h.progress)
		return err
	})
	if stop || err != nil {
		return errInterrupted
	}
	return nil
}

func hookMethods() py.MethodTable {
	return py.MethodTable{
		{Name: "set_progress_handler", Signature: "progress_handler, n", Fn: method(setProgressHandler)},
		{Name: "set_trace_callback", Signature: "trace_callback", Fn: method(setTraceCallback)},
		{Name: "set_authorizer", Signature: "authorizer_callback", Fn: method(setAuthorizer)},
		{Name: "create_collation", Signature: "name, callback, /", Fn: method(createCollation)},
		{Name: "create_function", Signature: "name, narg, func, *, deterministic=False", Fn: method(createFunction)},
		{Name: "create_aggregate", Signature: "name, n_arg, aggregate_class", Fn: method(createAggregate)},
		{Name: "create_window_function", Signature: "name, num_params, aggregate_class, /", Fn: method(createWindowFunction)},
	}
}

func setProgressHandler(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	n, err := intOf(t, a[1])
	if err != nil {
		return nil, err
	}
	h := &c.db.hooks
	h.progress, h.every, h.steps, h.pace = a[0], n, 0, pollSteps
	if a[0] == py.None || n < 1 {
		h.progress = nil
	} else if n < pollSteps {
		h.pace = n
	}
	return py.None, c.db.run(t, func() error {
		c.db.env.Xsqlite3_progress_handler_go(c.db.handle, int32(h.pace))
		return nil
	})
}

func setTraceCallback(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	d, callback := c.db, a[0]
	return py.None, d.run(t, func() error {
		if callback == py.None {
			return d.conn.Trace(0, nil)
		}
		return d.conn.Trace(sqlite3.TRACE_STMT, func(_ sqlite3.TraceEvent, statement, _ any) error {
			_ = d.barring(func(t *py.Thread) error {
				st, ok := statement.(*sqlite3.Stmt)
				if !ok {
					return nil
				}
				sql, whole := expanded(st)
				if !whole {
					d.complain(t, py.Raise(dbClasses().data, "Expanded SQL string exceeds the maximum string length"), callback)
				}
				_, err := t.Call(callback, py.NewStr(strings.ToValidUTF8(sql, "\ufffd")))
				d.complain(t, err, callback)
				return err
			})
			return nil
		})
	})
}

// expanded is a statement's SQL with its parameters, or without where that is too long.
func expanded(st *sqlite3.Stmt) (sql string, whole bool) {
	defer func() {
		if recover() != nil { // the library's, for a text that isn't there
			sql, whole = st.SQL(), false
		}
	}()
	return st.ExpandedSQL(), true
}

func setAuthorizer(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	d, callback := c.db, a[0]
	return py.None, d.run(t, func() error {
		if callback == py.None {
			return d.conn.SetAuthorizer(nil)
		}
		return d.conn.SetAuthorizer(func(action sqlite3.AuthorizerActionCode, third, fourth, schema, inner string) sqlite3.AuthorizerReturnCode {
			answer := sqlite3.AUTH_DENY
			_ = d.barring(func(t *py.Thread) error {
				v, err := t.Call(callback, py.MakeInt(int64(action)), textOrNone(third), textOrNone(fourth), textOrNone(schema), textOrNone(inner))
				if err == nil {
					var n int
					if n, err = authorization(t, v); err == nil {
						answer = sqlite3.AuthorizerReturnCode(n)
					}
				}
				d.complain(t, err, callback)
				return err
			})
			return answer
		})
	})
}

// authorization is an authorizer's answer, which is to be an int.
func authorization(t *py.Thread, v py.Object) (int, error) {
	if _, ok := py.Native(v).(py.Int); !ok {
		return int(sqlite3.AUTH_DENY), nil
	}
	return intOf(t, v)
}

func textOrNone(s string) py.Object {
	if s == "" {
		return py.None
	}
	return py.NewStr(strings.ToValidUTF8(s, "\ufffd"))
}

func createCollation(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	name, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "create_collation() argument 1 must be str, not %s", py.ArgClass(a[0]))
	}
	collation, err := nameOf(t, name)
	if err != nil {
		return nil, err
	}
	d, callback := c.db, a[1]
	if callback != py.None && !py.Callable(callback) {
		return nil, py.Raise(py.TypeError, "parameter must be callable")
	}
	return py.None, d.run(t, func() error {
		if callback == py.None {
			return d.conn.CreateCollation(collation, nil)
		}
		return d.conn.CreateCollation(collation, func(x, y []byte) (order int) {
			if d.pending != nil {
				return 0
			}
			_ = d.barring(func(t *py.Thread) error {
				v, err := t.Call(callback, py.NewStr(strings.ToValidUTF8(string(x), "\ufffd")), py.NewStr(strings.ToValidUTF8(string(y), "\ufffd")))
				if err != nil { // SQLite can't be told: what is under way ends with it
					d.pending = err
					return err
				}
				order, err = sign(t, v)
				return err
			})
			return order
		})
	})
}

func sign(t *py.Thread, v py.Object) (int, error) {
	n, err := t.Integer(v)
	if err != nil {
		return 0, err
	}
	return n.Sign(), nil
}
