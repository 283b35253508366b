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
	m.Add("log10", "z, /", log10Call)
	addParts(m)
	return m, nil
}

// A function is one of a complex number. Those of circles are those of hyperbolas of i times
// the number, and all but the cosine of what that gives divided by i.
type function struct {
	name   string // in specials
	finite func(z complex128) complex128
	turns  bool // the number is multiplied by i
	back   bool // and the result divided by it
}

func functions() map[string]function {
	return map[string]function{
		"sqrt": {name: "sqrt", finite: sqrt}, "exp": {name: "exp", finite: exp}, "acos": {name: "acos", finite: acos},
		"acosh": {name: "acosh", finite: acosh}, "asinh": {name: "asinh", finite: asinh}, "atanh": {name: "atanh", finite: atanh},
		"cosh": {name: "cosh", finite: cosh}, "sinh": {name: "sinh", finite: sinh}, "tanh": {name: "tanh", finite: tanh},
		"asin": {name: "asinh", finite: asinh, turns: true, back: true}, "atan": {name: "atanh", finite: atanh, turns: true, back: true},
		"cos": {name: "cosh", finite: cosh, turns: true}, "sin": {name: "sinh", finite: sinh, turns: true, back: true},
		"tan": {name: "tanh", finite: tanh, turns: true, back: true},
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

func (f function) value(z complex128) (w complex128, err error) {
	if f.turns {
		z = turn(z)
	}
	ok := true
	if isFinite(z) {
		w = f.finite(z)
		ok = !math.IsNaN(real(w)) && !math.IsNaN(imag(w))
		if math.IsInf(real(w), 0) || math.IsInf(imag(w), 0) {
			return 0, rangeError()
		}
	} else {
		w, ok = special(f.name, z)
	}
	if !ok {
		return 0, domainError()
	}
	if f.back {
		w = turnBack(w)
	}
	return w, nil
}

func logCall(t *py.Thread, a []py.Object) (py.Object, error) {
	f := function{name: "log", finite: log}
	z, err := t.ToComplex(a[0])
	if err != nil {
		return nil, err
	}
	w, err := f.value(z)
	if a[1] != nil && z == 0 { // which is no error with a base, of which alone CPython asks for one
		w, err = complex(math.Inf(-1), elementary.Atan2(imag(z), real(z))), nil
	}
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

func log10Call(t *py.Thread, a []py.Object) (py.Object, error) {
	z, err := t.ToComplex(a[0])
	if err != nil {
		return nil, err
	}
	w, err := function{name: "log", finite: log}.value(z)
	return py.Complex(complex(real(w)/math.Ln10, imag(w)/math.Ln10)), err
}

func addParts(m *py.Module) {
	m.Add("phase", "z, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		z, err := t.ToComplex(a[0])
		if err != nil {
			return nil, err
		}
		angle := elementary.Atan2(imag(z), real(z))
		if angle == 0 && imag(z) != 0 && isFinite(z) { // too small for a float
			return nil, rangeError()
		}
		return py.Float(angle), nil
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
	if !finite(r) || !finite(phi) {
		w, ok := special("rect", complex(r, phi))
		if !ok {
			return nil, domainError()
		}
		return py.Complex(w), nil
	}
	if phi == 0 {
		return py.Complex(complex(r, r*phi)), nil
	}
	return py.Complex(complex(r*elementary.Cos(phi), r*elementary.Sin(phi))), nil
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
