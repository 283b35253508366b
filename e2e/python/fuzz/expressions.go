// Package fuzz compares the engine with CPython 3.11 on random small programs.
package fuzz

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A generator makes one program.
type generator struct {
	*rand.Rand
	b      strings.Builder
	indent int
	count  int // names made
}

// program returns the program of a seed.
func program(seed uint64) string {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 11))}
	kinds := []func(){g.probes, g.probes, g.formats, g.flow, g.flow, g.calls, g.classes, g.matches, g.generators, g.scopes, g.mutations, g.objects, g.asyncs, g.groups, g.orders, g.orders, g.tracebacks, g.tracebacks, g.library, g.decorated, g.dates, g.exactly, g.patterns, g.patterns, g.records, g.enums, g.managers, g.keeping, g.reports, g.typed}
	for range 1 + g.IntN(3) {
		kinds[g.IntN(len(kinds))]()
	}
	return g.b.String()
}

// line writes a line at the current indentation.
func (g *generator) line(format string, a ...any) {
	g.b.WriteString(strings.Repeat("    ", g.indent))
	fmt.Fprintf(&g.b, format, a...)
	g.b.WriteByte('\n')
}

// block writes what f writes, indented below a line.
func (g *generator) block(f func(), format string, a ...any) {
	g.line(format, a...)
	g.indent++
	f()
	g.indent--
}

func pick[T any](g *generator, list ...T) T { return list[g.IntN(len(list))] }

func (g *generator) name(prefix string) string {
	g.count++
	return fmt.Sprint(prefix, g.count)
}

// probes prints expressions or their errors, each apart from the others.
func (g *generator) probes() {
	for range 4 + g.IntN(12) {
		g.probe(g.expr(kindAny, 3))
	}
}

func (g *generator) probe(expr string) {
	g.line("try: print(repr(%s))", expr)
	g.line("except Exception as e: print(type(e).__name__, e)")
}

// expr makes an expression of a kind, at most depth deep. One in twenty is of another
// kind, for the errors.
func (g *generator) expr(kind byte, depth int) string {
	if g.IntN(20) == 0 {
		kind = kindAny
	}
	if kind == kindAny {
		kind = kinds[g.IntN(len(kinds))]
	}
	if kind == kindNumber {
		kind = pick(g, byte('i'), 'f', 'o', 'i')
	}
	if kind == kindIterable {
		kind = kinds[g.IntN(len(kinds))]
		for strings.IndexByte("ifoc", kind) >= 0 {
			kind = kinds[g.IntN(len(kinds))]
		}
	}
	if depth <= 0 || g.IntN(4) == 0 {
		return g.literal(kind)
	}
	list := templates[kind]
	return g.fill(list[g.IntN(len(list))], depth-1)
}

// fill puts expressions into a template: {s} is one of a string, and so on.
func (g *generator) fill(template string, depth int) string {
	var b strings.Builder
	for i := 0; i < len(template); i++ {
		if template[i] == '{' && i+2 < len(template) && template[i+2] == '}' && template[i+1] != '0' {
			b.WriteString(g.part(template[i+1], depth))
			i += 2
			continue
		}
		b.WriteByte(template[i])
	}
	return b.String()
}

func (g *generator) part(kind byte, depth int) string {
	switch kind {
	case 'k': // a small int, for indexes
		if g.IntN(25) == 0 {
			return g.expr(kindAny, 0)
		}
		return fmt.Sprint(g.IntN(12) - 4)
	case 'K': // a bound of a slice
		return pick(g, "", "", fmt.Sprint(g.IntN(14)-6), "None", "10**20")
	case 'S': // a step
		return pick(g, "", "1", "2", "-1", "-2", "3", "0", "None")
	case 'w': // a count that is not too great
		return fmt.Sprint(g.IntN(5))
	case '+':
		return pick(g, "+", "-", "*", "//", "%")
	case '&':
		return pick(g, "&", "|", "^")
	case '<':
		return pick(g, "<", "<=", "==", "!=", ">", ">=")
	case '!':
		return pick(g, "r", "s", "a")
	case 'p':
		return quoted(g.spec())
	}
	return "(" + g.expr(kind, depth) + ")"
}

