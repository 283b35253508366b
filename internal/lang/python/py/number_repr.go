package py

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// defaultIntDigits is how long an int's decimal text may be unless a program allows more.
const defaultIntDigits = 4300

type intDigitsKey struct{}

// IntDigits is how many decimal digits an int's text may have, 0 any number:
// sys.get_int_max_str_digits.
func (in *Interp) IntDigits() int {
	if n, ok := in.Data[intDigitsKey{}].(int); ok {
		return n
	}
	return defaultIntDigits
}

// SetIntDigits is sys.set_int_max_str_digits.
func (in *Interp) SetIntDigits(n int) { in.Data[intDigitsKey{}] = n }

func intRepr(t *Thread, x Object) (Object, error) {
	s, err := t.intText(x)
	if err != nil {
		return nil, err
	}
	return NewStr(s), nil
}

// intText is an int in decimal.
func (t *Thread) intText(x Object) (string, error) {
	if v, ok := small(x); ok {
		return strconv.FormatInt(v, 10), nil
	}
	v := Big(x)
	limit := t.In.IntDigits()
	if limit > 0 && float64(v.BitLen()-1)*math.Log10(2) >= float64(limit) {
		return "", tooManyDigits(limit)
	}
	s, err := t.bigText(v)
	if err != nil {
		return "", err
	}
	if limit > 0 && len(strings.TrimPrefix(s, "-")) > limit {
		return "", tooManyDigits(limit)
	}
	return s, nil
}

func tooManyDigits(limit int) error {
	return Raise(ValueError, "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", limit)
}

// bigText cuts large numbers into parts, between which the run may be interrupted.
func (t *Thread) bigText(v *big.Int) (string, error) {
	if v.BitLen() < 1<<17 {
		return v.String(), nil
	}
	var parts []byte
	if v.Sign() < 0 {
		parts = append(parts, '-')
		v = new(big.Int).Neg(v)
	}
	// powers[i] is 10 to the power 2**i * 16384.
	powers := []*big.Int{new(big.Int).Exp(big.NewInt(10), big.NewInt(1<<14), nil)}
	for last := powers[0]; 2*last.BitLen() <= v.BitLen(); powers = append(powers, last) {
		var err error
		if last, err = t.mulBig(last, last); err != nil {
			return "", err
		}
	}
	parts, err := t.appendDecimal(parts, v, powers, false)
	return string(parts), err
}

// appendDecimal appends v, which is less than the last power's square.
func (t *Thread) appendDecimal(to []byte, v *big.Int, powers []*big.Int, pad bool) ([]byte, error) {
	if err := t.Poll(); err != nil {
		return nil, err
	}
	n := len(powers)
	if n == 0 {
		s := v.String()
		if pad {
			to = append(to, strings.Repeat("0", 1<<14-len(s))...)
		}
		return append(to, s...), nil
	}
	high, low := new(big.Int).QuoRem(v, powers[n-1], new(big.Int))
	if high.Sign() != 0 || pad {
		var err error
		if to, err = t.appendDecimal(to, high, powers[:n-1], pad); err != nil {
			return nil, err
		}
		pad = true
	}
	return t.appendDecimal(to, low, powers[:n-1], pad)
}

// formatFloatRepr is repr of a float: the shortest text that is read as the same.
func formatFloatRepr(f float64) string {
	s := shortFloat(f)
	if strings.ContainsAny(s, ".en") { // inf and nan have an n
		return s
	}
	return s + ".0"
}

// shortFloat is formatFloatRepr without the ".0" of whole numbers.
func shortFloat(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case math.IsNaN(f):
		return "nan"
	}
	if a := math.Abs(f); f != 0 && (a < 1e-4 || a >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
