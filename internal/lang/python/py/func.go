package py

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// A Body is a Code made ready for one execution, when its first frame is made.
type Body struct {
	*code.Code
	Consts  []Object
	Names   []*Str
	caches  []*cache // by instruction; nil until the first use
	ready   bool     // caches and what else it needs to run are there, and nobody traces
	params  int      // registers that are parameters
	plain   bool     // only positional parameters: a call with as many arguments needs no look at them
	globals []global // by name, for LoadGlobal
}

// A Func is a function that a program defined.
type Func struct {
	Body        *Body
	Name        string
	QualName    string
	Module      Object
	Doc         Object
	Globals     *Dict
	Builtins    *Dict
	Defaults    *Tuple // no more than there are parameters; nil is none
	allDefaults *Tuple // __defaults__, where there are more of them; nil is Defaults
	KwDefaults  *Dict  // nil is none
	Annotations *Dict  // nil is none yet
	Closure     []*Cell
	dict        *Dict // attributes; nil is none yet
	// AwaitableGenerator is whether types.coroutine made it one.
	AwaitableGenerator bool
}

// Class returns the class function.
func (*Func) Class() *Class { return FunctionClass }

// A GoFunc is a function written in Go. a has a value for each parameter of its
// Signature, nil where one was left out. It mustn't keep or change a.
type GoFunc func(t *Thread, a []Object) (Object, error)

// A Builtin is a function written in Go, or a method of a built-in class that is bound to
// an object.
type Builtin struct {
	Name   string
	Self   Object // what it is bound to, or the module's name; nil is none
	Module string
	Doc    string
	sig    *Signature
	fn     GoFunc
	of     *MethodDescr                            // whose binding to Self it is
	raw    func(t *Thread, a Args) (Object, error) // in place of sig and fn
	makes  *Class                                  // of a __new__: whose it is
	static *Class                                  // of a static method: whose it is
}

// Class returns the class builtin_function_or_method, or method-wrapper.
func (b *Builtin) Class() *Class {
	if b.of != nil && b.of.wrapper {
		return methodWrapperClass
	}
	return BuiltinClass
}

// NewBuiltin returns a function.
func NewBuiltin(name, signature string, fn GoFunc) *Builtin {
	return &Builtin{Name: name, sig: Sign(signature), fn: fn}
}

// A MethodDescr is a method of a built-in class: list.append.
type MethodDescr struct {
	Name  string
	Doc   string
	owner *Class
	sig   *Signature // self among the parameters, but for those of static methods
	fn    GoFunc
	// wrapper is whether it stands for a slot, such as __len__.
	wrapper bool
	// whole is whether fn is to get an instance of a subclass as it is.
	whole bool
}

// bound is the method of an object.
func (m *MethodDescr) bound(self Object) *Builtin {
	return &Builtin{Name: m.Name, Self: self, Doc: m.Doc, sig: m.sig, fn: m.fn, of: m}
}

// Class returns the class method_descriptor, or wrapper_descriptor.
func (m *MethodDescr) Class() *Class {
	if m.wrapper {
		return wrapperDescrClass
	}
	return MethodDescrClass
}

// A Method is a function that is bound to an object.
type Method struct {
	Func Object
	Self Object
}

// Class returns the class method.
func (*Method) Class() *Class { return MethodClass }

// A MethodTable is the methods of a built-in class. A signature doesn't name self, which
// fn gets first.
type MethodTable []struct {
	Name      string
	Signature string
	Fn        GoFunc
	Doc       string
}

// addMethods adds methods to a built-in class, in its setup.
func (c *Class) addMethods(table MethodTable) {
	for _, m := range table {
		sig := "self, /"
		if m.Signature != "" {
			sig = "self, " + m.Signature
			if m.Signature[0] == '*' {
				sig = "self, /, " + m.Signature
			}
		}
		c.Dict.SetStr(m.Name, &MethodDescr{Name: m.Name, Doc: m.Doc, owner: c, sig: Sign(sig), fn: m.Fn, wrapper: slotOnly(m.Name)})
	}
}

// slotOnly reports whether CPython's own classes have a method only where it stands for a slot.
func slotOnly(name string) bool {
	switch name {
	case "__next__", "__divmod__", "__rdivmod__", "__pow__", "__rpow__":
		return true
	}
	return false
}

// addClassMethods adds class methods, whose fn gets the class first.
func (c *Class) addClassMethods(table MethodTable) {
	for _, m := range table {
		sig := "cls, /"
		if m.Signature != "" {
			if sig = "cls, /, " + m.Signature; strings.Contains(m.Signature, "/") {
				sig = "cls, " + m.Signature
			}
		}
		c.Dict.SetStr(m.Name, &ClassMethod{Func: &MethodDescr{Name: m.Name, Doc: m.Doc, owner: TypeClass, sig: Sign(sig), fn: m.Fn}})
	}
}

// addStaticMethods adds static methods.
func (c *Class) addStaticMethods(table MethodTable) {
	for _, m := range table {
		b := NewBuiltin(m.Name, m.Signature, m.Fn)
		b.Doc, b.static = m.Doc, c
		c.Dict.SetStr(m.Name, &StaticMethod{Func: b})
	}
}

// A GetSet is an attribute of a built-in class that is computed. Set deletes when value is
// nil; a nil Set is read-only.
type GetSet struct {
	Name  string
	Doc   string
	owner *Class
	// member is whether CPython has a field of a struct for it, as an error's text shows.
	member bool
	Get    func(t *Thread, self Object) (Object, error)
	Set    func(t *Thread, self, value Object) error
}

// Class returns the class getset_descriptor, or member_descriptor.
func (g *GetSet) Class() *Class {
	if g.member {
		return MemberClass
	}
	return GetSetClass
}

// addGetSets adds computed attributes.
func (c *Class) addGetSets(list ...*GetSet) {
	for _, g := range list {
		g.owner = c
		c.Dict.SetStr(g.Name, g)
	}
}

type (
	// StaticMethod is a staticmethod.
	StaticMethod struct {
		Func Object
		dict *Dict
	}
	// ClassMethod is a classmethod.
	ClassMethod struct {
		Func Object
		dict *Dict
	}
)

// Class returns the class staticmethod.
func (*StaticMethod) Class() *Class { return StaticMethodClass }

// Class returns the class classmethod.
func (*ClassMethod) Class() *Class { return ClassMethodClass }
