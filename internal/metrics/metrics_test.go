package metrics

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil/promlint"

	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/testbinary"
)

// elided is the plain binary that workers are started from.
var elided string

func TestMain(m *testing.M) { os.Exit(testbinary.Run(m, &elided)) }

// patience bounds every wait of these tests.
const patience = 60 * time.Second

func scrape(t *testing.T, m *Metrics) string {
	t.Helper()
	w := httptest.NewRecorder()
	m.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	body, err := io.ReadAll(w.Result().Body)
	if err != nil || w.Code != http.StatusOK {
		t.Fatalf("%d, %v: %s", w.Code, err, body)
	}
	return string(body)
}

func wantLines(t *testing.T, text string, lines ...string) {
	t.Helper()
	for _, line := range lines {
		if !strings.Contains(text, "\n"+line+"\n") {
			t.Errorf("no line %q", line)
		}
	}
}

// TestExecutor watches a real executor at work.
func TestExecutor(t *testing.T) {
	m := New("1.2.3")
	dir, err := os.MkdirTemp("", "m")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	c := executor.Config{
		StateDir: dir, WorkerCommand: []string{elided, "worker"}, WorkerEnv: []string{"ELIDED_WORKER=1"},
		Observer: m, DrainTimeout: -1, MaxRunning: 1,
	}
	c.Pool.Spare = 1
	e, err := executor.New(c)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Start(); err != nil {
		t.Fatal(err)
	}
	m.Attach(e)
	for _, code := range []string{"print(1)", "print(2)", "fail('x')"} {
		wait(t, submit(t, e, executor.Request{Language: "py", Code: code}))
	}
	running := submit(t, e, executor.Request{Language: "starlark", Code: "sleep(60)"})
	queued := submit(t, e, executor.Request{Language: "starlark", Code: "sleep(60)", Exclusive: true})
	text := eventualLines(t, m,
		`elided_executions_total{language="python",session="default",stop_reason="exited"} 2`,
		`elided_executions_total{language="python",session="default",stop_reason="uncaught_error"} 1`,
		`elided_execution_duration_seconds_count{language="python"} 3`,
		"elided_queue_wait_seconds_count 3",
		"elided_executions_running 1", "elided_executions_queued 1", "elided_executions_kept 3", "elided_sessions 1",
		`elided_workers{state="shared"} 1`, `elided_limit{of="running"} 1`, `elided_limit{of="queued"} 1024`, `elided_output_bytes_total{stream="stdout"} 4`,
		`elided_sandbox_layer_info{in_force="true",layer="seccomp"} 1`, `elided_build_info{version="1.2.3"} 1`,
	)
	for _, name := range []string{"\ngo_goroutines ", "\nprocess_resident_memory_bytes ", "\nelided_worker_spawn_seconds_count ", "\nelided_worker_starts_total ", "\nelided_worker_cpu_seconds_total "} {
		if !strings.Contains(text, name) {
			t.Errorf("no %q", name)
		}
	}
	e.Stop(context.Background())
	wait(t, running)
	wait(t, queued)
	text = eventualLines(t, m,
		`elided_executions_total{language="starlark",session="default",stop_reason="shutdown"} 2`,
		"elided_queue_wait_seconds_count 4", // the queued one never began
		"elided_executions_running 0", "elided_executions_queued 0",
	)
	if !strings.Contains(text, `elided_worker_deaths_total{cause="shutdown"} `) {
		t.Error("no worker ended by the shutdown")
	}
	families, err := m.registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	problems, err := promlint.NewWithMetricFamilies(families).Lint()
	if err != nil || len(problems) > 0 {
		t.Errorf("lint: %v, %v", problems, err)
	}
}

func submit(t *testing.T, e *executor.Executor, r executor.Request) *executor.Execution {
	t.Helper()
	x, err := e.Submit(r)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func wait(t *testing.T, x *executor.Execution) {
	t.Helper()
	select {
	case <-x.Done():
	case <-time.After(patience):
		t.Fatalf("execution did not end: %+v", x.Status())
	}
}

// TestTwo makes metrics twice in one process, as embedding programs do.
func TestTwo(t *testing.T) {
	first, second := New("a"), New("b")
	first.WorkerDied("crashed")
	wantLines(t, scrape(t, first), `elided_worker_deaths_total{cause="crashed"} 1`)
	if strings.Contains(scrape(t, second), "crashed\"} 1") {
		t.Error("the two share state")
	}
}

// TestBounds feeds durations that spread over many buckets.
func TestBounds(t *testing.T) {
	m := New("a")
	for d := time.Nanosecond; d < 1000*time.Hour; d += d/20 + 1 {
		m.WorkerSpawned(d)
	}
	families, err := m.registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range families {
		if f.GetName() == "elided_worker_spawn_seconds" {
			h := f.GetMetric()[0].GetHistogram()
			if n := len(h.GetPositiveDelta()); n == 0 || n > nativeBuckets {
				t.Errorf("%d native buckets", n)
			}
			return
		}
	}
	t.Error("no histogram")
}
