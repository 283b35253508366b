package inspect

import (
	"strings"

	"github.com/dop251/goja"
)

// An engine holds builtin functions that read values. They are a second runtime's, because
// user code may have replaced those of its own, and they see nothing but objects that
// aren't proxies, so that they run no user code. What they throw must not reach user code,
// which would get hold of the second runtime by it.
type engine struct {
	vm         *goja.Runtime
	descriptor native
	has        native
	args       [2]goja.Value

	constructor, prototype, name, length, stack goja.Value // keys

	// The rest are there when they were asked for.
	named      map[string]native
	typedArray native
}

type native = func(goja.FunctionCall) goja.Value

func newEngine() *engine {
	vm := goja.New()
	e := &engine{vm: vm}
	e.descriptor = nativeOf(vm.Get("Object").(*goja.Object).Get("getOwnPropertyDescriptor"))
	e.has = nativeOf(vm.NewObject().Get("hasOwnProperty"))
	e.constructor, e.prototype = vm.ToValue("constructor"), vm.ToValue("prototype")
	e.name, e.length, e.stack = vm.ToValue("name"), vm.ToValue("length"), vm.ToValue("stack")
	return e
}

func nativeOf(v goja.Value) native {
	f, _ := v.Export().(native)
	return f
}

// builtin returns the function at a path from the engine's globals, or the getter when the
// path begins with "get ".
func (e *engine) builtin(path string) native {
	if f := e.named[path]; f != nil {
		return f
	}
	if e.named == nil {
		e.named = make(map[string]native)
	}
	names, isGetter := strings.CutPrefix(path, "get ")
	steps := strings.Split(names, ".")
	holder := e.vm.GlobalObject()
	for _, step := range steps[:len(steps)-1] {
		holder = holder.Get(step).(*goja.Object)
	}
	last := steps[len(steps)-1]
	var v goja.Value
	if isGetter {
		own, _ := e.own(holder, e.vm.ToValue(last))
		v = own.get
	} else {
		v = holder.Get(last)
	}
	f := nativeOf(v)
	e.named[path] = f
	return f
}

// call calls a builtin on this. It returns nil when that throws: this isn't what the
// builtin is for.
func (e *engine) call(path string, this goja.Value, args ...goja.Value) (result goja.Value) {
	f := e.builtin(path)
	e.vm.Try(func() {
		result = f(goja.FunctionCall{This: this, Arguments: args})
	})
	return result
}

// A property is an own property of an object.
type property struct {
	value      goja.Value // nil for an accessor
	get, set   goja.Value // undefined where there is none
	enumerable bool
}

// own returns a property that o itself has, without reading it when it is an accessor.
func (e *engine) own(o *goja.Object, key goja.Value) (property, bool) {
	e.args = [2]goja.Value{o, key}
	d, ok := e.descriptor(goja.FunctionCall{Arguments: e.args[:]}).(*goja.Object)
	e.args = [2]goja.Value{}
	if !ok {
		return property{}, false
	}
	p := property{value: d.Get("value"), enumerable: d.Get("enumerable").ToBoolean()}
	if p.value == nil {
		p.get, p.set = d.Get("get"), d.Get("set")
	}
	return p, true
}

// read returns the property's value. It calls a getter, on the object this.
func (p property) read(this *goja.Object) goja.Value {
	if p.value != nil {
		return p.value
	}
	return invoke(p.get, this)
}

// invoke calls f if it is a function, and panics with what that throws.
func invoke(f, this goja.Value, args ...goja.Value) goja.Value {
	callable, ok := goja.AssertFunction(f)
	if !ok {
		return goja.Undefined()
	}
	v, err := callable(this, args...)
	if err != nil {
		panic(err)
	}
	return v
}

// hasOwn is whether o itself has a property.
func (e *engine) hasOwn(o *goja.Object, key goja.Value) bool {
	e.args[0] = key
	found := e.has(goja.FunctionCall{This: o, Arguments: e.args[:1]})
	e.args[0] = nil
	return found.ToBoolean()
}

// typedArrayName returns which typed array o is, empty for none.
func (e *engine) typedArrayName(o *goja.Object) string {
	if e.typedArray == nil {
		base := e.vm.Get("Uint8Array").(*goja.Object).Get("prototype").(*goja.Object).Prototype()
		own, _ := e.own(base, goja.SymToStringTag)
		e.typedArray = nativeOf(own.get)
	}
	name, _ := e.typedArray(goja.FunctionCall{This: o}).(goja.String)
	if name == nil {
		return ""
	}
	return name.String()
}

// symbols returns the symbols that o itself has as keys, hidden ones too.
func (e *engine) symbols(o *goja.Object) []*goja.Symbol {
	list, ok := e.call("Object.getOwnPropertySymbols", nil, o).(*goja.Object)
	if !ok {
		return nil
	}
	var symbols []*goja.Symbol
	for _, index := range list.Keys() {
		if s, ok := list.Get(index).(*goja.Symbol); ok {
			symbols = append(symbols, s)
		}
	}
	return symbols
}
