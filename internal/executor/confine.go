package executor

import (
	"sync/atomic"
	"time"
)

const (
	// confinedFor is how long a user's executions in a session have workers of their
	// own after one of them brought down a shared one.
	confinedFor = 10 * time.Minute

	// faultWindow and freeFaults are how many workers they may bring down in what time
	// before they have to wait for their start, faultPause and more for each further
	// one, up to maxFaultPause.
	faultWindow   = 10 * time.Second
	freeFaults    = 20
	faultPause    = 20 * time.Millisecond
	maxFaultPause = 2 * time.Second

	// maxRecords bounds the users of a session that are remembered; those beyond share
	// a record.
	maxRecords = 1_024
)

// A record is what is held against a user in a session.
type record struct {
	faults        faults       // the executor's lock guards them
	resume        *time.Timer  // begins what had to wait; nil before anything had to
	confinedUntil atomic.Int64 // Unix nanoseconds; until then nothing shares a worker
}

// record returns that of c. It needs the executor's lock.
func (s *session) record(c Caller) *record {
	user := c.user()
	if r := s.records[user]; r != nil {
		return r
	}
	if len(s.records) >= maxRecords {
		user = "others"
		if r := s.records[user]; r != nil {
			return r
		}
	}
	r := new(record)
	s.records[user] = r
	return r
}

func (r *record) confined() bool { return time.Now().UnixNano() < r.confinedUntil.Load() }

func (r *record) until() time.Time {
	if !r.confined() {
		return time.Time{}
	}
	return time.Unix(0, r.confinedUntil.Load())
}

// confinedUntil is until when the session's executions, of those that c may see, have
// workers of their own; zero when none has. It needs the lock.
func (e *Executor) confinedUntil(c Caller, s *session) (latest time.Time) {
	for user, r := range s.records {
		if e.private(c) && user != c.user() {
			continue
		}
		if t := r.until(); t.After(latest) {
			latest = t
		}
	}
	return latest
}

// confine gives each execution of x's user in the session a worker of its own from
// now on.
func (x *Execution) confine() {
	if !x.record.confined() {
		x.executor.cfg().Log.Warn("a shared worker was brought down: its session's executions get workers of their own",
			"session", x.session.id, "user", x.owner.user(), "for", confinedFor)
	}
	x.record.confinedUntil.Store(time.Now().Add(confinedFor).UnixNano())
}

// noteFault takes note that an execution brought down its worker.
func (e *Executor) noteFault(x *Execution) {
	if !x.Status().Exclusive {
		x.confine()
	}
	e.countFault(x)
}

// countFault holds an ended worker against x's user.
func (e *Executor) countFault(x *Execution) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if pause := x.record.faults.add(time.Now()); pause > 0 && !e.stopping && !x.session.closed {
		x.record.stopPause()
		x.record.resume = time.AfterFunc(pause, e.dispatch)
	}
}

// stopPause and stopPauses need the executor's lock.
func (r *record) stopPause() {
	if r.resume != nil {
		r.resume.Stop()
	}
}

func (s *session) stopPauses() {
	for _, r := range s.records {
		r.stopPause()
	}
}

// faults count the workers that somebody brought down.
type faults struct {
	since  time.Time // when counting began
	count  int
	paused time.Time // nothing starts before
}

// add counts one more and returns how long the next executions have to wait.
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

func (f *faults) wait() bool { return f.count > freeFaults && time.Now().Before(f.paused) }
