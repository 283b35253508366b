package py

import "math/big"

var rangeSig = Sign("start, stop=, step=, /")

func setupRanges() {
	c := RangeClass
	c.Sealed = true
	s := &c.Slots
	s.New = newRange
	s.Repr = func(_ *Thread, o Object) (Object, error) { return NewStr(bounds(o).repr()), nil }
	s.Hash = hashRange
	s.Bool = func(_ *Thread, o Object) (bool, error) { return bounds(o).length().Sign() > 0, nil }
	s.Len = func(_ *Thread, o Object) (int, error) {
		if n := bounds(o).length(); n.IsInt64() {
			return int(n.Int64()), nil
		}
		return 0, Raise(OverflowError, "Python int too large to convert to C ssize_t")
	}
	s.Compare = compareRanges
	s.Contains = rangeContains
	s.Iter = func(_ *Thread, o Object) (Object, error) { return rangeIter(o, false), nil }
	s.Reversed = func(_ *Thread, o Object) (Object, error) { return rangeIter(o, true), nil }
	s.GetItem = rangeGetItem
	c.addGetSets(
		&GetSet{Name: "start", Get: func(_ *Thread, o Object) (Object, error) { return fromBig(bounds(o).start), nil }},
		&GetSet{Name: "stop", Get: func(_ *Thread, o Object) (Object, error) { return fromBig(bounds(o).stop), nil }},
		&GetSet{Name: "step", Get: func(_ *Thread, o Object) (Object, error) { return fromBig(bounds(o).step), nil }},
	)
	c.addMethods(MethodTable{
		{"count", "value, /", rangeCount, ""},
		{"index", "value, /", rangeIndex, ""},
		{"__reduce__", "", rangeReduce, ""},
	})
	setupBigRanges()
}

func newRange(t *Thread, _ *Class, a Args) (Object, error) {
	if len(a.Names) > 0 {
		return nil, Raise(TypeError, "range() takes no keyword arguments")
	}
	v, err := rangeSig.bind("range", a, 0)
	if err != nil {
		return nil, err
	}
	var n [3]Object
	for i := range n {
		if v[i] == nil {
			continue
		}
		if n[i], err = t.IndexObject(v[i]); err != nil {
			return nil, err
		}
	}
	if n[1] == nil {
		n[0], n[1] = Int(0), n[0]
	}
	if n[2] == nil {
		n[2] = Int(1)
	}
	if n[2] == Object(Int(0)) {
		return nil, Raise(ValueError, "range() arg 3 must not be zero")
	}
	start, ok1 := n[0].(Int)
	stop, ok2 := n[1].(Int)
	step, ok3 := n[2].(Int)
	if ok1 && ok2 && ok3 && inHalf(start) && inHalf(stop) && step != -1<<63 {
		return makeRange(int64(start), int64(stop), int64(step)), nil
	}
	return newBigRange(toBig(n[0]), toBig(n[1]), toBig(n[2])), nil
}

// inHalf reports whether the difference of two such numbers fits.
func inHalf(v Int) bool { return v >= -1<<62 && v < 1<<62 }

// makeRange is a range of bounds whose difference fits.
func makeRange(start, stop, step int64) *Range {
	r := &Range{Start: start, Stop: stop, Step: step}
	switch {
	case step > 0 && start < stop:
		r.Len = (stop-start-1)/step + 1
	case step < 0 && start > stop:
		r.Len = (start-stop-1)/-step + 1
	}
	return r
}

func rangeIter(o Object, reversed bool) Object {
	r, ok := o.(*Range)
	if !ok || !inHalf(Int(r.Step)) {
		return bounds(o).iter(reversed)
	}
	if reversed {
		return &rangeIterator{next: r.Start + (r.Len-1)*r.Step, step: -r.Step, left: r.Len}
	}
	return &rangeIterator{next: r.Start, step: r.Step, left: r.Len}
}

func rangeGetItem(t *Thread, o, key Object) (Object, error) {
	r, small := o.(*Range)
	if s, ok := key.(*Slice); ok {
		return t.sliceRange(bounds(o), s)
	}
	if key.Class() != BoolClass && key.Class().Lookup("__index__") == nil {
		return nil, Raise(TypeError, "range indices must be integers or slices, not %s", key.Class().fullName())
	}
	v, err := t.IndexObject(key)
	if err != nil {
		return nil, err
	}
	if i, ok := v.(Int); ok && small {
		if i < 0 {
			i += Int(r.Len)
		}
		if i < 0 || i >= Int(r.Len) {
			return nil, Raise(IndexError, "range object index out of range")
		}
		return MakeInt(r.Start + int64(i)*r.Step), nil
	}
	return bounds(o).at(toBig(v))
}

