package inspect

import (
	"math/big"
	"reflect"
	"strings"
	"time"

	"github.com/dop251/goja"
)

// A shape is how an object is shown.
type shape struct {
	class       class
	base        string // what it is, before the brace; all of it if there is nothing else
	open, close string
	keys        []key
	cut         int // how many more keys it has
	inherited   []inheritedKey
	// items are what it has apart from properties, nil for nothing.
	items func(level int) block
	flat  bool // base is shown where it is too deep for its properties
}

// shallow names an object too deep to be shown.
func (s shape) shallow() string {
	if s.flat {
		return s.base
	}
	fallback := s.class.internal
	if fallback == s.class.tag {
		fallback = "Object"
	}
	name := strings.TrimSuffix(s.class.prefix(fallback, ""), " ")
	if s.class.null {
		return name
	}
	return "[" + name + "]"
}

// What the engine exports objects as tells their kinds apart, at no cost.
var (
	proxyType       = reflect.TypeFor[goja.Proxy]()
	mapType         = reflect.TypeFor[[][2]any]()
	setType         = reflect.TypeFor[[]any]()
	dateType        = reflect.TypeFor[time.Time]()
	bufferType      = reflect.TypeFor[goja.ArrayBuffer]()
	promiseType     = reflect.TypeFor[*goja.Promise]()
	bigIntType      = reflect.TypeFor[*big.Int]()
	constructorType = reflect.TypeFor[func(goja.ConstructorCall) *goja.Object]()
)

func isFunction(o *goja.Object) bool { return o.ExportType().Kind() == reflect.Func }

// describe returns the shape of o, which is no proxy.
func (p *printer) describe(o *goja.Object, f *facts) shape {
	s := shape{class: p.classOf(o, f), open: "{", close: "}"}
	kind := o.ClassName()
	switch t := o.ExportType(); {
	case kind == "Array":
		return p.array(o, s)
	case t.Kind() == reflect.Func:
		s.base = p.function(o, t, &s.class)
	case kind == "RegExp":
		s.class.internal = kind
		s.base, s.flat = s.named(p.regexp(o)), true
	case kind == "Date" && t == dateType:
		s.class.internal = kind
		s.base = s.named(p.date(o))
	case kind == "Error", kind == "Object" && p.isErrorLike(f):
		return p.error(o, s)
	case kind == "Number", kind == "String", kind == "Boolean":
		return p.boxed(o, s, kind)
	case kind == "Arguments":
		s.open = "[Arguments] {"
	case kind == "Object":
		return p.special(o, s, t)
	default:
		s.open = s.ordinary()
	}
	s.keys, s.cut = p.keys(o, 0)
	return s
}

// special returns the shape of an object whose kind only its type tells.
func (p *printer) special(o *goja.Object, s shape, t reflect.Type) shape {
	switch {
	case t == mapType:
		return p.mapping(o, s)
	case t == setType:
		return p.set(o, s)
	case t == bufferType:
		return p.arrayBuffer(o, s)
	case t == promiseType:
		return p.promise(o, s)
	case t == bigIntType:
		return p.boxed(o, s, "BigInt")
	case t.Kind() == reflect.String:
		return p.boxed(o, s, "Symbol")
	case t.Kind() == reflect.Slice:
		return p.typedArray(o, s)
	}
	if kind := p.hiddenKind(o, s.class); kind != "" {
		s.class.internal = kind
		if kind == "DataView" {
			return p.dataView(o, s)
		}
		s.open = s.class.prefix(kind, "") + "{"
		s.keys, s.cut = p.keys(o, 0)
		s.items = fixed("<items unknown>")
		return s
	}
	s.open = s.ordinary()
	s.keys, s.cut = p.keys(o, 0)
	return s
}

// ordinary returns the opening of an object that is of no special kind.
func (s shape) ordinary() string {
	if s.class.name == "Object" && s.class.tag == "" {
		return "{"
	}
	fallback := s.class.internal
	return s.class.prefix(fallback, "") + "{"
}

// named returns base after the class's name, unless that is what anyone expects.
func (s shape) named(base string) string {
	if prefix := s.class.prefix(s.class.internal, ""); prefix != s.class.internal+" " {
		return prefix + base
	}
	return base
}

func fixed(items ...string) func(int) block {
	return func(int) block { return block{items: items} }
}

// function returns what a function is called.
func (p *printer) function(o *goja.Object, t reflect.Type, c *class) string {
	c.internal = "Function"
	if t == constructorType {
		return p.classBase(o, *c)
	}
	kind := "Function"
	for _, special := range []string{"AsyncFunction", "GeneratorFunction", "AsyncGeneratorFunction"} {
		if c.name == special || c.tag == special {
			kind = special
		}
	}
	if kind == "Function" && p.isAsyncMethod(o) {
		kind = "AsyncFunction"
	}
	s := "[" + kind
	if c.null {
		s += " (null prototype)"
	}
	if name := p.functionName(o); name != "" {
		s += ": " + name
	} else {
		s += " (anonymous)"
	}
	s += "]"
	if c.name != kind && c.name != "Function" && !c.null {
		s += " " + c.name
	}
	if c.tag != "" && c.tag != c.name {
		s += " [" + c.tag + "]"
	}
	return s
}

// isAsyncMethod is whether a function's source begins so; an asynchronous method has no
// class that tells.
func (p *printer) isAsyncMethod(o *goja.Object) bool {
	const begin = "async "
	source, _ := p.eng.call("Function.prototype.toString", o).(goja.String)
	if source == nil {
		return false
	}
	p.work += source.Length() / stepWork
	if source.Length() <= len(begin) || source.Substring(0, len(begin)).String() != begin {
		return false
	}
	return source.CharAt(len(begin)) != '('
}

func (p *printer) classBase(o *goja.Object, c class) string {
	name := p.functionName(o)
	if name == "" {
		name = "(anonymous)"
	}
	s := "[class " + name
	if c.name != "Function" && !c.null {
		s += " [" + c.name + "]"
	}
	if c.tag != "" && c.tag != c.name {
		s += " [" + c.tag + "]"
	}
	if c.null {
		return s + " extends [null prototype]]"
	}
	if parent, _ := behind(o.Prototype()); parent != nil {
		if super := p.functionName(parent); super != "" {
			s += " extends " + super
		}
	}
	return s + "]"
}
