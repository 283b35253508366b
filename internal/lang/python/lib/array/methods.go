package array

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// whole is a method that takes nothing.
func whole(f func(t *py.Thread, a *array) (py.Object, error)) py.GoFunc {
	return func(t *py.Thread, args []py.Object) (py.Object, error) { return f(t, of(args[0])) }
}

// change is a method that changes the array and returns None.
func change(f func(t *py.Thread, a *array, args []py.Object) error) py.GoFunc {
	return func(t *py.Thread, args []py.Object) (py.Object, error) { return py.None, f(t, of(args[0]), args[1:]) }
}

func duplicate(_ *py.Thread, a *array) (py.Object, error) {
	return newArray(a.code, slices.Clone(a.data)), nil
}

func methods() py.MethodTable {
	return py.MethodTable{
		{Name: "append", Signature: "v, /", Fn: change(func(t *py.Thread, a *array, v []py.Object) error { return a.append(t, v[0]) })},
		{Name: "buffer_info", Fn: bufferInfo},
		{Name: "byteswap", Fn: change(byteSwap)},
		{Name: "count", Signature: "v, /", Fn: count},
		{Name: "extend", Signature: "bb, /", Fn: change(extend)},
		{Name: "frombytes", Signature: "buffer, /", Fn: change(fromBytes)},
		{Name: "fromfile", Signature: "f, n, /", Fn: change(fromFile)},
		{Name: "fromlist", Signature: "list, /", Fn: change(fromList)},
		{Name: "fromunicode", Signature: "ustr, /", Fn: change(fromUnicode)},
		{Name: "index", Signature: "v, start=, stop=, /", Fn: indexOf},
		{Name: "insert", Signature: "i, v, /", Fn: change(insert)},
		{Name: "pop", Signature: "i=, /", Fn: pop},
		{Name: "remove", Signature: "v, /", Fn: change(remove)},
		{Name: "reverse", Fn: change(reverse)},
		{Name: "tobytes", Fn: whole(func(_ *py.Thread, a *array) (py.Object, error) { return py.NewBytes(string(a.data)), nil })},
		{Name: "tofile", Signature: "f, /", Fn: change(toFile)},
		{Name: "tolist", Fn: whole(func(t *py.Thread, a *array) (py.Object, error) {
			items, err := a.list(t)
			return py.NewList(items...), err
		})},
		{Name: "tounicode", Fn: whole(toUnicode)},
		{Name: "__copy__", Fn: whole(duplicate)},
		{Name: "__deepcopy__", Signature: "unused, /", Fn: whole(duplicate)},
		{Name: "__sizeof__", Fn: whole(func(_ *py.Thread, a *array) (py.Object, error) { return py.MakeInt(int64(64 + cap(a.data))), nil })},
	}
}

func bufferInfo(_ *py.Thread, args []py.Object) (py.Object, error) {
	return py.NewTuple(py.MakeInt(py.ID(args[0])), py.MakeInt(int64(of(args[0]).len()))), nil
}

func byteSwap(t *py.Thread, a *array, _ []py.Object) error {
	for i := range a.len() {
		if err := t.Stopped(); err != nil {
			return err
		}
		slices.Reverse(a.at(i))
	}
	return nil
}

func count(t *py.Thread, args []py.Object) (py.Object, error) {
	a, n := of(args[0]), 0
	for i := 0; ; i++ {
		at, err := a.find(t, args[1], i, -1)
		if err != nil {
			return nil, err
		}
		if at < 0 {
			return py.MakeInt(int64(n)), nil
		}
		i = at
		n++
	}
}

func extend(t *py.Thread, a *array, args []py.Object) error {
	if b, ok := py.Native(args[0]).(*array); ok {
		return a.extendArray(t, b)
	}
	return t.Each(args[0], func(v py.Object) error { return a.append(t, v) })
}

func (a *array) extendArray(t *py.Thread, b *array) error {
	if a.code != b.code {
		return py.Raise(py.TypeError, "can only extend with array of same kind")
	}
	if len(b.data) == 0 {
		return nil
	}
	return a.appendBytes(t, string(b.data))
}

func fromBytes(t *py.Thread, a *array, args []py.Object) error {
	s, ok := py.BytesOf(args[0])
	if !ok {
		return py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", args[0].Class().FullName())
	}
	return a.appendBytes(t, s)
}

