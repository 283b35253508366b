package py

import (
	"slices"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

func setupByteArray() {
	s := &ByteArrayClass.Slots
	s.New = func(_ *Thread, cls *Class, _ Args) (Object, error) { return ofClass(cls, NewByteArray(nil)), nil }
	s.Init = func(t *Thread, self Object, a Args) error {
		v, err := bytesSignature.bind("bytearray", a, 0)
		if err != nil {
			return err
		}
		text, err := t.bytesFrom("bytearray", v)
		if err != nil {
			return err
		}
		b := Native(self).(*ByteArray)
		if err := b.resizable(t); err != nil {
			return err
		}
		b.b = []byte(text)
		return nil
	}
	ByteArrayClass.unhashable()
	s.Repr = func(t *Thread, o Object) (Object, error) {
		text := Native(o).(*ByteArray).text()
		q, err := t.quotedBytes(text)
		if err != nil {
			return nil, err
		}
		quoted := q.s
		if quoted[1] == '"' { // CPython escapes the other quote all the same
			quoted = strings.ReplaceAll(quoted, "'", "\\'")
		}
		return NewStr(o.Class().Name + "(" + quoted + ")"), nil
	}
	s.SetItem = byteArraySetItem
	s.DelItem = func(t *Thread, self, key Object) error { return byteArraySetItem(t, self, key, nil) }
	s.Inplace[ast.Add] = func(t *Thread, x, y Object) (Object, error) {
		s, ok := BytesOf(y)
		if !ok {
			return nil, concatError(x, y)
		}
		if s != "" && Native(y) == Native(x) { // which is a view of itself, other than for extend
			return nil, errExported()
		}
		return x, Native(x).(*ByteArray).append(t, s)
	}
	s.Inplace[ast.Mult] = func(t *Thread, x, y Object) (Object, error) {
		b := Native(x).(*ByteArray)
		n, ok, err := t.textRepeat(y, len(b.b), len(b.b), "")
		if !ok || err != nil {
			return NotImplemented, err
		}
		if n == 1 {
			return x, nil
		}
		if err := b.resizable(t); err != nil {
			return nil, err
		}
		b.b = []byte(strings.Repeat(b.text(), n))
		return x, nil
	}
	ByteArrayClass.AddWholeMethods(MethodTable{{"__reduce__", "", byteArrayReduce, ""}, {"__reduce_ex__", "proto=, /", byteArrayReduceEx, ""}})
	ByteArrayClass.addMethods(MethodTable{
		{"append", "item, /", byteArrayAppend, ""},
		{"clear", "", byteArrayClear, ""},
		{"copy", "", func(_ *Thread, a []Object) (Object, error) {
			return NewByteArray(slices.Clone(a[0].(*ByteArray).b)), nil
		}, ""},
		{"extend", "iterable_of_ints, /", byteArrayExtend, ""},
		{"insert", "index, item, /", byteArrayInsert, ""},
		{"pop", "index=-1, /", byteArrayPop, ""},
		{"remove", "value, /", byteArrayRemove, ""},
		{"reverse", "", func(_ *Thread, a []Object) (Object, error) {
			slices.Reverse(a[0].(*ByteArray).b)
			return None, nil
		}, ""},
		{"__alloc__", "", func(_ *Thread, a []Object) (Object, error) { return MakeInt(int64(cap(a[0].(*ByteArray).b) + 1)), nil }, ""},
	})
}

func (a *ByteArray) append(t *Thread, s string) error {
	if s == "" {
		return nil
	}
	if err := a.resizable(t); err != nil {
		return err
	}
	if len(a.b)+len(s) > maxText {
		return NewExc(MemoryError)
	}
	a.b = append(a.b, s...)
	return nil
}

func byteArraySetItem(t *Thread, self, key, value Object) error {
	a := Native(self).(*ByteArray)
	if sl, ok := key.(*Slice); ok {
		return a.setSlice(t, sl, value)
	}
	i, err := t.textIndex(key, "bytearray indices must be integers or slices, not %s")
	if err != nil {
		return err
	}
	var c byte
	if value != nil {
		if c, err = t.byteOf(value, ""); err != nil {
			return err
		}
	}
	if i < 0 {
		i += len(a.b)
	}
	if i < 0 || i >= len(a.b) {
		return Raise(IndexError, "bytearray index out of range")
	}
	if value == nil {
		if err := a.resizable(t); err != nil {
			return err
		}
		a.b = slices.Delete(a.b, i, i+1)
		return nil
	}
	a.b[i] = c
	return nil
}

// setSlice sets the bytes of a slice, or deletes them when value is nil.
func (a *ByteArray) setSlice(t *Thread, sl *Slice, value Object) error {
	sl, err := t.settled(sl)
	if err != nil {
		return err
	}
	with := ""
	if value != nil {
		s, ok := BytesOf(value)
		if !ok {
			if hasIndex(value) || IsInstance(value, StrClass) || isNumber(value) {
				return Raise(TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
			}
			if s, err = t.bytesOfInts("bytearray", value); err != nil {
				return err
			}
		}
		with = s
	}
	start, step, n, err := t.sliceBounds(sl, len(a.b)) // what came before may have changed it
	if err != nil {
		return err
	}
	switch {
	case step == 1:
		if len(with) != n {
			if err := a.resizable(t); err != nil {
				return err
			}
			if len(a.b)-n+len(with) > maxText {
				return NewExc(MemoryError)
			}
		}
		a.b = slices.Replace(a.b, start, start+n, []byte(with)...)
	case value == nil || with == "": // CPython deletes then, too
		if err := a.resizable(t); err != nil {
			return err
		}
		a.deleteSteps(start, step, n)
	case len(with) != n:
		return Raise(ValueError, "attempt to assign bytes of size %d to extended slice of size %d", len(with), n)
	default:
		for i := range n {
			a.b[start+i*step] = with[i]
		}
	}
	return nil
}

func (a *ByteArray) deleteSteps(start, step, n int) {
	if n == 0 {
		return
	}
	if step < 0 {
		start, step = start+(n-1)*step, -step
	}
	kept := a.b[:start]
	for i := start; i < len(a.b); i++ {
		if (i-start)%step != 0 || (i-start)/step >= n {
			kept = append(kept, a.b[i])
		}
	}
	a.b = kept
}

func byteArrayAppend(t *Thread, a []Object) (Object, error) {
	c, err := t.byteOf(a[1], "")
	if err != nil {
		return nil, err
	}
	return None, a[0].(*ByteArray).append(t, string([]byte{c}))
}

func byteArrayClear(t *Thread, a []Object) (Object, error) {
	b := a[0].(*ByteArray)
	if err := b.resizable(t); err != nil {
		return nil, err
	}
	b.b = nil
	return None, nil
}

func byteArrayExtend(t *Thread, a []Object) (Object, error) {
	s, ok := BytesOf(a[1])
	if !ok {
		if !iterable(a[1]) {
			return nil, Raise(TypeError, "can't extend bytearray with %s", a[1].Class().fullName())
		}
		var err error
		if s, err = t.bytesOfInts("bytearray", a[1]); err != nil {
			return nil, err
		}
	}
	return None, a[0].(*ByteArray).append(t, s)
}

func byteArrayInsert(t *Thread, a []Object) (Object, error) {
	i, err := t.countArg(a[1], 0)
	if err != nil {
		return nil, err
	}
	c, err := t.byteOf(a[2], "")
	if err != nil {
		return nil, err
	}
	b := a[0].(*ByteArray)
	if err := b.resizable(t); err != nil {
		return nil, err
	}
	if i < 0 {
		i = max(i+len(b.b), 0)
	}
	b.b = slices.Insert(b.b, min(i, len(b.b)), c)
	return None, nil
}

func byteArrayPop(t *Thread, a []Object) (Object, error) {
	i, err := t.countArg(a[1], -1)
	if err != nil {
		return nil, err
	}
	b := a[0].(*ByteArray)
	if len(b.b) == 0 {
		return nil, Raise(IndexError, "pop from empty bytearray")
	}
	if i < 0 {
		i += len(b.b)
	}
	if i < 0 || i >= len(b.b) {
		return nil, Raise(IndexError, "pop index out of range")
	}
	if err := b.resizable(t); err != nil {
		return nil, err
	}
	c := b.b[i]
	b.b = slices.Delete(b.b, i, i+1)
	return MakeInt(int64(c)), nil
}

func byteArrayRemove(t *Thread, a []Object) (Object, error) {
	c, err := t.byteOf(a[1], "")
	if err != nil {
		return nil, err
	}
	b := a[0].(*ByteArray)
	i := slices.Index(b.b, c)
	if i < 0 {
		return nil, Raise(ValueError, "value not found in bytearray")
	}
	if err := b.resizable(t); err != nil {
		return nil, err
	}
	b.b = slices.Delete(b.b, i, i+1)
	return None, nil
}
