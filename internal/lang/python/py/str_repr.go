package py

import (
	"fmt"
	"strconv"
	"strings"
)

// Repr is repr(x).
func (t *Thread) Repr(x Object) (*Str, error) {
	switch v := x.(type) {
	case *Str:
		return NewStr(quoteText(v.s)), nil
	case Int:
		return intStr(v), nil
	case Float:
		return ASCIIStr(formatFloatRepr(float64(v))), nil
	}
	if err := t.enterFor(" while getting the repr of an object"); err != nil {
		return nil, err
	}
	defer t.leave()
	c := x.Class()
	if !c.Heap && c.Slots.Repr != nil {
		v, err := c.Slots.Repr(t, x)
		return textResult("__repr__", v, err)
	}
	v, found, err := t.callSpecial(x, "__repr__")
	if !found && err == nil {
		return NewStr(fmt.Sprintf("<%s object>", c.Name)), nil
	}
	return textResult("__repr__", v, err)
}

// intStr is an Int's decimal text.
func intStr(v Int) *Str {
	if v >= 0 && v < 10 {
		return asciiChars['0'+v]
	}
	var digits [20]byte
	return copyASCII(strconv.AppendInt(digits[:0], int64(v), 10))
}

// textResult checks that a method returned a str.
func textResult(method string, v Object, err error) (*Str, error) {
	if err != nil {
		return nil, err
	}
	s, ok := Native(v).(*Str)
	if !ok {
		return nil, Raise(TypeError, "%s returned non-string (type %s)", method, v.Class().Name)
	}
	return s, nil
}

// Str is str(x). One of a subclass becomes a plain one.
func (t *Thread) Str(x Object) (*Str, error) {
	v, err := t.strObject(x)
	if err != nil {
		return nil, err
	}
	return Native(v).(*Str), nil
}

// strObject is str(x), which may be of a subclass.
func (t *Thread) strObject(x Object) (Object, error) {
	switch x.(type) {
	case *Str:
		return x, nil
	case Int, Float:
		return t.Repr(x)
	}
	c := x.Class()
	if !c.Heap && c.Lookup("__str__") == ObjectClass.Lookup("__str__") {
		return t.Repr(x)
	}
	if err := t.enterFor(" while getting the str of an object"); err != nil {
		return nil, err
	}
	defer t.leave()
	v, found, err := t.callSpecial(x, "__str__")
	if !found && err == nil {
		return t.Repr(x)
	}
	if err != nil {
		return nil, err
	}
	if _, ok := Native(v).(*Str); !ok {
		return nil, Raise(TypeError, "__str__ returned non-string (type %s)", v.Class().Name)
	}
	return v, nil
}

// Repr is repr(x), for an error's text.
func Repr(t *Thread, x Object) string {
	s, err := t.Repr(x)
	if err != nil {
		return "<unrepresentable>"
	}
	return s.s
}

// ASCII is ascii(x).
func (t *Thread) ASCII(x Object) (*Str, error) {
	s, err := t.Repr(x)
	if err != nil || s.ASCII() {
		return s, err
	}
	return NewStr(escapeNonASCII(s.s)), nil
}

// escapeNonASCII is a text with escapes in place of what isn't ASCII.
func escapeNonASCII(s string) string {
	b := make([]byte, 0, len(s)+16)
	for s != "" {
		r, n := decodeRune(s)
		b = appendEscape(b, r)
		s = s[n:]
	}
	return string(b)
}

func appendEscape(b []byte, r rune) []byte {
	switch {
	case r < 0x80:
		return append(b, byte(r))
	case r < 0x100:
		return fmt.Appendf(b, "\\x%02x", r)
	case r < 0x10000:
		return fmt.Appendf(b, "\\u%04x", r)
	}
	return fmt.Appendf(b, "\\U%08x", r)
}

// quoteFor is the quote that a repr uses.
func quoteFor(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

// quoteText is a str's repr.
func quoteText(s string) string {
	quote := quoteFor(s)
	b := make([]byte, 0, len(s)+2)
	b = append(b, quote)
	for s != "" {
		r, n := decodeRune(s)
		switch {
		case r < 0x80:
			b = appendQuoted(b, byte(r), quote)
		case isPrintable(r):
			b = append(b, s[:n]...)
		default:
			b = appendEscape(b, r)
		}
		s = s[n:]
	}
	return string(append(b, quote))
}

// appendQuoted adds an ASCII character of a repr.
func appendQuoted(b []byte, c, quote byte) []byte {
	switch {
	case c == quote || c == '\\':
		return append(b, '\\', c)
	case c == '\n':
		return append(b, '\\', 'n')
	case c == '\r':
		return append(b, '\\', 'r')
	case c == '\t':
		return append(b, '\\', 't')
	case c < ' ' || c >= 0x7f:
		return fmt.Appendf(b, "\\x%02x", c)
	}
	return append(b, c)
}
