package inspect

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/dop251/goja"
)

// run runs source, whose value is what the function show returns, with Format as show.
func run(t *testing.T, source string) (string, error) {
	t.Helper()
	vm := goja.New()
	vm.SetMaxCallStackSize(1000)
	show := func(call goja.FunctionCall) goja.Value { return vm.ToValue(Format(vm, call.Arguments)) }
	if err := vm.Set("show", show); err != nil {
		t.Fatal(err)
	}
	if err := vm.Set("inspect", New(vm).Function()); err != nil {
		t.Fatal(err)
	}
	v, err := vm.RunString(source)
	if err != nil {
		return "", err
	}
	return v.String(), nil
}

// TestHostile shows values made to harm the inspector. Each must come back soon, with text
// of a bounded size.
func TestHostile(t *testing.T) {
	for _, c := range []struct{ name, source, has string }{
		{"deep chain", `let o = {}; for (let i = 0; i < 1e5; i++) o = {o}; inspect(o, {depth: Infinity})`, "[Object]"},
		{"deep arrays", `let o = []; for (let i = 0; i < 1e5; i++) o = [o]; inspect(o, {depth: null})`, "[Array]"},
		{"deep maps", `let o = 1; for (let i = 0; i < 1e4; i++) o = new Map([[o, o]]); inspect(o, {depth: null})`, "..."},
		{"deep causes", `let e; for (let i = 0; i < 1e4; i++) e = new Error('x', {cause: e}); inspect(e, {depth: null})`, "[cause]"},
		{"deep promises", `let o = 1; for (let i = 0; i < 1e4; i++) { const q = o; o = Promise.resolve({q}) } inspect(o, {depth: null})`, "[Object]"},
		{"proxy of proxies", `let o = {}; for (let i = 0; i < 1e4; i++) o = new Proxy(o, {}); show(o) + inspect(o, {showProxy: true, depth: null})`, "Proxy [Array]"},
		{"exponential", `let o = {}; for (let i = 0; i < 60; i++) o = {a: o, b: o}; inspect(o, {depth: null})`, "..."},
		{"million keys", `const o = {}; for (let i = 0; i < 2e5; i++) o['k' + i] = i; show(o)`, "more keys"},
		{"million keys, often", `const o = {}; for (let i = 0; i < 2e5; i++) o['k' + i] = i; inspect(Array(10000).fill(o), {depth: 0, maxArrayLength: null})`, "..."},
		{"huge string", `show('x'.repeat(1 << 24), ['x'.repeat(1 << 24)])`, "more characters"},
		{"unlimited string", `inspect(['x'.repeat(1 << 24)], {maxStringLength: null})`, "more characters"},
		{"huge strings, often", `const s = 'x'.repeat(1 << 20); inspect(Array(1000).fill(s), {maxStringLength: null, maxArrayLength: null})`, "cut at 16 MiB"},
		{"sparse", `const a = []; a[4294967293] = 1; show(a)`, "<4294967293 empty items>, 1 ]"},
		{"long array", `show(new Array(2e5).fill(1))`, "199900 more items"},
		{"array of holes", `show(new Array(1e7))`, "<10000000 empty items>"},
		{"huge bytes", `show(new Uint8Array(1 << 26))`, "more items"},
		{"long set", `show(new Set(Array.from({length: 1e5}, (_, i) => i)))`, "99900 more items"},
		{"cyclic prototypes", `const t = {}; const p = new Proxy(t, {}); Object.setPrototypeOf(t, p); show(t)`, "{}"},
		{"long prototype chain", `let o = {}; for (let i = 0; i < 1e5; i++) o = Object.create(o); show(o)`, "{}"},
		{"traps", `const h = new Proxy({}, {get() { throw 1 }}); show(new Proxy({a: 1}, h), Object.create(new Proxy({}, h)))`, "{ a: 1 }"},
		{"revoked within", `const r = Proxy.revocable({}, {}); const o = Object.create(r.proxy); r.revoke(); show(o, [r.proxy])`, "[ <Revoked Proxy> ]"},
		{"revoked constructor", `const r = Proxy.revocable(function () {}, {}); r.revoke(); show({constructor: r.proxy})`, "constructor: <Revoked Proxy>"},
		{"throwing getters", `show({get a() { throw 1 }, get b() { for (;;); }})`, "a: [Getter], b: [Getter]"},
		{"getters of elements", `const a = [1]; Object.defineProperty(a, 0, {get() { throw 1 }, enumerable: true}); show(a)`, "[ [Getter] ]"},
		{"replaced builtins", `Object.getOwnPropertyDescriptor = Map.prototype.entries = Symbol.prototype.toString = Reflect.ownKeys = () => { throw 1 };
			Object.prototype.value = Object.prototype.get = 5; show(new Map([[{a: 1}, Symbol('s')]]), {get g() { return 1 }})`, "{ g: [Getter] }"},
		{"no Symbol", `Symbol = undefined; show({a: 1})`, "{ a: 1 }"},
		{"false constructor", `show({constructor: {name: 1}}, {constructor: 5}, {constructor: null, a: 1})`, "constructor: 5"},
		{"false stack", `const e = new Error('x'); e.stack = {}; show(e, Object.assign(new Error(), {stack: 'z'.repeat(1 << 22)})).length < 3e6`, "true"},
		{"message object", `const e = new Error('x'); e.message = {toString() { return 'm' }}; e.stack = undefined; show(e)`, "Error: m"},
		{"custom without end", `const f = () => ({[Symbol.for('nodejs.util.inspect.custom')]: f}); show(f())`, "[Inspection interrupted]"},
		{"custom replaced", `show({[Symbol.for('nodejs.util.inspect.custom')]: 5}, {[Symbol.for('nodejs.util.inspect.custom')]: class A {}.prototype})`, "custom)]: 5"},
		{"circular map", `const m = new Map(); m.set(m, m); show(m)`, "<ref *1> Map(1) { [Circular *1] => [Circular *1] }"},
		{"many arguments", `show(...Array(1e5).fill({x: 'y'.repeat(5000)}))`, "} ... ..."},
		{"many strings", `show(...Array(1e5).fill('y'.repeat(5000)))`, "more arguments"},
		{"foreign constructors", `let o = {}; for (let i = 0; i < 300; i++) { o = Object.create(o); o.constructor = function f() {} }
			inspect(Array.from({length: 2e4}, () => Object.create(o)), {maxArrayLength: null})`, "..."},
		{"large prototype", `const q = Object.create(null); for (let i = 0; i < 2e5; i++) q['k' + i] = 1;
			inspect(Array.from({length: 2e4}, () => Object.create(q)), {maxArrayLength: null})`, "..."},
		{"large keys", `const s = 'k'.repeat(1 << 20); const o = {}; for (let i = 0; i < 1000; i++) o[Symbol(s)] = 1; show(o)`, "cut at 16 MiB"},
		{"large sources", `const fs = []; const s = ' '.repeat(1 << 20); const f = eval('(function f() {' + s + '})'); show(Array(100).fill(f)); inspect(Array(1e4).fill(f), {maxArrayLength: null})`, "..."},
		{"large causes", `const c = new Error('c'); c.stack = 'Error: c' + '\n    at x'.repeat(1e5);
			inspect(Array.from({length: 2e3}, () => Object.assign(new Error('x', {cause: c}), {stack: 'Error: x\n    at y'})), {maxArrayLength: null, depth: 0})`, "..."},
		{"global", `show(globalThis)`, "show: [Function: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			got, err := run(t, c.source)
			if err != nil {
				t.Fatalf("threw %v", err)
			}
			if !strings.Contains(got, c.has) {
				t.Errorf("%.300q doesn't contain %q", got, c.has)
			}
			if len(got) > 2*maxFormatted {
				t.Errorf("%d bytes of text", len(got))
			}
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// TestThrown has what user code throws arrive as an exception where inspecting it was
// asked for.
func TestThrown(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"custom method", `show({[Symbol.for('nodejs.util.inspect.custom')]() { throw 'up' }})`, "up"},
		{"tag", `show({get [Symbol.toStringTag]() { throw 'up' }, a: 1}, Object.create({get [Symbol.toStringTag]() { throw 'up' }}))`, "up"},
		{"toString", `show('%s', {toString() { throw 'up' }})`, "up"},
		{"toJSON", `show('%j', {toJSON() { throw 'up' }})`, "up"},
		{"bigint as JSON", `show('%j', 1n)`, "TypeError: Do not know how to serialize a BigInt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := run(t, `let thrown = ''; try { `+c.source+` } catch (e) { thrown = String(e) } thrown`)
			if err != nil {
				t.Fatal(err)
			}
			if got != c.want {
				t.Errorf("threw %.200q, want %q", got, c.want)
			}
		})
	}
}

