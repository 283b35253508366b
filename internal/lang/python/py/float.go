package py

import (
	"math"
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/elementary"
)

func setupFloat() {
	s := &FloatClass.Slots
	s.New, s.Compare = floatNew, floatCompare
	s.Repr = func(_ *Thread, x Object) (Object, error) { return NewStr(formatFloatRepr(float64(x.(Float)))), nil }
	for op, fn := range map[ast.Operator]func(a, b float64) (float64, error){
		ast.Add:  func(a, b float64) (float64, error) { return a + b, nil },
		ast.Sub:  func(a, b float64) (float64, error) { return a - b, nil },
		ast.Mult: func(a, b float64) (float64, error) { return a * b, nil },
		ast.Div:  floatDiv, ast.FloorDiv: floatFloorDiv, ast.Mod: floatMod,
	} {
		s.setBinary(op, floatBinary(fn))
	}
	s.setBinary(ast.Pow, floatPower)
	s.Neg = func(_ *Thread, x Object) (Object, error) { return -x.(Float), nil }
	s.Pos = func(_ *Thread, x Object) (Object, error) { return x, nil }
	s.Abs = func(_ *Thread, x Object) (Object, error) { return Float(math.Abs(float64(x.(Float)))), nil }
	s.Int = func(_ *Thread, x Object) (Object, error) { return floatToInt(float64(x.(Float))) }
	s.Float = s.Pos
	s.Hash = func(_ *Thread, x Object) (int64, error) {
		if f := x.(Float); f == f {
			return hashFloat(float64(f)), nil
		}
		return identityHash(x), nil
	}
	s.Bool = func(_ *Thread, x Object) (bool, error) { return x.(Float) != 0, nil }
	addFloatMethods()
}

// floatBinary is an operation of two numbers, of which one is a float.
func floatBinary(op func(a, b float64) (float64, error)) binaryFunc {
	return func(_ *Thread, x, y Object) (Object, error) {
		a, b, ok, err := floatPair(x, y)
		if err != nil {
			return nil, err
		}
		if !ok {
			return NotImplemented, nil
		}
		f, err := op(a, b)
		return Float(f), err
	}
}

func floatPair(x, y Object) (a, b float64, ok bool, err error) {
	if a, ok, err = toFloat(x); !ok || err != nil {
		return 0, 0, ok, err
	}
	b, ok, err = toFloat(y)
	return a, b, ok, err
}

func floatDiv(a, b float64) (float64, error) {
	if b == 0 {
		return 0, Raise(ZeroDivisionError, "float division by zero")
	}
	return a / b, nil
}

func floatFloorDiv(a, b float64) (float64, error) {
	if b == 0 {
		return 0, Raise(ZeroDivisionError, "float floor division by zero")
	}
	q, _ := floatDivmod(a, b)
	return q, nil
}

func floatMod(a, b float64) (float64, error) {
	if b == 0 {
		return 0, Raise(ZeroDivisionError, "float modulo")
	}
	return floatRest(a, b), nil
}

// floatRest is the rest of a division that rounds down: it has b's sign.
func floatRest(a, b float64) float64 {
	m := elementary.Mod(a, b)
	switch {
	case m == 0:
		return math.Copysign(0, b)
	case (m < 0) != (b < 0):
		return m + b
	}
	return m
}

// floatDivmod is a // b and a % b. The first is computed of the second, and put right
// where rounding has made it a little more or less than whole.
func floatDivmod(a, b float64) (q, m float64) {
	m = elementary.Mod(a, b)
	q = (a - m) / b
	if m == 0 {
		m = math.Copysign(0, b)
	} else if (m < 0) != (b < 0) {
		m += b
		q--
	}
	if q == 0 {
		return math.Copysign(0, a/b), m
	}
	floor := math.Floor(q)
	if q-floor > 0.5 {
		floor++
	}
	return floor, m
}

func floatPower(_ *Thread, x, y Object) (Object, error) {
	a, b, ok, err := floatPair(x, y)
	if err != nil {
		return nil, err
	}
	if !ok {
		return NotImplemented, nil
	}
	return powFloats(a, b)
}

// powFloats is a ** b, a complex where a is negative and b no integer.
func powFloats(a, b float64) (Object, error) {
	if a == 0 && b < 0 && !math.IsInf(b, 0) {
		return nil, Raise(ZeroDivisionError, "0.0 cannot be raised to a negative power")
	}
	finite := !math.IsInf(a, 0) && !math.IsInf(b, 0)
	if a < 0 && finite && !math.IsNaN(b) && b != math.Floor(b) {
		return powComplex(complex(a, 0), complex(b, 0))
	}
	f := powFloat(a, b)
	if finite && math.IsInf(f, 0) {
		return nil, Raise(OverflowError, "(34, 'Numerical result out of range')")
	}
	return Float(f), nil
}

func floatCompare(_ *Thread, op Cmp, x, y Object) (Object, error) {
	f := float64(x.(Float))
	switch v := Native(y).(type) {
	case Float:
		return Of(compareOrdered(op, Float(f), v)), nil
	case Int, *BigInt, *Bool:
		if math.IsNaN(f) {
			return Of(op == NE), nil
		}
		return Of(compareOrdered(op, Int(compareFloatInt(f, asInt(v))), 0)), nil
	}
	return NotImplemented, nil
}

// compareFloatInt is -1, 0 or 1 as f, which isn't NaN, is less than an int, equal or
// greater, without rounding.
func compareFloatInt(f float64, i Object) int {
	if v, ok := i.(Int); ok && f >= -1<<63 && f < 1<<63 {
		whole := int64(f)
		switch {
		case whole < int64(v):
			return -1
		case whole > int64(v):
			return 1
		}
		return sign(f - float64(whole))
	}
	v := Big(i)
	if math.IsInf(f, 0) || v.BitLen() > 1025 {
		if math.IsInf(f, 0) || sign(f) != v.Sign() && f != 0 {
			return sign(f)
		}
		return -v.Sign()
	}
	return new(big.Float).SetFloat64(f).Cmp(new(big.Float).SetInt(v))
}

func sign(f float64) int {
	switch {
	case f < 0:
		return -1
	case f > 0:
		return 1
	}
	return 0
}
