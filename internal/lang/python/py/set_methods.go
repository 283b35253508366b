package py

// setMethods are those of set and frozenset.
func setMethods() MethodTable {
	return MethodTable{
		{"copy", "", setCopy, ""},
		{"union", "*others", setUnion, ""},
		{"intersection", "*others", setIntersection, ""},
		{"difference", "*others", setDifference, ""},
		{"symmetric_difference", "other, /", func(t *Thread, a []Object) (Object, error) { return symmetric(t, asSet(a[0]), a[1]) }, ""},
		{"issubset", "other, /", setIsSubset, ""},
		{"issuperset", "other, /", setIsSuperset, ""},
		{"isdisjoint", "other, /", setIsDisjoint, ""},
	}
}

// setUpdateMethods are those of set alone.
func setUpdateMethods() MethodTable {
	return MethodTable{
		{"add", "object, /", setAdd, ""},
		{"remove", "object, /", setRemove, ""},
		{"discard", "object, /", setDiscard, ""},
		{"pop", "", setPop, ""},
		{"clear", "", func(_ *Thread, a []Object) (Object, error) { asSet(a[0]).clear(); return None, nil }, ""},
		{"update", "*others", setUpdateWith((*Set).update), ""},
		{"intersection_update", "*others", setIntersectionUpdate, ""},
		{"difference_update", "*others", setUpdateWith((*Set).subtract), ""},
		{"symmetric_difference_update", "other, /", func(t *Thread, a []Object) (Object, error) { return None, asSet(a[0]).toggle(t, Native(a[1])) }, ""},
	}
}

func setCopy(t *Thread, a []Object) (Object, error) {
	s := asSet(a[0])
	if s.frozen {
		return s, nil
	}
	return s.copy(t), nil
}

func setAdd(t *Thread, a []Object) (Object, error) { return None, asSet(a[0]).Add(t, a[1]) }

func setRemove(t *Thread, a []Object) (Object, error) {
	there, err := asSet(a[0]).take(t, a[1])
	if err == nil && !there {
		return nil, NewExc(KeyError, a[1])
	}
	return None, err
}

func setDiscard(t *Thread, a []Object) (Object, error) {
	_, err := asSet(a[0]).take(t, a[1])
	return None, err
}

func (s *Set) take(t *Thread, x Object) (bool, error) {
	hash, err := hashOfItem(t, &x)
	if err != nil {
		return false, err
	}
	return s.remove(t, x, hash)
}

func setPop(_ *Thread, a []Object) (Object, error) {
	s := asSet(a[0])
	if s.used == 0 {
		return nil, Raise(KeyError, "pop from an empty set")
	}
	return s.pop(), nil
}

func setUnion(t *Thread, a []Object) (Object, error) {
	result := asSet(a[0]).copy(t)
	for _, x := range a[1].(*Tuple).Items {
		if x == a[0] {
			continue
		}
		if err := result.update(t, x); err != nil {
			return nil, err
		}
	}
	return result, nil
}

func setIntersection(t *Thread, a []Object) (Object, error) {
	s := asSet(a[0])
	others := a[1].(*Tuple).Items
	if len(others) == 0 {
		return setCopy(t, a)
	}
	for _, x := range others {
		var err error
		if s, err = s.intersection(t, x); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func setIntersectionUpdate(t *Thread, a []Object) (Object, error) {
	v, err := setIntersection(t, a)
	if err != nil {
		return nil, err
	}
	asSet(a[0]).swap(v.(*Set))
	return None, nil
}

// intersect keeps only what is in x, too.
func (s *Set) intersect(t *Thread, x Object) error {
	both, err := s.intersection(t, x)
	if err == nil {
		s.swap(both)
	}
	return err
}

func setDifference(t *Thread, a []Object) (Object, error) {
	s := asSet(a[0])
	others := a[1].(*Tuple).Items
	if len(others) == 0 {
		return setCopy(t, a)
	}
	result, err := s.difference(t, others[0])
	for _, x := range others[1:] {
		if err == nil {
			err = result.subtract(t, x)
		}
	}
	return result, err
}

// symmetric is the symmetric difference, as a new set.
func symmetric(t *Thread, s *Set, x Object) (*Set, error) {
	result := newSet(s.frozen)
	if err := result.update(t, x); err != nil {
		return nil, err
	}
	return result, result.toggle(t, s)
}

// setUpdateWith does something with each argument.
func setUpdateWith(fn func(s *Set, t *Thread, x Object) error) GoFunc {
	return func(t *Thread, a []Object) (Object, error) {
		for _, x := range a[1].(*Tuple).Items {
			if err := fn(asSet(a[0]), t, x); err != nil {
				return nil, err
			}
		}
		return None, nil
	}
}

func setIsSubset(t *Thread, a []Object) (Object, error) {
	s, other := asSet(a[0]), asSet(a[1])
	if other == nil {
		other = newSet(false)
		if err := other.update(t, a[1]); err != nil {
			return nil, err
		}
	}
	b, err := s.isSubset(t, other)
	return Of(b), err
}

func setIsSuperset(t *Thread, a []Object) (Object, error) {
	s := asSet(a[0])
	if other := asSet(a[1]); other != nil {
		b, err := other.isSubset(t, s)
		return Of(b), err
	}
	it, err := t.Iter(a[1])
	if err != nil {
		return nil, err
	}
	for n := 0; ; n++ {
		v, err := t.Next(it)
		if v == nil || err != nil {
			return True, err
		}
		hash, err := Hash(t, v)
		if err != nil {
			return nil, err
		}
		if there, err := s.has(t, v, hash); !there || err != nil {
			return False, err
		}
		if n&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return nil, err
			}
		}
	}
}

func setIsDisjoint(t *Thread, a []Object) (Object, error) {
	s := asSet(a[0])
	var x Object = a[1]
	if other := asSet(x); other != nil && (x.Class() == SetClass || x.Class() == FrozenSetClass) {
		if other == s {
			return Of(s.used == 0), nil
		}
		if other.used > s.used {
			s, other = other, s
		}
		x = other
	}
	it, err := t.Iter(x)
	if err != nil {
		return nil, err
	}
	for n := 0; ; n++ {
		v, err := t.Next(it)
		if v == nil || err != nil {
			return True, err
		}
		hash, err := Hash(t, v)
		if err != nil {
			return nil, err
		}
		if there, err := s.has(t, v, hash); there || err != nil {
			return False, err
		}
		if n&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return nil, err
			}
		}
	}
}
