package executor

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/elide-dev/elided/internal/executor/pool"
)

// Submit accepts a program: it runs at once when there is a slot, else when its
// turn has come. The same id with the same request returns the execution that
// exists.
func (e *Executor) Submit(r Request) (*Execution, error) {
	x, err := e.submit(r)
	if err != nil {
		e.cfg().Observer.Refused(refusal(err))
	}
	return x, err
}

func (e *Executor) submit(r Request) (*Execution, error) {
	if err := r.normalize(e.cfg()); err != nil {
		return nil, err
	}
	x := newExecution(e, &r)
	x.trace.begin(e.cfg().Tracer, r.Trace, x.status.Created)
	if err := x.seal(); err != nil {
		return nil, err
	}
	x.files, x.filesErr = e.openGrants(&r)
	x.sinks, x.sinksErr = e.openSinks(&r)
	e.mu.Lock()
	existing, err := e.admit(x)
	var start bool
	if err == nil && existing == nil {
		start = e.place(x)
		x.accepted()
	}
	e.mu.Unlock()
	switch {
	case err != nil:
		x.discard()
		return nil, err
	case existing != nil:
		x.discard()
		return existing, nil
	case !start || !e.launch(x):
		e.dispatch()
	}
	return x, nil
}

// accepted tells of a new execution, before anything can become of it: it is called with
// the executor's lock.
func (x *Execution) accepted() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.changedState()
}

// discard gives back what was opened for an execution that isn't admitted.
func (x *Execution) discard() {
	x.files.Close()
	x.executor.closeSinks(x.owner, x.sinks)
}

// admit enters x into its session, or returns the execution that it repeats.
func (e *Executor) admit(x *Execution) (existing *Execution, err error) {
	s, err := e.session(x.owner, x.request.Session)
	if err != nil {
		return nil, err
	}
	if old := s.executions[x.id]; old != nil {
		if !e.sees(x.owner, old.owner) {
			return nil, taken("execution_id", x.id)
		}
		if old.named && x.named && old.digest == x.digest {
			return old, nil
		}
		return nil, &Error{Kind: AlreadyExists, Field: "execution_id", Message: fmt.Sprintf("execution %q exists in session %q with another request", x.id, s.id)}
	}
	if e.stopping || s.closed {
		return nil, errShuttingDown
	}
	if !slices.Contains(s.config.Languages, x.language) {
		return nil, precondition("language", "%s is not enabled in session %q; enabled are %s", x.language, s.id, strings.Join(s.config.Languages, ", "))
	}
	if err := x.grant(s); err != nil {
		return nil, err
	}
	x.session = s
	x.record = s.record(x.owner)
	if err := e.checkQueue(x); err != nil {
		return nil, err
	}
	if err := x.setLimits(); err != nil {
		return nil, err
	}
	if x.sinksErr != nil {
		return nil, x.sinksErr
	}
	if err := e.hold(x); err != nil {
		return nil, err
	}
	if err := e.retain(x); err != nil {
		e.giveBack(x)
		return nil, err
	}
	e.seq++
	x.open(e.seq)
	s.executions[x.id] = x
	return nil, nil
}

// checkQueue refuses an execution that would have to wait where too many do. The last
// eighth of the queue is for sessions that have little in it.
func (e *Executor) checkQueue(x *Execution) error {
	if e.mayStart(x) {
		return nil
	}
	waiting := e.queued
	if mine := len(x.session.queue); mine < e.cfg().MaxQueued-e.cfg().MaxQueued/8 && waiting < e.cfg().MaxQueued {
		return nil
	}
	e.crowded = true
	return &Error{Kind: Exhausted, Message: fmt.Sprintf("%d executions wait, the most that may: try again", waiting), RetryAfter: time.Second, Scarce: QueueFull}
}

// mayStart reports whether x needn't wait. Nobody overtakes those of its session that
// wait.
func (e *Executor) mayStart(x *Execution) bool {
	return len(x.session.queue) == 0 && e.mayRun(x.session) && !x.record.faults.wait()
}

