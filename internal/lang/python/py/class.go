package py

import "slices"

// A Class is a type object.
type Class struct {
	Name     string
	Module   string // empty is builtins
	QualName string // empty is Name
	Doc      string
	Bases    []*Class
	MRO      []*Class // itself first
	Dict     *Dict    // its own attributes
	Slots    Slots
	Meta     *Class // its class; nil is type
	// Base is the built-in class that instances' Native is of, or, of a built-in class,
	// itself: object where instances have none.
	Base *Class
	// Sealed is a built-in class that can't be subclassed.
	Sealed bool
	// WeaklyReferenced is a built-in class to whose objects, which are Opaque, weak references can be made.
	WeaklyReferenced bool
	// Heap is whether a program made it. Built-in classes are immutable.
	Heap bool
	// Slotted is the names in __slots__, of a Heap class that has them and none of its
	// bases a __dict__.
	Slotted []string
	keep    bool  // see KeepInstances
	noDict  bool  // instances have no __dict__
	pattern uint8 // see patternKind; 0 where its bases say it

	shape                  *shape            // that instances begin with
	version                uint64            // changes with each change of an attribute of it or its bases
	cache                  map[string]Object // of Lookup; nil values are names that aren't there
	subs                   subclasses        // direct subclasses of a Heap class; an Interp has those of the others
	best                   *Class            // of a Heap class: the base that instances' layout comes from
	hasMembers             bool              // its own __slots__ have added to the layout
	hasWeak                bool              // instances have a __weakref__
	native                 bool              // of a Heap class: one that is built into CPython, and immutable
	abstract               bool              // instances are refused: __abstractmethods__ isn't empty
	in                     *Interp           // whose it is; nil of built-in classes
	init                   initCache
	getPlain, getKnown     bool // see plainGet
	setPlain, setKnown     bool // see plainSet
	getVersion, setVersion uint64
}

// Class returns the metaclass.
func (c *Class) Class() *Class {
	if c.Meta != nil {
		return c.Meta
	}
	return TypeClass
}

// Slots are what a built-in class does natively. A nil function is an operation that it
// hasn't; subclasses that programs define find them as methods, such as __len__, which
// are made from the slots. Self and the others may be Instances: see Native.
type Slots struct {
	// New makes an instance; cls may be a subclass, and NewOf makes what it returns.
	New  func(t *Thread, cls *Class, a Args) (Object, error)
	Init func(t *Thread, self Object, a Args) error
	Call func(t *Thread, self Object, a Args) (Object, error)

	Repr, Str func(t *Thread, self Object) (Object, error)
	Hash      func(t *Thread, self Object) (int64, error) // nil inherits; see Unhashable
	Bool      func(t *Thread, self Object) (bool, error)
	Len       func(t *Thread, self Object) (int, error)

	// Compare is a rich comparison; it may return NotImplemented.
	Compare func(t *Thread, op Cmp, x, y Object) (Object, error)
	// Binary is x op y where x is of the class, Reflected where y is. They and Inplace
	// may return NotImplemented.
	Binary, Reflected [NumBinary]func(t *Thread, x, y Object) (Object, error)
	Inplace           [NumBinary]func(t *Thread, x, y Object) (Object, error)

	Neg, Pos, Invert, Abs func(t *Thread, self Object) (Object, error)
	Int, Float, Index     func(t *Thread, self Object) (Object, error)

	GetItem  func(t *Thread, self, key Object) (Object, error)
	SetItem  func(t *Thread, self, key, value Object) error
	DelItem  func(t *Thread, self, key Object) error
	Contains func(t *Thread, self, item Object) (bool, error)
	Iter     func(t *Thread, self Object) (Object, error)
	// Next returns nil at the end.
	Next func(t *Thread, self Object) (Object, error)
	// Reversed is __reversed__.
	Reversed func(t *Thread, self Object) (Object, error)

	// GetAttr and SetAttr take the place of the generic ones. SetAttr deletes when value
	// is nil.
	GetAttr func(t *Thread, self Object, name string) (Object, error)
	SetAttr func(t *Thread, self Object, name string, value Object) error

	// DescrGet is the descriptor's __get__: self is the attribute of class owner, obj
	// what it was asked of, or nil for the class itself. DescrSet is __set__, or with a
	// nil value __delete__.
	DescrGet func(t *Thread, self, obj Object, owner *Class) (Object, error)
	DescrSet func(t *Thread, self, obj, value Object) error
}

// Unhashable is the Hash of classes whose instances have none.
func Unhashable(_ *Thread, o Object) (int64, error) {
	return 0, Raise(TypeError, "unhashable type: '%s'", o.Class().fullName())
}

// fullName is what errors call a class: with its module, where it is one of the library's
// that are written in Go.
func (c *Class) fullName() string {
	if (!c.Heap || c.native) && c.Module != "" {
		return c.Module + "." + c.OwnName()
	}
	return c.Name
}

// nativeClasses are those of this package, for setup.
var nativeClasses []*Class

// newNative makes a built-in class of this package, which setup completes. No base is
// object.
func newNative(name string, bases ...*Class) *Class {
	c := &Class{Name: name, Bases: bases}
	nativeClasses = append(nativeClasses, c)
	return c
}

