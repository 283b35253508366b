package py

import "math/big"

var sliceSig = Sign("start, stop=, step=, /")

func setupSlices() {
	s := &SliceClass.Slots
	SliceClass.Sealed = true
	s.New = newSlice
	s.Repr = func(t *Thread, o Object) (Object, error) {
		x := o.(*Slice)
		text, err := t.reprItems("slice(", func() []Object { return []Object{x.Start, x.Stop, x.Step} }, ")")
		return NewStr(text), err
	}
	s.Compare = compareSlices
	SliceClass.unhashable()
	SliceClass.addGetSets(
		&GetSet{Name: "start", member: true, Get: func(_ *Thread, o Object) (Object, error) { return o.(*Slice).Start, nil }},
		&GetSet{Name: "stop", member: true, Get: func(_ *Thread, o Object) (Object, error) { return o.(*Slice).Stop, nil }},
		&GetSet{Name: "step", member: true, Get: func(_ *Thread, o Object) (Object, error) { return o.(*Slice).Step, nil }},
	)
	SliceClass.addMethods(MethodTable{
		{"indices", "length, /", sliceIndices, ""},
	})
}

func newSlice(_ *Thread, _ *Class, a Args) (Object, error) {
	if len(a.Names) > 0 {
		return nil, Raise(TypeError, "slice() takes no keyword arguments")
	}
	v, err := sliceSig.bind("slice", a, 0)
	if err != nil {
		return nil, err
	}
	s := &Slice{None, v[0], None}
	if v[1] != nil {
		s.Start, s.Stop = v[0], v[1]
	}
	if v[2] != nil {
		s.Step = v[2]
	}
	return s, nil
}

func compareSlices(t *Thread, op Cmp, x, y Object) (Object, error) {
	a := x.(*Slice)
	b, ok := y.(*Slice)
	if !ok {
		return NotImplemented, nil
	}
	return t.compareItems(op, func() []Object { return []Object{a.Start, a.Stop, a.Step} }, func() []Object { return []Object{b.Start, b.Stop, b.Step} })
}

// A span is a slice of a sequence: the items from start on, each step further, count of
// them.
type span struct{ start, step, count int }

// span is what a slice is in a sequence of n items.
func (t *Thread) span(s *Slice, n int) (span, error) {
	step := 1
	if s.Step != None {
		v, err := t.sliceIndex(s.Step)
		if err != nil {
			return span{}, err
		}
		if step = max(v, -1<<63+1); step == 0 {
			return span{}, Raise(ValueError, "slice step cannot be zero")
		}
	}
	low, high := 0, n
	if step < 0 {
		low, high = -1, n-1
	}
	start, stop := low, high
	if step < 0 {
		start, stop = high, low
	}
	for _, b := range []struct {
		from Object
		to   *int
	}{{s.Start, &start}, {s.Stop, &stop}} {
		if b.from == None {
			continue
		}
		v, err := t.sliceIndex(b.from)
		if err != nil {
			return span{}, err
		}
		if v < 0 {
			v += n
		}
		*b.to = min(max(v, low), high)
	}
	p := span{start: start, step: step}
	switch {
	case step > 0 && start < stop:
		p.count = (stop-start-1)/step + 1
	case step < 0 && start > stop:
		p.count = (start-stop-1)/-step + 1
	}
	return p, nil
}

// sliceIndex is a bound of a slice, as near to it as an int can be.
func (t *Thread) sliceIndex(x Object) (int, error) {
	if i, ok := x.(Int); ok {
		return int(i), nil
	}
	if x.Class().Lookup("__index__") == nil {
		return 0, Raise(TypeError, "slice indices must be integers or None or have an __index__ method")
	}
	v, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	return clampInt(v), nil
}

// of is a new slice of the items that p selects.
func (p span) of(items []Object) []Object {
	out := make([]Object, p.count)
	if p.step == 1 {
		copy(out, items[p.start:])
		return out
	}
	for i, at := 0, p.start; i < p.count; i, at = i+1, at+p.step {
		out[i] = items[at]
	}
	return out
}

// sliceIndices is slice.indices, of lengths of any size.
func sliceIndices(t *Thread, a []Object) (Object, error) {
	s := a[0].(*Slice)
	length, err := t.IndexObject(a[1])
	if err != nil {
		return nil, err
	}
	n := toBig(length)
	if n.Sign() < 0 {
		return nil, Raise(ValueError, "length should not be negative")
	}
	step := big.NewInt(1)
	if s.Step != None {
		if step, err = t.sliceBig(s.Step); err != nil {
			return nil, err
		}
		if step.Sign() == 0 {
			return nil, Raise(ValueError, "slice step cannot be zero")
		}
	}
	low, high := big.NewInt(0), n
	if step.Sign() < 0 {
		low, high = big.NewInt(-1), new(big.Int).Sub(n, big.NewInt(1))
	}
	start, stop := low, high
	if step.Sign() < 0 {
		start, stop = high, low
	}
	for _, b := range []struct {
		from Object
		to   **big.Int
	}{{s.Start, &start}, {s.Stop, &stop}} {
		if b.from == None {
			continue
		}
		v, err := t.sliceBig(b.from)
		if err != nil {
			return nil, err
		}
		if v.Sign() < 0 {
			v = new(big.Int).Add(v, n)
		}
		if v.Cmp(low) < 0 {
			v = low
		} else if v.Cmp(high) > 0 {
			v = high
		}
		*b.to = v
	}
	return NewTuple(fromBig(start), fromBig(stop), fromBig(step)), nil
}

func (t *Thread) sliceBig(x Object) (*big.Int, error) {
	if x.Class().Lookup("__index__") == nil {
		return nil, Raise(TypeError, "slice indices must be integers or None or have an __index__ method")
	}
	v, err := t.IndexObject(x)
	if err != nil {
		return nil, err
	}
	return toBig(v), nil
}

// toBig is an Int or *BigInt as a number that mustn't be changed.
func toBig(v Object) *big.Int {
	if b, ok := v.(*BigInt); ok {
		return b.V
	}
	return big.NewInt(int64(v.(Int)))
}

// fromBig is an int of a number that may be shared.
func fromBig(v *big.Int) Object { return MakeBig(new(big.Int).Set(v)) }

// sliced is x[start:stop:step] of a list, a tuple or a str, with bounds that are ints, without
// a slice object; nil is that it isn't that simple.
func sliced(x Object, bounds []Object) Object {
	n := 0
	switch x := x.(type) {
	case *List:
		n = len(x.Items)
	case *Tuple:
		n = len(x.Items)
	case *Str:
		n = x.Len()
	default:
		return nil
	}
	lo, ok := plainBound(bounds[0], 0, n)
	hi, also := plainBound(bounds[1], n, n)
	if !ok || !also || bounds[2] != None {
		return nil
	}
	hi = max(lo, hi)
	switch x := x.(type) {
	case *List:
		return &List{append([]Object(nil), x.Items[lo:hi]...)}
	case *Tuple:
		if hi-lo == n {
			return x
		}
		return NewTuple(append([]Object(nil), x.Items[lo:hi]...)...)
	}
	return x.(*Str).Part(lo, hi)
}

// plainBound is where a slice of n items begins or ends; without a bound it is at missing.
func plainBound(x Object, missing, n int) (at int, ok bool) {
	if x == None {
		return missing, true
	}
	i, ok := x.(Int)
	if i < 0 {
		i += Int(n)
	}
	return min(max(int(i), 0), n), ok
}
