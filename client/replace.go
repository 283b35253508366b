package client

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// beginTimeout is how long Replace waits for the run to begin.
const beginTimeout = 20 * time.Second

// Replace has an execution, whose id is given, take the place of all others in its session
// that have the same labels: they are killed and forgotten. The daemon is waited for, and
// started by binary, as Ready does, the session is made with config, as OpenSession does,
// r is submitted as Submit does, and Replace returns when the run has begun or is over. An answer that is lost is asked for again. When it can't be
// had, or no worker is free within 20 s (RESOURCE_EXHAUSTED), the execution is killed and
// forgotten, too: after an error nothing of it goes on, unless the error says so.
func (c *Client) Replace(ctx context.Context, r *daemonv1alpha1.ExecuteSnippetRequest, config *daemonv1alpha1.SessionConfiguration, binary string) error {
	if _, err := c.Ready(ctx, binary); err != nil {
		return err
	}
	return c.replace(ctx, r, config, beginTimeout)
}

func (c *Client) replace(ctx context.Context, r *daemonv1alpha1.ExecuteSnippetRequest, config *daemonv1alpha1.SessionConfiguration, patience time.Duration) error {
	x := c.Execution(r.GetSessionId(), r.GetExecutionId())
	bounded, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var maybe, queued bool // submitted
	err := insist(bounded, func() error {
		if err := c.OpenSession(bounded, r.GetSessionId(), config); err != nil {
			return err
		}
		if err := c.deleteOthers(bounded, r); err != nil {
			return err
		}
		s, err := c.Submit(bounded, r)
		maybe = maybe || err == nil || unclear(err)
		if queued = s.GetStatus() == daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_QUEUED; queued {
			err = x.begun(bounded)
		}
		return err
	})
	switch {
	case err == nil, !maybe:
		return err
	case queued && ctx.Err() == nil && bounded.Err() != nil:
		err = status.Errorf(codes.ResourceExhausted, "no worker was free within %v: raise --max-workers of elided, or let fewer programs run at once", patience)
	}
	if left := x.Delete(context.WithoutCancel(ctx), true); left != nil {
		return fmt.Errorf("%w; what came of it is not known, it may still run: %w", err, left)
	}
	return err
}

// deleteOthers deletes the executions that r replaces, whether they run or have ended.
func (c *Client) deleteOthers(ctx context.Context, r *daemonv1alpha1.ExecuteSnippetRequest) error {
	if len(r.GetLabels()) == 0 {
		return nil
	}
	list := &daemonv1alpha1.ListExecutionsRequest{SessionId: r.GetSessionId(), Labels: r.GetLabels()}
	for more := true; more; more = list.PageToken != "" {
		page, err := c.ListExecutions(ctx, list)
		if err != nil {
			return err
		}
		for _, x := range page.GetExecutions() {
			if x.GetExecutionId() == r.GetExecutionId() {
				continue
			}
			if err := c.Execution(x.GetSessionId(), x.GetExecutionId()).Delete(ctx, true); err != nil {
				return fmt.Errorf("execution %s, which is to be replaced: %w", x.GetExecutionId(), err)
			}
		}
		list.PageToken = page.GetNextPageToken()
	}
	return nil
}

// begun returns when the run has begun, or is over without.
func (x Execution) begun(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	events, err := x.client.WatchExecution(ctx, &daemonv1alpha1.WatchExecutionRequest{SessionId: x.session, ExecutionId: x.id})
	for err == nil {
		var e *daemonv1alpha1.WatchExecutionResponse
		e, err = events.Recv()
		if s := e.GetStatus(); s != nil && s.GetStatus() != daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_QUEUED {
			return nil
		}
	}
	if status.Code(err) == codes.NotFound { // whether it began is not known: it isn't submitted again
		return status.Error(codes.Aborted, "elided has restarted since the execution was submitted")
	}
	return x.client.named(err)
}

// insist calls f until it is clear what has come of it, or ctx ends. It returns f's last
// error.
func insist(ctx context.Context, f func() error) error {
	for {
		err := f()
		if !unclear(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(waitRetry):
		}
	}
}

// unclear reports whether a call may have been served all the same: its answer is late or
// lost, or nobody is there to tell.
func unclear(err error) bool {
	switch status.Code(err) {
	case codes.Unavailable, codes.DeadlineExceeded, codes.Canceled, codes.Internal:
		return true
	}
	var unreached *net.OpError
	return errors.Is(err, ErrNotRunning) || errors.As(err, &unreached)
}
