package py

import "math/big"

// The iterators that take their values from others.
type (
	enumerator struct {
		it  Object
		at  int64
		big *big.Int // the number in place of at, once that doesn't fit
	}
	zipper struct {
		its    []Object
		strict bool
	}
	mapper struct {
		fn  Object
		its []Object
	}
	filterer struct{ fn, it Object }
	// callIterator has a nil fn at its end.
	callIterator struct{ fn, sentinel Object }
)

// The classes of lazy iterators.
var (
	EnumerateClass    = newNative("enumerate")
	ZipClass          = newNative("zip")
	MapClass          = newNative("map")
	FilterClass       = newNative("filter")
	callIteratorClass = newNative("callable_iterator")
)

func (*enumerator) Class() *Class   { return EnumerateClass }
func (*zipper) Class() *Class       { return ZipClass }
func (*mapper) Class() *Class       { return MapClass }
func (*filterer) Class() *Class     { return FilterClass }
func (*callIterator) Class() *Class { return callIteratorClass }

func setupLazyIterators() {
	self := func(_ *Thread, o Object) (Object, error) { return o, nil }
	for c, fn := range map[*Class]func(t *Thread, cls *Class, a Args) (Object, error){
		EnumerateClass: newEnumerate, ZipClass: newZip, MapClass: newMap, FilterClass: newFilter,
	} {
		c.Slots.New, c.Slots.Iter = fn, self
	}
	EnumerateClass.Slots.Next = func(t *Thread, o Object) (Object, error) { return Native(o).(*enumerator).Next(t) }
	ZipClass.Slots.Next = func(t *Thread, o Object) (Object, error) { return Native(o).(*zipper).Next(t) }
	MapClass.Slots.Next = func(t *Thread, o Object) (Object, error) { return Native(o).(*mapper).Next(t) }
	FilterClass.Slots.Next = func(t *Thread, o Object) (Object, error) { return Native(o).(*filterer).Next(t) }
	callIteratorClass.Sealed = true
	callIteratorClass.Slots.Next = func(t *Thread, o Object) (Object, error) { return o.(*callIterator).Next(t) }
	EnumerateClass.genericAlias()
}

var enumerateSig = Sign("iterable=, start=")

func newEnumerate(t *Thread, cls *Class, a Args) (Object, error) {
	v, err := enumerateSig.bind("enumerate", a, 0)
	if err != nil {
		return nil, err
	}
	if v[0] == nil {
		return nil, Raise(TypeError, "enumerate() missing required argument 'iterable'")
	}
	e := &enumerator{}
	if v[1] != nil {
		start, err := t.IndexObject(v[1])
		if err != nil {
			return nil, err
		}
		switch n := start.(type) {
		case Int:
			e.at = int64(n)
		case *BigInt:
			e.big = new(big.Int).Set(n.V)
		}
	}
	e.it, err = t.Iter(v[0])
	return ofClass(cls, e), err
}

// number is the next number.
func (e *enumerator) number() Object {
	if e.big != nil {
		v := fromBig(e.big)
		e.big.Add(e.big, big.NewInt(1))
		return v
	}
	v := MakeInt(e.at)
	if e.at == 1<<63-1 {
		e.big = new(big.Int).SetUint64(1 << 63)
		return v
	}
	e.at++
	return v
}

// Next is the next pair, or nil.
func (e *enumerator) Next(t *Thread) (Object, error) {
	v, err := t.Next(e.it)
	if v == nil || err != nil {
		return nil, err
	}
	return &Tuple{[]Object{e.number(), v}}, nil
}

// nextPair is the next pair of an iterator, or nils at its end. pair is false where it isn't
// one of pairs.
func (t *Thread) nextPair(it Object) (first, second Object, pair bool, err error) {
	switch it := it.(type) {
	case *dictIterator:
		if it.kind != dictItems {
			return nil, nil, false, nil
		}
		e, err := it.entry()
		if e == nil || err != nil {
			return nil, nil, true, err
		}
		return e.key, e.value, true, nil
	case *enumerator:
		v, err := t.Next(it.it)
		if v == nil || err != nil {
			return nil, nil, true, err
		}
		return it.number(), v, true, nil
	case *zipper:
		if len(it.its) != 2 || it.strict {
			return nil, nil, false, nil
		}
		if first, err = t.Next(it.its[0]); first == nil || err != nil {
			return nil, nil, true, err
		}
		if second, err = t.Next(it.its[1]); second == nil || err != nil {
			return nil, nil, true, err
		}
		return first, second, true, nil
	}
	return nil, nil, false, nil
}

var zipSig = Sign("*iterables, strict=")

