package executor

import (
	"strings"
	"sync"
	"testing"
	"time"
)

// A notebook is a tracer that remembers.
type notebook struct {
	mu    sync.Mutex
	ended map[string][]Attempt // by execution
}

func (n *notebook) Begin(c TraceContext, _ time.Time) (string, func(Status, []Attempt)) {
	return "given for " + c.Parent, func(s Status, all []Attempt) {
		n.mu.Lock()
		defer n.mu.Unlock()
		n.ended[s.ID] = all
	}
}

// of waits for the attempts of an execution that has ended.
func (n *notebook) of(t *testing.T, x *Execution) []Attempt {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		n.mu.Lock()
		all := n.ended[x.ID()]
		n.mu.Unlock()
		if all != nil {
			return all
		}
	}
	t.Fatalf("nobody told of the end of %s", x.ID())
	return nil
}

func checkAttempts(t *testing.T, name string, s Status, all []Attempt) {
	t.Helper()
	at := s.Created
	for i, a := range all {
		last := i == len(all)-1
		if a.Queued.Before(at) || a.Ended.Before(a.Queued) || !a.Begun.IsZero() && (a.Begun.Before(a.Queued) || a.Ended.Before(a.Begun)) ||
			a.Took < 0 || a.Took > a.Ended.Sub(a.Begun) && !a.Begun.IsZero() || a.Compile > a.Took || last && !a.Ended.Equal(s.Ended) {
			t.Errorf("%s: attempt %d of %d: %+v", name, i, len(all), a)
		}
		at = a.Ended
	}
}

// TestTracer follows one that runs, one that waits to its end, one that is run again, and
// those that ended.
func TestTracer(t *testing.T) {
	n := &notebook{ended: map[string][]Attempt{}}
	e := begin(t, func(c *Config) { slowly(c); c.Tracer = n })
	plain := submit(t, e, Request{Language: "js", Code: "console.log(process.env.TRACEPARENT)", Trace: TraceContext{Parent: "p"}})
	s := wait(t, plain)
	all := n.of(t, plain)
	checkAttempts(t, "plain", s, all)
	if len(all) != 1 || all[0].Took <= 0 || all[0].Compile <= 0 || all[0].Ready.IsZero() || output(t, plain, Stdout) != "given for p\n" {
		t.Errorf("plain: %+v, %q", all, output(t, plain, Stdout))
	}

	young, _, once := neighbours(t, e)
	wait(t, submit(t, e, Request{Language: "js", Code: overflow}))
	s = wait(t, young)
	all = n.of(t, young)
	checkAttempts(t, "run again", s, all)
	if len(all) != 2 || s.Attempts != 2 || all[0].Took != 0 || all[1].Took < 4*time.Second || all[1].Begun.IsZero() {
		t.Errorf("run again: %+v", all)
	}
	s = wait(t, once)
	all = n.of(t, once)
	checkAttempts(t, "lost", s, all)
	if len(all) != 1 || all[0].Took != 0 || all[0].Begun.IsZero() {
		t.Errorf("lost: %+v", all)
	}
}

// TestTraceIsNoPartOfARequest: the same request with another trace is the same, and what a
// client gave as environment isn't changed.
func TestTraceIsNoPartOfARequest(t *testing.T) {
	e := begin(t, func(c *Config) { c.Tracer = &notebook{ended: map[string][]Attempt{}} })
	r := Request{ID: "x", Language: "python", Code: "import os\nprint(len(os.environ))", Env: map[string]string{"A": "b"}}
	first := submit(t, e, r)
	r.Trace.Parent = "other"
	if second := submit(t, e, r); second != first {
		t.Error("another trace makes another request")
	}
	wait(t, first)
	if got := strings.TrimSpace(output(t, first, Stdout)); got != "2" || len(r.Env) != 1 {
		t.Errorf("%s variables; the request's are %v", got, r.Env)
	}
}

// TestCompileIsBeforeTheProgram: every language says when its program begins, and what that
// takes then is no compilation.
func TestCompileIsBeforeTheProgram(t *testing.T) {
	n := &notebook{ended: map[string][]Attempt{}}
	e := begin(t, func(c *Config) { c.Tracer = n })
	const sleep = 900 * time.Millisecond // of a second that may have begun with the compilation
	for language, code := range map[string]string{
		"javascript": "setTimeout(() => {}, 1000)", "typescript": "setTimeout((): void => {}, 1000)", "python": "import time\ntime.sleep(1)", "starlark": "sleep(1)",
	} {
		x := submit(t, e, Request{Language: language, Code: code})
		wait(t, x)
		if a := n.of(t, x)[0]; a.Compile <= 0 || a.Took < sleep || a.Took-a.Compile < sleep {
			t.Errorf("%s: compiled for %v of %v", language, a.Compile, a.Took)
		}
	}
}
