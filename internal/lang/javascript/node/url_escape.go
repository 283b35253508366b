package node

import (
	"strings"
)

// An escapeSet says which ASCII characters a part of a URL has percent-encoded, beyond
// controls. What isn't ASCII always is.
type escapeSet string

// The sets of the URL standard, by the part that they are for.
const (
	escapeControls escapeSet = ""
	escapeFragment escapeSet = " \"<>`"
	escapeQuery    escapeSet = " \"#<>"
	escapeSpecial  escapeSet = escapeQuery + "'" // the query of a special scheme
	escapePath     escapeSet = escapeQuery + "?`{}"
	escapeUserinfo escapeSet = escapePath + "/:;=@[\\]^|"
)

const upperHexDigits = "0123456789ABCDEF"

func (s escapeSet) escapes(c byte) bool {
	return c < 0x20 || c > 0x7e || strings.IndexByte(string(s), c) >= 0
}

// appendTo appends text with what s has percent-encoded.
func (s escapeSet) appendTo(b []byte, text string) []byte {
	for i := range len(text) {
		if c := text[i]; s.escapes(c) {
			b = appendEscape(b, c)
		} else {
			b = append(b, c)
		}
	}
	return b
}

func (s escapeSet) escape(text string) string {
	return string(s.appendTo(make([]byte, 0, len(text)+len("%20")), text))
}

func appendEscape(b []byte, c byte) []byte {
	return append(b, '%', upperHexDigits[c>>4], upperHexDigits[c&15])
}

// unescape turns percent-encoded bytes into bytes. A percent sign that no two digits
// follow stays.
func unescape(text string) []byte {
	b := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '%' && i+2 < len(text) && isHex(text[i+1]) && isHex(text[i+2]) {
			c = hexValue(text[i+1])<<4 | hexValue(text[i+2])
			i += 2
		}
		b = append(b, c)
	}
	return b
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isAlpha(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isHex(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

func hexValue(c byte) byte {
	if isDigit(c) {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}

// maxPairs is how many names and values one text may hold. It bounds how much larger
// than the text they are.
const maxPairs = 1 << 20

// parseForm returns the names and values of application/x-www-form-urlencoded text, in
// turn. It is false when there are too many.
func parseForm(text string) ([]string, bool) {
	var pairs []string
	for part := range strings.SplitSeq(text, "&") {
		if part == "" {
			continue
		}
		if len(pairs) >= 2*maxPairs {
			return nil, false
		}
		name, value, _ := strings.Cut(strings.ReplaceAll(part, "+", " "), "=")
		pairs = append(pairs, decodeUTF8(unescape(name)), decodeUTF8(unescape(value)))
	}
	return pairs, true
}

// formatForm is the opposite of parseForm.
func formatForm(pairs []string) string {
	var b []byte
	for i, text := range pairs {
		if i > 0 {
			b = append(b, "&="[i%2])
		}
		b = appendForm(b, text)
	}
	return string(b)
}

func appendForm(b []byte, text string) []byte {
	for i := range len(text) {
		switch c := text[i]; {
		case c == ' ':
			b = append(b, '+')
		case isAlpha(c), isDigit(c), strings.IndexByte("*-._", c) >= 0:
			b = append(b, c)
		default:
			b = appendEscape(b, c)
		}
	}
	return b
}
