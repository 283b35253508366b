package array

import (
	"bytes"
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// setSlots makes it a sequence.
func setSlots(s *py.Slots) {
	s.Len = func(_ *py.Thread, x py.Object) (int, error) { return of(x).len(), nil }
	s.GetItem = getItem
	s.SetItem = setItem
	s.DelItem = func(t *py.Thread, x, key py.Object) error { return setItem(t, x, key, nil) }
	s.Contains = func(t *py.Thread, x, v py.Object) (bool, error) {
		i, err := of(x).find(t, v, 0, -1)
		return i >= 0, err
	}
	s.Iter = func(_ *py.Thread, x py.Object) (py.Object, error) { return &iterator{of: of(x)}, nil }
	s.Compare = compare
	s.Binary[ast.Add] = add
	s.Binary[ast.Mult] = repeat
	s.Reflected[ast.Mult] = func(t *py.Thread, x, y py.Object) (py.Object, error) { return repeat(t, y, x) }
	s.Inplace[ast.Add] = func(t *py.Thread, x, y py.Object) (py.Object, error) {
		b, ok := py.Native(y).(*array)
		if !ok {
			return nil, py.Raise(py.TypeError, "can only extend array with array (not \"%s\")", y.Class().FullName())
		}
		return x, of(x).extendArray(t, b)
	}
	s.Inplace[ast.Mult] = func(t *py.Thread, x, y py.Object) (py.Object, error) {
		r, err := repeat(t, x, y)
		if err != nil || r == py.NotImplemented {
			return r, err
		}
		a := of(x)
		if len(r.(*array).data) != len(a.data) {
			if err := a.resizable(t, 0); err != nil {
				return nil, err
			}
		}
		a.data = r.(*array).data
		return x, nil
	}
}

// index is the number of an item; text is the error of one that isn't there.
func (a *array) index(t *py.Thread, key py.Object, text string) (int, error) {
	if !py.HasIndex(key) {
		return 0, py.Raise(py.TypeError, "array indices must be integers")
	}
	i, err := t.ItemIndex(key)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += a.len()
	}
	if i < 0 || i >= a.len() {
		return 0, py.Raise(py.IndexError, "%s", text)
	}
	return i, nil
}

func getItem(t *py.Thread, x, key py.Object) (py.Object, error) {
	a := of(x)
	sl, ok := key.(*py.Slice)
	if !ok {
		i, err := a.index(t, key, "array index out of range")
		if err != nil {
			return nil, err
		}
		return a.get(i)
	}
	start, step, n, err := t.SliceBounds(sl, a.len)
	if err != nil {
		return nil, err
	}
	data := make([]byte, 0, n*a.size)
	for i := range n {
		if err := t.Stopped(); err != nil {
			return nil, err
		}
		data = append(data, a.at(start+i*step)...)
	}
	return newArray(a.code, data), nil
}

// setItem sets an item or a slice, or deletes it when value is nil.
func setItem(t *py.Thread, x, key, value py.Object) error {
	a := of(x)
	if sl, ok := key.(*py.Slice); ok {
		return a.setSlice(t, sl, value)
	}
	i, err := a.index(t, key, "array assignment index out of range")
	if err != nil {
		return err
	}
	if value == nil {
		return a.replace(t, i, i+1, nil)
	}
	v, err := encode(t, a.code, value)
	if err != nil {
		return err
	}
	if i < a.len() { // the conversion may have changed it
		py.PutBufferItem(a.at(i), v)
	}
	return nil
}

// replace has other bytes take the place of the items from i to before j.
func (a *array) replace(t *py.Thread, i, j int, with []byte) error {
	by := len(with) - (j-i)*a.size
	if by != 0 || len(with) == 0 {
		if err := a.resizable(t, by); err != nil {
			return err
		}
	}
	a.data = slices.Replace(a.data, i*a.size, j*a.size, with...)
	return nil
}

func (a *array) setSlice(t *py.Thread, sl *py.Slice, value py.Object) error {
	var with []byte
	if value != nil {
		b, ok := py.Native(value).(*array)
		if !ok {
			return py.Raise(py.TypeError, "can only assign array (not \"%s\") to array slice", value.Class().FullName())
		}
		if b.code != a.code {
			return errKind()
		}
		with = slices.Clone(b.data)
	}
	start, step, n, err := t.SliceBounds(sl, a.len)
	if err != nil {
		return err
	}
	count := len(with) / a.size
	switch {
	case step == 1:
		return a.replace(t, start, start+n, with)
	case count == 0:
		return a.deleteSteps(t, start, step, n)
	case count != n:
		return py.Raise(py.ValueError, "attempt to assign array of size %d to extended slice of size %d", count, n)
	}
	for i := range n {
		if err := t.Stopped(); err != nil {
			return err
		}
		copy(a.at(start+i*step), with[i*a.size:(i+1)*a.size])
	}
	return nil
}

