package py

import "slices"

// DefineClass makes a built-in class of a library module; base nil is object. fill
// completes it, and it is immutable from then on. It is to be called once for each class: by
// sync.OnceValue.
func DefineClass(module, name string, base *Class, fill func(c *Class)) *Class {
	c := &Class{Name: name, Module: module, Dict: NewDict()}
	if base != nil {
		c.Bases = []*Class{base}
	}
	fill(c)
	c.nameModule()
	c.link()
	return c
}

// nameModule has instances find __module__, too, where CPython's do.
func (c *Class) nameModule() {
	if !slices.Contains(staticModules, c.Module) && c.Dict.GetStr("__module__") == nil {
		c.Dict.SetStr("__module__", NewStr(c.Module))
	}
}

// staticModules are those whose classes have a __module__ and their instances none, as it
// is in CPython where a class isn't made at run time.
var staticModules = []string{"", "builtins", "_io", "_collections", "collections", "contextvars", "_contextvars", "datetime", "itertools", "pickle", "types", "weakref"}

// AddMethods adds methods; for DefineClass.
func (c *Class) AddMethods(table MethodTable) { c.addMethods(table) }

// AddClassMethods adds class methods, whose functions get the class first; for DefineClass.
func (c *Class) AddClassMethods(table MethodTable) { c.addClassMethods(table) }

// AddGetSets adds computed attributes; for DefineClass.
func (c *Class) AddGetSets(list ...*GetSet) { c.addGetSets(list...) }

// An Opaque is an object of a DefineClass that holds a value of Go.
type Opaque[T any] struct {
	Of    *Class
	Value T
}

// Class returns its class.
func (o *Opaque[T]) Class() *Class { return o.Of }

func (o *Opaque[T]) opaque() {}

func (o *Opaque[T]) weakly() func() Object { return weakly(o) }

// opaque is what an Opaque of any kind is.
type opaque interface {
	opaque()
	weakly() func() Object
}