// sliceRange is b[s].
func (t *Thread) sliceRange(b *bigRange, s *Slice) (Object, error) {
	v, err := sliceIndices(t, []Object{s, fromBig(b.length())})
	if err != nil {
		return nil, err
	}
	x := v.(*Tuple).Items
	start, stop, step := toBig(x[0]), toBig(x[1]), toBig(x[2])
	place := func(i *big.Int) *big.Int {
		p := new(big.Int).Mul(i, b.step)
		return p.Add(p, b.start)
	}
	return newRangeOf(place(start), place(stop), new(big.Int).Mul(step, b.step)), nil
}

func compareRanges(_ *Thread, op Cmp, x, y Object) (Object, error) {
	if y.Class() != RangeClass || op != EQ && op != NE {
		return NotImplemented, nil
	}
	a, b := bounds(x), bounds(y)
	n, m := a.length(), b.length()
	same := n.Cmp(m) == 0 && (n.Sign() == 0 || a.start.Cmp(b.start) == 0 && (n.Cmp(big.NewInt(1)) == 0 || a.step.Cmp(b.step) == 0))
	return Of(same == (op == EQ)), nil
}

func hashRange(t *Thread, o Object) (int64, error) {
	b := bounds(o)
	n := b.length()
	x := []Object{fromBig(n), None, None}
	if n.Sign() > 0 {
		x[1] = fromBig(b.start)
		if n.Cmp(big.NewInt(1)) > 0 {
			x[2] = fromBig(b.step)
		}
	}
	return hashItems(t, x)
}

// rangePlace is where an int is in a range, or nil.
func rangePlace(o, x Object) *big.Int {
	b := bounds(o)
	v := new(big.Int).Sub(toBig(x), b.start)
	q, rest := new(big.Int).QuoRem(v, b.step, new(big.Int))
	if rest.Sign() != 0 || q.Sign() < 0 || q.Cmp(b.length()) >= 0 {
		return nil
	}
	return q
}

func rangeContains(t *Thread, o, x Object) (bool, error) {
	if b, ok := x.(*Bool); ok {
		x = Int(0)
		if b.v {
			x = Int(1)
		}
	}
	switch v := x.(type) {
	case Int:
		if r, ok := o.(*Range); ok {
			if r.Step > 0 {
				return int64(v) >= r.Start && int64(v) < r.Stop && (int64(v)-r.Start)%r.Step == 0, nil
			}
			return int64(v) <= r.Start && int64(v) > r.Stop && (r.Start-int64(v))%-r.Step == 0, nil
		}
		return rangePlace(o, x) != nil, nil
	case *BigInt:
		return rangePlace(o, x) != nil, nil
	}
	i, err := t.rangeSearch(o, x, false)
	return i > 0, err
}

// rangeSearch counts x among the range's ints by comparing, or with place finds where it is
// first; -1 is nowhere.
func (t *Thread) rangeSearch(o, x Object, place bool) (int64, error) {
	it := rangeIter(o, false)
	n := int64(0)
	for i := int64(0); ; i++ {
		v, err := t.Next(it)
		if err != nil {
			return 0, err
		}
		if v == nil {
			if place {
				return -1, nil
			}
			return n, nil
		}
		same, err := t.SameOrEqual(v, x)
		if err != nil {
			return 0, err
		}
		if same && place {
			return i, nil
		}
		if same {
			n++
		}
		if i&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return 0, err
			}
		}
	}
}

func isPlainInt(x Object) bool {
	switch x.(type) {
	case Int, *BigInt:
		return true
	}
	return false
}

func rangeCount(t *Thread, a []Object) (Object, error) {
	if b, ok := a[1].(*Bool); ok || isPlainInt(a[1]) {
		var x Object = a[1]
		if b != nil {
			x, _ = t.IndexObject(b)
		}
		if rangePlace(a[0], x) != nil {
			return MakeInt(1), nil
		}
		return MakeInt(0), nil
	}
	n, err := t.rangeSearch(a[0], a[1], false)
	return MakeInt(n), err
}

func rangeIndex(t *Thread, a []Object) (Object, error) {
	b, isBool := a[1].(*Bool)
	if isBool || isPlainInt(a[1]) {
		x := a[1]
		if isBool {
			x, _ = t.IndexObject(b)
		}
		if p := rangePlace(a[0], x); p != nil {
			return fromBig(p), nil
		}
		s, err := t.reprText(a[1])
		if err != nil {
			return nil, err
		}
		return nil, Raise(ValueError, "%s is not in range", s)
	}
	i, err := t.rangeSearch(a[0], a[1], true)
	if err != nil {
		return nil, err
	}
	if i < 0 {
		return nil, Raise(ValueError, "sequence.index(x): x not in sequence")
	}
	return MakeInt(i), nil
}

func rangeReduce(_ *Thread, a []Object) (Object, error) {
	b := bounds(a[0])
	return NewTuple(RangeClass, NewTuple(fromBig(b.start), fromBig(b.stop), fromBig(b.step))), nil
}
