package py

// strObject is str(x).
func (t *Thread) strObject(x Object) (Object, error) {
	if s, ok := x.(*Str); ok {
		return s, nil
	}
	c := x.Class()
	if !c.Heap {
		switch {
		case c.Slots.Str != nil:
			return c.Slots.Str(t, x)
		case c.Slots.Repr != nil:
			return c.Slots.Repr(t, x)
		}
	}
	v, found, err := t.callSpecial(x, "__str__")
	if err != nil || found {
		return v, err
	}
	s, err := t.reprText(x)
	return NewStr(s), err
}

func (t *Thread) strText(x Object) (string, error) {
	v, err := t.strObject(x)
	if err != nil {
		return "", err
	}
	if s, ok := Native(v).(*Str); ok {
		return s.s, nil
	}
	return "", Raise(TypeError, "__str__ returned non-string (type %s)", v.Class().Name)
}

// reprText is repr(x).
func (t *Thread) reprText(x Object) (string, error) {
	c := x.Class()
	var v Object
	var err error
	if !c.Heap && c.Slots.Repr != nil {
		v, err = c.Slots.Repr(t, x)
	} else {
		v, _, err = t.callSpecial(x, "__repr__")
	}
	if err != nil {
		return "", err
	}
	if v == nil {
		return Repr(t, x), nil
	}
	if s, ok := Native(v).(*Str); ok {
		return s.s, nil
	}
	return "", Raise(TypeError, "__repr__ returned non-string (type %s)", v.Class().Name)
}
