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
	s.Len = viewSlot(func(v *MemoryView) (int, error) {
		if len(v.shape) > 0 {
			return v.shape[0], nil
		} else if v.shape != nil {
			return 1, nil
		}
		return v.n, nil
	})
	s.Hash = func(t *Thread, o Object) (int64, error) { return o.(*MemoryView).hashOnce(t) }
	s.GetItem = memoryViewGetItem
	s.SetItem = memoryViewSetItem
	s.DelItem = func(_ *Thread, x, _ Object) error {
		if x.(*MemoryView).constant() {
			return Raise(TypeError, "cannot modify read-only memory")
		}
		return Raise(TypeError, "cannot delete memory")
	}
	s.Compare = func(t *Thread, op Cmp, x, y Object) (Object, error) {
		if op != EQ && op != NE {
			return NotImplemented, nil
		}
		return t.compareViews(op, x.(*MemoryView), y)
	}
	s.Iter = func(_ *Thread, o Object) (Object, error) {
		v := o.(*MemoryView)
		if err := v.usable(); err != nil {
			return nil, err
		}
		if v.shape != nil {
			return nil, v.subView(Int(0))
		}
		return &itemIterator{of: o}, nil
	}
	method := func(f func(t *Thread, v *MemoryView) (Object, error)) GoFunc {
		return func(t *Thread, a []Object) (Object, error) {
			v := a[0].(*MemoryView)
			if err := v.usable(); err != nil {
				return nil, err
			}
			return f(t, v)
		}
	}
	MemoryViewClass.addMethods(MethodTable{
		{"tobytes", "order=None", memoryViewToBytes, ""},
		{"tolist", "", method(func(t *Thread, v *MemoryView) (Object, error) { return v.list(t) }), ""},
		{"hex", "sep=, bytes_per_sep=1", memoryViewHex, ""},
		{"toreadonly", "", method(func(_ *Thread, v *MemoryView) (Object, error) {
			c := v.copied()
			c.readOnly = true
			return c, nil
		}), ""},
		{"cast", "format, shape=", memoryViewCast, ""},
		{"release", "", memoryViewRelease, ""},
		{"__enter__", "", method(memoryViewEnter), ""},
		{"__exit__", "*args", memoryViewRelease, ""},
	})
	memoryViewAttributes()
}

func memoryViewToBytes(t *Thread, a []Object) (Object, error) {
	if a[1] != nil && a[1] != None {
		s, err := strParam(a[1], "tobytes() argument 'order' must be str or None, not %s")
		if err != nil {
			return nil, err
		}
		if s.s != "C" && s.s != "F" && s.s != "A" {
			return nil, Raise(ValueError, "order must be 'C', 'F' or 'A'")
		}
	}
	v := a[0].(*MemoryView)
	if err := v.usable(); err != nil {
		return nil, err
	}
	if s, ok := a[1].(*Str); ok && s.s == "F" && !v.columns() {
		return v.byColumns(t)
	}
	return bytesObject(strings.Clone(v.contents())), nil
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
	attr("nbytes", func(v *MemoryView) Object { return MakeInt(int64(v.n * v.size)) })
	attr("itemsize", func(v *MemoryView) Object { return MakeInt(int64(v.size)) })
	attr("format", func(v *MemoryView) Object { return NewStr(v.format) })
	attr("ndim", func(v *MemoryView) Object { return MakeInt(int64(len(v.dimensions()))) })
	attr("shape", func(v *MemoryView) Object { return intTuple(v.dimensions()) })
	attr("strides", func(v *MemoryView) Object { return intTuple(v.strides()) })
	attr("suboffsets", func(*MemoryView) Object { return NewTuple() })
	attr("readonly", func(v *MemoryView) Object { return Of(v.constant()) })
	attr("c_contiguous", func(v *MemoryView) Object { return Of(v.contiguous()) })
	attr("f_contiguous", func(v *MemoryView) Object { return Of(v.columns()) })
	attr("contiguous", func(v *MemoryView) Object { return Of(v.contiguous()) })
}

// A MemoryView is a memoryview of n items in the base's bytes, from start on, each step
// bytes after the one before it.
// Nobody counts references here, so that it isn't known when a view is no longer used:
// only those in a with statement keep a bytearray or an array from changing its length,
// and of a bytearray those that variables have.
// Others are as if they had been released when that has become too short.
type MemoryView struct {
	base     Object // a *Bytes, *ByteArray or Buffer
	object   Object // what it was made of, which may be of a subclass
	start    int
	step     int
	n        int
	size     int    // of an item, in bytes
	format   string // a code of struct's, which may have @ before it
	shape    []int  // of what cast has given several dimensions, or none; nil is one
	readOnly bool
	released bool
	entered  int // with statements
	hash     int64
	hashed   bool
}

// copied is a view of the same.
func (v *MemoryView) copied() *MemoryView {
	c := *v
	c.entered, c.hashed = 0, false
	return &c
}

