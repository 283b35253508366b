package py

import (
	"encoding/binary"
	"math"
	"math/bits"
	"sync/atomic"
	"unicode/utf8"
	"unsafe"
)

// A Str is a str. Its text is UTF-8, in which a lone surrogate is three bytes as of any
// other code point. It is small, as programs have many: 32 bytes, and short texts that are
// made anew lie behind it in the same memory, see newText.
type Str struct {
	s string
	// Constants are shared by executions: these two are read and written atomically.
	hash  uint32 // 0 is not known yet, or the empty text's
	count uint32 // code points + 1; 0 is not known yet
	more  atomic.Pointer[textMore]
}

// A textMore is what some texts have besides: where their code points are, of those that
// aren't ASCII and were indexed; and the memory of those that were made by +.
type textMore struct {
	growth
	runeIndex
}

// Class returns the class str.
func (*Str) Class() *Class { return StrClass }

// NewStr returns a str of a text that is valid as Str says.
func NewStr(s string) *Str { return &Str{s: s} }

// ASCIIStr returns a str of a text that is ASCII.
func ASCIIStr(s string) *Str { return &Str{s: s, count: uint32(len(s)) + 1} }

// String is the text.
func (s *Str) String() string { return s.s }

// Len is how many code points there are.
func (s *Str) Len() int {
	if n := atomic.LoadUint32(&s.count); n != 0 {
		return int(n - 1)
	}
	n := countRunes(s.s)
	if n < math.MaxUint32 {
		atomic.StoreUint32(&s.count, uint32(n)+1)
	}
	return n
}

// ASCII reports whether each code point is one byte.
func (s *Str) ASCII() bool { return s.Len() == len(s.s) }

// countRunes counts code points: bytes that don't continue one.
func countRunes(s string) int {
	n := len(s)
	b := unsafe.Slice(unsafe.StringData(s), n)
	for ; len(b) >= 8; b = b[8:] { // eight at once
		if x := binary.LittleEndian.Uint64(b); x&0x8080808080808080 != 0 {
			n -= bits.OnesCount64(x >> 7 & ^(x >> 6) & 0x0101010101010101)
		}
	}
	for _, c := range b {
		if c&0xc0 == 0x80 {
			n--
		}
	}
	return n
}

// decodeRune is utf8.DecodeRuneInString, but that surrogates are code points.
func decodeRune(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	if len(s) >= 3 && s[0] == 0xed && s[1] >= 0xa0 {
		return rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s)
}

// appendRune is utf8.AppendRune, but that surrogates are code points.
func appendRune(b []byte, r rune) []byte {
	if r >= 0xd800 && r < 0xe000 {
		return append(b, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0xbf, 0x80|byte(r)&0xbf)
	}
	return utf8.AppendRune(b, r)
}

// asciiChars are the strings of one ASCII character.
var asciiChars = func() (list [utf8.RuneSelf]*Str) {
	block := new([len(list)]Str) // one allocation: every worker begins with it
	for i := range list {
		block[i] = *ASCIIStr(string(rune(i)))
		list[i] = &block[i]
	}
	return list
}()

// emptyStr is "".
var emptyStr = ASCIIStr("")

// charOf is the str of one code point.
func charOf(r rune) *Str {
	if r < utf8.RuneSelf {
		return asciiChars[r]
	}
	if r <= maxLatin1 {
		return latin1Chars[r-utf8.RuneSelf]
	}
	var b [4]byte
	return copyStr(appendRune(b[:0], r))
}

const maxLatin1 = 0xff

// latin1Chars are the strings of one character of Latin-1 that isn't ASCII: of those, as of
// ASCII's, there is one object each.
var latin1Chars = func() (list [maxLatin1 + 1 - utf8.RuneSelf]*Str) {
	block := new([len(list)]Str)
	for i := range list {
		block[i].s = string(rune(i + utf8.RuneSelf))
		list[i] = &block[i]
	}
	return list
}()

// oneChar is the str of a character's bytes.
func oneChar(s string) *Str {
	switch {
	case len(s) == 1:
		return asciiChars[s[0]]
	case len(s) == 2 && s[0] <= 0xc3:
		return latin1Chars[(s[0]&3)<<6|s[1]&0x3f-utf8.RuneSelf]
	}
	return NewStr(s)
}

// At is the code point at i, which is in range, as a str.
func (s *Str) At(i int) *Str {
	if s.ASCII() {
		return asciiChars[s.s[i]]
	}
	at := s.offset(i)
	_, n := decodeRune(s.s[at:])
	return oneChar(s.s[at : at+n])
}

// Part is the code points from lo to before hi, which are in range.
func (s *Str) Part(lo, hi int) *Str {
	switch {
	case lo >= hi:
		return emptyStr
	case lo == 0 && hi == s.Len():
		return s
	case hi == lo+1:
		return s.At(lo)
	case s.ASCII():
		return ASCIIStr(s.s[lo:hi])
	}
	return NewStr(s.s[s.offset(lo):s.offset(hi)])
}
