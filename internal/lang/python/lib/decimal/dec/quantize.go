package dec

import "math/big"

// Quantize gives a the exponent of b.
func (c *Calc) Quantize(a, b *Number) *Number {
	if q := c.nans(a, b); q != nil {
		return q
	}
	if a.Kind == Inf || b.Kind == Inf {
		if a.Kind == b.Kind {
			return a
		}
		return c.invalid(InvalidOperation)
	}
	if b.Exp < c.Etiny() || b.Exp > c.Emax {
		return c.invalid(InvalidOperation)
	}
	if a.IsZero() {
		return c.Fix(New(a.Neg, zero, b.Exp))
	}
	adjusted := a.Adjusted()
	if adjusted > c.Emax || adjusted-b.Exp+1 > c.Prec {
		return c.invalid(InvalidOperation)
	}
	r, inexact := c.rescale(a, b.Exp, c.Rounding)
	if r.Adjusted() > c.Emax || r.Digits() > c.Prec {
		return c.invalid(InvalidOperation)
	}
	if !r.IsZero() && r.Adjusted() < c.Emin {
		c.Status |= Subnormal
	}
	if r.Exp > a.Exp {
		c.Status |= Rounded
		if inexact {
			c.Status |= Inexact
		}
	}
	return c.Fix(r)
}

// ToIntegral rounds to a whole number. exact sets the conditions.
func (c *Calc) ToIntegral(n *Number, exact bool) *Number {
	if q := c.nans(n); q != nil {
		return q
	}
	if n.Kind == Inf || n.Exp >= 0 {
		return n
	}
	r, inexact := c.rescale(n, 0, c.Rounding)
	if exact && !n.IsZero() {
		c.Status |= Rounded
		if inexact {
			c.Status |= Inexact
		}
	}
	return r
}

// Rescale gives a finite number an exponent, by a way of rounding and without conditions.
func (c *Calc) Rescale(n *Number, exp int64, mode Rounding) *Number {
	r, _ := c.rescale(n, exp, mode)
	return r
}

// Normalize drops zeros at the end.
func (c *Calc) Normalize(n *Number) *Number {
	if q := c.nans(n); q != nil {
		return q
	}
	n = c.Fix(n)
	if n.Kind == Inf {
		return n
	}
	if n.IsZero() {
		return New(n.Neg, zero, 0)
	}
	most := c.Emax
	if c.Clamp {
		most = c.Etop()
	}
	coef, dropped := stripped(n.Coef, max(most-n.Exp, 0))
	return New(n.Neg, coef, n.Exp+dropped)
}

// Logb is the exponent of the first digit.
func (c *Calc) Logb(n *Number) *Number {
	if q := c.nans(n); q != nil {
		return q
	}
	switch {
	case n.Kind == Inf:
		return infinity(false)
	case n.IsZero():
		c.Status |= DivisionByZero
		return infinity(true)
	}
	return c.Fix(small(n.Adjusted()))
}

// Scaleb adds b to the exponent.
func (c *Calc) Scaleb(a, b *Number) *Number {
	if q := c.nans(a, b); q != nil {
		return q
	}
	limit := 2 * (c.Emax + c.Prec)
	if b.Kind != Finite || b.Exp != 0 || !b.Coef.IsInt64() || b.Coef.Int64() > limit {
		return c.invalid(InvalidOperation)
	}
	if a.Kind == Inf {
		return a
	}
	by := b.Coef.Int64()
	if b.Neg {
		by = -by
	}
	return c.Fix(New(a.Neg, a.Coef, a.Exp+by))
}

// Next is the nearest number above, or below.
func (c *Calc) Next(n *Number, up bool) *Number {
	if q := c.nans(n); q != nil {
		return q
	}
	if n.Kind == Inf {
		if n.Neg != up {
			return n
		}
		return New(n.Neg, new(big.Int).Sub(c.pow10(c.Prec), one), c.Etop())
	}
	d := *c // conditions aren't set
	d.Rounding = Floor
	if up {
		d.Rounding = Ceiling
	}
	r := d.Fix(n)
	if Cmp(r, n) == 0 {
		r = d.Add(n, New(!up, one, c.Etiny()-1))
	}
	c.Err = d.Err
	return r
}

// NextToward is the nearest number in the direction of b.
func (c *Calc) NextToward(a, b *Number) *Number {
	if q := c.nans(a, b); q != nil {
		return q
	}
	s := Cmp(a, b)
	if s == 0 {
		return a.with(b.Neg)
	}
	r := c.Next(a, s < 0)
	switch {
	case r.Kind == Inf:
		c.Status |= Overflow | Inexact | Rounded
	case r.Adjusted() < c.Emin:
		c.Status |= Underflow | Subnormal | Inexact | Rounded
		if r.IsZero() {
			c.Status |= Clamped
		}
	}
	return r
}

// Class is a number's class, in the specification's words.
func (c *Calc) Class(n *Number) string {
	switch n.Kind {
	case NaN:
		return "NaN"
	case SNaN:
		return "sNaN"
	}
	s := "+"
	if n.Neg {
		s = "-"
	}
	switch {
	case n.Kind == Inf:
		return s + "Infinity"
	case n.IsZero():
		return s + "Zero"
	case n.Adjusted() < c.Emin:
		return s + "Subnormal"
	}
	return s + "Normal"
}
