package py

import (
	"math"
	"strings"
)

// A formatSpec is a format specifier: [[fill]align][sign][z][#][0][width][,_][.precision][type].
type formatSpec struct {
	fill      string // one code point
	align     byte
	sign      byte // 0 is none given
	noNegZero bool
	alternate bool
	width     int // -1 is none
	group     byte
	groupSize int
	precision int // -1 is none
	kind      rune
}

func isAlign(r rune) bool { return r == '<' || r == '>' || r == '=' || r == '^' }

// parseSpec reads a format specifier for an object of a class.
func parseSpec(text string, align byte, kind rune, class string) (*formatSpec, error) {
	f := &formatSpec{fill: " ", align: align, width: -1, precision: -1, kind: kind, groupSize: 3}
	rest := f.parseAlign(text)
	filled, aligned := len(rest) < len(text)-1, len(rest) < len(text)
	take := func(chars string) byte {
		if rest == "" || strings.IndexByte(chars, rest[0]) < 0 {
			return 0
		}
		c := rest[0]
		rest = rest[1:]
		return c
	}
	f.sign = take(" +-")
	f.noNegZero = take("z") != 0
	f.alternate = take("#") != 0
	if !filled && take("0") != 0 {
		f.fill = "0"
		if !aligned && align == '>' {
			f.align = '='
		}
	}
	var err error
	if f.width, rest, err = parseDigits(rest); err != nil {
		return nil, err
	}
	f.group = take(",")
	if c := take("_"); c != 0 {
		if f.group != 0 {
			return nil, Raise(ValueError, "Cannot specify both ',' and '_'.")
		}
		f.group = c
	}
	if f.group == '_' && strings.HasPrefix(rest, ",") {
		return nil, Raise(ValueError, "Cannot specify both ',' and '_'.")
	}
	if take(".") != 0 {
		if f.precision, rest, err = parseDigits(rest); err != nil {
			return nil, err
		}
		if f.precision < 0 {
			return nil, Raise(ValueError, "Format specifier missing precision")
		}
	}
	if rest != "" {
		r, n := decodeRune(rest)
		if n < len(rest) {
			return nil, Raise(ValueError, "Invalid format specifier '%s' for object of type '%s'", text, class)
		}
		f.kind = r
	}
	return f, f.checkGroup()
}

func (f *formatSpec) parseAlign(text string) (rest string) {
	if text == "" {
		return text
	}
	_, n := decodeRune(text)
	if n < len(text) && isAlign(rune(text[n])) {
		f.fill, f.align = text[:n], text[n]
		return text[n+1:]
	}
	if isAlign(rune(text[0])) {
		f.align = text[0]
		return text[1:]
	}
	return text
}

// parseDigits reads a number; -1 is none.
func parseDigits(s string) (n int, rest string, err error) {
	if s == "" {
		return -1, s, nil
	}
	i := 0
	for i < len(s) {
		r, size := decodeRune(s[i:])
		d := decimalValue(r)
		if d < 0 {
			break
		}
		if n > (math.MaxInt-d)/10 {
			return 0, "", Raise(ValueError, "Too many decimal digits in format string")
		}
		n = n*10 + d
		i += size
	}
	if i == 0 {
		return -1, s, nil
	}
	return n, s[i:], nil
}

