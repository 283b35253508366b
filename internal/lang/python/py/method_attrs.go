package py

var (
	methodWrapperClass = newNative("method-wrapper")
	wrapperDescrClass  = newNative("wrapper_descriptor")
)

func setupMethods() {
	setupMethod()
	for _, c := range []*Class{BuiltinClass, methodWrapperClass} {
		setupBuiltin(c)
	}
	for _, c := range []*Class{MethodDescrClass, wrapperDescrClass} {
		setupMethodDescr(c)
	}
}

func setupMethod() {
	s := &MethodClass.Slots
	s.Call = callSlot
	s.New = func(_ *Thread, _ *Class, a Args) (Object, error) {
		if len(a.Names) > 0 {
			return nil, Raise(TypeError, "method() takes no keyword arguments")
		}
		if len(a.Pos) != 2 {
			return nil, Raise(TypeError, "method expected 2 arguments, got %d", len(a.Pos))
		}
		if !Callable(a.Pos[0]) {
			return nil, Raise(TypeError, "first argument must be callable")
		}
		if a.Pos[1] == None {
			return nil, Raise(TypeError, "self must not be None")
		}
		return &Method{a.Pos[0], a.Pos[1]}, nil
	}
	s.Repr = methodRepr
	s.Compare = func(t *Thread, op Cmp, x, y Object) (Object, error) {
		m, ok := x.(*Method)
		n, ok2 := y.(*Method)
		if !ok || !ok2 || op != EQ && op != NE {
			return NotImplemented, nil
		}
		same := Is(m.Self, n.Self)
		var err error
		if same {
			same, err = Equal(t, m.Func, n.Func)
		}
		return Of(same == (op == EQ)), err
	}
	s.Hash = func(t *Thread, x Object) (int64, error) {
		m := x.(*Method)
		h, err := Hash(t, m.Func)
		return hashedPair(identityHash(m.Self), h), err
	}
	s.GetAttr = func(t *Thread, x Object, name string) (Object, error) {
		if MethodClass.Lookup(name) != nil {
			return t.genericGet(x, MethodClass, name)
		}
		return t.GetAttr(x.(*Method).Func, name)
	}
	MethodClass.addGetSets(
		&GetSet{Name: "__self__", member: true, Get: func(_ *Thread, x Object) (Object, error) { return x.(*Method).Self, nil }},
		&GetSet{Name: "__func__", member: true, Get: func(_ *Thread, x Object) (Object, error) { return x.(*Method).Func, nil }},
		&GetSet{Name: "__doc__", Get: func(t *Thread, x Object) (Object, error) { return t.GetAttr(x.(*Method).Func, "__doc__") }},
	)
}

// hashedPair is the hash of two things that are one by both.
func hashedPair(a, b int64) int64 {
	if h := a ^ b; h != -1 {
		return h
	}
	return -2
}

func methodRepr(t *Thread, x Object) (Object, error) {
	m := x.(*Method)
	name := "?"
	for _, attr := range []string{"__qualname__", "__name__"} {
		v, err := t.Attr(m.Func, attr)
		if err != nil {
			return nil, err
		}
		if s, ok := v.(*Str); ok {
			name = s.s
			break
		}
	}
	self, err := t.reprText(m.Self)
	return NewStr("<bound method " + name + " of " + self + ">"), err
}

