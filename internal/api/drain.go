package api

import (
	"context"
	"log/slog"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// OnDrain has f called when a client drains the daemon; a nil timeout is the usual
// one. f must not wait for the end. It is called before Serve; without f Drain is
// not implemented.
func (s *Server) OnDrain(f func(timeout *time.Duration)) { s.service.onDrain = f }

// Drain is for an admin, which roles.go sees to.
func (s *service) Drain(ctx context.Context, r *daemonv1alpha1.DrainRequest) (*daemonv1alpha1.DrainResponse, error) {
	if s.onDrain == nil {
		return nil, status.Error(codes.Unimplemented, "this elided has no end that a client may bring about")
	}
	var limit *time.Duration
	if d := r.GetTimeout(); d != nil {
		if d.CheckValid() != nil || d.AsDuration() < 0 {
			return nil, invalid("timeout", "is no valid duration of 0 or more")
		}
		v := d.AsDuration()
		limit = &v
	}
	stats := s.executor.Stats()
	s.audit.record(ctx, "drain", "", "", slog.Int("running", stats.Running), slog.Int("queued", stats.Queued))
	s.onDrain(limit)
	return &daemonv1alpha1.DrainResponse{Running: uint32(stats.Running), Queued: uint32(stats.Queued)}, nil
}
