package python

import (
	"errors"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
	"github.com/elide-dev/elided/internal/lang/python/compile"
	"github.com/elide-dev/elided/internal/lang/python/parse"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// compileSource compiles a source. What is wrong with it is a *py.SyntaxProblem.
func compileSource(source, file string, mode py.Mode, poll ...func() error) (*code.Code, error) {
	c, err := compiled(source, file, mode, poll)
	return c, problem(err, source, mode)
}

func compiled(source, file string, mode py.Mode, poll []func() error) (*code.Code, error) {
	level, future := mode.Optimize(), mode.Future()
	mode = mode.Base()
	if mode == py.ForEval {
		e, err := parse.Expression(file, source, poll...)
		if err != nil {
			return nil, err
		}
		return compile.Eval(e, file, level, poll...)
	}
	var m *ast.Module
	var err error
	if mode == py.ForSingle {
		m, err = parse.Single(file, source, poll...)
	} else {
		m, err = parse.Module(file, source, poll...)
	}
	if err != nil {
		return nil, err
	}
	m.Optimize, m.Future = level, future
	switch mode {
	case py.ForExec:
		return compile.Exec(m, file, poll...)
	case py.ForSingle:
		return compile.Single(m, file, poll...)
	}
	return compile.Module(m, file, poll...)
}

// problem is what a program gets of an error. CPython has the source line of one that the
// compiler finds where it can read it from a file.
func problem(err error, source string, mode py.Mode) error {
	var p *parse.Error
	if errors.As(err, &p) {
		return &py.SyntaxProblem{Kind: p.Kind, Msg: p.Msg, File: p.File, Text: p.Text, Line: p.Line, Col: p.Col, EndLine: p.EndLine, EndCol: p.EndCol}
	}
	var c *compile.Error
	if errors.As(err, &c) {
		text := ""
		if mode == py.ForModule {
			text = lineOf(source, c.Line)
		}
		return &py.SyntaxProblem{Kind: "SyntaxError", Msg: c.Msg, File: c.File, Text: text, Line: c.Line, Col: c.Col, EndLine: c.EndLine, EndCol: c.EndCol}
	}
	return err
}

// lineOf is a line of a source, with its end.
func lineOf(source string, line int) string {
	for s := range strings.Lines(source) {
		if line--; line == 0 {
			return s
		}
	}
	return ""
}

func firstLine(s string) string {
	first, _, _ := strings.Cut(s, "\n")
	return first
}
