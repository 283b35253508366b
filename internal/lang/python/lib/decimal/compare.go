package decimal

import (
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/lib/decimal/dec"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// compare is a rich comparison, with any number.
func compare(t *py.Thread, op py.Cmp, x, y py.Object) (py.Object, error) {
	k := current(t)
	a := numberOf(x)
	b, num, err := k.comparable(t, y, op)
	if err != nil {
		return nil, err
	}
	if b == nil {
		return py.NotImplemented, nil
	}
	if a.IsNaN() || b.IsNaN() {
		if a.Kind == dec.SNaN || b.Kind == dec.SNaN || op != py.EQ && op != py.NE {
			k.Status |= dec.InvalidOperation
		}
		return py.Of(op == py.NE), k.check()
	}
	if num != nil && a.Kind == dec.Finite { // of a fraction: a * denominator is compared
		a = dec.New(a.Neg, new(big.Int).Mul(a.Coef, num), a.Exp)
	}
	s := dec.Cmp(a, b)
	if err := k.check(); err != nil {
		return nil, err
	}
	switch op {
	case py.LT:
		return py.Of(s < 0), nil
	case py.LE:
		return py.Of(s <= 0), nil
	case py.EQ:
		return py.Of(s == 0), nil
	case py.NE:
		return py.Of(s != 0), nil
	case py.GT:
		return py.Of(s > 0), nil
	}
	return py.Of(s >= 0), nil
}

// comparable is what a Decimal can be compared with; of a fraction the numerator, and the
// denominator.
func (k *calc) comparable(t *py.Thread, y py.Object, op py.Cmp) (n *dec.Number, denominator *big.Int, err error) {
	if n = operand(y); n != nil {
		return n, nil, nil
	}
	switch v := py.Native(y).(type) {
	case py.Complex:
		if op != py.EQ && op != py.NE || imag(v) != 0 {
			return nil, nil, nil
		}
		k.Status |= dec.FloatOperation
		return ofFloat(real(v)), nil, nil
	case py.Float:
		k.Status |= dec.FloatOperation
		if op == py.EQ || op == py.NE { // that is never trapped
			k.in.flags |= dec.FloatOperation
			k.Status = 0
		}
		return ofFloat(float64(v)), nil, nil
	}
	c := y.Class()
	if c.Lookup("numerator") == nil || c.Lookup("denominator") == nil {
		return nil, nil, nil
	}
	var parts [2]*big.Int
	for i, name := range []string{"numerator", "denominator"} {
		v, err := t.GetAttr(y, name)
		if err != nil {
			return nil, nil, err
		}
		if parts[i], err = t.Integer(v); err != nil {
			return nil, nil, err
		}
	}
	return dec.FromInt(parts[0]), parts[1], nil
}
