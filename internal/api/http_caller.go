package api

import (
	"log/slog"
	"net"
	"net/http"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// forHTTP is who may call, with as many connections as there may be for HTTP.
func (a Access) forHTTP() Access {
	a.Connections = httpConnections
	return a
}

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
		return nil, h.uncalled(r, refuse(http.StatusForbidden, codes.PermissionDenied,
			"this address is served without TLS, so others can read what is sent to it: ask at a loopback address or the Unix socket, or have elided started with --http-tls"))
	}
	p, err := h.known(r)
	if err == nil && !p.allowed {
		err = p.stays()
	}
	if err != nil {
		h.refusals.warn("HTTP request refused", slog.String("address", r.RemoteAddr), slog.String("why", status.Convert(err).Message()))
		return p, h.uncalled(r, err)
	}
	return p, h.count(p)
}

func (h *HTTP) known(r *http.Request) (*peer, error) {
	tokens := r.Header.Values(authorization)
	switch local := peerIn(r.Context()); {
	case len(tokens) == 0 && local != nobody:
		return local, nil
	case len(tokens) == 0 && r.TLS != nil && len(r.TLS.VerifiedChains) > 0:
		return h.byCertificate(r)
	}
	if _, err := bearer(tokens); err != nil {
		return nil, err
	}
	p, err := h.lobby.byToken(tokens)
	if err == nil && p.name == anonymous { // whom a page in a browser could be
		return nil, unauthenticated("this elided has no tokens: its operator makes one with `elided token NAME`")
	}
	if err == nil {
		p.address = r.RemoteAddr
	}
	return p, err
}

// byCertificate is the peer of a connection's certificate, if that is still good.
func (h *HTTP) byCertificate(r *http.Request) (*peer, error) {
	chain := r.TLS.PeerCertificates
	if !h.certificates.now().good(chain) {
		return nil, unauthenticated("the connection's certificate is no longer good: connect again")
	}
	p := h.lobby.byCertificate(chain[0])
	p.address = r.RemoteAddr
	return p, nil
}

// enter is the caller of a request, who must have a role. The request is one of its calls until
// done.
func (h *HTTP) enter(r *http.Request, needed Role) (p *peer, done func(), err error) {
	if p, err = h.caller(r); err != nil {
		return nil, nil, err
	}
	if p.role < needed {
		return nil, nil, p.lacks(needed)
	}
	done, err = h.visiting(r, p)
	return p, done, err
}
