package py

var structSignature = Sign("sequence, dict=")

// Structs gives a class of tuples with names a constructor that takes a sequence of shown items and of
// those beside them, whose names are hidden, or a dict of these; and what copies are made of.
func (c *Class) Structs(shown int, hidden ...string) {
	c.Slots.New = func(t *Thread, _ *Class, a Args) (Object, error) { return makeStruct(t, c, a, shown, hidden) }
	c.AddWholeMethods(MethodTable{{"__reduce__", "", func(_ *Thread, a []Object) (Object, error) {
		more := NewDict()
		for _, name := range hidden {
			if v := StructAttribute(a[0], name); v != nil {
				more.SetStr(name, v)
			}
		}
		return NewTuple(c, NewTuple(NewTuple(Native(a[0]).(*Tuple).Items...), more)), nil
	}, ""}})
}

func makeStruct(t *Thread, c *Class, a Args, shown int, hidden []string) (Object, error) {
	v, err := structSignature.Bind("structseq", a)
	if err != nil {
		return nil, err
	}
	if v[0].Class().Lookup("__iter__") == nil && v[0].Class().Lookup("__getitem__") == nil {
		return nil, Raise(TypeError, "constructor requires a sequence")
	}
	items, err := t.Collect(v[0])
	if err != nil {
		return nil, err
	}
	switch n := len(items); {
	case n < shown:
		return nil, Raise(TypeError, "%s() takes an at least %d-sequence (%d-sequence given)", dotted(c), shown, n)
	case n > shown+len(hidden):
		return nil, Raise(TypeError, "%s() takes an at most %d-sequence (%d-sequence given)", dotted(c), shown+len(hidden), n)
	}
	more := map[string]Object{}
	for i, name := range hidden {
		if len(items) > shown+i {
			more[name] = items[shown+i]
		} else if d, ok := v[1].(*Dict); ok && d.GetStr(name) != nil {
			more[name] = d.GetStr(name)
		}
	}
	return NewStructWith(c, more, items[:shown:shown]...), nil
}
