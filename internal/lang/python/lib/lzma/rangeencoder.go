package lzma

import "math/bits"

// An encoder encodes symbols.
type encoder struct {
	model
	low       uint64
	rng       uint32
	cache     byte
	cacheSize int // bytes that a carry may still change
	out       []byte
}

func (e *encoder) restart() { e.low, e.rng, e.cache, e.cacheSize = 0, 1<<32-1, 0, 1 }

// size is how many bytes there would be if the stream ended here.
func (e *encoder) size() int { return len(e.out) + e.cacheSize + 4 }

func (e *encoder) shift() {
	if e.low < 0xff000000 || e.low > 0xffffffff {
		for carry := byte(e.low >> 32); e.cacheSize > 0; e.cacheSize-- {
			e.out = append(e.out, e.cache+carry)
			e.cache = 0xff
		}
		e.cache = byte(e.low >> 24)
	}
	e.cacheSize++
	e.low = e.low << 8 & (1<<32 - 1)
}

func (e *encoder) flush() {
	for range 5 {
		e.shift()
	}
}

func (e *encoder) bit(p *uint16, b int) {
	bound := e.rng >> probBits * uint32(*p)
	if b == 0 {
		e.rng = bound
		*p += (1<<probBits - *p) >> probShift
	} else {
		e.low += uint64(bound)
		e.rng -= bound
		*p -= *p >> probShift
	}
	for e.rng < topRange {
		e.rng <<= 8
		e.shift()
	}
}

func (e *encoder) tree(probs []uint16, n, v int) {
	at := 1
	for i := n - 1; i >= 0; i-- {
		b := v >> i & 1
		e.bit(&probs[at], b)
		at = at<<1 | b
	}
}

func (e *encoder) reversed(probs []uint16, n int, v uint32) {
	at := 1
	for i := range n {
		b := int(v >> i & 1)
		e.bit(&probs[at], b)
		at = at<<1 | b
	}
}

func (e *encoder) direct(v uint32, n int) {
	for i := n - 1; i >= 0; i-- {
		e.rng >>= 1
		if v>>i&1 == 1 {
			e.low += uint64(e.rng)
		}
		for e.rng < topRange {
			e.rng <<= 8
			e.shift()
		}
	}
}

func (e *encoder) length(l *lengthModel, posState, n int) {
	n -= matchMin
	switch {
	case n < 8:
		e.bit(&l.choice, 0)
		e.tree(l.low[posState][:], 3, n)
	case n < 16:
		e.bit(&l.choice, 1)
		e.bit(&l.choice2, 0)
		e.tree(l.mid[posState][:], 3, n-8)
	default:
		e.bit(&l.choice, 1)
		e.bit(&l.choice2, 1)
		e.tree(l.high[:], 8, n-16)
	}
}

func (e *encoder) distance(dist uint32, n int) {
	slot := int(dist)
	if dist >= 4 {
		top := bits.Len32(dist) - 1
		slot = top<<1 | int(dist>>(top-1)&1)
	}
	e.tree(e.slots[slotState(n)][:], 6, slot)
	if slot < 4 {
		return
	}
	count := slot>>1 - 1
	base := uint32(2|slot&1) << count
	if slot < endPosSlot {
		e.reversed(e.special[int(base)-slot:], count, dist-base)
		return
	}
	e.direct((dist-base)>>alignBits, count-alignBits)
	e.reversed(e.align[:], alignBits, dist-base)
}

// literalByte encodes the byte at a place; match is the one that the last distance points at.
func (e *encoder) literalByte(total uint64, before, match, b byte) {
	posState := int(total) & (1<<e.pb - 1)
	e.bit(&e.isMatch[e.state][posState], 0)
	probs := e.literal(total, before)
	at, same := 1, e.state >= litStates
	for i := 7; i >= 0; i-- {
		v := int(b >> i & 1)
		if same {
			m := int(match >> i & 1)
			e.bit(&probs[0x100+m<<8+at], v)
			same = m == v
		} else {
			e.bit(&probs[at], v)
		}
		at = at<<1 | v
	}
	e.afterLiteral()
}

// match encodes a match at a distance, less one, that isn't one of the last.
func (e *encoder) match(total uint64, dist uint32, n int) {
	posState := int(total) & (1<<e.pb - 1)
	e.bit(&e.isMatch[e.state][posState], 1)
	e.bit(&e.isRep[e.state], 0)
	e.after(7, 10)
	e.length(&e.lengths, posState, n)
	e.distance(dist, n)
	e.rep = [4]uint32{dist, e.rep[0], e.rep[1], e.rep[2]}
}

// repeated encodes a match at one of the last distances; one byte only at the last.
func (e *encoder) repeated(total uint64, which, n int) {
	posState := int(total) & (1<<e.pb - 1)
	e.bit(&e.isMatch[e.state][posState], 1)
	e.bit(&e.isRep[e.state], 1)
	if which == 0 {
		e.bit(&e.isRepG0[e.state], 0)
		long := min(n-1, 1)
		e.bit(&e.isRep0Long[e.state][posState], long)
		if long == 0 {
			e.after(9, 11)
			return
		}
	} else {
		e.bit(&e.isRepG0[e.state], 1)
		e.bit(&e.isRepG1[e.state], min(which-1, 1))
		if which > 1 {
			e.bit(&e.isRepG2[e.state], which-2)
		}
		dist := e.rep[which]
		copy(e.rep[1:which+1], e.rep[:which])
		e.rep[0] = dist
	}
	e.length(&e.repLengths, posState, n)
	e.after(8, 11)
}
