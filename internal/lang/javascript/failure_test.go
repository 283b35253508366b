package javascript

import (
	"fmt"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
)

// TestUncaught checks what a failed program leaves on standard error.
func TestUncaught(t *testing.T) {
	for _, test := range []struct{ name, code, stderr, message, place string }{
		{
			"first line", `throw new TypeError('bad')`,
			"main.js:1\nthrow new TypeError('bad')\n      ^\n\nTypeError: bad\n    at main.js:1:7\n",
			"TypeError: bad", "main.js:1:7",
		},
		{
			"function", "function f(x) {\n\tthrow new Error('a ' + x);\n}\nf(1);",
			"main.js:2\n\tthrow new Error('a ' + x);\n\t      ^\n\nError: a 1\n    at f (main.js:2:8)\n    at main.js:4:2\n",
			"Error: a 1", "main.js:2:8",
		},
		{
			"top-level return", "if (false) return; throw new Error('x');",
			"main.js:1\nif (false) return; throw new Error('x');\n                         ^\n\nError: x\n    at main.js:1:26\n",
			"Error: x", "main.js:1:26",
		},
		{"number", "  throw 1", "main.js:1\n  throw 1\n  ^\n\nUncaught 1\n    at main.js:1:3\n", "Uncaught 1", "main.js:1:3"},
		{"string", "throw 'a\\nb'", "main.js:1\nthrow 'a\\nb'\n^\n\nUncaught", `Uncaught 'a\nb'`, "main.js:1:1"},
		{"null", "throw null", "main.js:1\nthrow null\n^\n\nUncaught null\n    at main.js:1:1\n", "Uncaught null", "main.js:1:1"},
		{"undefined", "throw undefined", "main.js:1\nthrow undefined\n^\n\nUncaught undefined\n    at main.js:1:1\n", "Uncaught undefined", "main.js:1:1"},
		{
			"timer", "setTimeout(() => { null.x }, 1)",
			"main.js:1\nsetTimeout(() => { null.x }, 1)\n", "TypeError: Cannot read property 'x' of undefined", "main.js:1:25",
		},
		{
			"rejection", "Promise.reject(new Error('no'));",
			"main.js:1\nPromise.reject(new Error('no'));\n               ^\n\nError: no\n    at main.js:1:16\n", "Error: no", "main.js:1:16",
		},
		{
			"rejected number", "Promise.reject(5);",
			"[UnhandledPromiseRejection: This error originated either", "UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason \"5\".", ":0:0",
		},
		{"async function", "async function f() {\n  await null;\n  throw new Error('late');\n}\nf();", "main.js:3\n  throw new Error('late');\n        ^\n\nError: late\n    at f (main.js:3:9)\n", "Error: late", "main.js:3:9"},
		{"immediate", "setImmediate(() => { throw new Error('i') })", "main.js:1\n", "Error: i", "main.js:1:28"},
		{"tick", "process.nextTick(() => { throw new Error('t') })", "main.js:1\n", "Error: t", "main.js:1:32"},
		{"microtask", "queueMicrotask(() => { throw new Error('m') })", "main.js:1\n", "Error: m", "main.js:1:30"},
		{"exit handler", "process.on('exit', () => { throw new Error('e') })", "main.js:1\n", "Error: e", "main.js:1:34"},
		{"handler fails", "process.on('uncaughtException', () => { throw new Error('second') }); throw new Error('first')", "main.js:1\n", "Error: second", "main.js:1:47"},
		{"class", "class Mine extends Error { get name() { return 'Mine' } }\nthrow new Mine('m')", "main.js:2\n", "Mine: m", "main.js:2:7"},
		{"no message", "throw new Error()", "main.js:1\n", "Error", "main.js:1:7"},
		{"not defined", "\n\nmissing()", "main.js:3\nmissing()\n       ^\n\nReferenceError: missing is not defined\n    at main.js:3:8\n", "ReferenceError: missing is not defined", "main.js:3:8"},
		{"missing module", "require('./x')", "main.js:1\nrequire('./x')\n", "Error: Cannot find module './x' from main.js: the program came without further files", "main.js:1:8"},
		{"missing builtin", "require('node:left')", "main.js:1\n", "Error: No such built-in module: node:left", "main.js:1:8"},
		{"syntax", "console.log('no');\nlet x = ;\n", "main.js:2\nlet x = ;\n        ^\n\nSyntaxError: Unexpected token ;\n", "SyntaxError: Unexpected token ;", "main.js:2:9"},
		{"syntax at the end", "function f() {", "main.js:1\nfunction f() {\n", "SyntaxError: Unexpected end of input", "main.js:1:15"},
		{"duplicate", "let a;\nlet a;", "main.js:2\nlet a;\n", "SyntaxError: Identifier 'a' has already been declared", "main.js:2:5"},
		{"syntax beside a return", "return; let x = ;", "main.js:1\nreturn; let x = ;\n                ^\n\n", "SyntaxError: Unexpected token ;", "main.js:1:17"},
		{"out of the wrapper", "return; }); (function () {", "", "SyntaxError: Unexpected token }", ":0:0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := run(t, test.code)
			if r.Reason != lang.UncaughtError || r.ExitCode != 1 || r.Err == nil {
				t.Fatalf("ended with %+v, stderr %q", r.Outcome, r.stderr)
			}
			if r.Err.Message != test.message {
				t.Errorf("message is %q; want %q", r.Err.Message, test.message)
			}
			if place := fmt.Sprintf("%s:%d:%d", r.Err.File, r.Err.Line, r.Err.Column); place != test.place && test.place != ":0:0" {
				t.Errorf("place is %s; want %s", place, test.place)
			}
			if !strings.HasPrefix(r.stderr, test.stderr) {
				t.Errorf("stderr is:\n%s\nwant:\n%s", r.stderr, test.stderr)
			}
			if r.stderr != r.Err.Stack+"\n" {
				t.Errorf("stderr is %q, but the error's stack %q", r.stderr, r.Err.Stack)
			}
		})
	}
}

