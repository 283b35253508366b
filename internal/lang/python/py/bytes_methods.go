package py

import "strings"

func setupBytesMethods(c *Class) {
	c.addMethods(MethodTable{
		{"capitalize", "", bytesMap(func(s string) string {
			if s == "" {
				return s
			}
			return string([]byte{upperByte(s[0])}) + mapBytes(s[1:], lowerByte)
		}), "B.capitalize() -> copy of B"},
		{"center", "width, fillchar=b' ', /", bytesJustify("center", func(int) int { return -1 }), "Return a centered string of length width."},
		{"ljust", "width, fillchar=b' ', /", bytesJustify("ljust", func(int) int { return 0 }), "Return a left-justified string of length width."},
		{"rjust", "width, fillchar=b' ', /", bytesJustify("rjust", func(n int) int { return n }), "Return a right-justified string of length width."},
		{"count", "!sub, start=, end=, /", bytesCount, "B.count(sub[, start[, end]]) -> int"},
		{"decode", "encoding='utf-8', errors='strict'", bytesDecode, "Decode the bytes using the codec registered for encoding."},
		{"find", "!sub, start=, end=, /", bytesFind(false, false), "B.find(sub[, start[, end]]) -> int"},
		{"rfind", "!sub, start=, end=, /", bytesFind(true, false), "B.rfind(sub[, start[, end]]) -> int"},
		{"index", "!sub, start=, end=, /", bytesFind(false, true), "B.index(sub[, start[, end]]) -> int"},
		{"rindex", "!sub, start=, end=, /", bytesFind(true, true), "B.rindex(sub[, start[, end]]) -> int"},
		{"startswith", "!prefix, start=, end=, /", bytesAffix("startswith", strings.HasPrefix), "B.startswith(prefix[, start[, end]]) -> bool"},
		{"endswith", "!suffix, start=, end=, /", bytesAffix("endswith", strings.HasSuffix), "B.endswith(suffix[, start[, end]]) -> bool"},
		{"expandtabs", "tabsize=8", bytesExpandTabs, "Return a copy where all tab characters are expanded using spaces."},
		{"hex", "sep=, bytes_per_sep=1", bytesHex, "Create a string of hexadecimal numbers from a bytes object."},
		{"isalnum", "", bytesTest(func(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' }), "B.isalnum() -> bool"},
		{"isalpha", "", bytesTest(isLetter), "B.isalpha() -> bool"},
		{"isascii", "", func(_ *Thread, a []Object) (Object, error) { s, _ := bytesLike(a[0]); return Of(isASCII(s)), nil }, "B.isascii() -> bool"},
		{"isdigit", "", bytesTest(func(c byte) bool { return c >= '0' && c <= '9' }), "B.isdigit() -> bool"},
		{"islower", "", bytesIsCase('a', 'A'), "B.islower() -> bool"},
		{"isspace", "", bytesTest(isByteSpace), "B.isspace() -> bool"},
		{"istitle", "", bytesIsTitle, "B.istitle() -> bool"},
		{"isupper", "", bytesIsCase('A', 'a'), "B.isupper() -> bool"},
		{"join", "iterable_of_bytes, /", bytesJoin, "Concatenate any number of bytes objects."},
		{"lower", "", bytesMap(func(s string) string { return mapBytes(s, lowerByte) }), "B.lower() -> copy of B"},
		{"upper", "", bytesMap(func(s string) string { return mapBytes(s, upperByte) }), "B.upper() -> copy of B"},
		{"swapcase", "", bytesMap(func(s string) string { return mapBytes(s, swapByte) }), "B.swapcase() -> copy of B"},
		{"title", "", bytesMap(titleBytes), "B.title() -> copy of B"},
		{"lstrip", "bytes=None, /", bytesStrip(true, false), "Strip leading bytes contained in the argument."},
		{"rstrip", "bytes=None, /", bytesStrip(false, true), "Strip trailing bytes contained in the argument."},
		{"strip", "bytes=None, /", bytesStrip(true, true), "Strip leading and trailing bytes contained in the argument."},
		{"partition", "sep, /", bytesPartition(false), "Partition the bytes into three parts using the given separator."},
		{"rpartition", "sep, /", bytesPartition(true), "Partition the bytes into three parts using the given separator."},
		{"removeprefix", "prefix, /", bytesRemove(strings.TrimPrefix), "Return a bytes object with the given prefix string removed if present."},
		{"removesuffix", "suffix, /", bytesRemove(strings.TrimSuffix), "Return a bytes object with the given suffix string removed if present."},
		{"replace", "old, new, count=-1, /", bytesReplace, "Return a copy with all occurrences of substring old replaced by new."},
		{"split", "sep=None, maxsplit=-1", bytesSplit, "Return a list of the sections in the bytes, using sep as the delimiter."},
		{"rsplit", "sep=None, maxsplit=-1", bytesRSplit, "Return a list of the sections in the bytes, using sep as the delimiter."},
		{"splitlines", "keepends=False", bytesSplitLines, "Return a list of the lines in the bytes, breaking at line boundaries."},
		{"translate", "table, /, delete=b''", bytesTranslate, "Return a copy with each character mapped by the given translation table."},
		{"zfill", "width, /", bytesZFill, "Pad a numeric string with zeros on the left, to fill a field of the given width."},
	})
	if c == BytesClass {
		c.addMethods(MethodTable{{"__bytes__", "", func(_ *Thread, a []Object) (Object, error) { return a[0], nil }, "Convert this value to exact type bytes."}})
		c.addMethods(MethodTable{{"__getnewargs__", "", func(_ *Thread, a []Object) (Object, error) { return NewTuple(a[0]), nil }, ""}})
	}
	c.addClassMethods(MethodTable{{"fromhex", "string, /", bytesFromHex, "Create a bytes object from a string of hexadecimal numbers."}})
	c.addStaticMethods(MethodTable{{"maketrans", "frm, to, /", bytesMakeTrans, "Return a translation table useable for the bytes or bytearray translate method."}})
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
	return "", Raise(TypeError, "a bytes-like object is required, not '%s'", x.Class().Name)
}

func bytesDecode(t *Thread, a []Object) (Object, error) {
	enc, errs, err := codecNames("decode", a[1], a[2])
	if err != nil {
		return nil, err
	}
	s, _ := BytesOf(a[0])
	return DecodeBytes(t, s, enc, errs)
}

func bytesJoin(t *Thread, a []Object) (Object, error) {
	sep, _ := BytesOf(a[0])
	items, err := t.joinItems(a[1])
	if err != nil {
		return nil, err
	}
	var b []byte
	for i, v := range items {
		s, ok := bytesLike(v)
		if !ok {
			return nil, Raise(TypeError, "sequence item %d: expected a bytes-like object, %s found", i, v.Class().Name)
		}
		if len(b)+len(s)+len(sep) > maxText {
			return nil, NewExc(MemoryError)
		}
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, s...)
	}
	return sameKind(a[0], string(b)), nil
}
