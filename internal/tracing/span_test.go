package tracing

import (
	"context"
	"log/slog"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/elide-dev/elided/internal/executor"
)

// spans are those of an execution with the attempts given, the execution's own first.
func spans(t *testing.T, ended time.Time, attempts ...executor.Attempt) (all tracetest.SpanStubs) {
	t.Helper()
	recorder := tracetest.NewInMemoryExporter()
	p := sdktrace.NewTracerProvider(sdktrace.WithSyncer(recorder))
	tracer := &Tracer{provider: p, tracer: p.Tracer("test")}
	_, end := tracer.Begin(executor.TraceContext{}, attempts[0].Queued)
	end(executor.Status{Session: "s", ID: "x", Ended: ended}, attempts)
	all = recorder.GetSpans()
	last := len(all) - 1
	return append(tracetest.SpanStubs{all[last]}, all[:last]...)
}

// TestParts has attempts of every shape, with the word of workers that lie.
func TestParts(t *testing.T) {
	zero := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	at := func(ms int) time.Time { return zero.Add(time.Duration(ms) * time.Millisecond) }
	const ms = time.Millisecond
	whole := executor.Attempt{Queued: at(0), Begun: at(10), Ready: at(20), Ended: at(100), Took: 70 * ms, Compile: 5 * ms}
	change := func(f func(*executor.Attempt)) executor.Attempt { a := whole; f(&a); return a }
	for name, c := range map[string]struct {
		attempts []executor.Attempt
		want     string // names of spans, and when each ends, in milliseconds
	}{
		"a worker that had to start": {[]executor.Attempt{whole}, "queue 10ms, spawn 20ms, compile 35ms, run 100ms"},
		"one that was there":         {[]executor.Attempt{change(func(a *executor.Attempt) { a.Ready = at(-1000) })}, "queue 10ms, compile 35ms, run 100ms"},
		"one that never came":        {[]executor.Attempt{change(func(a *executor.Attempt) { a.Ready, a.Took = time.Time{}, 0 })}, "queue 10ms, spawn 100ms"},
		"no worker at all":           {[]executor.Attempt{change(func(a *executor.Attempt) { a.Begun, a.Ready, a.Took = time.Time{}, time.Time{}, 0 })}, "queue 100ms"},
		"killed":                     {[]executor.Attempt{change(func(a *executor.Attempt) { a.Took, a.Compile = 0, 0 })}, "queue 10ms, spawn 20ms, run 100ms"},
		"took longer than it was":    {[]executor.Attempt{change(func(a *executor.Attempt) { a.Took, a.Compile = 90*ms, 90*ms })}, "queue 10ms, spawn 20ms, compile 100ms, run 100ms"},
		"twice": {[]executor.Attempt{change(func(a *executor.Attempt) { a.Ended, a.Took, a.Compile = at(30), 0, 0 }), {Queued: at(30), Begun: at(40), Ready: at(5), Ended: at(100), Took: 50 * ms, Compile: ms}},
			"queue 10ms, spawn 20ms, run 30ms, queue 40ms, compile 51ms, run 100ms"},
	} {
		all := spans(t, at(100), c.attempts...)
		var got []string
		from := zero
		for _, s := range all[1:] {
			got = append(got, s.Name+" "+s.EndTime.Sub(zero).String())
			if !s.StartTime.Equal(from) || s.EndTime.Before(s.StartTime) || s.Parent.SpanID() != all[0].SpanContext.SpanID() {
				// Between the worker's being ready and its word there may be a gap, which is nobody's.
				if s.StartTime.Before(from) || s.Name != "compile" {
					t.Errorf("%s: %s from %v to %v, after %v", name, s.Name, s.StartTime, s.EndTime, from)
				}
			}
			from = s.EndTime
		}
		if text := strings.Join(got, ", "); text != c.want {
			t.Errorf("%s: %s, not %s", name, text, c.want)
		}
		if !all[0].StartTime.Equal(zero) || !all[0].EndTime.Equal(at(100)) {
			t.Errorf("%s: the whole is from %v to %v", name, all[0].StartTime, all[0].EndTime)
		}
	}
}

// TestNobodyAnswers: spans of which too many wait are dropped, which is counted, and nobody waits
// for them.
func TestNobodyAnswers(t *testing.T) {
	var full, refused atomic.Int64
	count := func(reason string, spans int) {
		map[string]*atomic.Int64{queueFull: &full, notTaken: &refused}[reason].Add(int64(spans))
	}
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	tracer, err := New(Options{Endpoint: "http://" + silent.Addr().String(), Ratio: 1, Log: slog.New(slog.DiscardHandler), Dropped: count})
	if err != nil {
		t.Fatal(err)
	}
	now, began := time.Now(), time.Now()
	for range maxSpans { // each has three spans
		_, end := tracer.Begin(executor.TraceContext{}, now)
		end(executor.Status{Ended: now}, []executor.Attempt{{Queued: now, Begun: now, Ready: now, Ended: now}})
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	tracer.Stop(ctx)
	if took := time.Since(began); took > time.Minute {
		t.Errorf("the end came after %v", took)
	}
	const all = 3 * maxSpans
	if full.Load() == 0 || full.Load()+refused.Load() > all || full.Load()+refused.Load() < all-maxSpans {
		t.Errorf("of %d spans %d found no room, and %d weren't taken", all, full.Load(), refused.Load())
	}
}

// TestRoomAgain: what the collector has had, or refused, leaves room for as much.
func TestRoomAgain(t *testing.T) {
	var dropped int
	b := &bounded{SpanProcessor: sdktrace.NewSimpleSpanProcessor(tracetest.NewNoopExporter()), dropped: func(_ string, spans int) { dropped += spans }}
	p := sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(b))
	end := func(n int) {
		for range n {
			_, s := p.Tracer("test").Start(t.Context(), "a")
			s.End()
		}
	}
	for _, taken := range []bool{true, false} {
		if end(maxSpans); dropped != 0 {
			t.Fatalf("%d dropped of what there is room for", dropped)
		}
		if end(3); dropped != 3 {
			t.Errorf("%d dropped of 3", dropped)
		}
		dropped = 0
		if b.done(maxSpans, taken); !taken && dropped != maxSpans {
			t.Errorf("%d dropped of what wasn't taken", dropped)
		}
	}
}
