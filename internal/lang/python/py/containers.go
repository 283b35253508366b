package py

import "github.com/elide-dev/elided/internal/lang/python/ast"

// maxBytes is the most memory that one operation, such as a repetition, may ask for.
const maxBytes = 1 << 29

// setupContainers completes list, tuple, dict, range, slice and the iterators.
func setupContainers() {
	setupLists()
	setupTuples()
	setupDicts()
	setupDictViews()
	setupRanges()
	setupSlices()
	setupSequenceIterators()
	setupLazyIterators()
	setupDeques()
}

// ofClass is what New returns: native itself, or an instance of a program's subclass.
func ofClass(cls *Class, native Object) Object {
	if cls.Heap {
		return NewInstance(cls, native)
	}
	return native
}

// unhashable has a class's instances refuse hash().
func (c *Class) unhashable() {
	c.Slots.Hash = Unhashable
	c.Dict.SetStr("__hash__", None)
}

// genericAlias is __class_getitem__ of classes such as list: list[int].
func (c *Class) genericAlias() {
	c.addClassMethods(MethodTable{{"__class_getitem__", "item, /", func(t *Thread, a []Object) (Object, error) {
		return t.Call(GenericAliasClass, a[0], a[1])
	}, "See PEP 585"}})
}

// isIterable reports whether iter(x) is worth a try.
func isIterable(x Object) bool {
	c := x.Class()
	if c.Heap {
		return c.Lookup("__iter__") != nil || c.Lookup("__getitem__") != nil
	}
	return c.Slots.Iter != nil || c.Slots.Next != nil
}

// repeatCount is the number of a repetition, and false when y is no int.
func (t *Thread) repeatCount(y Object) (int, bool, error) {
	switch v := y.(type) {
	case Int:
		return int(v), true, nil
	case Float, *Str, *List, *Tuple:
		return 0, false, nil
	}
	if Native(y).Class().IsSubclass(IntClass) || y.Class().Lookup("__index__") != nil {
		v, err := t.IndexObject(y)
		if err != nil {
			return 0, true, err
		}
		n, ok := v.(Int)
		if !ok {
			return 0, true, Raise(OverflowError, "cannot fit '%s' into an index-sized integer", y.Class().fullName())
		}
		return int(n), true, nil
	}
	return 0, false, nil
}

// repeatItems is items n times over.
func (t *Thread) repeatItems(items []Object, n int) ([]Object, error) {
	if n <= 0 || len(items) == 0 {
		return nil, nil
	}
	if n > maxBytes/16/len(items) {
		return nil, NewExc(MemoryError)
	}
	out := make([]Object, len(items)*n)
	for done := copy(out, items); done < len(out); {
		done += copy(out[done:], out[:done])
	}
	return out, nil
}

// sequenceError is what CPython says of + and * with a sequence; nil is nothing special.
func sequenceError(op string, x, y Object) error {
	switch op {
	case "+", "+=":
		if sequenceOperator(ast.Add, x.Class()) {
			return concatError(x, y)
		}
	case "*", "*=":
		if op == "*=" && x.Class().container() && !x.Class().joins(ast.Mult) {
			return nil
		}
		for _, pair := range [][2]Object{{x, y}, {y, x}} {
			if sequenceOperator(ast.Mult, pair[0].Class()) {
				return Raise(TypeError, "can't multiply sequence by non-int of type '%s'", pair[1].Class().fullName())
			}
		}
	}
	return nil
}

// compareItems compares two sequences, whose items are asked for anew at each step: a
// comparison may change them.
func (t *Thread) compareItems(op Cmp, x, y func() []Object) (Object, error) {
	if a, b := len(x()), len(y()); a != b && (op == EQ || op == NE) {
		return Of(op == NE), nil
	}
	for i := 0; ; i++ {
		a, b := x(), y()
		if i >= len(a) || i >= len(b) {
			return Of(compareOrdered(op, Int(len(a)), Int(len(b)))), nil
		}
		v, w := a[i], b[i]
		same, err := t.SameOrEqual(v, w)
		if err != nil {
			return nil, err
		}
		if i&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return nil, err
			}
		}
		if same {
			continue
		}
		a, b = x(), y()
		switch {
		case i >= len(a) || i >= len(b): // the comparison has made one of them shorter
			return Of(compareOrdered(op, Int(len(a)), Int(len(b)))), nil
		case op == EQ:
			return False, nil
		case op == NE:
			return True, nil
		}
		return t.Compare(op, a[i], b[i])
	}
}

