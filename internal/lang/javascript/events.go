package javascript

import (
	"slices"

	"github.com/dop251/goja"
)

// An emitter is the listeners of one object.
type emitter struct {
	names     []string // of events, in the order of their first listener
	listeners map[string][]listener
	// changed, when set, is called with an event whose listeners have changed.
	changed func(in *instance, event string)
}

type listener struct {
	f    goja.Value
	once bool
}

// emit calls the listeners of an event and reports whether there were any.
func (e *emitter) emit(in *instance, this goja.Value, event string, args ...goja.Value) bool {
	listeners := slices.Clone(e.listeners[event])
	for _, l := range listeners {
		if l.once {
			e.remove(in, event, l.f)
		}
		in.call(l.f, this, args...)
	}
	return len(listeners) > 0
}

func (e *emitter) add(in *instance, event string, l listener, first bool) {
	if e.listeners == nil {
		e.listeners = make(map[string][]listener)
	}
	if !slices.Contains(e.names, event) {
		e.names = append(e.names, event)
	}
	if first {
		e.listeners[event] = slices.Insert(e.listeners[event], 0, l)
	} else {
		e.listeners[event] = append(e.listeners[event], l)
	}
	e.notify(in, event)
}

// remove takes the newest listener of that function away.
func (e *emitter) remove(in *instance, event string, f goja.Value) {
	ls := e.listeners[event]
	for i := len(ls) - 1; i >= 0; i-- {
		if ls[i].f.SameAs(f) {
			e.set(in, event, slices.Delete(slices.Clone(ls), i, i+1))
			return
		}
	}
}

func (e *emitter) set(in *instance, event string, ls []listener) {
	if len(ls) == 0 {
		delete(e.listeners, event)
		e.names = slices.DeleteFunc(e.names, func(n string) bool { return n == event })
	} else {
		e.listeners[event] = ls
	}
	e.notify(in, event)
}

func (e *emitter) notify(in *instance, event string) {
	if e.changed != nil {
		e.changed(in, event)
	}
}

// emitterEntries are the methods of an object that has an emitter.
func emitterEntries(of func(in *instance) *emitter) []entry {
	adder := func(once, first bool) func(*instance, goja.FunctionCall) goja.Value {
		return func(in *instance, call goja.FunctionCall) goja.Value {
			l := listener{f: in.needListener(call.Argument(1)), once: once}
			of(in).add(in, call.Argument(0).String(), l, first)
			return call.This
		}
	}
	return []entry{
		method(adder(false, false), "on", "addListener"),
		method(adder(true, false), "once"),
		method(adder(false, true), "prependListener"),
		method(adder(true, true), "prependOnceListener"),
		method(func(in *instance, call goja.FunctionCall) goja.Value {
			of(in).remove(in, call.Argument(0).String(), call.Argument(1))
			return call.This
		}, "off", "removeListener"),
		method(func(in *instance, call goja.FunctionCall) goja.Value {
			of(in).removeAll(in, call.Arguments)
			return call.This
		}, "removeAllListeners"),
		method(func(in *instance, call goja.FunctionCall) goja.Value {
			var args []goja.Value
			if len(call.Arguments) > 1 {
				args = slices.Clone(call.Arguments[1:])
			}
			return in.vm.ToValue(of(in).emit(in, call.This, call.Argument(0).String(), args...))
		}, "emit"),
		method(func(in *instance, call goja.FunctionCall) goja.Value {
			return in.vm.ToValue(len(of(in).listeners[call.Argument(0).String()]))
		}, "listenerCount"),
		method(func(in *instance, call goja.FunctionCall) goja.Value {
			return of(in).functions(in, call.Argument(0).String())
		}, "listeners", "rawListeners"),
		method(func(in *instance, call goja.FunctionCall) goja.Value {
			return in.strings(of(in).names)
		}, "eventNames"),
		method(func(in *instance, call goja.FunctionCall) goja.Value { return call.This }, "setMaxListeners"),
		method(func(in *instance, call goja.FunctionCall) goja.Value { return in.vm.ToValue(10) }, "getMaxListeners"),
	}
}

func (e *emitter) removeAll(in *instance, args []goja.Value) {
	names := slices.Clone(e.names)
	if len(args) > 0 {
		names = []string{args[0].String()}
	}
	for _, name := range names {
		e.set(in, name, nil)
	}
}

func (e *emitter) functions(in *instance, event string) goja.Value {
	var fs []any
	for _, l := range e.listeners[event] {
		fs = append(fs, l.f)
	}
	return in.vm.NewArray(fs...)
}

func (in *instance) needListener(v goja.Value) goja.Value {
	if _, ok := goja.AssertFunction(v); !ok {
		panic(in.codedError("TypeError", "ERR_INVALID_ARG_TYPE",
			`The "listener" argument must be of type function. Received `+in.describe(v)))
	}
	return v
}

// strings makes an array of strings that belongs to the program alone.
func (in *instance) strings(ss []string) *goja.Object {
	vs := make([]any, len(ss))
	for i, s := range ss {
		vs[i] = s
	}
	return in.vm.NewArray(vs...)
}
