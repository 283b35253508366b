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
		return t.quoted(v.s)
	case Int:
		return intStr(v), nil
	case Float:
		return ASCIIStr(formatFloatRepr(float64(v))), nil
	}
	v, err := t.reprValue(x)
	return textResult("__repr__", v, err)
}

// reprValue is what an object's __repr__ returns, whatever that is.
func (t *Thread) reprValue(x Object) (Object, error) {
	if err := t.enterFor(" while getting the repr of an object"); err != nil {
		return nil, err
	}
	defer t.leave()
	c := x.Class()
	if !c.Heap && c.Slots.Repr != nil {
		return c.Slots.Repr(t, x)
	}
	v, found, err := t.callSpecial(x, "__repr__")
	if !found && err == nil {
		return NewStr(fmt.Sprintf("<%s object>", c.Name)), nil
	}
	return v, err
}

// reprObject is repr(x), which may be of a subclass of str.
func (t *Thread) reprObject(x Object) (Object, error) {
	if !x.Class().Heap {
		return object(t.Repr(x))
	}
	v, err := t.reprValue(x)
	if _, err := textResult("__repr__", v, err); err != nil {
		return nil, err
	}
	return v, nil
}

// asciiObject is ascii(x), which is repr(x) where that is ASCII.
func (t *Thread) asciiObject(x Object) (Object, error) {
	v, err := t.reprObject(x)
	if err != nil {
		return nil, err
	}
	if s := Native(v).(*Str); !s.ASCII() {
		return object(t.escapeNonASCII(s.s))
	}
	return v, nil
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
		return nil, Raise(TypeError, "%s returned non-string (type %s)", method, v.Class().fullName())
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
		return nil, Raise(TypeError, "__str__ returned non-string (type %s)", v.Class().fullName())
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
	return t.escapeNonASCII(s.s)
}

// escapeNonASCII is a text with escapes in place of what isn't ASCII.
func (t *Thread) escapeNonASCII(s string) (*Str, error) {
	b := make([]byte, 0, len(s)+16)
	for s != "" {
		if t.ending() {
			return nil, ErrStopped
		}
		if len(b) > maxText {
			return nil, NewExc(MemoryError)
		}
		r, n := decodeRune(s)
		b = appendEscape(b, r)
		s = s[n:]
	}
	return ownedStr(b), nil
}

func appendEscape(b []byte, r rune) []byte {
	switch {
	case r < 0x80:
		return append(b, byte(r))
	case r < 0x100:
		return appendHex(append(b, '\\', 'x'), r, 2)
	case r < 0x10000:
		return appendHex(append(b, '\\', 'u'), r, 4)
	}
	return appendHex(append(b, '\\', 'U'), r, 8)
}

// appendHex adds a code point's last hexadecimal digits.
func appendHex(b []byte, r rune, digits int) []byte {
	for digits--; digits >= 0; digits-- {
		b = append(b, hexDigits[r>>(4*digits)&15])
	}
	return b
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
	b, _ := appendText(s, func() bool { return false })
	return string(b)
}

// quoted is the repr of a str, which may be too long.
func (t *Thread) quoted(s string) (*Str, error) {
	b, ok := appendText(s, t.ending)
	switch {
	case ok:
		return ownedStr(b), nil
	case t.ending():
		return nil, ErrStopped
	}
	return nil, NewExc(MemoryError)
}

// appendText adds a repr; it says no where that is too long, or it was to stop.
func appendText(s string, stop func() bool) ([]byte, bool) {
	quote := quoteFor(s)
	b := make([]byte, 0, len(s)+2)
	b = append(b, quote)
	for s != "" {
		r, n := decodeRune(s)
		switch {
		case r >= ' ' && r < 0x7f && r != '\\' && r != rune(quote):
			b = append(b, byte(r))
		case len(b) > maxText || stop():
			return nil, false
		case r < 0x80:
			b = appendQuoted(b, byte(r), quote)
		case isPrintable(r):
			b = append(b, s[:n]...)
		default:
			b = appendEscape(b, r)
		}
		s = s[n:]
	}
	return append(b, quote), len(b) <= maxText
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
		return appendHex(append(b, '\\', 'x'), rune(c), 2)
	}
	return append(b, c)
}
