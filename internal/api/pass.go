package api

import (
	"context"
	"crypto/rand"
	"crypto/x509"
	"net/url"
	"sync"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

// This file hands the caller of an HTTP request over to the call that is made of it.
// The call has a pass in its metadata: a name that nobody can guess, which stands for the
// request as long as that lasts, and counts on the gateway's own connection alone. What a
// client sends is no part of it.

// passKey is the pass in a call's metadata.
const passKey = "elided-pass"

// A visit is an HTTP request to the API.
type visit struct {
	ctx       context.Context // ends with it
	peer      *peer
	query     url.Values
	form      string // of its answer
	lastEvent string // the id of the last event that its client has had; "" is none
	sent      func() // its body is no longer needed; the first call counts
	// chain is the certificate's that names the caller, and gone ends the visit when that is no
	// longer good; nil without one.
	chain []*x509.Certificate
	gone  context.CancelFunc
	probe func() // is called in place of what the request asks for; nil is none
}

type visitKey struct{}

func withVisit(ctx context.Context, v *visit) context.Context {
	return context.WithValue(ctx, visitKey{}, v)
}

// visitIn is the visit that a call is made of, at the gateway's end.
func visitIn(ctx context.Context) *visit {
	v, _ := ctx.Value(visitKey{}).(*visit)
	return v
}

// passes are the visits under way.
type passes struct {
	mu     sync.Mutex
	visits map[string]*visit
}

func newPasses() *passes { return &passes{visits: make(map[string]*visit)} }

// issue returns a pass, which ends with the visit.
func (p *passes) issue(v *visit) string {
	pass := rand.Text()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.visits[pass] = v
	context.AfterFunc(v.ctx, func() { p.forget(pass) })
	return pass
}

func (p *passes) forget(pass string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.visits, pass)
}

// identify is whose a call of the gateway's is.
func (p *passes) identify(header metadata.MD) (*peer, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if pass := header.Get(passKey); len(pass) == 1 {
		if v := p.visits[pass[0]]; v != nil {
			of := *v.peer
			of.visit = v
			return &of, nil
		}
	}
	return nil, status.Error(codes.Canceled, "the HTTP request has ended")
}

// recheck ends the visits whose certificates are no longer good.
func (p *passes) recheck(good func(chain []*x509.Certificate) bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, v := range p.visits {
		if v.chain != nil && !good(v.chain) {
			v.gone()
		}
	}
}