func (a *array) deleteSteps(t *py.Thread, start, step, n int) error {
	if n == 0 {
		return nil
	}
	if err := a.resizable(t, 0); err != nil {
		return err
	}
	if step < 0 {
		start, step = start+(n-1)*step, -step
	}
	kept := a.data[:0]
	for i := range a.len() {
		if k := i - start; k >= 0 && k%step == 0 && k/step < n {
			continue
		}
		kept = append(kept, a.at(i)...)
	}
	a.data = kept
	return nil
}

func errKind() error { return py.Raise(py.TypeError, "bad argument type for built-in operation") }

func add(_ *py.Thread, x, y py.Object) (py.Object, error) {
	a, ok := py.Native(x).(*array)
	if !ok {
		return py.NotImplemented, nil
	}
	b, ok := py.Native(y).(*array)
	if !ok {
		if y.Class().Heap && y.Class().Lookup("__radd__") != nil {
			return py.NotImplemented, nil
		}
		return nil, py.Raise(py.TypeError, "can only append array (not \"%s\") to array", y.Class().FullName())
	}
	if a.code != b.code {
		return nil, errKind()
	}
	if len(a.data)+len(b.data) > maxData {
		return nil, py.NewExc(py.MemoryError)
	}
	return newArray(a.code, slices.Concat(a.data, b.data)), nil
}

// repeat is x * y; x is an array.
func repeat(t *py.Thread, x, y py.Object) (py.Object, error) {
	a, ok := py.Native(x).(*array)
	if !ok {
		return py.NotImplemented, nil
	}
	if !py.HasIndex(y) {
		return nil, py.Raise(py.TypeError, "can't multiply sequence by non-int of type '%s'", y.Class().FullName())
	}
	v, err := t.IndexObject(y)
	if err != nil {
		return nil, err
	}
	n, ok := v.(py.Int)
	if !ok {
		return nil, py.Raise(py.OverflowError, "cannot fit '%s' into an index-sized integer", y.Class().FullName())
	}
	n = max(n, 0)
	if len(a.data) > 0 && n > py.Int(maxData/len(a.data)) {
		return nil, py.NewExc(py.MemoryError)
	}
	if len(a.data) == 0 {
		n = 0
	}
	return newArray(a.code, bytes.Repeat(a.data, int(n))), nil
}

func compare(t *py.Thread, op py.Cmp, x, y py.Object) (py.Object, error) {
	a, ok1 := py.Native(x).(*array)
	b, ok2 := py.Native(y).(*array)
	if !ok1 || !ok2 {
		return py.NotImplemented, nil
	}
	if (op == py.EQ || op == py.NE) && a.len() != b.len() {
		return py.Of(op == py.NE), nil
	}
	for i := 0; i < a.len() && i < b.len(); i++ {
		if err := t.Stopped(); err != nil {
			return nil, err
		}
		v, err := a.get(i)
		if err != nil {
			return nil, err
		}
		w, err := b.get(i)
		if err != nil {
			return nil, err
		}
		same, err := py.Equal(t, v, w)
		switch {
		case err != nil:
			return nil, err
		case same:
		case op == py.EQ || op == py.NE:
			return py.Of(op == py.NE), nil
		default:
			return t.Compare(op, v, w)
		}
	}
	return t.Compare(op, py.MakeInt(int64(a.len())), py.MakeInt(int64(b.len())))
}

// find is the number of the first item from start to before stop that equals v; stop -1 is
// the end. -1 is none.
func (a *array) find(t *py.Thread, v py.Object, start, stop int) (int, error) {
	for i := start; i < a.len() && (stop < 0 || i < stop); i++ {
		if i&0xfff == 0 {
			if err := t.Stopped(); err != nil {
				return -1, err
			}
		}
		w, err := a.get(i)
		if err != nil {
			return -1, err
		}
		same, err := py.Equal(t, w, v)
		if err != nil {
			return -1, err
		}
		if same {
			return i, nil
		}
	}
	return -1, nil
}
