package e2e

import (
	"bufio"
	"os/exec"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// command is the real command of this daemon's user.
func (d *daemon) command(args ...string) *exec.Cmd {
	return exec.Command(binary, append([]string{args[0], "--socket", d.socket}, args[1:]...)...)
}

// TestDrainByClient: what runs gets its time, the rest ends with the reason SHUTDOWN, and those who
// follow see it all.
func TestDrainByClient(t *testing.T) {
	d := startDaemon(t, "--drain-timeout", "1h")
	stream, err := d.WatchExecutions(t.Context(), &daemonv1alpha1.WatchExecutionsRequest{AllSessions: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stream.Header(); err != nil {
		t.Fatal(err)
	}
	d.submit(&daemonv1alpha1.ExecuteSnippetRequest{ExecutionId: "stays", Language: "js", Code: "setInterval(() => {}, 1000)"})
	d.submit(&daemonv1alpha1.ExecuteSnippetRequest{ExecutionId: "quick", Language: "js", Code: "setTimeout(() => {}, 200)"})
	drain := d.command("drain", "--timeout", "2s")
	out := make(chan string, 1)
	go func() {
		text, _ := drain.CombinedOutput() // its exit code is in ProcessState
		out <- string(text)
	}()
	ends := map[string]string{}
	for {
		change, err := stream.Recv()
		if err != nil {
			break
		}
		if x := change.GetExecution(); x.GetComplete() {
			ends[x.GetExecutionId()] = x.GetStopReason().String()
		}
	}
	if ends["quick"] != "STOP_REASON_EXITED" || ends["stays"] != "STOP_REASON_SHUTDOWN" {
		t.Errorf("%v", ends)
	}
	if code := d.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if text := <-out; drain.ProcessState.ExitCode() != 0 || !strings.Contains(text, "draining: 2 running, 0 waiting") || !strings.Contains(text, "drained: 2 ended meanwhile, 1 of them because of it") {
		t.Errorf("%v: %s", drain.ProcessState, text)
	}
}

// TestDrainRefusesWork while it lets programs go on, and the daemon is not ready.
func TestDrainRefusesWork(t *testing.T) {
	d := startDaemon(t)
	id := d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: "console.log('on'); setInterval(() => {}, 1000)"})
	d.printed(id, "on")
	if _, err := d.Drain(t.Context(), &daemonv1alpha1.DrainRequest{Timeout: durationpb.New(-time.Second)}); status.Code(err) != codes.InvalidArgument {
		t.Error(err)
	}
	if r, err := d.Drain(t.Context(), &daemonv1alpha1.DrainRequest{Timeout: durationpb.New(time.Hour)}); err != nil || r.GetRunning() != 1 {
		t.Fatal(r, err)
	}
	for end := time.Now().Add(patience); d.get("/readyz") != 503; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("still ready")
		}
	}
	if _, err := d.ExecuteSnippet(t.Context(), &daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: "1"}); status.Code(err) != codes.Unavailable {
		t.Error(err)
	}
	if _, err := d.CancelExecution(t.Context(), &daemonv1alpha1.CancelExecutionRequest{ExecutionId: id}); err != nil {
		t.Fatal(err)
	}
	if code := d.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestEvents is the command beside programs that come and go.
func TestEvents(t *testing.T) {
	d := startDaemon(t)
	events := d.command("events", "--label", "a=b")
	out, err := events.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := events.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = events.Process.Kill(); _ = events.Wait() }()
	lines := bufio.NewScanner(out)
	// It says nothing when it has begun to follow, so programs run until it has seen one.
	seen := make(chan string, 1_000)
	go func() {
		defer close(seen)
		for lines.Scan() {
			seen <- lines.Text()
		}
	}()
	for end := time.Now().Add(patience); len(seen) == 0; {
		if time.Now().After(end) {
			t.Fatal("nothing is seen")
		}
		if _, err := d.run(&daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: "1", Labels: map[string]string{"a": "b"}, Name: "first.js"}); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range []*daemonv1alpha1.ExecuteSnippetRequest{
		{ExecutionId: "other", Language: "js", Code: "1"},
		{ExecutionId: "mine", Language: "js", Code: "process.exit(3)", Labels: map[string]string{"a": "b"}, Name: "mine.js"},
	} {
		if _, err := d.run(r); err != nil {
			t.Fatal(err)
		}
	}
	var mine []string
	for line := range seen {
		if strings.Contains(line, "/other ") {
			t.Errorf("not asked for: %s", line)
		}
		if _, what, found := strings.Cut(line, "default/mine mine.js: "); found {
			if mine = append(mine, what); len(mine) == 3 {
				break
			}
		}
	}
	if got := strings.Join(mine, ", "); got != "queued, running, failed (exited, exit code 3)" {
		t.Error(got)
	}
}
