package py

import (
	"strings"
)

// strStrip makes strip, lstrip and rstrip.
func strStrip(name string, left, right bool) GoFunc {
	return func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str)
		is := isSpace
		if a[1] != nil && a[1] != None {
			chars, ok := Native(a[1]).(*Str)
			if !ok {
				return nil, Raise(TypeError, "%s arg must be None or str", name)
			}
			var set runeSet
			set.add(chars.s)
			is = set.has
			if !s.ASCII() {
				is = func(r rune) bool { return set.has(r) && !t.ending() }
			}
		}
		text := s.s
		if left {
			text = trimLeft(text, is)
		}
		if right {
			text = trimRight(text, is)
		}
		if t.ending() {
			return nil, ErrStopped
		}
		if len(text) == len(s.s) {
			return s, nil
		}
		return textPart(text), nil
	}
}

// A runeSet is the code points of which a text consists.
type runeSet struct {
	ascii  [2]uint64 // a bit each
	others map[rune]bool
}

func (x *runeSet) add(s string) {
	for s != "" {
		r, n := decodeRune(s)
		if r < 128 {
			x.ascii[r>>6] |= 1 << (r & 63)
		} else {
			if x.others == nil {
				x.others = map[rune]bool{}
			}
			x.others[r] = true
		}
		s = s[n:]
	}
}

func (x *runeSet) has(r rune) bool {
	if r < 128 {
		return x.ascii[r>>6]>>(r&63)&1 != 0
	}
	return x.others[r]
}

// strJustify makes ljust, rjust and center; left is how much of the padding goes to the
// left, -1 a half.
func strJustify(left func(n int) int) GoFunc {
	return func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str)
		width, err := t.countArg(a[1], 0)
		if err != nil {
			return nil, err
		}
		fill := " "
		if a[2] != nil {
			f, err := strParam(a[2], "The fill character must be a unicode character, not %s")
			if err != nil {
				return nil, err
			}
			if f.Len() != 1 {
				return nil, Raise(TypeError, "The fill character must be exactly one character long")
			}
			fill = f.s
		}
		n := max(width, 0) - s.Len()
		if n <= 0 {
			return s, nil
		}
		l := left(n)
		if l < 0 {
			l = centerLeft(n, width)
		}
		return padText(s.s, fill, l, n-l)
	}
}

// centerLeft is how much of n goes to the left to center something.
func centerLeft(n, width int) int { return n/2 + n&width&1 }

func padText(s, fill string, left, right int) (Object, error) {
	if left > maxText || right > maxText || (left+right)*len(fill)+len(s) > maxText {
		return nil, NewExc(MemoryError)
	}
	return NewStr(strings.Repeat(fill, left) + s + strings.Repeat(fill, right)), nil
}

func strZFill(t *Thread, a []Object) (Object, error) {
	s := a[0].(*Str)
	width, err := t.countArg(a[1], 0)
	if err != nil {
		return nil, err
	}
	n := max(width, 0) - s.Len()
	if n <= 0 {
		return s, nil
	}
	if n > maxText {
		return nil, NewExc(MemoryError)
	}
	if s.s != "" && (s.s[0] == '+' || s.s[0] == '-') {
		return NewStr(s.s[:1] + strings.Repeat("0", n) + s.s[1:]), nil
	}
	return NewStr(strings.Repeat("0", n) + s.s), nil
}

func strExpandTabs(t *Thread, a []Object) (Object, error) {
	size, err := t.tabSize(a[1])
	if err != nil {
		return nil, err
	}
	s := a[0].(*Str)
	if !strings.Contains(s.s, "\t") {
		return s, nil
	}
	text, err := t.expandTabs(s.s, size, true)
	return NewStr(text), err
}

func (t *Thread) tabSize(x Object) (int, error) { return t.cInt(x, 8) }

// cInt is an argument that CPython has in 32 bits; one that is left out is unless.
func (t *Thread) cInt(x Object, unless int) (int, error) {
	n, err := t.countArg(x, unless)
	if err != nil {
		if Caught(err, OverflowError) != nil {
			err = Raise(OverflowError, "Python int too large to convert to C int")
		}
		return 0, err
	}
	if n != int(int32(n)) {
		return 0, Raise(OverflowError, "Python int too large to convert to C int")
	}
	return n, nil
}

const spaces = "                                                                "

// expandTabs counts code points, or bytes where text is false.
func (t *Thread) expandTabs(s string, size int, text bool) (string, error) {
	b := make([]byte, 0, len(s)+min(max(size, 0), len(s)))
	column := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\t':
			if size > 0 {
				n := size - column%size
				if len(b)+n > maxText {
					return "", Raise(OverflowError, "result is too long")
				}
				column += n
				for ; n > len(spaces); n -= len(spaces) {
					b = append(b, spaces...)
				}
				b = append(b, spaces[:n]...)
			}
			if t.ending() {
				return "", ErrStopped
			}
			continue
		case c == '\n' || c == '\r':
			column = -1
		case text && c&0xc0 == 0x80:
			column--
		}
		column++
		b = append(b, s[i])
	}
	return string(b), nil
}
