package py

import (
	"errors"
	"sync/atomic"
)

// ErrStopped is the end of a run that was interrupted. No program can catch it.
var ErrStopped = errors.New("interrupted")

const (
	// recursionLimit is Python's own.
	recursionLimit = 1000
	// maxNative is how deep calls may nest in the goroutine's stack, whatever limit a
	// program has set.
	maxNative = 6_000
	// maxRecursion is the most that a program may set: frames that don't nest in the
	// goroutine's stack take some 200 bytes and their variables.
	maxRecursion = 200_000
)

// A Thread runs functions. It belongs to one goroutine at a time.
type Thread struct {
	In      *Interp
	frame   *Frame   // the innermost one; nil is none
	depth   int      // frames, and calls under way of functions written in Go that nest
	native  int      // runs of the machine within each other, and Go functions between them
	chunk   *chunk   // registers of frames that can't outlive their call
	spare   []*Frame // frames to use again
	pending *Exc     // of errReraise
	tracer  *tracer  // what settrace and setprofile were given; nil is nothing
	repr    []Object // containers whose repr is under way
	awaits  string   // the module that it waits for, which another thread makes
	// asyncHook is called with each async generator that begins; nil is none.
	asyncHook Object
	numbers   numberBlocks
	thrownArgs
	ended *Exc // the last StopIteration of an instance: next has it where it is that of an iterator over one
}

// attention is what an Interp's threads look at in every loop.
type attention struct {
	flag    atomic.Uint32 // not 0 when there is something below
	stopped atomic.Bool
	flush   atomic.Bool            // what was printed is to be written
	yield   atomic.Bool            // another thread is to run
	signal  atomic.Pointer[string] // one that came
}

// Poll is to be called in each loop of Go code whose length the program chooses, every
// few thousand steps at least. It returns an error when the run is to end, or the exception
// of a signal.
func (t *Thread) Poll() error {
	if t.In.attention.flag.Load() == 0 {
		return nil
	}
	return t.In.attend(t)
}

// ending reports whether the run was stopped. Unlike Poll it never calls anything of the
// program's, so that it can be asked anywhere; of no thread, too, as where short texts are
// written.
func (t *Thread) ending() bool {
	return t != nil && t.In.attention.flag.Load() != 0 && t.In.attention.stopped.Load()
}

// enter is to be called before anything that recurs in Go by way of the program's data,
// such as the repr of a list in a list, and leave after it.
func (t *Thread) enter() error { return t.enterFor("") }

// enterFor is enter with what CPython says of an operation in C: " while calling a Python
// object", " in comparison".
func (t *Thread) enterFor(what string) error {
	if t.depth >= t.In.limit || t.native >= maxNative {
		return Raise(RecursionError, "maximum recursion depth exceeded%s", what)
	}
	if t.ending() {
		return ErrStopped
	}
	t.depth++
	t.native++
	return nil
}

func (t *Thread) leave() {
	t.depth--
	t.native--
}

// enterNative is enter for what Python doesn't count.
func (t *Thread) enterNative() error {
	if t.native >= maxNative {
		return Raise(RecursionError, "maximum recursion depth exceeded")
	}
	if t.ending() {
		return ErrStopped
	}
	t.native++
	return nil
}

func (t *Thread) leaveNative() { t.native-- }

// Frame is the innermost frame of a program's code.
func (t *Thread) Frame() *Frame { return t.frame }

// Handled is the exception that is being handled: sys.exc_info()'s. Nil is none.
func (t *Thread) Handled() *Exc {
	for f := t.frame; f != nil; f = f.back {
		if f.handled != nil {
			return f.handled
		}
	}
	return nil
}
