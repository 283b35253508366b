package py

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/parse"
)

// noRune is what an escape stands for that stands for nothing: a newline's.
const noRune = -1

// nextEscape is the code point that s begins with, in which a backslash begins an escape.
func nextEscape(s string, raw bool) (r rune, n int, reason string) {
	if s[0] != '\\' {
		return rune(s[0]), 1, ""
	}
	if len(s) == 1 {
		if raw {
			return '\\', 1, ""
		}
		return 0, 1, "\\ at end of string"
	}
	c := s[1]
	if raw && c != 'u' && c != 'U' {
		return '\\', 1, ""
	}
	if i := strings.IndexByte(`abfnrtv\'"`, c); i >= 0 {
		return rune("\a\b\f\n\r\t\v\\'\""[i]), 2, ""
	}
	switch {
	case c == '\n':
		return noRune, 2, ""
	case c == 'N':
		return nameEscape(s)
	case c == 'x':
		return hexEscape(s, 2, "truncated \\xXX escape")
	case c == 'u':
		return hexEscape(s, 4, "truncated \\uXXXX escape")
	case c == 'U':
		return hexEscape(s, 8, "truncated \\UXXXXXXXX escape")
	case c >= '0' && c <= '7':
		n = 1
		for n < len(s) && n < 4 && s[n] >= '0' && s[n] <= '7' {
			r = r*8 + rune(s[n]-'0')
			n++
		}
		return r, n, ""
	}
	return '\\', 1, ""
}

// nameEscape reads \N{name}.
func nameEscape(s string) (r rune, n int, failed string) {
	const malformed = "malformed \\N character escape"
	if len(s) < 3 || s[2] != '{' {
		return 0, 2, malformed
	}
	end := strings.IndexByte(s, '}')
	if end < 0 {
		return 0, len(s), malformed
	}
	if end == 3 {
		return 0, 3, malformed
	}
	r, ok := parse.CharacterNamed(s[3:end])
	if !ok {
		return 0, end + 1, "unknown Unicode character name"
	}
	return r, end + 1, ""
}

// hexEscape reads a backslash, a letter and size digits.
func hexEscape(s string, size int, reason string) (r rune, n int, failed string) {
	n = 2
	for n < len(s) && n < size+2 {
		d := hexDigit(s[n])
		if d < 0 {
			break
		}
		if r < 0x1000000 {
			r = r<<4 | rune(d)
		}
		n++
	}
	switch {
	case n < size+2:
		return 0, n, reason
	case r > 0x10ffff:
		return 0, n, "illegal Unicode character"
	}
	return r, n, ""
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
