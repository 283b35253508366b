package compile

import (
	"errors"
	"testing"

	"github.com/elide-dev/elided/internal/lang/python/parse"
)

// refusals are programs and what Python 3.11 says of each: its message, from line and
// column to line and column. Those without one are compiled.
var refusals = []struct {
	source, msg                string
	line, col, endLine, endCol int
}{
	{"def f():\n x=1\n global x", "name 'x' is assigned to before global declaration", 3, 2, 3, 10},
	{"def f():\n print(x)\n global x", "name 'x' is used prior to global declaration", 3, 2, 3, 10},
	{"def f(x):\n global x", "name 'x' is parameter and global", 2, 2, 2, 10},
	{"def f(x):\n nonlocal x", "name 'x' is parameter and nonlocal", 2, 2, 2, 12},
	{"def f():\n nonlocal x", "no binding for nonlocal 'x' found", 2, 2, 2, 12},
	{"nonlocal x", "nonlocal declaration not allowed at module level", 1, 1, 1, 11},
	{"def f(a,a): pass", "duplicate argument 'a' in function definition", 1, 9, 1, 10},
	{"def f():\n from x import *", "import * only allowed at module level", 2, 16, 2, 17},
	{"class A:\n from x import *", "import * only allowed at module level", 2, 16, 2, 17},
	{"[i:=0 for i in x]", "assignment expression cannot rebind comprehension iteration variable 'i'", 1, 2, 1, 3},
	{"[[i:=0 for j in x] for i in y]", "assignment expression cannot rebind comprehension iteration variable 'i'", 1, 3, 1, 4},
	{"[j for i in (j:=x)]", "assignment expression cannot be used in a comprehension iterable expression", 1, 14, 1, 18},
	{"[(j:=0) for i in x for j in y]", "assignment expression cannot rebind comprehension iteration variable 'j'", 1, 3, 1, 4},
	{"class A:\n [j:=1 for i in x]", "assignment expression within a comprehension cannot be used in a class body", 2, 3, 2, 4},
	{"return", "'return' outside function", 1, 1, 1, 7},
	{"yield", "'yield' outside function", 1, 1, 1, 6},
	{"await x", "'await' outside function", 1, 1, 1, 8},
	{"def f(): await x", "'await' outside async function", 1, 10, 1, 17},
	{"class A:\n yield 1", "'yield' outside function", 2, 2, 2, 9},
	{"class A:\n return", "'return' outside function", 2, 2, 2, 8},
	{"break", "'break' outside loop", 1, 1, 1, 6},
	{"continue", "'continue' not properly in loop", 1, 1, 1, 9},
	{"def f():\n break", "'break' outside loop", 2, 2, 2, 7},
	{"[(yield) for x in y]", "'yield' inside list comprehension", 1, 3, 1, 8},
	{"{(yield) for x in y}", "'yield' inside set comprehension", 1, 3, 1, 8},
	{"{(yield):1 for x in y}", "'yield' inside dict comprehension", 1, 3, 1, 8},
	{"((yield) for x in y)", "'yield' inside generator expression", 1, 3, 1, 8},
	{"def f(): [x async for x in y]", "asynchronous comprehension outside of an asynchronous function", 1, 10, 1, 30},
	{"[await x for x in y]", "asynchronous comprehension outside of an asynchronous function", 1, 1, 1, 21},
	{"lambda: await x", "'await' outside async function", 1, 9, 1, 16},
	{"async def f(): yield from x", "'yield from' inside async function", 1, 16, 1, 28},
	{"async def f():\n yield\n return 1", "'return' with value in async generator", 3, 2, 3, 10},
	{"try: pass\nexcept: pass\nexcept A: pass", "default 'except:' must be last", 2, 1, 2, 13},
	{"for x in y:\n try: pass\n except* A: break", "'break', 'continue' and 'return' cannot appear in an except* block", 3, 13, 3, 18},
	{"def f():\n try: pass\n except* A: return", "'break', 'continue' and 'return' cannot appear in an except* block", 3, 13, 3, 19},
	{"*a = b", "starred assignment target must be in a list or tuple", 1, 1, 1, 3},
	{"*a, *b = c", "multiple starred expressions in assignment", 1, 1, 1, 7},
	{"*a", "can't use starred expression here", 1, 1, 1, 3},
	{"x = *a", "can't use starred expression here", 1, 5, 1, 7},
	{"print((*a))", "cannot use starred expression here", 1, 8, 1, 10},
	{"del *a", "cannot delete starred", 1, 5, 1, 7},
	{"a = 1\nfrom __future__ import annotations", "from __future__ imports must occur at the beginning of the file", 2, 1, 2, 35},
	{"from __future__ import foo", "future feature foo is not defined", 1, 1, 1, 0},
	{"from __future__ import braces", "not a chance", 1, 1, 1, 0},
	{"match x:\n case _: pass\n case 1: pass", "wildcard makes remaining patterns unreachable", 2, 7, 2, 8},
	{"match x:\n case y: pass\n case 1: pass", "name capture 'y' makes remaining patterns unreachable", 2, 7, 2, 8},
	{"match x:\n case y|1: pass", "name capture 'y' makes remaining patterns unreachable", 2, 7, 2, 8},
	{"match x:\n case _|1: pass", "wildcard makes remaining patterns unreachable", 2, 7, 2, 8},
	{"match x:\n case [a]|[b]: pass", "alternative patterns bind different names", 2, 12, 2, 13},
	{"match x:\n case [a,a]: pass", "multiple assignments to name 'a' in pattern", 2, 10, 2, 11},
	{"match x:\n case [*a,*b]: pass", "multiple starred names in sequence pattern", 2, 7, 2, 14},
	{"match x:\n case {'a':1,'a':2}: pass", "mapping pattern checks duplicate key ('a')", 2, 7, 2, 20},
	{"match x:\n case A(b=1,b=2): pass", "attribute name repeated in class pattern: b", 2, 15, 2, 16},
	{"__debug__ = 1", "cannot assign to __debug__", 1, 1, 1, 10},
	{"def f(__debug__): pass", "cannot assign to __debug__", 1, 1, 1, 23},
	{"f(__debug__=1)", "cannot assign to __debug__", 1, 1, 1, 15},
	{"def __debug__(): pass", "cannot assign to __debug__", 1, 1, 1, 22},
	{"x.__debug__ = 1", "cannot assign to __debug__", 1, 1, 1, 12},
	{"del __debug__", "cannot delete __debug__", 1, 5, 1, 14},
	{"import __debug__", "cannot assign to __debug__", 1, 1, 1, 17},
	{"f(a=1,a=2)", "keyword argument repeated: a", 1, 7, 1, 10},
	{"def f():\n x: int\n global x", "annotated name 'x' can't be global", 3, 2, 3, 10},
	{"def f():\n global x\n x: int", "annotated name 'x' can't be global", 3, 2, 3, 8},
	{"def f():\n nonlocal x\n x: int", "annotated name 'x' can't be nonlocal", 3, 2, 3, 8},
	{"def f():\n x=1\n def g():\n  nonlocal x\n  global x", "name 'x' is nonlocal and global", 4, 3, 4, 13},
	{"def f():\n x=1\n def g():\n  x=2\n  nonlocal x", "name 'x' is assigned to before nonlocal declaration", 5, 3, 5, 13},
	{"def f():\n class A:\n  nonlocal x", "no binding for nonlocal 'x' found", 3, 3, 3, 13},
	{"from __future__ import annotations\nx: (yield)", "'yield expression' can not be used within an annotation", 2, 5, 2, 10},
	{"from __future__ import annotations\ndef f(x: (await y)): pass", "'await expression' can not be used within an annotation", 2, 11, 2, 18},
	{"from __future__ import annotations\nx: (z:=1)", "'named expression' can not be used within an annotation", 2, 5, 2, 9},
	{"class A[x]: pass", "invalid syntax", 1, 8, 1, 9},
	{"def f():\n x: (yield)", "", 0, 0, 0, 0},
	{"x: (yield)", "'yield' outside function", 1, 5, 1, 10},
	{"lambda: (yield)", "", 0, 0, 0, 0},
	{"lambda a,a: 1", "duplicate argument 'a' in function definition", 1, 10, 1, 11},
	{"def f():\n async with a: pass", "'async with' outside async function", 2, 2, 2, 20},
	{"async with a: pass", "'async with' outside async function", 1, 1, 1, 19},
	{"def f():\n async for x in y: pass", "'async for' outside async function", 2, 2, 2, 24},
	{"def f():\n with a:\n  global x", "", 0, 0, 0, 0},
	{"(x:=1)+(__debug__:=2)", "cannot assign to __debug__", 1, 9, 1, 18},
	{"for __debug__ in x: pass", "cannot assign to __debug__", 1, 5, 1, 14},
	{"def f(): return\n yield", "unexpected indent", 2, 1, 2, -1},
	{"while 1:\n def f(): continue", "'continue' not properly in loop", 2, 11, 2, 19},
	{"def f():\n  try: pass\n  finally:\n    continue", "'continue' not properly in loop", 4, 5, 4, 13},
	{"async def f():\n  [[x async for x in y] for z in w]", "", 0, 0, 0, 0},
	{"async def f():\n  def g(): [x async for x in y]", "asynchronous comprehension outside of an asynchronous function", 2, 12, 2, 32},
	{"match x:\n case {**a, 'b': a}: pass", "invalid syntax", 2, 13, 2, 16},
	{"match x:\n case A(a, b=a): pass", "multiple assignments to name 'a' in pattern", 2, 14, 2, 15},
	{"class A(x=1,x=2): pass", "keyword argument repeated: x", 1, 13, 1, 16},
	{"try: pass\nexcept A as __debug__: pass", "cannot assign to __debug__", 2, 1, 2, 28},
	{"global x\nx=1\nglobal x", "name 'x' is assigned to before global declaration", 3, 1, 3, 9},
	{"x=1\nglobal x", "name 'x' is assigned to before global declaration", 2, 1, 2, 9},
	{"def f():\n import x\n global x", "", 0, 0, 0, 0},
	{"(yield)", "'yield' outside function", 1, 2, 1, 7},
	{"a = yield", "'yield' outside function", 1, 5, 1, 10},
	{"[x for x in y if (yield)]", "'yield' inside list comprehension", 1, 19, 1, 24},
	{"[x for x in (yield)]", "'yield' outside function", 1, 14, 1, 19},
	{"f(**a, *b)", "iterable argument unpacking follows keyword argument unpacking", 1, 8, 1, 9},
	{"{*a for a in b}", "iterable unpacking cannot be used in comprehension", 1, 2, 1, 4},
	{"a, b += 1", "'tuple' is an illegal expression for augmented assignment", 1, 1, 1, 5},
	{"x[*a] = 1", "", 0, 0, 0, 0},
	{"x[a:=1]", "", 0, 0, 0, 0},
	{"async def f(): return [await x for x in y]", "", 0, 0, 0, 0},
	{"[x async for x in y]", "asynchronous comprehension outside of an asynchronous function", 1, 1, 1, 21},
	{"(x async for x in y)", "", 0, 0, 0, 0},
	{"def f(): return (await x for x in y)", "", 0, 0, 0, 0},
	{"def f(): return (x async for x in await y)", "'await' outside async function", 1, 35, 1, 42},
	{"def f():\n try: pass\n except A: pass\n except: pass\n except B: pass", "default 'except:' must be last", 4, 2, 4, 14},
	{"def f(a, *, a): pass", "duplicate argument 'a' in function definition", 1, 13, 1, 14},
	{"class A:\n def f(self):\n  nonlocal y", "no binding for nonlocal 'y' found", 3, 3, 3, 13},
	{"x = (*a)", "cannot use starred expression here", 1, 6, 1, 8},
	{"*a, b, *c = d", "multiple starred expressions in assignment", 1, 1, 1, 10},
	{"[*a, *b] = c", "multiple starred expressions in assignment", 1, 1, 1, 9},
	{"(x, *y, *z) = w", "multiple starred expressions in assignment", 1, 1, 1, 12},
	{"for *a in b: pass", "starred assignment target must be in a list or tuple", 1, 5, 1, 7},
	{"def f():\n for i in a:\n  def g():\n   break", "'break' outside loop", 4, 4, 4, 9},
	{"def f():\n  for i in x:\n    try: pass\n    except* A:\n      for j in y: break\n      continue", "'break', 'continue' and 'return' cannot appear in an except* block", 6, 7, 6, 15},
	{"while 1:\n class A:\n  break", "'break' outside loop", 3, 3, 3, 8},
	{"async def f():\n  return [i async for i in x], (yield)", "'return' with value in async generator", 2, 3, 2, 39},
	{"def f():\n return (yield)", "", 0, 0, 0, 0},
	{"async def f():\n x = yield\n return", "", 0, 0, 0, 0},
	{"def f():\n def g():\n  x = 1\n  global x", "name 'x' is assigned to before global declaration", 4, 3, 4, 11},
	{"match x:\n case (a, b) | (b, a): pass", "", 0, 0, 0, 0},
	{"match x:\n case (a | b, c): pass", "name capture 'a' makes remaining patterns unreachable", 2, 8, 2, 9},
	{"match x:\n case a as b: pass\n case 1: pass", "name capture 'a' makes remaining patterns unreachable", 2, 7, 2, 8},
	{"match x:\n case {1: a, 1.0: b}: pass", "mapping pattern checks duplicate key (1.0)", 2, 7, 2, 21},
	{"match x:\n case {1: a, True: b}: pass", "mapping pattern checks duplicate key (True)", 2, 7, 2, 22},
	{"match x:\n case {'a': x, **x}: pass", "multiple assignments to name 'x' in pattern", 2, 13, 2, 14},
	{"match x:\n case [*x, *_]: pass", "multiple starred names in sequence pattern", 2, 7, 2, 15},
	{"match x:\n case (1 | 2 | _) as z: pass\n case 3: pass", "wildcard makes remaining patterns unreachable", 2, 16, 2, 17},
	{"from __future__ import division, x", "future feature x is not defined", 1, 1, 1, 0},
	{"\"doc\"\nfrom __future__ import annotations\nfrom __future__ import generators\nx = 1\nfrom __future__ import annotations", "from __future__ imports must occur at the beginning of the file", 5, 1, 5, 35},
	{"def f():\n from __future__ import annotations", "from __future__ imports must occur at the beginning of the file", 2, 2, 2, 36},
	{"def f(x, y=(z:=1), *a): pass", "", 0, 0, 0, 0},
	{"[x := 1, y := 2]", "", 0, 0, 0, 0},
	{"{(a := 1): (b := 2) for c in d}", "", 0, 0, 0, 0},
	{"def f():\n global a\n [a := 1 for b in c]", "", 0, 0, 0, 0},
	{"def f():\n [a := 1 for b in c]\n nonlocal a", "name 'a' is assigned to before nonlocal declaration", 3, 2, 3, 12},
	{"def f():\n with a, b:\n  while x:\n   try:\n    return\n   finally:\n    continue", "", 0, 0, 0, 0},
	{"class A(metaclass=B, **c): nonlocal_ = 1", "", 0, 0, 0, 0},
	{"print(*a, **b, c=1)", "", 0, 0, 0, 0},
	{"del (a, b), [c, d.e, f[g]]", "", 0, 0, 0, 0},
	{"a: int = yield", "'yield' outside function", 1, 10, 1, 15},
	{"class A: a: (yield)", "'yield' outside function", 1, 14, 1, 19},
	{"async def f(): await x; [await y for z in w]", "", 0, 0, 0, 0},
	{"def f(): (await x for x in y)", "", 0, 0, 0, 0},
	{"lambda x: (yield x)", "", 0, 0, 0, 0},
	{"lambda: (lambda: return_)", "", 0, 0, 0, 0},
	{"global a, b; a = 1; b = 2", "", 0, 0, 0, 0},
	{"def f(): global a; a: int", "annotated name 'a' can't be global", 1, 20, 1, 26},
	{"(a): int = 1", "", 0, 0, 0, 0},
	{"a.b: int", "", 0, 0, 0, 0},
	{"a[b]: int = 2", "", 0, 0, 0, 0},
	{"if 1:\n  x: int", "", 0, 0, 0, 0},
	{"try: pass\nfinally:\n return", "'return' outside function", 3, 2, 3, 8},
	{"while x: break\nelse: break", "'break' outside loop", 2, 7, 2, 12},
}

func TestErrors(t *testing.T) {
	ours := 0
	for _, r := range refusals {
		m, err := parse.Module("f", r.source)
		if err != nil {
			continue // which the parser's tests are about
		}
		want := Error{Msg: r.msg, File: "f", Line: r.line, Col: r.col, EndLine: r.endLine, EndCol: r.endCol}
		_, err = Module(m, "f")
		var got *Error
		switch {
		case err == nil && r.msg != "":
			t.Errorf("%q: compiled, want %+v", r.source, want)
		case errors.As(err, &got):
			ours++
			if *got != want {
				t.Errorf("%q\n got %+v\nwant %+v", r.source, *got, want)
			}
		}
	}
	if ours < 80 {
		t.Errorf("only %d errors are the compiler's", ours)
	}
}
