package fuzz

import (
	"fmt"
	"strings"
)

// ordered are statements and expressions whose parts say when they are evaluated: V is one.
var ordered = []string{
	"V + V * V - V", "[V, *[V], V]", "{V: V, V: V}", "{V, V}", "(V)(V) if callable(V) else V", "f(V, *[V], k=V, **{'m': V})", "f(*[V], V, k=V)", "V < V < V", "V if V else V", "V and V or V", "not V and V", "[V for i in range(V) if V]", "{V: V for i in range(2)}", "{i: V for i in (V, V)}", "l[V] if V < 3 else V", "l[V:V:V]", "f'{V}{V:{V}}'", "(V, V)[V]", "max(V, V, key=lambda x: V)", "lambda: V", "(lambda x=V: V)()", "V ** V", "-V ** V", "V in [V, V]", "V is V", "V == V != V", "[*range(V), V]", "(y := V) + y", "print(V, V, sep=str(V))", "sorted([V, V, V], key=lambda x: -x)", "any(V for _ in l)", "all([V, V])", "sum([V, V], V)", "'%d %d' % (V, V)", "'{} {}'.format(V, V)", "dict(a=V, b=V)", "d.get(V, V)", "d.setdefault(V, V)", "list(zip([V], [V]))", "list(map(lambda a: V, [V, V]))", "next(iter([V]), V)", "isinstance(V, (type(V), int))", "getattr(V, 'real', V)", "[x + y for x in [V, V] for y in [V]]", "(V for _ in [V])", "[[V for _ in range(V)] for _ in range(2)]", "V // V", "V % V", "divmod(V, V)", "l[V]", "d[V]", "V << V", "V.real + V.imag", "str(V) * V", "'abc'[V]", "f(V)(V)", "assertion(V, V)",
}

var orderedStatements = []string{
	"l[V] = V", "l[V], l[V] = V, V", "d[V] = V", "d[V], x = V, V", "x = y = V", "l[V] += V", "d[V] += V", "del l[V]", "l[V:V] = [V]", "x, *y = V, V, V", "(x, y), z = (V, V), V", "assert V, V", "for l[V] in (V, V): V", "for x in [V]: V\nelse: V", "while V > 3: V; break", "with cm(V) as x, cm(V) as l[V]: V", "if V: V\nelif V: V\nelse: V", "raise exc(V) from exc(V)", "return V", "x: V = V", "l[V]: V = V", "def g(a: V = V, *, b: V = V) -> V: pass", "class X(base(V), k=V): y = V", "@deco(V)\n@deco(V)\ndef g(): pass", "import sys as l; l = l.maxsize", "x = V if V else V", "try: V // (V - V)\nexcept exc(V): V\nexcept exc(V): V\nelse: V\nfinally: V", "match V:\n    case 1 if V: V\n    case int(x) if V > 1: V\n    case _: V", "global zz; zz = V", "x = [V for x in [V] if V]", "(f)(V).attr = V", "obj.attr = V; obj.attr += V", "x = (yield V)", "d |= {V: V}", "l.append(V)", "print(*l, V)", "lambda: (yield)",
}

// orders logs the order in which parts of expressions and statements are evaluated.
func (g *generator) orders() {
	g.line("log = []")
	g.line("def v(n): log.append(n); return n")
	g.line("def f(*a, **k): log.append(('f', a, k)); return f")
	g.line("class cm:\n    def __init__(self, n): self.n = n\n    def __enter__(self): log.append('enter'); return self.n\n    def __exit__(self, *a): log.append(('exit', a[0])); return v(0)")
	g.line("def exc(n): return (ValueError, TypeError, KeyError, ZeroDivisionError)[n %% 4]")
	g.line("def base(n): return type('Base%%d' %% n, (), {'__init_subclass__': classmethod(lambda cls, **k: log.append(k))})")
	g.line("def deco(n): log.append(('deco', n)); return lambda h: log.append(('decorated', n)) or h")
	g.line("def assertion(a, b): assert a > b, (a, b)")
	g.line("class obj: pass")
	fill := func(s string) string {
		for strings.Contains(s, "V") {
			v := fmt.Sprintf("v(%d)", g.IntN(6))
			if g.IntN(12) == 0 {
				v = pick(g, "None", "'s'", "l", "nope", "2.5", "v(v(1))", "(v(1), v(2))", "d")
			}
			s = strings.Replace(s, "V", v, 1)
		}
		return s
	}
	for range 5 + g.IntN(8) {
		h := g.name("order")
		g.block(func() {
			g.line("l, d = [5, 6, 7, 8], {1: 1, 2: 2}")
			if g.IntN(2) == 0 {
				g.line("return %s", fill(pick(g, ordered...)))
				return
			}
			for _, s := range strings.Split(fill(pick(g, orderedStatements...)), "\n") {
				g.line("%s", s)
			}
			g.line("return l, d")
		}, "def %s():", h)
		g.line("log.clear()")
		g.line("try: r = %s(); print(r if isinstance(r, (int, str, tuple, list, dict, set)) else type(r).__name__)", h)
		g.line("except Exception as e: print(type(e).__name__, e, repr(e.__cause__))")
		g.line("print([x for x in log if x is not None])")
	}
}