// containsItem is item in a sequence whose items are asked for anew at each step.
func (t *Thread) containsItem(items func() []Object, item Object) (int, error) {
	return t.findItem(items, item, 0, -1)
}

// findItem is where in a sequence an item is, from start to before stop; a negative stop is
// the end. -1 is nowhere.
func (t *Thread) findItem(items func() []Object, item Object, start, stop int) (int, error) {
	for i := start; ; i++ {
		list := items()
		if i >= len(list) || stop >= 0 && i >= stop {
			return -1, nil
		}
		same, err := t.SameOrEqual(list[i], item)
		if err != nil {
			return -1, err
		}
		if same {
			return i, nil
		}
		if i&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return -1, err
			}
		}
	}
}

// countItems counts an item in a sequence.
func (t *Thread) countItems(items func() []Object, item Object) (Object, error) {
	n := int64(0)
	for i := 0; ; i++ {
		list := items()
		if i >= len(list) {
			return MakeInt(n), nil
		}
		same, err := t.SameOrEqual(list[i], item)
		if err != nil {
			return nil, err
		}
		if same {
			n++
		}
		if i&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return nil, err
			}
		}
	}
}

// clampIndex is an argument such as index's start, in a sequence of n items.
func (t *Thread) clampIndex(x Object, n, otherwise int) (int, error) {
	if x == nil {
		return otherwise, nil
	}
	if x.Class().Lookup("__index__") == nil {
		return 0, Raise(TypeError, "slice indices must be integers or have an __index__ method")
	}
	v, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	i := clampInt(v)
	if i < 0 {
		i = max(i+n, 0)
	}
	return i, nil
}

// clampInt is an int, or the nearest one there is.
func clampInt(v Object) int {
	switch v := v.(type) {
	case Int:
		return int(v)
	case *BigInt:
		if v.V.Sign() < 0 {
			return -1 << 63
		}
	}
	return 1<<63 - 1
}

// itemIndex is a subscript of a sequence of n items; what names it in errors.
func (t *Thread) itemIndex(key Object, n int, what, outOfRange string) (int, error) {
	i, ok := key.(Int)
	if !ok {
		if key.Class() != BoolClass && key.Class().Lookup("__index__") == nil {
			return 0, Raise(TypeError, "%s indices must be integers or slices, not %s", what, key.Class().fullName())
		}
		v, err := t.ItemIndex(key)
		if err != nil {
			return 0, err
		}
		i = Int(v)
	}
	if i < 0 {
		i += Int(n)
	}
	if i < 0 || i >= Int(n) {
		return 0, Raise(IndexError, "%s", outOfRange)
	}
	return int(i), nil
}

// reprGuarded is the repr of a container: within itself it is circle.
func (t *Thread) reprGuarded(x Object, circle string, write func() (string, error)) (Object, error) {
	for _, o := range t.repr {
		if o == x {
			return NewStr(circle), nil
		}
	}
	if err := t.enterFor(" while getting the repr of an object"); err != nil {
		return nil, err
	}
	t.repr = append(t.repr, x)
	s, err := write()
	t.repr = t.repr[:len(t.repr)-1]
	t.leave()
	if err != nil {
		return nil, err
	}
	return NewStr(s), nil
}

// reprItems is the items' reprs with commas between.
func (t *Thread) reprItems(open string, items func() []Object, end string) (string, error) {
	b := []byte(open)
	for i := 0; ; i++ {
		list := items()
		if i >= len(list) {
			return string(append(b, end...)), nil
		}
		if i > 0 {
			b = append(b, ", "...)
		}
		s, err := t.reprText(list[i])
		if err != nil {
			return "", err
		}
		if len(b)+len(s) > maxBytes {
			return "", NewExc(MemoryError)
		}
		b = append(b, s...)
		if i&0xff == 0xff {
			if err := t.Poll(); err != nil {
				return "", err
			}
		}
	}
}

// reprText is repr(x).
func (t *Thread) reprText(x Object) (string, error) {
	s, err := t.Repr(x)
	if err != nil {
		return "", err
	}
	return s.s, nil
}