func fromFile(t *py.Thread, a *array, args []py.Object) error {
	n, err := t.Index(args[1])
	switch {
	case err != nil:
		return err
	case n < 0:
		return py.Raise(py.ValueError, "negative count")
	case n > maxData/a.size:
		return py.NewExc(py.MemoryError)
	}
	read, err := t.GetAttr(args[0], "read")
	if err != nil {
		return err
	}
	b, err := t.Call(read, py.MakeInt(int64(n*a.size)))
	if err != nil {
		return err
	}
	s, ok := py.Native(b).(*py.Bytes)
	if !ok {
		return py.Raise(py.TypeError, "read() didn't return bytes")
	}
	if err := a.appendBytes(t, s.String()); err != nil {
		return err
	}
	if len(s.String()) != n*a.size {
		return py.Raise(py.EOFError, "read() didn't return enough bytes")
	}
	return nil
}

// fromList appends all items or, where one of them is wrong, none.
func fromList(t *py.Thread, a *array, args []py.Object) error {
	list, ok := py.Native(args[0]).(*py.List)
	if !ok {
		return py.Raise(py.TypeError, "arg must be list")
	}
	more := newArray(a.code, nil)
	n := len(list.Items)
	for i := 0; i < len(list.Items); i++ {
		if err := t.Stopped(); err != nil {
			return err
		}
		if err := more.append(t, list.Items[i]); err != nil {
			return err
		}
		if len(list.Items) != n {
			return py.Raise(py.RuntimeError, "list changed size during iteration")
		}
	}
	if n == 0 {
		return nil
	}
	return a.appendBytes(t, string(more.data))
}

func fromUnicode(t *py.Thread, a *array, args []py.Object) error {
	s, ok := py.Native(args[0]).(*py.Str)
	if !ok {
		return py.Raise(py.TypeError, "fromunicode() argument must be str, not %s", py.ArgClass(args[0]))
	}
	if a.code != 'u' {
		return py.Raise(py.ValueError, "fromunicode() may only be called on unicode type arrays")
	}
	return a.appendText(t, s)
}

func toUnicode(t *py.Thread, a *array) (py.Object, error) {
	if a.code != 'u' {
		return nil, py.Raise(py.ValueError, "tounicode() may only be called on unicode type arrays")
	}
	text, err := a.text(t)
	return py.NewStr(text), err
}

func indexOf(t *py.Thread, args []py.Object) (py.Object, error) {
	a := of(args[0])
	bounds := [2]int{0, -1}
	for i, x := range args[2:4] {
		if x == nil {
			continue
		}
		n, err := t.Index(x)
		if err != nil {
			return nil, err
		}
		if n < 0 {
			n = max(n+a.len(), 0)
		}
		bounds[i] = n
	}
	i, err := a.find(t, args[1], bounds[0], bounds[1])
	if err != nil {
		return nil, err
	}
	if i < 0 {
		return nil, py.Raise(py.ValueError, "array.index(x): x not in array")
	}
	return py.MakeInt(int64(i)), nil
}

func insert(t *py.Thread, a *array, args []py.Object) error {
	i, err := t.Index(args[0])
	if err != nil {
		return err
	}
	v, err := encode(t, a.code, args[1])
	if err != nil {
		return err
	}
	if i < 0 {
		i = max(i+a.len(), 0)
	}
	i = min(i, a.len())
	var b [8]byte
	py.PutBufferItem(b[:a.size], v)
	return a.replace(t, i, i, b[:a.size])
}

func pop(t *py.Thread, args []py.Object) (py.Object, error) {
	a, i := of(args[0]), -1
	if args[1] != nil {
		var err error
		if i, err = t.Index(args[1]); err != nil {
			return nil, err
		}
	}
	if a.len() == 0 {
		return nil, py.Raise(py.IndexError, "pop from empty array")
	}
	if i < 0 {
		i += a.len()
	}
	if i < 0 || i >= a.len() {
		return nil, py.Raise(py.IndexError, "pop index out of range")
	}
	v, err := a.get(i)
	if err != nil {
		return nil, err
	}
	return v, a.replace(t, i, i+1, nil)
}

func remove(t *py.Thread, a *array, args []py.Object) error {
	i, err := a.find(t, args[0], 0, -1)
	if err != nil {
		return err
	}
	if i < 0 || i >= a.len() {
		return py.Raise(py.ValueError, "array.remove(x): x not in array")
	}
	return a.replace(t, i, i+1, nil)
}

func reverse(t *py.Thread, a *array, _ []py.Object) error {
	slices.Reverse(a.data) // and each item back again
	return byteSwap(t, a, nil)
}

// toFile writes the contents, 64 KiB at a time.
func toFile(t *py.Thread, a *array, args []py.Object) error {
	const block = 64 << 10
	for at := 0; at < len(a.data); at += block {
		write, err := t.GetAttr(args[0], "write")
		if err != nil {
			return err
		}
		if at >= len(a.data) { // finding it has taken them away
			return nil
		}
		part := py.NewBytes(string(a.data[at:min(at+block, len(a.data))]))
		if _, err := t.Call(write, part); err != nil {
			return err
		}
	}
	return nil
}
