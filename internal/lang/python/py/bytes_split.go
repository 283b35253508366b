package py

import (
	"math"
	"strings"
)

// bytesSplitArgs are the bytes, sep and maxsplit; space is whether sep is white space.
func (t *Thread) bytesSplitArgs(a []Object) (s, sep string, space bool, limit int, err error) {
	if limit, err = t.countArg(a[2], -1); err != nil {
		return "", "", false, 0, err
	}
	if limit < 0 {
		limit = math.MaxInt
	}
	space = a[1] == nil || a[1] == None
	if !space {
		if sep, err = bytesParam(a[1]); err == nil && sep == "" {
			err = Raise(ValueError, "empty separator")
		}
	}
	s, _ = BytesOf(a[0])
	return s, sep, space, limit, err
}

// kinds are texts as objects of x's kind.
func kinds(x Object, list []string) Object {
	items := make([]Object, len(list))
	for i, s := range list {
		items[i] = sameKind(x, s)
	}
	return NewList(items...)
}

func bytesSplit(t *Thread, a []Object) (Object, error) {
	s, sep, space, limit, err := t.bytesSplitArgs(a)
	if err != nil {
		return nil, err
	}
	var list []string
	for ; limit > 0; limit-- {
		if t.ending() {
			return nil, ErrStopped
		}
		i, next := 0, 0
		if space {
			s = trimBytes(s, isByteSpace, true, false)
			i = strings.IndexFunc(s, func(r rune) bool { return r < 0x80 && isByteSpace(byte(r)) })
			next = i
		} else {
			i = strings.Index(s, sep)
			next = i + len(sep)
		}
		if i < 0 {
			break
		}
		list = append(list, s[:i])
		s = s[next:]
	}
	if space {
		s = trimBytes(s, isByteSpace, true, false)
	}
	if !space || s != "" {
		list = append(list, s)
	}
	return kinds(a[0], list), nil
}

func bytesRSplit(t *Thread, a []Object) (Object, error) {
	s, sep, space, limit, err := t.bytesSplitArgs(a)
	if err != nil {
		return nil, err
	}
	var list []string // the last first
	for ; limit > 0; limit-- {
		if t.ending() {
			return nil, ErrStopped
		}
		i, next := 0, 0
		if space {
			s = trimBytes(s, isByteSpace, false, true)
			i = len(s) - 1
			for i >= 0 && !isByteSpace(s[i]) {
				i--
			}
			next = i + 1
		} else {
			i = strings.LastIndex(s, sep)
			next = i + len(sep)
		}
		if i < 0 {
			break
		}
		list = append(list, s[next:])
		s = s[:i]
	}
	if space {
		s = trimBytes(s, isByteSpace, false, true)
	}
	if !space || s != "" {
		list = append(list, s)
	}
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	return kinds(a[0], list), nil
}

func bytesSplitLines(t *Thread, a []Object) (Object, error) {
	keep, err := t.keepEnds(a[1])
	if err != nil {
		return nil, err
	}
	s, _ := BytesOf(a[0])
	var list []string
	for s != "" {
		if t.ending() {
			return nil, ErrStopped
		}
		end := strings.IndexAny(s, "\r\n")
		next := end + 1
		switch {
		case end < 0:
			end, next = len(s), len(s)
		case strings.HasPrefix(s[end:], "\r\n"):
			next++
		}
		if keep {
			end = next
		}
		list = append(list, s[:end])
		s = s[next:]
	}
	return kinds(a[0], list), nil
}

func trimBytes(s string, is func(byte) bool, left, right bool) string {
	for left && s != "" && is(s[0]) {
		s = s[1:]
	}
	for right && s != "" && is(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

func bytesStrip(left, right bool) GoFunc {
	return func(_ *Thread, a []Object) (Object, error) {
		is := isByteSpace
		if a[1] != nil && a[1] != None {
			chars, err := bytesParam(a[1])
			if err != nil {
				return nil, err
			}
			var set [256]bool
			for i := range len(chars) {
				set[chars[i]] = true
			}
			is = func(c byte) bool { return set[c] }
		}
		s, _ := BytesOf(a[0])
		trimmed := trimBytes(s, is, left, right)
		if b, ok := a[0].(*Bytes); ok && len(trimmed) == len(s) {
			return b, nil
		}
		return sameKind(a[0], trimmed), nil
	}
}
