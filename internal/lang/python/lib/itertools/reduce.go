package itertools

import "github.com/elide-dev/elided/internal/lang/python/py"

// reduced gives a class __reduce__: what an iterator is made of again, and a state if it has begun.
func reduced[T any](of func(t *py.Thread, c *py.Class, v *T) (py.Object, error)) func(c *py.Class) {
	return func(c *py.Class) {
		c.AddWholeMethods(py.MethodTable{{Name: "__reduce__", Doc: "What copies are made of.", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			return of(t, a[0].Class(), value[T](a[0]))
		}}})
	}
}

// restored gives a class __setstate__.
func restored[T any](set func(t *py.Thread, v *T, state py.Object) error) func(c *py.Class) {
	return func(c *py.Class) {
		c.AddMethods(py.MethodTable{{Name: "__setstate__", Signature: "state, /", Doc: "Go to where another iterator was.",
			Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				return py.None, set(t, value[T](a[0]), a[1])
			}}})
	}
}

// made is a class, what it is called with, and a state that may be nil.
func made(c *py.Class, args []py.Object, state py.Object) (py.Object, error) {
	if state == nil {
		return py.NewTuple(c, py.NewTuple(args...)), nil
	}
	return py.NewTuple(c, py.NewTuple(args...), state), nil
}

// stateItems are those of a state that is a tuple of least to most of them.
func stateItems(state py.Object, least, most int) ([]py.Object, error) {
	s, ok := py.Native(state).(*py.Tuple)
	if !ok {
		return nil, py.Raise(py.TypeError, "state is not a tuple")
	}
	want, kind, n := least, "exactly", len(s.Items)
	if least != most {
		if kind = "at least"; n > most {
			want, kind = most, "at most"
		}
	}
	if n < least || n > most {
		plural := "s"
		if want == 1 {
			plural = ""
		}
		return nil, py.Raise(py.TypeError, "function takes %s %d argument%s (%d given)", kind, want, plural, n)
	}
	return s.Items, nil
}

func notA(n int, want string, x py.Object) error {
	return py.Raise(py.TypeError, "argument %d must be %s, not %s", n, want, py.ArgClass(x))
}

func numbers(list []int) py.Object {
	items := make([]py.Object, len(list))
	for i, n := range list {
		items[i] = py.MakeInt(int64(n))
	}
	return py.NewTuple(items...)
}

// indices puts the ints of a state into their places: each is within what may be there.
func indices(t *py.Thread, into []int, state py.Object, least func(i int) int, most func(i int) int) error {
	s, ok := py.Native(state).(*py.Tuple)
	if !ok || len(s.Items) != len(into) {
		return py.Raise(py.ValueError, "invalid arguments")
	}
	for i, x := range s.Items {
		n, err := t.Index(x)
		if err != nil {
			return err
		}
		into[i] = min(max(n, least(i)), most(i))
	}
	return nil
}

func zero(int) int { return 0 }

func reduceCounter(_ *py.Thread, c *py.Class, v *counter) (py.Object, error) {
	one := v.step == py.Object(py.MakeInt(1))
	if one && v.next.Class() == py.IntClass {
		return made(c, []py.Object{v.next}, nil)
	}
	return made(c, []py.Object{v.next, v.step}, nil)
}

// reduceCycler gives what has been seen as the state, and whether the iterator goes through it again.
func reduceCycler(t *py.Thread, c *py.Class, v *cycler) (py.Object, error) {
	seen := py.NewList(append([]py.Object(nil), v.seen...)...)
	if v.it != nil {
		return made(c, []py.Object{v.it}, py.NewTuple(seen, py.Of(v.again)))
	}
	it, err := t.Iter(seen)
	if err != nil {
		return nil, err
	}
	if v.at > 0 {
		if _, err := t.CallMethod(it, "__setstate__", py.MakeInt(int64(v.at))); err != nil {
			return nil, err
		}
	}
	return made(c, []py.Object{it}, py.NewTuple(seen, py.True))
}

func setCycler(t *py.Thread, v *cycler, state py.Object) error {
	s, err := stateItems(state, 2, 2)
	if err != nil {
		return err
	}
	seen, ok := py.Native(s[0]).(*py.List)
	if !ok {
		return notA(1, "list", s[0])
	}
	again, err := t.Index(s[1])
	if err != nil {
		return err
	}
	v.seen, v.again, v.at = append([]py.Object(nil), seen.Items...), again != 0, 0
	return nil
}

func reduceRepeater(_ *py.Thread, c *py.Class, v *repeater) (py.Object, error) {
	if v.left < 0 {
		return made(c, []py.Object{v.v}, nil)
	}
	return made(c, []py.Object{v.v, py.MakeInt(int64(v.left))}, nil)
}

// reduceAccumulator has values that are still to be counted in before the others: one that is to be
// given as it is, and None, which as a state would be none.
func reduceAccumulator(t *py.Thread, c *py.Class, v *accumulator) (py.Object, error) {
	fn := py.OrNone(v.fn)
	first := v.initial
	if first == nil && v.total == py.None {
		first = v.total
	}
	if first == nil {
		state := v.total
		if state == nil {
			state = py.None
		}
		return made(c, []py.Object{v.it, fn}, state)
	}
	chain, err := t.FromModule("itertools", "chain") // classes can't be named where they are made
	if err != nil {
		return nil, err
	}
	all, err := t.Call(chain, py.NewTuple(first), v.it)
	if err != nil {
		return nil, err
	}
	if v.initial != nil {
		return made(c, []py.Object{all, fn}, py.None)
	}
	sums, err := t.Call(c, all, fn)
	if err != nil {
		return nil, err
	}
	slice, err := t.FromModule("itertools", "islice")
	if err != nil {
		return nil, err
	}
	return py.NewTuple(slice, py.NewTuple(sums, py.MakeInt(1), py.None)), nil
}

func setAccumulator(_ *py.Thread, v *accumulator, state py.Object) error {
	v.total = state
	return nil
}

func reduceLongest(_ *py.Thread, c *py.Class, v *longest) (py.Object, error) {
	its := make([]py.Object, len(v.its))
	for i, it := range v.its {
		if its[i] = it; it == nil {
			its[i] = py.NewTuple()
		}
	}
	return made(c, its, v.fill)
}

func setLongest(_ *py.Thread, v *longest, state py.Object) error {
	v.fill = state
	return nil
}
