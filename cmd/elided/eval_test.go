package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	hostileValue = "a\x1b]0;title\a\r\u009b2J\x7f\n\tü"
	escapedValue = "a\\u001b]0;title\\u0007\\u000d\\u009b2J\\u007f\n\tü"
)

// terminal opens both ends of a pseudo-terminal that changes nothing.
func terminal(t *testing.T) (outer, inner *os.File) {
	t.Helper()
	outer, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() { _ = outer.Close() })
	if err := unix.IoctlSetPointerInt(int(outer.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(int(outer.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if inner, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0); err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() { _ = inner.Close() })
	raw, err := unix.IoctlGetTermios(int(inner.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	raw.Oflag &^= unix.OPOST
	raw.Lflag &^= unix.ECHO
	if err := unix.IoctlSetTermios(int(inner.Fd()), unix.TCSETS, raw); err != nil {
		t.Fatal(err)
	}
	return outer, inner
}

// TestEvalOnATerminal passed a program's control characters on to the terminal.
func TestEvalOnATerminal(t *testing.T) {
	outer, inner := terminal(t)
	c := &cli{stdout: inner, stderr: inner}
	if err := c.printEvaluation(&daemonv1alpha1.EvalInExecutionResponse{Value: hostileValue}); err != nil {
		t.Fatal(err)
	}
	_ = c.printEvaluation(&daemonv1alpha1.EvalInExecutionResponse{Error: hostileValue}) // its exit code
	want := escapedValue + "\nelided: " + escapedValue + "\n"
	got := make([]byte, len(want))
	if _, err := io.ReadFull(outer, got); err != nil || string(got) != want {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
}

// TestEvalIntoAPipe leaves a value as it is.
func TestEvalIntoAPipe(t *testing.T) {
	var plain strings.Builder
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	for _, out := range []io.Writer{&plain, w} {
		c := &cli{stdout: out}
		if err := c.printEvaluation(&daemonv1alpha1.EvalInExecutionResponse{Value: hostileValue}); err != nil {
			t.Fatal(err)
		}
	}
	_ = w.Close()
	piped, err := io.ReadAll(r)
	if err != nil || string(piped) != hostileValue+"\n" || plain.String() != string(piped) {
		t.Errorf("%q and %q, %v", piped, plain.String(), err)
	}
}
