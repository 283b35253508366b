// Package bisect is Python's module of that name.
package bisect

import "github.com/elide-dev/elided/internal/lang/python/py"

// New returns the module.
func New(_ *py.Thread) (*py.Module, error) {
	m := py.NewModule("bisect")
	const sig = "a, x, lo=, hi=, *, key="
	m.Add("bisect_right", sig, func(t *py.Thread, a []py.Object) (py.Object, error) { return place(t, a, a[1], true) })
	m.Set("bisect", m.Dict.GetStr("bisect_right"))
	m.Add("bisect_left", sig, func(t *py.Thread, a []py.Object) (py.Object, error) { return place(t, a, a[1], false) })
	m.Add("insort_right", sig, func(t *py.Thread, a []py.Object) (py.Object, error) { return insert(t, a, true) })
	m.Set("insort", m.Dict.GetStr("insort_right"))
	m.Add("insort_left", sig, func(t *py.Thread, a []py.Object) (py.Object, error) { return insert(t, a, false) })
	return m, nil
}

func place(t *py.Thread, a []py.Object, x py.Object, right bool) (py.Object, error) {
	i, err := find(t, a, x, right)
	return py.MakeInt(int64(i)), err
}

// find is where x, which is compared with the items' keys, is to be inserted.
func find(t *py.Thread, a []py.Object, x py.Object, right bool) (int, error) {
	lo, hi, err := bounds(t, a)
	if err != nil {
		return 0, err
	}
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		v, err := item(t, a[0], mid)
		if err != nil {
			return 0, err
		}
		if a[4] != nil && a[4] != py.None {
			if v, err = t.Call(a[4], v); err != nil {
				return 0, err
			}
		}
		var before bool // whether x comes before it
		if right {
			before, err = t.CompareBool(py.LT, x, v)
		} else {
			before, err = t.CompareBool(py.LT, v, x)
			before = !before
		}
		if err != nil {
			return 0, err
		}
		if before {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo, nil
}

func item(t *py.Thread, list py.Object, i int) (py.Object, error) {
	if _, plain := list.(*py.List); plain {
		return t.ItemAt(list, i)
	}
	if _, isDict := py.Native(list).(*py.Dict); isDict {
		return nil, py.Raise(py.TypeError, "%s is not a sequence", list.Class().FullName())
	}
	if list.Class().Lookup("__getitem__") == nil {
		return nil, py.Raise(py.TypeError, "'%s' object does not support indexing", list.Class().FullName())
	}
	return t.ItemAt(list, i)
}

func bounds(t *py.Thread, a []py.Object) (lo, hi int, err error) {
	if a[2] != nil {
		if lo, err = t.Index(a[2]); err != nil {
			return 0, 0, err
		}
		if lo < 0 {
			return 0, 0, py.Raise(py.ValueError, "lo must be non-negative")
		}
	}
	if a[3] != nil && a[3] != py.None {
		hi, err = t.Index(a[3])
		return lo, hi, err
	}
	if a[0].Class() == py.DictClass {
		return 0, 0, py.Raise(py.TypeError, "dict is not a sequence")
	}
	hi, err = t.Len(a[0])
	return lo, hi, err
}

func insert(t *py.Thread, a []py.Object, right bool) (py.Object, error) {
	x := a[1]
	if a[4] != nil && a[4] != py.None {
		var err error
		if x, err = t.Call(a[4], x); err != nil {
			return nil, err
		}
	}
	i, err := find(t, a, x, right)
	if err != nil {
		return nil, err
	}
	fn, err := t.GetAttr(a[0], "insert")
	if err != nil {
		return nil, err
	}
	_, err = t.Call(fn, py.MakeInt(int64(i)), a[1])
	return py.None, err
}
