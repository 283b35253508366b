package py

import (
	"sync/atomic"
	"unsafe"
)

// A growth is the memory that a str shares with those that were made from it by adding
// to its end, so that s += x in a loop is not quadratic.
type growth struct {
	buf []byte // its capacity is what there is room for; its length is what is used
}

// growFrom is from how many bytes on a sum gets room to grow.
const growFrom = 64

// concat is x + y.
func concat(x, y *Str) *Str {
	switch {
	case len(x.s) == 0:
		return y
	case len(y.s) == 0:
		return x
	}
	n := len(x.s) + len(y.s)
	m := x.more.Load()
	if m == nil || len(m.buf) != len(x.s) || cap(m.buf) < n {
		if n < growFrom {
			z, text := newText(n)
			copy(text, x.s)
			copy(text[len(x.s):], y.s)
			return joined(x, y, z)
		}
		room := n + n/8
		if m != nil && m.buf != nil { // it was added to before: it will be again
			room = 2 * n
		}
		m = &textMore{growth: growth{append(make([]byte, 0, room), x.s...)}}
	}
	// Nobody sees the bytes beyond len(x.s): x is the longest str that shares them.
	m.buf = append(m.buf, y.s...)
	z := &Str{s: unsafe.String(&m.buf[0], n)}
	z.more.Store(m)
	return joined(x, y, z)
}

// joined gives z what is known of its parts.
func joined(x, y, z *Str) *Str {
	if a, b := atomic.LoadUint32(&x.count), atomic.LoadUint32(&y.count); a != 0 && b != 0 {
		z.count = a + b - 1
	}
	return z
}

// Strs with their text behind them.
type (
	str16 struct {
		Str
		text [16]byte
	}
	str32 struct {
		Str
		text [32]byte
	}
)

// newText returns a str of n bytes that are to be filled in before anybody else sees it.
func newText(n int) (*Str, []byte) {
	switch {
	case n == 0:
		return &Str{}, nil
	case n <= 16:
		p := new(str16)
		p.s = unsafe.String(&p.text[0], n)
		return &p.Str, p.text[:n]
	case n <= 32:
		p := new(str32)
		p.s = unsafe.String(&p.text[0], n)
		return &p.Str, p.text[:n]
	}
	b := make([]byte, n)
	return &Str{s: unsafe.String(&b[0], n)}, b
}

// ownedStr is copyStr of a text that nobody changes any more. What there is room for behind it
// is wasted.
func ownedStr(b []byte) *Str {
	if len(b) <= len(str32{}.text) {
		return copyStr(b)
	}
	return &Str{s: unsafe.String(&b[0], len(b))}
}

// copyStr returns a str of a text that is valid as Str says.
func copyStr(b []byte) *Str {
	if len(b) > len(str32{}.text) {
		return &Str{s: string(b)}
	}
	s, text := newText(len(b))
	copy(text, b)
	return s
}

// copyASCII is copyStr of a text that is ASCII.
func copyASCII(b []byte) *Str {
	s := copyStr(b)
	s.count = uint32(len(b)) + 1
	return s
}
