package functools

import (
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A partial is a function with some of its arguments.
type partial struct {
	fn    py.Object
	args  *py.Tuple
	named *py.Dict
}

func partialOf(o py.Object) *partial {
	return py.Native(o).(*py.Attributed[*partial]).Value
}

var partialClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("functools", "partial", nil, func(c *py.Class) {
		c.Slots.New = func(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
			p, err := newPartial(t, a)
			if err != nil {
				return nil, err
			}
			return py.NewOf(cls, &py.Attributed[*partial]{Of: c, Value: p}), nil
		}
		c.KeepInstances()
		c.Slots.Call = callPartial
		c.Slots.Repr = reprPartial
		c.AddDict()
		c.AddGetSets(
			&py.GetSet{Name: "func", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return partialOf(o).fn, nil }},
			&py.GetSet{Name: "args", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return partialOf(o).args, nil }},
			&py.GetSet{Name: "keywords", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return partialOf(o).named, nil }},
		)
		c.AddWholeMethods(py.MethodTable{
			{Name: "__repr__", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) { return reprPartial(t, a[0]) }},
			{Name: "__reduce__", Fn: reducePartial},
			{Name: "__setstate__", Signature: "state, /", Fn: setPartialState},
		})
		c.AddClassMethods(py.MethodTable{{Name: "__class_getitem__", Signature: "item, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			return t.Call(py.GenericAliasClass, a[0], a[1])
		}}})
	})
})

func newPartial(t *py.Thread, a py.Args) (*partial, error) {
	if len(a.Pos) == 0 {
		return nil, py.Raise(py.TypeError, "type 'partial' takes at least one argument")
	}
	fn := a.Pos[0]
	if !py.Callable(fn) {
		return nil, py.Raise(py.TypeError, "the first argument must be callable")
	}
	p := &partial{fn: fn, named: py.NewDict()}
	var args []py.Object
	if inner, ok := fn.(*py.Attributed[*partial]); ok { // one of one is one
		p.fn = inner.Value.fn
		args = append(args, inner.Value.args.Items...)
		p.named = inner.Value.named.Copy()
	}
	p.args = py.NewTuple(append(args, a.Pos[1:]...)...)
	for i, name := range a.Names {
		if err := p.named.Set(t, name, a.Named[i]); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func callPartial(t *py.Thread, self py.Object, a py.Args) (py.Object, error) {
	p := partialOf(self)
	args := py.Args{Pos: make([]py.Object, 0, len(p.args.Items)+len(a.Pos))}
	args.Pos = append(append(args.Pos, p.args.Items...), a.Pos...)
	if p.named.Len() == 0 {
		args.Names, args.Named = a.Names, a.Named
		return t.CallArgs(p.fn, args)
	}
	named := p.named.Copy()
	for i, name := range a.Names {
		if err := named.Set(t, name, a.Named[i]); err != nil {
			return nil, err
		}
	}
	var c py.Cursor
	for k, v := c.Next(named); k != nil; k, v = c.Next(named) {
		s, ok := py.Native(k).(*py.Str)
		if !ok {
			return nil, py.Raise(py.TypeError, "keywords must be strings")
		}
		args.Names, args.Named = append(args.Names, s), append(args.Named, v)
	}
	return t.CallArgs(p.fn, args)
}

func reprPartial(t *py.Thread, self py.Object) (py.Object, error) {
	name := self.Class().Name
	if !self.Class().Heap {
		name = "functools.partial"
	}
	return t.ReprOf(self, "...", func() (string, error) {
		parts, err := partialOf(self).texts(t)
		return name + "(" + strings.Join(parts, ", ") + ")", err
	})
}

// texts are the reprs of the function and its arguments.
func (p *partial) texts(t *py.Thread) ([]string, error) {
	var parts []string
	for _, v := range append([]py.Object{p.fn}, p.args.Items...) {
		s, err := t.Repr(v)
		if err != nil {
			return nil, err
		}
		parts = append(parts, s.String())
	}
	var c py.Cursor
	for k, v := c.Next(p.named); k != nil; k, v = c.Next(p.named) {
		name, err := t.Str(k)
		if err != nil {
			return nil, err
		}
		s, err := t.Repr(v)
		if err != nil {
			return nil, err
		}
		parts = append(parts, name.String()+"="+s.String())
	}
	return parts, nil
}
