package py

var structSignature = Sign("sequence, dict=")

// Structs gives a class of tuples with names a constructor that takes a sequence of shown items and of
// those beside them, whose names are hidden, or a dict of these; and what copies are made of.
func (c *Class) Structs(shown int, hidden ...string) {
	c.Slots.New = func(t *Thread, _ *Class, a Args) (Object, error) { return makeStruct(t, c, a, shown, hidden) }
	c.AddWholeMethods(MethodTable{{"__reduce__", "", func(t *Thread, a []Object) (Object, error) {
		more := NewDict()
		for _, name := range hidden {
			v, err := t.Attr(a[0], name)
			if err != nil {
				return nil, err
			}
			more.SetStr(name, v)
		}
		return NewTuple(c, NewTuple(NewTuple(Native(a[0]).(*Tuple).Items...), more)), nil
	}, ""}})
}

func makeStruct(t *Thread, c *Class, a Args, shown int, hidden []string) (Object, error) {
	items, d, err := structArguments(t, c, a, shown, shown+len(hidden))
	if err != nil {
		return nil, err
	}
	more := map[string]Object{}
	for i, name := range hidden {
		if len(items) > shown+i {
			more[name] = items[shown+i]
		} else if v := d.GetStr(name); v != nil {
			more[name] = v
		}
	}
	return NewStructWith(c, more, items[:shown:shown]...), nil
}

// structArguments are the items that a class of tuples with names is called with, at least so many and at most so many, and the dict, which
// is empty where there is none.
func structArguments(t *Thread, c *Class, a Args, least, most int) ([]Object, *Dict, error) {
	v, err := structSignature.Bind("structseq", a)
	if err != nil {
		return nil, nil, err
	}
	if v[0].Class().Lookup("__iter__") == nil && v[0].Class().Lookup("__getitem__") == nil {
		return nil, nil, Raise(TypeError, "constructor requires a sequence")
	}
	items, err := t.Collect(v[0])
	if err != nil {
		return nil, nil, err
	}
	d := NewDict()
	if v[1] != nil {
		var ok bool
		if d, ok = Native(v[1]).(*Dict); !ok {
			return nil, nil, Raise(TypeError, "%s() takes a dict as second arg, if any", dotted(c))
		}
	}
	n, bound, wanted := len(items), "", least
	switch {
	case least == most && n != least:
	case n < least:
		bound = "n at least"
	case n > most:
		bound, wanted = "n at most", most
	default:
		return items, d, nil
	}
	return nil, nil, Raise(TypeError, "%s() takes a%s %d-sequence (%d-sequence given)", dotted(c), bound, wanted, n)
}
