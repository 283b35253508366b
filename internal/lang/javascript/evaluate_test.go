package javascript_test

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/javascript"
	"github.com/elide-dev/elided/internal/lang/lower"
	"github.com/elide-dev/elided/internal/lang/typescript"
)

// soon is how long anything may take that should happen at once.
const soon = 10 * time.Second

// An evaluated program runs until stop is evaluated.
type evaluated struct {
	lang.Evaluator
	out  *printed
	over chan lang.Outcome
}

// printed is what a program has printed; it may be read meanwhile.
type printed struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (p *printed) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.all.Write(b)
}

func (p *printed) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.all.String()
}

func evaluateIn(t *testing.T, r lang.Runtime, p *lang.Program) *evaluated {
	t.Helper()
	e := &evaluated{r.Prepare().(lang.Evaluator), &printed{}, make(chan lang.Outcome, 1)}
	go func() { e.over <- e.Run(p, &lang.Host{Stdout: e.out, Stderr: e.out}) }()
	t.Cleanup(e.Interrupt)
	return e
}

func (e *evaluated) eval(t *testing.T, expression string, timeout time.Duration) lang.Evaluation {
	t.Helper()
	c := make(chan lang.Evaluation, 2)
	if !e.Eval(expression, timeout, func(r lang.Evaluation) { c <- r }) {
		return lang.Evaluation{Refused: true}
	}
	select {
	case r := <-c:
		return r
	case <-time.After(soon):
		t.Fatalf("%s is not answered; printed %s", expression, e.out)
		panic("unreachable")
	}
}

func (e *evaluated) wait(t *testing.T) lang.Outcome {
	t.Helper()
	select {
	case o := <-e.over:
		return o
	case <-time.After(soon):
		t.Fatal("the program did not end")
		panic("unreachable")
	}
}

// runtimes are those that evaluate; each runs the programs below.
func runtimes() map[string]lang.Runtime {
	return map[string]lang.Runtime{
		"plain":      javascript.New(javascript.Options{}),
		"lowered":    javascript.New(javascript.Options{Compiler: lower.NewCompiler(lower.Options{})}),
		"typescript": typescript.New(typescript.Options{}),
	}
}

const stateProgram = `'use strict';
let state = { n: 1 }, later;
const fixed = 7;
var old = 'var';
const { a, b: [c = 5, ...rest], ...others } = { a: 1, b: [undefined, 3], d: 4 };
function bump() { return ++state.n; }
class Point { constructor(x) { this.x = x; } }
exports.name = 'main';
const alive = setInterval(() => {}, 3600000);
if (typeof hidden === 'undefined') { let block = 1; }
`

