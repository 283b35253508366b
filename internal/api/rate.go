package api

import (
	"fmt"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/quota"
)

// rates bound how many calls a caller begins in a second: as many at once, and one more
// whenever its share of the second has passed. The zero value bounds nothing.
type rates struct {
	mu      sync.Mutex
	limit   int // calls a second; 0 is no bound
	buckets map[quota.User]*bucket
	swept   time.Time // when buckets that are full again were last forgotten
}

// A bucket has the calls that its user may begin at once.
type bucket struct {
	calls float64
	at    time.Time // when that was so
}

// set changes the bound; what callers have used of the old one is forgotten.
func (r *rates) set(limit int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.limit != limit {
		r.limit, r.buckets = limit, make(map[quota.User]*bucket)
	}
}

// take begins a call of p, or says when it may begin one.
func (r *rates) take(p *peer) error {
	if p.owner() {
		return nil
	}
	limit, wait := r.wait(p.user(), time.Now())
	if wait <= 0 {
		return nil
	}
	return toStatus(&executor.Error{Kind: executor.Exhausted, RetryAfter: wait, Message: fmt.Sprintf(
		"%s has begun %d calls in a second, the most that one caller may (--max-call-rate): try again in %v", p, limit, wait.Round(time.Millisecond))})
}

func (r *rates) wait(u quota.User, now time.Time) (limit int, wait time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.limit == 0 {
		return 0, 0
	}
	r.sweep(now)
	b := r.buckets[u]
	if b == nil {
		b = &bucket{float64(r.limit), now}
		r.buckets[u] = b
	}
	b.fill(now, r.limit)
	if b.calls < 1 {
		return r.limit, max(time.Duration((1-b.calls)/float64(r.limit)*float64(time.Second)), time.Millisecond)
	}
	b.calls--
	return r.limit, 0
}

func (b *bucket) fill(now time.Time, limit int) {
	b.calls = min(float64(limit), b.calls+now.Sub(b.at).Seconds()*float64(limit))
	b.at = now
}

// sweep forgets the buckets that are as new: those of callers who began nothing for a
// second. So there are about as many as callers in two seconds, whose connections are bounded.
func (r *rates) sweep(now time.Time) {
	if now.Sub(r.swept) < time.Second {
		return
	}
	r.swept = now
	for u, b := range r.buckets {
		if now.Sub(b.at) >= time.Second {
			delete(r.buckets, u)
		}
	}
}
