package api

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// followingKey is in the header of a call that follows: no change from now on is missed.
const followingKey = "following"

// WatchExecutions says that it is there with a header, as the first change may be long in coming.
func (s *service) WatchExecutions(r *daemonv1alpha1.WatchExecutionsRequest, stream grpc.ServerStreamingServer[daemonv1alpha1.WatchExecutionsResponse]) error {
	f, err := filter(&daemonv1alpha1.ListExecutionsRequest{
		SessionId: r.GetSessionId(), AllSessions: r.GetAllSessions(), Statuses: r.GetStatuses(), Labels: r.GetLabels(),
	})
	if err != nil {
		return err
	}
	ready := func() error { return stream.SendHeader(metadata.Pairs(followingKey, "1")) }
	err = s.executor.Follow(stream.Context(), caller(stream.Context()), f, ready, func(st executor.Status, missed uint64) error {
		return stream.Send(&daemonv1alpha1.WatchExecutionsResponse{Execution: fromStatus(st), Missed: missed})
	})
	return toStatus(err)
}
