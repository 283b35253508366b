package py

// runeStride is of how many code points one is in an index.
const runeStride = 32

// A runeIndex has the byte offset of every 32nd code point of the text's first bytes.
type runeIndex struct {
	offsets []int32
	bytes   int // of the text that were indexed
	runes   int // that begin in those
}

// offset is where code point i begins, which may be the end; i is in range.
func (s *Str) offset(i int) int {
	switch {
	case s.ASCII():
		return i
	case i == s.Len():
		return len(s.s)
	}
	at := int(s.indexed().offsets[i/runeStride])
	for range i % runeStride {
		_, n := decodeRune(s.s[at:])
		at += n
	}
	return at
}

// indexed makes the index of a text that isn't empty.
func (s *Str) indexed() *runeIndex {
	m := s.more.Load()
	if m == nil {
		m = &textMore{}
		m.runeIndex.extend(s.s)
		s.more.Store(m)
	} else if m.bytes < len(s.s) { // it shares memory that has grown: all is one execution's
		m.runeIndex.extend(s.s)
	}
	return &m.runeIndex
}

// extend indexes the rest of a text that begins with what is indexed already.
func (x *runeIndex) extend(s string) {
	for i := x.bytes; i < len(s); i++ {
		if s[i]&0xc0 == 0x80 {
			continue
		}
		if x.runes%runeStride == 0 {
			x.offsets = append(x.offsets, int32(i))
		}
		x.runes++
	}
	x.bytes = len(s)
}
