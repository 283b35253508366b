package py

import "errors"

// copy is a set of the same items.
func (s *Set) copy(t *Thread) *Set {
	c := newSet(s.frozen)
	_ = c.merge(t, s) // an empty set takes them over without a comparison
	return c
}

// asSet is the set or frozenset that x is, or nil.
func asSet(x Object) *Set {
	s, _ := Native(x).(*Set)
	return s
}

// exactDict is the dict that x is, if it is of no subclass.
func exactDict(x Object) *Dict {
	d, _ := x.(*Dict)
	return d
}

// merge adds another set's items.
func (s *Set) merge(t *Thread, other *Set) error {
	if other == s || other.used == 0 {
		return nil
	}
	s.reserve(other.used)
	if s.fill > 0 {
		return other.each(t, func(e setEntry) error { return s.add(t, e.key, e.hash) })
	}
	if len(s.table) == 0 {
		s.table = make([]setEntry, minSetSize)
	}
	if len(s.table) == len(other.table) && other.fill == other.used {
		copy(s.table, other.table)
	} else {
		for i := range other.table {
			if e := &other.table[i]; e.live() {
				s.insert(*e)
			}
		}
	}
	s.fill, s.used = other.used, other.used
	return nil
}

// reserve makes room for n more items at once.
func (s *Set) reserve(n int) {
	if (s.fill+n)*5 >= s.mask()*3 {
		s.resize((s.used + n) * 2)
	}
}

// update adds an iterable's values.
func (s *Set) update(t *Thread, x Object) error {
	if other := asSet(x); other != nil {
		return s.merge(t, other)
	}
	d := exactDict(x)
	if d == nil {
		return t.Each(x, func(v Object) error { return s.Add(t, v) })
	}
	s.reserve(d.used)
	return d.eachHash(t, func(key Object, hash int64) error { return s.add(t, key, hash) })
}

// eachHash calls f with each key and its hash.
func (d *Dict) eachHash(t *Thread, f func(key Object, hash int64) error) error {
	var c Cursor
	for n := 0; ; n++ {
		k, _ := c.Next(d)
		if k == nil {
			return nil
		}
		if err := f(k, d.entries[c.at-1].hash); err != nil {
			return err
		}
		if n&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return err
			}
		}
	}
}

// intersection is a new set.
func (s *Set) intersection(t *Thread, x Object) (*Set, error) {
	if x == Object(s) {
		return s.copy(t), nil
	}
	result := newSet(s.frozen)
	keep := func(in *Set, key Object, hash int64) error {
		there, err := in.has(t, key, hash)
		if !there || err != nil {
			return err
		}
		return result.add(t, key, hash)
	}
	if other := asSet(x); other != nil {
		if other.used > s.used {
			s, other = other, s
		}
		return result, other.each(t, func(e setEntry) error { return keep(s, e.key, e.hash) })
	}
	err := t.Each(x, func(v Object) error {
		hash, err := Hash(t, v)
		if err != nil {
			return err
		}
		before := result.used
		if err := keep(s, v, hash); err != nil || result.used == before || result.used < s.used {
			return err // an empty set's, too, asks for all hashes
		}
		return errWhole
	})
	if err == errWhole {
		err = nil
	}
	return result, err
}

// errWhole ends an intersection that has all that it can have.
var errWhole = errors.New("all is there")

// subtract takes out an iterable's values.
func (s *Set) subtract(t *Thread, x Object) error {
	other := asSet(x)
	switch {
	case other == s:
		s.clear()
		return nil
	case other != nil:
		if other.used>>3 > s.used { // the few that are in both will do
			both, err := s.intersection(t, other)
			if err != nil {
				return err
			}
			other = both
		}
		if err := other.each(t, func(e setEntry) error {
			_, err := s.remove(t, e.key, e.hash)
			return err
		}); err != nil {
			return err
		}
	default:
		if err := t.Each(x, func(v Object) error {
			hash, err := Hash(t, v)
			if err == nil {
				_, err = s.remove(t, v, hash)
			}
			return err
		}); err != nil {
			return err
		}
	}
	if s.fill-s.used > s.mask()/4 { // many deleted ones
		s.resize(s.growth())
	}
	return nil
}

// difference is a new set.
func (s *Set) difference(t *Thread, x Object) (*Set, error) {
	other, d := asSet(x), exactDict(x)
	n := 0
	switch {
	case other != nil:
		n = other.used
	case d != nil:
		n = d.used
	}
	if other == nil && d == nil || s.used>>2 > n {
		c := s.copy(t)
		return c, c.subtract(t, x)
	}
	result := newSet(s.frozen)
	return result, s.each(t, func(e setEntry) error {
		var there bool
		var err error
		if other != nil {
			there, err = other.has(t, e.key, e.hash)
		} else {
			var i int
			i, err = d.find(t, e.key, e.hash)
			there = i >= 0
		}
		if there || err != nil {
			return err
		}
		return result.add(t, e.key, e.hash)
	})
}

// toggle takes out the values that are there, and adds the others.
func (s *Set) toggle(t *Thread, x Object) error {
	if x == Object(s) {
		s.clear()
		return nil
	}
	one := func(key Object, hash int64) error {
		there, err := s.remove(t, key, hash)
		if there || err != nil {
			return err
		}
		return s.add(t, key, hash)
	}
	if d := exactDict(x); d != nil {
		return d.eachHash(t, one)
	}
	other := asSet(x)
	if other == nil {
		other = newSet(s.frozen)
		if err := other.update(t, x); err != nil {
			return err
		}
	}
	return other.each(t, func(e setEntry) error { return one(e.key, e.hash) })
}

// isSubset reports whether all of its items are in other.
func (s *Set) isSubset(t *Thread, other *Set) (bool, error) {
	if s.used > other.used {
		return false, nil
	}
	for i := 0; ; {
		var e *setEntry
		if e, i = s.next(i); e == nil {
			return true, nil
		}
		if there, err := other.has(t, e.key, e.hash); !there || err != nil {
			return false, err
		}
		if i&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return false, err
			}
		}
	}
}

// swap gives each the other's items.
func (s *Set) swap(other *Set) {
	s.table, other.table = other.table, s.table
	s.fill, other.fill = other.fill, s.fill
	s.used, other.used = other.used, s.used
	s.hashed, other.hashed = false, false
}
