package py

import (
	"math"
	"strings"
)

// A percentFormat is a % formatting of a str or bytes that is under way.
type percentFormat struct {
	t       *Thread
	bytes   bool
	text    string
	at      int
	args    []Object
	next    int    // of args
	mapping Object // nil is none
	keyed   bool   // the argument is one of the mapping's
	b       []byte
}

// A percentSpec is %[(key)][flags][width][.precision]conversion.
type percentSpec struct {
	left, plus, space, alternate, zero bool
	width, precision                   int // -1 is none
	conversion                         rune
}

// percentText is s % x.
func (t *Thread) percentText(s *Str, x Object) (Object, error) {
	p := &percentFormat{t: t, text: s.s}
	if err := p.run(x); err != nil {
		return nil, err
	}
	return copyStr(p.b), nil
}

// percentBytes is s % x of bytes.
func (t *Thread) percentBytes(s string, x Object) (string, error) {
	p := &percentFormat{t: t, text: s, bytes: true}
	err := p.run(x)
	return string(p.b), err
}

func (p *percentFormat) run(x Object) error {
	tuple, ok := Native(x).(*Tuple)
	if ok {
		p.args = tuple.Items
	} else {
		p.args = []Object{x}
		if p.isMapping(x) {
			p.mapping = x
		}
	}
	for p.at < len(p.text) {
		i := strings.IndexByte(p.text[p.at:], '%')
		if i < 0 {
			p.b = append(p.b, p.text[p.at:]...)
			break
		}
		p.b = append(p.b, p.text[p.at:p.at+i]...)
		p.at += i + 1
		if err := p.conversion(); err != nil {
			return err
		}
		if len(p.b) > maxText {
			return NewExc(MemoryError)
		}
		if p.t.ending() {
			return ErrStopped
		}
	}
	if p.next < len(p.args) && p.mapping == nil {
		if p.bytes {
			return Raise(TypeError, "not all arguments converted during bytes formatting")
		}
		return Raise(TypeError, "not all arguments converted during string formatting")
	}
	return nil
}

// isMapping is whether %(key)s may be looked up in x.
func (p *percentFormat) isMapping(x Object) bool {
	switch Native(x).(type) {
	case *Str:
		return false
	case *Bytes, *ByteArray:
		return !p.bytes
	case *Deque: // whose items have no keys
		return false
	}
	return x.Class().Lookup("__getitem__") != nil
}

func (p *percentFormat) conversion() error {
	p.keyed = false
	if p.at < len(p.text) && p.text[p.at] == '%' {
		p.at++
		p.b = append(p.b, '%')
		return nil
	}
	if p.at < len(p.text) && p.text[p.at] == '(' {
		if err := p.key(); err != nil {
			return err
		}
	}
	s := percentSpec{width: -1, precision: -1}
	p.flags(&s)
	if err := p.numbers(&s); err != nil {
		return err
	}
	if p.at < len(p.text) && strings.IndexByte("hlL", p.text[p.at]) >= 0 {
		p.at++
	}
	if p.at >= len(p.text) {
		return Raise(ValueError, "incomplete format")
	}
	r, n := decodeRune(p.text[p.at:])
	if p.bytes {
		r, n = rune(p.text[p.at]), 1
	}
	s.conversion = r
	p.at += n
	return p.value(&s, n)
}

// key reads (key): the argument is the mapping's then.
func (p *percentFormat) key() error {
	if p.mapping == nil {
		return Raise(TypeError, "format requires a mapping")
	}
	start, open := p.at+1, 1
	for p.at = start; p.at < len(p.text) && open > 0; p.at++ {
		switch p.text[p.at] {
		case '(':
			open++
		case ')':
			open--
		}
	}
	if open > 0 {
		return Raise(ValueError, "incomplete format key")
	}
	name := p.text[start : p.at-1]
	var key Object = NewStr(name)
	if p.bytes {
		key = NewBytes(name)
	}
	v, err := p.t.GetItem(p.mapping, key)
	if err != nil {
		return err
	}
	p.args, p.next, p.keyed = []Object{v}, 0, true
	return nil
}

func (p *percentFormat) flags(s *percentSpec) {
	for ; p.at < len(p.text); p.at++ {
		switch p.text[p.at] {
		case '-':
			s.left = true
		case '+':
			s.plus = true
		case ' ':
			s.space = true
		case '#':
			s.alternate = true
		case '0':
			s.zero = true
		default:
			return
		}
	}
}

