package fuzz

import (
	"fmt"
	"strings"
)

// matches makes a match statement, and gives it subjects.
func (g *generator) matches() {
	f := g.name("match")
	g.line("class Point:\n    __match_args__ = ('x', 'y')\n    def __init__(self, x, y): self.x, self.y = x, y")
	g.line("K = type('K', (), {'one': 1, 'a': 'a'})")
	g.block(func() {
		g.block(func() {
			for i := range 2 + g.IntN(5) {
				guard := pick(g, "", "", "", " if s", " if not isinstance(s, str)")
				g.block(func() {
					g.line("return %d, {k: v for k, v in sorted(locals().items()) if k != 's'}", i)
				}, "case %s%s:", g.pattern(3, "v"), guard)
			}
		}, "match s:")
	}, "def %s(s):", f)
	for range 4 + g.IntN(4) {
		subject := pick(g, "1", "'a'", "None", "True", "[1, 2]", "(1, [2, 3])", "{'a': 1, 'b': 2}", "Point(1, 2)", "1.0", "[]", "{}", "'ab'", "[Point(0, 0), 'a', 1]", "b'a'", "range(3)", "-1", "{'a': [1, 2]}", "(1, 2, 3, 4)")
		if g.IntN(4) == 0 {
			subject = g.literal(kindAny)
		}
		g.line("try: r = %s(%s); print(r[0], [(k, v if not isinstance(v, Point) else 'P') for k, v in r[1].items()]) if r else print(r)", f, subject)
		g.line("except Exception as e: print(type(e).__name__, e)")
	}
}

// pattern makes a refutable pattern whose names begin with prefix.
func (g *generator) pattern(depth int, prefix string) string {
	if depth == 0 {
		return pick(g, "1", "'a'", "None", "-1", "1.0", "True", "K.one", "K.a", "int()", "str()", "b'a'", "2", "''")
	}
	p := func(i int) string {
		sub := fmt.Sprint(prefix, i)
		switch g.IntN(3) {
		case 0:
			return sub
		case 1:
			return pick(g, "_", sub)
		}
		return g.pattern(depth-1, sub)
	}
	switch g.IntN(10) {
	case 0:
		return "[" + p(0) + ", " + p(1) + "]"
	case 1:
		return "[" + p(0) + ", *" + prefix + "r]"
	case 2:
		return "(" + p(0) + ", *_, " + p(1) + ")"
	case 3:
		return "{'a': " + p(0) + "}"
	case 4:
		return "{'b': " + p(0) + ", **" + prefix + "r}"
	case 5:
		return "Point(" + p(0) + ", " + p(1) + ")"
	case 6:
		return "Point(x=" + p(0) + ")"
	case 7:
		return g.pattern(0, "") + " | " + g.pattern(0, "")
	case 8:
		return "(" + g.pattern(depth-1, prefix) + ") as " + prefix + "n"
	}
	return pick(g, "int(", "str(", "float(", "list(", "dict(", "bool(") + pick(g, "", prefix+"c", "") + ")"
}

// spec makes a format specification.
func (g *generator) spec() string {
	var b strings.Builder
	if g.IntN(3) == 0 {
		b.WriteString(pick(g, "", "*", "0", "é", " ") + pick(g, "<", ">", "^", "="))
	}
	b.WriteString(pick(g, "", "", "", "+", "-", " "))
	b.WriteString(pick(g, "", "", "", "#", "z"))
	b.WriteString(pick(g, "", "", "", "0"))
	b.WriteString(pick(g, "", "", "5", "10", "1", "23"))
	b.WriteString(pick(g, "", "", "", ",", "_"))
	b.WriteString(pick(g, "", "", "", ".0", ".2", ".5", ".17", "."))
	b.WriteString(pick(g, "", "d", "f", "e", "g", "%", "x", "b", "o", "X", "s", "n", "G", "E", "c", "q", "F"))
	return b.String()
}

// formats prints values in random formats.
func (g *generator) formats() {
	for range 6 + g.IntN(12) {
		v := "(" + g.literal(pick(g, byte('i'), 'i', 'f', 'f', 's', 'o', 'c', 'x')) + ")"
		switch g.IntN(4) {
		case 0:
			g.probe(fmt.Sprintf("format(%s, %s)", v, quoted(g.spec())))
		case 1:
			g.probe(fmt.Sprintf("'{:%s}|{!r:%s}'.format(%s, %s)", g.spec(), pick(g, ">9", "^7", ".2", ""), v, v))
		case 2:
			percent := "%" + pick(g, "", "", "-", "+", " ", "0", "#", "-0") + pick(g, "", "", "6", "12", "*") + pick(g, "", "", ".0", ".3", ".12", ".") + pick(g, "d", "i", "u", "s", "r", "a", "x", "X", "o", "f", "F", "e", "E", "g", "G", "c", "%", "q", "ld")
			args := v
			if strings.Contains(percent, "*") {
				args = "8, " + v
			}
			g.probe(fmt.Sprintf("'[%s]' %% (%s,)", percent, args))
		default:
			g.probe(fmt.Sprintf("f'<{%s%s:%s}>'", strings.NewReplacer(`'`, `"`, `\`, "").Replace(v), pick(g, "", "", "!r", "!s"), g.spec()))
		}
	}
}
