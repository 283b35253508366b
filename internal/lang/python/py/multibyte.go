package py

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// A multibyte is the table of an encoding of one or two bytes a character: ASCII is as it
// is.
type multibyte struct {
	single [128]rune // by byte - 0x80; 0 is none
	double map[uint16]rune
	bytes  map[rune]uint16
	leads  func(b byte) bool // whether a byte may be a character's first of two
}

// multibytes are made when they are first needed: it takes some milliseconds. Tables are the
// web's, which have more than CPython's and a few characters others.
var multibytes = map[codec]func() *multibyte{
	gbkCodec: sync.OnceValue(func() *multibyte {
		return newMultibyte(simplifiedchinese.GBK, 0x40, anyLead, []between{{0xa2e3, 0xa2e3}, {0xa3a0, 0xa3a0}, {0xa8bf, 0xa8bf}, {0xa989, 0xa995}, {0xfe50, 0xfe9f}})
	}),
	gb2312Codec: sync.OnceValue(func() *multibyte {
		m := newMultibyte(simplifiedchinese.GBK, 0xa1, anyLead, []between{{0xa2a1, 0xa2aa}, {0xa2e3, 0xa2e3}, {0xa6e0, 0xa6f5}, {0xa8bb, 0xa8c0}})
		m.set(0xa1a4, 0x30fb)
		m.set(0xa1aa, 0x2015)
		return m
	}),
	shiftJISCodec: sync.OnceValue(func() *multibyte {
		m := newMultibyte(japanese.ShiftJIS, 0x40, shiftJISLead, []between{{0x8740, 0x879c}, {0xed40, 0xfc4b}})
		for b, r := range map[uint16]rune{0x8160: 0x301c, 0x8161: 0x2016, 0x817c: 0x2212, 0x8191: 0xa2, 0x8192: 0xa3, 0x81ca: 0xac} {
			m.set(b, r)
		}
		m.single[0] = 0
		m.bytes[0xa5], m.bytes[0x203e] = '\\', '~'
		return m
	}),
	cp932Codec: sync.OnceValue(newCP932),
	eucKRCodec: sync.OnceValue(func() *multibyte {
		m := newMultibyte(korean.EUCKR, 0xa1, anyLead, []between{{0xa4d4, 0xa4d4}})
		m.bytes[0x3164] = 0xa4d4
		return m
	}),
	cp949Codec: sync.OnceValue(func() *multibyte { return newMultibyte(korean.EUCKR, 0x40, anyLead, nil) }),
}

// A between is a range of characters of two bytes.
type between struct{ first, last uint16 }

func anyLead(byte) bool { return true }

func shiftJISLead(b byte) bool { return b >= 0x81 && b <= 0x9f || b >= 0xe0 && b <= 0xfc }

// newMultibyte is a table of e's characters whose two bytes are least at least, without some.
func newMultibyte(e encoding.Encoding, least int, leads func(byte) bool, without []between) *multibyte {
	m := &multibyte{double: map[uint16]rune{}, bytes: map[rune]uint16{}, leads: leads}
	d := e.NewDecoder()
	one := func(in ...byte) rune {
		s, err := d.Bytes(in)
		if r, n := utf8.DecodeRune(s); err == nil && n == len(s) && r != utf8.RuneError {
			return r
		}
		return 0
	}
	for a := 0x80; a <= 0xff; a++ {
		if r := one(byte(a)); r != 0 && a > 0x80 {
			m.single[a-0x80] = r
			m.bytes[r] = uint16(a)
			continue
		}
		for b := 0x40; b <= 0xff; b++ {
			pair := uint16(a)<<8 | uint16(b)
			if a < least || b < least || among(pair, without) {
				continue
			}
			if r := one(byte(a), byte(b)); r != 0 {
				m.set(pair, r)
			}
		}
	}
	return m
}

func among(pair uint16, list []between) bool {
	for _, x := range list {
		if x.first <= pair && pair <= x.last {
			return true
		}
	}
	return false
}

// set has two bytes be a character.
func (m *multibyte) set(pair uint16, r rune) {
	if old, ok := m.double[pair]; ok && m.bytes[old] == pair {
		delete(m.bytes, old)
	}
	m.double[pair] = r
	if _, ok := m.bytes[r]; !ok {
		m.bytes[r] = pair
	}
}

// newCP932 is Microsoft's Shift JIS, which has characters for private use.
func newCP932() *multibyte {
	m := newMultibyte(japanese.ShiftJIS, 0x40, shiftJISLead, nil)
	m.bytes[0x301c], m.bytes[0x2016], m.bytes[0x2212] = 0x8160, 0x8161, 0x817c
	m.bytes[0xa2], m.bytes[0xa3], m.bytes[0xac] = 0x8191, 0x8192, 0x81ca
	private := rune(0xe000)
	for a := uint16(0xf0); a <= 0xf9; a++ {
		for b := uint16(0x40); b <= 0xfc; b++ {
			if b != 0x7f {
				m.set(a<<8|b, private)
				private++
			}
		}
	}
	for b, r := range map[byte]rune{0x80: 0x80, 0xa0: 0xf8f0, 0xfd: 0xf8f1, 0xfe: 0xf8f2, 0xff: 0xf8f3} {
		m.single[b-0x80] = r
		m.bytes[r] = uint16(b)
	}
	return m
}

// next is the character that in begins with, and how many bytes it is, or what is wrong.
func (m *multibyte) next(in string) (r rune, n int, reason string) {
	b := in[0]
	if b < 0x80 {
		return rune(b), 1, ""
	}
	if r := m.single[b-0x80]; r != 0 {
		return r, 1, ""
	}
	if len(in) < 2 && m.leads(b) {
		return 0, 1, "incomplete multibyte sequence"
	}
	if len(in) > 1 {
		if r := m.double[uint16(b)<<8|uint16(in[1])]; r != 0 {
			return r, 2, ""
		}
	}
	return 0, 1, "illegal multibyte sequence"
}

// put adds a character to b.
func (m *multibyte) put(b []byte, r rune) ([]byte, bool) {
	if r < 0x80 {
		return append(b, byte(r)), true
	}
	pair, ok := m.bytes[r]
	switch {
	case !ok:
		return b, false
	case pair < 0x100:
		return append(b, byte(pair)), true
	}
	return append(b, byte(pair>>8), byte(pair)), true
}

// multibyteNamed finds one of multibytes by any of its names.
func multibyteNamed(name string) codec {
	switch name {
	case "gbk", "936", "cp936", "ms936":
		return gbkCodec
	case "gb2312", "chinese", "csiso58gb231280", "euc_cn", "euccn", "eucgb2312_cn", "gb2312_1980", "gb2312_80", "iso_ir_58":
		return gb2312Codec
	case "shift_jis", "csshiftjis", "shiftjis", "sjis", "s_jis":
		return shiftJISCodec
	case "cp932", "932", "ms932", "mskanji", "ms_kanji", "windows_31j":
		return cp932Codec
	case "euc_kr", "euckr", "korean", "ksc5601", "ks_c_5601", "ks_c_5601_1987", "ksx1001", "ks_x_1001":
		return eucKRCodec
	case "cp949", "949", "ms949", "uhc":
		return cp949Codec
	}
	return noCodec
}
