package metrics

import (
	"sync"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/elide-dev/elided/internal/executor"
)

// ends count the executions that have ended. What has labels is looked up by them once, when
// there is something to count for the first time.
type ends struct {
	executions *prometheus.CounterVec
	cpu        *prometheus.CounterVec
	output     *prometheus.CounterVec
	duration   *prometheus.HistogramVec
	reruns     prometheus.Counter
	wait       prometheus.Histogram

	stdout, stderr prometheus.Counter
	mu             sync.Mutex
	languages      map[string]*language // as many as there are
}

// A language has the counters of one at hand.
type language struct {
	cpu      prometheus.Counter
	duration prometheus.Observer
	ends     map[end]prometheus.Counter
}

// An end is what executions of one language are told apart by.
type end struct {
	class  string // of the session
	reason executor.StopReason
}

func newEnds() *ends {
	e := &ends{
		executions: counters("executions_total", "Executions that have ended, by language, class of session (default or named) and stop reason.", "language", "session", "stop_reason"),
		cpu:        counters("execution_cpu_seconds_total", "Processor time of executions that have ended, by language.", "language"),
		output:     counters("output_bytes_total", "Output of executions that have ended, by stream.", "stream"),
		duration: prometheus.NewHistogramVec(
			histogram("execution_duration_seconds", "Time from the start of a run to its end.", 0.0005, 4), []string{"language"}),
		reruns: prometheus.NewCounter(prometheus.CounterOpts{
			Namespace: "elided", Name: "execution_reruns_total",
			Help: "Times that an execution was handed to another worker because another program brought down its first.",
		}),
		wait: prometheus.NewHistogram(
			histogram("queue_wait_seconds", "Time from the acceptance of an execution to the start of its run.", 0.0001, 4)),
		languages: map[string]*language{},
	}
	e.stdout, e.stderr = e.output.WithLabelValues("stdout"), e.output.WithLabelValues("stderr")
	return e
}

func (e *ends) collectors() []prometheus.Collector {
	return []prometheus.Collector{e.executions, e.cpu, e.output, e.duration, e.reruns, e.wait}
}

func (e *ends) count(s executor.Status) {
	l, ended := e.of(s)
	ended.Inc()
	l.cpu.Add(s.Usage.CPU.Seconds())
	add(e.stdout, s.StdoutBytes)
	add(e.stderr, s.StderrBytes)
	if s.Attempts > 1 {
		e.reruns.Add(float64(s.Attempts - 1))
	}
	if !s.Started.IsZero() {
		e.wait.Observe(s.QueueTime().Seconds())
		l.duration.Observe(s.WallTime().Seconds())
	}
}

func add(c prometheus.Counter, n uint64) {
	if n > 0 {
		c.Add(float64(n))
	}
}

// of has the counters of an execution's language, and of its end.
func (e *ends) of(s executor.Status) (*language, prometheus.Counter) {
	e.mu.Lock()
	defer e.mu.Unlock()
	l := e.languages[s.Language]
	if l == nil {
		l = &language{cpu: e.cpu.WithLabelValues(s.Language), duration: e.duration.WithLabelValues(s.Language), ends: map[end]prometheus.Counter{}}
		e.languages[s.Language] = l
	}
	by := end{executor.SessionClass(s.Session), s.Reason}
	if l.ends[by] == nil {
		l.ends[by] = e.executions.WithLabelValues(s.Language, by.class, s.Reason.String())
	}
	return l, l.ends[by]
}
