package py

import (
	"io"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// An Interp is one execution's state.
type Interp struct {
	// Modules is sys.modules, Builtins the module builtins' names.
	Modules  *Dict
	Builtins *Dict
	// Host is what the program may reach; see each field.
	Host Host
	// Finders look for modules by name, one after another.
	Finders []Finder
	// Data is what library modules keep for this execution, by a key of their own.
	Data map[any]any
	// AtExit are called at the end of the run, the last first.
	AtExit []func(t *Thread) error

	attention attention
	limit     int    // of recursion
	versions  uint64 // of classes
	bodies    map[*code.Code]*Body
	handlers  map[string]Object      // of signals, by name
	subs      map[*Class]*subclasses // of built-in classes
}

// A Host is what an Interp may reach.
type Host struct {
	// Stdout and Stderr are written to at each flush.
	Stdout, Stderr io.Writer
}

// A Finder finds a module: it returns nil, nil for a name that it doesn't know. The module
// is entered into sys.modules by it before its code runs.
type Finder func(t *Thread, name string) (Object, error)

var setupOnce sync.Once

// NewInterp returns the state of a new execution.
func NewInterp(h Host) *Interp {
	setupOnce.Do(setup)
	in := &Interp{Host: h, Modules: NewDict(), Data: map[any]any{}, limit: recursionLimit, bodies: map[*code.Code]*Body{}}
	in.Builtins = newBuiltins(in)
	return in
}

// NewThread returns a thread.
func (in *Interp) NewThread() *Thread { return &Thread{In: in} }

// Stop ends the run at its next step. It is safe from any goroutine.
func (in *Interp) Stop() {
	in.attention.stopped.Store(true)
	in.attention.flag.Store(1)
}

// Stopped reports whether Stop was called.
func (in *Interp) Stopped() bool { return in.attention.stopped.Load() }

// Signal has the main thread see to a signal. It is safe from any goroutine.
func (in *Interp) Signal(name string) {
	in.attention.signal.Store(&name)
	in.attention.flag.Store(1)
}

// attend sees to what has come.
func (in *Interp) attend(t *Thread) error {
	if in.attention.stopped.Load() {
		return ErrStopped
	}
	in.attention.flag.Store(0)
	name := in.attention.signal.Swap(nil)
	if in.attention.stopped.Load() { // it came meanwhile
		in.attention.flag.Store(1)
		return ErrStopped
	}
	if name == nil {
		return nil
	}
	return in.signalled(t, *name)
}

// signalled calls the program's handler of a signal, or does what is done without one.
func (in *Interp) signalled(t *Thread, name string) error {
	if h := in.handlers[name]; h != nil {
		_, err := t.Call(h, NewStr(name), None)
		return err
	}
	switch name {
	case "SIGINT":
		return NewExc(KeyboardInterrupt)
	case "SIGTERM":
		return NewExc(SystemExit, MakeInt(143)).With("code", MakeInt(143))
	}
	return nil
}
