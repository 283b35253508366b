package executor

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
)

// evaluable runs until it is ended, asleep.
const evaluable = "let state = { n: 1 }; console.log('ready'); setInterval(() => {}, 1000)"

func evaluate(t *testing.T, x *Execution, expression string, timeout time.Duration) (lang.Evaluation, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var out lang.Evaluation
	err := x.executor.Eval(ctx, Caller{}, "", x.ID(), expression, timeout, func(r lang.Evaluation) error { out = r; return nil })
	return out, err
}

func running(t *testing.T, e *Executor, r Request) *Execution {
	t.Helper()
	x := submit(t, e, r)
	until(t, x, printed)
	t.Cleanup(func() {
		x.stop(CancelledByClient, 0)
		wait(t, x)
	})
	return x
}

func TestEval(t *testing.T) {
	e := begin(t, nil)
	for _, language := range []string{"javascript", "typescript"} {
		for _, exclusive := range []bool{false, true} {
			x := running(t, e, Request{Language: language, Code: evaluable, Exclusive: exclusive})
			for expression, want := range map[string]lang.Evaluation{
				"JSON.stringify(state)":          {Value: `{"n":1}`},
				"state":                          {Value: "{ n: 1 }"},
				"await Promise.resolve('later')": {Value: "later"},
				"throw 'x'":                      {Error: "Uncaught 'x'\n    at <eval>:1:7"},
				"'x'.repeat(1 << 20)":            {Value: strings.Repeat("x", lang.MaxEvaluation), Truncated: true},
			} {
				got, err := evaluate(t, x, expression, 0)
				if err != nil || got.Value != want.Value || got.Truncated != want.Truncated || (got.Error == "") != (want.Error == "") {
					t.Errorf("%s, exclusive %v: %s: %.200v, %v", language, exclusive, expression, got, err)
				}
			}
			if _, err := evaluate(t, x, "console.log('from outside')", 0); err != nil {
				t.Error(err)
			}
			until(t, x, func(s Status) bool { return s.StdoutBytes == uint64(len("ready\nfrom outside\n")) })
		}
	}
}

func TestEvalRefusals(t *testing.T) {
	e := begin(t, func(c *Config) { c.MaxRunning = 3 })
	x := running(t, e, Request{Language: "javascript", Code: evaluable})
	p := running(t, e, python("print(1)\nimport time\ntime.sleep(60)"))
	ended := submit(t, e, Request{Language: "javascript", Code: "1"})
	wait(t, ended)
	running(t, e, Request{Language: "javascript", Code: evaluable})
	queued := submit(t, e, Request{Language: "javascript", Code: "1"})
	for name, c := range map[string]struct {
		of         *Execution
		expression string
		timeout    time.Duration
		kind       Kind
		field      string
	}{
		"empty":    {x, "", 0, Invalid, "expression"},
		"too long": {x, strings.Repeat(" ", MaxExpression+1), 0, Invalid, "expression"},
		"too deep": {x, strings.Repeat("(", 300), 0, Invalid, "expression"},
		"timeout":  {x, "1", MaxEvalTimeout + 1, Invalid, "timeout"},
		"none":     {x, "1", -1, Invalid, "timeout"},
		"python":   {p, "1", 0, FailedPrecondition, ""},
		"ended":    {ended, "1", 0, FailedPrecondition, ""},
		"queued":   {queued, "1", 0, FailedPrecondition, ""},
		"never":    {x, "new Promise(() => {})", 50 * time.Millisecond, DeadlineExceeded, ""},
	} {
		_, err := evaluate(t, c.of, c.expression, c.timeout)
		t.Run(name, func(t *testing.T) { wantError(t, err, c.kind, c.field) })
	}
	if _, err := evaluate(t, x, "state.n", 0); err != nil {
		t.Errorf("after all that: %v", err)
	}
	err := e.Eval(context.Background(), Caller{}, "", "no-such", "1", 0, nil)
	wantError(t, err, NotFound, "")
}

// An expression that never ends takes its deadline; the others wait behind it, and the
// program can still be ended.
func TestEvalForever(t *testing.T) {
	e := begin(t, nil)
	for _, exclusive := range []bool{false, true} {
		x := running(t, e, Request{Language: "javascript", Code: evaluable, Exclusive: exclusive})
		var all sync.WaitGroup
		for range maxEvaluations {
			all.Go(func() {
				_, err := evaluate(t, x, "for (;;) {}", 100*time.Millisecond)
				wantError(t, err, DeadlineExceeded, "")
			})
		}
		all.Wait()
		_, err := evaluate(t, x, "1", 0)
		wantError(t, err, Exhausted, "")
		if held := x.run; held != nil && x.evaluating == nil {
			t.Error("nothing is held")
		}
		x.stop(CancelledByClient, 0)
		if s := wait(t, x); s.Reason != CancelledByClient {
			t.Errorf("ended with %v", s.Reason)
		}
		_, err = evaluate(t, x, "1", 0)
		wantError(t, err, FailedPrecondition, "")
	}
}

// The program's end answers what it had not evaluated, and its limits hold meanwhile.
func TestEvalEnds(t *testing.T) {
	e := begin(t, nil)
	for expression, reason := range map[string]StopReason{
		"process.exit(0)": Exited,
		"setImmediate(() => { throw 1 }), new Promise(() => {})": UncaughtError,
		"for (;;) {}": CPULimit,
	} {
		x := running(t, e, Request{Language: "javascript", Code: evaluable, Limits: Limits{CPU: 300 * time.Millisecond}})
		_, err := evaluate(t, x, expression, time.Minute)
		wantError(t, err, FailedPrecondition, "")
		if s := wait(t, x); s.Reason != reason {
			t.Errorf("%s: ended with %v", expression, s.Reason)
		}
	}
}

// A caller that goes away leaves nothing behind.
func TestEvalAbandoned(t *testing.T) {
	e := begin(t, nil)
	x := running(t, e, Request{Language: "javascript", Code: evaluable})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for range 100 {
		err := e.Eval(ctx, Caller{}, "", x.ID(), "1", 0, func(lang.Evaluation) error { return nil })
		if err != nil && !errors.Is(err, context.Canceled) {
			var full *Error
			if !errors.As(err, &full) || full.Kind != Exhausted {
				t.Fatal(err)
			}
		}
	}
	for deadline := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		x.mu.Lock()
		left := len(x.evaluating)
		x.mu.Unlock()
		if left == 0 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d are left", left)
		}
	}
}

// An evaluation is an effect: a program that has had one is not run again.
func TestEvalForbidsRerun(t *testing.T) {
	e := begin(t, func(c *Config) { c.RerunWithin = time.Hour })
	x := submit(t, e, Request{Language: "javascript", Code: "setInterval(() => {}, 1000)"})
	if _, err := evaluate(t, x, "1", time.Minute); err != nil {
		t.Fatal(err)
	}
	x.mu.Lock()
	again := x.repeatable()
	x.mu.Unlock()
	if again {
		t.Error("it may run again")
	}
	x.stop(CancelledByClient, 0)
	wait(t, x)
}
