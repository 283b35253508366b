package inspect

import (
	"slices"
	"strings"

	"github.com/dop251/goja"
)

// maxFormatted is how many bytes a format's result may have before arguments are left out,
// where there is more than one.
const maxFormatted = 64 << 20

// A formatter puts together what console.log prints.
type formatter struct {
	in      *Inspector
	options Options
	out     strings.Builder
	args    []goja.Value // not used yet
	work    int          // of the printers so far, which share what one may do
}

func (f *formatter) inspect(v goja.Value, o Options) string {
	p := newPrinter(f.in, o)
	p.work = f.work
	s := p.print(v)
	f.work = p.work
	return s
}

// Format returns args as util.formatWithOptions does.
func (in *Inspector) Format(args []goja.Value, o Options) string {
	if len(args) == 0 {
		return ""
	}
	f := formatter{in: in, options: o, args: args}
	first, isText := args[0].(goja.String)
	switch {
	case isText && len(args) == 1:
		return first.String()
	case isText:
		f.args = args[1:]
		f.directives(first.String())
	default:
		f.out.WriteString(f.inspect(args[0], o))
		f.args = args[1:]
	}
	f.rest()
	return f.out.String()
}

// rest writes the arguments that no directive took.
func (f *formatter) rest() {
	for i, v := range f.args {
		if f.out.Len() > maxFormatted {
			f.out.WriteString(" " + more(len(f.args)-i, "argument"))
			return
		}
		f.out.WriteByte(' ')
		if s, ok := v.(goja.String); ok {
			f.out.WriteString(s.String())
		} else {
			f.out.WriteString(f.inspect(v, f.options))
		}
	}
}

// directives writes text with arguments in place of its directives.
func (f *formatter) directives(text string) {
	for {
		at := strings.IndexByte(text, '%')
		if at < 0 || at+1 == len(text) {
			break
		}
		directive := text[at+1]
		if directive == '%' {
			f.out.WriteString(text[:at+1])
		} else if len(f.args) > 0 && strings.IndexByte("sdijfoOc", directive) >= 0 && f.out.Len() <= maxFormatted {
			f.out.WriteString(text[:at])
			f.out.WriteString(f.directive(directive, f.args[0]))
			f.args = f.args[1:]
		} else {
			f.out.WriteString(text[:at+2])
		}
		text = text[at+2:]
	}
	f.out.WriteString(text)
}

func (f *formatter) directive(directive byte, v goja.Value) string {
	if v == nil {
		v = goja.Undefined()
	}
	switch directive {
	case 's':
		return f.text(v)
	case 'd', 'i', 'f':
		return f.number(directive, v)
	case 'j':
		return f.json(v)
	case 'O':
		return f.inspect(v, f.options)
	case 'o':
		o := f.options
		o.ShowHidden, o.ShowProxy, o.Depth = true, true, 4
		return f.inspect(v, o)
	}
	return "" // %c takes a style
}

// text is %s.
func (f *formatter) text(v goja.Value) string {
	switch {
	case goja.IsNumber(v):
		return numberText(v)
	case goja.IsBigInt(v):
		return v.String() + "n"
	}
	if s, ok := v.(*goja.Symbol); ok {
		return symbolText(s)
	}
	o, ok := v.(*goja.Object)
	if !ok {
		return v.String()
	}
	if target, _ := behind(o); target != nil && (isFunction(target) || f.speaks(target)) {
		return v.String()
	}
	options := f.options
	options.Depth, options.Compact = TopOnly, 3
	return f.inspect(v, options)
}

// builtinClasses are those whose toString says less than inspecting does.
var builtinClasses = []string{
	"Object", "Array", "Function", "Error", "AggregateError", "EvalError", "RangeError", "ReferenceError",
	"SyntaxError", "TypeError", "URIError", "Date", "RegExp", "Map", "Set", "WeakMap", "WeakSet", "Promise",
	"Number", "String", "Boolean", "Symbol", "BigInt", "ArrayBuffer", "DataView", "Proxy", "Uint8Array",
	"Uint8ClampedArray", "Uint16Array", "Uint32Array", "Int8Array", "Int16Array", "Int32Array", "Float32Array",
	"Float64Array", "BigInt64Array", "BigUint64Array", "TypedArray",
}

// speaks is whether o has a way of its own to become a string.
func (f *formatter) speaks(o *goja.Object) bool {
	p := newPrinter(f.in, f.options)
	p.begin()
	toString := p.eng.vm.ToValue("toString")
	hasText := isCallable(p.lookup(o, toString))
	hasPrimitive := isCallable(p.lookup(o, goja.SymToPrimitive))
	for at, i := o, 0; at != nil && i < maxChain; i++ {
		if hasText && p.eng.hasOwn(at, toString) || hasPrimitive && p.eng.hasOwn(at, goja.SymToPrimitive) {
			name, _ := p.constructorOf(at)
			return at == o || !slices.Contains(builtinClasses, name)
		}
		at, _ = behind(at.Prototype())
	}
	return false
}

func isCallable(v goja.Value) bool {
	o, ok := v.(*goja.Object)
	return ok && isFunction(o)
}

// number is %d, %i and %f.
func (f *formatter) number(directive byte, v goja.Value) string {
	if _, ok := v.(*goja.Symbol); ok {
		return "NaN"
	}
	if goja.IsBigInt(v) && directive != 'f' {
		return v.String() + "n"
	}
	eng := f.in.builtins()
	name := map[byte]string{'d': "Number", 'i': "parseInt", 'f': "parseFloat"}[directive]
	if o, ok := v.(*goja.Object); ok {
		if directive == 'd' {
			v = o.ToNumber()
		} else {
			v = o.ToString()
		}
	}
	if n := eng.call(name, nil, v); n != nil {
		return numberText(n)
	}
	return "NaN"
}

// json is %j.
func (f *formatter) json(v goja.Value) string {
	o, ok := v.(*goja.Object)
	switch {
	case goja.IsBigInt(v):
		panic(f.in.vm.NewTypeError("Do not know how to serialize a BigInt"))
	case !ok:
		if s := f.in.builtins().call("JSON.stringify", nil, v); s != nil {
			return s.String()
		}
		return "undefined"
	}
	if target, _ := behind(o); target != nil && isFunction(target) {
		return "undefined"
	}
	b, err := o.MarshalJSON()
	switch {
	case err == nil:
		return string(b)
	case strings.Contains(err.Error(), "Converting circular structure to JSON"):
		return "[Circular]"
	}
	panic(err)
}
