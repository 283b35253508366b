package scan

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// errMore says that a token isn't whole yet.
var errMore = errors.New("more is needed")

// Codes of errors: expat's.
const (
	NoMemory       = 1
	Syntax         = 2
	NoElement      = 3
	Invalid        = 4
	Unclosed       = 5
	Mismatch       = 7
	Duplicate      = 8
	Junk           = 9
	Undefined      = 11
	Recursive      = 12
	Asynchronous   = 13
	BadCharRef     = 14
	Binary         = 15
	ExternalInAttr = 16
	MisplacedDecl  = 17
	UnclosedCData  = 20
	UnboundPrefix  = 27
	Undeclaring    = 28
	BadDecl        = 30
	PublicID       = 32
	ReservedXML    = 38
	ReservedXMLNS  = 39
	ReservedURI    = 40
	Amplified      = 43
)

// An Error says what is wrong with a document, and where.
type Error struct {
	Code, Line, Column, Offset int
	Name                       string // of the entity that isn't defined
}

func (e *Error) Error() string {
	return fmt.Sprintf("error %d: line %d, column %d", e.Code, e.Line, e.Column)
}

type place struct{ line, column, offset int }

// input is what is scanned: a document's part that is there, or an entity's text.
type input struct {
	b     []byte
	at    int
	final bool
	outer *input // where the entity is referred to; nil for a document
	from  int    // of outer
	depth int    // elements open where it begins
	tag   int    // where the tag begins that it is an attribute of

	begin int // of b, which place is the place of
	place place
}

// drop forgets what was scanned.
func (in *input) drop() {
	in.position(in.at)
	n := copy(in.b, in.b[in.at:])
	in.b = in.b[:n]
	in.at, in.begin = 0, 0
}

// position is the place of a byte that isn't before those asked for earlier.
func (in *input) position(at int) place {
	if in.outer != nil {
		return in.outer.position(in.from)
	}
	if at < in.begin {
		return in.place
	}
	in.place = in.place.after(in.b[in.begin:at])
	in.begin = at
	return in.place
}

// after is the place behind some bytes.
func (p place) after(b []byte) place {
	p.offset += len(b)
	for i, c := range b {
		switch {
		case c == '\n' && i > 0 && b[i-1] == '\r':
		case c == '\n' || c == '\r':
			p.line++
			p.column = 0
		case utf8.RuneStart(c):
			p.column++
		}
	}
	return p
}

// fail is an error at a byte.
func (in *input) fail(code, at int) error {
	if in.outer != nil {
		return in.outer.fail(code, in.from)
	}
	var p place
	if at >= in.begin {
		p = in.place.after(in.b[in.begin:at])
	} else {
		p = in.place
	}
	return &Error{Code: code, Line: p.line, Column: p.column, Offset: p.offset}
}

// isSpace tells whether a byte is white space.
func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func skipSpace(b []byte, at int) int {
	for at < len(b) && isSpace(b[at]) {
		at++
	}
	return at
}

// char is the character at a byte: its size is 0 for one that XML doesn't have. It is
// errMore for one that isn't whole.
func char(b []byte, at int) (r rune, size int, err error) {
	if c := b[at]; c < utf8.RuneSelf {
		if c < ' ' && !isSpace(c) {
			return 0, 0, nil
		}
		return rune(c), 1, nil
	}
	r, size = utf8.DecodeRune(b[at:])
	if r == utf8.RuneError && size == 1 {
		if !utf8.FullRune(b[at:]) {
			return 0, 0, errMore
		}
		return 0, 0, nil
	}
	if r == 0xfffe || r == 0xffff {
		return 0, 0, nil
	}
	return r, size, nil
}

func isNameStart(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || r == ':'
	case r <= 0x2ff:
		return r >= 0xc0 && r != 0xd7 && r != 0xf7
	}
	return r >= 0x370 && r <= 0x1fff && r != 0x37e || r == 0x200c || r == 0x200d || r >= 0x2070 && r <= 0x218f || r >= 0x2c00 && r <= 0x2fef ||
		r >= 0x3001 && r <= 0xd7ff || r >= 0xf900 && r <= 0xfdcf || r >= 0xfdf0 && r <= 0xfffd
}

func isNameRune(r rune) bool {
	return isNameStart(r) || r >= '0' && r <= '9' || r == '-' || r == '.' || r == 0xb7 || r >= 0x300 && r <= 0x36f || r == 0x203f || r == 0x2040
}

// name is where the name ends that begins at a byte. It is errMore where it may go on
// beyond the input, and at itself where there is none.
func (in *input) name(at int) (end int, err error) {
	end = at
	for end < len(in.b) {
		r, size, err := char(in.b, end)
		if err != nil {
			return end, err
		}
		if size == 0 || end == at && !isNameStart(r) || !isNameRune(r) {
			return end, nil
		}
		end += size
	}
	return end, errMore
}

// until is where s begins, after the byte at. All before must be characters.
func (in *input) until(at int, s string) (end int, err error) {
	for end = at; end < len(in.b); {
		if len(in.b)-end >= len(s) && string(in.b[end:end+len(s)]) == s {
			return end, nil
		}
		_, size, err := char(in.b, end)
		if err != nil {
			return end, err
		}
		if size == 0 {
			return end, in.fail(Invalid, end)
		}
		end += size
	}
	return end, errMore
}

// starts tells whether s is at a byte. It is errMore where it may be.
func (in *input) starts(at int, s string) (bool, error) {
	rest := in.b[at:]
	if len(rest) >= len(s) {
		return string(rest[:len(s)]) == s, nil
	}
	if string(rest) == s[:len(rest)] {
		return false, errMore
	}
	return false, nil
}