// decimalValue is the value of a decimal digit of any script, or -1.
func decimalValue(r rune) int {
	if r < 0x80 {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	if !isDecimal(r) {
		return -1
	}
	// The digits of each script are ten code points in a row; only the mathematical ones
	// are several rows without a gap.
	if r >= 0x1d7ce && r <= 0x1d7ff {
		return int(r-0x1d7ce) % 10
	}
	n := 0
	for n < 9 && isDecimal(r-rune(n)-1) {
		n++
	}
	return n
}

func (f *formatSpec) checkGroup() error {
	if f.group == 0 || f.kind == 0 || strings.ContainsRune("defgEGF%", f.kind) {
		return nil
	}
	if f.group == '_' && strings.ContainsRune("boxX", f.kind) {
		f.groupSize = 4
		return nil
	}
	if f.kind > 32 && f.kind < 128 {
		return Raise(ValueError, "Cannot specify '%c' with '%c'.", f.group, f.kind)
	}
	return Raise(ValueError, "Cannot specify '%c' with '\\x%x'.", f.group, f.kind)
}

// unknownCode is the error of a type that the class doesn't know.
func unknownCode(kind rune, class string) error {
	if kind > 32 && kind < 128 {
		return Raise(ValueError, "Unknown format code '%c' for object of type '%s'", kind, class)
	}
	return Raise(ValueError, "Unknown format code '\\x%x' for object of type '%s'", kind, class)
}

// pad gives a text its width. count is how many code points it has.
func (f *formatSpec) pad(text string, count int) (*Str, error) {
	n := f.width - count
	if n <= 0 {
		return NewStr(text), nil
	}
	left := 0
	switch f.align {
	case '>':
		left = n
	case '^':
		left = n / 2
	}
	v, err := padText(text, f.fill, left, n-left)
	if err != nil {
		return nil, err
	}
	return v.(*Str), nil
}

// formatText is format(s, spec).
func formatText(s *Str, spec, class string) (*Str, error) {
	f, err := parseSpec(spec, '<', 's', class)
	if err != nil {
		return nil, err
	}
	if f.kind != 's' {
		return nil, unknownCode(f.kind, class)
	}
	switch {
	case f.sign == ' ':
		return nil, Raise(ValueError, "Space not allowed in string format specifier")
	case f.sign != 0:
		return nil, Raise(ValueError, "Sign not allowed in string format specifier")
	case f.noNegZero:
		return nil, Raise(ValueError, "Negative zero coercion (z) not allowed in string format specifier")
	case f.alternate:
		return nil, Raise(ValueError, "Alternate form (#) not allowed in string format specifier")
	case f.align == '=':
		return nil, Raise(ValueError, "'=' alignment not allowed in string format specifier")
	}
	if f.precision >= 0 && f.precision < s.Len() {
		s = s.Part(0, f.precision)
	}
	if f.width <= s.Len() {
		return s, nil
	}
	return f.pad(s.s, s.Len())
}

// A numberText is a number's text in parts.
type numberText struct {
	negative bool
	prefix   string // 0x and the like
	digits   string // those that are grouped
	rest     string // what follows them
}

// number lays out a number.
func (f *formatSpec) number(n numberText) (*Str, error) {
	if max(f.width, f.precision) > maxText {
		return nil, NewExc(MemoryError)
	}
	sign := ""
	switch {
	case n.negative:
		sign = "-"
	case f.sign == '+' || f.sign == ' ':
		sign = string(f.sign)
	}
	head := sign + n.prefix
	digits := n.digits
	if digits != "" {
		least := 0
		if f.fill == "0" && f.align == '=' {
			least = f.width - len(head) - countRunes(n.rest)
		}
		if f.group != 0 {
			digits = groupDigits(digits, f.group, f.groupSize, least)
		} else if len(digits) < least {
			digits = strings.Repeat("0", least-len(digits)) + digits
		}
	}
	tail := digits + n.rest
	count := len(head) + countRunes(tail)
	if f.align == '=' && f.width > count {
		if (f.width-count)*len(f.fill) > maxText {
			return nil, NewExc(MemoryError)
		}
		return NewStr(head + strings.Repeat(f.fill, f.width-count) + tail), nil
	}
	return f.pad(head+tail, count)
}

// groupDigits puts a separator between groups of digits, with zeros before them up to a
// least width.
func groupDigits(digits string, sep byte, size, least int) string {
	b := make([]byte, 0, max(len(digits), least)*3/2+2) // from the end
	left := len(digits)
	for {
		n := min(size, max(left, least, 1))
		for i := range n {
			if left-1-i >= 0 {
				b = append(b, digits[left-1-i])
			} else {
				b = append(b, '0')
			}
		}
		left -= min(n, left)
		least -= n
		if left <= 0 && least <= 0 {
			break
		}
		least--
		b = append(b, sep)
	}
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}
