package py

import (
	"math"
	"math/big"
	"math/bits"
)

// Hashes of numbers are their values modulo the prime 2**61 - 1, so that equal numbers of
// different classes have the same.
const (
	hashBits    = 61
	hashModulus = 1<<hashBits - 1
	hashInf     = 314159
	hashImag    = 1000003
)

// notMinusOne is a hash, which is never -1.
func notMinusOne(h int64) int64 {
	if h == -1 {
		return -2
	}
	return h
}

func hashInt(v int64) int64 {
	if v > -hashModulus && v < hashModulus {
		return notMinusOne(v)
	}
	return notMinusOne(v % hashModulus)
}

func hashBig(v *big.Int) int64 {
	var h uint64
	words := v.Bits()
	for i := len(words) - 1; i >= 0; i-- {
		_, h = bits.Div64(h, uint64(words[i]), hashModulus)
	}
	if v.Sign() < 0 {
		return notMinusOne(-int64(h))
	}
	return int64(h)
}

func hashFloat(f float64) int64 {
	switch {
	case math.IsInf(f, 1):
		return hashInf
	case math.IsInf(f, -1):
		return -hashInf
	}
	if i := int64(f); float64(i) == f && i > -1<<60 && i < 1<<60 {
		return hashInt(i)
	}
	m, e := math.Frexp(math.Abs(f))
	h := uint64(math.Ldexp(m, 53))
	e -= 53
	// To multiply by 2**e is to rotate 61 bits.
	shift := e % hashBits
	if shift < 0 {
		shift += hashBits
	}
	h = h<<shift&hashModulus | h>>(hashBits-shift)
	if f < 0 {
		return notMinusOne(-int64(h))
	}
	return int64(h)
}

func hashComplex(c complex128) int64 {
	return notMinusOne(int64(uint64(hashFloat(real(c))) + hashImag*uint64(hashFloat(imag(c)))))
}

// hashTuple combines the hashes of a tuple's items, as xxHash does.
func hashTuple(items []int64) int64 {
	const prime1, prime2, prime5 = 11400714785074694791, 14029467366897019727, 2870177450012600261
	h := uint64(prime5)
	for _, item := range items {
		h = bits.RotateLeft64(h+uint64(item)*prime2, 31) * prime1
	}
	h += uint64(len(items)) ^ (prime5 ^ 3527539)
	if h == math.MaxUint64 {
		return 1546275796
	}
	return int64(h)
}

// hashFrozenSet combines the hashes of a frozenset's items, whose order doesn't matter.
func hashFrozenSet(items []int64) int64 {
	var h uint64
	for _, item := range items {
		v := uint64(item)
		h ^= (v ^ 89869747 ^ v<<16) * 3644798167
	}
	h ^= (uint64(len(items)) + 1) * 1927868237
	h ^= h>>11 ^ h>>25
	h = h*69069 + 907133923
	if h == math.MaxUint64 {
		return 590923713
	}
	return int64(h)
}