func (p *percentFormat) numbers(s *percentSpec) error {
	var err error
	if s.width, err = p.count(math.MaxInt, "width too big"); err != nil {
		return err
	}
	if s.width < -1 { // of a *
		s.left, s.width = true, -s.width-2
	}
	if p.at < len(p.text) && p.text[p.at] == '.' {
		p.at++
		tooBig := "precision too big"
		if p.bytes {
			tooBig = "prec too big"
		}
		if s.precision, err = p.count(math.MaxInt32, tooBig); err != nil {
			return err
		}
		s.precision = max(s.precision, 0)
	}
	if s.width > maxText {
		return NewExc(MemoryError)
	}
	return nil
}

// count reads a width or a precision; -1 is none, and a negative one of a * is one less.
func (p *percentFormat) count(most int, tooBig string) (int, error) {
	if p.at < len(p.text) && p.text[p.at] == '*' {
		p.at++
		return p.star(most)
	}
	n, any := 0, false
	for ; p.at < len(p.text) && p.text[p.at] >= '0' && p.text[p.at] <= '9'; p.at++ {
		d := int(p.text[p.at] - '0')
		if n > (most-d)/10 {
			return 0, Raise(ValueError, "%s", tooBig)
		}
		n, any = n*10+d, true
	}
	if !any {
		return -1, nil
	}
	return n, nil
}

func (p *percentFormat) star(most int) (int, error) {
	x, err := p.arg()
	if err != nil {
		return 0, err
	}
	if !IsInstance(x, IntClass) {
		return 0, Raise(TypeError, "* wants int")
	}
	v, err := p.t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	n, ok := v.(Int)
	if !ok || int64(n) > int64(most) || n <= math.MinInt+2 {
		if most == math.MaxInt {
			return 0, Raise(OverflowError, "Python int too large to convert to C ssize_t")
		}
		return 0, Raise(OverflowError, "Python int too large to convert to C int")
	}
	if n < 0 {
		return int(n) - 2, nil
	}
	return int(n), nil
}

func (p *percentFormat) arg() (Object, error) {
	if p.next >= len(p.args) {
		return nil, Raise(TypeError, "not enough arguments for format string")
	}
	if p.mapping != nil && p.keyed && p.next > 0 {
		return nil, Raise(TypeError, "not enough arguments for format string")
	}
	p.next++
	return p.args[p.next-1], nil
}

// value adds the next argument; size is how many bytes the conversion's character has.
func (p *percentFormat) value(s *percentSpec, size int) error {
	x, err := p.arg()
	if err != nil {
		return err
	}
	switch s.conversion {
	case 's', 'r', 'a', 'b':
		if s.conversion == 'b' && !p.bytes {
			break
		}
		text, err := p.object(s.conversion, x)
		if err != nil {
			return err
		}
		return p.pad(s, p.truncate(text, s.precision))
	case 'c':
		text, err := p.char(x)
		if err != nil {
			return err
		}
		return p.pad(s, text)
	case 'd', 'i', 'u', 'o', 'x', 'X':
		return p.integer(s, x)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		return p.float(s, x)
	}
	shown := s.conversion
	if shown < 31 || shown > 126 {
		shown = '?'
	}
	at := p.at - size
	if !p.bytes {
		at = countRunes(p.text[:at])
	}
	return Raise(ValueError, "unsupported format character '%c' (0x%x) at index %d", shown, s.conversion, at)
}

func (p *percentFormat) truncate(s string, n int) string {
	if n < 0 || n >= len(s) {
		return s
	}
	if p.bytes {
		return s[:n]
	}
	text := NewStr(s)
	return text.Part(0, min(n, text.Len())).s
}

// pad adds a text with its width.
func (p *percentFormat) pad(s *percentSpec, text string) error {
	n := len(text)
	if !p.bytes {
		n = countRunes(text)
	}
	spaces := strings.Repeat(" ", max(s.width-n, 0))
	if s.left {
		p.b = append(append(p.b, text...), spaces...)
	} else {
		p.b = append(append(p.b, spaces...), text...)
	}
	return nil
}

// number adds a number in parts, with its sign, zeros and width.
func (p *percentFormat) number(s *percentSpec, negative bool, prefix, digits string, zero bool) error {
	sign := ""
	switch {
	case negative:
		sign = "-"
	case s.plus:
		sign = "+"
	case s.space:
		sign = " "
	}
	head := sign + prefix
	if n := s.width - len(head) - len(digits); zero && s.zero && !s.left && n > 0 {
		digits = strings.Repeat("0", n) + digits
	}
	return p.pad(s, head+digits)
}
