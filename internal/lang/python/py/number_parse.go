package py

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang/python/elementary"
)

// plainDigits makes digits of all scripts ASCII ones, and white space blanks, which are
// dropped at the ends.
func plainDigits(s string) string { return plainDigitsUnless(s, func() bool { return false }) }

// plainDigitsUnless is cut short when it is to stop.
func plainDigitsUnless(s string, stop func() bool) string {
	if isASCII(s) {
		return strings.Trim(s, " \t\n\v\f\r\x1c\x1d\x1e\x1f")
	}
	var b strings.Builder
	for len(s) > 0 && !stop() {
		r, n := decodeRune(s)
		switch d := digitValue(r); {
		case d >= 0:
			b.WriteByte('0' + byte(d))
		case unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f:
			b.WriteByte(' ')
		default:
			b.WriteString(s[:n])
		}
		s = s[n:]
	}
	return strings.Trim(b.String(), " ")
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// digitValue is the value of a decimal digit, or -1. In Unicode's tables ten digits
// follow each other.
func digitValue(r rune) int {
	if r < utf8.RuneSelf {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	if !unicode.Is(unicode.Nd, r) {
		return -1
	}
	for _, list := range unicode.Nd.R16 {
		if r >= rune(list.Lo) && r <= rune(list.Hi) {
			return int(r-rune(list.Lo)) % 10
		}
	}
	for _, list := range unicode.Nd.R32 {
		if r >= rune(list.Lo) && r <= rune(list.Hi) {
			return int(r-rune(list.Lo)) % 10
		}
	}
	return -1
}

// letterValue is the value of a digit in bases up to 36, or 99.
func letterValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

// basePrefix is the base that a prefix such as 0x stands for, or 0.
func basePrefix(s string) int {
	if len(s) < 2 || s[0] != '0' {
		return 0
	}
	switch s[1] | 0x20 {
	case 'x':
		return 16
	case 'o':
		return 8
	case 'b':
		return 2
	}
	return 0
}

// parseInt is the int that a text without blanks around it says, or nil. limit is how many
// decimal digits are allowed; 0 is any number.
func (t *Thread) parseInt(s string, base, limit int) (Object, error) {
	digits, negative := s, false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		digits, negative = s[1:], s[0] == '-'
	}
	digits, base = cutPrefix(digits, base)
	if digits == "" || base == 0 {
		return nil, nil
	}
	digits, ok := cutUnderscores(digits)
	if !ok {
		return nil, nil
	}
	for i := range len(digits) {
		if t.ending() {
			return nil, ErrStopped
		}
		if letterValue(digits[i]) >= base {
			return nil, nil
		}
	}
	if base&(base-1) != 0 && limit > 0 && len(digits) > limit {
		return nil, Raise(ValueError, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", limit, len(digits))
	}
	if negative {
		digits = "-" + digits
	}
	if len(digits) <= 65 { // its error has a copy of the text
		if i, err := strconv.ParseInt(digits, base, 64); err == nil {
			return MakeInt(i), nil
		}
	}
	v, err := t.parseBig(strings.TrimPrefix(digits, "-"), base)
	if err != nil {
		return nil, err
	}
	if negative {
		v.Neg(v)
	}
	return MakeBig(v), nil
}

// cutPrefix takes away the prefix that says the base, which may be 0 and found out. The
// base stays 0 when it can't be.
func cutPrefix(s string, base int) (string, int) {
	prefix := basePrefix(s)
	switch {
	case base == 0 && prefix == 0:
		if s != "" && s[0] == '0' && strings.Trim(s, "0_") != "" {
			return s, 0 // an octal number of Python 2's
		}
		return s, 10
	case prefix != 0 && (base == 0 || base == prefix):
		return strings.TrimPrefix(s[2:], "_"), prefix
	}
	return s, base
}

// cutUnderscores takes away single underscores between digits; ok is false when there are
// others.
func cutUnderscores(s string) (string, bool) {
	if !strings.Contains(s, "_") {
		return s, true
	}
	if s[0] == '_' || s[len(s)-1] == '_' || strings.Contains(s, "__") {
		return "", false
	}
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if s[i] != '_' {
			b = append(b, s[i])
		}
	}
	return textOfBytes(b), true
}

// parseBig is the number that digits are. Long ones are cut into halves: math/big's own
// method takes time with the square of the length, and can't be interrupted.
func (t *Thread) parseBig(digits string, base int) (*big.Int, error) {
	if float64(len(digits))*math.Log2(float64(base)) > maxBits {
		return nil, NewExc(MemoryError)
	}
	return t.parsePart(digits, base, map[int]*big.Int{})
}

// parsePart keeps in powers those of the base, by exponent.
func (t *Thread) parsePart(digits string, base int, powers map[int]*big.Int) (*big.Int, error) {
	if len(digits) <= 2000 {
		v, _ := new(big.Int).SetString(digits, base)
		return v, t.Poll()
	}
	low := 1000
	for 2*low < len(digits) {
		low *= 2
	}
	high, err := t.parsePart(digits[:len(digits)-low], base, powers)
	if err != nil {
		return nil, err
	}
	rest, err := t.parsePart(digits[len(digits)-low:], base, powers)
	if err != nil {
		return nil, err
	}
	p := powers[low]
	if p == nil {
		if p, err = t.powBig(big.NewInt(int64(base)), big.NewInt(int64(low))); err != nil {
			return nil, err
		}
		powers[low] = p
	}
	if high, err = t.mulBig(high, p); err != nil {
		return nil, err
	}
	return high.Add(high, rest), nil
}

// parseFloat is the float that a text without blanks around it says.
func parseFloat(s string) (float64, bool) {
	s, ok := floatUnderscores(s)
	if !ok {
		return 0, false
	}
	n := floatLength(s)
	if n == 0 || n != len(s) {
		return 0, false
	}
	if strings.EqualFold(strings.TrimLeft(s, "+-"), "nan") {
		if s[0] == '-' {
			return math.Copysign(elementary.NaN(), -1), true
		}
		return elementary.NaN(), true
	}
	f, err := strconv.ParseFloat(shortFloatText(s), 64)
	return f, err == nil || math.IsInf(f, 0)
}

// floatUnderscores takes away single underscores between digits.
func floatUnderscores(s string) (string, bool) {
	if !strings.Contains(s, "_") {
		return s, true
	}
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	for i := range len(s) {
		if s[i] == '_' && !(digit(i-1) && digit(i+1)) {
			return "", false
		}
	}
	return strings.ReplaceAll(s, "_", ""), true
}

// floatLength is how long the float at the beginning of s is; 0 is none.
func floatLength(s string) int {
	i := 0
	if s != "" && (s[0] == '+' || s[0] == '-') {
		i++
	}
	for _, word := range []string{"infinity", "inf", "nan"} {
		if len(s) >= i+len(word) && strings.EqualFold(s[i:i+len(word)], word) {
			return i + len(word)
		}
	}
	digits := 0
	whole := i
	i += countDigits(s[i:])
	digits = i - whole
	if i < len(s) && s[i] == '.' {
		n := countDigits(s[i+1:])
		digits += n
		i += 1 + n
	}
	if digits == 0 {
		return 0
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		j := i + 1
		if j < len(s) && (s[j] == '+' || s[j] == '-') {
			j++
		}
		if n := countDigits(s[j:]); n > 0 {
			i = j + n
		}
	}
	return i
}

func countDigits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}
