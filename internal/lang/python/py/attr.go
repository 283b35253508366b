package py

// GetAttr is x.name.
func (t *Thread) GetAttr(x Object, name string) (Object, error) {
	c := x.Class()
	if c.plainGet() {
		v, err := t.genericGet(x, c, name)
		if v != nil || err != nil {
			if err != nil && c.Heap && c.Lookup("__getattr__") != nil && Caught(err, AttributeError) != nil {
				return t.fallbackGet(x, c, name)
			}
			return v, err
		}
		if c.Heap && c.Lookup("__getattr__") != nil {
			return t.fallbackGet(x, c, name)
		}
		return nil, noAttribute(x, name)
	}
	if !c.Heap {
		if err := t.enterNative(); err != nil {
			return nil, err
		}
		v, err := c.Slots.GetAttr(t, x, name)
		t.leaveNative()
		return v, err
	}
	v, _, err := t.callSpecial(x, "__getattribute__", NewStr(name))
	if Caught(err, AttributeError) != nil && c.Lookup("__getattr__") != nil {
		return t.fallbackGet(x, c, name)
	}
	return v, err
}

func (t *Thread) fallbackGet(x Object, c *Class, name string) (Object, error) {
	v, _, err := t.callSpecial(x, "__getattr__", NewStr(name))
	return v, err
}

// noAttribute is the error of an attribute that isn't there.
func noAttribute(x Object, name string) error {
	if c, ok := x.(*Class); ok {
		return Raise(AttributeError, "type object '%s' has no attribute '%s'", c.fullName(), name).With("name", NewStr(name)).With("obj", x)
	}
	if m, ok := x.(*Module); ok {
		return m.noAttribute(name)
	}
	return Raise(AttributeError, "'%s' object has no attribute '%s'", x.Class().fullName(), name).With("name", NewStr(name)).With("obj", x)
}

// Attr is x.name, or nil where there is no such attribute.
func (t *Thread) Attr(x Object, name string) (Object, error) {
	v, err := t.GetAttr(x, name)
	if Caught(err, AttributeError) != nil {
		return nil, nil
	}
	return v, err
}

// genericGet is object.__getattribute__: it returns nil where there is no such attribute.
func (t *Thread) genericGet(x Object, c *Class, name string) (Object, error) {
	inClass := c.Lookup(name)
	if inClass != nil && isDataDescr(inClass) && canGet(inClass) {
		return t.bindTo(inClass, x, c)
	}
	if k, ok := x.(*Class); ok {
		if v := k.Lookup(name); v != nil {
			return t.bindTo(v, nil, k)
		}
	} else if v := ownAttr(x, name); v != nil {
		return v, nil
	}
	if inClass != nil {
		return t.bindTo(inClass, x, c)
	}
	return nil, nil
}

// genericAttr is genericGet with the error of an attribute that isn't there.
func (t *Thread) genericAttr(x Object, name string) (Object, error) {
	v, err := t.genericGet(x, x.Class(), name)
	if v == nil && err == nil {
		return nil, noAttribute(x, name)
	}
	return v, err
}

// setGetAttr gives a built-in class a __getattribute__, which subclasses inherit. It gets an
// object as it is, not what an instance of a subclass holds.
func (c *Class) setGetAttr(get func(t *Thread, x Object, name string) (Object, error)) {
	c.Slots.GetAttr = get
	m := &MethodDescr{Name: "__getattribute__", owner: c, sig: Sign("self, name, /"), whole: true}
	m.fn = func(t *Thread, a []Object) (Object, error) {
		name, err := nameArgument(a[1])
		if err != nil {
			return nil, err
		}
		return get(t, a[0], name)
	}
	c.Dict.SetStr("__getattribute__", m)
}

// canGet reports whether a data descriptor sees to reading, too.
func canGet(v Object) bool {
	d, ok := v.(*Instance)
	return !ok || d.class.Lookup("__get__") != nil
}

