// Package parse makes the syntax tree of a Python 3.11 program, and says what is wrong
// with one in CPython's words.
//
// The parser is a recursive descent with little lookahead. A program it can't parse it
// parses again, from the statement at the top level that failed, now trying at each
// place what people are known to write by mistake: those are the files invalid*.go.
package parse

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/poll"
)

// Module parses a whole file. ask is called now and then, and its error ends the
// parsing; so it does for the other functions.
func Module(name, src string, ask ...func() error) (m *ast.Module, err error) {
	defer poll.NotStopped(&err)
	src, wrong := decode(name, src)
	if wrong != nil {
		return nil, wrong
	}
	if !strings.HasSuffix(src, "\n") {
		src += "\n"
	}
	p := newParser(newLexer(name, src, 1, 0))
	p.lx.poll = poll.New(ask)
	p.lx.run()
	m = &ast.Module{}
	failed := p.run(func() {
		for p.kind() != tEnd {
			p.resume = p.pos
			m.Body = p.statement(m.Body)
		}
	})
	if failed != nil {
		return nil, failed
	}
	return m, nil
}

// Expression parses an expression for eval, which may have newlines after it.
func Expression(name, src string, ask ...func() error) (e ast.Expr, err error) {
	defer poll.NotStopped(&err)
	src, wrong := decode(name, src)
	if wrong != nil {
		return nil, wrong
	}
	p := newParser(newLexer(name, src, 1, 0))
	p.lx.poll = poll.New(ask)
	p.lx.run()
	failed := p.run(func() {
		e = p.expressions()
		for p.kind() == tNewline {
			p.advance()
		}
		p.expect(tEnd)
	})
	if failed != nil {
		return nil, failed
	}
	return e, nil
}

// Single parses one interactive statement, or several simple ones in a line.
func Single(name, src string, ask ...func() error) (m *ast.Module, err error) {
	defer poll.NotStopped(&err)
	src, wrong := decode(name, src)
	if wrong != nil {
		return nil, wrong
	}
	p := newParser(newLexer(name, src, 1, 0))
	p.lx.single = true
	p.lx.poll = poll.New(ask)
	p.lx.run()
	m = &ast.Module{}
	if failed := p.run(func() { p.interactive(m) }); failed != nil {
		return nil, failed
	}
	return m, nil
}

// interactive parses what Single does.
func (p *parser) interactive(m *ast.Module) {
	if p.kind() == tNewline {
		p.advance()
		return
	}
	if p.kind() == tEnd {
		p.mismatch()
	}
	m.Body = p.statement(m.Body)
	if isCompound(m.Body[0]) {
		p.expect(tNewline)
	}
	for p.kind() == tNewline {
		p.advance()
	}
	if p.kind() != tEnd {
		p.pos-- // the newline is where the error is
		p.raiseLast("SyntaxError", "multiple statements found while compiling a single statement")
	}
}

// isCompound is whether a statement has blocks.
func isCompound(s ast.Stmt) bool {
	switch s.(type) {
	case *ast.If, *ast.For, *ast.While, *ast.Try, *ast.With, *ast.FunctionDef, *ast.ClassDef, *ast.Match:
		return true
	}
	return false
}
