package py

import (
	"math"
	"strings"
)

// bytesJustify makes ljust, rjust and center, as strJustify does.
func bytesJustify(name string, left func(n int) int) GoFunc {
	return func(t *Thread, a []Object) (Object, error) {
		width, err := t.countArg(a[1], 0)
		if err != nil {
			return nil, err
		}
		fill := " "
		if a[2] != nil {
			f, ok := BytesOf(a[2])
			if _, view := a[2].(*MemoryView); !ok || view || len(f) != 1 {
				return nil, Raise(TypeError, "%s() argument 2 must be a byte string of length 1, not %s", name, argClass(a[2]))
			}
			fill = f
		}
		s, _ := bytesLike(a[0])
		n := max(width, 0) - len(s)
		if n <= 0 {
			return sameKind(a[0], strings.Clone(s)), nil
		}
		if n > maxText {
			return nil, tooWide(a[0], width)
		}
		l := left(n)
		if l < 0 {
			l = centerLeft(n, width)
		}
		return sameKind(a[0], strings.Repeat(fill, l)+s+strings.Repeat(fill, n-l)), nil
	}
}

// tooWide is why x isn't padded to a width: CPython looks at that of bytes before it asks for
// the memory.
func tooWide(x Object, width int) error {
	if _, ok := Native(x).(*Bytes); ok && width > math.MaxInt-bytesHeader {
		return Raise(OverflowError, "byte string is too large")
	}
	return NewExc(MemoryError)
}

func bytesZFill(t *Thread, a []Object) (Object, error) {
	width, err := t.countArg(a[1], 0)
	if err != nil {
		return nil, err
	}
	s, _ := BytesOf(a[0])
	n := max(width, 0) - len(s)
	switch {
	case n <= 0:
		return sameKind(a[0], s), nil
	case n > maxText:
		return nil, tooWide(a[0], width)
	}
	zeros := strings.Repeat("0", n)
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return sameKind(a[0], s[:1]+zeros+s[1:]), nil
	}
	return sameKind(a[0], zeros+s), nil
}

func bytesExpandTabs(t *Thread, a []Object) (Object, error) {
	size, err := t.tabSize(a[1])
	if err != nil {
		return nil, err
	}
	s, _ := bytesLike(a[0])
	r, err := t.expandTabs(s, size, false)
	if err != nil {
		return nil, err
	}
	return sameKind(a[0], r), nil
}

func bytesTranslate(t *Thread, a []Object) (Object, error) {
	table := ""
	if a[1] != None {
		var err error
		if table, err = bytesParam(a[1]); err != nil {
			return nil, err
		}
		if len(table) != 256 {
			return nil, Raise(ValueError, "translation table must be 256 characters long")
		}
	}
	var drop [256]bool
	if a[2] != nil {
		list, err := bytesParam(a[2])
		if err != nil {
			return nil, err
		}
		for i := range len(list) {
			drop[list[i]] = true
		}
	}
	s, _ := bytesLike(a[0])
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; {
		case t.ending():
			return nil, ErrStopped
		case drop[c]:
		case table != "":
			b = append(b, table[c])
		default:
			b = append(b, c)
		}
	}
	if _, ok := a[0].(*Bytes); ok && string(b) == s {
		return a[0], nil
	}
	return sameKind(a[0], string(b)), nil
}

func bytesMakeTrans(_ *Thread, a []Object) (Object, error) {
	from, err := bytesParam(a[0])
	if err != nil {
		return nil, err
	}
	to, err := bytesParam(a[1])
	if err != nil {
		return nil, err
	}
	if len(from) != len(to) {
		return nil, Raise(ValueError, "maketrans arguments must have same length")
	}
	var b [256]byte
	for i := range b {
		b[i] = byte(i)
	}
	for i := range len(from) {
		b[from[i]] = to[i]
	}
	return NewBytes(string(b[:])), nil
}

const hexDigits = "0123456789abcdef"

func bytesHex(t *Thread, a []Object) (Object, error) {
	sep, every, err := t.hexArgs(a)
	if err != nil {
		return nil, err
	}
	s, _ := bytesLike(a[0])
	return t.hexText(s, sep, every)
}

func (t *Thread) hexText(s, sep string, every int) (Object, error) {
	if 2*len(s) > maxText || every != 0 && len(s) > maxText/3 {
		return nil, NewExc(MemoryError)
	}
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		if t.ending() {
			return nil, ErrStopped
		}
		if i > 0 && every != 0 && (every > 0 && (len(s)-i)%every == 0 || every < 0 && i%-every == 0) {
			b = append(b, sep...)
		}
		b = append(b, hexDigits[s[i]>>4], hexDigits[s[i]&15])
	}
	return ownedStr(b), nil
}

// hexArgs are what is between groups of how many bytes, counted from the right, or when
// it is negative from the left; 0 is no groups.
func (t *Thread) hexArgs(a []Object) (sep string, every int, err error) {
	if every, err = t.cInt(a[2], 1); err != nil || a[1] == nil {
		return "", 0, err
	}
	n, err := t.Len(a[1])
	if err != nil {
		return "", 0, err
	}
	if n != 1 {
		return "", 0, Raise(ValueError, "sep must be length 1.")
	}
	switch s := Native(a[1]).(type) {
	case *Str:
		sep = s.s
	case *Bytes:
		sep = s.s
	default:
		return "", 0, Raise(TypeError, "sep must be str or bytes.")
	}
	if !isASCII(sep) {
		return "", 0, Raise(ValueError, "sep must be ASCII.")
	}
	return sep, every, nil
}

func bytesFromHex(t *Thread, a []Object) (Object, error) {
	s, err := strParam(a[1], "fromhex() argument must be str, not %s")
	if err != nil {
		return nil, err
	}
	b := make([]byte, 0, len(s.s)/2)
	for i := 0; i < len(s.s); {
		if isByteSpace(s.s[i]) {
			if i++; t.ending() {
				return nil, ErrStopped
			}
			continue
		}
		high, low := hexDigit(s.s[i]), -1
		if high >= 0 && i+1 < len(s.s) {
			low = hexDigit(s.s[i+1])
		}
		if low < 0 {
			if high >= 0 {
				i++
			}
			return nil, Raise(ValueError, "non-hexadecimal number found in fromhex() arg at position %d", countRunes(s.s[:i]))
		}
		b = append(b, byte(high<<4|low))
		i += 2
	}
	cls := a[0].(*Class)
	if cls.IsSubclass(ByteArrayClass) {
		if cls == ByteArrayClass {
			return NewByteArray(b), nil
		}
		return t.Call(cls, NewByteArray(b))
	}
	if cls == BytesClass {
		return bytesObject(string(b)), nil
	}
	return t.Call(cls, NewBytes(string(b)))
}
