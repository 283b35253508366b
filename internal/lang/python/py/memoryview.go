package py

import "strings"

func setupMemoryView() {
	s := &MemoryViewClass.Slots
	MemoryViewClass.Sealed = true
	signature := Sign("object")
	s.New = func(t *Thread, _ *Class, a Args) (Object, error) {
		v, err := signature.bind("memoryview", a, 0)
		if err != nil {
			return nil, err
		}
		return newMemoryView(v[0])
	}
	s.Repr = func(_ *Thread, o Object) (Object, error) {
		text := "<memory at 0x"
		if o.(*MemoryView).released {
			text = "<released memory at 0x"
		}
		return NewStr(text + strings.ToLower(hexAddress(o)) + ">"), nil
	}
	s.Len = viewSlot(func(v *MemoryView) (int, error) { return v.n, nil })
	s.Hash = viewSlot(func(v *MemoryView) (int64, error) {
		if _, ok := v.base.(*ByteArray); ok {
			return 0, Raise(ValueError, "cannot hash writable memoryview object")
		}
		return hashString(v.contents()), nil
	})
	s.GetItem = memoryViewGetItem
	s.SetItem = memoryViewSetItem
	s.DelItem = func(_ *Thread, _, _ Object) error { return Raise(TypeError, "cannot delete memory") }
	s.Compare = func(t *Thread, op Cmp, x, y Object) (Object, error) {
		if op != EQ && op != NE {
			return NotImplemented, nil
		}
		if x == y {
			return Of(op == EQ), nil
		}
		return bytesCompare(t, op, x, y)
	}
	s.Iter = func(_ *Thread, o Object) (Object, error) {
		if err := o.(*MemoryView).usable(); err != nil {
			return nil, err
		}
		return &itemIterator{of: o}, nil
	}
	method := func(f func(v *MemoryView) (Object, error)) GoFunc {
		return func(_ *Thread, a []Object) (Object, error) {
			v := a[0].(*MemoryView)
			if err := v.usable(); err != nil {
				return nil, err
			}
			return f(v)
		}
	}
	MemoryViewClass.addMethods(MethodTable{
		{"tobytes", "order=None", method(func(v *MemoryView) (Object, error) { return bytesObject(strings.Clone(v.contents())), nil }), ""},
		{"tolist", "", method(func(v *MemoryView) (Object, error) { return v.list(), nil }), ""},
		{"hex", "sep=, bytes_per_sep=1", memoryViewHex, ""},
		{"toreadonly", "", method(func(v *MemoryView) (Object, error) {
			c := *v
			c.readOnly, c.entered = true, 0
			return &c, nil
		}), ""},
		{"cast", "format, shape=", memoryViewCast, ""},
		{"release", "", memoryViewRelease, ""},
		{"__enter__", "", method(memoryViewEnter), ""},
		{"__exit__", "*args", memoryViewRelease, ""},
	})
	memoryViewAttributes()
}

func memoryViewAttributes() {
	attr := func(name string, f func(v *MemoryView) Object) {
		MemoryViewClass.addGetSets(&GetSet{Name: name, Get: func(_ *Thread, o Object) (Object, error) {
			v := o.(*MemoryView)
			if err := v.usable(); err != nil {
				return nil, err
			}
			return f(v), nil
		}})
	}
	attr("obj", func(v *MemoryView) Object { return v.object })
	attr("nbytes", func(v *MemoryView) Object { return MakeInt(int64(v.n)) })
	attr("itemsize", func(*MemoryView) Object { return MakeInt(1) })
	attr("format", func(v *MemoryView) Object { return NewStr(v.format) })
	attr("ndim", func(*MemoryView) Object { return MakeInt(1) })
	attr("shape", func(v *MemoryView) Object { return NewTuple(MakeInt(int64(v.n))) })
	attr("strides", func(v *MemoryView) Object { return NewTuple(MakeInt(int64(v.step))) })
	attr("suboffsets", func(*MemoryView) Object { return NewTuple() })
	attr("readonly", func(v *MemoryView) Object { return Of(v.constant()) })
	attr("c_contiguous", func(v *MemoryView) Object { return Of(v.step == 1) })
	attr("f_contiguous", func(v *MemoryView) Object { return Of(v.step == 1) })
	attr("contiguous", func(v *MemoryView) Object { return Of(v.step == 1) })
}

// A MemoryView is a memoryview of bytes: every step-th of the base, from start on.
// Nobody counts references here, so that it isn't known when a view is no longer used:
// only those in a with statement keep a bytearray from changing its length. Others are as
// if they had been released when the bytearray has become too short.
type MemoryView struct {
	base     Object // a *Bytes or *ByteArray
	object   Object // what it was made of, which may be of a subclass
	start    int
	step     int
	n        int
	format   string // B, b or c
	readOnly bool
	released bool
	entered  int // with statements
}

// Class returns the class memoryview.
func (*MemoryView) Class() *Class { return MemoryViewClass }

func newMemoryView(x Object) (Object, error) {
	switch b := Native(x).(type) {
	case *MemoryView:
		if err := b.usable(); err != nil {
			return nil, err
		}
		v := *b
		v.entered = 0
		return &v, nil
	case *Bytes:
		return &MemoryView{base: b, object: x, step: 1, n: len(b.s), format: "B"}, nil
	case *ByteArray:
		return &MemoryView{base: b, object: x, step: 1, n: len(b.b), format: "B"}, nil
	}
	return nil, Raise(TypeError, "memoryview: a bytes-like object is required, not '%s'", x.Class().Name)
}

// memoryViewEnter is __enter__.
func memoryViewEnter(v *MemoryView) (Object, error) {
	if b, ok := v.base.(*ByteArray); ok {
		b.views++
		v.entered++
	}
	return v, nil
}

func (v *MemoryView) usable() error {
	all, _ := bytesLike(v.base)
	if v.released || v.n > 0 && max(v.start, v.start+(v.n-1)*v.step) >= len(all) {
		return Raise(ValueError, "operation forbidden on released memoryview object")
	}
	return nil
}

func (v *MemoryView) constant() bool {
	_, ok := v.base.(*Bytes)
	return ok || v.readOnly
}

// contents are its bytes, good until they change.
func (v *MemoryView) contents() string {
	all, _ := bytesLike(v.base)
	if v.step == 1 {
		return all[v.start : v.start+v.n]
	}
	return sliceBytes(all, v.start, v.step, v.n)
}

// item is the value of a byte in its format.
func (v *MemoryView) item(c byte) Object {
	switch v.format {
	case "b":
		return MakeInt(int64(int8(c)))
	case "c":
		return NewBytes(string([]byte{c}))
	}
	return MakeInt(int64(c))
}

func (v *MemoryView) list() Object {
	s := v.contents()
	list := make([]Object, len(s))
	for i := range list {
		list[i] = v.item(s[i])
	}
	return NewList(list...)
}

// viewSlot makes a slot of what needs a view that isn't released.
func viewSlot[T any](f func(v *MemoryView) (T, error)) func(*Thread, Object) (T, error) {
	return func(_ *Thread, o Object) (T, error) {
		v := o.(*MemoryView)
		if err := v.usable(); err != nil {
			var none T
			return none, err
		}
		return f(v)
	}
}
