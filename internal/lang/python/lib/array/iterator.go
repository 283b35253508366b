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
