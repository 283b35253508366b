package py

import "strings"

// setupStrMethods gives str its methods.
func setupStrMethods() {
	StrClass.addMethods(MethodTable{
		{"capitalize", "", strMethod(capitalize), ""},
		{"casefold", "", strMethod(casefold), ""},
		{"center", "width, fillchar=' ', /", strJustify(func(n int) int { return -1 }), ""},
		{"ljust", "width, fillchar=' ', /", strJustify(func(n int) int { return 0 }), ""},
		{"rjust", "width, fillchar=' ', /", strJustify(func(n int) int { return n }), ""},
		{"count", "!sub, start=, end=, /", strCount, ""},
		{"find", "!sub, start=, end=, /", strFind(false, false), ""},
		{"rfind", "!sub, start=, end=, /", strFind(true, false), ""},
		{"index", "!sub, start=, end=, /", strFind(false, true), ""},
		{"rindex", "!sub, start=, end=, /", strFind(true, true), ""},
		{"startswith", "!prefix, start=, end=, /", strAffix("startswith", strings.HasPrefix), ""},
		{"endswith", "!suffix, start=, end=, /", strAffix("endswith", strings.HasSuffix), ""},
		{"encode", "encoding='utf-8', errors='strict'", strEncode, ""},
		{"expandtabs", "tabsize=8", strExpandTabs, ""},
		{"format", "*args, **kwargs", strFormat, ""},
		{"format_map", "mapping, /", strFormatMap, ""},
		{"isalnum", "", strTest(func(r rune) bool { return isAlpha(r) || isNumeric(r) || isDigit(r) }), ""},
		{"isalpha", "", strTest(isAlpha), ""},
		{"isascii", "", strIsASCII, ""},
		{"isdecimal", "", strTest(isDecimal), ""},
		{"isdigit", "", strTest(isDigit), ""},
		{"isidentifier", "", strIsIdentifier, ""},
		{"islower", "", strIsCase(isLower, isUpper), ""},
		{"isnumeric", "", strTest(isNumeric), ""},
		{"isprintable", "", strIsPrintable, ""},
		{"isspace", "", strTest(isSpace), ""},
		{"istitle", "", strIsTitle, ""},
		{"isupper", "", strIsCase(isUpper, isLower), ""},
		{"join", "iterable, /", func(t *Thread, a []Object) (Object, error) { return t.Join(a[0].(*Str), a[1]) }, ""},
		{"lower", "", strCase(lowerByte, lower), ""},
		{"lstrip", "chars=None, /", strStrip("lstrip", true, false), ""},
		{"partition", "sep, /", strPartition, ""},
		{"removeprefix", "prefix, /", strRemovePrefix, ""},
		{"removesuffix", "suffix, /", strRemoveSuffix, ""},
		{"replace", "old, new, count=-1, /", strReplace, ""},
		{"rpartition", "sep, /", strRPartition, ""},
		{"rsplit", "sep=None, maxsplit=-1", strRSplit, ""},
		{"rstrip", "chars=None, /", strStrip("rstrip", false, true), ""},
		{"split", "sep=None, maxsplit=-1", strSplit, ""},
		{"splitlines", "keepends=False", strSplitLines, ""},
		{"strip", "chars=None, /", strStrip("strip", true, true), ""},
		{"swapcase", "", strMethod(swapcase), ""},
		{"title", "", strMethod(title), ""},
		{"translate", "table, /", strTranslate, ""},
		{"upper", "", strCase(upperByte, upper), ""},
		{"zfill", "width, /", strZFill, ""},
		{"__getnewargs__", "", func(_ *Thread, a []Object) (Object, error) { return NewTuple(NewStr(a[0].(*Str).s)), nil }, ""},
	})
	StrClass.addStaticMethods(MethodTable{{"maketrans", "x, y=, z=, /", strMakeTrans, ""}})
}

// strMethod makes a method of a function from text to text.
func strMethod(f func(t *Thread, s *Str) string) GoFunc {
	return func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str)
		r := f(t, s)
		if t.ending() {
			return nil, ErrStopped
		}
		if r == s.s {
			return s, nil
		}
		return NewStr(r), nil
	}
}

// answer is the result of a test, which counts for nothing when the run was stopped.
func (t *Thread) answer(yes bool) (Object, error) {
	if t.ending() {
		return nil, ErrStopped
	}
	return Of(yes), nil
}

func strTest(f func(rune) bool) GoFunc {
	return func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str).s
		if s == "" {
			return False, nil
		}
		for s != "" {
			r, n := decodeRune(s)
			if !f(r) || t.ending() {
				return t.answer(false)
			}
			s = s[n:]
		}
		return True, nil
	}
}

func strIsASCII(_ *Thread, a []Object) (Object, error) { return Of(a[0].(*Str).ASCII()), nil }

func strIsPrintable(t *Thread, a []Object) (Object, error) {
	for s := a[0].(*Str).s; s != ""; {
		r, n := decodeRune(s)
		if !isPrintable(r) || t.ending() {
			return t.answer(false)
		}
		s = s[n:]
	}
	return True, nil
}

func strIsIdentifier(t *Thread, a []Object) (Object, error) {
	return t.answer(isIdentifier(a[0].(*Str).s, t.ending))
}

// IsIdentifier reports whether a text is an identifier, or a keyword.
func IsIdentifier(s string) bool { return isIdentifier(s, func() bool { return false }) }

// isIdentifier says no when it is to stop.
func isIdentifier(s string, stop func() bool) bool {
	if s == "" {
		return false
	}
	r, n := decodeRune(s)
	if !isIDStart(r) {
		return false
	}
	for s = s[n:]; s != ""; s = s[n:] {
		if r, n = decodeRune(s); !isIDContinue(r) || stop() {
			return false
		}
	}
	return true
}

// strIsCase is islower and isupper: there is a letter of the case, and none of the other.
func strIsCase(is, other func(rune) bool) GoFunc {
	return func(t *Thread, a []Object) (Object, error) {
		found := false
		for s := a[0].(*Str).s; s != ""; {
			r, n := decodeRune(s)
			switch {
			case other(r) || isTitle(r) || t.ending():
				return t.answer(false)
			case is(r):
				found = true
			}
			s = s[n:]
		}
		return Of(found), nil
	}
}

func strIsTitle(t *Thread, a []Object) (Object, error) {
	found, inWord := false, false
	for s := a[0].(*Str).s; s != ""; {
		r, n := decodeRune(s)
		switch {
		case t.ending():
			return nil, ErrStopped
		case isUpper(r) || isTitle(r):
			if inWord {
				return False, nil
			}
			found, inWord = true, true
		case isLower(r):
			if !inWord {
				return False, nil
			}
		default:
			inWord = false
		}
		s = s[n:]
	}
	return Of(found), nil
}
