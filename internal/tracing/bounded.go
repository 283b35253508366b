package tracing

import (
	"sync/atomic"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

// Why spans are dropped.
const (
	queueFull = "queue_full" // too many waited for the collector
	notTaken  = "not_taken"  // the collector didn't take them
)

// DropReasons are all that Options.Dropped hears of.
func DropReasons() []string { return []string{queueFull, notTaken} }

// A bounded processor drops spans while maxSpans wait for the collector. The library's own, which
// it hands them to, would do so without a word.
type bounded struct {
	sdktrace.SpanProcessor
	waiting atomic.Int64
	dropped func(reason string, spans int)
}

// OnEnd is part of sdktrace.SpanProcessor.
func (b *bounded) OnEnd(s sdktrace.ReadOnlySpan) {
	if !s.SpanContext().IsSampled() {
		return // nobody hears of it
	}
	if b.waiting.Add(1) > maxSpans {
		b.waiting.Add(-1)
		b.dropped(queueFull, 1)
		return
	}
	b.SpanProcessor.OnEnd(s)
}

// done counts spans that wait no longer, as the collector has had or refused them.
func (b *bounded) done(spans int, taken bool) {
	b.waiting.Add(-int64(spans))
	if !taken {
		b.dropped(notTaken, spans)
	}
}
