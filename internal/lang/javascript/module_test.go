package javascript

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
)

func TestRequire(t *testing.T) {
	files := map[string]string{
		"a.js":              "exports.name = 'a'; exports.b = require('./b'); exports.done = true;",
		"b.js":              "const a = require('./a'); exports.partial = a.name + a.done; exports.file = __filename; exports.dir = __dirname;",
		"lib/index.js":      "module.exports = { name: 'index', up: require('../data'), json: require('../data.json').list };",
		"data.json":         `{"list": [1, 2], "__proto__": 3}`,
		"bad.json":          `{`,
		"once.js":           "globalThis.times = (globalThis.times ?? 0) + 1; exports.times = times;",
		"throws.js":         "globalThis.tries = (globalThis.tries ?? 0) + 1; throw new Error('try ' + tries);",
		"function.js":       "module.exports = function () { return this === undefined || this === globalThis; }",
		"return.js":         "exports.x = 1; return; exports.x = 2;",
		"main-is.js":        "exports.same = require.main === module; exports.main = require.main.filename; exports.id = module.id;",
		"shebang.js":        "#!/usr/bin/env node\nexports.ok = true;",
		"bom.js":            "\ufeffexports.ok = true;",
		"node_modules/p.js": "exports.p = 1;",
		"cjs.cjs":           "exports.c = 1;",
	}
	for _, test := range []struct{ code, want string }{
		{`const a = require('./a'); console.log(a.name, a.b.partial, a.done)`, "a aundefined true"},
		{`console.log(require('./a') === require('./a.js'), require('/src/a') === require('./lib/../a'))`, "true true"},
		{`const b = require('./b.js'); console.log(b.file, b.dir)`, "/src/b.js /src"},
		{`console.log(__filename, __dirname, module.filename, module.path)`, "/src/main.js /src /src/main.js /src"},
		{`const l = require('./lib'); console.log(l.name, l.up.list.length, l.json.join())`, "index 2 1,2"},
		{`require('./once'); require('./once.js'); console.log(require('./once').times)`, "1"},
		{`for (let i = 0; i < 2; i++) try { require('./throws') } catch (e) { console.log(e.message) }`, "try 1\ntry 2"},
		{`try { require('./bad.json') } catch (e) { console.log(e.name, e.message.startsWith('src/bad.json: ')) }`, "SyntaxError true"},
		{`console.log(require('./function')())`, "true"},
		{`console.log(require('./return').x)`, "1"},
		{`const m = require('./main-is'); console.log(m.same, m.main, m.id)`, "false /src/main.js /src/main-is.js"},
		{`console.log(require('./shebang').ok, require('./bom').ok, require('./cjs').c, require('p').p)`, "true true 1 1"},
		{`console.log(require.resolve('./lib'), require.resolve('node:buffer'), require.resolve('buffer'))`, "/src/lib/index.js node:buffer buffer"},
		{`try { require('./nope') } catch (e) { console.log(e.code, e.requireStack[0]) }`, "MODULE_NOT_FOUND /src/main.js"},
		{`try { require('left-pad') } catch (e) { console.log(e.code, e.message.includes('buffer')) }`, "MODULE_NOT_FOUND true"},
		{`for (const bad of [undefined, 5, {}]) try { require(bad) } catch (e) { console.log(e.code) }`, strings.Repeat("ERR_INVALID_ARG_TYPE\n", 3)},
		{`console.log(require('./main') === module.exports)`, "true"},
		{`console.log(require('fs').readFileSync('./data.json', 'utf8').length, require('node:fs').existsSync('/etc/passwd'))`, "32 false"},
		{`try { require('fs').readFileSync('/etc/passwd') } catch (e) { console.log(e.code) }`, "ERR_ACCESS_DENIED"},
		{`require('fs').writeSync(1, 'direct\n')`, "direct"},
	} {
		t.Run(test.code, func(t *testing.T) {
			t.Parallel()
			r := runProgram(t, &lang.Program{Name: "src/main.js", Code: test.code, Files: files, Dir: "/"})
			if got := strings.TrimSpace(r.stdout); got != strings.TrimSpace(test.want) {
				t.Errorf("printed %q; want %q; stderr %q", got, test.want, r.stderr)
			}
		})
	}
}

// TestRequireSyntaxError checks that the place of a file's error is the file's, caught
// or not.
func TestRequireSyntaxError(t *testing.T) {
	files := map[string]string{"bad.js": "let x;\nlet y = ;"}
	r := runProgram(t, &lang.Program{Name: "main.js", Code: "require('./bad')", Files: files, Dir: "/"})
	want := "bad.js:2\nlet y = ;\n        ^\n\nSyntaxError: Unexpected token ;\n"
	if r.stderr != want || r.Err == nil || r.Err.File != "bad.js" || r.Err.Line != 2 || r.Err.Column != 9 {
		t.Errorf("error is %+v, stderr %q", r.Err, r.stderr)
	}
	r = runProgram(t, &lang.Program{Name: "main.js", Code: "try { require('./bad') } catch (e) { console.log(e instanceof SyntaxError) }", Files: files, Dir: "/"})
	if r.stdout != "true\n" {
		t.Errorf("printed %q", r.stdout)
	}
}

func TestProgramInput(t *testing.T) {
	p := &lang.Program{
		Name: "main.js", Dir: "/work dir", Args: []string{"a", "b c"}, Env: map[string]string{"B": "2", "A": "1"},
		Code: `console.log(process.argv.join('|'), Object.keys(process.env).join(), process.cwd()); process.env.A = 5; process.argv.push('x')`,
	}
	if r := runProgram(t, p); r.stdout != "elided|/work dir/main.js|a|b c A,B /work dir\n" {
		t.Errorf("printed %q", r.stdout)
	}
	if p.Env["A"] != "1" || len(p.Args) != 2 {
		t.Errorf("the program changed %q, %q", p.Env, p.Args)
	}
}

