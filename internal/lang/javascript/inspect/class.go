package inspect

import "github.com/dop251/goja"

// maxChain is how many prototypes are looked at. A chain may have no end where it goes
// through proxies.
const maxChain = 200

// facts are what is known of one object of a prototype chain.
type facts struct {
	constructor string       // name of the function that its own constructor property is
	prototype   *goja.Object // that function's own
	next        *goja.Object // the following object of the chain, nil at its end
	custom, tag bool         // it has such properties itself
}

// factsOf returns the facts of o, remembered where it is a prototype: many objects have it.
func (p *printer) factsOf(o *goja.Object, remember bool) *facts {
	if f := p.known[o]; f != nil {
		return f
	}
	f := &facts{
		custom: p.in.custom != nil && p.eng.hasOwn(o, p.in.custom),
		tag:    p.eng.hasOwn(o, goja.SymToStringTag),
	}
	f.next, _ = behind(o.Prototype())
	if o == p.in.plain {
		f.constructor, f.prototype = "Object", o
	} else if p.eng.hasOwn(o, p.eng.constructor) {
		f.constructor, f.prototype = p.constructorOf(o)
	}
	if remember {
		if p.known == nil {
			p.known = make(map[*goja.Object]*facts)
		}
		p.known[o] = f
	}
	return f
}

func (p *printer) constructorOf(o *goja.Object) (name string, prototype *goja.Object) {
	own, _ := p.eng.own(o, p.eng.constructor)
	f, ok := own.value.(*goja.Object)
	if !ok {
		return "", nil
	}
	if f, _ = behind(f); f == nil || !isFunction(f) {
		return "", nil
	}
	name = p.functionName(f)
	own, _ = p.eng.own(f, p.eng.prototype)
	prototype, _ = own.value.(*goja.Object)
	return name, prototype
}

// functionName returns the name of a function, empty if it has none. It may be a static
// getter's.
func (p *printer) functionName(f *goja.Object) string {
	if !p.eng.hasOwn(f, p.eng.name) {
		return ""
	}
	if s, ok := f.Get("name").(goja.String); ok {
		return s.String()
	}
	return ""
}

// A class is what is said before an object's properties.
type class struct {
	name string // of its constructor
	null bool   // it has no prototype
	tag  string // its Symbol.toStringTag, empty where it says nothing new
	// internal is what the engine takes it for.
	internal string
}

// prefix returns the words before the brace. fallback is what an object without a
// prototype is, size its length in parentheses or nothing.
func (c class) prefix(fallback, size string) string {
	s := c.name + size
	other := c.name
	if c.null {
		s, other = "["+fallback+size+": null prototype]", fallback
	}
	if c.tag != "" && c.tag != other {
		s += " [" + c.tag + "]"
	}
	return s + " "
}

// classOf returns the class of o, which is no proxy.
func (p *printer) classOf(o *goja.Object, f *facts) class {
	c := class{internal: "Object", tag: p.tagOf(o, f)}
	if c.name = p.constructorName(f); c.name != "" {
		return c
	}
	if f.next == nil {
		c.null = true
		return c
	}
	next := p.factsOf(f.next, true)
	inner := "Complex prototype"
	if name := p.constructorName(next); name != "" {
		inner = name
	} else if next.next == nil {
		inner = p.bare(f.next)
	}
	c.name = "Object <" + inner + ">"
	return c
}

// bare inspects o by itself, without what is in it.
func (p *printer) bare(o *goja.Object) string {
	inner := *p
	inner.depth, inner.plain, inner.seen, inner.refs = -1, true, nil, nil
	s := inner.value(o, 0)
	p.work = inner.work
	return s
}

// constructorName returns the name of the nearest constructor that what f is about is an
// instance of, empty if there is none.
func (p *printer) constructorName(f *facts) string {
	start := f
	for range maxChain {
		if f.constructor != "" && f.prototype != nil && p.inherits(start, f.prototype) {
			return f.constructor
		}
		if f.next == nil {
			break
		}
		f = p.factsOf(f.next, true)
	}
	return ""
}

func (p *printer) inherits(f *facts, from *goja.Object) bool {
	for range maxChain {
		p.work += stepWork
		if f.next == nil || f.next == from {
			return f.next != nil
		}
		f = p.factsOf(f.next, true)
	}
	return false
}

// lookup returns a property of o or of the nearest prototype that has it. A getter is
// called.
func (p *printer) lookup(o *goja.Object, key goja.Value) goja.Value {
	at := o
	for range maxChain {
		p.work += stepWork
		if own, ok := p.eng.own(at, key); ok {
			return own.read(o)
		}
		if at, _ = behind(at.Prototype()); at == nil {
			break
		}
	}
	return goja.Undefined()
}

// tagOf returns the Symbol.toStringTag of o unless it is listed with its properties.
func (p *printer) tagOf(o *goja.Object, f *facts) string {
	if f.tag {
		if own, _ := p.eng.own(o, goja.SymToStringTag); p.showHidden || own.enumerable {
			return ""
		}
	}
	for range maxChain {
		if f.tag {
			if tag, ok := p.lookup(o, goja.SymToStringTag).(goja.String); ok {
				return tag.String()
			}
			return ""
		}
		if f.next == nil {
			break
		}
		f = p.factsOf(f.next, true)
	}
	return ""
}
