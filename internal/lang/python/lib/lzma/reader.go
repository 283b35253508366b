package lzma

import (
	"bytes"
	"encoding/binary"
	"math"
)

// The formats' numbers.
const (
	formatAuto = iota
	formatXZ
	formatAlone
	formatRaw
)

const unknownSize = math.MaxUint64

// A reader decompresses a stream that comes in parts.
type reader struct {
	format  int
	raw     chain  // the filters of a stream without a header
	memory  uint64 // how large a dictionary may be; 0: mostDict
	in      []byte // what wasn't used yet
	out     []byte // what wasn't taken yet
	eof     bool
	checkID int // -1 as long as it isn't known
	next    func() (more bool, err error)

	xz     xzState
	lzma2  *lzma2
	lzma1  *decoder
	left   uint64 // bytes that LZMA1's stream has left
	deltas []*delta
	failed error
}

// run decodes until there are at least limit bytes to take, or the input is used.
func (r *reader) run(poll func() error, limit int) error {
	for !r.eof && len(r.out) < limit && r.failed == nil {
		if err := poll(); err != nil {
			return err
		}
		more, err := r.next()
		if err != nil {
			r.failed = err
		}
		if !more {
			break
		}
	}
	return r.failed
}

// take consumes input.
func (r *reader) take(n int) []byte {
	data := r.in[:n]
	r.in = r.in[n:]
	return data
}

// begin finds out which format a stream has.
func (r *reader) begin() (bool, error) {
	if len(r.in) == 0 {
		return false, nil
	}
	switch {
	case r.format == formatRaw:
		return true, r.beginRaw()
	case r.format == formatXZ || r.format == formatAuto && r.in[0] == 0xfd:
		r.next = r.xzHeader
	default:
		r.next = r.aloneHeader
	}
	return true, nil
}

func (r *reader) beginRaw() error {
	r.addDeltas(r.raw)
	if r.raw.lzma1 {
		return r.beginLZMA1(r.raw, unknownSize)
	}
	if err := r.fits(r.raw.dict); err != nil {
		return err
	}
	r.lzma2 = newLZMA2(r.raw.dict)
	r.next = r.rawChunk
	return nil
}

func (r *reader) addDeltas(c chain) {
	r.deltas = nil
	for _, d := range c.deltas {
		r.deltas = append(r.deltas, newDelta(d))
	}
}

func (r *reader) fits(dict int) error {
	limit := uint64(mostDict)
	if r.memory > 0 {
		limit = min(limit, r.memory)
	}
	if uint64(dict) > limit {
		return errMemory
	}
	return nil
}

func (r *reader) rawChunk() (bool, error) {
	used, end, err := r.decodeChunk()
	if end {
		r.finish()
	}
	return used > 0, err
}

// decodeChunk decodes LZMA2's next chunk, if it is there.
func (r *reader) decodeChunk() (used int, end bool, err error) {
	r.lzma2.fresh = 0
	used, end, err = r.lzma2.chunk(r.in)
	r.take(used)
	if n := r.lzma2.fresh; n > 0 && err == nil {
		r.give(r.lzma2.window[len(r.lzma2.window)-n:])
		r.lzma2.trim()
	}
	return used, end, err
}

// give puts decoded bytes out, through the filters that are left.
func (r *reader) give(data []byte) {
	at := len(r.out)
	r.out = append(r.out, data...)
	data = r.out[at:]
	for i := len(r.deltas) - 1; i >= 0; i-- {
		r.deltas[i].decode(data)
	}
	r.xz.block.unpacked += uint64(len(data))
	r.xz.check.write(data)
}

func (r *reader) finish() { r.eof, r.lzma2, r.lzma1 = true, nil, nil }

// aloneHeader reads the header of the format that has nothing else. What it can't have is found
// out as soon as it is there.
func (r *reader) aloneHeader() (bool, error) {
	const dictEnd, head = 5, 13
	p, ok := propsOf(r.in[0])
	if !ok || p.lc+p.lp > 4 {
		return false, errFormat
	}
	if len(r.in) < dictEnd {
		return false, nil
	}
	size := binary.LittleEndian.Uint32(r.in[1:])
	if !plausible(size) {
		return false, errFormat
	}
	if len(r.in) < head {
		return false, nil
	}
	left := binary.LittleEndian.Uint64(r.in[dictEnd:])
	if left != unknownSize && left >= 1<<38 {
		return false, errFormat
	}
	r.take(head)
	r.checkID = checkNone
	return true, r.beginLZMA1(chain{props: p, dict: int(size)}, left)
}

// plausible tells whether a dictionary's size is a power of two or one and a half of one, as
// others are not written.
func plausible(n uint32) bool {
	if n == math.MaxUint32 {
		return true
	}
	for shift := range 32 {
		if n == 1<<shift || n == 3<<shift {
			return true
		}
	}
	return false
}

func (r *reader) beginLZMA1(c chain, left uint64) error {
	if c.lc+c.lp > 4 {
		return errOptions
	}
	if err := r.fits(c.dict); err != nil {
		return err
	}
	r.lzma1, r.left = &decoder{dict: max(c.dict, 1<<12)}, left
	r.lzma1.reset(c.props)
	r.next = r.lzma1Start
	return nil
}

func (r *reader) lzma1Start() (bool, error) {
	if len(r.in) < 5 {
		return false, nil
	}
	r.lzma1.in, r.lzma1.pos = r.in, 0
	err := r.lzma1.start()
	r.take(5)
	r.next = r.lzma1Part
	return true, err
}

// part is about how many bytes are decoded between polls.
const part = 1 << 16

// lzma1Part decodes some of LZMA1's symbols.
func (r *reader) lzma1Part() (bool, error) {
	d := r.lzma1
	d.in, d.pos = r.in, 0
	before := d.total
	err := d.symbols(part, r.left)
	n := d.total - before
	r.take(d.pos)
	if err != nil {
		return false, err
	}
	r.give(d.window[len(d.window)-int(n):])
	d.trim()
	if r.left != unknownSize {
		r.left -= n
	}
	if d.ended || r.left == 0 {
		r.next = r.lzma1End
		return true, nil
	}
	return n > 0, nil
}

// lzma1End takes in the last byte, and the mark of the end where the size was known and it is
// there all the same.
func (r *reader) lzma1End() (bool, error) {
	d := r.lzma1
	d.in, d.pos = r.in, 0
	if d.normalize(); d.short {
		d.short = false
		return false, nil
	}
	r.take(d.pos)
	if d.code == 0 {
		r.finish()
		return true, nil
	}
	if d.ended {
		return false, errData
	}
	d.in, d.pos = r.in, 0
	before := d.total
	if err := d.symbols(1, 1); err != nil {
		return false, err
	}
	r.take(d.pos)
	if d.total != before {
		return false, errData
	}
	return d.ended, nil
}

// unused is what follows the stream.
func (r *reader) unused() []byte { return bytes.Clone(r.in) }
