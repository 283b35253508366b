package inspect

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

func Example() {
	vm := goja.New()
	v, _ := vm.RunString(`({name: 'x', list: [1, 2], deep: {a: {b: {c: 1}}}})`)
	fmt.Println(Inspect(vm, v, Options{}))
	fmt.Println(Inspect(vm, v, Options{Depth: TopOnly}))
	fmt.Println(Format(vm, []goja.Value{vm.ToValue("%s has %d"), vm.ToValue("x"), vm.ToValue(2), v.ToObject(vm).Get("list")}))
	// Output:
	// { name: 'x', list: [ 1, 2 ], deep: { a: { b: [Object] } } }
	// { name: 'x', list: [Array], deep: [Object] }
	// x has 2 [ 1, 2 ]
}

// TestEngine has what Node prints the same way, but for values that differ from Node's.
func TestEngine(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{`const e = (function f() { return new Error('x') })(); log(e)`, "Error: x\n    at f (<eval>:1:34)\n    at <eval>:1:51"},
		{`let e; try { [1].map(() => { throw new TypeError('y') }) } catch (x) { e = x }; log({e})`,
			"{\n  e: TypeError: y\n      at <eval>:1:36\n      at map (<anonymous>)\n      at <eval>:1:21\n}"},
		{`const e = new Error('x'); e.stack += 'more'; e.a = 1; log(e)`, "Error: x\n    at <eval>:1:11\nmore {\n  a: 1\n}"},
		{`class Buffer extends Uint8Array {}; log(new Buffer([104, 105]), [new Buffer(0)], new Buffer(52))`,
			"<Buffer 68 69> [ <Buffer > ] <Buffer 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 " +
				"00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 ... 2 more bytes>"},
		{`class Buffer extends Uint8Array {}; const b = new Buffer([1]); b.x = {y: b}; log(b)`, "<Buffer 01, x: { y: [Circular *1] }>"},
		{`insp(function foo(a, b) {}, {showHidden: true})`,
			"<ref *1> [Function: foo] {\n  [length]: 2,\n  [name]: 'foo',\n  [prototype]: { [constructor]: [Circular *1] }\n}"},
		{`log('%o', [1, {a: 2}])`, "[ 1, { a: 2 }, [length]: 2 ]"},
		{`log('%o', new Proxy({a: 1}, {}))`, "Proxy [ { a: 1 }, {} ]"},
		{`log(new Map([[1, 2]]).entries(), new Set([1]).values())`, "Object [Map Iterator] {} Object [Set Iterator] {}"},
		{`const a = Array(20000).fill(1); a.length = 1 << 21; a.x = 1; insp(a, {maxArrayLength: 1})`, "[ 1, ... 2097151 more items ]"},
	} {
		if got := shown(t, c.source); got != c.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", c.source, got, c.want)
		}
	}
}

// TestFunction calls util.inspect as JavaScript does.
func TestFunction(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{`inspect('x')`, "'x'"},
		{`inspect()`, "undefined"},
		{`inspect({a: {b: {c: {d: 1}}}}, false, 0)`, "{ a: [Object] }"},
		{`inspect({a: {b: {c: {d: 1}}}}, false, null)`, "{\n  a: { b: { c: { d: 1 } } }\n}"},
		{`inspect({a: {b: {c: {d: 1}}}}, {depth: -1})`, "[Object]"},
		{`inspect([1], true)`, "[ 1, [length]: 1 ]"},
		{`inspect([1, 2], {maxArrayLength: 0})`, "[ ... 2 more items ]"},
		{`inspect('xyz', {maxStringLength: 0})`, "''... 3 more characters"},
		{`inspect([1], null)`, "[ 1 ]"},
	} {
		got, err := run(t, c.source)
		if err != nil || got != c.want {
			t.Errorf("%s = %q, %v; want %q", c.source, got, err, c.want)
		}
	}
}

// TestGoValues shows what Go code may hand to a program.
func TestGoValues(t *testing.T) {
	vm := goja.New()
	for _, c := range []struct {
		value any
		want  string
	}{
		{struct{ A int }{1}, "{ A: 1 }"},
		{&struct{ B string }{"x"}, "{ B: 'x' }"},
		{[]int{1, 2}, "[ 1, 2 ]"},
		{[]byte{1}, "[ 1 ]"},
		{[]any{1, "a"}, "[ 1, 'a' ]"},
		{[][2]any{{1, 2}}, "[ [ 1, 2 ] ]"},
		{map[string]any{"a": nil}, "{ a: null }"},
		{map[int]int{1: 2}, "{ '1': 2 }"},
		{goja.Undefined(), "undefined"},
	} {
		if got := Inspect(vm, vm.ToValue(c.value), Options{}); got != c.want {
			t.Errorf("Inspect(%#v) = %s, want %s", c.value, got, c.want)
		}
	}
	if got := Inspect(vm, nil, Options{}); got != "undefined" {
		t.Errorf("Inspect(nil) = %s", got)
	}
	args := []goja.Value{vm.ToValue("%s %d %i %f %j %o %O"), nil, nil, nil, nil, nil, nil, nil, nil}
	if got, want := Format(vm, args), "undefined NaN NaN NaN undefined undefined undefined undefined"; got != want {
		t.Errorf("Format = %s, want %s", got, want)
	}
}

// TestStack turns stacks of the engine's into Node's.
func TestStack(t *testing.T) {
	for _, c := range []struct{ stack, want string }{
		{"Error: x\n\tat f (a.js:1:2(3))\n\tat a.js:4:5(6)\n", "Error: x\n    at f (a.js:1:2)\n    at a.js:4:5"},
		{"Error: x\n\tat map (native)\n\tat f (node:events:1:2(3))\n\tat node:util:1:2(3)\n", "Error: x\n    at map (<anonymous>)"},
		{"Error\n\tat new A (dir (1)/a b.js:1:2(3))\n", "Error\n    at new A (dir (1)/a b.js:1:2)"},
		{"Error: two\nlines\n\tat a.js:1:2(3)\n", "Error: two\nlines\n    at a.js:1:2"},
		{"Error: x\n    at f (a.js:1:2)", "Error: x\n    at f (a.js:1:2)"},
		{"Error: x\n\tat ???", "Error: x\n    at ???"},
		{"", ""},
		{"\tat x", "\tat x"},
		{"Error" + strings.Repeat("\n\tat a.js:1:2(3)", 30) + "\n", "Error" + strings.Repeat("\n    at a.js:1:2", 20) + "\n    ..."},
	} {
		if got := nodeStack(c.stack); got != c.want {
			t.Errorf("nodeStack(%q) = %q, want %q", c.stack, got, c.want)
		}
	}
}
