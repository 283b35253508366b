package sqlite

import (
	"github.com/ncruces/go-sqlite3"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// bind gives a statement its parameters: a sequence, or a mapping by name.
func (c *connection) bind(t *py.Thread, st *statement, params py.Object) error {
	var items []py.Object
	switch p := params.(type) {
	case *py.Tuple:
		items = p.Items
	case *py.List:
		return c.bindList(t, st, p)
	default:
		if _, ok := py.Native(params).(*py.Dict); ok {
			return c.bindNames(t, st, params)
		}
		if params.Class().Lookup("__getitem__") == nil {
			return programming("parameters are of unsupported type")
		}
		return c.bindSequence(t, st, params)
	}
	if len(items) != st.params {
		return wrongCount(st.params, len(items))
	}
	for i, v := range items {
		if err := c.bindValue(t, st, i+1, v); err != nil {
			return err
		}
	}
	return nil
}

// bindList takes a list, which adapters may change.
func (c *connection) bindList(t *py.Thread, st *statement, list *py.List) error {
	if len(list.Items) != st.params {
		return wrongCount(st.params, len(list.Items))
	}
	for i := range st.params {
		if i >= len(list.Items) {
			return py.Raise(py.IndexError, "list index out of range")
		}
		if err := c.bindValue(t, st, i+1, list.Items[i]); err != nil {
			return err
		}
	}
	return nil
}

func wrongCount(want, got int) error {
	return programming("Incorrect number of bindings supplied. The current statement uses %d, and there are %d supplied.", want, got)
}

func (c *connection) bindSequence(t *py.Thread, st *statement, params py.Object) error {
	n, err := t.Len(params)
	if err != nil {
		return err
	}
	if n != st.params {
		return wrongCount(st.params, n)
	}
	for i := range n {
		v, err := t.GetItem(params, py.MakeInt(int64(i)))
		if err != nil {
			return err
		}
		if err := c.bindValue(t, st, i+1, v); err != nil {
			return err
		}
	}
	return nil
}

func (c *connection) bindNames(t *py.Thread, st *statement, params py.Object) error {
	for i := 1; i <= st.params; i++ {
		name := st.stmt.BindName(i)
		if name == "" {
			return programming("Binding %d has no name, but you supplied a dictionary (which has only names).", i)
		}
		v, err := t.GetItem(params, py.NewStr(name[1:]))
		if py.Caught(err, py.LookupError) != nil {
			return programming("You did not supply a value for binding parameter :%s.", name[1:])
		}
		if err != nil {
			return err
		}
		if err := c.bindValue(t, st, i, v); err != nil {
			return err
		}
	}
	return nil
}

// bindValue gives a parameter its value, adapted where it is of no class that SQLite has.
func (c *connection) bindValue(t *py.Thread, st *statement, i int, v py.Object) error {
	if adaptable(c.state, v) {
		adapted, err := c.state.adapt(t, v, protocolClass(), v)
		if err != nil {
			return err
		}
		v = adapted
	}
	switch x := v.(type) {
	case py.Int:
		return st.stmt.BindInt64(i, int64(x))
	case py.Float:
		return st.stmt.BindFloat(i, float64(x))
	case *py.Str:
		return bindText(t, st.stmt, i, x)
	}
	if v == py.None {
		return st.stmt.BindNull(i)
	}
	return bindOther(t, st.stmt, i, v)
}

func bindText(t *py.Thread, stmt *sqlite3.Stmt, i int, s *py.Str) error {
	text, err := encoded(t, s)
	if err != nil {
		return err
	}
	return stmt.BindText(i, text)
}

// bindOther is for subclasses of what SQLite has, and for bytes.
func bindOther(t *py.Thread, stmt *sqlite3.Stmt, i int, v py.Object) error {
	switch x := py.Native(v).(type) {
	case py.Int:
		return stmt.BindInt64(i, int64(x))
	case *py.Bool:
		return stmt.BindBool(i, x == py.True)
	case *py.BigInt:
		return py.Raise(py.OverflowError, "Python int too large to convert to SQLite INTEGER")
	case py.Float:
		return stmt.BindFloat(i, float64(x))
	case *py.Str:
		return bindText(t, stmt, i, x)
	}
	data, ok, err := blobOf(t, v)
	if err != nil {
		return err
	}
	if ok {
		return stmt.BindBlob(i, []byte(data))
	}
	return programming("Error binding parameter %d: type '%s' is not supported", i, v.Class().Name)
}

// blobOf is the contents of an object that has bytes.
func blobOf(t *py.Thread, v py.Object) (data string, ok bool, err error) {
	switch b := py.Native(v).(type) {
	case py.Buffer:
		return string(b.Bytes()), true, nil
	case *py.MemoryView:
		whole, err := t.GetAttr(b, "c_contiguous")
		if err != nil {
			return "", false, err
		}
		if whole != py.True {
			return "", false, py.Raise(py.BufferError, "memoryview: underlying buffer is not C-contiguous")
		}
	}
	data, ok = py.BytesLike(v)
	return data, ok, nil
}
