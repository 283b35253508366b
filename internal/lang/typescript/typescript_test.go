package typescript

import (
	"bytes"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/javascript"
	"github.com/elide-dev/elided/internal/lang/lower"
)

type ended struct {
	lang.Outcome
	stdout, stderr string
}

func run(r lang.Runtime, p lang.Program) ended {
	var stdout, stderr bytes.Buffer
	p.Dir = "/"
	o := r.Prepare().Run(&p, &lang.Host{Stdout: &stdout, Stderr: &stderr})
	return ended{o, stdout.String(), stderr.String()}
}

func TestRun(t *testing.T) {
	cases := []struct {
		name   string
		p      lang.Program
		stdout string
	}{
		{"types", lang.Program{Name: "main.ts", Code: "const x: number = 1\nconsole.log(x)"}, "1\n"},
		{"a name without an extension", lang.Program{Name: "main", Code: "enum E { A = 4 }\nconsole.log(E.A)"}, "4\n"},
		{"a name of JavaScript", lang.Program{Name: "main.js", Code: "enum E { A = 4 }\nconsole.log(E.A)"}, "4\n"},
		{"files of both languages", lang.Program{
			Name: "main.ts", Code: "import { a } from './a'\nimport { b } from './b'\nconsole.log(a + b)",
			Files: map[string]string{"a.ts": "export const a: number = 1", "b.js": "exports.b = 2"},
		}, "3\n"},
		{"await at the top level", lang.Program{
			Name: "main.ts", Code: "const m = await import('./late')\nconsole.log(m.x)",
			Files: map[string]string{"late.ts": "export const x: string = await new Promise((r) => setTimeout(() => r('late'), 1))"},
		}, "late\n"},
		{"async iteration", lang.Program{Name: "main.ts", Code: `class Ticks { async *[Symbol.asyncIterator](): AsyncGenerator<number> { yield 1; yield 2 } }
for await (const n of new Ticks()) console.log(n)`}, "1\n2\n"},
		{"using", lang.Program{Name: "main.ts", Code: `{ using r = { [Symbol.dispose]() { console.log("closed") } }; console.log("in") }`}, "in\nclosed\n"},
		{"import meta", lang.Program{Name: "main.ts", Code: "if (import.meta.main) console.log('main')"}, "main\n"},
	}
	r := New(Options{})
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := run(r, c.p)
			if got.Reason != lang.Exited || got.ExitCode != 0 || got.stdout != c.stdout {
				t.Errorf("the run ended %+v, want exit code 0 and output %q", got, c.stdout)
			}
		})
	}
}

func TestErrorsAreAtTheirPlaceInTheSource(t *testing.T) {
	cases := []struct {
		name         string
		p            lang.Program
		message      string
		file         string
		line, column int
	}{
		{"thrown in a function", lang.Program{Name: "main.ts", Code: "enum E { A }\nfunction f(x: E): never {\n  throw new RangeError('no')\n}\nf(E.A)"}, "RangeError: no", "main.ts", 3, 9},
		{"thrown in a second file", lang.Program{
			Name: "main.ts", Code: "import { f } from './lib'\nf()",
			Files: map[string]string{"lib.ts": "type A = 1\nexport function f() {\n    throw new Error('no')\n}"},
		}, "Error: no", "lib.ts", 3, 11},
		{"thrown later", lang.Program{Name: "main.ts", Code: "type A = 1\nsetTimeout((): void => {\n  throw new Error('late')\n}, 1)"}, "Error: late", "main.ts", 3, 9},
		{"thrown after an await", lang.Program{Name: "main.ts", Code: "type A = 1\nawait null\nthrow new Error('late')"}, "Error: late", "main.ts", 3, 7},
		{"syntax", lang.Program{Name: "main.ts", Code: "type A = 1\nlet x: = 2"}, "SyntaxError", "main.ts", 2, 8},
		{"syntax of a second file", lang.Program{
			Name: "main.ts", Code: "import './lib'", Files: map[string]string{"lib.ts": "type A = 1\nlet x: = 2"},
		}, "SyntaxError", "lib.ts", 2, 8},
	}
	r := New(Options{})
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := run(r, c.p)
			if got.Reason != lang.UncaughtError || got.ExitCode != 1 || got.Err == nil {
				t.Fatalf("the run ended %+v, want an uncaught error", got)
			}
			if e := got.Err; !strings.Contains(e.Message, c.message) || e.File != c.file || e.Line != c.line || e.Column != c.column {
				t.Errorf("the error is %+v, want %q at %s:%d:%d", *e, c.message, c.file, c.line, c.column)
			}
		})
	}
}

func TestCompilerSharedWithJavaScript(t *testing.T) {
	c := lower.NewCompiler(lower.Options{})
	ts, js := New(Options{Compiler: c}), javascript.New(javascript.Options{Compiler: c})
	const typed = "const x: number = 1"
	if got := run(ts, lang.Program{Name: "main", Code: typed}); got.ExitCode != 0 {
		t.Errorf("TypeScript ended %+v", got)
	}
	if got := run(js, lang.Program{Name: "main", Code: typed}); got.ExitCode != 1 {
		t.Errorf("types in JavaScript ended %+v", got)
	}
	if _, misses, _, _ := c.Stats(); misses != 2 {
		t.Errorf("the shared compiler compiled %d programs, want 2", misses)
	}
}

// The same program in both languages, each from the cache.
func BenchmarkCached(b *testing.B) {
	const body = `class Stack { constructor(%p) { %a } sum() { let t = 0; for (const x of this.items) t += x; return t } }
function work(n%n) { const s = new Stack(Array.from({ length: n }, (_, i) => i)); return s.sum() }
console.log(work(200))`
	ts := strings.NewReplacer("%p", "private items: number[]", "%a", "", "%n", ": number").Replace(body)
	js := strings.NewReplacer("%p", "items", "%a", "this.items = items", "%n", "").Replace(body)
	c := lower.NewCompiler(lower.Options{})
	bench := func(r lang.Runtime, p lang.Program) func(*testing.B) {
		return func(b *testing.B) {
			for b.Loop() {
				if got := run(r, p); got.stdout != "19900\n" {
					b.Fatalf("the run ended %+v", got)
				}
			}
		}
	}
	b.Run("js", bench(javascript.New(javascript.Options{Compiler: c}), lang.Program{Name: "main.js", Code: js}))
	b.Run("ts", bench(New(Options{Compiler: c}), lang.Program{Name: "main.ts", Code: ts}))
}
