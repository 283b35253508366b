package itertools

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// endless are the classes of iterators that may never end, and of accumulate.
func endless() []*py.Class {
	return []*py.Class{
		class("count", newCounter, nextCount, func(c *py.Class) { c.Slots.Repr = reprCounter }, reduced(reduceCounter)),
		class("cycle", newCycler, nextCycle, reduced(reduceCycler), restored(setCycler)),
		class("accumulate", newAccumulator, nextSum, reduced(reduceAccumulator), restored(setAccumulator)),
		class("zip_longest", newLongest, nextLongest, reduced(reduceLongest), restored(setLongest)),
		class("pairwise", newPairs, nextPair),
	}
}

type counter struct{ next, step py.Object }

var countSig = py.Sign("start=, step=")

func newCounter(t *py.Thread, a py.Args) (*counter, error) {
	v, err := bind("count", countSig, a)
	if err != nil {
		return nil, err
	}
	c := &counter{py.MakeInt(0), py.MakeInt(1)}
	if v[0] != nil {
		c.next = v[0]
	}
	if v[1] != nil {
		c.step = v[1]
	}
	for _, x := range []*py.Object{&c.next, &c.step} {
		if _, ok := (*x).(*py.Bool); ok {
			*x = py.MakeBig(py.Big(*x))
		}
	}
	for _, x := range []py.Object{c.next, c.step} {
		k := x.Class()
		if k.Lookup("__index__") == nil && k.Lookup("__float__") == nil && !py.IsInstance(x, py.ComplexClass) {
			return nil, py.Raise(py.TypeError, "a number is required")
		}
	}
	return c, nil
}

func nextCount(t *py.Thread, c *counter) (py.Object, error) {
	v := c.next
	next, err := t.Binary(ast.Add, v, c.step)
	if err != nil {
		return nil, err
	}
	c.next = next
	return v, nil
}

func reprCounter(t *py.Thread, o py.Object) (py.Object, error) {
	c := value[counter](o)
	next, err := t.Repr(c.next)
	if err != nil {
		return nil, err
	}
	text := o.Class().Name + "(" + next.String()
	if c.step != py.Object(py.MakeInt(1)) {
		step, err := t.Repr(c.step)
		if err != nil {
			return nil, err
		}
		text += ", " + step.String()
	}
	return py.NewStr(text + ")"), nil
}

// A cycler has a nil it once it repeats what it has seen.
type cycler struct {
	it    py.Object
	seen  []py.Object
	at    int
	again bool // it goes through what was seen: a copy's
}

var oneSig = py.Sign("iterable, /")

func newCycler(t *py.Thread, a py.Args) (*cycler, error) {
	v, err := bindExact("cycle", oneSig, a, 1)
	if err != nil {
		return nil, err
	}
	it, err := t.Iter(v[0])
	return &cycler{it: it}, err
}

// bindExact is for signatures of n positional-only parameters, whose errors don't name the
// function with brackets.
func bindExact(name string, s *py.Signature, a py.Args, n int) ([]py.Object, error) {
	if len(a.Names) == 0 && len(a.Pos) != n {
		plural := "s"
		if n == 1 {
			plural = ""
		}
		return nil, py.Raise(py.TypeError, "%s expected %d argument%s, got %d", name, n, plural, len(a.Pos))
	}
	return bind(name, s, a)
}

func nextCycle(t *py.Thread, c *cycler) (py.Object, error) {
	if c.it != nil {
		v, err := t.Next(c.it)
		if err != nil {
			return nil, err
		}
		if v != nil {
			if !c.again {
				c.seen = append(c.seen, v)
			}
			return v, nil
		}
		c.it = nil
	}
	if len(c.seen) == 0 {
		return nil, nil
	}
	v := c.seen[c.at]
	c.at = (c.at + 1) % len(c.seen)
	return v, nil
}

type repeater struct {
	v    py.Object
	left int // -1 is without end
}

var repeatSig = py.Sign("object, times=")

// repeatClass is the class repeat.
func repeatClass() *py.Class {
	return class("repeat", newRepeater, nextRepeat, func(c *py.Class) {
		c.Slots.Repr = reprRepeater
		c.AddMethods(py.MethodTable{{Name: "__length_hint__", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			r := value[repeater](a[0])
			if r.left < 0 {
				return nil, py.Raise(py.TypeError, "len() of unsized object")
			}
			return py.MakeInt(int64(r.left)), nil
		}}})
	}, reduced(reduceRepeater))
}

