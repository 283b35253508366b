package api

import (
	"context"
	"strings"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestDraftedClient does what a client of the published draft does, with its
// fields alone.
func TestDraftedClient(t *testing.T) {
	d := serve(t, nil)
	ctx := deadline(t)
	health, err := d.Health(ctx, &daemonv1alpha1.HealthRequest{})
	if err != nil || !health.GetHealthy() || health.GetVersion() != "test" {
		t.Fatalf("health %v, %v", health, err)
	}
	session, err := d.CreateSession(ctx, &daemonv1alpha1.CreateSessionRequest{
		SessionId: "s", Config: &daemonv1alpha1.SessionConfiguration{EnabledLanguages: []string{"python"}},
	})
	if err != nil || session.GetSessionId() != "s" || session.GetStatus() != daemonv1alpha1.SessionStatus_SESSION_STATUS_ACTIVE || session.GetCreatedAt() == 0 {
		t.Fatalf("session %v, %v", session, err)
	}
	x, err := d.ExecuteSnippet(ctx, &daemonv1alpha1.ExecuteSnippetRequest{SessionId: "s", ExecutionId: "x", Code: "print('Hello')", Language: "python"})
	if err != nil || x.GetExecutionId() != "x" || x.GetSessionId() != "s" || x.GetStatus() == 0 {
		t.Fatalf("execution %v, %v", x, err)
	}
	got := d.poll(t, "s", "x")
	if got.GetStatus() != daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_COMPLETED || got.GetExitCode() != 0 ||
		got.GetStdout() != "Hello\n" || got.GetStderr() != "" || got.GetError() != "" {
		t.Errorf("status %v", got)
	}
	cancelled, err := d.CancelExecution(ctx, &daemonv1alpha1.CancelExecutionRequest{SessionId: "s", ExecutionId: "x"})
	if err != nil || cancelled.GetSuccess() {
		t.Errorf("cancelled an ended execution: %v, %v", cancelled, err)
	}
	deleted, err := d.DeleteSession(ctx, &daemonv1alpha1.DeleteSessionRequest{SessionId: "s"})
	if err != nil || !deleted.GetSuccess() {
		t.Errorf("delete: %v, %v", deleted, err)
	}
	_, err = d.GetSession(ctx, &daemonv1alpha1.GetSessionRequest{SessionId: "s"})
	wantCode(t, err, codes.NotFound)
}

// poll asks for a status until it is complete.
func (d *daemon) poll(t *testing.T, session, id string) *daemonv1alpha1.GetExecutionStatusResponse {
	t.Helper()
	ctx := deadline(t)
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		got, err := d.GetExecutionStatus(ctx, &daemonv1alpha1.GetExecutionStatusRequest{SessionId: session, ExecutionId: id})
		if err != nil {
			t.Fatal(err)
		}
		if got.GetComplete() {
			return got
		}
		<-tick.C
	}
}

func TestRunSnippet(t *testing.T) {
	d := serve(t, nil)
	got := d.run(t, &daemonv1alpha1.ExecuteSnippetRequest{
		Language: "PY", Code: "import os, sys\nprint(sys.argv[1], os.environ['K'])\nsys.exit(3)", Args: []string{"a"}, Env: map[string]string{"K": "v"},
		Labels: map[string]string{"l": "1"}, Isolation: daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE, Name: "x.py",
	})
	if got.GetStdout() != "a v\n" || got.GetExitCode() != 3 || got.GetStatus() != daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_FAILED ||
		got.GetStopReason() != daemonv1alpha1.StopReason_STOP_REASON_EXITED || !got.GetComplete() || got.GetError() == "" {
		t.Errorf("status %v", got)
	}
	if got.GetSessionId() != "default" || got.GetLanguage() != "python" || got.GetName() != "x.py" || got.GetLabels()["l"] != "1" || got.GetAttempts() != 1 ||
		got.GetIsolation() != daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE || got.GetStdoutBytes() != 4 || got.GetStdoutTruncated() ||
		got.GetEndedAt().AsTime().Before(got.GetStartedAt().AsTime()) || got.GetUsage().GetWallTime().AsDuration() <= 0 {
		t.Errorf("status %v", got)
	}
	failed := d.run(t, python("x = 1\nraise Exception('oops')"))
	if failed.GetErrorDetail().GetLine() != 2 || !strings.Contains(failed.GetStderr(), "oops") || failed.GetExitCode() != 1 {
		t.Errorf("status %v", failed)
	}
	_, err := d.RunSnippet(deadline(t), &daemonv1alpha1.RunSnippetRequest{})
	if violation(err) != "snippet" {
		t.Error(err)
	}
}

