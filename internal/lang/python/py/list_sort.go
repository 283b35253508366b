package py

import (
	"math"
	"math/bits"
)

// listSort is list.sort. The list is empty while it is sorted: a comparison that changes
// it is found out.
func listSort(t *Thread, a []Object) (Object, error) {
	l := asList(a[0])
	if n := len(a[3].(*Tuple).Items); n > 2 {
		return nil, Raise(TypeError, "sort() takes at most 2 arguments (%d given)", n)
	} else if n > 0 {
		return nil, Raise(TypeError, "sort() takes no positional arguments")
	}
	reverse, err := t.sortReverse(a[2])
	if err != nil {
		return nil, err
	}
	items := l.Items
	l.Items = nil
	err = t.sortItems(items, a[1], reverse)
	changed := l.Items != nil
	l.Items = items
	if err == nil && changed {
		err = Raise(ValueError, "list modified during sort")
	}
	return None, err
}

// sortReverse is the argument reverse.
func (t *Thread) sortReverse(x Object) (bool, error) {
	n, err := t.cInt(x, 0)
	return n != 0, err
}

// sortItems sorts in place by a key function, which may be nil or None. The order of equal
// ones is kept, also by reverse.
func (t *Thread) sortItems(items []Object, key Object, reverse bool) error {
	keys := items
	if key == None {
		key = nil
	}
	if key != nil {
		keys = make([]Object, len(items))
		for i, v := range items {
			k, err := t.Call(key, v)
			if err != nil {
				return err
			}
			keys[i] = k
			if i&0xff == 0xff {
				if err := t.Poll(); err != nil {
					return err
				}
			}
		}
	}
	s := &sorter{t: t, keys: keys, less: lessFor(keys)}
	if key != nil {
		s.values = items
	}
	if reverse {
		s.reverse()
	}
	err := s.sort()
	if reverse {
		s.reverse()
	}
	return err
}

// lessFor is the fastest comparison that does for all of the keys.
func lessFor(keys []Object) func(t *Thread, x, y Object) (bool, error) {
	if len(keys) == 0 {
		return lessAny
	}
	switch keys[0].(type) {
	case Int:
		if allOf[Int](keys) {
			return func(_ *Thread, x, y Object) (bool, error) { return x.(Int) < y.(Int), nil }
		}
	case Float:
		if allOf[Float](keys) {
			return func(_ *Thread, x, y Object) (bool, error) { return x.(Float) < y.(Float), nil }
		}
	case *Str:
		if allOf[*Str](keys) {
			return func(_ *Thread, x, y Object) (bool, error) { return x.(*Str).s < y.(*Str).s, nil }
		}
	case *Tuple:
		if allOf[*Tuple](keys) {
			return lessTuples
		}
	}
	return lessAny
}

func allOf[T Object](keys []Object) bool {
	for _, k := range keys {
		if _, ok := k.(T); !ok {
			return false
		}
	}
	return true
}

func lessAny(t *Thread, x, y Object) (bool, error) { return t.CompareBool(LT, x, y) }

// lessTuples has the common case, in which the first items are numbers or texts that
// differ.
func lessTuples(t *Thread, x, y Object) (bool, error) {
	a, b := x.(*Tuple).Items, y.(*Tuple).Items
	if len(a) > 0 && len(b) > 0 {
		switch v := a[0].(type) {
		case Int:
			if w, ok := b[0].(Int); ok && v != w {
				return v < w, nil
			}
		case *Str:
			if w, ok := b[0].(*Str); ok && v.s != w.s {
				return v.s < w.s, nil
			}
		case Float:
			if w, ok := b[0].(Float); ok && v != w && !math.IsNaN(float64(v)) && !math.IsNaN(float64(w)) {
				return v < w, nil
			}
		}
	}
	return t.CompareBool(LT, x, y)
}

// A sorter sorts keys, and values with them unless they are nil: runs that are in order
// already, or are made so by insertion, are merged.
type sorter struct {
	t            *Thread
	keys, values []Object
	less         func(t *Thread, x, y Object) (bool, error)
	steps        int
	// spare is memory for merges.
	spareKeys, spareValues []Object
	runs                   []run
}

// A run is sorted items: start is the first's place.
type run struct{ start, n int }

func (s *sorter) reverse() {
	reverseItems(s.keys)
	if s.values != nil {
		reverseItems(s.values)
	}
}

