package worker

import (
	"slices"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// evaluations are the expressions that a run has taken. The run's lock guards them. The
// daemon sees to it that there are few.
type evaluations struct {
	last    uint32                 // the highest number taken
	results []*workerv1.EvalResult // that the daemon has not acknowledged, in order
	unsent  int                    // of those, the last ones that this connection has not carried
}

// evaluate has an expression evaluated once, however often it is sent.
func (r *run) evaluate(seq uint32, expression string, timeout time.Duration) {
	r.mu.Lock()
	if seq <= r.evals.last || r.exit != nil {
		r.mu.Unlock()
		return
	}
	r.evals.last = seq
	instance := r.instance
	r.mu.Unlock()
	evaluator, ok := instance.(lang.Evaluator)
	done := func(e lang.Evaluation) { r.evaluated(seq, e) }
	if !ok || timeout <= 0 || !evaluator.Eval(expression, timeout, done) {
		r.evaluated(seq, lang.Evaluation{Refused: true})
	}
}

// evaluated keeps a result until the daemon has taken it.
func (r *run) evaluated(seq uint32, e lang.Evaluation) {
	value, failure := clipTo(e.Value, lang.MaxEvaluation), clipTo(e.Error, lang.MaxEvaluation)
	result := &workerv1.EvalResult{
		Ref: r.ref, Seq: seq, Value: value, Truncated: e.Truncated || len(value) < len(e.Value), Error: failure, Refused: e.Refused,
	}
	r.mu.Lock()
	r.evals.results = append(r.evals.results, result)
	r.evals.unsent++
	r.mu.Unlock()
	r.worker.changed(r, true)
}

// fillEvals appends results.
func (r *run) fillEvals(b []byte) []byte {
	for r.evals.unsent > 0 && len(b) < batch {
		result := r.evals.results[len(r.evals.results)-r.evals.unsent]
		b = appendFrame(b, &workerv1.FromWorker{Frame: &workerv1.FromWorker_EvalResult{EvalResult: result}})
		r.evals.unsent--
	}
	return b
}

// ack drops the results that the daemon has taken. One that this connection has not
// carried yet was taken over another.
func (e *evaluations) ack(seqs []uint32) {
	for _, seq := range seqs {
		i := slices.IndexFunc(e.results, func(r *workerv1.EvalResult) bool { return r.GetSeq() == seq })
		if i < 0 {
			continue
		}
		if i >= len(e.results)-e.unsent {
			e.unsent--
		}
		e.results = slices.Delete(e.results, i, i+1)
	}
}

// clipTo returns valid text of at most n bytes.
func clipTo(s string, n int) string {
	s = toValid(s)
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return s[:n]
}
