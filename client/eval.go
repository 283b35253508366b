package client

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A ThrownError is what an expression has thrown.
type ThrownError struct {
	// Text is the error as the language shows it, with its stack.
	Text string
}

// Error returns the text.
func (e *ThrownError) Error() string { return e.Text }

// Eval evaluates an expression in a running program and returns its value as text. It
// waits for timeout, or as long as the daemon has it by default when that is 0. What the
// expression throws is a *ThrownError; a value that is longer than a daemon hands out
// is cut, which truncated says. An empty session is the default one.
func (c *Client) Eval(ctx context.Context, session, id, expression string, timeout time.Duration) (value string, truncated bool, err error) {
	r := &daemonv1alpha1.EvalInExecutionRequest{SessionId: session, ExecutionId: id, Expression: expression}
	switch {
	case timeout < 0:
		return "", false, fmt.Errorf("timeout %v is less than 0", timeout)
	case timeout > 0:
		r.Timeout = durationpb.New(timeout)
	}
	out, err := c.EvalInExecution(ctx, r)
	switch {
	case err != nil:
		return "", false, cause(ctx, err)
	case out.GetError() != "":
		return "", false, &ThrownError{out.GetError()}
	}
	return out.GetValue(), out.GetTruncated(), nil
}
