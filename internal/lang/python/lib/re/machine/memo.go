package machine

// maxMemo is how many words the memo may have. What doesn't fit isn't noted, and the
// search takes longer.
const maxMemo = 8 << 20

// A memo notes at which instructions a search was at which places: a row of bits for each
// place.
type memo struct {
	from  int // the place of the first row
	width int // bits in a row
	words []uint64
}

// begin forgets everything.
func (m *memo) begin(from, width int) {
	clear(m.words)
	m.from, m.width, m.words = from, width, m.words[:0]
}

// visit notes a bit of a place's row, and reports whether it was noted before.
func (m *memo) visit(pos, bit int32) bool {
	i := (int(pos)-m.from)*m.width + int(bit)
	w := i >> 6
	if w >= len(m.words) && !m.extend(w) {
		return false
	}
	mask := uint64(1) << (i & 63)
	if m.words[w]&mask != 0 {
		return true
	}
	m.words[w] |= mask
	return false
}

// extend makes room for word w. Words between the length and the capacity are 0.
func (m *memo) extend(w int) bool {
	if w >= maxMemo {
		return false
	}
	if w < cap(m.words) {
		m.words = m.words[:w+1]
		return true
	}
	words := make([]uint64, w+1, min(max(2*w, 64), maxMemo))
	copy(words, m.words)
	m.words = words
	return true
}

// seen notes that the search is at an instruction, and reports whether it was there
// before with nothing different that matters. What matters beside the place is which of
// the loops around have got nowhere yet in their round: when one hasn't, those that it is in,
// and whose rounds began before, may have, but not the other way round. The innermost
// alone may have no round yet, so that it is noted apart.
func (m *Matcher) seen(in *inst, pos int32) bool {
	bit := in.memo
	if len(in.within) > 0 {
		if m.loops[in.within[0]] == pos {
			bit++
		}
		for _, l := range in.within[1:] {
			if m.loops[l] == pos {
				bit += 2
			}
		}
	}
	return m.memo.visit(pos, bit)
}
