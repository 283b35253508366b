// Package array is Python's module array.
package array

import (
	"slices"
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// maxData bounds the bytes of an array.
const maxData = 1 << 29

// An array is an array.array. It implements py.Buffer.
type array struct {
	code byte
	size int // of an item, in bytes
	data []byte
	py.Exports
}

// Class returns the class array.array.
func (*array) Class() *py.Class { return class() }

// Bytes are the contents, good until they change.
func (a *array) Bytes() []byte { return a.data }

// ItemFormat is the format that memoryviews have.
func (a *array) ItemFormat() (string, int) {
	if a.code == 'u' {
		return "w", a.size
	}
	return string([]byte{a.code}), a.size
}

// Weakly is part of py.WeaklyReferable.
func (a *array) Weakly() func() py.Object { return py.Weakly(a) }

func newArray(code byte, data []byte) *array {
	return &array{code: code, size: sizeOf(code), data: data}
}

// of is the array that x is.
func of(x py.Object) *array { return py.Native(x).(*array) }

func (a *array) len() int { return len(a.data) / a.size }

// at is the bytes of an item.
func (a *array) at(i int) []byte { return a.data[i*a.size : (i+1)*a.size] }

// get is an item, whose number is in range.
func (a *array) get(i int) (py.Object, error) { return a.item(a.at(i)) }

// resizable is the error of a change of the length while somebody looks at it, or of one
// to more than there may be.
func (a *array) resizable(t *py.Thread, by int) error {
	if a.Exported(t, a) {
		return py.Raise(py.BufferError, "cannot resize an array that is exporting buffers")
	}
	if len(a.data)+by > maxData {
		return py.NewExc(py.MemoryError)
	}
	return nil
}

// append appends a value.
func (a *array) append(t *py.Thread, x py.Object) error {
	v, err := encode(t, a.code, x)
	if err != nil {
		return err
	}
	if err := a.resizable(t, a.size); err != nil {
		return err
	}
	var b [8]byte
	py.PutBufferItem(b[:a.size], v)
	a.data = append(a.data, b[:a.size]...)
	return nil
}

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("array")
	m.Set("array", class()).Set("ArrayType", class()).Set("typecodes", py.NewStr(codes))
	m.Add("_array_reconstructor", "arraytype, typecode, mformat_code, items, /", reconstruct)
	return m, nil
}

// Class is the class array.array.
func Class() *py.Class { return class() }

var class = sync.OnceValue(func() *py.Class {
	return py.DefineClass("array", "array", nil, func(c *py.Class) {
		c.Dotted()
		c.KeepInstances()
		c.TakesSequencePatterns()
		c.Slots.New = construct
		setSlots(&c.Slots)
		c.Slots.Repr = represent
		c.Dict.SetStr("__hash__", py.None)
		c.Slots.Hash = py.Unhashable
		c.AddGetSets(
			&py.GetSet{Name: "typecode", Get: func(_ *py.Thread, x py.Object) (py.Object, error) { return py.NewStr(string([]byte{of(x).code})), nil }},
			&py.GetSet{Name: "itemsize", Get: func(_ *py.Thread, x py.Object) (py.Object, error) { return py.MakeInt(int64(of(x).size)), nil }},
		)
		c.AddMethods(methods())
		c.AddWholeMethods(py.MethodTable{{Name: "__reduce_ex__", Signature: "value, /", Fn: reduce}})
	})
})

