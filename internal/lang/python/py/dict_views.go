package py

import "github.com/elide-dev/elided/internal/lang/python/ast"

// A viewKind is what of a dict a view, or an iterator, shows.
type viewKind uint8

const (
	dictKeys viewKind = iota
	dictValues
	dictItems
)

// A dictView is what keys(), values() and items() return.
type dictView struct {
	d       *Dict
	kind    viewKind
	ordered bool // an OrderedDict's
}

var (
	dictKeysClass   = newNative("dict_keys")
	dictValuesClass = newNative("dict_values")
	dictItemsClass  = newNative("dict_items")
)

// Class returns the class of its kind.
func (v *dictView) Class() *Class {
	if v.ordered {
		return orderedViewClasses[v.kind]
	}
	switch v.kind {
	case dictKeys:
		return dictKeysClass
	case dictValues:
		return dictValuesClass
	}
	return dictItemsClass
}

func setupDictViews() {
	for _, c := range append(orderedViewClasses[:], dictKeysClass, dictValuesClass, dictItemsClass) {
		s := &c.Slots
		c.Sealed = true
		s.Repr = reprView
		s.Len = func(_ *Thread, o Object) (int, error) { return o.(*dictView).d.used, nil }
		s.Iter = func(_ *Thread, o Object) (Object, error) {
			return o.(*dictView).iter(), nil
		}
		s.Reversed = func(_ *Thread, o Object) (Object, error) {
			return o.(*dictView).reversed(), nil
		}
		c.addGetSets(&GetSet{Name: "mapping", Get: func(t *Thread, o Object) (Object, error) { return t.Call(MappingProxyClass, o.(*dictView).d) }})
		if c != dictValuesClass && c != orderedViewClasses[dictValues] {
			setupSetView(c)
		}
	}
	setupDictIterators()
	setupOrderedIterator()
}

// setupSetView makes a view like a set.
func setupSetView(c *Class) {
	s := &c.Slots
	s.Contains = func(t *Thread, o, x Object) (bool, error) { return o.(*dictView).contains(t, x) }
	s.Compare = compareViews
	c.unhashable()
	for op, fn := range map[ast.Operator]func(t *Thread, x, y Object) (Object, error){
		ast.Sub: viewSub, ast.BitAnd: viewAnd, ast.BitOr: viewOr, ast.BitXor: viewXor,
	} {
		s.Binary[op], s.Reflected[op] = fn, fn
	}
	c.addMethods(MethodTable{{"isdisjoint", "other, /", viewIsDisjoint, ""}})
}

func (v *dictView) iter() Object {
	if v.ordered {
		return newOrderedIterator(v.d, v.kind, false)
	}
	return newDictIterator(v.d, v.kind)
}

func (v *dictView) reversed() Object {
	if v.ordered {
		return newOrderedIterator(v.d, v.kind, true)
	}
	return newDictReverser(v.d, v.kind)
}

func (v *dictView) contains(t *Thread, x Object) (bool, error) {
	if v.kind == dictKeys {
		return v.d.Has(t, x)
	}
	pair, ok := Native(x).(*Tuple)
	if !ok || len(pair.Items) != 2 {
		return false, nil
	}
	value, err := v.d.Get(t, pair.Items[0])
	if value == nil || err != nil {
		return false, err
	}
	return t.SameOrEqual(value, pair.Items[1])
}

func reprView(t *Thread, o Object) (Object, error) {
	v := o.(*dictView)
	return t.reprGuarded(v, "...", func() (string, error) {
		items, err := t.Collect(v)
		if err != nil {
			return "", err
		}
		return t.reprItems(v.Class().Name+"([", func() []Object { return items }, "])")
	})
}

// asSetLike is whether x is a set or a view that is like one, and how many it has.
func asSetLike(x Object) (int, bool) {
	switch v := Native(x).(type) {
	case *Set:
		return v.used, true
	case *dictView:
		return v.d.used, v.kind != dictValues
	}
	return 0, false
}

