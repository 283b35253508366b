package py

// __reduce__ of functions that are got from something: getattr, what they were got from and
// their name. One of a module is its name alone.

func setupFunctionReductions() {
	MethodClass.addMethods(MethodTable{{"__reduce__", "", func(t *Thread, a []Object) (Object, error) {
		m := a[0].(*Method)
		name, err := t.GetAttr(m.Func, "__name__")
		return gotFrom(t, m.Self, name), err
	}, "What copies are made of."}})
	for _, c := range []*Class{BuiltinClass, methodWrapperClass} {
		c.addMethods(MethodTable{{"__reduce__", "", builtinReduce, "What copies are made of."}})
	}
	for _, c := range []*Class{MethodDescrClass, wrapperDescrClass} {
		c.addMethods(MethodTable{{"__reduce__", "", func(t *Thread, a []Object) (Object, error) {
			m := a[0].(*MethodDescr)
			return gotFrom(t, m.owner, NewStr(m.Name)), nil
		}, "What copies are made of."}})
	}
}

func gotFrom(t *Thread, x, name Object) Object {
	return NewTuple(OrNone(t.In.Builtins.GetStr("getattr")), NewTuple(x, OrNone(name)))
}

func builtinReduce(t *Thread, a []Object) (Object, error) {
	b := a[0].(*Builtin)
	name := NewStr(b.Name)
	if b.static != nil {
		return gotFrom(t, b.static, name), nil
	}
	self, err := builtinSelf(t, a[0])
	if err != nil {
		return nil, err
	}
	if _, ok := self.(*Module); ok || self == None {
		return name, nil
	}
	return gotFrom(t, self, name), nil
}
