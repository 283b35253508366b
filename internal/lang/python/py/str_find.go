package py

import (
	"math"
	"strings"
)

// strParam is the str that an argument must be; text says what else it was.
func strParam(x Object, text string) (*Str, error) {
	if s, ok := Native(x).(*Str); ok {
		return s, nil
	}
	if strings.Contains(text, "() argument") {
		return nil, Raise(TypeError, text, argClass(x))
	}
	return nil, Raise(TypeError, text, x.Class().fullName())
}

// argClass is what errors of some functions' arguments call x.
func argClass(x Object) string {
	if x == None {
		return "None"
	}
	return x.Class().fullName()
}

// part are the bounds of a search, start and end being in a's positions 2 and 3, in code
// points of a sequence of a size. ok is false when nothing can be there, not even "".
func (t *Thread) part(a []Object, size int) (lo, hi int, ok bool, err error) {
	lo, hi = 0, size
	if a[2] != nil && a[2] != None {
		if lo, err = t.sliceIndex(a[2]); err != nil {
			return 0, 0, false, err
		}
		if lo < 0 {
			lo = max(lo+size, 0)
		}
	}
	if a[3] != nil && a[3] != None {
		if hi, err = t.sliceIndex(a[3]); err != nil {
			return 0, 0, false, err
		}
		if hi < 0 {
			hi = max(hi+size, 0)
		}
		hi = min(hi, size)
	}
	return lo, hi, lo <= hi, nil
}

// within is the text of s in the bounds that a has, and the code points before it.
func (t *Thread) within(s *Str, a []Object) (text string, before int, ok bool, err error) {
	if a[2] == nil && a[3] == nil {
		return s.s, 0, true, nil
	}
	lo, hi, ok, err := t.part(a, s.Len())
	if !ok || err != nil {
		return "", 0, false, err
	}
	return s.s[s.offset(lo):s.offset(hi)], lo, true, nil
}

func strCount(t *Thread, a []Object) (Object, error) {
	text, _, ok, err := t.within(a[0].(*Str), a)
	if err != nil {
		return nil, err
	}
	sub, err := strParam(a[1], "must be str, not %s")
	if !ok || err != nil {
		return MakeInt(0), err
	}
	if sub.s == "" {
		return MakeInt(int64(countRunes(text) + 1)), nil
	}
	return MakeInt(int64(strings.Count(text, sub.s))), nil
}

// strFind makes find, rfind, index and rindex.
func strFind(last, must bool) GoFunc {
	search := strings.Index
	if last {
		search = strings.LastIndex
	}
	return func(t *Thread, a []Object) (Object, error) {
		text, before, ok, err := t.within(a[0].(*Str), a)
		if err != nil {
			return nil, err
		}
		sub, err := strParam(a[1], "must be str, not %s")
		if err != nil {
			return nil, err
		}
		i := -1
		if ok {
			i = search(text, sub.s)
		}
		switch {
		case i >= 0 && len(text) == len(a[0].(*Str).s) && a[0].(*Str).ASCII():
			return MakeInt(int64(before + i)), nil
		case i >= 0:
			return MakeInt(int64(before + countRunes(text[:i]))), nil
		case must:
			return nil, Raise(ValueError, "substring not found")
		}
		return MakeInt(-1), nil
	}
}

// strAffix makes startswith and endswith.
func strAffix(name string, has func(s, x string) bool) GoFunc {
	return func(t *Thread, a []Object) (Object, error) {
		text, _, ok, err := t.within(a[0].(*Str), a)
		if err != nil {
			return nil, err
		}
		list := []Object{a[1]}
		tuple, several := Native(a[1]).(*Tuple)
		if several {
			list = tuple.Items
		}
		for _, x := range list {
			if err := t.Poll(); err != nil {
				return nil, err
			}
			s, is := Native(x).(*Str)
			switch {
			case !is && several:
				return nil, Raise(TypeError, "tuple for %s must only contain str, not %s", name, x.Class().fullName())
			case !is:
				return nil, Raise(TypeError, "%s first arg must be str or a tuple of str, not %s", name, x.Class().fullName())
			case ok && has(text, s.s):
				return True, nil
			}
		}
		return False, nil
	}
}

func strReplace(t *Thread, a []Object) (Object, error) {
	s := a[0].(*Str)
	from, err := strParam(a[1], "replace() argument 1 must be str, not %s")
	if err != nil {
		return nil, err
	}
	to, err := strParam(a[2], "replace() argument 2 must be str, not %s")
	if err != nil {
		return nil, err
	}
	n, err := t.countArg(a[3], -1)
	if err != nil {
		return nil, err
	}
	if n == 0 || from.s == to.s {
		return s, nil
	}
	if !replaceable(s.s, from.s, to.s, s.Len()) {
		return nil, NewExc(MemoryError)
	}
	if from.s == "" {
		return NewStr(interleave(s.s, to.s, n)), nil
	}
	if !strings.Contains(s.s, from.s) {
		return s, nil
	}
	return NewStr(strings.Replace(s.s, from.s, to.s, n)), nil
}

// replaceable is whether the result of replacing is small enough.
func replaceable(s, from, to string, items int) bool {
	if len(to) <= len(from) {
		return true
	}
	times := items + 1
	if from != "" {
		times = strings.Count(s, from)
	}
	return times == 0 || len(to)-len(from) <= (maxText-len(s))/times
}

// interleave puts to before n code points of s, and at its end.
func interleave(s, to string, n int) string {
	if n < 0 {
		n = math.MaxInt
	}
	var b strings.Builder
	for ; n > 0; n-- {
		b.WriteString(to)
		if s == "" {
			return b.String()
		}
		_, size := decodeRune(s)
		b.WriteString(s[:size])
		s = s[size:]
	}
	b.WriteString(s)
	return b.String()
}

// countArg is an int argument, or otherwise when it was left out.
func (t *Thread) countArg(x Object, otherwise int) (int, error) {
	if x == nil {
		return otherwise, nil
	}
	v, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	i, ok := v.(Int)
	if !ok {
		return 0, Raise(OverflowError, "Python int too large to convert to C ssize_t")
	}
	return int(i), nil
}

func strRemovePrefix(_ *Thread, a []Object) (Object, error) {
	x, err := strParam(a[1], "removeprefix() argument must be str, not %s")
	if err != nil {
		return nil, err
	}
	if s := a[0].(*Str); x.s != "" && strings.HasPrefix(s.s, x.s) {
		return NewStr(s.s[len(x.s):]), nil
	}
	return a[0], nil
}

func strRemoveSuffix(_ *Thread, a []Object) (Object, error) {
	x, err := strParam(a[1], "removesuffix() argument must be str, not %s")
	if err != nil {
		return nil, err
	}
	if s := a[0].(*Str); x.s != "" && strings.HasSuffix(s.s, x.s) {
		return NewStr(s.s[:len(s.s)-len(x.s)]), nil
	}
	return a[0], nil
}
