// Package lib is Python's library: modules written in Go, and modules written in Python,
// which are embedded, compiled once a process and run when an execution imports them.
package lib

import (
	"embed"
	"path"
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/code"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

//go:embed all:src
var sources embed.FS

// A Compiler compiles a source.
type Compiler func(source, file string, mode py.Mode) (*code.Code, error)

// A Library is what executions share of the modules: their code.
type Library struct {
	compile Compiler

	mu    sync.Mutex
	codes map[string]*code.Code // by file; there are as many as files
}

// New returns a library whose modules are compiled when they are first imported.
func New(c Compiler) *Library { return &Library{compile: c, codes: map[string]*code.Code{}} }

// Find is a py.Finder.
func (l *Library) Find(t *py.Thread, name string) (py.Object, error) {
	if make := nativeModule(name); make != nil {
		m, err := make(t)
		if err != nil {
			return nil, err
		}
		t.In.Modules.SetStr(name, m)
		return m, nil
	}
	for _, file := range filesOf(name) {
		c, err := l.code(path.Join("src", file))
		if err != nil {
			return nil, err
		}
		if c != nil {
			return t.RunCode(name, c, isPackage(file))
		}
	}
	return nil, nil
}

// nativeModule makes a module that is written in Go; it is nil for others. The one that asks
// for it can't be among native.
func nativeModule(name string) func(t *py.Thread) (*py.Module, error) {
	if name == "_sources" {
		return sourcesModule
	}
	return native[name]
}

// filesOf are those that a module may be in, the first before the other.
func filesOf(name string) [2]string {
	base := strings.ReplaceAll(name, ".", "/")
	return [2]string{base + "/__init__.py", base + ".py"}
}

// isPackage reports whether a module's file is that of a package.
func isPackage(file string) bool { return strings.HasSuffix(file, "/__init__.py") }

// prefix is where tracebacks say that the library is.
const prefix = "/usr/lib/python3.11/"

// code is the code of a file, or nil where there is no such file.
func (l *Library) code(file string) (*code.Code, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if c := l.codes[file]; c != nil {
		return c, nil
	}
	source, err := sources.ReadFile(file)
	if err != nil {
		return nil, nil
	}
	c, err := l.compile(string(source), prefix+strings.TrimPrefix(file, "src/"), py.ForModule)
	if err != nil {
		return nil, err
	}
	leaveUntraced(c, untraced[strings.TrimPrefix(file, "src/")])
	l.codes[file] = c
	return c, nil
}

// Line is a line of a file of the library, from 1; empty where there is none.
func (l *Library) Line(file string, line int) string {
	rest, ok := strings.CutPrefix(file, prefix)
	if !ok {
		return ""
	}
	source, err := sources.ReadFile("src/" + rest)
	if err != nil {
		return ""
	}
	for s := range strings.Lines(string(source)) {
		if line--; line == 0 {
			return s
		}
	}
	return ""
}
