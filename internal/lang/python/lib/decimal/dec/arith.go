package dec

import "math/big"

// Plus is +n, Minus -n, Abs |n|, all rounded.
func (c *Calc) Plus(n *Number) *Number { return c.signed(n, n.Neg) }

// Minus is -n.
func (c *Calc) Minus(n *Number) *Number { return c.signed(n, !n.Neg) }

// Abs is |n|.
func (c *Calc) Abs(n *Number) *Number { return c.signed(n, false) }

// signed rounds n with another sign; a 0 is only -0 when rounding down.
func (c *Calc) signed(n *Number, neg bool) *Number {
	if q := c.nans(n); q != nil {
		return q
	}
	if n.IsZero() && c.Rounding != Floor {
		neg = false
	}
	return c.Fix(n.with(neg))
}

// Add is a + b.
func (c *Calc) Add(a, b *Number) *Number {
	if q := c.nans(a, b); q != nil {
		return q
	}
	switch {
	case a.Kind == Inf && b.Kind == Inf && a.Neg != b.Neg:
		return c.invalid(InvalidOperation)
	case a.Kind == Inf:
		return a
	case b.Kind == Inf:
		return b
	}
	exp := min(a.Exp, b.Exp)
	negZero := c.Rounding == Floor && a.Neg != b.Neg
	switch az, bz := a.IsZero(), b.IsZero(); {
	case az && bz:
		return c.Fix(New(a.Neg && b.Neg || negZero, zero, exp))
	case az:
		return c.Fix(c.rescaled(b, max(exp, b.Exp-c.Prec-1)))
	case bz:
		return c.Fix(c.rescaled(a, max(exp, a.Exp-c.Prec-1)))
	}
	a, b = c.aligned(a, b)
	x, y := a.Coef, b.Coef
	if a.Neg == b.Neg {
		return c.Fix(New(a.Neg, new(big.Int).Add(x, y), a.Exp))
	}
	v := new(big.Int).Sub(x, y)
	neg := a.Neg
	switch v.Sign() {
	case 0:
		neg = negZero
	case -1:
		neg = b.Neg
	}
	return c.Fix(New(neg, v.Abs(v), a.Exp))
}

// Sub is a - b.
func (c *Calc) Sub(a, b *Number) *Number {
	if q := c.nans(a, b); q != nil {
		return q
	}
	return c.Add(a, b.with(!b.Neg))
}

// aligned gives both the same exponent. A number so small that it only matters that it is
// there becomes a 1 after all digits of the other.
func (c *Calc) aligned(a, b *Number) (*Number, *Number) {
	large, less := a, b
	if a.Exp < b.Exp {
		large, less = b, a
	}
	exp := large.Exp + min(-1, large.Digits()-c.Prec-2)
	if less.Adjusted() < exp {
		less = New(less.Neg, one, exp)
	}
	large = New(large.Neg, c.shifted(large.Coef, large.Exp-less.Exp), less.Exp)
	if a.Exp < b.Exp {
		return less, large
	}
	return large, less
}

// rescaled gives a finite number another exponent, with rounding and without conditions.
func (c *Calc) rescaled(n *Number, exp int64) *Number {
	r, _ := c.rescale(n, exp, c.Rounding)
	return r
}

func (c *Calc) rescale(n *Number, exp int64, mode Rounding) (r *Number, inexact bool) {
	if n.Exp >= exp {
		return New(n.Neg, c.shifted(n.Coef, n.Exp-exp), exp), false
	}
	coef, inexact := rounded(n.Coef, exp-n.Exp, mode, n.Neg)
	return New(n.Neg, coef, exp), inexact
}