// construct is array(typecode, initializer).
func construct(t *py.Thread, cls *py.Class, args py.Args) (py.Object, error) {
	if !cls.Heap && len(args.Names) > 0 {
		return nil, py.Raise(py.TypeError, "array.array() takes no keyword arguments")
	}
	p := args.Pos
	switch {
	case len(p) == 0:
		return nil, py.Raise(py.TypeError, "array() takes at least 1 argument (0 given)")
	case len(p) > 2:
		return nil, py.Raise(py.TypeError, "array() takes at most 2 arguments (%d given)", len(p))
	}
	s, ok := py.Native(p[0]).(*py.Str)
	if !ok || s.Len() != 1 {
		return nil, py.Raise(py.TypeError, "array() argument 1 must be a unicode character, not %s", py.ArgClass(p[0]))
	}
	var initial py.Object
	if len(p) == 2 {
		initial = p[1]
	}
	code := s.String()[0]
	if code != 'u' && initial != nil {
		if err := refuseText(s.String(), initial); err != nil {
			return nil, err
		}
	}
	if s.String() != string([]byte{code}) || sizeOf(code) == 0 {
		return nil, py.Raise(py.ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
	}
	a := newArray(code, nil)
	if initial != nil {
		if err := a.initialize(t, initial); err != nil {
			return nil, err
		}
	}
	return py.NewOf(cls, a), nil
}

// refuseText is the error of an array of numbers of a text.
func refuseText(code string, initial py.Object) error {
	switch x := py.Native(initial).(type) {
	case *py.Str:
		return py.Raise(py.TypeError, "cannot use a str to initialize an array with typecode '%s'", code)
	case *array:
		if x.code == 'u' {
			return py.Raise(py.TypeError, "cannot use a unicode array to initialize an array with typecode '%s'", code)
		}
	}
	return nil
}

func (a *array) initialize(t *py.Thread, initial py.Object) error {
	switch x := py.Native(initial).(type) {
	case *py.Str:
		return a.appendText(t, x)
	case *py.Bytes, *py.ByteArray:
		s, _ := py.BytesOf(x)
		return a.appendBytes(t, s)
	case *array:
		if x.code == a.code {
			a.data = slices.Clone(x.data)
			return nil
		}
	}
	return t.Each(initial, func(v py.Object) error { return a.append(t, v) })
}

func (a *array) appendBytes(t *py.Thread, s string) error {
	if len(s)%a.size != 0 {
		return py.Raise(py.ValueError, "bytes length not a multiple of item size")
	}
	if s == "" {
		return nil
	}
	if err := a.resizable(t, len(s)); err != nil {
		return err
	}
	a.data = append(a.data, s...)
	return nil
}

// appendText appends the characters of a text.
func (a *array) appendText(t *py.Thread, s *py.Str) error {
	if err := a.resizable(t, a.size*s.Len()); err != nil {
		return err
	}
	for text := s.String(); text != ""; {
		if err := t.Stopped(); err != nil {
			return err
		}
		r, n := py.DecodeRune(text)
		text = text[n:]
		var b [4]byte
		py.PutBufferItem(b[:], uint64(r))
		a.data = append(a.data, b[:]...)
	}
	return nil
}

// text is the characters of an array of them.
func (a *array) text(t *py.Thread) (string, error) {
	var b strings.Builder
	for i := range a.len() {
		if err := t.Stopped(); err != nil {
			return "", err
		}
		c, err := a.get(i)
		if err != nil {
			return "", err
		}
		b.WriteString(c.(*py.Str).String())
	}
	return b.String(), nil
}

// list is the items.
func (a *array) list(t *py.Thread) ([]py.Object, error) {
	if len(a.data) > maxData/16 {
		return nil, py.NewExc(py.MemoryError)
	}
	items := make([]py.Object, a.len())
	for i := range items {
		if err := t.Stopped(); err != nil {
			return nil, err
		}
		v, err := a.get(i)
		if err != nil {
			return nil, err
		}
		items[i] = v
	}
	return items, nil
}

func represent(t *py.Thread, x py.Object) (py.Object, error) {
	a := of(x)
	begin := x.Class().Name
	begin = begin[strings.LastIndexByte(begin, '.')+1:] + "('" + string([]byte{a.code}) + "'"
	if a.len() == 0 {
		return py.NewStr(begin + ")"), nil
	}
	if a.code == 'u' {
		text, err := a.text(t)
		if err != nil {
			return nil, err
		}
		return py.NewStr(begin + ", " + py.Repr(t, py.NewStr(text)) + ")"), nil
	}
	items, err := a.list(t)
	if err != nil {
		return nil, err
	}
	text, err := t.Repr(py.NewList(items...))
	if err != nil {
		return nil, err
	}
	return py.NewStr(begin + ", " + text.String() + ")"), nil
}
