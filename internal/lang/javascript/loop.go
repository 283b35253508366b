package javascript

import (
	"time"

	"github.com/dop251/goja"
)

// A loop is what a program has still to do. It takes memory for what there is only.
type loop struct {
	timers timerHeap
	refs   int   // timers that keep the program alive
	now    int64 // milliseconds since the run began, as of this turn
	seq    uint64

	immediates []*immediate // of the next turn, the cleared ones included
	queued     int          // immediates that have neither begun nor been cleared
	immediate  int          // of those, the ones that keep the program alive

	calls int // file operations that are not answered, or whose callback has not run

	ids                int64 // of timers that the program took for numbers
	timeouts           *goja.Object
	immediatePrototype *goja.Object

	clock *time.Timer // nil until the loop has to wait
}

// stop gives back what the loop holds of the process.
func (l *loop) stop() {
	if l.clock != nil {
		l.clock.Stop()
	}
}

// runLoop takes turns until nothing is pending.
func (in *instance) runLoop() {
	for {
		in.updateNow()
		in.deliverSignals()
		in.runEvaluations()
		in.runTimers()
		in.runCompletions()
		in.runImmediates()
		if in.alive() {
			in.await()
			continue
		}
		if in.signals.pending() {
			continue
		}
		in.turn(func() { in.process.events.emit(in, in.process.object, "beforeExit", in.vm.ToValue(in.process.code())) })
		if !in.alive() {
			return
		}
	}
}

func (in *instance) alive() bool {
	return in.loop.refs > 0 || in.loop.immediate > 0 || in.loop.calls > 0
}

func (in *instance) updateNow() {
	in.loop.now = time.Since(in.begun).Milliseconds()
}

// turn runs f as one task, and then what it has put off: ticks and promise jobs.
func (in *instance) turn(f func()) {
	in.try(f)
	in.settle()
	in.answerSettled()
}

// try runs f, whose exceptions no part of the program catches any more.
func (in *instance) try(f func()) {
	if in.interrupted.Load() {
		in.end(interruptedOutcome())
	}
	if thrown := in.vm.Try(f); thrown != nil {
		in.uncaught(thrown, "uncaughtException")
	}
}

// call calls a function from within a task. It neither runs promise jobs nor catches.
func (in *instance) call(f, this goja.Value, args ...goja.Value) goja.Value {
	return in.apply(goja.FunctionCall{This: f, Arguments: append([]goja.Value{this}, args...)})
}

// await waits until there is something to do: a timer, a signal, an answer, an
// interrupt.
func (in *instance) await() {
	if len(in.loop.immediates) > 0 {
		in.checkInterrupt()
		return
	}
	if len(in.loop.timers) == 0 {
		in.host.Waiting(func() { <-in.wake })
		in.checkInterrupt()
		return
	}
	due := in.begun.Add(time.Duration(in.loop.timers[0].due) * time.Millisecond)
	if wait := time.Until(due); wait > 0 {
		in.sleep(wait)
	}
	in.checkInterrupt()
}

func (in *instance) sleep(wait time.Duration) {
	if in.loop.clock == nil {
		in.loop.clock = time.NewTimer(wait)
	} else {
		in.loop.clock.Reset(wait)
	}
	in.host.Waiting(func() {
		select {
		case <-in.loop.clock.C:
		case <-in.wake:
			in.loop.clock.Stop()
		}
	})
}

func (in *instance) checkInterrupt() {
	if in.interrupted.Load() {
		in.end(interruptedOutcome())
	}
}
