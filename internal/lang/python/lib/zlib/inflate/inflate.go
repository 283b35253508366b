// Package inflate decompresses deflate streams (RFC 1951) that come in parts, with the
// errors that zlib has.
package inflate

import (
	"bytes"
	"errors"
)

// ErrMore is of a stream that goes on after what there is so far.
var ErrMore = errors.New("more input is needed")

// ErrLimit is of a stream that would give more than the limit.
var ErrLimit = errors.New("the limit is reached")

// An Error is a stream that is wrong.
type Error string

// Error is what is wrong, in zlib's words.
func (e Error) Error() string { return string(e) }

// state is what comes next in a stream.
type state uint8

const (
	blockHead state = iota
	storedHead
	stored
	tables
	symbols
	done
)

// window is how far back a match may be.
const window = 32 << 10

// A Reader decompresses.
type Reader struct {
	in       []byte // what isn't consumed
	at       int
	bits     uint64
	have     uint // bits that are good
	Out      []byte
	keep     int // of Out, the bytes that were taken already
	state    state
	last     bool
	left     int // of a stored block
	lits     *codes
	dists    *codes
	fixed    [2]*codes
	Finished bool
}

// Copy is a Reader that goes on from the same place.
func (r *Reader) Copy() Reader {
	c := *r
	c.in, c.Out = bytes.Clone(r.in), bytes.Clone(r.Out)
	return c
}

// Preset sets the dictionary.
func (r *Reader) Preset(dict []byte) {
	r.Out = append(r.Out, dict...)
	r.keep = len(r.Out)
}

// Write adds input.
func (r *Reader) Write(p []byte) {
	r.in = append(r.in[:0:0], r.in[r.at:]...)
	r.in = append(r.in, p...)
	r.at = 0
}

// Take is what was decompressed since the last Take, but for what is more than limit. It is
// good until the next Run.
func (r *Reader) Take(limit int) []byte {
	b := r.Out[r.keep:min(len(r.Out), r.keep+limit)]
	r.keep += len(b)
	return b
}

// Left reports whether there is more to take.
func (r *Reader) Left() bool { return r.keep < len(r.Out) }

// Rest is the input that comes after the stream, or wasn't used yet.
func (r *Reader) Rest() []byte {
	return r.in[r.at-int(r.have/8):]
}

// Drop forgets the whole bytes of input that Rest returns.
func (r *Reader) Drop() {
	r.have %= 8
	r.bits &= 1<<r.have - 1
	r.in, r.at = nil, 0
}

// trim drops what no match can reach.
func (r *Reader) trim() {
	if r.keep > 4*window {
		n := r.keep - window
		r.Out = append(r.Out[:0], r.Out[n:]...)
		r.keep -= n
	}
}

// Run goes on until the stream's end (nil), an error, or until there are limit bytes to
// take.
func (r *Reader) Run(limit int) error {
	r.trim()
	for {
		if len(r.Out)-r.keep >= limit {
			return ErrLimit
		}
		if r.Finished {
			return nil
		}
		bits, have, at := r.bits, r.have, r.at
		err := r.step(limit)
		if err == ErrMore && r.state != stored && r.state != symbols {
			r.bits, r.have, r.at = bits, have, at
		}
		if err != nil {
			return err
		}
		if r.state == done {
			r.Finished = true
			r.at -= int(r.have / 8)
			r.have = 0
			return nil
		}
	}
}

func (r *Reader) step(limit int) error {
	switch r.state {
	case blockHead:
		return r.head()
	case storedHead:
		return r.storedHead()
	case stored:
		return r.copyStored(limit)
	case tables:
		return r.readTables()
	}
	return r.readSymbols(limit)
}

// need makes sure that there are n bits.
func (r *Reader) need(n uint) bool {
	for r.have < n {
		if r.at == len(r.in) {
			return false
		}
		r.bits |= uint64(r.in[r.at]) << r.have
		r.at++
		r.have += 8
	}
	return true
}

// take consumes n bits that are there.
func (r *Reader) take(n uint) int {
	v := int(r.bits & (1<<n - 1))
	r.bits >>= n
	r.have -= n
	return v
}

func (r *Reader) endBlock() {
	r.state = blockHead
	if r.last {
		r.state = done
	}
}

func (r *Reader) head() error {
	if !r.need(3) {
		return ErrMore
	}
	r.last = r.take(1) == 1
	switch r.take(2) {
	case 0:
		r.state = storedHead
	case 1:
		if r.fixed[0] == nil {
			r.fixed[0], r.fixed[1] = fixedCodes()
		}
		r.lits, r.dists = r.fixed[0], r.fixed[1]
		r.state = symbols
	case 2:
		r.state = tables
	default:
		return Error("invalid block type")
	}
	return nil
}

func (r *Reader) storedHead() error {
	skip := r.have % 8
	if !r.need(skip + 32) {
		return ErrMore
	}
	r.take(skip)
	n, not := r.take(16), r.take(16)
	if n != not^0xffff {
		return Error("invalid stored block lengths")
	}
	r.left, r.state = n, stored
	return nil
}

func (r *Reader) copyStored(limit int) error {
	for r.left > 0 && r.have >= 8 {
		r.Out = append(r.Out, byte(r.take(8)))
		r.left--
	}
	n := min(r.left, len(r.in)-r.at, max(limit-(len(r.Out)-r.keep), 0))
	r.Out = append(r.Out, r.in[r.at:r.at+n]...)
	r.at += n
	r.left -= n
	switch {
	case r.left == 0:
		r.endBlock()
	case r.at == len(r.in):
		return ErrMore
	}
	return nil
}
