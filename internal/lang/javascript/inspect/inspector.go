package inspect

import (
	"math"
	"strings"

	"github.com/dop251/goja"
)

// Inspector inspects the values of one runtime. Making one is cheap, keeping one saves
// some microseconds a call and costs some kilobytes. Like its runtime it is for one
// goroutine at a time.
type Inspector struct {
	vm  *goja.Runtime
	eng *engine // nil until there is an object

	plain  *goja.Object // Object.prototype
	custom *goja.Symbol // nil when user code has taken the way to it away
}

// New returns an inspector of vm's values.
func New(vm *goja.Runtime) *Inspector { return &Inspector{vm: vm} }

func (in *Inspector) builtins() *engine {
	if in.eng == nil {
		in.eng = newEngine()
		in.plain = in.vm.NewObject().Prototype()
		in.custom = in.customSymbol()
	}
	return in.eng
}

// Inspect returns v as util.inspect does.
func (in *Inspector) Inspect(v goja.Value, o Options) string {
	return newPrinter(in, o).print(v)
}

// print returns v, cut where it is too long.
func (p *printer) print(v goja.Value) string {
	s := p.value(v, 0)
	if len(s) > maxOutput {
		return strings.ToValidUTF8(s[:maxOutput], "") + "\n... cut at 16 MiB"
	}
	return s
}

// Function returns util.inspect as a function of the runtime. It takes a value and either
// an object of options, or showHidden and depth.
func (in *Inspector) Function() goja.Value {
	return in.named("inspect", func(call goja.FunctionCall) goja.Value {
		options := in.ParseOptions(call.Argument(1))
		if showHidden := call.Argument(1); !isObject(showHidden) {
			options.ShowHidden = showHidden.ToBoolean()
			options.Depth = count(call.Argument(2))
		}
		return in.vm.ToValue(in.Inspect(call.Argument(0), options))
	})
}

// named returns a function of a name, without which it would have Go's.
func (in *Inspector) named(name string, f native) goja.Value {
	o := in.vm.ToValue(f).(*goja.Object)
	if err := o.DefineDataProperty("name", in.vm.ToValue(name), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
	return o
}

func isObject(v goja.Value) bool {
	_, ok := v.(*goja.Object)
	return ok
}

// ParseOptions returns the options of a JavaScript object, the zero ones of anything else.
// It reads properties, which may throw. Colors, getters, numeric separators, a comparator
// and compact: true are not supported and change nothing.
func (in *Inspector) ParseOptions(v goja.Value) Options {
	given, ok := v.(*goja.Object)
	if !ok {
		return Options{}
	}
	o := Options{
		Depth:           count(given.Get("depth")),
		BreakLength:     count(given.Get("breakLength")),
		Compact:         count(given.Get("compact")),
		MaxArrayLength:  count(given.Get("maxArrayLength")),
		MaxStringLength: count(given.Get("maxStringLength")),
	}
	o.ShowHidden = truth(given.Get("showHidden"))
	o.ShowProxy = truth(given.Get("showProxy"))
	o.Sorted = truth(given.Get("sorted"))
	return o
}

func truth(v goja.Value) bool { return v != nil && v.ToBoolean() }

// count returns a number as Options have it: undefined is 0, null and infinity are
// Unlimited, nothing and false are None.
func count(v goja.Value) int {
	switch {
	case v == nil || goja.IsUndefined(v):
		return 0
	case goja.IsNull(v):
		return Unlimited
	case !goja.IsNumber(v):
		if v.ToBoolean() {
			return 0
		}
		return None
	}
	switch n := v.ToFloat(); {
	case math.IsNaN(n):
		return 0
	case n > math.MaxInt32:
		return Unlimited
	case n >= 1:
		return int(n)
	case n < 0:
		return NameOnly
	}
	return None
}
