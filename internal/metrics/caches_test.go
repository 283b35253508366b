package metrics

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/executor"
)

func start(t *testing.T, m *Metrics) *executor.Executor {
	t.Helper()
	dir, err := os.MkdirTemp("", "m")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	e, err := executor.New(executor.Config{
		StateDir: dir, WorkerCommand: []string{elided, "worker"}, WorkerEnv: []string{"ELIDED_WORKER=1"}, Observer: m, DrainTimeout: -1,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Stop(context.Background()) })
	m.Attach(e)
	return e
}

// TestProgramCaches runs each program twice in a shared worker and once in a worker of its
// own, whose death takes nothing off the totals.
func TestProgramCaches(t *testing.T) {
	m := New("a")
	e := start(t, m)
	programs := map[string]string{
		"javascript": "console.log(1)", "typescript": "const n: number = 1; console.log(n)", "python": "print(1)", "starlark": "print(1)",
	}
	for language, code := range programs {
		for range 2 {
			wait(t, submit(t, e, executor.Request{Language: language, Code: code}))
		}
		wait(t, submit(t, e, executor.Request{Language: language, Code: code, Exclusive: true}))
	}
	var lines []string
	for language := range programs {
		lines = append(lines, fmt.Sprintf("elided_program_cache_hits_total{language=%q} 1", language), fmt.Sprintf("elided_program_cache_misses_total{language=%q} 2", language))
	}
	text := eventualLines(t, m, append(lines, `elided_workers{state="exclusive"} 0`)...)
	for language := range programs {
		if n := value(t, text, fmt.Sprintf("elided_program_cache_bytes{language=%q}", language)); n < 100 || n > 1<<20 {
			t.Errorf("%s: %v bytes", language, n)
		}
	}
	e.Stop(context.Background())
	text = scrape(t, m)
	wantLines(t, text, lines...)
	wantLines(t, text, `elided_program_cache_bytes{language="python"} 0`)
}

// TestRefused has submissions refused for several reasons.
func TestRefused(t *testing.T) {
	m := New("a")
	e := start(t, m)
	for _, r := range []executor.Request{
		{Language: "cobol"}, {Language: "python", Code: "\xff"}, {Language: "python", Session: "none"},
	} {
		if _, err := e.Submit(r); err == nil {
			t.Errorf("accepted: %+v", r)
		}
	}
	wantLines(t, scrape(t, m),
		`elided_submissions_refused_total{reason="invalid"} 2`, `elided_submissions_refused_total{reason="not_found"} 1`, `elided_submissions_refused_total{reason="queue_full"} 0`)
	e.Stop(context.Background())
	if _, err := e.Submit(executor.Request{Language: "python"}); err == nil || !strings.Contains(scrape(t, m), `reason="shutting_down"} 1`) {
		t.Errorf("%v; %s", err, scrape(t, m))
	}
}
