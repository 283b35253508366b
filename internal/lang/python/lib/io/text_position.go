package io

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A decoded is the bytes of a file that the text read ahead was made of, and how far the
// two were last followed beside each other: for tell, which wants to know of a text how
// many bytes it was.
type decoded struct {
	at       uint64 // the offset of the bytes in the file
	raw      []byte
	text     []byte
	followed int // so many bytes of text are
	taken    int // so many of raw
}

// decode makes text of the whole rest of a file, raw, that lies there from at on.
func (f *file) decode(t *py.Thread, raw []byte, at uint64) error {
	s, err := py.DecodeBytes(t, string(raw), f.readEncoding(at), f.errors)
	if err != nil {
		return err
	}
	f.decoded = decoded{at: at, raw: raw, text: []byte(s.String())}
	if at == 0 {
		f.unmarked, f.decoded.taken = unmarked(f.encoding, raw)
	}
	f.ahead = f.decoded.text
	return nil
}

// readEncoding is the encoding of what lies at an offset: a mark is at the beginning alone.
func (f *file) readEncoding(at uint64) string {
	switch {
	case at == 0:
		return f.encoding
	case f.unmarked != "":
		return f.unmarked
	}
	encoding, _ := unmarked(f.encoding, nil)
	return encoding
}

// unmarked is the encoding after the mark of a byte order at the beginning of raw, and how
// long that is. Without one the order is this machine's.
func unmarked(encoding string, raw []byte) (string, int) {
	switch strings.ToLower(strings.ReplaceAll(encoding, "_", "-")) {
	case "utf-8-sig":
		if bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")) {
			return "utf-8", 3
		}
		return "utf-8", 0
	case "utf-16", "utf16":
		return ordered("utf-16", raw, "\xff\xfe", "\xfe\xff")
	case "utf-32", "utf32":
		return ordered("utf-32", raw, "\xff\xfe\x00\x00", "\x00\x00\xfe\xff")
	}
	return encoding, 0
}

func ordered(encoding string, raw []byte, little, big string) (string, int) {
	switch {
	case bytes.HasPrefix(raw, []byte(big)):
		return encoding + "-be", len(big)
	case bytes.HasPrefix(raw, []byte(little)):
		return encoding + "-le", len(little)
	}
	return encoding + "-le", 0
}

// position is the offset of what comes next.
func (f *file) position(t *py.Thread) (uint64, error) {
	if !f.text || !f.whole || len(f.ahead) == 0 {
		return f.at, nil
	}
	d := &f.decoded
	consumed := len(d.text) - len(f.ahead)
	if consumed == 0 {
		return d.at, nil
	}
	if consumed > d.followed {
		n, err := f.bytesOf(t, d.raw[d.taken:], string(d.text[d.followed:consumed]))
		if err != nil {
			return 0, err
		}
		d.followed, d.taken = consumed, d.taken+n
	}
	return d.at + uint64(d.taken), nil
}

// bytesOf is how many of raw's first bytes text was made of. Where the text encoded isn't
// what raw begins with, since raw has bytes that are no characters, it tries how much gives
// the text, and leaves what gives the rest. There is an error where nothing does, as within
// what was made of one byte.
func (f *file) bytesOf(t *py.Thread, raw []byte, text string) (int, error) {
	encoding := f.readEncoding(max(f.decoded.at, 1))
	s, err := py.EncodeText(t, text, encoding, f.errors)
	if err != nil && py.Caught(err, py.UnicodeError) == nil {
		return 0, err
	}
	p := &pieces{raw: raw, text: text, rest: f.ahead, decode: func(part []byte) (string, error) {
		if err := t.Poll(); err != nil {
			return "", err
		}
		s, err := py.DecodeBytes(t, string(part), encoding, f.errors)
		if err != nil {
			return "", err
		}
		return s.String(), nil
	}}
	if err == nil && bytes.HasPrefix(raw, []byte(s)) {
		if ok, err := p.fits(len(s)); ok || err != nil {
			return len(s), err
		}
	}
	least, err := p.least()
	if err != nil {
		return 0, err
	}
	for n := max(least-maxHalf, 0); n <= min(least+maxHalf, len(raw)); n++ {
		if ok, err := p.fits(n); ok || err != nil {
			return n, err
		}
	}
	return 0, py.Raise(py.OSError, "can't reconstruct logical file position")
}

// pieces look for the place in raw whose left side decodes to a text, and whose right side
// to the rest.
type pieces struct {
	raw    []byte
	text   string
	rest   []byte // UTF-8
	decode func(part []byte) (string, error)
}

const (
	// maxHalf is more than the bytes of any part of a character.
	maxHalf = 8
	// window is how much of the rest is looked at.
	window = 64
)

// fits reports whether the place is before the n-th byte.
func (p *pieces) fits(n int) (bool, error) {
	s, err := p.decode(p.raw[:n])
	if err != nil || s != p.text {
		return false, unlessUnicode(err)
	}
	right := p.raw[n:]
	if len(right) <= window {
		s, err = p.decode(right)
		return err == nil && s == string(p.rest), unlessUnicode(err)
	}
	s, err = decodedPart(right[:window], p.decode)
	for range maxHalf { // which may be of half a character
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return err == nil && bytes.HasPrefix(p.rest, []byte(s)), err
}

func unlessUnicode(err error) error {
	if py.Caught(err, py.UnicodeError) != nil {
		return nil
	}
	return err
}

// least is the smallest number of bytes that give as many characters as the text has, but
// for those of half a character: more bytes give as many or more.
func (p *pieces) least() (int, error) {
	chars := utf8.RuneCountInString(p.text)
	enough := func(n int) (bool, error) {
		s, err := decodedPart(p.raw[:n], p.decode)
		return utf8.RuneCountInString(s) >= chars, err
	}
	low, high := 0, min(len(p.raw), len(p.text)+maxHalf)
	for high < len(p.raw) {
		ok, err := enough(high)
		if err != nil {
			return 0, err
		}
		if ok {
			break
		}
		low, high = high, min(len(p.raw), 2*high)
	}
	for low < high {
		middle := (low + high) / 2
		ok, err := enough(middle)
		if err != nil {
			return 0, err
		}
		if ok {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low, nil
}

// decodedPart is what decode makes of a part of a text, less a half character at its end
// where that is an error.
func decodedPart(part []byte, decode func(part []byte) (string, error)) (string, error) {
	for least := max(len(part)-maxHalf, 0); ; part = part[:len(part)-1] {
		s, err := decode(part)
		if err == nil || py.Caught(err, py.UnicodeError) == nil {
			return s, err
		}
		if len(part) <= least {
			return "", nil
		}
	}
}
