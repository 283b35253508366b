package api

import (
	"log/slog"
	"net"
	"net/netip"
	"sync"
)

// boundHTTP closes connections of l that are too many: in all, and of one machine.
func boundHTTP(l net.Listener, log *slog.Logger) net.Listener {
	return &boundListener{Listener: l, of: make(map[netip.Addr]int), log: &throttle{log: log, burst: 1}}
}

// A boundListener counts the connections that are open. Another machine has at most half
// of them, so that none locks out the others.
type boundListener struct {
	net.Listener
	log *throttle

	mu   sync.Mutex
	open int
	of   map[netip.Addr]int // the same of an address; no entry is none
}

// Accept is part of net.Listener.
func (b *boundListener) Accept() (net.Conn, error) {
	for {
		c, err := b.Listener.Accept()
		if err != nil {
			return nil, err
		}
		from := addressOf(c)
		if b.take(from) {
			return &countedConn{Conn: c, left: sync.OnceFunc(func() { b.give(from) })}, nil
		}
		b.log.warn("HTTP connection closed: there are too many", slog.String("address", from.String()), slog.Int("limit", httpConnections))
		_ = c.Close() // it is not wanted: how that fails matters to nobody
	}
}

func (b *boundListener) take(from netip.Addr) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.open >= httpConnections || !from.IsLoopback() && b.of[from] >= httpConnections/2 {
		return false
	}
	b.open++
	b.of[from]++
	return true
}

func (b *boundListener) give(from netip.Addr) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.open--
	if b.of[from]--; b.of[from] == 0 {
		delete(b.of, from)
	}
}

// addressOf is the machine at the other end.
func addressOf(c net.Conn) netip.Addr {
	a, err := netip.ParseAddrPort(c.RemoteAddr().String())
	if err != nil {
		return netip.Addr{}
	}
	return a.Addr().Unmap()
}
