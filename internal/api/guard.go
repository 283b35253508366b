package api

import (
	"cmp"
	"container/list"
	"crypto/x509"
	"log/slog"
	"net"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/quota"
)

// defaultConnections is how many connections there may be at once.
const defaultConnections = 1_024

// keptConnections are beyond those, for root and the daemon's own user alone: however many
// others have, an administrator gets in.
const keptConnections = 16

// refusedConnections is how many peers that may not call have at once: each is told
// why, and they take no place from others.
const refusedConnections = 16

// A lobby is where those who connect are counted and told apart. It learns who
// connects, and closes connections that are too many. A user other than root and the
// daemon's own has at most half of them, so that no other user is locked out, and for those
// two some are kept.
type lobby struct {
	log    *throttle
	guests *throttle // for those who fail to say who they are

	mu        sync.Mutex
	access    Access
	strangers list.List                 // of *guardedConn, those first that wait the longest
	conns     map[*guardedConn]struct{} // the others that are open
	open      int                       // how many of them are of peers that may call
	others    int                       // how many of these are not root's or the daemon's own user's
	of        map[quota.User]int        // the same of a user; no entry is none
	// refused counts those of peers that may not call; they are in no other count.
	refused int
	calls   map[*followedCall]struct{}
	rates   rates
}

func newLobby(a Access, log *slog.Logger) *lobby {
	l := &lobby{
		log: &throttle{log: log, burst: 1}, guests: &throttle{log: log, burst: deniedBurst},
		of: make(map[quota.User]int), conns: make(map[*guardedConn]struct{}), calls: make(map[*followedCall]struct{}),
	}
	l.setAccess(a)
	return l
}

// setAccess changes who may call what. Whoever may more now than before, or less, loses
// its connections, so that it comes in again as what it is now.
func (l *lobby) setAccess(a Access) {
	a.Connections = cmp.Or(a.Connections, defaultConnections)
	l.rates.set(a.CallRate)
	closeAll(l.changed(a))
}

// closeAll is called without the lock, which closing takes.
func closeAll(conns []*guardedConn) {
	for _, c := range conns {
		_ = c.Close() // it is to go: how that fails matters to nobody
	}
}

func (l *lobby) changed(a Access) []*guardedConn {
	l.mu.Lock()
	defer l.mu.Unlock()
	a.hadTokens = l.access.hadTokens || len(a.Tokens) > 0
	l.access = a
	var out []*guardedConn
	for c := range l.conns {
		if !a.agrees(c.peer) || c.chain != nil && a.byCertificate(c.chain[0]).name != c.peer.name {
			out = append(out, c)
		}
	}
	for c := range l.calls {
		if !a.agrees(c.peer) {
			c.end(errGone)
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
	g := l.guard(c)
	if !l.admit(g, p) {
		return nil
	}
	return g
}

func (l *lobby) guard(c net.Conn) *guardedConn {
	g := new(guardedConn)
	g.countedConn = countedConn{c, sync.OnceFunc(func() { l.leave(g) })}
	return g
}

// admit has a connection be counted as p's, the first time, and reports whether it may stay.
func (l *lobby) admit(g *guardedConn, p *peer) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if g.peer != nil || g.gone {
		return !g.gone
	}
	p.role, p.allowed = l.access.role(p)
	if !l.count(p) {
		l.log.warn("connection closed: there are too many", slog.Any("peer", p), slog.Int("limit", l.access.Connections))
		return false
	}
	l.forget(g)
	g.peer = p
	l.conns[g] = struct{}{}
	return true
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
	case l.open >= l.access.Connections+keptConnections:
		return false
	case !p.owner() && (l.others >= l.access.Connections || l.of[p.user()] >= (l.access.Connections+1)/2):
		return false
	}
	l.tally(p, 1)
	return true
}

func (l *lobby) leave(c *guardedConn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	c.gone = true
	if c.expiry != nil {
		c.expiry.Stop()
	}
	l.forget(c)
	delete(l.conns, c)
	p := c.peer
	switch {
	case p == nil:
		return
	case !p.allowed:
		l.refused--
		return
	}
	l.tally(p, -1)
}

// tally is called with the lock.
func (l *lobby) tally(p *peer, n int) {
	l.open += n
	if !p.owner() {
		l.others += n
	}
	if l.of[p.user()] += n; l.of[p.user()] == 0 {
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

// A guardedConn is one that a lobby knows. The lobby's lock guards what changes.
type guardedConn struct {
	countedConn
	peer  *peer         // whom it counts for; nil while it is a stranger's
	waits *list.Element // among the strangers; nil when it doesn't
	gone  bool          // it is closed
	// chain is of a client's certificate, and expiry its end; nil without one.
	chain  []*x509.Certificate
	expiry *time.Timer
}

// greet is part of greeter: the kernel has vouched for the peer.
func (g *guardedConn) greet() (net.Conn, *peer, error) { return g, g.peer, nil }

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
