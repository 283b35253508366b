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
	return &boundListener{Listener: l, of: make(map[netip.Prefix]int), log: &throttle{log: log, burst: 1}}
}

// A boundListener counts the connections that are open. Another machine has at most half
// of them, so that none locks out the others. On the loopback nobody can tell users apart by
// their connections: where all are taken, the one is closed that has gone the longest without
// a request, of those that make no call; one of the same machine first. Calls have all but
// httpSpare of the connections, so there is one to close.
type boundListener struct {
	net.Listener
	log *throttle

	mu   sync.Mutex
	open int
	of   map[netip.Prefix]int // how many are open of a machine; no entry is none
	idle list.List            // of *httpConn, those that make no call, the longest first
}

// Accept is part of net.Listener.
func (b *boundListener) Accept() (net.Conn, error) {
	for {
		raw, err := b.Listener.Accept()
		if err != nil {
			return nil, err
		}
		c := b.conn(raw, machineOf(raw.RemoteAddr().String()))
		displaced, ok := b.take(c)
		if displaced != nil {
			b.log.warn("HTTP connection closed: another one needs its place", slog.String("address", displaced.from.String()),
				slog.String("other", c.from.String()), slog.Int("limit", httpConnections))
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
	if !c.from.Addr().IsLoopback() && b.of[c.from] >= httpConnections/2 {
		return nil, false
	}
	if b.open >= httpConnections {
		if displaced = b.displaceable(c.from); displaced == nil {
			return nil, false
		}
		b.forget(displaced)
	}
	b.open++
	b.of[c.from]++
	c.counted, c.waits = true, b.idle.PushBack(c)
	return displaced, true
}

// displaceable is the connection that gives way to one of a machine: its own first, the
// longest without a request; nil is none. It is called with the lock.
func (b *boundListener) displaceable(from netip.Prefix) *httpConn {
	for e := b.idle.Front(); e != nil; e = e.Next() {
		if c := e.Value.(*httpConn); c.from == from {
			return c
		}
	}
	if first := b.idle.Front(); first != nil {
		return first.Value.(*httpConn)
	}
	return nil
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
	from     netip.Prefix // the machine at the other end
	counted  bool
	waits    *list.Element // among the idle ones; nil while it makes a call
}

func (b *boundListener) conn(raw net.Conn, from netip.Prefix) *httpConn {
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

// calls keeps the connection's place until done, unless too many are kept already. A
// connection that is closed meanwhile, or makes a call already, is none more.
func (c *httpConn) calls() (done func(), ok bool) {
	b := c.listener
	b.mu.Lock()
	defer b.mu.Unlock()
	if c.waits == nil {
		return func() {}, true
	}
	if b.open-b.idle.Len() >= httpConnections-httpSpare { // the others make calls
		return nil, false
	}
	b.idle.Remove(c.waits)
	c.waits = nil
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		if c.counted && c.waits == nil {
			c.waits = b.idle.PushBack(c)
		}
	}, true
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

// networkOf is the machine of an address, in words; "" is that it is none.
func networkOf(address string) string {
	switch p := machineOf(address); {
	case !p.IsValid():
		return ""
	case p.IsSingleIP():
		return p.Addr().String()
	default:
		return p.String()
	}
}

// machineOf is the machine of an address: with IPv6, where one has as many addresses as it
// likes, its network.
func machineOf(address string) netip.Prefix {
	a, err := netip.ParseAddrPort(address)
	if err != nil {
		return netip.Prefix{}
	}
	ip := a.Addr().Unmap().WithZone("")
	bits := ip.BitLen()
	if ip.Is6() && !ip.IsLoopback() {
		bits = 64
	}
	p, _ := ip.Prefix(bits) // which fails of no address
	return p
}
