package compile

import (
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang/python/code"
	"github.com/elide-dev/elided/internal/lang/python/parse"
)

func compileModule(t *testing.T, src string) *code.Code {
	t.Helper()
	m, err := parse.Module("f", src)
	if err != nil {
		t.Fatalf("%s: %v", src, err)
	}
	c, err := Module(m, "f")
	if err != nil {
		t.Fatalf("%s: %v", src, err)
	}
	return c
}

// listing is the instructions of a code and what covers them, without places.
func listing(c *code.Code) string {
	var b strings.Builder
	for pc := range c.Instrs {
		b.WriteString(code.Text(c, pc))
		b.WriteByte('\n')
	}
	return b.String()
}

// functions are bodies of "def f(a, b):" and their code without the last Return None.
var functions = []struct{ name, body, want string }{
	{"one instruction for an assignment", "x = a + b", "Add r2, r0, r1"},
	{"constants are operands", "if a < 2: return 1", "IfNotLt r0, 2, @2\nReturn 1"},
	{"folding", "return 1 + 2 * -3, 'a' 'b' * 2, 1 / 0", `Div r4, 1, 0
LoadConst r2, -5
LoadConst r3, "abab"
BuildTuple r2, r2, 3
Return r2`},
	{"a swap", "a, b = b, a", "Move r2, r0\nMove r0, r1\nMove r1, r2"},
	{"the older of two values", "a, b = b, a + b", "Add r2, r0, r1\nMove r0, r1\nMove r1, r2"},
	{"unpacking to variables", "for c, d in a: pass", `GetIter r4, r0
ForIter r5, r4, @4
Unpack r2, r5, 2
JumpBack @1`},
	{"not in a condition", "while not (a and b): a = b", `IfFalse r0, @2
IfTrue r1, @4
Move r0, r1
JumpBack @0`},
	{"a chain in a condition", "if 1 < a < b: return", `LoadConst r2, 1
IfNotLt r2, r0, @4
IfNotLt r0, r1, @4
Return None`},
	{"membership", "return a in [1, 2], a in {1, 'x'}", `In r2, r0, (1 2)
In r3, r0, {1 "x"}
BuildTuple r2, r2, 2
Return r2`},
	{"a method", "return a.m(b, k=1)", `LoadMethod r2, r0, m
Move r4, r1
LoadConst r5, 1
CallMethod r2, r2, 2, ("k")
Return r2`},
	{"a spread call", "a(*b)\na(1, *b, c=2, **a)", `Move r2, r0
Move r3, r1
CallSpread r2, r2, 2
Move r2, r0
BuildList r3, r4, 0
ListAppend r3, 1
ListExtend r3, r1
ListToTuple r3, r3
BuildDict r4, r0, 0
DictSet r4, "c", 2
DictMerge r4, r0, r2
CallSpread r2, r2, 1`},
	{"a variable without a value is read where it stands", "return b.c + d\nd = 1", `LoadAttr r3, r1, c
Move r4, r2
Add r3, r3, r4
Return r3
LoadConst r2, 1`},
	{"an expression that binds what is read before it", "return a + (a := b)", `Move r2, r0
Move r0, r1
Move r3, r0
Add r2, r2, r3
Return r2`},
	{"an inlined comprehension", "return [x for x in a if x]", `GetIter r3, r0
BuildList r2, r0, 0
ForIter r4, r3, @6
IfFalse r4, @5
ListAppend r2, r4
JumpBack @2
Return r2`},
	{"return through finally", "try: return a\nfinally: a = 1", `Move r3, r0
LoadConst r0, 1
Return r3
Handled r2
LoadConst r0, 1
Reraise r2`},
	{"a handler", "try: a()\nexcept b as e: pass", `Move r4, r0
Call r4, r4, 0, -
Jump @12
Handled r3
IfNoMatch r3, r1, @11
Move r2, r3
Handled -
Clear r2
Jump @12
Clear r2
Reraise r4
Reraise r3`},
	{"with", "with a as c: b()", `WithEnter r3, r0, 0
Move r2, r4
Move r6, r1
Call r6, r6, 0, -
WithExit r6, r3, -
Jump @11
Handled r5
WithExit r6, r3, r5
IfTrue r6, @10
Reraise r5
Handled -`},
	{"yield from", "return (yield from a)", `YieldFromIter r3, r0
LoadConst r2, None
Send r2, r3, @5
Yield r2, r2, 1, 3
JumpBack @2
Return r2`},
	{"augmented items", "a[b] += 1", "GetItem r2, r0, r1\nInAdd r2, r2, 1\nSetItem r0, r1, r2"},
	{"a string", "return f'{a!r:>{b}}!'", `LoadConst r5, ">"
Format r6, r1, 255, -
BuildString r4, r5, 2
Format r3, r0, 114, r4
LoadConst r4, "!"
BuildString r2, r3, 2
Return r2`},
}

func TestFunctions(t *testing.T) {
	for _, f := range functions {
		src := "def f(a, b):\n " + strings.ReplaceAll(f.body, "\n", "\n ") + "\n"
		c := compileModule(t, src)
		got := listing(c.Consts[0].(*code.Code))
		want := strings.TrimSuffix(f.want, "\n") + "\nReturn None\n"
		if got != want {
			t.Errorf("%s: %s\n got\n%swant\n%s", f.name, f.body, got, want)
		}
	}
}
