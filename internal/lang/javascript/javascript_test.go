package javascript

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
)

// soon is how long anything may take that should happen at once.
const soon = 10 * time.Second

type result struct {
	lang.Outcome
	stdout, stderr string
}

// running is a Run in a goroutine of its own.
type running struct {
	lang.Instance
	done   chan struct{}
	result result // after done
}

func start(in lang.Instance, p *lang.Program, timers int) *running {
	r := &running{Instance: in, done: make(chan struct{})}
	go func() {
		defer close(r.done)
		var stdout, stderr bytes.Buffer
		r.result.Outcome = in.Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr, Timers: timers})
		r.result.stdout, r.result.stderr = stdout.String(), stderr.String()
	}()
	return r
}

func (r *running) wait(t testing.TB) result {
	t.Helper()
	select {
	case <-r.done:
		return r.result
	case <-time.After(soon):
		r.Interrupt()
		t.Fatalf("the run did not end within %v", soon)
		panic("unreachable")
	}
}

func program(code string) *lang.Program {
	return &lang.Program{Name: "main.js", Code: code, Dir: "/"}
}

func runProgram(t testing.TB, p *lang.Program) result {
	t.Helper()
	return start(New(Options{}).Prepare(), p, 0).wait(t)
}

func run(t testing.TB, code string) result {
	t.Helper()
	return runProgram(t, program(code))
}

// TestNode runs programs whose standard output and exit code are what Node 20 has.
func TestNode(t *testing.T) {
	files, err := filepath.Glob("testdata/node/*.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".js"), func(t *testing.T) {
			t.Parallel()
			code, want := read(t, file), read(t, strings.TrimSuffix(file, ".js")+".out")
			r := run(t, code)
			if got := fmt.Sprintf("%s[exit code %d]\n", r.stdout, r.ExitCode); got != want {
				t.Errorf("got:\n%s\nwant:\n%s\nstderr:\n%s", got, want, r.stderr)
			}
		})
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
