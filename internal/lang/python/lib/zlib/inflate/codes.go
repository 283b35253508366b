package inflate

// codes is a Huffman code: by the next bits of the stream a symbol << 4 | its length, or 0
// where there is none.
type codes struct {
	table []uint16
	bits  uint
}

// newCodes makes the code of the lengths. complete is whether all bits mean something; ok is
// false when there are too many symbols.
func newCodes(lengths []uint8) (c *codes, complete, ok bool) {
	var count [16]int
	longest := 0
	for _, n := range lengths {
		count[n]++
		longest = max(longest, int(n))
	}
	count[0] = 0
	left := 1
	var next [16]int
	code := 0
	for n := 1; n < 16; n++ {
		left = left<<1 - count[n]
		if left < 0 {
			return nil, false, false
		}
		code = (code + count[n-1]) << 1
		next[n] = code
	}
	c = &codes{table: make([]uint16, 1<<max(longest, 1)), bits: uint(max(longest, 1))}
	for symbol, n := range lengths {
		if n == 0 {
			continue
		}
		for at := reverse(next[n], int(n)); at < len(c.table); at += 1 << n {
			c.table[at] = uint16(symbol<<4 | int(n))
		}
		next[n]++
	}
	return c, left == 0, true
}

func reverse(v, bits int) (r int) {
	for range bits {
		r = r<<1 | v&1
		v >>= 1
	}
	return r
}

func fixedCodes() (lits, dists *codes) {
	lengths := make([]uint8, 288)
	for i := range lengths {
		switch {
		case i < 144:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		case i < 280:
			lengths[i] = 7
		default:
			lengths[i] = 8
		}
	}
	lits, _, _ = newCodes(lengths)
	distances := make([]uint8, 32)
	for i := range distances {
		distances[i] = 5
	}
	dists, _, _ = newCodes(distances)
	return lits, dists
}

// symbol reads a symbol; ErrMore leaves the stream where it was.
func (r *Reader) symbol(c *codes) (int, error) {
	r.need(c.bits) // there may be fewer at the end
	e := c.table[r.bits&(1<<c.bits-1)]
	n := uint(e & 15)
	switch {
	case n == 0 && r.have >= c.bits:
		return -1, nil
	case n == 0 || n > r.have:
		return 0, ErrMore
	}
	r.take(n)
	return int(e >> 4), nil
}

var order = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

func (r *Reader) readTables() error {
	if !r.need(14) {
		return ErrMore
	}
	lits, dists, n := r.take(5)+257, r.take(5)+1, r.take(4)+4
	if lits > 286 || dists > 30 {
		return Error("too many length or distance symbols")
	}
	var meta [19]uint8
	for i := range n {
		if !r.need(3) {
			return ErrMore
		}
		meta[order[i]] = uint8(r.take(3))
	}
	c, complete, ok := newCodes(meta[:])
	if meta == [19]uint8{} { // zlib takes each bit for a length of 0
		c.table[0], c.table[1], complete = 1, 1, true
	}
	if !ok || !complete {
		return Error("invalid code lengths set")
	}
	lengths, err := r.readLengths(c, lits+dists)
	if err != nil {
		return err
	}
	if lengths[256] == 0 {
		return Error("invalid code -- missing end-of-block")
	}
	if r.lits, complete, ok = newCodes(lengths[:lits]); !ok || !complete && !single(lengths[:lits]) {
		return Error("invalid literal/lengths set")
	}
	if r.dists, complete, ok = newCodes(lengths[lits:]); !ok || !complete && !single(lengths[lits:]) {
		return Error("invalid distances set")
	}
	r.state = symbols
	return nil
}

// single reports whether there is one code of one bit at most, which may be incomplete.
func single(lengths []uint8) bool {
	sum := 0
	for _, n := range lengths {
		sum += int(n)
	}
	return sum <= 1
}

func (r *Reader) readLengths(c *codes, n int) ([]uint8, error) {
	lengths := make([]uint8, 0, n)
	for len(lengths) < n {
		s, err := r.symbol(c)
		if err != nil {
			return nil, err
		}
		if s < 16 {
			lengths = append(lengths, uint8(s))
			continue
		}
		bits, least, value := [3]uint{2, 3, 7}[s-16], [3]int{3, 3, 11}[s-16], uint8(0)
		if !r.need(bits) {
			return nil, ErrMore
		}
		times := least + r.take(bits)
		if s == 16 {
			if len(lengths) == 0 {
				return nil, Error("invalid bit length repeat")
			}
			value = lengths[len(lengths)-1]
		}
		if len(lengths)+times > n {
			return nil, Error("invalid bit length repeat")
		}
		for range times {
			lengths = append(lengths, value)
		}
	}
	return lengths, nil
}

var (
	lengthBase = [...]int{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthBits = [...]uint{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distBase   = [...]int{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
		4097, 6145, 8193, 12289, 16385, 24577}
	distBits = [...]uint{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
)

// readSymbols reads literals and matches until the block's end, or the limit.
func (r *Reader) readSymbols(limit int) error {
	for len(r.Out)-r.keep < limit {
		bits, have, at := r.bits, r.have, r.at
		s, err := r.symbol(r.lits)
		switch {
		case err != nil:
			return err
		case s < 0 || s > 285:
			return Error("invalid literal/length code")
		case s < 256:
			r.Out = append(r.Out, byte(s))
			continue
		case s == 256:
			r.endBlock()
			return nil
		}
		if err := r.match(s - 257); err != nil {
			if err == ErrMore {
				r.bits, r.have, r.at = bits, have, at
			}
			return err
		}
	}
	return nil
}

func (r *Reader) match(s int) error {
	if !r.need(lengthBits[s]) {
		return ErrMore
	}
	n := lengthBase[s] + r.take(lengthBits[s])
	d, err := r.symbol(r.dists)
	switch {
	case err != nil:
		return err
	case d < 0 || d > 29:
		return Error("invalid distance code")
	case !r.need(distBits[d]):
		return ErrMore
	}
	back := distBase[d] + r.take(distBits[d])
	if back > len(r.Out) {
		return Error("invalid distance too far back")
	}
	for range n {
		r.Out = append(r.Out, r.Out[len(r.Out)-back])
	}
	return nil
}
