package sqlite

import (
	"github.com/ncruces/go-sqlite3"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// An aggregate is an object of a program's that makes one value of many rows.
type aggregate struct {
	d      *database
	class  py.Object
	self   py.Object // nil before the first row
	failed bool
}

var _ sqlite3.WindowFunction = (*windowAggregate)(nil)

// windowAggregate is one that rows can be taken out of again.
type windowAggregate struct{ aggregate }

func createAggregate(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	d, class := c.db, a[2]
	return registerAggregate(t, c, "create_aggregate", "Error creating aggregate", a, func() sqlite3.AggregateFunction {
		return &aggregate{d: d, class: class}
	})
}

func createWindowFunction(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	d, class := c.db, a[2]
	return registerAggregate(t, c, "create_window_function", "", a, func() sqlite3.AggregateFunction {
		return &windowAggregate{aggregate{d: d, class: class}}
	})
}

func registerAggregate(t *py.Thread, c *connection, what, failure string, a []py.Object, make sqlite3.AggregateConstructor) (py.Object, error) {
	name, n, err := functionArgs(t, what, a)
	if err != nil {
		return nil, err
	}
	if a[2] == py.None {
		make = nil
	}
	err = c.db.run(t, func() error { return c.db.conn.CreateWindowFunction(name, n, 0, make) })
	switch e := py.Caught(err, dbClasses().base); {
	case e != nil && failure != "":
		err = operational("%s", failure)
	case e != nil && e.Class() == dbClasses().iface:
		err = programming("%s", e.Args.Items[0].(*py.Str))
	}
	return py.None, err
}

// call calls a method of the object. It is made before.
func (g *aggregate) call(ctx sqlite3.Context, name string, args []sqlite3.Value, f func(t *py.Thread, v py.Object) error) {
	if g.failed {
		return
	}
	failure := "user-defined aggregate's '" + name + "' method raised error"
	err := g.d.guarded(func(t *py.Thread) error {
		if g.self == nil {
			self, err := t.Call(g.class)
			if err != nil {
				failure = "user-defined aggregate's '__init__' method raised error"
				g.d.complain(t, err, g.class)
				return err
			}
			g.self = self
		}
		m, err := t.GetAttr(g.self, name)
		if err != nil {
			failure = "user-defined aggregate's '" + name + "' method not defined"
			g.d.complain(t, err, g.class)
			return err
		}
		values, err := argumentsOf(t, args)
		var v py.Object
		if err == nil {
			v, err = t.Call(m, values...)
		}
		if err == nil && f != nil {
			err = f(t, v)
		}
		if err != nil {
			g.d.complain(t, err, g.class)
		}
		return err
	})
	if err != nil {
		g.failed = true
		g.d.fail(ctx, err, failure)
	}
}

// Step is part of sqlite3.AggregateFunction.
func (g *aggregate) Step(ctx sqlite3.Context, args ...sqlite3.Value) { g.call(ctx, "step", args, nil) }

// Value is part of sqlite3.AggregateFunction: the value at the end. Without rows there is
// no object, and the value is None.
func (g *aggregate) Value(ctx sqlite3.Context) { g.value(ctx, "finalize") }

func (g *aggregate) value(ctx sqlite3.Context, name string) {
	if g.self != nil {
		g.call(ctx, name, nil, func(t *py.Thread, v py.Object) error { return result(t, ctx, v) })
	}
}

// Value is part of sqlite3.WindowFunction. It is asked for after each row of the window,
// and once more at the end.
func (g *windowAggregate) Value(ctx sqlite3.Context) { g.value(ctx, "value") }

// Close is the end.
func (g *windowAggregate) Close() error {
	if g.self == nil || g.failed {
		return nil
	}
	err := g.d.guarded(func(t *py.Thread) error {
		m, err := t.GetAttr(g.self, "finalize")
		if err == nil {
			_, err = t.Call(m)
		}
		if err != nil {
			g.d.complain(t, err, g.class)
		}
		return err
	})
	if err != nil {
		return textError("user-defined aggregate's 'finalize' method raised error")
	}
	return nil
}

// Inverse is part of sqlite3.WindowFunction.
func (g *windowAggregate) Inverse(ctx sqlite3.Context, args ...sqlite3.Value) {
	g.call(ctx, "inverse", args, nil)
}
