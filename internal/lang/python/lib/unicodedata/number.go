package unicodedata

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/elide-dev/elided/internal/lang/python/parse"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// number is a function that answers a character's value.
func number(fn, none string, value func(rune) (py.Object, bool)) func(*py.Thread, []py.Object) (py.Object, error) {
	return func(_ *py.Thread, a []py.Object) (py.Object, error) {
		r, err := char(fn, a[0], false)
		if err != nil {
			return nil, err
		}
		if v, ok := value(r); ok {
			return v, nil
		}
		if a[1] != nil {
			return a[1], nil
		}
		return nil, py.Raise(py.ValueError, "%s", none)
	}
}

func decimal(r rune) (py.Object, bool) {
	if !py.IsDecimal(r) {
		return nil, false
	}
	return py.MakeInt(int64(decimalValue(r))), true
}

// decimalValue is the value of a decimal digit: those of a script follow each other from zero.
func decimalValue(r rune) int {
	if r >= 0x1d7ce && r <= 0x1d7ff { // mathematical ones, five times ten
		return int(r-0x1d7ce) % 10
	}
	zero := r
	for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
		zero--
	}
	return int(r - zero)
}

// digit is the value of a digit, one in a circle and the like too.
func digit(r rune) (py.Object, bool) {
	if v, ok := decimal(r); ok {
		return v, true
	}
	if !py.IsDigit(r) {
		return nil, false
	}
	plain := strings.Trim(norm.NFKD.String(string(r)), "().,")
	if n, err := strconv.Atoi(plain); err == nil {
		return py.MakeInt(int64(n)), true
	}
	if v, ok := named(r); ok && v < 10 {
		return py.MakeInt(int64(v)), true
	}
	return nil, false
}

// numeric is a character's value as a number: also that of fractions, and of numerals.
func numeric(r rune) (py.Object, bool) {
	if v, ok := digit(r); ok {
		n, _ := v.(py.Int)
		return py.Float(n), true
	}
	if v, ok := oddNumber(r); ok {
		return py.Float(v), true
	}
	if !py.IsNumeric(r) {
		return nil, false
	}
	above, below, fraction := strings.Cut(strings.Trim(norm.NFKD.String(string(r)), "()."), "\u2044")
	n, err := strconv.Atoi(above)
	if err != nil {
		v, ok := named(r)
		return py.Float(v), ok
	}
	if !fraction {
		return py.Float(n), true
	}
	d, err := strconv.Atoi(below)
	if err != nil || d == 0 {
		return nil, false
	}
	return py.Float(float64(n) / float64(d)), true
}

var oddOnesValues = changed(oddNumbers)

// oddNumber is the value of a character that nothing else shows it of.
func oddNumber(r rune) (float64, bool) {
	if v, ok := numerals[r]; ok {
		return v, true
	}
	run, ok := find(oddOnesValues(), r)
	if !ok {
		return 0, false
	}
	above, below, fraction := strings.Cut(run.tag, "/")
	n, _ := strconv.ParseFloat(above, 64)
	if fraction {
		d, _ := strconv.ParseFloat(below, 64)
		n /= d
	}
	return n, true
}

// numerals are those whose values their decompositions don't show.
var numerals = map[rune]float64{
	'Ⅰ': 1, 'Ⅱ': 2, 'Ⅲ': 3, 'Ⅳ': 4, 'Ⅴ': 5, 'Ⅵ': 6, 'Ⅶ': 7, 'Ⅷ': 8, 'Ⅸ': 9, 'Ⅹ': 10, 'Ⅺ': 11, 'Ⅻ': 12, 'Ⅼ': 50, 'Ⅽ': 100, 'Ⅾ': 500, 'Ⅿ': 1000,
	'ⅰ': 1, 'ⅱ': 2, 'ⅲ': 3, 'ⅳ': 4, 'ⅴ': 5, 'ⅵ': 6, 'ⅶ': 7, 'ⅷ': 8, 'ⅸ': 9, 'ⅹ': 10, 'ⅺ': 11, 'ⅻ': 12, 'ⅼ': 50, 'ⅽ': 100, 'ⅾ': 500, 'ⅿ': 1000,
	'〇': 0, '零': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '十': 10, '百': 100, '千': 1000, '万': 10000, '萬': 10000, '億': 1e8, '亿': 1e8, '兆': 1e12,
	'壹': 1, '壱': 1, '弐': 2, '参': 3, '參': 3, '伍': 5, '拾': 10, '廿': 20, '卅': 30,
}

// named is the value that the last words of a character's name have: NUMBER TEN THOUSAND.
func named(r rune) (float64, bool) {
	all := strings.Fields(parse.NameOf(r))
	v, found := 0.0, false
	for i := len(all) - 1; i >= 0; i-- {
		n, ok := words[all[i]]
		if !ok {
			break
		}
		if found && v >= 100 && n < v { // as in TEN THOUSAND
			v *= n
		} else {
			v += n
		}
		found = true
	}
	return v, found
}

// words are the numbers in names of characters.
var words = map[string]float64{
	"ZERO": 0, "ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5, "SIX": 6, "SEVEN": 7, "EIGHT": 8, "NINE": 9,
	"TEN": 10, "ELEVEN": 11, "TWELVE": 12, "TWENTY": 20, "THIRTY": 30, "FORTY": 40, "FIFTY": 50,
	"SIXTY": 60, "SEVENTY": 70, "EIGHTY": 80, "NINETY": 90, "HUNDRED": 100, "THOUSAND": 1000,
}
