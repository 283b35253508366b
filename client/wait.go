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

// goneAfter is how long nobody may listen at a Unix socket, at each try, until the
// daemon is taken to have ended, and its executions with it. It is longer than a restart,
// after which the new daemon itself says that it doesn't know them.
const goneAfter = 30 * time.Second

// Wait returns the final status when the execution has ended and its sinks have
// taken all its output, which it doesn't read. It outwaits a daemon that is away or
// doesn't answer, until ctx ends; one that comes back without the execution answers
// NOT_FOUND. So does Wait when nobody has listened at the Unix socket for 30 s; what
// forwards to a daemon may be away for longer, and tells nothing of it.
func (x Execution) Wait(ctx context.Context) (final *daemonv1alpha1.GetExecutionStatusResponse, err error) {
	watch := x.orGone(func() (err error) {
		final, err = x.watch(ctx, 0, nil)
		return err
	})
	for {
		err := watch()
		switch status.Code(err) {
		case codes.OK, codes.NotFound, codes.PermissionDenied, codes.Unauthenticated, codes.Unimplemented, codes.InvalidArgument, codes.OutOfRange:
			return final, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(waitRetry):
		}
	}
}

// orGone has f's error be NOT_FOUND once the daemon is taken to have ended.
func (x Execution) orGone(f func() error) func() error {
	var away time.Time // since when nobody listens; zero while somebody does
	return func() error {
		err := f()
		switch {
		case !errors.Is(err, ErrNotRunning) || x.client.door.network != "unix":
			away = time.Time{}
		case away.IsZero():
			away = time.Now()
		case time.Since(away) >= x.client.goneAfter:
			return status.Errorf(codes.NotFound, "execution %s has ended with its daemon: nobody has listened at %s for %v", x.id, x.client.Socket(), x.client.goneAfter)
		}
		return err
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
