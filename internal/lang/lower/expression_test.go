package lower

import (
	"errors"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang/javascript"
)

// nesting is how deep a fuzzed text's brackets may nest: the daemon refuses deeper ones.
func nesting(text string) int {
	return strings.Count(text, "(") + strings.Count(text, "[") + strings.Count(text, "{")
}

// FuzzExpression compiles any text as an expression of both languages.
func FuzzExpression(f *testing.F) {
	for _, code := range []string{
		"1 + 1", "{ a: 1 }", "await f()", "let x = 1; x", "1)); (() => (2", "}); (() => {", "x as any", "/\\p{L}/u", "// a",
		"for await (const x of y) x", "class A { @d x }", "export default 1", "import('x')", "a\n}\n{", "'use strict'; 1", "return 5",
	} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		if nesting(code) > 200 {
			t.Skip()
		}
		for _, l := range []Loader{JavaScript, TypeScript} {
			p, err := NewCompiler(Options{Loader: l}).CompileExpression(code)
			var syntax *javascript.SyntaxError
			if (p == nil) == (err == nil) || errors.As(err, &syntax) && (syntax.Message == "" || syntax.Line < 0 || syntax.Column < 0) {
				t.Errorf("%q gave %v, %v", code, p, err)
			}
		}
	})
}

// FuzzCompileMain compiles any text with and without an accessor of its names, which
// must make no difference to whether it is right.
func FuzzCompileMain(f *testing.F) {
	for _, code := range []string{
		"let a = 1", "const { a, ...b } = c, [d = 1, , ...e] = f", "var eval, arguments", "function f() {} class C {}",
		"await null; export let x = 1", "'use strict'; let yield_ = 1", "import x from 'y'; export default x", "return 1",
		"let static_; var let_; async function g() {}", "for (var i of []) { var j }", "var undefined", "enum E { A }",
		"var yield", "var let", "var static", "let async, of, get, set", "export const await_ = 1",
	} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		if nesting(code) > 200 {
			t.Skip()
		}
		for _, l := range []Loader{JavaScript, TypeScript} {
			c := NewCompiler(Options{Loader: l})
			_, plain := c.Compile("main", code)
			_, main := c.CompileMain("main", code)
			if (plain == nil) != (main == nil) || plain != nil && plain.Error() != main.Error() {
				t.Errorf("%q: %v, but as the main source: %v", code, plain, main)
			}
		}
	})
}
