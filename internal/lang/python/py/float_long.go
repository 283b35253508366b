package py

import (
	"strconv"
	"strings"
)

// longFloat is from what length on a float's text is shortened before it is read, and
// keptDigits how many of its digits are kept then. No float lies so near to the middle
// between two others that more than 767 are needed to tell, but whether the rest is zero.
const (
	longFloat  = 2000
	keptDigits = 800
)

// shortFloatText is a text of the same float, which is short. strconv takes a long time for one
// of many digits, and can't be interrupted.
func shortFloatText(s string) string {
	if len(s) < longFloat {
		return s
	}
	sign := ""
	if s[0] == '-' || s[0] == '+' {
		sign, s = s[:1], s[1:]
	}
	exponent := 0
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		exponent = shortExponent(s[i+1:])
		s = s[:i]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	if trimmed := strings.TrimLeft(whole, "0"); trimmed != "" {
		whole = trimmed
	} else {
		whole = strings.TrimLeft(fraction, "0")
		exponent -= len(fraction)
		exponent += len(whole)
		fraction = whole
		whole = ""
	}
	// The number is 0.DIGITS, the whole's and then the fraction's, times ten to the exponent.
	exponent += len(whole)
	digits := whole[:min(len(whole), keptDigits)]
	digits += fraction[:min(len(fraction), keptDigits-len(digits))]
	rest := whole[min(len(whole), keptDigits):] != "" && strings.Trim(whole[keptDigits:], "0") != ""
	if more := fraction[min(len(fraction), max(keptDigits-len(whole), 0)):]; rest || strings.Trim(more, "0") != "" {
		digits += "1"
	}
	if digits == "" {
		digits = "0"
	}
	return sign + "0." + digits + "e" + strconv.Itoa(exponent)
}

// shortExponent is the number after an e; one that is too large for any text is a bound.
func shortExponent(s string) int {
	const most = 1 << 40
	digits := strings.TrimLeft(strings.TrimLeft(s, "+-"), "0")
	n := most
	if len(digits) < 12 {
		n, _ = strconv.Atoi("0" + digits)
	}
	if strings.HasPrefix(s, "-") {
		return -n
	}
	return n
}
