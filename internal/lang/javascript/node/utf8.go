package node

import (
	"unicode/utf8"
)

// decodeUTF8 returns b as text with U+FFFD for what isn't UTF-8: one for each longest
// part that could begin a character, as browsers and Node have it, where a conversion
// of Go's gives one for each byte.
func decodeUTF8(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	out := make([]byte, 0, len(b)+8)
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			n = malformed(b)
		}
		out = utf8.AppendRune(out, r)
		b = b[n:]
	}
	return string(out)
}

// malformed returns how many bytes at the beginning of b, at least 1, are one error.
func malformed(b []byte) int {
	n, low, high := sequence(b[0])
	for i := 1; i < n; i++ {
		if i == len(b) || b[i] < low || b[i] > high {
			return i
		}
		low, high = 0x80, 0xbf
	}
	return 1
}

// sequence returns how long the character that c begins is, 1 when it begins none, and
// which bytes may follow c.
func sequence(c byte) (n int, low, high byte) {
	low, high = 0x80, 0xbf
	switch {
	case c >= 0xc2 && c <= 0xdf:
		return 2, low, high
	case c == 0xe0:
		return 3, 0xa0, high
	case c == 0xed:
		return 3, low, 0x9f
	case c >= 0xe1 && c <= 0xef:
		return 3, low, high
	case c == 0xf0:
		return 4, 0x90, high
	case c == 0xf4:
		return 4, low, 0x8f
	case c >= 0xf1 && c <= 0xf3:
		return 4, low, high
	}
	return 1, low, high
}

// incomplete returns how many bytes at the end of b begin a character that needs more.
func incomplete(b []byte) int {
	for n := 1; n <= 3 && n <= len(b); n++ {
		tail := b[len(b)-n:]
		if tail[0]&0xc0 == 0x80 {
			continue
		}
		if length, _, _ := sequence(tail[0]); length > n && malformed(tail) == n {
			return n
		}
		return 0
	}
	return 0
}
