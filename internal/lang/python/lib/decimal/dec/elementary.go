package dec

import "math/big"

// halfEven is c with another precision, that rounds to even ones.
func (c *Calc) halfEven(prec int64) *Calc {
	d := *c
	d.Rounding, d.Prec = HalfEven, prec
	d.Status = 0
	return &d
}

// fixEven rounds to the nearest, whatever the context says.
func (c *Calc) fixEven(n *Number) *Number {
	d := c.halfEven(c.Prec)
	n = d.Fix(n)
	c.Status |= d.Status
	c.Err = d.Err
	return n
}

// Sqrt is the square root.
func (c *Calc) Sqrt(n *Number) *Number {
	if q := c.nans(n); q != nil {
		return q
	}
	switch {
	case n.Kind == Inf && !n.Neg:
		return n
	case n.IsZero():
		return c.Fix(New(n.Neg, zero, n.Exp>>1))
	case n.Neg:
		return c.invalid(InvalidOperation)
	}
	prec := c.Prec + 1
	exp := n.Exp >> 1
	v, length := n.Coef, (n.Digits()+1)>>1
	if n.Exp&1 == 1 {
		v, length = c.shifted(v, 1), n.Digits()>>1+1
	}
	shift := prec - length
	exact := true
	if shift >= 0 {
		v = c.shifted(v, 2*shift)
	} else {
		var r *big.Int
		v, r = new(big.Int).QuoRem(v, c.pow10(-2*shift), new(big.Int))
		exact = r.Sign() == 0
	}
	if !c.poll() {
		return n
	}
	exp -= shift
	root := new(big.Int).Sqrt(v)
	exact = exact && new(big.Int).Mul(root, root).Cmp(v) == 0
	switch {
	case exact && shift >= 0:
		root.Quo(root, c.pow10(shift))
		exp += shift
	case exact:
		root = c.shifted(root, -shift)
		exp += shift
	case new(big.Int).Rem(root, big.NewInt(5)).Sign() == 0:
		root.Add(root, one)
	}
	return c.fixEven(New(false, root, exp))
}

// Exp is e**n.
func (c *Calc) Exp(n *Number) *Number {
	if q := c.nans(n); q != nil {
		return q
	}
	switch {
	case n.Kind == Inf && n.Neg:
		return New(false, zero, 0)
	case n.Kind == Inf:
		return n
	case n.IsZero():
		return New(false, one, 0)
	}
	adjusted := n.Adjusted()
	switch {
	case !n.Neg && adjusted > digits(new(big.Int).Mul(big.NewInt(c.Emax+1), big.NewInt(3))):
		return c.fixEven(New(false, one, c.Emax+1))
	case n.Neg && adjusted > digits(new(big.Int).Mul(big.NewInt(1-c.Etiny()), big.NewInt(3))):
		return c.fixEven(New(false, one, c.Etiny()-1))
	case !n.Neg && adjusted < -c.Prec:
		return c.fixEven(New(false, new(big.Int).Add(c.pow10(c.Prec+1), one), -c.Prec-1))
	case n.Neg && adjusted < -c.Prec-1:
		return c.fixEven(New(false, new(big.Int).Sub(c.pow10(c.Prec+2), one), -c.Prec-2))
	}
	return c.nearest(func(w int64) (*big.Int, int64) { return c.expDigits(n, w) })
}

// nearest rounds what is calculated to more and more digits until it is known how. f gives
// digits, of which the last few may be wrong, and their exponent; the result mustn't be one
// that ends.
func (c *Calc) nearest(f func(w int64) (*big.Int, int64)) *Number {
	for extra := int64(10); ; extra *= 2 {
		v, exp := f(c.Prec + extra)
		if !c.poll() {
			return notANumber()
		}
		neg := v.Sign() < 0
		v.Abs(v)
		slack := big.NewInt(100)
		low, high := new(big.Int).Sub(v, slack), new(big.Int).Add(v, slack)
		d := digits(v)
		if digits(low) != d || digits(high) != d || d <= c.Prec {
			continue
		}
		l, _ := rounded(low, d-c.Prec, HalfEven, false)
		h, _ := rounded(high, d-c.Prec, HalfEven, false)
		if l.Cmp(h) == 0 {
			v.Mul(v, ten).Add(v, one) // there is more than these digits
			return c.fixEven(New(neg, v, exp-1))
		}
	}
}

// Ln is the natural logarithm.
func (c *Calc) Ln(n *Number) *Number {
	if r := c.logSpecial(n); r != nil {
		return r
	}
	if Cmp(n, New(false, one, 0)) == 0 {
		return New(false, zero, 0)
	}
	return c.nearest(func(w int64) (*big.Int, int64) {
		v, bits := c.lnBits(n, w)
		return c.decimalOf(v, bits, w)
	})
}

// Log10 is the logarithm to the base 10.
func (c *Calc) Log10(n *Number) *Number {
	if r := c.logSpecial(n); r != nil {
		return r
	}
	if coef, zeros := stripped(n.Coef, n.Digits()); coef.Cmp(one) == 0 {
		return c.fixEven(small(n.Exp + zeros))
	}
	return c.nearest(func(w int64) (*big.Int, int64) {
		v, bits := c.lnBits(n, w+5)
		v = new(big.Int).Lsh(v, bits)
		return c.decimalOf(v.Quo(v, c.ln10(bits)), bits, w)
	})
}

func (c *Calc) logSpecial(n *Number) *Number {
	if q := c.nans(n); q != nil {
		return q
	}
	switch {
	case n.IsZero():
		return infinity(true)
	case n.Kind == Inf && !n.Neg:
		return n
	case n.Neg:
		return c.invalid(InvalidOperation)
	}
	return nil
}
