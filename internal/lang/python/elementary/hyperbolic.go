package elementary

import "math"

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	if unusual(x) || math.Abs(x) < 0x1p-28 {
		return x
	}
	half := math.Copysign(0.5, x)
	a := math.Abs(x)
	switch {
	case a < 22:
		t := math.Expm1(a)
		if a < 1 {
			return half * (2*t - t*t/(t+1))
		}
		return half * (t + t/(t+1))
	case a < 709:
		return half * Exp(a)
	}
	w := Exp(0.5 * a)
	return half * w * w
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case unusual(x):
		return a
	case a < 0.5*math.Ln2:
		t := math.Expm1(a)
		w := 1 + t
		if a < 0x1p-55 {
			return w
		}
		return 1 + t*t/(w+w)
	case a < 22:
		t := Exp(a)
		return 0.5*t + 0.5/t
	case a < 709:
		return 0.5 * Exp(a)
	}
	w := Exp(0.5 * a)
	return 0.5 * w * w
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	var z float64
	switch {
	case math.IsNaN(x) || a < 0x1p-55:
		return x
	case a >= 22:
		z = 1
	case a >= 1:
		z = 1 - 2/(math.Expm1(2*a)+2)
	default:
		t := math.Expm1(-2 * a)
		z = -t / (t + 2)
	}
	return math.Copysign(z, x)
}

// Asinh is the inverse hyperbolic sine.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	var z float64
	switch {
	case unusual(x) || a < 0x1p-28:
		return x
	case a > 1<<28:
		z = Log(a) + math.Ln2
	case a > 2:
		z = Log(2*a + 1/(math.Sqrt(x*x+1)+a))
	default:
		t := x * x
		z = math.Log1p(a + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(z, x)
}

// Acosh is the inverse hyperbolic cosine, NaN below 1.
func Acosh(x float64) float64 {
	switch {
	case x < 1 || unusual(x):
		return math.Acosh(x)
	case x > 1<<28:
		return Log(x) + math.Ln2
	case x > 2:
		return Log(2*x - 1/(x+math.Sqrt(x*x-1)))
	}
	t := x - 1
	return math.Log1p(t + math.Sqrt(2*t+t*t))
}

// Hypot is the square root of x*x + y*y.
func Hypot(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	if x < y {
		x, y = y, x
	}
	if unusual(x) || unusual(y) || y == 0 {
		return math.Hypot(x, y)
	}
	_, e := math.Frexp(x)
	x, y = math.Ldexp(x, -e), math.Ldexp(y, -e)
	s := product(x, x).add(product(y, y))
	h := math.Sqrt(s.hi)
	d := s.sub(product(h, h))
	return quickSum(h, d.hi/(2*h)).ldexp(e)
}
