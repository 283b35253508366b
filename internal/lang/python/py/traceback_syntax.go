package py

import "strings"

// syntaxPlace prints where a SyntaxError is. It reports whether it knows.
func (p *excPrinter) syntaxPlace(e *Exc) bool {
	line, ok := e.field("lineno").(Int)
	if !ok {
		return false
	}
	file := "<string>"
	if s, ok := e.field("filename").(*Str); ok {
		file = s.s
	}
	p.line(`  File "%s", line %d`, file, line)
	text, ok := e.field("text").(*Str)
	if !ok {
		return true
	}
	offset, end := -1, -1
	if v, ok := e.field("offset").(Int); ok {
		offset = int(v)
	}
	if v, ok := e.field("end_offset").(Int); ok {
		end = int(v)
	}
	size := text.Len()
	if v, ok := e.field("end_lineno").(Int); ok && v > line {
		end = size
	}
	p.syntaxText([]rune(text.s), offset, min(end, size+1))
	return true
}

// syntaxText prints the line with the error, and carets under what is wrong. Both numbers
// count from 1.
func (p *excPrinter) syntaxText(text []rune, offset, end int) {
	width := 1
	if end > 0 && end > offset {
		width = end - offset
	}
	offset--
	for len(text) > 0 && (text[0] == ' ' || text[0] == '\t' || text[0] == '\f') {
		text = text[1:]
		offset--
	}
	if n := len(text); n > 0 && text[n-1] == '\n' {
		text = text[:n-1]
	}
	offset = min(offset, len(text))
	for {
		nl := strings.IndexRune(string(text), '\n')
		if nl < 0 {
			break
		}
		nl = len([]rune(string(text)[:nl]))
		if nl >= offset {
			break
		}
		text = text[nl+1:]
		offset -= nl + 1
	}
	p.line("    %s", string(text))
	if offset >= 0 {
		p.line("    %s%s", strings.Repeat(" ", offset), strings.Repeat("^", width))
	}
}
