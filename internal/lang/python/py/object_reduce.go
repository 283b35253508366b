package py

// What copy and pickle ask of objects.

func objectReduce(t *Thread, a []Object) (Object, error) { return t.reduceBefore2(a[0], MakeInt(0)) }

func objectReduceEx(t *Thread, a []Object) (Object, error) {
	x := a[0]
	protocol, err := t.cInt(a[1], 0)
	if err != nil {
		return nil, err
	}
	if m := x.Class().Lookup("__reduce__"); m != ObjectClass.cache["__reduce__"] && m != nil {
		v, _, err := t.callSpecial(x, "__reduce__")
		return v, err
	}
	if protocol < 2 {
		return t.reduceBefore2(x, a[1])
	}
	return t.reduce(x)
}

// reduceBefore2 is what pickle's protocols 0 and 1 are made of: copyreg says it.
func (t *Thread) reduceBefore2(x, protocol Object) (Object, error) {
	return t.callOf("copyreg", "_reduce_ex", x, protocol)
}

// reduce is what makes an object again: copyreg.__newobj__, its arguments, the state, and
// the items of a list or a dict.
func (t *Thread) reduce(x Object) (Object, error) {
	c := x.Class()
	args := []Object{c}
	var named *Dict
	if m, err := t.special(x, "__getnewargs_ex__"); err != nil {
		return nil, err
	} else if m != nil {
		if args, named, err = t.newArgsEx(m, args); err != nil {
			return nil, err
		}
	} else if m, err := t.special(x, "__getnewargs__"); err != nil {
		return nil, err
	} else if m != nil {
		v, err := t.Call(m)
		if err != nil {
			return nil, err
		}
		list, ok := Native(v).(*Tuple)
		if !ok {
			return nil, Raise(TypeError, "__getnewargs__ should return a tuple, not '%s'", v.Class().fullName())
		}
		args = append(args, list.Items...)
	} else if c == ListClass || c == DictClass || c == NoneClass || c.Lookup("__getstate__") != ObjectClass.cache["__getstate__"] {
		// their items are said below, or they say themselves what they are
	} else if !c.Heap && (c.newOf() != ObjectClass || c.unacceptable()) || c.Heap && !reducible(x) {
		return nil, Raise(TypeError, "cannot pickle '%s' object", dotted(c))
	}
	state, _, err := t.callSpecial(x, "__getstate__")
	if err != nil {
		return nil, err
	}
	var items, pairs Object = None, None
	switch n := Native(x).(type) {
	case *List:
		items, err = t.Iter(n)
	case *Dict:
		pairs, err = t.itemsIterator(x)
	}
	if err != nil {
		return nil, err
	}
	if named != nil && named.used > 0 {
		return NewTuple(newObjEx(), NewTuple(c, NewTuple(args[1:]...), named), state, items, pairs), nil
	}
	return NewTuple(newObj(), NewTuple(args...), state, items, pairs), nil
}

// reducible reports whether __new__ with the class alone makes the like of x, but for
// state and items; or with the value that it is.
func reducible(x Object) bool {
	o, ok := x.(*Instance)
	if !ok || o.Native == nil {
		return ok
	}
	switch o.Native.(type) {
	case *List, *Dict, Stateless:
		return true
	}
	return false
}

// Stateless marks what an instance of a subclass has of a library's class that keeps
// nothing: __new__ with the class alone makes its like.
type Stateless interface{ Stateless() }

func (t *Thread) itemsIterator(x Object) (Object, error) {
	m, err := t.GetAttr(x, "items")
	if err != nil {
		return nil, err
	}
	v, err := t.Call(m)
	if err != nil {
		return nil, err
	}
	return t.Iter(v)
}

func (t *Thread) newArgsEx(m Object, args []Object) ([]Object, *Dict, error) {
	v, err := t.Call(m)
	if err != nil {
		return nil, nil, err
	}
	pair, ok := Native(v).(*Tuple)
	if !ok || len(pair.Items) != 2 {
		return nil, nil, Raise(TypeError, "__getnewargs_ex__ should return a tuple, not '%s'", v.Class().fullName())
	}
	list, ok := Native(pair.Items[0]).(*Tuple)
	named, isDict := Native(pair.Items[1]).(*Dict)
	if !ok || !isDict {
		return nil, nil, Raise(TypeError, "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'", pair.Items[0].Class().fullName())
	}
	return append(args, list.Items...), named, nil
}

func newObj() *Builtin {
	b := NewBuiltin("__newobj__", "cls, /, *args", func(t *Thread, a []Object) (Object, error) {
		return t.callNewOf(a[0], Args{Pos: a[1].(*Tuple).Items})
	})
	b.Module = "copyreg"
	return b
}

func newObjEx() *Builtin {
	b := NewBuiltin("__newobj_ex__", "cls, args, kwargs, /", func(t *Thread, a []Object) (Object, error) {
		args, ok := Native(a[1]).(*Tuple)
		named, isDict := Native(a[2]).(*Dict)
		if !ok || !isDict {
			return nil, Raise(TypeError, "__newobj_ex__() takes a tuple and a dict")
		}
		return t.callNewOf(a[0], packed(args, named))
	})
	b.Module = "copyreg"
	return b
}

func (t *Thread) callNewOf(c Object, a Args) (Object, error) {
	k, ok := c.(*Class)
	if !ok {
		return nil, Raise(TypeError, "descriptor '__new__' requires a type")
	}
	m, err := t.GetAttr(k, "__new__")
	if err != nil {
		return nil, err
	}
	a.Pos = append([]Object{k}, a.Pos...)
	return t.CallArgs(m, a)
}

// state is object.__getstate__: the __dict__, and where there are slots a pair of it and a
// dict of those.
func (t *Thread) state(x Object) (Object, error) {
	var d Object = None
	if own := attributes(x, false); own != nil && own.used > 0 {
		d = own
	}
	slots := NewDict()
	for _, k := range x.Class().MRO {
		if !k.hasMembers {
			continue
		}
		var at Cursor
		for key, v := at.Next(k.Dict); key != nil; key, v = at.Next(k.Dict) {
			m, ok := v.(*Member)
			if !ok {
				continue
			}
			if v, err := m.get(x); err == nil {
				slots.SetStr(m.Name, v)
			}
		}
	}
	if slots.used > 0 {
		return NewTuple(d, slots), nil
	}
	return d, nil
}
