package py

import (
	"math/big"
	"strconv"
	"strings"
)

func absText(v *big.Int, base int) string { return strings.TrimPrefix(v.Text(base), "-") }

// intDigits is the absolute value of an Int or *BigInt.
func (t *Thread) intDigits(x Object, base int) (digits string, negative bool, err error) {
	switch v := x.(type) {
	case Int:
		s := strconv.FormatInt(int64(v), base)
		return strings.TrimPrefix(s, "-"), v < 0, nil
	case *BigInt:
		if base == 10 {
			digits, err = t.intText(v)
			return strings.TrimPrefix(digits, "-"), v.V.Sign() < 0, err
		}
		return absText(v.V, base), v.V.Sign() < 0, nil
	}
	return "", false, Raise(TypeError, "an integer is required")
}

// formatInt is format(x, spec) of an Int or *BigInt.
func formatInt(t *Thread, self, x Object, spec string) (*Str, error) {
	class := self.Class().fullName()
	f, err := parseSpec(spec, '>', 'd', class)
	if err != nil {
		return nil, err
	}
	switch f.kind {
	case 'b', 'c', 'd', 'o', 'x', 'X', 'n':
		return f.integer(t, x)
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		v, err := t.Float(self)
		if err != nil {
			return nil, err
		}
		return f.float(v)
	}
	return nil, unknownCode(f.kind, class)
}

func intToFloat(x Object) (float64, error) {
	switch v := x.(type) {
	case Int:
		return float64(v), nil
	case *BigInt:
		f, _ := new(big.Float).SetInt(v.V).Float64()
		if f-f != 0 { // infinite
			return 0, Raise(OverflowError, "int too large to convert to float")
		}
		return f, nil
	}
	return 0, Raise(TypeError, "an integer is required")
}

func (f *formatSpec) integer(t *Thread, x Object) (*Str, error) {
	if f.precision >= 0 {
		return nil, Raise(ValueError, "Precision not allowed in integer format specifier")
	}
	if f.noNegZero {
		return nil, Raise(ValueError, "Negative zero coercion (z) not allowed in integer format specifier")
	}
	var n numberText
	var err error
	switch f.kind {
	case 'c':
		return f.char(x)
	case 'b':
		n.prefix = "0b"
		n.digits, n.negative, err = t.intDigits(x, 2)
	case 'o':
		n.prefix = "0o"
		n.digits, n.negative, err = t.intDigits(x, 8)
	case 'x', 'X':
		n.prefix = "0x"
		n.digits, n.negative, err = t.intDigits(x, 16)
	default:
		n.digits, n.negative, err = t.intDigits(x, 10)
	}
	if err != nil {
		return nil, err
	}
	if !f.alternate {
		n.prefix = ""
	}
	if f.kind == 'X' {
		n.prefix, n.digits = strings.ToUpper(n.prefix), strings.ToUpper(n.digits)
	}
	return f.number(n)
}

func (f *formatSpec) char(x Object) (*Str, error) {
	if f.sign != 0 {
		return nil, Raise(ValueError, "Sign not allowed with integer format specifier 'c'")
	}
	if f.alternate {
		return nil, Raise(ValueError, "Alternate form (#) not allowed with integer format specifier 'c'")
	}
	r, ok := charArg(x)
	if !ok {
		if _, small := x.(Int); !small {
			return nil, Raise(OverflowError, "Python int too large to convert to C long")
		}
		return nil, NewExc(OverflowError, NewStr("%c arg not in range(0x110000)"))
	}
	return f.number(numberText{rest: charOf(r).s})
}
