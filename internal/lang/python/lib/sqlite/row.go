package sqlite

import (
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A rowObject is a sqlite3.Row: values with names.
type rowObject struct {
	values      *py.Tuple
	description py.Object
}

// Class returns the class sqlite3.Row.
func (*rowObject) Class() *py.Class { return rowClass() }

var rowClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("sqlite3", "Row", nil, func(c *py.Class) {
		c.Dotted()
		c.Slots.New = makeRow
		c.Slots.Init = func(*py.Thread, py.Object, py.Args) error { return nil }
		c.Slots.Len = func(_ *py.Thread, o py.Object) (int, error) { return len(rowOf(o).values.Items), nil }
		c.Slots.GetItem = func(t *py.Thread, o, key py.Object) (py.Object, error) { return rowOf(o).item(t, key) }
		c.Slots.Iter = func(t *py.Thread, o py.Object) (py.Object, error) { return t.Iter(rowOf(o).values) }
		c.Slots.Hash = func(t *py.Thread, o py.Object) (int64, error) {
			x, err := py.Hash(t, rowOf(o).description)
			if err != nil {
				return 0, err
			}
			y, err := py.Hash(t, rowOf(o).values)
			return x ^ y, err
		}
		c.Slots.Compare = compareRows
		c.AddMethods(py.MethodTable{{Name: "keys", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			return py.NewList(rowOf(a[0]).names()...), nil
		}}})
		c.TakesSequencePatterns()
	})
})

func rowOf(o py.Object) *rowObject { return py.Native(o).(*rowObject) }

func newRow(k *cursor, values *py.Tuple) *rowObject { return &rowObject{values, k.description} }

func makeRow(_ *py.Thread, cls *py.Class, args py.Args) (py.Object, error) {
	a, err := py.Sign("cursor, data, /").Bind("Row", args)
	if err != nil {
		return nil, err
	}
	k, ok := py.Native(a[0]).(*cursor)
	if !ok {
		return nil, py.Raise(py.TypeError, "Row() argument 1 must be sqlite3.Cursor, not %s", a[0].Class().Name)
	}
	values, ok := py.Native(a[1]).(*py.Tuple)
	if !ok {
		return nil, py.Raise(py.TypeError, "Row() argument 2 must be tuple, not %s", a[1].Class().Name)
	}
	return py.NewOf(cls, newRow(k, values)), nil
}

// names are the columns' names.
func (r *rowObject) names() []py.Object {
	d, ok := r.description.(*py.Tuple)
	if !ok {
		return nil
	}
	names := make([]py.Object, len(d.Items))
	for i, column := range d.Items {
		names[i] = column.(*py.Tuple).Items[0]
	}
	return names
}

// item is a value by its number, its name or a slice of numbers.
func (r *rowObject) item(t *py.Thread, key py.Object) (py.Object, error) {
	switch x := py.Native(key).(type) {
	case py.Int, *py.Bool, *py.BigInt, *py.Slice:
		v, err := t.GetItem(r.values, key)
		if py.Caught(err, py.IndexError) != nil {
			if _, big := x.(*py.BigInt); !big {
				return nil, py.Raise(py.IndexError, "tuple index out of range")
			}
		}
		return v, err
	case *py.Str:
		for i, name := range r.names() {
			if sameName(name.(*py.Str).String(), x.String()) && i < len(r.values.Items) {
				return r.values.Items[i], nil
			}
		}
		return nil, py.Raise(py.IndexError, "No item with that key")
	}
	return nil, py.Raise(py.IndexError, "Index must be int or string")
}

// sameName compares names as SQLite does, without regard to the case of ASCII letters.
func sameName(x, y string) bool { return x == y || len(x) == len(y) && asciiLower(x) == asciiLower(y) }

func asciiLower(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 0x20
		}
		return r
	}, s)
}

func compareRows(t *py.Thread, op py.Cmp, x, y py.Object) (py.Object, error) {
	other, ok := py.Native(y).(*rowObject)
	if !ok || op != py.EQ && op != py.NE {
		return py.NotImplemented, nil
	}
	same, err := py.Equal(t, rowOf(x).description, other.description)
	if err == nil && same {
		same, err = py.Equal(t, rowOf(x).values, other.values)
	}
	return py.Of(same == (op == py.EQ)), err
}
