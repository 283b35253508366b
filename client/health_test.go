package client

import (
	"context"
	"net"
	"path/filepath"
	"testing"
	"time"

	"google.golang.org/grpc"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A slowDaemon answers Health as late as it is told to, which a real one does on an
// overloaded machine only.
type slowDaemon struct {
	daemonv1alpha1.UnimplementedExecutionApiServer
	delays chan time.Duration
}

func (s slowDaemon) Health(ctx context.Context, _ *daemonv1alpha1.HealthRequest) (*daemonv1alpha1.HealthResponse, error) {
	select {
	case <-time.After(<-s.delays):
		return &daemonv1alpha1.HealthResponse{Healthy: true, InstanceId: "i"}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (slowDaemon) GetCapabilities(context.Context, *daemonv1alpha1.GetCapabilitiesRequest) (*daemonv1alpha1.GetCapabilitiesResponse, error) {
	return &daemonv1alpha1.GetCapabilitiesResponse{}, nil
}

// TestLateDaemonIsNotGone: a driver that becomes unhealthy for a moment keeps a Nomad
// client from getting tasks for many.
func TestLateDaemonIsNotGone(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "s")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	d := slowDaemon{delays: make(chan time.Duration)}
	server := grpc.NewServer()
	daemonv1alpha1.RegisterExecutionApiServer(server, d)
	go func() { _ = server.Serve(l) }() // until Stop
	t.Cleanup(server.Stop)
	c, err := Dial(socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })

	ctx, cancel := context.WithCancel(t.Context())
	told, done := make(chan error, 8), make(chan struct{})
	go func() {
		defer close(done)
		_ = c.WatchHealth(ctx, "", func(_ *daemonv1alpha1.GetCapabilitiesResponse, err error) error {
			told <- err
			return nil
		}) // until cancel
	}()
	for _, delay := range []time.Duration{0, 2 * healthTimeout, 2 * healthTimeout, 0, 0} {
		select {
		case d.delays <- delay:
		case <-time.After(20 * time.Second):
			t.Fatal("it doesn't ask")
		}
	}
	cancel()
	<-done
	if err := <-told; err != nil || len(told) != 0 {
		t.Errorf("told %v, and then %d changes", err, len(told))
	}
}
