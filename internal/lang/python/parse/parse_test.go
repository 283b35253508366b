package parse

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

func lines(t *testing.T, file string) []string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(b)), "\n")
}

// testdata/trees.txt has programs, each with the tree that Python's module ast makes.
func TestTrees(t *testing.T) {
	all := lines(t, "testdata/trees.txt")
	for i := 0; i+1 < len(all); i += 2 {
		var src string
		if err := json.Unmarshal([]byte(all[i]), &src); err != nil {
			t.Fatal(err)
		}
		m, err := Module("script.py", src)
		if err != nil {
			t.Errorf("%q: %v", src, err)
		} else if got := dump(m); got != all[i+1] {
			t.Errorf("%q\n got %s\nwant %s", src, got, all[i+1])
		}
	}
}

// testdata/errors.jsonl has wrong programs with what CPython says of them: kind, message,
// line, column, last line and column, and the report, if that isn't one of those it draws
// in two ways.
func TestErrors(t *testing.T) {
	for _, line := range lines(t, "testdata/errors.jsonl") {
		var src, report string
		var want Error
		row := []any{&src, &want.Kind, &want.Msg, &want.Line, &want.Col, &want.EndLine, &want.EndCol, &report}
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		_, err := Module("script.py", src)
		got, ok := err.(*Error)
		if !ok {
			t.Errorf("%q: no error, want %v", src, &want)
			continue
		}
		want.File, want.Text = "script.py", got.Text
		if *got != want {
			t.Errorf("%q\n got %+v\nwant %+v", src, *got, want)
		}
		if report != "" && got.Report() != report {
			t.Errorf("%q\n got\n%s\nwant\n%s", src, got.Report(), report)
		}
	}
}

