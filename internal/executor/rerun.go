package executor

import (
	"slices"
	"time"

	"github.com/elide-dev/elided/internal/executor/pool"
)

// lost takes the end of the worker: it is this program's doing, or the program is run
// again elsewhere, or it is lost with the worker.
func (x *Execution) lost(l pool.Loss) {
	if l.Fault != pool.NoFault {
		x.executor.noteFault(x)
	} else {
		if l.Unsolved {
			x.confine() // so that it can be told next time
		}
		if l.Counted {
			x.executor.countFault(x)
		}
		if stop := x.stopCause(); stop != nil {
			x.finish(stop.end())
			return
		}
		if l.Cause != pool.CauseShutdown && x.rerun(true) {
			return
		}
	}
	x.finish(x.lostEnd(l))
}

// rerun has the program run again from its beginning, if nobody can tell: it is young,
// nothing has come out of it and nothing has reached it. That happens once. Its
// deadline and what it has used stay. A run that isn't lost yet is left to itself.
func (x *Execution) rerun(lost bool) bool {
	x.mu.Lock()
	run := x.run
	if !x.repeatable() || !run.Retract() && !lost {
		x.mu.Unlock()
		return false
	}
	x.spent = x.usage(run).CPU
	x.status.Usage.CPU = x.spent
	x.trace.attemptEnded(run, time.Now())
	x.run, x.status.State, x.status.Exclusive = nil, Queued, false
	x.notify()
	x.changedState()
	x.mu.Unlock()
	x.executor.requeue(x)
	return true
}

// repeatable reports whether the execution may run again. Its run may go on meanwhile, so
// Retract looks for effects again. It needs the lock.
func (x *Execution) repeatable() bool {
	return x.run != nil && x.status.State == Running && x.stopping == nil &&
		!x.request.NoRerun && x.status.Attempts == 1 && !x.reached && !x.run.Effects() &&
		x.out[0].Size()+x.out[1].Size() == 0 && time.Since(x.status.Started) < x.executor.cfg().RerunWithin
}

// requeue puts an execution that was running at the head of its queue.
func (e *Executor) requeue(x *Execution) {
	e.mu.Lock()
	s := x.session
	e.count(s, -1)
	gone := e.stopping || s.closed
	if !gone {
		e.takeTurn(s)
		s.queue = slices.Insert(s.queue, 0, x)
		e.queued++
	}
	e.mu.Unlock()
	if gone {
		x.finishQueued(shutdownEnd)
		return
	}
	e.dispatch()
}
