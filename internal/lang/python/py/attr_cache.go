package py

import "github.com/elide-dev/elided/internal/lang/python/code"

// A cache is what an instruction found of an attribute the last time. It holds for
// Instances of the same shape while their class is unchanged or, without a shape, for
// objects of a built-in class.
type cache struct {
	class   *Class
	shape   *shape
	version uint64
	slot    int    // of the attribute; -1 is none
	next    *shape // that a StoreAttr leads to, which adds the attribute; nil is the same
	method  Object
}

// loadAttr reads an attribute, and fills the cache where that is an Instance's own.
func (t *Thread) loadAttr(f *Frame, x Object, in *code.Instr, c **cache) (Object, error) {
	if x == nil {
		return nil, f.unbound(in.B)
	}
	name := f.Body.Names[in.C]
	if o, ok := x.(*Instance); ok && o.shape != nil && o.class.plainGet() {
		if i := o.shape.find(name.s); i >= 0 && !isDataDescr(o.class.Lookup(name.s)) {
			*c = &cache{shape: o.shape, version: o.class.version, slot: i}
			return o.slots[i], nil
		}
	}
	if m, ok := x.(*Module); ok && m.Class() == ModuleClass {
		if v := m.Dict.getStr(name); v != nil {
			return v, nil
		}
	}
	return t.GetAttr(x, name.s)
}

// storeAttr sets an attribute, and fills the cache where that is an Instance's own.
func (t *Thread) storeAttr(f *Frame, x, v Object, in *code.Instr, c **cache) error {
	if x == nil || v == nil {
		return f.operands(int32(in.A), in.B)
	}
	name := f.Body.Names[in.C].s
	o, ok := x.(*Instance)
	if !ok || o.shape == nil || !o.class.plainSet() || isDataDescr(o.class.Lookup(name)) {
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
			*c = &cache{class: x.Class(), method: m}
		} else if o.shape != nil {
			*c = &cache{shape: o.shape, version: o.class.version, method: m}
		}
		return nil
	}
	v, err := t.loadAttr(f, x, &code.Instr{A: in.A, B: in.B, C: in.C}, new(*cache))
	if err != nil {
		return err
	}
	regs[in.A], regs[in.A+1] = v, nil
	return nil
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
		c.getPlain = c.Lookup("__getattribute__") == ObjectClass.Lookup("__getattribute__")
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
