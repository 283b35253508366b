package py

import "math/big"

// __reduce__ of lazy iterators and of those of ranges, bytes and other sequences, and
// the __setstate__ that takes them to where they were.
func setupIteratorReductions() {
	for _, c := range []*Class{rangeIteratorClass, bigRangeIteratorClass, bytesIteratorClass, byteArrayIteratorClass, listReverserClass,
		reversedClass, itemIteratorClass, callIteratorClass, EnumerateClass, ZipClass, MapClass, FilterClass} {
		c.AddWholeMethods(MethodTable{{"__reduce__", "", lazyReduce, "What copies are made of."}})
	}
	for _, c := range []*Class{bytesIteratorClass, byteArrayIteratorClass, listReverserClass, reversedClass, itemIteratorClass, ZipClass} {
		c.addMethods(MethodTable{{"__setstate__", "state, /", lazySetState, "Go to where another iterator was."}})
	}
	for _, c := range []*Class{bytesIteratorClass, byteArrayIteratorClass} {
		c.lengthHint(func(o Object) int {
			s, _ := bytesLike(o.(*bytesIterator).of)
			return max(len(s)-o.(*bytesIterator).at, 0)
		})
	}
	bigRangeIteratorClass.addMethods(MethodTable{{"__length_hint__", "", func(_ *Thread, a []Object) (Object, error) {
		return fromBig(new(big.Int).Set(a[0].(*bigRangeIterator).left)), nil
	}, "How many items are left, if that is known."}})
	itemIteratorClass.addMethods(MethodTable{{"__length_hint__", "", itemIteratorHint, "How many items are left, if that is known."}})
}

// itemIteratorHint is NotImplemented where the sequence has no length.
func itemIteratorHint(t *Thread, a []Object) (Object, error) {
	it := a[0].(*itemIterator)
	if it.of == nil {
		return Int(0), nil
	}
	if c := it.of.Class(); c.Lookup("__len__") == nil {
		return NotImplemented, nil
	}
	n, err := t.Len(it.of)
	return MakeInt(max(int64(n)-it.at, 0)), err
}

// lazyReduce is what makes the iterator anew, with those it goes through as they are. A
// range's is one of what is left of it.
func lazyReduce(t *Thread, a []Object) (Object, error) {
	class := a[0].Class()
	switch it := Native(a[0]).(type) {
	case *rangeIterator:
		next, step := big.NewInt(it.next), big.NewInt(it.step)
		return reduceRange(t, next, step, big.NewInt(it.left)), nil
	case *bigRangeIterator:
		return reduceRange(t, it.next, it.step, it.left), nil
	case *enumerator:
		next := MakeInt(it.at)
		if it.big != nil {
			next = fromBig(new(big.Int).Set(it.big))
		}
		return NewTuple(class, NewTuple(it.it, next)), nil
	case *zipper:
		its := NewTuple(it.its...)
		if it.strict {
			return NewTuple(class, its, True), nil
		}
		return NewTuple(class, its), nil
	case *mapper:
		return NewTuple(class, NewTuple(append([]Object{it.fn}, it.its...)...)), nil
	case *filterer:
		return NewTuple(class, NewTuple(OrNone(it.fn), it.it)), nil
	case *callIterator:
		if it.fn == nil {
			return NewTuple(iterOf(t), NewTuple(NewTuple())), nil
		}
		return NewTuple(iterOf(t), NewTuple(it.fn, it.sentinel)), nil
	}
	return placedReduce(t, a[0], class)
}

// reduceRange is iter of a range.
func reduceRange(t *Thread, next, step, left *big.Int) Object {
	stop := new(big.Int).Mul(step, left)
	stop.Add(stop, next)
	return NewTuple(iterOf(t), NewTuple(newRangeOf(new(big.Int).Set(next), stop, new(big.Int).Set(step))))
}

// placedReduce is the sequence and how far the iterator is in it.
func placedReduce(t *Thread, x Object, class *Class) (Object, error) {
	switch it := Native(x).(type) {
	case *bytesIterator:
		if it.of == nil {
			return NewTuple(iterOf(t), NewTuple(NewTuple())), nil
		}
		return NewTuple(iterOf(t), NewTuple(it.of), MakeInt(int64(it.at))), nil
	case *itemIterator:
		if it.of == nil {
			return NewTuple(iterOf(t), NewTuple(NewTuple())), nil
		}
		return NewTuple(iterOf(t), NewTuple(it.of), MakeInt(it.at)), nil
	case *listReverser:
		if it.list == nil {
			return NewTuple(iterOf(t), NewTuple(NewList())), nil
		}
		return NewTuple(reversedClass, NewTuple(it.list), MakeInt(int64(it.at))), nil
	case *reverser:
		if it.at < 0 {
			return NewTuple(class, NewTuple(NewTuple())), nil
		}
		return NewTuple(class, NewTuple(it.of), MakeInt(int64(it.at))), nil
	}
	return nil, Raise(TypeError, "cannot pickle '%s' object", class.fullName())
}

func lazySetState(t *Thread, a []Object) (Object, error) {
	if it, ok := a[0].(*zipper); ok {
		strict, err := t.Truth(a[1])
		it.strict = strict
		return None, err
	}
	if !IsInstance(a[1], IntClass) {
		return nil, Raise(TypeError, "an integer is required")
	}
	at, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	switch it := a[0].(type) {
	case *bytesIterator:
		it.at = max(at, 0)
	case *itemIterator:
		it.at = int64(max(at, 0))
	case *listReverser:
		if it.list != nil {
			it.at = max(min(at, len(it.list.Items)-1), -1)
		}
	case *reverser:
		n, err := t.Len(it.of)
		if err != nil {
			return nil, err
		}
		it.at = max(min(at, n-1), -1)
	}
	return None, nil
}
