package client

import (
	"context"
	"errors"
	"io"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// waitRetry is the time between two tries at a daemon that is away.
const waitRetry = 200 * time.Millisecond

// Wait returns the final status when the execution has ended and its sinks have
// taken all its output, which it doesn't read. It outwaits a daemon that is away,
// until ctx ends; one that comes back without the execution answers NOT_FOUND.
func (x Execution) Wait(ctx context.Context) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	for {
		final, err := x.watch(ctx, 0, nil)
		switch status.Code(err) {
		case codes.OK, codes.NotFound, codes.PermissionDenied, codes.Unimplemented, codes.InvalidArgument, codes.OutOfRange:
			return final, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(waitRetry):
		}
	}
}

// WatchUsage calls f with what the execution has consumed and how many processors it
// used since the call before, each interval of at least 100 ms, until it has ended.
// It returns f's error.
func (x Execution) WatchUsage(ctx context.Context, interval time.Duration, f func(u *daemonv1alpha1.Usage, processors float64) error) error {
	before := &daemonv1alpha1.Usage{}
	_, err := x.watch(ctx, max(interval, minUsage), func(u *daemonv1alpha1.Usage) error {
		used := processors(before, u)
		before = u
		return f(u, used)
	})
	return err
}

// minUsage is the shortest interval of usage that the daemon takes.
const minUsage = 100 * time.Millisecond

func processors(before, now *daemonv1alpha1.Usage) float64 {
	wall := now.GetWallTime().AsDuration() - before.GetWallTime().AsDuration()
	if wall <= 0 {
		return 0
	}
	return float64(now.GetCpuTime().AsDuration()-before.GetCpuTime().AsDuration()) / float64(wall)
}

// watch follows it to its end, without its output.
func (x Execution) watch(ctx context.Context, interval time.Duration, usage func(*daemonv1alpha1.Usage) error) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	r := &daemonv1alpha1.WatchExecutionRequest{SessionId: x.session, ExecutionId: x.id, NoOutput: true}
	if interval > 0 {
		r.UsageInterval = durationpb.New(interval)
	}
	events, err := x.client.WatchExecution(ctx, r)
	if err != nil {
		return nil, err
	}
	var last *daemonv1alpha1.GetExecutionStatusResponse
	for {
		e, err := events.Recv()
		switch {
		case errors.Is(err, io.EOF) && last.GetComplete():
			return last, nil
		case err != nil:
			return nil, x.client.named(err)
		case e.GetStatus() != nil:
			last = e.GetStatus()
		case e.GetUsage() != nil && usage != nil:
			if err := usage(e.GetUsage()); err != nil {
				return nil, err
			}
		}
	}
}
