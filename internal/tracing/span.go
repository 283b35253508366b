package tracing

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/elide-dev/elided/internal/executor"
)

// end tells of an execution that has ended. Of the program itself it has nothing: neither
// its text nor its environment, nor what it says of its error.
func (t *Tracer) end(ctx context.Context, s executor.Status, attempts []executor.Attempt) {
	span := trace.SpanFromContext(ctx)
	span.SetAttributes(
		attribute.String("elided.session", s.Session),
		attribute.String("elided.execution", s.ID),
		attribute.String("elided.session_class", executor.SessionClass(s.Session)),
		attribute.String("elided.language", s.Language),
		attribute.String("elided.stop_reason", s.Reason.String()),
		attribute.Int("elided.exit_code", s.ExitCode),
		attribute.Int("elided.attempts", s.Attempts),
		attribute.Bool("elided.exclusive", s.Exclusive),
		attribute.Float64("elided.cpu_seconds", s.Usage.CPU.Seconds()),
	)
	if s.State == executor.Failed {
		span.SetStatus(codes.Error, s.Reason.String())
	}
	for _, a := range attempts {
		t.attempt(ctx, a)
	}
	span.End(trace.WithTimestamp(s.Ended))
}

// attempt tells of the parts of an attempt, one after the other: the wait for a worker, for
// that worker's start if it was not ready, the compilation, and the run.
func (t *Tracer) attempt(ctx context.Context, a executor.Attempt) {
	if a.Begun.IsZero() {
		t.part(ctx, "queue", a.Queued, a.Ended)
		return
	}
	t.part(ctx, "queue", a.Queued, a.Begun)
	from := a.Begun
	switch {
	case a.Ready.IsZero():
		t.part(ctx, "spawn", from, a.Ended)
		return
	case a.Ready.After(from):
		t.part(ctx, "spawn", from, a.Ready)
		from = a.Ready
	}
	if a.Took > 0 { // the worker's clock is this one; its word on it may be anything
		from = later(from, a.Ended.Add(-a.Took))
		compiled := earlier(a.Ended, from.Add(a.Compile))
		t.part(ctx, "compile", from, compiled)
		from = compiled
	}
	t.part(ctx, "run", from, a.Ended)
}

func (t *Tracer) part(ctx context.Context, name string, from, to time.Time) {
	_, span := t.tracer.Start(ctx, name, trace.WithTimestamp(from))
	span.End(trace.WithTimestamp(to))
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}
