package lzma

// A failure is what can be wrong with a stream, in Python's words.
type failure string

func (f failure) Error() string { return string(f) }

const errData = failure("Corrupt input data")

// A change is a probability as it was.
type change struct {
	prob *uint16
	was  uint16
}

// A decoder decodes symbols into a window.
type decoder struct {
	model
	in      []byte
	pos     int
	rng     uint32
	code    uint32
	short   bool     // the input has ended within a symbol
	careful bool     // changes are kept, since the input may end
	changes []change // of the symbol

	window []byte // what was decoded; the dictionary at its end
	dict   int    // bytes of the dictionary
	total  uint64 // bytes that were decoded since the dictionary was reset
	ended  bool   // by the mark of the end
}

// start reads the first bytes of a range-coded stream; there are five.
func (d *decoder) start() error {
	d.rng, d.code = 1<<32-1, 0
	if d.in[d.pos] != 0 {
		return errData
	}
	for _, b := range d.in[d.pos+1 : d.pos+5] {
		d.code = d.code<<8 | uint32(b)
	}
	d.pos += 5
	return nil
}

func (d *decoder) normalize() {
	if d.rng >= topRange {
		return
	}
	if d.pos >= len(d.in) {
		d.short = true
		return
	}
	d.rng <<= 8
	d.code = d.code<<8 | uint32(d.in[d.pos])
	d.pos++
}

func (d *decoder) bit(p *uint16) int {
	d.normalize()
	if d.careful {
		d.changes = append(d.changes, change{p, *p})
	}
	bound := d.rng >> probBits * uint32(*p)
	if d.code < bound {
		d.rng = bound
		*p += (1<<probBits - *p) >> probShift
		return 0
	}
	d.rng -= bound
	d.code -= bound
	*p -= *p >> probShift
	return 1
}

// tree decodes bits, the highest first.
func (d *decoder) tree(probs []uint16, bits int) int {
	at := 1
	for range bits {
		at = at<<1 | d.bit(&probs[at])
	}
	return at - 1<<bits
}

// reversed decodes bits, the lowest first.
func (d *decoder) reversed(probs []uint16, bits int) (v uint32) {
	at := 1
	for i := range bits {
		b := d.bit(&probs[at])
		at = at<<1 | b
		v |= uint32(b) << i
	}
	return v
}

func (d *decoder) direct(bits int) (v uint32) {
	for range bits {
		d.normalize()
		d.rng >>= 1
		b := uint32(0)
		if d.code >= d.rng {
			d.code -= d.rng
			b = 1
		}
		v = v<<1 | b
	}
	return v
}

func (d *decoder) length(l *lengthModel, posState int) int {
	if d.bit(&l.choice) == 0 {
		return matchMin + d.tree(l.low[posState][:], 3)
	}
	if d.bit(&l.choice2) == 0 {
		return matchMin + 8 + d.tree(l.mid[posState][:], 3)
	}
	return matchMin + 16 + d.tree(l.high[:], 8)
}

func (d *decoder) distance(length int) uint32 {
	slot := d.tree(d.slots[slotState(length)][:], 6)
	if slot < 4 {
		return uint32(slot)
	}
	bits := slot>>1 - 1
	dist := uint32(2|slot&1) << bits
	if slot < endPosSlot {
		return dist + d.reversed(d.special[int(dist)-slot:], bits)
	}
	dist += d.direct(bits-alignBits) << alignBits
	return dist + d.reversed(d.align[:], alignBits)
}

// undo goes back to before a symbol that the input ended in.
func (d *decoder) undo(to *decoderPlace) {
	for i := len(d.changes) - 1; i >= 0; i-- {
		*d.changes[i].prob = d.changes[i].was
	}
	d.pos, d.rng, d.code, d.state, d.rep, d.short = to.pos, to.rng, to.code, to.state, to.rep, false
}

type decoderPlace struct {
	pos       int
	rng, code uint32
	state     int
	rep       [4]uint32
}

// symbols decodes until the window has at least most bytes more, or all of the input but what
// would be a part of a symbol is used, or the end is marked. No match goes beyond limit bytes,
// where there is a limit.
func (d *decoder) symbols(most int, limit uint64) error {
	for end := len(d.window) + most; len(d.window) < end && !d.ended && limit > 0; {
		d.careful = len(d.in)-d.pos < 32
		d.changes = d.changes[:0]
		place := decoderPlace{d.pos, d.rng, d.code, d.state, d.rep}
		from := len(d.window)
		dist, n := d.symbol()
		if d.short {
			d.undo(&place)
			return nil
		}
		if n > 0 && !d.ended {
			if uint64(dist) >= min(uint64(d.dict), d.total) || uint64(n) > limit {
				return errData
			}
			for at := from - int(dist) - 1; n > 0; n-- {
				d.window = append(d.window, d.window[at])
				at++
			}
		}
		d.total += uint64(len(d.window) - from)
		limit -= uint64(len(d.window) - from)
	}
	return nil
}

// symbol decodes one: a literal goes into the window, of a match the distance, less one, and the
// length are returned.
func (d *decoder) symbol() (dist uint32, n int) {
	posState := int(d.total) & (1<<d.pb - 1)
	if d.bit(&d.isMatch[d.state][posState]) == 0 {
		if b := d.literalByte(); !d.short {
			d.window = append(d.window, b)
		}
		return 0, 0
	}
	if d.bit(&d.isRep[d.state]) == 0 {
		n = d.length(&d.lengths, posState)
		dist = d.distance(n)
		d.after(7, 10)
		if dist == 1<<32-1 {
			d.ended = !d.short
			return 0, n
		}
		d.rep = [4]uint32{dist, d.rep[0], d.rep[1], d.rep[2]}
		return dist, n
	}
	return d.repeated(posState)
}

func (d *decoder) literalByte() byte {
	before := byte(0)
	if d.total > 0 {
		before = d.window[len(d.window)-1]
	}
	probs := d.literal(d.total, before)
	at := 1
	if d.state >= litStates && uint64(d.rep[0]) < d.total && int(d.rep[0]) < len(d.window) {
		match := int(d.window[len(d.window)-1-int(d.rep[0])])
		for at < 0x100 {
			match <<= 1
			b := d.bit(&probs[0x100+match&0x100+at])
			at = at<<1 | b
			if match>>8&1 != b {
				break
			}
		}
	}
	for at < 0x100 {
		at = at<<1 | d.bit(&probs[at])
	}
	d.afterLiteral()
	return byte(at)
}

// repeated decodes a match at one of the last distances.
func (d *decoder) repeated(posState int) (uint32, int) {
	if d.bit(&d.isRepG0[d.state]) == 0 {
		if d.bit(&d.isRep0Long[d.state][posState]) == 0 {
			d.after(9, 11)
			return d.rep[0], 1
		}
	} else {
		which := 1
		if d.bit(&d.isRepG1[d.state]) == 1 {
			which = 2 + d.bit(&d.isRepG2[d.state])
		}
		dist := d.rep[which]
		copy(d.rep[1:which+1], d.rep[:which])
		d.rep[0] = dist
	}
	n := d.length(&d.repLengths, posState)
	d.after(8, 11)
	return d.rep[0], n
}

// slack is how much more than the dictionary the window has before it is cut.
const slack = 1 << 20

// trim forgets what is before the dictionary.
func (d *decoder) trim() {
	if len(d.window) > d.dict+slack {
		d.window = d.window[:copy(d.window, d.window[len(d.window)-d.dict:])]
	}
}
