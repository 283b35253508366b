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

	"github.com/elide-dev/elided/client"
	structspb "github.com/hashicorp/nomad/plugins/shared/structs/proto"
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

// TestBadConfig has each refusal name the job's key, and be final: a restart would
// not mend it.
func TestBadConfig(t *testing.T) {
	a, _, _ := withDaemon(t)
	for name, c := range map[string]struct {
		config job
		names  []string
	}{
		"neither":       {job{}, []string{"script", "code"}},
		"both":          {job{"script": "local/a.js", "code": "1", "language": "js"}, []string{"script", "code"}},
		"no language":   {job{"code": "1"}, []string{"language"}},
		"language":      {job{"code": "1", "language": "cobol"}, []string{"language", "cobol"}},
		"extension":     {job{"script": "local/a.txt"}, []string{"language"}},
		"dots":          {job{"script": "local/../../x.js"}, []string{"script", ".."}},
		"link":          {job{"script": "local/link.js"}, []string{"script"}},
		"pipe":          {job{"script": "local/pipe.js"}, []string{"script"}},
		"directory":     {job{"script": "local"}, []string{"script"}},
		"missing":       {job{"script": "local/none.js"}, []string{"script"}},
		"timeout":       {job{"code": "1", "language": "js", "timeout": "soon"}, []string{"timeout", "soon"}},
		"negative":      {job{"code": "1", "language": "js", "timeout": "-1s"}, []string{"timeout"}},
		"two timeouts":  {job{"code": "1", "language": "js", "timeout": "1s", "elide_opts": job{"timeout": 1}}, []string{"elide_opts.timeout"}},
		"ai":            {job{"code": "1", "language": "js", "elide_opts": job{"enable_ai": true}}, []string{"enable_ai"}},
		"isolation":     {job{"code": "1", "language": "js", "isolation": "vm"}, []string{"isolation", "vm"}},
		"intrinsic":     {job{"code": "1", "language": "js", "intrinsics": []string{"gpu"}}, []string{"intrinsic", "gpu"}},
		"fraction":      {job{"code": "1", "language": "js", "elide_opts": job{"memory_limit": 1.5}}, []string{"elide_opts.memory_limit"}},
		"little memory": {job{"code": "1", "language": "js", "elide_opts": job{"memory_limit": 1}}, []string{"memory"}},
	} {
		t.Run(name, func(t *testing.T) {
			x := task(t, "bad", c.config)
			local := filepath.Join(x.GetAllocDir(), x.GetName(), "local")
			if err := os.MkdirAll(local, 0o755); err != nil {
				t.Fatal(err)
			}
			outside := filepath.Join(t.TempDir(), "outside.js")
			for _, err := range []error{
				os.WriteFile(outside, nil, 0o644), os.WriteFile(filepath.Join(local, "a.txt"), nil, 0o644),
				os.Symlink(outside, filepath.Join(local, "link.js")), syscall.Mkfifo(filepath.Join(local, "pipe.js"), 0o600),
			} {
				if err != nil {
					t.Fatal(err)
				}
			}
			_, err := a.StartTask(deadline(t), &pb.StartTaskRequest{Task: x})
			if err == nil {
				t.Fatal("it started")
			}
			for _, word := range c.names {
				if !strings.Contains(err.Error(), word) {
					t.Errorf("no %q in %q", word, err)
				}
			}
			if recoverable(err) {
				t.Errorf("recoverable: %v", err)
			}
		})
	}
}

func recoverable(err error) bool {
	for _, d := range status.Convert(err).Details() {
		if r, ok := d.(*structspb.RecoverableError); ok && r.GetRecoverable() {
			return true
		}
	}
	return false
}

func TestMounts(t *testing.T) {
	x := task(t, "mounts", js("1"))
	x.Mounts = []*pb.Mount{{TaskPath: "/x", HostPath: "/etc"}}
	if _, err := request(x); err == nil || !strings.Contains(err.Error(), "volume_mount") {
		t.Errorf("%v", err)
	}
}