// Mul is a * b.
func (c *Calc) Mul(a, b *Number) *Number {
	if q := c.nans(a, b); q != nil {
		return q
	}
	neg := a.Neg != b.Neg
	switch {
	case a.Kind == Inf && b.IsZero(), b.Kind == Inf && a.IsZero():
		return c.invalid(InvalidOperation)
	case a.Kind == Inf, b.Kind == Inf:
		return infinity(neg)
	}
	return c.Fix(New(neg, c.product(a.Coef, b.Coef), a.Exp+b.Exp))
}

func (c *Calc) product(x, y *big.Int) *big.Int {
	if (x.BitLen()+y.BitLen())/4 > MaxDigits { // four bits are more than a digit
		c.pow10(MaxDigits + 1)
		return x
	}
	return new(big.Int).Mul(x, y)
}

// FMA is a * b + d, rounded once.
func (c *Calc) FMA(a, b, d *Number) *Number {
	if q := c.nans(a, b, d); q != nil {
		return q
	}
	neg := a.Neg != b.Neg
	switch {
	case a.Kind == Inf && b.IsZero(), b.Kind == Inf && a.IsZero():
		return c.invalid(InvalidOperation)
	case a.Kind == Inf, b.Kind == Inf:
		return c.Add(infinity(neg), d)
	}
	return c.Add(New(neg, c.product(a.Coef, b.Coef), a.Exp+b.Exp), d)
}

// Div is a / b.
func (c *Calc) Div(a, b *Number) *Number {
	if q := c.nans(a, b); q != nil {
		return q
	}
	neg := a.Neg != b.Neg
	switch {
	case a.Kind == Inf && b.Kind == Inf:
		return c.invalid(InvalidOperation)
	case a.Kind == Inf:
		return infinity(neg)
	case b.Kind == Inf:
		c.Status |= Clamped
		return New(neg, zero, c.Etiny())
	case b.IsZero() && a.IsZero():
		return c.invalid(DivisionUndefined)
	case b.IsZero():
		c.Status |= DivisionByZero
		return infinity(neg)
	case a.IsZero():
		return c.Fix(New(neg, zero, a.Exp-b.Exp))
	}
	shift := b.Digits() - a.Digits() + c.Prec + 1
	exp := a.Exp - b.Exp - shift
	x, y := a.Coef, b.Coef
	if shift >= 0 {
		x = c.shifted(x, shift)
	} else {
		y = c.shifted(y, -shift)
	}
	q, r := new(big.Int).QuoRem(x, y, new(big.Int))
	if r.Sign() != 0 {
		if new(big.Int).Rem(q, big.NewInt(5)).Sign() == 0 {
			q.Add(q, one) // there is more than these digits
		}
	} else if ideal := a.Exp - b.Exp; exp < ideal {
		var n int64
		q, n = stripped(q, ideal-exp)
		exp += n
	}
	return c.Fix(New(neg, q, exp))
}

// stripped drops as many zeros at the end as there are, but no more than most, and returns
// how many.
func stripped(v *big.Int, most int64) (*big.Int, int64) {
	var n int64
	if v.Sign() == 0 {
		return v, 0
	}
	most = min(most, digits(v))
	step := int64(1)
	for 2*step <= most {
		step *= 2
	}
	for ; step > 0; step /= 2 {
		for n+step <= most {
			q, r := new(big.Int).QuoRem(v, pow10(step), new(big.Int))
			if r.Sign() != 0 {
				break
			}
			v, n = q, n+step
		}
	}
	return v, n
}

// quoRem is the whole quotient and the rest of finite numbers; b isn't 0.
func (c *Calc) quoRem(a, b *Number) (q, r *Number, ok bool) {
	neg := a.Neg != b.Neg
	ideal := min(a.Exp, b.Exp)
	if b.Kind == Inf {
		ideal = a.Exp
	}
	if a.IsZero() || b.Kind == Inf || a.Adjusted()-b.Adjusted() <= -2 {
		return New(neg, zero, 0), c.rescaled(a, ideal), true
	}
	if a.Adjusted()-b.Adjusted() <= c.Prec {
		x, y := c.shifted(a.Coef, max(a.Exp-b.Exp, 0)), c.shifted(b.Coef, max(b.Exp-a.Exp, 0))
		n, rest := new(big.Int).QuoRem(x, y, new(big.Int))
		if digits(n) <= c.Prec {
			return New(neg, n, 0), New(a.Neg, rest, ideal), true
		}
	}
	c.Status |= DivisionImpossible
	return notANumber(), notANumber(), false
}

