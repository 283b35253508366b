package parse

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// A literal is a string's token taken apart.
type literal struct {
	tok             *token
	raw, bytes, fmt bool
	body            string // between the quotes
	start           int    // where body begins in the source
}

func (p *parser) literal(t *token) literal {
	l := literal{tok: t, start: int(t.start)}
	s := p.text(t)
	i := 0
	for ; s[i] != '"' && s[i] != '\''; i++ {
		switch s[i] | 0x20 {
		case 'r':
			l.raw = true
		case 'b':
			l.bytes = true
		case 'f':
			l.fmt = true
		}
	}
	size := 1
	if len(s) >= i+6 && s[i+1] == s[i] && s[i+2] == s[i] {
		size = 3
	}
	l.body = s[i+size : len(s)-size]
	l.start += i + size
	return l
}

// strings parses one or more strings, which are one.
func (p *parser) strings() ast.Expr {
	start := p.pos
	for p.kind() == tString {
		p.advance()
	}
	p.look()
	span := p.since(start)
	first := p.literal(&p.toks[start])
	if p.pos == start+1 && !first.fmt {
		return p.constant(span, first.bytes, p.decodeLiteral(&first))
	}
	return p.concatenate(start, span)
}

func (p *parser) constant(span ast.Span, bytes bool, s string) *ast.Constant {
	k := ast.Str
	if bytes {
		k = ast.Bytes
	}
	return &ast.Constant{Span: span, Kind: k, Str: s}
}

// concatenate joins the strings from a token to the present one.
func (p *parser) concatenate(start int, span ast.Span) ast.Expr {
	j := joined{span: span}
	bytes, formatted := false, false
	for i := start; i < p.pos; i++ {
		l := p.literal(&p.toks[i])
		if i > start && l.bytes != bytes {
			p.raiseLast("SyntaxError", "cannot mix bytes and nonbytes literals")
		}
		bytes = l.bytes
		if !l.fmt {
			j.text.WriteString(p.decodeLiteral(&l))
			continue
		}
		formatted = true
		f := fstring{p: p, lit: l, span: span}
		f.parts(0, &j)
	}
	if !formatted {
		return p.constant(span, bytes, j.text.String())
	}
	j.flush()
	return &ast.JoinedStr{Span: span, Values: j.values}
}

// joined gathers the values of an f-string, and the text since the last of them.
type joined struct {
	span   ast.Span
	values []ast.Expr
	text   strings.Builder
}

func (j *joined) flush() {
	if j.text.Len() > 0 {
		j.values = append(j.values, &ast.Constant{Span: j.span, Kind: ast.Str, Str: j.text.String()})
		j.text.Reset()
	}
}

// decodeLiteral is the value of a literal that isn't an f-string.
func (p *parser) decodeLiteral(l *literal) string {
	if l.bytes {
		for i := range len(l.body) {
			if l.body[i] >= 0x80 {
				p.raise(l.tok.span(), "bytes can only contain ASCII literal characters")
			}
		}
	}
	switch {
	case l.raw || strings.IndexByte(l.body, '\\') < 0:
		return l.body
	case l.bytes:
		return p.unescapeBytes(l.body)
	}
	return p.unescape(l.body)
}
