package parse

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/runenames"
)

// The parts of a Hangul syllable, as its name has them.
var (
	leads  = [...]string{"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"}
	vowels = [...]string{"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"}
	tails  = [...]string{"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"}
)

// NameOf is a character's Unicode name, or nothing where it has none.
func NameOf(r rune) string {
	if unicode.Is(Since14, r) {
		return ""
	}
	n := runenames.Name(r)
	switch {
	case strings.HasPrefix(n, "<CJK Ideograph"):
		return fmt.Sprintf("CJK UNIFIED IDEOGRAPH-%X", r)
	case strings.HasPrefix(n, "<Hangul Syllable"):
		return "HANGUL SYLLABLE " + syllable(r)
	case strings.HasPrefix(n, "<Tangut Ideograph"):
		return fmt.Sprintf("TANGUT IDEOGRAPH-%X", r)
	case strings.HasPrefix(n, "<"):
		return ""
	}
	return n
}

func syllable(r rune) string {
	i := int(r - 0xac00)
	return leads[i/(len(vowels)*len(tails))] + vowels[i/len(tails)%len(vowels)] + tails[i%len(tails)]
}