func compareViews(t *Thread, op Cmp, x, y Object) (Object, error) {
	a := x.(*dictView).d.used
	b, ok := asSetLike(y)
	if !ok {
		return NotImplemented, nil
	}
	var same bool
	var err error
	switch op {
	case EQ, NE:
		same = a == b
	case LT:
		same = a < b
	case LE:
		same = a <= b
	case GT:
		same = a > b
	case GE:
		same = a >= b
	}
	if same {
		if op == GT || op == GE {
			x, y = y, x
		}
		same, err = t.allIn(x, y)
	}
	return Of(same == (op != NE)), err
}

// allIn reports whether all of x are in y.
func (t *Thread) allIn(x, y Object) (bool, error) {
	it, err := t.Iter(x)
	if err != nil {
		return false, err
	}
	for n := 0; ; n++ {
		v, err := t.Next(it)
		if v == nil || err != nil {
			return err == nil, err
		}
		if in, err := t.Contains(y, v); !in || err != nil {
			return false, err
		}
		if n&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return false, err
			}
		}
	}
}

// toSet is the set that an operator of views begins with.
func (t *Thread) toSet(x Object) (*Set, error) {
	s := newSet(false)
	if v, ok := x.(*dictView); ok && v.kind == dictKeys {
		x = v.d
	}
	return s, s.update(t, x)
}

func viewSub(t *Thread, x, y Object) (Object, error) {
	s, err := t.toSet(x)
	if err != nil {
		return nil, err
	}
	return s, s.subtract(t, y)
}

func viewOr(t *Thread, x, y Object) (Object, error) {
	s, err := t.toSet(x)
	if err != nil {
		return nil, err
	}
	return s, s.update(t, y)
}

func viewXor(t *Thread, x, y Object) (Object, error) {
	if a, ok := x.(*dictView); ok && a.kind == dictItems {
		if b, ok := y.(*dictView); ok && b.kind == dictItems {
			return t.xorItems(a.d, b.d)
		}
	}
	s, err := t.toSet(x)
	if err != nil {
		return nil, err
	}
	return s, s.toggle(t, y)
}

func (t *Thread) xorItems(a, b *Dict) (Object, error) {
	rest, result := a.Copy(), newSet(false)
	var c Cursor
	for k, v := c.Next(b); k != nil; k, v = c.Next(b) {
		w, err := rest.Get(t, k)
		if err != nil {
			return nil, err
		}
		same := false
		if w != nil {
			if same, err = t.SameOrEqual(w, v); err != nil {
				return nil, err
			}
		}
		if same {
			_, err = rest.Del(t, k)
		} else {
			err = result.Add(t, NewTuple(k, v))
		}
		if err != nil {
			return nil, err
		}
	}
	return result, result.update(t, &dictView{d: rest, kind: dictItems})
}

func viewAnd(t *Thread, x, y Object) (Object, error) {
	v, ok := x.(*dictView)
	if !ok || v.kind == dictValues {
		x, y = y, x
		v = x.(*dictView)
	}
	if s, ok := y.(*Set); ok && !s.frozen && v.d.used <= s.used {
		return s.intersection(t, v)
	}
	if w, ok := y.(*dictView); ok && w.kind != dictValues && w.d.used > v.d.used {
		v, y = w, v
	}
	result := newSet(false)
	return result, t.Each(y, func(k Object) error {
		in, err := v.contains(t, k)
		if in && err == nil {
			err = result.Add(t, k)
		}
		return err
	})
}

func viewIsDisjoint(t *Thread, a []Object) (Object, error) {
	var x, y Object = a[0], a[1]
	v := x.(*dictView)
	if x == y {
		return Of(v.d.used == 0), nil
	}
	if n, ok := asSetLike(y); ok && n > v.d.used {
		x, y = y, x
	}
	it, err := t.Iter(y)
	if err != nil {
		return nil, err
	}
	for {
		k, err := t.Next(it)
		if k == nil || err != nil {
			return True, err
		}
		if in, err := t.Contains(x, k); in || err != nil {
			return False, err
		}
	}
}
