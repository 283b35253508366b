package py

import (
	"math"
	"strings"
)

// separator is the sep argument; nil is white space.
func separator(x Object) (*Str, error) {
	if x == nil || x == None {
		return nil, nil
	}
	s, err := strParam(x, "must be str or None, not %s")
	if err == nil && s.s == "" {
		err = Raise(ValueError, "empty separator")
	}
	return s, err
}

// splitArgs are sep and maxsplit.
func (t *Thread) splitArgs(a []Object) (sep *Str, limit int, err error) {
	if limit, err = t.countArg(a[2], -1); err != nil {
		return nil, 0, err
	}
	if limit < 0 {
		limit = math.MaxInt
	}
	sep, err = separator(a[1])
	return sep, limit, err
}

func strSplit(t *Thread, a []Object) (Object, error) {
	sep, limit, err := t.splitArgs(a)
	if err != nil {
		return nil, err
	}
	s := a[0].(*Str)
	if sep == nil {
		return t.splitSpace(s, limit)
	}
	rest := s.s
	parts := partsOf(s)
	list := make([]Object, 0, min(strings.Count(rest, sep.s), limit)+1)
	for ; limit > 0; limit-- {
		if t.ending() {
			return nil, ErrStopped
		}
		i := strings.Index(rest, sep.s)
		if i < 0 {
			break
		}
		list = append(list, parts.part(rest[:i]))
		rest = rest[i+len(sep.s):]
	}
	if len(list) == 0 {
		return NewList(s), nil
	}
	return NewList(append(list, parts.part(rest))...), nil
}

func (t *Thread) splitSpace(x *Str, limit int) (Object, error) {
	var list []Object
	parts, s := partsOf(x), x.s
	for {
		if t.ending() {
			return nil, ErrStopped
		}
		s = trimSpaceLeft(s)
		if s == "" {
			break
		}
		if limit == 0 {
			list = append(list, parts.part(s))
			break
		}
		limit--
		end := t.spaceIndex(s)
		list = append(list, parts.part(s[:end]))
		s = s[end:]
	}
	return NewList(list...), nil
}

// spaceIndex is where the first white space is, or the end.
func (t *Thread) spaceIndex(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < 0x80 {
			if c <= ' ' && isSpace(rune(c)) {
				return i
			}
			i++
			continue
		}
		r, n := decodeRune(s[i:])
		if isSpace(r) || t.ending() {
			return i
		}
		i += n
	}
	return len(s)
}

func trimSpaceLeft(s string) string { return trimLeft(s, isSpace) }

func trimSpaceRight(s string) string { return trimRight(s, isSpace) }

func trimLeft(s string, is func(rune) bool) string {
	for s != "" {
		r, n := decodeRune(s)
		if !is(r) {
			break
		}
		s = s[n:]
	}
	return s
}

func trimRight(s string, is func(rune) bool) string {
	for s != "" {
		at := lastStart(s)
		if r, _ := decodeRune(s[at:]); !is(r) {
			break
		}
		s = s[:at]
	}
	return s
}

// lastStart is where the last code point of a text begins.
func lastStart(s string) int {
	i := len(s) - 1
	for i > 0 && s[i]&0xc0 == 0x80 {
		i--
	}
	return i
}

func strRSplit(t *Thread, a []Object) (Object, error) {
	sep, limit, err := t.splitArgs(a)
	if err != nil {
		return nil, err
	}
	s := a[0].(*Str)
	var list []Object // the last first
	rest := s.s
	if sep == nil {
		if list, err = t.rsplitSpace(rest, limit); err != nil {
			return nil, err
		}
	} else {
		for ; limit > 0; limit-- {
			if t.ending() {
				return nil, ErrStopped
			}
			i := strings.LastIndex(rest, sep.s)
			if i < 0 {
				break
			}
			list = append(list, textPart(rest[i+len(sep.s):]))
			rest = rest[:i]
		}
		list = append(list, textPart(rest))
	}
	reverseObjects(list)
	return NewList(list...), nil
}

func reverseObjects(list []Object) {
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
}

func (t *Thread) rsplitSpace(s string, limit int) (list []Object, err error) {
	for {
		if t.ending() {
			return nil, ErrStopped
		}
		s = trimSpaceRight(s)
		if s == "" {
			return list, nil
		}
		if limit == 0 {
			return append(list, textPart(s)), nil
		}
		limit--
		at := len(trimRight(s, func(r rune) bool { return !isSpace(r) && !t.ending() }))
		list = append(list, textPart(s[at:]))
		s = s[:at]
	}
}

