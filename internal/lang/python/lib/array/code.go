package array

import (
	"math"
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// codes are the typecodes, in the module's order.
const codes = "bBuhHiIlLqQfd"

// sizeOf is the size in bytes of an item, or 0 of what is no typecode.
func sizeOf(code byte) int {
	switch code {
	case 'b', 'B':
		return 1
	case 'h', 'H':
		return 2
	case 'u', 'i', 'I', 'f':
		return 4
	case 'l', 'L', 'q', 'Q', 'd':
		return 8
	}
	return 0
}

// item is the value of an item's bytes.
func (a *array) item(b []byte) (py.Object, error) {
	if a.code != 'u' {
		return py.BufferItem(a.code, b), nil
	}
	r := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
	if r > 0x10ffff {
		return nil, py.Raise(py.ValueError, "character U+%x is not in range [U+0000; U+10ffff]", r)
	}
	return py.NewStr(string(py.AppendRune(nil, rune(r)))), nil
}

// encode is the bytes of a value, of which the item's size are meant.
func encode(t *py.Thread, code byte, x py.Object) (uint64, error) {
	switch code {
	case 'u':
		return encodeChar(x)
	case 'f', 'd':
		f, err := t.ToFloat(x)
		if err != nil {
			return 0, err
		}
		if code == 'f' {
			return uint64(math.Float32bits(float32(f))), nil
		}
		return math.Float64bits(f), nil
	}
	o, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	if v, ok := py.IntBits(o, 8*sizeOf(code), code >= 'a'); ok {
		return v, nil
	}
	return 0, tooLarge(code, py.Big(o))
}

func encodeChar(x py.Object) (uint64, error) {
	s, ok := py.Native(x).(*py.Str)
	if !ok || s.Len() != 1 {
		return 0, py.Raise(py.TypeError, "array item must be unicode character")
	}
	r, _ := py.DecodeRune(s.String())
	return uint64(r), nil
}

// tooLarge is the error of an int out of a code's range. What CPython says depends on the
// types of C that it goes through.
func tooLarge(code byte, v *big.Int) error {
	overflow := func(text string) error { return py.Raise(py.OverflowError, "%s", text) }
	negative, side := v.Sign() < 0, "greater than maximum"
	if negative {
		side = "less than minimum"
	}
	switch code {
	case 'q', 'Q':
		if negative && code == 'Q' {
			return overflow("can't convert negative int to unsigned")
		}
		return overflow("int too big to convert")
	case 'I', 'L':
		switch {
		case negative:
			return overflow("can't convert negative value to unsigned int")
		case !v.IsUint64():
			return overflow("Python int too large to convert to C unsigned long")
		}
		return overflow("unsigned int is greater than maximum")
	}
	switch {
	case !v.IsInt64():
		return overflow("Python int too large to convert to C long")
	case code == 'B':
		return overflow("unsigned byte integer is " + side)
	case code == 'b' && within(v, math.MinInt16, math.MaxInt16):
		return overflow("signed char is " + side)
	case code == 'H' && within(v, math.MinInt32, math.MaxInt32):
		return overflow("unsigned short is " + side)
	case code == 'b' || code == 'h':
		return overflow("signed short integer is " + side)
	}
	return overflow("signed integer is " + side)
}

func within(v *big.Int, low, high int64) bool { return v.Int64() >= low && v.Int64() <= high }