// TestHostileErrors throws what does all it can when it is looked at.
func TestHostileErrors(t *testing.T) {
	for _, code := range []string{
		`throw { get message() { throw 1 }, get stack() { throw 2 }, toString() { throw 3 } }`,
		`throw { [Symbol.toPrimitive]() { throw 1 }, toJSON() { throw 1 } }`,
		`throw new Proxy({}, { get() { throw 1 }, ownKeys() { throw 1 }, getOwnPropertyDescriptor() { throw 1 }, getPrototypeOf() { throw 1 } })`,
		`throw new Proxy(new Error('x'), { get() { throw 1 } })`,
		`throw Object.create(null)`,
		`throw Symbol('s')`,
		`throw () => 1`,
		`throw 5n`,
		`const e = new Error('x'); Object.defineProperty(e, 'stack', { get() { throw 1 } }); throw e`,
		`const e = new Error('x'); Object.defineProperty(e, 'name', { get() { throw 1 } }); Object.defineProperty(e, 'message', { get() { throw 1 } }); throw e`,
		`const e = new Error('x'); e.stack = {}; e.message = { toString() { throw 1 } }; throw e`,
		`const e = new Error('x'); e.cause = e; throw e`,
		`throw new Error('x'.repeat(1 << 20))`,
		`Promise.reject(new Proxy({}, { get() { throw 1 } }))`,
		`Promise.reject({ toString() { throw 1 } })`,
		`Error = null; TypeError = null; Promise.reject(1)`,
		`delete globalThis.Error; require('./x')`,
		`Error.prototype.toString = () => { throw 1 }; throw new Error('x')`,
		`process.emit = null; Function.prototype.call = null; throw new Error('x')`,
	} {
		t.Run(code[:min(len(code), 40)], func(t *testing.T) {
			t.Parallel()
			r := run(t, code)
			if r.Reason != lang.UncaughtError || r.ExitCode != 1 || r.Err == nil || r.Err.Message == "" {
				t.Fatalf("ended with %+v %+v", r.Outcome, r.Err)
			}
			if len(r.stderr) > 64<<10 {
				t.Errorf("stderr has %d bytes", len(r.stderr))
			}
		})
	}
}