// raising are expressions that raise, over several lines some of them.
var raising = []string{
	"a + 'x'", "a.b.c", "a[5]", "g(a)(1)", "[1, 2][a]", "a * (1 // 0)", "(1 +\n        a // 0)", "g(\n        1,\n        a // 0,\n    )", "{'k': a // 0}", "[x // 0 for x in [a]]", "sum(x // 0 for x in [a])", "a if a // 0 else 1", "f'{a // 0}'", "f'{a:q}'", "int('x')", "a()", "a.real.imag()", "undefined", "len(a)", "(lambda: a // 0)()", "a\\\n        .nope", "-None", "not a // 0", "a < 'x' < 3", "x // 0 if (x := a) else 2", "dict(a=a // 0)", "max(a, key=1)", "a @ a", "a[1:2]", "a.b = 1", "a[0] = 1", "del a.b", "del a[0]", "a += 'x'", "for q in a: pass", "import nope", "import nope.b", "x, y = a", "x, y = 1, 2, 3", "[x, *y], z = [], 1", "assert a > 5, 'message'", "assert not a", "raise ValueError('v')", "raise KeyError", "raise a", "with a: pass", "class X(a): pass", "return g(a, b=1)", "yield_(a // 0)", "str(a, a, a, a)", "g(*a)", "g(**a)", "a ** -1 // 0", "(a)(a)(a)", "''.join([a])", "{}[a]", "{a: 1}[a + 1]", "next(iter([]))", "open(a, 'q')", "super().nope", "print(a, seq=1)", "a.imag.real.nope + 1", "1 + a // 0 * 2", "(a // 0) + 1", "(a, a // 0)", "g(a)[a // 0]", "a // 0 and 1", "1 and a // 0", "a == (a // 0)", "[a // 0, 1]", "{**a}", "[*a]", "a in 5", "isinstance(a, 5)", "match(a // 0)", "chr(-a)", "float('x')", "'%d' % 'x'", "'{1}'.format(a)", "range(a, 'x')", "exec('1 // 0')", "eval('1 +')", "int.from_bytes(a)", "b'x' + 'x'", "a.__class__.nope", "type(a).__add__('x', 1)", "setattr(a, 'b', 1)", "sorted([a, 'x'])", "globals()['nope']", "getattr(a, 'nope')", "a; a // 0", "lambda_ = lambda q: q // 0; lambda_(a)", "try: a // 0\n    finally: print('finally')", "try: a // 0\n    except TypeError: pass", "try: a // 0\n    except ZeroDivisionError as e: raise ValueError('new') from e", "try: a // 0\n    except ZeroDivisionError: raise KeyError('new')", "try: a // 0\n    except ZeroDivisionError: raise KeyError('none') from None", "try: a // 0\n    except ZeroDivisionError as e: e.add_note('note'); raise", "raise ExceptionGroup('g', [ValueError(1), KeyError('k')])", "x = [\n        1,\n        a // 0,\n    ]", "if a // 0:\n        pass", "while a // 0: pass", "return (a //\n            0)", "g(a // 0 for _ in [1])", "[y for y in a]", "@a\n    def h(): pass", "def h(q=a // 0): pass", "class Y:\n        z = a // 0", "with g(a) as q: pass", "a // 0  # comment é", "é = a // 0", "a.b[a // 0]", "a[a].b", "global_ = a // 0", "del undefined_", "nonlocal_ += 1", "async_ @= 1",
}

// tracebacks prints whole tracebacks. CPython finds the program's lines by linecache.
func (g *generator) tracebacks() {
	g.line("import traceback")
	g.line("def g(*a, **k): return a[0] if a else k")
	call := ""
	for i := range 1 + g.IntN(4) {
		f := g.name("fail")
		body := pick(g, raising...)
		if call != "" && g.IntN(4) > 0 {
			body = strings.ReplaceAll(pick(g, "CALL", "return CALL", "g(CALL)", "[CALL for _ in [1]]", "1 + CALL", "g(1,\n        CALL)", "x = CALL", "try: CALL\n    finally: print('f')", "try: CALL\n    except KeyError: raise ValueError('k')", "try: CALL\n    except Exception as e: raise RuntimeError('r') from e", "for _ in [1]: CALL", "(lambda: CALL)()", "yield_ = [*[CALL]]", "if CALL: pass", "exec('CALL', globals())", "try: 1 // 0\n    except Exception: CALL", "list(map(lambda _: CALL, [1]))"), "CALL", call)
		}
		if g.IntN(4) == 0 {
			g.line("")
		}
		g.line("def %s(a):\n    %s", f, body)
		call = f + "(" + pick(g, "1", "2", "a", "None", "'s'", "[]")[:] + ")"
		if strings.Contains(call, "(a)") && i == 0 {
			call = f + "(1)"
		}
	}
	call = strings.ReplaceAll(call, "(a)", "(3)")
	g.line("try: %s", call)
	g.line("except BaseException: print(traceback.format_exc())")
}
