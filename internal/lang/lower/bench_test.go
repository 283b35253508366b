package lower

import (
	"fmt"
	"strings"
	"testing"
)

// The same program as TypeScript and as JavaScript.
const (
	unitTS = "interface P%[1]d { x: number; y?: string }\nclass C%[1]d {\n  constructor(private p: P%[1]d) {}\n  sum(n: number): number { return this.p.x + n }\n}\nfunction f%[1]d(a: number, b: number): number {\n  const c = new C%[1]d({ x: a })\n  let t = 0\n  for (let i = 0; i < b; i++) t += c.sum(i)\n  return t\n}\n"
	unitJS = "\nclass C%[1]d {\n  constructor(p) { this.p = p }\n  sum(n) { return this.p.x + n }\n}\nfunction f%[1]d(a, b) {\n  const c = new C%[1]d({ x: a })\n  let t = 0\n  for (let i = 0; i < b; i++) t += c.sum(i)\n  return t\n}\n"
)

func benchmarkSource(unit string, lines int) string {
	var b strings.Builder
	for i := range max(1, lines/11) {
		fmt.Fprintf(&b, unit, i)
		fmt.Fprintf(&b, "f%d(1, 20)\n", i)
	}
	return b.String()
}

func BenchmarkCold(b *testing.B) {
	cases := []struct{ name, file, code string }{
		{"js/1", "a.js", "globalThis.x = 1 + 1"},
		{"ts/1", "a.ts", "(globalThis as any).x = 1 + 1"},
		{"js/100", "a.js", benchmarkSource(unitJS, 100)},
		{"ts/100", "a.ts", benchmarkSource(unitTS, 100)},
		{"ts/5000", "a.ts", benchmarkSource(unitTS, 5000)},
		{"tla/100", "a.ts", "await 0\n" + benchmarkSource(unitTS, 100)},
	}
	for _, c := range cases {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := NewCompiler(Options{}).Compile(c.file, c.code); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCached(b *testing.B) {
	for _, c := range []struct{ name, file, unit string }{{"js", "a.js", unitJS}, {"ts", "a.ts", unitTS}} {
		b.Run(c.name, func(b *testing.B) {
			compiler := NewCompiler(Options{})
			files := map[string]string{c.file: benchmarkSource(c.unit, 100)}
			for b.Loop() {
				if err := newMachine(compiler, files).run(c.file); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkTransform(b *testing.B) {
	s := source{name: "a.ts", code: benchmarkSource(unitTS, 100)}
	b.Run("esbuild", func(b *testing.B) {
		for b.Loop() {
			if _, err := transform(s, TypeScript); err != nil {
				b.Fatal(err)
			}
		}
	})
	out, _ := transform(s, TypeScript)
	b.Run("source map", func(b *testing.B) {
		for b.Loop() {
			if _, err := newFile(s.name, out.code, out.mappings); err != nil {
				b.Fatal(err)
			}
		}
	})
}
