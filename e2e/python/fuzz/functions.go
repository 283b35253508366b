package fuzz

import (
	"fmt"
	"strings"
)

// calls makes functions of all kinds of parameters, and calls them rightly and wrongly.
func (g *generator) calls() {
	for range 2 {
		f := g.name("f")
		params, shown := g.parameters()
		g.line("def %s(%s): return %s", f, params, shown)
		for range 2 + g.IntN(4) {
			g.probe(fmt.Sprintf("%s(%s)", f, g.arguments()))
		}
	}
}

func (g *generator) parameters() (params, shown string) {
	var list, names []string
	positional, optional := g.IntN(4), false
	slash := -1
	if g.IntN(3) == 0 && positional > 0 {
		slash = g.IntN(positional)
	}
	for i := range positional {
		p := string(rune('a' + i))
		names = append(names, p)
		if optional = optional || g.IntN(3) == 0; optional {
			p += fmt.Sprintf("=%d", i*10)
		}
		list = append(list, p)
		if i == slash {
			list = append(list, "/")
		}
	}
	keywordOnly := g.IntN(3)
	switch {
	case g.IntN(3) == 0:
		list, names = append(list, "*rest"), append(names, "rest")
	case keywordOnly > 0:
		list = append(list, "*")
	}
	for i := range keywordOnly {
		p := string(rune('k' + i))
		names = append(names, p)
		if g.IntN(2) == 0 {
			p += "='d'"
		}
		list = append(list, p)
	}
	if g.IntN(3) == 0 {
		list, names = append(list, "**more"), append(names, "more")
	}
	return strings.Join(list, ", "), "(" + strings.Join(append(names, ""), ", ") + ")"
}

func (g *generator) arguments() string {
	var list []string
	for i := range g.IntN(4) {
		list = append(list, pick(g, fmt.Sprint(i+1), "*(1, 2)", "*'xy'", fmt.Sprint(i+1), fmt.Sprint(i+1)))
	}
	for _, name := range []string{"a", "b", "k", "l", "zz"} {
		if g.IntN(4) == 0 {
			list = append(list, name+"="+quoted(name))
		}
	}
	if g.IntN(5) == 0 {
		list = append(list, pick(g, "**{'k': 5}", "**{'a': 1, 'm': 2}", "**{}", "**{1: 2}", "**None", "**{'b': 0}"))
	}
	return strings.Join(list, ", ")
}

// generators makes a generator, and drives it by next, send, throw and close.
func (g *generator) generators() {
	f := g.name("gen")
	g.block(func() {
		g.line("log = []")
		for range 2 + g.IntN(3) {
			g.step(2)
		}
		if g.IntN(2) == 0 {
			g.line("return %s", pick(g, "n", "'result'", "log"))
		}
	}, "def %s(n):", f)
	for range 3 {
		v := g.name("g")
		g.line("%s = %s(%d)", v, f, g.IntN(3))
		for range 2 + g.IntN(5) {
			g.line("try: print(%s)", strings.ReplaceAll(pick(g, "next(G)", "next(G)", "next(G)", "G.send(None)", "G.send(5)", "G.throw(ValueError('thrown'))", "G.throw(KeyError)", "G.close()", "list(G)", "G.gi_running", "next(G, 'over')"), "G", v))
			g.line("except BaseException as e: print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))")
		}
		g.line("try: %s.close()", v) // lest it be closed whenever it is found to be garbage
		g.line("except BaseException as e: print(type(e).__name__, e)")
	}
}

func (g *generator) step(depth int) {
	body := func() { g.step(depth - 1) }
	if depth == 0 {
		g.line("%s", pick(g, "yield n", "x = yield n", "print('got', (yield 1))", "yield", "n += 1", "yield from 'ab'", "raise KeyError(n)", "return 9"))
		return
	}
	switch g.IntN(7) {
	case 0:
		g.block(body, "for i in range(%d):", g.IntN(3))
	case 1:
		g.block(body, "try:")
		g.block(body, "except %s as e:", pick(g, "ValueError", "KeyError", "Exception", "GeneratorExit", "BaseException"))
	case 2:
		g.block(body, "try:")
		g.block(func() {
			g.line("print('finally', n)")
			if g.IntN(3) == 0 {
				body()
			}
		}, "finally:")
	case 3:
		g.line("yield from (%s)", pick(g, "x * n for x in range(2)", "[n, n]", "range(n)", "iter('z')"))
	case 4:
		h := g.name("sub")
		g.block(func() {
			g.step(depth - 1)
			g.line("yield 'sub'")
			g.line("return 'r'")
		}, "def %s(n):", h)
		g.line("r = yield from %s(n)", h)
		g.line("print('r', r)")
	default:
		g.line("x = yield %s", pick(g, "n", "'v'", "x if 'x' in locals() else 0"))
		g.line("print('sent', x)")
	}
}
