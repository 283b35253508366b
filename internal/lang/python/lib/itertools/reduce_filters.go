package itertools

import "github.com/elide-dev/elided/internal/lang/python/py"

func reducePredicate(_ *py.Thread, c *py.Class, v *predicate) (py.Object, error) {
	return made(c, []py.Object{v.fn, v.it}, nil)
}

// reducePlaced is of those that look for a place.
func reducePlaced(_ *py.Thread, c *py.Class, v *predicate) (py.Object, error) {
	done := py.MakeInt(0)
	if v.done {
		done = py.MakeInt(1)
	}
	return made(c, []py.Object{v.fn, v.it}, done)
}

func setPredicate(t *py.Thread, v *predicate, state py.Object) (err error) {
	v.done, err = t.Truth(state)
	return err
}

func reduceCompressor(_ *py.Thread, c *py.Class, v *compressor) (py.Object, error) {
	return made(c, []py.Object{v.data, v.selectors}, nil)
}

func reduceSlicer(t *py.Thread, c *py.Class, v *slicer) (py.Object, error) {
	if v.it == nil {
		it, err := t.Iter(py.NewList())
		if err != nil {
			return nil, err
		}
		return made(c, []py.Object{it, py.MakeInt(0)}, py.MakeInt(0))
	}
	var stop py.Object = py.None
	if v.stop >= 0 {
		stop = py.MakeInt(int64(v.stop))
	}
	return made(c, []py.Object{v.it, py.MakeInt(int64(v.next)), stop, py.MakeInt(int64(v.step))}, py.MakeInt(int64(v.at)))
}

func setSlicer(t *py.Thread, v *slicer, state py.Object) error {
	if !py.IsInstance(state, py.IntClass) {
		return py.Raise(py.TypeError, "an integer is required")
	}
	n, err := t.Index(state)
	v.at = n
	return err
}

func reduceChain(_ *py.Thread, c *py.Class, v *chain) (py.Object, error) {
	switch {
	case v.sources == nil:
		return made(c, nil, nil)
	case v.current == nil:
		return made(c, nil, py.NewTuple(v.sources))
	}
	return made(c, nil, py.NewTuple(v.sources, v.current))
}

func setChain(_ *py.Thread, v *chain, state py.Object) error {
	s, err := stateItems(state, 1, 2)
	if err != nil {
		return err
	}
	for _, it := range s {
		if it.Class().Lookup("__next__") == nil {
			return py.Raise(py.TypeError, "Arguments must be iterators.")
		}
	}
	v.sources, v.current = s[0], nil
	if len(s) == 2 {
		v.current = s[1]
	}
	return nil
}

func reduceGrouper(_ *py.Thread, c *py.Class, v *grouper) (py.Object, error) {
	args := []py.Object{v.it, py.OrNone(v.fn)}
	if v.value == nil || v.key == nil || v.target == nil {
		return made(c, args, nil)
	}
	return made(c, args, py.NewTuple(v.value, v.target, v.key))
}

func setGrouper(_ *py.Thread, v *grouper, state py.Object) error {
	s, err := stateItems(state, 3, 3)
	if err != nil {
		return err
	}
	v.value, v.target, v.key, v.group = s[0], s[1], s[2], nil
	return nil
}
