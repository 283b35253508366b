package executor

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/elide-dev/elided/internal/executor/pool"
)

const (
	// returnTime is how long an engine alone in its worker may take to return
	// once it is interrupted.
	returnTime = 100 * time.Millisecond

	// sharedReturnTime is the same among neighbours, which use the processors too.
	sharedReturnTime = 600 * time.Millisecond

	// returnTurn is the time that each program in a shared worker may compute before
	// it is another's turn: Go's scheduler has 10 ms.
	returnTurn = 12 * time.Millisecond

	// maxReturnTime bounds the wait for a worker that gets no processor.
	maxReturnTime = 5 * time.Second

	// answerTime is how long a worker may take to say whether a signal is handled.
	answerTime = 300 * time.Millisecond

	// stopTimeout bounds what comes after the grace period.
	stopTimeout = answerTime + sharedReturnTime + time.Second
)

// stopping is an execution's way to its end, begun by a cancel, a timeout, a
// signal or a shutdown:
//
//	signal -> grace, if the program handles it -> interrupt -> return time -> kill
type stopping struct {
	reason StopReason
	code   int    // of a program that is made to end
	text   string // for people; empty is made from the reason
	grace  time.Duration

	// ignorable is a signal that does nothing to a program without a handler.
	ignorable bool

	since       time.Time
	stage       stage
	interrupted time.Time     // when its engine was told to return
	clock       time.Duration // what a shared worker had used by then
	timer       *time.Timer   // to the next stage; nil until one is due
}

type stage int

const (
	asked       stage = iota // the signal is sent; the worker has not answered
	graced                   // the program handles it
	interrupted              // its engine is told to return
)

func (s *stopping) end() end {
	return end{reason: s.reason, exitCode: s.code, message: s.message()}
}

// limitStop is the way to the end of a program that has reached a limit which is
// watched from outside its engine.
func (x *Execution) limitStop(l pool.Limit) *stopping {
	s := &stopping{code: exitKilled, reason: CPULimit, text: fmt.Sprintf("it used the %v of processor time that it may have", x.limits.CPU)}
	if l == pool.MemoryLimit {
		s.reason = MemoryLimit
		s.text = x.memoryMessage()
	}
	return s
}

// exited is the end of a program that ended by itself after it was asked to: it
// keeps its exit code, but for a timeout's, which callers look for, and when its output
// is not whole.
func (s *stopping) exited(code int) end {
	n := s.end()
	if s.reason != Timeout && s.reason != OutputLimit {
		n.exitCode = code
	}
	return n
}

func (s *stopping) message() string {
	switch {
	case s.text != "":
		return s.text
	case s.reason == Timeout:
		return "its timeout passed"
	}
	return "it was ended: " + s.reason.String()
}

// halt, of a stopping or of none, stops what would come next. It needs the lock.
func (s *stopping) halt() {
	if s != nil && s.timer != nil {
		s.timer.Stop()
	}
}

func (x *Execution) stopCause() *stopping {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.stopping
}

// stop asks the execution to end with SIGTERM and makes it end after grace. The
// first cause counts; a later one can only shorten the grace.
func (x *Execution) stop(reason StopReason, grace time.Duration) {
	code := exitTerminated
	if reason == Timeout {
		code = exitTimeout
	}
	x.stopBy("SIGTERM", &stopping{reason: reason, code: code, grace: grace})
}

func (x *Execution) stopBy(signal string, s *stopping) {
	x.mu.Lock()
	switch {
	case x.status.State.Final():
		x.mu.Unlock()
	case x.run == nil:
		x.settle(s.end())
	case x.stopping != nil:
		x.shorten(s.grace)
		x.mu.Unlock()
	case s.grace <= 0:
		x.stopping = s
		x.mu.Unlock()
		x.interrupt()
	default:
		s.since = time.Now()
		s.timer = time.AfterFunc(answerTime, x.interrupt)
		x.stopping = s
		x.send(signal, s)
		x.mu.Unlock()
	}
}

// abort makes the execution end at once, for a reason that is no client's.
func (x *Execution) abort(s *stopping) { x.stopBy("", s) }

// shorten needs the lock.
func (x *Execution) shorten(grace time.Duration) {
	s := x.stopping
	if s.stage == interrupted || grace >= s.grace {
		return
	}
	s.grace = grace
	if s.timer != nil && (s.stage == graced || grace <= 0) {
		s.timer.Reset(max(0, grace-time.Since(s.since)))
	}
}

// signalled takes the worker's answer to the first signal that has none yet. A
// program without a handler has been interrupted by the worker already.
func (x *Execution) signalled(handled bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if len(x.unanswered) == 0 {
		return
	}
	s := x.unanswered[0]
	x.unanswered = x.unanswered[1:]
	switch {
	case handled && s == x.stopping && s.stage != interrupted:
		s.stage = graced
		s.timer.Reset(max(0, s.grace-time.Since(s.since)))
	case handled || s.ignorable || x.status.State.Final():
	case x.stopping == nil || x.stopping.stage != interrupted:
		if x.stopping == nil {
			x.stopping = s
		}
		x.stopping.returning(x)
	}
}

