package py

import (
	"encoding/binary"
	"math"
	"math/big"
)

// A Buffer is an object of the library that holds items as bytes, which memoryviews show
// and what takes bytes takes: array.array.
type Buffer interface {
	Object
	// Bytes are the contents, good until the program runs on; they may be written to.
	Bytes() []byte
	// ItemFormat is what an item is, as the module struct has it, and its size in bytes.
	ItemFormat() (format string, size int)
	// Viewed says that a view was made, or that by more, or fewer, with statements have one:
	// while there is a view the contents keep their length. See Exports.
	Viewed(by int)
}

// itemSizes are the sizes in bytes of the items that memoryviews have.
var itemSizes = map[string]int{
	"c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "n": 8, "N": 8, "P": 8, "f": 4, "d": 8,
}

// BufferItem is the item that the bytes are in a format of struct's, nil where the format
// has no items of its own.
func BufferItem(format byte, b []byte) Object {
	switch format {
	case 'c':
		return NewBytes(string(b[:1]))
	case '?':
		return Of(b[0] != 0)
	case 'f':
		return Float(math.Float32frombits(binary.LittleEndian.Uint32(b)))
	case 'd':
		return Float(math.Float64frombits(binary.LittleEndian.Uint64(b)))
	case 'b', 'h', 'i', 'l', 'q', 'n':
		shift := 64 - 8*len(b)
		return MakeInt(int64(unsignedOf(b)<<shift) >> shift)
	case 'B', 'H', 'I', 'L', 'Q', 'N', 'P':
		return makeUnsigned(unsignedOf(b))
	}
	return nil
}

// unsignedOf is the number of up to 8 bytes.
func unsignedOf(b []byte) uint64 {
	var v uint64
	for i, c := range b {
		v |= uint64(c) << (8 * i)
	}
	return v
}

func makeUnsigned(v uint64) Object {
	if v <= math.MaxInt64 {
		return MakeInt(int64(v))
	}
	return MakeBig(new(big.Int).SetUint64(v))
}

// PutBufferItem sets the bytes to an int, whose lowest ones they get.
func PutBufferItem(b []byte, v uint64) {
	for i := range b {
		b[i] = byte(v >> (8 * i))
	}
}

// encodeItem sets an item to a value; the errors are those of memoryviews.
func (t *Thread) encodeItem(format string, b []byte, x Object) error {
	wrong := func() error { return Raise(TypeError, "memoryview: invalid type for format '%s'", format) }
	switch format {
	case "c":
		c, ok := Native(x).(*Bytes)
		if !ok || len(c.s) != 1 {
			return wrong()
		}
		b[0] = c.s[0]
		return nil
	case "?":
		yes, err := t.Truth(x)
		if err == nil {
			b[0] = 0
			if yes {
				b[0] = 1
			}
		}
		return err
	case "f", "d":
		f, err := t.ToFloat(x)
		if err != nil {
			if Caught(err, TypeError) != nil {
				return wrong()
			}
			return err
		}
		if format == "f" {
			PutBufferItem(b, uint64(math.Float32bits(float32(f))))
		} else {
			PutBufferItem(b, math.Float64bits(f))
		}
		return nil
	}
	if !hasIndex(x) {
		return wrong()
	}
	o, err := t.IndexObject(x)
	if err != nil {
		return err
	}
	v, ok := IntBits(o, 8*len(b), signedFormat(format[0]))
	if !ok {
		return Raise(ValueError, "memoryview: invalid value for format '%s'", format)
	}
	PutBufferItem(b, v)
	return nil
}

func signedFormat(format byte) bool { return format >= 'a' }

// IntBits are the bits of an int, where it fits into so many, at most 64, of them.
func IntBits(o Object, bits int, signed bool) (v uint64, ok bool) {
	switch x := o.(type) {
	case Int:
		if signed {
			shift := 64 - bits
			return uint64(x), int64(x)<<shift>>shift == int64(x)
		}
		return uint64(x), x >= 0 && (bits == 64 || uint64(x)>>bits == 0)
	case *BigInt:
		return x.V.Uint64(), !signed && bits == 64 && x.V.IsUint64()
	}
	return 0, false
}
