package lower

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

// A machine is as much of a CommonJS host as the tests of a compiler need.
type machine struct {
	vm       *goja.Runtime
	compiler *Compiler
	files    map[string]string
	modules  map[string]*goja.Object
	out      strings.Builder
	rejected error
}

func newMachine(c *Compiler, files map[string]string) *machine {
	m := &machine{vm: goja.New(), compiler: c, files: files, modules: map[string]*goja.Object{}}
	if _, err := m.vm.RunString(`for (const s of ["asyncIterator", "dispose", "asyncDispose"])
		if (!Symbol[s]) Object.defineProperty(Symbol, s, { value: Symbol("Symbol." + s) })`); err != nil {
		panic(err)
	}
	m.vm.Set("log", func(call goja.FunctionCall) goja.Value {
		for i, a := range call.Arguments {
			if i > 0 {
				m.out.WriteByte(' ')
			}
			m.out.WriteString(a.String())
		}
		m.out.WriteByte('\n')
		return goja.Undefined()
	})
	m.vm.SetPromiseRejectionTracker(func(p *goja.Promise, op goja.PromiseRejectionOperation) {
		if op == goja.PromiseRejectionHandle {
			m.rejected = nil
			return
		}
		m.rejected = errors.New(p.Result().String())
		if o, ok := p.Result().(*goja.Object); ok {
			m.rejected = errors.New(o.Get("stack").String())
		}
	})
	return m
}

func (m *machine) run(name string) error {
	if _, err := m.load(name); err != nil {
		var ex *goja.Exception
		if errors.As(err, &ex) {
			return errors.New(ex.String())
		}
		return err
	}
	return m.rejected
}

func (m *machine) load(name string) (*goja.Object, error) {
	if module, ok := m.modules[name]; ok {
		return module, nil
	}
	p, err := m.compiler.Compile(name, m.files[name])
	if err != nil {
		return nil, err
	}
	f, err := m.vm.RunProgram(p)
	if err != nil {
		return nil, err
	}
	call, ok := goja.AssertFunction(f)
	if !ok {
		return nil, fmt.Errorf("%s is compiled to %v, not to a function", name, f)
	}
	module := m.vm.NewObject()
	m.modules[name] = module
	exports := m.vm.NewObject()
	module.Set("exports", exports)
	require := m.vm.ToValue(func(id string) goja.Value {
		other, err := m.load(m.find(path.Join(path.Dir(name), id)))
		if err != nil {
			panic(err)
		}
		return other.Get("exports")
	})
	require.(*goja.Object).Set("main", module)
	_, err = call(exports, exports, require, module, m.vm.ToValue("/"+name), m.vm.ToValue("/"))
	return module, err
}

func (m *machine) find(id string) string {
	for _, ext := range []string{"", ".ts", ".js"} {
		if _, ok := m.files[id+ext]; ok {
			return id + ext
		}
	}
	panic(m.vm.NewTypeError("Cannot find module '%s'", id))
}

// output runs a main source and returns what it logged.
func runSource(t *testing.T, name, code string) string {
	t.Helper()
	return runFiles(t, name, map[string]string{name: code})
}

func runFiles(t *testing.T, main string, files map[string]string) string {
	t.Helper()
	m := newMachine(NewCompiler(Options{}), files)
	if err := m.run(main); err != nil {
		t.Fatalf("run %s: %v\noutput so far:\n%s", main, err, m.out.String())
	}
	return m.out.String()
}