// The built-in classes.
var (
	ObjectClass         = newNative("object")
	TypeClass           = newNative("type")
	NoneClass           = newNative("NoneType")
	EllipsisClass       = newNative("ellipsis")
	NotImplementedClass = newNative("NotImplementedType")
	IntClass            = newNative("int")
	BoolClass           = newNative("bool", IntClass)
	FloatClass          = newNative("float")
	ComplexClass        = newNative("complex")
	StrClass            = newNative("str")
	BytesClass          = newNative("bytes")
	ByteArrayClass      = newNative("bytearray")
	MemoryViewClass     = newNative("memoryview")
	TupleClass          = newNative("tuple")
	ListClass           = newNative("list")
	DictClass           = newNative("dict")
	SetClass            = newNative("set")
	FrozenSetClass      = newNative("frozenset")
	RangeClass          = newNative("range")
	SliceClass          = newNative("slice")
	CellClass           = newNative("cell")
	FunctionClass       = newNative("function")
	BuiltinClass        = newNative("builtin_function_or_method")
	MethodDescrClass    = newNative("method_descriptor")
	MethodClass         = newNative("method")
	CodeClass           = newNative("code")
	FrameClass          = newNative("frame")
	ModuleClass         = newNative("module")
	GeneratorClass      = newNative("generator")
	CoroutineClass      = newNative("coroutine")
	AsyncGeneratorClass = newNative("async_generator")
	TracebackClass      = newNative("traceback")
	PropertyClass       = newNative("property")
	StaticMethodClass   = newNative("staticmethod")
	ClassMethodClass    = newNative("classmethod")
	SuperClass          = newNative("super")
	MappingProxyClass   = newNative("mappingproxy")
	GetSetClass         = newNative("getset_descriptor")
	MemberClass         = newNative("member_descriptor")
	GenericAliasClass   = newNative("GenericAlias")
	UnionClass          = newNative("UnionType")
)

// IsSubclass reports whether c is base or inherits from it.
func (c *Class) IsSubclass(base *Class) bool {
	return c == base || slices.Contains(c.MRO, base)
}

// Lookup finds an attribute in c and its bases, without binding it. Nil is none.
func (c *Class) Lookup(name string) Object {
	if !c.Heap { // complete and shared: its map has all that there is, and isn't changed
		return c.cache[name]
	}
	if v, ok := c.cache[name]; ok {
		return v
	}
	v := c.search(name)
	if c.cache == nil || len(c.cache) >= maxCached {
		c.cache = map[string]Object{}
	}
	c.cache[name] = v
	return v
}

// maxCached is how many names a class's cache has at most: a program may compute them.
const maxCached = 4096

func (c *Class) search(name string) Object {
	for _, k := range c.MRO {
		if v := k.Dict.GetStr(name); v != nil {
			return v
		}
	}
	return nil
}

// changed forgets what is known of c and its subclasses: an attribute or the bases
// have changed.
func (c *Class) changed() {
	c.in.versions++
	c.forget(c.in.versions)
}

// forget sets versions. A subclass with more than one way to it is there already.
func (c *Class) forget(version uint64) {
	if c.version == version {
		return
	}
	c.version, c.cache = version, nil
	for _, s := range c.subs.all() {
		s.forget(version)
	}
}

// IsInstance reports whether o's class is c or inherits from it: not what __instancecheck__
// or __class__ say.
func IsInstance(o Object, c *Class) bool { return o.Class().IsSubclass(c) }

// A shape is which attributes an Instance has, and in what order they came. Instances
// that got the same attributes in the same order have the same shape.
type shape struct {
	class *Class
	names []string
	index map[string]int
	next  map[string]*shape
}

// maxShape is how many attributes an Instance keeps without a dict of its own.
const maxShape = 64

// maxNextShapes is how many attributes may come next, of all Instances of a shape.
const maxNextShapes = 128

// find is the slot of a name, or -1.
func (s *shape) find(name string) int {
	if len(s.names) <= 6 {
		for i, n := range s.names {
			if n == name {
				return i
			}
		}
		return -1
	}
	if i, ok := s.index[name]; ok {
		return i
	}
	return -1
}

// with is the shape that s becomes when name is added.
//
// It is nil where s has become too many shapes already: names that a program computes.
func (s *shape) with(name string) *shape {
	if n := s.next[name]; n != nil || len(s.next) >= maxNextShapes {
		return n
	}
	n := &shape{class: s.class, names: append(slices.Clip(s.names), name)}
	if len(n.names) > 6 {
		n.index = make(map[string]int, len(n.names))
		for i, name := range n.names {
			n.index[name] = i
		}
	}
	if s.next == nil {
		s.next = map[string]*shape{}
	}
	s.next[name] = n
	return n
}

// NewInstance returns an instance of a Heap class without attributes.
func NewInstance(c *Class, native Object) *Instance {
	return &Instance{class: c, shape: c.shape, Native: native}
}

// attr is an attribute of its own, or nil.
func (o *Instance) attr(name string) Object {
	if o.dict != nil {
		return o.dict.GetStr(name)
	}
	if o.shape == nil { // of a DefineStruct
		return nil
	}
	if i := o.shape.find(name); i >= 0 {
		return o.slots[i]
	}
	return nil
}

// setAttr sets an attribute of its own.
func (o *Instance) setAttr(name string, v Object) {
	if o.dict == nil {
		if i := o.shape.find(name); i >= 0 {
			o.slots[i] = v
			return
		}
		if len(o.slots) < maxShape {
			if next := o.shape.with(name); next != nil {
				o.shape = next
				o.slots = append(o.slots, v)
				return
			}
		}
	}
	o.Attributes().SetStr(name, v)
}

// delAttr reports whether there was one.
func (o *Instance) delAttr(name string) bool {
	if o.attr(name) == nil {
		return false
	}
	return o.Attributes().DelStr(name)
}

// Attributes is its __dict__, which holds its attributes from now on.
func (o *Instance) Attributes() *Dict {
	if o.dict == nil {
		d := NewDict()
		for i, name := range o.shape.names {
			d.SetStr(name, o.slots[i])
		}
		o.dict, o.shape, o.slots = d, nil, nil
	}
	return o.dict
}
