package py

import (
	"sync"
	"weak"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// An Interp is one execution's state.
type Interp struct {
	Host Host
	// Modules is sys.modules, Builtins the module builtins' names.
	Modules  *Dict
	Builtins *Dict
	// Data is what library modules keep for this execution, by a key of their own.
	Data map[any]any
	// AtExit are called at the end of the run, the last first.
	AtExit []func(t *Thread) error
	// Path is sys.path's list.
	Path *List
	// Out and Err are the program's outputs, sys.stdout and sys.stderr at its start.
	Out, Err *Output

	// Scheduler runs the program's threads; nil is none.
	Scheduler Scheduler

	main      *Thread
	onEnd     []func(t *Thread) // see OnEnd
	attention attention
	wake      chan struct{} // has something when Sleep is to look at attention
	limit     int           // of recursion
	versions  uint64        // of classes
	bodies    map[*code.Code]*Body
	passing   []*code.Code           // that exec and eval have run last
	subs      map[*Class]*subclasses // of built-in classes
	handlers  sync.Map               // of signals: name to Object
	alarm     alarm
	sources   map[string]string // of the files that ran, for tracebacks
	interned  map[string]*Str   // what sys.intern has returned
	left      unfinished
	expected  []weak.Pointer[WeakRef] // weak references with callbacks
	tracing   tracing
	importing map[string]*Thread // which thread makes a module that isn't there yet
}

// A Finder finds a module: it returns nil, nil for a name that it doesn't know. The module
// is entered into sys.modules by it before its code runs.
type Finder func(t *Thread, name string) (Object, error)

var setupOnce sync.Once

// NewInterp returns the state of a new execution.
func NewInterp(h Host) *Interp {
	setupOnce.Do(setup)
	in := &Interp{
		Host: h, Modules: NewDict(), Data: map[any]any{}, Path: NewList(NewStr("")),
		limit: recursionLimit, bodies: map[*code.Code]*Body{}, wake: make(chan struct{}, 1),
		sources: map[string]string{},
	}
	in.Out, in.Err = newOutput(in, h.Stdout), newOutput(in, h.Stderr)
	in.Builtins = newBuiltins(in)
	return in
}

// NewThread returns a thread.
func (in *Interp) NewThread() *Thread { return &Thread{In: in} }

// Stop ends the run at its next step. It is safe from any goroutine.
func (in *Interp) Stop() {
	in.attention.stopped.Store(true)
	in.raiseFlag()
}

// Stopped reports whether Stop was called.
func (in *Interp) Stopped() bool { return in.attention.stopped.Load() }

// Signal has the main thread see to a signal, and reports whether it is one that does
// something. It is safe from any goroutine.
func (in *Interp) Signal(name string) bool {
	_, handled := in.handlers.Load(name)
	if !handled && name != "SIGINT" && name != "SIGTERM" {
		return false
	}
	in.attention.signal.Store(&name)
	in.raiseFlag()
	return true
}

func (in *Interp) raiseFlag() {
	in.attention.flag.Store(1)
	select {
	case in.wake <- struct{}{}:
	default:
	}
}

// attend sees to what has come.
func (in *Interp) attend(t *Thread) error {
	in.attention.flag.Store(0)
	if in.attention.stopped.Load() {
		in.attention.flag.Store(1)
		return ErrStopped
	}
	if in.attention.flush.Swap(false) {
		if err := in.Flush(); err != nil {
			return err
		}
	}
	if in.attention.yield.Swap(false) && in.Scheduler != nil {
		if err := in.Scheduler.Yield(t, false); err != nil {
			return err
		}
	}
	if in.Scheduler != nil && !t.IsMain() && in.attention.signal.Load() != nil {
		return in.Scheduler.Yield(t, true)
	}
	if name := in.attention.signal.Swap(nil); name != nil {
		return in.signalled(t, *name)
	}
	return nil
}

// signalled calls the program's handler of a signal, or does what is done without one.
func (in *Interp) signalled(t *Thread, name string) error {
	if h, ok := in.handlers.Load(name); ok {
		_, err := t.Call(h.(Object), NewStr(name), None)
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

// Flush writes what was printed and isn't written yet.
func (in *Interp) Flush() error {
	if err := in.Out.Flush(); err != nil {
		return err
	}
	return in.Err.Flush()
}
