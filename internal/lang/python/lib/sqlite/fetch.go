package sqlite

import (
	"strings"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// next is the next row, or nil. The one after it is looked for at once, as CPython does.
func (k *cursor) next(t *py.Thread) (py.Object, error) {
	if err := k.usable(t); err != nil {
		return nil, err
	}
	if k.statement == nil {
		return nil, nil
	}
	c := k.conn
	st := k.statement
	var values []py.Object
	k.locked = true
	err := c.db.run(t, func() error {
		n := st.stmt.DataCount()
		if n == 0 {
			k.drop()
			return nil
		}
		var err error
		if values, err = k.row(t, st, n); err != nil {
			return err
		}
		at, err := c.db.step(st)
		if err == nil && at == done {
			if st.changes {
				k.rowCount = c.db.conn.Changes()
			}
			k.drop()
		}
		return err
	})
	k.locked = false
	if err != nil {
		if e := k.reset(t); e != nil && !isException(e) {
			return nil, e
		}
		return nil, err
	}
	if values == nil {
		return nil, nil
	}
	v := py.NewTuple(values...)
	if k.rowFactory == py.None {
		return v, nil
	}
	if k.rowFactory == rowClass() {
		return newRow(k, v), nil
	}
	return t.Call(k.rowFactory, k.self, v)
}

// row is the values of the row that a statement is at.
func (k *cursor) row(t *py.Thread, st *statement, n int) ([]py.Object, error) {
	if cap(k.values) < n {
		k.values = make([]any, n)
	}
	raw := k.values[:n]
	if err := st.stmt.Columns(raw...); err != nil {
		return nil, err
	}
	values := make([]py.Object, n)
	special := 0
	for i, v := range raw {
		if i < len(k.casts) && k.casts[i] != nil {
			special++
			continue
		}
		switch v := v.(type) {
		case int64:
			values[i] = py.MakeInt(v)
		case float64:
			values[i] = py.Float(v)
		case nil:
			values[i] = py.None
		case []byte:
			values[i] = py.NewBytes(string(v))
		case string:
			if k.conn.textMaker != py.StrClass || !utf8.ValidString(v) {
				special++
				continue
			}
			values[i] = py.NewStr(v)
		}
		raw[i] = nil
	}
	if special == 0 {
		return values, nil
	}
	return values, k.convert(t, st, raw, values)
}

// convert makes the values that take calls of the program's functions.
func (k *cursor) convert(t *py.Thread, st *statement, raw []any, values []py.Object) error {
	for i := range values {
		if values[i] != nil {
			continue
		}
		var err error
		if i < len(k.casts) && k.casts[i] != nil {
			data := string(st.stmt.ColumnRawBlob(i))
			if data == "" {
				values[i] = py.None
				continue
			}
			values[i], err = t.Call(k.casts[i], py.NewBytes(data))
		} else {
			values[i], err = k.text(t, st, i, raw[i].(string))
		}
		raw[i] = nil
		if err != nil {
			return err
		}
	}
	return nil
}

// text makes a text by the connection's text_factory.
func (k *cursor) text(t *py.Thread, st *statement, column int, s string) (py.Object, error) {
	switch k.conn.textMaker {
	case py.StrClass:
		name := k.conn.columnName(st.stmt.ColumnName(column))
		return nil, operational("Could not decode to UTF-8 column '%s' with text '%s'", name, strings.ToValidUTF8(s, "\ufffd"))
	case py.BytesClass:
		return py.NewBytes(s), nil
	case py.ByteArrayClass:
		return py.NewByteArray([]byte(s)), nil
	}
	return t.Call(k.conn.textMaker, py.NewBytes(s))
}
