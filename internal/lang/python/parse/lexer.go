package parse

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang/python/poll"
)

const (
	maxParens = 200 // open brackets
	maxIndent = 100 // blocks in each other
)

// A bracket is one that is open.
type bracket struct {
	char      byte
	line, col int32
}

// A lexer cuts a source into tokens, all at once: an error is the last of them, so that
// it is only reported if the parser gets there.
type lexer struct {
	poll *poll.Poller
	src  string // ends with a newline
	file string
	pos  int

	line      int32
	lineStart int // where the line begins
	extra     int // bytes of the line before pos that aren't a character of their own
	firstCol  int32
	firstLine int32

	indents  []indent
	brackets []bracket
	newLine  bool // at the beginning of a line
	comment  int  // how long the comment before pos is, in bytes
	blank    bool // no token in this line yet, nor will be

	single bool // for Single: a newline comes before the end

	toks []token
	err  *Error
	// hard is whether err is one that comes before any error of the parser's.
	hard bool
}

// An indent is an indentation, measured with tabs of 8 and with tabs of 1.
type indent struct{ col, alt int }

// newLexer makes a lexer for a source whose first line and column are elsewhere in a
// file if it is part of an f-string.
func newLexer(file, src string, line, col int32) *lexer {
	return &lexer{
		poll: &poll.Poller{}, src: src, file: file, line: line, firstLine: line, firstCol: col, newLine: true,
		indents: []indent{{}}, toks: make([]token, 0, tokenRoom(src)),
	}
}

// run makes all tokens. The last of them is tEnd or tError.
func (lx *lexer) run() {
	for {
		if lx.newLine {
			lx.newLine = false
			if !lx.indentation() {
				return
			}
		}
		if !lx.skipSpace() {
			return
		}
		if lx.pos >= len(lx.src) {
			lx.finish()
			return
		}
		if lx.src[lx.pos] == '\n' {
			lx.newline()
			continue
		}
		if !lx.token() {
			return
		}
		lx.poll.Step()
	}
}

// peek is the byte n after the present one, 0 beyond the end.
func (lx *lexer) peek(n int) byte {
	if lx.pos+n < len(lx.src) {
		return lx.src[lx.pos+n]
	}
	return 0
}

// col is the column of pos.
func (lx *lexer) col() int32 {
	c := int32(lx.pos - lx.lineStart - lx.extra)
	if lx.line == lx.firstLine {
		c += lx.firstCol
	}
	return c
}

// indentation measures that of a new line, and makes indents and dedents.
func (lx *lexer) indentation() bool {
	col, alt, continued := 0, 0, 0
loop:
	for {
		switch lx.peek(0) {
		case ' ':
			col, alt = col+1, alt+1
		case '\t':
			col, alt = (col/8+1)*8, alt+1
		case '\f':
			col, alt = 0, 0
		case '\\':
			if continued == 0 {
				continued = col
			}
			if !lx.continuation() {
				return false
			}
			continue
		default:
			break loop
		}
		lx.pos++
	}
	c := lx.peek(0)
	lx.blank = c == '#' || c == '\n'
	if lx.blank || len(lx.brackets) > 0 {
		return true
	}
	if continued > 0 {
		col, alt = continued, continued
	}
	return lx.indentTo(indent{col, alt})
}

// indentTo compares an indentation with those around it.
func (lx *lexer) indentTo(to indent) bool {
	top := lx.indents[len(lx.indents)-1]
	switch {
	case to.col == top.col:
		if to.alt != top.alt {
			return lx.tabError()
		}
	case to.col > top.col:
		if len(lx.indents) >= maxIndent {
			lx.endOfLine()
			return lx.soft("IndentationError", "too many levels of indentation", 1, 0)
		}
		if to.alt <= top.alt {
			return lx.tabError()
		}
		lx.indents = append(lx.indents, to)
		lx.mark(tIndent)
	default:
		return lx.dedentTo(to)
	}
	return true
}

func (lx *lexer) dedentTo(to indent) bool {
	n := 0
	for to.col < lx.indents[len(lx.indents)-1].col {
		lx.indents = lx.indents[:len(lx.indents)-1]
		n++
	}
	top := lx.indents[len(lx.indents)-1]
	if to.col != top.col {
		lx.endOfLine()
		return lx.soft("IndentationError", "unindent does not match any outer indentation level",
			int(lx.col()), -1)
	}
	if to.alt != top.alt {
		return lx.tabError()
	}
	for range n {
		lx.mark(tDedent)
	}
	return true
}

func (lx *lexer) tabError() bool {
	lx.endOfLine()
	return lx.soft("TabError", "inconsistent use of tabs and spaces in indentation", 1, 0)
}

// endOfLine goes beyond the end of the line, where CPython's errors of indentation are.
func (lx *lexer) endOfLine() {
	n := strings.IndexByte(lx.src[lx.pos:], '\n')
	if n < 0 {
		n = len(lx.src) - lx.pos - 1
	}
	lx.countExtra(lx.pos, lx.pos+n)
	lx.pos += n + 1
}

// countExtra takes note of bytes that are the rest of a character.
func (lx *lexer) countExtra(from, to int) {
	for i := from; i < to; i++ {
		if lx.src[i]&0xc0 == 0x80 {
			lx.extra++
		}
	}
}

// mark makes a token without text.
func (lx *lexer) mark(k kind) {
	col := lx.col()
	lx.toks = append(lx.toks, token{
		kind: k, level: uint8(len(lx.brackets)), start: int32(lx.pos), end: int32(lx.pos),
		line: lx.line, col: col, endLine: lx.line, endCol: col,
	})
}

