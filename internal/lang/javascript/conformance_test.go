package javascript_test

import (
	"testing"

	"github.com/elide-dev/elided/internal/executor/hostfs/hostfstest"
	"github.com/elide-dev/elided/internal/lang/javascript"
	"github.com/elide-dev/elided/internal/lang/langtest"
)

func TestConformance(t *testing.T) {
	langtest.Run(t, langtest.Language{
		Name:    "javascript",
		Runtime: javascript.New(javascript.Options{}),
		Files:   hostfstest.Files,
		Programs: langtest.Programs{
			Comment:   "// nothing",
			Statement: "const v%[1]d = %[1]d;",
			Hello:     `console.log('Hello');`,
			Unicode:   `console.log('` + langtest.Text + `');`,
			Args:      `for (const a of process.argv.slice(2)) console.log(a);`,
			Env:       `for (const k of Object.keys(process.env).sort()) console.log(k + '=' + process.env[k]);`,
			Stdin: `
let text = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (part) => { text += part; });
process.stdin.on('end', () => console.log(text));
`,
			Apart: `
console.log('out 1');
console.error('err 1');
process.stdout.write('out 2\n');
process.stderr.write('err 2\n');
`,
			ManyLines: `for (let i = 0; i < 10000; i++) console.log('line', i);`,
			ExitCode: `
console.log('before');
setTimeout(() => console.log('after'), 0);
Promise.resolve().then(() => console.log('after'));
process.nextTick(() => console.log('after'));
try { process.exit(7); } catch (e) { console.log('after'); } finally { console.log('after'); }
console.log('after');
`,
			Uncaught: langtest.Failure{
				Sources: langtest.Sources{Code: `
function fail(x) {
  throw new Error('broken ' + x);
}
console.log('before');
fail(1);
`},
				Line: 3, Column: 9, Message: "Error: broken 1",
			},
			SyntaxError: langtest.Failure{
				Sources: langtest.Sources{Code: "console.log('before');\nlet x = ;\n"},
				Line:    2, Column: 9, Message: "SyntaxError",
			},
			LoadFile: langtest.Sources{
				Code: `
const { greet } = require('./lib/greet');
console.log(greet(), require('./lib/greet.js').greet === greet && 'file');
`,
				Files: map[string]string{
					"lib/greet.js": "const name = require('./name');\nexports.greet = () => name + require('../top').a;\n",
					"lib/name.js":  "module.exports = 'from';\n",
					"top.js":       "exports.a = ' a';\n",
				},
			},
			LoadError: langtest.Failure{
				Sources: langtest.Sources{
					Code:  "require('./lib/bad').bad();\n",
					Files: map[string]string{"lib/bad.js": "exports.bad = function bad() {\n  throw new TypeError('broken');\n};\n"},
				},
				File: "lib/bad.js", Line: 2, Column: 9, Message: "TypeError: broken",
			},
			LoadSyntaxError: langtest.Failure{
				Sources: langtest.Sources{
					Code:  "require('./bad');\n",
					Files: map[string]string{"bad.js": "let x = 1;\nlet y = ;\n"},
				},
				File: "bad.js", Line: 2, Column: 9, Message: "SyntaxError",
			},
			MissingFile: langtest.Failure{
				Sources: langtest.Sources{Code: "require('./absent');\n"},
				Line:    1, Message: "./absent",
			},
			BusyLoop: `
process.on('exit', () => console.log('after'));
console.log('ready');
for (;;) {
  try { while (true) {} } catch (e) { console.log('after'); } finally { console.log('after'); }
}
`,
			Sleep: `
process.on('exit', () => console.log('after'));
console.log('ready');
setTimeout(() => console.log('awake'), 3600 * 1000);
`,
			Flood: `
let i = 0;
for (;;) { try { console.log('line', i++); } catch (e) {} }
`,
			Files: `
const fs = require('node:fs');
fs.writeFileSync('/data/out', fs.readFileSync('/data/in'));
for (const name of fs.readdirSync('/data')) console.log(name);
console.log('over');
fs.readFileSync('/data/absent');
`,
			DeepRecursion: langtest.Sources{Code: "function f(n) { return f(n + 1) + 1; }\nf(0);\n"},
			Pollute: `
Object.prototype.polluted = 1;
Array.prototype.push = null;
JSON.stringify = () => 'polluted';
require('util').inspect = null;
require('path').join = null;
process.argv[process.argv.length] = 'more';
process.env.NEW = 'new';
process.exitCode = 0;
globalThis.leaked = 1;
delete globalThis.Map;
Object.freeze(Object.getPrototypeOf([]));
console.log = null;
`,
			Pristine: `
const check = (ok, what) => { if (!ok) { console.error(what, 'changed'); process.exit(1); } };
check({}.polluted === undefined, 'Object.prototype');
check([].push(1) === 1, 'Array.prototype');
check(!Object.isFrozen(Array.prototype), 'Array.prototype');
check(JSON.stringify([1]) === '[1]', 'JSON');
check(require('util').inspect(1) === '1', 'util');
check(require('path').join('a', 'b') === 'a/b', 'path');
check(process.argv.length === 2, 'argv');
check(Object.keys(process.env).length === 0, 'env');
check(typeof leaked === 'undefined', 'globalThis');
check(typeof Map === 'function', 'Map');
console.log('pristine');
`,
			InvalidError: `throw new Error('first \uD800\nsecond \uDFFF');`,
			Timers: `
for (let i = 0; i < 100; i++) setTimeout(() => {}, 1);
console.log('over');
`,
			Evaluated: langtest.Evaluated{
				Code:    "let n = 1; setInterval(() => n++, 3600000); console.log('ready');",
				Value:   "n + 1",
				Fails:   "n.no.way",
				Never:   "new Promise(() => {})",
				Forever: "for (;;) {}",
			},
			Handler: `
process.on('SIGTERM', () => { console.log('SIGTERM'); process.exit(5); });
setInterval(() => {}, 1000);
console.log('ready');
`,
		},
	})
}
