package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// scriptDaemon starts a daemon and waits until it is ready.
func scriptDaemon(ts *testscript.TestScript, neg bool, args []string) {
	state := filepath.Join(filepath.Dir(ts.Getenv("ELIDED_SOCKET")), "state")
	cmd := exec.Command(binary, append([]string{"serve", "--socket", ts.Getenv("ELIDED_SOCKET"), "--state-dir", state}, args...)...)
	l := &logBuffer{ready: make(chan string, 1)}
	stderr, err := cmd.StderrPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	exited := make(chan struct{})
	go func() {
		defer close(exited)
		l.read(stderr)
		_ = cmd.Wait() // killed, or told by the log
	}()
	ts.Defer(func() {
		_ = cmd.Process.Kill()
		<-exited
	})
	select {
	case <-l.ready:
	case <-exited:
		ts.Fatalf("the daemon ended: %s", l)
	case <-time.After(patience):
		ts.Fatalf("the daemon is not ready: %s", l)
	}
	if neg {
		ts.Fatalf("the daemon started")
	}
}

// scriptExits runs elided and checks its exit code, with the outputs there for
// stdout and stderr.
func scriptExits(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 || neg {
		ts.Fatalf("usage: exits CODE ARG...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(binary, args[1:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func scriptWaitFor(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 || neg {
		ts.Fatalf("usage: waitfor TEXT ID")
	}
	deadline := time.After(patience)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		cmd := exec.Command(binary, "logs", "--socket", ts.Getenv("ELIDED_SOCKET"), args[1])
		var out bytes.Buffer
		cmd.Stdout = &out
		if err := cmd.Run(); err == nil && strings.Contains(out.String(), args[0]) {
			return
		}
		select {
		case <-deadline:
			ts.Fatalf("execution %s has not written %q", args[1], args[0])
		case <-tick.C:
		}
	}
}

// scriptStale leaves a socket behind that nobody serves, as a killed daemon does.
func scriptStale(ts *testscript.TestScript, _ bool, _ []string) {
	l, err := net.Listen("unix", ts.Getenv("ELIDED_SOCKET"))
	ts.Check(err)
	u, ok := l.(*net.UnixListener)
	if !ok {
		ts.Fatalf("no Unix listener")
	}
	u.SetUnlinkOnClose(false)
	ts.Check(l.Close())
}

// scriptFill puts a number of source files into a folder.
func scriptFill(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 || neg {
		ts.Fatalf("usage: fill DIR NUMBER")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	for i := range n {
		ts.Check(os.WriteFile(ts.MkAbs(filepath.Join(args[0], fmt.Sprintf("f%d.star", i))), nil, 0o600))
	}
}
