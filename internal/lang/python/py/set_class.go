package py

import "github.com/elide-dev/elided/internal/lang/python/ast"

var setIteratorClass = newNative("set_iterator")

// setupSets completes set and frozenset.
func setupSets() {
	for _, c := range []*Class{SetClass, FrozenSetClass} {
		s := &c.Slots
		s.Repr = reprSet
		s.Len = func(_ *Thread, o Object) (int, error) { return asSet(o).used, nil }
		s.Compare = compareSets
		s.Contains = func(t *Thread, o, x Object) (bool, error) { return asSet(o).contains(t, x) }
		s.Iter = func(_ *Thread, o Object) (Object, error) { return newSetIterator(asSet(o)), nil }
		s.Binary[ast.BitOr] = setOperator(func(t *Thread, s *Set, y Object) (*Set, error) { c := s.copy(t); return c, c.update(t, y) })
		s.Binary[ast.BitAnd] = setOperator(func(t *Thread, s *Set, y Object) (*Set, error) { return s.intersection(t, y) })
		s.Binary[ast.Sub] = setOperator(func(t *Thread, s *Set, y Object) (*Set, error) { return s.difference(t, y) })
		s.Binary[ast.BitXor] = setOperator(symmetric)
		s.Reflected = s.Binary
		c.genericAlias()
		c.addMethods(setMethods())
		c.AddWholeMethods(MethodTable{{"__reduce__", "", setReduce, ""}})
	}
	s := &SetClass.Slots
	s.New = func(_ *Thread, cls *Class, _ Args) (Object, error) { return ofClass(cls, newSet(false)), nil }
	s.Init = initSet
	s.Inplace[ast.BitOr] = setInPlace((*Set).update)
	s.Inplace[ast.BitAnd] = setInPlace((*Set).intersect)
	s.Inplace[ast.Sub] = setInPlace((*Set).subtract)
	s.Inplace[ast.BitXor] = setInPlace((*Set).toggle)
	SetClass.unhashable()
	SetClass.addMethods(setUpdateMethods())
	FrozenSetClass.Slots.New = newFrozen
	FrozenSetClass.Slots.Hash = func(_ *Thread, o Object) (int64, error) { return asSet(o).frozenHash(), nil }
	setupSetIterator()
}

func initSet(t *Thread, self Object, a Args) error {
	s := asSet(self)
	if self.Class() == SetClass && len(a.Names) > 0 {
		return Raise(TypeError, "set() takes no keyword arguments")
	}
	v, err := iterableSig.bind("set", a, 0)
	if err != nil {
		return err
	}
	s.clear()
	if v[0] == nil {
		return nil
	}
	return s.update(t, v[0])
}

func newFrozen(t *Thread, cls *Class, a Args) (Object, error) {
	if cls == FrozenSetClass && len(a.Names) > 0 {
		return nil, Raise(TypeError, "frozenset() takes no keyword arguments")
	}
	v, err := iterableSig.bind("frozenset", Args{Pos: a.Pos}, 0)
	if err != nil {
		return nil, err
	}
	if s, ok := v[0].(*Set); ok && s.frozen && cls == FrozenSetClass {
		return s, nil
	}
	s := newSet(true)
	if v[0] != nil {
		if err := s.update(t, v[0]); err != nil {
			return nil, err
		}
	}
	return ofClass(cls, s), nil
}

// newSet is a display's value. CPython makes those of three constants or more by way of a
// constant, which their order shows.
func (t *Thread) newSet(items []Object, constant bool) (Object, error) {
	if constant && len(items) > 2 {
		f, err := t.constantSet(items)
		if err != nil {
			return nil, err
		}
		s := newSet(false)
		return s, s.merge(t, f)
	}
	s := newSet(false)
	return s, s.addAll(t, items)
}

// constantSet is a constant: CPython's compiler makes it twice, the second time in the
// order of the first.
func (t *Thread) constantSet(items []Object) (*Set, error) {
	first, second := newSet(true), newSet(true)
	if err := first.addAll(t, items); err != nil {
		return nil, err
	}
	return second, second.addAll(t, first.items())
}

func (s *Set) addAll(t *Thread, items []Object) error {
	for _, v := range items {
		if err := s.Add(t, v); err != nil {
			return err
		}
	}
	return nil
}

// newFrozenSet is a constant's value.
func newFrozenSet(items []Object) *Set {
	t := &Thread{In: &Interp{limit: recursionLimit}} // constants are compared without the program
	s, _ := t.constantSet(items)                     // and have hashes
	return s
}

