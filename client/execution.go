package client

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// callTimeout bounds the calls that a daemon answers at once.
const callTimeout = 10 * time.Second

// An Execution is the name of one, which the daemon may or may not know. Where nothing
// else is said, methods answer NOT_FOUND when it doesn't.
type Execution struct {
	client  *Client
	session string
	id      string
}

// Execution names an execution; an empty session is "default".
func (c *Client) Execution(session, id string) Execution { return Execution{c, session, id} }

// Status returns what is known of it now.
func (x Execution) Status(ctx context.Context) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	return x.client.GetExecutionStatus(ctx, &daemonv1alpha1.GetExecutionStatusRequest{SessionId: x.session, ExecutionId: x.id})
}

// Signal delivers a signal; FAILED_PRECONDITION when it has ended.
func (x Execution) Signal(ctx context.Context, signal string) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	r, err := x.client.SignalExecution(ctx, &daemonv1alpha1.SignalExecutionRequest{SessionId: x.session, ExecutionId: x.id, Signal: signal})
	if err == nil && !r.GetSuccess() {
		return status.Errorf(codes.FailedPrecondition, "execution %s has ended", x.id)
	}
	return err
}

// stopMargin is how long after its kill an execution may take to end, with the 5 s
// that its sinks may take to be read.
const stopMargin = 15 * time.Second

// Stop asks it to end by a signal, kills it after the grace period, and returns when
// it has ended and its sinks have taken all its output. Without a signal, or with one
// that programs can't be sent, it is SIGTERM. A daemon that is away is waited for; one
// that doesn't know the execution, or that has ended as Wait takes it, has stopped it.
func (x Execution) Stop(ctx context.Context, signal string, grace time.Duration) error {
	asked, cancel := context.WithTimeout(ctx, x.client.goneAfter+callTimeout)
	defer cancel()
	if err := insist(asked, x.orGone(func() error { return x.askToEnd(asked, signal, grace) })); err != nil {
		return unlessGone(err)
	}
	ctx, give := context.WithTimeout(ctx, grace+stopMargin)
	defer give()
	_, err := x.Wait(ctx)
	if err != nil && ctx.Err() != nil {
		return fmt.Errorf("execution %s was told to stop and has not ended %v after its kill: %w", x.id, stopMargin, err)
	}
	return unlessGone(err)
}

func (x Execution) askToEnd(ctx context.Context, signal string, grace time.Duration) error {
	if signal != "" && signal != "SIGTERM" {
		_, err := x.client.SignalExecution(ctx, &daemonv1alpha1.SignalExecutionRequest{SessionId: x.session, ExecutionId: x.id, Signal: signal, Grace: durationpb.New(grace)})
		if status.Code(err) != codes.InvalidArgument {
			return err
		}
	}
	_, err := x.client.CancelExecution(ctx, &daemonv1alpha1.CancelExecutionRequest{SessionId: x.session, ExecutionId: x.id, Grace: durationpb.New(grace)})
	return err
}

// Eval evaluates an expression in the running program, and waits for timeout, or as long
// as the daemon does by default when that is 0. What the expression throws is in the
// answer.
func (x Execution) Eval(ctx context.Context, expression string, timeout time.Duration) (*daemonv1alpha1.EvalInExecutionResponse, error) {
	r := &daemonv1alpha1.EvalInExecutionRequest{SessionId: x.session, ExecutionId: x.id, Expression: expression}
	if timeout != 0 {
		r.Timeout = durationpb.New(timeout)
	}
	return x.client.EvalInExecution(ctx, r)
}

// Delete forgets it, and does nothing when the daemon doesn't know it. With force it
// kills it before, and its sinks have up to 15 s to take its output; without,
// FAILED_PRECONDITION while it runs. A daemon that is away is waited for up to 10 s.
func (x Execution) Delete(ctx context.Context, force bool) error {
	if force {
		if err := x.kill(ctx); err != nil {
			return unlessGone(err)
		}
	}
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	return unlessGone(insist(ctx, func() error {
		_, err := x.client.DeleteExecution(ctx, &daemonv1alpha1.DeleteExecutionRequest{SessionId: x.session, ExecutionId: x.id})
		return err
	}))
}

// kill returns when its sinks have taken all its output, or are too late for it.
func (x Execution) kill(ctx context.Context) error {
	asked, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	if err := insist(asked, func() error { return x.askToEnd(asked, "SIGKILL", 0) }); err != nil {
		return err
	}
	late, give := context.WithTimeout(ctx, stopMargin)
	defer give()
	_, _ = x.Wait(late) // whether it has ended DeleteExecution says
	return nil
}

func unlessGone(err error) error {
	if status.Code(err) == codes.NotFound {
		return nil
	}
	return err
}
