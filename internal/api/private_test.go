package api

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// onExecution are the calls about one execution.
var onExecution = map[string]func(context.Context, *daemon, string, string) error{
	"GetExecutionStatus": func(ctx context.Context, d *daemon, session, id string) error {
		_, err := d.GetExecutionStatus(ctx, &daemonv1alpha1.GetExecutionStatusRequest{SessionId: session, ExecutionId: id})
		return err
	},
	"WatchExecution": func(ctx context.Context, d *daemon, session, id string) error {
		w, err := d.WatchExecution(ctx, &daemonv1alpha1.WatchExecutionRequest{SessionId: session, ExecutionId: id})
		if err == nil {
			_, err = w.Recv()
		}
		return err
	},
	"CancelExecution": func(ctx context.Context, d *daemon, session, id string) error {
		_, err := d.CancelExecution(ctx, &daemonv1alpha1.CancelExecutionRequest{SessionId: session, ExecutionId: id, Grace: durationpb.New(0)})
		return err
	},
	"SignalExecution": func(ctx context.Context, d *daemon, session, id string) error {
		_, err := d.SignalExecution(ctx, &daemonv1alpha1.SignalExecutionRequest{SessionId: session, ExecutionId: id, Signal: "SIGWINCH"})
		return err
	},
	"EvalInExecution": func(ctx context.Context, d *daemon, session, id string) error {
		_, err := d.EvalInExecution(ctx, &daemonv1alpha1.EvalInExecutionRequest{SessionId: session, ExecutionId: id, Expression: "1"})
		if status.Code(err) == codes.FailedPrecondition { // the language can't, which only who sees it is told
			return nil
		}
		return err
	},
	"DeleteExecution": func(ctx context.Context, d *daemon, session, id string) error {
		_, err := d.DeleteExecution(ctx, &daemonv1alpha1.DeleteExecutionRequest{SessionId: session, ExecutionId: id})
		return err
	},
}

// onSession are the calls about one session that must exist.
var onSession = map[string]func(context.Context, *daemon, string) error{
	"GetSession": func(ctx context.Context, d *daemon, session string) error {
		_, err := d.GetSession(ctx, &daemonv1alpha1.GetSessionRequest{SessionId: session})
		return err
	},
	"ListExecutions": func(ctx context.Context, d *daemon, session string) error {
		_, err := d.ListExecutions(ctx, &daemonv1alpha1.ListExecutionsRequest{SessionId: session})
		return err
	},
	"ExecuteSnippet": func(ctx context.Context, d *daemon, session string) error {
		_, err := d.ExecuteSnippet(ctx, &daemonv1alpha1.ExecuteSnippetRequest{SessionId: session, Language: "python", Code: "1"})
		return err
	},
	"RunSnippet": func(ctx context.Context, d *daemon, session string) error {
		_, err := d.RunSnippet(ctx, &daemonv1alpha1.RunSnippetRequest{Snippet: &daemonv1alpha1.ExecuteSnippetRequest{SessionId: session, Language: "python", Code: "1"}})
		return err
	},
	"WatchExecutions": func(ctx context.Context, d *daemon, session string) error {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		w, err := d.WatchExecutions(ctx, &daemonv1alpha1.WatchExecutionsRequest{SessionId: session})
		if err != nil {
			return err
		}
		if header, err := w.Header(); err != nil || len(header.Get(followingKey)) > 0 {
			return err
		}
		_, err = w.Recv()
		return err
	},
	"DeleteSession": func(ctx context.Context, d *daemon, session string) error {
		_, err := d.DeleteSession(ctx, &daemonv1alpha1.DeleteSessionRequest{SessionId: session})
		return err
	},
}

// TestEveryCallIsTabled notices a call of the contract that the tables above and
// the tests below don't know.
func TestEveryCallIsTabled(t *testing.T) {
	known := map[string]bool{"CreateSession": true, "ListSessions": true, "Health": true, "GetCapabilities": true, "Drain": true}
	for name := range onExecution {
		known[name] = true
	}
	for name := range onSession {
		known[name] = true
	}
	d := daemonv1alpha1.ExecutionApi_ServiceDesc
	for _, m := range d.Methods {
		if !known[m.MethodName] {
			t.Errorf("%s: who may see what it gives? Add it to a table", m.MethodName)
		}
	}
	for _, m := range d.Streams {
		if !known[m.StreamName] {
			t.Errorf("%s: who may see what it gives? Add it to a table", m.StreamName)
		}
	}
}

