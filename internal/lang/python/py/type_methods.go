package py

import (
	"cmp"
	"slices"
	"strings"
)

func setupType() {
	s := &TypeClass.Slots
	s.New = typeNew
	s.Init = func(_ *Thread, _ Object, a Args) error {
		switch {
		case len(a.Pos) == 1 && len(a.Names) > 0:
			return Raise(TypeError, "type.__init__() takes no keyword arguments")
		case len(a.Pos) != 1 && len(a.Pos) != 3:
			return Raise(TypeError, "type.__init__() takes 1 or 3 arguments")
		}
		return nil
	}
	s.Call = func(t *Thread, x Object, a Args) (Object, error) { return t.typeCall(x.(*Class), a) }
	s.Repr = func(t *Thread, x Object) (Object, error) {
		c := x.(*Class)
		module, err := t.moduleOf(c)
		if err != nil {
			return nil, err
		}
		if module == "" {
			return NewStr("<class '" + c.Name + "'>"), nil
		}
		return NewStr("<class '" + module + "." + c.qualName() + "'>"), nil
	}
	s.Binary[orOperator], s.Reflected[orOperator] = unionOr, unionOr
	TypeClass.addMethods(MethodTable{
		{"mro", "", func(_ *Thread, a []Object) (Object, error) {
			mro, err := a[0].(*Class).computeMRO()
			return NewList(classObjects(mro)...), err
		}, ""},
		{"__subclasses__", "", func(t *Thread, a []Object) (Object, error) {
			return NewList(classObjects(t.In.subclassesOf(a[0].(*Class)))...), nil
		}, ""},
		{"__instancecheck__", "instance, /", func(t *Thread, a []Object) (Object, error) {
			b, err := t.plainInstance(a[1], a[0].(*Class))
			return Of(b), err
		}, ""},
		{"__subclasscheck__", "subclass, /", func(t *Thread, a []Object) (Object, error) {
			b, err := t.plainSubclass(a[1], a[0])
			return Of(b), err
		}, ""},
		{"__dir__", "", func(_ *Thread, a []Object) (Object, error) {
			return NewList(dictNames(a[0].(*Class).MRO)...), nil
		}, ""},
		{"__getattribute__", "name, /", typeGetAttribute, ""},
	})
	TypeClass.Dict.GetStr("__getattribute__").(*MethodDescr).wrapper = true
	TypeClass.addClassMethods(MethodTable{{"__prepare__", "*args, **kwargs", func(*Thread, []Object) (Object, error) { return NewDict(), nil },
		"__prepare__() -> dict\nused to create the namespace for the class statement"}})
	TypeClass.addGetSets(typeAttributes()...)
}

func classObjects(list []*Class) []Object {
	objects := make([]Object, len(list))
	for i, c := range list {
		objects[i] = c
	}
	return objects
}

// subclassesOf are a class's direct subclasses in this execution.
func (in *Interp) subclassesOf(c *Class) (list []*Class) {
	if c.Heap {
		return c.subs.all()
	}
	for _, k := range nativeClasses {
		if slices.Contains(k.Bases, c) {
			list = append(list, k)
		}
	}
	if c.IsSubclass(BaseException) { // CPython's order
		slices.SortStableFunc(list, func(a, b *Class) int {
			if a == ExceptionGroup || b == ExceptionGroup {
				if a == ExceptionGroup {
					return 1
				}
				return -1
			}
			if a.Module != "" || b.Module != "" { // modules' come last, as they were made
				return cmp.Compare(min(1, len(a.Module)), min(1, len(b.Module)))
			}
			return strings.Compare(a.Name, b.Name)
		})
	}
	if s := in.subs[c]; s != nil {
		list = append(list, s.all()...)
	}
	return list
}

// dictNames are the names in classes' dicts, each once.
func dictNames(classes []*Class) []Object {
	all := NewDict()
	for _, k := range classes {
		var at Cursor
		for name, _ := at.Next(k.Dict); name != nil; name, _ = at.Next(k.Dict) {
			if s, ok := name.(*Str); ok {
				all.setStr(s, None)
			}
		}
	}
	return all.Keys()
}

