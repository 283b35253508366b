package py

// sysIntern returns the one object for a text that it has returned before.
func sysIntern(t *Thread, a []Object) (Object, error) {
	s, ok := a[0].(*Str)
	if !ok {
		if _, is := Native(a[0]).(*Str); is {
			return nil, Raise(TypeError, "can't intern %s", a[0].Class().Name)
		}
		if a[0] == None {
			return nil, Raise(TypeError, "intern() argument must be str, not None")
		}
		return nil, Raise(TypeError, "intern() argument must be str, not %s", a[0].Class().Name)
	}
	if known := t.In.interned[s.s]; known != nil {
		return known, nil
	}
	if t.In.interned == nil {
		t.In.interned = map[string]*Str{}
	}
	t.In.interned[s.s] = s
	return s, nil
}
