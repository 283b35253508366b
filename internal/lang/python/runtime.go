// Package python runs Python 3.11 programs on an engine of its own: package parse makes a
// syntax tree of a source, compile makes instructions of that, and py runs them.
package python

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/code"
	"github.com/elide-dev/elided/internal/lang/python/lib"
	"github.com/elide-dev/elided/internal/lang/python/py"
	"github.com/elide-dev/elided/internal/lang/recent"
)

// A Runtime runs Python programs. It implements lang.Runtime.
type Runtime struct {
	programs *recent.Cache[program, *code.Code]
	library  *lib.Library
}

// New returns a runtime for Python.
func New() *Runtime {
	return &Runtime{programs: recent.New[program, *code.Code](defaultCacheBytes), library: lib.New(compileLibrary)}
}

// Prepare returns an instance for one run.
func (r *Runtime) Prepare() lang.Instance {
	return &instance{runtime: r, stop: make(chan struct{})}
}

// Warm runs a program: the built-in classes are completed then, which is most of what a first
// run takes. It is part of lang.Warmer.
func (r *Runtime) Warm() {
	p, h := &lang.Program{Name: "main.py", Code: "print(f'{1}')", Dir: "/"}, &lang.Host{Stdout: io.Discard, Stderr: io.Discard}
	i := py.NewInterp(py.Host{Host: h, Program: p, Compile: compileLibrary, Find: r.library.Find, Source: r.library.Line, Stop: make(chan struct{})})
	i.NewThread().RunMain(p.Code)
}

// CacheUse is part of lang.Caching.
func (r *Runtime) CacheUse() lang.CacheUse { return r.programs.Use() }

// An instance runs one program.
type instance struct {
	runtime  *Runtime
	stop     chan struct{} // closed by the first Interrupt
	stopOnce sync.Once
	stopped  atomic.Bool

	mu     sync.Mutex
	interp *py.Interp // while the program runs
}

// Interrupt ends the run at its next step, or before its first one.
func (in *instance) Interrupt() {
	in.stopOnce.Do(func() {
		in.stopped.Store(true)
		close(in.stop)
	})
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.interp != nil {
		in.interp.Stop()
	}
}

// Signal hands a signal to the program. SIGINT and SIGTERM are exceptions where it has no
// handler.
func (in *instance) Signal(name string) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	return in.interp != nil && in.interp.Signal(name)
}

func (in *instance) begin(i *py.Interp) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.interp = i
	if in.stopped.Load() {
		i.Stop()
	}
}

func (in *instance) end() {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.interp = nil
}

// Run runs p to its end.
func (in *instance) Run(p *lang.Program, h *lang.Host) (out lang.Outcome) {
	i := py.NewInterp(py.Host{Host: h, Program: p, Compile: in.compile, Find: in.runtime.library.Find, Source: in.runtime.library.Line, Stop: in.stop})
	in.begin(i)
	defer in.end()
	defer func() {
		if r := recover(); r != nil {
			i.Discard()
			out = crashed(p, h, r)
		}
	}()
	return in.outcome(i, p)
}

func compileLibrary(source, file string, mode py.Mode) (*code.Code, error) {
	return compileSource(source, file, mode)
}

// compile compiles a program's source until the run is stopped.
func (in *instance) compile(source, file string, mode py.Mode) (*code.Code, error) {
	return in.runtime.compile(source, file, mode, func() error {
		if in.stopped.Load() {
			return py.ErrStopped
		}
		return nil
	})
}

// compile compiles a program's source, or finds that it is compiled already.
func (r *Runtime) compile(source, file string, mode py.Mode, poll func() error) (*code.Code, error) {
	key := program{file, source, mode}
	if c, ok := r.programs.Get(key); ok {
		return c, nil
	}
	c, err := compileSource(source, file, mode, poll)
	if err == nil {
		r.programs.Add(key, c)
	}
	return c, err
}

func (in *instance) outcome(i *py.Interp, p *lang.Program) lang.Outcome {
	t := i.NewThread()
	end := t.RunMain(p.Code)
	if end.Err == nil {
		return lang.Outcome{Reason: lang.Exited, ExitCode: end.ExitCode}
	}
	if !errors.As(end.Err, new(*py.Exc)) {
		return lang.Outcome{Reason: lang.Interrupted, ExitCode: 1}
	}
	e := &lang.Error{Message: end.Message, File: end.File, Line: end.Line, Column: end.Column, Stack: end.Text}
	reason := lang.UncaughtError
	if end.Overflow {
		reason = lang.StackOverflow
	}
	return lang.Outcome{Reason: reason, ExitCode: end.ExitCode, Err: e}
}

// crashed is the outcome of a panic of the engine.
func crashed(p *lang.Program, h *lang.Host, panicked any) lang.Outcome {
	text := fmt.Sprintf("internal error: %v", panicked)
	e := &lang.Error{Message: firstLine(text), File: p.Name, Stack: text + "\n"}
	if _, err := h.Stderr.Write([]byte(e.Stack)); err != nil {
		return lang.Outcome{Reason: lang.Interrupted, ExitCode: 1}
	}
	return lang.Outcome{Reason: lang.Crashed, ExitCode: 1, Err: e}
}
