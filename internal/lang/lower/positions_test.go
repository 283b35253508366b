package lower

import (
	"errors"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang/javascript"
)

func TestPositionsOfUncaughtErrors(t *testing.T) {
	cases := []struct {
		name  string
		main  string
		files map[string]string
		want  []string // in the stack, in this order
	}{
		{"first line of JavaScript", "a.js", map[string]string{"a.js": `function f() { null.x } f()`}, []string{"f (a.js:1:21", "a.js:1:26"}},
		{"only the first line of JavaScript moves", "a.js", map[string]string{"a.js": "let q = 1\n  throw new Error('x')"}, []string{"a.js:2:9"}},
		{"last column of a first line", "a.js", map[string]string{"a.js": "q"}, []string{"a.js:1:1"}},
		{"TypeScript as JavaScript", "a.ts", map[string]string{"a.ts": `function f(): void { (null as any).x } f()`}, []string{"f (a.ts:1:36", "a.ts:1:40"}},
		{"a function", "a.ts", map[string]string{"a.ts": "interface A {\n  x: number\n}\nfunction f(a: A): never {\n  throw new Error(`${a.x}`)\n}\n\nf({ x: 1 })\n"},
			[]string{"Error: 1", "f (a.ts:5:9", "a.ts:8:1"}},
		{"a second file", "main.ts", map[string]string{"main.ts": "import { f } from './lib'\ntype X = 1\n\nf()", "lib.ts": "type A = 1\ntype B = 2\n\nexport function f() {\n  throw new TypeError('no')\n}"},
			[]string{"TypeError: no", "f (lib.ts:5:9", "main.ts:4:"}},
		{"a second file in a folder", "src/main.ts", map[string]string{"src/main.ts": "import { f } from './deep/lib'\n\nf()", "src/deep/lib.ts": "type A = 1\nexport function f() { throw 1 as any instanceof Error || new Error('x') }"},
			[]string{"f (src/deep/lib.ts:2:58", "src/main.ts:3:"}},
		{"after an enum, a namespace and decorators", "a.ts", map[string]string{"a.ts": `enum E {
  A,
  B,
}
namespace N {
  export const x = E.B
}
function d(v: any, c: any) {}
@d class C {
  @d m(): void {
    undefinedFunction(N.x)
  }
}
new C().m()`}, []string{"ReferenceError", "m (a.ts:11:5", "a.ts:14:"}},
		{"a decorator", "a.ts", map[string]string{"a.ts": "function d(v: any, c: any) {\n  throw new Error('d')\n}\n@d\nclass C {}"}, []string{"d (a.ts:2:9", "a.ts:5:1"}},
		{"after an await", "a.ts", map[string]string{"a.ts": "type A = 1\nasync function f(): Promise<void> {\n  await null\n  throw new Error('late')\n}\nf()"},
			[]string{"f (a.ts:4:9"}},
		{"an async generator", "a.ts", map[string]string{"a.ts": "type A = 1\nasync function* g() {\n  yield 1\n    throw new Error('late')\n}\n(async () => { for await (const x of g()); })()"},
			[]string{"a.ts:4:11"}},
		{"at the top level after an await", "a.ts", map[string]string{"a.ts": "type A = 1\nimport { k } from './k'\nconst x: A = await 1\n\n  throw new Error('top' + k)", "k.ts": "export const k = 1"},
			[]string{"Error: top1", "a.ts:5:9"}},
		{"a line end of two bytes", "a.ts", map[string]string{"a.ts": "type A = 1\r\n\r\nlet x = 1\r\n  null!.x"}, []string{"a.ts:4:"}},
		{"behind letters of several bytes", "a.ts", map[string]string{"a.ts": "const s = 'ärger😀', f = () => { throw new Error(s) }\nf()"}, []string{"f (a.ts:1:40", "a.ts:2:1"}},
		{"a hashbang and a byte order mark", "a.ts", map[string]string{"a.ts": "\ufeff#!/bin/x\nlet x: number\n  null!.x"}, []string{"a.ts:3:9"}},
		{"a name with a space", "my file.ts", map[string]string{"my file.ts": "type A = 1\nthrow new Error('x')"}, []string{"my file.ts:2:7"}},
		{"a name with a space of JavaScript", "my file.js", map[string]string{"my file.js": "let a = 1\nthrow new Error('x')"}, []string{"my file.js:2:7"}},
		{"a name that no URL has", "50%:é.ts", map[string]string{"50%:é.ts": "type A = 1\nthrow new Error('x')"}, []string{"50%:é.ts:2:7"}},
		{"an absolute name", "/srv/a.ts", map[string]string{"/srv/a.ts": "type A = 1\nthrow new Error('x')"}, []string{"/srv/a.ts:2:7"}},
		{"a property escape", "a.js", map[string]string{"a.js": "const r = /\\p{L}/u; null.x"}, []string{"a.js:1:26"}},
		{"arguments in an arrow", "a.js", map[string]string{"a.js": "(function () {\n  return (() => arguments[0].x.y)()\n})({})"}, []string{"a.js:2:32", "a.js:3:1"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			err := newMachine(NewCompiler(Options{}), c.files).run(c.main)
			if err == nil {
				t.Fatal("the program ended without an error")
			}
			rest := err.Error()
			for _, want := range c.want {
				at := strings.Index(rest, want)
				if at < 0 {
					t.Fatalf("the stack lacks %q, or has it elsewhere:\n%s", want, err)
				}
				rest = rest[at+len(want):]
			}
		})
	}
}

