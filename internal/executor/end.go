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
		return end{reason: OutputLimit, exitCode: exitKilled, message: fmt.Sprintf("it wrote more than the %d bytes that a stream may have", x.limits.Output)}
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

// lostEnd blames an execution that was alone in a worker that crashed.
func lostEnd(l pool.Loss) end {
	n := end{reason: WorkerLost, exitCode: exitKilled, message: fmt.Sprintf("its worker ended (%s): %s", l.Cause, l.Detail)}
	switch {
	case l.Cause == pool.CauseStart:
		n.message = "no worker could be started: " + l.Detail
	case l.Cause == pool.CauseShutdown:
		n.reason = Shutdown
	case l.Cause == pool.CauseCrashed && l.Alone && !l.Signalled:
		n.reason = Crashed
	}
	return n
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
	x.run = nil
	x.out[0].Finish()
	x.out[1].Finish()
	close(x.done)
	x.notify()
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
	if was == Running {
		e.mu.Lock()
		e.count(x.session, -1)
		e.mu.Unlock()
	} else {
		e.unqueue(x)
	}
	e.cfg.Observer.Ended(x.Status())
	e.ended.add(x)
	e.dispatch()
}
