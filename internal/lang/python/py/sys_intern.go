package py

// sysIntern returns the one object for a text that it has returned before.
func sysIntern(t *Thread, a []Object) (Object, error) {
	s, ok := a[0].(*Str)
	if !ok {
		if _, is := Native(a[0]).(*Str); is {
			return nil, Raise(TypeError, "can't intern %s", a[0].Class().fullName())
		}
		if a[0] == None {
			return nil, Raise(TypeError, "intern() argument must be str, not None")
		}
		return nil, Raise(TypeError, "intern() argument must be str, not %s", argClass(a[0]))
	}
	return t.In.internedAs(s), nil
}

// intern is the one object for the name of a function: f.__name__ is the same object whenever
// it is asked for.
func (in *Interp) intern(name string) Object {
	if known := in.interned[name]; known != nil {
		return known
	}
	return in.internedAs(NewStr(name))
}

func (in *Interp) internedAs(s *Str) *Str {
	if known := in.interned[s.s]; known != nil {
		return known
	}
	if in.interned == nil {
		in.interned = map[string]*Str{}
	}
	in.interned[s.s] = s
	return s
}
