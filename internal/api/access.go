package api

import (
	"cmp"
	"context"
	"log/slog"
	"slices"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/tap"
)

// Access says who may call, and how many connections there may be. With both lists
// empty everybody may who can open the socket; else root, the daemon's own user, the
// users listed and the members of the groups listed.
type Access struct {
	UIDs, GIDs []uint32
	// UserRoles and GroupRoles are of those listed that have another role than Submit.
	UserRoles, GroupRoles map[uint32]Role
	// Names are the certificates that may call over TCP; Tokens the tokens. Without Tokens
	// everybody may, as one caller, who reaches a TCP address without TLS.
	Names  []AllowedName
	Tokens []Token
	// hadTokens: there were some since the start. Who takes the last one away wants nobody to
	// call with it, not everybody without.
	hadTokens bool
	// Connections bounds those open at once; 0 is 1,024.
	Connections int
	// CallRate bounds the calls that one caller begins in a second; 0 is no bound.
	CallRate int

	rooms *rooms // nil is newRooms
}

// open reports whether everybody may call who reaches a TCP address without TLS.
func (a Access) open() bool { return len(a.Tokens) == 0 && !a.hadTokens }

// agrees reports whether a peer is what it was when its role was set.
func (a Access) agrees(p *peer) bool {
	role, ok := a.role(p)
	return ok == p.allowed && role == p.role
}

// role is what a peer may call; ok is false of one that may not. A user's own
// entry goes over those of its groups, of which the highest counts.
func (a Access) role(p *peer) (role Role, ok bool) {
	switch {
	case p.cert:
		return a.roleOfName(strings.TrimPrefix(p.name, certPrefix))
	case p.token != nil:
		return a.roleOfToken(p)
	case p.name == anonymous:
		return Submit, a.open()
	case p.name != "":
		return p.role, p.allowed
	case p.owner():
		return Admin, true
	case len(a.UIDs) == 0 && len(a.GIDs) == 0:
		return Submit, true
	case slices.Contains(a.UIDs, p.uid):
		return cmp.Or(a.UserRoles[p.uid], Submit), true
	}
	for _, gid := range a.GIDs {
		if gid == p.gid || slices.Contains(p.groups, gid) {
			role, ok = max(role, cmp.Or(a.GroupRoles[gid], Submit)), true
		}
	}
	return role, ok
}

// A bouncer refuses the calls of peers that may not call. It sees a call's header
// alone: nothing else that such a peer sends is read as a message.
type bouncer struct {
	log   *throttle
	rooms *rooms
	lobby *lobby
}

// admit is a tap handle, as an interceptor comes after the message is decoded. It leaves
// a refusal to the call's handler: gRPC forgets to end the context of a call that a tap
// handle refuses, and keeps it until the client's deadline, which may be in a thousand
// hours.
func (b bouncer) admit(ctx context.Context, info *tap.Info) (context.Context, error) {
	in, err := b.enter(ctx, info)
	if err != nil {
		return context.WithValue(ctx, refusalKey{}, err), nil
	}
	return in, nil
}

func (b bouncer) enter(ctx context.Context, info *tap.Info) (context.Context, error) {
	p, method := peerIn(ctx), slog.String("method", clip(info.FullMethodName))
	if p.identify != nil {
		var err error
		if ctx, p, err = b.lobby.identify(ctx, p, info.Header); err != nil {
			if status.Code(err) != codes.Canceled { // else its HTTP request has ended
				b.lobby.guests.warn("call refused: whose it is isn't known", method, slog.String("address", p.address), slog.String("why", status.Convert(err).Message()))
			}
			return nil, err
		}
	}
	if !p.allowed {
		b.log.warn("call refused", method, slog.Any("peer", p))
		return nil, p.stays()
	}
	if p.visit == nil { // else its HTTP request has counted
		if err := b.lobby.rates.take(p); err != nil { // what is refused for its role counts too
			b.log.warn("call refused: there are too many in a second", method, slog.Any("peer", p))
			return nil, err
		}
	}
	if needed := needs(info.FullMethodName); p.role < needed {
		b.log.warn("call refused: it takes another role", method, slog.Any("peer", p), slog.String("role", p.role.String()), slog.String("needed", needed.String()))
		return nil, p.lacks(needed)
	}
	in, err := b.rooms.enter(ctx, p)
	if err != nil {
		b.log.warn("call refused: there are too many", method, slog.Any("peer", p))
	}
	return in, err
}

type refusalKey struct{}

// refusal is the error of a call that was not admitted; nil of one that was.
func refusal(ctx context.Context) error {
	err, _ := ctx.Value(refusalKey{}).(error)
	return err
}

// denied logs the calls that the executor refused to a peer.
func (b bouncer) denied(ctx context.Context, request any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	answer, err := next(ctx, request)
	if err != nil && status.Code(err) == codes.PermissionDenied {
		session, execution := ids(request)
		b.log.warn("call refused", slog.String("method", info.FullMethod), slog.Any("peer", peerIn(ctx)),
			slog.String("session", session), slog.String("execution", execution))
	}
	return answer, err
}
