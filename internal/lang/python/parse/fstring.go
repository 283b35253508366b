package parse

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// An fstring is an f-string that is being taken apart, at i of its body.
type fstring struct {
	p    *parser
	lit  literal
	span ast.Span // of all strings that are joined
	i    int

	// placed is an offset of the source whose place is known.
	placed int
	at     ast.Pos
}

func (f *fstring) fail(format string, args ...any) {
	f.p.raiseLast("SyntaxError", "f-string: "+format, args...)
}

// char is the byte at i, 0 at the end.
func (f *fstring) char() byte {
	if f.i < len(f.lit.body) {
		return f.lit.body[f.i]
	}
	return 0
}

// ended fails at the end of the body.
func (f *fstring) ended() {
	if f.i >= len(f.lit.body) {
		f.fail("expecting '}'")
	}
}

// parts parses text and expressions: the whole string at level 0, and else a format spec
// up to its brace.
func (f *fstring) parts(level int, j *joined) {
	for {
		if f.text(level, j) {
			continue
		}
		if c := f.char(); c != '{' {
			break
		}
		f.expression(level, j)
	}
	if level > 0 && f.char() != '}' {
		f.fail("expecting '}'")
	}
}

// text adds what comes before the next brace. It is true if that was a doubled one.
func (f *fstring) text(level int, j *joined) bool {
	start, s := f.i, f.lit.body
	end, doubled := -1, false
loop:
	for f.i < len(s) {
		c := s[f.i]
		f.i++
		if !f.lit.raw && c == '\\' && f.i < len(s) {
			c = s[f.i]
			f.i++
			if c == 'N' {
				f.skipName()
				continue
			}
		}
		if c != '{' && c != '}' {
			continue
		}
		if level == 0 {
			if f.char() == c {
				end, doubled = f.i, true
				f.i++
				break loop
			}
			if c == '}' {
				f.fail("single '}' is not allowed")
			}
		}
		f.i--
		break
	}
	if end < 0 {
		end = f.i
	}
	part := s[start:end]
	if !f.lit.raw && strings.IndexByte(part, '\\') >= 0 {
		part = f.p.unescape(part)
	}
	j.text.WriteString(part)
	return doubled
}

// skipName skips the braces of a \N{name}.
func (f *fstring) skipName() {
	if f.i >= len(f.lit.body) {
		return
	}
	f.i++
	if f.lit.body[f.i-1] != '{' {
		return
	}
	for f.i < len(f.lit.body) {
		f.i++
		if f.lit.body[f.i-1] == '}' {
			return
		}
	}
}

// expression parses an expression with its braces.
func (f *fstring) expression(level int, j *joined) {
	if level >= 2 {
		f.fail("expressions nested too deeply")
	}
	f.i++
	start := f.i
	f.scan()
	f.ended()
	v := &ast.FormattedValue{Span: f.span, Value: f.parse(start, f.i)}
	explained := f.char() == '='
	if explained {
		f.i++
		for strings.IndexByte(" \t\n\r\f\v", f.char()) >= 0 {
			f.i++
		}
		f.ended()
		j.text.WriteString(f.lit.body[start:f.i])
	}
	if f.char() == '!' {
		f.i++
		f.ended()
		v.Conversion = f.char()
		f.i++
		if c := v.Conversion; c != 's' && c != 'r' && c != 'a' {
			f.fail("invalid conversion character: expected 's', 'r', or 'a'")
		}
	}
	f.ended()
	if f.char() == ':' {
		f.i++
		f.ended()
		spec := joined{span: f.span}
		f.parts(level+1, &spec)
		spec.span = f.lit.tok.span() // as in CPython, where only the end of it has its own
		spec.flush()
		v.Spec = &ast.JoinedStr{Span: spec.span, Values: spec.values}
	}
	if f.char() != '}' {
		f.fail("expecting '}'")
	}
	f.i++
	if explained && v.Spec == nil && v.Conversion == 0 {
		v.Conversion = 'r'
	}
	j.flush()
	j.values = append(j.values, v)
}

