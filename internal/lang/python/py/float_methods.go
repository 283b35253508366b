package py

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/elementary"
)

func addFloatMethods() {
	FloatClass.addMethods(MethodTable{
		{"is_integer", "/", floatIsInteger, ""},
		{"as_integer_ratio", "/", floatRatio, ""},
		{"hex", "/", floatHex, ""},
		{"conjugate", "/", func(_ *Thread, a []Object) (Object, error) { return a[0], nil }, ""},
		{"__trunc__", "/", floatRounded(math.Trunc), ""},
		{"__floor__", "/", floatRounded(math.Floor), ""},
		{"__ceil__", "/", floatRounded(math.Ceil), ""},
		{"__round__", "ndigits=, /", floatRound, ""},
		{"__getnewargs__", "/", func(_ *Thread, a []Object) (Object, error) { return NewTuple(a[0]), nil }, ""},
		{"__divmod__", "value, /", floatDivmodMethod(false), ""},
		{"__rdivmod__", "value, /", floatDivmodMethod(true), ""},
		{"__pow__", "value, mod=None, /", powWith(floatPower, floatPowMod), ""},
		{"__rpow__", "value, mod=None, /", reflectedPow(floatPower), ""},
	})
	FloatClass.addClassMethods(MethodTable{
		{"fromhex", "string, /", floatFromHex, ""},
	})
	FloatClass.addStaticMethods(MethodTable{
		{"__getformat__", "typestr, /", floatGetFormat, ""},
	})
	FloatClass.addGetSets(
		&GetSet{Name: "real", Get: func(_ *Thread, x Object) (Object, error) { return Native(x), nil }},
		&GetSet{Name: "imag", Get: func(*Thread, Object) (Object, error) { return Float(0), nil }},
	)
}

func floatIsInteger(_ *Thread, a []Object) (Object, error) {
	f := float64(a[0].(Float))
	return Of(!math.IsInf(f, 0) && f == math.Floor(f)), nil
}

func floatRatio(_ *Thread, a []Object) (Object, error) {
	f := float64(a[0].(Float))
	switch {
	case math.IsInf(f, 0):
		return nil, Raise(OverflowError, "cannot convert Infinity to integer ratio")
	case math.IsNaN(f):
		return nil, Raise(ValueError, "cannot convert NaN to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return NewTuple(MakeBig(new(big.Int).Set(r.Num())), MakeBig(new(big.Int).Set(r.Denom()))), nil
}

func floatRounded(round func(float64) float64) GoFunc {
	return func(_ *Thread, a []Object) (Object, error) { return floatToInt(round(float64(a[0].(Float)))) }
}

// floatRound rounds the exact decimal value, half to even, and without digits to an int.
func floatRound(t *Thread, a []Object) (Object, error) {
	f := float64(a[0].(Float))
	if a[1] == nil || a[1] == None {
		return floatToInt(math.RoundToEven(f))
	}
	digits, err := t.IndexObject(a[1])
	if err != nil {
		return nil, err
	}
	n, ok := small(digits)
	if !ok {
		n = int64(Big(digits).Sign()) << 40
	}
	switch {
	case math.IsInf(f, 0) || math.IsNaN(f) || f == 0 || n > 323:
		return Float(f), nil
	case n < -308:
		return Float(math.Copysign(0, f)), nil
	}
	return roundDigits(f, int(n))
}

func roundDigits(f float64, n int) (Object, error) {
	if n >= 0 {
		v, err := strconv.ParseFloat(strconv.FormatFloat(f, 'f', n, 64), 64)
		if err != nil {
			return nil, Raise(OverflowError, "rounded value too large to represent")
		}
		return Float(v), nil
	}
	// Digits before the point: f in units of ten to the power -n, exactly, and back.
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-n)), nil)
	r := new(big.Rat).SetFloat64(math.Abs(f))
	q, m := new(big.Int).QuoRem(r.Num(), new(big.Int).Mul(r.Denom(), p), new(big.Int))
	c := m.Lsh(m, 1).Cmp(new(big.Int).Mul(r.Denom(), p))
	if c > 0 || c == 0 && q.Bit(0) != 0 {
		q.Add(q, bigOne())
	}
	v, _ := new(big.Float).SetInt(q.Mul(q, p)).Float64()
	if math.IsInf(v, 0) {
		return nil, Raise(OverflowError, "rounded value too large to represent")
	}
	return Float(math.Copysign(v, f)), nil
}