// DivInt is a // b, which is cut off.
func (c *Calc) DivInt(a, b *Number) *Number {
	if q := c.nans(a, b); q != nil {
		return q
	}
	neg := a.Neg != b.Neg
	switch {
	case a.Kind == Inf && b.Kind == Inf:
		return c.invalid(InvalidOperation)
	case a.Kind == Inf:
		return infinity(neg)
	case b.IsZero() && a.IsZero():
		return c.invalid(DivisionUndefined)
	case b.IsZero():
		c.Status |= DivisionByZero
		return infinity(neg)
	}
	q, _, _ := c.quoRem(a, b)
	return q
}

// Rem is a % b, whose sign is a's.
func (c *Calc) Rem(a, b *Number) *Number {
	if q := c.nans(a, b); q != nil {
		return q
	}
	switch {
	case a.Kind == Inf:
		return c.invalid(InvalidOperation)
	case b.IsZero() && a.IsZero():
		return c.invalid(DivisionUndefined)
	case b.IsZero():
		return c.invalid(InvalidOperation)
	}
	_, r, _ := c.quoRem(a, b)
	return c.Fix(r)
}

// DivMod is DivInt and Rem.
func (c *Calc) DivMod(a, b *Number) (q, r *Number) {
	if q := c.nans(a, b); q != nil {
		return q, q
	}
	neg := a.Neg != b.Neg
	switch {
	case a.Kind == Inf && b.Kind == Inf:
		return c.invalid(InvalidOperation), notANumber()
	case a.Kind == Inf:
		return infinity(neg), c.invalid(InvalidOperation)
	case b.IsZero() && a.IsZero():
		return c.invalid(DivisionUndefined), notANumber()
	case b.IsZero():
		c.Status |= DivisionByZero | InvalidOperation
		return infinity(neg), notANumber()
	}
	q, r, ok := c.quoRem(a, b)
	if !ok {
		return q, r
	}
	return q, c.Fix(r)
}

// RemNear is a - b * n, where n is the whole number nearest to a / b.
func (c *Calc) RemNear(a, b *Number) *Number {
	if q := c.nans(a, b); q != nil {
		return q
	}
	switch {
	case a.Kind == Inf:
		return c.invalid(InvalidOperation)
	case b.IsZero() && a.IsZero():
		return c.invalid(DivisionUndefined)
	case b.IsZero():
		return c.invalid(InvalidOperation)
	case b.Kind == Inf:
		return c.Fix(a)
	}
	ideal := min(a.Exp, b.Exp)
	if a.IsZero() {
		return c.Fix(New(a.Neg, zero, ideal))
	}
	distance := a.Adjusted() - b.Adjusted()
	if distance >= c.Prec+1 {
		return c.invalid(DivisionImpossible)
	}
	if distance <= -2 {
		return c.Fix(c.rescaled(a, ideal))
	}
	x, y := c.shifted(a.Coef, max(a.Exp-b.Exp, 0)), c.shifted(b.Coef, max(b.Exp-a.Exp, 0))
	q, r := new(big.Int).QuoRem(x, y, new(big.Int))
	neg := a.Neg
	twice := new(big.Int).Lsh(r, 1)
	if s := twice.Cmp(y); s > 0 || s == 0 && q.Bit(0) == 1 {
		r.Sub(y, r)
		neg = !neg
		q.Add(q, one)
	}
	if digits(q) > c.Prec {
		return c.invalid(DivisionImpossible)
	}
	return c.Fix(New(neg, r, ideal))
}
