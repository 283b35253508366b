package py

import (
	"math"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/elementary"
)

func setupComplex() {
	s := &ComplexClass.Slots
	s.New, s.Repr, s.Compare = complexNew, complexRepr, complexCompare
	for op, fn := range map[ast.Operator]func(a, b complex128) (Object, error){
		ast.Add:  func(a, b complex128) (Object, error) { return Complex(a + b), nil },
		ast.Sub:  func(a, b complex128) (Object, error) { return Complex(a - b), nil },
		ast.Mult: func(a, b complex128) (Object, error) { return Complex(mulComplex(a, b)), nil },
		ast.Div:  divComplex, ast.Pow: powComplex,
	} {
		s.setBinary(op, complexBinary(fn))
	}
	s.Neg = func(_ *Thread, x Object) (Object, error) { return -x.(Complex), nil }
	s.Pos = func(_ *Thread, x Object) (Object, error) { return x, nil }
	s.Abs = complexAbs
	s.Hash = func(_ *Thread, x Object) (int64, error) {
		if c := x.(Complex); !c.isNaN() {
			return hashComplex(complex128(c)), nil
		}
		return identityHash(x), nil
	}
	s.Bool = func(_ *Thread, x Object) (bool, error) { return x.(Complex) != 0, nil }
	addComplexMethods()
}

// toComplex is a number as an operand of a complex's operation.
func toComplex(x Object) (c complex128, ok bool, err error) {
	if c, ok := Native(x).(Complex); ok {
		return complex128(c), true, nil
	}
	f, ok, err := toFloat(x)
	return complex(f, 0), ok, err
}

func complexBinary(op func(a, b complex128) (Object, error)) binaryFunc {
	return func(_ *Thread, x, y Object) (Object, error) {
		a, ok, err := toComplex(x)
		if !ok {
			return NotImplemented, nil
		}
		if err != nil {
			return nil, err
		}
		b, ok, err := toComplex(y)
		if !ok {
			return NotImplemented, nil
		}
		if err != nil {
			return nil, err
		}
		return op(a, b)
	}
}

// mulComplex multiplies by the plain formula: Go's own operator repairs NaNs, Python's
// doesn't.
func mulComplex(a, b complex128) complex128 {
	re := float64(real(a)*real(b)) - float64(imag(a)*imag(b))
	im := float64(real(a)*imag(b)) + float64(imag(a)*real(b))
	return complex(re, im)
}

func divComplex(a, b complex128) (Object, error) {
	if b == 0 {
		return nil, Raise(ZeroDivisionError, "complex division by zero")
	}
	return Complex(quoComplex(a, b)), nil
}

// quoComplex divides by Smith's method.
func quoComplex(a, b complex128) complex128 {
	switch re, im := math.Abs(real(b)), math.Abs(imag(b)); {
	case re >= im:
		ratio := imag(b) / real(b)
		d := real(b) + float64(imag(b)*ratio)
		return complex((real(a)+float64(imag(a)*ratio))/d, (imag(a)-float64(real(a)*ratio))/d)
	case im >= re:
		ratio := real(b) / imag(b)
		d := float64(real(b)*ratio) + imag(b)
		return complex((float64(real(a)*ratio)+imag(a))/d, (float64(imag(a)*ratio)-real(a))/d)
	}
	return complex(elementary.NaN(), elementary.NaN())
}

func powComplex(a, b complex128) (Object, error) {
	n := real(b)
	var z complex128
	switch {
	case imag(b) == 0 && n == math.Floor(n) && math.Abs(n) <= 100:
		z = powWhole(a, int(math.Abs(n)))
		if n <= 0 {
			if z == 0 {
				return nil, Raise(ZeroDivisionError, "0.0 to a negative or complex power")
			}
			z = quoComplex(1, z)
		}
	case b == 0:
		z = 1
	case a == 0:
		if imag(b) != 0 || n < 0 {
			return nil, Raise(ZeroDivisionError, "0.0 to a negative or complex power")
		}
	default:
		var ok bool
		if z, ok = powPolar(a, b); !ok {
			return nil, Raise(ZeroDivisionError, "0.0 to a negative or complex power")
		}
	}
	if math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) {
		return nil, Raise(OverflowError, "complex exponentiation")
	}
	return Complex(z), nil
}

func powWhole(a complex128, n int) complex128 {
	z := complex(1, 0)
	for p := a; n > 0; n >>= 1 {
		if n&1 != 0 {
			z = mulComplex(z, p)
		}
		p = mulComplex(p, p)
	}
	return z
}

// powPolar is a ** b by way of a's length and angle. ok is false where the result's angle
// is infinite.
func powPolar(a, b complex128) (z complex128, ok bool) {
	size := elementary.Hypot(real(a), imag(a))
	length := powFloat(size, real(b))
	angle := elementary.Atan2(imag(a), real(a))
	phase := float64(angle * real(b))
	if imag(b) != 0 {
		length /= elementary.Exp(angle * imag(b))
		phase += float64(imag(b) * elementary.Log(size))
	}
	return complex(length*elementary.Cos(phase), length*elementary.Sin(phase)), !math.IsInf(phase, 0)
}

func complexAbs(_ *Thread, x Object) (Object, error) {
	c := complex128(x.(Complex))
	f := elementary.Hypot(real(c), imag(c))
	if math.IsInf(f, 0) && !math.IsInf(real(c), 0) && !math.IsInf(imag(c), 0) {
		return nil, Raise(OverflowError, "absolute value too large")
	}
	return Float(f), nil
}

func complexCompare(_ *Thread, op Cmp, x, y Object) (Object, error) {
	if op != EQ && op != NE {
		return NotImplemented, nil
	}
	c := complex128(x.(Complex))
	var same bool
	switch v := Native(y).(type) {
	case Complex:
		same = c == complex128(v)
	case Float:
		same = imag(c) == 0 && real(c) == float64(v)
	case Int, *BigInt, *Bool:
		same = imag(c) == 0 && !math.IsNaN(real(c)) && compareFloatInt(real(c), asInt(v)) == 0
	default:
		return NotImplemented, nil
	}
	return Of(same == (op == EQ)), nil
}

func complexRepr(_ *Thread, x Object) (Object, error) {
	c := complex128(x.(Complex))
	re, im := real(c), imag(c)
	if re == 0 && !math.Signbit(re) {
		return NewStr(shortFloat(im) + "j"), nil
	}
	text := shortFloat(im)
	if text[0] != '-' {
		text = "+" + text
	}
	return NewStr("(" + shortFloat(re) + text + "j)"), nil
}

// isNaN reports whether one of the parts is a NaN; such a number is equal to none.
func (c Complex) isNaN() bool { return math.IsNaN(real(c)) || math.IsNaN(imag(c)) }
