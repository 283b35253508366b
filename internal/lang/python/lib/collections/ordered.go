package collections

import "github.com/elide-dev/elided/internal/lang/python/py"

// completeOrdered gives the class OrderedDict its methods that are written in Go.
func completeOrdered(_ *py.Thread, a []py.Object) (py.Object, error) {
	c, ok := a[0].(*py.Class)
	if !ok || !c.IsSubclass(py.DictClass) {
		return nil, py.Raise(py.TypeError, "expected a class of dicts, not '%s'", a[0].Class().FullName())
	}
	c.Complete(py.MethodTable{
		{Name: "__init__", Signature: "*args, **more", Fn: initOrdered},
		{Name: "update", Signature: "*args, **more", Fn: updateOrdered},
		{Name: "__ior__", Signature: "other, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) { return a[0], updateFrom(t, a[1], a[0]) }},
		{Name: "__iter__", Fn: iterator(false)},
		{Name: "__reversed__", Fn: iterator(true)},
		{Name: "keys", Fn: view(0)},
		{Name: "values", Fn: view(1)},
		{Name: "items", Fn: view(2)},
		{Name: "move_to_end", Signature: "key, last=True", Fn: moveToEnd, Doc: "Have a key come last, or first."},
		{Name: "popitem", Signature: "last=True", Fn: popItem, Doc: "Take away the last item, or the first."},
	})
	return c, nil
}

// complete makes a class that the library has just made in Python one that CPython has in C.
func complete(_ *py.Thread, a []py.Object) (py.Object, error) {
	c, ok := a[0].(*py.Class)
	if !ok || !c.Heap {
		return nil, py.Raise(py.TypeError, "expected a class made in Python, not '%s'", a[0].Class().FullName())
	}
	c.Complete(nil)
	return c, nil
}

func dictOf(x py.Object) (*py.Dict, error) {
	if d, ok := py.Native(x).(*py.Dict); ok {
		return d, nil
	}
	return nil, py.Raise(py.TypeError, "expected a dict, not '%s'", x.Class().FullName())
}

func iterator(backward bool) py.GoFunc {
	return func(_ *py.Thread, a []py.Object) (py.Object, error) {
		d, err := dictOf(a[0])
		if err != nil {
			return nil, err
		}
		return d.OrderedIterator(backward), nil
	}
}

func view(kind int) py.GoFunc {
	return func(_ *py.Thread, a []py.Object) (py.Object, error) {
		d, err := dictOf(a[0])
		if err != nil {
			return nil, err
		}
		return d.OrderedView(kind), nil
	}
}

func initOrdered(t *py.Thread, a []py.Object) (py.Object, error) {
	if n := len(a[1].(*py.Tuple).Items); n > 1 {
		return nil, py.Raise(py.TypeError, "expected at most 1 arguments, got %d", n)
	}
	return updateOrdered(t, a)
}

func updateOrdered(t *py.Thread, a []py.Object) (py.Object, error) {
	args, more := a[1].(*py.Tuple).Items, a[2].(*py.Dict)
	if len(args) > 1 {
		return nil, py.Raise(py.TypeError, "update() takes at most 1 positional argument (%d given)", len(args))
	}
	if len(args) == 1 {
		if err := updateFrom(t, args[0], a[0]); err != nil {
			return nil, err
		}
	}
	return py.None, setAll(t, a[0], more)
}

// updateFrom sets the keys of a mapping, of what has items, or of an iterable of pairs.
func updateFrom(t *py.Thread, from, self py.Object) error {
	if d, ok := from.(*py.Dict); ok {
		return setAll(t, self, d)
	}
	keys, err := t.Attr(from, "keys")
	if err != nil {
		return err
	}
	if keys != nil {
		return setKeys(t, self, from, keys)
	}
	items, err := t.Attr(from, "items")
	if err != nil {
		return err
	}
	if items != nil {
		if from, err = t.Call(items); err != nil {
			return err
		}
	}
	return t.Each(from, func(pair py.Object) error {
		key, value, err := unpack(t, pair)
		if err != nil {
			return err
		}
		return t.SetItem(self, key, value)
	})
}

func setAll(t *py.Thread, self py.Object, d *py.Dict) error {
	for _, k := range d.Keys() {
		v, err := d.Get(t, k)
		if v == nil || err != nil {
			return err
		}
		if err := t.SetItem(self, k, v); err != nil {
			return err
		}
	}
	return nil
}

func setKeys(t *py.Thread, self, from, keys py.Object) error {
	list, err := t.Call(keys)
	if err != nil {
		return err
	}
	return t.Each(list, func(k py.Object) error {
		v, err := t.GetItem(from, k)
		if err != nil {
			return err
		}
		return t.SetItem(self, k, v)
	})
}

// unpack is the key and the value of a pair.
func unpack(t *py.Thread, pair py.Object) (key, value py.Object, err error) {
	it, err := t.Iter(pair)
	if err != nil {
		return nil, nil, err
	}
	if key, err = t.Next(it); err != nil {
		return nil, nil, err
	}
	if key == nil {
		return nil, nil, py.Raise(py.ValueError, "need more than 0 values to unpack")
	}
	if value, err = t.Next(it); err != nil {
		return nil, nil, err
	}
	if value == nil {
		return nil, nil, py.Raise(py.ValueError, "need more than 1 value to unpack")
	}
	more, err := t.Next(it)
	if err == nil && more != nil {
		err = py.Raise(py.ValueError, "too many values to unpack (expected 2)")
	}
	return key, value, err
}

// orTrue is the truth of an argument, which is true where it was left out.
func orTrue(t *py.Thread, x py.Object) (bool, error) {
	if x == nil {
		return true, nil
	}
	return t.Truth(x)
}

func moveToEnd(t *py.Thread, a []py.Object) (py.Object, error) {
	d, err := dictOf(a[0])
	if err != nil {
		return nil, err
	}
	last, err := orTrue(t, a[2])
	if err != nil {
		return nil, err
	}
	ok, err := d.MoveToEnd(t, a[1], last)
	if err == nil && !ok {
		err = py.NewExc(py.KeyError, a[1])
	}
	return py.None, err
}

// popItem takes out the last pair, or the first.
func popItem(t *py.Thread, a []py.Object) (py.Object, error) {
	d, err := dictOf(a[0])
	if err != nil {
		return nil, err
	}
	last, err := orTrue(t, a[1])
	if err != nil {
		return nil, err
	}
	k, v := d.First()
	if last {
		k, v = d.Last()
	}
	if k == nil {
		return nil, py.Raise(py.KeyError, "dictionary is empty")
	}
	_, err = d.Del(t, k)
	return py.NewTuple(k, v), err
}
