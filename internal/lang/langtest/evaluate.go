package langtest

import (
	"sync"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
)

// Evaluated is a program and expressions to evaluate in it.
type Evaluated struct {
	// Code is the program.
	Code string
	// Value is worth 2, and Fails throws.
	Value, Fails string
	// Never has no value yet, ever, without computing. Forever computes for ever.
	Never, Forever string
}

// testEvaluation checks what every Evaluator promises.
func (s *suite) testEvaluation(t *testing.T) {
	e, can := s.Runtime.Prepare().(lang.Evaluator)
	if info, _ := lang.Lookup(s.Name); info.Evaluates != can {
		t.Fatalf("its Info says %v, its instance %v", info.Evaluates, can)
	}
	if !can {
		t.Skip("the language evaluates no expressions")
	}
	p := s.Programs.Evaluated
	stdout, stderr := watch("ready\n"), watch("\n")
	early := ask(t, e, p.Value, soon) // before Run
	r := start(e, s.program(p.Code), &lang.Host{Stdout: stdout, Stderr: stderr})
	r.waitFor(t, stdout.found)
	wantEvaluation(t, p.Value, early.wait(t), lang.Evaluation{Value: "2"})
	wantEvaluation(t, p.Value, ask(t, e, p.Value, soon).wait(t), lang.Evaluation{Value: "2"})
	if got := ask(t, e, p.Fails, soon).wait(t); got.Error == "" || got.Value != "" || got.Refused {
		t.Errorf("%s gave %+v", p.Fails, got)
	}
	wantEvaluation(t, p.Never, ask(t, e, p.Never, time.Millisecond).wait(t), lang.Evaluation{Refused: true})
	s.evaluateTogether(t, e)

	never, forever, behind := ask(t, e, p.Never, soon), ask(t, e, p.Forever, soon), ask(t, e, p.Value, soon)
	atOnce(t, "Interrupt", r.Interrupt)
	if out := r.wait(t); out.Reason != lang.Interrupted {
		t.Errorf("ended with %+v", out)
	}
	for _, a := range []*asked{never, forever, behind} {
		wantEvaluation(t, "interrupted", a.wait(t), lang.Evaluation{Refused: true})
	}
	if e.Eval(p.Value, soon, func(lang.Evaluation) { t.Error("called after a refusal") }) {
		t.Error("not refused after the end")
	}
}

// evaluateTogether has many expressions come at once.
func (s *suite) evaluateTogether(t *testing.T, e lang.Evaluator) {
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				wantEvaluation(t, s.Programs.Evaluated.Value, ask(t, e, s.Programs.Evaluated.Value, soon).wait(t), lang.Evaluation{Value: "2"})
			}
		})
	}
	all.Wait()
}

// An asked expression is one that is to be answered once.
type asked struct {
	expression string
	answers    chan lang.Evaluation
}

func ask(t *testing.T, e lang.Evaluator, expression string, timeout time.Duration) *asked {
	a := &asked{expression, make(chan lang.Evaluation, 2)}
	if !e.Eval(expression, timeout, func(r lang.Evaluation) { a.answers <- r }) {
		t.Errorf("%s is refused", expression)
		a.answers <- lang.Evaluation{Refused: true}
	}
	return a
}

func (a *asked) wait(t *testing.T) lang.Evaluation {
	timer := time.NewTimer(soon)
	defer timer.Stop()
	select {
	case r := <-a.answers:
		if len(a.answers) > 0 {
			t.Errorf("%s is answered twice", a.expression)
		}
		return r
	case <-timer.C:
		t.Errorf("%s is not answered within %v", a.expression, soon)
		return lang.Evaluation{}
	}
}

func wantEvaluation(t *testing.T, expression string, got, want lang.Evaluation) {
	t.Helper()
	if got != want {
		t.Errorf("%s gave %+v; want %+v", expression, got, want)
	}
}
