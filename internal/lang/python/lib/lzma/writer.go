package lzma

import (
	"encoding/binary"
	"math"
)

const (
	mostUnpacked = 1 << 21 // bytes of a chunk
	mostPacked   = 1 << 16
	mostStored   = 1 << 16
	longSymbol   = 64 // more bytes than any symbol takes
)

// A writer compresses a stream.
type writer struct {
	format  int
	chain   chain
	check   check
	finder  *finder
	encoder encoder
	deltas  []*delta
	out     []byte
	block   block
	started bool // the first chunk was written, or the stream's head
	renew   bool // the state begins anew in the next chunk
	done    bool
	busy    bool
}

func newWriter(format, checkID int, c chain) *writer {
	w := &writer{format: format, chain: c, check: newCheck(checkID), finder: newFinder(c.dict, c.depth)}
	for _, d := range c.deltas {
		w.deltas = append(w.deltas, newDelta(d))
	}
	w.encoder.reset(c.props)
	switch format {
	case formatXZ:
		w.xzHead()
	case formatAlone:
		w.out = binary.LittleEndian.AppendUint64(append(w.out, c.propsBytes()...), math.MaxUint64)
	}
	if c.lzma1 {
		w.encoder.restart()
	}
	return w
}

// add takes more data and compresses what can't be part of a longer match.
func (w *writer) add(poll func() error, data []byte) error {
	if len(data) == 0 {
		return nil
	}
	if w.format == formatXZ && w.block.unpacked == 0 {
		w.out = append(w.out, w.blockHead()...)
	}
	w.check.write(data)
	w.block.unpacked += uint64(len(data))
	for len(data) > 0 {
		n := min(len(data), 1<<20)
		at := len(w.finder.data)
		w.finder.data = append(w.finder.data, data[:n]...)
		for _, d := range w.deltas {
			d.encode(w.finder.data[at:])
		}
		data = data[n:]
		if err := w.encode(poll, mostUnpacked); err != nil {
			return err
		}
	}
	return nil
}

// encode encodes until at most so many bytes are left.
func (w *writer) encode(poll func() error, left int) error {
	for w.finder.pending() > left {
		if err := poll(); err != nil {
			return err
		}
		if w.chain.lzma1 {
			for i := 0; i < part && w.finder.pending() > left; i++ {
				w.finder.symbol(&w.encoder)
			}
			w.out = append(w.out, w.encoder.out...)
			w.encoder.out = w.encoder.out[:0]
		} else {
			w.chunk()
		}
		w.finder.trim()
	}
	return nil
}

// chunk writes one of LZMA2's chunks: as it is, where it can't be made smaller.
func (w *writer) chunk() {
	f, e := w.finder, &w.encoder
	e.out = e.out[:0]
	if w.renew || !w.started {
		e.reset(w.chain.props)
	}
	e.restart()
	from := f.pos
	for f.pending() > 0 && f.pos-from < mostUnpacked-matchMax && e.size() < mostPacked-longSymbol {
		f.symbol(e)
	}
	e.flush()
	at := len(w.out)
	if size := f.pos - from; len(e.out) < size {
		w.packed(size)
	} else {
		w.stored(f.data[from:f.pos])
	}
	w.block.packed += uint64(len(w.out) - at)
}

func (w *writer) packed(size int) {
	control := byte(0x80)
	switch {
	case !w.started:
		control = 0xe0
	case w.renew:
		control = 0xc0
	}
	size--
	w.out = append(w.out, control|byte(size>>16), byte(size>>8), byte(size))
	w.out = binary.BigEndian.AppendUint16(w.out, uint16(len(w.encoder.out)-1))
	if control >= 0xc0 {
		w.out = append(w.out, w.chain.props.byte())
	}
	w.out = append(w.out, w.encoder.out...)
	w.started, w.renew = true, false
}

func (w *writer) stored(data []byte) {
	for len(data) > 0 {
		n := min(len(data), mostStored)
		control := byte(2)
		if !w.started {
			control = 1
		}
		w.out = binary.BigEndian.AppendUint16(append(w.out, control), uint16(n-1))
		w.out = append(w.out, data[:n]...)
		data = data[n:]
		w.started, w.renew = true, true
	}
}

// end ends the stream.
func (w *writer) end(poll func() error) error {
	if w.format == formatXZ && w.block.unpacked == 0 {
		w.xzTail(nil)
		return nil
	}
	if err := w.encode(poll, 0); err != nil {
		return err
	}
	if w.chain.lzma1 {
		w.encoder.match(w.finder.total(), math.MaxUint32, matchMin)
		w.encoder.flush()
		w.out = append(w.out, w.encoder.out...)
		return nil
	}
	w.out = append(w.out, 0)
	w.block.packed++
	if w.format == formatXZ {
		w.xzBlockEnd()
	}
	return nil
}

// xzHead writes a stream's head; that of its only block comes with the first data.
func (w *writer) xzHead() {
	flags := []byte{0, byte(w.check.id)}
	w.out = append(append(append(w.out, xzMagic...), flags...), crcBytes(flags)...)
}

// blockHead is the head of a block.
func (w *writer) blockHead() []byte {
	head := []byte{0, byte(len(w.chain.deltas))}
	for _, d := range w.chain.deltas {
		head = append(head, filterDelta, 1, byte(d-1))
	}
	head = append(head, filterLZMA2, 1, dictByte(w.chain.dict))
	for len(head)%4 != 0 {
		head = append(head, 0)
	}
	head[0] = byte(len(head) / 4)
	return append(head, crcBytes(head)...)
}

func (w *writer) xzBlockEnd() {
	w.out = append(w.out, make([]byte, -w.block.packed&3)...)
	sum := w.check.sum()
	w.out = append(w.out, sum...)
	w.block.packed += uint64(len(w.blockHead()) + len(sum))
	w.xzTail([]block{w.block})
}

// xzTail writes the index and the stream's end.
func (w *writer) xzTail(blocks []block) {
	index := []byte{0, byte(len(blocks))}
	for _, b := range blocks {
		index = append(index, b.record()...)
	}
	index = append(index, make([]byte, -len(index)&3)...)
	index = append(index, crcBytes(index)...)
	w.out = append(w.out, index...)
	end := binary.LittleEndian.AppendUint32(nil, uint32(len(index)/4-1))
	end = append(end, 0, byte(w.check.id))
	w.out = append(append(append(w.out, crcBytes(end)...), end...), xzEnd...)
}
