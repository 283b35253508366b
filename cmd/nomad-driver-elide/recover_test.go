package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	pb "github.com/hashicorp/nomad/plugins/drivers/proto"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"
)

// TestUnknown asks for tasks that nobody started.
func TestUnknown(t *testing.T) {
	a, _, _ := withDaemon(t)
	for _, when := range []string{"before any task", "after one"} {
		if _, err := a.StopTask(deadline(t), &pb.StopTaskRequest{TaskId: "x/y/z", Timeout: durationpb.New(0)}); err != nil {
			t.Errorf("%s: stop: %v", when, err)
		}
		for _, force := range []bool{false, true} {
			if _, err := a.DestroyTask(deadline(t), &pb.DestroyTaskRequest{TaskId: "x/y/z", Force: force}); err != nil {
				t.Errorf("%s: destroy: %v", when, err)
			}
		}
		if _, err := a.SignalTask(deadline(t), &pb.SignalTaskRequest{TaskId: "x/y/z", Signal: "SIGUSR1"}); err == nil {
			t.Errorf("%s: signalled", when)
		}
		if _, err := a.InspectTask(deadline(t), &pb.InspectTaskRequest{TaskId: "x/y/z"}); err == nil {
			t.Errorf("%s: inspected", when)
		}
		if got, err := a.WaitTask(deadline(t), &pb.WaitTaskRequest{TaskId: "x/y/z"}); err != nil || !strings.Contains(got.GetErr(), "lost") {
			t.Errorf("%s: %v, %v", when, got, err)
		}
		a.start(t, task(t, "one", js("1")))
	}
}

