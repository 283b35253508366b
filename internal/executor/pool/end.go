package pool

import (
	"errors"
	"os"
	"slices"
	"time"

	"github.com/elide-dev/elided/internal/blackbox"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

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

// countRest counts the time that a worker's end has shown beyond what was counted.
func (p *Pool) countRest(w *worker, counted time.Duration) {
	_, all := w.measured()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.buriedCPU += all - counted
}

// bury takes an ended worker out and tells its runs' handlers.
func (p *Pool) bury(w *worker) {
	p.mu.Lock()
	p.closeWorker(w)
	p.shares.note(w, false)
	delete(p.workers, w.id)
	_, counted := w.measured()
	p.buriedCPU += counted // the sums must never shrink
	w.addCaches(p.buried, false)
	cause := w.cause()
	if cause == CauseCrashed && w.proc != nil && w.proc.oom {
		cause = CauseMemory
	}
	p.backOff(w, cause)
	if p.reclaimed == w {
		p.reclaimed = nil
	}
	p.mu.Unlock()

	w.salvage()
	w.lastWord()
	w.closeGauge()
	p.countRest(w, counted)
	p.reportEnd(w, cause)
	lost := w.abandon()
	if cause == CauseCrashed || cause == CauseStart || cause == CauseHung {
		p.cfg.Log.Warn("worker ended", "worker", w.id, "cause", string(cause), "how", w.ended, "lost", len(lost))
	}
	p.cfg.OnDeath(cause)
	w.tell(cause, lost)
	p.cfg.OnCapacity() // before the spares: what waits goes first
	w.unconfine()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.replenish()
}

// tell tells the handlers of the lost runs, the culprits' first: they decide where the
// others go.
func (w *worker) tell(cause Cause, lost []*Run) {
	culprits, fault := w.blame(cause, lost)
	loss := Loss{Cause: cause, Detail: w.ended, Unsolved: fault != NoFault && len(culprits) == 0}
	if len(culprits) > 0 {
		loss.Detail = "another program in it brought it down"
	}
	counted := len(culprits) == 0 && cause.untimely()
	for _, r := range culprits {
		r.handler.Lost(Loss{Cause: cause, Detail: w.ended, Fault: fault})
	}
	for _, r := range lost {
		if !slices.Contains(culprits, r) {
			loss.Counted, counted = counted, false
			r.handler.Lost(loss)
		}
	}
}

// salvage hands on the output that the process took from its programs and didn't send.
// What was sent has been read: it comes before the end of the connection.
func (w *worker) salvage() {
	w.mu.Lock()
	proc := w.proc
	if w.buried {
		proc = nil
	}
	w.mu.Unlock()
	if proc == nil {
		return
	}
	pieces, err := blackbox.Read(proc.box)
	if err != nil && !errors.Is(err, os.ErrClosed) { // bury has read it
		w.pool.cfg.Log.Error("output of a worker not salvaged", "worker", w.id, "error", err)
	}
	for _, p := range pieces {
		// An error is a piece that makes no sense, of a worker that has ended anyway.
		_ = w.output(&workerv1.Output{Ref: p.Ref, Stderr: p.Stderr, Offset: p.Offset, Data: p.Data})
	}
}

// lastWord takes from the black box which runs computed when the process ended.
func (w *worker) lastWord() {
	if w.proc == nil {
		return
	}
	computing, err := blackbox.Computing(w.proc.box)
	if err != nil || len(computing) == 0 {
		return // it had none: then what it said before counts
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for ref, r := range w.runs {
		_, computes := computing[ref]
		r.waiting = !computes
	}
}

// shedFor is how long after a run was ended for its worker's memory that is short on its
// account: what it held is collected when its engine has returned.
const shedFor = 2 * time.Second

// blame says which of the runs did what to the worker.
func (w *worker) blame(cause Cause, lost []*Run) (culprits []*Run, fault Fault) {
	var c crash
	if w.proc != nil {
		c = readCrash(w.proc.stderr.text())
	}
	if w.condemned.Load() { // whose doing that was has its end already
		return nil, NoFault
	}
	w.mu.Lock()
	shed := time.Since(w.shed) < shedFor
	w.mu.Unlock()
	return blame(cause, c, known{innocent: w.innocent, shed: shed}, lost)
}

// closeGauge ends the watching, with the last word on the process's time.
func (w *worker) closeGauge() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.buried = true
	if w.proc != nil {
		_ = w.proc.box.Close() // only read
	}
	if w.gauge != nil {
		w.gauge.close()
		w.gauge = nil
		state := w.proc.cmd.ProcessState
		w.time = max(w.time, state.UserTime()+state.SystemTime())
	}
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
