package py

import (
	"fmt"
	"strconv"

	"github.com/elide-dev/elided/internal/lang/python/parse"
)

// An encoder makes bytes of a text.
type encoder struct {
	t      *Thread
	codec  codec
	name   string // of the codec, as the program has it
	text   string
	errors string
	b      []byte
}

func (e *encoder) run() error {
	e.b = make([]byte, 0, len(e.text)+4)
	switch e.codec {
	case utf8SigCodec:
		e.b = append(e.b, "\ufeff"...)
	case utf16Codec:
		e.b = append(e.b, 0xff, 0xfe)
	case utf32Codec:
		e.b = append(e.b, 0xff, 0xfe, 0, 0)
	}
	at, index := 0, 0
	for steps := 0; at < len(e.text); steps++ {
		if steps&0xffff == 0xffff {
			if err := e.t.Poll(); err != nil {
				return err
			}
		}
		r, n := decodeRune(e.text[at:])
		if e.put(r) {
			at += n
			index++
			continue
		}
		end, count := e.unencodable(at)
		next, err := e.failed(e.text[at:end], index, count)
		if err != nil {
			return err
		}
		if next != index+count { // a handler may go on anywhere
			end = e.offset(next)
		}
		at, index = end, next
	}
	return nil
}

// unencodable is where the code points from at on end that an error is of, and how many
// they are.
func (e *encoder) unencodable(at int) (end, count int) {
	mark := len(e.b)
	for at < len(e.text) {
		r, n := decodeRune(e.text[at:])
		if e.put(r) {
			e.b = e.b[:mark]
			break
		}
		at += n
		count++
		if e.codec >= utf16Codec {
			break
		}
	}
	return at, count
}

// put adds a code point. It reports whether the encoding has it.
func (e *encoder) put(r rune) bool {
	surrogate := r >= 0xd800 && r < 0xe000
	switch e.codec {
	case utf8Codec, utf8SigCodec:
		if surrogate {
			return false
		}
		e.b = appendRune(e.b, r)
	case asciiCodec, latin1Codec:
		if r >= 0x100 || r >= 0x80 && e.codec == asciiCodec {
			return false
		}
		e.b = append(e.b, byte(r))
	case cp1252Codec:
		return e.putCharmap(r)
	case unicodeEscapeCodec, rawUnicodeEscapeCodec:
		e.b = appendUnicodeEscape(e.b, r, e.codec == rawUnicodeEscapeCodec)
	default:
		if e.codec >= gbkCodec {
			var ok bool
			e.b, ok = multibytes[e.codec]().put(e.b, r)
			return ok
		}
		if e.codec >= cp437Codec && e.codec < utf16Codec {
			b, ok := charsetByte(e.codec, r)
			if ok {
				e.b = append(e.b, b)
			}
			return ok
		}
		if surrogate {
			return false
		}
		e.putWide(r)
	}
	return true
}

func (e *encoder) putCharmap(r rune) bool {
	if r < 0x80 || r >= 0xa0 && r < 0x100 {
		e.b = append(e.b, byte(r))
		return true
	}
	for i, x := range cp1252High {
		if x == r {
			e.b = append(e.b, byte(0x80+i))
			return true
		}
	}
	return false
}

// putWide adds a code point in UTF-16 or UTF-32.
func (e *encoder) putWide(r rune) {
	switch {
	case e.codec >= utf32Codec:
		e.putUnit(uint32(r), 4)
	case r >= 0x10000:
		r -= 0x10000
		e.putUnit(0xd800|uint32(r>>10), 2)
		e.putUnit(0xdc00|uint32(r&0x3ff), 2)
	default:
		e.putUnit(uint32(r), 2)
	}
}

func (e *encoder) putUnit(v uint32, size int) {
	big := e.codec == utf16BECodec || e.codec == utf32BECodec
	for i := range size {
		shift := 8 * i
		if big {
			shift = 8 * (size - 1 - i)
		}
		e.b = append(e.b, byte(v>>shift))
	}
}

func appendUnicodeEscape(b []byte, r rune, raw bool) []byte {
	switch {
	case raw && r < 0x100:
		return append(b, byte(r))
	case r >= 0x80:
		return appendEscape(b, r)
	case r == '\\':
		return append(b, '\\', '\\')
	}
	return appendQuoted(b, byte(r), 0xff)
}

func (e *encoder) reason() string {
	switch e.codec {
	case asciiCodec:
		return "ordinal not in range(128)"
	case latin1Codec:
		return "ordinal not in range(256)"
	case cp1252Codec:
		return "character maps to <undefined>"
	}
	if e.codec >= cp437Codec && e.codec < utf16Codec {
		return "character maps to <undefined>"
	}
	if e.codec >= gbkCodec {
		return "illegal multibyte sequence"
	}
	return "surrogates not allowed"
}

// failed does with code points what errors says. They are the text's from start on, count
// of them. It returns the index of the next.
func (e *encoder) failed(part string, start, count int) (next int, err error) {
	next = start + count
	fail := func(skipped int) error {
		return unicodeError(UnicodeEncodeError, e.codec.text(), NewStr(e.text), start+skipped, next, e.reason())
	}
	replacement := []byte{}
	runes, err := e.t.decodeRunes(part)
	if err != nil {
		return 0, err
	}
	for i, r := range runes {
		if e.t.ending() {
			return 0, ErrStopped
		}
		switch e.errors {
		case "strict":
			return 0, fail(0)
		case "ignore":
		case "replace":
			replacement = append(replacement, '?')
		case "backslashreplace":
			replacement = appendEscape(replacement, r)
		case "namereplace":
			replacement = appendNamed(replacement, r)
		case "xmlcharrefreplace":
			replacement = append(strconv.AppendInt(append(replacement, "&#"...), int64(r), 10), ';')
		case "surrogateescape":
			if r < 0xdc80 || r > 0xdcff || e.codec >= utf16Codec && e.codec < gbkCodec {
				return 0, fail(i)
			}
			e.b = append(e.b, byte(r))
		case "surrogatepass":
			if !e.pass(r) {
				return 0, fail(0)
			}
		default:
			return e.custom(unicodeError(UnicodeEncodeError, e.codec.text(), NewStr(e.text), start, next, e.reason()))
		}
	}
	for _, c := range replacement {
		e.put(rune(c))
	}
	return next, nil
}

// appendNamed adds the escape of a character by its name, if it has one.
func appendNamed(b []byte, r rune) []byte {
	if name := parse.NameOf(r); name != "" {
		return append(append(append(b, `\N{`...), name...), '}')
	}
	return appendEscape(b, r)
}

// pass adds a surrogate as it is, where the encoding can.
func (e *encoder) pass(r rune) bool {
	switch {
	case e.codec == utf8Codec || e.codec == utf8SigCodec:
		e.b = appendRune(e.b, r)
	case e.codec >= utf16Codec && e.codec <= utf32BECodec:
		e.putWide(r)
	default:
		return false
	}
	return true
}

func (e *encoder) unknownHandler() error {
	text := fmt.Sprintf("unknown error handler name '%s'", e.errors)
	switch {
	case e.codec == utf8SigCodec, e.codec >= cp1252Codec && e.codec < utf16Codec, e.codec == utf16LECodec, e.codec == utf16BECodec,
		e.codec == utf32LECodec, e.codec == utf32BECodec:
		text = fmt.Sprintf("encoding with '%s' codec failed (LookupError: %s)", e.name, text)
	}
	return NewExc(LookupError, NewStr(text))
}
