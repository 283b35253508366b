package parse

import (
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/runenames"
)

// charNames has the characters by their names, but for those whose names are made of
// their code points and those of Hangul.
var charNames = sync.OnceValue(func() map[string]rune {
	names := make(map[string]rune, 36000)
	for r := rune(0x20); r <= unicode.MaxRune; r++ {
		if r == 0xac00 {
			r = 0xd7b0 // Hangul
		}
		if name := runenames.Name(r); name != "" && name[0] != '<' && !unicode.Is(Since14, r) {
			names[name] = r
		}
	}
	addAliases(names)
	return names
})

// characterNamed is the character of a Unicode name, in letters of either case.
func characterNamed(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if r, ok := charNames()[name]; ok {
		return r, true
	}
	if hex, ok := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-"); ok {
		v, err := strconv.ParseUint(hex, 16, 32)
		return rune(v), err == nil && len(hex) >= 4 && hex[0] != '0' && unicode.Is(unicode.Unified_Ideograph, rune(v)) && !unicode.Is(Since14, rune(v))
	}
	if s, ok := strings.CutPrefix(name, "HANGUL SYLLABLE "); ok {
		return hangul(s)
	}
	return 0, false
}

// hangul is the syllable of three sounds, the longest that match.
func hangul(s string) (rune, bool) {
	l, s := longest(leads[:], s)
	v, s := longest(vowels[:], s)
	t, s := longest(tails[:], s)
	if l < 0 || v < 0 || t < 0 || s != "" {
		return 0, false
	}
	return rune(0xac00 + (l*len(vowels)+v)*len(tails) + t), true
}

func longest(of []string, s string) (int, string) {
	best, size := -1, -1
	for i, x := range of {
		if len(x) > size && strings.HasPrefix(s, x) {
			best, size = i, len(x)
		}
	}
	return best, s[max(size, 0):]
}