// TestCustomRecursion has a custom method that inspects itself without end meet the
// runtime's limit on calls.
func TestCustomRecursion(t *testing.T) {
	_, err := run(t, `const o = {[Symbol.for('nodejs.util.inspect.custom')](d, opts, inspect) { return inspect({o}, opts) }}; show(o)`)
	var overflow *goja.StackOverflowError
	if !errors.As(err, &overflow) {
		t.Errorf("ended with %v, want a stack overflow", err)
	}
}

// TestInterrupt has an interrupt end a custom method, and the program with it.
func TestInterrupt(t *testing.T) {
	vm := goja.New()
	in := New(vm)
	if err := vm.Set("inspect", in.Function()); err != nil {
		t.Fatal(err)
	}
	if err := vm.Set("interrupt", func() { vm.Interrupt("enough") }); err != nil {
		t.Fatal(err)
	}
	_, err := vm.RunString(`for (;;) try { inspect({[Symbol.for('nodejs.util.inspect.custom')]() { interrupt(); for (;;); }}) } catch {}`)
	var interrupted *goja.InterruptedError
	if !errors.As(err, &interrupted) {
		t.Errorf("ended with %v, want an interrupt", err)
	}
}

// TestNothingLeaks looks for objects of the runtime that reads values in what user code is
// given: code made with them would run out of reach of an interrupt.
func TestNothingLeaks(t *testing.T) {
	got, err := run(t, `
		const seen = [];
		const custom = Symbol.for('nodejs.util.inspect.custom');
		show({[custom](...args) { seen.push(...args, args[1].stylize); return 'x' }});
		show(new Map([[1, {[custom](...args) { seen.push(...args) }}]]));
		const thrown = f => { try { f() } catch (e) { seen.push(e) } };
		thrown(() => show('%j', 1n));
		thrown(() => show('%d', {valueOf() { return Symbol() }}));
		thrown(() => show('%i', {toString() { return {} }}));
		thrown(() => show('%s', {toString() { return {} }}));
		const a = {}; a.a = a;
		thrown(() => show('%j', {toJSON() { return a }, b: 1n}));
		seen.filter(v => Object(v) === v && !(v instanceof Object)).length + ' of ' + (seen.length > 8)`)
	if err != nil {
		t.Fatal(err)
	}
	if got != "0 of true" {
		t.Errorf("foreign objects: %s", got)
	}
}
