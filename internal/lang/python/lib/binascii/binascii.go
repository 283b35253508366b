// Package binascii is Python's module binascii: binary data as ASCII text.
package binascii

import (
	"crypto/subtle"
	"hash/crc32"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// maxInput bounds what is converted, in bytes.
const maxInput = 1 << 28

var errorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("binascii", "Error", py.ValueError, func(*py.Class) {})
})

var incompleteClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("binascii", "Incomplete", py.Exception, func(*py.Class) {})
})

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("binascii")
	m.Set("Error", errorClass()).Set("Incomplete", incompleteClass())
	for _, name := range []string{"hexlify", "b2a_hex"} {
		m.Add(name, "data, sep=, bytes_per_sep=", hexlify)
	}
	for _, name := range []string{"unhexlify", "a2b_hex"} {
		m.Add(name, "hexstr, /", unhexlify)
	}
	m.Add("b2a_base64", "data, /, *, newline=", toBase64)
	m.Add("a2b_base64", "data, /, *, strict_mode=", fromBase64)
	m.Add("b2a_uu", "data, /, *, backtick=", toUU)
	m.Add("a2b_uu", "data, /", fromUU)
	m.Add("b2a_qp", "data, quotetabs=, istext=, header=", toQP)
	m.Add("a2b_qp", "data, header=", fromQP)
	m.Add("crc32", "data, crc=, /", CRC32)
	m.Add("crc_hqx", "data, crc, /", crcHQX)
	m.Add("_compare_digest", "a, b, /", compareDigest)
	return m, nil
}

func failed(text string, args ...any) error { return py.Raise(errorClass(), text, args...) }

// binary is the contents of a bytes-like object.
func binary(x py.Object) (string, error) {
	s, ok := py.BytesLike(x)
	if !ok {
		return "", notBytes(x)
	}
	if len(s) > maxInput {
		return "", py.NewExc(py.MemoryError)
	}
	return s, py.CheckContiguous(x)
}

// ascii is the contents of a bytes-like object, or of a str of ASCII characters.
func ascii(x py.Object) (string, error) {
	if s, ok := py.Native(x).(*py.Str); ok {
		if !s.ASCII() {
			return "", py.Raise(py.ValueError, "string argument should contain only ASCII characters")
		}
		return s.String(), nil
	}
	if py.CheckContiguous(x) != nil {
		return "", py.Raise(py.TypeError, "argument should be bytes, buffer or ASCII string, not '%s'", x.Class().FullName())
	}
	s, ok := py.BytesLike(x)
	if !ok {
		return "", py.Raise(py.TypeError, "argument should be bytes, buffer or ASCII string, not '%s'", x.Class().FullName())
	}
	if len(s) > maxInput {
		return "", py.NewExc(py.MemoryError)
	}
	return s, nil
}

// option is the truth of an argument that may be left out.
func option(t *py.Thread, x py.Object, otherwise bool) (bool, error) {
	if x == nil {
		return otherwise, nil
	}
	return t.Truth(x)
}

const hexDigits = "0123456789abcdef"

func hexlify(t *py.Thread, a []py.Object) (py.Object, error) {
	sep, every, err := separator(t, a)
	if err != nil {
		return nil, err
	}
	s, err := binary(a[0])
	if err != nil {
		return nil, err
	}
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		if err := t.Stopped(); err != nil {
			return nil, err
		}
		if i > 0 && (every > 0 && (len(s)-i)%every == 0 || every < 0 && i%-every == 0) {
			b = append(b, sep)
		}
		b = append(b, hexDigits[s[i]>>4], hexDigits[s[i]&15])
	}
	return py.NewBytes(string(b)), nil
}

