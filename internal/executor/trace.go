package executor

import (
	"maps"
	"regexp"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// A TraceContext is where a request stands in a trace of its caller's, as the headers of
// W3C's Trace Context have it; zero is nowhere.
type TraceContext struct{ Parent, State string }

// A Tracer follows executions. Its methods are called from many goroutines and must not
// block.
type Tracer interface {
	// Begin is called for each request, before it is known whether that is accepted. It
	// returns the Parent of what the program does, and what is called once when an accepted
	// execution has ended.
	Begin(parent TraceContext, created time.Time) (traceparent string, end func(Status, []Attempt))
}

// An Attempt is one of the times, at most two, that an execution was handed to a worker.
type Attempt struct {
	Queued time.Time // when it began to wait
	Begun  time.Time // when a worker was found; zero if none was
	Ready  time.Time // when that worker had started; before Begun for one that waited, zero for one that never did
	Ended  time.Time
	// Took is the time from the beginning of the run in the worker to its end, which comes
	// just before Ended, and Compile the part of it before the program's first instruction.
	// Both are by the worker's word and zero when there was none.
	Took, Compile time.Duration
}

// traceVariable is where a program finds its parent.
const traceVariable = "TRACEPARENT"

// traceparent is what a header has to be to be handed on when nobody here traces.
var traceparent = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$`)
})

// A trace is what a Tracer is to know of an execution. The execution's lock guards what
// changes.
type trace struct {
	parent   string // of what the program does; empty is none
	end      func(Status, []Attempt)
	attempts []Attempt // of which the last one is under way; nil without a Tracer
}

func (t *trace) begin(by Tracer, c TraceContext, now time.Time) {
	if by == nil {
		if traceparent().MatchString(c.Parent) {
			t.parent = c.Parent
		}
		return
	}
	t.parent, t.end = by.Begin(c, now)
	t.attempts = []Attempt{{Queued: now}}
}

// last is the attempt under way; nil without a Tracer.
func (t *trace) last() *Attempt {
	if len(t.attempts) == 0 {
		return nil
	}
	return &t.attempts[len(t.attempts)-1]
}

func (t *trace) begun(now time.Time) {
	switch a := t.last(); {
	case a == nil:
	case a.Ended.IsZero():
		a.Begun = now
	default:
		t.attempts = append(t.attempts, Attempt{Queued: a.Ended, Begun: now})
	}
}

// attemptEnded may have no run: the execution was waiting.
func (t *trace) attemptEnded(run *pool.Run, now time.Time) {
	a := t.last()
	if a == nil {
		return
	}
	if !a.Ended.IsZero() { // it was waiting for the next attempt
		t.attempts = append(t.attempts, Attempt{Queued: a.Ended, Ended: now})
		return
	}
	a.Ended = now
	if run != nil {
		a.Ready = run.Ready()
	}
}

// timed takes a worker's word on how long the run took.
func (x *Execution) timed(e *workerv1.Exit) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if a := x.trace.last(); a != nil && a.Ended.IsZero() {
		a.Took = time.Duration(min(uint64(time.Since(a.Begun)), e.GetTook()))
		a.Compile = time.Duration(min(uint64(a.Took), e.GetCompile()))
	}
}

// endTrace is called once the execution has ended.
func (x *Execution) endTrace() {
	if x.trace.end != nil {
		x.trace.end(x.Status(), x.trace.attempts)
	}
}

// program is what the worker gets: the request's, and where it stands in a trace, unless
// the request says that itself or its environment has no room.
func (x *Execution) program() *lang.Program {
	p := x.request.program()
	if _, own := p.Env[traceVariable]; own || x.trace.parent == "" {
		return p
	}
	size := len(traceVariable) + len(x.trace.parent) + 2
	for k, v := range p.Env {
		size += len(k) + len(v) + 2
	}
	if size > x.executor.cfg().MaxEnv || len(p.Env) >= MaxEnv {
		return p
	}
	p.Env = maps.Clone(p.Env)
	if p.Env == nil {
		p.Env = make(map[string]string, 1)
	}
	p.Env[traceVariable] = x.trace.parent
	return p
}
