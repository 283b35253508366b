package pickle

import "github.com/elide-dev/elided/internal/lang/python/py"

// set writes a set or a frozenset.
func (w *writer) set(s *py.Set) error {
	items, err := w.t.Items(s)
	if err != nil {
		return err
	}
	if s.Class() == py.FrozenSetClass {
		return w.frozenSet(s, items)
	}
	w.put(opEmptySet)
	w.memoize(s)
	size := len(items)
	if size == 0 {
		return nil
	}
	for { // as in CPython, there is an empty batch after the last that is full
		n := min(len(items), batchSize)
		w.put(opMark)
		if err := w.each(items[:n]); err != nil {
			return err
		}
		w.put(opAddItems)
		if s.Len() != size {
			return py.Raise(py.RuntimeError, "set changed size during iteration")
		}
		items = items[n:]
		if n < batchSize {
			return nil
		}
	}
}

func (w *writer) frozenSet(s *py.Set, items []py.Object) error {
	w.put(opMark)
	if err := w.each(items); err != nil {
		return err
	}
	if _, ok := w.memo[py.ID(s)]; ok { // it contains itself
		w.put(opPopMark)
		w.known(s)
		return nil
	}
	w.put(opFrozenSet)
	w.memoize(s)
	return nil
}
