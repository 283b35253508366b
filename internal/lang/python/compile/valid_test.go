package compile

import (
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang/python/code"
	"github.com/elide-dev/elided/internal/lang/python/parse"
)

// programs use the whole of the language.
var programs = []string{
	"import a.b.c as d, e.f\nfrom . import g as h\nfrom ..i import *\n",
	"x: int = 1\ny: str\nz.a: int\ndel x, z[1:2, ...], z.a\nassert x, y\nx @= y\nx[y], *z = w = 1, 2\n",
	"class A(B, *C, k=1, **d):\n '''doc'''\n x = y\n def f(self, *, a: int = 1, **k) -> A:\n  return super().f(__class__)\n __y = 1\n",
	"def f(a, /, b=1, *c, d=2, **e):\n global g\n def h():\n  nonlocal a\n  a += 1\n  return [a for _ in b if (q := a)]\n return h, [lambda: i for i in c]\n",
	"async def f():\n async with a as b, c: await d\n async for e in f: continue\n else: return\n yield [x async for x in y], {x: y async for x in (await z)}\n",
	"for i in range(3):\n try:\n  if i: continue\n  break\n except A as e: raise B from e\n except: raise\n else: pass\n finally:\n  with x: break\nelse: y()\n",
	"try: a\nexcept* B as c: d\nexcept* E: f\n",
	"match x:\n case [1, *_, y] | {'k': y, **z} if y: a\n case A.b(c, d=(e | f.g)): pass\n case None | -1 | 1+2j: pass\n case _: pass\n",
	"f(*a, b, **c, d=1)\nf'{a!r:{b}}{c}'\n[*a, b], {*a}, {**a, 'b': 1}\nx = a if b else c or d and not e\na < b < c in d\n",
	"def g():\n x = yield from a\n return (yield)\nlambda *a, b=1: (yield)\n",
}

func TestValid(t *testing.T) {
	for _, src := range programs {
		m, err := parse.Module("f", src)
		if err != nil {
			t.Errorf("%s: %v", src, err)
			continue
		}
		c, err := Exec(m, "f")
		if err != nil && !strings.Contains(src, "**z}") { // alternatives that differ
			t.Errorf("%s: %v", src, err)
		}
		if err == nil {
			if err := code.Validate(c); err != nil {
				t.Errorf("%s: %v", src, err)
			}
		}
	}
}

func FuzzModule(f *testing.F) {
	for _, src := range programs {
		f.Add(src)
	}
	for _, r := range refusals {
		f.Add(r.source)
	}
	for _, fn := range functions {
		f.Add("def f(a, b):\n " + strings.ReplaceAll(fn.body, "\n", "\n ") + "\n")
	}
	f.Fuzz(func(t *testing.T, src string) {
		m, err := parse.Module("f", src)
		if err != nil {
			return
		}
		for _, compile := range []func() (*code.Code, error){
			func() (*code.Code, error) { return Module(m, "f") },
			func() (*code.Code, error) { return Single(m, "f") },
		} {
			if c, err := compile(); err == nil {
				if err := code.Validate(c); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

// TestBounds is of programs that ask for too much.
func TestBounds(t *testing.T) {
	finallies := ""
	for i := range 40 {
		finallies += strings.Repeat(" ", i) + "try: x\n" + strings.Repeat(" ", i) + "finally:\n"
	}
	passes := ""
	for i := range 12 { // which have few instructions
		passes += strings.Repeat(" ", i) + "try: x\n" + strings.Repeat(" ", i) + "finally:\n"
	}
	passes += strings.Repeat(" ", 12) + strings.Repeat("pass;", 10000) + "\n"
	for _, b := range []struct{ name, src, msg string }{
		{"finally bodies", finallies + strings.Repeat(" ", 40) + "pass\n", "program is too large"},
		{"passes of finally bodies", passes, "program is too large"},
		{"blocks", "with " + strings.Repeat("a,", 25) + "a: pass\n", "too many statically nested blocks"},
		{"registers", "x = " + strings.Repeat("a < ", 70000) + "a\n", "too many variables and values at once"},
	} {
		m, err := parse.Module("f", b.src)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Module(m, "f"); err == nil || !strings.HasPrefix(err.Error(), b.msg) {
			t.Errorf("%s: %v", b.name, err)
		}
	}
	for name, src := range map[string]string{
		"arguments": "f(" + strings.Repeat("a,", 70000) + ")",
		"elements":  "[" + strings.Repeat("a,", 70000) + "]",
		"captures":  "match x:\n case [" + strings.Repeat("_,", 300) + "*a]: pass",
		"text":      "f'" + strings.Repeat("{a}b", 70000) + "'",
	} {
		m, err := parse.Module("f", src)
		if err != nil {
			t.Fatal(err)
		}
		if c, err := Module(m, "f"); name != "captures" && err != nil {
			t.Errorf("%s: %v", name, err)
		} else if err == nil && code.Validate(c) != nil {
			t.Errorf("%s: %v", name, code.Validate(c))
		}
	}
}
