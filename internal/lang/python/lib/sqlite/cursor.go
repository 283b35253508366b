package sqlite

import (
	"strings"
	"sync"
	"weak"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A cursor is a sqlite3.Cursor.
type cursor struct {
	self        py.Object
	conn        *connection // nil before __init__
	description py.Object
	lastRow     py.Object
	rowFactory  py.Object
	arraySize   int
	rowCount    int64
	statement   *statement // that it has under way; nil is none
	closed      bool
	locked      bool
	casts       []py.Object // converters by column; nil is none
	values      []any       // of the row
}

// Class returns the class sqlite3.Cursor.
func (*cursor) Class() *py.Class { return cursorClass() }

// Weakly is part of py.WeaklyReferable.
func (k *cursor) Weakly() func() py.Object {
	p := weak.Make(k)
	return func() py.Object {
		if k := p.Value(); k != nil {
			return k
		}
		return nil
	}
}

var cursorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("sqlite3", "Cursor", nil, func(c *py.Class) {
		c.Dotted()
		c.Slots.New = func(_ *py.Thread, cls *py.Class, _ py.Args) (py.Object, error) {
			return py.NewOf(cls, &cursor{description: py.None, lastRow: py.None, rowFactory: py.None}), nil
		}
		c.Slots.Init = initCursor
		c.Slots.Iter = func(_ *py.Thread, o py.Object) (py.Object, error) { return o, nil }
		c.Slots.Next = func(t *py.Thread, o py.Object) (py.Object, error) { return py.Native(o).(*cursor).next(t) }
		c.AddMethods(cursorMethods())
		c.AddGetSets(cursorGetSets()...)
	})
})

func initCursor(t *py.Thread, self py.Object, args py.Args) error {
	a, err := py.Sign("connection, /").Bind("Cursor", args)
	if err != nil {
		return err
	}
	conn, ok := py.Native(a[0]).(*connection)
	if !ok {
		return py.Raise(py.TypeError, "Cursor() argument 1 must be sqlite3.Connection, not %s", py.ArgClass(a[0]))
	}
	k := py.Native(self).(*cursor)
	if k.locked {
		return programming("Recursive use of cursors not allowed.")
	}
	if err := conn.usable(t); err != nil {
		return err
	}
	if err := k.reset(t); err != nil {
		return err
	}
	*k = cursor{self: self, conn: conn, description: py.None, lastRow: py.None, rowFactory: py.None, arraySize: 1, rowCount: -1}
	return nil
}

// newCursor is what c.cursor() makes, of a connection of no subclass.
func newCursor(c *connection) *cursor {
	k := &cursor{conn: c, description: py.None, lastRow: py.None, rowFactory: c.rowFactory, arraySize: 1, rowCount: -1}
	k.self = k
	return k
}

// usable checks what is to be checked before each use.
func (k *cursor) usable(t *py.Thread) error {
	switch {
	case k.conn == nil:
		return programming("Base Cursor.__init__ not called.")
	case k.closed:
		return programming("Cannot operate on a closed cursor.")
	case k.locked:
		return programming("Recursive use of cursors not allowed.")
	}
	return k.conn.usable(t)
}

// reset ends what is under way.
func (k *cursor) reset(t *py.Thread) error {
	if k.statement == nil {
		return nil
	}
	if k.conn.db.closed || k.conn.db.broken {
		k.statement = nil
		return nil
	}
	return k.conn.db.run(t, func() error {
		k.drop()
		return nil
	})
}

// drop ends the statement that is under way, within SQLite.
func (k *cursor) drop() {
	if k.statement != nil {
		k.conn.statements.release(k.statement)
		k.statement = nil
	}
}

func cursorMethod(f func(t *py.Thread, k *cursor, a []py.Object) (py.Object, error)) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		k := py.Native(a[0]).(*cursor)
		if err := k.usable(t); err != nil {
			return nil, err
		}
		return f(t, k, a[1:])
	}
}

