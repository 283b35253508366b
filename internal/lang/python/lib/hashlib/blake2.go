package hashlib

import (
	"encoding/binary"
	"math/bits"
)

// A blake2 is BLAKE2b, or BLAKE2s, as RFC 7693 describes them, with the parameters of the
// tree mode that Python knows. Words of BLAKE2s are in the low halves.
type blake2 struct {
	wide   bool // BLAKE2b
	size   int  // of the digest
	state  [8]uint64
	buf    []byte // less than a block, or a whole one that may be the last
	count  uint64 // bytes that were compressed
	last   bool   // the last node of its level
	rounds int
	start  *blake2 // as it was before the first Write; nil after a clone
}

// parameters are those of blake2, in bytes where they are sizes.
type parameters struct {
	size, fanout, depth, nodeDepth, innerSize int
	leafSize, nodeOffset                      uint64
	key, salt, person                         string
	lastNode                                  bool
}

var wideIV = [8]uint64{0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}

var sigma = [10][16]byte{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
	{14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
	{7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
	{2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
	{13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
	{10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}

func newBlake2(wide bool, p *parameters) *blake2 {
	h := &blake2{wide: wide, size: p.size, last: p.lastNode, rounds: 10}
	var block [64]byte
	b := block[:32]
	b[0], b[1], b[2], b[3] = byte(p.size), byte(len(p.key)), byte(p.fanout), byte(p.depth)
	binary.LittleEndian.PutUint32(b[4:], uint32(p.leafSize))
	if wide {
		h.rounds = 12
		b = block[:]
		binary.LittleEndian.PutUint64(b[8:], p.nodeOffset)
		b[16], b[17] = byte(p.nodeDepth), byte(p.innerSize)
		copy(b[32:48], p.salt)
		copy(b[48:], p.person)
	} else {
		binary.LittleEndian.PutUint32(b[8:], uint32(p.nodeOffset))
		binary.LittleEndian.PutUint16(b[12:], uint16(p.nodeOffset>>32))
		b[14], b[15] = byte(p.nodeDepth), byte(p.innerSize)
		copy(b[16:24], p.salt)
		copy(b[24:], p.person)
	}
	for i := range h.state {
		h.state[i] = h.iv(i) ^ h.word(b, i)
	}
	if p.key != "" {
		h.buf = make([]byte, h.BlockSize())
		copy(h.buf, p.key)
	}
	h.start = h.clone()
	return h
}

func (h *blake2) iv(i int) uint64 {
	if h.wide {
		return wideIV[i]
	}
	return wideIV[i] >> 32
}

func (h *blake2) word(b []byte, i int) uint64 {
	if h.wide {
		return binary.LittleEndian.Uint64(b[8*i:])
	}
	return uint64(binary.LittleEndian.Uint32(b[4*i:]))
}

func (h *blake2) clone() *blake2 {
	c := *h
	c.buf = append([]byte(nil), h.buf...)
	return &c
}

// BlockSize is how many bytes are compressed at a time.
func (h *blake2) BlockSize() int {
	if h.wide {
		return 128
	}
	return 64
}

// Size is the length of a digest.
func (h *blake2) Size() int { return h.size }

// Reset drops what was written.
func (h *blake2) Reset() {
	start := h.start
	*h = *start.clone()
	h.start = start
}

// Write hashes more.
func (h *blake2) Write(p []byte) (int, error) {
	n, block := len(p), h.BlockSize()
	for len(h.buf)+len(p) > block {
		take := block - len(h.buf)
		h.buf = append(h.buf, p[:take]...)
		p = p[take:]
		h.count += uint64(block)
		h.compress(false)
		h.buf = h.buf[:0]
	}
	h.buf = append(h.buf, p...)
	return n, nil
}

// Sum appends the digest of what was written so far.
func (h *blake2) Sum(to []byte) []byte {
	c := h.clone()
	c.count += uint64(len(c.buf))
	c.buf = append(c.buf, make([]byte, c.BlockSize()-len(c.buf))...)
	c.compress(true)
	var out []byte
	for _, w := range c.state {
		if c.wide {
			out = binary.LittleEndian.AppendUint64(out, w)
		} else {
			out = binary.LittleEndian.AppendUint32(out, uint32(w))
		}
	}
	return append(to, out[:c.size]...)
}

// compress mixes the block in buf into the state.
func (h *blake2) compress(final bool) {
	var v, m [16]uint64
	copy(v[:8], h.state[:])
	for i := range 8 {
		v[8+i] = h.iv(i)
	}
	for i := range m {
		m[i] = h.word(h.buf, i)
	}
	mask := uint64(1<<32 - 1)
	mix := mixNarrow
	if h.wide {
		mask, mix = 1<<64-1, mixWide
		v[12] ^= h.count
	} else {
		v[12] ^= h.count & mask
		v[13] ^= h.count >> 32
	}
	if final {
		v[14] ^= mask
		if h.last {
			v[15] ^= mask
		}
	}
	for r := range h.rounds {
		s := &sigma[r%10]
		for i := range 4 {
			mix(&v[i], &v[4+i], &v[8+i], &v[12+i], m[s[2*i]], m[s[2*i+1]])
		}
		for i := range 4 {
			mix(&v[i], &v[4+(i+1)%4], &v[8+(i+2)%4], &v[12+(i+3)%4], m[s[8+2*i]], m[s[9+2*i]])
		}
	}
	for i := range h.state {
		h.state[i] ^= v[i] ^ v[8+i]
	}
}

func mixWide(a, b, c, d *uint64, x, y uint64) {
	*a += *b + x
	*d = bits.RotateLeft64(*d^*a, -32)
	*c += *d
	*b = bits.RotateLeft64(*b^*c, -24)
	*a += *b + y
	*d = bits.RotateLeft64(*d^*a, -16)
	*c += *d
	*b = bits.RotateLeft64(*b^*c, -63)
}

func mixNarrow(a, b, c, d *uint64, x, y uint64) {
	turn := func(v uint64, n int) uint64 { return uint64(bits.RotateLeft32(uint32(v), -n)) }
	*a = uint64(uint32(*a + *b + x))
	*d = turn(*d^*a, 16)
	*c = uint64(uint32(*c + *d))
	*b = turn(*b^*c, 12)
	*a = uint64(uint32(*a + *b + y))
	*d = turn(*d^*a, 8)
	*c = uint64(uint32(*c + *d))
	*b = turn(*b^*c, 7)
}