func floatHex(_ *Thread, a []Object) (Object, error) {
	f := float64(a[0].(Float))
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return NewStr(shortFloat(f)), nil
	}
	sign := ""
	if math.Signbit(f) {
		sign = "-"
	}
	if f == 0 {
		return NewStr(sign + "0x0.0p+0"), nil
	}
	b := math.Float64bits(f)
	exp, mant := int(b>>52&0x7ff), b&(1<<52-1)
	lead := "1"
	if exp == 0 {
		lead, exp = "0", 1
	}
	digits := strconv.FormatUint(mant, 16)
	exponent := strconv.Itoa(exp - 1023)
	if exponent[0] != '-' {
		exponent = "+" + exponent
	}
	return NewStr(sign + "0x" + lead + "." + strings.Repeat("0", 13-len(digits)) + digits + "p" + exponent), nil
}

func floatFromHex(t *Thread, a []Object) (Object, error) {
	s, ok := Native(a[1]).(*Str)
	if !ok {
		return nil, Raise(TypeError, "bad argument type for built-in operation")
	}
	f, err := parseHexFloat(strings.Trim(s.s, " \t\n\v\f\r"))
	if err != nil {
		return nil, err
	}
	if cls, ok := a[0].(*Class); ok && cls != FloatClass {
		return t.Call(cls, Float(f))
	}
	return Float(f), nil
}

// parseHexFloat reads "0x1.8p3", where the prefix and the exponent may be missing.
func parseHexFloat(s string) (float64, error) {
	wrong := Raise(ValueError, "invalid hexadecimal floating-point string")
	body, sign := s, ""
	if s != "" && (s[0] == '+' || s[0] == '-') {
		body, sign = s[1:], s[:1]
	}
	switch strings.ToLower(body) {
	case "nan":
		return elementary.NaN(), nil
	case "inf", "infinity":
		f, _ := strconv.ParseFloat(s, 64)
		return f, nil
	}
	if len(body) > 1 && body[0] == '0' && body[1]|0x20 == 'x' {
		body = body[2:]
	}
	mantissa, exponent, found := cutAny(body, "pP")
	if !found {
		exponent = "0"
	}
	if !isHexMantissa(mantissa) || countDigits(strings.TrimLeft(exponent[:min(1, len(exponent))], "+-")+exponent[min(1, len(exponent)):]) == 0 {
		return 0, wrong
	}
	for i := 1; i < len(exponent); i++ {
		if exponent[i] < '0' || exponent[i] > '9' {
			return 0, wrong
		}
	}
	if strings.Trim(mantissa, "0.") == "" {
		f, _ := strconv.ParseFloat(sign+"0", 64)
		return f, nil
	}
	f, err := strconv.ParseFloat(sign+"0x"+mantissa+"p"+exponent, 64)
	if err != nil && math.IsInf(f, 0) {
		return 0, Raise(OverflowError, "hexadecimal value too large to represent as a float")
	}
	return f, nil
}

func cutAny(s, chars string) (before, after string, found bool) {
	if i := strings.IndexAny(s, chars); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}

func isHexMantissa(s string) bool {
	digits, points := 0, 0
	for i := range len(s) {
		switch {
		case s[i] == '.':
			points++
		case letterValue(s[i]) < 16:
			digits++
		default:
			return false
		}
	}
	return digits > 0 && points <= 1
}

func floatGetFormat(_ *Thread, a []Object) (Object, error) {
	s, ok := Native(a[0]).(*Str)
	if !ok {
		return nil, Raise(TypeError, "__getformat__() argument must be str, not %s", argClass(a[0]))
	}
	if s.s == "double" || s.s == "float" {
		return NewStr("IEEE, little-endian"), nil
	}
	return nil, Raise(ValueError, "__getformat__() argument 1 must be 'double' or 'float'")
}
