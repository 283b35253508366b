package py

import (
	"math/big"
	"math/bits"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

func setupInt() {
	s := &IntClass.Slots
	s.New, s.Repr, s.Compare = intNew, intRepr, intCompare
	for op, fn := range map[ast.Operator]binaryFunc{
		ast.Add: intAdd, ast.Sub: intSub, ast.Mult: intMul, ast.Div: intDiv, ast.FloorDiv: intFloorDiv, ast.Mod: intMod, ast.Pow: intPower,
		ast.LShift: intLeft, ast.RShift: intRight, ast.BitOr: intOr, ast.BitXor: intXor, ast.BitAnd: intAnd,
	} {
		s.setBinary(op, fn)
	}
	s.Neg, s.Pos, s.Invert, s.Abs = intNeg, intPos, intInvert, intAbs
	s.Int, s.Index, s.Float = intPos, intPos, intFloat
	s.Hash = func(_ *Thread, x Object) (int64, error) {
		if v, ok := small(x); ok {
			return hashInt(v), nil
		}
		return hashBig(Big(x)), nil
	}
	s.Bool = func(_ *Thread, x Object) (bool, error) {
		v, ok := small(x)
		return !ok || v != 0, nil
	}
	addIntMethods()
}

// smallPair is two small ints.
func smallPair(x, y Object) (a, b int64, ok bool) {
	if i, isInt := x.(Int); isInt {
		if j, isInt := y.(Int); isInt {
			return int64(i), int64(j), true
		}
	}
	if a, ok = small(x); !ok {
		return 0, 0, false
	}
	b, ok = small(y)
	return a, b, ok
}

func intAdd(_ *Thread, x, y Object) (Object, error) {
	if a, b, ok := smallPair(x, y); ok {
		if c := a + b; (c > a) == (b > 0) {
			return MakeInt(c), nil
		}
	}
	return bigOp(x, y, (*big.Int).Add)
}

func intSub(_ *Thread, x, y Object) (Object, error) {
	if a, b, ok := smallPair(x, y); ok {
		if c := a - b; (c < a) == (b > 0) {
			return MakeInt(c), nil
		}
	}
	return bigOp(x, y, (*big.Int).Sub)
}

func intMul(t *Thread, x, y Object) (Object, error) {
	if a, b, ok := smallPair(x, y); ok {
		hi, lo := bits.Mul64(uint64(a), uint64(b))
		// The high half of the signed product.
		high := int64(hi) - (a>>63)&b - (b>>63)&a
		if high == int64(lo)>>63 {
			return MakeInt(int64(lo)), nil
		}
	}
	a, b, ok := bigPair(x, y)
	if !ok {
		return NotImplemented, nil
	}
	v, err := t.mulBig(a, b)
	if err != nil {
		return nil, err
	}
	return MakeBig(v), nil
}

// bigOp is an operation of two ints whose result isn't much larger than they are.
func bigOp(x, y Object, op func(z, x, y *big.Int) *big.Int) (Object, error) {
	a, b, ok := bigPair(x, y)
	if !ok {
		return NotImplemented, nil
	}
	if max(a.BitLen(), b.BitLen()) > maxBits {
		return nil, NewExc(MemoryError)
	}
	return MakeBig(op(new(big.Int), a, b)), nil
}

func intFloorDiv(t *Thread, x, y Object) (Object, error) {
	q, _, err := intDivmod(t, x, y, "integer division or modulo by zero")
	return q, err
}

func intMod(t *Thread, x, y Object) (Object, error) {
	q, m, err := intDivmod(t, x, y, "integer modulo by zero")
	if q == NotImplemented {
		return q, nil
	}
	return m, err
}

// intDivmod is both of a division that rounds down. q is NotImplemented unless both are
// ints.
func intDivmod(t *Thread, x, y Object, zero string) (q, m Object, err error) {
	if a, b, ok := smallPair(x, y); ok && b != 0 && b != -1 {
		q, m := a/b, a%b
		if m != 0 && (m < 0) != (b < 0) {
			q, m = q-1, m+b
		}
		return MakeInt(q), MakeInt(m), nil
	}
	a, b, ok := bigPair(x, y)
	if !ok {
		return NotImplemented, nil, nil
	}
	if b.Sign() == 0 {
		return nil, nil, Raise(ZeroDivisionError, "%s", zero)
	}
	if err := t.Poll(); err != nil {
		return nil, nil, err
	}
	qb, mb := floorDivmod(a, b)
	return MakeBig(qb), MakeBig(mb), nil
}

func floorDivmod(a, b *big.Int) (q, m *big.Int) {
	q, m = new(big.Int).QuoRem(a, b, new(big.Int))
	if m.Sign() != 0 && (m.Sign() < 0) != (b.Sign() < 0) {
		q.Sub(q, bigOne())
		m.Add(m, b)
	}
	return q, m
}

func bigOne() *big.Int { return big.NewInt(1) }

// intDiv is true division.
func intDiv(_ *Thread, x, y Object) (Object, error) {
	const exact = 1 << 53
	if a, b, ok := smallPair(x, y); ok && b != 0 && a >= -exact && a <= exact && b >= -exact && b <= exact {
		return Float(float64(a) / float64(b)), nil
	}
	a, b, ok := bigPair(x, y)
	if !ok {
		return NotImplemented, nil
	}
	if b.Sign() == 0 {
		return nil, Raise(ZeroDivisionError, "division by zero")
	}
	f, err := divideBig(a, b)
	return Float(f), err
}

func intOr(_ *Thread, x, y Object) (Object, error) {
	if a, b, ok := smallPair(x, y); ok {
		return MakeInt(a | b), nil
	}
	return bigOp(x, y, (*big.Int).Or)
}

func intXor(_ *Thread, x, y Object) (Object, error) {
	if a, b, ok := smallPair(x, y); ok {
		return MakeInt(a ^ b), nil
	}
	return bigOp(x, y, (*big.Int).Xor)
}

func intAnd(_ *Thread, x, y Object) (Object, error) {
	if a, b, ok := smallPair(x, y); ok {
		return MakeInt(a & b), nil
	}
	return bigOp(x, y, (*big.Int).And)
}

func intLeft(_ *Thread, x, y Object) (Object, error) {
	if a, b, ok := smallPair(x, y); ok && b >= 0 && b < 64 {
		if c := a << b; c>>b == a {
			return MakeInt(c), nil
		}
	}
	return shiftBig(x, y, true)
}

func intRight(_ *Thread, x, y Object) (Object, error) {
	if a, b, ok := smallPair(x, y); ok && b >= 0 {
		return MakeInt(a >> min(b, 63)), nil
	}
	return shiftBig(x, y, false)
}

func shiftBig(x, y Object, left bool) (Object, error) {
	a, b, ok := bigPair(x, y)
	switch {
	case !ok:
		return NotImplemented, nil
	case b.Sign() < 0:
		return nil, Raise(ValueError, "negative shift count")
	case a.Sign() == 0:
		return MakeInt(0), nil
	case left && !b.IsInt64():
		return nil, Raise(OverflowError, "too many digits in integer")
	case left && b.Int64() > int64(maxBits-a.BitLen()):
		return nil, NewExc(MemoryError)
	case left:
		return MakeBig(new(big.Int).Lsh(a, uint(b.Int64()))), nil
	case b.Cmp(big.NewInt(int64(a.BitLen()))) > 0:
		return MakeInt(int64(min(a.Sign(), 0))), nil
	}
	return MakeBig(new(big.Int).Rsh(a, uint(b.Int64()))), nil
}

func intNeg(_ *Thread, x Object) (Object, error) {
	if v, ok := small(x); ok && v != -1<<63 {
		return MakeInt(-v), nil
	}
	return MakeBig(new(big.Int).Neg(Big(x))), nil
}

func intPos(_ *Thread, x Object) (Object, error) { return asInt(x), nil }

func intInvert(_ *Thread, x Object) (Object, error) {
	if v, ok := small(x); ok {
		return MakeInt(^v), nil
	}
	return MakeBig(new(big.Int).Not(Big(x))), nil
}

func intAbs(t *Thread, x Object) (Object, error) {
	if v, ok := small(x); ok && v >= 0 || !ok && Big(x).Sign() > 0 {
		return asInt(x), nil
	}
	return intNeg(t, x)
}

func intFloat(_ *Thread, x Object) (Object, error) {
	f, _, err := toFloat(x)
	return Float(f), err
}

func intCompare(_ *Thread, op Cmp, x, y Object) (Object, error) {
	if a, b, ok := smallPair(x, y); ok {
		return Of(compareOrdered(op, Int(a), Int(b))), nil
	}
	a, b, ok := bigPair(x, y)
	if !ok {
		return NotImplemented, nil
	}
	return Of(compareOrdered(op, Int(a.Cmp(b)), 0)), nil
}
