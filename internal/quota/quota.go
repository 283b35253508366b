// Package quota divides what there is only so much of among users: memory, file
// descriptors, calls. None can take so much that nothing is left for the others.
package quota

import (
	"context"
	"sync"
)

// A User takes and gives back. The zero value is the user with the number 0, bounded
// as others are.
type User struct {
	UID uint32
	// Name tells apart those that are no users of this machine, who have one UID.
	Name string
	// Owner may have all that there is, not only a share: root, who can do to the
	// daemon what it likes anyway.
	Owner bool
}

// A Quota is an amount of something. Its methods are safe for concurrent use.
type Quota struct {
	whole, share int64

	mu    sync.Mutex
	used  int64
	users map[User]*account // those that have something or wait
}

type account struct {
	used  int64
	queue []*waiter // the longest wait first
}

type waiter struct {
	n     int64
	ready chan struct{} // closed when it has n
}

// New returns a quota of whole, of which a user other than an owner may have share.
func New(whole, share int64) *Quota {
	return &Quota{whole: whole, share: share, users: make(map[User]*account)}
}

// Whole is how much there is.
func (q *Quota) Whole() int64 { return q.whole }

// Share is how much u may have.
func (q *Quota) Share(u User) int64 {
	if u.Owner {
		return q.whole
	}
	return q.share
}

// Take takes n for u and reports whether there is that much, and nobody of u waits.
func (q *Quota) Take(u User, n int64) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	a := q.account(u)
	defer q.tidy(u, a)
	return len(a.queue) == 0 && q.take(u, a, n)
}

// Wait takes n for u as soon as there is that much; those of u that have waited
// longer come first. It returns ctx's error, and then has taken nothing. An n that
// is more than u may ever have is waited for until ctx ends.
func (q *Quota) Wait(ctx context.Context, u User, n int64) error {
	q.mu.Lock()
	a := q.account(u)
	if len(a.queue) == 0 && q.take(u, a, n) {
		q.mu.Unlock()
		return nil
	}
	w := &waiter{n, make(chan struct{})}
	a.queue = append(a.queue, w)
	q.mu.Unlock()
	select {
	case <-w.ready:
		return nil
	case <-ctx.Done():
		q.leave(u, w)
		return ctx.Err()
	}
}

// Give gives back n that u has taken.
func (q *Quota) Give(u User, n int64) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.give(u, n)
}

func (q *Quota) account(u User) *account {
	a := q.users[u]
	if a == nil {
		a = new(account)
		q.users[u] = a
	}
	return a
}

func (q *Quota) take(u User, a *account, n int64) bool {
	if q.used+n > q.whole || a.used+n > q.Share(u) {
		return false
	}
	q.used += n
	a.used += n
	return true
}

func (q *Quota) give(u User, n int64) {
	q.used -= n
	q.users[u].used -= n
	for u, a := range q.users {
		q.serve(u, a)
	}
}

// serve lets in those of u that wait and for whom there is enough.
func (q *Quota) serve(u User, a *account) {
	for len(a.queue) > 0 && q.take(u, a, a.queue[0].n) {
		close(a.queue[0].ready)
		a.queue = a.queue[1:]
	}
	q.tidy(u, a)
}

// leave takes w out of u's queue, or gives back what it has been given meanwhile.
func (q *Quota) leave(u User, w *waiter) {
	q.mu.Lock()
	defer q.mu.Unlock()
	a := q.users[u]
	if a != nil {
		for i, other := range a.queue {
			if other == w {
				a.queue = append(a.queue[:i:i], a.queue[i+1:]...)
				q.serve(u, a)
				return
			}
		}
	}
	q.give(u, w.n)
}

// tidy forgets a user that has nothing and waits for nothing.
func (q *Quota) tidy(u User, a *account) {
	if a.used == 0 && len(a.queue) == 0 {
		delete(q.users, u)
	}
}
