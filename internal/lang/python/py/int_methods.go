package py

import (
	"math/big"
	"math/bits"
)

func addIntMethods() {
	self := func(_ *Thread, a []Object) (Object, error) { return asInt(a[0]), nil }
	IntClass.addMethods(MethodTable{
		{"bit_length", "/", intBitLength, ""},
		{"bit_count", "/", intBitCount, ""},
		{"to_bytes", "length=1, byteorder='big', *, signed=False", intToBytes, ""},
		{"as_integer_ratio", "/", intRatio, ""},
		{"conjugate", "/", self, ""},
		{"__trunc__", "/", self, ""},
		{"__floor__", "/", self, ""},
		{"__ceil__", "/", self, ""},
		{"__round__", "ndigits=, /", intRound, ""},
		{"__getnewargs__", "/", func(_ *Thread, a []Object) (Object, error) { return NewTuple(asInt(a[0])), nil }, ""},
		{"__divmod__", "value, /", intDivmodMethod(false), ""},
		{"__rdivmod__", "value, /", intDivmodMethod(true), ""},
		{"__pow__", "value, mod=None, /", powWith(intPower, intPowMod), ""},
		{"__rpow__", "value, mod=None, /", reflectedPow(intPower), ""},
	})
	IntClass.addClassMethods(MethodTable{
		{"from_bytes", "bytes, byteorder='big', *, signed=False", intFromBytes, ""},
	})
	get := func(_ *Thread, x Object) (Object, error) { return asInt(x), nil }
	constant := func(v int64) func(*Thread, Object) (Object, error) {
		return func(*Thread, Object) (Object, error) { return MakeInt(v), nil }
	}
	IntClass.addGetSets(
		&GetSet{Name: "real", Get: get},
		&GetSet{Name: "imag", Get: constant(0)},
		&GetSet{Name: "numerator", Get: get},
		&GetSet{Name: "denominator", Get: constant(1)},
	)
}

func intBitLength(_ *Thread, a []Object) (Object, error) {
	return MakeInt(int64(Big(a[0]).BitLen())), nil
}

func intBitCount(_ *Thread, a []Object) (Object, error) {
	n := 0
	for _, w := range Big(a[0]).Bits() {
		n += bits.OnesCount(uint(w))
	}
	return MakeInt(int64(n)), nil
}

func intRatio(_ *Thread, a []Object) (Object, error) {
	return NewTuple(asInt(a[0]), MakeInt(1)), nil
}

// intRound rounds to a multiple of a power of ten, half to even.
func intRound(t *Thread, a []Object) (Object, error) {
	x := asInt(a[0])
	if a[1] == nil {
		return x, nil
	}
	digits, err := t.IndexObject(a[1])
	if err != nil {
		return nil, err
	}
	n := Big(digits)
	if n.Sign() >= 0 {
		return x, nil
	}
	v := Big(x)
	n = new(big.Int).Neg(n)
	if !n.IsInt64() || n.Int64() > int64(v.BitLen()) { // the power is more than twice v
		return MakeInt(0), nil
	}
	p, err := t.powBig(big.NewInt(10), n)
	if err != nil {
		return nil, err
	}
	q, m := floorDivmod(v, p)
	m.Lsh(m, 1)
	if c := m.Cmp(p); c > 0 || c == 0 && q.Bit(0) != 0 {
		q.Add(q, bigOne())
	}
	return MakeBig(q.Mul(q, p)), nil
}

// littleEndian reads the argument byteorder.
func littleEndian(x Object, method string) (bool, error) {
	if x == nil {
		return false, nil
	}
	s, ok := Native(x).(*Str)
	switch {
	case !ok:
		return false, Raise(TypeError, "%s() argument 'byteorder' must be str, not %s", method, argClass(x))
	case s.s == "little":
		return true, nil
	case s.s == "big":
		return false, nil
	}
	return false, Raise(ValueError, "byteorder must be either 'little' or 'big'")
}

