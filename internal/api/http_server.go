package api

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"

	"github.com/elide-dev/elided/internal/quota"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	// httpHeader bounds a request's line and header, in bytes; net/http adds 4 KiB.
	httpHeader = 16 << 10
	// httpConnections is how many connections there may be at once, at a Unix socket and
	// as many at an address.
	httpConnections = 256
	// httpReadTime, httpWriteTime and httpIdleTime bound a request's header, each piece of
	// its answer, and the wait for the next one.
	httpReadTime  = 5 * time.Second
	httpWriteTime = 30 * time.Second
	httpIdleTime  = 2 * time.Minute
)

// HTTP is the HTTP door of a Server.
type HTTP struct {
	server  *Server
	http    *http.Server
	open    map[string]http.HandlerFunc
	pipe    *pipe
	gateway *gateway
	events  *events
	mux     *runtime.ServeMux
	bodies  *bodies
	// visits are requests under way: one user has at most half of what connections there may be.
	visits *quota.Quota
	lobby  *lobby // of a Unix socket
	hosts  []string
	log    *slog.Logger

	begin   func() // has the gateway's connection served; the first call counts
	serving sync.WaitGroup
}

// NewHTTP returns the HTTP door of s, with metrics at /metrics. Hosts are names that
// a browser may have for a loopback address, beside localhost.
func NewHTTP(s *Server, metrics http.Handler, hosts ...string) (*HTTP, error) {
	h := &HTTP{
		server: s, open: openPages(s.service.executor, metrics), pipe: newPipe(),
		bodies: newBodies(s.service.executor.MaxRequest()), visits: quota.New(2*httpConnections, httpConnections/2),
		lobby: newLobby(s.lobby.access.forHTTP(), s.log), hosts: hosts, log: s.log,
	}
	h.begin = sync.OnceFunc(func() {
		h.serving.Go(func() { _ = s.grpc.Serve(h.pipe) }) // it ends with the server
	})
	h.http = &http.Server{
		Handler:           h,
		MaxHeaderBytes:    httpHeader,
		ReadHeaderTimeout: httpReadTime, // bodies and answers have their time elsewhere
		IdleTimeout:       httpIdleTime,
		ConnContext:       connContext,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	h.http.Protocols = new(http.Protocols)
	h.http.Protocols.SetHTTP1(true) // a connection is one request at a time, which bounds them
	var err error
	if h.gateway, err = newGateway(h.pipe, s.passes); err != nil {
		return nil, err
	}
	h.events = &events{client: daemonv1alpha1.NewExecutionApiClient(h.gateway.conn), form: newForm(), alive: eventsAlive}
	h.mux, err = newMux(h.events)
	return h, err
}

// Serve answers the requests that come in at l until Stop is called.
func (h *HTTP) Serve(l net.Listener) error {
	h.begin()
	if l.Addr().Network() == "unix" {
		return h.http.Serve(&guard{l, h.lobby})
	}
	return h.http.Serve(boundHTTP(l, h.log))
}

// Stop lets answers be taken until ctx ends, then ends all connections. The Server has
// been stopped before.
func (h *HTTP) Stop(ctx context.Context) {
	if err := h.http.Shutdown(ctx); err != nil {
		_ = h.http.Close() // nothing to do about a connection that doesn't close
	}
	_ = h.gateway.conn.Close() // likewise
	_ = h.pipe.Close()
	h.serving.Wait()
}

// connContext has a request know the peer of its Unix socket.
func connContext(ctx context.Context, c net.Conn) context.Context {
	if g, ok := c.(*guardedConn); ok {
		return withPeer(ctx, g.peer)
	}
	return ctx
}

// boundHTTP closes connections of l that are too many.
func boundHTTP(l net.Listener, log *slog.Logger) net.Listener {
	return &boundListener{Listener: l, taken: make(chan struct{}, httpConnections), log: &throttle{log: log, burst: 1}}
}

// A boundListener has an entry in taken for each connection that is open.
type boundListener struct {
	net.Listener
	taken chan struct{}
	log   *throttle
}

// Accept is part of net.Listener.
func (b *boundListener) Accept() (net.Conn, error) {
	for {
		c, err := b.Listener.Accept()
		if err != nil {
			return nil, err
		}
		select {
		case b.taken <- struct{}{}:
			return &countedConn{Conn: c, left: sync.OnceFunc(func() { <-b.taken })}, nil
		default:
			b.log.warn("HTTP connection closed: there are too many", slog.Int("limit", cap(b.taken)))
			_ = c.Close() // it is not wanted: how that fails matters to nobody
		}
	}
}
