package cmath

import (
	"math"

	"github.com/elide-dev/elided/internal/lang/python/elementary"
)

const (
	large     = math.MaxFloat64 / 4 // sums of two of them are no infinity
	tiny      = 0x1p-1022           // the smallest float with all its bits
	logLarge  = 708.3964185322641   // of large
	sqrtLarge = 0x1p511             // about the root of large
	sqrtTiny  = 0x1p-511
)

// turn is i*z, and turnBack -i*z.
func turn(z complex128) complex128     { return complex(-imag(z), real(z)) }
func turnBack(z complex128) complex128 { return complex(imag(z), -real(z)) }

func isLarge(z complex128) bool { return math.Abs(real(z)) > large || math.Abs(imag(z)) > large }

// logSize is log(|z|) of a large z.
func logSize(z complex128) float64 {
	return elementary.Log(elementary.Hypot(real(z)/2, imag(z)/2)) + math.Ln2*2
}

func sqrt(z complex128) complex128 {
	if z == 0 {
		return complex(0, imag(z))
	}
	x, y := math.Abs(real(z)), math.Abs(imag(z))
	var s float64
	if x < tiny && y < tiny {
		x = math.Ldexp(x, 53)
		s = math.Ldexp(math.Sqrt(x+elementary.Hypot(x, math.Ldexp(y, 53))), -27)
	} else {
		x /= 8
		s = 2 * math.Sqrt(x+elementary.Hypot(x, y/8))
	}
	d := y / (2 * s)
	if real(z) >= 0 {
		return complex(s, math.Copysign(d, imag(z)))
	}
	return complex(d, math.Copysign(s, imag(z)))
}

func acos(z complex128) complex128 {
	x, y := real(z), imag(z)
	if isLarge(z) {
		im := math.Copysign(logSize(z), -y)
		return complex(elementary.Atan2(math.Abs(y), x), im)
	}
	a, b := sqrt(complex(1-x, -y)), sqrt(complex(1+x, y))
	return complex(2*elementary.Atan2(real(a), real(b)), elementary.Asinh(float64(real(b)*imag(a))-float64(imag(b)*real(a))))
}

func acosh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if isLarge(z) {
		return complex(logSize(z), elementary.Atan2(y, x))
	}
	a, b := sqrt(complex(x-1, y)), sqrt(complex(x+1, y))
	return complex(elementary.Asinh(float64(real(a)*real(b))+float64(imag(a)*imag(b))), 2*elementary.Atan2(imag(a), real(b)))
}

func asinh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if isLarge(z) {
		return complex(math.Copysign(logSize(z), x), elementary.Atan2(y, math.Abs(x)))
	}
	a, b := sqrt(complex(1+y, -x)), sqrt(complex(1-y, x))
	re := elementary.Asinh(float64(real(a)*imag(b)) - float64(real(b)*imag(a)))
	return complex(re, elementary.Atan2(y, float64(real(a)*real(b))-float64(imag(a)*imag(b))))
}

func atanh(z complex128) complex128 {
	if math.Signbit(real(z)) {
		return -atanh(-z)
	}
	x, y := real(z), imag(z)
	a := math.Abs(y)
	switch {
	case x > sqrtLarge || a > sqrtLarge:
		h := elementary.Hypot(x/2, y/2)
		return complex(x/4/h/h, -math.Copysign(math.Pi/2, -y))
	case x == 1 && a < sqrtTiny:
		if a == 0 {
			return complex(elementary.NaN(), y) // there is no value
		}
		re := -elementary.Log(math.Sqrt(a) / math.Sqrt(elementary.Hypot(a, 2)))
		return complex(re, math.Copysign(elementary.Atan2(2, -a)/2, y))
	}
	re := math.Log1p(4*x/(float64((1-x)*(1-x))+float64(a*a))) / 4
	return complex(re, -elementary.Atan2(-2*y, float64((1-x)*(1+x))-float64(a*a))/2)
}

func cosh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if math.Abs(x) > logLarge {
		x -= math.Copysign(1, x)
		return complex(elementary.Cos(y)*elementary.Cosh(x)*math.E, elementary.Sin(y)*elementary.Sinh(x)*math.E)
	}
	return complex(elementary.Cos(y)*elementary.Cosh(x), elementary.Sin(y)*elementary.Sinh(x))
}

func sinh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if math.Abs(x) > logLarge {
		x -= math.Copysign(1, x)
		return complex(elementary.Cos(y)*elementary.Sinh(x)*math.E, elementary.Sin(y)*elementary.Cosh(x)*math.E)
	}
	return complex(elementary.Cos(y)*elementary.Sinh(x), elementary.Sin(y)*elementary.Cosh(x))
}

func tanh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if math.Abs(x) > logLarge {
		return complex(math.Copysign(1, x), 4*elementary.Sin(y)*elementary.Cos(y)*elementary.Exp(-2*math.Abs(x)))
	}
	tx, ty, c := elementary.Tanh(x), elementary.Tan(y), 1/elementary.Cosh(x)
	p := tx * ty
	d := 1 + float64(p*p)
	return complex(tx*(1+float64(ty*ty))/d, ty/d*c*c)
}

func exp(z complex128) complex128 {
	x, y := real(z), imag(z)
	if x > logLarge {
		l := elementary.Exp(x - 1)
		return complex(l*elementary.Cos(y)*math.E, l*elementary.Sin(y)*math.E)
	}
	l := elementary.Exp(x)
	return complex(l*elementary.Cos(y), l*elementary.Sin(y))
}

func log(z complex128) complex128 {
	x, y := math.Abs(real(z)), math.Abs(imag(z))
	var re float64
	switch {
	case x > large || y > large:
		re = elementary.Log(elementary.Hypot(x/2, y/2)) + math.Ln2
	case x == 0 && y == 0:
		re = elementary.NaN() // there is no value
	case x < tiny && y < tiny:
		re = elementary.Log(elementary.Hypot(math.Ldexp(x, 53), math.Ldexp(y, 53))) - 53*math.Ln2
	default:
		h := elementary.Hypot(x, y)
		if h >= 0.71 && h <= 1.73 { // near 0, where log(h) would lose digits
			most, least := math.Max(x, y), math.Min(x, y)
			re = math.Log1p(float64((most-1)*(most+1))+float64(least*least)) / 2
		} else {
			re = elementary.Log(h)
		}
	}
	return complex(re, elementary.Atan2(imag(z), real(z)))
}
