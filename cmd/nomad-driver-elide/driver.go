package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"time"

	basepb "github.com/hashicorp/nomad/plugins/base/proto"
	pb "github.com/hashicorp/nomad/plugins/drivers/proto"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/elide-dev/elided/client"
)

// A driver knows the daemon, and no tasks.
type driver struct {
	pb.UnimplementedDriverServer
	basepb.UnimplementedBasePluginServer
	config  config         // with daemon and mhz set by SetConfig, before all else
	daemon  *client.Client // which needn't run
	mhz     float64        // of one core, as Nomad counts
	session atomic.Value   // this Nomad client's, a string, for calls that name but a task
	events  chan *pb.DriverTaskEvent
}

// task names a task to the daemon, for all that is done to one.
func (d *driver) task(id string) client.Execution {
	session, _ := d.session.Load().(string) // empty before the first task, when no session has one
	return d.daemon.Execution(session, client.ID(id))
}

// StartTask returns when the task runs; one that was started before is left as it is.
// The handle, which is all that an agent has after its restart, names the session.
func (d *driver) StartTask(ctx context.Context, r *pb.StartTaskRequest) (*pb.StartTaskResponse, error) {
	x, err := request(r.GetTask())
	if err != nil {
		return nil, err
	}
	d.session.Store(x.SessionId)
	if err := d.daemon.Replace(ctx, x, d.config.Session, d.config.Binary); err != nil {
		return nil, err
	}
	return &pb.StartTaskResponse{Handle: &pb.TaskHandle{Version: 1, Config: r.Task, State: pb.TaskState_RUNNING, DriverState: []byte(x.SessionId)}}, nil
}

// RecoverTask starts nothing: agents ask for tasks that ended long ago, too. While
// the daemon is away nobody knows, and WaitTask will tell.
func (d *driver) RecoverTask(ctx context.Context, r *pb.RecoverTaskRequest) (*pb.RecoverTaskResponse, error) {
	h, session := r.GetHandle(), "nomad-"+r.GetHandle().GetConfig().GetNodeId()
	if h.GetVersion() != 1 || string(h.GetDriverState()) != session {
		return nil, errors.New("the handle is not one that this driver has made")
	}
	d.session.Store(session)
	_, err := d.task(h.GetConfig().GetId()).Status(ctx)
	if status.Code(err) == codes.NotFound {
		return nil, status.Error(codes.NotFound, lost)
	}
	return &pb.RecoverTaskResponse{}, nil
}

// WaitTask may be called often, and after the end.
func (d *driver) WaitTask(ctx context.Context, r *pb.WaitTaskRequest) (*pb.WaitTaskResponse, error) {
	end, err := d.task(r.GetTaskId()).Wait(ctx)
	answer := &pb.WaitTaskResponse{Result: &pb.ExitResult{ExitCode: 1}, Err: lost}
	if err == nil {
		answer = outcome(end)
	} else if status.Code(err) != codes.NotFound {
		return nil, err
	}
	d.tell(r.GetTaskId(), answer.Err)
	return answer, nil
}

func (d *driver) StopTask(ctx context.Context, r *pb.StopTaskRequest) (*pb.StopTaskResponse, error) {
	return &pb.StopTaskResponse{}, d.task(r.GetTaskId()).Stop(ctx, r.GetSignal(), r.GetTimeout().AsDuration())
}

func (d *driver) DestroyTask(ctx context.Context, r *pb.DestroyTaskRequest) (*pb.DestroyTaskResponse, error) {
	return &pb.DestroyTaskResponse{}, d.task(r.GetTaskId()).Delete(ctx, r.GetForce())
}

func (d *driver) SignalTask(ctx context.Context, r *pb.SignalTaskRequest) (*pb.SignalTaskResponse, error) {
	return &pb.SignalTaskResponse{}, d.task(r.GetTaskId()).Signal(ctx, r.GetSignal())
}

// ExecTask evaluates an expression inside the program. Failures go to standard error.
func (d *driver) ExecTask(ctx context.Context, r *pb.ExecTaskRequest) (*pb.ExecTaskResponse, error) {
	const most = time.Minute // by the daemon; `nomad alloc exec` gives no timeout
	v, err := d.task(r.GetTaskId()).Eval(ctx, strings.Join(r.GetCommand(), " "), min(cmp.Or(r.GetTimeout().AsDuration(), most), most))
	out := &pb.ExecTaskResponse{Stdout: []byte(v.GetValue() + "\n"), Result: &pb.ExitResult{}}
	if failed := cmp.Or(v.GetError(), status.Convert(err).Message()); failed != "" {
		out = &pb.ExecTaskResponse{Stderr: []byte(failed + "\n"), Result: &pb.ExitResult{ExitCode: 1}}
	} else if v.GetTruncated() {
		out.Stderr = []byte("the value is cut short\n")
	}
	return out, nil
}

// ExecTaskStreaming is what `nomad alloc exec` uses; its input is not read. An agent that
// can't hand input on drops the answer: its first comes while the stream is open.
func (d *driver) ExecTaskStreaming(s pb.Driver_ExecTaskStreamingServer) error {
	defer func(late <-chan time.Time) { <-late }(time.After(300 * time.Millisecond))
	m, err := s.Recv()
	if err != nil {
		return err
	}
	r, err := d.ExecTask(s.Context(), &pb.ExecTaskRequest{TaskId: m.GetSetup().GetTaskId(), Command: m.GetSetup().GetCommand()})
	end := []byte(map[bool]string{true: "\r\n", false: "\n"}[m.GetSetup().GetTty()]) // a terminal is raw meanwhile
	return cmp.Or(err,
		s.Send(&pb.ExecTaskStreamingResponse{Stdout: &pb.ExecTaskStreamingIOOperation{Data: bytes.ReplaceAll(r.GetStdout(), []byte("\n"), end)}}),
		s.Send(&pb.ExecTaskStreamingResponse{Stderr: &pb.ExecTaskStreamingIOOperation{Data: bytes.ReplaceAll(r.GetStderr(), []byte("\n"), end)}}),
		s.Send(&pb.ExecTaskStreamingResponse{Exited: true, Result: r.GetResult()}),
	)
}
