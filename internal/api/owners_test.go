package api

import (
	"log/slog"
	"os"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// forPrivateOrNot runs a test with a daemon of either kind.
func forPrivateOrNot(t *testing.T, test func(t *testing.T, private bool, root, stranger *daemon)) {
	for name, private := range map[string]bool{"private": true, "not private": false} {
		t.Run(name, func(t *testing.T) {
			d, _ := open(t, Access{}, slog.LevelError, func(c *executor.Config) { c.Private = private })
			test(t, private, d, d.as(t, alice))
		})
	}
}

// TestSessionMadeBeforeRoot was given to root, whose executions its owner could then
// delete.
func TestSessionMadeBeforeRoot(t *testing.T) {
	forPrivateOrNot(t, func(t *testing.T, private bool, root, stranger *daemon) {
		create := func(d *daemon, id string) error {
			_, err := d.CreateSession(deadline(t), &daemonv1alpha1.CreateSessionRequest{SessionId: id})
			return err
		}
		for _, d := range []*daemon{stranger, stranger} {
			if err := create(d, "client"); err != nil {
				t.Fatal(err)
			}
		}
		for _, d := range []*daemon{root, root.as(t, identity{uid: uint32(os.Geteuid())})} {
			err := create(d, "client")
			wantCode(t, err, codes.AlreadyExists)
			if want := `session_id: "client" belongs to uid 65534: delete it, or choose another id`; status.Convert(err).Message() != want {
				t.Errorf("got %v, want %s", err, want)
			}
			for range 2 {
				if err := create(d, "roots"); err != nil {
					t.Error(err)
				}
			}
		}
	})
}

// TestSessionWithRootsExecutions could be deleted with them, by whoever may touch it.
func TestSessionWithRootsExecutions(t *testing.T) {
	forPrivateOrNot(t, func(t *testing.T, private bool, root, stranger *daemon) {
		if _, err := stranger.CreateSession(deadline(t), &daemonv1alpha1.CreateSessionRequest{SessionId: "s"}); err != nil {
			t.Fatal(err)
		}
		x := root.submit(t, &daemonv1alpha1.ExecuteSnippetRequest{SessionId: "s", Language: "python", Code: "from time import sleep\nprint(1)\nsleep(60)"})
		until(t, x, printed)
		wantCode(t, onSession["DeleteSession"](deadline(t), stranger, "s"), codes.PermissionDenied)
		if x.Status().State != executor.Running {
			t.Errorf("it is %v", x.Status().State)
		}
		if err := onSession["DeleteSession"](deadline(t), root, "s"); err != nil {
			t.Error(err)
		}
	})
}

// TestEvalInRootsExecution gave everybody root's environment without --private.
func TestEvalInRootsExecution(t *testing.T) {
	forPrivateOrNot(t, func(t *testing.T, private bool, root, stranger *daemon) {
		submit := func(d *daemon, id string) {
			until(t, d.submit(t, &daemonv1alpha1.ExecuteSnippetRequest{
				ExecutionId: id, Language: "javascript", Env: map[string]string{"SECRET": "s"}, Code: "console.log(1); setInterval(() => {}, 1000)",
			}), printed)
		}
		eval := func(d *daemon, id string) error {
			_, err := d.EvalInExecution(deadline(t), &daemonv1alpha1.EvalInExecutionRequest{ExecutionId: id, Expression: "process.env"})
			return err
		}
		submit(root, "roots")
		submit(stranger, "hers")
		code := codes.PermissionDenied
		if private {
			code = codes.NotFound
		}
		wantCode(t, eval(stranger, "roots"), code)
		wantCode(t, eval(root.as(t, bob), "hers"), code)
		for _, of := range []struct {
			d  *daemon
			id string
		}{{root, "roots"}, {root, "hers"}, {stranger, "hers"}} {
			if err := eval(of.d, of.id); err != nil {
				t.Error(err)
			}
		}
	})
}
