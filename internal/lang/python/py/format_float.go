package py

import (
	"math"
	"strconv"
	"strings"
)

// maxPrecision bounds the digits of a float's text, which is copied several times.
const maxPrecision = 1 << 25

// floatText is a float as PyOS_double_to_string writes it: kind is e, f, g, their upper
// cases, or r for the shortest that is read back as the same. dot0 adds ".0" to what would
// look like an int.
func floatText(f float64, kind byte, precision int, alternate, dot0 bool) string {
	var s string
	switch {
	case math.IsNaN(f):
		s = "nan"
	case math.IsInf(f, 1):
		s = "inf"
	case math.IsInf(f, -1):
		s = "-inf"
	default:
		s = finiteText(f, kind|0x20, precision, alternate, dot0)
	}
	if kind < 'a' {
		return strings.ToUpper(s)
	}
	return s
}

func finiteText(f float64, kind byte, precision int, alternate, dot0 bool) string {
	switch kind {
	case 'e':
		s := strconv.FormatFloat(f, 'e', precision, 64)
		if alternate && precision == 0 {
			i := strings.IndexByte(s, 'e')
			s = s[:i] + "." + s[i:]
		}
		return s
	case 'f':
		s := strconv.FormatFloat(f, 'f', precision, 64)
		if alternate && precision == 0 {
			s += "."
		}
		return s
	case 'r':
		digits, exp, negative := floatDigits(f, -1)
		return layoutFloat(digits, exp, negative, exp < -4 || exp >= 16, alternate, dot0)
	}
	precision = max(precision, 1)
	digits, exp, negative := floatDigits(f, precision-1)
	if !alternate {
		digits = strings.TrimRight(digits, "0")
		if digits == "" {
			digits = "0"
		}
	}
	last := precision
	if dot0 {
		last--
	}
	return layoutFloat(digits, exp, negative, exp < -4 || exp >= last, alternate, dot0)
}

// floatDigits are the digits of a float without a point, and the exponent of the first.
func floatDigits(f float64, precision int) (digits string, exp int, negative bool) {
	s := strconv.FormatFloat(f, 'e', precision, 64)
	if s[0] == '-' {
		negative, s = true, s[1:]
	}
	mantissa, e, _ := strings.Cut(s, "e")
	exp, _ = strconv.Atoi(e)
	return strings.Replace(mantissa, ".", "", 1), exp, negative
}

func layoutFloat(digits string, exp int, negative, scientific, alternate, dot0 bool) string {
	b := make([]byte, 0, len(digits)+24)
	if negative {
		b = append(b, '-')
	}
	whole, fraction := "", ""
	switch {
	case scientific:
		whole, fraction = digits[:1], digits[1:]
	case exp < 0:
		whole, fraction = "0", strings.Repeat("0", -exp-1)+digits
	case exp+1 >= len(digits):
		whole = digits + strings.Repeat("0", exp+1-len(digits))
	default:
		whole, fraction = digits[:exp+1], digits[exp+1:]
	}
	if fraction == "" && dot0 && !scientific {
		fraction = "0"
	}
	b = append(b, whole...)
	if fraction != "" || alternate {
		b = append(append(b, '.'), fraction...)
	}
	if scientific {
		sign := byte('+')
		if exp < 0 {
			sign, exp = '-', -exp
		}
		b = append(b, 'e', sign)
		if exp < 10 {
			b = append(b, '0')
		}
		b = strconv.AppendInt(b, int64(exp), 10)
	}
	return string(b)
}

// formatFloat is format(x, spec) of a float.
func formatFloat(x float64, spec, class string) (*Str, error) {
	f, err := parseSpec(spec, '>', 0, class)
	if err != nil {
		return nil, err
	}
	switch f.kind {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
		return f.float(x)
	}
	return nil, unknownCode(f.kind, class)
}

// float lays out a float, whose kind is known to be good.
func (f *formatSpec) float(x float64) (*Str, error) {
	if f.precision > math.MaxInt32 {
		return nil, Raise(ValueError, "precision too big")
	}
	if f.precision > maxPrecision {
		return nil, NewExc(MemoryError)
	}
	kind, precision, dot0, suffix := byte(f.kind), f.precision, false, ""
	switch f.kind {
	case 0:
		kind, dot0 = 'r', true
		if precision >= 0 {
			kind = 'g'
		}
	case 'n':
		kind = 'g'
	case '%':
		kind, suffix = 'f', "%"
		x *= 100
	}
	if precision < 0 && kind != 'r' {
		precision = 6
	}
	n := splitFloat(floatText(x, kind, precision, f.alternate, dot0))
	n.rest += suffix
	f.dropNegZero(&n)
	return f.number(n)
}

// dropNegZero makes -0 a 0 where the specifier asks for that.
func (f *formatSpec) dropNegZero(n *numberText) {
	if f.noNegZero && n.negative && n.digits != "" {
		mantissa, _, _ := strings.Cut(strings.ToLower(n.digits+n.rest), "e")
		n.negative = strings.ContainsAny(mantissa, "123456789")
	}
}

func splitFloat(s string) (n numberText) {
	if s[0] == '-' {
		n.negative, s = true, s[1:]
	}
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	n.digits, n.rest = s[:i], s[i:]
	return n
}

// formatComplex is format(x, spec) of a complex.
func formatComplex(x complex128, spec, class string) (*Str, error) {
	f, err := parseSpec(spec, '>', 0, class)
	if err != nil {
		return nil, err
	}
	switch f.kind {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		return nil, unknownCode(f.kind, class)
	}
	switch {
	case f.precision > math.MaxInt32:
		return nil, Raise(ValueError, "precision too big")
	case f.fill == "0":
		return nil, Raise(ValueError, "Zero padding is not allowed in complex format specifier")
	case f.align == '=':
		return nil, Raise(ValueError, "'=' alignment flag is not allowed in complex format specifier")
	}
	if f.precision > maxPrecision {
		return nil, NewExc(MemoryError)
	}
	kind, precision := byte(f.kind), f.precision
	re, im := real(x), imag(x)
	skip, parens := false, false
	switch f.kind {
	case 0:
		kind = 'r'
		if precision >= 0 {
			kind = 'g'
		}
		skip = re == 0 && !math.Signbit(re)
		parens = !skip
	case 'n':
		kind = 'g'
	}
	if precision < 0 && kind != 'r' {
		precision = 6
	}
	part := *f
	part.width, part.align, part.fill = -1, '<', " "
	piece := func(v float64) (string, error) {
		n := splitFloat(floatText(v, kind, precision, f.alternate, false))
		f.dropNegZero(&n)
		s, err := part.number(n)
		if err != nil {
			return "", err
		}
		return s.s, nil
	}
	text := ""
	if !skip {
		if text, err = piece(re); err != nil {
			return nil, err
		}
		part.sign = '+'
	}
	tail, err := piece(im)
	if err != nil {
		return nil, err
	}
	text += tail + "j"
	if parens {
		text = "(" + text + ")"
	}
	return f.pad(text, len(text))
}
