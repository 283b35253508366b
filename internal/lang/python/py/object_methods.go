package py

func setupObject() {
	ObjectClass.noDict = true
	ObjectClass.shape = &shape{class: ObjectClass}
	s := &ObjectClass.Slots
	s.Repr, s.Str, s.Compare = objectRepr, objectStr, objectCompare
	s.Hash = func(_ *Thread, x Object) (int64, error) { return identityHash(x), nil }
	ObjectClass.addMethods(MethodTable{
		{"__getattribute__", "name, /", objectGetAttribute, ""},
		{"__setattr__", "name, value, /", objectSetAttr, ""},
		{"__delattr__", "name, /", objectDelAttr, ""},
		{"__init__", "*args, **kwargs", objectInitMethod, ""},
	})
	for _, name := range []string{"__getattribute__", "__setattr__", "__delattr__", "__init__"} {
		ObjectClass.Dict.GetStr(name).(*MethodDescr).wrapper = true
	}
	ObjectClass.addMethods(MethodTable{
		{"__dir__", "", objectDir, ""},
		{"__reduce__", "", objectReduce, ""},
		{"__reduce_ex__", "protocol, /", objectReduceEx, ""},
		{"__getstate__", "", func(t *Thread, a []Object) (Object, error) { return t.state(a[0]) }, ""},
	})
	ObjectClass.addClassMethods(MethodTable{
		{"__init_subclass__", "", func(*Thread, []Object) (Object, error) { return None, nil },
			"This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n"},
		{"__subclasshook__", "object, /", func(*Thread, []Object) (Object, error) { return NotImplemented, nil },
			"Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).\n"},
	})
	ObjectClass.addGetSets(&GetSet{Name: "__class__", Get: func(_ *Thread, x Object) (Object, error) { return x.Class(), nil }, Set: setClass})
	for _, c := range []*Class{NoneClass, EllipsisClass, NotImplementedClass, BoolClass, MemoryViewClass, RangeClass, SliceClass, CellClass,
		FunctionClass, BuiltinClass, MethodDescrClass, MethodClass, CodeClass, FrameClass, GeneratorClass, CoroutineClass,
		AsyncGeneratorClass, TracebackClass, MappingProxyClass, GetSetClass, MemberClass, UnionClass, methodWrapperClass, wrapperDescrClass} {
		c.Sealed = true
	}
}

// addDoc gives a built-in class its __doc__.
func (c *Class) addDoc() {
	if c.Dict.GetStr("__doc__") != nil {
		return
	}
	if c.Doc == "" {
		c.Dict.SetStr("__doc__", None)
		return
	}
	c.Dict.SetStr("__doc__", NewStr(c.Doc))
}

func objectRepr(t *Thread, x Object) (Object, error) {
	c := x.Class()
	module, err := t.moduleOf(c)
	if err != nil {
		return nil, err
	}
	if module != "" {
		module += "."
	}
	name := c.qualName()
	if module == "" {
		name = c.Name
	}
	return NewStr("<" + module + name + " object at " + address(x) + ">"), nil
}

// moduleOf is the name of a class's module as texts have it: "" is builtins, or none.
func (t *Thread) moduleOf(c *Class) (string, error) {
	if !c.Heap {
		return c.Module, nil
	}
	if s, ok := c.Dict.GetStr("__module__").(*Str); ok && s.s != "builtins" {
		return s.s, nil
	}
	return "", nil
}

func (c *Class) qualName() string {
	if c.QualName != "" {
		return c.QualName
	}
	return c.Name
}

func objectStr(t *Thread, x Object) (Object, error) {
	v, found, err := t.callSpecial(x, "__repr__")
	if found && err == nil {
		return v, nil // t.Str looks whether it is a str
	}
	if err != nil {
		return nil, err
	}
	s, err := t.reprText(x)
	return NewStr(s), err
}

func objectCompare(t *Thread, op Cmp, x, y Object) (Object, error) {
	switch op {
	case EQ:
		if Is(x, y) {
			return True, nil
		}
	case NE:
		v, err := t.askCompare(EQ, x, y, x.Class())
		if err != nil || v == NotImplemented {
			return v, err
		}
		b, err := t.Truth(v)
		return Of(!b), err
	}
	return NotImplemented, nil
}

// nameArgument is an attribute's name that a program has computed.
func nameArgument(x Object) (string, error) {
	s, ok := Native(x).(*Str)
	if !ok {
		return "", Raise(TypeError, "attribute name must be string, not '%s'", x.Class().fullName())
	}
	return s.s, nil
}

func objectGetAttribute(t *Thread, a []Object) (Object, error) {
	name, err := nameArgument(a[1])
	if err != nil {
		return nil, err
	}
	if k, ok := a[0].(*Class); ok {
		return t.ownOfClass(k, name)
	}
	return t.genericAttr(a[0], name)
}

// ownOfClass is object.__getattribute__ of a class, which is an object like others there:
// it has what its own __dict__ has, as it is, and what its metaclass has. Bases are the
// business of type.__getattribute__.
func (t *Thread) ownOfClass(k *Class, name string) (Object, error) {
	meta := k.Class()
	inMeta, own := meta.Lookup(name), k.Dict.GetStr(name)
	switch {
	case inMeta != nil && (own == nil || isDataDescr(inMeta) && canGet(inMeta)):
		return t.bindTo(inMeta, k, meta)
	case own != nil:
		return own, nil
	}
	return nil, Raise(AttributeError, "'%s' object has no attribute '%s'", meta.fullName(), name).With("name", NewStr(name)).With("obj", k)
}

func typeGetAttribute(t *Thread, a []Object) (Object, error) {
	name, err := nameArgument(a[1])
	if err != nil {
		return nil, err
	}
	return t.genericAttr(a[0], name)
}

func objectSetAttr(t *Thread, a []Object) (Object, error) {
	name, err := nameArgument(a[1])
	if err != nil {
		return nil, err
	}
	return None, t.genericSet(a[0], name, a[2])
}

func objectDelAttr(t *Thread, a []Object) (Object, error) {
	name, err := nameArgument(a[1])
	if err != nil {
		return nil, err
	}
	return None, t.genericSet(a[0], name, nil)
}

func objectInitMethod(t *Thread, a []Object) (Object, error) {
	return None, t.initNative(ObjectClass, a[0], packed(a[1], a[2]))
}

func setClass(_ *Thread, x, v Object) error {
	if v == nil {
		return Raise(TypeError, "can't delete __class__ attribute")
	}
	c, ok := v.(*Class)
	if !ok {
		return Raise(TypeError, "__class__ must be set to a class, not '%s' object", v.Class().fullName())
	}
	old := x.Class()
	if m, ok := x.(*Module); ok && c.IsSubclass(ModuleClass) {
		m.class = c
		return nil
	}
	if !old.Heap || !c.Heap || old.native || c.native {
		return Raise(TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if !sameLayout(old, c) {
		return Raise(TypeError, "__class__ assignment: '%s' object layout differs from '%s'", c.fullName(), old.fullName())
	}
	switch x := x.(type) {
	case *Instance:
		x.become(c)
	case *Exc:
		x.class = c
	case *Class:
		x.Meta = c
		x.changed()
	}
	return nil
}

// become makes o an instance of another class.
func (o *Instance) become(c *Class) {
	o.class = c
	if o.shape == nil {
		return
	}
	s := c.shape
	for _, name := range o.shape.names {
		if s = s.with(name); s == nil {
			o.Attributes()
			return
		}
	}
	o.shape = s
}
