package api

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log/slog"
	"net"
	"slices"
	"strings"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

// This file has the doors over TCP. Who connects there is a stranger until it has said who
// it is: by its certificate, once the TLS handshake is over; or without TLS by the token of
// its first call.

// ServeTLS answers the calls that come in at a TCP address until Stop is called, of
// those whose certificate has a name that may call.
func (s *Server) ServeTLS(l net.Listener, c *Certificates) error {
	c.watch(s.lobby.recheck)
	config := c.ServerConfig(tls.RequireAndVerifyClientCert, http2Protocol)
	return s.grpc.Serve(&tcpDoor{l, func(conn net.Conn) net.Conn { return &tlsGuest{s.lobby.receive(conn), s.lobby, config} }})
}

// ServePlain is ServeTLS without TLS. Tokens say who calls; where there are none, everybody
// is one caller. It refuses an address that another machine can reach.
func (s *Server) ServePlain(l net.Listener) error {
	if a, ok := l.Addr().(*net.TCPAddr); !ok || !a.IP.IsLoopback() {
		return errors.New("without TLS the daemon listens on the loopback only, and " + l.Addr().String() + " is another address")
	}
	return s.grpc.Serve(&tcpDoor{l, func(conn net.Conn) net.Conn { return &plainGuest{s.lobby.receive(conn), s.lobby} }})
}

// http2Protocol is what gRPC's clients ask for in their TLS handshake.
const http2Protocol = "h2"

// A tcpDoor is a listener who connects at which is a guest.
type tcpDoor struct {
	net.Listener
	guest func(net.Conn) net.Conn
}

// Accept is part of net.Listener.
func (d *tcpDoor) Accept() (net.Conn, error) {
	c, err := d.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return d.guest(c), nil
}

// A plainGuest says who it is with each call.
type plainGuest struct {
	*guardedConn
	lobby *lobby
}

func (g *plainGuest) greet() (net.Conn, *peer, error) {
	p := &peer{address: g.RemoteAddr().String(), name: "tcp", uid: nobody.uid, gid: nobody.gid}
	p.CommonAuthInfo = credentials.CommonAuthInfo{SecurityLevel: credentials.NoSecurity}
	p.identify = g.identify
	return g, p, nil
}

func (g *plainGuest) identify(header metadata.MD) (*peer, error) {
	p, err := g.lobby.byToken(header.Get(authorization))
	if err != nil {
		return nil, err
	}
	p.address = g.RemoteAddr().String()
	counted := *p // for as long as the connection
	if !g.lobby.admit(g.guardedConn, &counted) {
		return nil, tooMany("%d connections are open", int64(g.lobby.share()))
	}
	return p, nil
}

// A tlsGuest says who it is by its certificate.
type tlsGuest struct {
	*guardedConn
	lobby  *lobby
	config *tls.Config
}

func (g *tlsGuest) greet() (net.Conn, *peer, error) {
	c := tls.Server(g.guardedConn, g.config)
	if err := g.shakeHands(c); err != nil {
		g.linger()
		return nil, nil, err
	}
	chain := c.ConnectionState().PeerCertificates
	p := g.lobby.byCertificate(chain[0])
	p.address = g.RemoteAddr().String()
	g.chain = chain
	if !g.lobby.admit(g.guardedConn, p) {
		return nil, nil, errors.New("too many connections")
	}
	g.lobby.until(g.guardedConn, chain[0].NotAfter)
	return c, p, nil
}

func (g *tlsGuest) shakeHands(c *tls.Conn) error {
	err := c.Handshake() // gRPC has set its deadline
	if err == nil && len(c.ConnectionState().PeerCertificates) == 0 {
		err = errors.New("the client has no certificate")
	}
	if err == nil && c.ConnectionState().NegotiatedProtocol != http2Protocol {
		err = errors.New("the client doesn't ask for HTTP/2, which gRPC is")
	}
	if err != nil && !errors.Is(err, io.EOF) { // who only looks whether somebody listens is no news
		g.lobby.guests.warn("connection refused: "+handshakeFault(err), slog.String("address", g.RemoteAddr().String()), slog.Any("error", clipped(err)))
	}
	return err
}

// handshakeFault is what an operator can do something about.
func handshakeFault(err error) string {
	var verify *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	switch {
	case errors.As(err, &verify):
		return "the client's certificate is not good (" + claimed(verify.UnverifiedCertificates) + ")"
	case errors.As(err, &record):
		return "the client speaks no TLS"
	case strings.Contains(err.Error(), "didn't provide a certificate"):
		return "the client has no certificate"
	case strings.Contains(err.Error(), "remote error"):
		return "the client doesn't trust the daemon's certificate, or gave up"
	}
	return "the TLS handshake failed"
}

// lingerTime and lingerBytes bound what of a refused client is still read: a connection
// that is closed with bytes unread takes with it the alert that says why.
const (
	lingerTime  = 500 * time.Millisecond
	lingerBytes = 64 << 10
)

func (g *tlsGuest) linger() {
	c, ok := g.Conn.(*net.TCPConn)
	if !ok || c.CloseWrite() != nil || c.SetReadDeadline(time.Now().Add(lingerTime)) != nil {
		return
	}
	_, _ = io.CopyN(io.Discard, c, lingerBytes) // whatever comes
}

// until closes a connection at the end of its certificate.
func (l *lobby) until(g *guardedConn, end time.Time) {
	expire := func() {
		l.log.warn("connection closed: its certificate has expired", slog.Any("peer", g.peer))
		_ = g.Close() // it is to go: how that fails matters to nobody
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if !g.gone {
		g.expiry = time.AfterFunc(time.Until(end), expire)
	}
}

// recheck closes the connections whose certificates are no longer good.
func (l *lobby) recheck(good func(chain []*x509.Certificate) bool) {
	var all []*guardedConn
	l.mu.Lock()
	for c := range l.conns {
		if c.chain != nil {
			all = append(all, c)
		}
	}
	l.mu.Unlock()
	closeAll(slices.DeleteFunc(all, func(c *guardedConn) bool { return good(c.chain) })) // which takes its time
}

// share is how many connections one caller may have.
func (l *lobby) share() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return (l.access.Connections + 1) / 2
}

// A followedCall is one on a connection that is of no one caller. It ends when who made it
// may no longer call.
type followedCall struct {
	peer *peer
	end  context.CancelCauseFunc
}

var errGone = errors.New("who called may no longer call, or has another role")

// identify finds out whose a call is, and has it be that peer's. With an error it returns
// the connection's.
func (l *lobby) identify(ctx context.Context, conn *peer, header metadata.MD) (context.Context, *peer, error) {
	p, err := conn.identify(header)
	if err != nil {
		return ctx, conn, err
	}
	ctx, end := context.WithCancelCause(withPeer(ctx, p))
	c := &followedCall{p, end}
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.access.agrees(p) { // it has changed since
		end(errGone)
		return ctx, conn, status.Error(codes.Unauthenticated, errGone.Error())
	}
	l.calls[c] = struct{}{}
	context.AfterFunc(ctx, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.calls, c)
	})
	return ctx, p, nil
}

// orGone is a call's error, or that its caller may no longer call, where that is why.
func orGone(ctx context.Context, err error) error {
	if err != nil && errors.Is(context.Cause(ctx), errGone) {
		return status.Error(codes.Unauthenticated, errGone.Error())
	}
	return err
}
