// Package functools is the part of Python's module functools that is written in Go:
// _functools.
package functools

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(_ *py.Thread) (*py.Module, error) {
	m := py.NewModule("_functools")
	m.Set("partial", partialClass()).Set("_lru_cache_wrapper", cacheClass())
	m.Add("reduce", "function, iterable, initial=, /", reduce)
	m.Add("cmp_to_key", "mycmp", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		return &py.Opaque[*key]{Of: keyClass(), Value: &key{cmp: a[0]}}, nil
	})
	return m, nil
}

func reduce(t *py.Thread, a []py.Object) (py.Object, error) {
	if a[1].Class().Lookup("__iter__") == nil && a[1].Class().Lookup("__getitem__") == nil {
		return nil, py.Raise(py.TypeError, "reduce() arg 2 must support iteration")
	}
	total := a[2]
	err := t.Each(a[1], func(v py.Object) error {
		if total == nil {
			total = v
			return nil
		}
		var err error
		total, err = t.Call(a[0], total, v)
		return err
	})
	if err == nil && total == nil {
		err = py.Raise(py.TypeError, "reduce() of empty iterable with no initial value")
	}
	return total, err
}

// A key is what cmp_to_key makes: without a value it is the function that makes keys.
type key struct{ cmp, value py.Object }

var keyClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("functools", "KeyWrapper", nil, func(c *py.Class) {
		c.Slots.Hash = py.Unhashable
		sig := py.Sign("obj")
		value := func(o py.Object) *key { return o.(*py.Opaque[*key]).Value }
		c.Slots.Call = func(_ *py.Thread, self py.Object, a py.Args) (py.Object, error) {
			v, err := sig.Bind("K", a)
			if err != nil {
				return nil, err
			}
			return &py.Opaque[*key]{Of: c, Value: &key{value(self).cmp, v[0]}}, nil
		}
		c.Slots.Compare = func(t *py.Thread, op py.Cmp, x, y py.Object) (py.Object, error) {
			a := value(x)
			other, ok := y.(*py.Opaque[*key])
			if !ok || a.value == nil || other.Value.value == nil {
				return nil, py.Raise(py.TypeError, "other argument must be K instance")
			}
			v, err := t.Call(a.cmp, a.value, other.Value.value)
			if err != nil {
				return nil, err
			}
			return t.Compare(op, v, py.MakeInt(0))
		}
		c.Slots.Hash = py.Unhashable
		c.AddGetSets(&py.GetSet{Name: "obj", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return value(o).value, nil }})
	})
})
