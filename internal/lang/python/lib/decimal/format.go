package decimal

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/lib/decimal/dec"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A spec is a format specifier: [[fill]align][sign][z][0][width][,][.precision][type].
type spec struct {
	fill      string
	align     byte
	sign      byte // 0 is none given
	noNegZero bool
	width     int
	group     bool
	precision int64 // -1 is none
	kind      byte  // 0 is none
}

func parseSpec(text string) (*spec, bool) {
	s := &spec{fill: " ", align: '>', precision: -1}
	aligned := false
	if text != "" {
		_, n := py.DecodeRune(text)
		if n < len(text) && strings.IndexByte("<>=^", text[n]) >= 0 {
			s.fill, s.align, text, aligned = text[:n], text[n], text[n+1:], true
		} else if strings.IndexByte("<>=^", text[0]) >= 0 {
			s.align, text, aligned = text[0], text[1:], true
		}
	}
	take := func(chars string) byte {
		if text == "" || strings.IndexByte(chars, text[0]) < 0 {
			return 0
		}
		c := text[0]
		text = text[1:]
		return c
	}
	s.sign = take("+- ")
	s.noNegZero = take("z") != 0
	if take("0") != 0 {
		if aligned {
			return nil, false
		}
		s.fill, s.align = "0", '='
	}
	number := func() int64 {
		v := int64(-1)
		for text != "" && text[0] >= '0' && text[0] <= '9' {
			v = min(max(v, 0)*10+int64(text[0]-'0'), math.MaxInt32)
			text = text[1:]
		}
		return v
	}
	s.width = int(max(number(), 0))
	s.group = take(",") != 0
	if take(".") != 0 {
		if s.precision = number(); s.precision < 0 {
			return nil, false
		}
	}
	s.kind = take("eEfFgGn%")
	return s, text == "" && !(s.group && s.kind == 'n')
}

func format(t *py.Thread, a []py.Object) (py.Object, error) {
	text, ok := py.Native(a[1]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "format argument must be str")
	}
	s, ok := parseSpec(text.String())
	if !ok {
		return nil, py.Raise(py.ValueError, "invalid format string")
	}
	if max(int64(s.width), s.precision) > maxText {
		return nil, py.NewExc(py.MemoryError)
	}
	k := current(t)
	n := numberOf(a[0])
	if n.Kind != dec.Finite {
		return py.NewStr(s.special(n)), nil
	}
	out, err := s.finite(k, n)
	if err != nil {
		return nil, err
	}
	return py.NewStr(out), nil
}

func (s *spec) signText(neg bool) string {
	switch {
	case neg:
		return "-"
	case s.sign == '+' || s.sign == ' ':
		return string(s.sign)
	}
	return ""
}

func (s *spec) special(n *dec.Number) string {
	plain := *n
	plain.Neg = false
	body := plain.String()
	if s.kind == '%' {
		body += "%"
	}
	if s.fill == "0" && s.align == '=' {
		s.fill, s.align = " ", '>'
	}
	return s.pad(s.signText(n.Neg), body)
}

func (s *spec) pad(sign, body string) string {
	n := max(s.width-len(sign)-len(body), 0)
	fill := func(n int) string { return strings.Repeat(s.fill, n) }
	switch s.align {
	case '<':
		return sign + body + fill(n)
	case '=':
		return sign + fill(n) + body
	case '^':
		return fill(n/2) + sign + body + fill(n-n/2)
	}
	return fill(n) + sign + body
}

// rounded gives the number the digits that the specifier asks for.
func (s *spec) rounded(k *calc, n *dec.Number, kind byte) *dec.Number {
	if kind == '%' {
		n = dec.New(n.Neg, n.Coef, n.Exp+2)
	}
	p := s.precision
	significant := func(count int64) *dec.Number {
		if n.IsZero() {
			return n
		}
		r := k.Rescale(n, n.Adjusted()+1-count, k.Rounding)
		if r.Digits() > count { // 9.99 has become 10.0
			r = k.Rescale(r, r.Adjusted()+1-count, k.Rounding)
		}
		return r
	}
	if p >= 0 {
		switch kind {
		case 'e':
			n = significant(p + 1)
		case 'f', '%':
			n = k.Rescale(n, -p, k.Rounding)
		case 'g':
			if p = max(p, 1); n.Digits() > p {
				n = significant(p)
			}
		}
	}
	if n.IsZero() && n.Exp > 0 && (kind == 'f' || kind == '%') {
		n = dec.New(n.Neg, new(big.Int), 0)
	}
	return n
}

func (s *spec) finite(k *calc, n *dec.Number) (string, error) {
	kind, e := s.kind|0x20, byte('e')
	switch {
	case s.kind == '%':
		kind = '%'
	case s.kind == 0:
		kind, e = 'g', k.in.expChar()
	case s.kind == 'n':
		kind = 'g'
	case s.kind < 'a':
		e = 'E'
	}
	if s.precision > dec.MaxDigits || kind != 'e' && kind != 'g' && n.Exp > dec.MaxDigits {
		return "", py.NewExc(py.MemoryError)
	}
	n = s.rounded(k, n, kind)
	if k.Err != nil {
		return "", k.check()
	}
	neg := n.Neg && !(s.noNegZero && n.IsZero())
	digits := n.Coef.String()
	left := n.Exp + int64(len(digits))
	dot := left
	switch kind {
	case 'e':
		dot = 1
		if n.IsZero() && s.precision >= 0 {
			dot = 1 - s.precision
		}
	case 'g':
		if n.Exp > 0 || left <= -6 {
			dot = 1
		}
	}
	if dot > maxText || -dot > maxText {
		return "", py.NewExc(py.MemoryError)
	}
	whole, fraction := split(digits, int(dot))
	if fraction != "" {
		fraction = "." + fraction
	}
	if left != dot || kind == 'e' {
		fraction += fmt.Sprintf("%c%+d", e, left-dot)
	}
	if kind == '%' {
		fraction += "%"
	}
	sign := s.signText(neg)
	return s.pad(sign, s.wholePart(whole, s.width-len(fraction)-len(sign))+fraction), nil
}

// split puts a point between digits.
func split(digits string, dot int) (whole, fraction string) {
	switch {
	case dot <= 0:
		return "0", strings.Repeat("0", -dot) + digits
	case dot >= len(digits):
		return digits + strings.Repeat("0", dot-len(digits)), ""
	}
	return digits[:dot], digits[dot:]
}

// wholePart is the digits before the point, with zeros and separators.
func (s *spec) wholePart(digits string, width int) string {
	least := 0
	if s.fill == "0" && s.align == '=' {
		least = width
	}
	if s.group {
		return py.GroupDigits(digits, ',', 3, least)
	}
	if len(digits) < least {
		return strings.Repeat("0", least-len(digits)) + digits
	}
	return digits
}
