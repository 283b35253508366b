package deflate

import "slices"

// A symbol is a literal, or with a distance a match: its length less 3.
type symbol struct {
	distance uint16
	value    uint8
}

// blocks gathers symbols, and writes them in blocks.
type blocks struct {
	bits
	most            int // symbols of a block
	level, strategy int
	symbols         []symbol
	literals        tree
	distances       tree
	lengths         tree
}

func (b *blocks) init(most, level, strategy int) {
	b.most, b.level, b.strategy = most, level, strategy
	t := fixed()
	b.literals = tree{codes: make([]code, symbols), limit: maxBits, fixed: t.literal[:], extra: func(s int) uint {
		if s <= endBlock {
			return 0
		}
		return extraLength[s-endBlock-1]
	}}
	b.distances = tree{codes: make([]code, distances), limit: maxBits, fixed: t.distance[:], extra: func(s int) uint { return extraDistance[s] }}
	b.lengths = tree{codes: make([]code, bitCodes), limit: 7, extra: func(s int) uint { return extraBitCode[s] }}
	b.reset()
}

func (b *blocks) clone() blocks {
	c := *b
	c.bits.out, c.symbols = slices.Clone(b.bits.out), slices.Clone(b.symbols)
	for _, t := range []*tree{&c.literals, &c.distances, &c.lengths} {
		t.count, t.codes = slices.Clone(t.count), slices.Clone(t.codes)
	}
	return c
}

func (b *blocks) reset() {
	b.symbols = b.symbols[:0]
	for _, t := range []*tree{&b.literals, &b.distances, &b.lengths} {
		t.count = make([]int, len(t.codes))
	}
	b.literals.count[endBlock] = 1
}

// literal adds a byte, and reports whether the block is full.
func (b *blocks) literal(c byte) bool {
	b.symbols = append(b.symbols, symbol{0, c})
	b.literals.count[c]++
	return len(b.symbols) == b.most
}

// pair adds a match: how far back it is, and how long, less 3.
func (b *blocks) pair(distance, length int) bool {
	b.symbols = append(b.symbols, symbol{uint16(distance), uint8(length)})
	t := fixed()
	b.literals.count[endBlock+1+int(t.lengthCode[length])]++
	b.distances.count[t.ofDistance(distance-1)]++
	return len(b.symbols) == b.most
}

// flush writes a block in the way that takes least: as it is, with the fixed codes or with codes
// of its own.
func (b *blocks) flush(source []byte, size int, has, last bool) {
	best, fixedBits := b.literals.build()
	more, moreFixed := b.distances.build()
	highest, header := b.header()
	best = (best + more + header + 3 + 7) >> 3
	fixedBytes := (fixedBits + moreFixed + 3 + 7) >> 3
	if fixedBytes <= best || b.strategy == Fixed {
		best = fixedBytes
	}
	final := uint(0)
	if last {
		final = 1
	}
	switch {
	case size+4 <= best && has:
		b.storedBlock(source, last)
	case fixedBytes == best:
		t := fixed()
		b.put(1<<1+final, 3)
		b.write(t.literal[:], t.distance[:])
	default:
		b.put(2<<1+final, 3)
		b.writeHeader(highest)
		b.write(b.literals.codes, b.distances.codes)
	}
	b.reset()
	if last {
		b.windUp()
	}
}

// header builds the codes for the lengths of the codes, and returns how many of those are written,
// and how many bits all of it takes.
func (b *blocks) header() (highest, size int) {
	count := func(s int, _, _ uint) { b.lengths.count[s]++ }
	lengthRuns(b.literals.codes[:b.literals.last+1], count)
	lengthRuns(b.distances.codes[:b.distances.last+1], count)
	size, _ = b.lengths.build()
	highest = bitCodes - 1
	for highest >= 3 && b.lengths.codes[bitOrder[highest]].n == 0 {
		highest--
	}
	return highest, size + 3*(highest+1) + 5 + 5 + 4
}

func (b *blocks) writeHeader(highest int) {
	b.put(uint(b.literals.last+1-257), 5)
	b.put(uint(b.distances.last), 5)
	b.put(uint(highest+1-4), 4)
	for _, s := range bitOrder[:highest+1] {
		b.put(uint(b.lengths.codes[s].n), 3)
	}
	put := func(s int, extra, n uint) {
		b.code(b.lengths.codes[s])
		b.put(extra, n)
	}
	lengthRuns(b.literals.codes[:b.literals.last+1], put)
	lengthRuns(b.distances.codes[:b.distances.last+1], put)
}

// lengthRuns says how long codes are: each time a length, 16 for that before 3 to 6 times, or 17
// or 18 for 0 again and again; with the bits that follow, and how many.
func lengthRuns(codes []code, emit func(symbol int, extra, n uint)) {
	before := -1
	for i := 0; i < len(codes); {
		now := int(codes[i].n)
		most, least := 7, 4
		if now == 0 {
			most, least = 138, 3
		} else if now == before {
			most, least = 6, 3
		}
		n := 1
		for n < most && i+n < len(codes) && int(codes[i+n].n) == now {
			n++
		}
		i += n
		switch {
		case n < least:
			for range n {
				emit(now, 0, 0)
			}
		case now != 0:
			if now != before {
				emit(now, 0, 0)
				n--
			}
			emit(16, uint(n-3), 2)
		case n <= 10:
			emit(17, uint(n-3), 3)
		default:
			emit(18, uint(n-11), 7)
		}
		before = now
	}
}

// write writes the symbols.
func (b *blocks) write(literal, distance []code) {
	t := fixed()
	for _, s := range b.symbols {
		if s.distance == 0 {
			b.code(literal[s.value])
			continue
		}
		c := int(t.lengthCode[s.value])
		b.code(literal[endBlock+1+c])
		b.put(uint(int(s.value)-t.baseLength[c]), extraLength[c])
		d := int(s.distance) - 1
		c = int(t.ofDistance(d))
		b.code(distance[c])
		b.put(uint(d-t.baseDistance[c]), extraDistance[c])
	}
	b.code(literal[endBlock])
}

// storedBlock writes bytes as they are.
func (b *blocks) storedBlock(data []byte, last bool) {
	final := uint(0)
	if last {
		final = 1
	}
	b.put(final, 3)
	b.windUp()
	n := len(data)
	b.out = append(b.out, byte(n), byte(n>>8), byte(^n), byte(^n>>8))
	b.out = append(b.out, data...)
}

// align writes an empty block with the fixed codes.
func (b *blocks) align() {
	b.put(1<<1, 3)
	b.code(fixed().literal[endBlock])
}

// bits writes bits, the first of a byte in its lowest place.
type bits struct {
	out []byte
	now uint64
	n   uint
}

// put writes the lowest n bits of v.
func (b *bits) put(v, n uint) {
	b.now |= uint64(v&(1<<n-1)) << b.n
	for b.n += n; b.n >= 8; b.n -= 8 {
		b.out = append(b.out, byte(b.now))
		b.now >>= 8
	}
}

func (b *bits) code(c code) { b.put(uint(c.bits), uint(c.n)) }

// windUp ends the byte.
func (b *bits) windUp() {
	if b.n > 0 {
		b.put(0, 8-b.n)
	}
}

// take returns what was written.
func (b *bits) take() []byte {
	out := b.out
	b.out = nil
	return out
}
