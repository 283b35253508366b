package prometheus

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A daemon is a running `elided serve`.
type daemon struct {
	*client.Client
	cmd  *exec.Cmd
	http string
}

// startDaemon starts one that is easily overloaded.
func startDaemon(t *testing.T) *daemon {
	t.Helper()
	dir, err := os.MkdirTemp("", "elided-") // short enough for a socket's path
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	d := &daemon{http: freeAddress(t)}
	socket := filepath.Join(dir, "s")
	d.cmd = exec.Command(elided, "serve", "--socket", socket, "--state-dir", filepath.Join(dir, "state"), "--http", d.http,
		"--max-running", "6", "--max-queued", "8", "--drain-timeout", "0s", "--grace", "0s", "--log-executions=false")
	startProcess(t, d.cmd)
	eventually(t, "the daemon is ready", func() (string, bool) {
		said, err := get(d.http + "/readyz")
		return fmt.Sprint(said, err), err == nil
	})
	if d.Client, err = client.Dial(socket); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	if _, err := d.CreateSession(t.Context(), &daemonv1alpha1.CreateSessionRequest{SessionId: "named"}); err != nil {
		t.Fatal(err)
	}
	return d
}

// programs end in several ways, and one of them not before it must.
var programs = []*daemonv1alpha1.ExecuteSnippetRequest{
	{Language: "javascript", Code: `console.log(1)`},
	{Language: "typescript", Code: `const n: number = 1; console.error(n)`},
	{Language: "python", Code: "sum(range(100000))"},
	{Language: "starlark", Code: `fail("x")`},
	{Language: "javascript", Code: `process.exit(3)`, SessionId: "named"},
	{Language: "python", Code: "1", Isolation: daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE},
	{Language: "python", Code: "import time\ntime.sleep(0.5)"},
	{Language: "python", SessionId: "there is none"},
	{Language: "cobol"},
}

// load keeps the daemon busy until the test ends: more callers than it takes.
func (d *daemon) load(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var callers sync.WaitGroup
	for i := range 24 {
		callers.Go(func() {
			for n := i; ctx.Err() == nil; n++ {
				_, err := d.RunSnippet(ctx, &daemonv1alpha1.RunSnippetRequest{Snippet: programs[n%len(programs)]})
				if err != nil { // refused: not at once again
					wait(ctx, 20*time.Millisecond)
				}
			}
		})
	}
	t.Cleanup(func() { cancel(); callers.Wait() })
}

func wait(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// loseWorker has an execution lose its worker by nobody's fault.
func (d *daemon) loseWorker(t *testing.T) {
	t.Helper()
	x, err := d.ExecuteSnippet(t.Context(), &daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: "print('up')\nwhile True: pass"})
	if err != nil {
		t.Fatal(err)
	}
	status := func() *daemonv1alpha1.GetExecutionStatusResponse {
		s, err := d.GetExecutionStatus(t.Context(), &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: x.GetExecutionId()})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	eventually(t, "the program runs", func() (string, bool) {
		s := status()
		return s.String(), s.GetStdoutBytes() > 0
	})
	eventually(t, "a busy worker", func() (string, bool) {
		pid := d.busiestChild(t)
		return "there is none", pid != 0 && syscall.Kill(pid, syscall.SIGKILL) == nil
	})
	eventually(t, "the loss", func() (string, bool) {
		s := status()
		return s.String(), s.GetStopReason() == daemonv1alpha1.StopReason_STOP_REASON_WORKER_LOST
	})
}

// busiestChild is the process of the daemon's that has computed for half a second; 0 is
// none.
func (d *daemon) busiestChild(t *testing.T) int {
	t.Helper()
	paths, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
		ticks, _ := strconv.Atoi(fields[11])
		if fields[1] == strconv.Itoa(d.cmd.Process.Pid) && ticks > 50 {
			pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(path)))
			return pid
		}
	}
	return 0
}
