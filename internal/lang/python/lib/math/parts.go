package math

import (
	"math"
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// addParts adds what takes floats apart, puts them together and tells them apart.
func addParts(m *py.Module) {
	for name, test := range map[string]func(float64) bool{
		"isnan": math.IsNaN, "isfinite": finite, "isinf": func(x float64) bool { return math.IsInf(x, 0) },
	} {
		m.Add(name, "x, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
			x, err := t.ToFloat(a[0])
			return py.Of(test(x)), err
		})
	}
	m.Add("frexp", "x, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		x, err := t.ToFloat(a[0])
		f, e := math.Frexp(x)
		return py.NewTuple(py.Float(f), py.MakeInt(int64(e))), err
	})
	m.Add("modf", "x, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		x, err := t.ToFloat(a[0])
		whole, f := math.Trunc(x), 0.0
		if !math.IsInf(x, 0) {
			f = x - whole
		}
		return py.NewTuple(py.Float(math.Copysign(f, x)), py.Float(whole)), err
	})
	m.Add("ulp", "x, /", failing(func(x float64) (float64, error) { return ulp(x), nil }))
	m.Add("ldexp", "x, i, /", ldexp)
	m.Add("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", isClose)
	m.Add("floor", "x, /", whole("__floor__", math.Floor))
	m.Add("ceil", "x, /", whole("__ceil__", math.Ceil))
	m.Add("trunc", "x, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		v, found, err := t.Special(a[0], "__trunc__")
		if !found && err == nil {
			return nil, py.Raise(py.TypeError, "type %s doesn't define __trunc__ method", a[0].Class().FullName())
		}
		return v, err
	})
}

func ulp(x float64) float64 {
	if math.IsNaN(x) {
		return x
	}
	switch x = math.Abs(x); {
	case !finite(x):
		return x
	case x == math.MaxFloat64:
		return x - math.Nextafter(x, 0)
	}
	return math.Nextafter(x, math.Inf(1)) - x
}

func whole(method string, round func(float64) float64) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		if f, ok := a[0].(py.Float); ok {
			return py.FloatToInt(round(float64(f)))
		}
		v, found, err := t.Special(a[0], method)
		if found || err != nil {
			return v, err
		}
		f, err := t.ToFloat(a[0])
		if err != nil {
			return nil, err
		}
		return py.FloatToInt(round(f))
	}
}

func ldexp(t *py.Thread, a []py.Object) (py.Object, error) {
	x, err := t.ToFloat(a[0])
	if err != nil {
		return nil, err
	}
	n := py.Big(a[1])
	if n == nil {
		return nil, py.Raise(py.TypeError, "Expected an int as second argument to ldexp.")
	}
	if x == 0 || !finite(x) {
		return py.Float(x), nil
	}
	e := 5000 * n.Sign()
	if n.CmpAbs(big.NewInt(5000)) < 0 {
		e = int(n.Int64())
	}
	y := scale(x, e)
	if math.IsInf(y, 0) {
		return nil, rangeError()
	}
	return py.Float(y), nil
}

// scale is x * 2**e, rounded once.
func scale(x float64, e int) float64 {
	if y := math.Ldexp(x, e); math.Abs(y) >= 0x1p-1021 {
		return y
	}
	f := new(big.Float).SetFloat64(x)
	y, _ := f.SetMantExp(f, e).Float64()
	return y
}

func isClose(t *py.Thread, a []py.Object) (py.Object, error) {
	v := [4]float64{2: 1e-09}
	for i, x := range a {
		if x == nil {
			continue
		}
		f, err := t.ToFloat(x)
		if err != nil {
			return nil, err
		}
		v[i] = f
	}
	x, y, rel, abs := v[0], v[1], v[2], v[3]
	switch {
	case rel < 0 || abs < 0:
		return nil, py.Raise(py.ValueError, "tolerances must be non-negative")
	case x == y:
		return py.True, nil
	case math.IsInf(x, 0) || math.IsInf(y, 0):
		return py.False, nil
	}
	d := math.Abs(y - x)
	return py.Of(d <= math.Abs(rel*y) || d <= math.Abs(rel*x) || d <= abs), nil
}