func TestEvaluate(t *testing.T) {
	for name, r := range runtimes() {
		e := evaluateIn(t, r, &lang.Program{Name: "main.js", Code: stateProgram, Dir: "/"})
		for _, test := range []struct{ expression, value, failure string }{
			{"JSON.stringify(state)", `{"n":1}`, ""},
			{"bump()", "2", ""},
			{"state.n = 10, bump()", "11", ""},
			{"later = 'set'", "set", ""},
			{"later", "set", ""},
			{"old + fixed", "var7", ""},
			{"[a, c, rest, others]", "[ 1, 5, [ 3 ], { d: 4 } ]", ""},
			{"new Point(3)", "Point { x: 3 }", ""},
			{"{ a: 1 }", "{ a: 1 }", ""},
			{"'text'", "text", ""},
			{"\"a\\nb\"", "a\nb", ""},
			{"undefined", "undefined", ""},
			{"", "undefined", ""},
			{"// nothing", "undefined", ""},
			{"1n << 70n", "1180591620717411303424n", ""},
			{"x => x", "[Function (anonymous)]", ""},
			{"let q = 20; q + 1;", "21", ""},
			{"typeof q", "undefined", ""},
			{"if (true) { 3 }", "undefined", ""},
			{"require('path').basename('/a/b')", "b", ""},
			{"module.exports === this && exports.name", "main", ""},
			{"__filename", "/main.js", ""},
			{"typeof arguments", "undefined", ""},
			{"typeof block", "undefined", ""},
			{"await Promise.resolve(5)", "5", ""},
			{"Promise.resolve({ a: 1 })", "{ a: 1 }", ""},
			{"await new Promise((r) => setTimeout(r, 1, 'late'))", "late", ""},
			{"const z = await 4; z + 1", "5", ""},
			{"(async () => { throw new TypeError('no') })()", "", "TypeError: no"},
			{"Promise.reject(3)", "", "Uncaught 3"},
			{"throw new RangeError('bad')", "", "RangeError: bad\n    at <eval>:"},
			{"throw 'x'", "", "Uncaught 'x'"},
			{"nothing.here", "", "ReferenceError: nothing is not defined"},
			{"fixed = 8", "", "TypeError: Assignment to constant variable"},
			{"1 +", "", "SyntaxError: "},
			{"a b", "", "SyntaxError: "},
			{"(function f() { return f() + 1 })()", "", "RangeError: Maximum call stack size exceeded"},
			{"bump()", "12", ""},
			{"'\\ud800'", "\ufffd", ""},
		} {
			got := e.eval(t, test.expression, soon)
			if got.Value != test.value || !strings.HasPrefix(got.Error, test.failure) || (test.failure == "") != (got.Error == "") || got.Refused {
				t.Errorf("%s: %s: got %+v", name, test.expression, got)
			}
		}
		if got := e.eval(t, "console.log('printed'); clearInterval(alive)", soon); got.Value != "undefined" {
			t.Errorf("%s: clearInterval gave %+v", name, got)
		}
		if o := e.wait(t); o.ExitCode != 0 || e.out.String() != "printed\n" {
			t.Errorf("%s: ended with %+v, printed %q", name, o, e.out)
		}
	}
}

// What the sources are lowered for works in expressions too.
func TestEvaluateLowered(t *testing.T) {
	r := typescript.New(typescript.Options{})
	e := evaluateIn(t, r, &lang.Program{Name: "main.ts", Dir: "/", Files: map[string]string{"lib.ts": "export const one: number = 1"}, Code: `
import { one } from './lib';
enum Color { Red = 3 }
interface Named { name: string }
export let named: Named = { name: 'ts' };
await null;
setInterval(() => one, 3600000);
`})
	for expression, want := range map[string]string{
		"(named as Named).name":              "ts",
		"Color.Red":                          "3",
		"let n: number = 1; n":               "1",
		"/\\p{L}/u.test('é')":                "true",
		"require('./lib').one":               "1",
		"(named satisfies any).name!.length": "2",
		"await (async () => { let s = ''; for await (const x of [1, 2]) s += x; return s })()": "12",
	} {
		if got := e.eval(t, expression, soon); got.Value != want {
			t.Errorf("%s: got %+v, want %s", expression, got, want)
		}
	}
}

func TestEvaluateBounds(t *testing.T) {
	e := evaluateIn(t, javascript.New(javascript.Options{}), &lang.Program{Name: "main.js", Code: stateProgram, Dir: "/"})
	for _, expression := range []string{"'x'.repeat(1 << 26)", "'é'.repeat(1 << 20)", "'😀'.repeat(1 << 16)", "Array(100).fill('x'.repeat(9000))"} {
		got := e.eval(t, expression, soon)
		if !got.Truncated || len(got.Value) > lang.MaxEvaluation || len(got.Value) < lang.MaxEvaluation-8 || strings.Contains(got.Value, "\ufffd") {
			t.Errorf("%s: %d bytes, truncated %v, error %q", expression, len(got.Value), got.Truncated, got.Error)
		}
	}
	if got := e.eval(t, "throw new Error('x'.repeat(1 << 20))", soon); len(got.Error) > lang.MaxEvaluation || got.Error == "" {
		t.Errorf("an error of %d bytes", len(got.Error))
	}
	if got := e.eval(t, "new Promise(() => {})", 20*time.Millisecond); !got.Refused {
		t.Errorf("a promise that doesn't settle gave %+v", got)
	}
	if got := e.eval(t, "while (Date.now() % 7 < 8) if (++state.n > 1e5) break; state.n > 1e5", soon); got.Error != "" {
		t.Errorf("a loop gave %+v", got)
	}
}

