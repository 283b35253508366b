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
)

// Metrics observe an executor.
type Metrics struct {
	registry *prometheus.Registry

	executions *prometheus.CounterVec
	duration   *prometheus.HistogramVec
	wait       prometheus.Histogram
	spawns     prometheus.Counter
	spawnTime  prometheus.Histogram
	deaths     *prometheus.CounterVec
}

var _ executor.Observer = (*Metrics)(nil)

// nativeFactor is the growth of a native histogram's buckets.
const nativeFactor = 1.1

// New returns metrics with a registry of their own.
func New(version string) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		executions: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "elided_executions_total", Help: "Executions that have ended, by language and stop reason.",
		}, []string{"language", "stop_reason"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "elided_execution_duration_seconds", Help: "Time from the start of a run to its end.",
			Buckets: prometheus.ExponentialBuckets(0.0005, 4, 10), NativeHistogramBucketFactor: nativeFactor,
		}, []string{"language"}),
		wait: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "elided_queue_wait_seconds", Help: "Time from the acceptance of an execution to the start of its run.",
			Buckets: prometheus.ExponentialBuckets(0.0001, 4, 10), NativeHistogramBucketFactor: nativeFactor,
		}),
		spawns: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "elided_worker_starts_total", Help: "Worker processes started.",
		}),
		spawnTime: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "elided_worker_spawn_seconds", Help: "Time to start a worker process, without its own initialization.",
			Buckets: prometheus.ExponentialBuckets(0.0005, 2, 10), NativeHistogramBucketFactor: nativeFactor,
		}),
		deaths: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "elided_worker_deaths_total", Help: "Worker processes ended, by cause.",
		}, []string{"cause"}),
	}
	info := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "elided_build_info", Help: "1, with the version as label.", ConstLabels: prometheus.Labels{"version": version},
	})
	info.Set(1)
	m.registry.MustRegister(m.executions, m.duration, m.wait, m.spawns, m.spawnTime, m.deaths, info,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Attach adds what is read from the executor at each scrape. It is called once.
func (m *Metrics) Attach(e *executor.Executor) { m.registry.MustRegister(gauges{e}) }

// Handler serves the metrics.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry})
}

// Ended counts an execution.
func (m *Metrics) Ended(s executor.Status) {
	m.executions.WithLabelValues(s.Language, s.Reason.String()).Inc()
	m.wait.Observe(s.QueueTime().Seconds())
	if !s.Started.IsZero() {
		m.duration.WithLabelValues(s.Language).Observe(s.WallTime().Seconds())
	}
}

// WorkerSpawned counts a worker.
func (m *Metrics) WorkerSpawned(took time.Duration) {
	m.spawns.Inc()
	m.spawnTime.Observe(took.Seconds())
}

// WorkerDied counts a worker's end.
func (m *Metrics) WorkerDied(cause string) { m.deaths.WithLabelValues(cause).Inc() }