// hashOnce is the hash of the bytes, also later, when the view is released.
func (v *MemoryView) hashOnce(t *Thread) (int64, error) {
	if v.hashed {
		return v.hash, nil
	}
	if err := v.usable(); err != nil {
		return 0, err
	}
	_, isBytes := v.base.(*Bytes)
	switch {
	case !isBytes && !v.readOnly:
		return 0, Raise(ValueError, "cannot hash writable memoryview object")
	case v.size > 1:
		return 0, Raise(ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
	case !isBytes: // of what has no hash
		if _, err := Hash(t, v.base); err != nil {
			return 0, err
		}
	}
	v.hash, v.hashed = hashString(v.contents()), true
	return v.hash, nil
}

func (v *MemoryView) contiguous() bool { return v.step == v.size || v.n == 1 && len(v.shape) == 0 }

// CheckContiguous is a BufferError for a memoryview of bytes that aren't side by side.
func CheckContiguous(x Object) error {
	if v, ok := x.(*MemoryView); ok && !v.contiguous() {
		return Raise(BufferError, "memoryview: underlying buffer is not C-contiguous")
	}
	return nil
}

// Class returns the class memoryview.
func (*MemoryView) Class() *Class { return MemoryViewClass }

func newMemoryView(x Object) (Object, error) {
	switch b := Native(x).(type) {
	case *MemoryView:
		if err := b.usable(); err != nil {
			return nil, err
		}
		return b.copied(), nil
	case *Bytes:
		return &MemoryView{base: b, object: x, step: 1, n: len(b.s), size: 1, format: "B"}, nil
	case *ByteArray:
		b.Viewed(0)
		return &MemoryView{base: b, object: x, step: 1, n: len(b.b), size: 1, format: "B", readOnly: b.fixed}, nil
	case Buffer:
		b.Viewed(0)
		format, size := b.ItemFormat()
		return &MemoryView{base: b, object: x, step: size, n: len(b.Bytes()) / size, size: size, format: format}, nil
	}
	return nil, Raise(TypeError, "memoryview: a bytes-like object is required, not '%s'", x.Class().fullName())
}

// memoryViewEnter is __enter__.
func memoryViewEnter(_ *Thread, v *MemoryView) (Object, error) {
	v.viewed(1)
	v.entered++
	return v, nil
}

// maxViewList is how many items a view's list may have.
const maxViewList = 1 << 26

// maxViewLists is how many lists the list of a view of several dimensions may have in it.
const maxViewLists = 1 << 24

// viewed tells the base of with statements.
func (v *MemoryView) viewed(by int) {
	if b, ok := v.base.(interface{ Viewed(by int) }); ok {
		b.Viewed(by)
	}
}

func (v *MemoryView) usable() error {
	all, _ := bytesLike(v.base)
	if v.released || v.n > 0 && max(v.start, v.start+(v.n-1)*v.step)+v.size > len(all) {
		return Raise(ValueError, "operation forbidden on released memoryview object")
	}
	return nil
}

func (v *MemoryView) constant() bool {
	_, ok := v.base.(*Bytes)
	return ok || v.readOnly
}

// writable are the base's bytes, which may be written to; nil is none.
func (v *MemoryView) writable() []byte {
	if !v.constant() && v.usable() == nil {
		switch b := v.base.(type) {
		case *ByteArray:
			return b.b
		case Buffer:
			return b.Bytes()
		}
	}
	return nil
}

// contents are its bytes, good until they change.
func (v *MemoryView) contents() string {
	all, _ := bytesLike(v.base)
	switch {
	case v.step == v.size:
		return all[v.start : v.start+v.n*v.size]
	case v.size == 1:
		return sliceBytes(all, v.start, v.step, v.n)
	}
	b := make([]byte, 0, v.n*v.size)
	for i := range v.n {
		at := v.start + i*v.step
		b = append(b, all[at:at+v.size]...)
	}
	return string(b)
}

// code is the format without what may stand before it.
func (v *MemoryView) code() string { return strings.TrimPrefix(v.format, "@") }

// item is the value of an item's bytes.
func (v *MemoryView) item(b string) (Object, error) {
	if x := BufferItem(v.code()[0], []byte(b)); x != nil {
		return x, nil
	}
	return nil, Raise(NotImplementedError, "memoryview: format %s not supported", v.format)
}

func (v *MemoryView) list(t *Thread) (Object, error) {
	if v.n > maxViewList {
		return nil, NewExc(MemoryError)
	}
	s := v.contents()
	list := make([]Object, v.n)
	for i := range list {
		if t.ending() {
			return nil, ErrStopped
		}
		x, err := v.item(s[i*v.size : (i+1)*v.size])
		if err != nil {
			return nil, err
		}
		list[i] = x
	}
	if v.shape != nil {
		if numberOfLists(v.shape) > maxViewLists {
			return nil, NewExc(MemoryError)
		}
		return t.nested(list, v.shape)
	}
	return NewList(list...), nil
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