func strPartition(_ *Thread, a []Object) (Object, error) {
	sep, err := partitionArg(a[1])
	if err != nil {
		return nil, err
	}
	s := a[0].(*Str)
	before, after, found := strings.Cut(s.s, sep.s)
	if !found {
		return NewTuple(s, emptyStr, emptyStr), nil
	}
	return NewTuple(textPart(before), sep, textPart(after)), nil
}

func partitionArg(x Object) (*Str, error) {
	sep, err := strParam(x, "must be str, not %s")
	if err == nil && sep.s == "" {
		err = Raise(ValueError, "empty separator")
	}
	return sep, err
}

func strRPartition(_ *Thread, a []Object) (Object, error) {
	sep, err := partitionArg(a[1])
	if err != nil {
		return nil, err
	}
	s := a[0].(*Str)
	i := strings.LastIndex(s.s, sep.s)
	if i < 0 {
		return NewTuple(emptyStr, emptyStr, s), nil
	}
	return NewTuple(textPart(s.s[:i]), sep, textPart(s.s[i+len(sep.s):])), nil
}

func strSplitLines(t *Thread, a []Object) (Object, error) {
	keep, err := t.keepEnds(a[1])
	if err != nil {
		return nil, err
	}
	var list []Object
	parts := partsOf(a[0].(*Str))
	for s := a[0].(*Str).s; s != ""; {
		if t.ending() {
			return nil, ErrStopped
		}
		end, next := t.lineEnd(s)
		if keep {
			end = next
		}
		list = append(list, parts.part(s[:end]))
		s = s[next:]
	}
	return NewList(list...), nil
}

// keepEnds is splitlines' argument.
func (t *Thread) keepEnds(x Object) (bool, error) {
	n, err := t.cInt(x, 0)
	return n != 0, err
}

// lineEnd is where the first line of a text ends, and the next begins.
func (t *Thread) lineEnd(s string) (end, next int) {
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < 0x80 {
			i++
			continue
		}
		r, n := decodeRune(s[i:])
		if isLineBreak(r) || t.ending() {
			if r == '\r' && strings.HasPrefix(s[i+1:], "\n") {
				n = 2
			}
			return i, i + n
		}
		i += n
	}
	return len(s), len(s)
}

// Join is sep.join(x).
func (t *Thread) Join(sep *Str, x Object) (Object, error) {
	items, err := t.joinItems(x)
	if err != nil {
		return nil, err
	}
	if len(items) == 1 {
		if s, ok := items[0].(*Str); ok {
			return s, nil
		}
	}
	size := 0
	for i, v := range items {
		s, ok := Native(v).(*Str)
		if !ok {
			return nil, Raise(TypeError, "sequence item %d: expected str instance, %s found", i, v.Class().fullName())
		}
		if size += len(s.s) + len(sep.s); size > maxText {
			return nil, NewExc(MemoryError)
		}
	}
	b := make([]byte, 0, size)
	for i, v := range items {
		if t.ending() {
			return nil, ErrStopped
		}
		if i > 0 {
			b = append(b, sep.s...)
		}
		b = append(b, Native(v).(*Str).s...)
	}
	return ownedStr(b), nil
}

// joinItems are what join joins. It is the iterator of an instance that is asked for its
// length, not the instance.
func (t *Thread) joinItems(x Object) ([]Object, error) {
	of := x
	var err error
	if x.Class().Heap && iterable(x) {
		if of, err = t.Iter(x); Caught(err, TypeError) != nil {
			return nil, Raise(TypeError, "can only join an iterable")
		} else if err != nil {
			return nil, err
		}
	}
	items, err := t.Items(of)
	if err != nil && Caught(err, TypeError) != nil && !iterable(x) {
		err = Raise(TypeError, "can only join an iterable")
	}
	return items, err
}

// iterable is whether a class has what iter asks for.
func iterable(x Object) bool {
	c := x.Class()
	return c.Lookup("__iter__") != nil || c.Heap && c.Lookup("__getitem__") != nil || !c.Heap && (c.Slots.Iter != nil || c.Slots.Next != nil)
}