func newRepeater(t *py.Thread, a py.Args) (*repeater, error) {
	v, err := bind("repeat", repeatSig, a)
	if err != nil {
		return nil, err
	}
	r := &repeater{v[0], -1}
	if v[1] != nil {
		n, err := t.Index(v[1])
		if err != nil {
			return nil, err
		}
		r.left = max(n, 0)
	}
	return r, nil
}

func nextRepeat(_ *py.Thread, r *repeater) (py.Object, error) {
	if r.left == 0 {
		return nil, nil
	}
	if r.left > 0 {
		r.left--
	}
	return r.v, nil
}

func reprRepeater(t *py.Thread, o py.Object) (py.Object, error) {
	r := value[repeater](o)
	v, err := t.Repr(r.v)
	if err != nil {
		return nil, err
	}
	text := o.Class().Name + "(" + v.String()
	if r.left >= 0 {
		n, err := t.Repr(py.MakeInt(int64(r.left)))
		if err != nil {
			return nil, err
		}
		text += ", " + n.String()
	}
	return py.NewStr(text + ")"), nil
}

// An accumulator's total is nil before its first value; initial is given before all.
type accumulator struct{ it, fn, total, initial py.Object }

var accumulateSig = py.Sign("iterable, func=, *, initial=")

func newAccumulator(t *py.Thread, a py.Args) (*accumulator, error) {
	v, err := bind("accumulate", accumulateSig, a)
	if err != nil {
		return nil, err
	}
	s := &accumulator{}
	if s.it, err = t.Iter(v[0]); err != nil {
		return nil, err
	}
	if v[1] != nil && v[1] != py.None {
		s.fn = v[1]
	}
	if v[2] != nil && v[2] != py.None {
		s.initial = v[2]
	}
	return s, nil
}

func nextSum(t *py.Thread, s *accumulator) (py.Object, error) {
	if s.initial != nil {
		s.total, s.initial = s.initial, nil
		return s.total, nil
	}
	v, err := t.Next(s.it)
	if v == nil || err != nil {
		return nil, err
	}
	switch {
	case s.total == nil:
	case s.fn == nil:
		v, err = t.Binary(ast.Add, s.total, v)
	default:
		v, err = t.Call(s.fn, s.total, v)
	}
	if err != nil {
		return nil, err
	}
	s.total = v
	return v, nil
}

// A longest has nil for the iterators that have ended; active counts the others.
type longest struct {
	its    []py.Object
	fill   py.Object
	active int
}

var longestSig = py.Sign("*iterables, fillvalue=")

func newLongest(t *py.Thread, a py.Args) (*longest, error) {
	for _, n := range a.Names {
		if n.String() != "fillvalue" {
			return nil, py.Raise(py.TypeError, "zip_longest() got an unexpected keyword argument")
		}
	}
	v, err := bind("zip_longest", longestSig, a)
	if err != nil {
		return nil, err
	}
	its, err := iterators(t, rest(v[1]))
	return &longest{its, py.OrNone(v[0]), len(its)}, err
}

func nextLongest(t *py.Thread, z *longest) (py.Object, error) {
	if z.active == 0 {
		return nil, nil
	}
	items := make([]py.Object, len(z.its))
	for i, it := range z.its {
		items[i] = z.fill
		if it == nil {
			continue
		}
		v, err := t.Next(it)
		if err != nil {
			z.active = 0
			return nil, err
		}
		if v != nil {
			items[i] = v
			continue
		}
		if z.active--; z.active == 0 {
			return nil, nil
		}
		z.its[i] = nil
	}
	return py.NewTuple(items...), nil
}

// A pairs has a nil old before its first pair.
type pairs struct{ it, old py.Object }

func newPairs(t *py.Thread, a py.Args) (*pairs, error) {
	v, err := bindExact("pairwise", oneSig, a, 1)
	if err != nil {
		return nil, err
	}
	it, err := t.Iter(v[0])
	return &pairs{it: it}, err
}

func nextPair(t *py.Thread, p *pairs) (py.Object, error) {
	if p.it == nil {
		return nil, nil
	}
	// The iterator may ask for a pair itself, and so change p.
	old := p.old
	if old == nil {
		v, err := t.Next(p.it)
		p.old, old = v, v
		if v == nil || err != nil {
			p.it = nil
			return nil, err
		}
		if p.it == nil {
			p.old = nil
			return nil, nil
		}
	}
	v, err := t.Next(p.it)
	if v == nil || err != nil {
		p.it, p.old = nil, nil
		return nil, err
	}
	p.old = v
	return py.NewTuple(old, v), nil
}
