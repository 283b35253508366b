package client

import (
	"context"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestWait waits for a stop, and outwaits a daemon that is away.
func TestWait(t *testing.T) {
	socket, stop := serve(t, "s")
	c := mustDial(t, socket)
	r := python("from time import sleep\nsleep(60)")
	r.ExecutionId = "x"
	if _, err := c.ExecuteSnippet(deadline(t), r); err != nil {
		t.Fatal(err)
	}
	short, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := c.Execution("", "x").Wait(short); err == nil {
		t.Error("it has not ended")
	}
	if err := c.Execution("", "x").Delete(deadline(t), false); status.Code(err) != codes.FailedPrecondition {
		t.Errorf("deleted while it ran: %v", err)
	}
	if err := c.Execution("", "x").Stop(deadline(t), "", 0); err != nil {
		t.Error(err)
	}
	final, err := c.Execution("", "x").Wait(deadline(t))
	if err != nil || final.GetStopReason() != daemonv1alpha1.StopReason_STOP_REASON_CANCELLED {
		t.Errorf("%v, %v", final, err)
	}
	stop()
	waited := make(chan error, 1)
	ctx, leave := context.WithCancel(deadline(t))
	go func() {
		_, err := c.Execution("", "x").Wait(ctx)
		waited <- err
	}()
	if _, err := c.Execution("", "x").Status(deadline(t)); err == nil || !strings.Contains(err.Error(), "is not running") {
		t.Errorf("%v", err)
	}
	select {
	case err := <-waited:
		t.Errorf("it gave up: %v", err)
	default:
	}
	leave()
	if err := <-waited; err == nil {
		t.Error("no error of its context")
	}
}

// TestWaitReadsNoOutput had all that a program printed sent to who waited for its end.
func TestWaitReadsNoOutput(t *testing.T) {
	socket, _ := serve(t, "s")
	relayed, n := relay(t, socket)
	c := mustDial(t, relayed)
	const size = 4 << 20
	r := python(fmt.Sprintf("from time import sleep\nfor _ in range(2):\n print('x' * %d)\n sleep(0.3)", size))
	r.ExecutionId = "x"
	if _, err := c.ExecuteSnippet(deadline(t), r); err != nil {
		t.Fatal(err)
	}
	x := c.Execution("", "x")
	if err := x.WatchUsage(deadline(t), 0, func(*daemonv1alpha1.Usage, float64) error { return nil }); err != nil {
		t.Error(err)
	}
	if final, err := x.Wait(deadline(t)); err != nil || final.GetStdoutBytes() != 2*(size+1) {
		t.Errorf("%v, %v", final, err)
	}
	if got := n.Load(); got > size/16 {
		t.Errorf("the daemon sent %d bytes", got)
	}
}

// relay passes on connections to a socket, and counts the bytes of its answers.
func relay(t *testing.T, to string) (socket string, answered *atomic.Int64) {
	t.Helper()
	socket, answered = filepath.Join(shortDir(t), "r"), new(atomic.Int64)
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	forward(t, l, to, answered)
	return socket, answered
}

func forward(t *testing.T, l net.Listener, to string, answered *atomic.Int64) {
	t.Helper()
	go func() {
		for {
			in, err := l.Accept()
			if err != nil {
				return
			}
			out, err := net.Dial("unix", to)
			if err != nil {
				t.Error(err)
				return
			}
			go func() { _, _ = io.Copy(out, in); _ = out.Close() }()
			go func() { _, _ = io.Copy(io.MultiWriter(in, counter{answered}), out); _ = in.Close() }()
		}
	}()
}

type counter struct{ *atomic.Int64 }

func (c counter) Write(p []byte) (int, error) {
	c.Add(int64(len(p)))
	return len(p), nil
}

// TestUnknownExecution: what is gone has stopped and is deleted.
func TestUnknownExecution(t *testing.T) {
	socket, _ := serve(t, "s")
	x := mustDial(t, socket).Execution("", "none")
	if err := x.Stop(deadline(t), "SIGINT", time.Second); err != nil {
		t.Error(err)
	}
	if err := x.Delete(deadline(t), true); err != nil {
		t.Error(err)
	}
	if _, err := x.Wait(deadline(t)); status.Code(err) != codes.NotFound {
		t.Error(err)
	}
	if err := x.Signal(deadline(t), "SIGUSR1"); status.Code(err) != codes.NotFound {
		t.Error(err)
	}
}

// TestWaitRefused: what a daemon will never serve is not waited for.
func TestWaitRefused(t *testing.T) {
	socket, _ := serve(t, "s")
	if _, err := mustDial(t, socket).Execution("", "").Wait(deadline(t)); status.Code(err) != codes.InvalidArgument {
		t.Error(err)
	}
}

func TestDialAddress(t *testing.T) {
	for address, ok := range map[string]bool{
		"unix:/s": true, "unix:///s": true, "127.0.0.1:1": true, "[::1]:1": true, "localhost:1": true,
		"10.0.0.1:1": false, "0.0.0.0:1": false, "localhost": false, "localhost.example:1": false, "": false,
	} {
		c, err := DialAddress(address)
		if (err == nil) != ok {
			t.Errorf("%s: %v", address, err)
		}
		if c != nil {
			_ = c.Close()
		}
	}
}
