package e2e

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// echoes are programs that print their argument 50 times, each time to both
// outputs.
var echoes = []struct{ language, code string }{
	{"javascript", `for (let i = 0; i < 50; i++) { console.log(process.argv[2], i); console.error(process.argv[2], i) }`},
	{"typescript", `const n: number = 50; for (let i = 0; i < n; i++) { console.log(process.argv[2], i); console.error(process.argv[2], i) }`},
	{"python", "import sys\nfor i in range(50):\n  print(sys.argv[1], i)\n  print(sys.argv[1], i, file=sys.stderr)"},
	{"starlark", "def main():\n  for i in range(50):\n    print(args[0], i)\n    eprint(args[0], i)\nmain()"},
}

// TestManyAtOnce runs 200 programs at once, each of which must give exactly its
// own output.
func TestManyAtOnce(t *testing.T) {
	d := startDaemon(t)
	var all sync.WaitGroup
	for n := range 200 {
		all.Go(func() {
			program, word := echoes[n%len(echoes)], fmt.Sprintf("program-%d", n)
			s, err := d.run(&daemonv1alpha1.ExecuteSnippetRequest{
				Language: program.language, Code: program.code, Args: []string{word},
				Timeout: durationpb.New(patience),
			})
			var want strings.Builder
			for i := range 50 {
				fmt.Fprintln(&want, word, i)
			}
			switch {
			case err != nil:
				t.Errorf("%s %s: %v", program.language, word, err)
			case s.GetExitCode() != 0 || s.GetStdout() != want.String() || s.GetStderr() != want.String():
				t.Errorf("%s %s: exit code %d (%s), stdout %.100q, stderr %.100q",
					program.language, word, s.GetExitCode(), s.GetError(), s.GetStdout(), s.GetStderr())
			}
		})
	}
	all.Wait()
}

// loops never end by themselves.
var loops = []struct{ language, code string }{
	{"javascript", `console.log("started"); while (true) {}`},
	{"typescript", `const word: string = "started"; console.log(word); while (true) {}`},
	{"python", "print('started')\nwhile True: pass"},
	{"starlark", "print('started')\ndef f():\n  for i in range(2000000000):\n    for j in range(2000000000):\n      pass\nf()"},
}

// neighbour runs for a second beside the loops of its session.
const neighbour = "from time import sleep\nfor i in range(50):\n  print(i)\n  sleep(0.02)"

// TestBusyLoop ends programs that give nothing a chance, by timeout and by
// cancel, within a second, with no effect on a neighbour.
func TestBusyLoop(t *testing.T) {
	d := startDaemon(t)
	var count strings.Builder
	for i := range 50 {
		fmt.Fprintln(&count, i)
	}
	for _, loop := range loops {
		for _, isolation := range []daemonv1alpha1.Isolation{daemonv1alpha1.Isolation_ISOLATION_SHARED, daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE} {
			t.Run(loop.language+"/"+isolation.String(), func(t *testing.T) {
				d := d.in(t)
				beside := d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: neighbour})
				r := &daemonv1alpha1.ExecuteSnippetRequest{Language: loop.language, Code: loop.code, Isolation: isolation}
				testTimeout(t, d, r)
				testCancel(t, d, r)
				d.end(beside)
				s := d.status(beside)
				if s.GetExitCode() != 0 || s.GetStdout() != count.String() || s.GetAttempts() != 1 {
					t.Errorf("the neighbour: exit code %d (%s) after %d attempts, stdout %q", s.GetExitCode(), s.GetError(), s.GetAttempts(), s.GetStdout())
				}
			})
		}
	}
}

func testTimeout(t *testing.T, d *daemon, r *daemonv1alpha1.ExecuteSnippetRequest) {
	t.Helper()
	const timeout = 500 * time.Millisecond // enough to begin beside other tests
	r.Timeout = durationpb.New(timeout)
	s, err := d.run(r)
	if err != nil {
		t.Fatal(err)
	}
	if s.GetStopReason() != daemonv1alpha1.StopReason_STOP_REASON_TIMEOUT || s.GetExitCode() != 124 || s.GetStdout() != "started\n" {
		t.Errorf("timeout: %v, exit code %d, stdout %q", s.GetStopReason(), s.GetExitCode(), s.GetStdout())
	}
	if took := s.GetEndedAt().AsTime().Sub(s.GetStartedAt().AsTime()); took > timeout+time.Second {
		t.Errorf("timeout: ended %v after it", took-timeout)
	}
}

func testCancel(t *testing.T, d *daemon, r *daemonv1alpha1.ExecuteSnippetRequest) {
	t.Helper()
	r.Timeout = nil
	id := d.submit(r)
	d.printed(id, "started")
	cancelled := time.Now()
	if _, err := d.CancelExecution(t.Context(), &daemonv1alpha1.CancelExecutionRequest{ExecutionId: id}); err != nil {
		t.Fatal(err)
	}
	s := d.end(id)
	if took := time.Since(cancelled); took > time.Second {
		t.Errorf("cancel: ended %v after it", took)
	}
	if s.GetStopReason() != daemonv1alpha1.StopReason_STOP_REASON_CANCELLED || s.GetExitCode() != 143 {
		t.Errorf("cancel: %v, exit code %d", s.GetStopReason(), s.GetExitCode())
	}
}

// TestWorkerKilled kills a worker process in the middle of a run.
func TestWorkerKilled(t *testing.T) {
	d := startDaemon(t)
	id := d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: loops[2].code})
	d.printed(id, "started")
	worker := busyChild(t, d.pid())
	if err := syscall.Kill(worker, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	killed := time.Now()
	s := d.end(id)
	if took := time.Since(killed); took > time.Second {
		t.Errorf("the final status came after %v", took)
	}
	switch s.GetStopReason() {
	case daemonv1alpha1.StopReason_STOP_REASON_CRASHED, daemonv1alpha1.StopReason_STOP_REASON_WORKER_LOST:
	default:
		t.Errorf("stop reason %v", s.GetStopReason())
	}
	if s.GetExitCode() != 137 || s.GetError() == "" || s.GetStdoutBytes() != uint64(len("started\n")) {
		t.Errorf("exit code %d, error %q, %d bytes of output", s.GetExitCode(), s.GetError(), s.GetStdoutBytes())
	}
	if s, err := d.run(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: "print('again')"}); err != nil || s.GetStdout() != "again\n" {
		t.Errorf("after it: %v, %v", s, err)
	}
	if slices.Contains(children(t, d.pid()), worker) {
		t.Errorf("worker %d still runs", worker)
	}
}
