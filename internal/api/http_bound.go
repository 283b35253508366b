package api

import (
	"container/list"
	"context"
	"crypto/tls"
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
// of them, so that none locks out the others. On the loopback nobody can tell users apart by
// their connections: where all are taken, the one is closed that has gone the longest without
// a request, of those that make no call. A caller's calls are bounded, so nobody can keep
// all.
type boundListener struct {
	net.Listener
	log *throttle

	mu   sync.Mutex
	open int
	of   map[netip.Addr]int // the same of an address; no entry is none
	idle list.List          // of *httpConn, those that make no call, the longest first
}

// Accept is part of net.Listener.
func (b *boundListener) Accept() (net.Conn, error) {
	for {
		raw, err := b.Listener.Accept()
		if err != nil {
			return nil, err
		}
		c := b.conn(raw, addressOf(raw))
		displaced, ok := b.take(c)
		if displaced != nil {
			b.log.warn("HTTP connection closed: another one needs its place", slog.String("address", displaced.from.String()), slog.Int("limit", httpConnections))
			_ = displaced.Close() // it is to go: how that fails matters to nobody
		}
		if ok {
			return c, nil
		}
		b.log.warn("HTTP connection closed: there are too many", slog.String("address", c.from.String()), slog.Int("limit", httpConnections))
		_ = raw.Close() // it is not wanted: how that fails matters to nobody
	}
}

// take counts a connection, if there is a place for it or one that is to be displaced.
func (b *boundListener) take(c *httpConn) (displaced *httpConn, ok bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !c.from.IsLoopback() && b.of[c.from] >= httpConnections/2 {
		return nil, false
	}
	if b.open >= httpConnections {
		first := b.idle.Front()
		if first == nil {
			return nil, false
		}
		displaced = first.Value.(*httpConn)
		b.forget(displaced)
	}
	b.open++
	b.of[c.from]++
	c.counted, c.waits = true, b.idle.PushBack(c)
	return displaced, true
}

func (b *boundListener) leave(c *httpConn) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.forget(c)
}

// forget is called with the lock.
func (b *boundListener) forget(c *httpConn) {
	if !c.counted {
		return
	}
	c.counted = false
	b.open--
	if b.of[c.from]--; b.of[c.from] == 0 {
		delete(b.of, c.from)
	}
	if c.waits != nil {
		b.idle.Remove(c.waits)
		c.waits = nil
	}
}

// A httpConn is one of a boundListener's, whose lock guards what changes.
type httpConn struct {
	countedConn
	listener *boundListener
	from     netip.Addr
	counted  bool
	waits    *list.Element // among the idle ones; nil while it makes a call
}

func (b *boundListener) conn(raw net.Conn, from netip.Addr) *httpConn {
	c := &httpConn{listener: b, from: from}
	c.countedConn = countedConn{raw, sync.OnceFunc(func() { b.leave(c) })}
	return c
}

// asks has the connection be the one that asked last.
func (c *httpConn) asks() {
	c.listener.mu.Lock()
	defer c.listener.mu.Unlock()
	if c.waits != nil {
		c.listener.idle.MoveToBack(c.waits)
	}
}

// calls keeps the connection's place until done.
func (c *httpConn) calls() (done func()) {
	c.listener.mu.Lock()
	defer c.listener.mu.Unlock()
	if c.waits != nil {
		c.listener.idle.Remove(c.waits)
		c.waits = nil
	}
	return func() {
		c.listener.mu.Lock()
		defer c.listener.mu.Unlock()
		if c.counted && c.waits == nil {
			c.waits = c.listener.idle.PushBack(c)
		}
	}
}

type httpConnKey struct{}

// withHTTPConn has requests know the connection that they come by, if it is bounded.
func withHTTPConn(ctx context.Context, c net.Conn) context.Context {
	if t, ok := c.(*tls.Conn); ok {
		c = t.NetConn()
	}
	if bounded, ok := c.(*httpConn); ok {
		return context.WithValue(ctx, httpConnKey{}, bounded)
	}
	return ctx
}

// httpConnIn is the bounded connection of a request; nil is none.
func httpConnIn(ctx context.Context) *httpConn {
	c, _ := ctx.Value(httpConnKey{}).(*httpConn)
	return c
}

// networkOf is the machine of an address: with IPv6, where one has as many addresses as it
// likes, its network.
func networkOf(address string) string {
	a, err := netip.ParseAddrPort(address)
	if err != nil {
		return ""
	}
	if ip := a.Addr().Unmap(); ip.Is4() || ip.IsLoopback() {
		return ip.String()
	}
	network, _ := a.Addr().WithZone("").Prefix(64) // which fails of no IPv6 address
	return network.String()
}

// addressOf is the machine at the other end.
func addressOf(c net.Conn) netip.Addr {
	a, err := netip.ParseAddrPort(c.RemoteAddr().String())
	if err != nil {
		return netip.Addr{}
	}
	return a.Addr().Unmap()
}
