package py

import (
	"strings"
	"unicode"
)

var (
	intSignature     = Sign("x=, /, base=")
	floatSignature   = Sign("x=, /")
	complexSignature = Sign("real=, imag=")
)

func intNew(t *Thread, cls *Class, a Args) (Object, error) {
	if err := checkNew(IntClass, cls); err != nil {
		return nil, err
	}
	args, err := intSignature.bind("int", a, 0)
	if err != nil {
		return nil, err
	}
	var v Object
	switch {
	case args[0] == nil && args[1] != nil:
		return nil, Raise(TypeError, "int() missing string argument")
	case args[0] == nil:
		v = MakeInt(0)
	case args[1] != nil:
		v, err = t.intOfBase(args[0], args[1])
	default:
		v, err = t.Int(args[0])
	}
	if err != nil {
		return nil, err
	}
	return numberOf(cls, IntClass, v), nil
}

func (t *Thread) intOfBase(x, base Object) (Object, error) {
	b, err := t.Index(base)
	if err != nil && Caught(err, OverflowError) == nil {
		return nil, err
	}
	if err != nil || b != 0 && (b < 2 || b > 36) {
		return nil, Raise(ValueError, "int() base must be >= 2 and <= 36, or 0")
	}
	s, ok := numeralOf(x)
	if !ok {
		return nil, Raise(TypeError, "int() can't convert non-string with explicit base")
	}
	return t.intOfText(x, s, b)
}

// numeralOf is the text of a str, bytes or bytearray.
func numeralOf(x Object) (string, bool) {
	switch v := Native(x).(type) {
	case *Str:
		return v.s, true
	case *Bytes:
		return v.s, true
	case *ByteArray:
		return string(v.b), true
	}
	return "", false
}

// textOfNumber is numeralOf, and the contents of a memoryview.
func textOfNumber(x Object) (string, bool) {
	if s, ok := numeralOf(x); ok {
		return s, true
	}
	return bytesLike(x)
}

func (t *Thread) intOfText(x Object, s string, base int) (Object, error) {
	plain := s
	if _, ok := Native(x).(*Str); ok {
		plain = plainDigitsUnless(s, t.ending)
	} else {
		plain = strings.Trim(s, " \t\n\v\f\r")
	}
	v, err := t.parseInt(plain, base, t.In.IntDigits())
	if v != nil || err != nil {
		return v, err
	}
	switch Native(x).(type) {
	case *ByteArray, *MemoryView:
		x = bytesObject(s)
	}
	text, err := t.shownArgument(x)
	if err != nil {
		return nil, err
	}
	return nil, Raise(ValueError, "invalid literal for int() with base %d: %s", base, text)
}

// shownArgument is an argument in an error's text, of which there are 200 characters at
// most.
func (t *Thread) shownArgument(x Object) (string, error) {
	if s, ok := Native(x).(*Str); ok && s.Len() > 200 {
		x = s.Part(0, 200)
	}
	s, err := t.Repr(x)
	if err != nil {
		return "", err
	}
	return s.Part(0, min(s.Len(), 200)).s, nil
}

