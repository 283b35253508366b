package pool

import (
	"slices"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// evaluations are the expressions of a run. The worker's lock guards them.
type evaluations struct {
	last    uint32       // the highest number given
	pending []evaluation // without a result, in order
	taken   []uint32     // results to acknowledge on this connection
}

type evaluation struct {
	seq        uint32
	expression string // empty once it is withdrawn
	timeout    time.Duration
}

// Eval has an expression evaluated in the program and returns its number. The worker
// holds it until it has a result: callers bound how many there are.
func (r *Run) Eval(expression string, timeout time.Duration) (seq uint32) {
	w := r.worker
	w.mu.Lock()
	r.evals.last++
	e := evaluation{r.evals.last, expression, timeout}
	r.evals.pending = append(r.evals.pending, e)
	w.queueLive(evalFrame(r.ref, e))
	w.mu.Unlock()
	w.wake()
	return e.seq
}

// Withdraw says that nobody waits for a result any more. The expression isn't kept for
// another connection then; a worker that has it by now evaluates it.
func (r *Run) Withdraw(seq uint32) {
	r.worker.mu.Lock()
	defer r.worker.mu.Unlock()
	for i := range r.evals.pending {
		if e := &r.evals.pending[i]; e.seq == seq {
			e.expression, e.timeout = "", 0
		}
	}
}

func evalFrame(ref uint64, e evaluation) *workerv1.ToWorker {
	return &workerv1.ToWorker{Frame: &workerv1.ToWorker_Eval{Eval: &workerv1.Eval{
		Ref: ref, Seq: e.seq, Expression: e.expression, Timeout: uint64(e.timeout),
	}}}
}

// evalResult takes a result. One that was taken before has come again over a new
// connection, and is acknowledged again. An error is a violation of the protocol.
func (w *worker) evalResult(e *workerv1.EvalResult) error {
	w.mu.Lock()
	w.heard = true
	r := w.runs[e.GetRef()]
	if r == nil { // it was given up
		w.mu.Unlock()
		return nil
	}
	isNew, err := r.evals.take(e)
	if err == nil && !r.ackDirty {
		r.ackDirty = true
		w.acks = append(w.acks, r)
	}
	w.mu.Unlock()
	switch {
	case err != nil:
		return err
	case isNew:
		r.handler.Evaluated(e.GetSeq(), lang.Evaluation{
			Value: e.GetValue(), Truncated: e.GetTruncated(), Error: e.GetError(), Refused: e.GetRefused(),
		})
	case w.idleFrames.tooMany():
		return violation("it repeats the results of expressions")
	}
	w.lazy.Ask()
	return nil
}

// take notes a result, and reports whether it is one that was waited for.
func (s *evaluations) take(e *workerv1.EvalResult) (isNew bool, err error) {
	seq := e.GetSeq()
	switch {
	case seq == 0 || seq > s.last:
		return false, violation("a result of expression %d of run %d, which has %d", seq, e.GetRef(), s.last)
	case len(e.GetValue()) > lang.MaxEvaluation || len(e.GetError()) > lang.MaxEvaluation:
		return false, violation("the result of expression %d of run %d is too large", seq, e.GetRef())
	}
	s.taken = append(s.taken, seq)
	i := slices.IndexFunc(s.pending, func(p evaluation) bool { return p.seq == seq })
	if i < 0 {
		return false, nil
	}
	s.pending = slices.Delete(s.pending, i, i+1)
	return true, nil
}
