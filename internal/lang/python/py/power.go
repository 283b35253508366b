package py

import (
	"math"
	"math/bits"

	"github.com/elide-dev/elided/internal/lang/python/elementary"
)

// intPower is x ** y of ints: a float where y is negative.
func intPower(t *Thread, x, y Object) (Object, error) {
	if a, n, ok := smallPair(x, y); ok && n >= 0 {
		if p, ok := powSmall(a, n); ok {
			return MakeInt(p), nil
		}
	}
	a, b, ok := bigPair(x, y)
	if !ok {
		return NotImplemented, nil
	}
	if b.Sign() < 0 {
		f, g, _, err := floatPair(x, y)
		if err != nil {
			return nil, err
		}
		return powFloats(f, g)
	}
	v, err := t.powBig(a, b)
	if err != nil {
		return nil, err
	}
	return MakeBig(v), nil
}

// powSmall is a to the power n when all steps fit into 64 bits.
func powSmall(a, n int64) (z int64, fits bool) {
	z = 1
	for {
		if n&1 != 0 {
			if z, fits = product(z, a); !fits {
				return 0, false
			}
		}
		if n >>= 1; n == 0 {
			return z, true
		}
		if a, fits = product(a, a); !fits {
			return 0, false
		}
	}
}

func product(a, b int64) (z int64, fits bool) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	return a * b, hi == 0 && lo <= math.MaxInt64
}

func magnitude(a int64) uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}

// Pow is pow(x, y, z). z is None, or nil, where there is none. With a modulus there is no
// __rpow__: where x's class has no answer, what is asked is how the built-in class of y,
// and then of z, does it, unless a program's has a __pow__ of its own.
func (t *Thread) Pow(x, y, z Object) (Object, error) {
	if z == nil || z == None {
		return t.powTwo(x, y)
	}
	v, found, err := t.callSpecial(x, "__pow__", y, z)
	if err != nil || found && v != NotImplemented {
		return v, err
	}
	if !found && x.Class().Lookup("__rpow__") != nil {
		return nil, Raise(AttributeError, "__pow__")
	}
	asked := x.Class().Lookup("__pow__")
	for _, o := range []Object{y, z} {
		m, ok := Native(o).Class().Lookup("__pow__").(*MethodDescr)
		if !ok || m == asked || m.owner.Heap || m.owner != Native(o).Class() && m.owner != IntClass || m != o.Class().Lookup("__pow__") {
			continue
		}
		v, err := m.fn(t, []Object{Native(x), Native(y), Native(z)})
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	return nil, Raise(TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", x.Class().fullName(), y.Class().fullName(), z.Class().fullName())
}

func isNumber(x Object) bool {
	_, ok, _ := toComplex(x)
	return ok
}

// powWith makes __pow__ of a class, which takes a modulus, of its operator.
func powWith(op binaryFunc, modulus func(t *Thread, x, y, z Object) (Object, error)) GoFunc {
	return func(t *Thread, a []Object) (Object, error) {
		if a[2] == nil || a[2] == None {
			return op(t, a[0], a[1])
		}
		return modulus(t, a[0], a[1], a[2])
	}
}

func reflectedPow(op binaryFunc) GoFunc {
	return func(t *Thread, a []Object) (Object, error) { return op(t, a[1], a[0]) }
}

func intPowMod(t *Thread, x, y, z Object) (Object, error) {
	if a, n, ok := smallPair(x, y); ok && n >= 0 {
		if m, ok := z.(Int); ok && m > 0 {
			return MakeInt(powModSmall(a, n, int64(m))), nil
		}
	}
	a, b, ok := bigPair(x, y)
	m := Big(z)
	switch {
	case ok && m != nil && m.Sign() == 0:
		return nil, Raise(ValueError, "pow() 3rd argument cannot be 0")
	case ok && m != nil:
		v, err := t.powMod(a, b, m)
		if err != nil {
			return nil, err
		}
		return MakeBig(v), nil
	}
	return NotImplemented, nil
}

// powModSmall is a to the power n, which isn't negative, modulo m, which is positive.
func powModSmall(a, n, m int64) int64 {
	if a %= m; a < 0 {
		a += m
	}
	base, mod, z := uint64(a), uint64(m), 1%uint64(m)
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			hi, lo := bits.Mul64(z, base)
			_, z = bits.Div64(hi, lo, mod)
		}
		hi, lo := bits.Mul64(base, base)
		_, base = bits.Div64(hi, lo, mod)
	}
	return int64(z)
}

func floatPowMod(*Thread, Object, Object, Object) (Object, error) {
	return nil, Raise(TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
}

// powFloat is the power of two floats as a float, NaN where there is none.
func powFloat(a, b float64) float64 { return elementary.Pow(a, b) }