func cursorMethods() py.MethodTable {
	ignored := func(*py.Thread, []py.Object) (py.Object, error) { return py.None, nil }
	return py.MethodTable{
		{Name: "execute", Signature: "sql, parameters=(), /", Fn: cursorMethod(executeCursor)},
		{Name: "executemany", Signature: "sql, seq_of_parameters, /", Fn: cursorMethod(func(t *py.Thread, k *cursor, a []py.Object) (py.Object, error) {
			sql, err := sqlOf(t, "executemany", "1 ", a[0])
			if err != nil {
				return nil, err
			}
			return k.executeMany(t, sql, a[1])
		})},
		{Name: "executescript", Signature: "sql_script, /", Fn: cursorMethod(executeScript)},
		{Name: "fetchone", Fn: cursorMethod(func(t *py.Thread, k *cursor, _ []py.Object) (py.Object, error) {
			v, err := k.next(t)
			return py.OrNone(v), err
		})},
		{Name: "fetchmany", Signature: "size=1", Fn: cursorMethod(fetchMany)},
		{Name: "fetchall", Fn: cursorMethod(func(t *py.Thread, k *cursor, _ []py.Object) (py.Object, error) { return k.fetch(t, -1) })},
		{Name: "close", Fn: closeCursor},
		{Name: "setinputsizes", Signature: "sizes, /", Fn: ignored},
		{Name: "setoutputsize", Signature: "size, column=None, /", Fn: ignored},
	}
}

func executeCursor(t *py.Thread, k *cursor, a []py.Object) (py.Object, error) {
	sql, err := sqlOf(t, "execute", "1 ", a[0])
	if err != nil {
		return nil, err
	}
	if len(a) < 2 || a[1] == nil {
		return k.execute(t, sql, py.NewTuple())
	}
	return k.execute(t, sql, a[1])
}

func sqlOf(t *py.Thread, function, number string, x py.Object) (string, error) {
	s, ok := py.Native(x).(*py.Str)
	if !ok {
		return "", py.Raise(py.TypeError, "%s() argument %smust be str, not %s", function, number, py.ArgClass(x))
	}
	return encoded(t, s)
}

// encoded is a text as SQLite has it, in UTF-8, which has no surrogates.
func encoded(t *py.Thread, s *py.Str) (string, error) {
	if s.ASCII() {
		return s.String(), nil
	}
	return py.EncodeText(t, s.String(), "utf-8", "strict")
}

// nameOf is a text that SQLite takes up to its first null character, where it may have none.
func nameOf(t *py.Thread, s *py.Str) (string, error) {
	name, err := encoded(t, s)
	if err == nil && strings.IndexByte(name, 0) >= 0 {
		err = py.Raise(py.ValueError, "embedded null character")
	}
	return name, err
}

func fetchMany(t *py.Thread, k *cursor, a []py.Object) (py.Object, error) {
	n := k.arraySize
	if a[0] != nil {
		var err error
		if n, err = intOf(t, a[0]); err != nil {
			return nil, err
		}
	}
	return k.fetch(t, n)
}

// fetch gets so many rows; fewer than 1 is all.
func (k *cursor) fetch(t *py.Thread, n int) (py.Object, error) {
	var rows []py.Object
	for {
		v, err := k.next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return py.NewList(rows...), nil
		}
		rows = append(rows, v)
		if len(rows) == n {
			return py.NewList(rows...), nil
		}
	}
}

func closeCursor(t *py.Thread, a []py.Object) (py.Object, error) {
	k := py.Native(a[0]).(*cursor)
	switch {
	case k.conn == nil:
		return nil, programming("Base Cursor.__init__ not called.")
	case k.locked:
		return nil, programming("Recursive use of cursors not allowed.")
	}
	if err := k.conn.usable(t); err != nil {
		return nil, err
	}
	k.closed = true
	return py.None, k.reset(t)
}

func cursorGetSets() []*py.GetSet {
	read := func(name string, f func(k *cursor) py.Object) *py.GetSet {
		return &py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return f(py.Native(o).(*cursor)), nil },
			Set: func(*py.Thread, py.Object, py.Object) error { return py.Raise(py.AttributeError, "readonly attribute") }}
	}
	return []*py.GetSet{
		read("description", func(k *cursor) py.Object { return k.description }),
		read("lastrowid", func(k *cursor) py.Object { return k.lastRow }),
		read("rowcount", func(k *cursor) py.Object { return py.MakeInt(k.rowCount) }),
		read("connection", func(k *cursor) py.Object {
			if k.conn == nil {
				return py.None
			}
			return k.conn.self
		}),
		{Name: "arraysize", Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
			return py.MakeInt(int64(py.Native(o).(*cursor).arraySize)), nil
		}, Set: func(t *py.Thread, o, v py.Object) error {
			if v == nil {
				return py.Raise(py.TypeError, "can't delete numeric/char attribute")
			}
			n, err := intOf(t, v)
			py.Native(o).(*cursor).arraySize = n
			return err
		}},
		{Name: "row_factory", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return py.Native(o).(*cursor).rowFactory, nil },
			Set: func(_ *py.Thread, o, v py.Object) error {
				py.Native(o).(*cursor).rowFactory = py.OrNone(v)
				return nil
			}},
	}
}
