package py

import "strings"

// object is what %s, %r, %a and %b make of a value.
func (p *percentFormat) object(conversion rune, x Object) (string, error) {
	var s *Str
	var err error
	switch {
	case p.bytes && (conversion == 's' || conversion == 'b'):
		return p.t.bytesForPercent(x)
	case conversion == 'a' || p.bytes:
		s, err = p.t.ASCII(x)
	case conversion == 'r':
		s, err = p.t.Repr(x)
	default:
		s, err = p.t.Str(x)
	}
	if err != nil {
		return "", err
	}
	return s.s, nil
}

func (t *Thread) bytesForPercent(x Object) (string, error) {
	if b, ok := bytesLike(x); ok {
		return b, nil
	}
	v, found, err := t.callSpecial(x, "__bytes__")
	if err != nil {
		return "", err
	}
	if found {
		b, ok := Native(v).(*Bytes)
		if !ok {
			return "", Raise(TypeError, "__bytes__ returned non-bytes (type %s)", v.Class().fullName())
		}
		return b.s, nil
	}
	return "", Raise(TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", x.Class().fullName())
}

func (p *percentFormat) char(x Object) (string, error) {
	if p.bytes {
		return p.byteChar(x)
	}
	if s, ok := Native(x).(*Str); ok {
		if s.Len() != 1 {
			return "", NewExc(TypeError, NewStr("%c requires int or char"))
		}
		return s.s, nil
	}
	if !hasIndex(x) {
		return "", NewExc(TypeError, NewStr("%c requires int or char"))
	}
	v, err := p.t.IndexObject(x)
	if err != nil {
		return "", err
	}
	r, ok := charArg(v)
	if !ok {
		return "", NewExc(OverflowError, NewStr("%c arg not in range(0x110000)"))
	}
	return charOf(r).s, nil
}

func (p *percentFormat) byteChar(x Object) (string, error) {
	switch v := Native(x).(type) {
	case *Bytes, *ByteArray:
		if b, _ := bytesLike(v); len(b) == 1 {
			return b, nil
		}
	default:
		if hasIndex(x) {
			v, err := p.t.IndexObject(x)
			if err != nil {
				return "", err
			}
			if i, ok := v.(Int); ok && i >= 0 && i < 256 {
				return string([]byte{byte(i)}), nil
			}
			return "", NewExc(OverflowError, NewStr("%c arg not in range(256)"))
		}
	}
	return "", NewExc(TypeError, NewStr("%c requires an integer in range(256) or a single byte"))
}

// integer adds what %d and its like make of a number.
func (p *percentFormat) integer(s *percentSpec, x Object) error {
	if p.bytes && s.conversion == 'i' {
		s.conversion = 'd'
	}
	v, err := p.t.percentInt(x, s.conversion)
	if err != nil {
		return err
	}
	base, prefix := 10, ""
	switch s.conversion {
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	}
	digits, negative, err := p.t.intDigits(v, base)
	if err != nil {
		return err
	}
	if s.conversion == 'X' {
		digits = strings.ToUpper(digits)
	}
	if s.precision > maxText {
		return NewExc(MemoryError)
	}
	if n := s.precision - len(digits); n > 0 {
		digits = strings.Repeat("0", n) + digits
	}
	if !s.alternate {
		prefix = ""
	}
	return p.number(s, negative, prefix, digits, true)
}

// percentInt is the Int or *BigInt that %d, %x and so on show.
func (t *Thread) percentInt(x Object, conversion rune) (Object, error) {
	switch v := Native(x).(type) {
	case Int, *BigInt:
		return v, nil
	case *Bool:
		return t.IndexObject(v)
	}
	c, what, convert := x.Class(), "a real number", t.Int
	if conversion == 'o' || conversion == 'x' || conversion == 'X' {
		what, convert = "an integer", t.IndexObject
	}
	var err error
	if hasIndex(x) || c.Lookup("__int__") != nil || c.Lookup("__float__") != nil {
		var v Object
		if v, err = convert(x); err == nil {
			return v, nil
		}
	}
	if err == nil || Caught(err, TypeError) != nil {
		err = Raise(TypeError, "%%%c format: %s is required, not %s", conversion, what, c.fullName())
	}
	return nil, err
}

func (p *percentFormat) float(s *percentSpec, x Object) error {
	v, err := p.t.realNumber(x)
	if err != nil {
		if p.bytes && Caught(err, Exception) != nil { // whatever it was
			err = Raise(TypeError, "float argument required, not %s", x.Class().fullName())
		}
		return err
	}
	precision := s.precision
	if precision > maxPrecision {
		return NewExc(MemoryError)
	}
	if precision < 0 {
		precision = 6
	}
	n := splitFloat(floatText(v, byte(s.conversion), precision, s.alternate, false))
	return p.number(s, n.negative, "", n.digits+n.rest, true)
}

// realNumber is the float that a number is.
func (t *Thread) realNumber(x Object) (float64, error) {
	if f, ok := Native(x).(Float); ok {
		return float64(f), nil
	}
	switch v := x.(type) {
	case Int, *BigInt:
		return intToFloat(v)
	}
	v, found, err := t.callSpecial(x, "__float__")
	if err != nil {
		return 0, err
	}
	if found {
		f, ok := Native(v).(Float)
		if !ok {
			return 0, Raise(TypeError, "%s.__float__ returned non-float (type %s)", x.Class().fullName(), v.Class().fullName())
		}
		return float64(f), nil
	}
	if hasIndex(x) {
		i, err := t.IndexObject(x)
		if err != nil {
			return 0, err
		}
		return intToFloat(i)
	}
	return 0, Raise(TypeError, "must be real number, not %s", x.Class().fullName())
}
