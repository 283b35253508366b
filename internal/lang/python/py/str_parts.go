package py

// textPart is a str of a text, which may be one of those that need no memory.
func textPart(s string) *Str {
	switch {
	case s == "":
		return emptyStr
	case len(s) == 1:
		return asciiChars[s[0]]
	}
	return NewStr(s)
}

// textParts makes the strs that are parts of one text. Memory is taken for some of them at
// once: each keeps all of the text anyway.
type textParts struct {
	ascii bool
	block []Str // what is left
	size  int   // of the last block
}

// mostParts is how large a block may be: what keeps one part has all of its block.
const mostParts = 8

func partsOf(s *Str) textParts { return textParts{ascii: s.ASCII()} }

// part is textPart.
func (p *textParts) part(s string) *Str {
	if len(s) < 2 {
		return textPart(s)
	}
	if len(p.block) == 0 {
		p.size = min(2*max(p.size, 1), mostParts)
		p.block = make([]Str, p.size)
	}
	x := &p.block[0]
	p.block = p.block[1:]
	x.s = s
	if p.ascii {
		x.count = uint32(len(s)) + 1
	}
	return x
}