func TestStdin(t *testing.T) {
	large := strings.Repeat("äb€😀", 40_000)
	for _, test := range []struct{ name, code, stdin, want string }{
		{"none", `process.stdin.on('end', () => console.log('end')).resume()`, "", "end\n"},
		{"unread", `process.stdin.on('end', () => console.log('never'))`, "x", ""},
		{"text", `let s = ''; process.stdin.setEncoding('utf8').on('data', (d) => s += d).on('end', () => console.log(s.length, s.slice(-2) === '😀', s.includes('\ufffd')))`, large, "200000 true false\n"},
		{"invalid", `process.stdin.setEncoding('utf8'); process.stdin.on('data', (d) => console.log(d.length))`, "\xff\xfea", "2\n"},
		{"pause", `const i = process.stdin; i.setEncoding('utf8'); i.on('data', (d) => { console.log(d.length); i.pause(); setTimeout(() => i.resume(), 5) })`, strings.Repeat("x", 100_000), "65536\n34464\n"},
		{"paused for ever", `process.stdin.on('data', () => process.stdin.pause())`, strings.Repeat("x", 100_000), ""},
		{"readable", `const i = process.stdin; i.setEncoding('utf8'); i.on('readable', () => { let c; while ((c = i.read()) !== null) console.log(c) }); i.on('end', () => console.log('end'))`, "abc", "abc\nend\n"},
		{"pipe", `process.stdin.pipe(process.stdout)`, "piped", "piped"},
		{"file", `console.log(require('fs').readFileSync(0, 'utf8'))`, "all", "all\n"},
		{"device", `console.log(require('fs').readFileSync('/dev/stdin', { encoding: 'utf8' }))`, "all", "all\n"},
		{"iterator", `(async () => { process.stdin.setEncoding('utf8'); const it = process.stdin[Symbol.for('Symbol.asyncIterator')](); for (let r; !(r = await it.next()).done;) console.log(r.value.length) })()`, strings.Repeat("x", 70_000), "65536\n4464\n"},
		{"bytes", `process.stdin.on('data', (d) => console.log(d.length, d[0]))`, "\x00\xff", "2 0\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p := program(test.code)
			p.Stdin = []byte(test.stdin)
			if r := runProgram(t, p); r.stdout != test.want || r.Reason != lang.Exited || r.ExitCode != 0 {
				t.Errorf("printed %q; want %q; ended with %+v, stderr %q", r.stdout, test.want, r.Outcome, r.stderr)
			}
		})
	}
}

// asyncCompiler makes an async function of every module, as a compiler does that lets
// modules await at their top level.
type asyncCompiler struct{}

func (asyncCompiler) Compile(name, code string) (*goja.Program, error) {
	return goja.Compile(name, "(async function (exports, require, module, __filename, __dirname) {"+code+"\n})", false)
}

func TestTopLevelAwait(t *testing.T) {
	for _, test := range []struct {
		code, stdout, stderr string
		exit                 int
	}{
		{"await null; console.log('a'); await new Promise((r) => setTimeout(r, 1)); console.log('b')", "a\nb\n", "", 0},
		{"await null; throw new Error('late')", "", "Error: late", 1},
		{"console.log('a'); await new Promise(() => {}); console.log('b')", "a\n", "unsettled top-level await at main.js", 13},
		{"process.on('exit', (c) => console.log(c)); await new Promise(() => {})", "13\n", "unsettled", 13},
		{"setTimeout(() => process.exit(4), 1); await new Promise(() => {})", "", "", 4},
	} {
		r := start(New(Options{Compiler: asyncCompiler{}}).Prepare(), program(test.code), 0).wait(t)
		if r.stdout != test.stdout || r.ExitCode != test.exit || !strings.Contains(r.stderr, test.stderr) {
			t.Errorf("%s: printed %q, %q, ended with %+v", test.code, r.stdout, r.stderr, r.Outcome)
		}
	}
}

// TestPositions checks lines and columns of sources that are wrapped in either way.
func TestPositions(t *testing.T) {
	for _, prefix := range []string{"", "\n", "if (0) return;", "/* \n\n */ ", "'use strict'; ", "#!x\n", "if (0) { return }\n\n  "} {
		code := prefix + "throw new Error('x')"
		lines := strings.Split(code, "\n")
		last := lines[len(lines)-1]
		want := fmt.Sprintf("main.js:%d:%d", len(lines), strings.Index(last, "new")+1)
		r := run(t, code)
		if r.Err == nil {
			t.Fatalf("%q ended with %+v", code, r.Outcome)
		}
		if got := fmt.Sprintf("%s:%d:%d", r.Err.File, r.Err.Line, r.Err.Column); got != want {
			t.Errorf("%q: place is %s; want %s", code, got, want)
		}
	}
}

// TestSourceMapComment has a source name a map that must not be read.
func TestSourceMapComment(t *testing.T) {
	r := run(t, "eval('1\\n//# sourceMappingURL=/etc/passwd'); new Function('return 1\\n//# sourceMappingURL=/etc/passwd'); console.log('ok')\n//# sourceMappingURL=/etc/passwd")
	if r.stdout != "ok\n" {
		t.Errorf("ended with %+v, stderr %q", r.Outcome, r.stderr)
	}
}
