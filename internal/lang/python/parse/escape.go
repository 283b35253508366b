package parse

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// simpleEscape is the value of an escape of one letter; ok is whether it is one.
func simpleEscape(c byte) (value byte, ok bool) {
	switch c {
	case '\\', '\'', '"':
		return c, true
	case 'a':
		return 7, true
	case 'b':
		return 8, true
	case 'f':
		return 12, true
	case 'n':
		return 10, true
	case 'r':
		return 13, true
	case 't':
		return 9, true
	case 'v':
		return 11, true
	}
	return 0, false
}

// octal reads up to three octal digits.
func octal(s string) (value rune, n int) {
	for n < 3 && n < len(s) && s[n] >= '0' && s[n] < '8' {
		value = value<<3 | rune(s[n]-'0')
		n++
	}
	return value, n
}

// hexDigits reads up to most hexadecimal digits.
func hexDigits(s string, most int) (value uint32, n int) {
	for n < most && n < len(s) && isHex(s[n]) {
		d := uint32(s[n] - '0')
		if !isDigit(s[n]) {
			d = uint32(s[n]|0x20-'a') + 10
		}
		value = value<<4 | d
		n++
	}
	return value, n
}

// unescapeBytes is the value of the body of a bytes literal.
func (p *parser) unescapeBytes(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if s[i] != '\\' || i+1 >= len(s) {
			b = append(b, s[i])
			i++
			continue
		}
		c := s[i+1]
		if v, ok := simpleEscape(c); ok {
			b = append(b, v)
			i += 2
		} else if v, n := octal(s[i+1:]); n > 0 {
			b = append(b, byte(v))
			i += 1 + n
		} else if c == 'x' {
			v, n := hexDigits(s[i+2:], 2)
			if n < 2 {
				p.raiseLast("SyntaxError", "(value error) invalid \\x escape at position %d", i)
			}
			b = append(b, byte(v))
			i += 4
		} else if c == '\n' {
			i += 2
		} else {
			b = append(b, '\\')
			i++
		}
	}
	return string(b)
}

// unescape is the value of the body of a string literal.
func (p *parser) unescape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		n := strings.IndexByte(s[i:], '\\')
		if n < 0 || i+n+1 >= len(s) {
			b.WriteString(s[i:])
			break
		}
		b.WriteString(s[i : i+n])
		i += n
		c := s[i+1]
		if v, ok := simpleEscape(c); ok {
			b.WriteByte(v)
			i += 2
			continue
		}
		if v, n := octal(s[i+1:]); n > 0 {
			b.WriteRune(v)
			i += 1 + n
			continue
		}
		switch c {
		case 'x':
			i = p.hexEscape(&b, s, i, 2, "truncated \\xXX escape")
		case 'u':
			i = p.hexEscape(&b, s, i, 4, "truncated \\uXXXX escape")
		case 'U':
			i = p.hexEscape(&b, s, i, 8, "truncated \\UXXXXXXXX escape")
		case 'N':
			i = p.nameEscape(&b, s, i)
		case '\n':
			i += 2
		default:
			b.WriteByte('\\')
			i++
		}
	}
	return b.String()
}

// hexEscape writes the character of an escape at i, and is where it ends.
func (p *parser) hexEscape(b *strings.Builder, s string, i, digits int, msg string) int {
	v, n := hexDigits(s[i+2:], digits)
	end := i + 2 + n
	if n < digits {
		p.badEscape(s, i, end, msg)
	}
	if v > utf8.MaxRune {
		p.badEscape(s, i, end, "illegal Unicode character")
	}
	writeRune(b, rune(v))
	return end
}

// writeRune writes a character, a surrogate as any other.
func writeRune(b *strings.Builder, r rune) {
	if r >= 0xd800 && r < 0xe000 {
		b.Write([]byte{0xed, byte(0x80 | r>>6&0x3f), byte(0x80 | r&0x3f)})
		return
	}
	b.WriteRune(r)
}

// nameEscape writes the character of a \N{name} at i, and is where it ends.
func (p *parser) nameEscape(b *strings.Builder, s string, i int) int {
	if i+2 >= len(s) || s[i+2] != '{' {
		p.badEscape(s, i, i+2, "malformed \\N character escape")
	}
	n := strings.IndexByte(s[i+3:], '}')
	if n < 0 {
		p.badEscape(s, i, len(s), "malformed \\N character escape")
	}
	if n == 0 {
		p.badEscape(s, i, i+3, "malformed \\N character escape")
	}
	end := i + 3 + n + 1
	r, ok := characterNamed(s[i+3 : end-1])
	if !ok {
		p.badEscape(s, i, end, "unknown Unicode character name")
	}
	writeRune(b, r)
	return end
}

// badEscape raises the error of CPython's decoder, for which every character that isn't
// ASCII is an escape of ten bytes.
func (p *parser) badEscape(s string, start, end int, msg string) {
	from := start + wider(s[:start])
	to := end + wider(s[:end])
	if to == from+1 {
		p.raiseLast("SyntaxError", "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %d: %s", from, msg)
	}
	p.raiseLast("SyntaxError", "%s", fmt.Sprintf(
		"(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s", from, to-1, msg))
}

func wider(s string) int {
	n := 0
	for _, r := range s {
		if r >= 0x80 {
			n += 10 - utf8.RuneLen(r)
		}
	}
	return n
}
