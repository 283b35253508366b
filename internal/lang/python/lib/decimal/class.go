package decimal

import (
	"math"
	"math/big"
	"strconv"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/elementary"
	"github.com/elide-dev/elided/internal/lang/python/lib/decimal/dec"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

var decimalClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("decimal", "Decimal", nil, func(c *py.Class) {
		c.Dotted()
		make := py.NewBuiltin("Decimal", "value=, context=", makeDecimal)
		c.Slots.New = func(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
			v, err := t.CallArgs(make, a)
			if err != nil {
				return nil, err
			}
			return py.NewOf(cls, v), nil
		}
		c.Slots.Repr = func(t *py.Thread, o py.Object) (py.Object, error) {
			s, err := numberText(numberOf(o), false, sessionOf(t).context())
			if err != nil {
				return nil, err
			}
			return py.NewStr("Decimal('" + s.String() + "')"), nil
		}
		c.Slots.Str = func(t *py.Thread, o py.Object) (py.Object, error) {
			return numberText(numberOf(o), false, sessionOf(t).context())
		}
		c.Slots.Hash = hash
		c.Slots.Bool = func(_ *py.Thread, o py.Object) (bool, error) { return !numberOf(o).IsZero(), nil }
		c.Slots.Compare = compare
		setArithmetic(&c.Slots)
		c.Slots.Int = func(t *py.Thread, o py.Object) (py.Object, error) { return whole(t, numberOf(o), dec.Down) }
		c.Slots.Float = toFloat
		addMethods(c)
		addOperations(c)
	})
})

func makeDecimal(t *py.Thread, a []py.Object) (py.Object, error) {
	if a[0] == nil {
		return wrap(dec.New(false, new(big.Int), 0)), nil
	}
	if n := numberOf(a[0]); n != nil {
		return wrap(n), nil
	}
	k, err := calcFor(t, a[1])
	if err != nil {
		return nil, err
	}
	n, err := k.make(a[0])
	if err != nil {
		return nil, err
	}
	return k.result(k.exact(n))
}

// maxText bounds texts that exponents make long.
const maxText = 1 << 27

func numberText(n *dec.Number, engineering bool, c *context) (*py.Str, error) {
	return py.NewStr(n.Text(engineering, c.expChar())), nil
}

func setArithmetic(s *py.Slots) {
	for op, f := range map[ast.Operator]func(*dec.Calc, *dec.Number, *dec.Number) *dec.Number{
		ast.Add: (*dec.Calc).Add, ast.Sub: (*dec.Calc).Sub, ast.Mult: (*dec.Calc).Mul, ast.Div: (*dec.Calc).Div,
		ast.FloorDiv: (*dec.Calc).DivInt, ast.Mod: (*dec.Calc).Rem, ast.Pow: (*dec.Calc).Power,
	} {
		do := func(t *py.Thread, x, y py.Object) (py.Object, error) {
			a, b := operand(x), operand(y)
			if a == nil || b == nil {
				return py.NotImplemented, nil
			}
			k := current(t)
			return k.result(f(&k.Calc, a, b))
		}
		s.Binary[op], s.Reflected[op] = do, do
	}
	unary := func(f func(*dec.Calc, *dec.Number) *dec.Number) func(*py.Thread, py.Object) (py.Object, error) {
		return func(t *py.Thread, o py.Object) (py.Object, error) {
			k := current(t)
			return k.result(f(&k.Calc, numberOf(o)))
		}
	}
	s.Neg, s.Pos, s.Abs = unary((*dec.Calc).Minus), unary((*dec.Calc).Plus), unary((*dec.Calc).Abs)
}

// whole is a number rounded to an int.
func whole(t *py.Thread, n *dec.Number, mode dec.Rounding) (py.Object, error) {
	switch {
	case n.IsNaN():
		return nil, py.Raise(py.ValueError, "cannot convert NaN to integer")
	case n.Kind == dec.Inf:
		return nil, py.Raise(py.OverflowError, "cannot convert Infinity to integer")
	}
	k := current(t)
	r := k.Rescale(n, max(n.Exp, 0), mode)
	v := new(big.Int).Set(k.Integer(r))
	if k.Err != nil {
		return nil, k.check()
	}
	if n.Neg {
		v.Neg(v)
	}
	return py.MakeBig(v), nil
}

func toFloat(_ *py.Thread, o py.Object) (py.Object, error) {
	n := numberOf(o)
	if n.Kind == dec.SNaN {
		return nil, py.Raise(py.ValueError, "cannot convert signaling NaN to float")
	}
	if n.IsNaN() {
		sign := 1.0
		if n.Neg {
			sign = -1
		}
		return py.Float(math.Copysign(elementary.NaN(), sign)), nil
	}
	f, _ := strconv.ParseFloat(n.String(), 64) // what is too large is infinite
	return py.Float(f), nil
}

// hashModulus is the prime that numbers' hashes are modulo of.
var hashModulus = big.NewInt(1<<61 - 1)

func hash(_ *py.Thread, o py.Object) (int64, error) {
	n := numberOf(o)
	switch n.Kind {
	case dec.SNaN:
		return 0, py.Raise(py.TypeError, "Cannot hash a signaling NaN value")
	case dec.NaN:
		return py.ID(o) >> 4, nil
	case dec.Inf:
		if n.Neg {
			return -314159, nil
		}
		return 314159, nil
	}
	base, exp := big.NewInt(10), n.Exp
	if exp < 0 {
		base.ModInverse(base, hashModulus)
		exp = -exp
	}
	v := base.Exp(base, big.NewInt(exp), hashModulus)
	v.Mod(v.Mul(v, new(big.Int).Mod(n.Coef, hashModulus)), hashModulus)
	h := v.Int64()
	if n.Neg {
		h = -h
	}
	if h == -1 {
		return -2, nil
	}
	return h, nil
}
