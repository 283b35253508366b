// Package dec is decimal arithmetic as the General Decimal Arithmetic Specification
// describes it.
package dec

import (
	"math/big"
	"strconv"
	"strings"
)

// A Kind is what a Number is.
type Kind uint8

// The kinds.
const (
	Finite Kind = iota
	Inf
	NaN
	SNaN // signals when it is used
)

// A Number is Coef * 10**Exp, or what Kind says; a NaN's Coef is what it carries. It is
// immutable.
type Number struct {
	Kind Kind
	Neg  bool
	Coef *big.Int
	Exp  int64
}

// The bounds that a context may have.
const (
	MaxPrec  = 999999999999999999
	MaxEmax  = 999999999999999999
	MinEmin  = -999999999999999999
	MinEtiny = MinEmin - (MaxPrec - 1)
)

// MaxDigits bounds coefficients.
const MaxDigits = 2_000_000

var (
	zero = new(big.Int)
	one  = big.NewInt(1)
	ten  = big.NewInt(10)
)

// smallPowers are the first powers of ten.
var smallPowers = func() (list [64]*big.Int) {
	list[0] = one
	for i := 1; i < len(list); i++ {
		list[i] = new(big.Int).Mul(list[i-1], ten)
	}
	return list
}()

func pow10(n int64) *big.Int {
	if n < int64(len(smallPowers)) {
		return smallPowers[n]
	}
	return new(big.Int).Exp(ten, big.NewInt(n), nil)
}

// digits is how many decimal digits v has; 0 has one.
func digits(v *big.Int) int64 {
	if v.IsUint64() {
		n := int64(1)
		for u := v.Uint64(); u >= 10; u /= 10 {
			n++
		}
		return n
	}
	least := int64(float64(v.BitLen()-1) * 0.30102999566398119) // 10**least <= v, but for the last digit of large ones
	p := pow10(least)
	for v.CmpAbs(p) < 0 {
		least--
		p = pow10(least)
	}
	for next := new(big.Int).Mul(p, ten); v.CmpAbs(next) >= 0; next.Mul(next, ten) {
		least++
	}
	return least + 1
}

// FromInt is an int.
func FromInt(v *big.Int) *Number { return &Number{Neg: v.Sign() < 0, Coef: new(big.Int).Abs(v)} }

func small(v int64) *Number { return FromInt(big.NewInt(v)) }

func infinity(neg bool) *Number { return &Number{Kind: Inf, Neg: neg, Coef: zero} }

func notANumber() *Number { return &Number{Kind: NaN, Coef: zero} }

// New is a finite number.
func New(neg bool, coef *big.Int, exp int64) *Number { return &Number{Neg: neg, Coef: coef, Exp: exp} }

// IsZero reports whether it is 0.
func (n *Number) IsZero() bool { return n.Kind == Finite && n.Coef.Sign() == 0 }

// IsNaN reports whether it is a NaN of either kind.
func (n *Number) IsNaN() bool { return n.Kind >= NaN }

// Digits is how many digits the coefficient has.
func (n *Number) Digits() int64 { return digits(n.Coef) }

// Adjusted is the exponent of the first digit.
func (n *Number) Adjusted() int64 { return n.Exp + digits(n.Coef) - 1 }

// with returns a copy of another sign.
func (n *Number) with(neg bool) *Number {
	c := *n
	c.Neg = neg
	return &c
}

// IsInteger reports whether it is a whole number.
func (n *Number) IsInteger() bool {
	switch {
	case n.Kind != Finite:
		return false
	case n.Exp >= 0 || n.Coef.Sign() == 0:
		return true
	case -n.Exp >= n.Digits():
		return false
	}
	return new(big.Int).Rem(n.Coef, pow10(-n.Exp)).Sign() == 0
}

// String is the number in scientific notation, with an E.
func (n *Number) String() string { return n.Text(false, 'E') }

// Text is the number in scientific notation, or in engineering notation, whose exponents
// are multiples of three.
func (n *Number) Text(engineering bool, e byte) string {
	sign := ""
	if n.Neg {
		sign = "-"
	}
	switch n.Kind {
	case Inf:
		return sign + "Infinity"
	case NaN, SNaN:
		text := sign + map[Kind]string{NaN: "NaN", SNaN: "sNaN"}[n.Kind]
		if n.Coef.Sign() != 0 {
			text += n.Coef.String()
		}
		return text
	}
	d := n.Coef.String()
	left := n.Exp + int64(len(d))
	var dot int64
	switch {
	case n.Exp <= 0 && left > -6:
		dot = left
	case !engineering:
		dot = 1
	case n.Coef.Sign() == 0:
		dot = floorMod(left+1, 3) - 1
	default:
		dot = floorMod(left-1, 3) + 1
	}
	whole, fraction := "", ""
	switch {
	case dot <= 0:
		whole, fraction = "0", "."+strings.Repeat("0", int(-dot))+d
	case dot >= int64(len(d)):
		whole = d + strings.Repeat("0", int(dot)-len(d))
	default:
		whole, fraction = d[:dot], "."+d[dot:]
	}
	if left == dot {
		return sign + whole + fraction
	}
	exp := strconv.FormatInt(left-dot, 10)
	if left > dot {
		exp = "+" + exp
	}
	return sign + whole + fraction + string(e) + exp
}

func floorMod(a, b int64) int64 { return ((a % b) + b) % b }
