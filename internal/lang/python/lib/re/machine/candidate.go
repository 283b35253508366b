package machine

import "strings"

// candidate is the first place from pos on where a match may begin, or -1.
func (m *Matcher) candidate(pos int32) int32 {
	p := m.p
	switch {
	case p.anchored && pos > 0:
		return -1
	case p.prefix != "":
		i := strings.Index(m.text[pos:], p.prefix)
		if i < 0 {
			return -1
		}
		return pos + int32(i)
	case p.first == nil:
		return pos
	}
	for i := int(pos); i < len(m.text); i++ {
		b := m.text[i]
		if p.first[b>>6]&(1<<(b&63)) == 0 || !m.ascii && b&0xc0 == 0x80 {
			continue
		}
		return int32(i)
	}
	return -1
}
