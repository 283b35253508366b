package api

import (
	"context"
	"crypto/rand"
	"net/url"
	"sync"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	grpcpeer "google.golang.org/grpc/peer"
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
}

type visitKey struct{}

func withVisit(ctx context.Context, v *visit) context.Context {
	return context.WithValue(ctx, visitKey{}, v)
}

// visitIn is the visit that a call is made of, on both sides of the gateway; nil of others.
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

// identify has a call that comes from the gateway be its visit's.
func (p *passes) identify(ctx context.Context, header map[string][]string) (context.Context, error) {
	if !fromGateway(ctx) {
		return ctx, nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if pass := header[passKey]; len(pass) == 1 {
		if v := p.visits[pass[0]]; v != nil {
			return withVisit(withPeer(ctx, v.peer), v), nil
		}
	}
	return ctx, status.Error(codes.Canceled, "the HTTP request has ended")
}

// gatewayInfo marks the gateway's connection.
type gatewayInfo struct{ credentials.CommonAuthInfo }

// AuthType is part of credentials.AuthInfo.
func (gatewayInfo) AuthType() string { return "gateway" }

// ValidateAuthority is part of credentials.AuthInfo.
func (gatewayInfo) ValidateAuthority(string) error { return nil }

func newGatewayInfo() gatewayInfo {
	return gatewayInfo{credentials.CommonAuthInfo{SecurityLevel: credentials.PrivacyAndIntegrity}}
}

func fromGateway(ctx context.Context) bool {
	p, ok := grpcpeer.FromContext(ctx)
	if !ok {
		return false
	}
	_, ok = p.AuthInfo.(gatewayInfo)
	return ok
}
