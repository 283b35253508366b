package client

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

func labelled(id, label string) *daemonv1alpha1.ExecuteSnippetRequest {
	r := python("from time import sleep\nsleep(60)")
	r.SessionId, r.ExecutionId, r.Labels = "own", id, map[string]string{"of": label}
	return r
}

// ids are the executions of the session, the newest first.
func ids(t *testing.T, c *Client) (list []string) {
	t.Helper()
	all, err := c.ListExecutions(deadline(t), &daemonv1alpha1.ListExecutionsRequest{SessionId: "own"})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range all.GetExecutions() {
		list = append(list, x.GetExecutionId())
	}
	return list
}

// TestReplaceWithoutWorker: what waits for a worker in vain has not begun, and is not left
// to begin later.
func TestReplaceWithoutWorker(t *testing.T) {
	socket, _ := serve(t, "s")
	c := mustDial(t, socket)
	one := &daemonv1alpha1.SessionConfiguration{MaxRunning: 1}
	if err := c.Replace(deadline(t), labelled("first", "a"), one, ""); err != nil {
		t.Fatal(err)
	}
	err := c.replace(deadline(t), labelled("second", "b"), one, 300*time.Millisecond)
	if status.Code(err) != codes.ResourceExhausted || !strings.Contains(err.Error(), "--max-workers") {
		t.Errorf("%v", err)
	}
	if got := fmt.Sprint(ids(t, c)); got != "[first]" {
		t.Errorf("left are %s", got)
	}
	began := make(chan error, 1)
	go func() { began <- c.Replace(deadline(t), labelled("third", "c"), one, "") }()
	if err := c.Execution("own", "first").Stop(deadline(t), "", 0); err != nil {
		t.Error(err)
	}
	if err := <-began; err != nil {
		t.Errorf("a worker was free: %v", err)
	}
}

// TestReplaceEndsOthers: of executions with the same labels one lives.
func TestReplaceEndsOthers(t *testing.T) {
	socket, _ := serve(t, "s")
	c := mustDial(t, socket)
	for _, r := range []*daemonv1alpha1.ExecuteSnippetRequest{labelled("b1", "b"), labelled("a1", "a"), labelled("a2", "a"), labelled("a2", "a")} {
		if err := c.Replace(deadline(t), r, nil, ""); err != nil {
			t.Fatal(err)
		}
	}
	if got := fmt.Sprint(ids(t, c)); got != "[a2 b1]" {
		t.Errorf("left are %s", got)
	}
	if s, err := c.Execution("own", "a2").Status(deadline(t)); err != nil || s.GetAttempts() != 1 || s.GetComplete() {
		t.Errorf("%v, %v", s, err)
	}
}

// TestReplaceLostAnswers cuts the connection at some byte of the answers.
func TestReplaceLostAnswers(t *testing.T) {
	socket, _ := serve(t, "s")
	direct := mustDial(t, socket)
	for limit := int64(20); limit <= 400; limit += 20 {
		c := mustDial(t, cutFirst(t, socket, limit, 2).socket)
		id := fmt.Sprint("x", limit)
		if err := c.Replace(deadline(t), labelled(id, "a"), nil, ""); err != nil {
			t.Fatalf("after %d bytes: %v", limit, err)
		}
		if got := ids(t, direct); len(got) != 1 || got[0] != id {
			t.Errorf("after %d bytes: left are %v", limit, got)
		}
	}
}

// TestReplaceRefused: a request that can't be served leaves nothing, at once.
func TestReplaceRefused(t *testing.T) {
	socket, _ := serve(t, "s")
	c := mustDial(t, socket)
	r := labelled("x", "a")
	r.Language = "cobol"
	if err := c.Replace(deadline(t), r, nil, ""); status.Code(err) != codes.InvalidArgument {
		t.Error(err)
	}
	if got := ids(t, c); len(got) != 0 {
		t.Errorf("left are %v", got)
	}
}

// TestDeleteInsists: a daemon that is away for a moment is asked again.
func TestDeleteInsists(t *testing.T) {
	socket, _ := serve(t, "s")
	direct := mustDial(t, socket)
	if err := direct.Replace(deadline(t), labelled("x", "a"), nil, ""); err != nil {
		t.Fatal(err)
	}
	c := mustDial(t, cutFirst(t, socket, 0, 4).socket)
	if err := c.Execution("own", "x").Delete(deadline(t), true); err != nil {
		t.Error(err)
	}
	if got := ids(t, direct); len(got) != 0 {
		t.Errorf("left are %v", got)
	}
}
