package py

import (
	"math"
	"math/big"
	"math/bits"
)

// polledWords is the size, in words, up to which two numbers are multiplied in one go,
// which takes some milliseconds.
const polledWords = 1 << 13

// mulBig is a * b, in steps between which the run may be interrupted.
func (t *Thread) mulBig(a, b *big.Int) (*big.Int, error) {
	if a.Sign() != 0 && b.Sign() != 0 && a.BitLen()+b.BitLen() > maxBits {
		return nil, NewExc(MemoryError)
	}
	x, y := a.Bits(), b.Bits()
	if max(len(x), len(y)) <= polledWords {
		return new(big.Int).Mul(a, b), nil
	}
	z, err := t.mulAbs(new(big.Int).Abs(a), new(big.Int).Abs(b))
	if err == nil && a.Sign() != b.Sign() {
		z.Neg(z)
	}
	return z, err
}

// mulAbs splits the larger of two numbers that are not negative, and both of them by
// Karatsuba's rule where they are about as large.
func (t *Thread) mulAbs(a, b *big.Int) (*big.Int, error) {
	if err := t.Poll(); err != nil {
		return nil, err
	}
	if len(a.Bits()) < len(b.Bits()) {
		a, b = b, a
	}
	n := len(a.Bits())
	if n <= polledWords {
		return new(big.Int).Mul(a, b), nil
	}
	half := (n + 1) / 2
	a0, a1 := splitBig(a, half)
	if len(b.Bits()) <= half {
		return t.joinProducts(half, func() (*big.Int, error) { return t.mulAbs(a0, b) }, func() (*big.Int, error) { return t.mulAbs(a1, b) })
	}
	b0, b1 := splitBig(b, half)
	low, err := t.mulAbs(a0, b0)
	if err != nil {
		return nil, err
	}
	high, err := t.mulAbs(a1, b1)
	if err != nil {
		return nil, err
	}
	middle, err := t.mulAbs(new(big.Int).Add(a0, a1), new(big.Int).Add(b0, b1))
	if err != nil {
		return nil, err
	}
	middle.Sub(middle, low).Sub(middle, high)
	z := high.Lsh(high, uint(2*half*bits.UintSize))
	z.Add(z, middle.Lsh(middle, uint(half*bits.UintSize)))
	return z.Add(z, low), nil
}

func (t *Thread) joinProducts(half int, low, high func() (*big.Int, error)) (*big.Int, error) {
	l, err := low()
	if err != nil {
		return nil, err
	}
	h, err := high()
	if err != nil {
		return nil, err
	}
	h.Lsh(h, uint(half*bits.UintSize))
	return h.Add(h, l), nil
}

// splitBig is a number's lower n words, and the others.
func splitBig(v *big.Int, n int) (low, high *big.Int) {
	w := v.Bits()
	return new(big.Int).SetBits(w[:n:n]), new(big.Int).SetBits(w[n:len(w):len(w)])
}

// divideBig is a / b rounded to the nearest float; b isn't 0.
func divideBig(a, b *big.Int) (float64, error) {
	tooLarge := Raise(OverflowError, "integer division result too large for a float")
	scale := a.BitLen() - b.BitLen()
	if scale > 1025 {
		return 0, tooLarge
	}
	if a.Sign() == 0 || scale < -1100 {
		if (a.Sign() < 0) != (b.Sign() < 0) {
			return math.Copysign(0, -1), nil
		}
		return 0, nil
	}
	// A quotient of 66 bits or more, with a last bit that is set when there is a rest,
	// is rounded as the exact one would be.
	shift := 66 - scale
	x, y := new(big.Int).Abs(a), new(big.Int).Abs(b)
	if shift >= 0 {
		x.Lsh(x, uint(shift))
	} else {
		y.Lsh(y, uint(-shift))
	}
	q, r := new(big.Int).QuoRem(x, y, new(big.Int))
	if r.Sign() != 0 {
		q.SetBit(q, 0, 1)
	}
	z := new(big.Float).SetInt(q)
	f, _ := z.SetMantExp(z, -shift).Float64()
	if math.IsInf(f, 0) {
		return 0, tooLarge
	}
	if (a.Sign() < 0) != (b.Sign() < 0) {
		f = -f
	}
	return f, nil
}

// powBig is a to the power n, which isn't negative.
func (t *Thread) powBig(a *big.Int, n *big.Int) (*big.Int, error) {
	switch {
	case n.Sign() == 0:
		return bigOne(), nil
	case a.BitLen() <= 1: // -1, 0 and 1
		if a.Sign() < 0 && n.Bit(0) == 0 {
			return bigOne(), nil
		}
		return a, nil
	case !n.IsInt64() || n.Int64() > maxBits || log2(a)*float64(n.Int64()) > maxBits+1: // the last bit is in doubt
		return nil, NewExc(MemoryError)
	}
	// A power of two within it is a shift.
	zeros := a.TrailingZeroBits()
	odd := new(big.Int).Rsh(a, zeros)
	z := bigOne()
	var err error
	for i := n.BitLen() - 1; i >= 0; i-- {
		if z, err = t.mulBig(z, z); err != nil {
			return nil, err
		}
		if n.Bit(i) != 0 {
			if z, err = t.mulBig(z, odd); err != nil {
				return nil, err
			}
		}
	}
	return z.Lsh(z, zeros*uint(n.Int64())), nil
}

// log2 is the logarithm of a's amount, which isn't 0.
func log2(a *big.Int) float64 {
	low := max(a.BitLen()-53, 0)
	top, _ := new(big.Int).Rsh(a, uint(low)).Float64()
	return math.Log2(math.Abs(top)) + float64(low)
}

// powMod is a to the power n modulo m, with the sign of m; m isn't 0.
func (t *Thread) powMod(a, n, m *big.Int) (*big.Int, error) {
	abs := new(big.Int).Abs(m)
	if n.Sign() < 0 {
		if a = new(big.Int).ModInverse(a, abs); a == nil && abs.BitLen() > 1 {
			return nil, Raise(ValueError, "base is not invertible for the given modulus")
		} else if a == nil {
			a = new(big.Int)
		}
		n = new(big.Int).Neg(n)
	}
	z, err := t.powModAbs(new(big.Int).Mod(a, abs), n, abs)
	if err != nil {
		return nil, err
	}
	if m.Sign() < 0 && z.Sign() != 0 {
		z.Add(z, m)
	}
	return z, nil
}

// powModAbs polls between steps unless the numbers are of a usual size.
func (t *Thread) powModAbs(a, n, m *big.Int) (*big.Int, error) {
	if n.BitLen() <= 1<<13 && m.BitLen() <= 1<<13 {
		return new(big.Int).Exp(a, n, m), nil
	}
	z := new(big.Int).Mod(bigOne(), m)
	for i := n.BitLen() - 1; i >= 0; i-- {
		for _, by := range []*big.Int{z, a}[:1+n.Bit(i)] {
			p, err := t.mulBig(z, by)
			if err != nil {
				return nil, err
			}
			z = p.Mod(p, m)
		}
		if err := t.Poll(); err != nil {
			return nil, err
		}
	}
	return z, nil
}
