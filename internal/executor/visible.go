package executor

import (
	"fmt"
	"strconv"
)

// This file has the rule of who may see and touch what. A caller with a name has only what
// it made itself, and nobody else has that; what is somebody else's does not exist for
// it. Users of this machine may everything that one of them made, but for what others could do
// to root's and the daemon's own user's, and but for expressions. With Config.Private they
// too have only their own, told apart by user id. Root and an admin see everything.

// sees reports whether c may see and touch what owner made.
func (e *Executor) sees(c, owner Caller) bool {
	return c.seesAll() || c.is(owner) || !e.private(c) && owner.Name == ""
}

func (c Caller) seesAll() bool { return c.Root() || c.Admin }

// private reports whether c has only what it made itself.
func (e *Executor) private(c Caller) bool {
	return !c.seesAll() && (c.Name != "" || e.cfg().Private)
}

// is reports whether two callers are the same user, other than this process.
func (c Caller) is(other Caller) bool {
	return other.Peer && c.UID == other.UID && c.Name == other.Name
}

// administers reports whether the caller is one whose sessions and executions no others
// may delete.
func (c Caller) administers() bool { return c.owner() || c.Admin }

// seesSession is sees for a session. The default one is everybody's.
func (e *Executor) seesSession(c Caller, s *session) bool {
	return s.id == DefaultSession || e.sees(c, s.owner)
}

// session finds a session that c may see. It needs the lock.
func (e *Executor) session(c Caller, id string) (*session, error) {
	if id == "" {
		id = DefaultSession
	}
	if s := e.sessions[id]; s != nil && e.seesSession(c, s) {
		return s, nil
	}
	return nil, noSession(id)
}

// execution finds an execution that c may see. It needs the lock.
func (e *Executor) execution(c Caller, session, id string) (*Execution, error) {
	s, err := e.session(c, session)
	if err != nil {
		return nil, err
	}
	if x := s.executions[id]; x != nil && e.sees(c, x.owner) {
		return x, nil
	}
	return nil, noExecution(s.id, id)
}

// taken refuses an id that somebody else has. It says no more than that, and it is
// said of an equal request too: an id that is guessed gives nothing away.
func taken(field, id string) error {
	return &Error{Kind: AlreadyExists, Field: field, Message: fmt.Sprintf("%q is taken: choose another one, or leave it empty", id)}
}

// belongs refuses those who administer a session of somebody else's for one
// that they ask to be made: who has it may delete it with all that is in it, and may have
// made it for that.
func belongs(s *session) error {
	return &Error{Kind: AlreadyExists, Field: "session_id", Message: fmt.Sprintf("%q belongs to %s: delete it, or choose another id", s.id, s.owner)}
}

// String names the caller for people.
func (c Caller) String() string {
	if c.Name != "" {
		return c.Name
	}
	return fmt.Sprintf("uid %d", c.UID)
}

// ownersOnly reports whether c may not delete s because of what it holds. It needs the
// executor's lock.
func (s *session) ownersOnly(c Caller) bool {
	if c.administers() {
		return false
	}
	for _, x := range s.executions {
		if x.owner.administers() {
			return true
		}
	}
	return false
}

// mayEvaluate reports whether c may have expressions evaluated in what owner has submitted.
// It is as good as being the program, with what of this machine it was granted, so
// neither Config.Private nor being an admin makes a difference.
func (c Caller) mayEvaluate(owner Caller) bool { return c.owner() || c.is(owner) }

// info describes a session as c may see it. It needs the lock.
func (e *Executor) info(c Caller, s *session) SessionInfo {
	i := s.info()
	i.ConfinedUntil = e.confinedUntil(c, s)
	if e.private(c) {
		i.Queued, i.Running = e.countSeen(c, s)
	}
	return i
}

// countSeen counts what waits and what runs of a session's executions that c sees.
func (e *Executor) countSeen(c Caller, s *session) (queued, running int) {
	counts := func(x *Execution) bool { return e.sees(c, x.owner) && !x.finished() }
	for _, x := range s.queue {
		if counts(x) {
			queued++
		}
	}
	for _, x := range s.executions {
		if counts(x) {
			running++
		}
	}
	return queued, max(0, running-queued)
}

// user names the one whom an execution is of: another user's is never in the same
// worker, nor does it answer for this one's faults. It is empty for this process.
func (c Caller) user() string {
	if !c.Peer {
		return ""
	}
	if c.Name != "" {
		return c.Name // never a number
	}
	return strconv.FormatUint(uint64(c.UID), 10)
}

// bounded is user for one who may have but a part of the workers; root and the daemon's
// own user may have all.
func (c Caller) bounded() string {
	if c.owner() {
		return ""
	}
	return c.user()
}

// tenant is who x may share a worker process with, within its session: its group, of
// the same user. Neither has a space in it.
func (x *Execution) tenant() string { return x.owner.user() + " " + x.group }
