package math

import (
	"math"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/elementary"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

func addSums(m *py.Module) {
	m.Add("fsum", "seq, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		f, err := fsum(t, a[0])
		return py.Float(f), err
	})
	m.Add("prod", "iterable, /, *, start=1", prod)
	m.Add("hypot", "*coordinates", hypot)
	m.Add("dist", "p, q, /", dist)
}

func prod(t *py.Thread, a []py.Object) (py.Object, error) {
	z := a[1]
	if z == nil {
		z = py.MakeInt(1)
	}
	err := t.Each(a[0], func(x py.Object) (err error) {
		z, err = t.Binary(ast.Mult, z, x)
		return err
	})
	return z, err
}

// A partial sum is a list of floats whose bits don't overlap, the smallest first: their
// sum is exact.
type partials []float64

// add reports whether the sum is still finite.
func (p *partials) add(x float64) bool {
	kept := (*p)[:0]
	for _, y := range *p {
		if math.Abs(x) < math.Abs(y) {
			x, y = y, x
		}
		hi := x + y
		if lo := y - (hi - x); lo != 0 {
			kept = append(kept, lo)
		}
		x = hi
	}
	if !finite(x) {
		return false
	}
	if x != 0 {
		kept = append(kept, x)
	}
	*p = kept
	return true
}

// value is the sum rounded once.
func (p partials) value() float64 {
	n := len(p)
	if n == 0 {
		return 0
	}
	n--
	hi, lo := p[n], 0.0
	for n > 0 && lo == 0 {
		n--
		x := hi
		hi = x + p[n]
		lo = p[n] - (hi - x)
	}
	// A tie was rounded to even although there is more below it.
	if n > 0 && (lo < 0 && p[n-1] < 0 || lo > 0 && p[n-1] > 0) {
		y := lo * 2
		if x := hi + y; y == x-hi {
			hi = x
		}
	}
	return hi
}

func fsum(t *py.Thread, seq py.Object) (float64, error) {
	var p partials
	special, infinities := 0.0, 0.0
	err := t.Each(seq, func(o py.Object) error {
		x, err := t.ToFloat(o)
		switch {
		case err != nil:
			return err
		case !finite(x):
			if math.IsInf(x, 0) {
				infinities += x
			}
			special += x
		case !p.add(x):
			return py.Raise(py.OverflowError, "intermediate overflow in fsum")
		}
		return nil
	})
	switch {
	case err != nil:
		return 0, err
	case math.IsNaN(infinities):
		return 0, py.Raise(py.ValueError, "-inf + inf in fsum")
	case special != 0:
		return special, nil
	}
	return p.value(), nil
}

func hypot(t *py.Thread, a []py.Object) (py.Object, error) {
	return norm(t, a[0].(*py.Tuple).Items, nil)
}

func dist(t *py.Thread, a []py.Object) (py.Object, error) {
	p, err := t.Items(a[0])
	if err != nil {
		return nil, err
	}
	q, err := t.Items(a[1])
	if err != nil {
		return nil, err
	}
	if len(p) != len(q) {
		return nil, py.Raise(py.ValueError, "both points must have the same number of dimensions")
	}
	return norm(t, p, q)
}

// norm is the length of p, or of p - q.
func norm(t *py.Thread, p, q []py.Object) (py.Object, error) {
	list := make([]float64, len(p))
	for i := range p {
		x, err := t.ToFloat(p[i])
		if err != nil {
			return nil, err
		}
		if q != nil {
			y, err := t.ToFloat(q[i])
			if err != nil {
				return nil, err
			}
			x -= y
		}
		list[i] = math.Abs(x)
	}
	return py.Float(length(list)), nil
}

// length is the square root of the sum of squares, which are added with what rounding
// leaves.
func length(list []float64) float64 {
	most, nan := 0.0, false
	for _, x := range list {
		nan = nan || math.IsNaN(x)
		most = math.Max(most, x)
	}
	for _, x := range list {
		if math.IsInf(x, 1) {
			return x
		}
	}
	if nan || most == 0 {
		if nan {
			return elementary.NaN()
		}
		return most
	}
	_, e := math.Frexp(most)
	var hi, lo float64
	add := func(x float64) {
		s := hi + x
		if math.Abs(hi) >= math.Abs(x) {
			lo += (hi - s) + x
		} else {
			lo += (x - s) + hi
		}
		hi = s
	}
	for _, x := range list {
		x = math.Ldexp(x, -e)
		square := x * x
		add(square)
		lo += math.FMA(x, x, -square)
	}
	h := math.Sqrt(hi + lo)
	square := h * h
	add(-square)
	lo -= math.FMA(h, h, -square)
	return scale(h+(hi+lo)/(2*h), e)
}
