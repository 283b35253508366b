// Package collections is the part of Python's module of that name that is written in Go:
// the module _collections.
package collections

import (
	"fmt"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(_ *py.Thread) (*py.Module, error) {
	m := py.NewModule("_collections")
	m.Set("deque", py.DequeClass).Set("_tuplegetter", fieldClass())
	for _, c := range py.DequeIteratorClasses() {
		m.Set(c.Name, c)
	}
	m.Add("_count_elements", "mapping, iterable, /", count)
	m.Add("_complete_ordered", "cls, /", completeOrdered)
	m.Add("_complete", "cls, /", complete)
	return m, nil
}

// A field is an attribute of a namedtuple: an item of it.
type field struct {
	index int
	doc   py.Object
}

var fieldClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_collections", "_tuplegetter", nil, func(c *py.Class) {
		sig := py.Sign("index, doc, /")
		c.Slots.New = func(t *py.Thread, _ *py.Class, a py.Args) (py.Object, error) {
			v, err := sig.Bind("_tuplegetter", a)
			if err != nil {
				return nil, err
			}
			i, err := t.Index(v[0])
			return &py.Opaque[*field]{Of: c, Value: &field{i, v[1]}}, err
		}
		c.Slots.DescrGet = func(_ *py.Thread, self, obj py.Object, _ *py.Class) (py.Object, error) {
			if obj == nil {
				return self, nil
			}
			f := self.(*py.Opaque[*field]).Value
			x, ok := py.Native(obj).(*py.Tuple)
			if !ok {
				return nil, py.Raise(py.TypeError, "descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", f.index, obj.Class().FullName())
			}
			if f.index < 0 || f.index >= len(x.Items) {
				return nil, py.Raise(py.IndexError, "tuple index out of range")
			}
			return x.Items[f.index], nil
		}
		c.Slots.DescrSet = func(_ *py.Thread, _, _, value py.Object) error {
			if value == nil {
				return py.Raise(py.AttributeError, "can't delete attribute")
			}
			return py.Raise(py.AttributeError, "can't set attribute")
		}
		c.Slots.Repr = func(t *py.Thread, self py.Object) (py.Object, error) {
			f := self.(*py.Opaque[*field]).Value
			doc, err := t.Repr(f.doc)
			if err != nil {
				return nil, err
			}
			return py.NewStr(fmt.Sprintf("_tuplegetter(%d, %s)", f.index, doc)), nil
		}
		c.AddGetSets(&py.GetSet{
			Name: "__doc__",
			Get:  func(_ *py.Thread, self py.Object) (py.Object, error) { return self.(*py.Opaque[*field]).Value.doc, nil },
			Set: func(_ *py.Thread, self, v py.Object) error {
				self.(*py.Opaque[*field]).Value.doc = v
				return nil
			},
		})
	})
})

// count counts an iterable's values in a mapping, which is mostly a dict.
func count(t *py.Thread, a []py.Object) (py.Object, error) {
	d, ok := py.Native(a[0]).(*py.Dict)
	if ok {
		k := a[0].Class()
		ok = k.Lookup("__setitem__") == py.DictClass.Lookup("__setitem__") && k.Lookup("get") == py.DictClass.Lookup("get")
	}
	one := py.MakeInt(1)
	if !ok {
		return py.None, t.Each(a[1], func(v py.Object) error {
			get, err := t.GetAttr(a[0], "get")
			if err != nil {
				return err
			}
			n, err := t.Call(get, v, py.MakeInt(0))
			if err != nil {
				return err
			}
			if n, err = t.Binary(ast.Add, n, one); err != nil {
				return err
			}
			return t.SetItem(a[0], v, n)
		})
	}
	return py.None, t.Each(a[1], func(v py.Object) error {
		n, err := d.Get(t, v)
		switch {
		case err != nil:
			return err
		case n == nil:
			n = one
		default:
			if n, err = t.Binary(ast.Add, n, one); err != nil {
				return err
			}
		}
		return d.Set(t, v, n)
	})
}
