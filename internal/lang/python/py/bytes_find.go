package py

import "strings"

// bytesWithin is the part of bytes in the bounds that a has, and how many are before it.
func (t *Thread) bytesWithin(a []Object) (s string, before int, ok bool, err error) {
	s, _ = bytesLike(a[0])
	if a[2] == nil && a[3] == nil {
		return s, 0, true, nil
	}
	lo, hi, ok, err := t.part(a, len(s))
	if !ok || err != nil {
		return "", 0, false, err
	}
	s, _ = bytesLike(a[0]) // the bounds may have changed it
	hi = min(hi, len(s))
	lo = min(lo, hi)
	return s[lo:hi], lo, true, nil
}

const subBytesText = "argument should be integer or bytes-like object, not '%s'"

// bytesSearch is what a search is of: the bytes, what is sought and how many are before them.
func (t *Thread) bytesSearch(a []Object) (s, sub string, before int, ok bool, err error) {
	size, _ := bytesLike(a[0])
	lo, hi, ok, err := t.part(a, len(size))
	if err != nil {
		return "", "", 0, false, err
	}
	if sub, err = t.subBytes(a[1], subBytesText); err != nil || !ok {
		return "", "", 0, false, err
	}
	s, _ = bytesLike(a[0]) // the bounds may have changed it
	hi = min(hi, len(s))
	lo = min(lo, hi)
	return s[lo:hi], sub, lo, true, nil
}

func bytesCount(t *Thread, a []Object) (Object, error) {
	s, sub, _, ok, err := t.bytesSearch(a)
	switch {
	case !ok || err != nil:
		return MakeInt(0), err
	case sub == "":
		return MakeInt(int64(len(s) + 1)), nil
	}
	return MakeInt(int64(strings.Count(s, sub))), nil
}

func bytesFind(last, must bool) GoFunc {
	search := strings.Index
	if last {
		search = strings.LastIndex
	}
	return func(t *Thread, a []Object) (Object, error) {
		s, sub, before, ok, err := t.bytesSearch(a)
		if err != nil {
			return nil, err
		}
		i := -1
		if ok {
			i = search(s, sub)
		}
		switch {
		case i >= 0:
			return MakeInt(int64(before + i)), nil
		case must:
			return nil, Raise(ValueError, "subsection not found")
		}
		return MakeInt(-1), nil
	}
}

func bytesAffix(name string, has func(s, x string) bool) GoFunc {
	return func(t *Thread, a []Object) (Object, error) {
		s, _, ok, err := t.bytesWithin(a)
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
			p, is := bytesLike(x)
			switch {
			case !is && several:
				return nil, Raise(TypeError, "a bytes-like object is required, not '%s'", x.Class().fullName())
			case !is:
				return nil, Raise(TypeError, "%s first arg must be bytes or a tuple of bytes, not %s", name, x.Class().fullName())
			case ok && has(s, p):
				return True, nil
			}
		}
		return False, nil
	}
}

func bytesReplace(t *Thread, a []Object) (Object, error) {
	from, err := bytesParam(a[1])
	if err != nil {
		return nil, err
	}
	to, err := bytesParam(a[2])
	if err != nil {
		return nil, err
	}
	n, err := t.countArg(a[3], -1)
	if err != nil {
		return nil, err
	}
	s, _ := bytesLike(a[0])
	if !replaceable(s, from, to, len(s)) {
		return nil, NewExc(MemoryError)
	}
	if from == "" {
		return sameKind(a[0], interleaveBytes(s, to, n)), nil
	}
	return sameKind(a[0], strings.Replace(strings.Clone(s), from, to, n)), nil
}

// interleaveBytes puts to before n of the bytes and at the end; a negative n is all.
func interleaveBytes(s, to string, n int) string {
	var b strings.Builder
	for i := range len(s) {
		if n >= 0 && i >= n {
			b.WriteString(s[i:])
			return b.String()
		}
		b.WriteString(to)
		b.WriteByte(s[i])
	}
	if n < 0 || n > len(s) {
		b.WriteString(to)
	}
	return b.String()
}

func bytesRemove(trim func(s, x string) string) GoFunc {
	return func(_ *Thread, a []Object) (Object, error) {
		x, err := bytesParam(a[1])
		if err != nil {
			return nil, err
		}
		s, _ := BytesOf(a[0])
		return sameKind(a[0], trim(s, x)), nil
	}
}

func bytesPartition(last bool) GoFunc {
	return func(_ *Thread, a []Object) (Object, error) {
		sep, err := bytesParam(a[1])
		if err != nil {
			return nil, err
		}
		if sep == "" {
			return nil, Raise(ValueError, "empty separator")
		}
		s, _ := BytesOf(a[0])
		i := strings.Index(s, sep)
		if last {
			i = strings.LastIndex(s, sep)
		}
		kind := func(s string) Object { return sameKind(a[0], s) }
		switch {
		case i >= 0:
			middle := a[1]
			if _, ok := a[0].(*ByteArray); ok {
				middle = kind(sep)
			}
			return NewTuple(kind(s[:i]), middle, kind(s[i+len(sep):])), nil
		case last:
			return NewTuple(kind(""), kind(""), kind(s)), nil
		}
		return NewTuple(kind(s), kind(""), kind("")), nil
	}
}
