// Package csv is Python's module _csv: the reader and the writer of module csv, which is
// written in Python.
package csv

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// state is what an execution has set.
type state struct {
	dialects *py.Dict // by name
	limit    int      // of a field's length, in characters
}

var errorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_csv", "Error", py.Exception, func(*py.Class) {})
})

func failed(text string, args ...any) error { return py.Raise(errorClass(), text, args...) }

// options are the parameters of a dialect, in a call.
const options = "delimiter=, doublequote=, escapechar=, lineterminator=, quotechar=, quoting=, skipinitialspace=, strict="

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	s := &state{dialects: py.NewDict(), limit: 128 << 10}
	m := py.NewModule("_csv")
	m.Set("Error", errorClass()).Set("Dialect", dialectClass()).Set("Reader", readerClass()).Set("Writer", writerClass())
	for i, name := range []string{"QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE"} {
		m.Set(name, py.MakeInt(int64(i)))
	}
	m.Add("reader", "iterable, /, dialect=, *, "+options, s.newReader)
	m.Add("writer", "file, /, dialect=, *, "+options, s.newWriter)
	m.Add("register_dialect", "name, /, dialect=, *, "+options, s.register)
	m.Add("unregister_dialect", "name", func(t *py.Thread, a []py.Object) (py.Object, error) {
		if v, err := s.dialects.Del(t, a[0]); v != nil || err != nil {
			return py.None, err
		}
		return nil, failed("unknown dialect")
	})
	m.Add("get_dialect", "name", func(t *py.Thread, a []py.Object) (py.Object, error) { return s.named(t, a[0]) })
	m.Add("list_dialects", "", func(*py.Thread, []py.Object) (py.Object, error) { return py.NewList(s.dialects.Keys()...), nil })
	m.Add("field_size_limit", "limit=, /", s.fieldSizeLimit)
	return m, nil
}

func (s *state) fieldSizeLimit(t *py.Thread, a []py.Object) (py.Object, error) {
	old := s.limit
	if a[0] != nil {
		if _, ok := py.Native(a[0]).(py.Int); !ok {
			return nil, py.Raise(py.TypeError, "limit must be an integer")
		}
		n, err := t.Index(a[0])
		if err != nil {
			return nil, err
		}
		s.limit = n
	}
	return py.MakeInt(int64(old)), nil
}

func (s *state) named(t *py.Thread, name py.Object) (py.Object, error) {
	d, err := s.dialects.Get(t, name)
	if err != nil {
		return nil, err
	}
	if d == nil {
		return nil, failed("unknown dialect")
	}
	return d, nil
}

func (s *state) register(t *py.Thread, a []py.Object) (py.Object, error) {
	if _, ok := py.Native(a[0]).(*py.Str); !ok {
		return nil, py.Raise(py.TypeError, "dialect name must be a string")
	}
	d, err := s.dialectOf(t, a[1], a[2:])
	if err != nil {
		return nil, err
	}
	return py.None, s.dialects.Set(t, a[0], &py.Opaque[*dialect]{Of: dialectClass(), Value: d})
}

// dialectOf is the dialect that a call gives: a name, an object with attributes or none,
// and parameters.
func (s *state) dialectOf(t *py.Thread, x py.Object, params []py.Object) (*dialect, error) {
	if _, ok := x.(*py.Str); ok {
		var err error
		if x, err = s.named(t, x); err != nil {
			return nil, err
		}
	}
	return newDialect(t, x, params)
}
