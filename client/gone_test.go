package client

import (
	"context"
	"net"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// TestGoneDaemon: when nobody has listened for long enough, the executions have ended with
// their daemon.
func TestGoneDaemon(t *testing.T) {
	socket, stop := serve(t, "s")
	c := mustDial(t, socket)
	c.goneAfter = time.Second
	r := python("from time import sleep\nsleep(60)")
	r.ExecutionId = "x"
	if _, err := c.ExecuteSnippet(deadline(t), r); err != nil {
		t.Fatal(err)
	}
	x := c.Execution("", "x")
	waited := make(chan error, 1)
	go func() {
		_, err := x.Wait(deadline(t))
		waited <- err
	}()
	stop()
	began := time.Now()
	if err := x.Stop(deadline(t), "SIGINT", 0); err != nil {
		t.Errorf("stop: %v", err)
	}
	if took := time.Since(began); took < c.goneAfter {
		t.Errorf("it was given up after %v", took)
	}
	if err := <-waited; status.Code(err) != codes.NotFound {
		t.Errorf("wait: %v", err)
	}
}

// TestBackBeforeGone: a daemon that comes back in time is asked to stop the execution; this
// one doesn't know it.
func TestBackBeforeGone(t *testing.T) {
	socket, _ := serve(t, "s")
	late := filepath.Join(shortDir(t), "late")
	c := mustDial(t, late)
	c.goneAfter = patience
	stopped := make(chan error, 1)
	go func() { stopped <- c.Execution("", "x").Stop(deadline(t), "", 0) }()
	select {
	case err := <-stopped:
		t.Fatalf("stopped while the daemon was away: %v", err)
	case <-time.After(2 * waitRetry):
	}
	l, err := net.Listen("unix", late)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	forward(t, l, socket, new(atomic.Int64))
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

// TestLateIsNotGone: a daemon that accepts connections and answers nothing, and what
// forwards to one, are waited for.
func TestLateIsNotGone(t *testing.T) {
	mute, err := net.Listen("unix", filepath.Join(shortDir(t), "mute"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = mute.Close() })
	port, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = port.Close() // nobody is to listen there
	for _, address := range []string{"unix:" + mute.Addr().String(), port.Addr().String()} {
		c, err := DialAddress(address)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		c.goneAfter = 0
		ctx, cancel := context.WithTimeout(context.Background(), 5*waitRetry)
		defer cancel()
		if _, err := c.Execution("", "x").Wait(ctx); status.Code(err) == codes.NotFound || ctx.Err() == nil {
			t.Errorf("%s: %v", address, err)
		}
	}
}
