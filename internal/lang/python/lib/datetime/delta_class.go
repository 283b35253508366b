package datetime

import (
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

func fillDelta(c *py.Class) {
	s := &c.Slots
	s.New = newDelta
	s.Repr = func(_ *py.Thread, o py.Object) (py.Object, error) {
		return py.NewStr(deltaOf(o).repr(o.Class().Name)), nil
	}
	s.Str = func(_ *py.Thread, o py.Object) (py.Object, error) { return py.NewStr(deltaOf(o).text()), nil }
	s.Hash = func(t *py.Thread, o py.Object) (int64, error) {
		d := deltaOf(o)
		return hashOf(t, int(d.days), d.seconds(), d.micro())
	}
	s.Bool = func(_ *py.Thread, o py.Object) (bool, error) { return !deltaOf(o).isZero(), nil }
	s.Compare = func(_ *py.Thread, op py.Cmp, x, y py.Object) (py.Object, error) {
		a, b, ok := deltas(x, y)
		if !ok {
			return py.NotImplemented, nil
		}
		return ordered(op, a.compare(b)), nil
	}
	deltaArithmetic(s)
	c.AddGetSets(intField("days", func(d Delta) int { return int(d.days) }), intField("seconds", Delta.seconds), intField("microseconds", Delta.micro))
	c.AddWholeMethods(py.MethodTable{
		{Name: "total_seconds", Fn: totalSeconds},
		{Name: "__divmod__", Signature: "value, /", Fn: divmodDelta},
		{Name: "__rdivmod__", Signature: "value, /", Fn: divmodDelta},
		{Name: "__reduce__", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			d := deltaOf(a[0])
			return py.NewTuple(a[0].Class(), py.NewTuple(ints(int(d.days), d.seconds(), d.micro())...)), nil
		}},
	})
	c.Dict.SetStr("resolution", Delta{0, 1})
	c.Dict.SetStr("min", Delta{-maxDays, 0})
	c.Dict.SetStr("max", Delta{maxDays, dayMicros - 1})
}

func deltaOf(o py.Object) Delta { return py.Native(o).(Delta) }

// deltas are both operands, when they are timedeltas.
func deltas(x, y py.Object) (a, b Delta, ok bool) {
	a, ok = py.Native(x).(Delta)
	if ok {
		b, ok = py.Native(y).(Delta)
	}
	return a, b, ok
}

func made(d Delta, err error) (py.Object, error) {
	if err != nil {
		return nil, err
	}
	return d, nil
}

func totalSeconds(t *py.Thread, a []py.Object) (py.Object, error) {
	return t.Binary(ast.Div, deltaOf(a[0]).object(), py.MakeInt(1_000_000))
}

type binary = func(t *py.Thread, x, y py.Object) (py.Object, error)

// both is an operation of two timedeltas.
func both(op func(t *py.Thread, a, b Delta) (py.Object, error)) binary {
	return func(t *py.Thread, x, y py.Object) (py.Object, error) {
		a, b, ok := deltas(x, y)
		if !ok {
			return py.NotImplemented, nil
		}
		return op(t, a, b)
	}
}

func deltaArithmetic(s *py.Slots) {
	s.Binary[ast.Add] = both(func(_ *py.Thread, a, b Delta) (py.Object, error) { return made(a.plus(b)) })
	s.Binary[ast.Sub] = both(func(_ *py.Thread, a, b Delta) (py.Object, error) { return made(a.minus(b)) })
	s.Reflected[ast.Add], s.Reflected[ast.Sub] = s.Binary[ast.Add], s.Binary[ast.Sub]
	s.Binary[ast.Mult] = func(t *py.Thread, x, y py.Object) (py.Object, error) {
		if d, ok := py.Native(x).(Delta); ok {
			return d.times(t, y)
		}
		return deltaOf(y).times(t, x)
	}
	s.Reflected[ast.Mult] = s.Binary[ast.Mult]
	s.Binary[ast.Div] = func(t *py.Thread, x, y py.Object) (py.Object, error) {
		d, ok := py.Native(x).(Delta)
		if !ok {
			return py.NotImplemented, nil
		}
		return d.over(t, y)
	}
	s.Binary[ast.FloorDiv] = func(t *py.Thread, x, y py.Object) (py.Object, error) {
		d, ok := py.Native(x).(Delta)
		if !ok {
			return py.NotImplemented, nil
		}
		if e, ok := py.Native(y).(Delta); ok {
			return t.Binary(ast.FloorDiv, d.object(), e.object())
		}
		if !isInt(y) {
			return py.NotImplemented, nil
		}
		v, err := t.Binary(ast.FloorDiv, d.object(), y)
		return deltaOfInt(v, err)
	}
	s.Binary[ast.Mod] = both(func(t *py.Thread, a, b Delta) (py.Object, error) {
		return deltaOfInt(t.Binary(ast.Mod, a.object(), b.object()))
	})
	s.Reflected[ast.Div], s.Reflected[ast.FloorDiv], s.Reflected[ast.Mod] = s.Binary[ast.Div], s.Binary[ast.FloorDiv], s.Binary[ast.Mod]
	s.Neg = func(_ *py.Thread, o py.Object) (py.Object, error) { return made(Delta{}.minus(deltaOf(o))) }
	s.Pos = func(_ *py.Thread, o py.Object) (py.Object, error) { return deltaOf(o), nil }
	s.Abs = func(_ *py.Thread, o py.Object) (py.Object, error) {
		d := deltaOf(o)
		if d.days < 0 {
			return made(Delta{}.minus(d))
		}
		return d, nil
	}
}

