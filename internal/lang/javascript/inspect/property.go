package inspect

import (
	"strings"

	"github.com/dop251/goja"
)

// A key names a property.
type key struct {
	name   string
	symbol *goja.Symbol // of a property that has no name
}

// keys returns the keys to list of o, after skipping the first ones, and how many there
// are beyond those.
func (p *printer) keys(o *goja.Object, skip int) (list []key, cut int) {
	var names []string
	if p.showHidden {
		names = o.GetOwnPropertyNames()
	} else {
		names = o.Keys()
	}
	names = names[min(skip, len(names)):]
	p.spendKeys(len(names))
	if len(names) > hardItems {
		names, cut = names[:hardItems], len(names)-hardItems
	}
	symbols := o.Symbols()
	if p.showHidden {
		symbols = p.eng.symbols(o)
	}
	if len(symbols) > hardItems {
		symbols, cut = symbols[:hardItems], cut+len(symbols)-hardItems
	}
	if len(names)+len(symbols) == 0 {
		return nil, 0
	}
	list = make([]key, 0, len(names)+len(symbols))
	for _, name := range names {
		list = append(list, key{name: name})
	}
	for _, s := range symbols {
		list = append(list, key{symbol: s})
	}
	return list, cut
}

func (p *printer) keyValue(k key) goja.Value {
	if k.symbol != nil {
		return k.symbol
	}
	return p.eng.vm.ToValue(k.name)
}

// property returns a property of o with its name.
func (p *printer) property(o *goja.Object, k key, level int) string {
	own, ok := p.eng.own(o, p.keyValue(k))
	if !ok {
		own = property{value: goja.Undefined(), enumerable: true}
	}
	return p.spend(k.text(own.enumerable)) + ": " + p.content(own, level)
}

// content returns what a property holds.
func (p *printer) content(own property, level int) string {
	if own.value != nil {
		p.indent += 2
		s := p.value(own.value, level)
		p.indent -= 2
		return s
	}
	get, set := !goja.IsUndefined(own.get), !goja.IsUndefined(own.set)
	switch {
	case get && set:
		return "[Getter/Setter]"
	case get:
		return "[Getter]"
	case set:
		return "[Setter]"
	}
	return "undefined"
}

// text returns the key as it is written before a colon.
func (k key) text(enumerable bool) string {
	switch {
	case k.symbol != nil:
		return "[" + escaped(symbolText(k.symbol)) + "]"
	case k.name == "__proto__":
		return "['__proto__']"
	case !enumerable:
		return "[" + escaped(k.name) + "]"
	case isIdentifier(k.name):
		return k.name
	}
	return quote(k.name)
}

// escaped escapes s as within single quotes.
func escaped(s string) string {
	return string(appendEscapedText(make([]byte, 0, len(s)), s, '\''))
}

func isIdentifier(s string) bool {
	const letters = "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	if s == "" || strings.IndexByte(letters, s[0]) < 0 {
		return false
	}
	for i := 1; i < len(s); i++ {
		if c := s[i]; (c < '0' || c > '9') && strings.IndexByte(letters, c) < 0 {
			return false
		}
	}
	return true
}