func typeGet(name string, get func(t *Thread, c *Class) (Object, error), set func(t *Thread, c *Class, v Object) error) *GetSet {
	g := &GetSet{Name: name, Get: func(t *Thread, x Object) (Object, error) { return get(t, x.(*Class)) }}
	g.Set = func(t *Thread, x, v Object) error {
		c := x.(*Class)
		switch {
		case set == nil && name != "__dict__":
			return Raise(AttributeError, "readonly attribute")
		case set == nil:
			return Raise(AttributeError, "attribute '%s' of 'type' objects is not writable", name)
		case !c.Heap:
			return Raise(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, c.fullName())
		}
		return set(t, c, v)
	}
	return g
}

func typeAttributes() []*GetSet {
	fixed := func(name string, v func(c *Class) Object) *GetSet {
		return typeGet(name, func(_ *Thread, c *Class) (Object, error) { return v(c), nil }, nil)
	}
	return []*GetSet{
		typeGet("__name__", func(_ *Thread, c *Class) (Object, error) { return NewStr(c.OwnName()), nil }, setTypeName),
		typeGet("__qualname__", func(_ *Thread, c *Class) (Object, error) { return NewStr(c.qualName()), nil }, setTypeQualName),
		typeGet("__module__", typeModule, func(_ *Thread, c *Class, v Object) error { return c.setOwn("__module__", v) }),
		typeGet("__doc__", typeDoc, func(_ *Thread, c *Class, v Object) error { return c.setOwn("__doc__", v) }),
		typeGet("__bases__", func(_ *Thread, c *Class) (Object, error) { return NewTuple(classObjects(c.Bases)...), nil }, setTypeBases),
		typeGet("__abstractmethods__", typeAbstract, setTypeAbstract),
		typeGet("__annotations__", typeAnnotations, setTypeAnnotations),
		fixed("__mro__", func(c *Class) Object { return NewTuple(classObjects(c.MRO)...) }),
		fixed("__dict__", func(c *Class) Object { return &MappingProxy{c.Dict} }),
		fixed("__base__", typeBase),
		fixed("__basicsize__", func(*Class) Object { return MakeInt(16) }),
		fixed("__itemsize__", itemSize),
		fixed("__flags__", typeFlags),
		fixed("__dictoffset__", func(c *Class) Object {
			if c.instancesHaveDict() {
				return MakeInt(16)
			}
			return MakeInt(0)
		}),
		fixed("__weakrefoffset__", func(c *Class) Object {
			if c.hasWeak {
				return MakeInt(24)
			}
			return MakeInt(0)
		}),
	}
}

func typeBase(c *Class) Object {
	switch {
	case c.best != nil:
		return c.best
	case len(c.Bases) > 0:
		return c.Bases[0]
	}
	return None
}

// typeFlags has the bits that programs ask for: heap type, base type, abstract.
func typeFlags(c *Class) Object {
	var flags int64
	if c.Heap {
		flags |= 1 << 9
	}
	if !c.Sealed {
		flags |= 1 << 10
	}
	if c.abstract {
		flags |= 1 << 20
	}
	return MakeInt(flags)
}

// setOwn sets an attribute in c's own dict.
func (c *Class) setOwn(name string, v Object) error {
	if v == nil {
		return Raise(TypeError, "cannot delete '%s' attribute of immutable type '%s'", name, c.fullName())
	}
	c.Dict.SetStr(name, v)
	c.changed()
	return nil
}

func setTypeName(_ *Thread, c *Class, v Object) error {
	if v == nil {
		return Raise(TypeError, "cannot delete '__name__' attribute of immutable type '%s'", c.fullName())
	}
	s, ok := Native(v).(*Str)
	if !ok {
		return Raise(TypeError, "can only assign string to %s.__name__, not '%s'", c.fullName(), v.Class().fullName())
	}
	c.Name = s.s
	return nil
}

func setTypeQualName(_ *Thread, c *Class, v Object) error {
	if v == nil {
		return Raise(TypeError, "cannot delete '__qualname__' attribute of immutable type '%s'", c.fullName())
	}
	s, ok := Native(v).(*Str)
	if !ok {
		return Raise(TypeError, "can only assign string to %s.__qualname__, not '%s'", c.fullName(), v.Class().fullName())
	}
	c.QualName = s.s
	return nil
}

func typeModule(_ *Thread, c *Class) (Object, error) {
	if c.Heap {
		if m := c.Dict.GetStr("__module__"); m != nil {
			return m, nil
		}
		return nil, noAttribute(c, "__module__")
	}
	if c.Module == "" {
		return NewStr("builtins"), nil
	}
	return NewStr(c.Module), nil
}

