package e2e

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// patience bounds what is waited for on a loaded machine.
const patience = 30 * time.Second

// A daemon is a running `elided serve`.
type daemon struct {
	*client.Client
	t      *testing.T
	dir    string
	socket string
	flags  []string
	cmd    *exec.Cmd
	log    *logBuffer
	http   string        // the address of its HTTP door
	exited chan struct{} // closed when it has ended, with cmd.ProcessState set
}

// startDaemon starts a daemon in a directory of its own and waits until it is
// ready. It is stopped with the test, if it still runs then.
func startDaemon(t *testing.T, flags ...string) *daemon {
	t.Helper()
	// t.TempDir has the test's name in it, too long for a socket's path.
	dir, err := os.MkdirTemp("", "elided-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	d := &daemon{t: t, dir: dir, socket: filepath.Join(dir, "s"), flags: flags}
	d.start()
	return d
}

var readyLine = regexp.MustCompile(`msg=ready.* http=(\S+)`)

func (d *daemon) start() {
	d.t.Helper()
	d.cmd = exec.Command(binary, append([]string{
		"serve", "--socket", d.socket, "--state-dir", filepath.Join(d.dir, "state"), "--http", "127.0.0.1:0",
	}, d.flags...)...)
	d.log = &logBuffer{ready: make(chan string, 1)}
	stderr, err := d.cmd.StderrPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	if err := d.cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.exited = make(chan struct{})
	go func() {
		defer close(d.exited)
		d.log.read(stderr)
		_ = d.cmd.Wait() // its exit code is in ProcessState
	}()
	d.t.Cleanup(d.kill)
	select {
	case d.http = <-d.log.ready:
	case <-d.exited:
		d.t.Fatalf("the daemon ended: %s", d.log)
	case <-time.After(patience):
		d.t.Fatalf("the daemon is not ready: %s", d.log)
	}
	if d.Client, err = client.Dial(d.socket); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = d.Close() })
}

// in is the daemon for a subtest, which its helpers then fail.
func (d *daemon) in(t *testing.T) *daemon {
	sub := *d
	sub.t = t
	return &sub
}

func (d *daemon) pid() int { return d.cmd.Process.Pid }

func (d *daemon) signal(s syscall.Signal) {
	d.t.Helper()
	if err := d.cmd.Process.Signal(s); err != nil {
		d.t.Fatal(err)
	}
}

// wait waits for the daemon's end and returns its exit code.
func (d *daemon) wait() int {
	d.t.Helper()
	select {
	case <-d.exited:
		return d.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		d.t.Fatalf("the daemon has not ended: %s", d.log)
		return 0
	}
}

func (d *daemon) kill() {
	_ = d.cmd.Process.Kill()
	<-d.exited
	if d.t.Failed() {
		d.t.Logf("daemon's log:\n%s", d.log)
	}
}

// logBuffer keeps what the daemon logs and reports its line "ready".
type logBuffer struct {
	ready chan string

	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *logBuffer) read(r io.Reader) {
	for s := bufio.NewScanner(r); s.Scan(); {
		l.mu.Lock()
		l.buf.WriteString(s.Text() + "\n")
		l.mu.Unlock()
		if m := readyLine.FindStringSubmatch(s.Text()); m != nil {
			l.ready <- m[1]
		}
	}
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// run runs a program to its end.
func (d *daemon) run(r *daemonv1alpha1.ExecuteSnippetRequest) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	out, err := d.RunSnippet(ctx, &daemonv1alpha1.RunSnippetRequest{Snippet: r})
	return out.GetResult(), err
}

// submit submits a program and returns its id.
func (d *daemon) submit(r *daemonv1alpha1.ExecuteSnippetRequest) string {
	d.t.Helper()
	x, err := d.ExecuteSnippet(context.Background(), r)
	if err != nil {
		d.t.Fatal(err)
	}
	return x.GetExecutionId()
}

// status is what is known of an execution, with its output.
func (d *daemon) status(id string) *daemonv1alpha1.GetExecutionStatusResponse {
	d.t.Helper()
	s, err := d.GetExecutionStatus(context.Background(), &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: id})
	if err != nil {
		d.t.Fatal(err)
	}
	return s
}

// end waits for the end of an execution and returns its final status.
func (d *daemon) end(id string) *daemonv1alpha1.GetExecutionStatusResponse {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	s, err := d.Follow(ctx, "", id, io.Discard, io.Discard)
	if err != nil {
		d.t.Fatalf("execution %s: %v", id, err)
	}
	return s
}

// printed waits until an execution has written text to standard output.
func (d *daemon) printed(id, text string) {
	d.t.Helper()
	eventually(d.t, fmt.Sprintf("output %q of %s", text, id), patience, func() bool {
		s, err := d.GetExecutionStatus(context.Background(), &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: id})
		written := strings.Contains(s.GetStdout(), text)
		if s.GetComplete() && !written {
			d.t.Fatalf("%s ended without writing %q: %s, stderr %q", id, text, s.GetError(), s.GetStderr())
		}
		return err == nil && written
	})
}

// eventually polls until f is true.
func eventually(t *testing.T, what string, within time.Duration, f func() bool) {
	t.Helper()
	deadline := time.After(within)
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !f() {
		select {
		case <-deadline:
			t.Fatalf("%s: not within %v", what, within)
		case <-tick.C:
		}
	}
}
