// Package structs is Python's module struct.
package structs

import (
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("struct")
	m.Set("error", errorClass()).Set("Struct", structClass())
	m.Add("calcsize", "format, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		l, err := cachedLayout(t, a[0])
		if err != nil {
			return nil, err
		}
		return py.MakeInt(int64(l.size)), nil
	})
	m.Add("pack", "*args", func(t *py.Thread, a []py.Object) (py.Object, error) {
		args := a[0].(*py.Tuple).Items
		if len(args) == 0 {
			return nil, py.Raise(py.TypeError, "missing format argument")
		}
		l, err := cachedLayout(t, args[0])
		if err != nil {
			return nil, err
		}
		return l.packed(t, args[1:])
	})
	m.Add("pack_into", "format, *args", func(t *py.Thread, a []py.Object) (py.Object, error) {
		l, err := cachedLayout(t, a[0])
		if err != nil {
			return nil, err
		}
		return l.packInto(t, a[1].(*py.Tuple).Items)
	})
	for name, fn := range methods {
		m.Add(name, "format, "+fn.signature, func(t *py.Thread, a []py.Object) (py.Object, error) {
			l, err := cachedLayout(t, a[0])
			if err != nil {
				return nil, err
			}
			return fn.call(t, l, a)
		})
	}
	m.Add("_clearcache", "/", func(*py.Thread, []py.Object) (py.Object, error) { return py.None, nil })
	return m, nil
}

var errorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("struct", "error", py.Exception, func(*py.Class) {})
})

type object = py.Opaque[*layout]

var structClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_struct", "Struct", nil, func(c *py.Class) {
		signature := py.Sign("format")
		c.Slots.New = func(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
			args, err := signature.Bind("Struct", a)
			if err != nil {
				return nil, err
			}
			l, err := layoutOf(t, args[0])
			if err != nil {
				return nil, err
			}
			return py.NewOf(cls, &object{Of: c, Value: l}), nil
		}
		c.WeaklyReferenced = true
		self := func(x py.Object) *layout { return py.Native(x).(*object).Value }
		c.AddGetSets(
			&py.GetSet{Name: "format", Get: func(_ *py.Thread, x py.Object) (py.Object, error) { return py.NewStr(self(x).text), nil }},
			&py.GetSet{Name: "size", Get: func(_ *py.Thread, x py.Object) (py.Object, error) { return py.MakeInt(int64(self(x).size)), nil }},
		)
		table := py.MethodTable{
			{Name: "pack", Signature: "*args", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				return self(a[0]).packed(t, a[1].(*py.Tuple).Items)
			}},
			{Name: "pack_into", Signature: "*args", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				return self(a[0]).packInto(t, a[1].(*py.Tuple).Items)
			}},
		}
		for name, fn := range methods {
			table = append(table, py.MethodTable{{Name: name, Signature: fn.signature, Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				return fn.call(t, self(a[0]), a)
			}}}...)
		}
		c.AddMethods(table)
	})
})

type layoutsKey struct{}

// maxLayouts is how many layouts are kept; then all are dropped.
const maxLayouts = 100

// cachedLayout is the layout of a format that is used again and again.
func cachedLayout(t *py.Thread, x py.Object) (*layout, error) {
	layouts, _ := t.In.Data[layoutsKey{}].(map[string]*layout)
	_, isText := x.(*py.Str)
	text, _ := py.TextOf(x)
	if l := layouts[text]; isText && l != nil {
		return l, nil
	}
	if _, err := py.Hash(t, x); err != nil {
		return nil, err
	}
	l, err := layoutOf(t, x)
	if err != nil || !isText {
		return l, err
	}
	if layouts == nil || len(layouts) == maxLayouts {
		layouts = map[string]*layout{}
		t.In.Data[layoutsKey{}] = layouts
	}
	layouts[text] = l
	return l, nil
}

func layoutOf(t *py.Thread, x py.Object) (*layout, error) {
	text, ok := py.TextOf(x)
	if !ok {
		return nil, py.Raise(py.TypeError, "Struct() argument 1 must be a str or bytes object, not %s", x.Class().OwnName())
	}
	if _, isText := py.Native(x).(*py.Str); isText {
		if _, err := py.EncodeText(t, text, "ascii", "strict"); err != nil {
			return nil, err
		}
	}
	if strings.IndexByte(text, 0) >= 0 {
		return nil, failure("embedded null character")
	}
	return readLayout(text)
}

func (l *layout) packed(t *py.Thread, values []py.Object) (py.Object, error) {
	if len(values) != l.count { // before anything is allocated
		return nil, l.pack(t, nil, values)
	}
	b := make([]byte, l.size)
	if err := l.pack(t, b, values); err != nil {
		return nil, err
	}
	return py.NewBytes(string(b)), nil
}

// packInto has the buffer, the offset and the values.
func (l *layout) packInto(t *py.Thread, args []py.Object) (py.Object, error) {
	switch len(args) {
	case 0:
		return nil, failure("pack_into expected buffer argument")
	case 1:
		return nil, failure("pack_into expected offset argument")
	}
	if len(args)-2 != l.count {
		return nil, failure("pack_into expected %d items for packing (got %d)", l.count, len(args)-2)
	}
	b := py.Writable(args[0])
	if b == nil {
		return nil, py.Raise(py.TypeError, "argument must be read-write bytes-like object, not %s", py.ArgClass(args[0]))
	}
	at, err := l.place(t, args[1], len(b), "pack_into", "packing")
	if err != nil {
		return nil, err
	}
	packed := make([]byte, l.size)
	if err := l.pack(t, packed, args[2:]); err != nil {
		return nil, err
	}
	if b = py.Writable(args[0]); len(b) >= at+l.size { // conversions may have changed it
		copy(b[at:], packed)
	}
	return py.None, nil
}

// place is an offset into a buffer, counted from the end where it is negative.
func (l *layout) place(t *py.Thread, x py.Object, length int, name, doing string) (int, error) {
	at, err := t.Index(x)
	if err != nil {
		return 0, err
	}
	given := at
	if at < 0 {
		if at+l.size > 0 {
			what := "not enough data to unpack"
			if doing == "packing" {
				what = "no space to pack"
			}
			return 0, failure("%s %d bytes at offset %d", what, l.size, at)
		}
		at += length
	}
	if at < 0 {
		return 0, failure("offset %d out of range for %d-byte buffer", given, length)
	}
	if length-at < l.size {
		return 0, failure("%s requires a buffer of at least %d bytes for %s %d bytes at offset %d (actual buffer size is %d)", name, uint64(at)+uint64(l.size), doing, l.size, at, length)
	}
	return at, nil
}
