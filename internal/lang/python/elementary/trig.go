package elementary

import (
	"math"
	"math/big"
)

// halfPi is pi/2 as a sum.
var halfPi = [4]float64{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110, 0x1.4cf98e804177dp-164}

// piDigits has as many digits as the largest floats need to be taken modulo pi.
const piDigits = "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651328230664709384460955058223172535940812848111745028410270193852110555964462294895493038196442881097566593344612847564823378678316527120190914564856692346034861045432664821339360726024914127372458700660631558817488152092096282925409171536436789259036001133053054882046652138414695"

// reduce is x - n*pi/2, of at most about pi/4, and n modulo 4.
func reduce(x float64) (double, int) {
	if math.Abs(x) < 0.78 {
		return double{x, 0}, 0
	}
	if math.Abs(x) > 1<<30 {
		return reduceLarge(x)
	}
	n := math.RoundToEven(x / halfPi[0])
	r := double{x, 0}
	for _, p := range halfPi {
		r = r.sub(product(n, p))
	}
	return r, int(int64(n) & 3)
}

func reduceLarge(x float64) (double, int) {
	const bits = 1280
	half, _, _ := big.ParseFloat(piDigits, 10, bits, big.ToNearestEven)
	half.Quo(half, big.NewFloat(2))
	q := new(big.Float).SetPrec(bits).Quo(big.NewFloat(x), half)
	q.Add(q, big.NewFloat(math.Copysign(0.5, x)))
	n, _ := q.Int(nil)
	r := new(big.Float).SetPrec(bits).Mul(new(big.Float).SetPrec(bits).SetInt(n), half)
	r.Sub(new(big.Float).SetPrec(bits).SetFloat64(x), r)
	hi, _ := r.Float64()
	lo, _ := r.Sub(r, big.NewFloat(hi)).Float64()
	return double{hi, lo}, int(n.Bit(0)) | int(n.Bit(1))<<1 // those of two's complement
}

// sinSeries is the sine of r, of at most about pi/4: Taylor's series, of which floats do
// for the last terms.
func sinSeries(r double) double {
	q := r.mul(r)
	x := q.hi
	z := double{1.0 / 362880 * (1 - x/110*(1-x/156*(1-x/210*(1-x/272*(1-x/342))))), 0}
	for _, c := range &sinTerms {
		z = z.mul(q).add(c)
	}
	return z.mul(r)
}

func cosSeries(r double) double {
	q := r.mul(r)
	x := q.hi
	z := double{-1.0 / 3628800 * (1 - x/132*(1-x/182*(1-x/240*(1-x/306*(1-x/380))))), 0}
	for _, c := range &cosTerms {
		z = z.mul(q).add(c)
	}
	return z
}

// quarter is the sine, n quarters of a turn further on than r.
func quarter(r double, n int) double {
	var z double
	if n&1 == 0 {
		z = sinSeries(r)
	} else {
		z = cosSeries(r)
	}
	if n&2 != 0 {
		return z.neg()
	}
	return z
}

func sinCosDouble(x float64) (sin, cos double) {
	r, n := reduce(x)
	return quarter(r, n), quarter(r, n+1)
}

func unusual(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) }

// Sin is the sine.
func Sin(x float64) float64 {
	if unusual(x) || math.Abs(x) < 0x1p-27 {
		if unusual(x) {
			return x - x // NaN
		}
		return x * (1 - x*x/6)
	}
	r, n := reduce(x)
	return quarter(r, n).value()
}

// Cos is the cosine.
func Cos(x float64) float64 {
	if unusual(x) {
		return x - x // NaN
	}
	r, n := reduce(x)
	return quarter(r, n+1).value()
}

// Tan is the tangent.
func Tan(x float64) float64 {
	if unusual(x) || math.Abs(x) < 0x1p-27 {
		if unusual(x) {
			return x - x // NaN
		}
		return x * (1 + x*x/3)
	}
	s, c := sinCosDouble(x)
	return s.div(c).value()
}

// Atan is the arc tangent.
func Atan(x float64) float64 {
	if unusual(x) || math.Abs(x) < 0x1p-27 {
		if math.Abs(x) < 0x1p-27 {
			return x * (1 - x*x/3)
		}
		return math.Atan(x)
	}
	y := math.Atan(x)
	s, c := sinCosDouble(y)
	d := c.mulFloat(x).sub(s).div(c.add(s.mulFloat(x)))
	return d.addFloat(y).value()
}

// Atan2 is the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	angle := math.Atan2(y, x)
	if unusual(x) || unusual(y) || x == 0 || y == 0 {
		return angle
	}
	_, ex := math.Frexp(x)
	_, ey := math.Frexp(y)
	if ey-ex > 200 || ex-ey > 900 || ex-ey > 60 && x > 0 {
		if x > 0 && ey < ex {
			return y / x
		}
		return math.Copysign(angle, y) // of a y/x that is too small for a float, too
	}
	x, y = math.Ldexp(x, -ex), math.Ldexp(y, -ex)
	s, c := sinCosDouble(angle)
	d := c.mulFloat(y).sub(s.mulFloat(x)).div(c.mulFloat(x).add(s.mulFloat(y)))
	return d.addFloat(angle).value()
}

// Asin is the arc sine.
func Asin(x float64) float64 {
	if math.Abs(x) >= 1 || math.IsNaN(x) || math.Abs(x) < 0x1p-27 {
		if math.Abs(x) < 0x1p-27 {
			return x * (1 + x*x/6)
		}
		return math.Asin(x)
	}
	y := math.Asin(x)
	s, c := sinCosDouble(y)
	d := double{x, 0}.sub(s).div(c)
	return d.addFloat(y).value()
}

// Acos is the arc cosine.
func Acos(x float64) float64 {
	if math.Abs(x) >= 1 || math.IsNaN(x) {
		return math.Acos(x)
	}
	y := 2 * math.Atan2(math.Sqrt(1-x), math.Sqrt(1+x))
	s, c := sinCosDouble(y)
	d := c.addFloat(-x).div(s)
	return d.addFloat(y).value()
}
