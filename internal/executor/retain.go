package executor

import (
	"fmt"

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

func (r retaining) of(c Caller) (*quota.Quota, quota.User) {
	u := quota.User{UID: c.UID}
	if c.owner() {
		return r.owners, u
	}
	return r.others, u
}

// retainedBytes is how much output a user's kept records may have before no more are
// kept. The rest is for records that are not: kept ones never make room.
func (c *Config) retainedBytes(u Caller) uint64 {
	if u.owner() {
		return c.KeepBytes / 2
	}
	return c.KeepBytes / 4
}

// retain takes a place among the kept records for one that asks for it or has a sink:
// what only the record knows is not to be lost with it. It needs the lock.
func (e *Executor) retain(x *Execution) error {
	if r := x.request; !r.Retain && !r.hasSinks() {
		return nil
	}
	if have, may := e.ended.retainedBytes(x.owner), e.cfg.retainedBytes(x.owner); have > may {
		return overRetained("have %d bytes of output, more than the %d that one user's may have", have, may)
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

// release gives the place back, when the record is forgotten.
func (e *Executor) release(x *Execution) {
	if x.retained > 0 {
		q, u := e.retaining.of(x.owner)
		q.Give(u, x.retained)
	}
}

func overRetained(format string, args ...any) error {
	return &Error{Kind: Exhausted, Field: "retain", Message: "the records that are kept until they are deleted, as is each of an execution with a sink, " +
		fmt.Sprintf(format, args...) + ": delete some with DeleteExecution"}
}
