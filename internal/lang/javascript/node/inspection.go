package node

import (
	"strconv"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang/javascript/inspect"
)

// utilNatives are the two functions of util that are the console's as well.
func utilNatives(vm *goja.Runtime) map[string]native {
	inspector := inspect.New(vm)
	return map[string]native{
		// inspect(value, options)
		"inspect": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			return vm.ToValue(inspector.Inspect(call.Argument(0), inspector.ParseOptions(call.Argument(1))))
		},
		// format(options, args) is given an array of the arguments.
		"format": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			options := inspector.ParseOptions(call.Argument(0))
			return vm.ToValue(inspector.Format(elements(vm, call.Argument(1)), options))
		},
	}
}

// elements returns what an array of a module's own making holds.
func elements(vm *goja.Runtime, v goja.Value) []goja.Value {
	list := v.ToObject(vm)
	out := make([]goja.Value, list.Get("length").ToInteger())
	for i := range out {
		out[i] = list.Get(strconv.Itoa(i))
	}
	return out
}
