package inspect

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"
)

const (
	// hardDepth is how many levels are shown at most. Each is a Go call or three, and
	// copies what is within it.
	hardDepth = 200
	// hardItems is how many properties or elements of one object are shown at most.
	hardItems = 20_000
	// hardString is how many UTF-16 units of a string are shown at most.
	hardString = 4 << 20
	// maxWork is how many bytes are put together at most, on all levels, before what is
	// left is left out. An object counts as objectWork bytes, a key that is looked at as
	// keyWork and a step along prototypes as stepWork, about what they take in time.
	maxWork    = 32 << 20
	objectWork = 256
	keyWork    = 64
	stepWork   = 8
	// maxOutput is how many bytes an inspected value may take.
	maxOutput = 16 << 20
	// maxCustom is how many results of custom methods may have one themselves.
	maxCustom = 100
)

// A printer inspects one value.
type printer struct {
	in  *Inspector
	eng *engine

	depth       int // levels shown below the value; -1 shows none of it
	breakLength int
	compact     int
	maxItems    int
	maxString   int
	showHidden  bool
	showProxy   bool
	sorted      bool
	plain       bool // custom methods are not called

	indent  int
	deepest int // level of what was last entered
	seen    []*goja.Object
	refs    map[*goja.Object]int
	known   map[*goja.Object]*facts
	customs int // depth of custom methods' results
	work    int
}

func newPrinter(in *Inspector, o Options) *printer {
	return &printer{
		in:          in,
		depth:       depthOf(o.Depth),
		breakLength: bounded(o.BreakLength, 80, 1<<20),
		compact:     bounded(o.Compact, 3, 16),
		maxItems:    bounded(o.MaxArrayLength, 100, hardItems),
		maxString:   bounded(o.MaxStringLength, 10_000, hardString),
		showHidden:  o.ShowHidden,
		showProxy:   o.ShowProxy,
		sorted:      o.Sorted,
	}
}

func depthOf(n int) int {
	switch n {
	case 0:
		return 2
	case TopOnly:
		return 0
	case NameOnly:
		return -1
	}
	if n < 0 {
		return hardDepth
	}
	return min(n, hardDepth)
}

// bounded returns n up to a limit, or what a number that stands for another does.
func bounded(n, zero, limit int) int {
	switch {
	case n == 0:
		return zero
	case n == None:
		return 0
	case n < 0:
		return limit
	}
	return min(n, limit)
}

// tired is whether the printer has done what it may.
func (p *printer) tired() bool { return p.work > maxWork }

// value returns v, which is level levels below the value inspected.
func (p *printer) value(v goja.Value, level int) string {
	if p.tired() {
		return "..."
	}
	o, ok := v.(*goja.Object)
	if !ok {
		return p.spend(p.primitive(v))
	}
	target, isProxy := behind(o)
	if target == nil {
		return "<Revoked Proxy>"
	}
	if isProxy && p.showProxy {
		return p.spend(p.proxy(o, level))
	}
	p.begin()
	f := p.factsOf(target, false)
	if text, ok := p.customized(o, target, f, level); ok {
		return p.spend(text)
	}
	for _, s := range p.seen {
		if s == target {
			return "[Circular *" + strconv.Itoa(p.ref(target)) + "]"
		}
	}
	p.work += objectWork
	return p.spend(p.object(target, f, level))
}

// spendKeys accounts for listing n keys. One object alone doesn't tire the printer.
func (p *printer) spendKeys(n int) { p.work += min(n*keyWork, maxWork/2) }

// begin gets what objects need.
func (p *printer) begin() {
	if p.eng == nil {
		p.eng = p.in.builtins()
	}
}

func (p *printer) spend(s string) string {
	p.work += len(s)
	return s
}

// ref returns the number of an object that is referred to from within.
func (p *printer) ref(o *goja.Object) int {
	if p.refs == nil {
		p.refs = make(map[*goja.Object]int)
	}
	n := p.refs[o]
	if n == 0 {
		n = len(p.refs) + 1
		p.refs[o] = n
	}
	return n
}

// behind returns the object that o is, or is a proxy of. It is nil for a revoked proxy.
func behind(o *goja.Object) (target *goja.Object, isProxy bool) {
	for o != nil && o.ExportType() == proxyType {
		p, _ := o.Export().(goja.Proxy)
		o, isProxy = p.Target(), true
	}
	return o, isProxy
}

func (p *printer) proxy(o *goja.Object, level int) string {
	if level > p.depth {
		return "Proxy [Array]"
	}
	proxy := o.Export().(goja.Proxy)
	p.indent += 2
	items := []string{p.value(proxy.Target(), level+1), p.value(proxy.Handler(), level+1)}
	p.indent -= 2
	return p.layout(block{open: "Proxy [", close: "]", items: items, list: true}, level+1)
}

// object returns an object that is neither a proxy nor one that is being printed.
func (p *printer) object(o *goja.Object, f *facts, level int) string {
	s := p.describe(o, f)
	if level <= p.depth {
		s.inherited = p.inherited(o, f)
	}
	if s.items == nil && len(s.keys)+len(s.inherited) == 0 {
		if s.base != "" {
			return s.base
		}
		return s.open + s.close
	}
	if level > p.depth {
		return s.shallow()
	}
	b := p.contents(o, s, level+1)
	b.open, b.close, b.base = s.open, s.close, s.base
	if n := p.refs[o]; n > 0 {
		b.base = strings.TrimSuffix("<ref *"+strconv.Itoa(n)+"> "+b.base, " ")
	}
	return p.layout(b, level+1)
}

// contents returns what is in an object, a level below it.
func (p *printer) contents(o *goja.Object, s shape, level int) block {
	p.seen = append(p.seen, o)
	p.deepest = level
	var b block
	if s.items != nil {
		b = s.items(level)
	}
	special := len(b.items)
	for _, k := range s.keys {
		if p.tired() {
			b.items = append(b.items, "...")
			break
		}
		b.items = append(b.items, p.property(o, k, level))
	}
	for _, k := range s.inherited {
		b.items = append(b.items, p.property(k.of, k.key, level))
	}
	p.seen = p.seen[:len(p.seen)-1]
	if s.cut > 0 {
		b.items = append(b.items, more(s.cut, "key"))
	}
	if p.sorted {
		if !b.list {
			special = 0
		}
		slices.Sort(b.items[special:])
	}
	return b
}