func (s *sorter) sort() error {
	n := len(s.keys)
	least := minRun(n)
	for lo := 0; lo < n; {
		k, err := s.findRun(lo, n)
		if err != nil {
			return err
		}
		if k < least {
			force := min(least, n-lo)
			if err := s.insertRun(lo, lo+k, lo+force); err != nil {
				return err
			}
			k = force
		}
		r := run{lo, k}
		for len(s.runs) > 0 && s.power(s.runs[len(s.runs)-1], r) {
			if err := s.mergeLast(); err != nil {
				return err
			}
		}
		s.runs = append(s.runs, r)
		lo += k
	}
	for len(s.runs) > 1 {
		if err := s.mergeLast(); err != nil {
			return err
		}
	}
	return nil
}

// minRun is how long runs are to be: n divided by a power of two.
func minRun(n int) int {
	r := 0
	for n >= 64 {
		r |= n & 1
		n >>= 1
	}
	return n + r
}

// power reports whether the last two runs are to be merged before r, which follows the
// last one, is added: they are no longer than it together, or the earlier is short.
func (s *sorter) power(last, r run) bool {
	if len(s.runs) < 2 {
		return false
	}
	before := s.runs[len(s.runs)-2]
	return depth(before, last, len(s.keys)) > depth(last, r, len(s.keys))
}

// depth is how deep in a balanced tree of merges of n items the border of two runs is.
func depth(a, b run, n int) int {
	left := uint64(2*a.start+a.n) << 30 / uint64(n)
	right := uint64(2*b.start+b.n) << 30 / uint64(n)
	return bits.LeadingZeros64(left ^ right)
}

// findRun is how many items from lo on are in order; strictly descending ones are turned
// around.
func (s *sorter) findRun(lo, hi int) (int, error) {
	if lo+1 == hi {
		return 1, nil
	}
	down, err := s.less(s.t, s.keys[lo+1], s.keys[lo])
	if err != nil {
		return 0, err
	}
	n := 2
	for lo+n < hi {
		less, err := s.less(s.t, s.keys[lo+n], s.keys[lo+n-1])
		if err != nil {
			return 0, err
		}
		if less != down {
			break
		}
		n++
		if n&0xfff == 0 {
			if err := s.t.Poll(); err != nil {
				return 0, err
			}
		}
	}
	if down {
		reverseItems(s.keys[lo : lo+n])
		if s.values != nil {
			reverseItems(s.values[lo : lo+n])
		}
	}
	return n, nil
}

// insertRun sorts the items from lo to hi, of which those before at are in order.
func (s *sorter) insertRun(lo, at, hi int) error {
	for ; at < hi; at++ {
		pivot := s.keys[at]
		l, r := lo, at
		for l < r {
			m := int(uint(l+r) >> 1)
			less, err := s.less(s.t, pivot, s.keys[m])
			if err != nil {
				return err
			}
			if less {
				r = m
			} else {
				l = m + 1
			}
		}
		copy(s.keys[l+1:at+1], s.keys[l:at])
		s.keys[l] = pivot
		if s.values != nil {
			v := s.values[at]
			copy(s.values[l+1:at+1], s.values[l:at])
			s.values[l] = v
		}
	}
	return s.t.Poll()
}

// mergeLast merges the last two runs.
func (s *sorter) mergeLast() error {
	n := len(s.runs)
	a, b := s.runs[n-2], s.runs[n-1]
	s.runs = s.runs[:n-1]
	s.runs[n-2] = run{a.start, a.n + b.n}
	less, err := s.less(s.t, s.keys[b.start], s.keys[b.start-1])
	if err != nil || !less { // in order already
		return err
	}
	return s.merge(a, b)
}

func (s *sorter) merge(a, b run) error {
	s.spareKeys = append(s.spareKeys[:0], s.keys[a.start:a.start+a.n]...)
	left := s.spareKeys
	var leftValues []Object
	if s.values != nil {
		s.spareValues = append(s.spareValues[:0], s.values[a.start:a.start+a.n]...)
		leftValues = s.spareValues
	}
	to, i, j, end := a.start, 0, b.start, b.start+b.n
	var failed error
	for i < len(left) && j < end {
		less, err := s.less(s.t, s.keys[j], left[i])
		if err == nil {
			if s.steps++; s.steps&0xfff == 0 {
				err = s.t.Poll()
			}
		}
		if err != nil {
			failed = err
			break
		}
		if less {
			s.keys[to] = s.keys[j]
			if leftValues != nil {
				s.values[to] = s.values[j]
			}
			j++
		} else {
			s.keys[to] = left[i]
			if leftValues != nil {
				s.values[to] = leftValues[i]
			}
			i++
		}
		to++
	}
	copy(s.keys[to:], left[i:]) // what is left of b is where it belongs
	if leftValues != nil {
		copy(s.values[to:], leftValues[i:])
	}
	return failed
}
