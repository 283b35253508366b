package py

import (
	"math/big"
	"unsafe"
)

// EnterFor is to be called before anything that recurs in Go by way of the program's data,
// and Leave after it, unless there was an error. what ends the error's text: "" or " while
// encoding a JSON object".
func (t *Thread) EnterFor(what string) error { return t.enterFor(what) }

// Leave is EnterFor's end.
func (t *Thread) Leave() { t.leave() }

// DecodeRune is the first code point of the text of a Str, which may be a surrogate, and
// how many bytes it has.
func DecodeRune(s string) (rune, int) { return decodeRune(s) }

// AppendRune appends a code point, which may be a surrogate, as the text of a Str has it.
func AppendRune(b []byte, r rune) []byte { return appendRune(b, r) }

// FloatRepr is repr of a float.
func FloatRepr(f float64) string { return formatFloatRepr(f) }

// IntText is an Int or a BigInt in decimal; what is too long is a ValueError.
func (t *Thread) IntText(x Object) (string, error) { return t.intText(x) }

// PlainDigits makes digits of all scripts ASCII ones, and white space blanks, which are
// dropped at the ends.
func PlainDigits(s string) string { return plainDigits(s) }

// GroupDigits puts a separator between groups of digits, with zeros before them up to a
// least width.
func GroupDigits(digits string, sep byte, size, least int) string {
	return groupDigits(digits, sep, size, least)
}

// HashOfInt is an int's hash.
func HashOfInt(v *big.Int) int64 {
	if v.IsInt64() {
		return hashInt(v.Int64())
	}
	return hashBig(v)
}

// textOfBytes is bytes as a text without a copy: good until they change.
func textOfBytes(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// HasIndex reports whether x is an int, or has an __index__.
func HasIndex(x Object) bool { return hasIndex(x) }
