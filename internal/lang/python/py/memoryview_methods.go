package py

import (
	"fmt"
	"slices"
)

func hexAddress(o Object) string { return fmt.Sprintf("%012x", identityHash(o)<<4) }

func memoryViewGetItem(t *Thread, self, key Object) (Object, error) {
	v := self.(*MemoryView)
	if err := v.usable(); err != nil {
		return nil, err
	}
	if key == Ellipsis && v.shape != nil && len(v.shape) == 0 {
		return v, nil
	}
	if sl, ok := key.(*Slice); ok {
		return v.slice(t, sl)
	}
	i, err := v.index(t, key)
	if err != nil {
		return nil, err
	}
	all, _ := bytesLike(v.base)
	return v.item(all[i : i+v.size])
}

func (v *MemoryView) slice(t *Thread, sl *Slice) (*MemoryView, error) {
	if v.shape != nil {
		return v.rows(t, sl)
	}
	start, step, n, err := t.sliceBounds(sl, v.n)
	if err != nil {
		return nil, err
	}
	if err := v.usable(); err != nil {
		return nil, err
	}
	part := v.copied()
	part.start, part.step, part.n = v.start+start*v.step, v.step*step, n
	if n == 0 {
		part.start = 0
	}
	return part, nil
}

// index is the place in the base of an item.
func (v *MemoryView) index(t *Thread, key Object) (int, error) {
	if keys, ok := key.(*Tuple); ok {
		return v.placeOf(t, keys)
	}
	if v.shape != nil {
		return 0, v.subView(key)
	}
	i, err := t.textIndex(key, "memoryview: invalid slice key")
	if err != nil {
		if !hasIndex(key) {
			err = Raise(TypeError, "memoryview: invalid slice key")
		}
		return 0, err
	}
	if err := v.usable(); err != nil {
		return 0, err
	}
	if i < 0 {
		i += v.n
	}
	if i < 0 || i >= v.n {
		return 0, Raise(IndexError, "index out of bounds on dimension 1")
	}
	return v.start + i*v.step, nil
}

func memoryViewSetItem(t *Thread, self, key, value Object) error {
	v := self.(*MemoryView)
	if err := v.usable(); err != nil {
		return err
	}
	if v.constant() {
		return Raise(TypeError, "cannot modify read-only memory")
	}
	if v.shape != nil && hasIndex(key) && len(v.shape) > 0 {
		return Raise(NotImplementedError, "sub-views are not implemented")
	}
	if sl, ok := key.(*Slice); ok && v.shape != nil && len(v.shape) > 0 {
		return Raise(NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
	} else if ok && v.shape == nil {
		return v.setSlice(t, sl, value)
	}
	if key == Ellipsis && v.shape != nil && len(v.shape) == 0 {
		key = NewTuple()
	}
	i, err := v.index(t, key)
	if err != nil {
		return err
	}
	var item [8]byte
	if err := t.encodeItem(v.code(), item[:v.size], value); err != nil {
		return err
	}
	if err := v.usable(); err != nil {
		return err
	}
	copy(v.writable()[i:], item[:v.size])
	return nil
}

func (v *MemoryView) setSlice(t *Thread, sl *Slice, value Object) error {
	from, err := newMemoryView(value)
	if err != nil {
		return Raise(TypeError, "a bytes-like object is required, not '%s'", value.Class().fullName())
	}
	part, err := v.slice(t, sl)
	if err != nil {
		return err
	}
	s, ok := BytesOf(from)
	if !ok { // the bounds' __index__ has made what it is of shorter
		return from.(*MemoryView).usable()
	}
	if from := from.(*MemoryView); from.code() != v.code() || from.n != part.n || from.shape != nil {
		return Raise(ValueError, "memoryview assignment: lvalue and rvalue have different structures")
	}
	b := v.writable()
	for i := range part.n {
		copy(b[part.start+i*part.step:], s[i*v.size:(i+1)*v.size])
	}
	return nil
}

// compareViews is == and != of a view and anything: that of their items.
func (t *Thread) compareViews(op Cmp, v *MemoryView, y Object) (Object, error) {
	if v.usable() != nil {
		return Of((Object(v) == y) == (op == EQ)), nil
	}
	other, err := newMemoryView(y)
	if err != nil {
		return NotImplemented, nil
	}
	w := other.(*MemoryView)
	if v.n != w.n || !slices.Equal(v.dimensions(), w.dimensions()) {
		return Of(op == NE), nil
	}
	if v.format == w.format && v.code() != "f" && v.code() != "d" && itemSizes[v.code()] != 0 {
		return Of(compareText(op, v.contents(), w.contents())), nil
	}
	a, b := v.contents(), w.contents()
	same := true
	for i := range v.n {
		if t.ending() {
			return nil, ErrStopped
		}
		x, err1 := v.item(a[i*v.size : (i+1)*v.size])
		y, err2 := w.item(b[i*w.size : (i+1)*w.size])
		if err1 != nil || err2 != nil { // CPython takes what it can't read for unequal
			return Of(op == NE), nil
		}
		if same, err = Equal(t, x, y); err != nil || !same {
			break
		}
	}
	return Of(same == (op == EQ)), err
}

func memoryViewRelease(_ *Thread, a []Object) (Object, error) {
	v := a[0].(*MemoryView)
	v.viewed(-v.entered)
	v.released, v.entered = true, 0
	return None, nil
}

func memoryViewHex(t *Thread, a []Object) (Object, error) {
	v := a[0].(*MemoryView)
	if err := v.usable(); err != nil {
		return nil, err
	}
	sep, every, err := t.hexArgs(a)
	if err != nil {
		return nil, err
	}
	if err := v.usable(); err != nil { // the arguments may have changed it
		return nil, err
	}
	return t.hexText(v.contents(), sep, every)
}

func memoryViewCast(t *Thread, a []Object) (Object, error) {
	v := a[0].(*MemoryView)
	if err := v.usable(); err != nil {
		return nil, err
	}
	f, err := strParam(a[1], "cast() argument 'format' must be str, not %s")
	if err != nil {
		return nil, err
	}
	c := v.copied()
	c.format = f.s
	size := itemSizes[c.code()]
	switch {
	case size == 0:
		return nil, Raise(ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'")
	case v.step != v.size:
		return nil, Raise(TypeError, "memoryview: casts are restricted to C-contiguous views")
	case (a[2] != nil || v.shape != nil) && v.n == 0:
		return nil, Raise(TypeError, "memoryview: cannot cast view with zeros in shape or strides")
	case !byteFormat(c.code()) && !byteFormat(v.code()):
		return nil, Raise(TypeError, "memoryview: cannot cast between two non-byte formats")
	case v.n*v.size%size != 0:
		return nil, Raise(TypeError, "memoryview: length is not a multiple of itemsize")
	}
	c.size, c.step, c.n, c.shape = size, size, v.n*v.size/size, nil
	if a[2] == nil {
		return c, nil
	}
	if c.shape, err = t.castShape(a[2], c.n); err != nil {
		return nil, err
	}
	if v.shape != nil && c.shape != nil {
		return nil, Raise(TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D")
	}
	return c, nil
}

func byteFormat(code string) bool { return code == "B" || code == "b" || code == "c" }
