package fuzz

import (
	"strings"
)

// flow makes a function of nested statements that writes down where it goes, and calls it.
func (g *generator) flow() {
	f := g.name("flow")
	generates := g.IntN(3) == 0
	g.block(func() {
		g.line("a, b, c = n, 0, []")
		g.statements(3, false)
		if generates {
			g.line("yield a")
		}
		g.line("return a, b, c")
	}, "def %s(n, log):", f)
	g.line("class Manager%s:", f)
	g.line("    def __init__(self, log, swallow): self.log, self.swallow = log, swallow")
	g.line("    def __enter__(self): self.log.append('enter'); return self")
	g.line("    def __exit__(self, kind, e, tb): self.log.append(('exit', kind and kind.__name__)); return self.swallow")
	g.line("def cm(log, swallow): return Manager%s(log, swallow)", f)
	g.block(func() {
		g.line("log = []")
		if generates {
			g.line("try: print(n, list(%s(n, log)))", f)
		} else {
			g.line("try: print(n, %s(n, log))", f)
		}
		g.line("except Exception as e: print(n, type(e).__name__, e, type(e.__context__).__name__, type(e.__cause__).__name__)")
		g.line("print(log[:40])")
	}, "for n in range(4):")
}

func (g *generator) statements(depth int, loop bool) {
	for range 1 + g.IntN(3) {
		g.statement(depth, loop)
	}
}

func (g *generator) mark() { g.line("log.append(%d)", g.IntN(100)) }

func (g *generator) statement(depth int, loop bool) {
	if depth == 0 || g.IntN(3) == 0 {
		g.simple(loop)
		return
	}
	body := func() { g.statements(depth-1, loop) }
	inner := func() { g.statements(depth-1, true) }
	switch g.IntN(10) {
	case 0, 1:
		g.block(body, "if %s:", g.condition())
		if g.IntN(2) == 0 {
			g.block(body, "elif %s:", g.condition())
		}
		if g.IntN(2) == 0 {
			g.block(body, "else:")
		}
	case 2, 3:
		g.block(inner, "for %s in %s:", pick(g, "b", "i", "(b, *c)", "a"), pick(g, "range(3)", "[1, 2]", "(n, n)", "'ab'", "[(1, 2), (3, 4)]", "enumerate('xy')", "list(log)"))
		if g.IntN(3) == 0 {
			g.block(body, "else:")
		}
	case 4:
		w := g.name("w")
		g.line("%s = 0", w)
		g.block(func() {
			g.line("%s += 1", w)
			inner()
		}, "while %s < %d%s:", w, 1+g.IntN(4), pick(g, "", " and a", " or not b and "+w+" < 6"))
		if g.IntN(3) == 0 {
			g.block(body, "else:")
		}
	case 5, 6, 7:
		g.try(body)
	case 8:
		g.block(body, "with %s:", pick(g, "cm(log, True)", "cm(log, False) as m", "cm(log, n % 2) as m, cm(log, True)"))
	case 9:
		h := g.name("h")
		g.block(func() {
			if g.IntN(2) == 0 {
				g.line("nonlocal %s", pick(g, "a", "b", "c"))
			}
			g.line("log.append('in')")
			g.line("return %s", pick(g, "n", "p", "[p, q]", "1 // n"))
		}, "def %s(p=%s, *q):", h, pick(g, "n", "a", "None"))
		g.line("%s = %s(%s)", pick(g, "a", "b"), h, pick(g, "", "n", "1, 2, 3", "*c"))
	}
}

func (g *generator) try(body func()) {
	g.block(body, "try:")
	if g.IntN(4) > 0 {
		for range 1 + g.IntN(2) {
			g.block(func() {
				g.line("log.append(%s)", pick(g, "'caught'", "type(e).__name__", "str(e)"))
				body()
			}, "except %s as e:", pick(g, "ZeroDivisionError", "ValueError", "(TypeError, KeyError)", "Exception", "ArithmeticError", "LookupError"))
		}
		if g.IntN(3) == 0 {
			g.block(body, "else:")
		}
		if g.IntN(2) == 0 {
			return
		}
	}
	g.block(func() {
		g.line("log.append('finally')")
		body()
	}, "finally:")
}

func (g *generator) condition() string {
	return pick(g, "n", "a", "b", "c", "n > 1", "a == n", "n % 2", "not a", "n and b", "len(c) < 2", "0 < n < 3", "n in (1, 2)", "(d := n) > 1", "a is None", "isinstance(a, int) and a or c")
}

