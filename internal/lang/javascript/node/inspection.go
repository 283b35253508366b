package node

import (
	"math"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang/javascript/inspect"
)

// utilNatives are the two functions of util that the console shares.
func utilNatives() map[string]native {
	return map[string]native{
		// inspect(value, options) has every option there.
		"inspect": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			return vm.ToValue(inspect.Inspect(vm, call.Argument(0), inspectOptions(vm, call.Argument(1))))
		},
		// format(options, args) is given an array of the arguments.
		"format": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			list := call.Argument(1).ToObject(vm)
			args := make([]goja.Value, list.Get("length").ToInteger())
			for i := range args {
				args[i] = list.Get(vm.ToValue(i).String())
			}
			return vm.ToValue(inspect.FormatWithOptions(vm, inspectOptions(vm, call.Argument(0)), args))
		},
	}
}

func inspectOptions(vm *goja.Runtime, v goja.Value) inspect.Options {
	o := v.ToObject(vm)
	return inspect.Options{
		Depth:           depth(o.Get("depth")),
		ShowHidden:      truth(o.Get("showHidden")),
		BreakLength:     max(count(o.Get("breakLength")), 0),
		Compact:         compact(o.Get("compact")),
		Sorted:          truth(o.Get("sorted")),
		MaxArrayLength:  count(o.Get("maxArrayLength")),
		MaxStringLength: count(o.Get("maxStringLength")),
	}
}

func truth(v goja.Value) bool {
	return v != nil && v.ToBoolean()
}

// depth turns null and Infinity into every level.
func depth(v goja.Value) int {
	switch n := number(v); {
	case v == nil || goja.IsUndefined(v):
		return 2
	case goja.IsNull(v) || n > math.MaxInt32:
		return inspect.Unlimited
	case n < 1:
		return inspect.TopOnly
	default:
		return int(n)
	}
}

// compact turns the booleans that Node takes as well into a number.
func compact(v goja.Value) int {
	switch n := number(v); {
	case v == nil || goja.IsUndefined(v):
		return 0
	case n < 1:
		return -1
	default:
		return int(min(n, math.MaxInt32))
	}
}

// count turns null and Infinity into all.
func count(v goja.Value) int {
	switch n := number(v); {
	case v == nil || goja.IsUndefined(v):
		return 0
	case goja.IsNull(v) || n > math.MaxInt32:
		return -1
	default:
		return int(max(n, 0))
	}
}

// number is v where it is a primitive, and 0 where it isn't a number.
func number(v goja.Value) float64 {
	if v == nil {
		return 0
	}
	if _, ok := v.(*goja.Object); ok {
		return 0
	}
	if f := v.ToFloat(); f == f {
		return f
	}
	return 0
}
