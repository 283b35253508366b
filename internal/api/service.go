package api

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/sandbox"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A service answers the calls of the contract.
type service struct {
	daemonv1alpha1.UnimplementedExecutionApiServer
	executor *executor.Executor
	audit    audit
	onDrain  func(*time.Duration) // nil is none
}

func (s *service) CreateSession(ctx context.Context, r *daemonv1alpha1.CreateSessionRequest) (*daemonv1alpha1.CreateSessionResponse, error) {
	c, err := sessionConfig(r.GetConfig())
	if err != nil {
		return nil, err
	}
	info, err := s.executor.CreateSession(caller(ctx), r.GetSessionId(), c)
	if err != nil {
		return nil, toStatus(err)
	}
	s.audit.record(ctx, "create_session", info.ID, "")
	return &daemonv1alpha1.CreateSessionResponse{SessionId: info.ID, Status: sessionStatus(info), CreatedAt: info.Created.Unix()}, nil
}

func (s *service) GetSession(ctx context.Context, r *daemonv1alpha1.GetSessionRequest) (*daemonv1alpha1.GetSessionResponse, error) {
	info, err := s.executor.Session(caller(ctx), r.GetSessionId())
	if err != nil {
		return nil, toStatus(err)
	}
	return fromSession(info), nil
}

func (s *service) DeleteSession(ctx context.Context, r *daemonv1alpha1.DeleteSessionRequest) (*daemonv1alpha1.DeleteSessionResponse, error) {
	if err := s.executor.DeleteSession(caller(ctx), r.GetSessionId()); err != nil {
		return nil, toStatus(err)
	}
	s.audit.record(ctx, "delete_session", r.GetSessionId(), "")
	return &daemonv1alpha1.DeleteSessionResponse{Success: true}, nil
}

func (s *service) ListSessions(ctx context.Context, _ *daemonv1alpha1.ListSessionsRequest) (*daemonv1alpha1.ListSessionsResponse, error) {
	if err := servedIn(ctx).claim(ctx, maxPage); err != nil {
		return nil, err
	}
	out := &daemonv1alpha1.ListSessionsResponse{}
	for _, info := range s.executor.Sessions(caller(ctx)) {
		out.Sessions = append(out.Sessions, fromSession(info))
	}
	return out, nil
}

func (s *service) submit(ctx context.Context, r *daemonv1alpha1.ExecuteSnippetRequest) (*executor.Execution, error) {
	req, err := request(r)
	if err != nil {
		return nil, err
	}
	req.Caller, req.Trace = caller(ctx), traceContext(ctx)
	program := s.audit.program(r)
	x, err := s.executor.Submit(req)
	if err == nil {
		s.audit.submitted(ctx, x, program)
		proto.Reset(r) // the executor has what it needs, for as long as it needs it
	}
	if in := servedIn(ctx); in != nil { // it came through a server
		in.taken()
	}
	return x, toStatus(err)
}

func (s *service) ExecuteSnippet(ctx context.Context, r *daemonv1alpha1.ExecuteSnippetRequest) (*daemonv1alpha1.ExecuteSnippetResponse, error) {
	x, err := s.submit(ctx, r)
	if err != nil {
		return nil, err
	}
	return &daemonv1alpha1.ExecuteSnippetResponse{
		ExecutionId: x.ID(), SessionId: x.Session(), Status: daemonv1alpha1.ExecutionStatus(x.Status().State),
	}, nil
}

func (s *service) RunSnippet(ctx context.Context, r *daemonv1alpha1.RunSnippetRequest) (*daemonv1alpha1.RunSnippetResponse, error) {
	if r.GetSnippet() == nil {
		return nil, invalid("snippet", "is missing")
	}
	x, err := s.submit(ctx, r.GetSnippet())
	if err != nil {
		return nil, err
	}
	select {
	case <-x.Delivered():
	case <-ctx.Done():
		if !x.Named() {
			_, _ = s.executor.Cancel(caller(ctx), x.Session(), x.ID(), -1) // its caller is gone: nobody to tell
		}
		return nil, toStatus(ctx.Err())
	}
	result, err := answerOf(ctx, x)
	if err != nil {
		return nil, err
	}
	return &daemonv1alpha1.RunSnippetResponse{Result: result}, nil
}

