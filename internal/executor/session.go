package executor

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/elide-dev/elided/internal/lang"
)

// DefaultSession is the session that an empty id means. It always exists.
const DefaultSession = "default"

// SessionClass is what a metric may have of a session, whose id is a client's: default or
// named.
func SessionClass(id string) string {
	if id == DefaultSession {
		return "default"
	}
	return "named"
}

// maxWarm caps the warm workers of a session.
const maxWarm = 16

// A SessionConfig is what a session allows its executions.
type SessionConfig struct {
	WarmWorkers int      // kept for it besides the daemon's; 0 is none, at most 16 are kept
	Languages   []string // names or aliases; empty is all of the daemon's
	Intrinsics  []string // names; that may be granted; empty is all
	MemoryMiB   uint64   // the most memory of each execution and each shared worker; 0 is the daemon's
	AI          bool     // refused
	Limits      Limits
	MaxRunning  int // executions that run at once; 0 is the daemon's limit
}

// A SessionInfo describes a session.
type SessionInfo struct {
	ID      string
	Closed  bool
	Config  SessionConfig
	Created time.Time
	Queued  int
	Running int
	// ConfinedUntil is until when each of its executions has a worker of its own,
	// because one brought down a shared one; zero when that isn't so.
	ConfinedUntil time.Time
}

// A session groups executions. The executor's lock guards it.
type session struct {
	id      string
	config  SessionConfig // normalized
	given   SessionConfig // as the client gave it
	created time.Time
	closed  bool
	owner   Caller // who made it

	executions map[string]*Execution
	queue      []*Execution
	inTurn     bool // in the executor's turn
	running    int

	sharedMemory uint64             // bytes that a shared worker of it may have
	records      map[string]*record // by user
}

func (s *session) info() SessionInfo {
	return SessionInfo{
		ID: s.id, Closed: s.closed, Config: s.given, Created: s.created,
		Queued: len(s.queue), Running: s.running,
	}
}

// CreateSession makes a session, which is the caller's. An empty id has one made.
// The id of a session that exists with the same configuration returns that one, unless
// it would have root or the daemon's own user get one that another user has made.
func (e *Executor) CreateSession(by Caller, id string, c SessionConfig) (SessionInfo, error) {
	if id == "" {
		id = newID()
	}
	if err := checkID("session_id", id); err != nil {
		return SessionInfo{}, err
	}
	normal, err := e.normalizeSession(c)
	if err != nil {
		return SessionInfo{}, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	info, made, err := e.addSession(by, id, normal, c)
	if made { // with the lock, so that a deletion comes after it
		e.pool.Keep(id, min(c.WarmWorkers, maxWarm))
	}
	return info, err
}

func (e *Executor) addSession(by Caller, id string, normal, given SessionConfig) (info SessionInfo, made bool, err error) {
	if e.stopping {
		return SessionInfo{}, false, errShuttingDown
	}
	if s := e.sessions[id]; s != nil {
		if !e.seesSession(by, s) {
			return SessionInfo{}, false, taken("session_id", id)
		}
		if by.administers() && !s.owner.administers() && id != DefaultSession {
			return SessionInfo{}, false, belongs(s)
		}
		if reflect.DeepEqual(s.config, normal) {
			return e.info(by, s), false, nil
		}
		return SessionInfo{}, false, &Error{Kind: AlreadyExists, Field: "session_id", Message: fmt.Sprintf("session %q exists with another configuration", id)}
	}
	if len(e.sessions) >= e.cfg().MaxSessions {
		return SessionInfo{}, false, &Error{Kind: Exhausted, Message: fmt.Sprintf("there are %d sessions, the most allowed: delete one", len(e.sessions)), RetryAfter: time.Second}
	}
	s := &session{
		id: id, config: normal, given: given, owner: by, created: time.Now(), executions: make(map[string]*Execution),
		sharedMemory: e.cfg().SharedMemory, records: make(map[string]*record),
	}
	if ceiling := normal.MemoryMiB << 20; ceiling > 0 {
		s.sharedMemory = min(s.sharedMemory, ceiling)
	}
	e.sessions[id] = s
	return s.info(), true, nil
}

// normalizeSession checks a configuration and brings it into one form.
func (e *Executor) normalizeSession(c SessionConfig) (SessionConfig, error) {
	if err := c.checkCounts(); err != nil {
		return c, err
	}
	if c.AI {
		return c, precondition("config.enable_ai", "is not supported; leave it false")
	}
	if err := e.cfg().checkCeiling(c); err != nil {
		return c, err
	}
	for _, name := range c.Intrinsics {
		if !known(name) {
			return c, invalid("config.enabled_intrinsics", "%.64q is not known; available are %s", name, intrinsicNames())
		}
	}
	if err := e.cfg().checkLimits("config.", c.Limits); err != nil {
		return c, err
	}
	names := make([]string, 0, len(c.Languages))
	for _, name := range c.Languages {
		l, ok := lang.Lookup(name)
		if !ok || !slices.Contains(e.cfg().Languages, l.Name) {
			return c, invalid("config.enabled_languages", "%.64q is not available; available are %s", name, strings.Join(e.cfg().Languages, ", "))
		}
		names = append(names, l.Name)
	}
	if len(names) == 0 {
		names = slices.Clone(e.cfg().Languages)
	}
	slices.Sort(names)
	c.Languages = slices.Compact(names)
	c.Intrinsics = slices.Compact(slices.Sorted(slices.Values(c.Intrinsics)))
	return c, nil
}

// Session describes a session; an empty id is the default one.
func (e *Executor) Session(by Caller, id string) (SessionInfo, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	s, err := e.session(by, id)
	if err != nil {
		return SessionInfo{}, err
	}
	return e.info(by, s), nil
}

// Sessions describes all sessions that the caller may see, the oldest first.
func (e *Executor) Sessions(by Caller) []SessionInfo {
	e.mu.Lock()
	defer e.mu.Unlock()
	list := make([]SessionInfo, 0, len(e.sessions))
	for _, s := range e.sessions {
		if e.seesSession(by, s) {
			list = append(list, e.info(by, s))
		}
	}
	slices.SortFunc(list, func(a, b SessionInfo) int {
		if c := a.Created.Compare(b.Created); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	return list
}

// DeleteSession kills what runs in a session, without grace, ends its workers
// and forgets its records.
func (e *Executor) DeleteSession(by Caller, id string) error {
	if id == DefaultSession || id == "" {
		return precondition("session_id", "the session %q can't be deleted", DefaultSession)
	}
	e.mu.Lock()
	s, err := e.session(by, id)
	if err != nil {
		e.mu.Unlock()
		return err
	}
	if s.ownersOnly(by) {
		e.mu.Unlock()
		return &Error{Kind: PermissionDenied, Field: "session_id", Message: fmt.Sprintf("session %q holds executions of root, the daemon's own user or an admin: only these may delete it", id)}
	}
	s.closed = true
	s.stopPauses()
	delete(e.sessions, id)
	all := make([]*Execution, 0, len(s.executions))
	for _, x := range s.executions {
		all = append(all, x)
	}
	e.mu.Unlock()

	for _, x := range all {
		x.finish(end{reason: SessionDeleted, exitCode: exitKilled, message: "its session was deleted"})
	}
	e.pool.Drop(id)
	for _, x := range all {
		e.forget(x)
	}
	return nil
}
