package itertools

import "github.com/elide-dev/elided/internal/lang/python/py"

// A chain has a nil sources at its end, and a nil current between two iterables.
type chain struct{ sources, current py.Object }

var chainSig = py.Sign("*iterables")

func chainClass() *py.Class {
	return class("chain", func(t *py.Thread, a py.Args) (*chain, error) {
		v, err := bind("chain", chainSig, a)
		if err != nil {
			return nil, err
		}
		it, err := t.Iter(v[0])
		return &chain{sources: it}, err
	}, nextOfChain, reduced(reduceChain), restored(setChain), func(c *py.Class) {
		c.AddClassMethods(py.MethodTable{{Name: "from_iterable", Signature: "iterable, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			it, err := t.Iter(a[1])
			if err != nil {
				return nil, err
			}
			return py.NewOf(a[0].(*py.Class), &py.Opaque[*chain]{Of: c, Value: &chain{sources: it}}), nil
		}}, {Name: "__class_getitem__", Signature: "item, /", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			return py.NewGenericAlias(a[0], a[1]), nil
		}}})
	})
}

func nextOfChain(t *py.Thread, c *chain) (py.Object, error) {
	for c.sources != nil {
		if c.current == nil {
			x, err := t.Next(c.sources)
			if x == nil || err != nil {
				c.sources = nil
				return nil, err
			}
			if c.current, err = t.Iter(x); err != nil {
				c.sources = nil
				return nil, err
			}
		}
		v, err := t.Next(c.current)
		if v != nil || err != nil {
			return v, err
		}
		c.current = nil
		if err := t.Poll(); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// A grouper is a groupby: value is the last that was taken, key its key, target the key of
// the group that was given last.
type grouper struct {
	it, fn             py.Object
	value, key, target py.Object
	group              *group // the last: the others have ended
}

// A group gives the values of a key.
type group struct {
	of     *grouper
	target py.Object
}

var groupbySig = py.Sign("iterable, key=")

func groupbyClass() *py.Class {
	groups := class("_grouper", func(*py.Thread, py.Args) (*group, error) {
		return nil, py.Raise(py.TypeError, "cannot create 'itertools._grouper' instances")
	}, nextOfGroup)
	return class("groupby", func(t *py.Thread, a py.Args) (*grouper, error) {
		v, err := bind("groupby", groupbySig, a)
		if err != nil {
			return nil, err
		}
		g := &grouper{fn: v[1]}
		if g.fn == py.None {
			g.fn = nil
		}
		g.it, err = t.Iter(v[0])
		return g, err
	}, func(t *py.Thread, g *grouper) (py.Object, error) { return nextGroup(t, g, groups) }, reduced(reduceGrouper), restored(setGrouper))
}

// step takes the next value, and reports whether there is one.
func (g *grouper) step(t *py.Thread) (bool, error) {
	v, err := t.Next(g.it)
	if v == nil || err != nil {
		return false, err
	}
	key := v
	if g.fn != nil {
		if key, err = t.Call(g.fn, v); err != nil {
			return false, err
		}
	}
	g.value, g.key = v, key
	return true, nil
}

func nextGroup(t *py.Thread, g *grouper, groups *py.Class) (py.Object, error) {
	g.group = nil
	for {
		if g.key != nil {
			if g.target == nil {
				break
			}
			same, err := t.SameOrEqual(g.target, g.key)
			if err != nil {
				return nil, err
			}
			if !same {
				break
			}
		}
		if ok, err := g.step(t); !ok || err != nil {
			return nil, err
		}
		if err := t.Poll(); err != nil {
			return nil, err
		}
	}
	g.target = g.key
	g.group = &group{g, g.target}
	return py.NewTuple(g.key, &py.Opaque[*group]{Of: groups, Value: g.group}), nil
}

func nextOfGroup(t *py.Thread, x *group) (py.Object, error) {
	g := x.of
	if g.group != x {
		return nil, nil
	}
	if g.value == nil {
		if ok, err := g.step(t); !ok || err != nil {
			return nil, err
		}
	}
	same, err := t.SameOrEqual(x.target, g.key)
	if !same || err != nil {
		return nil, err
	}
	v := g.value
	g.value = nil
	return v, nil
}

// A link is a value that tees have taken, and what follows; next is nil for what hasn't
// been taken yet.
type link struct {
	value py.Object
	next  *link
}

type source struct {
	it      py.Object
	running bool
}

type teed struct {
	from *source
	at   *link
}

func teeClass() *py.Class {
	return class("_tee", func(t *py.Thread, a py.Args) (*teed, error) {
		v, err := bindExact("_tee", oneSig, a, 1)
		if err != nil {
			return nil, err
		}
		return newTee(t, v[0])
	}, nextOfTee, func(c *py.Class) {
		c.WeaklyReferenced = true
		c.AddMethods(py.MethodTable{{Name: "__copy__", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			x := *value[teed](a[0])
			return &py.Opaque[*teed]{Of: c, Value: &x}, nil
		}}})
	})
}

func newTee(t *py.Thread, x py.Object) (*teed, error) {
	if o, ok := x.(*py.Opaque[*teed]); ok {
		v := *o.Value
		return &v, nil
	}
	it, err := t.Iter(x)
	if err != nil {
		return nil, err
	}
	if o, ok := it.(*py.Opaque[*teed]); ok {
		v := *o.Value
		return &v, nil
	}
	return &teed{&source{it: it}, &link{}}, nil
}

func nextOfTee(t *py.Thread, x *teed) (py.Object, error) {
	if x.at.next == nil {
		if x.from.running {
			return nil, py.Raise(py.RuntimeError, "cannot re-enter the tee iterator")
		}
		x.from.running = true
		v, err := t.Next(x.from.it)
		x.from.running = false
		if v == nil || err != nil {
			return nil, err
		}
		x.at.value, x.at.next = v, &link{}
	}
	v := x.at.value
	x.at = x.at.next
	return v, nil
}

func tee(t *py.Thread, a []py.Object) (py.Object, error) {
	n := 2
	if a[1] != nil {
		var err error
		if n, err = t.Index(a[1]); err != nil {
			return nil, err
		}
	}
	if n < 0 {
		return nil, py.Raise(py.ValueError, "n must be >= 0")
	}
	if n > 1<<24 {
		return nil, py.NewExc(py.MemoryError)
	}
	if n == 0 {
		return py.NewTuple(), nil
	}
	first, err := newTee(t, a[0])
	if err != nil {
		return nil, err
	}
	var of *py.Class
	for _, c := range classes() {
		if c.Name == "_tee" {
			of = c
		}
	}
	items := make([]py.Object, n)
	for i := range items {
		x := *first
		items[i] = &py.Opaque[*teed]{Of: of, Value: &x}
	}
	return py.NewTuple(items...), nil
}
