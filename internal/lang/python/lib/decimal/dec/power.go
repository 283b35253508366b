package dec

import "math/big"

// Power is a**b.
func (c *Calc) Power(a, b *Number) *Number {
	if q := c.nans(a, b); q != nil {
		return q
	}
	whole := b.IsInteger()
	neg := a.Neg && whole && odd(b)
	if a.IsZero() || a.Kind == Inf || b.Kind == Inf || a.Neg && !whole {
		return c.specialPower(a, b, whole, neg)
	}
	base := a.with(false)
	switch {
	case b.IsZero():
		return New(neg, one, 0)
	case Cmp(base, New(false, one, 0)) == 0:
		return c.powerOfOne(base, b, whole, neg)
	case whole && b.Adjusted() < 30:
		return c.wholePower(base, b, neg)
	}
	return c.realPower(base, b, neg)
}

// odd reports whether a whole number is odd.
func odd(n *Number) bool {
	switch {
	case n.Exp > 0 || n.IsZero():
		return false
	case n.Exp == 0:
		return n.Coef.Bit(0) == 1
	}
	return new(big.Int).Quo(n.Coef, pow10(-n.Exp)).Bit(0) == 1
}

func (c *Calc) specialPower(a, b *Number, whole, neg bool) *Number {
	switch {
	case a.IsZero() && b.IsZero():
		return c.invalid(InvalidOperation)
	case a.IsZero() && b.Neg:
		return infinity(neg)
	case a.IsZero():
		return New(neg, zero, 0)
	case a.Neg && (!whole || b.Kind == Inf):
		return c.invalid(InvalidOperation)
	case b.Kind == Inf:
		return c.infinitePower(a, b)
	case b.IsZero():
		return New(neg, one, 0)
	case b.Neg:
		return New(neg, zero, 0)
	}
	return infinity(neg)
}

func (c *Calc) infinitePower(a, b *Number) *Number {
	switch s := Cmp(a, New(false, one, 0)); {
	case s == 0:
		c.Status |= Inexact | Rounded
		return New(false, c.pow10(c.Prec-1), 1-c.Prec)
	case s > 0 == b.Neg:
		return New(false, zero, 0)
	}
	return infinity(false)
}

// powerOfOne has as many zeros as the exact result would have, or as there is room for.
func (c *Calc) powerOfOne(a, b *Number, whole, neg bool) *Number {
	if whole && b.Neg {
		return New(neg, one, 0)
	}
	most := c.Prec - 1
	zeros := most
	if whole {
		exact := new(big.Int).Mul(c.shifted(b.Coef, min(max(b.Exp, 0), 40)), big.NewInt(-a.Exp))
		if b.Exp < 0 {
			exact.Quo(exact, pow10(-b.Exp))
		}
		if exact.IsInt64() && exact.Int64() <= most {
			zeros = exact.Int64()
		} else {
			c.Status |= Rounded
		}
	} else {
		c.Status |= Inexact | Rounded
	}
	if zeros < 0 {
		return New(neg, one, -zeros)
	}
	return New(neg, c.pow10(zeros), -zeros)
}

// wholePower multiplies, with some digits more than are wanted.
func (c *Calc) wholePower(a, b *Number, neg bool) *Number {
	n := c.shifted(b.Coef, max(b.Exp, 0))
	if b.Exp < 0 {
		n = new(big.Int).Quo(n, pow10(-b.Exp))
	}
	w := c.halfEven(c.Prec + b.Digits() + b.Exp + 2)
	w.Clamp = false
	base := a
	if b.Neg {
		w.Prec++
		base = w.Div(New(false, one, 0), a)
		w.Prec--
	}
	r := base
	for i := n.BitLen() - 2; i >= 0 && w.poll(); i-- {
		r = w.Mul(r, r)
		if n.Bit(i) == 1 {
			r = w.Mul(r, base)
		}
		if r.Kind == Inf || r.IsZero() && w.Status&Clamped != 0 {
			break
		}
	}
	c.Err = w.Err
	switch {
	case r.Kind == Inf:
		return c.overflow(neg)
	case r.IsZero() && c.vanishes(a, b):
		return c.Fix(New(neg, one, c.Etiny()-2))
	}
	c.Status |= w.Status
	return c.Fix(r.with(neg))
}

// vanishes reports whether a**b is so small that this is clear without calculating it.
func (c *Calc) vanishes(a, b *Number) bool {
	adjusted := a.Adjusted()
	if adjusted < 0 {
		adjusted = -1 - adjusted
	}
	order := digits(big.NewInt(adjusted)) - 1 + b.Adjusted() // of the logarithm
	return order > digits(big.NewInt(-c.Etiny()))
}

// realPower is e**(b ln a).
func (c *Calc) realPower(a, b *Number, neg bool) *Number {
	w := c.halfEven(max(a.Digits(), c.Prec) + 4 + 19)
	w.Clamp = false
	w.Emax, w.Emin = MaxEmax, MinEmin
	r := w.Exp(w.Mul(w.Ln(a), b))
	c.Err = w.Err
	c.Status |= Inexact | Rounded
	if w.Status&Overflow != 0 {
		return c.overflow(neg)
	}
	return c.Fix(r.with(neg))
}

// PowMod is a**b % m of whole numbers.
func (c *Calc) PowMod(a, b, m *Number) *Number {
	if q := c.nans(a, b, m); q != nil {
		return q
	}
	if !a.IsInteger() || !b.IsInteger() || !m.IsInteger() || b.Neg || m.IsZero() || a.IsZero() && b.IsZero() || m.Adjusted() >= c.Prec {
		return c.invalid(InvalidOperation)
	}
	x, y, z := c.integer(a), c.integer(b), c.integer(m)
	r := new(big.Int).Rem(x, z)
	out := new(big.Int).Rem(one, z)
	for i := y.BitLen() - 1; i >= 0 && c.poll(); i-- {
		out.Rem(out.Mul(out, out), z)
		if y.Bit(i) == 1 {
			out.Rem(out.Mul(out, r), z)
		}
	}
	return New(a.Neg && odd(b), out, 0)
}

// integer is a whole number without its sign.
func (c *Calc) integer(n *Number) *big.Int {
	if n.Exp >= 0 {
		return c.shifted(n.Coef, n.Exp)
	}
	if -n.Exp > n.Digits() {
		return new(big.Int)
	}
	return new(big.Int).Quo(n.Coef, pow10(-n.Exp))
}

// Integer is a finite number without its sign and its fraction.
func (c *Calc) Integer(n *Number) *big.Int { return c.integer(n) }

// Ratio is a finite number as a fraction in lowest terms, without its sign.
func (c *Calc) Ratio(n *Number) (num, den *big.Int) {
	if n.Exp >= 0 {
		return c.shifted(n.Coef, n.Exp), one
	}
	if n.Coef.Sign() == 0 {
		return zero, one
	}
	den = c.pow10(-n.Exp)
	g := new(big.Int).GCD(nil, nil, n.Coef, den)
	return new(big.Int).Quo(n.Coef, g), new(big.Int).Quo(den, g)
}
