package metrics

import (
	"context"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/executor"
)

// value reads a metric without labels, or with them in its name.
func value(t *testing.T, text, name string) float64 {
	t.Helper()
	found := regexp.MustCompile("(?m)^" + regexp.QuoteMeta(name) + " (.*)$").FindStringSubmatch(text)
	if found == nil {
		t.Errorf("no %s", name)
		return 0
	}
	v, err := strconv.ParseFloat(found[1], 64)
	if err != nil {
		t.Error(err)
	}
	return v
}

// eventually scrapes until what was scraped is as wanted.
func eventually(t *testing.T, m *Metrics, what string, ok func(text string) bool) {
	t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for deadline := time.After(patience); ; {
		if ok(scrape(t, m)) {
			return
		}
		select {
		case <-deadline:
			t.Fatalf("not in time: %s", what)
		case <-tick.C:
		}
	}
}

// eventualLines scrapes until all lines are there, as an end is counted just after it is
// told.
func eventualLines(t *testing.T, m *Metrics, lines ...string) (text string) {
	t.Helper()
	eventually(t, m, strings.Join(lines, "\n"), func(now string) bool {
		text = now
		return !slices.ContainsFunc(lines, func(line string) bool { return !strings.Contains(now, "\n"+line+"\n") })
	})
	return text
}

// TestUsage has a program bring down the worker of a neighbour, which runs again.
func TestUsage(t *testing.T) {
	m := New("a")
	dir, err := os.MkdirTemp("", "m")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	e, err := executor.New(executor.Config{
		StateDir: dir, WorkerCommand: []string{elided, "worker"}, WorkerEnv: []string{"ELIDED_WORKER=1"},
		Observer: m, DrainTimeout: -1, RerunWithin: patience,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Stop(context.Background()) })
	m.Attach(e)
	wantLines(t, scrape(t, m), "elided_sessions_confined 0", "elided_worker_memory_bytes 0", "elided_execution_reruns_total 0")

	neighbour := submit(t, e, executor.Request{Language: "js", Code: "setTimeout(() => {}, 3600_000)"})
	culprit := submit(t, e, executor.Request{Language: "js", Code: "'x'.repeat(2**29)"})
	eventually(t, m, "memory of a worker that works", func(text string) bool {
		return value(t, text, "elided_worker_memory_bytes") > 1<<20
	})
	wait(t, culprit)
	eventually(t, m, "the neighbour's second attempt", func(string) bool { return neighbour.Status().Attempts == 2 })
	if _, err := e.Cancel(executor.Caller{}, neighbour.Session(), neighbour.ID(), 0); err != nil {
		t.Fatal(err)
	}
	wait(t, neighbour)
	text := eventualLines(t, m,
		`elided_executions_total{language="javascript",session="default",stop_reason="memory_limit"} 1`,
		`elided_executions_total{language="javascript",session="default",stop_reason="cancelled"} 1`,
		"elided_execution_reruns_total 1", "elided_sessions_confined 1",
	)
	if cpu := value(t, text, `elided_execution_cpu_seconds_total{language="javascript"}`); cpu <= 0 || cpu > 10 {
		t.Errorf("%v s of processor time", cpu)
	}
	eventually(t, m, "no memory without workers that work", func(text string) bool {
		return value(t, text, "elided_worker_memory_bytes") == 0
	})
}