// TestScript runs a file that a template would have made, by both of its names.
func TestScript(t *testing.T) {
	a, _, _ := withDaemon(t)
	for i, script := range []string{"local/hello.py", "/local/hello.py"} {
		x := task(t, fmt.Sprint("hello", i), job{"script": script, "elide_opts": job{"memory_limit": 48, "timeout": 10}})
		local := filepath.Join(x.GetAllocDir(), x.GetName(), "local")
		if err := os.MkdirAll(local, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(local, "hello.py"), []byte("print('hello')\nexit(6)"), 0o644); err != nil {
			t.Fatal(err)
		}
		a.start(t, x)
		if got := a.wait(t, x); got.GetResult().GetExitCode() != 6 {
			t.Errorf("%s: %v", script, got)
		}
	}
}

// TestFS reaches the task's directories by the paths that Nomad gives.
func TestFS(t *testing.T) {
	a, _, _ := withDaemon(t)
	code := `const fs = require('fs'); for (const d of ['/local', '/secrets', '/alloc']) fs.writeFileSync(d + '/made', d)`
	x := task(t, "fs", job{"code": code, "language": "js", "intrinsics": []string{"fs"}})
	dirs := map[string]string{
		"/local": filepath.Join(x.GetAllocDir(), "fs", "local"), "/secrets": filepath.Join(x.GetAllocDir(), "fs", "secrets"), "/alloc": filepath.Join(x.GetAllocDir(), "alloc"),
	}
	for _, dir := range dirs {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	a.start(t, x)
	if got := a.wait(t, x); got.GetResult().GetExitCode() != 0 {
		t.Errorf("%v", got)
	}
	for path, dir := range dirs {
		if text, err := os.ReadFile(filepath.Join(dir, "made")); err != nil || string(text) != path {
			t.Errorf("%s: %q, %v", path, text, err)
		}
	}
}

// TestShare translates resources.
func TestShare(t *testing.T) {
	for name, c := range map[string]struct {
		cpu, memory, most int64
		config            job
		weight            uint32
		bytes             uint64
	}{
		"plain":      {100, 64, 0, js("1"), 100, 64 << 20},
		"memory_max": {500, 64, 96, js("1"), 500, 96 << 20},
		"unlimited":  {100, 64, -1, js("1"), 100, client.Unlimited},
		"opts below": {100, 64, -1, job{"code": "1", "language": "js", "elide_opts": job{"memory_limit": 40}}, 100, 40 << 20},
		"absurd":     {100, 64, -1, job{"code": "1", "language": "js", "elide_opts": job{"memory_limit": uint64(1) << 45}}, 100, client.Unlimited},
		"opts":       {100, 64, 0, job{"code": "1", "language": "js", "elide_opts": job{"memory_limit": 40}}, 100, 40 << 20},
		"opts above": {100, 64, 0, job{"code": "1", "language": "js", "elide_opts": job{"memory_limit": 400}}, 100, 64 << 20},
		"many cores": {90_000, 64, 0, js("1"), 10_000, 64 << 20},
		"shared":     {100, 64, 0, job{"code": "1", "language": "js", "isolation": "shared"}, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			x := task(t, "share", c.config)
			x.Resources.AllocatedResources = &pb.AllocatedTaskResources{
				Cpu: &pb.AllocatedCpuResources{CpuShares: c.cpu}, Memory: &pb.AllocatedMemoryResources{MemoryMb: c.memory, MemoryMaxMb: c.most},
			}
			r, err := request(x)
			if err != nil || r.GetCpuWeight() != c.weight || r.GetLimits().GetMemoryBytes() != c.bytes {
				t.Errorf("%v, %v", r, err)
			}
			if !r.GetNoRerun() || !r.GetRetain() || r.GetTimeout() == nil {
				t.Errorf("%v", r)
			}
			if shared := name == "shared"; shared != (r.GetGroup() == "default/job") {
				t.Errorf("group %q", r.GetGroup())
			}
		})
	}
}

// TestUnlimitedMemory starts tasks with memory_max = -1: the daemon's ceiling holds, or the
// session's.
func TestUnlimitedMemory(t *testing.T) {
	for name, config := range map[string]map[string]any{"daemon": {}, "session": {"session_config": map[string]any{"memory_limit_mb": 64}}} {
		t.Run(name, func(t *testing.T) {
			dir := shortDir(t)
			serve(t, dir)
			config["daemon_socket"] = filepath.Join(dir, "s")
			a := configured(t, config)
			x := task(t, "unlimited", js("const b = new Array(1.2e7).fill(1.5); process.exit(b.length === 1.2e7 ? 3 : 4)")) // above the default of 128 MiB
			x.Resources.AllocatedResources.Memory.MemoryMaxMb = -1
			a.start(t, x)
			if got := a.wait(t, x).GetResult(); name == "daemon" && got.GetExitCode() != 3 || name == "session" && !got.GetOomKilled() {
				t.Errorf("%v", got)
			}
		})
	}
}

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

