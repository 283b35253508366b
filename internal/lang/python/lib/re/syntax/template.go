package syntax

import (
	"fmt"
	"strconv"
	"strings"
)

// A Piece is a part of a template: a text, or a group where Group isn't -1.
type Piece struct {
	Text  string
	Group int
}

// ParseTemplate parses what replaces matches of t. A template of bytes is in and out in
// bytes.
func ParseTemplate(template []rune, isStr bool, t *Tree) ([]Piece, []Warning, error) {
	p := &templater{source: newSource(template, isStr, nil), tree: t}
	for p.next != end {
		t := p.get()
		if t[0] != '\\' {
			p.add(char(t))
			continue
		}
		if err := p.escape(t); err != nil {
			return nil, p.warnings, err
		}
	}
	if p.err != nil {
		return nil, p.warnings, p.err
	}
	p.flush()
	return p.pieces, p.warnings, nil
}

type templater struct {
	*source
	tree   *Tree
	buf    []byte
	pieces []Piece
}

func (p *templater) add(r rune) {
	if p.isStr {
		p.buf = AppendRune(p.buf, r)
	} else {
		p.buf = append(p.buf, byte(r))
	}
}

func (p *templater) flush() {
	if len(p.buf) > 0 {
		p.pieces = append(p.pieces, Piece{string(p.buf), -1})
		p.buf = nil
	}
}

func (p *templater) group(n, back int) error {
	if n >= p.tree.Groups {
		return p.fail(back, fmt.Sprintf("invalid group reference %d", n))
	}
	p.flush()
	p.pieces = append(p.pieces, Piece{Group: n})
	return nil
}

func (p *templater) escape(t string) error {
	switch c := t[1]; {
	case c == 'g':
		return p.named()
	case c == '0':
		t += p.while(2, octal)
		n, _ := strconv.ParseInt(t[1:], 8, 32)
		p.add(rune(n & 0xff))
	case c >= '1' && c <= '9':
		return p.numbered(t)
	case c == 'b':
		p.add('\b')
	default:
		r, ok := simpleEscape(t)
		if ok {
			p.add(r)
			return nil
		}
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			return p.badEscape(t)
		}
		p.add('\\')
		p.add(char(t[1:]))
	}
	return nil
}

func (p *templater) numbered(t string) error {
	if p.among(digits) {
		t += p.get()
		if strings.Contains(octal, t[1:2]) && strings.Contains(octal, t[2:3]) && p.among(octal) {
			r, err := p.octal(t + p.get())
			p.add(r)
			return err
		}
	}
	n, _ := strconv.Atoi(t[1:])
	return p.group(n, len(t)-1)
}

func (p *templater) named() error {
	if !p.match("<") {
		return p.fail(0, "missing <")
	}
	name, err := p.until(">", "group name")
	if err != nil {
		return err
	}
	back := runes(name) + 1
	if isIdentifier(name) {
		p.warnName(name, 1)
		n, ok := p.tree.Names[name]
		if !ok {
			return IndexError("unknown group name " + p.quote(name))
		}
		return p.group(n, back)
	}
	n, ok := groupNumber(name)
	if !ok {
		return p.fail(back, "bad character in group name "+p.quote(name))
	}
	if n >= maxGroups {
		return p.fail(back, "invalid group reference "+strings.TrimSpace(name))
	}
	p.warnNumber(name)
	return p.group(n, back)
}
