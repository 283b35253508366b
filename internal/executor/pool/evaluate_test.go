package pool

import (
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/sandbox"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// misbehaveEvaluating is a worker that breaks a rule of the expressions, by name. It
// has been sent one.
func misbehaveEvaluating(c net.Conn, how string, ref uint64) {
	result := func(seq uint32, value, failure string) {
		write(c, &workerv1.FromWorker{Frame: &workerv1.FromWorker_EvalResult{EvalResult: &workerv1.EvalResult{
			Ref: ref, Seq: seq, Value: value, Error: failure,
		}}})
	}
	large := strings.Repeat("x", lang.MaxEvaluation+1)
	switch how {
	case "eval-zero":
		result(0, "", "")
	case "eval-future":
		result(2, "", "")
	case "eval-large":
		result(1, large, "")
	case "eval-large-error":
		result(1, "", large)
	case "eval-stranger":
		ref++
		result(1, "", "")
	case "eval-repeated":
		for range 100_000 {
			result(1, "again", "")
		}
	case "eval-after-exit":
		write(c, &workerv1.FromWorker{Frame: &workerv1.FromWorker_Exit{Exit: &workerv1.Exit{Ref: ref, Reason: workerv1.ExitReason_EXIT_REASON_EXITED}}})
		result(1, "late", "")
	}
}

func TestMisbehavingEvaluators(t *testing.T) {
	for _, how := range []string{"eval-zero", "eval-future", "eval-large", "eval-large-error", "eval-stranger", "eval-repeated"} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			p := start(t, func(c *Config) { c.Sandbox = sandbox.BestEffort }, os.Args[0], how)
			r := newRecorder()
			if run := p.Run(Key{"s", ""}, false, job(""), r); how == "eval-repeated" {
				run.Eval("1", time.Second)
			}
			r.wait(t)
			if r.loss == nil || r.loss.Cause != CauseProtocol {
				t.Errorf("loss %+v, exit %v", r.loss, r.exit)
			}
			if len(r.evals[1]) > 1 {
				t.Errorf("handed on %d times", len(r.evals[1]))
			}
		})
	}
}

// TestEvalResultAfterExit has a result come for a run that has ended: it's ignored.
func TestEvalResultAfterExit(t *testing.T) {
	p := start(t, func(c *Config) { c.Sandbox = sandbox.BestEffort }, os.Args[0], "eval-after-exit")
	r := newRecorder()
	run := p.Run(Key{"s", ""}, false, job(""), r)
	run.Eval("1", time.Second)
	r.wait(t)
	if r.exit == nil || len(r.evals) != 0 {
		t.Errorf("loss %+v, evaluations %v", r.loss, r.evals)
	}
	if next := p.Run(Key{"s", ""}, false, job(""), newRecorder()); next.worker != run.worker {
		t.Error("the worker was given up")
	}
}

// evaluations are how many expressions a run of TestCutEvaluations gets.
const evaluationCount = 300

// TestCutEvaluations cuts the connection again and again under expressions: each must
// be evaluated once and answered once.
func TestCutEvaluations(t *testing.T) {
	p := start(t, nil)
	recorders := make([]*recorder, 4)
	runs := make([]*Run, len(recorders))
	for i := range recorders {
		recorders[i] = newRecorder()
		j := job("let n = 0; console.log('ready'); setInterval(() => {}, 1000)")
		j.Language, j.Program.Name = "javascript", "main.js"
		if runs[i] = p.Run(Key{"s", ""}, i == 0, j, recorders[i]); runs[i] == nil {
			t.Fatal("no worker")
		}
		recorders[i].begun(t)
	}
	end := p.cutting()
	for n := range evaluationCount {
		for i, r := range runs {
			seq := r.Eval(fmt.Sprintf("n++, %d + 'x'.repeat(1000)", n), patience)
			if seq != uint32(n+1) {
				t.Fatalf("number %d, want %d", seq, n+1)
			}
			recorders[i].evaluated(t, n+1-8) // eight are under way
		}
	}
	for i, r := range recorders {
		r.evaluated(t, evaluationCount)
		runs[i].Eval("n", patience)
		r.evaluated(t, evaluationCount+1)
		if got := r.evals[evaluationCount+1][0].Value; got != strconv.Itoa(evaluationCount) {
			t.Errorf("run %d: evaluated %s times", i, got)
		}
		for seq := 1; seq <= evaluationCount; seq++ {
			want := lang.Evaluation{Value: strconv.Itoa(seq-1) + strings.Repeat("x", 1000)}
			if got := r.evals[uint32(seq)]; len(got) != 1 || got[0] != want {
				t.Fatalf("run %d: expression %d has %d results", i, seq, len(got))
			}
		}
	}
	if cuts := end(); cuts < 5 {
		t.Errorf("only %d cuts: the test proved little", cuts)
	}
	for _, r := range runs { // what was acknowledged is kept nowhere
		r.worker.mu.Lock()
		if len(r.evals.pending) > 0 {
			t.Errorf("%d are pending", len(r.evals.pending))
		}
		r.worker.mu.Unlock()
	}
}

// evaluated waits until the recorder has that many results.
func (r *recorder) evaluated(t *testing.T, n int) {
	t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		r.mu.Lock()
		got := len(r.evals)
		r.mu.Unlock()
		if got >= n {
			return
		}
		select {
		case <-r.done:
			t.Fatalf("the run ended after %d results of %d: exit %v, loss %+v", got, n, r.exit, r.loss)
		default:
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d results of %d", got, n)
		}
	}
}
