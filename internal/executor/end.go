package executor

import (
	"fmt"
	"strings"
	"time"

	"github.com/elide-dev/elided/internal/executor/pool"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// Exit codes of programs that didn't choose one, as shells have them.
const (
	exitError      = 1
	exitTimeout    = 124 // as timeout(1)
	exitKilled     = 137 // 128 + SIGKILL
	exitTerminated = 143 // 128 + SIGTERM
)

// An end is how an execution ended.
type end struct {
	reason   StopReason
	exitCode int
	message  string
	detail   *ErrorDetail
}

// ending reads a worker's exit. What the daemon did to the program counts for
// more than what the program made of it.
func (x *Execution) ending(e *workerv1.Exit) end {
	stop := x.stopCause()
	if stop == nil && e.GetLimit() != workerv1.Limit_LIMIT_UNSPECIFIED {
		return x.limitEnd(e.GetLimit())
	}
	switch e.GetReason() {
	case workerv1.ExitReason_EXIT_REASON_INTERRUPTED:
		if stop == nil {
			stop = x.deadly()
		}
		if stop != nil {
			return stop.end()
		}
		return end{reason: Crashed, exitCode: exitKilled, message: "the worker interrupted it without being asked to"}
	case workerv1.ExitReason_EXIT_REASON_OUTPUT_LIMIT:
		return end{reason: OutputLimit, exitCode: exitKilled, message: x.outputMessage()}
	}
	if stop != nil {
		return stop.exited(int(e.GetExitCode()))
	}
	n := end{reason: programReason(e.GetReason()), exitCode: int(e.GetExitCode()), message: e.GetMessage()}
	if n.reason == TimerLimit {
		n.message = fmt.Sprintf("it had more than %d timers pending", x.limits.Timers)
	}
	if e.GetMessage() != "" {
		n.detail = &ErrorDetail{
			Message: e.GetMessage(), File: e.GetFile(), Line: int(e.GetLine()), Column: int(e.GetColumn()), Stack: clip(e.GetStack()),
		}
	}
	if n.reason == Exited && n.exitCode != 0 {
		n.message = fmt.Sprintf("it exited with code %d", n.exitCode)
	}
	return n
}

// limitEnd is the end of a program that its worker has ended.
func (x *Execution) limitEnd(l workerv1.Limit) end {
	if l == workerv1.Limit_LIMIT_MEMORY {
		return x.limitStop(pool.MemoryLimit).end()
	}
	return x.limitStop(pool.TimeLimit).end()
}

// maxStack bounds the stack that a record keeps, in bytes; standard error has it
// whole.
const maxStack = 4 << 10

func clip(s string) string {
	if len(s) <= maxStack {
		return s
	}
	return strings.ToValidUTF8(s[:maxStack], "") + "..."
}

// deadly is the signal that ended the program when the worker's answer to it was
// lost with a connection.
func (x *Execution) deadly() *stopping {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, s := range x.unanswered {
		if !s.ignorable {
			return s
		}
	}
	return nil
}

func programReason(r workerv1.ExitReason) StopReason {
	switch r {
	case workerv1.ExitReason_EXIT_REASON_EXITED:
		return Exited
	case workerv1.ExitReason_EXIT_REASON_UNCAUGHT_ERROR:
		return UncaughtError
	case workerv1.ExitReason_EXIT_REASON_TIMER_LIMIT:
		return TimerLimit
	case workerv1.ExitReason_EXIT_REASON_STACK_OVERFLOW:
		return StackOverflow
	default:
		return Crashed
	}
}

// lostEnd is the end of an execution whose worker has ended.
func (x *Execution) lostEnd(l pool.Loss) end {
	n := end{reason: WorkerLost, exitCode: exitKilled, message: fmt.Sprintf("its worker ended (%s): %s", l.Cause, l.Detail)}
	switch {
	case l.Fault == pool.FaultMemory:
		n.reason, n.message = MemoryLimit, x.memoryMessage()
	case l.Fault == pool.FaultOverflow:
		n.reason, n.message = StackOverflow, "its calls or its data were nested deeper than the engine can bear"
	case l.Fault == pool.FaultCrash:
		n.reason, n.message = Crashed, "it brought down its worker: "+l.Detail
	case l.Cause == pool.CauseStart:
		n.message = "no worker could be started: " + l.Detail
	case l.Cause == pool.CauseShutdown:
		n.reason = Shutdown
	}
	return n
}

func (x *Execution) outputMessage() string {
	text := fmt.Sprintf("it wrote more than the %d bytes that a stream may have", x.limits.Output)
	if x.sinks != nil {
		text += " beyond what a sink has taken, whose last MiB counts"
	}
	return text
}

func (x *Execution) memoryMessage() string {
	if x.Status().Exclusive {
		return fmt.Sprintf("it needed more than the %d MiB of memory that it may have", x.limits.Memory>>20)
	}
	return fmt.Sprintf("it brought its worker above the %d MiB of memory that all in it may have", x.session.sharedMemory>>20)
}

// finish ends the execution, the first time it is called.
func (x *Execution) finish(n end) {
	x.mu.Lock()
	x.settle(n)
}

// finishQueued ends the execution unless a worker has it.
func (x *Execution) finishQueued(n end) {
	x.mu.Lock()
	if x.status.State != Queued {
		x.mu.Unlock()
		return
	}
	x.settle(n)
}

// settle is finish for callers with the lock, which it releases. The message of an
// execution that completed or was cancelled is not an error's, and dropped.
func (x *Execution) settle(n end) {
	was := x.status.State
	if was.Final() {
		x.mu.Unlock()
		return
	}
	s := &x.status
	s.State, s.Reason, s.ExitCode, s.Ended = n.reason.state(n.exitCode), n.reason, n.exitCode, time.Now()
	if s.State == Failed {
		s.Error, s.Detail = n.message, n.detail
	}
	x.request = nil
	if x.timeout != nil {
		x.timeout.Stop()
	}
	x.stopping.halt()
	run := x.run
	if run != nil {
		s.Usage = x.usage(run)
	}
	x.trace.attemptEnded(run, s.Ended)
	x.run, x.evaluating = nil, nil
	x.out[0].Finish()
	x.out[1].Finish()
	close(x.done)
	x.notify()
	x.changedState()
	x.mu.Unlock()
	x.ended(was, run)
}

// ended gives back what the execution held.
func (x *Execution) ended(was State, run *pool.Run) {
	e := x.executor
	if run != nil {
		run.Kill() // nothing, when the program has exited
	}
	x.files.Close()
	e.giveBack(x)
	if was == Running {
		e.mu.Lock()
		e.count(x.session, -1)
		e.mu.Unlock()
	} else {
		e.unqueue(x)
	}
	if e.crowdGone() {
		e.askTidy()
	}
	e.cfg().Observer.Ended(x.Status())
	x.endTrace()
	if x.sinks == nil {
		e.ended.add(x)
	}
	e.dispatch()
}
