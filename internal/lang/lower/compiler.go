// Package lower turns JavaScript and TypeScript of any age into programs that goja
// runs right. What goja runs as it is goes to goja untouched; the rest is rewritten by
// esbuild, in process, with every position kept. It runs untrusted input through two
// parsers and belongs in a worker process.
package lower

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
)

// A Loader is a source language.
type Loader int

// The source languages.
const (
	JavaScript Loader = iota
	TypeScript

	loaders = iota // how many there are
)

// Options configure a Compiler.
type Options struct {
	// CacheBytes bounds the memory that compiled programs and their sources are
	// estimated to take; 0 is 16 MiB.
	CacheBytes int64
	// Loader is the language of a source whose extension names none.
	Loader Loader
}

const defaultCacheBytes = 16 << 20

// A Compiler compiles CommonJS and ES modules, JavaScript and TypeScript, and caches
// the programs by content. It is safe for concurrent use.
type Compiler struct {
	cache  *cache
	loader Loader
}

// NewCompiler returns a Compiler with an empty cache.
func NewCompiler(o Options) *Compiler {
	if o.CacheBytes == 0 {
		o.CacheBytes = defaultCacheBytes
	}
	return &Compiler{cache: newCache(o.CacheBytes), loader: o.Loader}
}

// WithLoader returns a Compiler for sources of another default language; both share
// one cache.
func (c *Compiler) WithLoader(l Loader) *Compiler {
	return &Compiler{cache: c.cache, loader: l}
}

// Compile returns a program that evaluates to a function (exports, require, module,
// __filename, __dirname) with code as its body. The extension of name chooses the
// language: .js, .cjs and .mjs are JavaScript, .ts, .cts and .mts are TypeScript, and
// the Compiler's loader decides for any other. Where the loader is TypeScript, a .js
// file that is no JavaScript is taken for TypeScript.
//
// The error is a *javascript.SyntaxError where the source is wrong.
func (c *Compiler) Compile(name, code string) (*goja.Program, error) {
	return c.get(name, code, false)
}

// CompileMain implements javascript.ExpressionCompiler.
func (c *Compiler) CompileMain(name, code string) (*goja.Program, error) {
	return c.get(name, code, true)
}

func (c *Compiler) get(name, code string, main bool) (*goja.Program, error) {
	k := key{loader: c.loader, name: name, code: code, main: main}
	return c.cache.get(k, func() (*goja.Program, int64, error) { return c.compile(name, code, main) })
}

// Stats says how often the cache had a program and had not, and what it holds: its
// programs and their estimated bytes.
func (c *Compiler) Stats() (hits, misses, entries int, bytes int64) {
	return c.cache.stats()
}

// CacheUse is part of lang.Caching. It counts the sources of the Compiler's own language
// alone, though others may be in the same cache.
func (c *Compiler) CacheUse() lang.CacheUse { return c.cache.use(c.loader) }

// compile also returns the estimated bytes that the program retains.
func (c *Compiler) compile(name, code string, main bool) (p *goja.Program, size int64, err error) {
	defer func() {
		if r := recover(); r != nil {
			p, size, err = nil, 0, fmt.Errorf("compile %s: the compiler failed: %v; simplify the source", name, r)
		}
	}()
	s := source{name: name, code: normalize(code), main: main}
	if extensionLoader(name, c.loader) == TypeScript {
		return compileTypeScript(s)
	}
	p, size, err = compileJavaScript(s)
	if err != nil && c.loader == TypeScript {
		return compileTypeScript(s)
	}
	return p, size, err
}

// A source is one file to compile.
type source struct {
	name, code string
	main       bool // it is the program's main one
}

func (s source) extension() string {
	return strings.ToLower(path.Ext(s.name))
}

func extensionLoader(name string, otherwise Loader) Loader {
	switch (source{name: name}).extension() {
	case ".js", ".cjs", ".mjs":
		return JavaScript
	case ".ts", ".cts", ".mts":
		return TypeScript
	}
	return otherwise
}

// sourceMapComment begins a comment that names a source map.
var sourceMapComment = regexp.MustCompile(`(?m)^([ \t]*//)[#@]([ \t]*sourceMappingURL=)`)

// normalize removes what a parser may stumble on before the first token, and what
// would make esbuild believe a source map of the source's own, without moving any
// other character.
func normalize(code string) string {
	if strings.Contains(code, "sourceMappingURL=") {
		code = sourceMapComment.ReplaceAllString(code, "$1 $2")
	}
	code = strings.TrimPrefix(code, "\ufeff")
	if strings.HasPrefix(code, "#!") {
		code = "//" + code[2:]
	}
	return code
}
