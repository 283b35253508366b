package syntax

import (
	"strconv"
	"strings"
	"unicode"
)

// end is the token at the end.
const end = ""

// A source hands out an expression's tokens: characters, and backslashes with the
// character after them.
type source struct {
	text  []rune
	isStr bool
	index int    // of the first character after next
	next  string // the token to come
	named func(string) (rune, bool)
	err   error // of a lone backslash at the end, which is found when it is the token to come

	warnings []Warning
}

// A Warning is of what means something today that it may not mean later.
type Warning struct {
	Future bool // a FutureWarning, and a DeprecationWarning otherwise
	Text   string
}

// maxWarnings is how many are kept of an expression.
const maxWarnings = 100

func (s *source) warn(future bool, text string, pos int) {
	if !s.isStr {
		text = escapeASCII(text)
	}
	if len(s.warnings) < maxWarnings {
		s.warnings = append(s.warnings, Warning{future, text + " at position " + strconv.Itoa(pos)})
	}
}

// warnName warns of a name in bytes that isn't ASCII.
func (s *source) warnName(name string, back int) {
	if !s.isStr && !isASCII(name) {
		s.warn(false, "bad character in group name "+s.quote(name), s.tell()-runes(name)-back)
	}
}

// warnNumber warns of a group's number that has more than digits.
func (s *source) warnNumber(name string) {
	if strings.Trim(name, "0123456789") != "" {
		s.warn(false, "bad character in group name "+s.quote(name), s.tell()-runes(name)-1)
	}
}

func newSource(text []rune, isStr bool, named func(string) (rune, bool)) *source {
	s := &source{text: text, isStr: isStr, named: named}
	s.read()
	return s
}

// read reads the token to come.
func (s *source) read() {
	if s.index >= len(s.text) {
		s.next = end
		return
	}
	r := s.text[s.index]
	s.next = text(r)
	if r == '\\' {
		if s.index+1 >= len(s.text) {
			s.err = &Error{"bad escape (end of pattern)", len(s.text) - 1}
			s.text = s.text[:s.index]
			s.next = end
			return
		}
		s.index++
		s.next += text(s.text[s.index])
	}
	s.index++
}

// get is the next token, which is passed.
func (s *source) get() string {
	t := s.next
	s.read()
	return t
}

func (s *source) match(token string) bool {
	if s.next != token || token == end {
		return false
	}
	s.read()
	return true
}

// while is up to n of the characters in a list.
func (s *source) while(n int, list string) string {
	var b strings.Builder
	for ; n > 0 && s.among(list); n-- {
		b.WriteString(s.get())
	}
	return b.String()
}

// among reports whether the token to come is a character of a list.
func (s *source) among(list string) bool {
	return len(s.next) == 1 && strings.Contains(list, s.next)
}

// until is what comes before a token, which is passed too.
func (s *source) until(terminator, what string) (string, error) {
	var b strings.Builder
	for n := 0; ; {
		t := s.get()
		switch {
		case t == end && n == 0:
			return "", s.fail(0, "missing "+what)
		case t == end:
			return "", s.fail(n, "missing "+terminator+", unterminated name")
		case t == terminator && n == 0:
			return "", s.fail(1, "missing "+what)
		case t == terminator:
			return b.String(), nil
		}
		b.WriteString(t)
		n += runes(t)
	}
}

// tell is where the token to come is.
func (s *source) tell() int { return s.index - runes(s.next) }

func (s *source) seek(pos int) {
	s.index = pos
	s.read()
}

// fail is an error some characters before the token to come. One of the end of the
// expression comes first, as it was read before.
func (s *source) fail(back int, msg string) error {
	if s.err != nil {
		return s.err
	}
	if !s.isStr {
		msg = escapeASCII(msg)
	}
	return &Error{msg, s.tell() - back}
}

// checkName checks that a group's name is an identifier.
func (s *source) checkName(name string, back int) error {
	if !isIdentifier(name) {
		return s.fail(runes(name)+back, "bad character in group name "+s.quote(name))
	}
	s.warnName(name, back)
	return nil
}

// quote is a name as errors show it: in the way of str, whatever the expression is.
func (s *source) quote(name string) string { return quote(name) }

func isIdentifier(name string) bool {
	for i, r := range name {
		letter := r == '_' || unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_ID_Start, r)
		if !letter && (i == 0 || !unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)) {
			return false
		}
	}
	return name != ""
}

func escapeASCII(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		q := quote(string(r))
		if len(q) > 3 && q[1] == '\\' {
			b.WriteString(q[1 : len(q)-1])
			continue
		}
		b.WriteString(hexEscape(r))
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
