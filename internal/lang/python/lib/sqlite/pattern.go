package sqlite

import (
	"unicode/utf8"

	"github.com/ncruces/go-sqlite3"
)

// A pattern is one of LIKE or GLOB. Matching takes time in proportion to its length times
// the text's, as only the last "any text" before a mismatch is ever tried again.
type pattern struct {
	many, one rune // stand for any text, and any character
	escape    rune // 0 is none
	fold      bool // ASCII letters are the same in both cases
	sets      bool // [...] is one of a set
	poll      func() error

	text  string // that was compiled last
	parts []part
	bad   bool // it matches nothing
}

// A part is a character, or what stands for some.
type part struct {
	kind partKind
	char rune
	set  []charRange
	not  bool
}

type partKind uint8

const (
	literal partKind = iota
	anyText
	anyChar
	oneOf
)

// A charRange is a range of characters.
type charRange struct{ lo, hi rune }

func (p *pattern) compile(text string) *pattern {
	runes := []rune(text)
	for i := 0; i < len(runes) && !p.bad; i++ {
		c := runes[i]
		switch {
		case c == p.escape && p.escape != 0:
			if i++; i < len(runes) {
				p.parts = append(p.parts, part{char: p.folded(runes[i])})
			} else {
				p.bad = true
			}
		case c == p.many:
			if n := len(p.parts); n == 0 || p.parts[n-1].kind != anyText {
				p.parts = append(p.parts, part{kind: anyText})
			}
		case c == p.one:
			p.parts = append(p.parts, part{kind: anyChar})
		case c == '[' && p.sets:
			i = p.set(runes, i+1)
		default:
			p.parts = append(p.parts, part{char: p.folded(c)})
		}
	}
	return p
}

// set reads a set that begins at i, and returns where it ends.
func (p *pattern) set(runes []rune, i int) int {
	s := part{kind: oneOf}
	if i < len(runes) && runes[i] == '^' {
		s.not = true
		i++
	}
	if i < len(runes) && runes[i] == ']' {
		s.set = append(s.set, charRange{']', ']'})
		i++
	}
	prior := rune(0)
	for ; i < len(runes) && runes[i] != ']'; i++ {
		c := runes[i]
		if c == '-' && prior != 0 && i+1 < len(runes) && runes[i+1] != ']' {
			i++
			s.set = append(s.set, charRange{prior, runes[i]})
			prior = 0
			continue
		}
		s.set = append(s.set, charRange{c, c})
		prior = c
	}
	p.bad = i >= len(runes)
	p.parts = append(p.parts, s)
	return i
}

func (p *pattern) folded(c rune) rune {
	if p.fold && c >= 'A' && c <= 'Z' {
		return c + 0x20
	}
	return c
}

func (p *pattern) fits(k *part, c rune) bool {
	switch k.kind {
	case anyChar:
		return true
	case oneOf:
		for _, s := range k.set {
			if s.lo <= c && c <= s.hi {
				return !k.not
			}
		}
		return k.not
	}
	return k.kind == literal && k.char == p.folded(c)
}

// pollPattern is after how many comparisons matching asks whether to go on.
const pollPattern = 1 << 16

func (p *pattern) match(text string) (bool, error) {
	if p.bad {
		return false, nil
	}
	at, i := 0, 0
	star, from := -1, 0 // the last anyText, and where in the text what follows it was tried
	for steps := 0; i < len(text); steps++ {
		if at < len(p.parts) {
			steps += len(p.parts[at].set)
		}
		if steps >= pollPattern {
			steps = 0
			if p.poll() != nil {
				return false, sqlite3.INTERRUPT
			}
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case at < len(p.parts) && p.parts[at].kind == anyText:
			star, from = at, i
			at++
		case at < len(p.parts) && p.fits(&p.parts[at], c):
			at++
			i += size
		case star >= 0:
			_, size := utf8.DecodeRuneInString(text[from:])
			from += size
			at, i = star+1, from
		default:
			return false, nil
		}
	}
	for at < len(p.parts) && p.parts[at].kind == anyText {
		at++
	}
	return at == len(p.parts), nil
}