func isInt(x py.Object) bool { return py.IsInstance(x, py.IntClass) }

// deltaOfInt is a number of microseconds as a timedelta.
func deltaOfInt(v py.Object, err error) (py.Object, error) {
	if err != nil {
		return nil, err
	}
	return made(bigDelta(py.Big(v)))
}

func (d Delta) times(t *py.Thread, y py.Object) (py.Object, error) {
	switch v := py.Native(y).(type) {
	case py.Float:
		n, m, err := ratio(t, v)
		if err != nil {
			return nil, err
		}
		return made(bigDelta(quotient(n.Mul(n, d.big()), m)))
	case py.Int, *py.BigInt, *py.Bool:
		return deltaOfInt(t.Binary(ast.Mult, d.object(), y))
	}
	return py.NotImplemented, nil
}

func (d Delta) over(t *py.Thread, y py.Object) (py.Object, error) {
	switch v := py.Native(y).(type) {
	case Delta:
		return t.Binary(ast.Div, d.object(), v.object())
	case py.Float:
		n, m, err := ratio(t, v)
		if err != nil {
			return nil, err
		}
		if n.Sign() == 0 {
			return nil, py.Raise(py.ZeroDivisionError, "integer division or modulo by zero")
		}
		return made(bigDelta(quotient(m.Mul(m, d.big()), n)))
	case py.Int, *py.BigInt, *py.Bool:
		n, err := t.Integer(y)
		if err != nil {
			return nil, err
		}
		if n.Sign() == 0 {
			return nil, py.Raise(py.ZeroDivisionError, "integer division or modulo by zero")
		}
		return made(bigDelta(quotient(d.big(), n)))
	}
	return py.NotImplemented, nil
}

// ratio is a float as a fraction.
func ratio(t *py.Thread, f py.Float) (n, m *big.Int, err error) {
	r := new(big.Rat)
	if r.SetFloat64(float64(f)) == nil {
		_, err := method(t, f, "as_integer_ratio") // which says what is wrong
		if err == nil {
			err = tooLargeInt()
		}
		return nil, nil, err
	}
	return new(big.Int).Set(r.Num()), new(big.Int).Set(r.Denom()), nil
}

// quotient is a / b, rounded to the nearest number, and to an even one half way.
func quotient(a, b *big.Int) *big.Int {
	q, r := new(big.Int).DivMod(a, b, new(big.Int)) // 0 <= r < |b|
	c := r.Lsh(r, 1).CmpAbs(b)
	if c > 0 || c == 0 && q.Bit(0) == 1 {
		one := int64(1)
		if b.Sign() < 0 {
			one = -1
		}
		q.Add(q, big.NewInt(one))
	}
	return q
}

func divmodDelta(t *py.Thread, a []py.Object) (py.Object, error) {
	x, y, ok := deltas(a[0], a[1])
	if !ok {
		return py.NotImplemented, nil
	}
	q, err := t.Binary(ast.FloorDiv, x.object(), y.object())
	if err != nil {
		return nil, err
	}
	r, err := deltaOfInt(t.Binary(ast.Mod, x.object(), y.object()))
	if err != nil {
		return nil, err
	}
	return py.NewTuple(q, r), nil
}