// ownAttr is what x's __dict__ has, or nil.
func ownAttr(x Object, name string) Object {
	if o, ok := x.(*Instance); ok {
		return o.attr(name)
	}
	if d := attributes(x, false); d != nil {
		return d.GetStr(name)
	}
	return nil
}

// attributes is x's __dict__, or nil: of one that has none, and unless make is true also of
// one that has none yet.
func attributes(x Object, make bool) *Dict {
	var d **Dict
	switch x := x.(type) {
	case *Instance:
		if x.class.noDict || !x.class.Heap {
			return nil
		}
		return x.Attributes()
	case *Module:
		return x.Dict
	case *Func:
		d = &x.dict
	case *Exc:
		d = &x.dict
	case *StaticMethod:
		d = &x.dict
	case *ClassMethod:
		d = &x.dict
	case attributed:
		d = x.ownDict()
	default:
		return nil
	}
	if *d == nil && make {
		*d = NewDict()
	}
	return *d
}

// bindTo is what an attribute v of class c is when it is asked of obj, or with a nil obj
// of the class itself: descriptors are called.
func (t *Thread) bindTo(v, obj Object, c *Class) (Object, error) {
	switch d := v.(type) {
	case *Func:
		if obj == nil {
			return d, nil
		}
		return &Method{d, obj}, nil
	case *MethodDescr:
		if obj == nil {
			return d, nil
		}
		return d.bound(obj), nil
	case *StaticMethod:
		return d.Func, nil
	case *ClassMethod:
		if err := t.enterNative(); err != nil { // a class method of a class method of...
			return nil, err
		}
		v, err := t.bindClassMethod(d, c)
		t.leaveNative()
		return v, err
	case *GetSet:
		if obj == nil {
			return d, nil
		}
		return d.Get(t, obj)
	case *Property:
		if obj == nil {
			return d, nil
		}
		return d.get(t, obj)
	case *Member:
		if obj == nil {
			return d, nil
		}
		return d.get(obj)
	case *Instance:
		return t.bindInstance(d, obj, c)
	}
	k := v.Class()
	if !k.Heap && k.Slots.DescrGet != nil {
		return k.Slots.DescrGet(t, v, obj, c)
	}
	return v, nil
}

func (t *Thread) bindClassMethod(d *ClassMethod, c *Class) (Object, error) {
	if m, ok := d.Func.(*MethodDescr); ok {
		return m.bound(c), nil
	}
	if fn, ok := d.Func.(*Func); ok {
		return &Method{fn, c}, nil
	}
	if d.Func.Class().Lookup("__get__") != nil {
		return t.bindTo(d.Func, c, c)
	}
	return &Method{d.Func, c}, nil
}

func (t *Thread) bindInstance(d *Instance, obj Object, c *Class) (Object, error) {
	if d.class.Lookup("__get__") == nil {
		return d, nil
	}
	if obj == nil {
		obj = None
	}
	if err := t.enterFor(" while calling a Python object"); err != nil { // a __get__ may be such a descriptor
		return nil, err
	}
	v, _, err := t.callSpecial(d, "__get__", obj, c)
	t.leave()
	return v, err
}

// isDataDescr reports whether v comes before what an object's own __dict__ has.
func isDataDescr(v Object) bool {
	switch d := v.(type) {
	case nil:
		return false
	case *Func, *MethodDescr, *StaticMethod, *ClassMethod:
		return false
	case *GetSet, *Property, *Member:
		return true
	case *Instance:
		return d.class.Lookup("__set__") != nil || d.class.Lookup("__delete__") != nil
	}
	return !v.Class().Heap && v.Class().Slots.DescrSet != nil
}

// SetAttr is x.name = v.
func (t *Thread) SetAttr(x Object, name string, v Object) error { return t.setAttr(x, name, v) }

// DelAttr is del x.name.
func (t *Thread) DelAttr(x Object, name string) error { return t.setAttr(x, name, nil) }