// contains is x in s: a set is looked for as the frozenset of its items.
func (s *Set) contains(t *Thread, x Object) (bool, error) {
	hash, err := hashOfItem(t, &x)
	if err != nil {
		return false, err
	}
	return s.has(t, x, hash)
}

// hashOfItem is Hash, but that it makes a set a frozenset.
func hashOfItem(t *Thread, x *Object) (int64, error) {
	hash, err := Hash(t, *x)
	if err == nil || Caught(err, TypeError) == nil {
		return hash, err
	}
	s := asSet(*x)
	if s == nil || s.frozen {
		return 0, err
	}
	c := s.copy(t)
	c.frozen = true
	*x = c
	return c.frozenHash(), nil
}

func reprSet(t *Thread, o Object) (Object, error) {
	s := asSet(o)
	name := o.Class().Name
	if s.used == 0 {
		return NewStr(name + "()"), nil
	}
	return t.reprGuarded(s, name+"(...)", func() (string, error) {
		items := s.items()
		open, end := name+"({", "})"
		if o.Class() == SetClass {
			open, end = "{", "}"
		}
		return t.reprItems(open, func() []Object { return items }, end)
	})
}

func compareSets(t *Thread, op Cmp, x, y Object) (Object, error) {
	a, b := asSet(x), asSet(y)
	if b == nil {
		return NotImplemented, nil
	}
	var same bool
	var err error
	switch op {
	case EQ, NE:
		if a.used == b.used && (!a.hashed || !b.hashed || a.hash == b.hash) {
			same, err = a.isSubset(t, b)
		}
		return Of(same == (op == EQ)), err
	case LE:
		same, err = a.isSubset(t, b)
	case GE:
		same, err = b.isSubset(t, a)
	case LT:
		if a.used < b.used {
			same, err = a.isSubset(t, b)
		}
	case GT:
		if a.used > b.used {
			same, err = b.isSubset(t, a)
		}
	}
	return Of(same), err
}

// frozenHash is CPython's hash, which sets of frozensets' order depends on.
func (s *Set) frozenHash() int64 {
	if s.hashed {
		return s.hash
	}
	hashes := make([]int64, 0, s.used)
	for i := range s.table {
		if e := &s.table[i]; e.live() {
			hashes = append(hashes, e.hash)
		}
	}
	h := hashFrozenSet(hashes)
	if s.frozen {
		s.hash, s.hashed = h, true
	}
	return h
}

// setOperator is an operator that takes sets alone.
func setOperator(fn func(t *Thread, s *Set, y Object) (*Set, error)) func(t *Thread, x, y Object) (Object, error) {
	return func(t *Thread, x, y Object) (Object, error) {
		a, b := asSet(x), asSet(y)
		if a == nil || b == nil {
			return NotImplemented, nil
		}
		return fn(t, a, b)
	}
}

func setInPlace(fn func(s *Set, t *Thread, y Object) error) func(t *Thread, x, y Object) (Object, error) {
	return func(t *Thread, x, y Object) (Object, error) {
		b := asSet(y)
		if b == nil {
			return NotImplemented, nil
		}
		return x, fn(asSet(x), t, b)
	}
}

// A setIterator has a nil set at its end.
type setIterator struct {
	s    *Set
	at   int
	used int // the set's number of items, which mustn't change
	left int
}

// Class returns the class set_iterator.
func (*setIterator) Class() *Class { return setIteratorClass }

func newSetIterator(s *Set) *setIterator { return &setIterator{s: s, used: s.used, left: s.used} }

func setupSetIterator() {
	setIteratorClass.Sealed = true
	setIteratorClass.Slots.Next = func(_ *Thread, o Object) (Object, error) { return o.(*setIterator).Next() }
	setIteratorClass.lengthHint(func(o Object) int {
		if it := o.(*setIterator); it.s != nil && it.s.used == it.used {
			return it.left
		}
		return 0
	})
}

// Next is the next item, or nil.
func (it *setIterator) Next() (Object, error) {
	if it.s == nil {
		return nil, nil
	}
	if it.s.used != it.used {
		it.used = -1 // it stays so
		return nil, Raise(RuntimeError, "Set changed size during iteration")
	}
	e, at := it.s.next(it.at)
	if e == nil {
		it.s = nil
		return nil, nil
	}
	it.at = at
	it.left--
	return e.key, nil
}
