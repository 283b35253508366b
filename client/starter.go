package client

import (
	"cmp"
	"context"
	"errors"
	"fmt"
)

// A starter starts a daemon while its owner, one goroutine, does something else.
type starter struct {
	client *Client
	binary string     // empty starts none
	ended  chan error // of the start under way; nil when none is
	failed error      // why the last start has brought no daemon
}

// start begins a start, where err is that no daemon runs and none is under way. It
// returns why there is no daemon: what the last start said, or err.
func (s *starter) start(ctx context.Context, err error) error {
	if s.binary == "" || !errors.Is(err, ErrNotRunning) {
		return err
	}
	select {
	case failed := <-s.ended:
		if s.ended, s.failed = nil, nil; failed != nil {
			s.failed = fmt.Errorf("%w: %w", ErrNotRunning, failed)
		}
	default:
	}
	if s.ended == nil {
		ended := make(chan error, 1)
		s.ended = ended
		go func() { ended <- s.client.StartDaemon(ctx, s.binary) }() // wait waits for it
	}
	return cmp.Or(s.failed, err)
}

// wait returns when nothing is under way; start's context is over.
func (s *starter) wait() {
	if s.ended != nil {
		<-s.ended
	}
}
