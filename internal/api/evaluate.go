package api

import (
	"context"
	"log/slog"

	"github.com/elide-dev/elided/internal/lang"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// EvalInExecution waits with the result until there is room for it.
func (s *service) EvalInExecution(ctx context.Context, r *daemonv1alpha1.EvalInExecutionRequest) (*daemonv1alpha1.EvalInExecutionResponse, error) {
	if in := servedIn(ctx); in != nil { // it came through a server
		in.taken()
	}
	wait, err := timeout("timeout", r.GetTimeout())
	if err != nil {
		return nil, err
	}
	out := &daemonv1alpha1.EvalInExecutionResponse{}
	var full error
	err = s.executor.Eval(ctx, caller(ctx), r.GetSessionId(), r.GetExecutionId(), r.GetExpression(), wait, func(e lang.Evaluation) error {
		out.Value, out.Truncated, out.Error = e.Value, e.Truncated, e.Error
		full = servedIn(ctx).claim(ctx, int64(len(e.Value)+len(e.Error)+minAnswer))
		return full
	})
	switch {
	case full != nil:
		return nil, full
	case err != nil:
		return nil, toStatus(err)
	}
	s.audit.record(ctx, "evaluate", r.GetSessionId(), r.GetExecutionId(), slog.String("code_sha256", hash(r.GetExpression())))
	return out, nil
}
