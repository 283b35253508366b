package py

import (
	"slices"
	"strings"
)

// NewOf is what a built-in class's Slots.New returns of a value that it has made for cls,
// which may be a subclass.
func NewOf(cls *Class, native Object) Object {
	if !cls.Heap {
		return native
	}
	switch native.(type) {
	case *Exc, *Class, *Module:
		return native
	}
	if x, ok := native.(*Instance); ok && x.class == cls {
		return native
	}
	return NewInstance(cls, Native(native))
}

// construct calls a class, by way of its metaclass.
func (t *Thread) construct(c *Class, a Args) (Object, error) {
	if c.Meta != nil && c.Meta.Heap {
		if m := c.Meta.Lookup("__call__"); m != TypeClass.cache["__call__"] {
			m, err := t.bindTo(m, c, c.Meta)
			if err != nil {
				return nil, err
			}
			return t.CallArgs(m, a)
		}
	}
	return t.typeCall(c, a)
}

// typeCall is type.__call__: __new__, then __init__.
func (t *Thread) typeCall(c *Class, a Args) (Object, error) {
	if c == TypeClass && len(a.Pos) == 1 && len(a.Names) == 0 {
		return a.Pos[0].Class(), nil
	}
	if c == StrClass && len(a.Pos) == 1 && len(a.Names) == 0 {
		return t.strObject(a.Pos[0])
	}
	if err := t.enterNative(); err != nil {
		return nil, err
	}
	defer t.leaveNative()
	if !c.Heap {
		return t.constructNative(c, a)
	}
	v, err := t.callNew(c, a)
	if err != nil || !v.Class().IsSubclass(c) {
		return v, err
	}
	if c.Lookup("__del__") != nil {
		t.In.left.addFinalizable(v)
	}
	return v, t.callInit(v, a)
}

func (t *Thread) constructNative(c *Class, a Args) (Object, error) {
	if c == ObjectClass {
		return t.objectNew(ObjectClass, a)
	}
	if c.Slots.New == nil {
		return nil, Raise(TypeError, "cannot create '%s' instances", dotted(c))
	}
	v, err := c.Slots.New(t, c, a)
	if err != nil {
		return nil, err
	}
	if k := v.Class(); !k.Heap && k.Slots.Init != nil && k.IsSubclass(c) {
		return v, k.Slots.Init(t, v, a)
	}
	if k := v.Class(); c == TypeClass && k.Heap && k.IsSubclass(TypeClass) && len(a.Pos) == 3 {
		return v, t.callInit(v, a) // of the bases' metaclass
	}
	return v, nil
}

// dotted is a built-in class's name with its module's.
func dotted(c *Class) string {
	if c.Module == "" || c.Heap && !c.native {
		return c.Name
	}
	return c.Module + "." + c.OwnName()
}

func (t *Thread) callNew(c *Class, a Args) (Object, error) {
	m := c.Lookup("__new__")
	if b, ok := m.(*Builtin); ok && b.makes != nil {
		return t.newNativeOf(b.makes, c, a)
	}
	m, err := t.bindTo(m, nil, c)
	if err != nil {
		return nil, err
	}
	a.Pos = slices.Insert(slices.Clone(a.Pos), 0, Object(c))
	return t.CallArgs(m, a)
}

// newNativeOf is base.__new__(c, ...).
func (t *Thread) newNativeOf(base, c *Class, a Args) (Object, error) {
	if base == ObjectClass {
		return t.objectNew(c, a)
	}
	v, err := base.Slots.New(t, c, a)
	if err != nil {
		return nil, err
	}
	return NewOf(c, v), nil
}

// callInit calls an object's __init__.
func (t *Thread) callInit(x Object, a Args) error {
	c := x.Class()
	switch m := c.Lookup("__init__").(type) {
	case *MethodDescr:
		if m.wrapper {
			return t.initNative(m.owner, x, a)
		}
	case *Func:
		a.Pos = slices.Insert(slices.Clone(a.Pos), 0, x)
		v, err := t.callFunc(m, a)
		return checkInit(v, err)
	}
	m, err := t.special(x, "__init__")
	if err != nil || m == nil {
		return err
	}
	v, err := t.CallArgs(m, a)
	return checkInit(v, err)
}

func checkInit(v Object, err error) error {
	if err == nil && v != None {
		return Raise(TypeError, "__init__() should return None, not '%s'", v.Class().fullName())
	}
	return err
}

// initNative is owner.__init__(x, ...).
func (t *Thread) initNative(owner *Class, x Object, a Args) error {
	if owner == ObjectClass {
		return objectInit(x.Class(), a)
	}
	if owner == ListClass && len(a.Names) > 0 && x.Class().newOf() == nil {
		a.Names, a.Named = nil, nil // they are for the __new__ of the program's subclass
	}
	if owner != PropertyClass { // which sets an attribute of the instance
		x = nativeFor(owner, x)
	}
	return owner.Slots.Init(t, x, a)
}

func noArgs(a Args) bool { return len(a.Pos)+len(a.Names) == 0 }

