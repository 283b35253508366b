package api

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"log/slog"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// An audit tells who had the daemon do what: a record for each call that submitted,
// ended, signalled, evaluated or deleted something. A program is in it as a hash and
// sizes; of what it contains, of arguments, input and environment there is nothing. A nil log is no
// audit.
type audit struct{ log *slog.Logger }

// Audit has calls audited in log. It is called before Serve.
func (s *Server) Audit(log *slog.Logger) { s.service.audit = audit{log} }

// program is what an audit has of a program; it is taken before the request is given away.
func (a audit) program(r *daemonv1alpha1.ExecuteSnippetRequest) []slog.Attr {
	if a.log == nil {
		return nil
	}
	bytes := len(r.GetCode())
	for _, f := range r.GetFiles() {
		bytes += len(f.GetContent())
	}
	return []slog.Attr{
		slog.String("language", clip(r.GetLanguage())), slog.String("code_sha256", hash(r.GetCode())),
		slog.Int("source_bytes", bytes), slog.Int("files", len(r.GetFiles())), slog.Int("variables", len(r.GetEnv())),
	}
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func (a audit) submitted(ctx context.Context, x *executor.Execution, program []slog.Attr) {
	a.record(ctx, "submit", x.Session(), x.ID(), program...)
}

// record tells that a call has done something.
func (a audit) record(ctx context.Context, action, session, execution string, more ...slog.Attr) {
	if a.log == nil {
		return
	}
	attrs := append([]slog.Attr{
		slog.String("action", action), slog.Any("peer", peerIn(ctx)),
		slog.String("session", clip(cmp.Or(session, executor.DefaultSession))), slog.String("execution", clip(execution)),
	}, more...)
	a.log.LogAttrs(ctx, slog.LevelInfo, "audit", attrs...)
}

// done is record for a call that answers whether it did anything.
func (a audit) done(ctx context.Context, ok bool, err error, action, session, execution string, more ...slog.Attr) {
	if ok && err == nil {
		a.record(ctx, action, session, execution, more...)
	}
}
