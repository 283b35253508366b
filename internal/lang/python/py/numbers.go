package py

import (
	"math"
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// maxBits bounds the size of an int. What would be larger is a MemoryError.
const maxBits = 64 << 20

type (
	binaryFunc = func(t *Thread, x, y Object) (Object, error)
)

// setupNumbers fills the classes int, bool, float and complex.
func setupNumbers() {
	setupInt()
	setupBool()
	setupFloat()
	setupComplex()
}

// numberOf is a number of class cls, which is base or a subclass of it.
func numberOf(cls, base *Class, v Object) Object {
	if cls == base {
		return v
	}
	return NewInstance(cls, v)
}

// checkNew is what __new__ of base asks of the class that it is called with.
func checkNew(base, cls *Class) error {
	if !cls.IsSubclass(base) {
		return Raise(TypeError, "%s.__new__(%s): %s is not a subtype of %s", base.fullName(), cls.fullName(), cls.fullName(), base.fullName())
	}
	return nil
}

// asInt is the Int or *BigInt that x is, also of a bool or of a subclass, or nil.
func asInt(x Object) Object {
	switch v := x.(type) {
	case Int, *BigInt:
		return v
	case *Bool:
		return boolInt(v)
	case *Instance:
		if v.Native != nil {
			return asInt(v.Native)
		}
	}
	return nil
}

func boolInt(b *Bool) Object {
	if b.v {
		return MakeInt(1)
	}
	return MakeInt(0)
}

// small is the value of an int that is small.
func small(x Object) (int64, bool) {
	switch v := x.(type) {
	case Int:
		return int64(v), true
	case *Bool:
		if v.v {
			return 1, true
		}
		return 0, true
	case *Instance:
		if v.Native != nil {
			return small(v.Native)
		}
	}
	return 0, false
}

// Big is the value of an int, also of a bool or of a subclass, or nil. It mustn't be
// changed.
func Big(x Object) *big.Int {
	switch v := asInt(x).(type) {
	case Int:
		return big.NewInt(int64(v))
	case *BigInt:
		return v.V
	}
	return nil
}

// bigPair is two ints; ok is false when one of them is something else.
func bigPair(x, y Object) (a, b *big.Int, ok bool) {
	if a = Big(x); a == nil {
		return nil, nil, false
	}
	b = Big(y)
	return a, b, b != nil
}

// bigToFloat rounds to the nearest float.
func bigToFloat(v *big.Int) (float64, error) {
	if v.BitLen() <= 1025 {
		if f, _ := new(big.Float).SetInt(v).Float64(); !math.IsInf(f, 0) {
			return f, nil
		}
	}
	return 0, Raise(OverflowError, "int too large to convert to float")
}

// toFloat is a float or an int as an operand of a float's operation; ok is false for
// anything else.
func toFloat(x Object) (f float64, ok bool, err error) {
	switch v := x.(type) {
	case Float:
		return float64(v), true, nil
	case Int:
		return float64(v), true, nil
	case *BigInt:
		f, err = bigToFloat(v.V)
		return f, true, err
	case *Bool:
		i, _ := small(v)
		return float64(i), true, nil
	case *Instance:
		if v.Native != nil {
			return toFloat(v.Native)
		}
	}
	return 0, false, nil
}

// floatToInt drops the fraction.
func floatToInt(f float64) (Object, error) {
	switch {
	case math.IsInf(f, 0):
		return nil, Raise(OverflowError, "cannot convert float infinity to integer")
	case math.IsNaN(f):
		return nil, Raise(ValueError, "cannot convert float NaN to integer")
	case f >= -1<<63 && f < 1<<63:
		return MakeInt(int64(f)), nil
	}
	v, _ := big.NewFloat(f).Int(nil)
	return MakeBig(v), nil
}

// ToFloat is what x is as a float, by __float__ or __index__: what functions of module
// math take.
func (t *Thread) ToFloat(x Object) (float64, error) {
	if f, ok, err := toFloat(x); ok && (!x.Class().Heap || IsInstance(x, FloatClass)) {
		return f, err
	}
	v, found, err := t.callSpecial(x, "__float__")
	if err != nil {
		return 0, err
	}
	if found {
		return t.floatResult(x, v)
	}
	if x.Class().Lookup("__index__") != nil {
		i, err := t.IndexObject(x)
		if err != nil {
			return 0, err
		}
		f, _, err := toFloat(i)
		return f, err
	}
	return 0, Raise(TypeError, "must be real number, not %s", x.Class().fullName())
}

// floatResult is what x.__float__() has returned.
func (t *Thread) floatResult(x, v Object) (float64, error) {
	if f, ok := Native(v).(Float); ok {
		return float64(f), t.warnSubclass(FloatClass, x.Class().fullName()+".__float__", v)
	}
	return 0, Raise(TypeError, "%s.__float__ returned non-float (type %s)", x.Class().fullName(), v.Class().fullName())
}

// setBinary makes one function both an operator and its reflection.
func (s *Slots) setBinary(op ast.Operator, fn binaryFunc) {
	s.Binary[op], s.Reflected[op] = fn, fn
}
