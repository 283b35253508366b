package client

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	// healthInterval and healthTimeout bound the time until a change is seen, below 2 s.
	healthInterval = 500 * time.Millisecond
	healthTimeout  = time.Second

	// latePatience is how long WatchHealth forgives a daemon that runs but answers
	// late: on a machine that is overloaded it is not gone.
	latePatience = 10 * time.Second
)

// readyTimeout is how long Ready waits.
const readyTimeout = 10 * time.Second

// Ready waits up to 10 s for a daemon that accepts work. Where none answers and
// binary isn't empty, it starts one first, as StartDaemon does. Its error is why none
// does.
func (c *Client) Ready(ctx context.Context, binary string) (*daemonv1alpha1.HealthResponse, error) {
	ctx, cancel := context.WithTimeout(ctx, readyTimeout)
	defer cancel()
	for {
		h, err := c.ready(ctx, binary)
		if err == nil || status.Code(err) == codes.PermissionDenied {
			return h, err
		}
		select {
		case <-ctx.Done():
			return nil, err
		case <-time.After(waitRetry):
		}
	}
}

func (c *Client) ready(ctx context.Context, binary string) (*daemonv1alpha1.HealthResponse, error) {
	if binary != "" {
		if err := c.StartDaemon(ctx, binary); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNotRunning, err)
		}
	}
	if err := c.door.probe(); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	h, err := c.Health(ctx, &daemonv1alpha1.HealthRequest{}, grpc.WaitForReady(true))
	if err == nil && !h.GetHealthy() {
		err = status.Error(codes.Unavailable, "elided is shutting down")
	}
	return h, err
}

// WatchHealth calls f with what the daemon can do, or with the reason why it accepts
// no work: now, and within 2 s of each change or restart; within 10 s of one that runs
// but doesn't answer. It starts a daemon as Ready does, without waiting for it. It returns
// f's error, or ctx's.
func (c *Client) WatchHealth(ctx context.Context, binary string, f func(*daemonv1alpha1.GetCapabilitiesResponse, error) error) error {
	tick := time.NewTicker(healthInterval)
	defer tick.Stop()
	s := &starter{client: c, binary: binary}
	defer s.wait()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for last, answered := "", (time.Time{}); ; {
		now, can, err := c.look(ctx, s, last)
		if err == nil {
			answered = time.Now()
		} else if late(err) && time.Since(answered) < latePatience {
			now = last
		}
		if now != last {
			if err := f(can, err); err != nil {
				return err
			}
		}
		last = now
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// late reports whether err is a call's that took too long. Canceled is what its own end
// can look like from the other side.
func late(err error) bool {
	code := status.Code(err)
	return code == codes.DeadlineExceeded || code == codes.Canceled
}

// look is one look of WatchHealth: what differs when the daemon does, and what it can
// do when that is not the last look's.
func (c *Client) look(ctx context.Context, s *starter, last string) (now string, can *daemonv1alpha1.GetCapabilitiesResponse, err error) {
	h, err := c.ready(ctx, "")
	err = s.start(ctx, err)
	if err == nil && "instance "+h.GetInstanceId() != last {
		ctx, cancel := context.WithTimeout(ctx, healthTimeout)
		defer cancel()
		can, err = c.GetCapabilities(ctx, &daemonv1alpha1.GetCapabilitiesRequest{})
	}
	if err != nil {
		return "error " + err.Error(), nil, err
	}
	return "instance " + h.GetInstanceId(), can, nil
}