func TestExpression(t *testing.T) {
	for src, want := range map[string]string{
		"1": "", "1 + 2\n\n": "", "a, b": "", "x if y else z": "", "lambda: 0 # c": "", "(yield)": "",
		"": "invalid syntax", "x = 1": "invalid syntax", "1;": "invalid syntax", "1\n2": "invalid syntax",
		"\n 1": "unexpected indent", " \t1": "unexpected indent", "*a": "invalid syntax", "x := 1": "invalid syntax", "yield": "invalid syntax",
		"(1": "'(' was never closed", "pass": "invalid syntax", "a b": "invalid syntax",
	} {
		_, err := Expression("<string>", src)
		if got := message(err); got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
}

func TestSingle(t *testing.T) {
	for src, want := range map[string]string{
		"a": "", "a; b": "", "a # c": "", "a\n # c\n\n": "", "if a:\n b\n": "", "if a:\n b": "", "\n\na": "", "x = 1\n": "",
		"": "invalid syntax", "# c": "invalid syntax", "if a: b": "invalid syntax", "a b": "invalid syntax",
		"a\nb": "multiple statements found while compiling a single statement",
	} {
		_, err := Single("<stdin>", src)
		if got := message(err); got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
}

func message(err error) string {
	if e, ok := err.(*Error); ok {
		return e.Msg
	}
	return ""
}

func TestDecoding(t *testing.T) {
	for src, want := range map[string]string{
		"\ufeffx = 1":                        "",
		"a\r\nb\rc":                          "",
		"# coding: latin-1\nx = '\xe9'":      "",
		"#!x\n# -*- coding: UTF-8 -*-\n'é'":  "",
		"a\x00b":                             "source code string cannot contain null bytes",
		"# coding: foo\n":                    "encoding problem: foo",
		"\ufeff# coding: latin-1\n":          "encoding problem: iso-8859-1 with BOM",
		"x = 1\ny = '\xff'":                  "Non-UTF-8 code starting with '\\xff' in file f on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
		"x\n\n# coding: foo (too far below)": "",
	} {
		_, err := Module("f", src)
		if got := message(err); got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
	m, err := Module("f", "# coding: latin-1\n'\xe9'\r'a'")
	if err != nil || dump(m) != "(ExprStmt 2:0-2:3 (C 2:0-2:3 0c3a9))(ExprStmt 3:0-3:3 (C 3:0-3:3 061))" {
		t.Error(err, dump(m))
	}
}

// What nests too deep is refused, and what is only long isn't.
func TestDepth(t *testing.T) {
	deep := map[string]string{
		"left":       "a" + strings.Repeat("+a", 100_000),
		"attributes": "a" + strings.Repeat(".a", 100_000),
		"calls":      "a" + strings.Repeat("()", 100_000),
		"signs":      strings.Repeat("-", 100_000) + "a",
		"nots":       strings.Repeat("not ", 100_000) + "a",
		"lambdas":    strings.Repeat("lambda: ", 100_000) + "a",
		"else":       strings.Repeat("a if b else ", 100_000) + "a",
		"powers":     strings.Repeat("a**", 100_000) + "a",
		"elifs":      "if a: b\n" + strings.Repeat("elif a: b\n", 100_000),
		"together":   strings.Repeat("(", 50) + "a" + strings.Repeat(strings.Repeat("+a", 100)+")", 50),
	}
	for name, src := range deep {
		_, err := Module("f", src)
		if e, ok := err.(*Error); !ok || e.Kind != "RecursionError" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Module("f", strings.Repeat("(", 201)); message(err) != "too many nested parentheses" {
		t.Error(err)
	}
	for name, src := range map[string]string{
		"left":     "a" + strings.Repeat("+a", 2500),
		"elifs":    "if a: b\n" + strings.Repeat("elif a: b\n", 2500),
		"list":     "[" + strings.Repeat("a+b-c.d(e)[f],", 20_000) + "]",
		"and":      "a" + strings.Repeat(" and a", 20_000),
		"compare":  "a" + strings.Repeat("<a", 20_000),
		"targets":  strings.Repeat("a=", 20_000) + "a",
		"brackets": strings.Repeat("[", 200) + strings.Repeat("]", 200),
	} {
		if _, err := Module("f", src); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A keyword argument given twice is only reported where the rest is right.
func TestRepeatedKeyword(t *testing.T) {
	_, err := Module("f", "f(a=1, b=2, a=3)\n")
	if got := err.Error(); got != "SyntaxError: keyword argument repeated: a (f, line 1)" {
		t.Error(got)
	}
	if _, err = Module("f", "f(a=1, a=3)\nx = = 1"); message(err) != "invalid syntax" {
		t.Error(err)
	}
}

func TestIsIdentifier(t *testing.T) {
	for s, want := range map[string]bool{
		"a": true, "_": true, "a1": true, "é": true, "日本": true, "if": true, "a·": true, "ﬁ": true, "ⅷ": true,
		"": false, "1": false, "a b": false, "a-b": false, "\xff": false, "·a": false, "a\u037a": false, "€": false,
	} {
		if IsIdentifier(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

func TestSurrogates(t *testing.T) {
	e, err := Expression("f", `'\ud83d\ude00'`)
	if err != nil {
		t.Fatal(err)
	}
	if got := e.(*ast.Constant).Str; got != "\xed\xa0\xbd\xed\xb8\x80" {
		t.Errorf("%x", got)
	}
}

func FuzzModule(f *testing.F) {
	for _, s := range []string{
		"x = f'{a!r:>{w}}' b''", "match x:\n case {1: a, **b}: pass", "if a:\n\tb\n  c", "f(a b, c=(1", "'\\N{x}\\ud800'",
		"def f(a, /, *, b=1): return [x async for x in y if z]", "x = {a: b, c d}", "1_0.5e-3j if\x0c\\\n é else \ufeff",
		"try: a\nexcept* b: c", "with (a as b, c): d", "print a, b", "f'{'", "# coding: latin-1\n\xe9", "a = b = (yield) = 1",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		m, err := Module("f", src)
		if err == nil {
			dump(m)
		} else {
			_ = err.(*Error).Report()
		}
		if e, err := Expression("f", src); err == nil {
			dump(&ast.Module{Body: []ast.Stmt{&ast.ExprStmt{Value: e}}})
		}
		if m, err := Single("f", src); err == nil {
			dump(m)
		}
	})
}

func BenchmarkModule(b *testing.B) {
	src := strings.Repeat("class A(B):\n    def f(self, a, b=1):\n        return g(a.b[0], x=b + 1) if self.c else 'abc'\n", 1000)
	b.SetBytes(int64(len(src)))
	for range b.N {
		if _, err := Module("f", src); err != nil {
			b.Fatal(err)
		}
	}
}
