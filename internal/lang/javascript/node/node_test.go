package node

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

// A bare is a runtime that has nothing but the library.
type bare struct {
	vm      *goja.Runtime
	library *Library
	loaded  map[string]goja.Value
	tasks   []goja.Callable // of setImmediate and setTimeout
	out     strings.Builder
}

func newBare(t testing.TB, l *Library) *bare {
	t.Helper()
	b := &bare{vm: goja.New(), library: l, loaded: make(map[string]goja.Value)}
	require := func(call goja.FunctionCall) goja.Value {
		return b.require(strings.TrimPrefix(call.Argument(0).String(), "node:"))
	}
	for name, f := range map[string]func(goja.FunctionCall) goja.Value{
		"require": require,
		"print": func(call goja.FunctionCall) goja.Value {
			var words []string
			for _, v := range call.Arguments {
				words = append(words, v.String())
			}
			fmt.Fprintln(&b.out, strings.Join(words, " "))
			return goja.Undefined()
		},
		"setTimeout":     b.later,
		"setInterval":    b.later,
		"setImmediate":   b.later,
		"queueMicrotask": b.later,
		"clearTimeout":   b.forget,
		"clearInterval":  b.forget,
		"clearImmediate": b.forget,
	} {
		if err := b.vm.Set(name, f); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// later keeps a callback until the script has run.
func (b *bare) later(call goja.FunctionCall) goja.Value {
	f, ok := goja.AssertFunction(call.Argument(0))
	if !ok {
		panic(b.vm.NewTypeError("not a function"))
	}
	b.tasks = append(b.tasks, f)
	return b.vm.ToValue(len(b.tasks))
}

// forget takes a callback of later away.
func (b *bare) forget(call goja.FunctionCall) goja.Value {
	if i := call.Argument(0).ToInteger() - 1; i >= 0 && i < int64(len(b.tasks)) {
		b.tasks[i] = nil
	}
	return goja.Undefined()
}

// addWeb makes a global of the web's classes, which Node has as globals.
func (b *bare) addWeb() error {
	web := b.vm.NewObject()
	for _, name := range []string{"internal:abort", "internal:encoding"} {
		o := b.require(name).ToObject(b.vm)
		for _, key := range o.Keys() {
			set(web, key, o.Get(key))
		}
	}
	set(web, "structuredClone", b.require("internal:clone"))
	return b.vm.Set("web", web)
}

func (b *bare) require(name string) goja.Value {
	if v, ok := b.loaded[name]; ok {
		return v
	}
	v, err := b.library.Load(b.vm, b.host(), name)
	if err != nil {
		panic(b.vm.NewGoError(err))
	}
	b.loaded[name] = v
	return v
}

func (b *bare) host() Host {
	process := b.vm.NewObject()
	set(process, "nextTick", b.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		args := slices.Clone(call.Arguments[1:])
		f, _ := goja.AssertFunction(call.Argument(0))
		b.tasks = append(b.tasks, func(this goja.Value, _ ...goja.Value) (goja.Value, error) { return f(this, args...) })
		return goja.Undefined()
	}))
	set(process, "emitWarning", b.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		fmt.Fprintln(&b.out, "warning:", call.Argument(0).String())
		return goja.Undefined()
	}))
	set(process, "cwd", b.vm.ToValue(func(goja.FunctionCall) goja.Value { return b.vm.ToValue("/dir") }))
	return Host{
		Require: b.require,
		Process: process,
		Global:  func(name string) goja.Value { return b.vm.GlobalObject().Get(name) },
	}
}

// run runs a script and what it has put off, and returns what it printed.
func (b *bare) run(name, script string) (string, error) {
	_, err := b.vm.RunScript(name, script)
	for i := 0; err == nil && i < len(b.tasks); i++ {
		if next := b.tasks[i]; next != nil {
			_, err = next(goja.Undefined())
		}
	}
	return b.out.String(), err
}

// TestScripts runs programs whose output is what Node 20 prints for them, with print
// for console.log of strings.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	library := NewLibrary()
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".js"), func(t *testing.T) {
			t.Parallel()
			script, want := read(t, file), read(t, strings.TrimSuffix(file, ".js")+".out")
			b := newBare(t, library)
			if err := b.addWeb(); err != nil {
				t.Fatal(err)
			}
			got, err := b.run(file, script)
			if err != nil {
				t.Error(err)
			}
			compareLines(t, got, want)
		})
	}
}

func compareLines(t *testing.T, got, want string) {
	t.Helper()
	gs, ws := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(gs), len(ws)) {
		g, w := "(end)", "(end)"
		if i < len(gs) {
			g = gs[i]
		}
		if i < len(ws) {
			w = ws[i]
		}
		if g != w {
			t.Errorf("line %d:\n got %s\nwant %s", i+1, g, w)
		}
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestLoadsAll finds modules that don't compile or don't run alone.
func TestLoadsAll(t *testing.T) {
	l := NewLibrary()
	n := 0
	err := fs.WalkDir(sources, "js", func(p string, d fs.DirEntry, err error) error {
		if !d.IsDir() {
			n++
		}
		return err
	})
	if err != nil || n != len(l.modules) {
		t.Fatalf("%d modules of %d files, %v", len(l.modules), n, err)
	}
	for name := range l.modules {
		if _, err := newBare(t, l).run("load.js", fmt.Sprintf("require(%q)", name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNames(t *testing.T) {
	l := NewLibrary()
	names := l.Names()
	if !slices.IsSorted(names) || !l.Has("events") || l.Has("internal:errors") || l.Has("absent") {
		t.Errorf("names %q", names)
	}
	for _, name := range names {
		if strings.Contains(name, ":") {
			t.Errorf("%s is public", name)
		}
	}
}

// BenchmarkLoad is of a module and all that it requires, compiled before.
func BenchmarkLoad(b *testing.B) {
	l := NewLibrary()
	for _, name := range l.Names() {
		b.Run(name, func(b *testing.B) {
			newBare(b, l).require(name)
			for range b.N {
				b.StopTimer()
				fresh := newBare(b, l)
				b.StartTimer()
				fresh.require(name)
			}
		})
	}
}
