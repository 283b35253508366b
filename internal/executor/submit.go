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
	if err := r.normalize(&e.cfg); err != nil {
		return nil, err
	}
	x := newExecution(e, &r)
	if err := x.seal(); err != nil {
		return nil, err
	}
	e.mu.Lock()
	existing, err := e.admit(x)
	var start bool
	if err == nil && existing == nil {
		start = e.place(x)
	}
	e.mu.Unlock()
	switch {
	case err != nil:
		return nil, err
	case existing != nil:
		return existing, nil
	case start:
		e.launch(x)
	}
	return x, nil
}

// admit enters x into its session, or returns the execution that it repeats.
func (e *Executor) admit(x *Execution) (existing *Execution, err error) {
	s, err := e.session(x.request.Session)
	if err != nil {
		return nil, err
	}
	if old := s.executions[x.id]; old != nil {
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
	if e.queued >= e.cfg.MaxQueued {
		return nil, &Error{Kind: Exhausted, Message: fmt.Sprintf("%d executions wait, the most that may: try again", e.queued), RetryAfter: time.Second}
	}
	x.session = s
	x.limits = x.request.Limits.or(s.config.Limits).or(e.cfg.Limits)
	e.seq++
	x.open(e.seq)
	s.executions[x.id] = x
	return nil, nil
}

// place takes a place among the running for x, or queues it. Nobody overtakes
// those that wait.
func (e *Executor) place(x *Execution) (start bool) {
	s := x.session
	if e.queued == 0 && e.mayRun(s) {
		e.count(s, 1)
		return true
	}
	e.enqueue(s, x)
	return false
}

func (e *Executor) enqueue(s *session, x *Execution) {
	if len(s.queue) == 0 {
		e.turn = append(e.turn, s)
	}
	s.queue = append(s.queue, x)
	e.queued++
}

func (e *Executor) mayRun(s *session) bool {
	return e.running < e.cfg.MaxRunning && (s.config.MaxRunning == 0 || s.running < s.config.MaxRunning)
}

func (e *Executor) count(s *session, n int) {
	s.running += n
	e.running += n
	if e.stopping && e.running == 0 {
		close(e.idle)
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
	if len(s.queue) == 0 {
		e.turn = append(e.turn, s)
	}
	s.queue = slices.Insert(s.queue, 0, x)
	e.queued++
	return false
}

// dispatch starts what waits and may run, the sessions taking turns.
func (e *Executor) dispatch() {
	e.mu.Lock()
	waiting := e.queued > 0
	e.mu.Unlock()
	if !waiting {
		return
	}
	e.dispatchMu.Lock()
	defer e.dispatchMu.Unlock()
	for {
		e.mu.Lock()
		x := e.next()
		e.mu.Unlock()
		if x == nil || !e.launch(x) {
			return
		}
	}
}

// next takes the first execution of the next session that may run one.
func (e *Executor) next() *Execution {
	for range len(e.turn) {
		s := e.turn[0]
		e.turn = e.turn[1:]
		if len(s.queue) == 0 {
			continue
		}
		if !e.mayRun(s) {
			e.turn = append(e.turn, s)
			continue
		}
		x := s.queue[0]
		s.queue = s.queue[1:]
		e.queued--
		if len(s.queue) > 0 {
			e.turn = append(e.turn, s)
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
	return pool.Key{Session: x.session.id, Group: x.group}
}
