package structs

import (
	"encoding/binary"
	"math"
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

func unsigned(v uint64) py.Object { return py.MakeBig(new(big.Int).SetUint64(v)) }

// pack writes values into b, which has the layout's size and is zero.
func (l *layout) pack(t *py.Thread, b []byte, values []py.Object) error {
	if len(values) != l.count {
		return failure("pack expected %d items for packing (got %d)", l.count, len(values))
	}
	for _, it := range l.items {
		if it.code == 's' || it.code == 'p' {
			if err := packText(it, b[it.at:it.at+it.repeat], values[0]); err != nil {
				return err
			}
			values = values[1:]
			continue
		}
		for i := range it.repeat {
			at := it.at + i*it.size
			if err := l.packValue(t, it, b[at:at+it.size], values[i]); err != nil {
				return err
			}
		}
		values = values[it.repeat:]
		if err := t.Poll(); err != nil {
			return err
		}
	}
	return nil
}

func packText(it item, b []byte, x py.Object) error {
	s, ok := py.BytesLike(x)
	if !ok {
		return failure("argument for '%c' must be a bytes object", it.code)
	}
	if it.code == 'p' && len(b) > 0 {
		b[0] = byte(min(copy(b[1:], s), 255))
		return nil
	}
	copy(b, s)
	return nil
}

// put writes an unsigned number.
func (l *layout) put(b []byte, v uint64) {
	var word [8]byte
	if l.order == binary.ByteOrder(binary.BigEndian) {
		binary.BigEndian.PutUint64(word[:], v)
		copy(b, word[8-len(b):])
		return
	}
	binary.LittleEndian.PutUint64(word[:], v)
	copy(b, word[:])
}

func (l *layout) packValue(t *py.Thread, it item, b []byte, x py.Object) error {
	switch it.code {
	case 'c':
		s, ok := py.BytesLike(x)
		if !ok || len(s) != 1 {
			return failure("char format requires a bytes object of length 1")
		}
		b[0] = s[0]
		return nil
	case '?':
		v, err := t.Truth(x)
		if v {
			b[0] = 1
		}
		return err
	case 'e', 'f', 'd':
		return l.packFloat(t, it, b, x)
	}
	if i, ok := x.(py.Int); ok && fits(it, int64(i)) {
		l.put(b, uint64(i))
		return nil
	}
	v, err := t.Integer(x)
	if py.Caught(err, py.TypeError) != nil && x.Class().Lookup("__index__") == nil {
		return failure("required argument is not an integer")
	}
	if err != nil {
		return err
	}
	bits, err := integerBits(it, v, l.order == binary.ByteOrder(binary.BigEndian))
	l.put(b, bits)
	return err
}

// fits is whether a number is surely in the item's range.
func fits(it item, v int64) bool {
	if it.code >= 'a' && it.code <= 'z' {
		return v == v<<(64-8*it.size)>>(64-8*it.size)
	}
	return v >= 0 && (it.size == 8 || v < 1<<(8*it.size))
}

// integerBits checks that a number fits. The error of a short is worded in two ways, as
// CPython's is: by its letter where it is big-endian.
func integerBits(it item, v *big.Int, bigEndian bool) (uint64, error) {
	signed := it.code >= 'a' && it.code <= 'z'
	low, high := new(big.Int), new(big.Int).Lsh(big.NewInt(1), uint(8*it.size))
	if signed {
		high.Rsh(high, 1)
		low.Neg(high)
	}
	if v.Cmp(low) >= 0 && v.Cmp(high) < 0 {
		if v.Sign() < 0 {
			return uint64(v.Int64()), nil
		}
		return v.Uint64(), nil
	}
	if it.code == 'P' && v.IsInt64() {
		return uint64(v.Int64()), nil
	}
	if it.size == 8 || !v.IsInt64() && !(v.IsUint64() && !signed) || it.size == 4 && !signed && v.Sign() < 0 {
		return 0, failure("argument out of range")
	}
	high.Sub(high, big.NewInt(1))
	if name := map[byte]string{'b': "byte", 'B': "ubyte", 'h': "short", 'H': "ushort"}[it.code]; name != "" && (it.size == 1 || !bigEndian) {
		return 0, failure("%s format requires %s <= number <= %s", name, low, high)
	}
	return 0, failure("'%c' format requires %s <= number <= %s", it.code, low, high)
}

func (l *layout) packFloat(t *py.Thread, it item, b []byte, x py.Object) error {
	f, err := t.ToFloat(x)
	if py.Caught(err, py.TypeError) != nil {
		return failure("required argument is not a float")
	}
	if err != nil {
		return err
	}
	switch it.code {
	case 'd':
		l.put(b, math.Float64bits(f))
	case 'f':
		s := float32(f)
		if math.IsInf(float64(s), 0) && !math.IsInf(f, 0) && !l.native {
			return py.Raise(py.OverflowError, "float too large to pack with f format")
		}
		l.put(b, uint64(math.Float32bits(s)))
	default:
		h, ok := toHalf(f)
		if !ok {
			return py.Raise(py.OverflowError, "float too large to pack with e format")
		}
		l.put(b, uint64(h))
	}
	return nil
}

// toHalf rounds to 16 bits; ok is false where f is too large.
func toHalf(f float64) (h uint16, ok bool) {
	sign := uint16(math.Float64bits(f) >> 63 << 15)
	a := math.Abs(f)
	switch {
	case math.IsNaN(f):
		return sign | 0x7e00, true
	case math.IsInf(f, 0):
		return sign | 0x7c00, true
	case a < 0x1p-14: // in units of the smallest
		return sign | uint16(math.RoundToEven(a*0x1p24)), true
	}
	m, e := math.Frexp(a)
	units := math.RoundToEven(m * 2048)
	if units == 2048 {
		units, e = 1024, e+1
	}
	if e > 16 {
		return 0, false
	}
	return sign | uint16(e+14)<<10 | uint16(units)&0x3ff, true
}
