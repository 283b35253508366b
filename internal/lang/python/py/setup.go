package py

// setup completes the built-in classes: each function fills the Slots and Dicts of its
// own, and link gives each its bases and the methods, such as __len__, that its slots make.
func setup() {
	for _, c := range nativeClasses {
		c.Dict = NewDict()
	}
	for _, f := range []func(){
		setupObject, setupType, setupSingletons, setupNumbers, setupStrings, setupBytes, setupContainers, setupSets, setupIterators,
		setupFunctions, setupGenerators, setupExceptions, setupStreams, setupModules, setupModuleClass, setupPathFinder, setupSizes, setupDocs,
	} {
		f()
	}
	shareAttributeMethods()
	ExceptionGroup.Dict.SetStr("__module__", NewStr("builtins"))
	for _, c := range nativeClasses {
		c.nameModule()
		c.link()
	}
}

// shareAttributeMethods has built-in classes name those of object's methods that they have
// once more in CPython, where they come before another base's.
func shareAttributeMethods() {
	share := func(name string, classes ...*Class) {
		for _, c := range classes {
			c.Dict.SetStr(name, ObjectClass.Dict.GetStr(name))
		}
	}
	share("__setattr__", BaseException)
	share("__delattr__", BaseException)
	share("__getattribute__", BaseException, IntClass, FloatClass, ComplexClass, StrClass, BytesClass, ByteArrayClass, MemoryViewClass,
		ListClass, TupleClass, DictClass, SetClass, FrozenSetClass, RangeClass, SliceClass, EnumerateClass, ZipClass, MapClass, FilterClass)
}

// link completes a class whose bases are linked.
func (c *Class) link() {
	if c.MRO != nil {
		return
	}
	if len(c.Bases) == 0 && c != ObjectClass {
		c.Bases = []*Class{ObjectClass}
	}
	c.MRO = []*Class{c}
	for _, b := range c.Bases {
		b.link()
	}
	c.MRO, _ = linearize(c)
	if c.Base == nil {
		c.Base = c
	}
	c.addNew()
	own := c.Slots
	if len(c.Bases) == 1 {
		c.Slots.inherit(&c.Bases[0].Slots) // which has inherited all there is
	} else {
		for _, b := range c.MRO[1:] {
			c.Slots.inherit(&b.Slots)
		}
	}
	addSlotMethods(c, &own)
	c.addDoc()
	c.fillCache()
}

// fillCache enters all that a built-in class's instances find: it never changes, and every
// execution reads it.
func (c *Class) fillCache() {
	size := 0
	for _, k := range c.MRO {
		size += k.Dict.Len()
	}
	c.cache = make(map[string]Object, size)
	for i := len(c.MRO) - 1; i >= 0; i-- {
		d := c.MRO[i].Dict
		var at Cursor
		for k, v := at.Next(d); k != nil; k, v = at.Next(d) {
			c.cache[k.(*Str).s] = v
		}
	}
}
