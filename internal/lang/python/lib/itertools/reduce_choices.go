package itertools

import "github.com/elide-dev/elided/internal/lang/python/py"

func reduceProduct(_ *py.Thread, c *py.Class, v *product) (py.Object, error) {
	if v.done {
		return made(c, []py.Object{py.NewTuple()}, nil)
	}
	pools := make([]py.Object, len(v.pools))
	for i, p := range v.pools {
		pools[i] = py.NewTuple(p...)
	}
	if !v.begun {
		return made(c, pools, nil)
	}
	return made(c, pools, numbers(v.at))
}

func setProduct(t *py.Thread, v *product, state py.Object) error {
	at := make([]int, len(v.pools))
	for _, p := range v.pools {
		v.done = v.done || len(p) == 0
	}
	if err := indices(t, at, state, zero, func(i int) int { return max(len(v.pools[i])-1, 0) }); err != nil {
		return err
	}
	v.at, v.begun = at, true
	return nil
}

// reduceChoice is that of permutations, too, whose state has its cycles.
func reduceChoice(_ *py.Thread, c *py.Class, v *choice) (py.Object, error) {
	r := py.MakeInt(int64(v.r))
	switch {
	case !v.begun:
		return made(c, []py.Object{py.NewTuple(v.pool...), r}, nil)
	case v.done:
		return made(c, []py.Object{py.NewTuple(), r}, nil)
	case v.cycles != nil:
		return made(c, []py.Object{py.NewTuple(v.pool...), r}, py.NewTuple(numbers(v.indices), numbers(v.cycles)))
	}
	return made(c, []py.Object{py.NewTuple(v.pool...), r}, numbers(v.indices))
}

// setChoice is of combinations: the i-th of r indices is at most most(i), of n items.
func setChoice(most func(i, n, r int) int) func(t *py.Thread, v *choice, state py.Object) error {
	return func(t *py.Thread, v *choice, state py.Object) error {
		into := make([]int, len(v.indices))
		err := indices(t, into, state, zero, func(i int) int { return max(most(i, len(v.pool), v.r), 0) })
		if err != nil {
			return err
		}
		v.indices, v.begun = into, true
		return nil
	}
}

func setPermutations(t *py.Thread, v *choice, state py.Object) error {
	s, err := stateItems(state, 2, 2)
	if err != nil {
		return err
	}
	for i, x := range s {
		if _, ok := py.Native(x).(*py.Tuple); !ok {
			return notA(i+1, "tuple", x)
		}
	}
	n := len(v.pool)
	at, cycles := make([]int, len(v.indices)), make([]int, len(v.cycles))
	if err := indices(t, at, s[0], zero, func(int) int { return max(n-1, 0) }); err != nil {
		return err
	}
	if err := indices(t, cycles, s[1], func(int) int { return 1 }, func(i int) int { return n - i }); err != nil {
		return err
	}
	v.indices, v.cycles, v.begun = at, cycles, true
	return nil
}
