package client

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

func python(code string) *daemonv1alpha1.ExecuteSnippetRequest {
	return &daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: code}
}

func TestRun(t *testing.T) {
	socket, _ := serve(t, "s")
	c := mustDial(t, "unix://"+socket)
	if c.Socket() != socket {
		t.Errorf("socket %s", c.Socket())
	}
	var stdout, stderr bytes.Buffer
	final, err := c.Run(deadline(t), python("print('out')\nraise Exception('err')"), &stdout, &stderr)
	if err != nil {
		t.Fatal(err)
	}
	if stdout.String() != "out\n" || !strings.Contains(stderr.String(), "err") || final.GetExitCode() != 1 || !final.GetComplete() {
		t.Errorf("%q, %q, %v", stdout.String(), stderr.String(), final)
	}
	if final, err := c.Run(deadline(t), python("print('unread')\nraise SystemExit(4)"), nil, nil); err != nil || final.GetExitCode() != 4 {
		t.Errorf("%v, %v", final, err)
	}
	health, err := c.Health(deadline(t), &daemonv1alpha1.HealthRequest{})
	if err != nil || health.GetVersion() != "test" {
		t.Errorf("%v, %v", health, err)
	}
	_, err = c.Run(deadline(t), &daemonv1alpha1.ExecuteSnippetRequest{Language: "cobol"}, nil, nil)
	if status.Code(err) != codes.InvalidArgument {
		t.Error(err)
	}
}

// TestLive reads output while the program still runs.
func TestLive(t *testing.T) {
	socket, _ := serve(t, "s")
	c := mustDial(t, socket)
	ctx, leave := context.WithCancel(deadline(t))
	r, w := io.Pipe()
	ended := make(chan error, 1)
	request := python("from time import sleep\nprint('now')\nsleep(60)")
	request.ExecutionId = "x"
	go func() {
		_, err := c.Run(ctx, request, w, nil)
		ended <- err
	}()
	line := make([]byte, 4)
	if _, err := io.ReadFull(r, line); err != nil || string(line) != "now\n" {
		t.Errorf("%q, %v", line, err)
	}
	leave()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	got, err := c.GetExecutionStatus(deadline(t), &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: "x"})
	if err != nil || got.GetComplete() {
		t.Errorf("it ended with its follower: %v, %v", got, err)
	}
}

// TestBrokenConnections follows through a connection that breaks again and again:
// no byte is lost or doubled.
func TestBrokenConnections(t *testing.T) {
	socket, _ := serve(t, "s")
	const lines = 60_000
	var want strings.Builder
	for i := range lines {
		fmt.Fprintln(&want, "line", i)
	}
	proxy := cut(t, socket, 200_000)
	c := mustDial(t, proxy.socket)
	var got bytes.Buffer
	final, err := c.Run(deadline(t), python(fmt.Sprintf("for i in range(%d): print('line', i)", lines)), &got, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != want.String() || final.GetExitCode() != 0 {
		t.Errorf("%d bytes of %d, %v", got.Len(), want.Len(), final)
	}
	if n := proxy.count(); n < 2 {
		t.Errorf("cut %d times", n)
	}
}

// TestHopelessConnection gives up on one that breaks before it brings anything.
func TestHopelessConnection(t *testing.T) {
	socket, _ := serve(t, "s")
	c := mustDial(t, cut(t, socket, 10).socket)
	_, err := c.Follow(deadline(t), "", "x", nil, nil)
	if status.Code(err) != codes.Unavailable {
		t.Errorf("error %v", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestWriterFails(t *testing.T) {
	socket, _ := serve(t, "s")
	_, err := mustDial(t, socket).Run(deadline(t), python("print(1)"), failing{}, nil)
	if !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("error %v", err)
	}
}

// TestDaemonGone stops the daemon under a follower.
func TestDaemonGone(t *testing.T) {
	socket, stop := serve(t, "s")
	c := mustDial(t, socket)
	r, w := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		_, err := c.Run(deadline(t), python("from time import sleep\nprint('now')\nsleep(60)"), w, nil)
		ended <- err
	}()
	if _, err := io.ReadFull(r, make([]byte, 4)); err != nil {
		t.Fatal(err)
	}
	stop()
	if err := <-ended; !errors.Is(err, ErrNotRunning) {
		t.Errorf("error %v", err)
	}
}
