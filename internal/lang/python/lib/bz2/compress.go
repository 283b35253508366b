package bz2

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

const (
	blockMagic  = 0x314159265359
	longestRun  = 255 // of one byte, as it is written
	blockMargin = 19  // bytes that a block of 100,000 times the level leaves free
	crcPoly     = 0x04c11db7
)

// A compressor compresses one stream. What it writes is bzip2's to the byte.
type compressor struct {
	out        bitWriter
	block      []byte
	level      int // to be written in the head; 0 once it is
	most       int // bytes in a block
	runByte    int // -1: none yet
	runLen     int
	crc, whole uint32
	done, busy bool
}

func newCompressor(level int) *compressor {
	return &compressor{level: level, most: 100_000*level - blockMargin, runByte: -1, crc: ^uint32(0)}
}

// head writes the stream's head, which comes with the first block.
func (c *compressor) head() {
	if c.level > 0 {
		c.out.write(24, 'B'<<16|'Z'<<8|'h')
		c.out.write(8, uint64('0'+c.level))
		c.level = 0
	}
}

// add takes more of what is to be compressed.
func (c *compressor) add(poll func() error, data []byte) error {
	for i, b := range data {
		if i%step == 0 {
			if err := poll(); err != nil {
				return err
			}
		}
		if len(c.block) >= c.most {
			if err := c.flushBlock(poll); err != nil {
				return err
			}
		}
		if int(b) == c.runByte && c.runLen < longestRun {
			c.runLen++
			continue
		}
		c.endRun()
		c.runByte, c.runLen = int(b), 1
	}
	return nil
}

// endRun puts a run into the block: above three bytes with how many more there are.
func (c *compressor) endRun() {
	if c.runByte < 0 {
		return
	}
	b := byte(c.runByte)
	for range c.runLen {
		c.crc = c.crc<<8 ^ crcTable()[byte(c.crc>>24)^b]
	}
	for range min(c.runLen, 4) {
		c.block = append(c.block, b)
	}
	if c.runLen >= 4 {
		c.block = append(c.block, byte(c.runLen-4))
	}
	c.runByte = -1
}

// end ends the stream.
func (c *compressor) end(poll func() error) error {
	c.endRun()
	if err := c.flushBlock(poll); err != nil {
		return err
	}
	c.head()
	c.out.write(markBits, endMark)
	c.out.write(32, uint64(c.whole))
	c.out.pad()
	return nil
}

// flushBlock writes the block, if anything is in it.
func (c *compressor) flushBlock(poll func() error) error {
	if len(c.block) == 0 {
		return nil
	}
	c.head()
	sum := ^c.crc
	c.whole = (c.whole<<1 | c.whole>>31) ^ sum
	order, err := rotations(poll, c.block)
	if err != nil {
		return err
	}
	c.out.write(markBits, blockMagic)
	c.out.write(32, uint64(sum))
	c.out.write(1, 0)
	for i, p := range order {
		if p == 0 {
			c.out.write(24, uint64(i))
		}
	}
	used := c.writeUsed()
	c.writeSymbols(symbols(c.block, order, used), len(used)+2)
	c.block, c.crc = c.block[:0], ^uint32(0)
	return poll()
}

// writeUsed writes which bytes the block has, and returns them.
func (c *compressor) writeUsed() (used []byte) {
	var has [256]bool
	for _, b := range c.block {
		has[b] = true
	}
	var groups uint64
	for i, h := range has {
		if h {
			used = append(used, byte(i))
			groups |= 1 << (15 - i/16)
		}
	}
	c.out.write(16, groups)
	for g := range 16 {
		if groups>>(15-g)&1 == 0 {
			continue
		}
		var bits uint64
		for i, h := range has[g*16 : g*16+16] {
			if h {
				bits |= 1 << (15 - i)
			}
		}
		c.out.write(16, bits)
	}
	return used
}

var crcTable = sync.OnceValue(func() *[256]uint32 {
	var t [256]uint32
	for i := range t {
		v := uint32(i) << 24
		for range 8 {
			if v>>31 == 1 {
				v = v<<1 ^ crcPoly
			} else {
				v <<= 1
			}
		}
		t[i] = v
	}
	return &t
})

// A bitWriter writes bits, the highest first.
type bitWriter struct {
	bytes []byte
	bits  uint64
	n     uint // how many bits are in bits; less than 8
}

func (w *bitWriter) write(n uint, v uint64) {
	for n > 32 {
		n -= 32
		w.write(32, v>>n&(1<<32-1))
	}
	w.bits = w.bits<<n | v&(1<<n-1)
	for w.n += n; w.n >= 8; w.n -= 8 {
		w.bytes = append(w.bytes, byte(w.bits>>(w.n-8)))
	}
}

func (w *bitWriter) pad() {
	if w.n > 0 {
		w.write(8-w.n, 0)
	}
}

// take is what was written up to now.
func (w *bitWriter) take() py.Object {
	b := py.NewBytes(string(w.bytes))
	w.bytes = w.bytes[:0]
	return b
}
