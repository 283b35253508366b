package dec

import (
	"math"
	"math/big"
)

// Numbers here are of fixed point: v stands for v / 2**bits.

// Constants keeps what takes long to calculate.
type Constants struct {
	bits uint
	ln10 *big.Int
}

// bitsFor is how many bits w decimal digits are.
func bitsFor(w int64) uint { return uint(float64(w)*3.3219280948873626) + 8 }

// within reports whether so many digits can be calculated at all.
func (c *Calc) within(w int64) bool {
	if w > MaxDigits/4 {
		c.pow10(MaxDigits + 1)
		return false
	}
	return true
}

// decimalOf makes w digits or more of a number, with their exponent.
func (c *Calc) decimalOf(v *big.Int, bits uint, w int64) (*big.Int, int64) {
	// Leading zeros don't count.
	places := w - int64(float64(v.BitLen()-int(bits))*0.30102999566398119)
	if places < 0 {
		places = 0
	}
	r := new(big.Int).Mul(v, c.pow10(places))
	r.Quo(r, new(big.Int).Lsh(one, bits))
	return r, -places
}

// ln10 is the natural logarithm of 10, by atanh of 1/31, 1/49 and 1/161.
func (c *Calc) ln10(bits uint) *big.Int {
	if k := c.Consts; k.ln10 != nil && k.bits >= bits {
		return new(big.Int).Rsh(k.ln10, k.bits-bits)
	}
	more := bits + 32
	sum := new(big.Int)
	for _, term := range [][2]int64{{46, 31}, {34, 49}, {20, 161}} {
		v := c.atanhInverse(term[1], more)
		sum.Add(sum, v.Mul(v, big.NewInt(term[0])))
	}
	if c.Err == nil {
		c.Consts.ln10, c.Consts.bits = sum, more
	}
	return new(big.Int).Rsh(sum, more-bits)
}

// atanhInverse is atanh(1/n).
func (c *Calc) atanhInverse(n int64, bits uint) *big.Int {
	term := new(big.Int).Lsh(one, bits)
	term.Quo(term, big.NewInt(n))
	square := big.NewInt(n * n)
	sum := new(big.Int)
	part := new(big.Int)
	for i := int64(1); term.Sign() != 0; i += 2 {
		if i&63 == 1 && !c.poll() {
			break
		}
		sum.Add(sum, part.Quo(term, big.NewInt(i)))
		term.Quo(term, square)
	}
	return sum
}

// expBits is e**y of a small y, which may be negative.
func (c *Calc) expBits(y *big.Int, bits uint) *big.Int {
	halvings := uint(math.Sqrt(float64(bits))) + 4
	more := bits + 2*halvings + 16
	x := new(big.Int).Lsh(y, more-bits)
	x.Rsh(x, halvings)
	sum := new(big.Int).Lsh(one, more)
	term := new(big.Int).Set(sum)
	for i := int64(1); ; i++ {
		if i&15 == 1 && !c.poll() {
			return sum
		}
		term.Mul(term, x)
		term.Rsh(term, more)
		term.Quo(term, big.NewInt(i))
		if term.Sign() == 0 || term.BitLen() == 1 {
			break
		}
		sum.Add(sum, term)
	}
	for range halvings {
		if !c.poll() {
			return sum
		}
		sum.Mul(sum, sum)
		sum.Rsh(sum, more)
	}
	return sum.Rsh(sum, more-bits)
}

// fixed is a number in fixed point.
func (c *Calc) fixed(n *Number, bits uint) *big.Int {
	v := new(big.Int)
	if n.Exp >= 0 {
		v.Lsh(c.shifted(n.Coef, n.Exp), bits)
	} else if -n.Exp < MaxDigits {
		v.Lsh(n.Coef, bits)
		v.Quo(v, c.pow10(-n.Exp))
	}
	if n.Neg {
		v.Neg(v)
	}
	return v
}

// expDigits is w digits or more of e**n.
func (c *Calc) expDigits(n *Number, w int64) (*big.Int, int64) {
	if !c.within(w) {
		return one, 0
	}
	bits := bitsFor(w) + 96 // for the whole part, which has 64 at most
	x := c.fixed(n, bits)
	ln10 := c.ln10(bits)
	times := new(big.Int).Quo(x, ln10)
	x.Sub(x, new(big.Int).Mul(times, ln10))
	v, exp := c.decimalOf(c.expBits(x, bits), bits, w)
	return v, exp + times.Int64()
}

// lnBits is the logarithm of n, which is positive and not 1, with w good digits.
func (c *Calc) lnBits(n *Number, w int64) (*big.Int, uint) {
	if !c.within(w) {
		return new(big.Int).Lsh(one, 8), 8
	}
	// n is m * 10**k, where m is near 1.
	d := n.Digits()
	k := n.Exp + d - 1
	lead := n.Coef
	if d > 17 {
		lead = new(big.Int).Quo(lead, pow10(d-17))
	}
	m, _ := new(big.Float).SetInt(lead).Float64()
	m /= math.Pow(10, float64(min(d, 17)-1))
	if m > 3.1622776 {
		k++
		m /= 10
	}
	bits := bitsFor(w) + 80
	if k == 0 { // what is near 1 has a small logarithm
		exact := c.halfEven(MaxPrec)
		exact.Emax, exact.Emin, exact.Clamp = MaxEmax, MinEmin, false
		gap := exact.Add(n, New(true, one, 0))
		bits += bitsFor(max(-gap.Adjusted(), 0))
	}
	v := c.fixed(New(false, n.Coef, n.Exp-k), bits)
	y := c.lnNear(v, m, bits)
	if k != 0 {
		y.Add(y, new(big.Int).Mul(c.ln10(bits), big.NewInt(k)))
	}
	return y, bits
}

// lnNear is the logarithm of v, which is about m. Each step makes three times as many
// digits good.
func (c *Calc) lnNear(v *big.Int, m float64, bits uint) *big.Int {
	y := new(big.Int)
	guess := math.Log(m)
	if math.Abs(m-1) < 1e-9 { // m has too few digits
		guess = 0
	}
	new(big.Float).Mul(big.NewFloat(guess), new(big.Float).SetMantExp(big.NewFloat(1), int(bits))).Int(y)
	for range 64 {
		e := c.expBits(y, bits)
		if c.Err != nil {
			return y
		}
		step := new(big.Int).Sub(v, e)
		step.Lsh(step, bits+1)
		step.Quo(step, e.Add(e, v))
		y.Add(y, step)
		if step.BitLen() < int(bits)/3-8 { // the next step would change nothing
			break
		}
	}
	return y
}
