package lzma

const (
	hashBits = 16
	// furthest is how far back matches are looked for, in bytes, whatever the dictionary has:
	// each byte of it costs nine of memory.
	furthest = 1 << 22
)

// A finder has the data that is to be encoded, and finds what was there before.
type finder struct {
	data  []byte
	pos   int // what is next
	first uint64
	dict  int
	depth int
	head  []int32 // by hash: the last place, plus one
	prev  []int32 // by place: the one before, plus one
	known int     // places below are in the table
}

func newFinder(dict, depth int) *finder {
	return &finder{dict: min(dict, furthest), depth: depth, head: make([]int32, 1<<hashBits)}
}

// total is how many bytes there were before the next.
func (f *finder) total() uint64 { return f.first + uint64(f.pos) }

func (f *finder) pending() int { return len(f.data) - f.pos }

func (f *finder) hash(at int) uint32 {
	v := uint32(f.data[at]) | uint32(f.data[at+1])<<8 | uint32(f.data[at+2])<<16
	return v * 0x9e3779b1 >> (32 - hashBits)
}

// note puts the places below at into the table.
func (f *finder) note(at int) {
	for ; f.known < at && f.known+3 <= len(f.data); f.known++ {
		h := f.hash(f.known)
		f.prev = append(f.prev, f.head[h])
		f.head[h] = int32(f.known + 1)
	}
}

// common is how many bytes at two places are the same, a before b.
func (f *finder) common(a, b int) int {
	n, most := 0, min(matchMax, len(f.data)-b)
	for n < most && f.data[a+n] == f.data[b+n] {
		n++
	}
	return n
}

// longest is the longest match of a place, with its distance less one; a longer one is better,
// of the same the nearest.
func (f *finder) longest(at int) (dist uint32, n int) {
	f.note(at)
	if at+3 > len(f.data) {
		return 0, 0
	}
	place := int(f.head[f.hash(at)]) - 1
	for range f.depth {
		if place < 0 || at-place > f.dict {
			break
		}
		if m := f.common(place, at); m > n {
			dist, n = uint32(at-place-1), m
			if m == matchMax {
				break
			}
		}
		place = int(f.prev[place]) - 1
	}
	if n < 3 || n == 3 && dist > 1<<13 {
		return 0, 0
	}
	return dist, n
}

// trim forgets what is too far back to be found.
func (f *finder) trim() {
	if f.pos < 2*f.dict+1<<16 {
		return
	}
	cut := f.pos - f.dict
	f.note(f.pos)
	f.data = f.data[:copy(f.data, f.data[cut:])]
	f.prev = f.prev[:copy(f.prev, f.prev[cut:])]
	for _, list := range [][]int32{f.head, f.prev} {
		for i, v := range list {
			list[i] = max(v-int32(cut), 0)
		}
	}
	f.pos, f.known, f.first = f.pos-cut, f.known-cut, f.first+uint64(cut)
}

// symbol encodes the next symbol. The longest of what follows is taken, if none that begins a
// byte later is longer.
func (f *finder) symbol(e *encoder) {
	which, rep := f.bestRepeated(e)
	dist, n := f.longest(f.pos)
	switch {
	case rep >= 2 && rep+1 >= n:
		e.repeated(f.total(), which, rep)
		f.pos += rep
	case n >= 3 && !f.betterLater(n):
		e.match(f.total(), dist, n)
		f.pos += n
	default:
		f.literal(e)
	}
}

func (f *finder) bestRepeated(e *encoder) (which, n int) {
	for i, d := range e.rep {
		if at := f.pos - int(d) - 1; at >= 0 && int(d) < f.dict {
			if m := f.common(at, f.pos); m > n {
				which, n = i, m
			}
		}
	}
	return which, n
}

func (f *finder) betterLater(n int) bool {
	if n >= 64 || f.pos+1 >= len(f.data) {
		return false
	}
	_, later := f.longest(f.pos + 1)
	return later > n
}

func (f *finder) literal(e *encoder) {
	var before, match byte
	if f.pos > 0 {
		before = f.data[f.pos-1]
	}
	b := f.data[f.pos]
	if at := f.pos - int(e.rep[0]) - 1; at >= 0 {
		match = f.data[at]
		if match == b && e.state >= litStates {
			e.repeated(f.total(), 0, 1)
			f.pos++
			return
		}
	}
	e.literalByte(f.total(), before, match, b)
	f.pos++
}
