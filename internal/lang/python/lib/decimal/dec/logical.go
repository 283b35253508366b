package dec

import (
	"math/big"
	"strings"
)

// bitsOf is the digits of a number that consists of zeros and ones.
func (c *Calc) bitsOf(n *Number) (string, bool) {
	if n.Kind != Finite || n.Neg || n.Exp != 0 {
		return "", false
	}
	s := n.Coef.String()
	if strings.Trim(s, "01") != "" || int64(len(s)) > c.Prec {
		return "", false
	}
	return s, true
}

// Logical does an operation with each digit of two numbers.
func (c *Calc) Logical(a, b *Number, op func(x, y bool) bool) *Number {
	x, ok := c.bitsOf(a)
	y, ok2 := c.bitsOf(b)
	if !ok || !ok2 {
		return c.invalid(InvalidOperation)
	}
	n := max(len(x), len(y))
	x, y = strings.Repeat("0", n-len(x))+x, strings.Repeat("0", n-len(y))+y
	out := make([]byte, n)
	for i := range out {
		out[i] = '0'
		if op(x[i] == '1', y[i] == '1') {
			out[i] = '1'
		}
	}
	return New(false, parseNumber(string(out)), 0)
}

// Invert inverts each of as many digits as the precision.
func (c *Calc) Invert(n *Number) *Number {
	if c.Prec > MaxDigits {
		c.pow10(MaxDigits + 1)
		return n
	}
	ones := New(false, parseNumber(strings.Repeat("1", int(c.Prec))), 0)
	return c.Logical(n, ones, func(x, y bool) bool { return x != y })
}

// Shift moves the digits by b; rotate lets those that fall out come in at the other end.
func (c *Calc) Shift(a, b *Number, rotate bool) *Number {
	if q := c.nans(a, b); q != nil {
		return q
	}
	if b.Kind != Finite || b.Exp != 0 || !b.Coef.IsInt64() || b.Coef.Int64() > c.Prec {
		return c.invalid(InvalidOperation)
	}
	if a.Kind == Inf {
		return a
	}
	n := b.Coef.Int64()
	v := new(big.Int).Rem(a.Coef, c.pow10(c.Prec))
	switch {
	case rotate:
		if b.Neg {
			n = c.Prec - n
		}
		high, low := new(big.Int).QuoRem(v, c.pow10(c.Prec-n), new(big.Int))
		v = low.Add(c.shifted(low, n), high)
	case b.Neg:
		v.Quo(v, c.pow10(n))
	default:
		v.Rem(c.shifted(v, n), c.pow10(c.Prec))
	}
	return New(a.Neg, v, a.Exp)
}
