package lower

import "testing"

// Each program logs what a conforming engine would.
var features = []struct{ name, file, code, want string }{
	{"arguments in an arrow", "a.js", `function f(){ return (() => arguments[0])() } log(f(7))`, "7\n"},
	{"arguments in an arrow beside a parameter", "a.js", `function f(a){ return (() => arguments[0] + a)() } log(f(7))`, "14\n"},
	{"arguments in an arrow in a default", "a.js", `function f(a = () => arguments[1]){ return a() } log(f(undefined, 4))`, "4\n"},
	{"arguments in nested arrows", "a.js", `log((function(){ return (() => () => arguments[0])()() })(9))`, "9\n"},
	{"arguments in an async arrow", "a.js", `(function(){ (async () => { await 0; log(arguments[0], this.k) })() }).call({k: 3}, 8)`, "8 3\n"},
	{"arguments in an arrow of a method with super", "a.js", `class A { m(){ return 5 } }
class B extends A { x = () => this.y; y = 2; m(){ return [1].map(() => super.m() + arguments[0])[0] } constructor(){ const init = () => super(); init() } }
log(new B().m(1), new B().x())`, "6 2\n"},
	{"arguments in an arrow of TypeScript", "a.ts", `function f(a: number): number { const g = (): number => arguments[0] + a; return g() } log(f(2))`, "4\n"},
	{"arguments at the top level in an arrow", "a.js", `log((() => arguments.length)())`, "5\n"},

	{"arguments in an arrow in a pattern", "a.js", `function f(z, { a = () => arguments[1].k } = {}){ return a() } log(f(0, { k: 4 }), f.length)`, "4 1\n"},
	{"arguments in an arrow in a strict function", "a.js", `function f(a){ "use strict"; a = 2; return [this === undefined, (() => arguments[0])()] } log(f(1).join())`, "true,1\n"},
	{"arguments in arrows beside own use", "a.js", `function f(){ const g = () => arguments[0]; return g() + arguments[0] + g.name } log(f(1))`, "2g\n"},
	{"arguments in an arrow of a getter and a generator", "a.js", `const o = { get x(){ return (() => arguments.length)() }, *g(){ yield* [0].map(() => arguments[0]) } }; log(o.x, o.g(3).next().value)`, "0 3\n"},

	{"property escape", "a.js", `log(/^\p{Lu}\p{L}+$/u.test("Ärger"), /\p{L}/u.test("1"), "a1б-".replace(/[^\p{L}\-]/gu, "_"))`, "true false a_б-\n"},
	{"property escape negated", "a.js", `log(/^\P{L}$/u.test("1"), /[\P{Nd}x]/u.test("1"), /\P{L}/u.test("é"))`, "true false false\n"},
	{"property escape of a script", "a.ts", `log(/^\p{Script=Greek}+$/u.test("αβγ"), /^\p{sc=Greek}+$/u.test("abc"), /(?<=\p{Lu})\p{Lowercase}/u.test("Ab"))`, "true false true\n"},
	{"no property escape without u", "a.js", `log(/\p{2}/.test("pp"))`, "true\n"},

	{"async generator", "a.js", `async function* g(){ const r = yield 1; yield r + 1 }
(async () => { const i = g(); log((await i.next()).value, (await i.next(4)).value, (await i.next()).done) })()`, "1 5 true\n"},
	{"async generator delegating", "a.js", `async function* a(){ yield 1; yield 2 } async function* b(){ yield* a(); yield 3 }
(async () => { for await (const x of b()) log(x) })()`, "1\n2\n3\n"},
	{"async generator method", "a.ts", `class A { async *[Symbol.asyncIterator](): AsyncGenerator<number> { yield 1; yield 2 } }
(async () => { let n = 0; for await (const x of new A()) n += x; log(n) })()`, "3\n"},
	{"for await over promises", "a.js", `(async () => { for await (const x of [Promise.resolve(1), 2]) log(x) })()`, "1\n2\n"},
	{"for await closes", "a.js", `async function* g(){ try { yield 1; yield 2 } finally { log("closed") } }
(async () => { for await (const x of g()) { log(x); break } log("after") })()`, "1\nclosed\nafter\n"},
	{"using", "a.ts", `class R { constructor(readonly n: string) {} [Symbol.dispose]() { log("close " + this.n) } }
{ using a = new R("a"); using b = new R("b"); log("in") } log("out")`, "in\nclose b\nclose a\nout\n"},
	{"await using", "a.ts", `const r = (n: string) => ({ async [Symbol.asyncDispose]() { await 0; log("close " + n) } });
(async () => { { await using a = r("a"); log("in") } log("out") })()`, "in\nclose a\nout\n"},

	{"types", "a.ts", `interface P<T> { v: T } type Q = P<number> | undefined; abstract class S<T> { abstract get(): T }
class N extends S<number> implements P<number> { v = 1; declare w: string; override get(): number { return this.v! as number } }
const q: Q = <P<number>>new N(); function is(x: unknown): x is string { return typeof x === "string" }
function over(a: string): string; function over(a: number): number; function over(a: any) { return a }
log(q?.v, is("a"), over(3), (new N() satisfies N).get(), "w" in new N())`, "1 true 3 1 false\n"},
	{"enums", "a.ts", `enum E { A, B = 5, C, D = "d" as any } const enum K { X = 1 << 2, Y = X | 1 } declare enum Z { Q }
log(E.A, E.C, E[5], E.D, K.X, K.Y)`, "0 6 B d 4 5\n"},
	{"namespaces", "a.ts", `namespace A.B { export const x = 1; export function f() { return x + 1 } } namespace A { export let y = B.f() } import AB = A.B; log(A.B.x, A.y, AB.f())`, "1 2 2\n"},
	{"parameter properties", "a.ts", `class A { constructor(private a: number, public readonly b = 2) {} sum() { return this.a + this.b } } log(new A(1).sum())`, "3\n"},
	{"standard decorators", "a.ts", `function twice(m: any, c: ClassMethodDecoratorContext) { log(c.kind, String(c.name)); return function (this: any, ...a: any[]) { return m.apply(this, a) * 2 } }
function field(_: any, c: any) { return (v: number) => v + 1 } function cls(C: any, c: any) { log("class", c.name); return C }
@cls class A { @field x = 1; @twice m() { return this.x } } log(new A().m())`, "method m\nclass A\n4\n"},
	{"decorators of JavaScript", "a.js", `const d = (m, c) => function () { return c.name + m.call(this) }; class A { @d m() { return 1 } @d static s() { return 2 } } log(new A().m(), A.s())`, "m1 s2\n"},
	{"accessors", "a.ts", `class A { accessor x = 1; static accessor y = 2 } const a = new A(); a.x += 2; log(a.x, A.y)`, "3 2\n"},
	{"private members", "a.ts", `class A { #v = 1; static #n = 0; get #g() { return this.#v } set #g(v) { this.#v = v } #m() { return this.#g } static { A.#n = 3 }
m() { this.#g += 2; this.#g ??= 9; return this.#m() + A.#n } has(o: object) { return #v in o } } log(new A().m(), new A().has({}))`, "6 false\n"},
	{"optional and logical", "a.ts", `let o: any = null; let z: any = { f() { return this.k }, k: 2 }; o ??= { a: { b: 1 } }; z.k &&= 4; z.q ||= 5; log(o?.a?.b, o?.x?.y.z, z.f?.(), z.q, 2 ** 3)`, "1 undefined 4 5 8\n"},

	{"import meta", "a.mjs", `log(import.meta.url, import.meta.filename, import.meta.dirname, import.meta.main)`, "file:///a.mjs /a.mjs / true\n"},
	{"modules are strict", "a.mjs", `log((function () { return this === undefined })())`, "true\n"},
	{"modules by syntax are strict", "a.ts", `export const x = (function (this: any) { return this === undefined })(); log(x)`, "true\n"},
	{"scripts are sloppy", "a.ts", `log((function (this: any) { return this === undefined })())`, "false\n"},
	{"scripts of JavaScript are sloppy", "a.js", `log((function () { return this === undefined })(), this === exports)`, "false true\n"},
	{"a script lowered stays sloppy", "a.js", `async function* g() {} log((function () { return this === undefined })())`, "false\n"},

	{"hashbang", "a.js", "#!/usr/bin/env node\nlog(1)", "1\n"},
	{"hashbang of TypeScript", "a.ts", "#!/usr/bin/env node\r\nconst x: number = 1;\r\nlog(x)", "1\n"},
	{"byte order mark", "a.js", "\ufefflog(1)", "1\n"},
	{"byte order mark and hashbang", "a.ts", "\ufeff#!x\nlog(1 as number)", "1\n"},
	{"return at the top level", "a.js", "log(1); return; log(2)", "1\n"},
	{"a comment at the end", "a.js", "log(1) // end", "1\n"},
	{"empty", "a.ts", "", ""},
	{"only types", "a.ts", "export type A = 1", ""},
	{"text like an export clause", "a.ts", "await 0; log(`\nexport {\n  a\n};\n`.length)", "17\n"},

	{"top-level await", "a.ts", `const x: number = await Promise.resolve(3); log(x); for await (const y of [1, 2]) log(y)`, "3\n1\n2\n"},
	{"top-level await of JavaScript", "a.js", `log(await 1); const f = () => 2; function g() { return f() } log(g())`, "1\n2\n"},
	{"top-level await using", "a.ts", `await using r = { async [Symbol.asyncDispose]() { log("closed") } }; log("in")`, "in\nclosed\n"},
	{"top-level await keeps names", "a.ts", `await 0; class Foo { static self = () => Foo } function bar() {} log(Foo.name, bar.name, Foo.self().name)`, "Foo bar Foo\n"},
	{"top-level await and decorators", "a.ts", `await 0; function d(v: any, c: any) { log(c.name) } @d class A { @d m() {} } enum E { X = 2 } log(E.X, new A() instanceof A)`, "m\nA\n2 true\n"},
	{"top-level await and arguments in an arrow", "a.ts", `await 0; log((function (..._: any[]) { return (() => arguments[0])() })(6))`, "6\n"},
	{"top-level await is strict", "a.js", `await 0; log((function () { return this === undefined })())`, "true\n"},
	{"top-level await that does not come", "a.ts", `if (Math.random() > 2) await 0; export const x = 1; Promise.resolve().then(() => log("then" in exports, exports.x))`, "false 1\n"},
}

