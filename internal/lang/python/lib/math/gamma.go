package math

import (
	"math"

	"github.com/elide-dev/elided/internal/lang/python/elementary"
)

// Lanczos' approximation, with g and 13 terms: gamma(x) is about
// (x + g - 0.5)**(x - 0.5) / exp(x + g - 0.5) times the quotient of two polynomials.
const (
	lanczosG      = 6.024680040776729583740234375
	lanczosGMinus = lanczosG - 0.5
)

var (
	lanczosOver = [...]float64{
		23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
		35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
		6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
		248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
		2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
		8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
		2.5066282746310002701649081771338373386264310793408,
	}
	lanczosUnder = [...]float64{0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1}
)

// lanczos is the quotient; for large x both are taken in powers of 1/x.
func lanczos(x float64) float64 {
	var over, under float64
	if x < 5 {
		for i := len(lanczosOver) - 1; i >= 0; i-- {
			over = float64(over*x) + lanczosOver[i]
			under = float64(under*x) + lanczosUnder[i]
		}
		return over / under
	}
	for i := range lanczosOver {
		over = over/x + lanczosOver[i]
		under = under/x + lanczosUnder[i]
	}
	return over / under
}

// sinPi is sin(pi*x), with x brought near 0 first.
func sinPi(x float64) float64 {
	y := math.Mod(math.Abs(x), 2)
	var r float64
	switch n := math.Round(2 * y); n {
	case 0:
		r = elementary.Sin(math.Pi * y)
	case 1:
		r = elementary.Cos(math.Pi * (y - 0.5))
	case 2:
		r = elementary.Sin(math.Pi * (1 - y))
	case 3:
		r = -elementary.Cos(math.Pi * (y - 1.5))
	default:
		r = elementary.Sin(math.Pi * (y - 2))
	}
	return math.Copysign(1, x) * r
}

func gamma(x float64) (float64, error) {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 1):
		return x, nil
	case math.IsInf(x, -1) || x == 0 || x < 0 && x == math.Floor(x):
		return 0, domainError()
	case x == math.Floor(x) && x <= 23: // exact
		z := 1.0
		for i := 2.0; i < x; i++ {
			z *= i
		}
		return z, nil
	}
	a := math.Abs(x)
	if a < 1e-20 {
		if z := 1 / x; !math.IsInf(z, 0) {
			return z, nil
		}
		return 0, rangeError()
	}
	if a > 200 {
		if x < 0 {
			return 0 / sinPi(x), nil
		}
		return 0, rangeError()
	}
	z := gammaOrdinary(x, a)
	if math.IsInf(z, 0) {
		return 0, rangeError()
	}
	return z, nil
}

func gammaOrdinary(x, a float64) float64 {
	y := a + lanczosGMinus
	// What rounding has lost of y.
	var z float64
	if a > lanczosGMinus {
		q := y - a
		z = q - lanczosGMinus
	} else {
		q := y - lanczosGMinus
		z = q - a
	}
	z = z * lanczosG / y
	var r float64
	if x < 0 {
		r = -math.Pi / sinPi(a) / a * elementary.Exp(y) / lanczos(a)
		r -= float64(z * r)
		if a < 140 {
			return r / elementary.Pow(y, a-0.5)
		}
		root := elementary.Pow(y, a/2-0.25)
		return r / root / root
	}
	r = lanczos(a) / elementary.Exp(y)
	r += float64(z * r)
	if a < 140 {
		return r * elementary.Pow(y, a-0.5)
	}
	root := elementary.Pow(y, a/2-0.25)
	return r * root * root
}

func lgamma(x float64) (float64, error) {
	switch {
	case math.IsNaN(x):
		return x, nil
	case math.IsInf(x, 0):
		return math.Inf(1), nil
	case x == math.Floor(x) && x <= 2:
		if x <= 0 {
			return 0, domainError()
		}
		return 0, nil
	}
	a := math.Abs(x)
	if a < 1e-20 {
		return -elementary.Log(a), nil
	}
	r := elementary.Log(lanczos(a)) - lanczosG
	r += float64((a - 0.5) * (elementary.Log(a+lanczosG-0.5) - 1))
	if x < 0 {
		r = 1.1447298858494001741434 - elementary.Log(math.Abs(sinPi(a))) - elementary.Log(a) - r // log(pi) - ...
	}
	if math.IsInf(r, 0) {
		return 0, rangeError()
	}
	return r, nil
}
