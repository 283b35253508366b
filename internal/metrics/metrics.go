// Package metrics shows an executor to Prometheus. Labels come from fixed sets
// alone: nothing that a client sends becomes one.
package metrics

import (
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/executor/pool"
)

// Metrics observe an executor.
type Metrics struct {
	registry *prometheus.Registry

	ends      *ends
	refused   *prometheus.CounterVec
	spawns    prometheus.Counter
	spawnTime prometheus.Histogram
	readyTime prometheus.Histogram
	deaths    *prometheus.CounterVec
	spans     *prometheus.CounterVec
	grpc      *GRPC
}

var _ executor.Observer = (*Metrics)(nil)

// Native histograms grow buckets by this factor, up to that many, and begin anew
// when there would be more, but not more often than every so long.
const (
	nativeFactor  = 1.1
	nativeBuckets = 160
	nativeReset   = time.Hour
)

// New returns metrics with a registry of their own.
func New(version string) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		ends:     newEnds(),
		refused:  counters("submissions_refused_total", "Submissions that were refused, by reason.", "reason"),
		spawns: prometheus.NewCounter(prometheus.CounterOpts{
			Namespace: "elided", Name: "worker_starts_total", Help: "Worker processes started.",
		}),
		spawnTime: prometheus.NewHistogram(
			histogram("worker_spawn_seconds", "Time to start a worker process, without its own initialization.", 0.0005, 2)),
		readyTime: prometheus.NewHistogram(
			histogram("worker_ready_seconds", "Time from the decision to start a worker process until it takes programs.", 0.002, 2)),
		deaths: counters("worker_deaths_total", "Worker processes ended, by cause.", "cause"),
		spans:  counters("trace_spans_dropped_total", "Spans of traces that the collector hasn't got, by reason.", "reason"),
		grpc:   newGRPC(),
	}
	m.registry.MustRegister(m.ends.collectors()...)
	m.registry.MustRegister(m.refused, m.spawns, m.spawnTime, m.readyTime, m.deaths, m.spans, m.grpc.metrics, buildInfo(version),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for _, reason := range executor.RefusalReasons() { // so that a rate sees the first one
		m.refused.WithLabelValues(reason)
	}
	for _, cause := range pool.Causes() {
		m.deaths.WithLabelValues(string(cause))
	}
	return m
}

func counters(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "elided", Name: name, Help: help}, labels)
}

// histogram has ten classic buckets, the first of which ends at first, in seconds,
// and native ones for the servers that take them.
func histogram(name, help string, first, factor float64) prometheus.HistogramOpts {
	return prometheus.HistogramOpts{
		Namespace: "elided", Name: name, Help: help,
		Buckets:                         prometheus.ExponentialBuckets(first, factor, 10),
		NativeHistogramBucketFactor:     nativeFactor,
		NativeHistogramMaxBucketNumber:  nativeBuckets,
		NativeHistogramMinResetDuration: nativeReset,
	}
}

func buildInfo(version string) prometheus.Gauge {
	info := prometheus.NewGauge(prometheus.GaugeOpts{
		Namespace: "elided", Name: "build_info", Help: "1, with the version as label.", ConstLabels: prometheus.Labels{"version": version},
	})
	info.Set(1)
	return info
}

// Attach adds what is read from the executor at each scrape. It is called once.
func (m *Metrics) Attach(e *executor.Executor) { m.registry.MustRegister(gauges{e}) }

// GRPC are the metrics of the gRPC server, which counts them itself.
func (m *Metrics) GRPC() *GRPC { return m.grpc }

// maxScrapes is how many scrapes may be at once: each takes milliseconds of processor time,
// and whoever reaches the address may ask.
const maxScrapes = 4

// Handler serves the metrics.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry, MaxRequestsInFlight: maxScrapes})
}

// Ended counts an execution.
func (m *Metrics) Ended(s executor.Status) { m.ends.count(s) }

// Refused counts a submission.
func (m *Metrics) Refused(reason string) { m.refused.WithLabelValues(reason).Inc() }

// WorkerSpawned counts a worker.
func (m *Metrics) WorkerSpawned(took time.Duration) {
	m.spawns.Inc()
	m.spawnTime.Observe(took.Seconds())
}

// WorkerReady measures a worker's start.
func (m *Metrics) WorkerReady(took time.Duration) { m.readyTime.Observe(took.Seconds()) }

// WorkerDied counts a worker's end.
func (m *Metrics) WorkerDied(cause string) { m.deaths.WithLabelValues(cause).Inc() }

// SpansDropped counts spans that the collector of traces doesn't get.
func (m *Metrics) SpansDropped(reason string, spans int) {
	m.spans.WithLabelValues(reason).Add(float64(spans))
}
