package py

import (
	"strconv"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// setupFormat gives classes their __format__.
func setupFormat() {
	ObjectClass.addMethods(MethodTable{{"__format__", "format_spec, /", objectFormat, ""}})
	for _, c := range []*Class{IntClass, FloatClass, ComplexClass} {
		c.AddWholeMethods(MethodTable{{"__format__", "format_spec, /", nativeFormat, ""}})
	}
	StrClass.AddWholeMethods(MethodTable{{"__format__", "format_spec, /", nativeFormat, ""}})
}

// specText is the text that a specifier must be.
func specText(x Object) (string, error) {
	s, ok := Native(x).(*Str)
	if !ok {
		return "", Raise(TypeError, "__format__() argument must be str, not %s", argClass(x))
	}
	return s.s, nil
}

func objectFormat(t *Thread, a []Object) (Object, error) {
	spec, err := specText(a[1])
	if err != nil {
		return nil, err
	}
	if spec != "" {
		return nil, Raise(TypeError, "unsupported format string passed to %s.__format__", a[0].Class().fullName())
	}
	return t.strObject(a[0])
}

// nativeFormat is __format__ of numbers and str.
func nativeFormat(t *Thread, a []Object) (Object, error) {
	spec, err := specText(a[1])
	if err != nil {
		return nil, err
	}
	return t.formatNative(a[0], spec)
}

// formatNative is format(x, spec) of a number or a str that hasn't a __format__ of its own.
func (t *Thread) formatNative(x Object, spec string) (*Str, error) {
	if spec == "" {
		return t.Str(x)
	}
	class := x.Class().fullName()
	switch v := Native(x).(type) {
	case *Str:
		return formatText(v, spec, class)
	case Float:
		return formatFloat(float64(v), spec, class)
	case Complex:
		return formatComplex(complex128(v), spec, class)
	case *Bool:
		if v.v {
			return formatInt(t, x, MakeInt(1), spec)
		}
		return formatInt(t, x, MakeInt(0), spec)
	default:
		return formatInt(t, x, v, spec)
	}
}

// Format is format(x, spec). A nil spec is "".
func (t *Thread) Format(x, spec Object) (*Str, error) {
	if spec == nil {
		spec = emptyStr
	}
	text := ""
	if s, ok := Native(spec).(*Str); ok {
		text = s.s
	}
	c := x.Class()
	switch c {
	case StrClass, IntClass, FloatClass:
		return t.formatNative(x, text)
	}
	m, _ := c.Lookup("__format__").(*MethodDescr)
	if m != nil && Native(x) != x && m.owner != ObjectClass && m == m.owner.Dict.GetStr("__format__") && !m.owner.Heap && isFormatted(m.owner) {
		return t.formatNative(x, text)
	}
	v, found, err := t.callSpecial(x, "__format__", spec)
	switch {
	case err != nil:
		return nil, err
	case !found:
		return nil, Raise(TypeError, "unsupported format string passed to %s.__format__", c.fullName())
	}
	s, ok := Native(v).(*Str)
	if !ok {
		return nil, Raise(TypeError, "__format__ must return a str, not %s", v.Class().fullName())
	}
	return s, nil
}

func isFormatted(c *Class) bool {
	return c == StrClass || c == IntClass || c == FloatClass || c == ComplexClass
}

// formatValue is {x!conversion:spec} of an f-string; a nil spec is none.
func (t *Thread) formatValue(x Object, conversion uint8, spec Object) (Object, error) {
	if conversion == code.Digits {
		if _, ok := x.(Int); ok {
			return x, nil
		}
	}
	x, err := t.converted(x, rune(conversion))
	if err != nil {
		return nil, err
	}
	if spec == nil {
		switch x.(type) {
		case *Str:
			return x, nil
		case Int, Float:
			return t.Repr(x)
		}
	}
	return t.Format(x, spec)
}

// converted is what !r, !s or !a makes of a value.
func (t *Thread) converted(x Object, conversion rune) (Object, error) {
	switch conversion {
	case 'r':
		return t.Repr(x)
	case 's':
		return t.Str(x)
	case 'a':
		return t.ASCII(x)
	}
	return x, nil
}

// buildString joins the parts of an f-string: strs, and Ints of which it makes the digits.
func (t *Thread) buildString(parts []Object) (Object, error) {
	const digits = 20
	size := 0
	for _, p := range parts {
		if s, ok := p.(*Str); ok {
			size += len(s.s)
		} else {
			size += digits
		}
		if size > maxText {
			return nil, NewExc(MemoryError)
		}
	}
	var short [64]byte
	if size <= len(short) {
		return copyStr(appendParts(short[:0], parts)), nil
	}
	return ownedStr(appendParts(make([]byte, 0, size), parts)), nil
}

func appendParts(b []byte, parts []Object) []byte {
	for _, p := range parts {
		switch p := p.(type) {
		case *Str:
			b = append(b, p.s...)
		case Int:
			b = strconv.AppendInt(b, int64(p), 10)
		}
	}
	return b
}
