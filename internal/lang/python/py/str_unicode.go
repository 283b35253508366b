package py

import (
	"sort"
	"unicode"

	"github.com/elide-dev/elided/internal/lang/python/parse"
)

// assigned is false of code points that Python 3.11 doesn't know.
func assigned(r rune) bool { return !unicode.Is(unicode.Cn, r) && !unicode.Is(parse.Since14, r) }

// in14 is whether a code point that Python knows is in a table.
func in14(r rune, tables ...*unicode.RangeTable) bool {
	return unicode.In(r, tables...) && (r < 0x80 || !unicode.Is(parse.Since14, r))
}

func isAlpha(r rune) bool   { return in14(r, unicode.L) }
func isDecimal(r rune) bool { return in14(r, unicode.Nd) }
func isDigit(r rune) bool   { return isDecimal(r) || unicode.Is(otherDigits, r) }
func isNumeric(r rune) bool { return in14(r, unicode.N) || unicode.Is(numericLetters, r) }
func isLower(r rune) bool {
	return in14(r, unicode.Lower, unicode.Other_Lowercase) && r != 0x10fc && r != 0xab69 && (r < 0xa7f2 || r > 0xa7f4)
}
func isUpper(r rune) bool { return in14(r, unicode.Upper, unicode.Other_Uppercase) }
func isTitle(r rune) bool { return unicode.Is(unicode.Lt, r) }
func isCased(r rune) bool { return isLower(r) || isUpper(r) || isTitle(r) }

// isCaseIgnorable is what may stand in a word without being of a case.
func isCaseIgnorable(r rune) bool {
	return in14(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk) || unicode.Is(caseIgnorableMarks, r)
}

func isSpace(r rune) bool {
	return unicode.Is(unicode.White_Space, r) || r >= 0x1c && r <= 0x1f
}

// isPrintable is what repr shows as it is.
func isPrintable(r rune) bool {
	if r < 0x7f {
		return r >= ' '
	}
	return !unicode.In(r, unicode.C, unicode.Z) && assigned(r)
}

func isIDStart(r rune) bool {
	return r == '_' || in14(r, unicode.L, unicode.Nl, unicode.Other_ID_Start) && !unicode.Is(notIDStart, r)
}

func isIDContinue(r rune) bool {
	return r == '_' || in14(r, unicode.L, unicode.Nl, unicode.Other_ID_Start, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue) &&
		!unicode.Is(notIDContinue, r)
}

// isLineBreak is where splitlines splits.
func isLineBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

func mapping(list []caseMapping, r rune) string {
	if r < list[0].from {
		return ""
	}
	i := sort.Search(len(list), func(i int) bool { return list[i].from >= r })
	if i < len(list) && list[i].from == r {
		return list[i].to
	}
	return ""
}

func appendMapped(b []byte, list []caseMapping, r rune, simple func(rune) rune) []byte {
	if to := mapping(list, r); to != "" {
		return append(b, to...)
	}
	if m := simple(r); assigned(m) {
		r = m
	}
	return appendRune(b, r)
}

func appendUpper(b []byte, r rune) []byte { return appendMapped(b, upperMappings, r, unicode.ToUpper) }
func appendTitle(b []byte, r rune) []byte { return appendMapped(b, titleMappings, r, unicode.ToTitle) }

func appendLower(b []byte, r rune) []byte {
	if r == 0x130 {
		return append(b, "i\u0307"...)
	}
	if m := unicode.ToLower(r); assigned(m) {
		r = m
	}
	return appendRune(b, r)
}

func appendFold(b []byte, r rune) []byte {
	switch {
	case r >= 0x13a0 && r <= 0x13f5:
		return appendRune(b, r)
	case r >= 0x13f8 && r <= 0x13fd || r >= 0xab70 && r <= 0xabbf: // Cherokee's lower case is the newer one
		return appendRune(b, unicode.ToUpper(r))
	}
	if to := mapping(foldMappings, r); to != "" {
		return append(b, to...)
	}
	return appendLower(b, r)
}
