package parse

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

const (
	// maxNesting bounds the recursion of the parser, and maxChain how far a tree leans
	// to the left, as that of a+a+a does: the sum of both bounds the depth of a tree,
	// for those who walk it recursively. CPython's compiler gives up at about the same.
	maxNesting = 3000
	maxChain   = 3000
	// maxTries bounds the time of the second pass, which gives up then.
	maxTries = 1_000_000
)

// A parser parses the tokens of a lexer. Its functions are named after what they parse,
// beginning at pos; what doesn't match is a panic with a mismatch, an error whose text
// is known one with an *Error. Both end in attempt.
type parser struct {
	lx   *lexer
	toks []token
	pos  int
	far  int // the last token that was looked at
	// resume is where the statement of the top level begins.
	resume int
	// suspect is where the first such statement begins that has a call of a function match;
	// negative is none. Where anything is wrong after it, the second pass takes that for a
	// match statement without its colon.
	suspect int

	checking bool // the second pass: the mistakes are looked for
	quiet    bool // though not in what is parsed now
	apart    bool // what is remembered of that isn't for the rest of the pass
	memo     map[memoKey]memoValue
	fstring  bool // the source is an expression in an f-string
	late     *Error

	tries   int
	nesting int
	// chain is how far the expressions parsed so far lean to the left, since whoever
	// is interested set it to 0.
	chain int
}

// mismatch is the panic of something that isn't there.
type mismatch struct{}

// gaveUp is the panic of a second pass that takes too long.
type gaveUp struct{}

func newParser(lx *lexer) *parser { return &parser{lx: lx, suspect: -1} }

// run parses by the rule, and makes an error of what it doesn't match.
func (p *parser) run(rule func()) *Error {
	p.toks = p.lx.toks
	ok, err := p.attempt(func() { p.checkToken(); rule() })
	if ok {
		return p.late
	}
	if err != nil {
		return p.checkRest(err)
	}
	last := p.toks[p.far]
	if err = p.findMistake(rule); err != nil {
		return p.checkRest(err)
	}
	return p.generic(&last)
}

// findMistake is the second pass. It is nil if there is no mistake it knows.
func (p *parser) findMistake(rule func()) (err *Error) {
	defer func() {
		if r := recover(); r != nil && r != any(gaveUp{}) {
			panic(r)
		}
	}()
	p.checking, p.tries = true, 0
	p.pos, p.nesting = p.resume, 0
	if p.suspect >= 0 {
		p.pos = p.suspect
	}
	_, err = p.attempt(rule)
	return err
}

// generic is the error of which nothing more is known.
func (p *parser) generic(last *token) *Error {
	switch last.kind {
	case tIndent:
		return p.errorAtToken("IndentationError", "unexpected indent", last)
	case tDedent:
		return p.errorAtToken("IndentationError", "unexpected unindent", last)
	}
	err := p.errorAtToken("SyntaxError", "invalid syntax", last)
	if last.kind == tEnd {
		err.Col, err.EndCol = 0, 0
	}
	return p.checkRest(err)
}

// checkRest prefers the lexer's errors in the rest of the source to one of the parser's.
func (p *parser) checkRest(err *Error) *Error {
	switch {
	case err == p.lx.err || err.Kind == "RecursionError":
	case p.lx.err != nil && p.lx.hard:
		return p.lx.err
	case len(p.lx.brackets) > 0 && p.toks[p.far].line > p.lx.brackets[len(p.lx.brackets)-1].line:
		return p.lx.neverClosed()
	}
	return err
}

// attempt calls f, and says whether it matched.
func (p *parser) attempt(f func()) (ok bool, err *Error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case mismatch:
			ok = false
		case *Error:
			ok, err = false, r
		default:
			panic(r)
		}
	}()
	f()
	return true, nil
}

// try calls f, and goes back if it doesn't match.
func (p *parser) try(f func()) bool {
	if p.tries++; p.tries > maxTries && p.checking {
		panic(gaveUp{})
	}
	pos, nesting, chain := p.pos, p.nesting, p.chain
	ok, err := p.attempt(f)
	if err != nil {
		panic(err)
	}
	if !ok {
		p.pos, p.nesting, p.chain = pos, nesting, chain
	}
	return ok
}

// looking is try without staying there: it only says whether f matches.
func (p *parser) looking(f func()) bool {
	pos := p.pos
	ok := p.try(f)
	p.pos = pos
	return ok
}

// enter counts a recursion, which leave ends.
func (p *parser) enter() {
	p.nesting++
	if p.nesting > maxNesting {
		p.tooDeep()
	}
}

func (p *parser) leave() { p.nesting-- }

func (p *parser) tooDeep() {
	panic(&Error{Kind: "RecursionError", Msg: "maximum recursion depth exceeded during compilation", File: p.lx.file})
}

// link adds one to a chain that leans left, whose operands have chains of their own.
func (p *parser) link(left int) {
	p.chain = max(left, p.chain) + 1
	if p.chain > maxChain {
		p.tooDeep()
	}
}

func (p *parser) kind() kind { return p.toks[p.pos].kind }

// next is the kind of the token after the present one.
func (p *parser) next() kind {
	if p.pos+1 < len(p.toks) {
		return p.toks[p.pos+1].kind
	}
	return tEnd
}

