package syntax

import (
	"fmt"
	"unicode/utf8"
)

// A str may have lone surrogates, which are three bytes here as of any other code point.

// text is a code point as text.
func text(r rune) string {
	if r >= 0xd800 && r < 0xe000 {
		return string([]byte{0xe0 | byte(r>>12), 0x80 | byte(r>>6)&0x3f, 0x80 | byte(r)&0x3f})
	}
	return string(r)
}

// runes is how many code points there are.
func runes(s string) (n int) {
	for i := range len(s) {
		if s[i]&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

// DecodeRune is the first code point of a text that isn't empty, and its length.
func DecodeRune(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	if len(s) >= 3 && s[0] == 0xed && s[1] >= 0xa0 {
		return rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s)
}

// AppendRune appends a code point's text.
func AppendRune(b []byte, r rune) []byte { return append(b, text(r)...) }

// Runes are the code points of a str.
func Runes(s string) []rune {
	list := make([]rune, 0, len(s))
	for len(s) > 0 {
		r, n := DecodeRune(s)
		list = append(list, r)
		s = s[n:]
	}
	return list
}

// Bytes are the bytes of a bytes, a code point each.
func Bytes(s string) []rune {
	list := make([]rune, len(s))
	for i := range len(s) {
		list[i] = rune(s[i])
	}
	return list
}

func hexEscape(r rune) string {
	switch {
	case r < 0x100:
		return fmt.Sprintf(`\x%02x`, r)
	case r < 0x10000:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\U%08x`, r)
}
