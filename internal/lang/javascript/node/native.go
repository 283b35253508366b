package node

import (
	"github.com/dop251/goja"
)

// A native is a function in Go that a module calls as internal.name.
type native func(vm *goja.Runtime, call goja.FunctionCall) goja.Value

// natives returns the object that a module knows as internal.
func natives(vm *goja.Runtime, host Host, name string) goja.Value {
	o := vm.NewObject()
	set(o, "global", vm.GlobalObject())
	set(o, "host", vm.ToValue(func(call goja.FunctionCall) goja.Value {
		if v := host.Global(call.Argument(0).String()); v != nil {
			return v
		}
		return goja.Undefined()
	}))
	if host.Process != nil {
		set(o, "process", host.Process)
	}
	add := func(key string, f func(goja.FunctionCall) goja.Value) {
		v := vm.ToValue(f)
		set(v.(*goja.Object), "name", vm.ToValue(key))
		set(o, key, v)
	}
	for key, f := range nativeFunctions(vm, name) {
		add(key, func(call goja.FunctionCall) goja.Value { return f(vm, call) })
	}
	if host.Natives != nil {
		for key, f := range host.Natives(name) {
			add(key, f)
		}
	}
	return o
}

// nativeFunctions returns what a module has of Go.
func nativeFunctions(vm *goja.Runtime, name string) map[string]native {
	switch name {
	case internal + "bytes":
		return bytesNatives()
	case internal + "kinds":
		return kindsNatives()
	case "util":
		return utilNatives(vm)
	case "url":
		return urlNatives()
	case internal + "searchparams":
		return searchParamsNatives()
	}
	return nil
}

// set makes a property without regard to what the program has done to prototypes.
func set(o *goja.Object, name string, v goja.Value) {
	if err := o.DefineDataProperty(name, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE); err != nil {
		panic(err)
	}
}