// newOf is the built-in class whose __new__ c has, or nil for one of the program's.
func (c *Class) newOf() *Class {
	if b, ok := c.Lookup("__new__").(*Builtin); ok {
		return b.makes
	}
	return nil
}

// hasOwnInit reports whether c's __init__ isn't object's.
func (c *Class) hasOwnInit() bool { return c.Lookup("__init__") != ObjectClass.cache["__init__"] }

// takesNames reports whether __new__ of a built-in class may be given names, which it leaves
// to the __init__ of a program's subclass.
func (c *Class) takesNames() bool { return c.Heap && c.hasOwnInit() }

// objectNew is object.__new__.
func (t *Thread) objectNew(c *Class, a Args) (Object, error) {
	if !noArgs(a) {
		if c.newOf() != ObjectClass {
			return nil, Raise(TypeError, "object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if !c.hasOwnInit() {
			return nil, Raise(TypeError, "%s() takes no arguments", c.fullName())
		}
	}
	if c.abstract {
		return nil, t.abstractError(c)
	}
	return NewInstance(c, nil), nil
}

func objectInit(c *Class, a Args) error {
	switch {
	case noArgs(a):
		return nil
	case c.hasOwnInit():
		return Raise(TypeError, "object.__init__() takes exactly one argument (the instance to initialize)")
	case c.newOf() == ObjectClass && (c.nativeBase() == ObjectClass || c.nativeBase().Slots.New != nil):
		return Raise(TypeError, "%s.__init__() takes exactly one argument (the instance to initialize)", c.fullName())
	}
	return nil
}

func (t *Thread) abstractError(c *Class) error {
	list, err := t.Collect(c.Dict.GetStr("__abstractmethods__"))
	if err != nil {
		return err
	}
	var names []string
	for _, v := range list {
		s, ok := Native(v).(*Str)
		if !ok {
			return Raise(TypeError, "sequence item 0: expected str instance, %s found", v.Class().fullName())
		}
		names = append(names, s.s)
	}
	slices.Sort(names)
	plural := ""
	if len(names) > 1 {
		plural = "s"
	}
	return Raise(TypeError, "Can't instantiate abstract class %s with abstract method%s %s", c.fullName(), plural, strings.Join(names, ", "))
}

// addNew gives a built-in class its __new__, when it has one of its own.
func (c *Class) addNew() {
	if c.Slots.New == nil && c != ObjectClass || c.Dict.GetStr("__new__") != nil {
		return
	}
	b := &Builtin{Name: "__new__", Self: c, makes: c}
	b.raw = func(t *Thread, a Args) (Object, error) {
		cls, err := c.newArgument(t, a)
		if err != nil {
			return nil, err
		}
		a.Pos = a.Pos[1:]
		return t.newNativeOf(c, cls, a)
	}
	c.Dict.SetStr("__new__", b)
}

// newArgument is the class that __new__ of c is called with.
func (c *Class) newArgument(t *Thread, a Args) (*Class, error) {
	if len(a.Pos) == 0 {
		return nil, Raise(TypeError, "%s.__new__(): not enough arguments", c.fullName())
	}
	cls, ok := a.Pos[0].(*Class)
	if !ok {
		return nil, Raise(TypeError, "%s.__new__(X): X is not a type object (%s)", c.fullName(), a.Pos[0].Class().fullName())
	}
	if !cls.IsSubclass(c) {
		return nil, Raise(TypeError, "%s.__new__(%s): %s is not a subtype of %s", c.fullName(), cls.fullName(), cls.fullName(), c.fullName())
	}
	if base := cls.newBase(); base != c.newBase() {
		return nil, Raise(TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", c.fullName(), cls.fullName(), base.fullName())
	}
	if b := cls.nativeBase(); c == ObjectClass && b.unacceptable() {
		return nil, Raise(TypeError, "object.__new__(%s) is not safe, use %s.__new__()", dotted(cls), dotted(b))
	}
	return cls, nil
}

// newBase is the built-in class whose __new__ makes c's instances.
func (c *Class) newBase() *Class {
	for _, k := range c.nativeBase().MRO {
		if k == ObjectClass || k.Dict.GetStr("__new__") != nil {
			return k
		}
	}
	return ObjectClass
}

// callMethods are the methods of a class whose slots take any arguments.
func callMethods(list map[string]slotMethod, s *Slots) {
	if s.Init != nil {
		list["__init__"] = slotMethod{"*args, **kwargs", func(t *Thread, a []Object) (Object, error) {
			return None, s.Init(t, a[0], packed(a[1], a[2]))
		}}
	}
	if s.Call != nil {
		list["__call__"] = slotMethod{"*args, **kwargs", func(t *Thread, a []Object) (Object, error) {
			return s.Call(t, a[0], packed(a[1], a[2]))
		}}
	}
}

// packed are the arguments that a function with *args and **kwargs was given.
func packed(args, named Object) Args {
	a := Args{Pos: args.(*Tuple).Items}
	var c Cursor
	for k, v := c.Next(named.(*Dict)); k != nil; k, v = c.Next(named.(*Dict)) {
		a.Names, a.Named = append(a.Names, k.(*Str)), append(a.Named, v)
	}
	return a
}
