package inspect

import (
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/dop251/goja"
)

// mapping returns the shape of a Map.
func (p *printer) mapping(o *goja.Object, s shape) shape {
	return p.collection(o, s, "Map", func(entry goja.Value, level int) string {
		pair, ok := entry.(*goja.Object) // the engine's own
		if !ok {
			return ""
		}
		return p.value(pair.Get("0"), level) + " => " + p.value(pair.Get("1"), level)
	})
}

// set returns the shape of a Set.
func (p *printer) set(o *goja.Object, s shape) shape {
	return p.collection(o, s, "Set", p.value)
}

func (p *printer) collection(o *goja.Object, s shape, kind string, show func(goja.Value, int) string) shape {
	size := 0
	if n := p.eng.call("get "+kind+".prototype.size", o); n != nil {
		size = int(n.ToInteger())
	}
	s.class.internal = kind
	s.open = s.class.prefix(kind, "("+strconv.Itoa(size)+")") + "{"
	s.keys, s.cut = p.keys(o, 0)
	if size == 0 {
		return s
	}
	s.items = func(level int) block {
		var b block
		p.indent += 2
		p.each(o, kind, func(entry goja.Value) bool {
			if len(b.items) >= p.maxItems || p.tired() {
				return false
			}
			b.items = append(b.items, show(entry, level))
			return true
		})
		p.indent -= 2
		if left := size - len(b.items); left > 0 {
			b.items = append(b.items, more(left, "item"))
		}
		return b
	}
	return s
}

// each calls f with the entries of a Map or the elements of a Set until it is false.
func (p *printer) each(o *goja.Object, kind string, f func(goja.Value) bool) {
	method := map[string]string{"Map": "Map.prototype.entries", "Set": "Set.prototype.values"}[kind]
	iterator, ok := p.eng.call(method, o).(*goja.Object)
	if !ok {
		return
	}
	next := nativeOf(iterator.Get("next"))
	for {
		step, ok := next(goja.FunctionCall{This: iterator}).(*goja.Object)
		if !ok || step.Get("done").ToBoolean() || !f(step.Get("value")) {
			return
		}
	}
}

func (p *printer) promise(o *goja.Object, s shape) shape {
	s.class.internal = "Promise"
	s.open = s.class.prefix("Promise", "") + "{"
	s.keys, s.cut = p.keys(o, 0)
	s.items = func(level int) block {
		promise := o.Export().(*goja.Promise)
		state := promise.State()
		if state == goja.PromiseStatePending {
			return block{items: []string{"<pending>"}}
		}
		p.indent += 2
		result := p.value(promise.Result(), level)
		p.indent -= 2
		if state == goja.PromiseStateRejected {
			result = "<rejected> " + result
		}
		return block{items: []string{result}}
	}
	return s
}

func (p *printer) arrayBuffer(o *goja.Object, s shape) shape {
	s.class.internal = "ArrayBuffer"
	s.open = s.class.prefix("ArrayBuffer", "") + "{"
	s.keys, s.cut = p.keys(o, 0)
	buffer := o.Export().(goja.ArrayBuffer)
	contents := "(detached)"
	if !buffer.Detached() {
		contents = "[Uint8Contents]: <" + hexBytes(buffer.Bytes(), p.maxItems) + ">"
	}
	s.items = fixed(contents, "byteLength: "+strconv.Itoa(len(buffer.Bytes())))
	return s
}

// hexBytes returns up to limit bytes of b in base 16.
func hexBytes(b []byte, limit int) string {
	var s strings.Builder
	for i, c := range b[:min(limit, len(b))] {
		if i > 0 {
			s.WriteByte(' ')
		}
		s.WriteString(hex.EncodeToString([]byte{c}))
	}
	if left := len(b) - limit; left > 0 {
		s.WriteString(" " + more(left, "byte"))
	}
	return s.String()
}

// nodeBuffer returns the shape of a Buffer, which is all in its name.
func (p *printer) nodeBuffer(o *goja.Object, b []byte, s shape) shape {
	text := hexBytes(b, maxBufferBytes)
	p.seen = append(p.seen, o)
	for i, k := range s.keys {
		if i > 0 || text != "" {
			text += ", "
		}
		text += p.property(o, k, p.depth)
	}
	p.seen = p.seen[:len(p.seen)-1]
	return shape{base: "<Buffer " + text + ">"}
}

// hiddenKind returns what an object is that only the engine's builtins can tell.
func (p *printer) hiddenKind(o *goja.Object, c class) string {
	probe := ""
	switch c.tag {
	case "WeakMap", "WeakSet":
		probe = c.tag + ".prototype.has"
	case "DataView":
		probe = "get DataView.prototype.byteLength"
	default:
		return ""
	}
	if p.eng.call(probe, o, goja.Undefined()) == nil {
		return ""
	}
	return c.tag
}

func (p *printer) dataView(o *goja.Object, s shape) shape {
	s.open = s.class.prefix("DataView", "") + "{"
	s.keys, s.cut = p.keys(o, 0)
	s.items = func(level int) block {
		var b block
		p.indent += 2
		for _, name := range []string{"byteLength", "byteOffset", "buffer"} {
			v := p.eng.call("get DataView.prototype."+name, o)
			b.items = append(b.items, name+": "+p.value(v, level))
		}
		p.indent -= 2
		return b
	}
	return s
}

// boxed returns the shape of a primitive in an object.
func (p *printer) boxed(o *goja.Object, s shape, kind string) shape {
	v := p.eng.call(kind+".prototype.valueOf", o)
	if v == nil { // it only looks like one
		s.open = s.ordinary()
		s.keys, s.cut = p.keys(o, 0)
		return s
	}
	s.class.internal = kind
	s.base = "[" + kind
	switch {
	case s.class.null:
		s.base += " (null prototype)"
	case s.class.name != kind:
		s.base += " (" + s.class.name + ")"
	}
	s.base += ": " + p.primitive(v) + "]"
	if s.class.tag != "" && s.class.tag != s.class.name {
		s.base += " [" + s.class.tag + "]"
	}
	indices := 0
	if text, ok := v.(goja.String); ok {
		indices = text.Length()
	}
	if indices <= maxListed {
		s.keys, s.cut = p.keys(o, indices)
	}
	return s
}

// regexpFlags are the letters of the properties that say how a RegExp matches.
var regexpFlags = []struct{ property, letter string }{
	{"global", "g"}, {"ignoreCase", "i"}, {"multiline", "m"}, {"dotAll", "s"},
	{"unicode", "u"}, {"sticky", "y"},
}

func (p *printer) regexp(o *goja.Object) string {
	get := func(property string) goja.Value {
		return p.eng.call("get RegExp.prototype."+property, o)
	}
	source := get("source")
	if source == nil {
		return "/(?:)/"
	}
	text := "/" + source.String() + "/"
	for _, flag := range regexpFlags {
		if v := get(flag.property); v != nil && v.ToBoolean() {
			text += flag.letter
		}
	}
	return text
}

func (p *printer) date(o *goja.Object) string {
	if s := p.eng.call("Date.prototype.toISOString", o); s != nil {
		return s.String()
	}
	return "Invalid Date"
}
