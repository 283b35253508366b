package client

import (
	"context"
	"strings"
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
	r := python("sleep(60)")
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