// An expression that begins too late never begins.
func TestEvaluateLate(t *testing.T) {
	e := evaluateIn(t, javascript.New(javascript.Options{}), &lang.Program{Name: "main.js", Dir: "/",
		Code: "const until = Date.now() + 100; let late = false; while (Date.now() < until); setInterval(() => {}, 1000)"})
	if got := e.eval(t, "late = true", time.Millisecond); !got.Refused {
		t.Errorf("got %+v", got)
	}
	if got := e.eval(t, "late", soon); got.Value != "false" {
		t.Errorf("it began: %+v", got)
	}
}

// A program's changes to the builtins change what it shows, and nothing else.
func TestEvaluateHostile(t *testing.T) {
	for name, r := range runtimes() {
		e := evaluateIn(t, r, &lang.Program{Name: "main.js", Dir: "/", Code: `
let state = 1;
const statics = [Promise, Object, Function, Array, String, Proxy, Reflect].map((C) => [C, Object.getOwnPropertyNames(C)]);
for (const [C, names] of statics) for (const k of names) { try { C[k] = () => { throw 'C' } } catch (e) {} }
for (const k of ['then', 'catch', 'finally', 'constructor']) Promise.prototype[k] = () => { throw 'then' };
for (const k of ['call', 'apply', 'bind']) Function.prototype[k] = () => { throw 'call' };
Object.prototype.get = Object.prototype.set = Object.prototype.has = () => { throw 'get' };
Object.prototype.evil = 1;
globalThis.eval = () => 'eval';
globalThis['<scope>'] = () => { throw 'scope' };
setInterval(() => {}, 1000);
`})
		for expression, want := range map[string]string{
			"++state": "2", "'s'": "s", "await 5": "5", "(async () => 6)()": "6", "typeof evil": "number",
		} {
			if got := e.eval(t, expression, soon); got.Value != want {
				t.Errorf("%s: %s: got %+v", name, expression, got)
			}
		}
		if got := e.eval(t, "process.exit(3)", soon); !got.Refused {
			t.Errorf("%s: exit gave %+v", name, got)
		}
		if o := e.wait(t); o.ExitCode != 3 {
			t.Errorf("%s: ended with %+v, printed %q", name, o, e.out)
		}
	}
}

// What hands out the names is nothing that a program could see.
func TestEvaluateHidden(t *testing.T) {
	for name, r := range runtimes() {
		e := evaluateIn(t, r, &lang.Program{Name: "main.js", Dir: "/", Code: `
console.log(arguments.length, Reflect.ownKeys(globalThis).filter((k) => String(k).includes('<')).length, '<scope>' in globalThis);
`})
		if e.wait(t); e.out.String() != "5 0 false\n" {
			t.Errorf("%s: printed %q", name, e.out)
		}
	}
}

// An evaluation keeps no program from ending, and is refused then.
func TestEvaluateEnded(t *testing.T) {
	e := evaluateIn(t, javascript.New(javascript.Options{}), &lang.Program{Name: "main.js", Dir: "/", Code: "setTimeout(() => {}, 50)"})
	if got := e.eval(t, "new Promise(() => {})", soon); !got.Refused {
		t.Errorf("got %+v", got)
	}
	e.wait(t)
	if e.Eval("1", soon, func(lang.Evaluation) { t.Error("called") }) {
		t.Error("not refused after the end")
	}
}