// unreadable is a failure to read output: of the disk, or because the record was
// deleted in the meantime.
func unreadable(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return status.Error(codes.NotFound, "the execution was deleted while its output was read")
	}
	return status.Error(codes.DataLoss, err.Error())
}

func (s *service) GetExecutionStatus(ctx context.Context, r *daemonv1alpha1.GetExecutionStatusRequest) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	x, err := s.executor.Execution(caller(ctx), r.GetSessionId(), r.GetExecutionId())
	if err != nil {
		return nil, toStatus(err)
	}
	return answerOf(ctx, x)
}

// answerOf is a status with the end of both streams, once there is room for it.
func answerOf(ctx context.Context, x *executor.Execution) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	st := x.Status()
	if err := servedIn(ctx).claim(ctx, answerSize(st)); err != nil {
		return nil, err
	}
	out, err := withOutput(x, st)
	if err != nil {
		return nil, unreadable(err)
	}
	return out, nil
}

func (s *service) CancelExecution(ctx context.Context, r *daemonv1alpha1.CancelExecutionRequest) (*daemonv1alpha1.CancelExecutionResponse, error) {
	wait, err := grace(r.GetGrace())
	if err != nil {
		return nil, err
	}
	ok, err := s.executor.Cancel(caller(ctx), r.GetSessionId(), r.GetExecutionId(), wait)
	s.audit.done(ctx, ok, err, "cancel", r.GetSessionId(), r.GetExecutionId())
	return &daemonv1alpha1.CancelExecutionResponse{Success: ok}, toStatus(err)
}

func (s *service) SignalExecution(ctx context.Context, r *daemonv1alpha1.SignalExecutionRequest) (*daemonv1alpha1.SignalExecutionResponse, error) {
	wait, err := grace(r.GetGrace())
	if err != nil {
		return nil, err
	}
	ok, err := s.executor.Signal(caller(ctx), r.GetSessionId(), r.GetExecutionId(), r.GetSignal(), wait)
	s.audit.done(ctx, ok, err, "signal", r.GetSessionId(), r.GetExecutionId(), slog.String("signal", clip(r.GetSignal())))
	return &daemonv1alpha1.SignalExecutionResponse{Success: ok}, toStatus(err)
}

func (s *service) DeleteExecution(ctx context.Context, r *daemonv1alpha1.DeleteExecutionRequest) (*daemonv1alpha1.DeleteExecutionResponse, error) {
	if err := s.executor.DeleteExecution(caller(ctx), r.GetSessionId(), r.GetExecutionId()); err != nil {
		return nil, toStatus(err)
	}
	s.audit.record(ctx, "delete", r.GetSessionId(), r.GetExecutionId())
	return &daemonv1alpha1.DeleteExecutionResponse{Success: true}, nil
}

// maxPage is how many bytes of records a page may have, below the 4 MiB that
// gRPC's clients accept unless told otherwise.
const maxPage = 3 << 20

func (s *service) ListExecutions(ctx context.Context, r *daemonv1alpha1.ListExecutionsRequest) (*daemonv1alpha1.ListExecutionsResponse, error) {
	f, err := filter(r)
	if err != nil {
		return nil, err
	}
	if err := servedIn(ctx).claim(ctx, maxPage); err != nil {
		return nil, err
	}
	for {
		list, next, err := s.executor.Executions(caller(ctx), f)
		if err != nil {
			return nil, toStatus(err)
		}
		out := &daemonv1alpha1.ListExecutionsResponse{NextPageToken: next}
		for _, x := range list {
			out.Executions = append(out.Executions, fromStatus(x))
		}
		if len(list) < 2 || proto.Size(out) <= maxPage {
			return out, nil
		}
		f.Limit = len(list) / 2
	}
}

