// Package compile turns the syntax tree of a Python program into code for the register
// machine of package code. It does what CPython's symbol table and compiler do, with
// their errors: names are resolved to locals, cells, globals and names of a mapping;
// expressions become instructions on registers.
package compile

import (
	"fmt"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
	"github.com/elide-dev/elided/internal/lang/python/poll"
)

// An Error is a SyntaxError that isn't the grammar's. Lines and columns are from 1,
// columns in characters, the end not being part of the place; an EndCol of 0 is unknown.
type Error struct {
	Msg, File       string
	Line, Col       int
	EndLine, EndCol int
}

// Error is the message with its place.
func (e *Error) Error() string {
	return fmt.Sprintf("%s (%s, line %d)", e.Msg, e.File, e.Line)
}

// Module compiles a module, whose names are globals. ask is called now and then, and its
// error ends the compilation; so it does for the other functions.
func Module(m *ast.Module, file string, ask ...func() error) (*code.Code, error) {
	return module(m, file, code.Module, false, ask)
}

// Exec compiles what exec() runs: a module whose names live in a mapping.
func Exec(m *ast.Module, file string, ask ...func() error) (*code.Code, error) {
	return module(m, file, code.Module, true, ask)
}

// Single compiles an interactive statement, which prints the values of expressions.
func Single(m *ast.Module, file string, ask ...func() error) (*code.Code, error) {
	return module(m, file, code.Single, true, ask)
}

// Eval compiles an expression, whose value the code returns. Optimize is as in a Module.
func Eval(e ast.Expr, file string, optimize uint8, ask ...func() error) (c *code.Code, err error) {
	defer poll.NotStopped(&err)
	t := newTable(file, true)
	t.optimize = optimize
	t.poll = poll.New(ask)
	t.load(e)
	if err := t.analyze(); err != nil {
		return nil, err
	}
	g := newGen(t)
	g.open(t.top, code.Eval, "<module>", 1)
	g.at(e)
	g.emit(code.Return, 0, g.rk(g.operand(e)), 0)
	return g.done()
}

func module(m *ast.Module, file string, kind code.Kind, named bool, ask []func() error) (c *code.Code, err error) {
	defer poll.NotStopped(&err)
	t := newTable(file, named)
	t.poll = poll.New(ask)
	t.future, t.optimize = t.futures(m.Body) || m.Future, m.Optimize
	t.stmts(m.Body)
	if err := t.analyze(); err != nil {
		return nil, err
	}
	g := newGen(t)
	g.open(t.top, kind, "<module>", 1)
	g.place = code.Place{Line: 1}
	body := m.Body
	if t.top.annotated {
		g.emit(code.SetupAnnotations, 0, 0, 0)
	}
	if kind == code.Module {
		body = g.classDoc(body)
	}
	g.stmts(body)
	g.returnNone()
	return g.done()
}

// classDoc stores the docstring of a class's or a module's body, and returns what follows it.
func (g *gen) classDoc(body []ast.Stmt) []ast.Stmt {
	doc, ok := docString(body)
	if !ok {
		return body
	}
	if g.table.optimize < 2 {
		g.code.Doc = doc
		g.at(body[0])
		g.storeName("__doc__", constant(doc))
	}
	return body[1:]
}

// docString is the string that a body begins with.
func docString(body []ast.Stmt) (string, bool) {
	if len(body) == 0 {
		return "", false
	}
	s, ok := body[0].(*ast.ExprStmt)
	if !ok {
		return "", false
	}
	c, ok := s.Value.(*ast.Constant)
	if !ok || c.Kind != ast.Str {
		return "", false
	}
	return c.Str, true
}

// done is the outcome: the code that is open, or the first error.
func (g *gen) done() (*code.Code, error) {
	c := g.close()
	c.Warnings = g.table.warnings
	if g.err != nil {
		return nil, g.err
	}
	return c, nil
}