func (g *generator) literal(kind byte) string {
	if kind == kindAny {
		kind = kinds[g.IntN(len(kinds))]
	}
	switch kind {
	case 'i':
		return pick(g, "0", "1", "-1", "2", "3", "7", "-5", "10", "255", "256", "-256", "2**31", "2**63", "-2**63", "2**63-1", "2**64+1", "10**18", "10**25", "-10**30", "0x7f", "1_000", "123456789", "-7", fmt.Sprint(g.IntN(2000)-1000))
	case 'f':
		return pick(g, "0.0", "-0.0", "1.0", "0.5", "-1.5", "2.5", "3.5", "0.1", "1e16", "1e15", "1.5e300", "5e-324", "1e-5", "0.0001", "float('inf')", "float('-inf')", "float('nan')", "123456.789", "1/3", "2.675", "1e22", "1e23", "9007199254740993.0", fmt.Sprint(g.Float64()*1000))
	case 'o':
		return pick(g, "True", "False")
	case 'c':
		return pick(g, "1j", "2+3j", "-0.5j", "complex(1, -2)", "complex('nan+1j')", "0j")
	case 's':
		return pick(g, `''`, `'a'`, `'abc'`, `'Hello World'`, `'héllo'`, `'日本語'`, `'😀x'`, `'a,b,,c'`, `'  pad  '`, `'x\ty\nz'`, `"it's"`, `'"q"'`, `'\x00\x7f'`, `'12'`, `'-3.5'`, `'ß'`, `'ǅ'`, `'\u0301e'`, `'aAbB'`, `'a\r\nb\x0bc\u2028d'`, `'\ud800'`, `'İ'`, `'ΑΣ'`, `'٣'`, `'²'`, `'_x1'`, `'%s %d'`, `'{} {}'`, `'aaa'`, `'\xa0\u3000x'`, `'Ⅷ'`)
	case 'b':
		return pick(g, `b''`, `b'a'`, `b'abc'`, `b'\x00\xff'`, `b'a b  c'`, `b"it's"`, `b'Hello'`, `b'12'`, `b'x\ny'`, `bytearray(b'abc')`, `bytes(range(5))`)
	case 'l':
		return "[" + g.items(0) + "]"
	case 't':
		switch n := g.IntN(4); n {
		case 0:
			return "()"
		case 1:
			return "(" + g.literal(kindAny) + ",)"
		default:
			return "(" + g.literal(kindAny) + ", " + g.literal(kindAny) + ")"
		}
	case 'd':
		return pick(g, "{}", "{'a': 1}", "{1: 'x', 2: 'y'}", "{'k': [1], 'j': (2,)}", "{True: 0, 1.0: 2}", "dict(a=1, b=2)", "{3: 3, 2: 2, 1: 1}", "{None: (), (1, 2): {}}")
	case 'e':
		return pick(g, "set()", "{1}", "{1, 2, 3}", "{5, 3, 100, -1}", "frozenset({1, 2})", "{True, 2}", "{'a'}", "set(range(10))", "{(1, 2)}")
	case 'r':
		return pick(g, "range(5)", "range(0)", "range(10, 0, -3)", "range(-3, 8, 2)", "range(10**18, 10**18+5)")
	}
	return pick(g, "None", "...", "NotImplemented", "int", "len")
}

func (g *generator) items(depth int) string {
	n := g.IntN(5)
	list := make([]string, n)
	kind := pick(g, 'i', 's', 'f', kindAny, kindAny, 'i')
	for i := range list {
		list[i] = g.expr(byte(kind), depth)
	}
	return strings.Join(list, ", ")
}

func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `\'`) + "'" }