func (s *service) WatchExecution(r *daemonv1alpha1.WatchExecutionRequest, stream grpc.ServerStreamingServer[daemonv1alpha1.WatchExecutionResponse]) error {
	if d := r.GetUsageInterval(); d != nil && (d.CheckValid() != nil || d.AsDuration() <= 0) {
		return invalid("usage_interval", "is no valid duration above 0")
	}
	x, err := s.executor.Execution(caller(stream.Context()), r.GetSessionId(), r.GetExecutionId())
	if err != nil {
		return toStatus(err)
	}
	options := executor.WatchOptions{
		StdoutOffset: r.GetStdoutOffset(), StderrOffset: r.GetStderrOffset(), Usage: r.GetUsageInterval().AsDuration(),
		NoOutput: r.GetNoOutput(),
	}
	err = x.Watch(stream.Context(), options, func(e executor.Event) error { return stream.Send(event(x, e)) })
	var refused *executor.Error
	switch {
	case err == nil, errors.As(err, &refused):
		return toStatus(err)
	case stream.Context().Err() != nil:
		return toStatus(stream.Context().Err())
	default:
		if _, sent := status.FromError(err); sent {
			return err
		}
		return unreadable(err)
	}
}

func event(x *executor.Execution, e executor.Event) *daemonv1alpha1.WatchExecutionResponse {
	switch {
	case e.Status != nil:
		return &daemonv1alpha1.WatchExecutionResponse{Event: &daemonv1alpha1.WatchExecutionResponse_Status{Status: fromStatus(*e.Status)}}
	case e.Usage:
		return &daemonv1alpha1.WatchExecutionResponse{Event: &daemonv1alpha1.WatchExecutionResponse_Usage{Usage: usage(x.Status())}}
	default:
		return &daemonv1alpha1.WatchExecutionResponse{Event: &daemonv1alpha1.WatchExecutionResponse_Output{Output: &daemonv1alpha1.OutputChunk{
			Stream: daemonv1alpha1.Stream(e.Stream), Offset: e.Offset, Data: e.Data,
		}}}
	}
}

func (s *service) Health(context.Context, *daemonv1alpha1.HealthRequest) (*daemonv1alpha1.HealthResponse, error) {
	return &daemonv1alpha1.HealthResponse{
		Healthy: s.executor.Accepting(), Version: s.executor.Version(), InstanceId: s.executor.InstanceID(),
	}, nil
}

func (s *service) GetCapabilities(context.Context, *daemonv1alpha1.GetCapabilitiesRequest) (*daemonv1alpha1.GetCapabilitiesResponse, error) {
	c := s.executor.Capabilities()
	out := &daemonv1alpha1.GetCapabilitiesResponse{
		Version: c.Version, Sandbox: sandbox.Names(c.Sandbox), SandboxMode: c.SandboxMode.String(),
		Isolations: []daemonv1alpha1.Isolation{daemonv1alpha1.Isolation_ISOLATION_SHARED, daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE},
	}
	for _, l := range c.Sandbox {
		out.SandboxLayers = append(out.SandboxLayers, &daemonv1alpha1.SandboxLayer{Name: l.Name, InForce: l.InForce, Detail: l.Detail, Remedy: l.Remedy})
	}
	for _, l := range c.Languages {
		out.Languages = append(out.Languages, &daemonv1alpha1.Language{Name: l.Name, Aliases: l.Aliases, Extensions: l.Extensions, Engine: l.Engine})
	}
	for _, i := range c.Intrinsics {
		out.Intrinsics = append(out.Intrinsics, &daemonv1alpha1.Intrinsic{Name: i.Name, Description: i.Description, Safe: i.Safe, GrantedByDefault: i.Default})
	}
	for _, l := range c.Limits {
		out.Limits = append(out.Limits, &daemonv1alpha1.LimitRange{Name: l.Name, DefaultValue: l.Default, Maximum: l.Maximum, Unit: l.Unit})
	}
	return out, nil
}
