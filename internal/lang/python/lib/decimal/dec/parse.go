package dec

import (
	"math/big"
	"strconv"
	"strings"
)

// Parse reads a number of ASCII digits; ok is false when the text isn't one. tooLarge is
// of one that has more digits than MaxDigits.
func Parse(s string) (n *Number, ok, tooLarge bool) {
	n = &Number{Coef: zero}
	if s != "" && (s[0] == '+' || s[0] == '-') {
		n.Neg, s = s[0] == '-', s[1:]
	}
	lower := strings.ToLower(s)
	switch {
	case lower == "inf" || lower == "infinity":
		n.Kind = Inf
		return n, true, false
	case strings.HasPrefix(lower, "nan"):
		n.Kind, s = NaN, s[3:]
	case strings.HasPrefix(lower, "snan"):
		n.Kind, s = SNaN, s[4:]
	}
	if n.Kind != Finite {
		if s == "" {
			return n, true, false
		}
		n.Coef, ok, tooLarge = parseDigits(s)
		return n, ok, tooLarge
	}
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		if n.Exp, ok = parseExp(s[i+1:]); !ok {
			return nil, false, false
		}
		s = s[:i]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	n.Exp -= int64(len(fraction))
	n.Coef, ok, tooLarge = parseDigits(whole + fraction)
	return n, ok, tooLarge
}

// parseExp reads an exponent; one out of all bounds is far away.
func parseExp(s string) (int64, bool) {
	body := s
	if body != "" && (body[0] == '+' || body[0] == '-') {
		body = body[1:]
	}
	if body == "" || strings.Trim(body, "0123456789") != "" {
		return 0, false
	}
	const far = 4 * MaxEmax
	v, err := strconv.ParseInt(s, 10, 64)
	if err != nil || v > far || v < -far {
		if s[0] == '-' {
			return -far, true
		}
		return far, true
	}
	return v, true
}

func parseDigits(s string) (v *big.Int, ok, tooLarge bool) {
	if s == "" || strings.Trim(s, "0123456789") != "" {
		return nil, false, false
	}
	if s = strings.TrimLeft(s, "0"); s == "" {
		return zero, true, false
	}
	if len(s) > MaxDigits {
		return zero, true, true
	}
	return parseNumber(s), true, false
}

// parseNumber cuts long texts into halves: the library's way takes time with the square of
// the length.
func parseNumber(s string) *big.Int {
	if len(s) <= 2000 {
		v, _ := new(big.Int).SetString(s, 10)
		return v
	}
	half := len(s) / 2
	high := parseNumber(s[:half])
	high.Mul(high, pow10(int64(len(s)-half)))
	return high.Add(high, parseNumber(s[half:]))
}