// returning begins the wait for the engine to return. It needs the lock.
func (s *stopping) returning(x *Execution) {
	s.halt()
	s.stage, s.interrupted = interrupted, time.Now()
	if x.run != nil && x.run.Shared() {
		s.clock, _ = x.run.WorkerTime()
	}
	s.timer = time.AfterFunc(x.returnTime(), x.kill)
}

// interrupt tells the engine to return, and kills the run when it doesn't.
func (x *Execution) interrupt() {
	x.mu.Lock()
	run, s := x.run, x.stopping
	if run == nil || s == nil || s.stage == interrupted {
		x.mu.Unlock()
		return
	}
	s.returning(x)
	x.mu.Unlock()
	run.Interrupt()
}

// kill ends the execution whatever its engine does. In a shared worker that brings
// down the worker.
func (x *Execution) kill() {
	x.mu.Lock()
	s, run := x.stopping, x.run
	if s == nil || run == nil {
		x.mu.Unlock()
		return // it has ended
	}
	if run.Shared() && s.hadNoTurn(run) {
		s.timer = time.AfterFunc(sharedReturnTime/4, x.kill)
		x.mu.Unlock()
		return
	}
	if !run.Shared() { // the loss of the worker is the end
		s.timer = time.AfterFunc(stopTimeout, func() { x.finish(s.end()) })
	}
	x.mu.Unlock()
	if !run.Destroy() {
		x.executor.noteFault(x)
		x.finish(s.end())
	}
}

// hadNoTurn reports whether the worker got so little of the processors since the
// interrupt that the engine may not have seen it yet.
func (s *stopping) hadNoTurn(run *pool.Run) bool {
	used, programs := run.WorkerTime()
	turns := returnTurn * time.Duration(programs)
	return used-s.clock < sharedReturnTime/2+turns && time.Since(s.interrupted) < maxReturnTime
}

func (x *Execution) returnTime() time.Duration {
	if x.isolated {
		return returnTime
	}
	return sharedReturnTime
}

// signals are those that can be sent, with their numbers on Linux.
var signals = map[string]int{
	"SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGKILL": 9, "SIGUSR1": 10, "SIGUSR2": 12, "SIGTERM": 15, "SIGWINCH": 28,
}

func signalNames() string {
	names := make([]string, 0, len(signals))
	for name := range signals {
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// Cancel asks an execution to end: SIGTERM, then a kill after grace, which is the
// daemon's when less than 0. It reports false for one that has ended.
func (e *Executor) Cancel(by Caller, session, id string, grace time.Duration) (bool, error) {
	x, err := e.Execution(by, session, id)
	if err != nil || x.finished() {
		return false, err
	}
	if grace < 0 {
		grace = e.cfg().Grace
	}
	x.stop(CancelledByClient, grace)
	return true, nil
}

// Signal delivers a signal, named with or without SIG. A program without a handler
// for it is ended, as a process would be (but for SIGWINCH, which is ignored then).
// With grace of 0 or more the program is killed that long after the signal. It
// reports false for an execution that has ended.
func (e *Executor) Signal(by Caller, session, id, name string, grace time.Duration) (bool, error) {
	name = strings.ToUpper(name)
	if !strings.HasPrefix(name, "SIG") {
		name = "SIG" + name
	}
	number, ok := signals[name]
	if !ok {
		return false, invalid("signal", "%.64q is not known; available are %s", name, signalNames())
	}
	x, err := e.Execution(by, session, id)
	if err != nil || x.finished() {
		return false, err
	}
	return true, x.deliver(name, number, grace)
}

// maxUnanswered bounds the signals that a worker has not answered.
const maxUnanswered = 64

func (x *Execution) deliver(name string, number int, grace time.Duration) error {
	code := 128 + number
	if name == "SIGKILL" {
		grace = 0
	}
	if grace >= 0 {
		x.stopBy(name, &stopping{reason: Signalled, code: code, grace: grace})
		return nil
	}
	s := &stopping{reason: Signalled, code: code, ignorable: name == "SIGWINCH"}
	x.mu.Lock()
	if x.run == nil && !s.ignorable { // it has no handlers yet
		x.settle(s.end())
		return nil
	}
	defer x.mu.Unlock()
	switch {
	case x.run == nil:
	case len(x.unanswered) >= maxUnanswered:
		return &Error{Kind: Exhausted, Field: "signal", Message: fmt.Sprintf("the program has %d signals that it has not looked at: try again", maxUnanswered), RetryAfter: time.Second}
	default:
		x.send(name, s)
	}
	return nil
}

// send sends a signal and notes what it means, for the worker's answer. It needs
// the lock, which keeps both in one order.
func (x *Execution) send(name string, s *stopping) {
	x.reached = true
	x.unanswered = append(x.unanswered, s)
	x.run.Signal(name, !s.ignorable)
}
