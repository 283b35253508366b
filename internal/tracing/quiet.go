package tracing

import (
	"context"
	"log/slog"
	"strings"
	"time"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

// sayEvery is how often the log hears of a collector that takes nothing.
const sayEvery = time.Minute

// noneRejected is in the error that the library makes of a collector's warning with an answer
// that is good. Its type is the library's alone.
const noneRejected = "(0 spans rejected)"

// A quiet exporter logs what fails, now and then, where the library would print it. The
// library calls it from one goroutine at a time.
type quiet struct {
	sdktrace.SpanExporter
	endpoint string
	log      *slog.Logger
	done     func(spans int, taken bool)

	failed bool // the last batch
	lost   int  // spans since the log was last told
	told   time.Time
}

// ExportSpans is part of sdktrace.SpanExporter.
func (q *quiet) ExportSpans(ctx context.Context, spans []sdktrace.ReadOnlySpan) error {
	err := q.SpanExporter.ExportSpans(ctx, spans)
	if err != nil && strings.Contains(err.Error(), noneRejected) {
		q.log.Debug("the collector of traces has something to say", "endpoint", q.endpoint, "error", err)
		err = nil
	}
	q.done(len(spans), err == nil)
	if err == nil {
		if q.failed {
			q.log.Info("the collector of traces takes them again", "endpoint", q.endpoint)
			q.failed, q.told = false, time.Time{}
		}
		return nil
	}
	q.failed = true
	q.lost += len(spans)
	if time.Since(q.told) >= sayEvery {
		q.log.Warn("traces are lost: the collector doesn't take them; executions go on", "endpoint", q.endpoint, "spans", q.lost, "error", err)
		q.lost, q.told = 0, time.Now()
	}
	return nil
}