func (t *Thread) flag(x Object) (bool, error) {
	if x == nil {
		return false, nil
	}
	return t.Truth(x)
}

func intToBytes(t *Thread, a []Object) (Object, error) {
	length := 1
	if a[1] != nil {
		n, err := t.IndexObject(a[1])
		if err != nil {
			return nil, err
		}
		small, ok := n.(Int)
		if !ok {
			return nil, Raise(OverflowError, "Python int too large to convert to C ssize_t")
		}
		length = int(small)
	}
	little, err := littleEndian(a[2], "to_bytes")
	if err != nil {
		return nil, err
	}
	signed, err := t.flag(a[3])
	if err != nil {
		return nil, err
	}
	v := Big(a[0])
	if length < 0 {
		return nil, Raise(ValueError, "length argument must be non-negative")
	}
	if v.Sign() < 0 && !signed {
		return nil, Raise(OverflowError, "can't convert negative int to unsigned")
	}
	if length > maxBits {
		return nil, NewExc(MemoryError)
	}
	return packInt(v, length, little, signed)
}

// packInt writes an int in two's complement.
func packInt(v *big.Int, length int, little, signed bool) (Object, error) {
	need := v.BitLen()
	if length == 0 && signed && v.Cmp(big.NewInt(-1)) == 0 { // CPython's own exception
		return NewBytes(""), nil
	}
	if v.Sign() < 0 {
		need = new(big.Int).Not(v).BitLen()
		v = new(big.Int).Add(v, new(big.Int).Lsh(bigOne(), uint(8*max(length, need/8+1))))
	}
	if signed && (v.Sign() != 0 || length > 0) {
		need++
	}
	if need > 8*length {
		return nil, Raise(OverflowError, "int too big to convert")
	}
	b := v.FillBytes(make([]byte, length))
	if little {
		reverse(b)
	}
	return NewBytes(string(b)), nil
}

func reverse(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}

func intFromBytes(t *Thread, a []Object) (Object, error) {
	little, err := littleEndian(a[2], "from_bytes")
	if err != nil {
		return nil, err
	}
	signed, err := t.flag(a[3])
	if err != nil {
		return nil, err
	}
	text, err := t.bytesArgument(a[1])
	if err != nil {
		return nil, err
	}
	if len(text) > maxBits/8 {
		return nil, NewExc(MemoryError)
	}
	b := []byte(text)
	if little {
		reverse(b)
	}
	v := new(big.Int).SetBytes(b)
	if signed && len(b) > 0 && b[0] >= 0x80 {
		v.Sub(v, new(big.Int).Lsh(bigOne(), uint(8*len(b))))
	}
	if cls, ok := a[0].(*Class); ok && cls != IntClass {
		return t.Call(cls, MakeBig(v))
	}
	return MakeBig(v), nil
}

// bytesArgument is what bytes(x) would have, for x that is no int.
func (t *Thread) bytesArgument(x Object) (string, error) {
	if _, ok := Native(x).(*Str); !ok && asInt(x) == nil {
		if s, ok := numeralOf(x); ok {
			return s, nil
		}
		if made, found, err := t.callSpecial(x, "__bytes__"); found || err != nil {
			return t.madeBytes(made, err)
		}
		if s, ok := BytesOf(x); ok {
			return s, nil
		}
		return t.bytesOfInts("bytes", x)
	}
	return "", Raise(TypeError, "cannot convert '%s' object to bytes", x.Class().fullName())
}

// madeBytes is what a __bytes__ has made.
func (t *Thread) madeBytes(made Object, err error) (string, error) {
	if err != nil {
		return "", err
	}
	b, ok := Native(made).(*Bytes)
	if !ok {
		return "", Raise(TypeError, "__bytes__ returned non-bytes (type %s)", made.Class().fullName())
	}
	return b.s, nil
}