func TestFeatures(t *testing.T) {
	for _, f := range features {
		t.Run(f.name, func(t *testing.T) {
			if got := runSource(t, f.file, f.code); got != f.want {
				t.Errorf("the program logged %q, want %q", got, f.want)
			}
		})
	}
}

func TestModules(t *testing.T) {
	cases := []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"import and export", map[string]string{
			"main.ts": `import d, { a, b as c, type T } from "./lib"; import * as ns from "./lib"; import type { U } from "./types"; export { a }; log(d(), a, c, ns.a, Object.keys(ns).sort().join())`,
			"lib.ts":  `export const a = 1; const b = 2; export { b }; export default function () { return "d" } export type T = 1`,
		}, "d 1 2 1 a,b,default\n"},
		{"live bindings", map[string]string{
			"main.ts": `import { n, inc } from "./lib"; inc(); log(n)`,
			"lib.ts":  `export let n = 0; export const inc = () => { n++ }`,
		}, "1\n"},
		{"export all", map[string]string{
			"main.ts": `import * as all from "./all"; log(Object.keys(all).sort().join(), all.x, all.ns.x)`,
			"all.ts":  `export * from "./x"; export * as ns from "./x"`, "x.js": `export const x = 4`,
		}, "ns,x 4 4\n"},
		{"CommonJS from TypeScript", map[string]string{
			"main.ts": `import lib from "./lib"; import { k } from "./lib"; import old = require("./lib"); log(lib.k, k, old.k)`,
			"lib.js":  `module.exports = { k: 3 }`,
		}, "3 3 3\n"},
		{"dynamic import", map[string]string{
			"main.js": `import("./lib").then((m) => log(m.default, m.x)); const n = "./lib"; import(n).then((m) => log(m.x))`,
			"lib.ts":  `export default 1; export const x: number = 2`,
		}, "1 2\n2\n"},
		{"cycle", map[string]string{
			"main.ts": `import { b } from "./b"; export function a() { return "a" } log(b())`,
			"b.ts":    `import { a } from "./main"; export function b() { return "b" + a() }`,
		}, "ba\n"},
		{"top-level await with imports and exports", map[string]string{
			"main.ts": `import d, { x, y as z } from "./lib"; import * as ns from "./lib"; import "./side"; export const v = await Promise.resolve(x + z); export default v; const w = 1; export { w as "a name", z }; log(v, d, ns.x)`,
			"lib.ts":  `export default "d"; export const x = 1, y = 2`, "side.ts": `log("side")`,
		}, "side\n3 d 1\n"},
		{"dynamic import of a module that awaits", map[string]string{
			"main.ts": `const m = await import("./lib"); log(m.a, m.default, m.b, Object.keys(m).sort().join()); log((await import("./lib")).a)`,
			"lib.ts":  `export const a = await Promise.resolve().then(() => 1); export default 2; export * from "./more"; export const { b, ...c } = { b: 3 }`, "more.ts": `export const more = 1`,
		}, "1 2 3 a,b,c,default,more\n1\n"},
		{"use of a module that still awaits", map[string]string{
			"main.ts": `import { a, f } from "./lib"; try { log(a) } catch (e) { log(e) } Promise.resolve().then(() => 0).then(() => 0).then(() => 0).then(() => log(a, f()))`,
			"lib.ts":  `await 0; export const a = 1; export function f() { return 2 }`,
		}, "ReferenceError: Cannot access 'a' before /lib.ts has finished its top-level await; load it with await import()\n1 2\n"},
		{"top-level await beside require and module", map[string]string{
			"main.js": `const { k } = require("./lib"); log(await k, typeof module, require.main === module, __filename); exports.z = 1; log(exports.z)`,
			"lib.js":  `exports.k = Promise.resolve(3)`,
		}, "3 object true /main.js\n1\n"},
		{"failure of a module that awaits", map[string]string{
			"main.ts": `try { await import("./lib") } catch (e) { log(e) }`,
			"lib.ts":  `await 0; throw new RangeError("no"); export {}`,
		}, "RangeError: no\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			main := "main.ts"
			if _, ok := c.files[main]; !ok {
				main = "main.js"
			}
			if got := runFiles(t, main, c.files); got != c.want {
				t.Errorf("the program logged %q, want %q", got, c.want)
			}
		})
	}
}
