package pool

import (
	"time"

	"github.com/elide-dev/elided/internal/frame"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// handle takes a frame from the worker. An error is a violation of the protocol.
func (w *worker) handle(in *workerv1.FromWorker) error {
	if ref, ok := refOf(in); ok {
		if !w.issued(ref) {
			return violation("a frame of run %d, which was never started", ref)
		}
		w.hears(ref)
	}
	switch f := in.GetFrame().(type) {
	case *workerv1.FromWorker_Output:
		return w.output(f.Output)
	case *workerv1.FromWorker_Exit:
		if err := w.cacheUse(f.Exit.GetCaches()); err != nil {
			return err
		}
		return w.exit(f.Exit)
	case *workerv1.FromWorker_SignalResult:
		w.signalResult(f.SignalResult)
	case *workerv1.FromWorker_EvalResult:
		return w.evalResult(f.EvalResult)
	case *workerv1.FromWorker_HostCall:
		return w.hostCall(f.HostCall)
	case *workerv1.FromWorker_Pong:
		if w.idleFrames.tooMany() {
			return violation("a flood of frames")
		}
		w.mu.Lock()
		w.pinged = false
		w.mu.Unlock()
	case *workerv1.FromWorker_Usage:
		if w.idleFrames.tooMany() {
			return violation("a flood of frames")
		}
		w.usages(f.Usage)
		if err := w.cacheUse(f.Usage.GetCaches()); err != nil {
			return err
		}
	case *workerv1.FromWorker_LimitReached:
		w.limitReached(f.LimitReached)
	case *workerv1.FromWorker_Hello:
		return violation("a second hello")
	default:
		return violation("an unknown frame")
	}
	w.mu.Lock()
	w.heard = true
	w.mu.Unlock()
	return nil
}

// maxIdleFrames bounds the frames a second that change nothing: an honest worker sends
// a hundred.
const maxIdleFrames = 2_000

// A frameCount counts frames by the second. The connection's goroutine owns it.
type frameCount struct {
	second time.Time
	count  int
}

func (c *frameCount) tooMany() bool {
	if now := time.Now(); now.Sub(c.second) > time.Second {
		c.second, c.count = now, 0
	}
	c.count++
	return c.count > maxIdleFrames
}

// answerTurn is the processor time that a worker has had to answer a ping, at least;
// maxSilent is how many pings' time it may take on a machine that gives it none.
const (
	answerTurn = 300 * time.Millisecond
	maxSilent  = 12
)

// hadNoTurn reports whether a worker that hasn't answered got too little of the
// processors for that. It needs the lock.
func (w *worker) hadNoTurn() bool {
	w.silent++
	return w.silent < maxSilent && w.clock()-w.asked < answerTurn
}

// hears notes that the worker has a run.
func (w *worker) hears(ref uint64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if r := w.runs[ref]; r != nil {
		r.held = true
	}
}

// refOf is the run that a frame is about, if it is about one.
func refOf(in *workerv1.FromWorker) (ref uint64, ok bool) {
	switch f := in.GetFrame().(type) {
	case *workerv1.FromWorker_Output:
		return f.Output.GetRef(), true
	case *workerv1.FromWorker_Exit:
		return f.Exit.GetRef(), true
	case *workerv1.FromWorker_SignalResult:
		return f.SignalResult.GetRef(), true
	case *workerv1.FromWorker_EvalResult:
		return f.EvalResult.GetRef(), true
	case *workerv1.FromWorker_HostCall:
		return f.HostCall.GetRef(), true
	default:
		return 0, false
	}
}

func (w *worker) issued(ref uint64) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return ref > 0 && ref <= w.nextRef
}

