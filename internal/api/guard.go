package api

import (
	"cmp"
	"log/slog"
	"net"
	"sync"
)

// defaultConnections is how many connections there may be at once.
const defaultConnections = 1_024

// refusedConnections is how many peers that may not call have at once: each is told
// why, and they take no place from others.
const refusedConnections = 16

// A guard learns who connects, and closes connections that are too many. A user
// other than root and the daemon's own has at most half of them, so that no other
// user is locked out.
type guard struct {
	net.Listener
	access Access
	log    *throttle

	mu   sync.Mutex
	open int
	of   map[uint32]int // connections of a user; no entry is none
	// refused counts those of peers that may not call; they are in no other count.
	refused int
}

func newGuard(l net.Listener, a Access, log *slog.Logger) *guard {
	a.Connections = cmp.Or(a.Connections, defaultConnections)
	return &guard{Listener: l, access: a, log: &throttle{log: log, burst: 1}, of: make(map[uint32]int)}
}

// Accept returns the next connection that may stay.
func (g *guard) Accept() (net.Conn, error) {
	for {
		c, err := g.Listener.Accept()
		if err != nil {
			return nil, err
		}
		if guarded := g.enter(c); guarded != nil {
			return guarded, nil
		}
		_ = c.Close() // it is not wanted: how that fails matters to nobody
	}
}

func (g *guard) enter(c net.Conn) *guardedConn {
	p, err := peerOf(c)
	if err != nil {
		g.log.warn("connection closed: its peer is not known", slog.Any("error", err))
		return nil
	}
	p.allowed = g.access.allows(p)
	if !g.count(p) {
		g.log.warn("connection closed: there are too many", slog.Any("peer", p), slog.Int("limit", g.access.Connections))
		return nil
	}
	return &guardedConn{countedConn{c, sync.OnceFunc(func() { g.leave(p) })}, p}
}

func (g *guard) count(p *peer) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case !p.allowed:
		if g.refused >= refusedConnections {
			return false
		}
		g.refused++
		return true
	case g.open >= g.access.Connections, !p.owner() && g.of[p.uid] >= (g.access.Connections+1)/2:
		return false
	}
	g.open++
	g.of[p.uid]++
	return true
}

func (g *guard) leave(p *peer) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !p.allowed {
		g.refused--
		return
	}
	g.open--
	if g.of[p.uid]--; g.of[p.uid] == 0 {
		delete(g.of, p.uid)
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
