// Package elementary computes the elementary functions to within the rounding of their
// results: C's library, whose digits Python prints, rounds nearly all of them right, and
// Go's own functions are off by a digit now and then.
//
// The functions work on sums of two floats, which have about 106 bits.
package elementary

import "math"

// A double is the sum of two floats, of which the second is at most half a unit in the
// last place of the first.
type double struct{ hi, lo float64 }

// sum is a + b exactly.
func sum(a, b float64) double {
	s := a + b
	v := s - a
	return double{s, (a - (s - v)) + (b - v)}
}

// quickSum is a + b exactly where a is the larger one.
func quickSum(a, b float64) double {
	s := a + b
	return double{s, b - (s - a)}
}

// product is a * b exactly, unless it is too small.
func product(a, b float64) double {
	p := a * b
	return double{p, math.FMA(a, b, -p)}
}

func (x double) add(y double) double {
	s := sum(x.hi, y.hi)
	t := sum(x.lo, y.lo)
	s = quickSum(s.hi, s.lo+t.hi)
	return quickSum(s.hi, s.lo+t.lo)
}

func (x double) addFloat(y float64) double {
	s := sum(x.hi, y)
	return quickSum(s.hi, s.lo+x.lo)
}

func (x double) neg() double { return double{-x.hi, -x.lo} }

func (x double) sub(y double) double { return x.add(y.neg()) }

func (x double) mul(y double) double {
	p := product(x.hi, y.hi)
	return quickSum(p.hi, p.lo+math.FMA(x.hi, y.lo, x.lo*y.hi))
}

func (x double) mulFloat(y float64) double {
	p := product(x.hi, y)
	return quickSum(p.hi, math.FMA(x.lo, y, p.lo))
}

func (x double) div(y double) double {
	q1 := x.hi / y.hi
	r := x.sub(y.mulFloat(q1))
	q2 := r.hi / y.hi
	r = r.sub(y.mulFloat(q2))
	return quickSum(q1, q2).addFloat(r.hi / y.hi)
}

// scale is x times a power of two, exactly where the result is not too small.
func (x double) scale(factor float64) double { return double{x.hi * factor, x.lo * factor} }

func (x double) value() float64 { return x.hi + x.lo }

// ldexp is x * 2**e as a float, rounded once.
func (x double) ldexp(e int) float64 {
	f := math.Ldexp(x.hi, e)
	if a := math.Abs(f); a >= 0x1p-1021 || a == 0 {
		return f
	}
	// The last bits of a number that small are cut off: they are rounded with the rest
	// by adding a number whose last place is theirs.
	const last = 0x1p-1074 * 0x1p52 * 1.5
	up := 0x1p600
	big := last * up
	y := x.scale(1)
	for e < -1000 {
		y, e = y.scale(0x1p-200), e+200
	}
	s := math.Ldexp(y.hi, e+600)
	t := math.Ldexp(y.lo, e+600)
	d := sum(big, s)
	lo := d.lo + t
	// d.hi is big plus a multiple of the last place; lo is what rounding has left.
	unit := 0x1p-1074 * up
	switch {
	case lo > unit/2:
		d.hi += unit
	case lo < -unit/2:
		d.hi -= unit
	}
	return (d.hi - big) / up
}
