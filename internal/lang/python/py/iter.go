package py

import "slices"

// Iter is iter(x).
func (t *Thread) Iter(x Object) (Object, error) {
	switch v := x.(type) {
	case *List:
		return &listIterator{list: v}, nil
	case *Range:
		return rangeIter(v, false), nil
	case *Generator:
		if v.Class() == GeneratorClass {
			return v, nil
		}
	}
	c := x.Class()
	if !c.Heap {
		switch {
		case c.Slots.Iter != nil:
			if err := t.enterNative(); err != nil {
				return nil, err
			}
			it, err := c.Slots.Iter(t, x)
			t.leaveNative()
			return it, err
		case c.Slots.Next != nil:
			return x, nil
		}
		return nil, Raise(TypeError, "'%s' object is not iterable", c.fullName())
	}
	if c.Lookup("__iter__") == None {
		return nil, Raise(TypeError, "'%s' object is not iterable", c.fullName())
	}
	it, found, err := t.callSpecial(x, "__iter__")
	if err != nil {
		return nil, err
	}
	if !found {
		if c.Lookup("__getitem__") != nil {
			return &itemIterator{of: x}, nil
		}
		return nil, Raise(TypeError, "'%s' object is not iterable", c.fullName())
	}
	if k := it.Class(); k.Heap && k.Lookup("__next__") == nil || !k.Heap && k.Slots.Next == nil {
		return nil, Raise(TypeError, "iter() returned non-iterator of type '%s'", k.fullName())
	}
	return it, nil
}

// Next is the next value of an iterator, or nil at its end.
func (t *Thread) Next(it Object) (Object, error) {
	if t.ending() { // whoever loops over it
		return nil, ErrStopped
	}
	switch v := it.(type) {
	case *listIterator:
		return v.Next(), nil
	case *rangeIterator:
		return v.Next(), nil
	case *tupleIterator:
		return v.Next(), nil
	case *strIterator:
		return v.Next(), nil
	case *dictIterator:
		return v.Next()
	}
	c := it.Class()
	if !c.Heap {
		if c.Slots.Next == nil {
			return nil, Raise(TypeError, "'%s' object is not an iterator", c.fullName())
		}
		if err := t.enterNative(); err != nil { // map of map of map...
			return nil, err
		}
		v, err := c.Slots.Next(t, it)
		t.leaveNative()
		if err != nil && Caught(err, StopIteration) != nil {
			return nil, nil
		}
		return v, err
	}
	v, found, err := t.callSpecial(it, "__next__")
	if err != nil {
		if stop := Caught(err, StopIteration); stop != nil {
			t.ended = stop
			return nil, nil
		}
		return nil, err
	}
	if !found {
		return nil, Raise(TypeError, "'%s' object is not an iterator", c.fullName())
	}
	return v, nil
}

// Each calls f with each value of an iterable, until that returns an error.
func (t *Thread) Each(x Object, f func(Object) error) error {
	it, err := t.Iter(x)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		v, err := t.Next(it)
		if v == nil || err != nil {
			return err
		}
		if err := f(v); err != nil {
			return err
		}
		if n&0x3ff == 0x3ff {
			if err := t.Poll(); err != nil {
				return err
			}
		}
	}
}

// Items are an iterable's values. They may be x's own: who keeps or changes them makes a
// copy.
func (t *Thread) Items(x Object) ([]Object, error) {
	switch v := x.(type) {
	case *List:
		return v.Items, nil
	case *Tuple:
		return v.Items, nil
	}
	return t.Collect(x)
}

// Collect is Items, but that they are the caller's.
func (t *Thread) Collect(x Object) ([]Object, error) {
	switch v := x.(type) {
	case *List:
		return append([]Object(nil), v.Items...), nil
	case *Tuple:
		return append([]Object(nil), v.Items...), nil
	}
	if err := tooManyItems(x); err != nil {
		return nil, err
	}
	var items []Object
	if n := sizeOf(x); n > 0 {
		items = make([]Object, 0, n)
	}
	switch v := x.(type) {
	case *Bytes, *ByteArray:
		return appendBytes(items, v), nil
	}
	err := t.eachHinted(x, func(v Object) error {
		items = append(items, v)
		return nil
	})
	return items, err
}

// absurdHint is a number of items that no memory holds.
const absurdHint = 1 << 34

// eachHinted is Each for what CPython asks for its length first, to make room.
func (t *Thread) eachHinted(x Object, f func(Object) error) error {
	if c := x.Class(); !c.Heap && c != RangeClass {
		return t.Each(x, f)
	}
	it, err := t.Iter(x)
	if err != nil {
		return err
	}
	n, err := t.lengthHint(x)
	switch {
	case err != nil:
		return err
	case n > absurdHint:
		return NewExc(MemoryError)
	}
	return t.Each(it, f)
}

// lengthHint is operator.length_hint's answer of an instance: how many values it has, by
// what it says; -1 is that it doesn't say.
func (t *Thread) lengthHint(x Object) (int, error) {
	if x.Class().Lookup("__len__") != nil {
		n, err := t.Len(x)
		if Caught(err, TypeError) == nil {
			return n, err
		}
	}
	v, found, err := t.callSpecial(x, "__length_hint__")
	switch {
	case Caught(err, TypeError) != nil, err == nil && (!found || v == NotImplemented):
		return -1, nil
	case err != nil:
		return 0, err
	}
	n, ok := Native(v).(Int)
	switch {
	case !ok:
		return 0, Raise(TypeError, "__length_hint__ must be an integer, not %s", v.Class().fullName())
	case n < 0:
		return 0, Raise(ValueError, "__length_hint__() should return >= 0")
	}
	return int(n), nil
}

