package compile

import (
	"testing"

	"github.com/elide-dev/elided/internal/lang/python/parse"
)

// unparsed are annotations and what Python 3.11 keeps of them as strings.
var unparsed = []struct{ source, text string }{
	{`a`, `a`},
	{`a.b.c`, `a.b.c`},
	{`a[1]`, `a[1]`},
	{`a[1, 2]`, `a[1, 2]`},
	{`a[1:2, ::3]`, `a[1:2, ::3]`},
	{`a[()]`, `a[()]`},
	{`Tuple[int, str]`, `Tuple[int, str]`},
	{`Callable[[int], str]`, `Callable[[int], str]`},
	{`x | None`, `x | None`},
	{`(a + b) * c`, `(a + b) * c`},
	{`a ** -b ** c`, `a ** (-b ** c)`},
	{`-a ** b`, `-a ** b`},
	{`not a and b or c`, `not a and b or c`},
	{`(a or b) and c`, `(a or b) and c`},
	{`a < b <= c is not d not in e`, `a < b <= c is not d not in e`},
	{`(a, b)`, `(a, b)`},
	{`(a,)`, `(a,)`},
	{`()`, `()`},
	{`[a, *b]`, `[a, *b]`},
	{`{a, b}`, `{a, b}`},
	{`{a: b, **c}`, `{a: b, **c}`},
	{`{}`, `{}`},
	{`f(a, *b, c=d, **e)`, `f(a, *b, c=d, **e)`},
	{`f(x for x in y)`, `f(x for x in y)`},
	{`f((x for x in y), 1)`, `f((x for x in y), 1)`},
	{`lambda: 0`, `lambda: 0`},
	{`lambda a, /, b=1, *c, d, e=2, **f: a`, `lambda a, /, b=1, *c, d, e=2, **f: a`},
	{`lambda *, k: k`, `lambda*, k: k`},
	{`lambda *a: a`, `lambda*a: a`},
	{`a if b else c`, `a if b else c`},
	{`(a if b else c) if d else (e if f else g)`, `(a if b else c) if d else e if f else g`},
	{`(lambda: a) if b else c`, `(lambda: a) if b else c`},
	{`[x for x, y in z if a if b]`, `[x for x, y in z if a if b]`},
	{`{x: y for x in z}`, `{x: y for x in z}`},
	{`{x async for x in z}`, `{x async for x in z}`},
	{`'it\'s'`, `"it's"`},
	{`"a\n\t\\\x00\x7f\xe9\u0100\u200b"`, "'a\\n\\t\\\\\\x00\\x7f\u00e9\u0100\\u200b'"},
	{`b'a\xff"'`, `b'a\xff"'`},
	{`'a"b\'c'`, `'a"b\'c'`},
	{`1.5`, `1.5`},
	{`1e100`, `1e+100`},
	{`1e16`, `1e+16`},
	{`1e15`, `1000000000000000.0`},
	{`0.0001`, `0.0001`},
	{`0.00001`, `1e-05`},
	{`1e400`, `1e309`},
	{`3j`, `3j`},
	{`1.0`, `1.0`},
	{`10**20`, `10 ** 20`},
	{`100000000000000000000000`, `100000000000000000000000`},
	{`None`, `None`},
	{`...`, `...`},
	{`True`, `True`},
	{`f'{a!r:>{w}} {{x}} {b}'`, `f'{a!r:>{w}} {{x}} {b}'`},
	{`f"it's {a['k']}"`, `f"it's {a['k']}"`},
	{`a @ b // c % d`, `a @ b // c % d`},
	{`a << b | c & d ^ e`, `a << b | c & d ^ e`},
	{`~a`, `~a`},
	{`- -a`, `--a`},
	{`+a`, `+a`},
	{`not not a`, `not not a`},
	{`1 .real`, `1 .real`},
	{`(a < b) < c`, `(a < b) < c`},
	{`a < (b < c)`, `a < (b < c)`},
	{`x[a if b else c]`, `x[a if b else c]`},
	{`x[lambda: 0]`, `x[lambda: 0]`},
	{`(yield_ or a)`, `yield_ or a`},
	{`[*a, (b, c)]`, `[*a, (b, c)]`},
	{`x[*a]`, `x[*a,]`},
	{`x[*a, b]`, `x[*a, b]`},
	{`x[(a, b), c]`, `x[(a, b), c]`},
	{`{**a}`, `{**a}`},
	{`((a))`, `a`},
	{`a - (b - c)`, `a - (b - c)`},
	{`a / (b * c)`, `a / (b * c)`},
	{`(a ** b) ** c`, `(a ** b) ** c`},
	{`(-a) ** b`, `(-a) ** b`},
	{`(await_)(x)`, `await_(x)`},
	{`"" "b" f"c"`, `f'bc'`},
	{`f"{x:{'>'}10}"`, `f"{x:{'>'}10}"`},
	{`f"{ {1: 2}[1] }"`, `f'{ {1: 2}[1]}'`},
	{`a.b(c).d[e](f)`, `a.b(c).d[e](f)`},
	{`(1, 2)[0]`, `(1, 2)[0]`},
	{`(a, b).c`, `(a, b).c`},
	{`(lambda x: x)(1)`, `(lambda x: x)(1)`},
	{`-1`, `-1`},
	{`(-1).x`, `(-1).x`},
	{`[(a, b) for a in b]`, `[(a, b) for a in b]`},
	{`{(a, b): (c, d)}`, `{(a, b): (c, d)}`},
}

func TestUnparse(t *testing.T) {
	for _, u := range unparsed {
		e, err := parse.Expression("f", u.source)
		if err != nil {
			// A starred or a named expression is none by itself.
			continue
		}
		if got := Unparse(e); got != u.text {
			t.Errorf("%s\n got %s\nwant %s", u.source, got, u.text)
		}
	}
}
