package py

import (
	"fmt"
	"math"
	"math/bits"
	"unsafe"
)

// ID is id(x): an address, or for the numbers that are equal by value something made of
// that.
func ID(x Object) int64 {
	switch v := x.(type) {
	case Int:
		return numberID(uint64(v), 1)
	case Float:
		if v == v {
			return numberID(math.Float64bits(float64(v)), 2)
		}
	case Complex:
		if !v.isNaN() {
			return numberID(math.Float64bits(real(v))^bits.RotateLeft64(math.Float64bits(imag(v)), 32), 3)
		}
	case *Code:
		x = v.id()
	}
	return int64((*[2]uintptr)(unsafe.Pointer(&x))[1]) // all others are pointers, and a NaN is where it is kept
}

// numberID is an odd number, which no address is.
func numberID(v uint64, kind uint64) int64 {
	return int64((v*0x9e3779b97f4a7c15+kind)>>16<<2&^(1<<63) | 1)
}

func identityHash(x Object) int64 {
	h := int64(bits.RotateLeft64(uint64(ID(x)), -4))
	if h == -1 {
		return -2
	}
	return h
}

// address is an object's id as texts of objects have it.
func address(x Object) string { return fmt.Sprintf("0x%x", ID(x)) }
