// Package tracing shows executions to a collector of OpenTelemetry: a span for each, with
// one for every part of its life in it.
package tracing

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracegrpc"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"github.com/elide-dev/elided/internal/executor"
)

const (
	// maxSpans is how many spans wait for the collector: beyond it spans are dropped. An
	// execution has four or five, of about a kilobyte.
	maxSpans = 8_192

	// exportTimeout bounds one batch's way to the collector.
	exportTimeout = 5 * time.Second
)

// Options say what is traced and where to.
type Options struct {
	// Endpoint is the collector's, for OTLP over gRPC: http://HOST:PORT, or https:// for TLS.
	Endpoint string
	// Ratio is the part of the executions that are traced, from 0 to 1. For one whose caller
	// traces, the caller has decided that.
	Ratio float64
	// Version and Instance are the daemon's.
	Version, Instance string
	// Log takes what becomes of the way to the collector.
	Log *slog.Logger
	// Dropped hears of spans that the collector doesn't get, and why: one of DropReasons. It is
	// called from many goroutines, and may be nil.
	Dropped func(reason string, spans int)
}

// A Tracer is an executor's.
type Tracer struct {
	provider *sdktrace.TracerProvider
	tracer   trace.Tracer
}

var _ executor.Tracer = (*Tracer)(nil)

// New returns a tracer, which Stop ends. It dials the collector when there is something
// to tell, and again when that fails.
func New(o Options) (*Tracer, error) {
	exporter, err := otlptracegrpc.New(context.Background(), // it waits for nothing
		otlptracegrpc.WithEndpointURL(o.Endpoint),
		otlptracegrpc.WithTimeout(exportTimeout),
		otlptracegrpc.WithRetry(otlptracegrpc.RetryConfig{}), // another batch is another try
	)
	if err != nil {
		return nil, fmt.Errorf("trace to %s: %w", o.Endpoint, err)
	}
	b := &bounded{dropped: o.Dropped}
	if b.dropped == nil {
		b.dropped = func(string, int) {}
	}
	b.SpanProcessor = sdktrace.NewBatchSpanProcessor(&quiet{SpanExporter: exporter, endpoint: o.Endpoint, log: o.Log, done: b.done},
		sdktrace.WithMaxQueueSize(maxSpans), sdktrace.WithExportTimeout(exportTimeout))
	p := sdktrace.NewTracerProvider(
		sdktrace.WithSampler(sdktrace.ParentBased(sdktrace.TraceIDRatioBased(o.Ratio))),
		sdktrace.WithResource(resource.NewSchemaless(
			attribute.String("service.name", "elided"),
			attribute.String("service.version", o.Version),
			attribute.String("service.instance.id", o.Instance),
		)),
		sdktrace.WithSpanProcessor(b),
	)
	return &Tracer{provider: p, tracer: p.Tracer("github.com/elide-dev/elided")}, nil
}

// Stop sends what is left until ctx ends.
func (t *Tracer) Stop(ctx context.Context) {
	_ = t.provider.Shutdown(ctx) // what isn't sent by then is lost, and the log has said so
}

// Begin is part of executor.Tracer.
func (t *Tracer) Begin(parent executor.TraceContext, created time.Time) (traceparent string, end func(executor.Status, []executor.Attempt)) {
	headers := propagation.MapCarrier{"traceparent": parent.Parent, "tracestate": parent.State}
	ctx, span := t.tracer.Start(propagation.TraceContext{}.Extract(context.Background(), headers), "execution",
		trace.WithTimestamp(created), trace.WithSpanKind(trace.SpanKindServer))
	own := propagation.MapCarrier{}
	propagation.TraceContext{}.Inject(ctx, own)
	if !span.IsRecording() {
		return own["traceparent"], nil
	}
	return own["traceparent"], func(s executor.Status, attempts []executor.Attempt) { t.end(ctx, s, attempts) }
}