func newZip(t *Thread, cls *Class, a Args) (Object, error) {
	if cls.Heap { // its __init__ may take names of its own
		a = Args{Pos: a.Pos}
	}
	v, err := zipSig.bind("zip", a, 0)
	if err != nil {
		return nil, err
	}
	z := &zipper{}
	if v[0] != nil {
		if z.strict, err = t.Truth(v[0]); err != nil {
			return nil, err
		}
	}
	for _, x := range v[1].(*Tuple).Items {
		it, err := t.Iter(x)
		if err != nil {
			return nil, err
		}
		z.its = append(z.its, it)
	}
	return ofClass(cls, z), nil
}

// Next is the next tuple, or nil.
func (z *zipper) Next(t *Thread) (Object, error) {
	if len(z.its) == 0 {
		return nil, nil
	}
	items := make([]Object, len(z.its))
	for i, it := range z.its {
		v, err := t.Next(it)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return nil, z.ended(t, i)
		}
		items[i] = v
	}
	return &Tuple{items}, nil
}

// ended is the end of the i-th iterable: a strict zip's are all to end.
func (z *zipper) ended(t *Thread, i int) error {
	if !z.strict {
		return nil
	}
	if i > 0 {
		return z.uneven(i, "shorter")
	}
	for i, it := range z.its[1:] {
		v, err := t.Next(it)
		if err != nil {
			return err
		}
		if v != nil {
			return z.uneven(i+1, "longer")
		}
	}
	return nil
}

func (z *zipper) uneven(i int, how string) error {
	before := " "
	if i > 1 {
		before = "s 1-"
	}
	return Raise(ValueError, "zip() argument %d is %s than argument%s%d", i+1, how, before, i)
}

func newMap(t *Thread, cls *Class, a Args) (Object, error) {
	if len(a.Names) > 0 && !cls.takesNames() {
		return nil, Raise(TypeError, "map() takes no keyword arguments")
	}
	if len(a.Pos) < 2 {
		return nil, Raise(TypeError, "map() must have at least two arguments.")
	}
	m := &mapper{fn: a.Pos[0]}
	for _, x := range a.Pos[1:] {
		it, err := t.Iter(x)
		if err != nil {
			return nil, err
		}
		m.its = append(m.its, it)
	}
	return ofClass(cls, m), nil
}

// Next is the next result, or nil.
func (m *mapper) Next(t *Thread) (Object, error) {
	args := make([]Object, len(m.its))
	for i, it := range m.its {
		v, err := t.Next(it)
		if v == nil || err != nil {
			return nil, err
		}
		args[i] = v
	}
	return t.Call(m.fn, args...)
}

func newFilter(t *Thread, cls *Class, a Args) (Object, error) {
	if len(a.Names) > 0 && !cls.takesNames() {
		return nil, Raise(TypeError, "filter() takes no keyword arguments")
	}
	if len(a.Pos) != 2 {
		return nil, Raise(TypeError, "filter expected 2 arguments, got %d", len(a.Pos))
	}
	it, err := t.Iter(a.Pos[1])
	return ofClass(cls, &filterer{a.Pos[0], it}), err
}

// Next is the next value that passes, or nil.
func (f *filterer) Next(t *Thread) (Object, error) {
	for {
		v, err := t.Next(f.it)
		if v == nil || err != nil {
			return nil, err
		}
		ok := v
		if f.fn != None && f.fn != Object(BoolClass) {
			if ok, err = t.Call(f.fn, v); err != nil {
				return nil, err
			}
		}
		if b, err := t.Truth(ok); b || err != nil {
			return v, err
		}
		if err := t.Poll(); err != nil {
			return nil, err
		}
	}
}

// Next is the next result, or nil.
func (c *callIterator) Next(t *Thread) (Object, error) {
	if c.fn == nil {
		return nil, nil
	}
	v, err := t.Call(c.fn)
	if err != nil {
		if Caught(err, StopIteration) != nil {
			c.fn, err = nil, nil
		}
		return nil, err
	}
	same, err := t.SameOrEqual(c.sentinel, v)
	if err != nil {
		return nil, err
	}
	if same {
		c.fn = nil
		return nil, nil
	}
	return v, nil
}

// builtinIter is iter, with "x, sentinel=, /" for its arguments.
func builtinIter(t *Thread, a []Object) (Object, error) {
	if a[1] == nil {
		return t.Iter(a[0])
	}
	if !t.callable(a[0]) {
		return nil, Raise(TypeError, "iter(v, w): v must be callable")
	}
	return &callIterator{a[0], a[1]}, nil
}

// callable is what callable() says.
func (t *Thread) callable(x Object) bool {
	switch x.(type) {
	case *Func, *Builtin, *MethodDescr, *Method, *Class:
		return true
	}
	c := x.Class()
	if !c.Heap {
		return c.Slots.Call != nil
	}
	m := c.Lookup("__call__")
	return m != nil && m != None
}
