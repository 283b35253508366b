package py

import "fmt"

func hexAddress(o Object) string { return fmt.Sprintf("%012x", identityHash(o)<<4) }

func memoryViewGetItem(t *Thread, self, key Object) (Object, error) {
	v := self.(*MemoryView)
	if err := v.usable(); err != nil {
		return nil, err
	}
	if sl, ok := key.(*Slice); ok {
		return v.slice(t, sl)
	}
	i, err := v.index(t, key)
	if err != nil {
		return nil, err
	}
	all, _ := bytesLike(v.base)
	return v.item(all[i]), nil
}

func (v *MemoryView) slice(t *Thread, sl *Slice) (*MemoryView, error) {
	start, step, n, err := t.sliceBounds(sl, v.n)
	if err != nil {
		return nil, err
	}
	if err := v.usable(); err != nil {
		return nil, err
	}
	part := *v
	part.start, part.step, part.n = v.start+start*v.step, v.step*step, n
	if n == 0 {
		part.start = 0
	}
	part.entered = 0
	return &part, nil
}

// index is the place in the base of an item.
func (v *MemoryView) index(t *Thread, key Object) (int, error) {
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
	b := v.base.(*ByteArray)
	if sl, ok := key.(*Slice); ok {
		s, ok := BytesOf(value)
		if !ok {
			return Raise(TypeError, "a bytes-like object is required, not '%s'", value.Class().Name)
		}
		part, err := v.slice(t, sl)
		if err != nil {
			return err
		}
		if len(s) != part.n {
			return Raise(ValueError, "memoryview assignment: lvalue and rvalue have different structures")
		}
		for i := range part.n {
			b.b[part.start+i*part.step] = s[i]
		}
		return nil
	}
	i, err := v.index(t, key)
	if err != nil {
		return err
	}
	c, err := v.byteFor(t, value)
	if err != nil {
		return err
	}
	if err := v.usable(); err != nil {
		return err
	}
	b.b[i] = c
	return nil
}

// byteFor is the byte that a value is in the view's format.
func (v *MemoryView) byteFor(t *Thread, x Object) (byte, error) {
	if v.format == "c" {
		if b, ok := Native(x).(*Bytes); ok && len(b.s) == 1 {
			return b.s[0], nil
		}
		return 0, Raise(TypeError, "memoryview: invalid type for format 'c'")
	}
	if !hasIndex(x) {
		return 0, Raise(TypeError, "memoryview: invalid type for format '%s'", v.format)
	}
	o, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	i, ok := o.(Int)
	if v.format == "b" {
		ok = ok && i >= -128 && i < 128
	} else {
		ok = ok && i >= 0 && i < 256
	}
	if !ok {
		return 0, Raise(ValueError, "memoryview: invalid value for format '%s'", v.format)
	}
	return byte(i), nil
}

func memoryViewRelease(_ *Thread, a []Object) (Object, error) {
	v := a[0].(*MemoryView)
	if b, ok := v.base.(*ByteArray); ok {
		b.views -= v.entered
	}
	v.released, v.entered = true, 0
	return None, nil
}

func memoryViewHex(t *Thread, a []Object) (Object, error) {
	if err := a[0].(*MemoryView).usable(); err != nil {
		return nil, err
	}
	return bytesHex(t, a)
}

func memoryViewCast(_ *Thread, a []Object) (Object, error) {
	v := a[0].(*MemoryView)
	if err := v.usable(); err != nil {
		return nil, err
	}
	f, err := strParam(a[1], "cast() argument 'format' must be str, not %s")
	if err != nil {
		return nil, err
	}
	format := f.s
	if format != "" && format[0] == '@' {
		format = format[1:]
	}
	if format != "B" && format != "b" && format != "c" || a[2] != nil {
		return nil, Raise(NotImplementedError, "memoryview: casts to other than bytes are not supported")
	}
	if v.step != 1 {
		return nil, Raise(TypeError, "memoryview: casts are restricted to C-contiguous views")
	}
	c := *v
	c.format, c.entered = format, 0
	return &c, nil
}
