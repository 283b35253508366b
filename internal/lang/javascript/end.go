package javascript

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
)

// ended is what unwinds a program that is to end. Neither catch nor finally sees it.
type ended struct{}

// end ends the program, which doesn't return from here.
func (in *instance) end(o lang.Outcome) {
	if in.outcome == nil {
		in.outcome = &o
		// For what the engine still calls while it unwinds, such as the return method
		// of an iterator.
		in.vm.Interrupt(ended{})
	}
	panic(ended{})
}

// guard runs f and leaves in.outcome set, whatever ends f.
func (in *instance) guard(f func()) {
	if cause := catch(f); in.outcome == nil && !in.interrupted.Load() {
		// This writes, and so may end another way.
		cause = catch(func() { in.endBy(cause) })
		if in.outcome == nil {
			in.outcome = crash(cause)
		}
	}
	if in.interrupted.Load() && in.outcome == nil {
		o := interruptedOutcome()
		in.outcome = &o
	}
}

// catch runs f and returns what it panicked with, or nil.
func catch(f func()) (cause any) {
	defer func() { cause = recover() }()
	f()
	return nil
}

// endBy ends the program by what it panicked with.
func (in *instance) endBy(cause any) {
	var overflow *goja.StackOverflowError
	if err, ok := cause.(error); ok && errors.As(err, &overflow) {
		in.fail(lang.StackOverflow, in.overflowFailure(overflow))
	}
	if thrown, ok := cause.(*goja.Exception); ok {
		in.fail(lang.UncaughtError, in.failure(thrown))
	}
	o := crash(cause)
	in.stderr.write(o.Err.Stack + "\n")
	in.end(*o)
}

func crash(cause any) *lang.Outcome {
	message := "the JavaScript engine failed: " + clip(strings.ToValidUTF8(fmt.Sprint(cause), "\ufffd"), 1<<10)
	message, _, _ = strings.Cut(message, "\n")
	return &lang.Outcome{Reason: lang.Crashed, ExitCode: 1, Err: &lang.Error{Message: message, Stack: message}}
}

// fail writes a failure to standard error, lets the exit handlers run where the engine
// still can, and ends the program.
func (in *instance) fail(reason lang.Reason, f *lang.Error) {
	in.stderr.write(f.Stack + "\n")
	o := lang.Outcome{Reason: reason, ExitCode: 1, Err: f}
	if reason == lang.UncaughtError {
		in.process.failed = &o
		in.emitExit(1)
	}
	in.end(o)
}
