// Package heapq is the part of Python's module heapq that is written in Go: _heapq.
package heapq

import "github.com/elide-dev/elided/internal/lang/python/py"

// New returns the module.
func New(_ *py.Thread) (*py.Module, error) {
	m := py.NewModule("_heapq")
	m.Add("heappush", "heap, item, /", push)
	m.Add("heappop", "heap, /", with("heappop", pop, less))
	m.Add("heapify", "heap, /", with("heapify", heapify, less))
	m.Add("heapreplace", "heap, item, /", withItem("heapreplace", replace, less))
	m.Add("heappushpop", "heap, item, /", pushPop)
	m.Add("_heappop_max", "heap, /", with("_heappop_max", pop, more))
	m.Add("_heapify_max", "heap, /", with("_heapify_max", heapify, more))
	m.Add("_heapreplace_max", "heap, item, /", withItem("_heapreplace_max", replace, more))
	return m, nil
}

// An order says whether x comes before y.
type order func(t *py.Thread, x, y py.Object) (bool, error)

func less(t *py.Thread, x, y py.Object) (bool, error) { return t.CompareBool(py.LT, x, y) }
func more(t *py.Thread, x, y py.Object) (bool, error) { return t.CompareBool(py.LT, y, x) }

// heapOf is a heap, which is an argument of the function of that name; which is " 1" where
// that has others.
func heapOf(name, which string, x py.Object) (*py.List, error) {
	if l, ok := py.Native(x).(*py.List); ok {
		return l, nil
	}
	return nil, py.Raise(py.TypeError, "%s() argument%s must be list, not %s", name, which, py.ArgClass(x))
}

func with(name string, fn func(t *py.Thread, h *py.List, before order) (py.Object, error), before order) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		h, err := heapOf(name, "", a[0])
		if err != nil {
			return nil, err
		}
		return fn(t, h, before)
	}
}

func withItem(name string, fn func(t *py.Thread, h *py.List, v py.Object, before order) (py.Object, error), before order) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		h, err := heapOf(name, " 1", a[0])
		if err != nil {
			return nil, err
		}
		return fn(t, h, a[1], before)
	}
}

var errChanged = "list changed size during iteration"

// towardsRoot moves the item at pos up to its place, at start at the highest.
func towardsRoot(t *py.Thread, h *py.List, start, pos int, before order) error {
	size := len(h.Items)
	if pos >= size {
		return py.Raise(py.IndexError, "index out of range")
	}
	for pos > start {
		parent := (pos - 1) >> 1
		first, err := before(t, h.Items[pos], h.Items[parent])
		if err != nil {
			return err
		}
		if size != len(h.Items) {
			return py.Raise(py.RuntimeError, "%s", errChanged)
		}
		if !first {
			break
		}
		h.Items[pos], h.Items[parent] = h.Items[parent], h.Items[pos]
		pos = parent
	}
	return nil
}

// down moves the item at pos down to a leaf, by way of the children that come first, and
// from there up to its place.
func down(t *py.Thread, h *py.List, pos int, before order) error {
	size, start := len(h.Items), pos
	for pos < size>>1 {
		child := 2*pos + 1
		if child+1 < size {
			first, err := before(t, h.Items[child], h.Items[child+1])
			if err != nil {
				return err
			}
			if size != len(h.Items) {
				return py.Raise(py.RuntimeError, "%s", errChanged)
			}
			if !first {
				child++
			}
		}
		h.Items[pos], h.Items[child] = h.Items[child], h.Items[pos]
		pos = child
	}
	return towardsRoot(t, h, start, pos, before)
}

func push(t *py.Thread, a []py.Object) (py.Object, error) {
	h, err := heapOf("heappush", " 1", a[0])
	if err != nil {
		return nil, err
	}
	h.Items = append(h.Items, a[1])
	return py.None, towardsRoot(t, h, 0, len(h.Items)-1, less)
}

func pop(t *py.Thread, h *py.List, before order) (py.Object, error) {
	n := len(h.Items)
	if n == 0 {
		return nil, py.Raise(py.IndexError, "index out of range")
	}
	last := h.Items[n-1]
	h.Items[n-1] = nil
	h.Items = h.Items[:n-1]
	if n == 1 {
		return last, nil
	}
	first := h.Items[0]
	h.Items[0] = last
	return first, down(t, h, 0, before)
}

func replace(t *py.Thread, h *py.List, v py.Object, before order) (py.Object, error) {
	if len(h.Items) == 0 {
		return nil, py.Raise(py.IndexError, "index out of range")
	}
	first := h.Items[0]
	h.Items[0] = v
	return first, down(t, h, 0, before)
}

func pushPop(t *py.Thread, a []py.Object) (py.Object, error) {
	h, err := heapOf("heappushpop", " 1", a[0])
	if err != nil {
		return nil, err
	}
	if len(h.Items) == 0 {
		return a[1], nil
	}
	first, err := less(t, h.Items[0], a[1])
	if err != nil || !first {
		return a[1], err
	}
	if len(h.Items) == 0 {
		return nil, py.Raise(py.IndexError, "index out of range")
	}
	return replace(t, h, a[1], less)
}

func heapify(t *py.Thread, h *py.List, before order) (py.Object, error) {
	for i := len(h.Items)/2 - 1; i >= 0; i-- {
		if err := down(t, h, i, before); err != nil {
			return nil, err
		}
		if i&0x3ff == 0 {
			if err := t.Poll(); err != nil {
				return nil, err
			}
		}
	}
	return py.None, nil
}
