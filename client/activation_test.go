package client

import (
	"context"
	"net"
	"path/filepath"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestWaitsForARestart is systemd's socket, in which a connection waits until the daemon
// that restarts takes it: longer than a second, and the call is answered all the same.
func TestWaitsForARestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s")
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	s := grpc.NewServer()
	daemonv1alpha1.RegisterExecutionApiServer(s, daemonv1alpha1.UnimplementedExecutionApiServer{})
	t.Cleanup(s.Stop)
	late := time.AfterFunc(1500*time.Millisecond, func() { _ = s.Serve(l) })
	t.Cleanup(func() { late.Stop() })
	c, err := Dial(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if _, err := c.Health(ctx, &daemonv1alpha1.HealthRequest{}); status.Code(err) != codes.Unimplemented {
		t.Errorf("the daemon that came late was not asked: %v", err)
	}
}