func setupBuiltin(c *Class) {
	s := &c.Slots
	s.Call = callSlot
	s.Repr = builtinText
	s.Compare = func(_ *Thread, op Cmp, x, y Object) (Object, error) {
		m, ok := x.(*Builtin)
		n, ok2 := y.(*Builtin)
		if !ok || !ok2 || op != EQ && op != NE {
			return NotImplemented, nil
		}
		same := m == n || m.of != nil && m.of == n.of && Is(m.Self, n.Self)
		return Of(same == (op == EQ)), nil
	}
	s.Hash = func(_ *Thread, x Object) (int64, error) {
		if m := x.(*Builtin); m.of != nil {
			return hashedPair(identityHash(m.Self), identityHash(m.of)), nil
		}
		return identityHash(x), nil
	}
	c.addGetSets(
		&GetSet{Name: "__name__", Get: func(_ *Thread, x Object) (Object, error) { return NewStr(x.(*Builtin).Name), nil }},
		&GetSet{Name: "__qualname__", Get: func(_ *Thread, x Object) (Object, error) { return NewStr(x.(*Builtin).qualName()), nil }},
		&GetSet{Name: "__doc__", Get: func(_ *Thread, x Object) (Object, error) { return docOf(x.(*Builtin).Doc), nil }},
		&GetSet{Name: "__self__", Get: builtinSelf},
		&GetSet{Name: "__text_signature__", Get: func(_ *Thread, x Object) (Object, error) {
			if s := x.(*Builtin).sig; s != nil && s.text != noSignature {
				return NewStr("(" + s.text + ")"), nil
			}
			return None, nil
		}},
	)
	if c == BuiltinClass {
		c.addGetSets(&GetSet{Name: "__module__", Get: func(_ *Thread, x Object) (Object, error) {
			b := x.(*Builtin)
			switch {
			case b.Module != "":
				return NewStr(b.Module), nil
			case b.of != nil || b.Self != nil:
				return None, nil
			}
			return NewStr("builtins"), nil
		}})
	}
	if c != BuiltinClass {
		c.addGetSets(&GetSet{Name: "__objclass__", member: true, Get: func(_ *Thread, x Object) (Object, error) { return x.(*Builtin).of.owner, nil }})
	}
}

func docOf(doc string) Object {
	if doc == "" {
		return None
	}
	return NewStr(doc)
}

func builtinSelf(t *Thread, x Object) (Object, error) {
	b := x.(*Builtin)
	if b.Self != nil {
		return b.Self, nil
	}
	name := b.Module
	switch {
	case b.static != nil:
		return None, nil
	case name == "":
		name = "builtins"
	}
	if m := t.In.Modules.GetStr(name); m != nil {
		return m, nil
	}
	return None, nil
}

func (b *Builtin) qualName() string {
	if c, ok := b.Self.(*Class); ok {
		return c.qualName() + "." + b.Name
	}
	if b.static != nil {
		return b.static.qualName() + "." + b.Name
	}
	if b.of != nil {
		return b.of.owner.qualName() + "." + b.Name
	}
	return b.Name
}

func builtinText(_ *Thread, x Object) (Object, error) {
	b := x.(*Builtin)
	if b.Self == nil || isText(b.Self) && b.of == nil {
		return NewStr("<built-in function " + b.Name + ">"), nil
	}
	of := " of " + b.Self.Class().fullName() + " object at " + address(b.Self) + ">"
	if b.of != nil && b.of.wrapper {
		return NewStr("<method-wrapper '" + b.Name + "'" + of), nil
	}
	return NewStr("<built-in method " + b.Name + of), nil
}

func setupMethodDescr(c *Class) {
	s := &c.Slots
	s.Call = callSlot
	s.DescrGet = func(t *Thread, x, obj Object, c *Class) (Object, error) {
		if m := x.(*MethodDescr); obj != nil && !IsInstance(obj, m.owner) {
			return nil, notOf(m.Name, m.owner, obj)
		}
		return t.bindTo(x, obj, c)
	}
	s.Repr = func(_ *Thread, x Object) (Object, error) {
		m := x.(*MethodDescr)
		kind := "method"
		if m.wrapper {
			kind = "slot wrapper"
		}
		return NewStr("<" + kind + " '" + m.Name + "' of '" + m.owner.fullName() + "' objects>"), nil
	}
	c.addGetSets(
		&GetSet{Name: "__name__", member: true, Get: func(_ *Thread, x Object) (Object, error) { return NewStr(x.(*MethodDescr).Name), nil }},
		&GetSet{Name: "__qualname__", Get: func(_ *Thread, x Object) (Object, error) {
			m := x.(*MethodDescr)
			return NewStr(m.owner.qualName() + "." + m.Name), nil
		}},
		&GetSet{Name: "__doc__", Get: func(_ *Thread, x Object) (Object, error) { return docOf(x.(*MethodDescr).Doc), nil }},
		&GetSet{Name: "__objclass__", member: true, Get: func(_ *Thread, x Object) (Object, error) { return x.(*MethodDescr).owner, nil }},
		&GetSet{Name: "__text_signature__", Get: func(_ *Thread, x Object) (Object, error) {
			return NewStr("(" + "$" + x.(*MethodDescr).sig.text + ")"), nil
		}},
	)
}

// simple reports whether a call with n arguments, none of them named, hands them to the
// function as they are, but for nils at the end.
func (b *Builtin) simple(n int) bool {
	return b.raw == nil && b.of == nil && b.sig != nil && b.sig.takes(n)
}
