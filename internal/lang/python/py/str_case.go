package py

import (
	"strings"
)

// mapRunes is a text with each code point mapped; ASCII ones are mapped by ascii. It is cut
// short, as all of these are, when the run was stopped.
func mapRunes(t *Thread, s string, ascii func(byte) byte, f func([]byte, rune) []byte) string {
	b := make([]byte, 0, len(s)+len(s)/8)
	for i := 0; i < len(s); {
		if c := s[i]; c < 0x80 {
			b = append(b, ascii(c))
			i++
			continue
		}
		if t.ending() {
			break
		}
		r, n := decodeRune(s[i:])
		b = f(b, r)
		i += n
	}
	return string(b)
}

// strCase makes a method of what it does to ASCII characters, and to any text.
func strCase(ascii func(byte) byte, f func(t *Thread, s *Str) string) GoFunc {
	var table [128]byte
	for c := range table {
		table[c] = ascii(byte(c))
	}
	other := strMethod(f)
	return func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str)
		if !s.ASCII() {
			return other(t, a)
		}
		z, text := newText(len(s.s))
		for i := range text {
			text[i] = table[s.s[i]&0x7f]
		}
		z.count = uint32(len(text)) + 1
		return z, nil
	}
}

func upperByte(c byte) byte {
	if c >= 'a' && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c - 'A' + 'a'
	}
	return c
}

func swapByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c - 'A' + 'a'
	}
	return upperByte(c)
}

func upper(t *Thread, s *Str) string {
	if s.ASCII() {
		return strings.ToUpper(s.s)
	}
	return mapRunes(t, s.s, upperByte, appendUpper)
}

func casefold(t *Thread, s *Str) string {
	if s.ASCII() {
		return strings.ToLower(s.s)
	}
	return mapRunes(t, s.s, lowerByte, appendFold)
}

const bigSigma = 'Σ'

func lower(t *Thread, s *Str) string {
	if s.ASCII() {
		return strings.ToLower(s.s)
	}
	if !strings.ContainsRune(s.s, bigSigma) {
		return mapRunes(t, s.s, lowerByte, appendLower)
	}
	return string(t.appendLowerFrom(make([]byte, 0, len(s.s)), s.s, 0))
}

// appendLowerFrom adds the lower case of s from byte at on. A sigma at the end of a word
// is one of its own.
func (t *Thread) appendLowerFrom(b []byte, s string, at int) []byte {
	for at < len(s) && !t.ending() {
		r, n := decodeRune(s[at:])
		b = t.appendLowerAt(b, s, at, r)
		at += n
	}
	return b
}

func (t *Thread) appendLowerAt(b []byte, s string, at int, r rune) []byte {
	if r == bigSigma {
		return append(b, t.lowerSigma(s, at)...)
	}
	return appendLower(b, r)
}

// lowerSigma is the sigma at a byte of s in lower case.
func (t *Thread) lowerSigma(s string, at int) string {
	before := false
	for i := at; i > 0 && !t.ending(); {
		i--
		for s[i]&0xc0 == 0x80 {
			i--
		}
		if r, _ := decodeRune(s[i:]); !isCaseIgnorable(r) {
			before = isCased(r)
			break
		}
	}
	if !before {
		return "σ"
	}
	for i := at + len("Σ"); i < len(s) && !t.ending(); {
		r, n := decodeRune(s[i:])
		if !isCaseIgnorable(r) {
			if isCased(r) {
				return "σ"
			}
			break
		}
		i += n
	}
	return "ς"
}

func capitalize(t *Thread, s *Str) string {
	if s.s == "" {
		return ""
	}
	r, n := decodeRune(s.s)
	return string(t.appendLowerFrom(appendTitle(make([]byte, 0, len(s.s)), r), s.s, n))
}

func swapcase(t *Thread, s *Str) string {
	if s.ASCII() {
		return mapRunes(t, s.s, swapByte, nil)
	}
	b := make([]byte, 0, len(s.s))
	for i := 0; i < len(s.s) && !t.ending(); {
		r, n := decodeRune(s.s[i:])
		switch {
		case isUpper(r):
			b = t.appendLowerAt(b, s.s, i, r)
		case isLower(r):
			b = appendUpper(b, r)
		default:
			b = appendRune(b, r)
		}
		i += n
	}
	return string(b)
}

func title(t *Thread, s *Str) string {
	b := make([]byte, 0, len(s.s))
	inWord := false
	for i := 0; i < len(s.s) && !t.ending(); {
		r, n := decodeRune(s.s[i:])
		if inWord {
			b = t.appendLowerAt(b, s.s, i, r)
		} else {
			b = appendTitle(b, r)
		}
		inWord = isCased(r)
		i += n
	}
	return string(b)
}
