package decimal

import (
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/lib/decimal/dec"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// addOperations adds the methods that Context has, too.
func addOperations(c *py.Class) {
	for _, op := range operations() {
		if op.name == "" {
			continue
		}
		sig := []string{"", "context=", "other, context=", "other, third, context="}[op.args]
		if op.name == "copy_sign" || op.name == "compare_total" {
			sig = "other, context="
		}
		c.AddMethods(py.MethodTable{{Name: op.name, Signature: sig, Fn: op.ofDecimal}})
	}
	for _, p := range predicates() {
		sig := "/"
		if p.context {
			sig = "context="
		}
		c.AddMethods(py.MethodTable{{Name: p.name, Signature: sig, Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			k := current(t)
			if p.context {
				var err error
				if k, err = calcFor(t, a[1]); err != nil {
					return nil, err
				}
			}
			return py.Of(p.ask(&k.Context, numberOf(a[0]))), nil
		}}})
	}
}

// ofDecimal is the method of Decimal.
func (op operation) ofDecimal(t *py.Thread, a []py.Object) (py.Object, error) {
	k, err := calcFor(t, a[op.args])
	if err != nil {
		return nil, err
	}
	args := make([]*dec.Number, op.args)
	for i := range args {
		if args[i], err = needed(a[i]); err != nil {
			return nil, err
		}
	}
	return k.result(op.do(&k.Calc, args))
}

func addMethods(c *py.Class) {
	self := func(_ *py.Thread, a []py.Object) (py.Object, error) { return a[0], nil }
	rounder := func(mode dec.Rounding) py.GoFunc {
		return func(t *py.Thread, a []py.Object) (py.Object, error) { return whole(t, numberOf(a[0]), mode) }
	}
	c.AddMethods(py.MethodTable{
		{Name: "adjusted", Signature: "/", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			n := numberOf(a[0])
			if n.Kind != dec.Finite {
				return py.MakeInt(0), nil
			}
			return py.MakeInt(n.Adjusted()), nil
		}},
		{Name: "as_integer_ratio", Signature: "/", Fn: ratio}, {Name: "as_tuple", Signature: "/", Fn: asTuple},
		{Name: "canonical", Signature: "/", Fn: self}, {Name: "conjugate", Signature: "/", Fn: self},
		{Name: "__copy__", Signature: "/", Fn: self}, {Name: "__deepcopy__", Signature: "memo, /", Fn: self},
		{Name: "copy_abs", Signature: "/", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return withSign(a[0], false), nil }},
		{Name: "copy_negate", Signature: "/", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			return withSign(a[0], !numberOf(a[0]).Neg), nil
		}},
		{Name: "number_class", Signature: "context=", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			k, err := calcFor(t, a[1])
			if err != nil {
				return nil, err
			}
			return py.NewStr(k.Class(numberOf(a[0]))), nil
		}},
		{Name: "quantize", Signature: "exp, rounding=, context=", Fn: quantize},
		{Name: "same_quantum", Signature: "other, context=", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return sameQuantum(a[0], a[1]) }},
		{Name: "radix", Signature: "/", Fn: func(*py.Thread, []py.Object) (py.Object, error) { return wrap(dec.FromInt(big.NewInt(10))), nil }},
		{Name: "to_eng_string", Signature: "context=", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			k, err := calcFor(t, a[1])
			if err != nil {
				return nil, err
			}
			return numberText(numberOf(a[0]), true, k.in)
		}},
		{Name: "to_integral", Signature: "rounding=, context=", Fn: toIntegral(false)},
		{Name: "to_integral_value", Signature: "rounding=, context=", Fn: toIntegral(false)},
		{Name: "to_integral_exact", Signature: "rounding=, context=", Fn: toIntegral(true)},
		{Name: "__round__", Signature: "ndigits=, /", Fn: round},
		{Name: "__floor__", Signature: "/", Fn: rounder(dec.Floor)}, {Name: "__ceil__", Signature: "/", Fn: rounder(dec.Ceiling)},
		{Name: "__trunc__", Signature: "/", Fn: rounder(dec.Down)},
		{Name: "__complex__", Signature: "/", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			f, err := toFloat(t, a[0])
			if err != nil {
				return nil, err
			}
			return py.Complex(complex(float64(f.(py.Float)), 0)), nil
		}},
		{Name: "__format__", Signature: "spec, /", Fn: format},
		{Name: "__divmod__", Signature: "value, /", Fn: divmodMethod(false)}, {Name: "__rdivmod__", Signature: "value, /", Fn: divmodMethod(true)},
		{Name: "__pow__", Signature: "value, mod=, /", Fn: powMethod},
		{Name: "__reduce__", Signature: "/", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			s, err := t.Str(a[0])
			if err != nil {
				return nil, err
			}
			return py.NewTuple(a[0].Class(), py.NewTuple(s)), nil
		}},
	})
	c.AddClassMethods(py.MethodTable{{Name: "from_float", Signature: "f, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
		n, err := ofNumber(a[1])
		if err != nil {
			return nil, err
		}
		cls := a[0].(*py.Class)
		if !cls.Heap {
			return wrap(n), nil
		}
		return t.Call(cls, wrap(n))
	}}})
	c.AddGetSets(&py.GetSet{Name: "real", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return o, nil }},
		&py.GetSet{Name: "imag", Get: func(*py.Thread, py.Object) (py.Object, error) { return wrap(dec.New(false, new(big.Int), 0)), nil }})
}

