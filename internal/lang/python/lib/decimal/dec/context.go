package dec

import (
	"errors"
	"math/big"
)

// The conditions that operations meet, as bits.
const (
	Clamped uint32 = 1 << iota
	ConversionSyntax
	DivisionByZero
	DivisionImpossible
	DivisionUndefined
	Inexact
	InvalidContext
	InvalidOperation
	FloatOperation
	Overflow
	Rounded
	Subnormal
	Underflow
)

// Invalid are the conditions of which each is an InvalidOperation.
const Invalid = ConversionSyntax | DivisionImpossible | DivisionUndefined | InvalidContext | InvalidOperation

// A Rounding is a way of rounding.
type Rounding uint8

// The ways of rounding, in the order of names that programs see.
const (
	Ceiling Rounding = iota
	Floor
	Up
	Down
	HalfUp
	HalfDown
	HalfEven
	ZeroFiveUp
)

// ErrTooLarge is of a result that has more than MaxDigits.
var ErrTooLarge = errors.New("too many digits")

// A Context is what results are rounded to.
type Context struct {
	Prec, Emin, Emax int64
	Rounding         Rounding
	Clamp            bool
}

// A Calc calculates. It collects the conditions that were met, and the first error: after
// one, results mean nothing.
type Calc struct {
	Context
	Status uint32
	Err    error
	Poll   func() error // asked in long loops
	Consts *Constants
}

// Etiny is the least exponent.
func (c *Context) Etiny() int64 { return c.Emin - c.Prec + 1 }

// Etop is the largest exponent of a number of full precision.
func (c *Context) Etop() int64 { return c.Emax - c.Prec + 1 }

func (c *Calc) poll() bool {
	if c.Err == nil {
		c.Err = c.Poll()
	}
	return c.Err == nil
}

// pow10 is a power of ten, unless it is too large.
func (c *Calc) pow10(n int64) *big.Int {
	if n > MaxDigits {
		if c.Err == nil {
			c.Err = ErrTooLarge
		}
		return one
	}
	return pow10(n)
}

// shifted is v * 10**n.
func (c *Calc) shifted(v *big.Int, n int64) *big.Int {
	if n == 0 || v.Sign() == 0 {
		return v
	}
	if n+digits(v) > MaxDigits {
		c.pow10(MaxDigits + 1)
		return v
	}
	return new(big.Int).Mul(v, pow10(n))
}

// invalid is the result of an operation that isn't valid.
func (c *Calc) invalid(condition uint32) *Number {
	c.Status |= condition
	return notANumber()
}

// nans is what an operation results in where an operand is a NaN, or nil.
func (c *Calc) nans(list ...*Number) *Number {
	for _, kind := range []Kind{SNaN, NaN} {
		for _, n := range list {
			if n.Kind == kind {
				if kind == SNaN {
					c.Status |= InvalidOperation
				}
				q := *n
				q.Kind = NaN
				return c.Fix(&q)
			}
		}
	}
	return nil
}

// rounded drops n digits of a coefficient; inexact is whether any wasn't 0.
func rounded(v *big.Int, n int64, mode Rounding, neg bool) (q *big.Int, inexact bool) {
	if n <= 0 {
		return v, false
	}
	d := digits(v)
	if n > d+1 { // as if there were a 0 before it, and something after that
		if v.Sign() == 0 {
			return v, false
		}
		v, n = one, 2
	}
	p := pow10(n)
	q, r := new(big.Int).QuoRem(v, p, new(big.Int))
	if r.Sign() == 0 {
		return q, false
	}
	half := r.Lsh(r, 1).Cmp(p)
	if roundsUp(q, half, mode, neg) {
		q.Add(q, one)
	}
	return q, true
}

// roundsUp reports whether the quotient grows; half compares the rest with one half.
func roundsUp(q *big.Int, half int, mode Rounding, neg bool) bool {
	switch mode {
	case Ceiling:
		return !neg
	case Floor:
		return neg
	case Up:
		return true
	case Down:
		return false
	case HalfUp:
		return half >= 0
	case HalfDown:
		return half > 0
	case HalfEven:
		return half > 0 || half == 0 && q.Bit(0) == 1
	}
	last := new(big.Int).Rem(q, big.NewInt(5))
	return last.Sign() == 0
}

// Fix rounds a number to the context.
func (c *Calc) Fix(n *Number) *Number {
	switch n.Kind {
	case Inf:
		return n
	case NaN, SNaN:
		return c.fixPayload(n)
	}
	etiny, etop := c.Etiny(), c.Etop()
	if n.Coef.Sign() == 0 {
		most := c.Emax
		if c.Clamp {
			most = etop
		}
		if e := min(max(n.Exp, etiny), most); e != n.Exp {
			c.Status |= Clamped
			return New(n.Neg, zero, e)
		}
		return n
	}
	d := n.Digits()
	least := d + n.Exp - c.Prec
	if least > etop {
		return c.overflow(n.Neg)
	}
	tiny := least < etiny
	if tiny {
		c.Status |= Subnormal
		least = etiny
	}
	if n.Exp < least {
		return c.shorten(n, least, tiny)
	}
	if c.Clamp && n.Exp > etop {
		c.Status |= Clamped
		return New(n.Neg, c.shifted(n.Coef, n.Exp-etop), etop)
	}
	return n
}

func (c *Calc) fixPayload(n *Number) *Number {
	most := c.Prec
	if c.Clamp {
		most--
	}
	if n.Coef.Sign() == 0 || n.Digits() <= most {
		return n
	}
	q := *n
	q.Coef = new(big.Int).Rem(n.Coef, pow10(most))
	return &q
}

// shorten rounds a number that has too many digits to an exponent.
func (c *Calc) shorten(n *Number, exp int64, tiny bool) *Number {
	coef, inexact := rounded(n.Coef, exp-n.Exp, c.Rounding, n.Neg)
	if digits(coef) > c.Prec {
		coef = new(big.Int).Quo(coef, ten)
		exp++
	}
	if exp > c.Etop() {
		return c.overflow(n.Neg)
	}
	c.Status |= Rounded
	if inexact {
		c.Status |= Inexact
		if tiny {
			c.Status |= Underflow
		}
	}
	if coef.Sign() == 0 {
		c.Status |= Clamped
	}
	return New(n.Neg, coef, exp)
}

// overflow is what a number that is too large becomes.
func (c *Calc) overflow(neg bool) *Number {
	c.Status |= Overflow | Inexact | Rounded
	switch c.Rounding {
	case HalfUp, HalfEven, HalfDown, Up:
		return infinity(neg)
	case Ceiling:
		if !neg {
			return infinity(neg)
		}
	case Floor:
		if neg {
			return infinity(neg)
		}
	}
	most := new(big.Int).Sub(c.pow10(c.Prec), one)
	return New(neg, most, c.Etop())
}
