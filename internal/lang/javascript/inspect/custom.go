package inspect

import (
	"strings"

	"github.com/dop251/goja"
)

// customName is the registered name of the symbol of methods that say how an object is
// shown.
const customName = "nodejs.util.inspect.custom"

// customSymbol returns the symbol of that name, nil when user code has taken the way to it
// away.
func (in *Inspector) customSymbol() *goja.Symbol {
	constructor, ok := in.vm.Get("Symbol").(*goja.Object)
	if !ok {
		return nil
	}
	symbol, _ := invoke(constructor.Get("for"), constructor, in.vm.ToValue(customName)).(*goja.Symbol)
	return symbol
}

// customized returns what an object's custom method makes of it. It is false when it has
// none, or one that leaves it to the printer.
func (p *printer) customized(o, target *goja.Object, f *facts, level int) (string, bool) {
	if p.plain || f.prototype == target || !p.hasCustom(f) {
		return "", false
	}
	method, ok := p.lookup(target, p.in.custom).(*goja.Object)
	if !ok || !isFunction(method) {
		return "", false
	}
	result := invoke(method, o, p.remaining(level), p.in.userOptions(p), p.in.Function())
	if result == goja.Value(o) {
		return "", false
	}
	if s, ok := result.(goja.String); ok {
		return strings.ReplaceAll(s.String(), "\n", "\n"+spaces(p.indent)), true
	}
	if p.customs >= maxCustom {
		return "[Inspection interrupted]", true
	}
	p.customs++
	defer func() { p.customs-- }()
	return p.value(result, level), true
}

func (p *printer) hasCustom(f *facts) bool {
	for range maxChain {
		if f.custom || f.next == nil {
			return f.custom
		}
		f = p.factsOf(f.next, true)
	}
	return false
}

// remaining returns how many levels may be shown from level on, as JavaScript has it.
func (p *printer) remaining(level int) goja.Value {
	if p.depth >= hardDepth {
		return goja.Null()
	}
	return p.in.vm.ToValue(p.depth - level)
}

// userOptions returns the options that a custom method is given, to hand on.
func (in *Inspector) userOptions(p *printer) goja.Value {
	o := in.vm.NewObject()
	for _, option := range []struct {
		name  string
		value any
	}{
		{"showHidden", p.showHidden},
		{"depth", p.remaining(0)},
		{"colors", false},
		{"customInspect", true},
		{"showProxy", p.showProxy},
		{"maxArrayLength", p.maxItems},
		{"maxStringLength", p.maxString},
		{"breakLength", p.breakLength},
		{"compact", p.compact},
		{"sorted", p.sorted},
		{"getters", false},
		{"numericSeparator", false},
		{"stylize", in.named("stylize", func(call goja.FunctionCall) goja.Value { return call.Argument(0).ToString() })},
	} {
		if err := o.Set(option.name, option.value); err != nil {
			panic(err)
		}
	}
	return o
}
