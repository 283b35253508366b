package py

import "strings"

// setupStrMethods gives str its methods.
func setupStrMethods() {
	StrClass.addMethods(MethodTable{
		{"capitalize", "", strMethod(capitalize), "Return a capitalized version of the string."},
		{"casefold", "", strMethod(casefold), "Return a version of the string suitable for caseless comparisons."},
		{"center", "width, fillchar=' ', /", strJustify(func(n int) int { return -1 }), "Return a centered string of length width."},
		{"ljust", "width, fillchar=' ', /", strJustify(func(n int) int { return 0 }), "Return a left-justified string of length width."},
		{"rjust", "width, fillchar=' ', /", strJustify(func(n int) int { return n }), "Return a right-justified string of length width."},
		{"count", "!sub, start=, end=, /", strCount, "S.count(sub[, start[, end]]) -> int"},
		{"find", "!sub, start=, end=, /", strFind(false, false), "S.find(sub[, start[, end]]) -> int"},
		{"rfind", "!sub, start=, end=, /", strFind(true, false), "S.rfind(sub[, start[, end]]) -> int"},
		{"index", "!sub, start=, end=, /", strFind(false, true), "S.index(sub[, start[, end]]) -> int"},
		{"rindex", "!sub, start=, end=, /", strFind(true, true), "S.rindex(sub[, start[, end]]) -> int"},
		{"startswith", "!prefix, start=, end=, /", strAffix("startswith", strings.HasPrefix), "S.startswith(prefix[, start[, end]]) -> bool"},
		{"endswith", "!suffix, start=, end=, /", strAffix("endswith", strings.HasSuffix), "S.endswith(suffix[, start[, end]]) -> bool"},
		{"encode", "encoding='utf-8', errors='strict'", strEncode, "Encode the string using the codec registered for encoding."},
		{"expandtabs", "tabsize=8", strExpandTabs, "Return a copy where all tab characters are expanded using spaces."},
		{"format", "*args, **kwargs", strFormat, "S.format(*args, **kwargs) -> str"},
		{"format_map", "mapping, /", strFormatMap, "S.format_map(mapping) -> str"},
		{"isalnum", "", strTest(func(r rune) bool { return isAlpha(r) || isNumeric(r) || isDigit(r) }), "Return True if the string is an alpha-numeric string, False otherwise."},
		{"isalpha", "", strTest(isAlpha), "Return True if the string is an alphabetic string, False otherwise."},
		{"isascii", "", strIsASCII, "Return True if all characters in the string are ASCII, False otherwise."},
		{"isdecimal", "", strTest(isDecimal), "Return True if the string is a decimal string, False otherwise."},
		{"isdigit", "", strTest(isDigit), "Return True if the string is a digit string, False otherwise."},
		{"isidentifier", "", strIsIdentifier, "Return True if the string is a valid Python identifier, False otherwise."},
		{"islower", "", strIsCase(isLower, isUpper), "Return True if the string is a lowercase string, False otherwise."},
		{"isnumeric", "", strTest(isNumeric), "Return True if the string is a numeric string, False otherwise."},
		{"isprintable", "", strIsPrintable, "Return True if the string is printable, False otherwise."},
		{"isspace", "", strTest(isSpace), "Return True if the string is a whitespace string, False otherwise."},
		{"istitle", "", strIsTitle, "Return True if the string is a title-cased string, False otherwise."},
		{"isupper", "", strIsCase(isUpper, isLower), "Return True if the string is an uppercase string, False otherwise."},
		{"join", "iterable, /", func(t *Thread, a []Object) (Object, error) { return t.Join(a[0].(*Str), a[1]) }, "Concatenate any number of strings."},
		{"lower", "", strMethod(lower), "Return a copy of the string converted to lowercase."},
		{"lstrip", "chars=None, /", strStrip("lstrip", true, false), "Return a copy of the string with leading whitespace removed."},
		{"partition", "sep, /", strPartition, "Partition the string into three parts using the given separator."},
		{"removeprefix", "prefix, /", strRemovePrefix, "Return a str with the given prefix string removed if present."},
		{"removesuffix", "suffix, /", strRemoveSuffix, "Return a str with the given suffix string removed if present."},
		{"replace", "old, new, count=-1, /", strReplace, "Return a copy with all occurrences of substring old replaced by new."},
		{"rpartition", "sep, /", strRPartition, "Partition the string into three parts using the given separator."},
		{"rsplit", "sep=None, maxsplit=-1", strRSplit, "Return a list of the substrings in the string, using sep as the separator string."},
		{"rstrip", "chars=None, /", strStrip("rstrip", false, true), "Return a copy of the string with trailing whitespace removed."},
		{"split", "sep=None, maxsplit=-1", strSplit, "Return a list of the substrings in the string, using sep as the separator string."},
		{"splitlines", "keepends=False", strSplitLines, "Return a list of the lines in the string, breaking at line boundaries."},
		{"strip", "chars=None, /", strStrip("strip", true, true), "Return a copy of the string with leading and trailing whitespace removed."},
		{"swapcase", "", strMethod(swapcase), "Convert uppercase characters to lowercase and lowercase characters to uppercase."},
		{"title", "", strMethod(title), "Return a version of the string where each word is titlecased."},
		{"translate", "table, /", strTranslate, "Replace each character in the string using the given translation table."},
		{"upper", "", strMethod(upper), "Return a copy of the string converted to uppercase."},
		{"zfill", "width, /", strZFill, "Pad a numeric string with zeros on the left, to fill a field of the given width."},
		{"__format__", "format_spec, /", strFormatMethod, "Return a formatted version of the string as described by format_spec."},
		{"__getnewargs__", "", func(_ *Thread, a []Object) (Object, error) { return NewTuple(NewStr(a[0].(*Str).s)), nil }, ""},
		{"__sizeof__", "", func(_ *Thread, a []Object) (Object, error) { return MakeInt(int64(49 + len(a[0].(*Str).s))), nil }, ""},
	})
	StrClass.addStaticMethods(MethodTable{{"maketrans", "x, y=, z=, /", strMakeTrans, "Return a translation table usable for str.translate()."}})
}

