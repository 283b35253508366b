package e2e

import (
	"context"
	"io"
	"net/http"
	"syscall"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

type answer struct {
	status *daemonv1alpha1.GetExecutionStatusResponse
	err    error
}

// ask runs a program and sends what comes of it.
func ask(d *daemon, r *daemonv1alpha1.ExecuteSnippetRequest) <-chan answer {
	c := make(chan answer, 1)
	go func() {
		s, err := d.run(r)
		c <- answer{s, err}
	}()
	return c
}

func (d *daemon) awaitState(id string, state daemonv1alpha1.ExecutionStatus) {
	d.t.Helper()
	eventually(d.t, id+" "+state.String(), patience, func() bool {
		s, err := d.GetExecutionStatus(context.Background(), &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: id})
		return err == nil && s.GetStatus() == state
	})
}

// TestShutdown answers everybody: those whose program runs, those whose program
// waits, and those who watch.
func TestShutdown(t *testing.T) {
	d := startDaemon(t, "--max-running", "2", "--drain-timeout", "200ms", "--grace", "200ms")
	busy := &daemonv1alpha1.ExecuteSnippetRequest{ExecutionId: "running", Language: "python", Code: loops[2].code}
	running := ask(d, busy)
	d.printed("running", "started")
	watched := d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: loops[2].code})
	watch := make(chan answer, 1)
	go func() {
		s, err := d.Follow(context.Background(), "", watched, io.Discard, io.Discard)
		watch <- answer{s, err}
	}()
	d.printed(watched, "started")
	queued := ask(d, &daemonv1alpha1.ExecuteSnippetRequest{ExecutionId: "queued", Language: "python", Code: "print(1)"})
	d.awaitState("queued", daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_QUEUED)

	d.signal(syscall.SIGTERM)
	for name, c := range map[string]<-chan answer{"running": running, "queued": queued, "watched": watch} {
		select {
		case a := <-c:
			if a.err != nil || a.status.GetStopReason() != daemonv1alpha1.StopReason_STOP_REASON_SHUTDOWN ||
				a.status.GetStatus() != daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_CANCELLED || a.status.GetExitCode() != 143 {
				t.Errorf("%s: %v, %v", name, a.status, a.err)
			}
		case <-time.After(patience):
			t.Errorf("%s: not answered", name)
		}
	}
	if code := d.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestDrain lets what runs finish, and takes no more work, which every door says.
func TestDrain(t *testing.T) {
	d := startDaemon(t, "--drain-timeout", patience.String())
	finishing := ask(d, &daemonv1alpha1.ExecuteSnippetRequest{ExecutionId: "f", Language: "python", Code: "from time import sleep\nprint('started')\nsleep(1.5)\nprint('done')"})
	d.printed("f", "started")
	if code := d.get("/readyz"); code != http.StatusOK {
		t.Errorf("/readyz: %d before", code)
	}
	d.signal(syscall.SIGTERM)
	eventually(t, "not healthy", patience, func() bool {
		h, err := d.Health(t.Context(), &daemonv1alpha1.HealthRequest{})
		return err == nil && !h.GetHealthy()
	})
	if code := d.get("/readyz"); code != http.StatusServiceUnavailable {
		t.Errorf("/readyz: %d", code)
	}
	if code := d.get("/healthz"); code != http.StatusOK {
		t.Errorf("/healthz: %d", code)
	}
	if got := d.grpcHealth(); got != healthv1.HealthCheckResponse_NOT_SERVING {
		t.Errorf("grpc.health.v1: %v", got)
	}
	_, err := d.ExecuteSnippet(t.Context(), &daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: "1"})
	if status.Code(err) != codes.Unavailable {
		t.Errorf("submit: %v", err)
	}
	if a := <-finishing; a.err != nil || a.status.GetStdout() != "started\ndone\n" || a.status.GetExitCode() != 0 {
		t.Errorf("what ran: %v, %v", a.status, a.err)
	}
	if code := d.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestSecondSignal skips the drain timeout.
func TestSecondSignal(t *testing.T) {
	d := startDaemon(t, "--drain-timeout", "1h", "--grace", "100ms")
	id := d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: loops[2].code})
	d.printed(id, "started")
	d.signal(syscall.SIGINT)
	eventually(t, "not healthy", patience, func() bool {
		h, err := d.Health(t.Context(), &daemonv1alpha1.HealthRequest{})
		return err == nil && !h.GetHealthy()
	})
	d.signal(syscall.SIGINT)
	if code := d.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestDaemonKilled leaves no worker behind, and the next daemon is another one.
func TestDaemonKilled(t *testing.T) {
	d := startDaemon(t)
	id := d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: loops[2].code})
	d.printed(id, "started")
	before, err := d.Health(t.Context(), &daemonv1alpha1.HealthRequest{})
	if err != nil {
		t.Fatal(err)
	}
	follower := make(chan error, 1)
	go func() {
		_, err := d.Follow(context.Background(), "", id, io.Discard, io.Discard)
		follower <- err
	}()
	workers := children(t, d.pid())
	if len(workers) == 0 {
		t.Fatal("there are no workers")
	}
	d.signal(syscall.SIGKILL)
	<-d.exited
	eventually(t, "workers end", time.Second, func() bool {
		for _, pid := range workers {
			if running(pid) {
				return false
			}
		}
		return true
	})
	if err := <-follower; err == nil {
		t.Error("the follower of a killed daemon got a final status")
	}
	d.start()
	after, err := d.Health(t.Context(), &daemonv1alpha1.HealthRequest{})
	if err != nil {
		t.Fatal(err)
	}
	if before.GetInstanceId() == after.GetInstanceId() || after.GetInstanceId() == "" {
		t.Errorf("instance %q after %q", after.GetInstanceId(), before.GetInstanceId())
	}
	_, err = d.GetExecutionStatus(t.Context(), &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: id})
	if status.Code(err) != codes.NotFound {
		t.Errorf("the old execution: %v", err)
	}
}

func (d *daemon) get(path string) int {
	d.t.Helper()
	r, err := http.Get("http://" + d.http + path)
	if err != nil {
		d.t.Fatal(err)
	}
	if err := r.Body.Close(); err != nil {
		d.t.Fatal(err)
	}
	return r.StatusCode
}

func (d *daemon) grpcHealth() healthv1.HealthCheckResponse_ServingStatus {
	d.t.Helper()
	conn, err := grpc.NewClient("unix:"+d.socket, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	r, err := healthv1.NewHealthClient(conn).Check(context.Background(), &healthv1.HealthCheckRequest{})
	if err != nil {
		d.t.Fatal(err)
	}
	return r.GetStatus()
}
