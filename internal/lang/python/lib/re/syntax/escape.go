package syntax

import (
	"fmt"
	"strconv"
	"strings"
)

// simpleEscape is the character of an escape such as \n.
func simpleEscape(t string) (rune, bool) {
	const letters, chars = `afnrtv\`, "\a\f\n\r\t\v\\"
	if len(t) != 2 {
		return 0, false
	}
	if i := strings.IndexByte(letters, t[1]); i >= 0 {
		return rune(chars[i]), true
	}
	return 0, false
}

// category is the node of an escape such as \d, or nil.
func category(t string) *Node {
	if len(t) != 2 {
		return nil
	}
	if i := strings.IndexByte("dDsSwW", t[1]); i >= 0 {
		return &Node{Op: Set, Items: []Item{{Category: Digit + Category(i)}}}
	}
	return nil
}

// escape parses an escape outside of a set; t is its first two characters.
func (p *parser) escape(t string) (*Node, error) {
	if n := category(t); n != nil {
		return n, nil
	}
	switch t[1] {
	case 'A':
		return &Node{Op: At, Where: StringStart}, nil
	case 'Z':
		return &Node{Op: At, Where: StringEnd}, nil
	case 'b':
		return &Node{Op: At, Where: Boundary}, nil
	case 'B':
		return &Node{Op: At, Where: NotBoundary}, nil
	case '0':
		n, _ := strconv.ParseInt(t[1:]+p.while(2, octal), 8, 32)
		return literal(rune(n)), nil
	}
	if t[1] >= '1' && t[1] <= '9' {
		return p.numbered(t)
	}
	r, err := p.charEscape(t)
	return literal(r), err
}

// numbered parses an octal escape or the number of a group.
func (p *parser) numbered(t string) (*Node, error) {
	if p.among(digits) {
		t += p.get()
		if strings.Contains(octal, t[1:2]) && strings.Contains(octal, t[2:3]) && p.among(octal) {
			r, err := p.octal(t + p.get())
			return literal(r), err
		}
	}
	n, _ := strconv.Atoi(t[1:])
	if n >= p.tree.Groups {
		return nil, p.fail(len(t)-1, fmt.Sprintf("invalid group reference %d", n))
	}
	if err := p.checkReference(n, len(t)); err != nil {
		return nil, err
	}
	return &Node{Op: GroupRef, Number: n}, nil
}

func (s *source) octal(t string) (rune, error) {
	n, _ := strconv.ParseInt(t[1:], 8, 32)
	if n > 0o377 {
		return 0, s.fail(len(t), "octal escape value "+t+" outside of range 0-0o377")
	}
	return rune(n), nil
}

// charEscape parses an escape that is a character, in a set or outside of one.
func (p *parser) charEscape(t string) (rune, error) {
	if r, ok := simpleEscape(t); ok {
		return r, nil
	}
	switch c := t[1]; {
	case c == 'x':
		return p.hex(t, 2)
	case c == 'u' && p.isStr:
		return p.hex(t, 4)
	case c == 'U' && p.isStr:
		return p.hex(t, 8)
	case c == 'N' && p.isStr:
		return p.charNamed()
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9':
		return 0, p.badEscape(t)
	}
	return char(t[1:]), nil
}

func (s *source) badEscape(t string) error { return s.fail(runes(t), "bad escape "+t) }

func (p *parser) hex(t string, n int) (rune, error) {
	t += p.while(n, hexDigits)
	if len(t) != n+2 {
		return 0, p.fail(len(t), "incomplete escape "+t)
	}
	v, err := strconv.ParseInt(t[2:], 16, 64)
	if err != nil || v > 0x10ffff {
		return 0, p.badEscape(t)
	}
	return rune(v), nil
}

func (p *parser) charNamed() (rune, error) {
	if !p.match("{") {
		return 0, p.fail(0, "missing {")
	}
	name, err := p.until("}", "character name")
	if err != nil {
		return 0, err
	}
	r, ok := p.source.named(name)
	if !ok {
		return 0, p.fail(runes(name)+len(`\N{}`), "undefined character name "+quote(name))
	}
	return r, nil
}
