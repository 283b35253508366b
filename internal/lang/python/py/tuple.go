package py

import "github.com/elide-dev/elided/internal/lang/python/ast"

func setupTuples() {
	c := TupleClass
	s := &c.Slots
	s.New = newTuple
	s.Repr = reprTuple
	s.Hash = func(t *Thread, o Object) (int64, error) { return hashItems(t, asTuple(o).Items) }
	s.Len = func(_ *Thread, o Object) (int, error) { return len(asTuple(o).Items), nil }
	s.Compare = func(t *Thread, op Cmp, x, y Object) (Object, error) {
		a := asTuple(x)
		b, ok := Native(y).(*Tuple)
		if !ok {
			return NotImplemented, nil
		}
		return t.compareItems(op, a.items, b.items)
	}
	s.Contains = func(t *Thread, o, item Object) (bool, error) {
		i, err := t.containsItem(asTuple(o).items, item)
		return i >= 0, err
	}
	s.Iter = func(_ *Thread, o Object) (Object, error) { return &tupleIterator{items: asTuple(o).Items}, nil }
	s.GetItem = tupleGetItem
	s.Binary[ast.Add] = tupleConcat
	s.Binary[ast.Mult] = tupleRepeat
	s.Reflected[ast.Mult] = func(t *Thread, x, y Object) (Object, error) { return tupleRepeat(t, y, x) }
	c.genericAlias()
	c.addMethods(MethodTable{
		{"index", "value, start=0, stop=9223372036854775807, /", tupleIndex, ""},
		{"count", "value, /", func(t *Thread, a []Object) (Object, error) { return t.countItems(asTuple(a[0]).items, a[1]) }, ""},
		{"__getnewargs__", "", func(_ *Thread, a []Object) (Object, error) { return NewTuple(NewTuple(asTuple(a[0]).Items...)), nil }, ""},
	})
}

func asTuple(o Object) *Tuple { return Native(o).(*Tuple) }

func (x *Tuple) items() []Object { return x.Items }

func newTuple(t *Thread, cls *Class, a Args) (Object, error) {
	if len(a.Names) > 0 && !cls.takesNames() {
		return nil, Raise(TypeError, "tuple() takes no keyword arguments")
	}
	v, err := iterableSig.bind("tuple", Args{Pos: a.Pos}, 0)
	if err != nil {
		return nil, err
	}
	if v[0] == nil {
		return ofClass(cls, emptyTuple), nil
	}
	x, err := t.tupleOf(v[0])
	if err != nil {
		return nil, err
	}
	return ofClass(cls, x), nil
}

// tupleOf is tuple(x).
func (t *Thread) tupleOf(x Object) (*Tuple, error) {
	if v, ok := x.(*Tuple); ok {
		return v, nil
	}
	var l List
	if err := t.extend(&l, x); err != nil {
		return nil, err
	}
	return NewTuple(l.Items...), nil
}

func reprTuple(t *Thread, o Object) (Object, error) {
	x := asTuple(o)
	if len(x.Items) == 0 {
		return NewStr("()"), nil
	}
	return t.reprGuarded(x, "(...)", func() (string, error) {
		if len(x.Items) == 1 {
			return t.reprItems("(", x.items, ",)")
		}
		return t.reprItems("(", x.items, ")")
	})
}

func tupleGetItem(t *Thread, o, key Object) (Object, error) {
	x := asTuple(o)
	if s, ok := key.(*Slice); ok {
		p, err := t.span(s, len(x.Items))
		if err != nil {
			return nil, err
		}
		if p.count == len(x.Items) && p.step == 1 {
			return x, nil
		}
		return NewTuple(p.of(x.Items)...), nil
	}
	i, err := t.itemIndex(key, len(x.Items), "tuple", "tuple index out of range")
	if err != nil {
		return nil, err
	}
	return x.Items[i], nil
}

func tupleConcat(_ *Thread, x, y Object) (Object, error) {
	a, ok := Native(x).(*Tuple)
	b, ok2 := Native(y).(*Tuple)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	items := make([]Object, len(a.Items)+len(b.Items))
	copy(items[copy(items, a.Items):], b.Items)
	return NewTuple(items...), nil
}

func tupleRepeat(t *Thread, x, y Object) (Object, error) {
	v, ok := Native(x).(*Tuple)
	if !ok {
		return NotImplemented, nil
	}
	n, ok, err := t.repeatCount(y)
	if !ok || err != nil {
		return NotImplemented, err
	}
	if n == 1 {
		return v, nil
	}
	items, err := t.repeatItems(v.Items, n)
	return NewTuple(items...), err
}

func tupleIndex(t *Thread, a []Object) (Object, error) {
	i, err := t.indexOf(asTuple(a[0]).items, a)
	if err != nil {
		return nil, err
	}
	if i < 0 {
		return nil, Raise(ValueError, "tuple.index(x): x not in tuple")
	}
	return MakeInt(int64(i)), nil
}

// hashItems is the hash of a tuple of these items.
func hashItems(t *Thread, items []Object) (int64, error) {
	if err := t.enterNative(); err != nil {
		return 0, err
	}
	defer t.leaveNative()
	var room [8]int64
	hashes := room[:0]
	for _, v := range items {
		h, err := Hash(t, v)
		if err != nil {
			return 0, err
		}
		hashes = append(hashes, h)
	}
	return hashTuple(hashes), nil
}
