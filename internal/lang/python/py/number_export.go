package py

import "math/big"

// Special calls a method that an operation looks for in the class of x alone: __floor__.
// found is false where there is none.
func (t *Thread) Special(x Object, name string, args ...Object) (v Object, found bool, err error) {
	return t.callSpecial(x, name, args...)
}

// Integer is the int that x is, by __index__. It mustn't be changed.
func (t *Thread) Integer(x Object) (*big.Int, error) {
	v, err := t.IndexObject(x)
	if err != nil {
		return nil, err
	}
	return Big(v), nil
}

// Multiply is a * b; what would be too large is a MemoryError.
func (t *Thread) Multiply(a, b *big.Int) (*big.Int, error) { return t.mulBig(a, b) }

// ToComplex is what x is as a complex, by __complex__, __float__ or __index__: what
// functions of module cmath take.
func (t *Thread) ToComplex(x Object) (complex128, error) {
	c, _, found, err := t.complexPart(x)
	if !found && err == nil {
		err = Raise(TypeError, "must be real number, not %s", x.Class().fullName())
	}
	return c, err
}

// QuoComplex is a / b; b isn't 0.
func QuoComplex(a, b complex128) complex128 { return quoComplex(a, b) }

// MulComplex is a * b.
func MulComplex(a, b complex128) complex128 { return mulComplex(a, b) }

// BigToFloat rounds to the nearest float; what is too large is an OverflowError.
func BigToFloat(v *big.Int) (float64, error) { return bigToFloat(v) }

// FloatToInt drops the fraction.
func FloatToInt(f float64) (Object, error) { return floatToInt(f) }

// TextOf is the text of a str, bytes or bytearray.
func TextOf(x Object) (string, bool) { return numeralOf(x) }

// BytesLike is the contents of a bytes, a bytearray or a memoryview. They are good until
// the program runs on, which may change them.
func BytesLike(x Object) (string, bool) { return bytesLike(x) }

// Writable is the contents of what holds bytes that change, such as a bytearray. They may be
// written to until the program runs on. Nil is none.
func Writable(x Object) []byte {
	var all []byte
	switch b := Native(x).(type) {
	case *ByteArray:
		if b.fixed {
			return nil
		}
		all = b.b
	case Buffer:
		all = b.Bytes()
	case *MemoryView:
		if b.step != b.size || b.constant() || b.usable() != nil {
			return nil
		}
		if b.n > 0 {
			all = b.writable()[b.start : b.start+b.n*b.size]
		}
	default:
		return nil
	}
	if all == nil {
		all = []byte{}
	}
	return all[:len(all):len(all)]
}