func TestStop(t *testing.T) {
	a, _, _ := withDaemon(t)
	graceful := "process.on('%s', () => process.exit(7)); setInterval(() => {}, 1000); setTimeout(() => {}, 0)"
	for name, c := range map[string]struct {
		code, signal string
		want         int32
		ended        int32
	}{
		"default":  {fmt.Sprintf(graceful, "SIGTERM"), "", 7, 0},
		"SIGINT":   {fmt.Sprintf(graceful, "SIGINT"), "SIGINT", 7, 0},
		"unknown":  {fmt.Sprintf(graceful, "SIGTERM"), "SIGABRT", 7, 0},
		"no mercy": {"for (;;);", "SIGTERM", 143, 15},
	} {
		t.Run(name, func(t *testing.T) {
			x := task(t, strings.ReplaceAll(name, " ", ""), js(c.code))
			a.start(t, x)
			eventually(t, "a running task", func() bool {
				i, err := a.InspectTask(deadline(t), &pb.InspectTaskRequest{TaskId: x.GetId()})
				return err == nil && i.GetTask().GetStartedAt() != nil
			})
			if _, err := a.DestroyTask(deadline(t), &pb.DestroyTaskRequest{TaskId: x.GetId()}); err == nil {
				t.Error("destroyed while it ran")
			}
			if _, err := a.StopTask(deadline(t), &pb.StopTaskRequest{TaskId: x.GetId(), Signal: c.signal, Timeout: durationpb.New(time.Second)}); err != nil {
				t.Fatal(err)
			}
			got := a.wait(t, x).GetResult()
			if got.GetExitCode() != c.want && got.GetExitCode() < 128 { // the handler may not have been there yet
				t.Errorf("%v", got)
			}
		})
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
	if again := a.wait(t, x); again.GetErr() != w.r.GetErr() { // which isn't told again
		t.Errorf("%v", again)
	}
	y := task(t, "next", job{"code": "setTimeout(() => {}, 1e6)", "language": "js", "timeout": "100ms"})
	a.start(t, y)
	a.wait(t, y)
	if w.err != nil || !strings.Contains(w.r.GetErr(), "lost: elided has restarted") || w.r.GetResult().GetExitCode() == 0 {
		t.Errorf("%v", w)
	}
	e, err := events.Recv()
	if err != nil || e.GetTaskId() != x.GetId() || e.GetAllocId() != "alloc" || e.GetTaskName() != "lost" || !strings.Contains(e.GetMessage(), "lost") {
		t.Errorf("%v, %v", e, err)
	}
	if e, err := events.Recv(); err != nil || e.GetTaskId() != y.GetId() {
		t.Errorf("%v, %v", e, err)
	}
}

// TestLogsDisabled is a job with logs { disabled = true }: the agent gives /dev/null.
func TestLogsDisabled(t *testing.T) {
	a, _, _ := withDaemon(t)
	x := task(t, "quiet", js("console.log('x'); process.exit(2)"))
	x.StdoutPath, x.StderrPath = os.DevNull, os.DevNull
	a.start(t, x)
	if got := a.wait(t, x); got.GetResult().GetExitCode() != 2 {
		t.Errorf("%v", got)
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

func TestStats(t *testing.T) {
	a, _, _ := withDaemon(t)
	x := task(t, "busy", js("for (;;);"))
	a.start(t, x)
	s, err := a.TaskStats(deadline(t), &pb.TaskStatsRequest{TaskId: x.GetId(), CollectionInterval: durationpb.New(300 * time.Millisecond)})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		got, err := s.Recv()
		if err != nil {
			t.Fatal(err)
		}
		u := got.GetStats().GetAggResourceUsage()
		if u.GetCpu().GetPercent() <= 0 || u.GetCpu().GetPercent() > 150 || u.GetMemory().GetRss() < 1<<20 {
			t.Errorf("%v", u)
		}
	}
	if _, err := a.DestroyTask(deadline(t), &pb.DestroyTaskRequest{TaskId: x.GetId(), Force: true}); err != nil {
		t.Error(err)
	}
}
