package api

import (
	"context"
	"fmt"
	"time"

	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/quota"
)

// A room is what calls may take of the daemon while they are under way, and answers
// until their clients take them.
type room struct {
	calls    *quota.Quota // from their header to their end
	coming   *quota.Quota // calls whose message has not come; each may hold a window of 64 KiB
	messages *quota.Quota // messages that come in beyond that window, and are decoded
	streams  *quota.Quota // a stream may have 128 KiB that its client doesn't take
	answers  *quota.Quota // bytes that clients don't take
}

// rooms are two, so that root and the daemon's own user always get in.
type rooms struct {
	owners, others *room
	// receive is how long a call's message may take to come, from its header on.
	receive time.Duration
}

func newRooms() *rooms {
	return &rooms{
		receive: 30 * time.Second,
		owners: &room{
			calls: alone(64 << 10), coming: alone(16 << 10), messages: alone(64), streams: alone(32 << 10), answers: alone(64 << 20),
		},
		others: &room{
			calls: quota.New(32<<10, 16<<10), coming: quota.New(4_096, 2_048), messages: quota.New(64, 16),
			streams: quota.New(2_048, 1_024), answers: quota.New(64<<20, 16<<20),
		},
	}
}

// alone is a quota that no users are told apart in.
func alone(n int64) *quota.Quota { return quota.New(n, n) }

// A served is a call under way, from the moment its header is accepted.
type served struct {
	room  *room
	user  quota.User
	came  func() // its message has come, or never will; the first call counts
	taken func() // its message is no longer needed whole; likewise

	claimed int64  // bytes of its answer that were claimed before it was made
	visit   *visit // the HTTP request that it is made of; nil of other calls
}

type servedKey struct{}

func servedIn(ctx context.Context) *served {
	s, _ := ctx.Value(servedKey{}).(*served)
	return s
}

// enter lets a call of p in, or says what there is too much of.
func (r *rooms) enter(ctx context.Context, p *peer) (context.Context, error) {
	s := &served{room: r.others, user: p.user(), visit: p.visit}
	if p.owner() {
		s.room = r.owners
	}
	if !s.room.calls.Take(s.user, 1) {
		return ctx, tooMany("%d calls are under way", s.room.calls.Share(s.user))
	}
	if !s.room.coming.Take(s.user, 1) {
		s.room.calls.Give(s.user, 1)
		return ctx, tooMany("the messages of %d calls have not come", s.room.coming.Share(s.user))
	}
	ctx, cancel := context.WithCancelCause(ctx)
	s.expect(r.receive, func() { cancel(errLate) })
	context.AfterFunc(ctx, func() { // however it ends
		s.came()
		s.room.calls.Give(s.user, 1)
	})
	return context.WithValue(late{ctx}, servedKey{}, s), nil
}

func tooMany(format string, n int64) error {
	return toStatus(&executor.Error{
		Kind: executor.Exhausted, RetryAfter: time.Second,
		Message: fmt.Sprintf(format+", the most that one user may have: try again when some have ended", n),
	})
}
