package executor

import (
	"time"
)

const (
	// confinedFor is how long the executions of a session have workers of their own
	// after one of them brought down a shared one.
	confinedFor = 10 * time.Minute

	// faultWindow and freeFaults are how many workers a session may bring down in what
	// time before its executions have to wait for their start, faultPause and more
	// for each further one, up to maxFaultPause.
	faultWindow   = 10 * time.Second
	freeFaults    = 20
	faultPause    = 20 * time.Millisecond
	maxFaultPause = 2 * time.Second
)

// confined reports whether the session's executions have workers of their own.
func (s *session) confined() bool { return time.Now().UnixNano() < s.confinedUntil.Load() }

// confine gives each execution of the session a worker of its own from now on.
func (e *Executor) confine(s *session) {
	if !s.confined() {
		e.cfg.Log.Warn("session brought down a shared worker: its executions get workers of their own", "session", s.id, "for", confinedFor)
	}
	s.confinedUntil.Store(time.Now().Add(confinedFor).UnixNano())
}

// noteFault takes note that an execution brought down its worker.
func (e *Executor) noteFault(x *Execution) {
	if !x.Status().Exclusive {
		e.confine(x.session)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if pause := x.session.faults.add(time.Now()); pause > 0 {
		time.AfterFunc(pause, e.dispatch)
	}
}

// faults count the workers that a session brought down. The executor's lock guards
// them.
type faults struct {
	since  time.Time // when counting began
	count  int
	paused time.Time // nothing of the session starts before
}

// add counts one more and returns how long the session's executions have to wait.
func (f *faults) add(now time.Time) (pause time.Duration) {
	if now.Sub(f.since) > faultWindow {
		f.since, f.count = now, 0
	}
	f.count++
	if f.count <= freeFaults {
		return 0
	}
	pause = min(maxFaultPause, faultPause<<min(f.count-freeFaults-1, 10))
	f.paused = now.Add(pause)
	return pause
}
