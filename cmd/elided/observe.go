package main

import (
	"context"
	"crypto/rand"
	"io"
	"net/http"
	"strings"
	"time"

	"google.golang.org/grpc"

	"github.com/elide-dev/elided/internal/api"
	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/metrics"
	"github.com/elide-dev/elided/internal/tracing"
)

// A watching says what is to be observed of a daemon; the zero value is nothing.
type watching struct {
	metrics  bool
	endpoint string // of a collector of traces; empty is none
	ratio    float64
}

// observers are what observes a daemon; either may be nil.
type observers struct {
	metrics *metrics.Metrics
	tracer  *tracing.Tracer
}

// tellTime is how long a collector of traces has for the last of them.
const tellTime = 2 * time.Second

// observe sets an executor's observers, before it is made.
func observe(w watching, c *executor.Config) (*observers, error) {
	o := &observers{}
	c.Observer = executor.Nobody{}
	var dropped func(reason string, spans int)
	if w.metrics {
		o.metrics = metrics.New(c.Version)
		c.Observer, dropped = o.metrics, o.metrics.SpansDropped
		for _, reason := range tracing.DropReasons() { // so that a rate sees the first one
			dropped(reason, 0)
		}
	}
	if w.endpoint == "" {
		return o, nil
	}
	c.Instance = strings.ToLower(rand.Text())
	var err error
	o.tracer, err = tracing.New(tracing.Options{Endpoint: w.endpoint, Ratio: w.ratio, Version: c.Version, Instance: c.Instance, Log: c.Log, Dropped: dropped})
	if err == nil {
		c.Tracer = o.tracer
	}
	return o, err
}

// serverOptions have a gRPC server counted.
func (o *observers) serverOptions() []grpc.ServerOption {
	if o.metrics == nil {
		return nil
	}
	return o.metrics.GRPC().Options()
}

// attach is called once with what is observed, before it serves.
func (o *observers) attach(e *executor.Executor, s *api.Server) {
	if o.metrics != nil {
		o.metrics.Attach(e)
		o.metrics.GRPC().Watch(s)
	}
}

// handler serves /metrics.
func (o *observers) handler() http.Handler {
	if o.metrics != nil {
		return o.metrics.Handler()
	}
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		_, _ = io.WriteString(w, "metrics are off: metrics.enabled (--metrics) is false\n")
	})
}

// stop tells what is left to tell, once all executions have ended.
func (o *observers) stop() {
	if o.tracer == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), tellTime)
	defer cancel()
	o.tracer.Stop(ctx)
}