// TestDrainIsForOwners: to end the daemon is not for everybody who may call it.
func TestDrainIsForOwners(t *testing.T) {
	d, _ := open(t, Access{}, slog.LevelError, nil)
	drained := 0
	d.server.OnDrain(func(*time.Duration) { drained++ })
	if _, err := d.as(t, bob).Drain(deadline(t), &daemonv1alpha1.DrainRequest{}); status.Code(err) != codes.PermissionDenied || drained != 0 {
		t.Errorf("%v, %d", err, drained)
	}
	if _, err := d.Drain(deadline(t), &daemonv1alpha1.DrainRequest{}); err != nil || drained != 1 {
		t.Errorf("%v, %d", err, drained)
	}
}

// shared has Alice with a session, a running execution in it, and one in the
// default session.
func shared(t *testing.T, private bool) (a, b, root *daemon) {
	t.Helper()
	d, _ := open(t, Access{}, slog.LevelError, func(c *executor.Config) { c.Private = private })
	a, b = d.as(t, alice), d.as(t, bob)
	if _, err := a.CreateSession(deadline(t), &daemonv1alpha1.CreateSessionRequest{SessionId: "hers"}); err != nil {
		t.Fatal(err)
	}
	for _, session := range []string{"hers", "default"} {
		until(t, a.submit(t, &daemonv1alpha1.ExecuteSnippetRequest{
			SessionId: session, ExecutionId: "job", Language: "python", Code: "from time import sleep\nprint(1)\nsleep(60)",
		}), printed)
	}
	return a, b, d
}

// sameAbsence expects of a call the very error that it makes for what never was.
func sameAbsence(t *testing.T, got, never error, hers, nobodys string) {
	t.Helper()
	want := strings.ReplaceAll(status.Convert(never).Message(), nobodys, hers)
	if status.Code(got) != codes.NotFound || status.Convert(got).Message() != want || len(status.Convert(got).Details()) != 0 {
		t.Errorf("%v, want NotFound %q", got, want)
	}
}

// TestPrivate has Bob meet nothing of Alice's, by any call, in the words for what
// doesn't exist.
func TestPrivate(t *testing.T) {
	a, b, root := shared(t, true)
	ctx := deadline(t)
	for name, call := range onExecution {
		t.Run(name, func(t *testing.T) {
			sameAbsence(t, call(ctx, b, "", "job"), call(ctx, b, "", "nix"), "job", "nix")
			sameAbsence(t, call(ctx, b, "hers", "job"), call(ctx, b, "none", "job"), "hers", "none")
		})
	}
	for name, call := range onSession {
		t.Run(name, func(t *testing.T) {
			sameAbsence(t, call(ctx, b, "hers"), call(ctx, b, "none"), "hers", "none")
		})
	}
	for _, session := range []string{"hers", ""} {
		x, err := root.GetExecutionStatus(ctx, &daemonv1alpha1.GetExecutionStatusRequest{SessionId: session, ExecutionId: "job"})
		if err != nil || x.GetComplete() {
			t.Errorf("after all that: %v, %v", x, err)
		}
	}
	seesList(t, a, "[default hers]", "[job job]", 1)
	seesList(t, b, "[default]", "[]", 0)
	seesList(t, root, "[default hers]", "[job job]", 1)
	// Those that end it come last.
	last := []string{"CancelExecution", "DeleteExecution"}
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(onExecution)), func(name string) bool { return slices.Contains(last, name) })
	for _, name := range append(names, last...) {
		if err := onExecution[name](ctx, a, "hers", "job"); err != nil && status.Code(err) != codes.FailedPrecondition {
			t.Errorf("%s by its owner: %v", name, err)
		}
	}
	if err := onSession["DeleteSession"](ctx, root, "hers"); err != nil {
		t.Errorf("root: %v", err)
	}
}

