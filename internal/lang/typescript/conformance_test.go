package typescript_test

import (
	"testing"

	"github.com/elide-dev/elided/internal/executor/hostfs/hostfstest"
	"github.com/elide-dev/elided/internal/lang/langtest"
	"github.com/elide-dev/elided/internal/lang/typescript"
)

func TestConformance(t *testing.T) {
	langtest.Run(t, langtest.Language{
		Name:    "typescript",
		Runtime: typescript.New(typescript.Options{}),
		Files:   hostfstest.Files,
		Programs: langtest.Programs{
			Comment:   "// nothing",
			Statement: "const v%[1]d: number = %[1]d;",
			Hello:     `const text: string = 'Hello'; console.log(text);`,
			Unicode:   `const text: string = '` + langtest.Text + `'; console.log(text);`,
			Args:      `for (const a of process.argv.slice(2) as string[]) console.log(a);`,
			Env:       `for (const k of Object.keys(process.env).sort()) console.log(k + '=' + process.env[k]!);`,
			Stdin: `
let text: string = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (part: string): void => { text += part; });
process.stdin.on('end', (): void => console.log(text));
`,
			Apart: `
enum Line { One = 1, Two }
console.log('out', Line.One);
console.error('err', Line.One);
process.stdout.write(` + "`out ${Line.Two}\\n`" + `);
process.stderr.write(` + "`err ${Line.Two}\\n`" + `);
`,
			ManyLines: `for (let i: number = 0; i < 10000; i++) console.log('line', i);`,
			ExitCode: `
console.log('before');
setTimeout((): void => console.log('after'), 0);
try { process.exit(7 as number); } catch (e: unknown) { console.log('after'); } finally { console.log('after'); }
console.log('after');
`,
			// The types are there so that lines and columns differ from those of the
			// JavaScript that is run.
			Uncaught: langtest.Failure{
				Sources: langtest.Sources{Code: `
interface Named {
  name: string;
}
function fail(x: Named, n: number): never {
  const y: Named = x; throw new Error('broken ' + y.name + n);
}
console.log('before');
fail({ name: 'x' }, 1);
`},
				Line: 6, Column: 29, Message: "Error: broken x1",
			},
			SyntaxError: langtest.Failure{
				Sources: langtest.Sources{Code: "console.log('before');\nlet x: number = ;\n"},
				Line:    2, Column: 17, Message: "SyntaxError",
			},
			LoadFile: langtest.Sources{
				Code: `
import { greet } from './lib/greet';
const text: string = greet();
console.log(text);
`,
				Files: map[string]string{
					"lib/greet.ts": "import name, { a as article } from './name';\nexport function greet(): string { return name + ' ' + article + ' file'; }\n",
					"lib/name.ts":  "export const a: string = 'a';\nexport default 'from' as string;\n",
				},
			},
			LoadError: langtest.Failure{
				Sources: langtest.Sources{
					Code:  "import { bad } from './lib/bad';\nbad(1);\n",
					Files: map[string]string{"lib/bad.ts": "type N = number;\nexport function bad(n: N): void {\n  const m: N = n; throw new TypeError('broken');\n}\n"},
				},
				File: "lib/bad.ts", Line: 3, Column: 25, Message: "TypeError: broken",
			},
			LoadSyntaxError: langtest.Failure{
				Sources: langtest.Sources{
					Code:  "import './bad';\n",
					Files: map[string]string{"bad.ts": "let x: number = 1;\nlet y: number = ;\n"},
				},
				File: "bad.ts", Line: 2, Column: 17, Message: "SyntaxError",
			},
			MissingFile: langtest.Failure{
				Sources: langtest.Sources{Code: "import './absent';\n"},
				Line:    1, Message: "./absent",
			},
			BusyLoop: `
process.on('exit', (): void => console.log('after'));
console.log('ready');
for (;;) {
  try { while (true as boolean) {} } catch (e: unknown) { console.log('after'); } finally { console.log('after'); }
}
`,
			Sleep: `
console.log('ready');
await new Promise<void>((wake) => setTimeout(wake, 3600 * 1000));
console.log('awake');
`,
			Flood: `
let i: number = 0;
for (;;) { try { console.log('line', i++); } catch {} }
`,
			Files: `
import { copyFile, readdir, readFile } from 'node:fs/promises';
await copyFile('/data/in', '/data/out');
for (const name of await readdir('/data')) console.log(name);
console.log('over');
await readFile('/data/absent');
`,
			DeepRecursion: langtest.Sources{Code: "function f(n: number): number { return f(n + 1) + 1; }\nf(0);\n"},
			Pollute: `
(Object.prototype as any).polluted = 1;
(Array.prototype as any).push = null;
process.argv[process.argv.length] = 'more';
process.env.NEW = 'new';
(globalThis as any).leaked = 1;
delete (globalThis as any).Map;
(console as any).log = null;
`,
			Pristine: `
const check = (ok: boolean, what: string): void => { if (!ok) { console.error(what, 'changed'); process.exit(1); } };
check(({} as any).polluted === undefined, 'Object.prototype');
check([].push(1 as never) === 1, 'Array.prototype');
check(process.argv.length === 2, 'argv');
check(Object.keys(process.env).length === 0, 'env');
check((globalThis as any).leaked === undefined, 'globalThis');
check(typeof Map === 'function', 'Map');
console.log('pristine');
`,
			InvalidError: `throw new Error('first \uD800\nsecond \uDFFF' as string);`,
			Timers: `
for (let i: number = 0; i < 100; i++) setTimeout((): void => {}, 1);
console.log('over');
`,
			Evaluated: langtest.Evaluated{
				Code:    "let n: number = 1; setInterval(() => n++, 3600000); console.log('ready');",
				Value:   "n + 1",
				Fails:   "n.no.way",
				Never:   "new Promise(() => {})",
				Forever: "for (;;) {}",
			},
			Handler: `
process.on('SIGTERM', (): void => { console.log('SIGTERM'); process.exit(5); });
setInterval((): void => {}, 1000);
console.log('ready');
`,
		},
	})
}
