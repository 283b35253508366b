package py

import "strings"

func setupBytesMethods(c *Class) {
	c.addMethods(MethodTable{
		{"capitalize", "", bytesMap(func(s string) string {
			if s == "" {
				return s
			}
			return string([]byte{upperByte(s[0])}) + mapBytes(s[1:], lowerByte)
		}), ""},
		{"center", "width, fillchar=b' ', /", bytesJustify("center", func(int) int { return -1 }), ""},
		{"ljust", "width, fillchar=b' ', /", bytesJustify("ljust", func(int) int { return 0 }), ""},
		{"rjust", "width, fillchar=b' ', /", bytesJustify("rjust", func(n int) int { return n }), ""},
		{"count", "!sub, start=, end=, /", bytesCount, ""},
		{"decode", "encoding='utf-8', errors='strict'", bytesDecode, ""},
		{"find", "!sub, start=, end=, /", bytesFind(false, false), ""},
		{"rfind", "!sub, start=, end=, /", bytesFind(true, false), ""},
		{"index", "!sub, start=, end=, /", bytesFind(false, true), ""},
		{"rindex", "!sub, start=, end=, /", bytesFind(true, true), ""},
		{"startswith", "!prefix, start=, end=, /", bytesAffix("startswith", strings.HasPrefix), ""},
		{"endswith", "!suffix, start=, end=, /", bytesAffix("endswith", strings.HasSuffix), ""},
		{"expandtabs", "tabsize=8", bytesExpandTabs, ""},
		{"hex", "sep=, bytes_per_sep=1", bytesHex, ""},
		{"isalnum", "", bytesTest(func(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' }), ""},
		{"isalpha", "", bytesTest(isLetter), ""},
		{"isascii", "", func(_ *Thread, a []Object) (Object, error) { s, _ := bytesLike(a[0]); return Of(isASCII(s)), nil }, ""},
		{"isdigit", "", bytesTest(func(c byte) bool { return c >= '0' && c <= '9' }), ""},
		{"islower", "", bytesIsCase('a', 'A'), ""},
		{"isspace", "", bytesTest(isByteSpace), ""},
		{"istitle", "", bytesIsTitle, ""},
		{"isupper", "", bytesIsCase('A', 'a'), ""},
		{"join", "iterable_of_bytes, /", bytesJoin, ""},
		{"lower", "", bytesMap(func(s string) string { return mapBytes(s, lowerByte) }), ""},
		{"upper", "", bytesMap(func(s string) string { return mapBytes(s, upperByte) }), ""},
		{"swapcase", "", bytesMap(func(s string) string { return mapBytes(s, swapByte) }), ""},
		{"title", "", bytesMap(titleBytes), ""},
		{"lstrip", "bytes=None, /", bytesStrip(true, false), ""},
		{"rstrip", "bytes=None, /", bytesStrip(false, true), ""},
		{"strip", "bytes=None, /", bytesStrip(true, true), ""},
		{"partition", "sep, /", bytesPartition(false), ""},
		{"rpartition", "sep, /", bytesPartition(true), ""},
		{"removeprefix", "prefix, /", bytesRemove(strings.TrimPrefix), ""},
		{"removesuffix", "suffix, /", bytesRemove(strings.TrimSuffix), ""},
		{"replace", "old, new, count=-1, /", bytesReplace, ""},
		{"split", "sep=None, maxsplit=-1", bytesSplit, ""},
		{"rsplit", "sep=None, maxsplit=-1", bytesRSplit, ""},
		{"splitlines", "keepends=False", bytesSplitLines, ""},
		{"translate", "table, /, delete=b''", bytesTranslate, ""},
		{"zfill", "width, /", bytesZFill, ""},
	})
	if c == BytesClass {
		c.addMethods(MethodTable{{"__bytes__", "", func(_ *Thread, a []Object) (Object, error) { return a[0], nil }, ""}})
		c.addMethods(MethodTable{{"__getnewargs__", "", func(_ *Thread, a []Object) (Object, error) { return NewTuple(a[0]), nil }, ""}})
	}
	c.addClassMethods(MethodTable{{"fromhex", "string, /", bytesFromHex, ""}})
	c.addStaticMethods(MethodTable{{"maketrans", "frm, to, /", bytesMakeTrans, ""}})
}

func isLetter(c byte) bool    { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isByteSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func mapBytes(s string, f func(byte) byte) string {
	b := make([]byte, len(s))
	for i := range b {
		b[i] = f(s[i])
	}
	return string(b)
}

func titleBytes(s string) string {
	b := make([]byte, len(s))
	inWord := false
	for i := range b {
		if inWord {
			b[i] = lowerByte(s[i])
		} else {
			b[i] = upperByte(s[i])
		}
		inWord = isLetter(s[i])
	}
	return string(b)
}

func bytesMap(f func(string) string) GoFunc {
	return func(_ *Thread, a []Object) (Object, error) {
		s, _ := bytesLike(a[0])
		return sameKind(a[0], f(s)), nil
	}
}

func bytesTest(f func(byte) bool) GoFunc {
	return func(_ *Thread, a []Object) (Object, error) {
		s, _ := bytesLike(a[0])
		for i := range len(s) {
			if !f(s[i]) {
				return False, nil
			}
		}
		return Of(s != ""), nil
	}
}

// bytesIsCase is islower and isupper: is and other are the cases' first letters.
func bytesIsCase(is, other byte) GoFunc {
	return func(_ *Thread, a []Object) (Object, error) {
		s, _ := bytesLike(a[0])
		found := false
		for i := range len(s) {
			if c := s[i]; c >= other && c < other+26 {
				return False, nil
			} else if c >= is && c < is+26 {
				found = true
			}
		}
		return Of(found), nil
	}
}

func bytesIsTitle(_ *Thread, a []Object) (Object, error) {
	s, _ := bytesLike(a[0])
	found, inWord := false, false
	for i := range len(s) {
		c := s[i]
		switch {
		case !isLetter(c):
			inWord = false
		case inWord == (c <= 'Z'):
			return False, nil
		default:
			found, inWord = true, true
		}
	}
	return Of(found), nil
}

// bytesParam is a copy of the bytes that an argument must be.
func bytesParam(x Object) (string, error) {
	if s, ok := BytesOf(x); ok {
		return s, nil
	}
	return "", Raise(TypeError, "a bytes-like object is required, not '%s'", x.Class().fullName())
}

func bytesDecode(t *Thread, a []Object) (Object, error) {
	enc, errs, err := codecNames(t, "decode", a[1], a[2])
	if err != nil {
		return nil, err
	}
	s, _ := BytesOf(a[0])
	return t.decoded(s, enc, errs)
}

func bytesJoin(t *Thread, a []Object) (Object, error) {
	sep, _ := BytesOf(a[0])
	items, err := t.joinItems(a[1])
	if err != nil {
		return nil, err
	}
	size, parts := 0, make([]string, len(items))
	for i, v := range items {
		s, ok := bytesLike(v)
		if !ok {
			return nil, Raise(TypeError, "sequence item %d: expected a bytes-like object, %s found", i, v.Class().fullName())
		}
		if size += len(s) + len(sep); size > maxText {
			return nil, NewExc(MemoryError)
		}
		parts[i] = s
	}
	var b strings.Builder
	b.Grow(size)
	for i, s := range parts {
		if t.ending() {
			return nil, ErrStopped
		}
		if i > 0 {
			b.WriteString(sep)
		}
		b.WriteString(s)
	}
	return sameKind(a[0], b.String()), nil
}
