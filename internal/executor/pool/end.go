package pool

import "time"

// release takes back the slot of a run that has exited.
func (p *Pool) release(w *worker, r *Run) {
	p.mu.Lock()
	w.bytes += r.taken[0] + r.taken[1]
	w.idleSince = time.Now()
	finished := w.closing && w.running() == 0
	p.shares.note(w, w.running() > 0 || w.condemned.Load())
	p.mu.Unlock()
	if finished {
		w.kill(w.endCause())
	}
	p.cfg.OnCapacity()
}

// endCause is why a closed worker is killed when its last run has ended.
func (w *worker) endCause() Cause {
	switch {
	case w.condemned.Load():
		return CauseCondemned
	case w.exclusive:
		return CauseDone
	default:
		return CauseRetired
	}
}

// bury takes an ended worker out and tells its runs' handlers.
func (p *Pool) bury(w *worker) {
	p.mu.Lock()
	p.closeWorker(w)
	p.shares.note(w, false)
	delete(p.workers, w.id)
	cause := w.cause()
	p.backOff(w, cause)
	if p.reclaimed == w {
		p.reclaimed = nil
	}
	p.mu.Unlock()

	lost := w.abandon()
	if cause == CauseCrashed || cause == CauseStart || cause == CauseHung {
		p.cfg.Log.Warn("worker ended", "worker", w.id, "cause", string(cause), "how", w.ended, "lost", len(lost))
	}
	p.cfg.OnDeath(cause)
	loss := Loss{Cause: cause, Detail: w.ended, Signalled: w.signalled, OOM: w.proc != nil && w.proc.oom, Alone: len(lost) == 1}
	for _, r := range lost {
		r.handler.Lost(loss)
	}
	p.cfg.OnCapacity() // before the spares: what waits goes first
	w.unconfine()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.replenish()
}

func (w *worker) cause() Cause {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.killed == "" {
		return CauseCrashed
	}
	return w.killed
}

// abandon ends the worker's runs and returns them.
func (w *worker) abandon() []*Run {
	w.mu.Lock()
	defer w.mu.Unlock()
	lost := make([]*Run, 0, len(w.runs))
	for ref, r := range w.runs {
		r.done = true
		delete(w.runs, ref)
		lost = append(lost, r)
	}
	return lost
}

// maxBackOff bounds the wait between attempts to start workers that fail.
const maxBackOff = 5 * time.Second

// backOff delays the spawning of spares when workers die before their hello.
func (p *Pool) backOff(w *worker, cause Cause) {
	w.mu.Lock()
	greeted := w.greeted
	w.mu.Unlock()
	if greeted || cause == CauseShutdown {
		return
	}
	p.failures++
	wait := min(maxBackOff, 50*time.Millisecond<<min(p.failures, 10))
	p.retryAt = time.Now().Add(wait)
}
