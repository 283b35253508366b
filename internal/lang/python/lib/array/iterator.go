package array

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// An iterator goes through an array, which is nil from its end on.
type iterator struct {
	of *array
	at int
}

// Class returns the class arrayiterator.
func (*iterator) Class() *py.Class { return iteratorClass() }

var iteratorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("array", "arrayiterator", nil, func(c *py.Class) {
		c.Sealed = true
		c.AddMethods(py.MethodTable{{Name: "__reduce__", Doc: "What copies are made of.", Fn: reduceIterator},
			{Name: "__setstate__", Signature: "state, /", Doc: "Go to where another iterator was.", Fn: setIterator}})
		c.Slots.Next = func(_ *py.Thread, x py.Object) (py.Object, error) { return x.(*iterator).next() }
	})
})

func (it *iterator) next() (py.Object, error) {
	if it.of == nil || it.at >= it.of.len() {
		it.of = nil
		return nil, nil
	}
	it.at++
	return it.of.get(it.at - 1)
}

func reduceIterator(t *py.Thread, a []py.Object) (py.Object, error) {
	iter, err := t.FromModule("builtins", "iter")
	if err != nil {
		return nil, err
	}
	it := a[0].(*iterator)
	if it.of == nil {
		return py.NewTuple(iter, py.NewTuple(py.NewList())), nil
	}
	return py.NewTuple(iter, py.NewTuple(it.of), py.MakeInt(int64(it.at))), nil
}

func setIterator(t *py.Thread, a []py.Object) (py.Object, error) {
	n, err := t.Index(a[1])
	if it := a[0].(*iterator); err == nil && it.of != nil {
		it.at = min(max(n, 0), it.of.len())
	}
	return py.None, err
}
