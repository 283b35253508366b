// Package unicodedata is Python's module of that name: what Unicode knows of characters.
package unicodedata

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"github.com/elide-dev/elided/internal/lang/python/parse"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(_ *py.Thread) (*py.Module, error) {
	m := py.NewModule("unicodedata")
	m.Set("unidata_version", py.NewStr("14.0.0"))
	m.Set("ucd_3_2_0", &py.Opaque[struct{}]{Of: oldClass()}).Set("UCD", oldClass())
	m.Add("name", "chr, default=, /", name)
	m.Add("lookup", "name, /", lookup)
	m.Add("category", "chr, /", categoryOf)
	m.Add("bidirectional", "chr, /", directionOf)
	m.Add("east_asian_width", "chr, /", widthOf)
	m.Add("combining", "chr, /", combiningOf)
	m.Add("mirrored", "chr, /", mirroredOf)
	m.Add("decomposition", "chr, /", decompositionOf)
	m.Add("decimal", "chr, default=, /", decimalOf)
	m.Add("digit", "chr, default=, /", digitOf)
	m.Add("numeric", "chr, default=, /", numericOf)
	m.Add("normalize", "form, unistr, /", normalize)
	m.Add("is_normalized", "form, unistr, /", isNormalized)
	return m, nil
}

// The functions of a character, of this database and that of 3.2.
var (
	categoryOf      = ofChar("category", func(r rune) py.Object { return py.NewStr(category(r)) })
	directionOf     = ofChar("bidirectional", func(r rune) py.Object { return py.NewStr(bidirectional(r)) })
	widthOf         = ofChar("east_asian_width", func(r rune) py.Object { return py.NewStr(eastAsianWidth(r)) })
	mirroredOf      = ofChar("mirrored", mirrored)
	decompositionOf = ofChar("decomposition", func(r rune) py.Object { return py.NewStr(decomposition(r)) })
	decimalOf       = number("decimal", "not a decimal", decimal)
	digitOf         = number("digit", "not a digit", digit)
	numericOf       = number("numeric", "not a numeric character", numeric)
	combiningOf     = ofChar("combining", func(r rune) py.Object {
		return py.MakeInt(int64(norm.NFD.PropertiesString(string(r)).CCC()))
	})
)

// char is the one character of an argument.
func char(fn string, x py.Object, only bool) (rune, error) {
	which := "argument"
	if !only {
		which = "argument 1"
	}
	s, ok := py.Native(x).(*py.Str)
	if !ok {
		return 0, py.Raise(py.TypeError, "%s() %s must be a unicode character, not %s", fn, which, py.ArgClass(x))
	}
	r, n := decode(s.String())
	if n == 0 || n != len(s.String()) {
		return 0, py.Raise(py.TypeError, "%s() %s must be a unicode character, not str", fn, which)
	}
	return r, nil
}

// decode is the first character of a text, and its length. Surrogates are three bytes.
func decode(s string) (rune, int) {
	if len(s) >= 3 && s[0] == 0xed && s[1] >= 0xa0 {
		return rune(0xd000) | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s)
}

func ofChar(fn string, answer func(rune) py.Object) func(*py.Thread, []py.Object) (py.Object, error) {
	return func(_ *py.Thread, a []py.Object) (py.Object, error) {
		r, err := char(fn, a[0], true)
		if err != nil {
			return nil, err
		}
		return answer(r), nil
	}
}

func name(_ *py.Thread, a []py.Object) (py.Object, error) {
	r, err := char("name", a[0], false)
	if err != nil {
		return nil, err
	}
	if n := parse.NameOf(r); n != "" {
		return py.NewStr(n), nil
	}
	if a[1] != nil {
		return a[1], nil
	}
	return nil, py.Raise(py.ValueError, "no such name")
}

// longestName is how many bytes a name may have; there is none as long.
const longestName = 256

func lookup(_ *py.Thread, a []py.Object) (py.Object, error) {
	s, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", a[0].Class().FullName())
	}
	if len(s.String()) > longestName {
		return nil, py.Raise(py.KeyError, "name too long")
	}
	r, ok := parse.CharacterNamed(s.String())
	if !ok {
		return nil, py.Raise(py.KeyError, "undefined character name '%s'", s.String())
	}
	return py.NewStr(string(r)), nil
}

// category is a character's general category, of two letters.
func category(r rune) string {
	if !py.IsAssigned(r) {
		return "Cn"
	}
	for _, c := range categories {
		if unicode.Is(unicode.Categories[c], r) {
			return c
		}
	}
	return "Cn"
}

// categories are the general categories, the frequent ones first.
var categories = [...]string{
	"Ll", "Lu", "Lo", "Nd", "Zs", "Po", "Ps", "Pe", "Pd", "Mn", "So", "Sm", "Sc", "Sk", "Pc", "Pi", "Pf",
	"Lm", "Lt", "Mc", "Me", "Nl", "No", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
}

// eastAsianWidth is a character's width; that of a code point without one is CPython's.
func eastAsianWidth(r rune) string {
	if !py.IsAssigned(r) {
		return "F"
	}
	if r >= 0xd800 && r <= 0xdfff {
		return "N"
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide:
		return "W"
	case width.EastAsianFullwidth:
		return "F"
	case width.EastAsianHalfwidth:
		return "H"
	case width.EastAsianNarrow:
		return "Na"
	case width.EastAsianAmbiguous:
		return "A"
	}
	return "N"
}
