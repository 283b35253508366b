// Package random is Python's module _random: the generator that module random, which is
// written in Python, takes its bits from.
package random

import (
	"crypto/rand"
	"math/big"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_random")
	m.Set("Random", class())
	m.Add("entropy", "n, /", entropy)
	m.Add("position", "a, x, hi, /", position)
	return m, nil
}

type generator = py.Opaque[*twister]

var class = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_random", "Random", nil, func(c *py.Class) {
		c.Slots.New = func(_ *py.Thread, cls *py.Class, _ py.Args) (py.Object, error) {
			m := &twister{}
			m.seed(randomKey())
			return py.NewOf(cls, &generator{Of: c, Value: m}), nil
		}
		c.Slots.Init = func(*py.Thread, py.Object, py.Args) error { return nil }
		c.AddMethods(py.MethodTable{
			{Name: "random", Signature: "/", Fn: random},
			{Name: "getrandbits", Signature: "k, /", Fn: getRandBits},
			{Name: "seed", Signature: "a=, version=, /", Fn: seed},
			{Name: "getstate", Signature: "/", Fn: getState},
			{Name: "setstate", Signature: "state, /", Fn: setState},
			{Name: "_below", Signature: "n, /", Fn: below},
		})
	})
})

func of(a []py.Object) *twister { return py.Native(a[0]).(*generator).Value }

func randomKey() []uint32 {
	var b [64]byte
	rand.Read(b[:])
	return keyOf(new(big.Int).SetBytes(b[:]))
}

// keyOf is a number's words, the lowest first.
func keyOf(v *big.Int) []uint32 {
	b := v.Bytes()
	key := make([]uint32, max(1, (len(b)+3)/4))
	for i := range b {
		key[i/4] |= uint32(b[len(b)-1-i]) << (i % 4 * 8)
	}
	return key
}

func random(_ *py.Thread, a []py.Object) (py.Object, error) { return py.Float(of(a).float()), nil }

// maxBits bounds the numbers that getrandbits makes.
const maxBits = 64 << 20

func getRandBits(t *py.Thread, a []py.Object) (py.Object, error) {
	k, err := t.Index(a[1])
	switch {
	case py.Caught(err, py.OverflowError) != nil || k > 1<<31-1:
		return nil, py.Raise(py.OverflowError, "Python int too large to convert to C int")
	case err != nil:
		return nil, err
	case k < 0:
		return nil, py.Raise(py.ValueError, "number of bits must be non-negative")
	case k > maxBits:
		return nil, py.NewExc(py.MemoryError)
	case k == 0:
		return py.MakeInt(0), nil
	case k <= 32:
		return py.MakeInt(int64(of(a).next() >> (32 - k))), nil
	}
	return py.MakeBig(of(a).bits(k)), nil
}

// bits is a number of k bits, whose lowest are made first.
func (m *twister) bits(k int) *big.Int {
	n := (k + 31) / 32
	b := make([]byte, 4*n)
	for i := range n {
		r := m.next()
		if k < 32 {
			r >>= 32 - k
		}
		k -= 32
		at := len(b) - 4*i
		b[at-1], b[at-2], b[at-3], b[at-4] = byte(r), byte(r>>8), byte(r>>16), byte(r>>24)
	}
	return new(big.Int).SetBytes(b)
}

// below is a number from 0 to below n, which is positive: as many bits as n has, until
// they are few enough.
func below(t *py.Thread, a []py.Object) (py.Object, error) {
	n, err := t.Integer(a[1])
	if err != nil {
		return nil, err
	}
	k := n.BitLen()
	switch {
	case n.Sign() <= 0:
		return nil, py.Raise(py.ValueError, "the bound must be positive")
	case k <= 32:
		limit := uint32(n.Uint64())
		r := of(a).next() >> (32 - k)
		for r >= limit {
			r = of(a).next() >> (32 - k)
		}
		return py.MakeInt(int64(r)), nil
	case k > maxBits:
		return nil, py.NewExc(py.MemoryError)
	}
	r := of(a).bits(k)
	for r.Cmp(n) >= 0 {
		if err := t.Poll(); err != nil {
			return nil, err
		}
		r = of(a).bits(k)
	}
	return py.MakeBig(r), nil
}

// entropy is random bytes of the system.
func entropy(t *py.Thread, a []py.Object) (py.Object, error) {
	n, err := t.Index(a[0])
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, py.Raise(py.ValueError, "negative argument not allowed")
	}
	if n > maxBits {
		return nil, py.NewExc(py.MemoryError)
	}
	b := make([]byte, n)
	rand.Read(b)
	return py.NewBytes(string(b)), nil
}

// position is where x belongs in the sorted list a, after its equals, up to hi.
func position(t *py.Thread, a []py.Object) (py.Object, error) {
	hi, err := t.Index(a[2])
	if err != nil {
		return nil, err
	}
	lo := 0
	for lo < hi {
		middle := lo + (hi-lo)/2
		v, err := t.ItemAt(a[0], middle)
		if err != nil {
			return nil, err
		}
		less, err := t.CompareBool(py.LT, a[1], v)
		if err != nil {
			return nil, err
		}
		if less {
			hi = middle
		} else {
			lo = middle + 1
		}
	}
	return py.MakeInt(int64(lo)), nil
}
