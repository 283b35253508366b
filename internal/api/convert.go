package api

import (
	"errors"
	"fmt"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/protoadapt"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/timestamppb"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

var codeOf = map[executor.Kind]codes.Code{
	executor.Invalid:            codes.InvalidArgument,
	executor.NotFound:           codes.NotFound,
	executor.AlreadyExists:      codes.AlreadyExists,
	executor.FailedPrecondition: codes.FailedPrecondition,
	executor.Exhausted:          codes.ResourceExhausted,
	executor.Unavailable:        codes.Unavailable,
	executor.PermissionDenied:   codes.PermissionDenied,
	executor.DeadlineExceeded:   codes.DeadlineExceeded,
}

// toStatus is the gRPC form of an error of the executor.
func toStatus(err error) error {
	var e *executor.Error
	if !errors.As(err, &e) {
		if err == nil {
			return nil
		}
		return status.FromContextError(err).Err()
	}
	s := status.New(codeOf[e.Kind], e.Error())
	var detail protoadapt.MessageV1
	switch {
	case e.RetryAfter > 0:
		detail = &errdetails.RetryInfo{RetryDelay: durationpb.New(e.RetryAfter)}
	case e.Kind == executor.Invalid:
		detail = &errdetails.BadRequest{FieldViolations: []*errdetails.BadRequest_FieldViolation{
			{Field: e.Field, Description: e.Message},
		}}
	default:
		return s.Err()
	}
	if with, err := s.WithDetails(detail); err == nil {
		s = with
	}
	return s.Err()
}

func invalid(field, message string) error {
	return toStatus(&executor.Error{Kind: executor.Invalid, Field: field, Message: message})
}

// timeout reads a duration whose absence is a default and whose zero is none.
func timeout(field string, d *durationpb.Duration) (time.Duration, error) {
	if d == nil {
		return 0, nil
	}
	if err := d.CheckValid(); err != nil || d.AsDuration() < 0 {
		return 0, invalid(field, "is no valid duration of 0 or more")
	}
	if d.AsDuration() == 0 {
		return -1, nil
	}
	return d.AsDuration(), nil
}

// grace reads a duration whose absence is a default, which is less than 0.
func grace(d *durationpb.Duration) (time.Duration, error) {
	if d == nil {
		return -1, nil
	}
	if err := d.CheckValid(); err != nil || d.AsDuration() < 0 {
		return 0, invalid("grace", "is no valid duration of 0 or more")
	}
	return d.AsDuration(), nil
}

// maxInt32 is the most that a count may be, on every platform.
const maxInt32 = 1<<31 - 1

func limits(prefix string, l *daemonv1alpha1.Limits, t *durationpb.Duration) (executor.Limits, error) {
	wall, err := timeout(prefix+"timeout", t)
	if err != nil {
		return executor.Limits{}, err
	}
	if c := l.GetCpuTime(); c != nil && (c.CheckValid() != nil || c.AsDuration() < 0) {
		return executor.Limits{}, invalid(prefix+"limits.cpu_time", "is no valid duration of 0 or more")
	}
	return executor.Limits{
		Timeout: wall,
		Output:  l.GetOutputBytes(),
		Timers:  int(min(l.GetTimers(), maxInt32)),
		Memory:  l.GetMemoryBytes(),
		CPU:     l.GetCpuTime().AsDuration(),
	}, nil
}

// stranger is a peer that nothing is known of: it may do the least.
var stranger = executor.Caller{Peer: true, UID: 1<<32 - 1, GID: 1<<32 - 1}

// request reads what a client submits.
func request(r *daemonv1alpha1.ExecuteSnippetRequest) (executor.Request, error) {
	l, err := limits("", r.GetLimits(), r.GetTimeout())
	if err != nil {
		return executor.Request{}, err
	}
	files, err := sourceFiles(r.GetFiles())
	if err != nil {
		return executor.Request{}, err
	}
	if _, ok := daemonv1alpha1.Isolation_name[int32(r.GetIsolation())]; !ok {
		return executor.Request{}, invalid("isolation", "is not known; available are shared and exclusive")
	}
	return executor.Request{
		Session: r.GetSessionId(), ID: r.GetExecutionId(),
		Code: r.GetCode(), Language: r.GetLanguage(), Name: r.GetName(),
		Args: r.GetArgs(), Env: r.GetEnv(), Stdin: r.GetStdin(), Files: files, Dir: r.GetWorkingDirectory(),
		Limits:    l,
		Exclusive: r.GetIsolation() == daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE,
		Shared:    r.GetIsolation() == daemonv1alpha1.Isolation_ISOLATION_SHARED,
		Group:     r.GetGroup(), NoRerun: r.GetNoRerun(), Labels: r.GetLabels(),
		Intrinsics: grants(r.GetIntrinsics()),
		StdoutSink: r.GetStdoutSink(), StderrSink: r.GetStderrSink(), Retain: r.GetRetain(), CPUWeight: r.GetCpuWeight(),
		Caller: stranger,
	}, nil
}

func grants(list []*daemonv1alpha1.IntrinsicGrant) []executor.Grant {
	var out []executor.Grant
	for _, g := range list {
		grant := executor.Grant{Name: g.GetName()}
		for _, d := range g.GetDirectories() {
			grant.Directories = append(grant.Directories, executor.Directory{Path: d.GetPath(), Source: d.GetSource(), Writable: d.GetWritable()})
		}
		out = append(out, grant)
	}
	return out
}

func sourceFiles(list []*daemonv1alpha1.SourceFile) (map[string]string, error) {
	if len(list) == 0 {
		return nil, nil
	}
	if len(list) > executor.MaxFiles {
		return nil, invalid("files", fmt.Sprintf("has %d entries; at most %d are allowed", len(list), executor.MaxFiles))
	}
	files := make(map[string]string, len(list))
	for _, f := range list {
		if _, twice := files[f.GetPath()]; twice {
			return nil, invalid("files", fmt.Sprintf("has %.128q twice", f.GetPath()))
		}
		files[f.GetPath()] = f.GetContent()
	}
	return files, nil
}

// sessionConfig reads a session's configuration.
func sessionConfig(c *daemonv1alpha1.SessionConfiguration) (executor.SessionConfig, error) {
	l, err := limits("config.", c.GetLimits(), c.GetTimeout())
	if err != nil {
		return executor.SessionConfig{}, err
	}
	return executor.SessionConfig{
		WarmWorkers: int(min(c.GetContextPoolSize(), maxInt32)),
		Languages:   c.GetEnabledLanguages(),
		Intrinsics:  c.GetEnabledIntrinsics(),
		MemoryMiB:   c.GetMemoryLimitMb(),
		AI:          c.GetEnableAi(),
		Limits:      l,
		MaxRunning:  int(min(c.GetMaxRunning(), maxInt32)),
	}, nil
}

// filter reads which executions to list.
func filter(r *daemonv1alpha1.ListExecutionsRequest) (executor.Filter, error) {
	f := executor.Filter{
		Session: r.GetSessionId(), AllSessions: r.GetAllSessions(), Labels: r.GetLabels(),
		Limit: int(min(r.GetPageSize(), maxInt32)), Page: r.GetPageToken(),
	}
	if n := len(r.GetStatuses()); n > executor.MaxStates {
		return f, invalid("statuses", fmt.Sprintf("has %d entries; at most %d are allowed", n, executor.MaxStates))
	}
	for _, s := range r.GetStatuses() {
		if _, ok := daemonv1alpha1.ExecutionStatus_name[int32(s)]; !ok || s == 0 {
			return f, invalid("statuses", fmt.Sprintf("%d is none", s))
		}
		f.States = append(f.States, executor.State(s))
	}
	return f, nil
}

func fromSessionConfig(c executor.SessionConfig) *daemonv1alpha1.SessionConfiguration {
	out := &daemonv1alpha1.SessionConfiguration{
		ContextPoolSize:   uint32(c.WarmWorkers),
		EnabledLanguages:  c.Languages,
		EnabledIntrinsics: c.Intrinsics,
		MemoryLimitMb:     c.MemoryMiB,
		MaxRunning:        uint32(c.MaxRunning),
	}
	if l := c.Limits; l.Output != 0 || l.Timers != 0 || l.Memory != 0 || l.CPU != 0 {
		out.Limits = &daemonv1alpha1.Limits{OutputBytes: l.Output, Timers: uint32(l.Timers), MemoryBytes: l.Memory}
		if l.CPU != 0 {
			out.Limits.CpuTime = durationpb.New(max(0, l.CPU))
		}
	}
	if c.Limits.Timeout != 0 {
		out.Timeout = durationpb.New(max(0, c.Limits.Timeout))
	}
	return out
}

func sessionStatus(s executor.SessionInfo) daemonv1alpha1.SessionStatus {
	if s.Closed {
		return daemonv1alpha1.SessionStatus_SESSION_STATUS_CLOSED
	}
	return daemonv1alpha1.SessionStatus_SESSION_STATUS_ACTIVE
}

func fromSession(s executor.SessionInfo) *daemonv1alpha1.GetSessionResponse {
	return &daemonv1alpha1.GetSessionResponse{
		SessionId: s.ID, Status: sessionStatus(s), Config: fromSessionConfig(s.Config), CreatedAt: s.Created.Unix(),
		Queued: uint32(s.Queued), Running: uint32(s.Running), ExclusiveUntil: timestamp(s.ConfinedUntil),
	}
}

// fromStatus is a status without its output.
func fromStatus(s executor.Status) *daemonv1alpha1.GetExecutionStatusResponse {
	out := &daemonv1alpha1.GetExecutionStatusResponse{
		ExecutionId: s.ID, SessionId: s.Session,
		Status: daemonv1alpha1.ExecutionStatus(s.State), Complete: s.State.Final(),
		ExitCode: int32(s.ExitCode), Error: s.Error,
		StopReason: daemonv1alpha1.StopReason(s.Reason),
		CreatedAt:  timestamp(s.Created), StartedAt: timestamp(s.Started), EndedAt: timestamp(s.Ended),
		Attempts: uint32(s.Attempts), Usage: usage(s),
		StdoutBytes: s.StdoutBytes, StderrBytes: s.StderrBytes,
		Language: s.Language, Name: s.Name, Labels: s.Labels,
		Isolation: daemonv1alpha1.Isolation_ISOLATION_SHARED,
		Delivered: s.Delivered,
	}
	if s.Exclusive {
		out.Isolation = daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE
	}
	if d := s.Detail; d != nil {
		out.ErrorDetail = &daemonv1alpha1.ErrorDetail{
			Message: d.Message, File: d.File, Line: uint32(d.Line), Column: uint32(d.Column), Stack: d.Stack,
		}
	}
	return out
}

func usage(s executor.Status) *daemonv1alpha1.Usage {
	return &daemonv1alpha1.Usage{
		WallTime: durationpb.New(s.WallTime()), QueueTime: durationpb.New(s.QueueTime()), CpuTime: durationpb.New(s.Usage.CPU),
		MemoryBytes: s.Usage.Memory, PeakMemoryBytes: s.Usage.PeakMemory,
	}
}

func timestamp(t time.Time) *timestamppb.Timestamp {
	if t.IsZero() {
		return nil
	}
	return timestamppb.New(t)
}
