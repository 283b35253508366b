package operator

import (
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// getters are the classes of functions that get something of their argument.
var getters = sync.OnceValue(func() []*py.Class {
	return []*py.Class{
		getterClass("itemgetter", newItems), getterClass("attrgetter", newAttrs), getterClass("methodcaller", newMethod),
	}
})

// A getter gets something of an object. args are what it was made with, for its repr.
type getter struct {
	get  func(t *py.Thread, x py.Object) (py.Object, error)
	args py.Args
}

func getterClass(name string, make func(t *py.Thread, a py.Args) (*getter, error)) *py.Class {
	return py.DefineClass("operator", name, nil, func(c *py.Class) {
		value := func(o py.Object) *getter { return py.Native(o).(*py.Opaque[*getter]).Value }
		c.Slots.New = func(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
			g, err := make(t, a)
			if err != nil {
				return nil, err
			}
			g.args = py.Args{Pos: append([]py.Object(nil), a.Pos...), Names: a.Names, Named: append([]py.Object(nil), a.Named...)}
			return py.NewOf(cls, &py.Opaque[*getter]{Of: c, Value: g}), nil
		}
		c.Slots.Call = func(t *py.Thread, self py.Object, a py.Args) (py.Object, error) {
			if len(a.Names) > 0 {
				return nil, py.Raise(py.TypeError, "%s() takes no keyword arguments", name)
			}
			if len(a.Pos) != 1 {
				return nil, py.Raise(py.TypeError, "%s expected 1 argument, got %d", name, len(a.Pos))
			}
			return value(self).get(t, a.Pos[0])
		}
		c.AddWholeMethods(py.MethodTable{{Name: "__reduce__", Doc: "What copies are made of.", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			return reduce(t, a[0].Class(), value(a[0]).args)
		}}})
		c.Slots.Repr = func(t *py.Thread, self py.Object) (py.Object, error) {
			g := value(self)
			var parts []string
			for _, v := range g.args.Pos {
				s, err := t.Repr(v)
				if err != nil {
					return nil, err
				}
				parts = append(parts, s.String())
			}
			for i, v := range g.args.Named {
				s, err := t.Repr(v)
				if err != nil {
					return nil, err
				}
				parts = append(parts, g.args.Names[i].String()+"="+s.String())
			}
			return py.NewStr("operator." + name + "(" + strings.Join(parts, ", ") + ")"), nil
		}
	})
}

// reduce is the class and what it is called with; where that has names, a partial has them.
func reduce(t *py.Thread, c *py.Class, a py.Args) (py.Object, error) {
	if len(a.Names) == 0 {
		return py.NewTuple(c, py.NewTuple(a.Pos...)), nil
	}
	partial, err := t.FromModule("functools", "partial")
	if err != nil {
		return nil, err
	}
	first, err := t.CallArgs(partial, py.Args{Pos: []py.Object{c, a.Pos[0]}, Names: a.Names, Named: a.Named})
	return py.NewTuple(first, py.NewTuple(a.Pos[1:]...)), err
}

// several makes one getter of many: it returns a tuple when there are two or more.
func several(list []func(t *py.Thread, x py.Object) (py.Object, error)) *getter {
	if len(list) == 1 {
		return &getter{get: list[0]}
	}
	return &getter{get: func(t *py.Thread, x py.Object) (py.Object, error) {
		items := make([]py.Object, len(list))
		for i, get := range list {
			v, err := get(t, x)
			if err != nil {
				return nil, err
			}
			items[i] = v
		}
		return py.NewTuple(items...), nil
	}}
}

func atLeastOne(name string, a py.Args) error {
	if len(a.Names) > 0 {
		return py.Raise(py.TypeError, "%s() takes no keyword arguments", name)
	}
	if len(a.Pos) == 0 {
		return py.Raise(py.TypeError, "%s expected 1 argument, got 0", name)
	}
	return nil
}

func newItems(_ *py.Thread, a py.Args) (*getter, error) {
	if err := atLeastOne("itemgetter", a); err != nil {
		return nil, err
	}
	var list []func(t *py.Thread, x py.Object) (py.Object, error)
	for _, key := range a.Pos {
		list = append(list, func(t *py.Thread, x py.Object) (py.Object, error) { return t.GetItem(x, key) })
	}
	return several(list), nil
}

func newAttrs(_ *py.Thread, a py.Args) (*getter, error) {
	if err := atLeastOne("attrgetter", a); err != nil {
		return nil, err
	}
	var list []func(t *py.Thread, x py.Object) (py.Object, error)
	for _, v := range a.Pos {
		s, ok := py.Native(v).(*py.Str)
		if !ok {
			return nil, py.Raise(py.TypeError, "attribute name must be a string")
		}
		names := strings.Split(s.String(), ".")
		list = append(list, func(t *py.Thread, x py.Object) (py.Object, error) {
			for _, name := range names {
				var err error
				if x, err = t.GetAttr(x, name); err != nil {
					return nil, err
				}
			}
			return x, nil
		})
	}
	return several(list), nil
}

func newMethod(_ *py.Thread, a py.Args) (*getter, error) {
	if len(a.Pos) == 0 {
		return nil, py.Raise(py.TypeError, "methodcaller needs at least one argument, the method name")
	}
	name, ok := py.Native(a.Pos[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "method name must be a string")
	}
	rest := py.Args{Pos: append([]py.Object(nil), a.Pos[1:]...), Names: a.Names, Named: append([]py.Object(nil), a.Named...)}
	return &getter{get: func(t *py.Thread, x py.Object) (py.Object, error) {
		m, err := t.GetAttr(x, name.String())
		if err != nil {
			return nil, err
		}
		return t.CallArgs(m, rest)
	}}, nil
}