func withSign(x py.Object, neg bool) py.Object {
	n := *numberOf(x)
	n.Neg = neg
	return wrap(&n)
}

// ofNumber is a float or an int exactly.
func ofNumber(x py.Object) (*dec.Number, error) {
	if f, ok := py.Native(x).(py.Float); ok {
		return ofFloat(float64(f)), nil
	}
	if n := operand(x); n != nil && numberOf(x) == nil {
		return n, nil
	}
	return nil, py.Raise(py.TypeError, "argument must be int or float")
}

func powMethod(t *py.Thread, a []py.Object) (py.Object, error) {
	modulus := a[2] != nil && a[2] != py.None
	if operand(a[0]) == nil || operand(a[1]) == nil || modulus && operand(a[2]) == nil {
		return py.NotImplemented, nil
	}
	return power(current(t), a[0], a[1], a[2])
}

func divmodMethod(swap bool) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		if operand(a[1]) == nil {
			return py.NotImplemented, nil
		}
		if swap {
			return divMod(current(t), a[1], a[0])
		}
		return divMod(current(t), a[0], a[1])
	}
}

func sameQuantum(x, y py.Object) (py.Object, error) {
	a, err := needed(x)
	if err != nil {
		return nil, err
	}
	b, err := needed(y)
	if err != nil {
		return nil, err
	}
	if a.Kind != dec.Finite || b.Kind != dec.Finite {
		return py.Of(a.IsNaN() && b.IsNaN() || a.Kind == dec.Inf && b.Kind == dec.Inf), nil
	}
	return py.Of(a.Exp == b.Exp), nil
}

func ratio(t *py.Thread, a []py.Object) (py.Object, error) {
	n := numberOf(a[0])
	switch {
	case n.IsNaN():
		return nil, py.Raise(py.ValueError, "cannot convert NaN to integer ratio")
	case n.Kind == dec.Inf:
		return nil, py.Raise(py.OverflowError, "cannot convert Infinity to integer ratio")
	}
	k := current(t)
	num, den := k.Ratio(n)
	if k.Err != nil {
		return nil, k.check()
	}
	num = new(big.Int).Set(num)
	if n.Neg {
		num.Neg(num)
	}
	return py.NewTuple(py.MakeBig(num), py.MakeBig(new(big.Int).Set(den))), nil
}

func asTuple(t *py.Thread, a []py.Object) (py.Object, error) {
	n := numberOf(a[0])
	var exp py.Object = py.MakeInt(n.Exp)
	if n.Kind != dec.Finite {
		exp = py.NewStr(map[dec.Kind]string{dec.Inf: "F", dec.NaN: "n", dec.SNaN: "N"}[n.Kind])
	}
	var digits []py.Object
	if !n.IsNaN() || n.Coef.Sign() != 0 {
		for _, c := range n.Coef.String() {
			digits = append(digits, py.MakeInt(int64(c-'0')))
		}
	}
	sign := int64(0)
	if n.Neg {
		sign = 1
	}
	items := []py.Object{py.MakeInt(sign), py.NewTuple(digits...), exp}
	if cls := sessionOf(t).tuple; cls != nil {
		return t.Call(cls, items...)
	}
	return py.NewTuple(items...), nil
}

func quantize(t *py.Thread, a []py.Object) (py.Object, error) {
	k, err := calcFor(t, a[3])
	if err != nil {
		return nil, err
	}
	exp, err := needed(a[1])
	if err != nil {
		return nil, err
	}
	if a[2] != nil && a[2] != py.None {
		if k.Rounding, err = roundingOf(a[2]); err != nil {
			return nil, err
		}
	}
	return k.result(k.Quantize(numberOf(a[0]), exp))
}

func toIntegral(exact bool) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		k, err := calcFor(t, a[2])
		if err != nil {
			return nil, err
		}
		if a[1] != nil && a[1] != py.None {
			if k.Rounding, err = roundingOf(a[1]); err != nil {
				return nil, err
			}
		}
		return k.result(k.ToIntegral(numberOf(a[0]), exact))
	}
}

func round(t *py.Thread, a []py.Object) (py.Object, error) {
	n := numberOf(a[0])
	if a[1] == nil {
		return whole(t, n, dec.HalfEven)
	}
	v, ok := py.Native(a[1]).(py.Int)
	if !ok {
		return nil, py.Raise(py.TypeError, "optional arg must be an integer")
	}
	k := current(t)
	return k.result(k.Quantize(n, dec.New(false, big.NewInt(1), -int64(v))))
}
