package py

import "github.com/elide-dev/elided/internal/lang/python/code"

// A cache is what an instruction found of an attribute the last time. It holds for
// Instances of the same shape while their class is unchanged or, without a shape, for
// objects of a built-in class.
type cache struct {
	class   *Class
	shape   *shape
	version uint64
	slot    int    // of the attribute, or slotClass or slotGetter
	next    *shape // that a StoreAttr leads to, which adds the attribute; nil is the same
	method  Object
}

// Where a LoadAttr's cache has no slot.
const (
	slotClass  = -1 // method is the attribute, which the class has
	slotGetter = -2 // method is the property's function, to be called
)

// loadAttr reads an attribute, and fills the cache where that is an Instance's own.
func (t *Thread) loadAttr(f *Frame, x Object, in *code.Instr, c **cache) (Object, error) {
	if x == nil {
		return nil, f.unbound(in.B)
	}
	name := f.Body.Names[in.C]
	if o, ok := x.(*Instance); ok && o.shape != nil && o.class.plainGet() {
		if v := o.cacheable(name.s, c); v != nil {
			return v, nil
		}
	}
	if m, ok := x.(*Module); ok && m.Class() == ModuleClass {
		if v := m.Dict.getStr(name); v != nil && v != None {
			return v, nil
		}
	}
	return t.GetAttr(x, name.s)
}

// cacheable fills the cache of an attribute where reading it needs no more than that. It
// returns the value unless that is to be computed, and nil otherwise.
func (o *Instance) cacheable(name string, c **cache) Object {
	inClass := o.class.Lookup(name)
	m, member := inClass.(*Member)
	if i := o.shape.find(name); i >= 0 && (!isDataDescr(inClass) || member && o.class.noDict && m.Name == name) {
		*c = &cache{shape: o.shape, version: o.class.version, slot: i}
		return o.slots[i]
	} else if i >= 0 || inClass == nil {
		return nil
	}
	switch d := inClass.(type) {
	case *Property:
		if fn, ok := d.Get.(*Func); ok && fn.Body.plain && o.class.Lookup("__getattr__") == nil {
			*c = &cache{shape: o.shape, version: o.class.version, slot: slotGetter, method: fn}
		}
		return nil
	case Int, *Str, Float, *Bool, *noneType, *Tuple, *List, *Dict, *Set, *Class:
		*c = &cache{shape: o.shape, version: o.class.version, slot: slotClass, method: d}
		return d
	}
	return nil
}

// storesPlainly reports whether instances keep an attribute among their own with nothing
// of the program's being asked.
func (c *Class) storesPlainly(name string) bool {
	if !c.noDict {
		return c.plainSet() && !isDataDescr(c.Lookup(name))
	}
	m, ok := c.Lookup(name).(*Member)
	return ok && m.Name == name && c.Lookup("__setattr__") == ObjectClass.cache["__setattr__"]
}

// storeAttr sets an attribute, and fills the cache where that is an Instance's own.
func (t *Thread) storeAttr(f *Frame, x, v Object, in *code.Instr, c **cache) error {
	if x == nil || v == nil {
		return f.operands(int32(in.A), in.B)
	}
	name := f.Body.Names[in.C].s
	o, ok := x.(*Instance)
	if !ok || o.shape == nil || !o.class.storesPlainly(name) {
		return t.SetAttr(x, name, v)
	}
	before := o.shape
	o.setAttr(name, v)
	if o.shape == nil {
		return nil
	}
	*c = &cache{shape: before, version: o.class.version, slot: o.shape.find(name)}
	if o.shape != before {
		(*c).next = o.shape
	}
	return nil
}

// loadMethod reads what is to be called, and fills the cache where that is a function in
// the class.
func (t *Thread) loadMethod(f *Frame, x Object, in *code.Instr, c **cache) error {
	if x == nil {
		return f.unbound(in.B)
	}
	name := f.Body.Names[in.C]
	regs := f.regs
	if m := t.classMethod(x, name.s); m != nil {
		regs[in.A], regs[in.A+1] = m, x
		if o, ok := x.(*Instance); !ok {
			if _, has := x.(attributed); !has { // another object of the class may have an attribute of the name
				*c = &cache{class: x.Class(), method: m}
			}
		} else if o.shape != nil {
			*c = &cache{shape: o.shape, version: o.class.version, method: m}
		}
		return nil
	}
	if fn, self := boundParts(x, name.s); fn != nil {
		regs[in.A], regs[in.A+1] = fn, self
		return nil
	}
	v, err := t.loadAttr(f, x, &code.Instr{A: in.A, B: in.B, C: in.C}, new(*cache))
	if err != nil {
		return err
	}
	regs[in.A], regs[in.A+1] = v, nil
	return nil
}

// boundParts are the function and its first argument that a method of a super object is, or
// a class method that is asked of its class; or nil.
func boundParts(x Object, name string) (fn *Func, self Object) {
	switch o := x.(type) {
	case *Super:
		if o.Self == nil || name == "__class__" {
			return nil, nil
		}
		switch d := o.lookup(name).(type) {
		case *Func:
			if o.Self != Object(o.Of) {
				return d, o.Self
			}
		case *ClassMethod:
			if fn, ok := d.Func.(*Func); ok {
				return fn, o.Of
			}
		}
	case *Class:
		if d, ok := o.Lookup(name).(*ClassMethod); ok && o.Class().plainGet() {
			if fn, ok := d.Func.(*Func); ok && !isDataDescr(o.Class().Lookup(name)) {
				return fn, o
			}
		}
	}
	return nil, nil
}

// classMethod is the function in x's class that x.name is, where it needs nothing but x
// as its first argument; or nil.
func (t *Thread) classMethod(x Object, name string) Object {
	c := x.Class()
	if !c.plainGet() {
		return nil
	}
	var m Object
	switch v := c.Lookup(name).(type) {
	case *Func:
		m = v
	case *MethodDescr:
		m = v
	default:
		return nil
	}
	switch o := x.(type) {
	case *Instance:
		if o.attr(name) != nil {
			return nil
		}
	case *Class, *Module, *Func, *Exc, *Super:
		return nil
	case attributed:
		if d := *o.ownDict(); d != nil && d.GetStr(name) != nil {
			return nil
		}
	}
	if c.Heap {
		if _, ok := x.(*Instance); !ok {
			return nil
		}
	}
	return m
}

// plainGet reports whether attributes of instances are found in the usual way.
func (c *Class) plainGet() bool {
	if !c.Heap {
		return c.Slots.GetAttr == nil
	}
	if !c.getKnown || c.getVersion != c.version {
		c.getKnown, c.getVersion = true, c.version
		get := c.Lookup("__getattribute__")
		c.getPlain = get == ObjectClass.Dict.GetStr("__getattribute__") || get == TypeClass.Dict.GetStr("__getattribute__")
	}
	return c.getPlain
}

// plainSet is plainGet for setting, also false where only some names may be set.
func (c *Class) plainSet() bool {
	if !c.Heap {
		return false
	}
	if !c.setKnown || c.setVersion != c.version {
		c.setKnown, c.setVersion = true, c.version
		c.setPlain = !c.noDict && c.Lookup("__setattr__") == ObjectClass.Lookup("__setattr__")
	}
	return c.setPlain
}
