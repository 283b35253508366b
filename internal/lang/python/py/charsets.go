package py

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// charsets are the tables of the encodings of one byte each.
var charsets = [...]*charmap.Charmap{
	cp437Codec: charmap.CodePage437, cp850Codec: charmap.CodePage850, cp852Codec: charmap.CodePage852, cp855Codec: charmap.CodePage855,
	cp858Codec: charmap.CodePage858, cp866Codec: charmap.CodePage866,
	cp1250Codec: charmap.Windows1250, cp1251Codec: charmap.Windows1251, cp1253Codec: charmap.Windows1253, cp1254Codec: charmap.Windows1254,
	cp1256Codec: charmap.Windows1256, cp1257Codec: charmap.Windows1257,
	latin2Codec: charmap.ISO8859_2, latin4Codec: charmap.ISO8859_4, cyrillicCodec: charmap.ISO8859_5, greekCodec: charmap.ISO8859_7, hebrewCodec: charmap.ISO8859_8,
	latin5Codec: charmap.ISO8859_9, latin9Codec: charmap.ISO8859_15, koi8rCodec: charmap.KOI8R,
	macRomanCodec: charmap.Macintosh,
}

// charsetNamed finds one of charsets by any of its names.
func charsetNamed(name string) codec {
	switch name {
	case "cp437", "437", "ibm437":
		return cp437Codec
	case "cp850", "850", "ibm850":
		return cp850Codec
	case "cp852", "852", "ibm852":
		return cp852Codec
	case "cp855", "855", "ibm855":
		return cp855Codec
	case "cp858", "858", "ibm858":
		return cp858Codec
	case "cp866", "866", "ibm866":
		return cp866Codec
	case "cp1250", "1250", "windows_1250":
		return cp1250Codec
	case "cp1251", "1251", "windows_1251":
		return cp1251Codec
	case "cp1253", "1253", "windows_1253":
		return cp1253Codec
	case "cp1254", "1254", "windows_1254":
		return cp1254Codec
	case "cp1256", "1256", "windows_1256":
		return cp1256Codec
	case "cp1257", "1257", "windows_1257":
		return cp1257Codec
	case "koi8_r", "cskoi8r":
		return koi8rCodec
	case "mac_roman", "macintosh", "macroman":
		return macRomanCodec
	}
	return isoNamed(name)
}

func isoNamed(name string) codec {
	switch name {
	case "iso8859_2", "iso_8859_2", "latin2", "latin_2", "l2":
		return latin2Codec
	case "iso8859_4", "iso_8859_4", "latin4", "latin_4", "l4":
		return latin4Codec
	case "iso8859_5", "iso_8859_5", "cyrillic":
		return cyrillicCodec
	case "iso8859_7", "iso_8859_7", "greek", "greek8":
		return greekCodec
	case "iso8859_8", "iso_8859_8", "hebrew":
		return hebrewCodec
	case "iso8859_9", "iso_8859_9", "latin5", "latin_5", "l5":
		return latin5Codec
	case "iso8859_15", "iso_8859_15", "latin9", "latin_9", "l9":
		return latin9Codec
	}
	return noCodec
}

// charsetRune is what a byte is in a charset. The code pages of Windows have none of the
// control characters that the tables put where a code page has nothing; ISO 8859 has them,
// where the tables have nothing.
func charsetRune(c codec, b byte) (r rune, ok bool) {
	if c >= latin2Codec && c <= latin9Codec && b >= 0x80 && b < 0xa0 {
		return rune(b), true
	}
	r = charsets[c].DecodeByte(b)
	if r == utf8.RuneError || c >= cp1250Codec && c <= cp1257Codec && r >= 0x80 && r < 0xa0 {
		return 0, false
	}
	return r, true
}

// charsetByte is what a code point is in a charset.
func charsetByte(c codec, r rune) (b byte, ok bool) {
	if c >= latin2Codec && c <= latin9Codec && r >= 0x80 && r < 0xa0 {
		return byte(r), true
	}
	b, ok = charsets[c].EncodeRune(r)
	if ok {
		_, ok = charsetRune(c, b)
	}
	return b, ok
}
