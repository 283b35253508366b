package api

import (
	"cmp"
	"net/http"
)

// This file counts HTTP requests among the calls that their callers begin in a second. A
// request counts once, whether it comes to a call or not; only what everybody may look at
// doesn't. One without a caller counts for the user at the other end of the Unix socket, or
// else for its address.

// count counts a request of p, or says when p may make one.
func (h *HTTP) count(p *peer) error { return h.server.lobby.rates.take(p) }

// uncalled counts a request that is refused before it has a caller. It returns why, or that
// there are too many.
func (h *HTTP) uncalled(r *http.Request, why error) error {
	if why == nil {
		return nil
	}
	return cmp.Or(h.count(visitor(r)), why)
}

func visitor(r *http.Request) *peer {
	if p := peerIn(r.Context()); p != nobody {
		return p
	}
	return &peer{name: "address:" + networkOf(r.RemoteAddr), uid: nobody.uid, gid: nobody.gid, address: r.RemoteAddr}
}
