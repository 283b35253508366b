package api

import (
	"context"
	"log/slog"
	"strings"

	"google.golang.org/grpc/stats"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A callLog writes a record for each call when it has ended, those included whose
// message was never decoded. It takes of a request the ids of what it is about and
// nothing else, whatever the request holds. Where the log takes no
// debug records, which may change, it does nothing.
type callLog struct{ log *slog.Logger }

var _ stats.Handler = callLog{}

// A call is what a record tells. Only the goroutine of the call uses it.
type call struct{ method, session, execution string }

type callKey struct{}

// TagRPC begins a call. One that was refused has its record by now.
func (l callLog) TagRPC(ctx context.Context, info *stats.RPCTagInfo) context.Context {
	if refusal(ctx) != nil || !l.log.Enabled(ctx, slog.LevelDebug) {
		return ctx
	}
	return context.WithValue(ctx, callKey{}, &call{method: clip(info.FullMethodName)})
}

// HandleRPC takes note of a call's request and of its end.
func (l callLog) HandleRPC(ctx context.Context, s stats.RPCStats) {
	c, ok := ctx.Value(callKey{}).(*call)
	if !ok {
		return
	}
	switch s := s.(type) {
	case *stats.InPayload:
		c.session, c.execution = ids(s.Payload)
	case *stats.End:
		l.log.LogAttrs(ctx, slog.LevelDebug, "call", slog.String("method", c.method), slog.Any("peer", peerIn(ctx)),
			slog.String("session", c.session), slog.String("execution", c.execution),
			slog.String("code", status.Code(s.Error).String()), slog.Duration("took", s.EndTime.Sub(s.BeginTime)))
	}
}

// TagConn is part of stats.Handler.
func (callLog) TagConn(ctx context.Context, _ *stats.ConnTagInfo) context.Context { return ctx }

// HandleConn is part of stats.Handler.
func (callLog) HandleConn(context.Context, stats.ConnStats) {}

// ids are the session and the execution that a request names.
func ids(request any) (session, execution string) {
	if r, ok := request.(*daemonv1alpha1.RunSnippetRequest); ok {
		request = r.GetSnippet()
	}
	if r, ok := request.(interface{ GetSessionId() string }); ok {
		session = clip(r.GetSessionId())
	}
	if r, ok := request.(interface{ GetExecutionId() string }); ok {
		execution = clip(r.GetExecutionId())
	}
	return session, execution
}

// maxLogged is how much of a name goes into the log, in bytes: as much as a valid
// one has.
const maxLogged = 256

// clip copies, so that a record doesn't hold on to a whole message.
func clip(s string) string { return strings.Clone(s[:min(len(s), maxLogged)]) }
