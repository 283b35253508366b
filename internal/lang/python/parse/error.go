package parse

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// An Error is what is wrong with a program's source, in the words of CPython 3.11.
type Error struct {
	// Kind is the name of the exception: SyntaxError, IndentationError or TabError; or
	// MemoryError and RecursionError for programs that nest too deep.
	Kind string
	Msg  string
	File string
	// Line is from 1, Col from 1 in characters. Zero is nowhere, and as in CPython an
	// EndCol of 0 or -1 is unknown.
	Line, Col       int
	EndLine, EndCol int
	Text            string // the line it is in; its newline may be there or not
}

// Error is the error in one line.
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Kind + ": " + e.Msg
	}
	return fmt.Sprintf("%s: %s (%s, line %d)", e.Kind, e.Msg, e.File, e.Line)
}

// Report is the error as a traceback of CPython ends: the place, the line with a mark
// under what is wrong, and the message. There is no newline at its end.
func (e *Error) Report() string {
	var b strings.Builder
	if e.Line > 0 {
		fmt.Fprintf(&b, "  File \"%s\", line %d\n", e.File, e.Line)
		e.quote(&b)
	}
	b.WriteString(e.Kind)
	if e.Msg != "" {
		b.WriteString(": " + e.Msg)
	}
	return b.String()
}

// quote writes the line without its indentation, and the carets under it.
func (e *Error) quote(b *strings.Builder) {
	if e.Text == "" {
		return
	}
	right := strings.TrimRight(e.Text, "\n")
	text := strings.TrimLeft(right, " \n\f")
	indent := len(right) - len(text)
	fmt.Fprintf(b, "    %s\n", text)
	if e.Col < 1 {
		return
	}
	end := e.EndCol
	if e.EndLine != e.Line {
		end = utf8.RuneCountInString(right) + 1
	}
	if end < 1 || end == e.Col {
		end = e.Col + 1
	}
	from, to := e.Col-1-indent, end-1-indent
	if from < 0 {
		return
	}
	b.WriteString("    ")
	for i, r := range []rune(text) {
		if i >= from {
			break
		}
		if r != '\t' && r != '\f' && r != '\v' {
			r = ' '
		}
		b.WriteRune(r)
	}
	if n := utf8.RuneCountInString(text); from > n {
		b.WriteString(strings.Repeat(" ", from-n))
	}
	b.WriteString(strings.Repeat("^", max(to-from, 1)))
	b.WriteString("\n")
}
