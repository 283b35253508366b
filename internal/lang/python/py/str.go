package py

import (
	"sync/atomic"
	"unicode/utf8"
	"unsafe"
)

// A Str is a str. Its text is UTF-8, in which a lone surrogate is three bytes as of any
// other code point.
type Str struct {
	s     string
	hash  atomic.Int64              // 0 is not known yet
	count atomic.Int64              // code points + 1; 0 is not known yet
	grow  *growth                   // nil unless the text was made by +
	index atomic.Pointer[runeIndex] // nil until it is indexed; only of texts that aren't ASCII
}

// Class returns the class str.
func (*Str) Class() *Class { return StrClass }

// NewStr returns a str of a text that is valid as Str says.
func NewStr(s string) *Str { return &Str{s: s} }

// ASCIIStr returns a str of a text that is ASCII.
func ASCIIStr(s string) *Str {
	p := &Str{s: s}
	p.count.Store(int64(len(s)) + 1)
	return p
}

// String is the text.
func (s *Str) String() string { return s.s }

// Len is how many code points there are.
func (s *Str) Len() int {
	if n := s.count.Load(); n != 0 {
		return int(n - 1)
	}
	n := countRunes(s.s)
	s.count.Store(int64(n) + 1)
	return n
}

// ASCII reports whether each code point is one byte.
func (s *Str) ASCII() bool { return s.Len() == len(s.s) }

// countRunes counts code points: bytes that don't continue one.
func countRunes(s string) (n int) {
	for i := range len(s) {
		if s[i]&0xc0 != 0x80 {
			n++
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
	for i := range list {
		list[i] = NewStr(string(rune(i)))
	}
	return list
}()

// emptyStr is "".
var emptyStr = NewStr("")

// charOf is the str of one code point.
func charOf(r rune) *Str {
	if r < utf8.RuneSelf {
		return asciiChars[r]
	}
	return NewStr(string(appendRune(nil, r)))
}

// A growth is the memory that a str shares with those that were made from it by adding
// to its end, so that s += x in a loop is not quadratic.
type growth struct {
	buf []byte // its capacity is what there is room for; its length is what is used
}

// concat is x + y.
func concat(x, y *Str) *Str {
	switch {
	case len(x.s) == 0:
		return y
	case len(y.s) == 0:
		return x
	}
	n := len(x.s) + len(y.s)
	g := x.grow
	if g == nil || len(g.buf) != len(x.s) || cap(g.buf) < n {
		if n < 64 { // too short to be worth the room
			return joined(x, y, NewStr(x.s+y.s))
		}
		room := n + n/8
		if g != nil { // it was added to before: it will be again
			room = 2 * n
		}
		g = &growth{append(make([]byte, 0, room), x.s...)}
	}
	// Nobody sees the bytes beyond len(x.s): x is the longest str that shares them.
	g.buf = append(g.buf, y.s...)
	return joined(x, y, &Str{s: unsafe.String(&g.buf[0], n), grow: g})
}

func joined(x, y, z *Str) *Str {
	if a, b := x.count.Load(), y.count.Load(); a != 0 && b != 0 {
		z.count.Store(a + b - 1)
	}
	return z
}

const runeStride = 32

// A runeIndex has the byte offset of every 32nd code point.
type runeIndex struct{ offsets []int32 }

// offset is where code point i begins, which may be the end; i is in range.
func (s *Str) offset(i int) int {
	if s.ASCII() {
		return i
	}
	x := s.index.Load()
	if x == nil {
		x = indexRunes(s.s, s.Len())
		s.index.Store(x)
	}
	at := int(x.offsets[i/runeStride])
	for range i % runeStride {
		_, n := decodeRune(s.s[at:])
		at += n
	}
	return at
}

func indexRunes(s string, count int) *runeIndex {
	x := &runeIndex{make([]int32, 0, count/runeStride+1)}
	n := 0
	for i := range len(s) {
		if s[i]&0xc0 == 0x80 {
			continue
		}
		if n%runeStride == 0 {
			x.offsets = append(x.offsets, int32(i))
		}
		n++
	}
	if n%runeStride == 0 {
		x.offsets = append(x.offsets, int32(len(s)))
	}
	return x
}

// At is the code point at i, which is in range, as a str.
func (s *Str) At(i int) *Str {
	if s.ASCII() {
		return asciiChars[s.s[i]]
	}
	at := s.offset(i)
	_, n := decodeRune(s.s[at:])
	return NewStr(s.s[at : at+n])
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
		p := NewStr(s.s[lo:hi])
		p.count.Store(int64(hi-lo) + 1)
		return p
	}
	return NewStr(s.s[s.offset(lo):s.offset(hi)])
}
