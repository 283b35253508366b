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
		n, exact, err := f.bytesOf(t, d.raw[d.taken:], string(d.text[d.followed:consumed]))
		if err != nil || !exact {
			return d.at + uint64(d.taken+n), err
		}
		d.followed, d.taken = consumed, d.taken+n
	}
	return d.at + uint64(d.taken), nil
}

// bytesOf is how many of raw's first bytes text was made of. Where the text encoded isn't
// what raw begins with, since raw has bytes that are no characters, it tries how much gives
// the text; none gives exactly that where it ends within what was made of one byte.
func (f *file) bytesOf(t *py.Thread, raw []byte, text string) (n int, exact bool, err error) {
	encoding := f.readEncoding(max(f.decoded.at, 1))
	s, err := py.EncodeText(t, text, encoding, f.errors)
	if err == nil && bytes.HasPrefix(raw, []byte(s)) {
		return len(s), true, nil
	}
	if err != nil && py.Caught(err, py.UnicodeError) == nil {
		return 0, false, err
	}
	return longest(len(raw), text, func(n int) (string, error) {
		if err := t.Poll(); err != nil {
			return "", err
		}
		s, err := py.DecodeBytes(t, string(raw[:n]), encoding, f.errors)
		if err != nil {
			return "", err
		}
		return s.String(), nil
	})
}

// maxHalf is more than the bytes of any part of a character.
const maxHalf = 8

// longest is the largest n up to most of which decode makes text. Of more bytes it makes as
// many characters or more, but for those of half a character at the end.
func longest(most int, text string, decode func(n int) (string, error)) (n int, exact bool, err error) {
	chars := utf8.RuneCountInString(text)
	low, high := 0, min(most, 2*len(text)+maxHalf)
	for low < high {
		middle := (low + high + 1) / 2
		n, err := charsOf(middle, decode)
		switch {
		case err != nil:
			return 0, false, err
		case n > chars:
			high = middle - 1
		case middle == high && high < most: // what follows may have given nothing
			low, high = middle, min(most, 2*high)
		default:
			low = middle
		}
	}
	for n := min(low+maxHalf, most); n > 0 && n >= low-maxHalf; n-- {
		s, err := decode(n)
		if err == nil && s == text {
			return n, true, nil
		}
		if err != nil && py.Caught(err, py.UnicodeError) == nil {
			return 0, false, err
		}
	}
	return low, false, nil
}

// charsOf is how many characters decode makes of n bytes, less a half one at the end where
// that is an error.
func charsOf(n int, decode func(n int) (string, error)) (int, error) {
	for least := n - maxHalf; ; n-- {
		s, err := decode(n)
		if err == nil {
			return utf8.RuneCountInString(s), nil
		}
		if n <= max(least, 0) || py.Caught(err, py.UnicodeError) == nil {
			return 0, err
		}
	}
}
