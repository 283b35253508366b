package machine

// assert reports whether an assertion holds at a place.
func (m *Matcher) assert(what, pos int32) bool {
	end := int32(len(m.text))
	switch what {
	case atStringStart:
		return pos == 0
	case atLineStart:
		return pos == 0 || m.text[pos-1] == '\n'
	case atStringEnd:
		return pos == end
	case atEnd:
		return pos == end || pos == end-1 && m.text[pos] == '\n'
	case atLineEnd:
		return pos == end || m.text[pos] == '\n'
	}
	if end == 0 { // neither \b nor \B: so it is in Python 3.11
		return false
	}
	word := isWord
	if what == atBoundaryASCII || what == atNotBoundaryASCII {
		word = asciiWord
	}
	before, after := false, false
	if pos > 0 {
		r, _ := m.decode(m.text[m.before(pos, 1):])
		before = word(r)
	}
	if pos < end {
		r, _ := m.decode(m.text[pos:])
		after = word(r)
	}
	return (before != after) == (what == atBoundary || what == atBoundaryASCII)
}