// emit makes a token of n bytes of a single line, without counting its characters.
func (lx *lexer) emit(k kind, n int) bool {
	col, start := lx.col(), lx.pos
	lx.pos += n
	lx.toks = append(lx.toks, token{
		kind: k, level: uint8(len(lx.brackets)), start: int32(start), end: int32(lx.pos),
		line: lx.line, col: col, endLine: lx.line, endCol: lx.col(),
	})
	return true
}

// nextLine takes note of a new line, after its newline was read. There is none after
// the last newline.
func (lx *lexer) nextLine() {
	if lx.pos >= len(lx.src) {
		return
	}
	lx.line++
	lx.lineStart, lx.extra = lx.pos, 0
}

// newline makes a token of it where it ends a statement.
func (lx *lexer) newline() {
	if !lx.blank && len(lx.brackets) == 0 {
		lx.mark(tNewline)
		// It begins with the comment before it, and ends where it is.
		t := &lx.toks[len(lx.toks)-1]
		comment := lx.src[lx.pos-lx.comment : lx.pos]
		t.start -= int32(lx.comment)
		t.col -= int32(utf8.RuneCountInString(comment))
	}
	lx.pos++
	lx.blank, lx.newLine = false, true
	lx.nextLine()
}

// skipSpace skips spaces, comments and newlines after a backslash.
func (lx *lexer) skipSpace() bool {
	lx.comment = 0
	for lx.pos < len(lx.src) {
		switch lx.src[lx.pos] {
		case ' ', '\t', '\f':
			lx.pos++
		case '#':
			n := strings.IndexByte(lx.src[lx.pos:], '\n')
			if n < 0 {
				n = len(lx.src) - lx.pos
			}
			lx.countExtra(lx.pos, lx.pos+n)
			lx.pos += n
			lx.comment = n
		case '\\':
			if !lx.continuation() {
				return false
			}
		default:
			return true
		}
	}
	return true
}

// continuation skips a backslash and its newline.
func (lx *lexer) continuation() bool {
	if lx.peek(1) != '\n' {
		col := int(lx.col()) + 2
		if lx.pos+1 >= len(lx.src) { // the end of the source is no character
			col--
		}
		lx.pos += 2
		return lx.soft("SyntaxError", "unexpected character after line continuation character", col, 0)
	}
	if lx.pos+2 >= len(lx.src) {
		lx.pos += 2
		if len(lx.brackets) > 0 {
			return lx.unclosed()
		}
		return lx.soft("SyntaxError", "unexpected EOF while parsing", int(lx.col()), -1)
	}
	lx.pos += 2
	lx.nextLine()
	return true
}

// finish makes what comes at the end of the source.
func (lx *lexer) finish() {
	if len(lx.brackets) > 0 {
		lx.unclosed()
		return
	}
	if lx.single && len(lx.toks) > 0 {
		lx.mark(tNewline)
		if n := len(lx.indents) - 1; n > 0 {
			for range n {
				lx.mark(tDedent)
			}
			lx.mark(tNewline)
		}
	}
	lx.mark(tEnd)
}

// soft ends the tokens with an error that doesn't come before those of the parser. Its
// column is from 1.
func (lx *lexer) soft(kind, msg string, col, endCol int) bool {
	lx.err = &Error{
		Kind: kind, Msg: msg, File: lx.file, Line: int(lx.line), Col: col,
		EndLine: int(lx.line), EndCol: endCol, Text: lineOf(lx.src, lx.line-lx.firstLine+1),
	}
	lx.mark(tError)
	return false
}

// fail ends the tokens with an error at what was read last, which comes before any of
// the parser's.
func (lx *lexer) fail(format string, args ...any) bool {
	col := int(lx.col())
	if lx.line == lx.firstLine {
		col -= int(lx.firstCol)
	}
	return lx.failAt(col, col, format, args...)
}

// failAt is fail with the columns, from 1.
func (lx *lexer) failAt(col, endCol int, format string, args ...any) bool {
	lx.soft("SyntaxError", fmt.Sprintf(format, args...), col, endCol)
	lx.err.Text = strings.TrimSuffix(lx.err.Text, "\n")
	lx.hard = true
	return false
}

// unclosed ends the tokens with the error that the last bracket isn't closed.
func (lx *lexer) unclosed() bool {
	lx.mark(tError)
	lx.err = lx.neverClosed()
	return false
}

func (lx *lexer) neverClosed() *Error {
	b := lx.brackets[len(lx.brackets)-1]
	text := lineOf(lx.src, b.line-lx.firstLine+1)
	if b.line < lx.line {
		text = strings.TrimSuffix(text, "\n")
	}
	return &Error{
		Kind: "SyntaxError", Msg: fmt.Sprintf("'%c' was never closed", b.char), File: lx.file,
		Line: int(b.line), Col: int(b.col) + 1, EndLine: int(b.line), Text: text,
	}
}

// lineOf is a line of a source, counted from 1, with its newline. The last one stands
// for those beyond.
func lineOf(src string, line int32) string {
	for ; line > 1; line-- {
		n := strings.IndexByte(src, '\n')
		if n < 0 || n+1 >= len(src) {
			break
		}
		src = src[n+1:]
	}
	if n := strings.IndexByte(src, '\n'); n >= 0 {
		return src[:n+1]
	}
	return src
}

// tooLong is whether offsets and lines might not fit in a token.
func tooLong(src string) bool { return len(src) > math.MaxInt32/2 }
