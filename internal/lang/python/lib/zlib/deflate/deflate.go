// Package deflate compresses as zlib does, to the bit: programs print what comes of it, and
// how long it is.
package deflate

import (
	"slices"
	"sync"
)

const (
	minMatch, maxMatch = 3, 258
	minLookahead       = maxMatch + minMatch + 1
	// tooFar is from where on a match of three bytes is no gain.
	tooFar = 4096
)

// The ways to flush, and the strategies, numbered as zlib's.
const (
	NoFlush = iota
	PartialFlush
	SyncFlush
	FullFlush
	Finish
	Block

	Filtered    = 1
	HuffmanOnly = 2
	RLE         = 3
	Fixed       = 4
)

// An effort is how much is tried for a match.
type effort struct {
	good, lazy, nice, chain int
	fast                    bool
}

var efforts = [10]effort{
	1: {4, 4, 8, 4, true}, 2: {4, 5, 16, 8, true}, 3: {4, 6, 32, 32, true},
	4: {4, 4, 16, 16, false}, 5: {8, 16, 32, 32, false}, 6: {8, 16, 128, 128, false},
	7: {8, 32, 128, 256, false}, 8: {32, 128, 258, 1024, false}, 9: {32, 258, 258, 4096, false},
}

var fixed = sync.OnceValue(newFixedTables)

// A Writer compresses one stream. It is made by New.
type Writer struct {
	blocks
	effort
	level, strategy int
	size            int // of the window
	window          []byte
	prev, head      []uint16
	hashBits        uint
	hashShift       uint

	in         []byte
	start      int // where the next byte to be compressed is in the window
	ahead      int // bytes from there on
	blockStart int
	insert     int // strings before start that are not in the table yet
	length     int // of the match
	match      int
	prevLength int
	available  bool // the byte before start is not written yet
	flushed    int  // the last flush
}

// New returns a Writer. Level is 0 to 9, windowBits 8 to 15, memory 1 to 9.
func New(level, windowBits, memory, strategy int) *Writer {
	if windowBits == 8 {
		windowBits = 9
	}
	w := &Writer{level: level, strategy: strategy, effort: efforts[level], size: 1 << windowBits, hashBits: uint(memory) + 7, flushed: -2}
	w.hashShift = (w.hashBits + minMatch - 1) / minMatch
	w.window = make([]byte, 2*w.size+maxMatch)
	w.prev = make([]uint16, w.size)
	w.head = make([]uint16, 1<<w.hashBits)
	w.length, w.prevLength = minMatch-1, minMatch-1
	w.blocks.init(1<<(memory+6)-1, level, strategy)
	return w
}

// Clone returns a Writer in the same state.
func (w *Writer) Clone() *Writer {
	c := *w
	c.window, c.prev, c.head, c.in = slices.Clone(w.window), slices.Clone(w.prev), slices.Clone(w.head), slices.Clone(w.in)
	c.blocks = w.blocks.clone()
	return &c
}

// Dictionary has matches be found in what was before the first byte.
func (w *Writer) Dictionary(d []byte) {
	w.in = d[max(0, len(d)-w.size):]
	w.fill()
	for w.ahead >= minMatch {
		n := w.ahead - (minMatch - 1)
		for range n {
			w.put(w.start)
			w.start++
		}
		w.ahead = minMatch - 1
		w.fill()
	}
	w.start += w.ahead
	w.blockStart = w.start
	w.insert, w.ahead = w.ahead, 0
	w.length, w.prevLength, w.available = minMatch-1, minMatch-1, false
}

// rank orders the ways to flush.
func rank(flush int) int {
	if flush > Finish {
		return flush*2 - 9
	}
	return flush * 2
}

// Write compresses what it is given, and returns what comes of it.
func (w *Writer) Write(data []byte, flush int) []byte {
	w.in = append(w.in, data...)
	if len(data) == 0 && flush != Finish && rank(flush) <= rank(w.flushed) {
		return nil
	}
	w.flushed = flush
	if len(w.in) > 0 || w.ahead > 0 || flush != NoFlush {
		w.run(flush)
	}
	return w.take()
}

func (w *Writer) run(flush int) {
	var done bool
	switch {
	case w.level == 0:
		done = w.stored(flush)
	case w.strategy == HuffmanOnly:
		done = w.huffman(flush)
	case w.strategy == RLE:
		done = w.runs(flush)
	case w.fast:
		done = w.quick(flush)
	default:
		done = w.slow(flush)
	}
	if !done || flush == Finish {
		return
	}
	switch flush {
	case PartialFlush:
		w.align()
	case Block:
	default:
		w.storedBlock(nil, false)
		if flush == FullFlush {
			clear(w.head)
			if w.ahead == 0 {
				w.start, w.blockStart, w.insert = 0, 0, 0
			}
		}
	}
}

func (w *Writer) farthest() int { return w.size - minLookahead }

func (w *Writer) hash(at int) uint {
	b := w.window[at : at+3]
	return (uint(b[0])<<(2*w.hashShift) ^ uint(b[1])<<w.hashShift ^ uint(b[2])) & (1<<w.hashBits - 1)
}

// put notes the string at a place, and returns where one like it was; 0 is nowhere.
func (w *Writer) put(at int) int {
	h := w.hash(at)
	before := w.head[h]
	w.prev[at&(w.size-1)] = before
	w.head[h] = uint16(at)
	return int(before)
}

// fill has the window hold as much of the input as there is room for.
func (w *Writer) fill() {
	for {
		room := 2*w.size - w.ahead - w.start
		if w.start >= w.size+w.farthest() {
			w.slide()
			room += w.size
		}
		if len(w.in) == 0 {
			return
		}
		n := copy(w.window[w.start+w.ahead:w.start+w.ahead+min(room, len(w.in))], w.in)
		w.in = w.in[n:]
		w.ahead += n
		if w.ahead+w.insert >= minMatch {
			for at := w.start - w.insert; w.insert > 0; at++ {
				w.put(at)
				if w.insert--; w.ahead+w.insert < minMatch {
					break
				}
			}
		}
		if w.ahead >= minLookahead || len(w.in) == 0 {
			return
		}
	}
}

// slide moves the window's upper half to the lower.
func (w *Writer) slide() {
	copy(w.window, w.window[w.size:2*w.size])
	w.match -= w.size
	w.start -= w.size
	w.blockStart -= w.size
	w.insert = min(w.insert, w.start)
	for _, table := range [][]uint16{w.head, w.prev} {
		for i, at := range table {
			table[i] = uint16(max(int(at)-w.size, 0))
		}
	}
}

// more reports whether there is enough ahead to go on; at is the end with what there is.
func (w *Writer) more(flush, least int) (more, wait bool) {
	if w.ahead >= least {
		return true, false
	}
	w.fill()
	if w.ahead < least && flush == NoFlush {
		return false, true
	}
	return w.ahead > 0, false
}

// flushBlock ends a block before start.
func (w *Writer) flushBlock(last bool) {
	var source []byte
	if w.blockStart >= 0 {
		source = w.window[w.blockStart:w.start]
	}
	w.flush(source, w.start-w.blockStart, w.blockStart >= 0, last)
	w.blockStart = w.start
}

// end ends what a flush ends.
func (w *Writer) end(flush int) bool {
	if flush == Finish {
		w.flushBlock(true)
	} else if len(w.symbols) > 0 {
		w.flushBlock(false)
	}
	return true
}