// text is a token's text.
func (p *parser) text(t *token) string { return p.lx.src[t.start:t.end] }

// advance goes to the next token.
func (p *parser) advance() {
	p.lx.poll.Step()
	p.far = max(p.far, p.pos)
	if p.pos+1 < len(p.toks) {
		p.pos++
	}
	p.checkToken()
}

// checkToken raises the lexer's error if that is what comes.
func (p *parser) checkToken() {
	if p.kind() == tError {
		p.look()
		panic(p.lx.err)
	}
}

// lookNext is look for the token after the present one.
func (p *parser) lookNext() {
	if p.far = max(p.far, p.pos+1); p.toks[p.far].kind == tError {
		panic(p.lx.err)
	}
}

// look takes note that the present token was looked at, for the sake of where errors are.
func (p *parser) look() { p.far = max(p.far, p.pos) }

func (p *parser) mismatch() {
	p.look()
	panic(mismatch{})
}

// accept goes beyond the token if it is of the kind.
func (p *parser) accept(k kind) bool {
	if p.kind() != k {
		return false
	}
	p.advance()
	return true
}

// raising is whether mistakes are looked for here.
func (p *parser) raising() bool { return p.checking && !p.quiet }

// softly calls f as in the second pass, but for the errors.
func (p *parser) softly(f func()) bool {
	apart := p.apart
	p.apart = true
	ok := p.quietly(f)
	p.apart = apart
	return ok
}

// quietly is softly, but that what was parsed stays so for the rest of the pass, as in
// CPython: a mistake in it isn't found any more.
func (p *parser) quietly(f func()) bool {
	checking, quiet := p.checking, p.quiet
	p.checking, p.quiet = true, true
	ok := p.try(f)
	p.checking, p.quiet = checking, quiet
	return ok
}

// more calls f, which parses what may follow. In the second pass, which looks for the
// first mistake, what doesn't match isn't taken.
func (p *parser) more(f func()) bool {
	if p.checking {
		return p.try(f)
	}
	f()
	return true
}

// optional is more for what follows a token, if that is there.
func (p *parser) optional(k kind, f func()) bool {
	return p.kind() == k && p.more(func() { p.advance(); f() })
}

func (p *parser) expect(k kind) {
	if p.kind() != k {
		p.mismatch()
	}
	p.advance()
}

// force is expect for what can't be anything else.
func (p *parser) force(k kind, text string) {
	if p.kind() != k {
		p.look()
		t := &p.toks[p.pos]
		err := p.errorAtToken("SyntaxError", "expected '"+text+"'", t)
		if t.placeless() {
			err.Col, err.EndCol = 0, 0
		}
		panic(err)
	}
	p.advance()
}

// name parses an identifier.
func (p *parser) name() string {
	t := &p.toks[p.pos]
	p.expect(tName)
	return nameOf(p.text(t))
}

// isSoft is whether the token is the name, which is a keyword only in some places.
func (p *parser) isSoft(name string) bool {
	t := &p.toks[p.pos]
	return t.kind == tName && p.text(t) == name
}

func (t *token) from() ast.Pos { return ast.Pos{Line: t.line, Col: t.col} }
func (t *token) to() ast.Pos   { return ast.Pos{Line: t.endLine, Col: t.endCol} }
func (t *token) span() ast.Span {
	return ast.Span{Start: t.from(), End: t.to()}
}

// since is the span from a token to the last one parsed.
func (p *parser) since(start int) ast.Span { return p.after(p.toks[start].from()) }

// after is the span from a place to the last token parsed that isn't about lines.
func (p *parser) after(start ast.Pos) ast.Span {
	i := p.pos - 1
	for i > 0 && (p.toks[i].kind == tNewline || p.toks[i].placeless()) {
		i--
	}
	return ast.Span{Start: start, End: p.toks[max(i, 0)].to()}
}

// errorAtToken is an error at a token.
func (p *parser) errorAtToken(kind, msg string, t *token) *Error {
	err := p.errorAt(kind, msg, t.span())
	if t.placeless() {
		err.Col, err.EndCol = int(t.col-p.lx.firstCol), -1
	}
	return err
}

// errorAt is an error at a span of the source.
func (p *parser) errorAt(kind, msg string, at ast.Span) *Error {
	if p.fstring {
		msg = "f-string: " + msg
	}
	text := lineOf(p.lx.src, at.Start.Line-p.lx.firstLine+1)
	if p.toks[p.far].endLine > at.Start.Line {
		text = strings.TrimSuffix(text, "\n")
	}
	first := p.lx.firstCol
	return &Error{
		Kind: kind, Msg: msg, File: p.lx.file, Line: int(at.Start.Line), Col: int(at.Start.Col-first) + 1,
		EndLine: int(at.End.Line),
		// CPython takes the end, too, for a column of the first line.
		EndCol: min(int(at.End.Col-first), utf8.RuneCountInString(text)) + 1,
		Text:   text,
	}
}

// raise ends the parsing with an error about a node or a token.
func (p *parser) raise(at ast.Span, format string, args ...any) {
	panic(p.errorAt("SyntaxError", fmt.Sprintf(format, args...), at))
}

// raiseLast ends it with an error at the last token that was looked at.
func (p *parser) raiseLast(kind, format string, args ...any) {
	panic(p.errorAtToken(kind, fmt.Sprintf(format, args...), &p.toks[p.far]))
}
