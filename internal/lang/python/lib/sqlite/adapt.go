package sqlite

import (
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// protocolClass is sqlite3.PrepareProtocol, what objects are adapted to.
var protocolClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("sqlite3", "PrepareProtocol", nil, func(c *py.Class) {
		c.Slots.New = func(_ *py.Thread, cls *py.Class, _ py.Args) (py.Object, error) {
			return py.NewOf(cls, &py.Opaque[struct{}]{Of: c}), nil
		}
	})
})

// adaptable reports whether there may be an adapter for v.
func adaptable(s *state, v py.Object) bool {
	if s.adaptsBase {
		return true
	}
	switch v.(type) {
	case py.Int, *py.BigInt, py.Float, *py.Str, *py.ByteArray:
		return false
	}
	return v != py.None || s.adapters.Len() > 0
}

// adapt is what an object is for a protocol, or alt, or an error when that is nil.
func (s *state) adapt(t *py.Thread, v, protocol, alt py.Object) (py.Object, error) {
	adapter, err := s.adapters.Get(t, py.NewTuple(v.Class(), protocol))
	if err != nil {
		return nil, err
	}
	if adapter != nil {
		return t.Call(adapter, v)
	}
	for _, way := range []struct {
		of, to py.Object
		name   string
	}{{protocol, v, "__adapt__"}, {v, protocol, "__conform__"}} {
		f, err := t.Attr(way.of, way.name)
		if err != nil {
			return nil, err
		}
		if f == nil {
			continue
		}
		r, err := t.Call(f, way.to)
		if err != nil && py.Caught(err, py.TypeError) == nil {
			return nil, err
		}
		if err == nil && r != py.None {
			return r, nil
		}
	}
	if alt != nil {
		return alt, nil
	}
	return nil, programming("can't adapt")
}

func adaptFunction(t *py.Thread, a []py.Object) (py.Object, error) {
	protocol := a[1]
	if protocol == nil {
		protocol = protocolClass()
	}
	return stateOf(t).adapt(t, a[0], protocol, a[2])
}

func registerAdapter(t *py.Thread, a []py.Object) (py.Object, error) {
	s := stateOf(t)
	switch a[0] {
	case py.IntClass, py.FloatClass, py.StrClass, py.ByteArrayClass:
		s.adaptsBase = true
	}
	return py.None, s.adapters.Set(t, py.NewTuple(a[0], protocolClass()), a[1])
}

func registerConverter(t *py.Thread, a []py.Object) (py.Object, error) {
	name, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "register_converter() argument 1 must be str, not %s", py.ArgClass(a[0]))
	}
	upper, err := t.GetAttr(name, "upper")
	if err != nil {
		return nil, err
	}
	key, err := t.Call(upper)
	if err != nil {
		return nil, err
	}
	return py.None, stateOf(t).converters.Set(t, key, a[1])
}

// Ways to find converters, in detect_types.
const (
	byDeclared = 1
	byName     = 2
)

// converter is the converter of a column, or nil.
func (c *connection) converter(t *py.Thread, st *statement, column int) (py.Object, error) {
	if c.detect&byName != 0 {
		if _, rest, ok := strings.Cut(st.stmt.ColumnName(column), "["); ok {
			if name, _, ok := strings.Cut(rest, "]"); ok {
				if f, err := c.named(t, name); f != nil || err != nil {
					return f, err
				}
			}
		}
	}
	if c.detect&byDeclared == 0 {
		return nil, nil
	}
	declared := st.stmt.ColumnDeclType(column)
	if i := strings.IndexAny(declared, " ("); i >= 0 {
		declared = declared[:i]
	}
	if declared == "" {
		return nil, nil
	}
	return c.named(t, declared)
}

func (c *connection) named(t *py.Thread, name string) (py.Object, error) {
	return c.state.converters.Get(t, py.NewStr(strings.ToUpper(name)))
}

// columnName is a column's name, without what says its converter.
func (c *connection) columnName(name string) string {
	if c.detect&byName == 0 {
		return name
	}
	before, _, ok := strings.Cut(name, "[")
	if !ok {
		return name
	}
	return strings.TrimSuffix(before, " ")
}
