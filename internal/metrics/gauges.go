package metrics

import (
	"strconv"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/elide-dev/elided/internal/executor"
)

// gauges reads the executor at each scrape.
type gauges struct{ executor *executor.Executor }

var _ prometheus.Collector = gauges{}

func gauge(name, help string, labels ...string) *prometheus.Desc {
	return prometheus.NewDesc("elided_"+name, help, labels, nil)
}

var (
	runningDesc  = gauge("executions_running", "Executions running now.")
	queuedDesc   = gauge("executions_queued", "Executions waiting for a slot.")
	keptDesc     = gauge("executions_kept", "Ended executions whose record is kept.")
	sessionsDesc = gauge("sessions", "Sessions.")
	confinedDesc = gauge("sessions_confined", "Sessions that brought down a shared worker: their executions have workers of their own for now.")
	workersDesc  = gauge("workers", "Worker processes, by what they do.", "state")
	workerCPU    = gauge("worker_cpu_seconds_total", "Processor time of the worker processes that were lent, those that have ended included.")
	limitDesc    = gauge("limit", "The most that there may be, by what there may be: executions running and waiting, sessions, worker processes.", "of")
	sandboxDesc  = gauge("sandbox_layer_info", "1, with each layer of the workers' sandbox and whether it is in force.", "layer", "in_force")
	memoryDesc   = gauge("worker_memory_bytes", "Memory of the worker processes that have run something, as last measured.")
)

// Describe is part of prometheus.Collector.
func (g gauges) Describe(out chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{runningDesc, queuedDesc, keptDesc, sessionsDesc, confinedDesc, workersDesc, memoryDesc, workerCPU, limitDesc, sandboxDesc} {
		out <- d
	}
}

// Collect is part of prometheus.Collector.
func (g gauges) Collect(out chan<- prometheus.Metric) {
	s := g.executor.Stats()
	measure := func(d *prometheus.Desc, value float64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, value, labels...)
	}
	set := func(d *prometheus.Desc, count int, labels ...string) { measure(d, float64(count), labels...) }
	set(runningDesc, s.Running)
	set(queuedDesc, s.Queued)
	set(keptDesc, s.Kept)
	set(sessionsDesc, s.Sessions)
	set(confinedDesc, s.Confined)
	set(workersDesc, s.Workers.Spare, "spare")
	set(workersDesc, s.Workers.Shared, "shared")
	set(workersDesc, s.Workers.Exclusive, "exclusive")
	measure(memoryDesc, float64(s.Workers.Memory))
	out <- prometheus.MustNewConstMetric(workerCPU, prometheus.CounterValue, s.Workers.CPU.Seconds())
	set(limitDesc, s.Limits.Running, "running")
	set(limitDesc, s.Limits.Queued, "queued")
	set(limitDesc, s.Limits.Sessions, "sessions")
	set(limitDesc, s.Limits.Workers, "workers")
	for _, l := range g.executor.Capabilities().Sandbox {
		set(sandboxDesc, 1, l.Name, strconv.FormatBool(l.InForce))
	}
}
