// Package node has the built-in modules that Node programs require: events, util,
// path, buffer and others. Each is JavaScript, in the folder js, with a few functions
// in Go under it where JavaScript would be slow or can't do it.
//
// Nothing here reads the machine: a program learns nothing of where it runs.
package node

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
)

// Each source is the body of a function (exports, require, module, internal).
//
//go:embed js
var sources embed.FS

const (
	sourceHead = "(function (exports, require, module, internal) {'use strict';"
	sourceTail = "\n})"
	// internal is how the names begin of modules that only modules require.
	internal = "internal:"
)

// A Host is what the modules use of the runtime that they are loaded in.
type Host struct {
	// Require returns what a built-in module, named without "node:", exports. It is
	// also asked for the modules that only other modules may require. It may panic as
	// a function that goja calls may.
	Require func(name string) goja.Value
	// Process is the program's process object.
	Process *goja.Object
	// Global returns a global of the program, nil when there is none of that name.
	Global func(name string) goja.Value
	// Natives returns further functions that a module has of the runtime; may be nil.
	Natives func(module string) map[string]func(goja.FunctionCall) goja.Value
}

// A Library holds the compiled modules. Many runtimes may use one at the same time.
type Library struct {
	public  []string // sorted
	modules map[string]*source
}

// A source is a module that is compiled when it is first asked for.
type source struct {
	name, file string
	once       sync.Once
	program    *goja.Program
	err        error
}

// NewLibrary returns a library that has compiled nothing yet.
func NewLibrary() *Library {
	l := &Library{modules: make(map[string]*source)}
	l.add("js", "")
	slices.Sort(l.public)
	return l
}

// add has the sources of a folder as modules whose names begin with prefix.
func (l *Library) add(folder, prefix string) {
	entries, err := sources.ReadDir(folder)
	if err != nil {
		panic(err) // the binary doesn't have the folder that it was built with
	}
	for _, e := range entries {
		file := path.Join(folder, e.Name())
		switch stem := strings.TrimSuffix(e.Name(), ".js"); {
		case e.Name() == "internal":
			l.add(file, internal)
		case e.IsDir():
			l.add(file, stem+"/")
		default:
			l.modules[prefix+stem] = &source{name: prefix + stem, file: file}
			if prefix != internal {
				l.public = append(l.public, prefix+stem)
			}
		}
	}
}

// Has is true for a module that programs may require, by its name without "node:".
func (l *Library) Has(name string) bool {
	_, ok := slices.BinarySearch(l.public, name)
	return ok
}

// Names returns the modules that programs may require, sorted.
func (l *Library) Names() []string {
	return slices.Clone(l.public)
}

// Load runs a module in vm and returns what it exports. The caller keeps that: another
// Load makes another copy. Beyond the public modules there are those whose names begin
// with "internal:". The error is a *goja.Exception when the module has thrown.
func (l *Library) Load(vm *goja.Runtime, host Host, name string) (goja.Value, error) {
	s, ok := l.modules[name]
	if !ok {
		return nil, fmt.Errorf("no such built-in module: %q", name)
	}
	program, err := s.compile()
	if err != nil {
		return nil, fmt.Errorf("compile built-in module %s: %w", name, err)
	}
	f, err := vm.RunProgram(program)
	if err != nil {
		return nil, err
	}
	return run(vm, host, name, f)
}

// run calls the function of a module's source.
func run(vm *goja.Runtime, host Host, name string, f goja.Value) (goja.Value, error) {
	body, ok := goja.AssertFunction(f)
	if !ok {
		return nil, fmt.Errorf("built-in module %s is not a function", name)
	}
	exports, module := vm.NewObject(), vm.NewObject()
	set(module, "exports", exports)
	require := func(call goja.FunctionCall) goja.Value { return host.Require(call.Argument(0).String()) }
	if _, err := body(goja.Undefined(), exports, vm.ToValue(require), module, natives(vm, host, name)); err != nil {
		return nil, err
	}
	return module.Get("exports"), nil
}

func (s *source) compile() (*goja.Program, error) {
	s.once.Do(func() {
		text, err := sources.ReadFile(s.file)
		if err != nil {
			s.err = err
			return
		}
		tree, err := goja.Parse("node:"+s.name, sourceHead+string(text)+sourceTail, parser.WithDisableSourceMaps)
		if err != nil {
			s.err = err
			return
		}
		s.program, s.err = goja.CompileAST(tree, true)
	})
	return s.program, s.err
}
