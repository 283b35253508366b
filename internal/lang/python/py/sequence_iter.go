package py

// The iterators of sequences. Those that have come to their end have nothing left.
type (
	tupleIterator struct {
		items []Object
		at    int
		done  bool // whether its end was found
	}
	// strIterator goes through a text by bytes.
	strIterator struct {
		s     string
		at    int
		ascii bool
		done  bool // whether its end was found
	}
	// listReverser has a nil list at its end.
	listReverser struct {
		list *List
		at   int
	}
	// reverser asks for x[n-1], x[n-2], ...
	reverser struct {
		of Object
		at int
	}
)

var (
	tupleIteratorClass = newNative("tuple_iterator")
	strIteratorClass   = newNative("str_iterator")
	asciiIteratorClass = newNative("str_ascii_iterator")
	listReverserClass  = newNative("list_reverseiterator")
	reversedClass      = newNative("reversed")
)

func (*tupleIterator) Class() *Class { return tupleIteratorClass }
func (*listReverser) Class() *Class  { return listReverserClass }
func (*reverser) Class() *Class      { return reversedClass }

func newStrIterator(s *Str) *strIterator { return &strIterator{s: s.s, ascii: s.ASCII()} }

// Class returns the class of an ASCII text's iterators, or of others'.
func (it *strIterator) Class() *Class {
	if it.ascii {
		return asciiIteratorClass
	}
	return strIteratorClass
}

func setupSequenceIterators() {
	for _, c := range []*Class{tupleIteratorClass, strIteratorClass, asciiIteratorClass, listReverserClass, listIteratorClass, rangeIteratorClass, itemIteratorClass} {
		c.Sealed = true
	}
	tupleIteratorClass.Slots.Next = func(_ *Thread, o Object) (Object, error) { return o.(*tupleIterator).Next(), nil }
	tupleIteratorClass.lengthHint(func(o Object) int { return len(o.(*tupleIterator).items) - o.(*tupleIterator).at })
	for _, c := range []*Class{strIteratorClass, asciiIteratorClass} {
		c.Slots.Next = func(_ *Thread, o Object) (Object, error) { return o.(*strIterator).Next(), nil }
		c.lengthHint(func(o Object) int { return countRunes(o.(*strIterator).s[o.(*strIterator).at:]) })
	}
	StrClass.Slots.Iter = func(_ *Thread, o Object) (Object, error) { return newStrIterator(Native(o).(*Str)), nil }
	listReverserClass.Slots.Next = func(_ *Thread, o Object) (Object, error) { return o.(*listReverser).Next(), nil }
	listReverserClass.lengthHint(func(o Object) int {
		if it := o.(*listReverser); it.list != nil && it.at < len(it.list.Items) {
			return it.at + 1
		}
		return 0
	})
	listIteratorClass.lengthHint(func(o Object) int {
		if it := o.(*listIterator); it.list != nil {
			return max(len(it.list.Items)-it.at, 0)
		}
		return 0
	})
	rangeIteratorClass.lengthHint(func(o Object) int { return int(o.(*rangeIterator).left) })
	s := &reversedClass.Slots
	s.New = newReversed
	s.Next = func(t *Thread, o Object) (Object, error) { return Native(o).(*reverser).Next(t) }
	s.Iter = func(_ *Thread, o Object) (Object, error) { return o, nil }
	reversedClass.lengthHint(func(o Object) int { return o.(*reverser).at + 1 })
}

// lengthHint gives an iterator's class __length_hint__.
func (c *Class) lengthHint(of func(o Object) int) {
	c.addMethods(MethodTable{{"__length_hint__", "", func(_ *Thread, a []Object) (Object, error) {
		return MakeInt(int64(of(Native(a[0])))), nil
	}, "How many items are left, if that is known."}})
}

// Next is the next item, or nil.
func (it *tupleIterator) Next() Object {
	if it.at >= len(it.items) || it.done {
		it.done = true
		return nil
	}
	it.at++
	return it.items[it.at-1]
}

// Next is the next character, or nil.
func (it *strIterator) Next() Object {
	if it.at >= len(it.s) || it.done {
		it.done = true
		return nil
	}
	if c := it.s[it.at]; c < 0x80 {
		it.at++
		return asciiChars[c]
	}
	_, n := decodeRune(it.s[it.at:])
	it.at += n
	return oneChar(it.s[it.at-n : it.at])
}

// Next is the next item, or nil.
func (it *listReverser) Next() Object {
	if it.list == nil || it.at < 0 || it.at >= len(it.list.Items) {
		it.list = nil
		return nil
	}
	it.at--
	return it.list.Items[it.at+1]
}

// newReversed is reversed(x).
func newReversed(t *Thread, cls *Class, a Args) (Object, error) {
	if len(a.Names) > 0 && !cls.takesNames() {
		return nil, Raise(TypeError, "reversed() takes no keyword arguments")
	}
	if len(a.Pos) != 1 {
		return nil, Raise(TypeError, "reversed expected 1 argument, got %d", len(a.Pos))
	}
	x := a.Pos[0]
	c := x.Class()
	if !c.Heap && c.Slots.Reversed != nil {
		return c.Slots.Reversed(t, x)
	}
	if c.Heap {
		if c.Lookup("__reversed__") == None {
			return nil, notReversible(c)
		}
		if v, found, err := t.callSpecial(x, "__reversed__"); found {
			return v, err
		}
	}
	if !isSequence(x) {
		return nil, notReversible(c)
	}
	n, err := t.Len(x)
	if err != nil {
		return nil, err
	}
	return ofClass(cls, &reverser{x, n - 1}), nil
}

func notReversible(c *Class) error {
	return Raise(TypeError, "'%s' object is not reversible", c.fullName())
}

// isSequence reports whether x has items by number: that of a built-in class, or
// __getitem__ in one of the program's that isn't a dict.
func isSequence(x Object) bool {
	c := x.Class()
	if c.Heap {
		_, dict := Native(x).(*Dict)
		return !dict && c.Lookup("__getitem__") != nil
	}
	switch x.(type) {
	case *Dict, *Class:
		return false
	}
	return c.Slots.GetItem != nil && c.Slots.Len != nil && c != MappingProxyClass
}

// Next is the next item, or nil.
func (it *reverser) Next(t *Thread) (Object, error) {
	if it.at < 0 {
		return nil, nil
	}
	v, err := t.GetItem(it.of, MakeInt(int64(it.at)))
	if err != nil {
		it.at = -1
		if Caught(err, IndexError) != nil || Caught(err, StopIteration) != nil {
			err = nil
		}
		return nil, err
	}
	it.at--
	return v, nil
}