func typeDoc(t *Thread, c *Class) (Object, error) {
	v := c.Dict.GetStr("__doc__")
	if v == nil || !c.Heap && !isText(v) {
		if c.Doc != "" {
			return NewStr(c.Doc), nil
		}
		return None, nil
	}
	return t.bindTo(v, nil, c)
}

func isText(v Object) bool {
	_, ok := v.(*Str)
	return ok
}

func typeAbstract(_ *Thread, c *Class) (Object, error) {
	if v := c.Dict.GetStr("__abstractmethods__"); v != nil && c != TypeClass {
		return v, nil
	}
	return nil, Raise(AttributeError, "__abstractmethods__").With("name", NewStr("__abstractmethods__")).With("obj", c)
}

func setTypeAbstract(t *Thread, c *Class, v Object) error {
	if v == nil {
		if !c.Dict.DelStr("__abstractmethods__") {
			return Raise(AttributeError, "__abstractmethods__")
		}
		c.abstract = false
		c.changed()
		return nil
	}
	b, err := t.Truth(v)
	if err != nil {
		return err
	}
	c.abstract = b
	return c.setOwn("__abstractmethods__", v)
}

func typeAnnotations(_ *Thread, c *Class) (Object, error) {
	if !c.Heap {
		return nil, noAttribute(c, "__annotations__")
	}
	v := c.Dict.GetStr("__annotations__")
	if v == nil {
		v = NewDict()
		c.Dict.SetStr("__annotations__", v)
		c.changed()
	}
	return v, nil
}

func setTypeAnnotations(_ *Thread, c *Class, v Object) error {
	if v != nil {
		return c.setOwn("__annotations__", v)
	}
	if !c.Dict.DelStr("__annotations__") {
		return Raise(AttributeError, "__annotations__")
	}
	c.changed()
	return nil
}

// setTypeBases is c.__bases__ = v.
func setTypeBases(t *Thread, c *Class, v Object) error {
	list, ok := v.(*Tuple)
	if !ok {
		name := "None"
		if v != nil {
			name = v.Class().Name
		}
		return Raise(TypeError, "can only assign tuple to %s.__bases__, not %s", c.fullName(), name)
	}
	if len(list.Items) == 0 {
		return Raise(TypeError, "can only assign non-empty tuple to %s.__bases__, not ()", c.fullName())
	}
	for _, b := range list.Items {
		k, ok := b.(*Class)
		if !ok {
			return Raise(TypeError, "%s.__bases__ must be tuple of classes, not '%s'", c.fullName(), b.Class().fullName())
		}
		if k.IsSubclass(c) {
			return Raise(TypeError, "a __bases__ item causes an inheritance cycle")
		}
	}
	trial := &Class{Name: c.Name, Meta: c.Meta, Heap: true, in: c.in, Dict: c.Dict}
	if err := trial.setBases(list.Items); err != nil {
		return err
	}
	if trial.Base != c.Base || trial.best.solid() != c.best.solid() || trial.best.instancesHaveDict() && c.noDict {
		return Raise(TypeError, "__bases__ assignment: '%s' object layout differs from '%s'", trial.best.fullName(), c.best.fullName())
	}
	return t.rebase(c, trial)
}

// rebase gives c the bases of trial, and it and its subclasses their new MROs.
func (t *Thread) rebase(c, trial *Class) error {
	oldBases, oldBest := c.Bases, c.best
	c.Bases, c.best = trial.Bases, trial.best
	olds := map[*Class][]*Class{}
	if err := t.remake(c, olds); err != nil {
		c.Bases, c.best = oldBases, oldBest
		for k, mro := range olds {
			k.MRO = mro
		}
		return err
	}
	for _, b := range oldBases {
		if b.Heap {
			b.subs.remove(c)
		} else if s := t.In.subs[b]; s != nil {
			s.remove(c)
		}
	}
	for _, b := range c.Bases {
		t.In.addSubclass(b, c)
	}
	c.changed()
	return nil
}

func (t *Thread) remake(c *Class, olds map[*Class][]*Class) error {
	if err := t.enter(); err != nil {
		return err
	}
	defer t.leave()
	if _, ok := olds[c]; !ok {
		olds[c] = c.MRO
	}
	if err := t.setMRO(c); err != nil {
		return err
	}
	for _, s := range c.subs.all() {
		if err := t.remake(s, olds); err != nil {
			return err
		}
	}
	return nil
}