func TestRefusals(t *testing.T) {
	d := serve(t, nil)
	ctx := deadline(t)
	_, err := d.ExecuteSnippet(ctx, &daemonv1alpha1.ExecuteSnippetRequest{Language: "cobol"})
	if violation(err) != "language" || !strings.Contains(err.Error(), "javascript, typescript, python, starlark") {
		t.Error(err)
	}
	_, err = d.ExecuteSnippet(ctx, &daemonv1alpha1.ExecuteSnippetRequest{SessionId: "none", Language: "python"})
	wantCode(t, err, codes.NotFound)
	_, err = d.CreateSession(ctx, &daemonv1alpha1.CreateSessionRequest{Config: &daemonv1alpha1.SessionConfiguration{EnableAi: true}})
	wantCode(t, err, codes.FailedPrecondition)
	_, err = d.ExecuteSnippet(ctx, &daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: strings.Repeat("#", 5<<20)})
	if violation(err) != "code" {
		t.Error(err)
	}
	_, err = d.DeleteSession(ctx, &daemonv1alpha1.DeleteSessionRequest{SessionId: "default"})
	wantCode(t, err, codes.FailedPrecondition)
	_, err = d.SignalExecution(ctx, &daemonv1alpha1.SignalExecutionRequest{ExecutionId: "x", Signal: "SIGNONE"})
	if violation(err) != "signal" {
		t.Error(err)
	}
	_, err = d.CancelExecution(ctx, &daemonv1alpha1.CancelExecutionRequest{ExecutionId: "x", Grace: durationpb.New(-1)})
	if violation(err) != "grace" {
		t.Error(err)
	}
	d.executor.Stop(ctx)
	_, err = d.ExecuteSnippet(ctx, python("1"))
	wantCode(t, err, codes.Unavailable)
	if h, err := d.Health(ctx, &daemonv1alpha1.HealthRequest{}); err != nil || h.GetHealthy() {
		t.Errorf("health %v, %v", h, err)
	}
}

// TestCallerGone cancels what a RunSnippet waits for, unless it was named.
func TestCallerGone(t *testing.T) {
	d := serve(t, nil)
	for id, want := range map[string]executor.State{"": executor.Cancelled, "named": executor.Running} {
		ctx, leave := context.WithCancel(deadline(t))
		r := python("from time import sleep\nprint(1)\nsleep(60)")
		r.ExecutionId, r.Labels = id, map[string]string{"id": id}
		returned := make(chan error, 1)
		go func() {
			_, err := d.RunSnippet(ctx, &daemonv1alpha1.RunSnippetRequest{Snippet: r})
			returned <- err
		}()
		x := d.find(t, r.GetLabels())
		until(t, x, printed)
		leave()
		wantCode(t, <-returned, codes.Canceled)
		if want == executor.Cancelled {
			wait(t, x)
		}
		if s := x.Status(); s.State != want {
			t.Errorf("%q is %v", id, s.State)
		}
	}
}

// find waits for the execution with labels.
func (d *daemon) find(t *testing.T, labels map[string]string) *executor.Execution {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for late := time.Now().Add(patience); time.Now().Before(late); <-tick.C {
		list, _, err := d.executor.Executions(executor.Caller{}, executor.Filter{Labels: labels})
		if err != nil {
			t.Fatal(err)
		}
		if len(list) > 0 {
			x, err := d.executor.Execution(executor.Caller{}, "", list[0].ID)
			if err != nil {
				t.Fatal(err)
			}
			return x
		}
	}
	t.Fatalf("no execution with %v", labels)
	return nil
}

