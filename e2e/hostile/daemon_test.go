package hostile

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	// nobody is the user of the daemon when the tests are root's.
	nobody = 65534

	// patience bounds what is waited for on a loaded machine.
	patience = 30 * time.Second

	// grace is what a program gets that handles SIGTERM.
	grace = 300 * time.Millisecond

	// spare is how many workers wait for work when nothing runs.
	spare = 2

	// sharedMemory is what a shared worker may have.
	sharedMemory = "192MiB"
)

// A daemon is a running `elided serve`, of a user without rights.
type daemon struct {
	*client.Client
	t      *testing.T
	dir    string // its own, with its copy of elided
	binary string
	cmd    *exec.Cmd
	log    safeBuffer
	exited chan struct{} // closed when it has ended
}

func startDaemon(t *testing.T) *daemon {
	t.Helper()
	return startProgram(t, elided, func(d *daemon) []string {
		return []string{
			"serve", "--socket", d.socket(), "--state-dir", d.state(),
			"--grace", grace.String(), "--spare", fmt.Sprint(spare),
			"--sandbox", "best-effort", "--shared-memory", sharedMemory,
		}
	})
}

// startProgram starts a copy of a program that is a daemon, with its arguments.
func startProgram(t *testing.T, program string, arguments func(*daemon) []string) *daemon {
	t.Helper()
	dir, err := os.MkdirTemp("", "hostile-") // t.TempDir is too long for a socket's path
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	d := &daemon{t: t, dir: dir, binary: filepath.Join(dir, "elided"), exited: make(chan struct{})}
	d.install(program)
	if err := os.Mkdir(d.state(), 0o700); err != nil {
		t.Fatal(err)
	}
	d.cmd = exec.Command(d.binary, arguments(d)...)
	d.cmd.Env = []string{"ELIDED_SECRET=of-the-daemon"}
	d.cmd.Dir = dir
	d.cmd.Stderr = &d.log
	if os.Getuid() == 0 {
		d.giveAway()
	}
	if err := d.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(d.exited)
		_ = d.cmd.Wait() // its exit code is in ProcessState
	}()
	t.Cleanup(d.kill)
	if d.Client, err = client.Dial(d.socket()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	eventually(t, "a daemon", func() bool {
		d.checkAlive()
		_, err := d.Health(t.Context(), &daemonv1alpha1.HealthRequest{})
		return err == nil
	})
	return d
}

func (d *daemon) state() string { return filepath.Join(d.dir, "state") }

func (d *daemon) socket() string { return filepath.Join(d.dir, "s") }

// giveAway makes the daemon and all that it needs an unprivileged user's.
func (d *daemon) giveAway() {
	for _, path := range []string{d.dir, d.state()} {
		if err := os.Chown(path, nobody, nobody); err != nil {
			d.t.Fatal(err)
		}
	}
	d.cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
}

// install copies the program to the daemon's directory, where its user may run it.
func (d *daemon) install(program string) {
	d.t.Helper()
	text, err := os.ReadFile(program)
	if err == nil {
		err = os.WriteFile(d.binary, text, 0o755)
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *daemon) pid() int { return d.cmd.Process.Pid }

// checkAlive fails the test at once when the daemon has ended.
func (d *daemon) checkAlive() {
	d.t.Helper()
	select {
	case <-d.exited:
		d.t.Fatalf("the daemon ended: %v\n%s", d.cmd.ProcessState, d.log.String())
	default:
	}
}

func (d *daemon) kill() {
	_ = d.cmd.Process.Kill()
	<-d.exited
	if d.t.Failed() {
		d.t.Logf("the end of the daemon's log:\n%s", lastLines(d.log.String(), 40))
	}
}

// in is the daemon for a subtest, which its helpers then fail.
func (d *daemon) in(t *testing.T) *daemon {
	return &daemon{Client: d.Client, t: t, dir: d.dir, binary: d.binary, cmd: d.cmd, exited: d.exited}
}

func lastLines(text string, n int) string {
	lines := strings.SplitAfter(text, "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "")
}

// A safeBuffer may be read while it is written.
type safeBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// eventually polls until f is true.
func eventually(t *testing.T, what string, f func() bool) {
	t.Helper()
	if !within(patience, f) {
		t.Fatalf("%s: not within %v", what, patience)
	}
}

// within polls until f is true, and reports false when it hasn't become so in time.
func within(limit time.Duration, f func() bool) bool {
	deadline := time.After(limit)
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for !f() {
		select {
		case <-deadline:
			return false
		case <-tick.C:
		}
	}
	return true
}
