// Package lang is the contract between a worker and the languages it runs.
package lang

import (
	"io"
	"time"
)

// A Runtime is one language. It is safe for concurrent use and holds what its
// instances share: compiled preludes, the cache of compiled programs.
type Runtime interface {
	// Prepare returns a pristine instance, with as much done ahead of need as
	// does not depend on a program.
	Prepare() Instance
}

// A Warmer is a Runtime whose first run waits for what all its instances share.
type Warmer interface {
	// Warm makes that ahead of need. It takes some milliseconds.
	Warm()
}

// An Instance runs one program, once, and is then thrown away: nothing a program
// did to its globals can reach another program.
type Instance interface {
	// Run runs p to its end and says how it ended. It is called once. It never
	// panics on account of a program, leaves no goroutine behind, and has written
	// what a user expects on h.Stderr (the stack of an uncaught error) before it
	// returns.
	Run(p *Program, h *Host) Outcome

	// Interrupt makes Run return with reason Interrupted as soon as the engine
	// lets it, whatever the program does: it can't be caught, runs no handlers
	// and no finally blocks. It is safe from any goroutine before, during and
	// after Run, any number of times, and doesn't block.
	Interrupt()

	// Signal hands a signal ("SIGTERM") to the program and reports whether the
	// program has a handler for it. When it has none nothing happens. It is safe
	// from any goroutine before, during and after Run, and doesn't block.
	Signal(name string) (handled bool)
}

// A Program is a source and what it is given.
type Program struct {
	// Name is the main source's file name, as stack traces show it; never empty.
	Name string
	// Code is the main source.
	Code string
	// Files are further sources by slash-separated path relative to Name's folder.
	Files map[string]string
	// Args are the program's arguments, without its own name.
	Args []string
	// Env is the program's whole environment.
	Env map[string]string
	// Stdin is all that standard input holds.
	Stdin []byte
	// Dir is what the program sees as its working directory; never empty.
	Dir string
}

// A Host is what a program may reach outside its engine.
type Host struct {
	// Stdout and Stderr take every byte or fail. A Write blocks while the reader
	// is behind, and fails from an Interrupt or the output limit on: the instance
	// then ends its run with reason Interrupted (the worker knows better why).
	Stdout, Stderr io.Writer
	// Timers is how many timers may be pending at once; 0 is no limit. One more
	// ends the run with reason TimerLimit.
	Timers int
	// NoIO denies the program both outputs and standard input, NoEnv its environment:
	// each use is an error that begins with NotGranted's text. What the language
	// itself writes on Stderr (the stack of an uncaught error) is written still.
	NoIO, NoEnv bool
	// Files are the directories that the program may reach; nil is none.
	Files Files
	// Meter accounts for what the program uses while it computes; nil is nobody.
	Meter Meter
	// Outside accounts for memory outside of Go's heap; nil is nobody.
	Outside *Outside
}

// Waiting calls wait, which waits for something other than the program's own
// computation: a timer, the answer to a host call.
func (h *Host) Waiting(wait func()) {
	if h.Meter == nil {
		wait()
		return
	}
	h.Meter.Pause()
	wait()
	h.Meter.Resume()
}

// Begin says that the program's main source is compiled and its first instruction comes
// next.
func (h *Host) Begin() {
	if h.Meter != nil {
		h.Meter.Begin()
	}
}

// A Meter accounts for what a program uses while it computes. Its methods are
// called by the goroutine that called Run, Pause and Resume in turns.
type Meter interface {
	// Begin says, once at most, that what was used so far was for compiling.
	Begin()
	// Pause says that the program begins to wait.
	Pause()
	// Resume says that it computes again.
	Resume()
	// Charge adds processor time that other threads have worked for the program.
	Charge(time.Duration)
}

// A Reason is how a run ended, as far as a language can tell.
type Reason int

// The reasons. An Exited run may have any exit code.
const (
	Exited Reason = iota + 1
	UncaughtError
	Interrupted
	TimerLimit
	StackOverflow
	// Crashed is a panic of the engine that was recovered.
	Crashed
)

// An Outcome is the end of a run.
type Outcome struct {
	Reason Reason
	// ExitCode is what a process would have returned: 0, the code the program
	// gave, or 1 for an uncaught error, a stack overflow and the like.
	ExitCode int
	// Err is set for every reason but Exited and Interrupted.
	Err *Error
}

// An Error is what ended a program.
type Error struct {
	// Message is one line: "TypeError: x is not a function".
	Message string
	// File, Line and Column (from 1) are where; zero values where not known.
	File         string
	Line, Column int
	// Stack is the text that was written to standard error.
	Stack string
}