func TestSyntaxErrors(t *testing.T) {
	cases := []struct {
		name, file, code string
		message          string // a part of it
		line, column     int
		sourceLine       string
	}{
		{"JavaScript", "a.js", "let a = 1\nlet b = ]", `Unexpected "]"`, 2, 9, "let b = ]"},
		{"first line", "a.js", "let = = 1", `Unexpected "="`, 1, 7, "let = = 1"},
		{"TypeScript", "a.ts", "type A = 1\r\n\r\n  let x: = 2\r\n", `Unexpected "="`, 3, 10, "  let x: = 2"},
		{"declared twice", "a.ts", "let x = 1\nlet x = 2", `"x" has already been declared`, 2, 5, "let x = 2"},
		{"end of the file", "a.ts", "function f() {\n", `Unexpected end of file`, 2, 1, ""},
		{"behind letters of several bytes", "a.ts", "let 'ä😀' = 1; let s = 'ä😀' +* 2", `Expected ";"`, 1, 5, "let 'ä😀' = 1; let s = 'ä😀' +* 2"},
		{"column in UTF-16 units", "a.ts", "let s = 'ä😀' +* 2", `Unexpected "*"`, 1, 16, "let s = 'ä😀' +* 2"},
		{"after an await at the top level", "a.ts", "await 0\nlet x = ;", `Unexpected ";"`, 2, 9, "let x = ;"},
		{"a brace too many", "a.js", "log(1) }); (function () {", "Unexpected \"}\"", 1, 8, "log(1) }); (function () {"},
		{"a brace too many within a list", "a.js", "}, function () {", "Unexpected \"}\"", 1, 1, "}, function () {"},
		{"JSX", "a.ts", "const x = 1\nconst y = <div>a</div>", "", 2, 0, "const y = <div>a</div>"},
		{"a flag that goja lacks", "a.js", "let a = 1\n\nconst r = /a/v", "flags", 3, 11, "const r = /a/v"},
		{"a property that isn't known", "a.js", "const r = 1;\n/\\p{Nonsense}/u", "Nonsense", 2, 1, `/\p{Nonsense}/u`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := NewCompiler(Options{}).Compile(c.file, c.code)
			var e *javascript.SyntaxError
			if !errors.As(err, &e) {
				t.Fatalf("the error is %v, want a syntax error", err)
			}
			if !strings.Contains(e.Message, c.message) || e.File != c.file || e.Line != c.line || (c.column > 0 && e.Column != c.column) || e.SourceLine != c.sourceLine {
				t.Errorf("the error is %+v, want %+v", *e, c)
			}
		})
	}
}

func TestLoaderOfAName(t *testing.T) {
	const typed, plain = "const x: number = 1; log(x)", "log(1)"
	cases := []struct {
		loader     Loader
		name, code string
		ok         bool
	}{
		{JavaScript, "a.js", plain, true},
		{JavaScript, "a.js", typed, false},
		{JavaScript, "a", typed, false},
		{JavaScript, "a.TS", typed, true},
		{JavaScript, "a.mts", typed, true},
		{TypeScript, "a", typed, true},
		{TypeScript, "a.txt", typed, true},
		{TypeScript, "a.js", plain, true},
		{TypeScript, "a.js", typed, true},
	}
	for _, c := range cases {
		_, err := NewCompiler(Options{Loader: c.loader}).Compile(c.name, c.code)
		if (err == nil) != c.ok {
			t.Errorf("compile %s by loader %v: error %v", c.name, c.loader, err)
		}
	}
}