// TestHostileErrorLoops interrupts an error whose text never ends.
func TestHostileErrorLoops(t *testing.T) {
	for _, code := range []string{
		`class E extends Error { get name() { console.log('ready'); for (;;) {} } }; throw new E('x')`,
	} {
		r := startReady(t, code)
		r.Interrupt()
		if o := r.wait(t); o.Reason != lang.Interrupted && o.Reason != lang.UncaughtError {
			t.Errorf("ended with %+v", o.Outcome)
		}
	}
}

func TestStackOverflow(t *testing.T) {
	for _, code := range []string{
		`function f() { return f() + 1 } f()`,
		`function f() { return [1].map(f) } f()`,
		`const o = { get x() { return this.x } }; o.x`,
		`const o = { toString() { return '' + this } }; '' + o`,
		`const o = { toJSON() { return JSON.stringify(this) } }; JSON.stringify(o)`,
		`function f() { 'a'.replace(/a/, f) } f()`,
		`function f() { [2, 1].sort(f) } f()`,
		`function f() { Reflect.apply(f, null, []) } f()`,
		`class A { constructor() { new A() } } new A()`,
		`function f() { f.bind(null)() } f()`,
		`function f() { try { f() } catch { f() } finally { f() } } f()`,
		`setTimeout(function f() { f() }, 0)`,
		`Promise.resolve().then(function f() { f() })`,
		`async function f() { await f() } f()`,
		`function* g() { yield* g() } function f() { f(...[1].values()) } f()`,
		`new Proxy({}, { get(t, k, r) { return r[k] } }).x`,
	} {
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			in := newInstance(New(Options{}))
			in.vm.SetMaxCallStackSize(maxCallStack / 5) // unwinding takes its square
			r := start(in, program(code), 0).wait(t)
			if r.Reason != lang.StackOverflow || r.ExitCode != 1 || r.Err == nil {
				t.Fatalf("ended with %+v, stderr %q", r.Outcome, r.stderr)
			}
			if want := "RangeError: Maximum call stack size exceeded"; r.Err.Message != want || !strings.Contains(r.stderr, want) {
				t.Errorf("message is %q, stderr %q", r.Err.Message, r.stderr)
			}
		})
	}
}

func TestDeepRecursionWithinLimit(t *testing.T) {
	r := run(t, `function f(n) { return n ? 1 + f(n - 1) : 0 } console.log(f(4900));
		function g(n) { return n ? [n].map((x) => 1 + g(x - 1))[0] : 0 } console.log(g(1200));`)
	if r.stdout != "4900\n1200\n" {
		t.Errorf("printed %q, ended with %+v", r.stdout, r.Outcome)
	}
}

// TestEnginePanic has an engine panic that is no JavaScript error: the run is a result
// all the same.
func TestEnginePanic(t *testing.T) {
	in := newInstance(New(Options{}))
	var none []int
	if err := in.vm.Set("crash", func() { none[len(none)] = 1 }); err != nil {
		t.Fatal(err)
	}
	code := "process.on('exit', () => console.log('no')); try { [1].map(() => crash()) } catch { console.log('no') } finally { console.log('no') }"
	r := start(in, program(code), 0).wait(t)
	if r.Reason != lang.Crashed || r.Err == nil || r.stdout != "" || r.stderr != r.Err.Stack+"\n" {
		t.Errorf("ended with %+v %+v, printed %q, %q", r.Outcome, r.Err, r.stdout, r.stderr)
	}
}
