package executor

import (
	"fmt"
	"time"

	"github.com/elide-dev/elided/internal/quota"
)

// This file bounds the records that are kept until they are deleted.

// labelUnit is how many bytes of labels count as another record: they are what can make
// one large.
const labelUnit = 4 << 10

// retaining counts records that are kept. Those of root and the daemon's own user are
// counted apart, so that others can't use up what these may have.
type retaining struct{ owners, others *quota.Quota }

func newRetaining(c Config) retaining {
	each := int64(c.KeepRetained)
	return retaining{owners: quota.New(2*each, each), others: quota.New(4*each, each)}
}

// person is the caller as one whom nothing but who it is tells apart.
func (c Caller) person() quota.User { return quota.User{UID: c.UID, Name: c.Name} }

func (r retaining) of(c Caller) (*quota.Quota, quota.User) {
	u := c.person()
	if c.owner() {
		return r.owners, u
	}
	return r.others, u
}

// retainedBytes is how much output the kept records of a user may have, and those of
// all of its kind together. An eighth is left for records that are not kept.
func (c *Config) retainedBytes(u Caller) (one, all uint64) {
	if u.owner() {
		return c.KeepBytes / 2, c.KeepBytes / 2
	}
	return c.KeepBytes / 4, c.KeepBytes / 8 * 3
}

// A retainedBytes counts the output of kept records that are among the ended ones, in
// bytes. Their lock guards it.
type retainedBytes struct {
	users          map[quota.User]uint64
	owners, others uint64
}

// of returns what a user has, and all of its kind.
func (h *retainedBytes) of(u Caller) (one, all uint64) {
	if u.owner() {
		return h.users[u.person()], h.owners
	}
	return h.users[u.person()], h.others
}

// take counts n more, if u may have them.
func (h *retainedBytes) take(c *Config, u Caller, n uint64) bool {
	one, all := h.of(u)
	mayOne, mayAll := c.retainedBytes(u)
	if one+n > mayOne || all+n > mayAll {
		return false
	}
	h.set(u, one+n, all+n)
	return true
}

func (h *retainedBytes) give(u Caller, n uint64) {
	one, all := h.of(u)
	h.set(u, one-n, all-n)
}

func (h *retainedBytes) set(u Caller, one, all uint64) {
	h.users[u.person()] = one
	if one == 0 {
		delete(h.users, u.person())
	}
	if u.owner() {
		h.owners = all
	} else {
		h.others = all
	}
}

// retain takes a place among the kept records for one that asks for it or has a sink:
// what only the record knows is not to be lost with it. It needs the lock.
func (e *Executor) retain(x *Execution) error {
	if r := x.request; !r.Retain && !r.hasSinks() {
		return nil
	}
	have, all := e.ended.retainedBytes(x.owner)
	may, mayAll := e.cfg().retainedBytes(x.owner)
	if have > nearly(may) || all > nearly(mayAll) {
		return overRetained("have %d bytes of output, %d with those of other users: no more are taken above seven eighths of the %d that one user's may have and the %d of all", have, all, may, mayAll)
	}
	labels := 0
	for k, v := range x.labels {
		labels += len(k) + len(v)
	}
	n := int64(1 + labels/labelUnit)
	if q, u := e.retaining.of(x.owner); !q.Take(u, n) {
		return overRetained("are as many as may be kept: %d of one user (each %d bytes of labels count as one more)", q.Share(u), labelUnit)
	}
	x.retained = n
	return nil
}

// nearly is where no more are taken, so that those that run find some room at their end.
func nearly(bytes uint64) uint64 { return bytes / 8 * 7 }

// release gives the place back, the first time: when the record is forgotten, or is no
// longer kept. It needs the lock.
func (e *Executor) release(x *Execution) {
	if x.retained > 0 && !x.released {
		q, u := e.retaining.of(x.owner)
		q.Give(u, x.retained)
		x.released = true
	}
}

// demoteLog is how often the log says that records are not kept.
const demoteLog = time.Minute

// demoted is called for a record that was to be kept and had too much output at its end.
func (e *Executor) demoted(x *Execution) {
	e.mu.Lock()
	e.release(x)
	say := time.Since(e.warned) > demoteLog
	if say {
		e.warned = time.Now()
	}
	e.mu.Unlock()
	if say {
		e.cfg().Log.Warn("a record is not kept until it is deleted, as were others maybe: its user's have too much output",
			"session", x.session.id, "execution", x.id, "user", x.owner.user(), "bytes", x.kept.bytes)
	}
}

func overRetained(format string, args ...any) error {
	return &Error{Kind: Exhausted, Scarce: Records, Field: "retain", Message: "the records that are kept until they are deleted, as is each of an execution with a sink, " +
		fmt.Sprintf(format, args...) + ": delete some with DeleteExecution"}
}
