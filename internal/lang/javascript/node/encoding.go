package node

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"
)

// An encoding is a way to have bytes as text. Its name is one that Node's documents
// use, such as "utf16le"; JavaScript has turned aliases into it.
type encoding struct {
	decode func(b []byte) goja.String
	encode func(s goja.String) []byte
}

var encodings = map[string]encoding{
	"utf8":      {func(b []byte) goja.String { return text(decodeUTF8(b)) }, func(s goja.String) []byte { return []byte(s.String()) }},
	"latin1":    {decodeLatin1, encodeLatin1},
	"ascii":     {decodeASCII, encodeLatin1},
	"utf16le":   {decodeUTF16, encodeUTF16},
	"hex":       {func(b []byte) goja.String { return text(hex.EncodeToString(b)) }, encodeHex},
	"base64":    {func(b []byte) goja.String { return text(base64.StdEncoding.EncodeToString(b)) }, encodeBase64},
	"base64url": {func(b []byte) goja.String { return text(base64.RawURLEncoding.EncodeToString(b)) }, encodeBase64},
}

// text makes a JavaScript string of valid UTF-8.
func text(s string) goja.String {
	var b goja.StringBuilder
	b.WriteUTF8String(s)
	return b.String()
}

func decodeLatin1(b []byte) goja.String {
	units := make([]uint16, len(b))
	for i, c := range b {
		units[i] = uint16(c)
	}
	return goja.StringFromUTF16(units)
}

func decodeASCII(b []byte) goja.String {
	out := make([]byte, len(b))
	for i, c := range b {
		out[i] = c & 0x7f
	}
	return text(string(out))
}

func encodeLatin1(s goja.String) []byte {
	out := make([]byte, s.Length())
	for i := range out {
		out[i] = byte(s.CharAt(i))
	}
	return out
}

func decodeUTF16(b []byte) goja.String {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return goja.StringFromUTF16(units)
}

func encodeUTF16(s goja.String) []byte {
	out := make([]byte, 0, 2*s.Length())
	for i := range s.Length() {
		out = binary.LittleEndian.AppendUint16(out, s.CharAt(i))
	}
	return out
}

// encodeHex ends at the first pair of characters that isn't hexadecimal.
func encodeHex(s goja.String) []byte {
	text := s.String()
	out := make([]byte, len(text)/2)
	n, _ := hex.Decode(out, []byte(text[:len(text)/2*2]))
	return out[:n]
}

// encodeBase64 takes both alphabets, ends at the padding and leaves out what is
// neither.
func encodeBase64(s goja.String) []byte {
	plain := func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '+', r == '/':
			return r
		case r == '-':
			return '+'
		case r == '_':
			return '/'
		}
		return -1
	}
	head, _, _ := strings.Cut(s.String(), "=")
	digits := strings.Map(plain, head)
	if len(digits)%4 == 1 {
		digits = digits[:len(digits)-1]
	}
	out, err := base64.RawStdEncoding.DecodeString(digits)
	if err != nil {
		return nil
	}
	return out
}

// byteLength returns how many bytes s takes in UTF-8.
func byteLength(s goja.String) int {
	text := s.String()
	if utf8.ValidString(text) {
		return len(text)
	}
	return len(strings.ToValidUTF8(text, "\ufffd"))
}