// setAttr deletes where v is nil.
func (t *Thread) setAttr(x Object, name string, v Object) error {
	c := x.Class()
	if !c.Heap {
		if c.Slots.SetAttr != nil {
			return c.Slots.SetAttr(t, x, name, v)
		}
		return t.genericSet(x, name, v)
	}
	if v == nil {
		if c.Lookup("__delattr__") != ObjectClass.Lookup("__delattr__") {
			_, _, err := t.callSpecial(x, "__delattr__", NewStr(name))
			return err
		}
		return t.genericSet(x, name, nil)
	}
	if !c.plainSet() && c.Lookup("__setattr__") != ObjectClass.Lookup("__setattr__") {
		_, _, err := t.callSpecial(x, "__setattr__", NewStr(name), v)
		return err
	}
	return t.genericSet(x, name, v)
}

// genericSet is object.__setattr__, and with a nil v object.__delattr__.
func (t *Thread) genericSet(x Object, name string, v Object) error {
	if k, ok := x.(*Class); ok {
		return t.setClassAttr(k, name, v)
	}
	c := x.Class()
	inClass := c.Lookup(name)
	if inClass != nil && isDataDescr(inClass) {
		return t.setDescr(inClass, x, v, name)
	}
	if o, ok := x.(*Instance); ok && !c.noDict && c.Heap {
		if v != nil {
			o.setAttr(name, v)
			return nil
		}
		if o.delAttr(name) {
			return nil
		}
		return noneToSet(x, name)
	}
	d := attributes(x, v != nil || inClass != nil)
	if v == nil && d != nil {
		if d.DelStr(name) {
			return nil
		}
		return noneToSet(x, name)
	}
	if d == nil {
		if inClass != nil {
			return readOnly(x, name)
		}
		return noneToSet(x, name)
	}
	d.SetStr(name, v)
	return nil
}

// noneToSet is the error of an attribute that can't be set or deleted. Other than
// noAttribute it doesn't have the name, from which to guess what was meant.
func noneToSet(x Object, name string) error {
	if c, ok := x.(*Class); ok {
		return Raise(AttributeError, "type object '%s' has no attribute '%s'", c.fullName(), name)
	}
	return Raise(AttributeError, "'%s' object has no attribute '%s'", x.Class().fullName(), name)
}

func readOnly(x Object, name string) error {
	return Raise(AttributeError, "'%s' object attribute '%s' is read-only", x.Class().fullName(), name)
}

// setDescr sets by way of a data descriptor.
func (t *Thread) setDescr(descr, x, v Object, name string) error {
	switch d := descr.(type) {
	case *GetSet:
		if d.Set == nil && d.member {
			return Raise(AttributeError, "readonly attribute")
		}
		if d.Set == nil {
			return Raise(AttributeError, "attribute '%s' of '%s' objects is not writable", d.Name, d.owner.fullName())
		}
		return d.Set(t, x, v)
	case *Property:
		return d.set(t, x, v)
	case *Member:
		return d.set(x, v)
	case *Instance:
		if v == nil {
			_, found, err := t.callSpecial(d, "__delete__", x)
			if !found && err == nil {
				return Raise(AttributeError, "__delete__")
			}
			return err
		}
		_, found, err := t.callSpecial(d, "__set__", x, v)
		if !found && err == nil {
			return Raise(AttributeError, "__set__")
		}
		return err
	}
	return descr.Class().Slots.DescrSet(t, descr, x, v)
}

// setClassAttr sets an attribute of a class, or deletes it.
func (t *Thread) setClassAttr(c *Class, name string, v Object) error {
	if !c.Heap || c.native {
		return Raise(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, c.fullName())
	}
	if meta := c.Class().Lookup(name); meta != nil && isDataDescr(meta) {
		return t.setDescr(meta, c, v, name)
	}
	if v == nil {
		if !c.Dict.DelStr(name) {
			return noneToSet(c, name)
		}
	} else {
		c.Dict.SetStr(name, v)
	}
	c.changed()
	return nil
}
