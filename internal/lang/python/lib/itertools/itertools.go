// Package itertools is Python's module of that name.
package itertools

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(_ *py.Thread) (*py.Module, error) {
	m := py.NewModule("itertools")
	for _, c := range classes() {
		m.Set(c.Name, c)
	}
	m.Add("tee", "iterable, n=2, /", tee)
	return m, nil
}

var classes = sync.OnceValue(func() []*py.Class {
	list := []*py.Class{chainClass(), groupbyClass(), teeClass(), repeatClass()}
	list = append(list, endless()...)
	list = append(list, filters()...)
	return append(list, combinatoric()...)
})

// class makes an iterator's class: its objects hold a T, which next takes the next value
// from, or nil at the end.
func class[T any](name string, make func(t *py.Thread, a py.Args) (*T, error), next func(t *py.Thread, v *T) (py.Object, error), more ...func(c *py.Class)) *py.Class {
	return py.DefineClass("itertools", name, nil, func(c *py.Class) {
		c.Slots.New = func(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
			v, err := make(t, a)
			if err != nil {
				return nil, err
			}
			return py.NewOf(cls, &py.Opaque[*T]{Of: c, Value: v}), nil
		}
		c.Slots.Iter = func(_ *py.Thread, o py.Object) (py.Object, error) { return o, nil }
		c.Slots.Next = func(t *py.Thread, o py.Object) (py.Object, error) { return next(t, value[T](o)) }
		for _, fill := range more {
			fill(c)
		}
	})
}

// value is what an object of a class holds.
func value[T any](o py.Object) *T { return py.Native(o).(*py.Opaque[*T]).Value }

// bind gives the parameters of a signature their values.
func bind(name string, s *py.Signature, a py.Args) ([]py.Object, error) { return s.Bind(name, a) }

// iterators are those of iterables.
func iterators(t *py.Thread, list []py.Object) ([]py.Object, error) {
	its := make([]py.Object, len(list))
	for i, x := range list {
		it, err := t.Iter(x)
		if err != nil {
			return nil, err
		}
		its[i] = it
	}
	return its, nil
}

// rest is the value of *args.
func rest(x py.Object) []py.Object { return x.(*py.Tuple).Items }