// separator is what comes between groups of so many bytes: of no bytes, nothing. Groups
// are counted from the end where the number is positive.
func separator(t *py.Thread, a []py.Object) (sep byte, every int, err error) {
	if a[1] == nil {
		return 0, 0, nil
	}
	n, err := t.Len(a[1])
	if err != nil {
		return 0, 0, err
	}
	if n != 1 {
		return 0, 0, py.Raise(py.ValueError, "sep must be length 1.")
	}
	switch v := py.Native(a[1]).(type) {
	case *py.Str:
		r, _ := py.DecodeRune(v.String())
		if r > 255 {
			return 0, 0, py.Raise(py.ValueError, "sep must be ASCII.")
		}
		sep = byte(r)
	default:
		s, ok := py.BytesLike(v)
		if !ok {
			return 0, 0, py.Raise(py.TypeError, "sep must be str or bytes.")
		}
		sep = s[0]
	}
	every = 1
	if a[2] != nil {
		every, err = t.Index(a[2])
	}
	return sep, every, err
}

func unhexlify(t *py.Thread, a []py.Object) (py.Object, error) {
	s, err := ascii(a[0])
	if err != nil {
		return nil, err
	}
	if len(s)%2 != 0 {
		return nil, failed("Odd-length string")
	}
	b := make([]byte, len(s)/2)
	for i := range b {
		if err := t.Stopped(); err != nil {
			return nil, err
		}
		high, low := hexValue(s[2*i]), hexValue(s[2*i+1])
		if high|low > 15 {
			return nil, failed("Non-hexadecimal digit found")
		}
		b[i] = high<<4 | low
	}
	return py.NewBytes(string(b)), nil
}

// hexValue is the value of a digit, or 255.
func hexValue(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 255
}

// CRC32 is crc32(data, crc=0), which zlib has, too.
func CRC32(t *py.Thread, a []py.Object) (py.Object, error) {
	s, crc, err := checked(t, a, 0)
	if err != nil {
		return nil, err
	}
	return py.MakeInt(int64(crc32.Update(crc, crc32.IEEETable, []byte(s)))), nil
}

// checked is the data of a checksum, and the one that it goes on from.
func checked(t *py.Thread, a []py.Object, start uint32) (string, uint32, error) {
	s, err := binary(a[0])
	if err != nil || a[1] == nil {
		return s, start, err
	}
	v, err := t.Integer(a[1])
	if err != nil {
		return "", 0, err
	}
	low := uint32(0)
	if words := v.Bits(); len(words) > 0 {
		low = uint32(words[0])
	}
	if v.Sign() < 0 {
		low = -low
	}
	return s, low, nil
}

func crcHQX(t *py.Thread, a []py.Object) (py.Object, error) {
	s, crc, err := checked(t, a, 0)
	if err != nil {
		return nil, err
	}
	crc &= 0xffff
	for i := range len(s) {
		if err := t.Stopped(); err != nil {
			return nil, err
		}
		crc ^= uint32(s[i]) << 8
		for range 8 {
			crc <<= 1
			if crc&0x10000 != 0 {
				crc ^= 0x11021
			}
		}
	}
	return py.MakeInt(int64(crc)), nil
}

func compareDigest(_ *py.Thread, a []py.Object) (py.Object, error) {
	x, isX := py.Native(a[0]).(*py.Str)
	y, isY := py.Native(a[1]).(*py.Str)
	if isX && isY {
		if !x.ASCII() || !y.ASCII() {
			return nil, py.Raise(py.TypeError, "comparing strings with non-ASCII characters is not supported")
		}
		return sameText(x.String(), y.String()), nil
	}
	for _, v := range a {
		if err := py.CheckContiguous(v); err != nil {
			return nil, err
		}
	}
	b, isB := py.BytesLike(a[0])
	c, isC := py.BytesLike(a[1])
	switch {
	case !isB && !isC:
		return nil, py.Raise(py.TypeError, "unsupported operand types(s) or combination of types: '%s' and '%s'", a[0].Class().FullName(), a[1].Class().FullName())
	case !isB:
		return nil, notBytes(a[0])
	case !isC:
		return nil, notBytes(a[1])
	}
	return sameText(b, c), nil
}

func notBytes(x py.Object) error {
	return py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", x.Class().FullName())
}

// sameText takes as long for any two texts of a length.
func sameText(a, b string) py.Object {
	return py.Of(subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1)
}
