// Package cmath is Python's module cmath.
package cmath

import (
	"math"
	"math/cmplx"

	"github.com/elide-dev/elided/internal/lang/python/elementary"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("cmath")
	m.Set("__doc__", py.NewStr("This module provides access to mathematical functions for complex\nnumbers."))
	inf, nan := math.Inf(1), elementary.NaN()
	for name, v := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": inf, "nan": nan} {
		m.Set(name, py.Float(v))
	}
	m.Set("infj", py.Complex(complex(0, inf))).Set("nanj", py.Complex(complex(0, nan)))
	for name, f := range functions() {
		m.Add(name, "z, /", f.call)
	}
	m.Add("log", "z, base=, /", logCall)
	addParts(m)
	return m, nil
}

// A function is one of a complex number. Infinities and NaNs are left to package cmplx,
// which follows the same standard; wrong says of which of them there is no value.
type function struct {
	finite, other func(z complex128) complex128
	wrong         func(z complex128) bool
}

func functions() map[string]function {
	endless := func(z complex128) bool { return math.IsInf(imag(z), 0) && !math.IsNaN(real(z)) }
	turned := func(z complex128) bool { return math.IsInf(real(z), 0) && !math.IsNaN(imag(z)) }
	return map[string]function{
		"sqrt": {sqrt, cmplx.Sqrt, nil}, "log10": {log10, cmplx.Log10, nil},
		"exp":  {exp, cmplx.Exp, func(z complex128) bool { return endless(z) && !math.IsInf(real(z), -1) }},
		"acos": {acos, cmplx.Acos, nil}, "asin": {asin, cmplx.Asin, nil}, "atan": {atan, cmplx.Atan, nil},
		"acosh": {acosh, cmplx.Acosh, nil}, "asinh": {asinh, cmplx.Asinh, nil}, "atanh": {atanh, cmplx.Atanh, nil},
		"cos": {cos, cmplx.Cos, turned}, "sin": {sin, cmplx.Sin, turned},
		"cosh": {cosh, cmplx.Cosh, endless}, "sinh": {sinh, cmplx.Sinh, endless},
		"tan":  {tan, cmplx.Tan, func(z complex128) bool { return turned(z) && !math.IsInf(imag(z), 0) }},
		"tanh": {tanh, cmplx.Tanh, func(z complex128) bool { return endless(z) && !math.IsInf(real(z), 0) }},
	}
}

func domainError() error { return py.Raise(py.ValueError, "math domain error") }
func rangeError() error  { return py.Raise(py.OverflowError, "math range error") }

func finite(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }

func isFinite(z complex128) bool { return finite(real(z)) && finite(imag(z)) }

func (f function) call(t *py.Thread, a []py.Object) (py.Object, error) {
	z, err := t.ToComplex(a[0])
	if err != nil {
		return nil, err
	}
	w, err := f.value(z)
	return py.Complex(w), err
}

func (f function) value(z complex128) (complex128, error) {
	if !isFinite(z) {
		if f.wrong != nil && f.wrong(z) {
			return 0, domainError()
		}
		return plain(f.other(z)), nil
	}
	w := f.finite(z)
	switch {
	case math.IsInf(real(w), 0) || math.IsInf(imag(w), 0):
		return 0, rangeError()
	case math.IsNaN(real(w)) || math.IsNaN(imag(w)):
		return 0, domainError()
	}
	return w, nil
}

// plain has CPython's NaN for every other.
func plain(z complex128) complex128 {
	part := func(x float64) float64 {
		if math.IsNaN(x) {
			return elementary.NaN()
		}
		return x
	}
	return complex(part(real(z)), part(imag(z)))
}

func logCall(t *py.Thread, a []py.Object) (py.Object, error) {
	f := function{finite: log, other: cmplx.Log}
	z, err := t.ToComplex(a[0])
	if err != nil {
		return nil, err
	}
	w, err := f.value(z)
	if err != nil || a[1] == nil {
		return py.Complex(w), err
	}
	base, err := t.ToComplex(a[1])
	if err != nil {
		return nil, err
	}
	b, err := f.value(base)
	switch {
	case err != nil:
		return nil, err
	case b == 0:
		return nil, domainError()
	}
	return py.Complex(py.QuoComplex(w, b)), nil
}

func addParts(m *py.Module) {
	m.Add("phase", "z, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		z, err := t.ToComplex(a[0])
		return py.Float(elementary.Atan2(imag(z), real(z))), err
	})
	m.Add("polar", "z, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		z, err := t.ToComplex(a[0])
		if err != nil {
			return nil, err
		}
		r := elementary.Hypot(real(z), imag(z))
		if math.IsInf(r, 0) && isFinite(z) {
			return nil, rangeError()
		}
		return py.NewTuple(py.Float(r), py.Float(elementary.Atan2(imag(z), real(z)))), nil
	})
	m.Add("rect", "r, phi, /", rect)
	for name, test := range map[string]func(complex128) bool{
		"isfinite": isFinite,
		"isnan":    func(z complex128) bool { return math.IsNaN(real(z)) || math.IsNaN(imag(z)) },
		"isinf":    func(z complex128) bool { return math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) },
	} {
		m.Add(name, "z, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
			z, err := t.ToComplex(a[0])
			return py.Of(test(z)), err
		})
	}
	m.Add("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", isClose)
}

func rect(t *py.Thread, a []py.Object) (py.Object, error) {
	r, err := t.ToFloat(a[0])
	if err != nil {
		return nil, err
	}
	phi, err := t.ToFloat(a[1])
	if err != nil {
		return nil, err
	}
	switch {
	case finite(r) && finite(phi):
		if phi == 0 {
			return py.Complex(complex(r, r*phi)), nil
		}
		return py.Complex(complex(r*elementary.Cos(phi), r*elementary.Sin(phi))), nil
	case math.IsInf(phi, 0) && r != 0 && !math.IsNaN(r):
		return nil, domainError()
	case r == 0:
		return py.Complex(0), nil
	case math.IsInf(r, 0) && finite(phi) && phi != 0:
		return py.Complex(complex(math.Copysign(r, r*elementary.Cos(phi)), math.Copysign(r, r*elementary.Sin(phi)))), nil
	case finite(phi) && phi == 0:
		return py.Complex(complex(r, r*phi*0)), nil
	case math.IsInf(r, 0):
		return py.Complex(complex(math.Inf(1), elementary.NaN())), nil
	}
	return py.Complex(complex(elementary.NaN(), elementary.NaN())), nil
}

func isClose(t *py.Thread, a []py.Object) (py.Object, error) {
	x, err := t.ToComplex(a[0])
	if err != nil {
		return nil, err
	}
	y, err := t.ToComplex(a[1])
	if err != nil {
		return nil, err
	}
	tolerance := [2]float64{1e-09, 0}
	for i := range tolerance {
		if a[2+i] != nil {
			if tolerance[i], err = t.ToFloat(a[2+i]); err != nil {
				return nil, err
			}
		}
	}
	rel, abs := tolerance[0], tolerance[1]
	switch {
	case rel < 0 || abs < 0:
		return nil, py.Raise(py.ValueError, "tolerances must be non-negative")
	case x == y:
		return py.True, nil
	case cmplx.IsInf(x) || cmplx.IsInf(y):
		return py.False, nil
	}
	d := cmplx.Abs(x - y)
	return py.Of(d <= rel*cmplx.Abs(y) || d <= rel*cmplx.Abs(x) || d <= abs), nil
}
