package compile

import (
	"math"
	"strconv"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// constText is a constant's repr.
func constText(c code.Const) string {
	switch v := c.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case code.Ellipsis:
		return "..."
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return floatText(v)
	case complex128:
		if real(v) == 0 && !math.Signbit(real(v)) {
			return strings.TrimSuffix(floatText(imag(v)), ".0") + "j"
		}
		sign := "+"
		if math.Signbit(imag(v)) {
			sign = ""
		}
		return "(" + strings.TrimSuffix(floatText(real(v)), ".0") + sign + strings.TrimSuffix(floatText(imag(v)), ".0") + "j)"
	case string:
		return quote(v)
	case code.Bytes:
		return "b" + quoteBytes(string(v))
	case interface{ String() string }: // *big.Int
		return v.String()
	}
	return ""
}

// floatText is a float's repr. What is infinite is written so that it is read again.
func floatText(f float64) string {
	if math.IsInf(f, 0) {
		if f < 0 {
			return "-1e309"
		}
		return "1e309"
	}
	abs := math.Abs(f)
	if abs != 0 && (abs < 1e-4 || abs >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// quoteMark is the quote that repr chooses.
func quoteMark(s string) byte {
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		return '"'
	}
	return '\''
}

// quote is the repr of a string, in which a lone surrogate is three bytes.
func quote(s string) string {
	q := quoteMark(s)
	var b strings.Builder
	b.WriteByte(q)
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		i += n
		quoteRune(&b, r, q)
	}
	b.WriteByte(q)
	return b.String()
}

// decode is the first code point of s, which a surrogate may be.
func decode(s string) (rune, int) {
	if len(s) >= 3 && s[0] == 0xed && s[1] >= 0xa0 {
		return rune(s[0]&15)<<12 | rune(s[1]&63)<<6 | rune(s[2]&63), 3
	}
	for i, r := range s {
		if i == 0 {
			return r, len(string(r))
		}
	}
	return 0, len(s)
}

func quoteRune(b *strings.Builder, r rune, q byte) {
	switch {
	case r == rune(q) || r == '\\':
		b.WriteByte('\\')
		b.WriteRune(r)
	case r == '\n':
		b.WriteString(`\n`)
	case r == '\r':
		b.WriteString(`\r`)
	case r == '\t':
		b.WriteString(`\t`)
	case r < 0x80 && (r < ' ' || r == 0x7f) || r > 0x7f && r <= 0xff && !strconv.IsPrint(r):
		hex(b, 'x', r, 2)
	case strconv.IsPrint(r):
		b.WriteRune(r)
	case r <= 0xffff:
		hex(b, 'u', r, 4)
	default:
		hex(b, 'U', r, 8)
	}
}

func hex(b *strings.Builder, kind byte, r rune, width int) {
	s := strconv.FormatInt(int64(r), 16)
	b.WriteByte('\\')
	b.WriteByte(kind)
	b.WriteString(strings.Repeat("0", max(width-len(s), 0)))
	b.WriteString(s)
}

func quoteBytes(s string) string {
	q := quoteMark(s)
	var b strings.Builder
	b.WriteByte(q)
	for i := range len(s) {
		if s[i] >= 0x80 {
			hex(&b, 'x', rune(s[i]), 2)
		} else {
			quoteRune(&b, rune(s[i]), q)
		}
	}
	b.WriteByte(q)
	return b.String()
}
