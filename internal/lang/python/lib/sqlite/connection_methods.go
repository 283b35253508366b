package sqlite

import (
	"sync"

	"github.com/ncruces/go-sqlite3"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// method makes a method of a connection that may be used.
func method(f func(t *py.Thread, c *connection, a []py.Object) (py.Object, error)) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		c := py.Native(a[0]).(*connection)
		if err := c.usable(t); err != nil {
			return nil, err
		}
		return f(t, c, a[1:])
	}
}

func connectionMethods() py.MethodTable {
	return py.MethodTable{
		{Name: "cursor", Signature: "factory=", Fn: method(connectionCursor)},
		{Name: "execute", Signature: "sql, parameters=, /", Fn: method(viaCursor("execute"))},
		{Name: "executemany", Signature: "sql, parameters, /", Fn: method(viaCursor("executemany"))},
		{Name: "executescript", Signature: "sql_script, /", Fn: method(viaCursor("executescript"))},
		{Name: "commit", Fn: method(func(t *py.Thread, c *connection, _ []py.Object) (py.Object, error) {
			return py.None, c.end(t, "COMMIT")
		})},
		{Name: "rollback", Fn: method(func(t *py.Thread, c *connection, _ []py.Object) (py.Object, error) {
			return py.None, c.end(t, "ROLLBACK")
		})},
		{Name: "close", Fn: closeConnection},
		{Name: "__enter__", Fn: method(func(_ *py.Thread, c *connection, _ []py.Object) (py.Object, error) { return c.self, nil })},
		{Name: "__exit__", Signature: "type, value, traceback, /", Fn: method(exitConnection)},
		{Name: "interrupt", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			c := py.Native(a[0]).(*connection)
			switch {
			case c.db == nil:
				return nil, programming("Base Connection.__init__ not called.")
			case c.db.closed:
				return nil, errClosed()
			case !c.db.broken:
				c.db.env.Xsqlite3_interrupt(c.db.handle)
			}
			return py.None, nil
		}},
		{Name: "getlimit", Signature: "category, /", Fn: method(func(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
			return c.limit(t, a[0], py.MakeInt(-1))
		})},
		{Name: "setlimit", Signature: "category, limit, /", Fn: method(func(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
			return c.limit(t, a[0], a[1])
		})},
		{Name: "iterdump", Fn: method(func(t *py.Thread, c *connection, _ []py.Object) (py.Object, error) {
			m, err := t.Import("sqlite3.dump", nil, []py.Object{py.NewStr("_iterdump")}, 0)
			if err != nil {
				return nil, err
			}
			f, err := t.GetAttr(m, "_iterdump")
			if err != nil {
				return nil, err
			}
			return t.Call(f, c.self)
		})},
	}
}

func connectionCursor(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	factory := a[0]
	if factory == nil {
		factory = cursorClass()
	}
	o, err := t.Call(factory, c.self)
	if err != nil {
		return nil, err
	}
	k, ok := py.Native(o).(*cursor)
	if !ok {
		return nil, py.Raise(py.TypeError, "factory must return a cursor, not %s", o.Class().Name)
	}
	if c.rowFactory != py.None {
		k.rowFactory = c.rowFactory
	}
	return o, nil
}

// viaCursor has a new cursor do what the connection is asked for.
func viaCursor(name string) func(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	return func(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
		if len(a) == 2 && a[1] == nil {
			a = a[:1]
		}
		if name == "execute" && c.self == py.Object(c) { // of no subclass
			k := newCursor(c)
			return executeCursor(t, k, a)
		}
		make, err := t.GetAttr(c.self, "cursor")
		if err != nil {
			return nil, err
		}
		k, err := t.Call(make)
		if err != nil {
			return nil, err
		}
		f, err := t.GetAttr(k, name)
		if err != nil {
			return nil, err
		}
		return t.Call(f, a...)
	}
}

// end ends a transaction, where there is one.
func (c *connection) end(t *py.Thread, how string) error {
	return c.retried(t, func() error {
		if c.db.conn.GetAutocommit() {
			return nil
		}
		return c.db.exec(how)
	})
}

func closeConnection(t *py.Thread, a []py.Object) (py.Object, error) {
	c := py.Native(a[0]).(*connection)
	if err := c.inThread(t); err != nil {
		return nil, err
	}
	if c.db == nil {
		return nil, programming("Base Connection.__init__ not called.")
	}
	return py.None, c.close(t)
}

