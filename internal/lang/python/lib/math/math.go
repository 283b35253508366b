// Package math is Python's module math.
package math

import (
	"math"

	"github.com/elide-dev/elided/internal/lang/python/elementary"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("math")
	m.Set("__doc__", py.NewStr("This module provides access to the mathematical functions\ndefined by the C standard."))
	for name, v := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": elementary.NaN()} {
		m.Set(name, py.Float(v))
	}
	addFunctions(m)
	addLogarithms(m)
	addParts(m)
	addIntegers(m)
	addSums(m)
	return m, nil
}

func domainError() error { return py.Raise(py.ValueError, "math domain error") }
func rangeError() error  { return py.Raise(py.OverflowError, "math range error") }

// addFunctions adds functions of one and two floats.
func addFunctions(m *py.Module) {
	for name, fn := range map[string]func(float64) float64{
		"acos": elementary.Acos, "acosh": elementary.Acosh, "asin": elementary.Asin, "asinh": elementary.Asinh,
		"atan": elementary.Atan, "cos": elementary.Cos, "sin": elementary.Sin, "tan": elementary.Tan,
		"tanh": elementary.Tanh, "erf": math.Erf, "erfc": math.Erfc,
		"cbrt": math.Cbrt, "sqrt": math.Sqrt, "degrees": func(x float64) float64 { return x * (180 / math.Pi) },
		"radians": func(x float64) float64 { return x * (math.Pi / 180) },
	} {
		m.Add(name, "x, /", unary(fn, domainError))
	}
	for name, fn := range map[string]func(float64) float64{
		"exp": elementary.Exp, "exp2": elementary.Exp2, "expm1": math.Expm1, "sinh": elementary.Sinh, "cosh": elementary.Cosh,
	} {
		m.Add(name, "x, /", unary(fn, rangeError))
	}
	m.Add("atanh", "x, /", unary(func(x float64) float64 {
		if math.Abs(x) == 1 {
			return elementary.NaN()
		}
		return math.Atanh(x)
	}, domainError))
	m.Add("log1p", "x, /", unary(func(x float64) float64 {
		if x == -1 {
			return elementary.NaN()
		}
		return math.Log1p(x)
	}, domainError))
	m.Add("fabs", "x, /", failing(func(x float64) (float64, error) { return math.Abs(x), nil }))
	m.Add("gamma", "x, /", failing(gamma))
	m.Add("lgamma", "x, /", failing(lgamma))
	for name, fn := range map[string]func(x, y float64) (float64, error){
		"atan2":     func(y, x float64) (float64, error) { return angle(y, x), nil },
		"copysign":  func(x, y float64) (float64, error) { return math.Copysign(x, y), nil },
		"nextafter": func(x, y float64) (float64, error) { return nextAfter(x, y), nil },
		"fmod":      fmod, "pow": pow, "remainder": remainder,
	} {
		m.Add(name, "x, y, /", binary(fn))
	}
}

// unary is a function of a float. A NaN stays what it is; one that the function makes is a
// domain error, an infinity what infinite says.
func unary(fn func(float64) float64, infinite func() error) py.GoFunc {
	return failing(func(x float64) (float64, error) {
		if math.IsNaN(x) {
			return x, nil
		}
		y := fn(x)
		switch {
		case math.IsNaN(y):
			return 0, domainError()
		case math.IsInf(y, 0) && !math.IsInf(x, 0):
			return 0, infinite()
		}
		return y, nil
	})
}

func failing(fn func(float64) (float64, error)) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		x, err := t.ToFloat(a[0])
		if err != nil {
			return nil, err
		}
		y, err := fn(x)
		return py.Float(y), err
	}
}

func binary(fn func(x, y float64) (float64, error)) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		x, err := t.ToFloat(a[0])
		if err != nil {
			return nil, err
		}
		y, err := t.ToFloat(a[1])
		if err != nil {
			return nil, err
		}
		z, err := fn(x, y)
		return py.Float(z), err
	}
}

func angle(y, x float64) float64 {
	if math.IsNaN(x) || math.IsNaN(y) {
		return elementary.NaN()
	}
	return elementary.Atan2(y, x)
}

func finite(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }

func nextAfter(x, y float64) float64 {
	switch {
	case x == y || math.IsNaN(y):
		return y
	case math.IsNaN(x):
		return x
	}
	return math.Nextafter(x, y)
}

func fmod(x, y float64) (float64, error) {
	z := elementary.Mod(x, y)
	if math.IsNaN(z) && !math.IsNaN(x) && !math.IsNaN(y) {
		return 0, domainError()
	}
	return z, nil
}

func pow(x, y float64) (float64, error) {
	z := elementary.Pow(x, y)
	switch {
	case !finite(x) || !finite(y):
	case math.IsNaN(z):
		return 0, domainError()
	case math.IsInf(z, 0) && x == 0:
		return 0, domainError()
	case math.IsInf(z, 0):
		return 0, rangeError()
	}
	return z, nil
}

func remainder(x, y float64) (float64, error) {
	switch {
	case math.IsNaN(x):
		return x, nil
	case math.IsNaN(y):
		return y, nil
	case math.IsInf(x, 0) || y == 0:
		return 0, domainError()
	case math.IsInf(y, 0):
		return x, nil
	}
	// The rest nearest to 0: of two as near that of the even quotient.
	a, b := math.Abs(x), math.Abs(y)
	m := math.Mod(a, b)
	c := b - m
	r := m
	switch {
	case m > c:
		r = -c
	case m == c:
		r = m - 2*math.Mod(0.5*(a-m), b)
	}
	return math.Copysign(1, x) * r, nil
}