// strMethod makes a method of a function from text to text.
func strMethod(f func(s *Str) string) GoFunc {
	return func(_ *Thread, a []Object) (Object, error) {
		s := a[0].(*Str)
		r := f(s)
		if r == s.s {
			return s, nil
		}
		return NewStr(r), nil
	}
}

func strTest(f func(rune) bool) GoFunc {
	return func(_ *Thread, a []Object) (Object, error) {
		s := a[0].(*Str).s
		if s == "" {
			return False, nil
		}
		for s != "" {
			r, n := decodeRune(s)
			if !f(r) {
				return False, nil
			}
			s = s[n:]
		}
		return True, nil
	}
}

func strIsASCII(_ *Thread, a []Object) (Object, error) { return Of(a[0].(*Str).ASCII()), nil }

func strIsPrintable(_ *Thread, a []Object) (Object, error) {
	for s := a[0].(*Str).s; s != ""; {
		r, n := decodeRune(s)
		if !isPrintable(r) {
			return False, nil
		}
		s = s[n:]
	}
	return True, nil
}

func strIsIdentifier(_ *Thread, a []Object) (Object, error) {
	return Of(IsIdentifier(a[0].(*Str).s)), nil
}

// IsIdentifier reports whether a text is an identifier, or a keyword.
func IsIdentifier(s string) bool {
	if s == "" {
		return false
	}
	r, n := decodeRune(s)
	if !isIDStart(r) {
		return false
	}
	for s = s[n:]; s != ""; s = s[n:] {
		if r, n = decodeRune(s); !isIDContinue(r) {
			return false
		}
	}
	return true
}

// strIsCase is islower and isupper: there is a letter of the case, and none of the other.
func strIsCase(is, other func(rune) bool) GoFunc {
	return func(_ *Thread, a []Object) (Object, error) {
		found := false
		for s := a[0].(*Str).s; s != ""; {
			r, n := decodeRune(s)
			switch {
			case other(r) || isTitle(r):
				return False, nil
			case is(r):
				found = true
			}
			s = s[n:]
		}
		return Of(found), nil
	}
}

func strIsTitle(_ *Thread, a []Object) (Object, error) {
	found, inWord := false, false
	for s := a[0].(*Str).s; s != ""; {
		r, n := decodeRune(s)
		switch {
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
