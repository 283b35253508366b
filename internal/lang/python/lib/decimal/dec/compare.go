package dec

import "math/big"

// Cmp compares two numbers that aren't NaNs.
func Cmp(a, b *Number) int {
	sa, sb := sign(a), sign(b)
	if sa != sb || sa == 0 {
		return cmpInt(sa, sb)
	}
	if sa < 0 {
		a, b = b, a
	}
	return cmpAbs(a, b)
}

func cmpInt[T int | int64](a, b T) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func sign(n *Number) int {
	switch {
	case n.IsZero():
		return 0
	case n.Neg:
		return -1
	}
	return 1
}

// cmpAbs compares what isn't a NaN without the signs.
func cmpAbs(a, b *Number) int {
	if a.Kind == Inf || b.Kind == Inf {
		return cmpInt(int(a.Kind), int(b.Kind))
	}
	az, bz := a.IsZero(), b.IsZero()
	if az || bz {
		return a.Coef.Sign() - b.Coef.Sign()
	}
	if s := cmpInt(a.Adjusted(), b.Adjusted()); s != 0 {
		return s
	}
	x, y := a.Coef, b.Coef // of the same order: the exponents differ by no more than the digits
	if a.Exp > b.Exp {
		x = new(big.Int).Mul(x, pow10(a.Exp-b.Exp))
	} else if b.Exp > a.Exp {
		y = new(big.Int).Mul(y, pow10(b.Exp-a.Exp))
	}
	return x.Cmp(y)
}

// Compare is -1, 0, 1 or a NaN. signal makes every NaN signal.
func (c *Calc) Compare(a, b *Number, signal bool) *Number {
	if a.IsNaN() || b.IsNaN() {
		if signal {
			c.Status |= InvalidOperation
		}
		return c.nans(a, b)
	}
	return small(int64(Cmp(a, b)))
}

// Total compares by the total order, in which NaNs and representations have their places.
func Total(a, b *Number) int {
	switch {
	case a.Neg && !b.Neg:
		return -1
	case !a.Neg && b.Neg:
		return 1
	case a.Neg:
		return -totalMag(a, b)
	}
	return totalMag(a, b)
}

// TotalMag is Total without the signs.
func TotalMag(a, b *Number) int { return totalMag(a, b) }

func totalMag(a, b *Number) int {
	if a.IsNaN() || b.IsNaN() {
		rank := map[Kind]int{Finite: 0, Inf: 0, SNaN: 1, NaN: 2}
		if s := cmpInt(rank[a.Kind], rank[b.Kind]); s != 0 {
			return s
		}
		return a.Coef.Cmp(b.Coef)
	}
	if s := cmpAbs(a, b); s != 0 || a.Kind == Inf {
		return s
	}
	return cmpInt(a.Exp, b.Exp)
}

// Extreme is the larger of two numbers, or the lesser; magnitudes leaves signs aside. A
// NaN that doesn't signal loses against a number.
func (c *Calc) Extreme(a, b *Number, larger, magnitudes bool) *Number {
	if a.IsNaN() || b.IsNaN() {
		switch {
		case a.Kind == NaN && !b.IsNaN():
			return c.Fix(b)
		case b.Kind == NaN && !a.IsNaN():
			return c.Fix(a)
		}
		return c.nans(a, b)
	}
	s := 0
	if magnitudes {
		s = cmpAbs(a, b)
	} else {
		s = Cmp(a, b)
	}
	if s == 0 {
		s = Total(a, b)
	}
	if s < 0 == larger {
		return c.Fix(b)
	}
	return c.Fix(a)
}