// output hands bytes to the run's handler. What the handler has already (sent
// again over a new connection) is skipped; a gap, or more than the credit allows,
// is a violation. Output of a run that was given up is dropped.
func (w *worker) output(o *workerv1.Output) error {
	w.outputs.Lock()
	defer w.outputs.Unlock()
	i := 0
	if o.GetStderr() {
		i = 1
	}
	w.mu.Lock()
	w.heard = true
	r := w.runs[o.GetRef()]
	if r == nil {
		w.mu.Unlock()
		return nil
	}
	taken, acked := r.taken[i], r.acked[i]
	limit := r.start.GetOutputLimit()
	w.mu.Unlock()

	end := o.GetOffset() + uint64(len(o.GetData()))
	switch {
	case o.GetOffset() > taken || end < o.GetOffset():
		return violation("output of run %d at %d, expected %d", r.ref, o.GetOffset(), taken)
	case end > acked+frame.Window:
		return violation("output of run %d to %d, allowed to %d", r.ref, end, acked+frame.Window)
	case end > limit:
		return violation("output of run %d to %d, limited to %d", r.ref, end, limit)
	case end <= taken:
		return nil
	}
	r.handler.Output(o.GetStderr(), o.GetData()[taken-o.GetOffset():])
	w.took(r, i, end)
	return nil
}

// took acknowledges: at once when half the window is used up, else with the next
// frame, or alone a little later.
func (w *worker) took(r *Run, i int, end uint64) {
	w.mu.Lock()
	r.taken[i] = end
	if !r.ackDirty && !r.done {
		r.ackDirty = true
		w.acks = append(w.acks, r)
	}
	urgent := end-r.acked[i] >= frame.Window/2
	w.mu.Unlock()
	if urgent {
		w.wake()
	} else {
		w.lazy.Ask()
	}
}

// maxForgets bounds the exits that wait to be acknowledged: more than the slots of
// a worker times what is acknowledged together.
const maxForgets = 16 << 10

// exit ends a run. All its output must have come before.
func (w *worker) exit(e *workerv1.Exit) error {
	w.mu.Lock()
	w.heard = true
	r := w.runs[e.GetRef()]
	w.forgets = append(w.forgets, e.GetRef())
	waiting := len(w.forgets)
	if r == nil {
		w.mu.Unlock()
		w.lazy.Ask()
		if waiting > maxForgets {
			return violation("it repeats exits")
		}
		return nil
	}
	complete := r.taken == [2]uint64{e.GetStdoutEnd(), e.GetStderrEnd()}
	if complete {
		if u := e.GetUsage(); u.GetRef() == r.ref {
			r.consumed(u)
		}
		delete(w.runs, r.ref)
		r.done = true
	}
	w.mu.Unlock()
	if !complete {
		return violation("run %d ended at %d and %d, taken are %d", r.ref, e.GetStdoutEnd(), e.GetStderrEnd(), r.taken)
	}
	w.lazy.Ask()
	r.handler.Exited(e)
	w.pool.release(w, r)
	return nil
}

func (w *worker) signalResult(s *workerv1.SignalResult) {
	w.mu.Lock()
	r := w.runs[s.GetRef()]
	known := false
	if r != nil {
		for len(r.signals) > 0 && r.signals[0].seq <= s.GetSeq() {
			known = known || r.signals[0].seq == s.GetSeq()
			r.signals = r.signals[1:]
		}
	}
	w.mu.Unlock()
	if known {
		r.handler.Signalled(s.GetHandled())
	}
}

// ping asks a silent worker for a sign of life, and kills one that didn't give
// it by now.
func (w *worker) ping() {
	w.mu.Lock()
	heard, pinged := w.heard, w.pinged
	if pinged && !heard && w.hadNoTurn() {
		w.mu.Unlock()
		return
	}
	w.heard = false
	if !heard && !pinged && w.live && w.greeted {
		w.pinged, w.asked, w.silent = true, w.clock(), 0
		w.append(&workerv1.ToWorker{Frame: &workerv1.ToWorker_Ping{Ping: &workerv1.Ping{}}})
	}
	w.mu.Unlock()
	switch {
	case heard:
		w.mu.Lock()
		w.pinged = false
		w.mu.Unlock()
	case pinged:
		w.pool.cfg.Log.Warn("worker gave no sign of life", "worker", w.id)
		w.kill(CauseHung)
	default:
		w.wake()
	}
}