// scan finds the end of an expression: a brace, a colon, a ! or a = outside brackets and
// strings.
func (f *fstring) scan() {
	s := f.lit.body
	var open []byte
	for ; f.i < len(s); f.i++ {
		c := s[f.i]
		switch c {
		case '\\':
			f.p.raiseLast("SyntaxError", "f-string expression part cannot include a backslash")
		case '\'', '"':
			f.skipString(c)
		case '[', '{', '(':
			if len(open) >= maxParens {
				f.fail("too many nested parenthesis")
			}
			open = append(open, c)
		case '#':
			f.p.raiseLast("SyntaxError", "f-string expression part cannot include '#'")
		case '!', ':', '}', '=', '<', '>':
			if len(open) == 0 {
				if f.i+1 < len(s) && s[f.i+1] == '=' && c != ':' && c != '}' {
					f.i++
					continue
				}
				if c == '<' || c == '>' {
					continue
				}
				return
			}
		}
		if c == ']' || c == '}' || c == ')' {
			open = f.closing(open, c)
		}
	}
	if len(open) > 0 {
		f.fail("unmatched '%c'", open[len(open)-1])
	}
}

// closing is the brackets that are open after one that closes.
func (f *fstring) closing(open []byte, c byte) []byte {
	if len(open) == 0 {
		f.fail("unmatched '%c'", c)
	}
	last := open[len(open)-1]
	if !(last == '(' && c == ')' || last == '[' && c == ']' || last == '{' && c == '}') {
		f.fail("closing parenthesis '%c' does not match opening parenthesis '%c'", c, last)
	}
	return open[:len(open)-1]
}

// skipString goes to the last quote of a string in an expression.
func (f *fstring) skipString(q byte) {
	s := f.lit.body
	size := 1
	if strings.HasPrefix(s[f.i:], strings.Repeat(string(q), 3)) {
		size = 3
	}
	quotes := s[f.i : f.i+size]
	from := f.i + size
	n := strings.Index(s[from:], quotes)
	if b := strings.IndexByte(s[from:], '\\'); b >= 0 && (n < 0 || b < n) {
		f.p.raiseLast("SyntaxError", "f-string expression part cannot include a backslash")
	}
	if n < 0 {
		f.fail("unterminated string")
	}
	f.i = from + n + size - 1
}

// parse parses the expression between two offsets of the body, with a parser of its own
// that sees it in parentheses: the first of them stands where the brace does.
func (f *fstring) parse(start, end int) ast.Expr {
	text := f.lit.body[start:end]
	if strings.Trim(text, " \t\n\f") == "" {
		if c := f.char(); c == '!' || c == ':' || c == '=' {
			f.fail("expression required before '%c'", c)
		}
		f.fail("empty expression not allowed")
	}
	at := f.place(start - 1)
	if strings.HasPrefix(strings.TrimLeft(text, " \t\f"), "\n") {
		// Nothing is in the line of the brace: CPython counts columns from elsewhere.
		at.Col = 0
		if at.Line == f.lit.tok.line {
			at.Col = f.lit.tok.col
		}
	}
	lx := newLexer(f.p.lx.file, "("+text+")\n", at.Line, at.Col)
	lx.run()
	lx.poll = f.p.lx.poll
	p := newParser(lx)
	p.fstring = true
	p.nesting = f.p.nesting
	var e ast.Expr
	err := p.run(func() {
		e = p.starExpressions()
		for p.accept(tNewline) {
			continue
		}
		p.expect(tEnd)
	})
	if err != nil {
		panic(err)
	}
	f.p.chain = max(f.p.chain, p.chain)
	return e
}

// place is that of an offset of the body, which isn't before that of the last call.
func (f *fstring) place(i int) ast.Pos {
	if f.placed == 0 {
		f.placed, f.at = int(f.lit.tok.start), f.lit.tok.from()
	}
	to := f.lit.start + i
	for _, r := range f.p.lx.src[f.placed:to] {
		if r == '\n' {
			f.at = ast.Pos{Line: f.at.Line + 1}
			continue
		}
		f.at.Col++
	}
	f.placed = to
	return f.at
}