func (g *generator) simple(loop bool) {
	switch g.IntN(14) {
	case 0:
		g.line("a = %s", pick(g, "n", "n + 1", "10 // n", "a + 1", "[a]", "b", "-a", "a * 2", "None"))
	case 1:
		g.line("a += %s", pick(g, "1", "n", "b", "'s'"))
	case 2:
		g.line("b %s= %d", pick(g, "+", "-", "*", "//", "%", "|"), g.IntN(5))
	case 3:
		g.line("c.append(%s)", pick(g, "n", "a", "b"))
	case 4:
		g.line("raise %s", pick(g, "ValueError(n)", "KeyError('k')", "TypeError", "ZeroDivisionError('z')", "ValueError(a) from None", "RuntimeError('r') from KeyError(n)"))
	case 5:
		if loop {
			g.line("if %s: %s", g.condition(), pick(g, "break", "continue"))
			return
		}
		g.mark()
	case 6:
		if loop {
			g.line("%s", pick(g, "break", "continue"))
			return
		}
		g.mark()
	case 7:
		g.line("return %s", pick(g, "n", "a", "b, c", "1 // n", "'ret'"))
	case 8:
		g.line("if %s: return %s", g.condition(), pick(g, "n", "log[-1:]", "'early'"))
	case 9:
		g.line("del %s", pick(g, "c", "a", "b", "c[0]", "c[:1]"))
	case 10:
		g.line("a, %s = %s", pick(g, "b", "*c", "(b, *c)"), pick(g, "n, n", "c", "'xy'", "(1, (2, 3))", "[a, b]"))
	case 11:
		g.line("%s", pick(g, "10 // n", "c[n]", "{}[n]", "int('x')", "a.attr", "len(a)", "assert n, 'message'", "assert a != 1"))
	default:
		g.mark()
	}
}

// scopes makes closures, globals and comprehensions over the same names.
func (g *generator) scopes() {
	g.line("x, y, z = 1, 2, 3")
	f := g.name("outer")
	g.block(func() { g.scope(3) }, "def %s(y):", f)
	for i := range 2 {
		g.line("try: print(%s(%d), x, y, z)", f, i)
		g.line("except Exception as e: print(type(e).__name__, e, x, y, z)")
	}
}

func (g *generator) scope(depth int) {
	declared := ""
	if g.IntN(3) == 0 {
		declared = pick(g, "x", "z")
		g.line("global %s", declared)
	}
	names := pick(g, "x", "y", "z")
	for range 1 + g.IntN(4) {
		switch g.IntN(7) {
		case 0:
			g.line("%s = %s", names, pick(g, "10", "y", "[x]", "(y, z)"))
		case 1:
			g.line("fs = [lambda %s: (x, y, k) for k in range(3)]", pick(g, "", "k=k", "*x"))
			g.line("print([f() for f in fs])")
		case 2:
			g.line("print([%s for x in (x, y) if (w := x) != 2], %s)", pick(g, "x", "(x, y)", "[x for _ in 'ab']", "w"), pick(g, "x", "z", "w"))
		case 3:
			g.line("class C:\n%[1]s    %[2]s = %[3]s\n%[1]s    l = [%[2]s for _ in 'a']\n%[1]s    def m(self): return %[2]s", strings.Repeat("    ", g.indent), pick(g, "x", "y", "z"), pick(g, "7", "x", "z"))
			g.line("print(C.l, C().m())")
		case 4:
			g.line("print(sorted(k for k in locals() if len(k) == 1))")
		default:
			if depth == 0 {
				g.line("print(x, y)")
				break
			}
			h := g.name("inner")
			g.block(func() {
				if g.IntN(3) == 0 {
					g.line("nonlocal y")
					g.line("y = [y]")
				}
				g.scope(depth - 1)
			}, "def %s(%s):", h, pick(g, "", "x=x", "z=y", "*z"))
			g.line("print(%s())", h)
		}
	}
	g.line("return %s", pick(g, "x", "y", "(x, y, z)", "z"))
}

// mutations changes containers in place, and prints them.
func (g *generator) mutations() {
	for range 3 + g.IntN(5) {
		v := g.name("v")
		kind := pick(g, byte('l'), 'd', 'e', 'b')
		g.line("%s = "+made[kind], v, g.IntN(8))
		g.block(func() {
			for range 1 + g.IntN(3) {
				list := changes[kind]
				g.line("%s", strings.ReplaceAll(g.fill(list[g.IntN(len(list))], 1), "VAR", v))
			}
		}, "try:")
		g.line("except Exception as e: print(type(e).__name__, e)")
		g.line("print(%s)", v)
	}
}