// place takes a place among the running for x, or queues it.
func (e *Executor) place(x *Execution) (start bool) {
	s := x.session
	if e.mayStart(x) {
		e.count(s, 1)
		return true
	}
	e.enqueue(s, x)
	return false
}

func (e *Executor) enqueue(s *session, x *Execution) {
	e.takeTurn(s)
	s.queue = append(s.queue, x)
	e.queued++
}

// takeTurn puts s at the end of the sessions that wait, unless it is among them.
func (e *Executor) takeTurn(s *session) {
	if !s.inTurn {
		s.inTurn = true
		e.turn = append(e.turn, s)
	}
}

func (e *Executor) mayRun(s *session) bool {
	return e.running < e.cfg().MaxRunning && (s.config.MaxRunning == 0 || s.running < s.config.MaxRunning)
}

func (e *Executor) count(s *session, n int) {
	s.running += n
	e.running += n
	if e.stopping && e.running == 0 {
		e.becomeIdle()
	}
}

// launch hands x, which has a place among the running, to a worker. Without a
// worker to have, x goes to the head of its queue.
func (e *Executor) launch(x *Execution) (launched bool) {
	switch x.begin() {
	case begun:
		return true
	case over:
		e.mu.Lock()
		e.count(x.session, -1)
		e.mu.Unlock()
		return true
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	s := x.session
	e.count(s, -1)
	e.takeTurn(s)
	s.queue = slices.Insert(s.queue, 0, x)
	e.queued++
	return false
}

// capacity is called when a run that was refused may be accepted now.
func (e *Executor) capacity() {
	e.mu.Lock()
	e.freed++
	e.mu.Unlock()
	e.dispatch()
}

// waiting says how many executions wait, and how often capacity was freed so far.
func (e *Executor) waiting() (queued int, freed uint64) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.queued, e.freed
}

// dispatch starts what waits and may run. It goes on while capacity is freed on
// the way: who freed it may have found nothing waiting yet.
func (e *Executor) dispatch() {
	for {
		queued, before := e.waiting()
		if queued == 0 {
			return
		}
		e.dispatchMu.Lock()
		refused := e.dispatchTurns()
		e.dispatchMu.Unlock()
		if _, after := e.waiting(); !refused || after == before {
			return
		}
	}
}

// dispatchTurns starts what it can, the sessions taking turns, and reports whether
// a session found no worker: that one is not asked again.
func (e *Executor) dispatchTurns() (refused bool) {
	tried := make(map[*session]bool)
	for {
		e.mu.Lock()
		x := e.next(tried)
		e.mu.Unlock()
		if x == nil {
			return refused
		}
		if !e.launch(x) {
			refused, tried[x.session] = true, true
		}
	}
}

// next takes the first execution of the next session that may run one and is not
// among those tried.
func (e *Executor) next(tried map[*session]bool) *Execution {
	if e.stopping {
		return nil
	}
	for range len(e.turn) {
		s := e.turn[0]
		e.turn[0] = nil
		e.turn, s.inTurn = e.turn[1:], false
		if len(s.queue) == 0 {
			continue
		}
		if tried[s] || !e.mayRun(s) {
			e.takeTurn(s)
			continue
		}
		at := slices.IndexFunc(s.queue, func(x *Execution) bool { return !x.record.faults.wait() })
		if at < 0 {
			e.takeTurn(s)
			continue
		}
		x := s.queue[at]
		if at == 0 {
			s.queue[0] = nil      // what is before the slice must not be kept alive
			s.queue = s.queue[1:] // the others stay where they are
		} else {
			s.queue = slices.Delete(s.queue, at, at+1)
		}
		e.queued--
		if len(s.queue) > 0 {
			e.takeTurn(s)
		}
		e.count(s, 1)
		return x
	}
	return nil
}

// unqueue takes x out of its queue and reports whether it was in it.
func (e *Executor) unqueue(x *Execution) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	i := slices.Index(x.session.queue, x)
	if i < 0 {
		return false
	}
	x.session.queue = slices.Delete(x.session.queue, i, i+1)
	e.queued--
	return true
}

func (x *Execution) key() pool.Key {
	return pool.Key{Session: x.session.id, Group: x.tenant()}
}
