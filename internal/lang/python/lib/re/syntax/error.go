package syntax

import (
	"fmt"
	"strings"
	"unicode"
)

// An Error is re.error.
type Error struct {
	Msg string
	Pos int // -1 is none
}

// Error is the text without the position.
func (e *Error) Error() string { return e.Msg }

// A ValueError is one of flags that don't go together.
type ValueError string

// Error is the text.
func (e ValueError) Error() string { return string(e) }

// An IndexError is one of a template's group that isn't there.
type IndexError string

// Error is the text.
func (e IndexError) Error() string { return string(e) }

// ErrTooLarge is a repetition's number beyond Infinite: an OverflowError.
var ErrTooLarge = fmt.Errorf("the repetition number is too large")

// ErrTooDeep is groups in groups that are too many: a RecursionError.
var ErrTooDeep = fmt.Errorf("maximum recursion depth exceeded")

// quote is Python's repr of a name.
func quote(name string) string {
	q := "'"
	if strings.Contains(name, q) && !strings.Contains(name, `"`) {
		q = `"`
	}
	var b strings.Builder
	b.WriteString(q)
	for _, r := range name {
		switch {
		case r == '\\' || string(r) == q:
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == ' ' || unicode.IsPrint(r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	b.WriteString(q)
	return b.String()
}
