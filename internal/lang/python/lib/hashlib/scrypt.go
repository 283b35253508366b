package hashlib

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"math/bits"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

const (
	scryptMemory = 32 << 20 // bytes, where a program names no other bound
	scryptMost   = 1 << 30  // bytes, whatever a program names
	scryptPolled = 1 << 10  // blocks mixed between polls
)

// scrypt is RFC 7914's function: a key that costs memory to make.
func scrypt(t *py.Thread, a []py.Object) (py.Object, error) {
	var texts [2]string
	for i := range texts {
		if a[i] == nil {
			return nil, py.Raise(py.TypeError, "salt is required")
		}
		var ok bool
		if texts[i], ok = py.BytesOf(a[i]); !ok {
			return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", a[i].Class().FullName())
		}
	}
	var sizes [3]uint64
	for i, name := range []string{"n", "r", "p"} {
		v, err := scryptSize(t, name, a[2+i])
		if err != nil {
			return nil, err
		}
		if name == "n" && (v < 2 || v&(v-1) != 0) {
			return nil, py.Raise(py.ValueError, "n must be a power of 2.")
		}
		sizes[i] = v
	}
	most, err := scryptBound(t, a[5], "maxmem must be positive and smaller than 2147483647", 0, 0)
	if err != nil {
		return nil, err
	}
	size, err := scryptBound(t, a[6], "dklen must be greater than 0 and smaller than 2147483647", 64, 1)
	if err != nil {
		return nil, err
	}
	if most == 0 {
		most = scryptMemory
	}
	if err := scryptCheck(sizes[0], sizes[1], sizes[2], min(uint64(most), scryptMost)); err != nil {
		return nil, err
	}
	if size > maxDerived {
		return nil, py.NewExc(py.MemoryError)
	}
	key, err := scryptKey(t, texts[0], texts[1], int(sizes[0]), int(sizes[1]), int(sizes[2]), size)
	return py.NewBytes(string(key)), err
}

func scryptSize(t *py.Thread, name string, o py.Object) (uint64, error) {
	switch v := py.Native(o).(type) {
	case nil:
	case py.Int, *py.BigInt, *py.Bool:
		if n, err := t.Index(v); err == nil && n >= 0 {
			return uint64(n), nil
		}
	default:
		kind := o.Class().Name
		if v == py.None {
			kind = "None"
		}
		return 0, py.Raise(py.TypeError, "scrypt() argument '%s' must be int, not %s", name, kind)
	}
	return 0, py.Raise(py.TypeError, "%s is required and must be an unsigned int", name)
}

func scryptBound(t *py.Thread, o py.Object, text string, missing, least int) (int, error) {
	if o == nil {
		return missing, nil
	}
	v, err := t.Index(o)
	if err != nil {
		return 0, err
	}
	if v < least || v > 1<<31-1 {
		return 0, py.Raise(py.ValueError, "%s", text)
	}
	return v, nil
}

// scryptCheck refuses parameters that make no sense, or need more than most bytes.
func scryptCheck(n, r, p, most uint64) error {
	if r == 0 || p == 0 {
		return py.Raise(py.ValueError, "Invalid parameter combination for n, r, p, maxmem.")
	}
	if max(n, r, p) > most || r*p >= 1<<30 || 128*r*p+128*r*(n+2) > most {
		return py.Raise(py.ValueError, "[digital envelope routines] memory limit exceeded")
	}
	return nil
}

func scryptKey(t *py.Thread, password, salt string, n, r, p, size int) ([]byte, error) {
	mac := hmac.New(sha256.New, []byte(password))
	raw, err := derive(t, mac, salt, 1, 128*r*p)
	if err != nil {
		return nil, err
	}
	words := make([]uint32, len(raw)/4)
	for i := range words {
		words[i] = binary.LittleEndian.Uint32(raw[4*i:])
	}
	table := make([]uint32, 32*r*n)
	for i := range p {
		if err := scryptMix(t, words[32*r*i:32*r*(i+1)], table, n, r); err != nil {
			return nil, err
		}
	}
	for i, w := range words {
		binary.LittleEndian.PutUint32(raw[4*i:], w)
	}
	return derive(t, mac, string(raw), 1, size)
}

// scryptMix fills a table of n blocks, each made of the one before, and then reads it in an
// order that the blocks give.
func scryptMix(t *py.Thread, x, table []uint32, n, r int) error {
	spare := make([]uint32, len(x))
	for i := range 2 * n {
		if i%scryptPolled == 0 {
			if err := t.Poll(); err != nil {
				return err
			}
		}
		if i < n {
			copy(table[i*len(x):], x)
		} else {
			at := int(x[(2*r-1)*16]) & (n - 1)
			for k, w := range table[at*len(x) : (at+1)*len(x)] {
				x[k] ^= w
			}
		}
		scryptBlock(x, spare, r)
	}
	return nil
}

// scryptBlock mixes x's 2r parts of 16 words by Salsa20/8; those at even places come first.
func scryptBlock(x, spare []uint32, r int) {
	var part [16]uint32
	copy(part[:], x[(2*r-1)*16:])
	for i := range 2 * r {
		for k := range part {
			part[k] ^= x[i*16+k]
		}
		salsa8(&part)
		copy(spare[(i/2+i%2*r)*16:], part[:])
	}
	copy(x, spare)
}

// salsaRounds has the four words of each quarter of a double round: columns, then rows.
var salsaRounds = [8][4]int{
	{0, 4, 8, 12}, {5, 9, 13, 1}, {10, 14, 2, 6}, {15, 3, 7, 11},
	{0, 1, 2, 3}, {5, 6, 7, 4}, {10, 11, 8, 9}, {15, 12, 13, 14},
}

func salsa8(part *[16]uint32) {
	x := *part
	for range 4 {
		for _, q := range &salsaRounds {
			a, b, c, d := q[0], q[1], q[2], q[3]
			x[b] ^= bits.RotateLeft32(x[a]+x[d], 7)
			x[c] ^= bits.RotateLeft32(x[b]+x[a], 9)
			x[d] ^= bits.RotateLeft32(x[c]+x[b], 13)
			x[a] ^= bits.RotateLeft32(x[d]+x[c], 18)
		}
	}
	for i, w := range x {
		part[i] += w
	}
}
