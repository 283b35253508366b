package pickle

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// atom writes what is never in the memo, and reports whether x is that.
func (w *writer) atom(x py.Object) bool {
	switch v := x.(type) {
	case py.Int:
		return w.integer(int64(v))
	case *py.BigInt:
		return w.bigInteger(v)
	case py.Float:
		w.put(opBinFloat)
		w.out = binary.BigEndian.AppendUint64(w.out, math.Float64bits(float64(v)))
		return true
	case *py.Bool:
		switch {
		case w.proto < 2 && v == py.True:
			w.put('I', '0', '1', '\n')
		case w.proto < 2:
			w.put('I', '0', '0', '\n')
		case v == py.True:
			w.put(opTrue)
		default:
			w.put(opFalse)
		}
		return true
	}
	if x == py.None {
		w.put(opNone)
		return true
	}
	return false
}

func (w *writer) integer(v int64) bool {
	switch {
	case v >= 0 && v <= math.MaxUint8:
		w.put(opBinInt1, byte(v))
	case v >= 0 && v <= math.MaxUint16:
		w.put(opBinInt2, byte(v), byte(v>>8))
	case v >= math.MinInt32 && v <= math.MaxInt32:
		w.put32(opBinInt, uint32(v))
	case w.proto < 2:
		return false
	default:
		b := shortest(binary.LittleEndian.AppendUint64(nil, uint64(v)))
		w.put(opLong1, byte(len(b)))
		w.out = append(w.out, b...)
	}
	return true
}

// shortest is a number in two's complement, of which the last byte is the highest, without
// the bytes that only repeat its sign.
func shortest(b []byte) []byte {
	for n := len(b); n > 1 && (b[n-1] == 0 && b[n-2] < 0x80 || b[n-1] == 0xff && b[n-2] >= 0x80); n-- {
		b = b[:n-1]
	}
	return b
}

func (w *writer) bigInteger(v *py.BigInt) bool {
	if w.proto < 2 {
		return false
	}
	b := make([]byte, v.V.BitLen()/8+1)
	v.V.FillBytes(b)
	slices.Reverse(b)
	if v.V.Sign() < 0 {
		carry := true
		for i := range b {
			b[i] = ^b[i]
			if carry {
				b[i]++
				carry = b[i] == 0
			}
		}
	}
	if b = shortest(b); len(b) < 256 {
		w.put(opLong1, byte(len(b)))
	} else {
		w.put32(opLong4, uint32(len(b)))
	}
	w.out = append(w.out, b...)
	return true
}

func (w *writer) text(s *py.Str) error {
	op := byte(0)
	if w.proto >= 4 {
		op = opShortStr
	}
	return w.sized(s, s.String(), op, opBinUnicode, opBinStr8)
}

func (w *writer) bytes(b *py.Bytes) error {
	return w.sized(b, b.String(), opShortBytes, opBinBytes, opBinBytes8)
}

// sized writes an object that is data, by the shortest of three instructions; short may be 0.
func (w *writer) sized(x py.Object, data string, short, long, longest byte) error {
	n := len(data)
	err := w.payload(func() {
		switch {
		case n <= math.MaxUint8 && short != 0:
			w.put(short, byte(n))
		case n <= math.MaxUint32:
			w.put32(long, uint32(n))
		default:
			w.put64(longest, uint64(n))
		}
	}, data)
	if err != nil {
		return err
	}
	w.memoize(x)
	return nil
}
