package re

import (
	"math"

	"github.com/elide-dev/elided/internal/lang/python/lib/re/machine"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A subject is what a pattern is matched against. Its text has offsets in bytes; Python
// counts characters.
type subject struct {
	object py.Object // as it was given
	str    *py.Str   // nil is bytes
	text   string
}

// subject checks that x is of the pattern's kind.
func (p *Pattern) subject(x py.Object) (subject, error) {
	if s, ok := py.Native(x).(*py.Str); ok {
		if !p.isStr {
			return subject{}, py.Raise(py.TypeError, "cannot use a bytes pattern on a string-like object")
		}
		return subject{x, s, s.String()}, nil
	}
	b, ok := py.BytesOf(x)
	switch {
	case !ok:
		return subject{}, py.Raise(py.TypeError, "expected string or bytes-like object, got '%s'", x.Class().FullName())
	case p.isStr:
		return subject{}, py.Raise(py.TypeError, "cannot use a string pattern on a bytes-like object")
	}
	return subject{x, nil, b}, nil
}

func (s *subject) len() int {
	if s.str != nil {
		return s.str.Len()
	}
	return len(s.text)
}

// offset is where a character begins.
func (s *subject) offset(index int) int {
	if s.str != nil {
		return s.str.Offset(index)
	}
	return index
}

// index is which character begins at an offset; -1 is itself.
func (s *subject) index(offset int32) int {
	if s.str != nil && offset > 0 {
		return s.str.Index(int(offset))
	}
	return int(offset)
}

// part is the text between two offsets.
func (s *subject) part(from, to int32) py.Object {
	if s.str == nil {
		return py.NewBytes(s.text[from:to])
	}
	if from == 0 && int(to) == len(s.text) {
		return s.str
	}
	if to <= from+1 { // one that is ASCII is there already
		return s.str.Part(s.index(from), s.index(to))
	}
	if s.str.ASCII() {
		return py.ASCIIStr(s.text[from:to])
	}
	return py.NewStr(s.text[from:to])
}

// A search goes through the matches of a pattern in a subject.
type search struct {
	p           *Pattern
	s           subject
	m           *machine.Matcher
	pos, endpos int // as Python has them
	from        int // an offset
	advance     bool
	done        bool
}

// begin begins a search between two places, which may be nil.
func (p *Pattern) begin(t *py.Thread, x, pos, endpos py.Object) (*search, error) {
	s, err := p.subject(x)
	if err != nil {
		return nil, err
	}
	if len(s.text) >= math.MaxInt32 {
		return nil, py.NewExc(py.MemoryError)
	}
	n := s.len()
	b := &search{p: p, s: s, endpos: n}
	if pos != nil {
		if b.pos, err = place(t, pos, n); err != nil {
			return nil, err
		}
	}
	if endpos != nil {
		if b.endpos, err = place(t, endpos, n); err != nil {
			return nil, err
		}
	}
	text := s.text
	if b.endpos < n {
		text = text[:s.offset(b.endpos)]
	}
	b.done = b.pos > b.endpos
	if b.pos > 0 {
		b.from = s.offset(b.pos)
	}
	b.m = p.prog.NewMatcher(text, s.str == nil || s.str.ASCII(), t)
	return b, nil
}

// place is an index within the bounds of a text.
func place(t *py.Thread, x py.Object, size int) (int, error) {
	i, err := small(t, x, "C ssize_t")
	return min(max(i, 0), size), err
}

// find reports whether there is one more match.
func (b *search) find(t *py.Thread, mode machine.Mode) (bool, error) {
	if b.done {
		return false, nil
	}
	if err := t.Poll(); err != nil {
		return false, err
	}
	ok, err := b.m.Find(b.from, mode, b.advance)
	if err != nil {
		return false, raise(t, err, nil)
	}
	if !ok {
		b.done = true
		return false, nil
	}
	b.from = int(b.m.Places[1])
	b.advance = b.m.Places[0] == b.m.Places[1]
	return true, nil
}

// match is the match that was found.
func (b *search) match() *Match {
	m := &Match{pattern: b.p, subject: b.s, pos: b.pos, endpos: b.endpos, last: int(b.m.Last)}
	m.places = append(m.few[:0], b.m.Places...)
	return m
}

// group is a group of the match that was found, or none.
func (b *search) group(n int, none py.Object) py.Object {
	from, to := b.m.Places[2*n], b.m.Places[2*n+1]
	if from < 0 || to < from {
		return none
	}
	return b.s.part(from, to)
}

// empty is "" or b"".
func (b *search) empty() py.Object {
	if b.s.str == nil {
		return py.NewBytes("")
	}
	return py.NewStr("")
}
