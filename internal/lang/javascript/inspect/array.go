package inspect

import (
	"math"
	"reflect"
	"strconv"

	"github.com/dop251/goja"
)

// maxListed is how long an array may be for its other properties to be looked for, which
// takes going through all of it.
const maxListed = 1 << 20

func (p *printer) array(o *goja.Object, s shape) shape {
	own, _ := p.eng.own(o, p.eng.length)
	length := 0
	if own.value != nil {
		length = int(own.value.ToInteger())
	}
	s.class.internal = "Array"
	s.open, s.close = "[", "]"
	if s.class.name != "Array" || s.class.tag != "" {
		s.open = s.class.prefix("Array", "("+strconv.Itoa(length)+")") + "["
	}
	s.keys, s.cut = p.extraKeys(o, length)
	if length > 0 {
		s.items = func(level int) block { return p.elements(o, length, len(s.keys) > 0, level) }
	}
	return s
}

// extraKeys returns the keys of an array that aren't indices.
func (p *printer) extraKeys(o *goja.Object, length int) ([]key, int) {
	if length > maxListed {
		return nil, 0
	}
	var names []string
	if p.showHidden {
		names = o.GetOwnPropertyNames()
	} else {
		names = o.Keys()
	}
	p.spendKeys(len(names))
	indices := 0
	for indices < len(names) && isIndex(names[indices]) {
		indices++
	}
	if indices == len(names) && !p.showHidden && len(o.Symbols()) == 0 {
		return nil, 0
	}
	return p.keys(o, indices)
}

// isIndex is whether s is an array's index.
func isIndex(s string) bool {
	n, err := strconv.ParseUint(s, 10, 32)
	return err == nil && n < math.MaxUint32 && (s[0] != '0' || s == "0")
}

// elements returns the elements of an array.
func (p *printer) elements(o *goja.Object, length int, extra bool, level int) block {
	b := block{list: true, numeric: !extra}
	shown := min(length, p.maxItems)
	for i := 0; i < shown && !p.tired(); i++ {
		own, ok := p.eng.own(o, p.eng.vm.ToValue(i))
		if !ok {
			b.numeric = false
			return p.sparse(o, b, i, length, level)
		}
		b.numeric = b.numeric && isNumeric(own.value)
		b.items = append(b.items, p.content(own, level))
	}
	if left := length - len(b.items); left > 0 {
		b.more = true
		b.items = append(b.items, more(left, "item"))
		next, _ := p.eng.own(o, p.eng.vm.ToValue(shown))
		b.numeric = b.numeric && isNumeric(next.value)
	}
	return b
}

func isNumeric(v goja.Value) bool { return v != nil && (goja.IsNumber(v) || goja.IsBigInt(v)) }

// sparse continues elements at index i, where there is a hole.
func (p *printer) sparse(o *goja.Object, b block, i, length int, level int) block {
	names := o.Keys()
	p.spendKeys(len(names))
	for at := i; at < len(names) && len(b.items) < p.maxItems && !p.tired() && isIndex(names[at]); at++ {
		index, _ := strconv.Atoi(names[at])
		if index > i {
			b.items = append(b.items, empty(index-i))
			if i = index; len(b.items) >= p.maxItems {
				break
			}
		}
		own, _ := p.eng.own(o, p.eng.vm.ToValue(index))
		b.items = append(b.items, p.content(own, level))
		i++
	}
	switch left := length - i; {
	case left <= 0:
	case len(b.items) < p.maxItems:
		b.items = append(b.items, empty(left))
	default:
		b.more = true
		b.items = append(b.items, more(left, "item"))
	}
	return b
}

func empty(n int) string {
	if n == 1 {
		return "<1 empty item>"
	}
	return "<" + strconv.Itoa(n) + " empty items>"
}

// maxListedBytes is the same as maxListed for typed arrays, where an index takes far more
// memory than an element.
const maxListedBytes = 1 << 16

// maxBufferBytes is how many bytes of a Buffer are shown.
const maxBufferBytes = 50

func (p *printer) typedArray(o *goja.Object, s shape) shape {
	name := p.eng.typedArrayName(o)
	if name == "" {
		s.open = s.ordinary()
		s.keys, s.cut = p.keys(o, 0)
		return s
	}
	elements := reflect.ValueOf(o.Export())
	length := elements.Len()
	s.class.internal = name
	if length <= maxListedBytes {
		s.keys, s.cut = p.keys(o, length)
	}
	if bytes, ok := elements.Interface().([]byte); ok && s.class.name == "Buffer" {
		return p.nodeBuffer(o, bytes, s)
	}
	s.open, s.close = s.class.prefix(s.class.internal, "("+strconv.Itoa(length)+")")+"[", "]"
	if length > 0 {
		s.items = func(int) block { return p.numbers(elements, len(s.keys) > 0) }
	}
	return s
}

// numbers returns a typed array's elements.
func (p *printer) numbers(elements reflect.Value, extra bool) block {
	length := elements.Len()
	shown := min(length, p.maxItems)
	b := block{list: true, numeric: !extra, more: length > shown}
	for i := range shown {
		b.items = append(b.items, p.number(elements.Index(i)))
	}
	if b.more {
		b.items = append(b.items, more(length-shown, "item"))
	}
	return b
}

func (p *printer) number(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Float32, reflect.Float64:
		return numberText(p.eng.vm.ToValue(v.Float()))
	case reflect.Int64:
		return strconv.FormatInt(v.Int(), 10) + "n"
	case reflect.Uint64:
		return strconv.FormatUint(v.Uint(), 10) + "n"
	case reflect.Int8, reflect.Int16, reflect.Int32:
		return strconv.FormatInt(v.Int(), 10)
	}
	return strconv.FormatUint(v.Uint(), 10)
}
