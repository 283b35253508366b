package javascript

import (
	"embed"
	"fmt"
	"sync"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
)

//go:embed prelude/*.js
var preludeSources embed.FS

// A prelude is what all instances of a Runtime share: the tables of their objects, and
// the parts of the runtime that are written in JavaScript, compiled when first used.
type prelude struct {
	globals, builtins, console, process, stdout, stderr, stdin, timeout, immediate, symbols *table

	mu       sync.Mutex
	programs map[string]*goja.Program
}

func newPrelude() *prelude {
	return &prelude{
		globals:   globalsTable(),
		builtins:  builtinsTable(),
		console:   consoleTable(),
		process:   processTable(),
		stdout:    outputTable(func(in *instance) *output { return in.stdout }),
		stderr:    outputTable(func(in *instance) *output { return in.stderr }),
		stdin:     stdinTable(),
		timeout:   timeoutTable(),
		immediate: immediateTable(),
		symbols:   symbolsTable(),
		programs:  make(map[string]*goja.Program),
	}
}

// program returns a script of the prelude's.
func (p *prelude) program(name string) (*goja.Program, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if compiled, ok := p.programs[name]; ok {
		return compiled, nil
	}
	source, err := preludeSources.ReadFile("prelude/" + name + ".js")
	if err != nil {
		return nil, fmt.Errorf("read prelude: %w", err)
	}
	tree, err := goja.Parse(internal+"elided/"+name, string(source), parser.WithDisableSourceMaps)
	if err != nil {
		return nil, fmt.Errorf("parse prelude: %w", err)
	}
	compiled, err := goja.CompileAST(tree, true)
	if err != nil {
		return nil, fmt.Errorf("compile prelude: %w", err)
	}
	p.programs[name] = compiled
	return compiled, nil
}

// prelude returns what a script of the prelude's evaluates to, in this instance.
func (in *instance) prelude(name string) goja.Value {
	if v, ok := in.scripts[name]; ok {
		return v
	}
	program, err := in.runtime.prelude.program(name)
	must(err)
	v, err := in.vm.RunProgram(program)
	must(err)
	if in.scripts == nil {
		in.scripts = make(map[string]goja.Value)
	}
	in.scripts[name] = v
	return v
}
