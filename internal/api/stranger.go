package api

import (
	"log/slog"
	"net"
)

// maxStrangers is how many connections there may be at once that have not said whose they
// are, as over TCP. Where there are more, the one that has had the longest time for it
// is closed: strangers take places from strangers alone, and none for long when many come.
const maxStrangers = 128

// receive returns the connection as a stranger's, until it is admitted.
func (l *lobby) receive(c net.Conn) *guardedConn {
	g := l.guard(c)
	if displaced := l.wait(g); displaced != nil {
		l.log.warn("connection closed: too many have not said whose they are", slog.String("address", displaced.RemoteAddr().String()), slog.Int("limit", maxStrangers))
		_ = displaced.Close() // it is to go: how that fails matters to nobody
	}
	return g
}

func (l *lobby) wait(g *guardedConn) (displaced *guardedConn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.strangers.Len() >= maxStrangers {
		displaced = l.strangers.Front().Value.(*guardedConn)
		l.forget(displaced)
	}
	g.waits = l.strangers.PushBack(g)
	return displaced
}

// dismiss closes the connections of strangers: they have no call that could finish.
func (l *lobby) dismiss() {
	l.mu.Lock()
	var out []*guardedConn
	for e := l.strangers.Front(); e != nil; e = e.Next() {
		out = append(out, e.Value.(*guardedConn))
	}
	l.mu.Unlock()
	closeAll(out)
}

// forget is called with the lock.
func (l *lobby) forget(g *guardedConn) {
	if g.waits != nil {
		l.strangers.Remove(g.waits)
		g.waits = nil
	}
}
