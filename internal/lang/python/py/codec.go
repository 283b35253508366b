package py

import (
	"strings"
	"unicode/utf8"
)

// codecNames are the encoding and errors arguments of a function; nil is the default.
func codecNames(t *Thread, fn string, encoding, errors Object) (enc, errs string, err error) {
	enc, errs = "utf-8", "strict"
	for i, x := range []Object{encoding, errors} {
		if x == nil {
			continue
		}
		s, ok := Native(x).(*Str)
		if !ok {
			return "", "", Raise(TypeError, "%s() argument '%s' must be str, not %s", fn, [2]string{"encoding", "errors"}[i], argClass(x))
		}
		if !utf8.ValidString(s.s) {
			_, err := EncodeText(t, s.s, "utf-8", "strict")
			return "", "", err
		}
		if strings.IndexByte(s.s, 0) >= 0 {
			return "", "", Raise(ValueError, "embedded null character")
		}
		if i == 0 {
			enc = s.s
		} else {
			errs = s.s
		}
	}
	return enc, errs, nil
}

func strEncode(t *Thread, a []Object) (Object, error) {
	enc, errs, err := codecNames(t, "encode", a[1], a[2])
	if err != nil {
		return nil, err
	}
	s, err := EncodeText(t, a[0].(*Str).s, enc, errs)
	if err != nil {
		return nil, err
	}
	return NewBytes(s), nil
}

// A codec is an encoding of texts.
type codec uint8

const (
	noCodec codec = iota
	utf8Codec
	utf8SigCodec
	asciiCodec
	latin1Codec
	cp1252Codec
	cp437Codec // the first of charsets
	cp850Codec
	cp852Codec
	cp855Codec
	cp858Codec
	cp866Codec
	cp1250Codec
	cp1251Codec
	cp1253Codec
	cp1254Codec
	cp1256Codec
	cp1257Codec
	latin2Codec
	latin4Codec
	cyrillicCodec
	greekCodec
	hebrewCodec
	latin5Codec
	latin9Codec
	koi8rCodec
	macRomanCodec
	utf16Codec // the first that isn't of charsets
	utf16LECodec
	utf16BECodec
	utf32Codec
	utf32LECodec
	utf32BECodec
	unicodeEscapeCodec
	rawUnicodeEscapeCodec
	gbkCodec // the first of multibytes
	gb2312Codec
	shiftJISCodec
	cp932Codec
	eucKRCodec
	cp949Codec
)

// codecText are the codecs' names, as errors have them.
var codecText = [...]string{
	utf8Codec: "utf-8", utf8SigCodec: "utf-8", asciiCodec: "ascii", latin1Codec: "latin-1", cp1252Codec: "charmap",
	utf16Codec: "utf-16", utf16LECodec: "utf-16-le", utf16BECodec: "utf-16-be",
	utf32Codec: "utf-32", utf32LECodec: "utf-32-le", utf32BECodec: "utf-32-be",
	unicodeEscapeCodec: "unicodeescape", rawUnicodeEscapeCodec: "rawunicodeescape",
	gbkCodec: "gbk", gb2312Codec: "gb2312", shiftJISCodec: "shift_jis", cp932Codec: "cp932", eucKRCodec: "euc_kr", cp949Codec: "cp949",
}

// codecNamed finds a codec by any of its names.
func codecNamed(name string) codec {
	name = normalizeEncoding(name)
	switch name {
	case "utf_8", "utf8", "u8", "utf", "utf8_ucs2", "utf8_ucs4", "cp65001":
		return utf8Codec
	case "utf_8_sig", "utf8_sig":
		return utf8SigCodec
	case "ascii", "us_ascii", "646", "ansi_x3.4_1968", "ansi_x3_4_1968", "ansi_x3.4_1986", "cp367", "csascii", "ibm367", "iso646_us", "iso_646.irv_1991", "iso_ir_6", "us":
		return asciiCodec
	case "latin_1", "latin1", "latin", "iso_8859_1", "iso8859_1", "iso8859", "8859", "cp819", "csisolatin1", "ibm819", "iso_8859_1_1987", "iso_ir_100", "l1":
		return latin1Codec
	case "cp1252", "windows_1252", "1252":
		return cp1252Codec
	case "utf_16", "utf16", "u16":
		return utf16Codec
	case "utf_16_le", "utf_16le", "utf16_le", "utf16le", "unicodelittleunmarked":
		return utf16LECodec
	case "utf_16_be", "utf_16be", "utf16_be", "utf16be", "unicodebigunmarked":
		return utf16BECodec
	case "utf_32", "utf32", "u32":
		return utf32Codec
	case "utf_32_le", "utf_32le", "utf32_le", "utf32le":
		return utf32LECodec
	case "utf_32_be", "utf_32be", "utf32_be", "utf32be":
		return utf32BECodec
	case "unicode_escape", "unicodeescape":
		return unicodeEscapeCodec
	case "raw_unicode_escape", "rawunicodeescape":
		return rawUnicodeEscapeCodec
	}
	if c := multibyteNamed(name); c != noCodec {
		return c
	}
	return charsetNamed(name)
}

// text is the codec's name, as errors have it.
func (c codec) text() string {
	if c >= cp437Codec && c < utf16Codec {
		return "charmap"
	}
	return codecText[c]
}

// normalizeEncoding has _ in place of what joins the words of a name.
func normalizeEncoding(name string) string {
	var b strings.Builder
	gap := false
	for i := range len(name) {
		c := lowerByte(name[i])
		if c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' {
			if gap && b.Len() > 0 {
				b.WriteByte('_')
			}
			b.WriteByte(c)
			gap = false
		} else {
			gap = true
		}
	}
	return b.String()
}

// EncodeText is the bytes of a text in an encoding. errors says what becomes of what the
// encoding hasn't: "strict" and so on.
func EncodeText(t *Thread, s, encoding, errors string) (string, error) {
	c := codecNamed(encoding)
	if c == noCodec {
		return encodeOther(t, s, encoding, errors)
	}
	if c == utf8Codec && (isASCII(s) || utf8.ValidString(s)) || c <= latin1Codec && isASCII(s) && c != utf8SigCodec {
		return s, nil
	}
	e := &encoder{t: t, codec: c, name: encoding, text: s, errors: errors}
	err := e.run()
	return string(e.b), err
}

// DecodeBytes is the str that bytes are in an encoding.
func DecodeBytes(t *Thread, b, encoding, errors string) (*Str, error) {
	c := codecNamed(encoding)
	if c == noCodec {
		return decodeOther(t, b, encoding, errors)
	}
	if (c == utf8Codec || c == utf8SigCodec) && utf8.ValidString(b) {
		if c == utf8SigCodec {
			b = strings.TrimPrefix(b, "\ufeff")
		}
		return NewStr(b), nil
	}
	d := &decoder{t: t, codec: c, in: b, errors: errors, out: make([]byte, 0, len(b))}
	if err := d.run(); err != nil {
		return nil, err
	}
	return NewStr(string(d.out)), nil
}

// cp1252High are the code points of the bytes from 0x80 to 0x9f; 0 is none.
var cp1252High = [32]rune{
	0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
}

// unicodeError is an exception of an encoding. object is what was to be encoded or decoded.
func unicodeError(class *Class, encoding string, object Object, start, end int, reason string) *Exc {
	from, to, why, enc := MakeInt(int64(start)), MakeInt(int64(end)), NewStr(reason), NewStr(encoding)
	return NewExc(class, enc, object, from, to, why).With("encoding", enc).With("object", object).
		With("start", from).With("end", to).With("reason", why)
}
