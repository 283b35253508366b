package json

import "github.com/elide-dev/elided/internal/lang/python/py"

// scanString reads a string whose quote is before an index; it returns it and where it
// ends.
func scanString(t *py.Thread, a []py.Object) (py.Object, error) {
	str, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "first argument must be a string, not %s", a[0].Class().FullName())
	}
	at, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	if at < 0 || at > str.Len() {
		return nil, py.Raise(py.ValueError, "end is out of bounds")
	}
	s := &scanner{t: t, str: str, s: str.String(), strict: true, errorClass: a[3]}
	if a[2] != nil {
		if s.strict, err = t.Truth(a[2]); err != nil {
			return nil, err
		}
	}
	text, end, err := s.text(str.Offset(at))
	if err != nil {
		return nil, err
	}
	return py.NewTuple(py.NewStr(text), py.MakeInt(int64(str.Index(end)))), nil
}

// text reads a string whose quote is before at.
func (s *scanner) text(at int) (string, int, error) {
	begin := at
	for at < len(s.s) {
		c := s.s[at]
		switch {
		case c == '"':
			return s.s[begin:at], at + 1, nil
		case c == '\\' || c < 0x20:
			return s.escaped(begin, at)
		}
		at++
	}
	return "", 0, s.fail("Unterminated string starting at", max(begin-1, 0))
}

// escaped is text from the first byte on that isn't to be taken as it is.
func (s *scanner) escaped(begin, at int) (string, int, error) {
	b := append([]byte(nil), s.s[begin:at]...)
	for at < len(s.s) {
		c := s.s[at]
		switch {
		case c == '"':
			return string(b), at + 1, nil
		case c < 0x20 && s.strict:
			return "", 0, s.fail("Invalid control character at", at)
		case c != '\\':
			b = append(b, c)
			at++
			continue
		}
		if at++; at == len(s.s) {
			break
		}
		var err error
		if b, at, err = s.escape(b, at-1); err != nil {
			return "", 0, err
		}
	}
	return "", 0, s.fail("Unterminated string starting at", max(begin-1, 0))
}

// escape appends what the backslash at a place stands for.
func (s *scanner) escape(b []byte, at int) ([]byte, int, error) {
	switch c := s.s[at+1]; c {
	case '"', '\\', '/':
		return append(b, c), at + 2, nil
	case 'b':
		return append(b, '\b'), at + 2, nil
	case 'f':
		return append(b, '\f'), at + 2, nil
	case 'n':
		return append(b, '\n'), at + 2, nil
	case 'r':
		return append(b, '\r'), at + 2, nil
	case 't':
		return append(b, '\t'), at + 2, nil
	case 'u':
	default:
		return nil, 0, s.fail("Invalid \\escape", at)
	}
	r, ok := s.hex(at + 2)
	if !ok {
		return nil, 0, s.fail("Invalid \\uXXXX escape", at+1)
	}
	at += 6
	if r >= 0xd800 && r < 0xdc00 && s.is(at, '\\') && s.is(at+1, 'u') {
		low, ok := s.hex(at + 2)
		if !ok {
			return nil, 0, s.fail("Invalid \\uXXXX escape", at+1)
		}
		if low >= 0xdc00 && low < 0xe000 {
			r = 0x10000 + (r-0xd800)<<10 + low - 0xdc00
			at += 6
		}
	}
	return py.AppendRune(b, r), at, nil
}

// hex reads four digits, which something must follow.
func (s *scanner) hex(at int) (r rune, ok bool) {
	if at+4 >= len(s.s) {
		return 0, false
	}
	for _, c := range []byte(s.s[at : at+4]) {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}
