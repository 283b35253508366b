package py

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A decoder makes a text of bytes.
type decoder struct {
	t      *Thread
	codec  codec
	in     string
	errors string
	out    []byte
}

func (d *decoder) run() error {
	at := d.mark()
	for steps := 0; at < len(d.in); steps++ {
		if steps&0xffff == 0xffff {
			if err := d.t.Poll(); err != nil {
				return err
			}
		}
		r, n, reason := d.next(at)
		if reason == "" {
			if r != noRune {
				d.out = appendRune(d.out, r)
			}
			at += n
			continue
		}
		next, err := d.failed(at, at+n, reason)
		if err != nil {
			return err
		}
		at = next
	}
	return nil
}

// mark is where the text begins after a byte order mark, which says what the codec is.
func (d *decoder) mark() int {
	has := func(s string) bool { return strings.HasPrefix(d.in, s) }
	switch d.codec {
	case utf8SigCodec:
		if has("\ufeff") {
			d.in = d.in[3:]
		}
	case utf16Codec:
		d.codec = utf16LECodec
		if has("\xfe\xff") {
			d.codec = utf16BECodec
		}
		if has("\xfe\xff") || has("\xff\xfe") {
			return 2
		}
	case utf32Codec:
		d.codec = utf32LECodec
		if has("\x00\x00\xfe\xff") {
			d.codec = utf32BECodec
			return 4
		}
		if has("\xff\xfe\x00\x00") {
			return 4
		}
	}
	return 0
}

// next is the code point at a byte and how many bytes it is, or what is wrong with them.
func (d *decoder) next(at int) (r rune, n int, reason string) {
	c := d.in[at]
	switch d.codec {
	case utf8Codec, utf8SigCodec:
		return nextUTF8(d.in[at:])
	case asciiCodec:
		if c >= 0x80 {
			return 0, 1, "ordinal not in range(128)"
		}
	case cp1252Codec:
		if c >= 0x80 && c < 0xa0 {
			if cp1252High[c-0x80] == 0 {
				return 0, 1, "character maps to <undefined>"
			}
			return cp1252High[c-0x80], 1, ""
		}
	case utf16LECodec, utf16BECodec:
		return d.nextUTF16(at)
	case utf32LECodec, utf32BECodec:
		return d.nextUTF32(at)
	case unicodeEscapeCodec, rawUnicodeEscapeCodec:
		return nextEscape(d.in[at:], d.codec == rawUnicodeEscapeCodec)
	}
	if d.codec >= gbkCodec {
		return multibytes[d.codec]().next(d.in[at:])
	}
	if d.codec >= cp437Codec && d.codec < utf16Codec {
		r, ok := charsetRune(d.codec, c)
		if !ok {
			return 0, 1, "character maps to <undefined>"
		}
		return r, 1, ""
	}
	return rune(c), 1, ""
}

func nextUTF8(s string) (r rune, n int, reason string) {
	if r, n := utf8.DecodeRuneInString(s); r != utf8.RuneError || n > 1 {
		return r, n, ""
	}
	c := s[0]
	low, high, size := byte(0x80), byte(0xbf), 0
	switch {
	case c >= 0xc2 && c < 0xe0:
		size = 2
	case c >= 0xe0 && c < 0xf0:
		size = 3
	case c >= 0xf0 && c < 0xf5:
		size = 4
	default:
		return 0, 1, "invalid start byte"
	}
	switch c { // what would be overlong, a surrogate or too large
	case 0xe0:
		low = 0xa0
	case 0xed:
		high = 0x9f
	case 0xf0:
		low = 0x90
	case 0xf4:
		high = 0x8f
	}
	for i := 1; i < size; i++ {
		if i >= len(s) {
			return 0, i, "unexpected end of data"
		}
		if s[i] < low || s[i] > high {
			return 0, i, "invalid continuation byte"
		}
		low, high = 0x80, 0xbf
	}
	return 0, 1, "invalid continuation byte"
}

func (d *decoder) unit(at, size int) (v uint32) {
	for i := range size {
		c := d.in[at+i]
		if d.codec == utf16LECodec || d.codec == utf32LECodec {
			c = d.in[at+size-1-i]
		}
		v = v<<8 | uint32(c)
	}
	return v
}

func (d *decoder) nextUTF16(at int) (r rune, n int, reason string) {
	left := len(d.in) - at
	if left < 2 {
		return 0, left, "truncated data"
	}
	v := d.unit(at, 2)
	switch {
	case v < 0xd800 || v >= 0xe000:
		return rune(v), 2, ""
	case v >= 0xdc00:
		return 0, 2, "illegal encoding"
	case left < 4:
		return 0, left, "unexpected end of data"
	}
	w := d.unit(at+2, 2)
	if w < 0xdc00 || w >= 0xe000 {
		return 0, 2, "illegal UTF-16 surrogate"
	}
	return rune((v&0x3ff)<<10|w&0x3ff) + 0x10000, 4, ""
}

func (d *decoder) nextUTF32(at int) (r rune, n int, reason string) {
	left := len(d.in) - at
	if left < 4 {
		return 0, left, "truncated data"
	}
	v := d.unit(at, 4)
	switch {
	case v >= 0x110000:
		return 0, 4, "code point not in range(0x110000)"
	case v >= 0xd800 && v < 0xe000:
		return 0, 4, "code point in surrogate code point range(0xd800, 0xe000)"
	}
	return rune(v), 4, ""
}

// failed does with the bytes from start to end what errors says, and returns where to go
// on.
func (d *decoder) failed(start, end int, reason string) (int, error) {
	bad := d.in[start:end]
	err := func() (int, error) {
		return 0, unicodeError(UnicodeDecodeError, d.codec.text(), NewBytes(d.in), start, end, reason)
	}
	switch d.errors {
	case "strict":
		return err()
	case "ignore":
	case "replace":
		d.out = append(d.out, "\ufffd"...)
	case "backslashreplace":
		for i := range len(bad) {
			d.out = fmt.Appendf(d.out, "\\x%02x", bad[i])
		}
	case "surrogateescape":
		n := 0
		for n < len(bad) && n < 4 && bad[n] >= 0x80 {
			d.out = appendRune(d.out, 0xdc00+rune(bad[n]))
			n++
		}
		if n == 0 {
			return err()
		}
		return start + n, nil
	case "surrogatepass":
		r, n := d.surrogate(start)
		if n == 0 {
			return err()
		}
		d.out = appendRune(d.out, r)
		return start + n, nil
	case "xmlcharrefreplace", "namereplace":
		return 0, Raise(TypeError, "don't know how to handle UnicodeDecodeError in error callback")
	default:
		return d.custom(unicodeError(UnicodeDecodeError, d.codec.text(), NewBytes(d.in), start, end, reason))
	}
	return end, nil
}

// surrogate is the lone surrogate at a byte and its size, which is 0 when there is none.
func (d *decoder) surrogate(at int) (rune, int) {
	s := d.in[at:]
	switch d.codec {
	case utf8Codec, utf8SigCodec:
		if len(s) >= 3 && s[0] == 0xed && s[1] >= 0xa0 && s[1] < 0xc0 && s[2]&0xc0 == 0x80 {
			return decodeRune(s)
		}
	case utf16LECodec, utf16BECodec:
		if len(s) >= 2 {
			if v := d.unit(at, 2); v >= 0xd800 && v < 0xe000 {
				return rune(v), 2
			}
		}
	case utf32LECodec, utf32BECodec:
		if len(s) >= 4 {
			if v := d.unit(at, 4); v >= 0xd800 && v < 0xe000 {
				return rune(v), 4
			}
		}
	}
	return 0, 0
}