// The iterators that loops know.
type (
	// listIterator has a nil list at its end.
	listIterator struct {
		list *List
		at   int
	}
	rangeIterator struct{ next, step, left int64 }
	// itemIterator asks for x[0], x[1], ... until an IndexError.
	itemIterator struct {
		of Object
		at int64
	}
)

// Iterator classes.
var (
	listIteratorClass  = newNative("list_iterator")
	rangeIteratorClass = newNative("range_iterator")
	itemIteratorClass  = newNative("iterator")
)

func (*listIterator) Class() *Class  { return listIteratorClass }
func (*rangeIterator) Class() *Class { return rangeIteratorClass }
func (*itemIterator) Class() *Class  { return itemIteratorClass }

func setupIterators() {
	listIteratorClass.Slots.Next = func(_ *Thread, o Object) (Object, error) { return o.(*listIterator).Next(), nil }
	rangeIteratorClass.Slots.Next = func(_ *Thread, o Object) (Object, error) { return o.(*rangeIterator).Next(), nil }
	itemIteratorClass.Slots.Next = func(t *Thread, o Object) (Object, error) { return o.(*itemIterator).Next(t) }
}

// Next is the next item, or nil.
func (it *listIterator) Next() Object {
	if it.list == nil {
		return nil
	}
	if it.at >= len(it.list.Items) {
		it.list = nil
		return nil
	}
	it.at++
	return it.list.Items[it.at-1]
}

// Next is the next number, or nil.
func (it *rangeIterator) Next() Object {
	if it.left == 0 {
		return nil
	}
	v := it.next
	it.left--
	it.next += it.step
	return MakeInt(v)
}

// Next is the next item, or nil.
func (it *itemIterator) Next(t *Thread) (Object, error) {
	if it.of == nil {
		return nil, nil
	}
	v, err := t.GetItem(it.of, MakeInt(it.at))
	if Caught(err, IndexError) != nil || Caught(err, StopIteration) != nil {
		it.of = nil
		return nil, nil
	}
	if err != nil { // the next step asks for the same one again
		return nil, err
	}
	it.at++
	return v, nil
}

// unpack gives as many registers the values of an iterable.
func (t *Thread) unpack(regs []Object, x Object) error {
	switch v := x.(type) {
	case *Tuple:
		if len(v.Items) == len(regs) {
			copy(regs, v.Items)
			return nil
		}
	case *List:
		if len(v.Items) == len(regs) {
			copy(regs, v.Items)
			return nil
		}
	}
	it, err := t.iterToUnpack(x)
	if err != nil {
		return err
	}
	var few [8]Object
	values := few[:0] // apart from regs: those are variables that keep their values on an error
	for i := range regs {
		v, err := t.Next(it)
		if err != nil {
			return err
		}
		if v == nil {
			return Raise(ValueError, "not enough values to unpack (expected %d, got %d)", len(regs), i)
		}
		values = append(values, v)
	}
	v, err := t.Next(it)
	if v != nil && err == nil {
		return Raise(ValueError, "too many values to unpack (expected %d)", len(regs))
	}
	if err == nil {
		copy(regs, values)
	}
	return err
}

func (t *Thread) iterToUnpack(x Object) (Object, error) {
	c := x.Class()
	if !c.Heap && c.Slots.Iter == nil && c.Slots.Next == nil || c.Heap && c.Lookup("__iter__") == nil && c.Lookup("__getitem__") == nil {
		return nil, Raise(TypeError, "cannot unpack non-iterable %s object", c.fullName())
	}
	return t.Iter(x)
}

// unpackStar is unpack with a list in the place between.
func (t *Thread) unpackStar(regs []Object, x Object, before, after int) error {
	var items []Object // not to be changed
	switch v := x.(type) {
	case *List:
		items = v.Items
	case *Tuple:
		items = v.Items
	default:
		it, err := t.iterToUnpack(x)
		if err != nil {
			return err
		}
		if items, err = t.Collect(it); err != nil {
			return err
		}
	}
	if len(items) < before+after {
		return Raise(ValueError, "not enough values to unpack (expected at least %d, got %d)", before+after, len(items))
	}
	copy(regs, items[:before])
	regs[before] = NewList(slices.Clone(items[before : len(items)-after])...)
	copy(regs[before+1:], items[len(items)-after:])
	return nil
}

// extendStarred adds what is starred in a display or a call.
func (t *Thread) extendStarred(l *List, x Object) error {
	if !isIterable(x) {
		return Raise(TypeError, "Value after * must be an iterable, not %s", x.Class().fullName())
	}
	switch x.(type) {
	case *Bytes, *ByteArray: // of which there may be many
		return t.extend(l, x)
	}
	items, err := t.Items(x)
	if err != nil {
		return err
	}
	const more = 4 // values that may come after them
	l.Items = append(slices.Grow(l.Items, len(items)+more), items...)
	return nil
}
