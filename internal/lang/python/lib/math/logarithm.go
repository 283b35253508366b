package math

import (
	"math"
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/elementary"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

func addLogarithms(m *py.Module) {
	m.Add("log", "*args", func(t *py.Thread, a []py.Object) (py.Object, error) {
		args := a[0].(*py.Tuple).Items
		if len(args) < 1 || len(args) > 2 {
			return nil, py.Raise(py.TypeError, "math.log requires 1 to 2 arguments")
		}
		x, err := logOf(t, args[0], elementary.Log)
		if err != nil || len(args) == 1 {
			return py.Float(x), err
		}
		base, err := logOf(t, args[1], elementary.Log)
		if err != nil {
			return nil, err
		}
		if base == 0 {
			return nil, py.Raise(py.ZeroDivisionError, "float division by zero")
		}
		return py.Float(x / base), nil
	})
	for name, fn := range map[string]func(float64) float64{"log2": elementary.Log2, "log10": elementary.Log10} {
		m.Add(name, "x, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
			x, err := logOf(t, a[0], fn)
			return py.Float(x), err
		})
	}
}

// logOf is a logarithm, also of ints that are too large for floats.
func logOf(t *py.Thread, x py.Object, log func(float64) float64) (float64, error) {
	if v := py.Big(x); v != nil {
		return logInt(v, log)
	}
	f, err := t.ToFloat(x)
	if err != nil {
		return 0, err
	}
	switch {
	case math.IsNaN(f):
		return f, nil
	case f <= 0:
		return 0, domainError()
	}
	return log(f), nil
}

func logInt(v *big.Int, log func(float64) float64) (float64, error) {
	if v.Sign() <= 0 {
		return 0, domainError()
	}
	if f, err := py.BigToFloat(v); err == nil {
		return log(f), nil
	}
	// Rounded as a float would be, with the exponent apart.
	m, _ := new(big.Float).SetPrec(53).SetMode(big.ToNearestEven).SetInt(v).Float64()
	exp := 0
	if math.IsInf(m, 0) {
		f := new(big.Float).SetPrec(53).SetInt(v)
		exp = f.MantExp(f)
		m, _ = f.Float64()
	}
	return log(m) + float64(log(2)*float64(exp)), nil
}
