package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	pb "github.com/hashicorp/nomad/plugins/drivers/proto"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	elide "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// endListed ends the processes that a file names, a line each.
func endListed(t *testing.T, file string) {
	t.Helper()
	list, err := os.ReadFile(file)
	if err != nil {
		return
	}
	for line := range strings.Lines(string(list)) {
		pid, err := strconv.Atoi(strings.TrimSpace(line))
		if err != nil {
			t.Fatal(err)
		}
		_ = syscall.Kill(pid, syscall.SIGTERM)
		eventually(t, "the end of the daemon", func() bool { return syscall.Kill(pid, 0) != nil })
	}
}

// TestOutcomes waits for tasks, twice, the second time after the end.
func TestOutcomes(t *testing.T) {
	a, _, _ := withDaemon(t)
	for name, c := range map[string]struct {
		config    job
		code      int32
		oom       bool
		words     string
		mustntSay string
	}{
		"done":     {js("console.log(1)"), 0, false, "", ""},
		"code":     {js("process.exit(3)"), 3, false, "", ""},
		"uncaught": {js("throw new Error('s3cret')"), 1, false, "", "s3cret"},
		"env":      {job{"code": "process.exit(process.env.FROM_NOMAD === '1' && process.env.A === 'b' ? 0 : 9)", "language": "js", "env": []map[string]string{{"A": "b"}}}, 0, false, "", ""},
		"args":     {job{"code": "process.exit(process.argv[2] === 'x y' ? 0 : 9)", "language": "js", "args": []string{"x y"}}, 0, false, "", ""},
		"timeout":  {job{"code": "setTimeout(()=>{}, 1e6)", "language": "js", "timeout": "200ms"}, 124, false, "timeout: it", ""},
		"seconds":  {job{"code": "setTimeout(()=>{}, 1e6)", "language": "js", "elide_opts": job{"timeout": 0.2}}, 124, false, "timeout: it", ""},
		"memory":   {js("const a = []; for (;;) a.push(new Array(1e4).fill(a.length))"), 137, true, "out of memory: it", ""},
		"shared":   {job{"code": "process.exit(4)", "language": "js", "isolation": "shared"}, 4, false, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			x := task(t, name, c.config)
			a.start(t, x)
			for range 2 {
				got := a.wait(t, x)
				if r := got.GetResult(); r.GetExitCode() != c.code || r.GetOomKilled() != c.oom {
					t.Errorf("%v", got)
				}
				if !strings.Contains(got.GetErr(), c.words) || c.words == "" && got.GetErr() != "" {
					t.Errorf("words: %q", got.GetErr())
				}
			}
			i, err := a.InspectTask(deadline(t), &pb.InspectTaskRequest{TaskId: x.GetId()})
			if err != nil || i.GetTask().GetState() != pb.TaskState_EXITED || i.GetTask().GetResult().GetExitCode() != c.code || i.GetTask().GetCompletedAt() == nil {
				t.Errorf("%v, %v", i, err)
			}
			for range 2 {
				if _, err := a.DestroyTask(deadline(t), &pb.DestroyTaskRequest{TaskId: x.GetId()}); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// TestStartIdempotent starts a task again, as an agent does whose plugin died in
// between, and counts the runs.
func TestStartIdempotent(t *testing.T) {
	a, dir, _ := withDaemon(t)
	x := task(t, "once", js("setTimeout(() => process.exit(5), 300)"))
	first := a.start(t, x)
	if again := a.start(t, x); string(again.GetDriverState()) != string(first.GetDriverState()) {
		t.Errorf("%s, then %s", first.GetDriverState(), again.GetDriverState())
	}
	if got := a.wait(t, x); got.GetResult().GetExitCode() != 5 {
		t.Errorf("%v", got)
	}
	a.start(t, x) // after the end, too
	s, err := dial(t, dir).Execution("nomad-"+node, x.GetId()).Status(deadline(t))
	if err != nil || s.GetAttempts() != 1 {
		t.Errorf("%v, %v", s, err)
	}
	if state := string(first.GetDriverState()); strings.Contains(state, "FROM_NOMAD") || strings.Contains(state, "process") {
		t.Errorf("driver state %s", state)
	}
}

// TestNames runs a task whose name and job's id Nomad allows, and no id of elided's may have.
func TestNames(t *testing.T) {
	a, _, _ := withDaemon(t)
	for _, isolation := range []string{"exclusive", "shared"} {
		x := task(t, "große Aufgabe "+isolation, job{"code": "process.exit(3)", "language": "js", "isolation": isolation})
		x.JobId = "täglich"
		a.start(t, x)
		if got := a.wait(t, x); got.GetResult().GetExitCode() != 3 {
			t.Errorf("%v", got)
		}
		if i, err := a.InspectTask(deadline(t), &pb.InspectTaskRequest{TaskId: x.GetId()}); err != nil || i.GetTask().GetId() != x.GetId() {
			t.Errorf("%v, %v", i, err)
		}
		if _, err := a.DestroyTask(deadline(t), &pb.DestroyTaskRequest{TaskId: x.GetId(), Force: true}); err != nil {
			t.Error(err)
		}
	}
}

// TestStartReplaces starts a task anew whose first start's answer an agent never had: one
// of the two goes on.
func TestStartReplaces(t *testing.T) {
	a, dir, _ := withDaemon(t)
	first, second, other := task(t, "twice", js("setInterval(() => {}, 1000)")), task(t, "twice", js("setInterval(() => {}, 1000)")), task(t, "other", js("setInterval(() => {}, 1000)"))
	second.Id = "alloc/twice/89abcdef"
	for _, x := range []*pb.TaskConfig{other, first, second} {
		a.start(t, x)
	}
	d := dial(t, dir)
	if _, err := d.Execution("nomad-"+node, first.GetId()).Status(deadline(t)); status.Code(err) != codes.NotFound {
		t.Errorf("the first goes on beside its successor: %v", err)
	}
	for _, x := range []*pb.TaskConfig{second, other} {
		if s, err := d.Execution("nomad-"+node, x.GetId()).Status(deadline(t)); err != nil || s.GetStartedAt() == nil || s.GetComplete() {
			t.Errorf("%s: %v, %v", x.GetId(), s, err)
		}
	}
}

// TestStop gives each its signal, and says which one ended a program that didn't end itself.
func TestStop(t *testing.T) {
	a, _, _ := withDaemon(t)
	graceful := "process.on('%s', () => process.exit(7)); setInterval(() => {}, 1000); globalThis.ready = true"
	for name, c := range map[string]struct {
		code, signal string
		exit, ended  int32
	}{
		"default":    {fmt.Sprintf(graceful, "SIGTERM"), "", 7, 0},
		"SIGINT":     {fmt.Sprintf(graceful, "SIGINT"), "SIGINT", 7, 0},
		"unknown":    {fmt.Sprintf(graceful, "SIGTERM"), "SIGABRT", 7, 0},
		"no handler": {fmt.Sprintf(graceful, "SIGUSR2"), "SIGINT", 130, 2},
		"no mercy":   {"for (;;);", "SIGTERM", 143, 15},
	} {
		t.Run(name, func(t *testing.T) {
			x := task(t, strings.ReplaceAll(name, " ", ""), js(c.code))
			a.start(t, x)
			eventually(t, "a running task", func() bool {
				i, err := a.InspectTask(deadline(t), &pb.InspectTaskRequest{TaskId: x.GetId()})
				return err == nil && i.GetTask().GetStartedAt() != nil
			})
			if strings.Contains(c.code, "ready") {
				eventually(t, "a signal handler", func() bool {
					r, err := a.ExecTask(deadline(t), &pb.ExecTaskRequest{TaskId: x.GetId(), Command: []string{"globalThis.ready"}})
					return err == nil && string(r.GetStdout()) == "true\n"
				})
			}
			if _, err := a.DestroyTask(deadline(t), &pb.DestroyTaskRequest{TaskId: x.GetId()}); err == nil {
				t.Error("destroyed while it ran")
			}
			if _, err := a.StopTask(deadline(t), &pb.StopTaskRequest{TaskId: x.GetId(), Signal: c.signal, Timeout: durationpb.New(time.Second)}); err != nil {
				t.Fatal(err)
			}
			got := a.wait(t, x)
			if r := got.GetResult(); r.GetExitCode() != c.exit || r.GetSignal() != c.ended || got.GetErr() != "" {
				t.Errorf("%v", got)
			}
		})
	}
}

// TestLogsDisabled is a job with logs { disabled = true }: the agent gives /dev/null, and
// the task may write more than a stream may otherwise hold.
func TestLogsDisabled(t *testing.T) {
	a, dir, _ := withDaemon(t)
	const line, lines = 64 << 10, 4_200
	x := task(t, "quiet", js(fmt.Sprintf(`const line = "x".repeat(%d); let n = 0;
		(function some() {
			for (let i = 0; i < 20; i++) if (n++ < %d) console.log(line); else process.exit(2);
			setTimeout(some, 0);
		})()`, line-1, lines)))
	x.StdoutPath, x.StderrPath = os.DevNull, os.DevNull
	a.start(t, x)
	if got := a.wait(t, x); got.GetResult().GetExitCode() != 2 || got.GetErr() != "" {
		t.Errorf("%v", got)
	}
	d := dial(t, dir)
	can, err := d.GetCapabilities(deadline(t), &elide.GetCapabilitiesRequest{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := d.Execution("nomad-"+node, x.GetId()).Status(deadline(t))
	if err != nil || s.GetStdoutBytes() != line*lines {
		t.Errorf("it wrote %d bytes, not %d (%v)", s.GetStdoutBytes(), line*lines, err)
	}
	for _, l := range can.GetLimits() {
		if l.GetName() == "output_bytes" && l.GetDefaultValue() >= line*lines {
			t.Errorf("it wrote no more than the limit, %d bytes", l.GetDefaultValue())
		}
	}
}

// TestNoDaemon: a start that fails for want of a daemon may be tried again.
func TestNoDaemon(t *testing.T) {
	a := configured(t, map[string]any{"daemon_socket": filepath.Join(shortDir(t), "s")})
	_, err := a.StartTask(deadline(t), &pb.StartTaskRequest{Task: task(t, "x", js("1"))})
	if !recoverable(err) || status.Code(err) == codes.Unavailable || !strings.Contains(err.Error(), "start it with") {
		t.Errorf("%v", err)
	}
}

func TestSessionConfigChanged(t *testing.T) {
	first, dir, _ := withDaemon(t)
	first.start(t, task(t, "a", js("1")))
	a := configured(t, map[string]any{"daemon_socket": filepath.Join(dir, "s"), "session_config": map[string]any{"enabled_languages": []string{"javascript"}}})
	_, err := a.StartTask(deadline(t), &pb.StartTaskRequest{Task: task(t, "b", js("1"))})
	if err == nil || !strings.Contains(err.Error(), "configuration") {
		t.Errorf("%v", err)
	}
}
