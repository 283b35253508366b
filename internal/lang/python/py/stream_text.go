package py

// newTextWrapper is TextIOWrapper(), whose files are package io's.
func newTextWrapper(t *Thread, cls *Class, a Args) (Object, error) {
	m, err := t.load("_io")
	if err != nil {
		return nil, err
	}
	wrap, err := t.GetAttr(m, "_wrap_text")
	if err != nil {
		return nil, err
	}
	f, err := t.CallArgs(wrap, a)
	if err != nil {
		return nil, err
	}
	return NewOf(cls, f), nil
}

// streamMethods has the methods of a Stream call those of package io's files where self is
// one of those: an instance of a program's subclass.
func streamMethods(table MethodTable) MethodTable {
	for i := range table {
		own, name := table[i].Fn, table[i].Name
		table[i].Fn = func(t *Thread, a []Object) (Object, error) {
			if _, ok := a[0].(*Stream); ok {
				return own(t, a)
			}
			m, err := t.GetAttr(a[0], name)
			if err != nil {
				return nil, err
			}
			if name == "__exit__" {
				return t.Call(m, a[1].(*Tuple).Items...)
			}
			given := a[1:]
			for len(given) > 0 && given[len(given)-1] == nil {
				given = given[:len(given)-1]
			}
			return t.Call(m, given...)
		}
	}
	return table
}
