package api

import (
	"context"
	"crypto/tls"
	"log"
	"log/slog"
	"net"
	"net/http"
	"strings"
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
	// httpSpare is how many of them calls leave to others at an address: to scrapes, to who
	// asks whether the daemon is ready, and to connections that say nothing and give way.
	httpSpare = 16
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
	passes  *passes
	pipe    *pipe
	gateway *gateway
	events  *events
	mux     *runtime.ServeMux
	bodies  *bodies
	// visits are requests under way: one user has at most half of what connections there may be.
	visits *quota.Quota
	lobby  *lobby // of a Unix socket; it knows tokens and certificates too
	// certificates are those of ServeTLS; nil without.
	certificates *Certificates
	hosts        []string
	log          *slog.Logger
	refusals     *throttle

	begin   func() // has the gateway's connection served; the first call counts
	serving sync.WaitGroup
}

// NewHTTP returns the HTTP door of s, with metrics at /metrics; nil is none.
func NewHTTP(s *Server, metrics http.Handler) (*HTTP, error) {
	known := newPasses()
	h := &HTTP{
		server: s, open: openPages(s.service.executor, metrics), passes: known, pipe: newPipe(known.identify),
		bodies: newBodies(s.service.executor.MaxRequest()), visits: quota.New(2*httpConnections, httpConnections/2),
		lobby: s.web, log: s.log, refusals: &throttle{log: s.log, burst: deniedBurst},
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
		ErrorLog:          log.New(faultLog{h.refusals}, "", 0),
	}
	h.http.Protocols = new(http.Protocols)
	h.http.Protocols.SetHTTP1(true) // a connection is one request at a time, which bounds them
	var err error
	if h.gateway, err = newGateway(h.pipe, known); err != nil {
		return nil, err
	}
	h.events = &events{client: daemonv1alpha1.NewExecutionApiClient(h.gateway.conn), form: newForm(), alive: eventsAlive}
	h.mux, err = newMux(h.events)
	return h, err
}

// Know tells the door its certificates, nil without TLS, and the host that it is configured
// for, which a browser may name beside localhost; "" is none. It is called before Serve.
func (h *HTTP) Know(c *Certificates, host string) {
	h.certificates = c
	if host != "" {
		h.hosts = []string{strings.ToLower(host)}
	}
}

// ServeTLS is Serve with the certificates of Know.
func (h *HTTP) ServeTLS(l net.Listener) error {
	h.certificates.watch(h.passes.recheck)
	h.begin()
	return h.http.Serve(tls.NewListener(boundHTTP(l, h.log), h.certificates.ServerConfig(tls.VerifyClientCertIfGiven, "http/1.1")))
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

// connContext has a request know the peer of its Unix socket, or its connection.
func connContext(ctx context.Context, c net.Conn) context.Context {
	if g, ok := c.(*guardedConn); ok {
		return withPeer(ctx, g.peer)
	}
	return withHTTPConn(ctx, c)
}

// A faultLog takes net/http's lines, which clients bring about, such as that a TLS handshake
// has failed.
type faultLog struct{ *throttle }

// Write is part of io.Writer.
func (f faultLog) Write(line []byte) (int, error) {
	f.warn("HTTP", slog.String("fault", strings.TrimSpace(clip(strings.ToValidUTF8(string(line), "?")))))
	return len(line), nil
}
