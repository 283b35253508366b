package executor

import (
	"fmt"
	"time"

	"github.com/elide-dev/elided/internal/quota"
)

// What an execution that has not ended costs besides the bytes of its request: its
// records here and in the worker's handle, and the map and slice entries.
const (
	heldFixed    = 8 << 10
	heldPerEntry = 64
)

// held is what a request costs in memory until its execution has ended, in bytes.
func (r *Request) held() int64 {
	n := heldFixed + len(r.Session) + len(r.ID) + len(r.Code) + len(r.Name) + len(r.Stdin) + len(r.Dir) + len(r.Group)
	for _, a := range r.Args {
		n += heldPerEntry + len(a)
	}
	for _, m := range []map[string]string{r.Env, r.Files, r.Labels} {
		for k, v := range m {
			n += heldPerEntry + len(k) + len(v)
		}
	}
	for _, g := range r.Intrinsics {
		for _, d := range g.Directories {
			n += heldPerEntry + len(d.Path) + len(d.Source)
		}
	}
	for _, s := range r.sinks() {
		if s.path != "" {
			n += len(s.path) + sinkBuffer
		}
	}
	return int64(n)
}

// account is the caller as quotas know it.
func (c Caller) account() quota.User {
	return quota.User{UID: c.UID, Name: c.Name, Owner: c.Root()}
}

// hold takes the memory that x costs out of what there is.
func (e *Executor) hold(x *Execution) error {
	u, n := x.owner.account(), x.cost
	if e.held.Take(u, n) {
		x.held = n
		return nil
	}
	whose := "all executions"
	if e.held.Share(u) < e.held.Whole() {
		whose = "one user's executions"
	}
	return &Error{Kind: Exhausted, Scarce: HeldMemory, RetryAfter: time.Second, Message: fmt.Sprintf(
		"the requests of %s that have not ended may have %d bytes (half of --max-held-memory for one user, all of it for root), and this one needs %d: try again when some have ended",
		whose, e.held.Share(u), n)}
}

// largeRequest is how many bytes a request holds whose memory is worth returning to the
// system, and returnAfter how long after its end: others may end then too.
const (
	largeRequest = 1 << 20
	returnAfter  = 2 * time.Second
)

// giveBack returns what hold has taken.
func (e *Executor) giveBack(x *Execution) {
	e.held.Give(x.owner.account(), x.held)
	if x.held >= largeRequest {
		e.askTidy()
	}
}

func (e *Executor) askTidy() {
	if e.cfg().Tidy != nil {
		e.tidy.Ask()
	}
}

// crowdGone reports, once, that nobody waits any more after somebody was refused.
func (e *Executor) crowdGone() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	gone := e.crowded && e.queued == 0
	if gone {
		e.crowded = false
	}
	return gone
}

// entries is how many entries the repeated fields of a request may have together.
const entries = MaxFiles + MaxArgs + MaxEnv + MaxLabels + maxDirectories

// maxBytes is how many bytes a request may have, without what its fields cost.
func (c Config) maxBytes() int {
	const labels, directories, rest = MaxLabels * maxName, maxDirectories * 2 * maxName, 16 << 10
	return c.MaxCode + c.MaxEnv + c.MaxInput + labels + directories + rest
}

// MaxRequest is how many bytes a request may have in a public protocol that needs at
// most 16 besides each entry's own.
func (e *Executor) MaxRequest() int { return e.cfg().maxBytes() + 16*entries }

// MaxCalls is how many calls at once make sense for one client: one that submits and one
// that watches for each execution that may run or wait, and some more.
func (e *Executor) MaxCalls() int {
	const others = 1 << 10
	return 2*(e.cfg().MaxRunning+e.cfg().MaxQueued) + others
}

// newHeld is the memory for the requests of executions that have not ended. A request
// may always be as large as requests may be, when nothing else is held.
func newHeld(c Config) *quota.Quota {
	most := int64(c.maxBytes()) + heldFixed + heldPerEntry*entries + 2*sinkBuffer
	whole := max(c.MaxHeldBytes, 2*most)
	return quota.New(whole, whole/2)
}