// TestRecover is what an agent does after its restart: without driver config, of
// tasks that run, ended, and are gone.
func TestRecover(t *testing.T) {
	first, dir, stop := withDaemon(t)
	runs, ended, gone := task(t, "runs", js("setTimeout(() => process.exit(8), 1500)")), task(t, "ended", js("process.exit(9)")), task(t, "gone", js("1"))
	handles := map[*pb.TaskConfig]*pb.TaskHandle{}
	for _, x := range []*pb.TaskConfig{runs, ended, gone} {
		handles[x] = first.start(t, x)
		x.MsgpackDriverConfig = nil
	}
	first.wait(t, gone)
	if _, err := first.DestroyTask(deadline(t), &pb.DestroyTaskRequest{TaskId: gone.GetId()}); err != nil {
		t.Fatal(err)
	}
	first.plugin.Kill()

	a := configured(t, map[string]any{"daemon_socket": filepath.Join(dir, "s")})
	for x, want := range map[*pb.TaskConfig]int32{runs: 8, ended: 9} {
		if _, err := a.RecoverTask(deadline(t), &pb.RecoverTaskRequest{TaskId: x.GetId(), Handle: handles[x]}); err != nil {
			t.Error(err)
		}
		if got := a.wait(t, x); got.GetResult().GetExitCode() != want {
			t.Errorf("%s: %v", x.GetName(), got)
		}
	}
	if _, err := a.RecoverTask(deadline(t), &pb.RecoverTaskRequest{TaskId: gone.GetId(), Handle: handles[gone]}); err == nil || !strings.Contains(err.Error(), "lost") {
		t.Errorf("recovered what is gone: %v", err)
	}
	stop(syscall.SIGKILL)
	if _, err := a.RecoverTask(deadline(t), &pb.RecoverTaskRequest{TaskId: runs.GetId(), Handle: handles[runs]}); err != nil {
		t.Errorf("while the daemon is away: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "s.start")); err == nil {
		t.Error("RecoverTask started a daemon")
	}
}

// TestRecoverForeignHandle: a handle that isn't the driver's is refused, and the driver
// goes on with the session that it has.
func TestRecoverForeignHandle(t *testing.T) {
	a, _, _ := withDaemon(t)
	x := task(t, "mine", js("process.exit(3)"))
	h := a.start(t, x)
	for name, foreign := range map[string]*pb.TaskHandle{
		"none":    nil,
		"session": {Version: 1, Config: x, DriverState: []byte("default")},
		"node":    {Version: 1, Config: x, DriverState: []byte("nomad-other")},
		"empty":   {Version: 1, Config: x},
		"version": {Version: 2, Config: x, DriverState: h.GetDriverState()},
	} {
		if _, err := a.RecoverTask(deadline(t), &pb.RecoverTaskRequest{TaskId: x.GetId(), Handle: foreign}); err == nil || recoverable(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := a.wait(t, x); got.GetResult().GetExitCode() != 3 {
		t.Errorf("%v", got)
	}
}

// TestDaemonRestarts loses a task while it is waited for.
func TestDaemonRestarts(t *testing.T) {
	a, dir, stop := withDaemon(t)
	events, err := a.TaskEvents(deadline(t), &pb.TaskEventsRequest{})
	if err != nil {
		t.Fatal(err)
	}
	x := task(t, "lost", js("setInterval(() => {}, 1000)"))
	a.start(t, x)
	type answer struct {
		r   *pb.WaitTaskResponse
		err error
	}
	waited := make(chan answer, 1)
	go func() {
		r, err := a.WaitTask(deadline(t), &pb.WaitTaskRequest{TaskId: x.GetId()})
		waited <- answer{r, err}
	}()
	stop(syscall.SIGKILL)
	_, err = a.SignalTask(deadline(t), &pb.SignalTaskRequest{TaskId: x.GetId(), Signal: "SIGUSR1"})
	if code := status.Code(err); err == nil || code == codes.Unavailable || code == codes.Canceled {
		t.Errorf("the agent takes this for the plugin's death: %v", err)
	}
	select {
	case w := <-waited:
		t.Fatalf("ended while the daemon was away: %v", w)
	default:
	}
	serve(t, dir)
	w := <-waited
	y := task(t, "next", job{"code": "setTimeout(() => {}, 1e6)", "language": "js", "timeout": "100ms"})
	a.start(t, y)
	a.wait(t, y)
	if w.err != nil || !strings.Contains(w.r.GetErr(), "lost: elided has ended or restarted") || w.r.GetResult().GetExitCode() == 0 {
		t.Errorf("%v", w)
	}
	e, err := events.Recv()
	if err != nil || e.GetTaskId() != x.GetId() || e.GetAllocId() != "alloc" || e.GetTaskName() != "lost" || !strings.Contains(e.GetMessage(), "lost") {
		t.Errorf("%v, %v", e, err)
	}
	if e, err := events.Recv(); err != nil || e.GetTaskId() != y.GetId() {
		t.Errorf("%v, %v", e, err)
	}
	if again := a.wait(t, x); again.GetErr() != w.r.GetErr() {
		t.Errorf("asked again: %v", again)
	}
}

// TestDaemonStops: a daemon that is told to stop ends its tasks, and the reason is a sentence.
func TestDaemonStops(t *testing.T) {
	a, _, stop := withDaemon(t)
	events, err := a.TaskEvents(deadline(t), &pb.TaskEventsRequest{})
	if err != nil {
		t.Fatal(err)
	}
	x := task(t, "stopped", js("setInterval(() => {}, 1000)"))
	a.start(t, x)
	waited := make(chan *pb.WaitTaskResponse, 1)
	go func() {
		r, err := a.WaitTask(deadline(t), &pb.WaitTaskRequest{TaskId: x.GetId()})
		if err != nil {
			t.Error(err)
		}
		waited <- r
	}()
	eventually(t, "a running task", func() bool {
		i, err := a.InspectTask(deadline(t), &pb.InspectTaskRequest{TaskId: x.GetId()})
		return err == nil && i.GetTask().GetStartedAt() != nil
	})
	stop(syscall.SIGTERM)
	const why = "lost: elided was stopped"
	if got := <-waited; got.GetErr() != why || got.GetResult().GetExitCode() == 0 {
		t.Errorf("%v", got)
	}
	if e, err := events.Recv(); err != nil || e.GetTaskId() != x.GetId() || e.GetMessage() != why {
		t.Errorf("%v, %v", e, err)
	}
}
