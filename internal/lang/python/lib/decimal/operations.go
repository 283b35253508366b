package decimal

import (
	"github.com/elide-dev/elided/internal/lang/python/lib/decimal/dec"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// An operation is a method of Decimal, which takes a context at the end, and one of
// Context.
type operation struct {
	name  string // of Decimal; empty is none
	other string // of Context; empty is none
	args  int
	do    func(c *dec.Calc, a []*dec.Number) *dec.Number
}

func one(f func(*dec.Calc, *dec.Number) *dec.Number) func(*dec.Calc, []*dec.Number) *dec.Number {
	return func(c *dec.Calc, a []*dec.Number) *dec.Number { return f(c, a[0]) }
}

func two(f func(*dec.Calc, *dec.Number, *dec.Number) *dec.Number) func(*dec.Calc, []*dec.Number) *dec.Number {
	return func(c *dec.Calc, a []*dec.Number) *dec.Number { return f(c, a[0], a[1]) }
}

func extreme(larger, magnitudes bool) func(*dec.Calc, []*dec.Number) *dec.Number {
	return func(c *dec.Calc, a []*dec.Number) *dec.Number { return c.Extreme(a[0], a[1], larger, magnitudes) }
}

func logical(op func(x, y bool) bool) func(*dec.Calc, []*dec.Number) *dec.Number {
	return func(c *dec.Calc, a []*dec.Number) *dec.Number { return c.Logical(a[0], a[1], op) }
}

func signed(neg func(a, b *dec.Number) bool) func(*dec.Calc, []*dec.Number) *dec.Number {
	return func(_ *dec.Calc, a []*dec.Number) *dec.Number {
		n := *a[0]
		n.Neg = neg(a[0], a[len(a)-1])
		return &n
	}
}

func total(f func(a, b *dec.Number) int) func(*dec.Calc, []*dec.Number) *dec.Number {
	return func(_ *dec.Calc, a []*dec.Number) *dec.Number {
		return dec.FromInt(py.Big(py.MakeInt(int64(f(a[0], a[1])))))
	}
}

// operations returns those that results are Decimals of.
func operations() []operation {
	same := func(_ *dec.Calc, a []*dec.Number) *dec.Number { return a[0] }
	return []operation{
		{"", "abs", 1, one((*dec.Calc).Abs)}, {"", "plus", 1, one((*dec.Calc).Plus)}, {"", "minus", 1, one((*dec.Calc).Minus)},
		{"", "add", 2, two((*dec.Calc).Add)}, {"", "subtract", 2, two((*dec.Calc).Sub)}, {"", "multiply", 2, two((*dec.Calc).Mul)},
		{"", "divide", 2, two((*dec.Calc).Div)}, {"", "divide_int", 2, two((*dec.Calc).DivInt)}, {"", "remainder", 2, two((*dec.Calc).Rem)},
		{"remainder_near", "remainder_near", 2, two((*dec.Calc).RemNear)},
		{"fma", "fma", 3, func(c *dec.Calc, a []*dec.Number) *dec.Number { return c.FMA(a[0], a[1], a[2]) }},
		{"exp", "exp", 1, one((*dec.Calc).Exp)}, {"ln", "ln", 1, one((*dec.Calc).Ln)}, {"log10", "log10", 1, one((*dec.Calc).Log10)},
		{"sqrt", "sqrt", 1, one((*dec.Calc).Sqrt)}, {"logb", "logb", 1, one((*dec.Calc).Logb)}, {"scaleb", "scaleb", 2, two((*dec.Calc).Scaleb)},
		{"normalize", "normalize", 1, one((*dec.Calc).Normalize)},
		{"", "quantize", 2, two((*dec.Calc).Quantize)},
		{"next_minus", "next_minus", 1, func(c *dec.Calc, a []*dec.Number) *dec.Number { return c.Next(a[0], false) }},
		{"next_plus", "next_plus", 1, func(c *dec.Calc, a []*dec.Number) *dec.Number { return c.Next(a[0], true) }},
		{"next_toward", "next_toward", 2, two((*dec.Calc).NextToward)},
		{"max", "max", 2, extreme(true, false)}, {"max_mag", "max_mag", 2, extreme(true, true)},
		{"min", "min", 2, extreme(false, false)}, {"min_mag", "min_mag", 2, extreme(false, true)},
		{"compare", "compare", 2, func(c *dec.Calc, a []*dec.Number) *dec.Number { return c.Compare(a[0], a[1], false) }},
		{"compare_signal", "compare_signal", 2, func(c *dec.Calc, a []*dec.Number) *dec.Number { return c.Compare(a[0], a[1], true) }},
		{"compare_total", "compare_total", 2, total(dec.Total)}, {"compare_total_mag", "compare_total_mag", 2, total(dec.TotalMag)},
		{"logical_and", "logical_and", 2, logical(func(x, y bool) bool { return x && y })},
		{"logical_or", "logical_or", 2, logical(func(x, y bool) bool { return x || y })},
		{"logical_xor", "logical_xor", 2, logical(func(x, y bool) bool { return x != y })},
		{"logical_invert", "logical_invert", 1, one((*dec.Calc).Invert)},
		{"shift", "shift", 2, func(c *dec.Calc, a []*dec.Number) *dec.Number { return c.Shift(a[0], a[1], false) }},
		{"rotate", "rotate", 2, func(c *dec.Calc, a []*dec.Number) *dec.Number { return c.Shift(a[0], a[1], true) }},
		{"copy_sign", "copy_sign", 2, signed(func(_, b *dec.Number) bool { return b.Neg })},
		{"", "copy_abs", 1, signed(func(_, _ *dec.Number) bool { return false })},
		{"", "copy_negate", 1, signed(func(a, _ *dec.Number) bool { return !a.Neg })},
		{"", "copy_decimal", 1, same}, {"", "canonical", 1, same},
		{"", "to_integral_exact", 1, func(c *dec.Calc, a []*dec.Number) *dec.Number { return c.ToIntegral(a[0], true) }},
		{"", "to_integral_value", 1, func(c *dec.Calc, a []*dec.Number) *dec.Number { return c.ToIntegral(a[0], false) }},
	}
}

// A predicate is a question to a number.
type predicate struct {
	name    string
	context bool // the answer depends on it
	ask     func(c *dec.Context, n *dec.Number) bool
}

func predicates() []predicate {
	normal := func(c *dec.Context, n *dec.Number) bool {
		return n.Kind == dec.Finite && !n.IsZero() && n.Adjusted() >= c.Emin
	}
	return []predicate{
		{"is_canonical", false, func(*dec.Context, *dec.Number) bool { return true }},
		{"is_finite", false, func(_ *dec.Context, n *dec.Number) bool { return n.Kind == dec.Finite }},
		{"is_infinite", false, func(_ *dec.Context, n *dec.Number) bool { return n.Kind == dec.Inf }},
		{"is_nan", false, func(_ *dec.Context, n *dec.Number) bool { return n.IsNaN() }},
		{"is_qnan", false, func(_ *dec.Context, n *dec.Number) bool { return n.Kind == dec.NaN }},
		{"is_snan", false, func(_ *dec.Context, n *dec.Number) bool { return n.Kind == dec.SNaN }},
		{"is_signed", false, func(_ *dec.Context, n *dec.Number) bool { return n.Neg }},
		{"is_zero", false, func(_ *dec.Context, n *dec.Number) bool { return n.IsZero() }},
		{"is_normal", true, normal},
		{"is_subnormal", true, func(c *dec.Context, n *dec.Number) bool {
			return n.Kind == dec.Finite && !n.IsZero() && !normal(c, n)
		}},
	}
}