// exitConnection commits, or after an exception rolls back.
func exitConnection(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	name := "rollback"
	if a[0] == py.None && a[1] == py.None && a[2] == py.None {
		name = "commit"
	}
	call := func(name string) error {
		f, err := t.GetAttr(c.self, name)
		if err == nil {
			_, err = t.Call(f)
		}
		return err
	}
	err := call(name)
	if e, ok := err.(*py.Exc); ok && name == "commit" {
		if err := call("rollback"); err != nil {
			if second, ok := err.(*py.Exc); ok && second.Context == nil {
				second.Context = e
			}
			return nil, err
		}
	}
	return py.False, err
}

func (c *connection) limit(t *py.Thread, category, value py.Object) (py.Object, error) {
	k, err := intOf(t, category)
	if err != nil {
		return nil, err
	}
	n, err := intOf(t, value)
	if err != nil {
		return nil, err
	}
	old := -1
	err = c.db.run(t, func() error {
		old = c.db.conn.Limit(sqlite3.LimitCategory(k), n)
		return nil
	})
	if err == nil && old < 0 {
		err = programming("'category' is out of bounds")
	}
	return py.MakeInt(int64(old)), err
}

var statementClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("sqlite3", "Statement", nil, func(c *py.Class) { c.Sealed = true })
})

// callConnection makes a statement, which nothing can be done with.
func callConnection(t *py.Thread, self py.Object, args py.Args) (py.Object, error) {
	c := py.Native(self).(*connection)
	if err := c.usable(t); err != nil {
		return nil, err
	}
	a, err := py.Sign("sql, /").Bind("Connection", args)
	if err != nil {
		return nil, err
	}
	sql, err := sqlOf(t, "Connection", "1 ", a[0])
	if err != nil {
		return nil, err
	}
	err = c.db.run(t, func() error {
		st, err := c.prepare(t, sql)
		if st != nil {
			_ = st.stmt.Close()
		}
		return err
	})
	return &py.Opaque[struct{}]{Of: statementClass()}, err
}

func get(f func(t *py.Thread, c *connection) (py.Object, error)) func(*py.Thread, py.Object) (py.Object, error) {
	return func(t *py.Thread, self py.Object) (py.Object, error) {
		c := py.Native(self).(*connection)
		if err := c.opened(); err != nil {
			return nil, err
		}
		return f(t, c)
	}
}

func connectionGetSets() []*py.GetSet {
	return []*py.GetSet{
		{Name: "isolation_level", Get: get(func(_ *py.Thread, c *connection) (py.Object, error) { return c.isolation, nil }), Set: setIsolation},
		{Name: "total_changes", Get: get(func(t *py.Thread, c *connection) (v py.Object, err error) {
			err = c.db.run(t, func() error { v = py.MakeInt(c.db.conn.TotalChanges()); return nil })
			return v, err
		})},
		{Name: "in_transaction", Get: get(func(t *py.Thread, c *connection) (v py.Object, err error) {
			err = c.db.run(t, func() error { v = py.Of(!c.db.conn.GetAutocommit()); return nil })
			return v, err
		})},
		{Name: "row_factory", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return py.Native(o).(*connection).rowFactory, nil },
			Set: func(_ *py.Thread, o, v py.Object) error {
				py.Native(o).(*connection).rowFactory = py.OrNone(v)
				return nil
			}},
		{Name: "text_factory", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return py.Native(o).(*connection).textMaker, nil },
			Set: func(_ *py.Thread, o, v py.Object) error {
				py.Native(o).(*connection).textMaker = py.OrNone(v)
				return nil
			}},
	}
}

func setIsolation(t *py.Thread, o, v py.Object) error {
	if v == nil {
		return py.Raise(py.AttributeError, "cannot delete attribute")
	}
	c := py.Native(o).(*connection)
	level, err := isolationOf(v)
	if err != nil {
		return err
	}
	if v == py.None {
		if err := c.usable(t); err != nil {
			return err
		}
		if err := c.end(t, "COMMIT"); err != nil {
			return err
		}
	}
	c.isolation, c.begin = level, beginOf(level)
	return nil
}

// transaction begins one before a statement that changes something.
func (c *connection) transaction(st *statement) error {
	if c.begin == "" || !st.changes || !c.db.conn.GetAutocommit() {
		return nil
	}
	return c.db.exec(c.begin)
}
