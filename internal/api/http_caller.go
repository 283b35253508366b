package api

import (
	"net"
	"net/http"

	"google.golang.org/grpc/codes"
)

// forHTTP is who may call, with as many connections as there may be for HTTP.
func (a Access) forHTTP() Access {
	a.Connections = httpConnections
	return a
}

// SetAccess changes who may call by HTTP.
func (h *HTTP) SetAccess(a Access) { h.lobby.setAccess(a.forHTTP()) }

// plain reports whether a request has come to a loopback address without TLS.
func (*HTTP) plain(r *http.Request) bool {
	a, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	return ok && r.TLS == nil && a.IP.IsLoopback()
}

// secret reports whether nobody between could have read a request.
func (h *HTTP) secret(r *http.Request) bool {
	return r.TLS != nil || peerIn(r.Context()) != nobody || h.plain(r)
}

// caller is who makes a request: the one of its token or else its certificate, or the
// user at the other end of the Unix socket.
func (h *HTTP) caller(r *http.Request) (*peer, error) {
	if !h.secret(r) {
		return nil, refuse(http.StatusForbidden, codes.PermissionDenied,
			"this address is served without TLS, so others can read what is sent to it: ask at a loopback address or the Unix socket, or have elided started with --http-tls")
	}
	p, err := h.known(r)
	if err == nil && !p.allowed {
		err = p.barred()
	}
	return p, err
}

func (h *HTTP) known(r *http.Request) (*peer, error) {
	if p := peerIn(r.Context()); p != nobody {
		return p, nil
	}
	return nil, refuse(http.StatusUnauthorized, codes.Unauthenticated, "who calls? Send Authorization: Bearer TOKEN, or ask at the Unix socket")
}

// admin refuses a request whose caller hasn't that role.
func (h *HTTP) admin(r *http.Request) error {
	p, err := h.caller(r)
	if err == nil && p.role < Admin {
		return p.lacks(Admin)
	}
	return err
}