// Int is int(x).
func (t *Thread) Int(x Object) (Object, error) {
	switch v := x.(type) {
	case Int, *BigInt:
		return v, nil
	case Float:
		return floatToInt(float64(v))
	case *Bool:
		return boolInt(v), nil
	case *Str:
		return t.intOfText(x, v.s, 10)
	}
	if v, found, err := t.callSpecial(x, "__int__"); found {
		if err != nil {
			return nil, err
		}
		if asInt(v) != nil {
			err = t.warnSubclass(IntClass, "__int__", v)
		}
		if err != nil {
			return nil, err
		}
		return intResult(v, "__int__ returned non-int (type %s)")
	}
	if x.Class().Lookup("__index__") != nil {
		return t.IndexObject(x)
	}
	if v, found, err := t.callSpecial(x, "__trunc__"); found {
		if err == nil {
			err = t.Warn(DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.")
		}
		if err != nil {
			return nil, err
		}
		if asInt(v) == nil && v.Class().Lookup("__index__") != nil {
			return t.IndexObject(v)
		}
		return intResult(v, "__trunc__ returned non-Integral (type %s)")
	}
	if s, ok := textOfNumber(x); ok {
		return t.intOfText(x, s, 10)
	}
	return nil, Raise(TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'", x.Class().fullName())
}

func intResult(v Object, otherwise string) (Object, error) {
	if i := asInt(v); i != nil {
		return i, nil
	}
	return nil, Raise(TypeError, otherwise, v.Class().fullName())
}

func floatNew(t *Thread, cls *Class, a Args) (Object, error) {
	if err := checkNew(FloatClass, cls); err != nil {
		return nil, err
	}
	if cls.takesNames() {
		a.Names, a.Named = nil, nil
	}
	args, err := floatSignature.bind("float", a, 0)
	if err != nil {
		return nil, err
	}
	f := 0.0
	if args[0] != nil {
		if _, same := args[0].(Float); same && cls == FloatClass { // the object itself: a NaN is none but itself
			return args[0], nil
		}
		if f, err = t.Float(args[0]); err != nil {
			return nil, err
		}
	}
	return numberOf(cls, FloatClass, Float(f)), nil
}

// floatByMethod is ToFloat, but that it calls the __float__ of a subclass of float.
func (t *Thread) floatByMethod(x Object) (float64, error) {
	if x.Class().Heap && IsInstance(x, FloatClass) {
		v, found, err := t.callSpecial(x, "__float__")
		if err != nil {
			return 0, err
		}
		if found {
			return t.floatResult(x, v)
		}
	}
	return t.ToFloat(x)
}

// Float is float(x).
func (t *Thread) Float(x Object) (float64, error) {
	s, ok := textOfNumber(x)
	if !ok || x.Class().Heap && (x.Class().Lookup("__float__") != nil || hasIndex(x)) {
		f, err := t.floatByMethod(x)
		if e := Caught(err, TypeError); e != nil && x.Class().Lookup("__float__") == nil && x.Class().Lookup("__index__") == nil {
			return 0, Raise(TypeError, "float() argument must be a string or a real number, not '%s'", x.Class().fullName())
		}
		return f, err
	}
	if _, ok := Native(x).(*Str); ok {
		s = plainDigits(s)
	} else {
		s = strings.Trim(s, " \t\n\v\f\r")
	}
	if f, ok := parseFloat(s); ok {
		return f, nil
	}
	text, err := t.Repr(x)
	if err != nil {
		return 0, err
	}
	return 0, Raise(ValueError, "could not convert string to float: %s", text.s)
}

func complexNew(t *Thread, cls *Class, a Args) (Object, error) {
	if err := checkNew(ComplexClass, cls); err != nil {
		return nil, err
	}
	args, err := complexSignature.bind("complex", a, 0)
	if err != nil {
		return nil, err
	}
	var c complex128
	if s, ok := args[0], false; s != nil {
		var text *Str
		if text, ok = Native(s).(*Str); ok {
			if args[1] != nil {
				return nil, Raise(TypeError, "complex() can't take second arg if first is a string")
			}
			c, err = complexOfText(text.s)
			if err != nil {
				return nil, err
			}
			return numberOf(cls, ComplexClass, Complex(c)), nil
		}
	}
	if c, err = t.complexOfParts(args[0], args[1]); err != nil {
		return nil, err
	}
	return numberOf(cls, ComplexClass, Complex(c)), nil
}

func (t *Thread) complexOfParts(re, im Object) (complex128, error) {
	if im != nil {
		if _, ok := Native(im).(*Str); ok {
			return 0, Raise(TypeError, "complex() second arg can't be a string")
		}
	}
	var a, b complex128
	var aComplex bool
	if re != nil {
		v, isComplex, found, err := t.complexPart(re)
		if err != nil {
			return 0, err
		}
		if !found {
			return 0, Raise(TypeError, "complex() first argument must be a string or a number, not '%s'", re.Class().fullName())
		}
		a, aComplex = v, isComplex
	}
	if im == nil {
		return a, nil
	}
	if c, ok := Native(im).(Complex); ok {
		b = complex128(c)
		f := real(b)
		if aComplex { // adding 0 would lose a sign
			f += imag(a)
		}
		return complex(real(a)-imag(b), f), nil
	}
	f, err := t.ToFloat(im)
	if Caught(err, TypeError) != nil && im.Class().Lookup("__float__") == nil && im.Class().Lookup("__index__") == nil {
		return 0, Raise(TypeError, "complex() second argument must be a number, not '%s'", im.Class().fullName())
	}
	if aComplex {
		f += imag(a)
	}
	return complex(real(a), f), err
}

// complexPart is the number that x is, by __complex__, __float__ or __index__.
func (t *Thread) complexPart(x Object) (c complex128, isComplex, found bool, err error) {
	if x.Class().Heap {
		v, called, err := t.callSpecial(x, "__complex__")
		if err != nil {
			return 0, false, true, err
		}
		if called {
			c, ok := Native(v).(Complex)
			if !ok {
				return 0, false, true, Raise(TypeError, "__complex__ returned non-complex (type %s)", v.Class().fullName())
			}
			return complex128(c), true, true, t.warnSubclass(ComplexClass, "__complex__", v)
		}
	}
	if c, ok := Native(x).(Complex); ok {
		return complex128(c), true, true, nil
	}
	if asInt(x) == nil && x.Class().Lookup("__float__") == nil && x.Class().Lookup("__index__") == nil {
		return 0, false, false, nil
	}
	f, err := t.floatByMethod(x)
	return complex(f, 0), false, true, err
}

// complexOfText reads "1+2j", perhaps in parentheses.
func complexOfText(s string) (complex128, error) {
	wrong := Raise(ValueError, "complex() arg is a malformed string")
	plain := plainDigits(s)
	readable := len(plain) // CPython looks no further than the first letter that can't be in a number
	if i := strings.IndexFunc(plain, func(r rune) bool { return r > unicode.MaxASCII }); i >= 0 {
		readable = i
	}
	_, placed := floatUnderscores(plain[:readable])
	if !placed || strings.Contains(plain, "_") && strings.Contains(plain, "\x00") {
		wrong = Raise(ValueError, "could not convert string to complex: %s", quoteText(s))
	}
	s = plain
	if strings.HasPrefix(s, "(") {
		if !strings.HasSuffix(s, ")") {
			return 0, wrong
		}
		s = strings.Trim(s[1:len(s)-1], " \t\n\v\f\r")
	}
	s, ok := floatUnderscores(s)
	if !ok {
		return 0, wrong
	}
	if c, ok := parseComplex(s); ok {
		return c, nil
	}
	return 0, wrong
}

func parseComplex(s string) (complex128, bool) {
	n := floatLength(s)
	first, ok := parseFloat(s[:n])
	switch {
	case n == 0:
		im, ok := imaginary(s)
		return complex(0, im), ok
	case n == len(s):
		return complex(first, 0), ok
	case n == len(s)-1 && s[n]|0x20 == 'j':
		return complex(0, first), ok
	case s[n] != '+' && s[n] != '-':
		return 0, false
	}
	im, ok := imaginary(s[n:])
	return complex(first, im), ok
}

// imaginary reads "+2j", and "j" alone.
func imaginary(s string) (float64, bool) {
	if s == "" || s[len(s)-1]|0x20 != 'j' {
		return 0, false
	}
	switch s = s[:len(s)-1]; s {
	case "", "+":
		return 1, true
	case "-":
		return -1, true
	}
	return parseFloat(s)
}
