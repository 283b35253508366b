package py

// IsInstanceOf is isinstance(x, info).
func (t *Thread) IsInstanceOf(x, info Object) (bool, error) {
	if c, ok := info.(*Class); ok {
		if Object(x.Class()) == info {
			return true, nil
		}
		if c.Meta == nil || !c.Meta.Heap || c.Meta.Lookup("__instancecheck__") == TypeClass.cache["__instancecheck__"] {
			return t.plainInstance(x, c)
		}
	}
	if err := t.enterFor(" in __instancecheck__"); err != nil {
		return false, err
	}
	defer t.leave()
	if list, ok := Native(info).(*Tuple); ok {
		for _, k := range list.Items {
			if err := t.Poll(); err != nil {
				return false, err
			}
			if yes, err := t.IsInstanceOf(x, k); yes || err != nil {
				return yes, err
			}
		}
		return false, nil
	}
	switch k := info.(type) {
	case *Union:
		return k.isInstance(t, x)
	case *GenericAlias:
		return false, Raise(TypeError, "isinstance() argument 2 cannot be a parameterized generic")
	}
	v, found, err := t.callSpecial(info, "__instancecheck__", x)
	if err != nil {
		return false, err
	}
	if found {
		return t.Truth(v)
	}
	return t.abstractInstance(x, info)
}

// plainInstance is type.__instancecheck__: x's class, or else what x says of it.
func (t *Thread) plainInstance(x Object, c *Class) (bool, error) {
	k := x.Class()
	if k.IsSubclass(c) {
		return true, nil
	}
	if !k.Heap || k.plainGet() && k.Lookup("__class__") == ObjectClass.cache["__class__"] {
		return false, nil
	}
	v, err := t.Attr(x, "__class__")
	if err != nil {
		return false, err
	}
	said, ok := v.(*Class)
	return ok && said != k && said.IsSubclass(c), nil
}

// abstractInstance asks something that is like a class: it has __bases__.
func (t *Thread) abstractInstance(x, info Object) (bool, error) {
	if err := t.mustHaveBases(info, "isinstance() arg 2 must be a type, a tuple of types, or a union"); err != nil {
		return false, err
	}
	v, err := t.Attr(x, "__class__")
	if v == nil || err != nil {
		return false, err
	}
	return t.abstractSubclass(v, info)
}

func (t *Thread) mustHaveBases(x Object, otherwise string) error {
	bases, err := t.basesOf(x)
	if err == nil && bases == nil {
		return Raise(TypeError, "%s", otherwise)
	}
	return err
}

func (t *Thread) basesOf(x Object) (*Tuple, error) {
	v, err := t.Attr(x, "__bases__")
	if err != nil {
		return nil, err
	}
	list, _ := v.(*Tuple)
	return list, nil
}

// IsSubclassOf is issubclass(x, info).
func (t *Thread) IsSubclassOf(x, info Object) (bool, error) {
	if c, ok := info.(*Class); ok {
		if c.Meta == nil || !c.Meta.Heap || c.Meta.Lookup("__subclasscheck__") == TypeClass.cache["__subclasscheck__"] {
			return t.plainSubclass(x, c)
		}
	}
	if err := t.enterFor(" in __subclasscheck__"); err != nil {
		return false, err
	}
	defer t.leave()
	if list, ok := Native(info).(*Tuple); ok {
		for _, k := range list.Items {
			if err := t.Poll(); err != nil {
				return false, err
			}
			if yes, err := t.IsSubclassOf(x, k); yes || err != nil {
				return yes, err
			}
		}
		return false, nil
	}
	switch k := info.(type) {
	case *Union:
		return k.isSubclass(t, x)
	case *GenericAlias:
		return false, Raise(TypeError, "issubclass() argument 2 cannot be a parameterized generic")
	}
	v, found, err := t.callSpecial(info, "__subclasscheck__", x)
	if err != nil {
		return false, err
	}
	if found {
		return t.Truth(v)
	}
	return t.plainSubclass(x, info)
}

// plainSubclass is type.__subclasscheck__.
func (t *Thread) plainSubclass(x, info Object) (bool, error) {
	k, ok := x.(*Class)
	if c, ok2 := info.(*Class); ok && ok2 {
		return k.IsSubclass(c), nil
	}
	if err := t.mustHaveBases(x, "issubclass() arg 1 must be a class"); err != nil {
		return false, err
	}
	if err := t.mustHaveBases(info, "issubclass() arg 2 must be a class, a tuple of classes, or a union"); err != nil {
		return false, err
	}
	return t.abstractSubclass(x, info)
}

func (t *Thread) abstractSubclass(x, info Object) (bool, error) {
	if err := t.enterFor(" in __issubclass__"); err != nil {
		return false, err
	}
	defer t.leave()
	if Is(x, info) {
		return true, nil
	}
	bases, err := t.basesOf(x)
	if bases == nil || err != nil {
		return false, err
	}
	if err := t.Poll(); err != nil {
		return false, err
	}
	for _, b := range bases.Items {
		if yes, err := t.abstractSubclass(b, info); yes || err != nil {
			return yes, err
		}
	}
	return false, nil
}
