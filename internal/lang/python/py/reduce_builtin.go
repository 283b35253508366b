package py

// __reduce__ of built-in classes and their iterators: what copy asks for.

func setupReductions() {
	SliceClass.addMethods(MethodTable{{"__reduce__", "", func(_ *Thread, a []Object) (Object, error) {
		s := a[0].(*Slice)
		return NewTuple(SliceClass, NewTuple(s.Start, s.Stop, s.Step)), nil
	}, "What copies are made of."}})
	for _, c := range []*Class{tupleIteratorClass, strIteratorClass, asciiIteratorClass, listIteratorClass} {
		c.addMethods(MethodTable{
			{"__reduce__", "", iteratorReduce, "What copies are made of."},
			{"__setstate__", "state, /", iteratorSetState, "Go to where another iterator was."},
		})
	}
	for _, c := range append(append([]*Class{setIteratorClass, orderedIteratorClass}, dictIteratorClasses[:]...), dictReverserClasses[:]...) {
		c.addMethods(MethodTable{{"__reduce__", "", restReduce, "What copies are made of."}})
	}
	setupIteratorReductions()
	setupFunctionReductions()
}

func iterOf(t *Thread) Object { return OrNone(t.In.Builtins.GetStr("iter")) }

// iteratorReduce is iter, the sequence and how far the iterator is in it.
func iteratorReduce(t *Thread, a []Object) (Object, error) {
	var of Object
	at := 0
	switch it := a[0].(type) {
	case *tupleIterator:
		of, at = NewTuple(it.items...), it.at
		if it.done {
			return NewTuple(iterOf(t), NewTuple(NewTuple())), nil
		}
	case *strIterator:
		of, at = NewStr(it.s), countRunes(it.s[:it.at])
		if it.done {
			return NewTuple(iterOf(t), NewTuple(NewStr(""))), nil
		}
	case *listIterator:
		if it.list == nil {
			return NewTuple(iterOf(t), NewTuple(NewList())), nil
		}
		of, at = it.list, it.at
	}
	return NewTuple(iterOf(t), NewTuple(of), MakeInt(int64(at))), nil
}

func iteratorSetState(t *Thread, a []Object) (Object, error) {
	if !IsInstance(a[1], IntClass) {
		return nil, Raise(TypeError, "an integer is required")
	}
	at, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	at = max(at, 0)
	switch it := a[0].(type) {
	case *tupleIterator:
		if !it.done {
			it.at = min(at, len(it.items))
		}
	case *strIterator:
		if it.done {
			break
		}
		it.at = 0
		for ; at > 0 && it.at < len(it.s); at-- {
			_, n := decodeRune(it.s[it.at:])
			it.at += n
		}
	case *listIterator:
		if it.list != nil {
			it.at = min(at, len(it.list.Items))
		}
	}
	return None, nil
}

// restReduce is iter and a list of what is still to come, which stays to come.
func restReduce(t *Thread, a []Object) (Object, error) {
	var rest Object
	switch it := a[0].(type) {
	case *dictIterator:
		copied := *it
		rest = &copied
	case *orderedIterator:
		copied := *it
		rest = &copied
	case *setIterator:
		copied := *it
		rest = &copied
	default:
		return nil, Raise(TypeError, "cannot pickle '%s' object", a[0].Class().fullName())
	}
	items, err := t.Collect(rest)
	return NewTuple(iterOf(t), NewTuple(NewList(items...))), err
}
