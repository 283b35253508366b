package inspect

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/dop251/goja"
)

// minSplit is how long a string must be, in UTF-16 units, to be shown as a sum of lines.
const minSplit = 16

// primitive returns a value that isn't an object.
func (p *printer) primitive(v goja.Value) string {
	switch v := v.(type) {
	case nil:
		return "undefined"
	case goja.String:
		return p.text(v)
	case *goja.Symbol:
		return symbolText(v)
	}
	switch {
	case goja.IsNumber(v):
		return numberText(v)
	case goja.IsBigInt(v):
		return v.String() + "n"
	}
	return v.String()
}

func symbolText(s *goja.Symbol) string { return "Symbol(" + s.String() + ")" }

func numberText(v goja.Value) string {
	if s := v.String(); s != "0" || 1/v.ToFloat() > 0 {
		return s
	}
	return "-0"
}

// text returns a string as a literal, or as a sum of literals where it has lines and
// doesn't fit into one of the output.
func (p *printer) text(s goja.String) string {
	trailer := ""
	if limit := p.maxString; s.Length() > limit {
		trailer = more(s.Length()-limit, "character")
		s = s.Substring(0, limit)
	}
	if n := s.Length(); n <= minSplit || n <= p.breakLength-p.indent-4 {
		return quoteUnits(s) + trailer
	}
	lines := strings.SplitAfter(s.String(), "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	if len(lines) < 2 {
		return quoteUnits(s) + trailer
	}
	for i, line := range lines {
		lines[i] = quote(line)
	}
	return strings.Join(lines, " +\n"+spaces(p.indent+2)) + trailer
}

// more says that n things of a name are left out.
func more(n int, name string) string {
	if n != 1 {
		name += "s"
	}
	return "... " + strconv.Itoa(n) + " more " + name
}

// quoteUnits is quote for a string that may hold halves of surrogate pairs, which Go's
// strings have no room for.
func quoteUnits(s goja.String) string {
	text := s.String()
	if !strings.ContainsRune(text, utf8.RuneError) {
		return quote(text)
	}
	mark := chooseQuote(text)
	b := []byte{mark}
	for i := 0; i < s.Length(); i++ {
		r := rune(s.CharAt(i))
		if !utf16.IsSurrogate(r) {
			b = appendEscaped(b, r, mark)
			continue
		}
		if i+1 < s.Length() {
			if pair := utf16.DecodeRune(r, rune(s.CharAt(i+1))); pair != utf8.RuneError {
				b = utf8.AppendRune(b, pair)
				i++
				continue
			}
		}
		b = fmt.Appendf(b, "\\u%x", r)
	}
	return string(append(b, mark))
}

// quote returns s as a JavaScript literal, in the quotes that need the fewest escapes.
func quote(s string) string {
	mark := chooseQuote(s)
	b := make([]byte, 0, len(s)+2)
	b = append(b, mark)
	b = appendEscapedText(b, s, mark)
	return string(append(b, mark))
}

func chooseQuote(s string) byte {
	switch {
	case strings.IndexByte(s, '\'') < 0:
		return '\''
	case strings.IndexByte(s, '"') < 0:
		return '"'
	case strings.IndexByte(s, '`') < 0 && !strings.Contains(s, "${"):
		return '`'
	}
	return '\''
}

func appendEscapedText(b []byte, s string, mark byte) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			b = appendEscaped(b, rune(c), mark)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		b = appendEscaped(b, r, mark)
		i += size
	}
	return b
}

func appendEscaped(b []byte, r rune, mark byte) []byte {
	switch {
	case r == '\\', r == '\'' && mark == '\'':
		return append(b, '\\', byte(r))
	case r >= ' ' && r < 0x7f:
		return append(b, byte(r))
	case r >= 0xa0:
		return utf8.AppendRune(b, r)
	}
	if i := strings.IndexRune("\b\t\n\f\r", r); i >= 0 {
		return append(b, '\\', "btnfr"[i])
	}
	return fmt.Appendf(b, "\\x%02X", r)
}

// blanks is what most indentation is cut from.
const blanks = "                                                                "

func spaces(n int) string {
	if n <= len(blanks) {
		return blanks[:max(n, 0)]
	}
	return strings.Repeat(" ", n)
}

// units is the length of s in UTF-16 units.
func units(s string) int {
	n := len(s)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0xf0: // four bytes, two units
			n -= 2
		case c >= 0xe0:
			n -= 2
		case c >= 0xc0:
			n--
		}
	}
	return n
}
