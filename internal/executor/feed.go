package executor

import (
	"cmp"
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const (
	// feedRoom is how many changes wait for a follower; more are left out.
	feedRoom = 256
	// maxFollowers is how many there may be, and maxFollowersEach of one user other than
	// root and the daemon's own.
	maxFollowers, maxFollowersEach = 64, 8
)

// A feed tells followers of every change of state.
type feed struct {
	count atomic.Int32 // of followers: without any nothing is to be done

	mu        sync.Mutex
	followers map[*follower]struct{}
	closed    bool
}

// A follower gets what it asked for. One that is slow misses some, and learns how many.
type follower struct {
	by      Caller
	wants   func(Status) bool
	changes chan Status // closed when no more will come
	missed  atomic.Uint64
}

// publish needs the lock of e or of x, so that the changes of one execution come in order. It
// never waits for a follower.
func (e *Executor) publish(x *Execution, s Status) {
	f := &e.feed
	f.mu.Lock()
	defer f.mu.Unlock()
	for w := range f.followers {
		if !e.sees(w.by, x.owner) || !w.wants(s) {
			continue
		}
		select {
		case w.changes <- s:
		default:
			w.missed.Add(1)
		}
	}
}

// changedState publishes x as it is. It needs x's lock.
func (x *Execution) changedState() {
	if e := x.executor; e.feed.count.Load() > 0 {
		e.publish(x, x.statusNow())
	}
}

// Follow calls f for each change of state of the executions that the caller may see and
// the filter takes, from now on: when one is accepted, begins, waits again and ends. Its
// Limit and Page count for nothing. ready is called first, once no change will be missed. The
// second argument of f is how many changes were left out before because it is too slow. Follow
// returns the error of either, ctx's, or nil when the executor has stopped.
func (e *Executor) Follow(ctx context.Context, by Caller, filter Filter, ready func() error, f func(s Status, missed uint64) error) error {
	if err := e.checkFollow(by, filter); err != nil {
		return err
	}
	w := &follower{by: by, wants: filter.takes, changes: make(chan Status, feedRoom)}
	if err := e.feed.add(w); err != nil {
		return err
	}
	defer e.feed.remove(w)
	if err := ready(); err != nil {
		return err
	}
	for {
		select {
		case s, more := <-w.changes:
			if !more {
				return nil
			}
			if err := f(s, w.missed.Swap(0)); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (e *Executor) checkFollow(by Caller, filter Filter) error {
	if err := filter.check(); err != nil || filter.AllSessions {
		return err
	}
	_, err := e.Session(by, filter.Session)
	return err
}

// takes is matches for a status of any session.
func (f Filter) takes(s Status) bool {
	return (f.AllSessions || s.Session == cmp.Or(f.Session, DefaultSession)) && f.matches(s)
}

func (f *feed) add(w *follower) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		return errShuttingDown
	}
	mine := 0
	for other := range f.followers {
		if other.by.user() == w.by.user() {
			mine++
		}
	}
	if len(f.followers) >= maxFollowers || mine >= maxFollowersEach && !w.by.owner() {
		return &Error{Kind: Exhausted, Message: fmt.Sprintf("there are %d who follow all executions, the most that may", len(f.followers)), RetryAfter: time.Second}
	}
	if f.followers == nil {
		f.followers = make(map[*follower]struct{})
	}
	f.followers[w] = struct{}{}
	f.count.Add(1)
	return nil
}

func (f *feed) remove(w *follower) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.followers, w)
	f.count.Store(int32(len(f.followers)))
}

// close ends what followers get, after all that is on its way to them.
func (f *feed) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed = true
	for w := range f.followers {
		close(w.changes)
	}
	f.followers = nil
	f.count.Store(0)
}
