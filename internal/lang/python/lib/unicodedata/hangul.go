package unicodedata

import "strconv"

// The parts of a Hangul syllable, as its name has them.
var (
	leads  = [...]string{"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"}
	vowels = [...]string{"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"}
	tails  = [...]string{"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"}
)

// syllable is what follows HANGUL SYLLABLE in the name of one.
func syllable(r rune) string {
	i := int(r - 0xac00)
	return leads[i/(len(vowels)*len(tails))] + vowels[i/len(tails)%len(vowels)] + tails[i%len(tails)]
}

func hex(r rune) string { return strconv.FormatInt(int64(r), 16) }
