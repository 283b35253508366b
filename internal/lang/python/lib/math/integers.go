package math

import (
	"math"
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

func addIntegers(m *py.Module) {
	m.Add("gcd", "*integers", gcdOf)
	m.Add("lcm", "*integers", fold(1, lcm))
	m.Add("isqrt", "n, /", isqrt)
	m.Add("factorial", "n, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return factorial(t, a[0]) })
	m.Add("comb", "n, k, /", comb)
	m.Add("perm", "n, k=None, /", perm)
}

// fold combines any number of ints, from a first one.
func fold(first int64, step func(t *py.Thread, x, y *big.Int) (*big.Int, error)) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		z := big.NewInt(first)
		for _, x := range a[0].(*py.Tuple).Items {
			v, err := t.Integer(x)
			if err != nil {
				return nil, err
			}
			if z, err = step(t, z, new(big.Int).Abs(v)); err != nil {
				return nil, err
			}
		}
		return py.MakeBig(z), nil
	}
}

// gcdOf is math.gcd; most are of two small ints.
func gcdOf(t *py.Thread, a []py.Object) (py.Object, error) {
	if items := a[0].(*py.Tuple).Items; len(items) == 2 {
		x, ok := items[0].(py.Int)
		y, ok2 := items[1].(py.Int)
		if ok && ok2 && x > math.MinInt64 && y > math.MinInt64 {
			for y != 0 {
				x, y = y, x%y
			}
			return py.MakeInt(max(int64(x), -int64(x))), nil
		}
	}
	return fold(0, gcd)(t, a)
}

func gcd(t *py.Thread, x, y *big.Int) (*big.Int, error) {
	return new(big.Int).GCD(nil, nil, x, y), t.Poll()
}

func lcm(t *py.Thread, x, y *big.Int) (*big.Int, error) {
	if x.Sign() == 0 || y.Sign() == 0 {
		return new(big.Int), nil
	}
	g, err := gcd(t, x, y)
	if err != nil {
		return nil, err
	}
	return t.Multiply(g.Quo(x, g), y)
}

func isqrt(t *py.Thread, a []py.Object) (py.Object, error) {
	const exact = 1 << 52 // as a float, with a root that isn't rounded up to the next int
	if n, ok := a[0].(py.Int); ok && n >= 0 && n < exact {
		return py.MakeInt(int64(math.Sqrt(float64(n)))), nil
	}
	v, err := t.Integer(a[0])
	if err != nil {
		return nil, err
	}
	if v.Sign() < 0 {
		return nil, py.Raise(py.ValueError, "isqrt() argument must be nonnegative")
	}
	return py.MakeBig(new(big.Int).Sqrt(v)), nil
}

func factorial(t *py.Thread, x py.Object) (py.Object, error) {
	n, err := t.Integer(x)
	switch {
	case err != nil:
		return nil, err
	case n.Sign() < 0:
		return nil, py.Raise(py.ValueError, "factorial() not defined for negative values")
	case !n.IsInt64():
		return nil, py.Raise(py.OverflowError, "factorial() argument should not exceed %d", int64(math.MaxInt64))
	}
	return falling(t, n, n.Int64())
}

// falling is n * (n-1) * ... of k factors.
func falling(t *py.Thread, n *big.Int, k int64) (py.Object, error) {
	v, err := fallingBig(t, n, k)
	if err != nil {
		return nil, err
	}
	return py.MakeBig(v), nil
}

// maxFactors bounds products: 4 million factors of more than 16 bits are too large.
const maxFactors = 4 << 20

func fallingBig(t *py.Thread, n *big.Int, k int64) (*big.Int, error) {
	if k > maxFactors {
		return nil, py.NewExc(py.MemoryError)
	}
	if k <= 32 {
		z, x, one := big.NewInt(1), new(big.Int).Set(n), big.NewInt(1)
		for range k {
			z.Mul(z, x)
			x.Sub(x, one)
		}
		return z, t.Poll()
	}
	// Halves of about the same size, so that large numbers meet large ones.
	half := k / 2
	x, err := fallingBig(t, n, half)
	if err != nil {
		return nil, err
	}
	y, err := fallingBig(t, new(big.Int).Sub(n, big.NewInt(half)), k-half)
	if err != nil {
		return nil, err
	}
	return t.Multiply(x, y)
}

func notNegative(name string, v *big.Int) error {
	if v.Sign() < 0 {
		return py.Raise(py.ValueError, "%s must be a non-negative integer", name)
	}
	return nil
}

// twoInts reads n and k, neither of them negative.
func twoInts(t *py.Thread, a []py.Object) (n, k *big.Int, err error) {
	if n, err = t.Integer(a[0]); err != nil {
		return nil, nil, err
	}
	if k, err = t.Integer(a[1]); err != nil {
		return nil, nil, err
	}
	if err = notNegative("n", n); err != nil {
		return nil, nil, err
	}
	return n, k, notNegative("k", k)
}

func comb(t *py.Thread, a []py.Object) (py.Object, error) {
	n, k, err := twoInts(t, a)
	if err != nil {
		return nil, err
	}
	if k.Cmp(n) > 0 {
		return py.MakeInt(0), nil
	}
	if rest := new(big.Int).Sub(n, k); rest.Cmp(k) < 0 {
		k = rest
	}
	if !k.IsInt64() {
		return nil, py.Raise(py.OverflowError, "min(n - k, k) must not exceed %d", int64(math.MaxInt64))
	}
	v, err := binomial(t, n, k.Int64())
	if err != nil {
		return nil, err
	}
	return py.MakeBig(v), nil
}

func binomial(t *py.Thread, n *big.Int, k int64) (*big.Int, error) {
	if k <= 64 && n.BitLen() < 64 {
		z := big.NewInt(1)
		for i := range k { // what is divided is a binomial times i + 1
			z.Mul(z, new(big.Int).Sub(n, big.NewInt(i)))
			z.Quo(z, big.NewInt(i+1))
		}
		return z, nil
	}
	over, err := fallingBig(t, n, k)
	if err != nil {
		return nil, err
	}
	under, err := fallingBig(t, big.NewInt(k), k)
	if err != nil {
		return nil, err
	}
	return over.Quo(over, under), nil
}

func perm(t *py.Thread, a []py.Object) (py.Object, error) {
	if a[1] == nil || a[1] == py.None {
		return factorial(t, a[0])
	}
	n, k, err := twoInts(t, a)
	switch {
	case err != nil:
		return nil, err
	case k.Cmp(n) > 0:
		return py.MakeInt(0), nil
	case !k.IsInt64():
		return nil, py.Raise(py.OverflowError, "k must not exceed %d", int64(math.MaxInt64))
	}
	return falling(t, n, k.Int64())
}