// seesList checks both lists, and how many run in the default session.
func seesList(t *testing.T, d *daemon, sessions, executions string, running uint32) {
	t.Helper()
	list, err := d.ListSessions(deadline(t), &daemonv1alpha1.ListSessionsRequest{})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, s := range list.GetSessions() {
		ids = append(ids, s.GetSessionId())
		if s.GetSessionId() == "default" && s.GetRunning() != running {
			t.Errorf("%d run in the default session, want %d", s.GetRunning(), running)
		}
	}
	all, _ := d.pages(t, &daemonv1alpha1.ListExecutionsRequest{AllSessions: true})
	if fmt.Sprint(ids) != sessions || fmt.Sprint(all) != executions {
		t.Errorf("sessions %v, executions %v; want %s and %s", ids, all, sessions, executions)
	}
	got, err := d.GetSession(deadline(t), &daemonv1alpha1.GetSessionRequest{})
	if err != nil || got.GetRunning() != running || got.GetQueued() != 0 {
		t.Errorf("default session %v, %v", got, err)
	}
}

// TestPrivateCollision gives Bob ids that Alice has, with the same request: he is
// told that they are taken, and nothing more.
func TestPrivateCollision(t *testing.T) {
	_, b, _ := shared(t, true)
	_, err := b.ExecuteSnippet(deadline(t), &daemonv1alpha1.ExecuteSnippetRequest{
		SessionId: "default", ExecutionId: "job", Language: "python", Code: "from time import sleep\nprint(1)\nsleep(60)",
	})
	if status.Code(err) != codes.AlreadyExists || status.Convert(err).Message() != `execution_id: "job" is taken: choose another one, or leave it empty` {
		t.Error(err)
	}
	_, err = b.CreateSession(deadline(t), &daemonv1alpha1.CreateSessionRequest{SessionId: "hers"})
	if status.Code(err) != codes.AlreadyExists || status.Convert(err).Message() != `session_id: "hers" is taken: choose another one, or leave it empty` {
		t.Error(err)
	}
}

// TestPrivateQueue counts of what waits in the default session a caller's own.
func TestPrivateQueue(t *testing.T) {
	d, _ := open(t, Access{}, slog.LevelError, func(c *executor.Config) { c.Private, c.MaxRunning = true, 1 })
	a, b := d.as(t, alice), d.as(t, bob)
	for range 3 {
		a.submit(t, python("from time import sleep\nsleep(60)"))
	}
	b.submit(t, python("from time import sleep\nsleep(60)"))
	for _, want := range []struct {
		d               *daemon
		queued, running uint32
	}{{a, 2, 1}, {b, 1, 0}, {d, 3, 1}} {
		got, err := want.d.GetSession(deadline(t), &daemonv1alpha1.GetSessionRequest{})
		if err != nil || got.GetQueued() != want.queued || got.GetRunning() != want.running {
			t.Errorf("%v, %v; want %d and %d", got, err, want.queued, want.running)
		}
	}
}

// TestPrivateWorkers never has two users' programs in one worker process, not even
// in the session that they share, private or not.
func TestPrivateWorkers(t *testing.T) {
	for _, private := range []bool{true, false} {
		a, b, root := shared(t, private)
		until(t, b.submit(t, python("from time import sleep\nprint(1)\nsleep(60)")), printed)
		until(t, a.submit(t, python("from time import sleep\nprint(1)\nsleep(60)")), printed)
		const want = 3 // Alice's in two sessions, and Bob's
		if got := root.executor.Stats().Workers.Shared; got != want {
			t.Errorf("private %v: %d shared workers, want %d", private, got, want)
		}
	}
}

// TestNotPrivate has everybody see and touch everything, and the same request by
// another user mean the same execution.
func TestNotPrivate(t *testing.T) {
	a, b, _ := shared(t, false)
	ctx := deadline(t)
	seesList(t, b, "[default hers]", "[job job]", 1)
	again := &daemonv1alpha1.ExecuteSnippetRequest{SessionId: "default", ExecutionId: "job", Language: "python", Code: "from time import sleep\nprint(1)\nsleep(60)"}
	if b.submit(t, again) != a.submit(t, again) {
		t.Error("the same request made another execution")
	}
	wantCode(t, onExecution["EvalInExecution"](ctx, b, "hers", "job"), codes.PermissionDenied)
	for name, call := range onExecution {
		if name == "EvalInExecution" {
			continue // not even then
		}
		if err := call(ctx, b, "hers", "job"); err != nil && status.Code(err) != codes.FailedPrecondition && status.Code(err) != codes.NotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := onSession["DeleteSession"](ctx, b, "hers"); err != nil {
		t.Error(err)
	}
}