func TestCancelAndSignal(t *testing.T) {
	d := serve(t, nil)
	ctx := deadline(t)
	const endless = "print(1)\nwhile True: pass"
	x := d.submit(t, python(endless))
	until(t, x, printed)
	if out, err := d.CancelExecution(ctx, &daemonv1alpha1.CancelExecutionRequest{ExecutionId: x.ID()}); err != nil || !out.GetSuccess() {
		t.Errorf("cancel: %v, %v", out, err)
	}
	if s := wait(t, x); s.Reason != executor.CancelledByClient || s.ExitCode != 143 {
		t.Errorf("status %+v", s)
	}
	x = d.submit(t, &daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: "console.log(1); for (;;) {}"})
	until(t, x, printed)
	if out, err := d.SignalExecution(ctx, &daemonv1alpha1.SignalExecutionRequest{ExecutionId: x.ID(), Signal: "int"}); err != nil || !out.GetSuccess() {
		t.Errorf("signal: %v, %v", out, err)
	}
	if s := wait(t, x); s.Reason != executor.Signalled || s.ExitCode != 130 {
		t.Errorf("status %+v", s)
	}
	if _, err := d.DeleteExecution(ctx, &daemonv1alpha1.DeleteExecutionRequest{ExecutionId: x.ID()}); err != nil {
		t.Error(err)
	}
	_, err := d.GetExecutionStatus(ctx, &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: x.ID()})
	wantCode(t, err, codes.NotFound)
}

func TestQueueFull(t *testing.T) {
	d := serve(t, func(c *executor.Config) { c.MaxRunning, c.MaxQueued = 1, 1 })
	d.submit(t, python("from time import sleep\nsleep(60)"))
	d.submit(t, python("from time import sleep\nsleep(60)"))
	_, err := d.ExecuteSnippet(deadline(t), python("1"))
	wantCode(t, err, codes.ResourceExhausted)
	for _, detail := range status.Convert(err).Details() {
		if retry, ok := detail.(*errdetails.RetryInfo); ok && retry.GetRetryDelay().AsDuration() > 0 {
			return
		}
	}
	t.Errorf("doesn't say when to try again: %v", status.Convert(err).Details())
}

func TestSubmittedAgain(t *testing.T) {
	d := serve(t, nil)
	r := python("print('once')")
	r.ExecutionId, r.Env = "job/1", map[string]string{"K": "hunter2"}
	first := d.submit(t, r)
	if d.submit(t, r) != first || d.run(t, r).GetAttempts() != 1 {
		t.Error("the same request made another execution")
	}
	r.Env["K"] = "hunter3"
	_, err := d.ExecuteSnippet(deadline(t), r)
	wantCode(t, err, codes.AlreadyExists)
	if strings.Contains(err.Error(), "hunter") {
		t.Errorf("the error holds a secret: %v", err)
	}
}

// TestBinaryOutput writes what is no text: a status shows it replaced, a watch as
// it is.
func TestBinaryOutput(t *testing.T) {
	d := serve(t, nil)
	got := d.run(t, &daemonv1alpha1.ExecuteSnippetRequest{
		ExecutionId: "x", Language: "javascript", Code: "process.stdout.write(new Uint8Array([97, 255, 98]))",
	})
	if got.GetStdout() != "a\uFFFDb" || got.GetStdoutBytes() != 3 || got.GetStdoutTruncated() {
		t.Errorf("status %v", got)
	}
	w, err := d.watch(t, &daemonv1alpha1.WatchExecutionRequest{ExecutionId: "x"})
	if err != nil || w.out[0].String() != "a\xffb" {
		t.Errorf("watched %q, %v", w.out[0].String(), err)
	}
}
