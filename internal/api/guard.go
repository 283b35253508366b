package api

import (
	"cmp"
	"log/slog"
	"net"
	"sync"

	"github.com/elide-dev/elided/internal/quota"
)

// defaultConnections is how many connections there may be at once.
const defaultConnections = 1_024

// refusedConnections is how many peers that may not call have at once: each is told
// why, and they take no place from others.
const refusedConnections = 16

// A lobby is where those who connect are counted and told apart. It learns who
// connects, and closes connections that are too many. A user other than root and the
// daemon's own has at most half of them, so that no other user is locked out.
type lobby struct {
	log *throttle

	mu     sync.Mutex
	access Access
	conns  map[*guardedConn]struct{} // those that are open
	open   int                       // how many of them are of peers that may call
	of     map[quota.User]int        // the same of a user; no entry is none
	// refused counts those of peers that may not call; they are in no other count.
	refused int
}

func newLobby(a Access, log *slog.Logger) *lobby {
	l := &lobby{log: &throttle{log: log, burst: 1}, of: make(map[quota.User]int), conns: make(map[*guardedConn]struct{})}
	l.setAccess(a)
	return l
}

// setAccess changes who may call what. Whoever may more now than before, or less, loses its connections, so that it comes in again as what it is now.
func (l *lobby) setAccess(a Access) {
	a.Connections = cmp.Or(a.Connections, defaultConnections)
	for _, c := range l.changed(a) {
		_ = c.Close() // it is to go: how that fails matters to nobody
	}
}

func (l *lobby) changed(a Access) []*guardedConn {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.access = a
	var out []*guardedConn
	for c := range l.conns {
		if role, ok := a.role(c.peer); ok != c.peer.allowed || role != c.peer.role {
			out = append(out, c)
		}
	}
	return out
}

// enter returns the connection as one that is counted, or nil when it may not stay.
func (l *lobby) enter(c net.Conn) *guardedConn {
	p, err := peerOf(c)
	if err != nil {
		l.log.warn("connection closed: its peer is not known", slog.Any("error", err))
		return nil
	}
	return l.admit(c, p)
}

// admit is enter for a peer that is known.
func (l *lobby) admit(c net.Conn, p *peer) *guardedConn {
	l.mu.Lock()
	defer l.mu.Unlock()
	p.role, p.allowed = l.access.role(p)
	if !l.count(p) {
		l.log.warn("connection closed: there are too many", slog.Any("peer", p), slog.Int("limit", l.access.Connections))
		return nil
	}
	guarded := &guardedConn{peer: p}
	guarded.countedConn = countedConn{c, sync.OnceFunc(func() { l.leave(guarded) })}
	l.conns[guarded] = struct{}{}
	return guarded
}

// count is called with the lock.
func (l *lobby) count(p *peer) bool {
	switch {
	case !p.allowed:
		if l.refused >= refusedConnections {
			return false
		}
		l.refused++
		return true
	case l.open >= l.access.Connections, !p.owner() && l.of[p.user()] >= (l.access.Connections+1)/2:
		return false
	}
	l.open++
	l.of[p.user()]++
	return true
}

func (l *lobby) leave(c *guardedConn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.conns, c)
	p := c.peer
	if !p.allowed {
		l.refused--
		return
	}
	l.open--
	if l.of[p.user()]--; l.of[p.user()] == 0 {
		delete(l.of, p.user())
	}
}

// A guard is a listener before a lobby.
type guard struct {
	net.Listener
	lobby *lobby
}

// Accept returns the next connection that may stay.
func (g *guard) Accept() (net.Conn, error) {
	for {
		c, err := g.Listener.Accept()
		if err != nil {
			return nil, err
		}
		if guarded := g.lobby.enter(c); guarded != nil {
			return guarded, nil
		}
		_ = c.Close() // it is not wanted: how that fails matters to nobody
	}
}

// A guardedConn is a counted one whose peer is known.
type guardedConn struct {
	countedConn
	peer *peer
}

// A countedConn is counted until it is closed.
type countedConn struct {
	net.Conn
	left func()
}

// Close is part of net.Conn.
func (c *countedConn) Close() error {
	c.left()
	return c.Conn.Close()
}
