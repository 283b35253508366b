package elementary

import "math"

var (
	ln2         = [3]float64{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56, 0x1.7b57a079a1934p-111}
	inverseLn2  = double{0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56}
	inverseLn10 = double{0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57}
)

// expm1Small is exp(r) - 1 for |r| < 0.36.
func expm1Small(r double) double {
	const halvings = 6
	r = r.scale(1.0 / (1 << halvings))
	// Taylor's series, by Horner's rule: the last terms are so small that floats do.
	x := r.hi
	z := double{1.0/24 + x*(1.0/120+x*(1.0/720+x*(1.0/5040+x/40320))), 0}
	for _, c := range &expTerms {
		z = z.mul(r).add(c)
	}
	z = z.mul(r)
	for range halvings { // (1 + z)**2 - 1
		z = z.scale(2).add(z.mul(z))
	}
	return z
}

// The coefficients of the first terms of series, the highest first.
var (
	expTerms = [...]double{inverse(6), inverse(2), inverse(1)}
	logTerms = [...]double{inverse(9), inverse(7), inverse(5), inverse(3), inverse(1)}
	sinTerms = [...]double{inverse(-5040), inverse(120), inverse(-6), inverse(1)}
	cosTerms = [...]double{inverse(40320), inverse(-720), inverse(24), inverse(-2), inverse(1)}
)

func inverse(n float64) double {
	q := 1 / n
	return double{q, math.FMA(-q, n, 1) / n}
}

// expDouble is exp(x) as m * 2**k.
func expDouble(x double) (m double, k int) {
	n := math.RoundToEven(x.hi * inverseLn2.hi)
	r := x.sub(product(n, ln2[0])).sub(product(n, ln2[1])).addFloat(-n * ln2[2])
	return expm1Small(r).addFloat(1), int(n)
}

// Exp is e to the power x.
func Exp(x float64) float64 {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0) || x > 710 || x < -746:
		return math.Exp(x)
	case math.Abs(x) < 0x1p-60:
		return 1 + x
	}
	m, k := expDouble(double{x, 0})
	return m.ldexp(k)
}

// Exp2 is 2 to the power x.
func Exp2(x float64) float64 { return Pow(2, x) }

// logDouble is log(m * 2**e), m near 1.
func logDouble(x float64) double {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, e = m*2, e-1
	}
	f := m - 1
	var y double
	if math.Abs(f) < 1.0/512 {
		y = logNearOne(f)
	} else {
		// One step of Newton's method from Go's own approximation.
		y0 := math.Log(m)
		p, k := expDouble(double{-y0, 0})
		p = p.scale(math.Ldexp(1, k))
		d := p.mulFloat(m).addFloat(-1)
		y = d.sub(d.mul(d).scale(0.5)).addFloat(y0)
	}
	if e == 0 {
		return y
	}
	n := float64(e)
	return product(n, ln2[0]).add(product(n, ln2[1]).addFloat(n * ln2[2])).add(y)
}

// logNearOne is log(1 + f), by the series of the inverse hyperbolic tangent.
func logNearOne(f float64) double {
	s := double{f, 0}.div(sum(2, f))
	q := s.mul(s)
	tail := double{1.0/11 + q.hi*(1.0/13+q.hi/15), 0}
	for _, c := range &logTerms {
		tail = tail.mul(q).add(c)
	}
	return tail.mul(s).scale(2)
}

func ordinary(x float64) bool { return x > 0 && !math.IsInf(x, 1) }

// Log is the natural logarithm.
func Log(x float64) float64 {
	if !ordinary(x) {
		return math.Log(x)
	}
	return logDouble(x).value()
}

// Log2 is the logarithm to base 2.
func Log2(x float64) float64 {
	if !ordinary(x) {
		return math.Log2(x)
	}
	if m, e := math.Frexp(x); m == 0.5 {
		return float64(e - 1)
	}
	return logDouble(x).mul(inverseLn2).value()
}

// Log10 is the logarithm to base 10, with the rounding errors of C's library.
func Log10(x float64) float64 {
	if !ordinary(x) {
		return math.Log10(x)
	}
	const log2High, log2Low = 3.01029995663611771306e-01, 3.69423907715893078616e-13
	m, e := math.Frexp(x)
	m, e = m*2, e-1
	if e < 0 {
		m, e = m/2, e+1
	}
	n := float64(e)
	z := float64(n*log2Low) + float64(inverseLn10.hi*Log(m))
	return z + float64(n*log2High)
}

// Pow is x to the power y; NaN where x is negative and y no integer.
func Pow(x, y float64) float64 {
	switch {
	case y == 2:
		return x * x
	case y == 1:
		return x
	case math.IsNaN(x) && y != 0:
		return x
	case math.IsNaN(y) && x != 1:
		return y
	case x == 0 || x == 1 || y == 0 || math.IsInf(x, 0) || math.IsNaN(x) || math.IsInf(y, 0) || math.IsNaN(y):
		return math.Pow(x, y)
	case y == -1:
		return 1 / x
	case y == 0.5 && x > 0:
		return math.Sqrt(x)
	}
	negative := false
	if x < 0 {
		if y != math.Trunc(y) {
			return NaN()
		}
		negative = math.Mod(y, 2) != 0
		x = -x
	}
	z := powPositive(x, y)
	if negative {
		return -z
	}
	return z
}

func powPositive(x, y float64) float64 {
	if y == math.Trunc(y) && math.Abs(y) <= 64 {
		if z, ok := powWhole(x, int(math.Abs(y))); ok && y < 0 {
			return double{1, 0}.div(z).value()
		} else if ok {
			return z.value()
		}
	}
	l := logDouble(x)
	switch e := l.hi * y; {
	case e > 710:
		return math.Inf(1)
	case e < -746:
		return 0
	}
	m, k := expDouble(l.mulFloat(y))
	return m.ldexp(k)
}

// powWhole multiplies; ok is false where the steps aren't exact enough.
func powWhole(x float64, n int) (z double, ok bool) {
	if e := math.Abs(math.Log2(x)) * float64(n); e > 900 {
		return z, false
	}
	r, p := double{1, 0}, double{x, 0}
	for {
		if n&1 != 0 {
			r = r.mul(p)
		}
		if n >>= 1; n == 0 {
			return r, true
		}
		p = p.mul(p)
	}
}
