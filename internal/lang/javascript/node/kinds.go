package node

import (
	"math/big"
	"reflect"

	"github.com/dop251/goja"
)

// kindsNatives tell what a value is by what the engine knows of it.
func kindsNatives() map[string]native {
	return map[string]native{
		// kind(v) is the name of v's class, undefined where the engine doesn't say.
		"kind": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			o, ok := call.Argument(0).(*goja.Object)
			if !ok {
				return goja.Undefined()
			}
			if k := kind(o); k != "" {
				return vm.ToValue(k)
			}
			return goja.Undefined()
		},
	}
}

// kind returns what o is, "Proxy" for a proxy of anything, or nothing.
func kind(o *goja.Object) string {
	t, class := o.ExportType(), o.ClassName()
	switch {
	case t == reflect.TypeFor[goja.Proxy]():
		return "Proxy"
	case class != "Object":
		return class
	}
	switch t {
	case reflect.TypeFor[[][2]any]():
		return "Map"
	case reflect.TypeFor[[]any]():
		return "Set"
	case reflect.TypeFor[*goja.Promise]():
		return "Promise"
	case reflect.TypeFor[goja.ArrayBuffer]():
		return "ArrayBuffer"
	case reflect.TypeFor[*big.Int]():
		return "BigInt"
	case reflect.TypeFor[string]():
		return "Symbol"
	}
	return ""
}
