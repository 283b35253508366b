package io

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

var (
	stringSignature = py.Sign("initial_value=, newline=")
	bytesSignature  = py.Sign("initial_bytes=")
)

func newStringIO(t *py.Thread, a py.Args) (*file, error) {
	v, err := stringSignature.Bind("StringIO", a)
	if err != nil {
		return nil, err
	}
	m := &memory{}
	f := &file{kind: stringKind, core: &core{of: m, readable: true, writable: true}, text: true, errors: "strict", newline: "\n"}
	if v[1] != nil {
		f.universal = v[1] == py.None
		s, ok := py.Native(v[1]).(*py.Str)
		if ok {
			f.newline = s.String()
		} else if !f.universal {
			return nil, py.Raise(py.TypeError, "newline must be str or None, not %s", v[1].Class().FullName())
		}
		if !goodNewline(f.newline) {
			r, err := t.Repr(v[1])
			if err != nil {
				return nil, err
			}
			return nil, py.Raise(py.ValueError, "illegal newline value: %s", r)
		}
	}
	if v[0] != nil && v[0] != py.None {
		if _, ok := py.Native(v[0]).(*py.Str); !ok {
			return nil, py.Raise(py.TypeError, "initial_value must be str or None, not %s", v[0].Class().FullName())
		}
		if m.data, err = f.contents(t, v[0]); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func newBytesIO(t *py.Thread, a py.Args) (*file, error) {
	v, err := bytesSignature.Bind("BytesIO", a)
	if err != nil {
		return nil, err
	}
	m := &memory{}
	f := &file{kind: bytesKind, core: &core{of: m, readable: true, writable: true}}
	if v[0] != nil && v[0] != py.None {
		if m.data, err = f.contents(t, v[0]); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func getValue(t *py.Thread, f *file, _ []py.Object) (py.Object, error) {
	if err := f.usable(); err != nil {
		return nil, err
	}
	data := f.of.(*memory).data
	if f.text {
		return py.NewStr(string(data)), nil
	}
	return py.NewBytes(string(data)), nil
}

// A shown is what a view of a BytesIO is of: its contents, which the view changes.
type shown struct {
	*memory
	py.Exports
}

var shownClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_io", "_BytesIOBuffer", nil, func(*py.Class) {})
})

// Class returns the class _io._BytesIOBuffer.
func (*shown) Class() *py.Class { return shownClass() }

// Bytes are the contents.
func (s *shown) Bytes() []byte { return s.data }

// ItemFormat is that of bytes.
func (*shown) ItemFormat() (string, int) { return "B", 1 }

// getBuffer is a view of the contents.
func getBuffer(t *py.Thread, f *file, _ []py.Object) (py.Object, error) {
	if err := f.usable(); err != nil {
		return nil, err
	}
	m := f.of.(*memory)
	if m.shown == nil {
		m.shown = &shown{memory: m}
	}
	return t.Call(py.MemoryViewClass, m.shown)
}
