package metrics

import (
	"slices"
	"strconv"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/sandbox"
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
	levelDesc    = gauge("sandbox_info", "1, with the mode of the workers' sandbox and whether what is in force is enough: full, enough, less or off.", "mode", "level")
	enoughDesc   = gauge("sandbox_enough", "1 when what is in force of the workers' sandbox is enough, 0 when it is less, or off.")
	slotsDesc    = gauge("worker_slots", "Places for executions in the worker processes that there are: used, and free in shared ones.", "state")
	hitsDesc     = gauge("program_cache_hits_total", "Programs that a worker had compiled before, by language; counted when a worker says so, at the end of an execution at the latest.", "language")
	missesDesc   = gauge("program_cache_misses_total", "Programs that a worker had to compile, likewise.", "language")
	cachedDesc   = gauge("program_cache_bytes", "Memory of the programs that the workers keep compiled, by an estimate, by language.", "language")
	memoryDesc   = gauge("worker_memory_bytes", "Memory of the worker processes that have run something, as last measured.")
)

// Describe is part of prometheus.Collector.
func (g gauges) Describe(out chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{
		runningDesc, queuedDesc, keptDesc, sessionsDesc, confinedDesc, workersDesc, memoryDesc, workerCPU, limitDesc, sandboxDesc, levelDesc, enoughDesc,
		slotsDesc, hitsDesc, missesDesc, cachedDesc,
	} {
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
	set(workersDesc, s.Workers.Starting, "starting")
	set(workersDesc, s.Workers.Spare, "spare")
	set(workersDesc, s.Workers.Shared, "shared")
	set(workersDesc, s.Workers.Retiring, "retiring")
	set(workersDesc, s.Workers.Exclusive, "exclusive")
	set(slotsDesc, s.Workers.Runs, "used")
	set(slotsDesc, s.Workers.Slots, "free")
	measure(memoryDesc, float64(s.Workers.Memory))
	out <- prometheus.MustNewConstMetric(workerCPU, prometheus.CounterValue, s.Workers.CPU.Seconds())
	set(limitDesc, s.Limits.Running, "running")
	set(limitDesc, s.Limits.Queued, "queued")
	set(limitDesc, s.Limits.Sessions, "sessions")
	set(limitDesc, s.Limits.Workers, "workers")
	g.collectCaches(out, s.Workers.Caches)
	c := g.executor.Capabilities()
	for _, l := range c.Sandbox {
		set(sandboxDesc, 1, l.Name, strconv.FormatBool(l.InForce))
	}
	level := sandboxLevel(c)
	set(levelDesc, 1, c.SandboxMode.String(), level)
	set(enoughDesc, enough[level])
}

// collectCaches has a zero for a language whose cache did nothing yet.
func (g gauges) collectCaches(out chan<- prometheus.Metric, all pool.Caches) {
	for _, l := range g.executor.Capabilities().Languages {
		use := all[l.Name]
		out <- prometheus.MustNewConstMetric(hitsDesc, prometheus.CounterValue, float64(use.Hits), l.Name)
		out <- prometheus.MustNewConstMetric(missesDesc, prometheus.CounterValue, float64(use.Misses), l.Name)
		out <- prometheus.MustNewConstMetric(cachedDesc, prometheus.GaugeValue, float64(use.Bytes), l.Name)
	}
}

// enough has a 1 for each level that is.
var enough = map[string]int{"full": 1, "enough": 1}

func sandboxLevel(c executor.Capabilities) string {
	missing := func(l sandbox.Layer) bool { return !l.InForce }
	switch {
	case c.SandboxMode == sandbox.Off:
		return "off"
	case sandbox.Enough(c.Sandbox) != nil:
		return "less"
	case slices.ContainsFunc(c.Sandbox, missing):
		return "enough"
	}
	return "full"
}
