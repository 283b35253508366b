package api

import (
	"bytes"
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
	reflectionv1 "google.golang.org/grpc/reflection/grpc_reflection_v1"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

func TestHealthService(t *testing.T) {
	d := serve(t, nil)
	health := healthv1.NewHealthClient(d.conn)
	check := func(want healthv1.HealthCheckResponse_ServingStatus) {
		t.Helper()
		for _, service := range []string{"", "elide.daemon.v1alpha1.ExecutionApi"} {
			got, err := health.Check(deadline(t), &healthv1.HealthCheckRequest{Service: service})
			if err != nil || got.GetStatus() != want {
				t.Errorf("%q: %v, %v", service, got, err)
			}
		}
	}
	check(healthv1.HealthCheckResponse_SERVING)
	d.server.Drain()
	check(healthv1.HealthCheckResponse_NOT_SERVING)
}

func TestReflection(t *testing.T) {
	d := serve(t, nil)
	stream, err := reflectionv1.NewServerReflectionClient(d.conn).ServerReflectionInfo(deadline(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := stream.Send(&reflectionv1.ServerReflectionRequest{MessageRequest: &reflectionv1.ServerReflectionRequest_ListServices{}}); err != nil {
		t.Fatal(err)
	}
	got, err := stream.Recv()
	if err != nil || !strings.Contains(got.String(), "elide.daemon.v1alpha1.ExecutionApi") {
		t.Errorf("%v, %v", got, err)
	}
}

// TestPanic serves an executor that isn't there: the calls fail, the server goes
// on, and the log doesn't hold the request.
func TestPanic(t *testing.T) {
	var log bytes.Buffer
	e, err := executor.New(executor.Config{StateDir: t.TempDir(), WorkerCommand: []string{elided}})
	if err != nil {
		t.Fatal(err)
	}
	var seen atomic.Int32 // what is to observe the server sees calls that panic, too
	s := NewServer(e, Access{}, slog.New(slog.NewTextHandler(&log, nil)),
		grpc.ChainUnaryInterceptor(func(ctx context.Context, r any, _ *grpc.UnaryServerInfo, h grpc.UnaryHandler) (any, error) {
			answer, err := h(ctx, r)
			seen.Add(1)
			return answer, err
		}),
		grpc.ChainStreamInterceptor(func(srv any, s grpc.ServerStream, _ *grpc.StreamServerInfo, h grpc.StreamHandler) error {
			err := h(srv, s)
			seen.Add(1)
			return err
		}))
	s.service.executor = nil
	l, err := Listen(filepath.Join(shortDir(t), "s"), Permissions{})
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- s.Serve(l) }()
	c := daemonv1alpha1.NewExecutionApiClient(dial(t, l.Addr().String()))
	secret := &daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Env: map[string]string{"K": "hunter2"}}
	_, err = c.ExecuteSnippet(deadline(t), secret)
	wantCode(t, err, codes.Internal)
	stream, err := c.WatchExecution(deadline(t), &daemonv1alpha1.WatchExecutionRequest{ExecutionId: "hunter2"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = stream.Recv()
	wantCode(t, err, codes.Internal)
	s.Stop(deadline(t))
	if err := <-served; err != nil {
		t.Error(err)
	}
	if n := seen.Load(); n != 2 {
		t.Errorf("%d calls were observed", n)
	}
	if n := strings.Count(log.String(), "panic while serving"); n != 2 || strings.Contains(log.String(), "hunter2") {
		t.Errorf("%d panics in the log: %s", n, log.String())
	}
}

// TestStopEndsCalls ends calls that would go on for long.
func TestStopEndsCalls(t *testing.T) {
	d := serve(t, nil)
	x := d.submit(t, python("from time import sleep\nprint(1)\nsleep(60)"))
	stream, err := d.WatchExecution(deadline(t), &daemonv1alpha1.WatchExecutionRequest{ExecutionId: x.ID()})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stream.Recv(); err != nil {
		t.Fatal(err)
	}
	now, cancel := context.WithCancel(context.Background())
	cancel()
	d.server.Stop(now)
	for err == nil {
		_, err = stream.Recv()
	}
	wantCode(t, err, codes.Unavailable)
	if x.Status().State.Final() {
		t.Error("the watched execution ended")
	}
}
