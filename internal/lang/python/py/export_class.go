package py

import "strings"

// Dotted has errors name the class with its module, as they do those that CPython has in
// a library of C: 'datetime.date' object; for DefineClass.
func (c *Class) Dotted() {
	c.QualName = c.Name
	c.Name = c.Module + "." + c.Name
}

// OwnName is __name__, which is what some errors call a class: the name without the module
// that Dotted has put before it.
func (c *Class) OwnName() string {
	if c.Heap {
		return c.Name
	}
	return c.Name[strings.LastIndexByte(c.Name, '.')+1:]
}

// KeepInstances has the class's methods, also those made of its slots, get an instance of
// a subclass as it is, and not its Native; for DefineClass.
func (c *Class) KeepInstances() { c.keep = true }

// AddWholeMethods is AddMethods for methods that get an instance of a subclass as it is;
// for DefineClass.
func (c *Class) AddWholeMethods(table MethodTable) {
	c.addMethods(table)
	for _, m := range table {
		c.Dict.GetStr(m.Name).(*MethodDescr).whole = true
	}
}

// Complete gives a class of the library's that is made in Python, of which there are no
// instances yet, methods that are written in Go, which get an instance as it is. The class
// is immutable from then on, as those that CPython has in C are.
func (c *Class) Complete(table MethodTable) {
	c.AddWholeMethods(table)
	c.native = true
	if name, ok := c.Dict.GetStr("__module__").(*Str); ok {
		c.Module = name.s
	}
	c.changed()
}

// AddStaticMethods adds static methods; for DefineClass.
func (c *Class) AddStaticMethods(table MethodTable) { c.addStaticMethods(table) }

// NewStructWith is NewStruct for one that has attributes beside its items.
func NewStructWith(c *Class, attributes map[string]Object, items ...Object) Object {
	o := &Instance{class: c, Native: NewTuple(items...), dict: NewDict()}
	for name, v := range attributes {
		o.dict.SetStr(name, v)
	}
	return o
}

// StructAttribute is an attribute that NewStructWith has given o, or nil.
func StructAttribute(o Object, name string) Object {
	if x, ok := o.(*Instance); ok && x.dict != nil {
		return x.dict.GetStr(name)
	}
	return nil
}

// TakesSequencePatterns has patterns such as [x, y] take its instances; for DefineClass.
func (c *Class) TakesSequencePatterns() { c.pattern = patternSequence }

// FullName is the class's name as errors have it: with its module, if it is a built-in class of
// one.
func (c *Class) FullName() string { return c.fullName() }

// ArgClass is what errors of arguments, which say "must be str, not None", call an object's class.
func ArgClass(x Object) string { return argClass(x) }
