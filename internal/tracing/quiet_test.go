package tracing

import (
	"context"
	"errors"
	"log/slog"
	"testing"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

// An answering exporter fails with what a collector has answered.
type answering struct{ err error }

func (a answering) ExportSpans(context.Context, []sdktrace.ReadOnlySpan) error { return a.err }
func (answering) Shutdown(context.Context) error                               { return nil }

// TestWarningsLoseNothing: a collector that takes all spans may have something to say.
func TestWarningsLoseNothing(t *testing.T) {
	for answer, taken := range map[string]bool{
		"traces export: OTLP partial success: an old field (0 spans rejected)": true,
		"traces export: OTLP partial success: too long (10 spans rejected)":    false,
		"connection refused": false,
	} {
		var got bool
		q := &quiet{SpanExporter: answering{errors.New(answer)}, log: slog.New(slog.DiscardHandler), done: func(_ int, taken bool) { got = taken }}
		if err := q.ExportSpans(t.Context(), make([]sdktrace.ReadOnlySpan, 1)); err != nil || got != taken {
			t.Errorf("%s: taken %v, %v", answer, got, err)
		}
	}
}
