package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	pb "github.com/hashicorp/nomad/plugins/drivers/proto"
	"google.golang.org/protobuf/types/known/durationpb"
)

// fifos are the pipes that an agent makes for a task, with a reader each.
func fifos(t *testing.T, x *pb.TaskConfig) (stdout, stderr *os.File) {
	t.Helper()
	return fifosIn(t, x, t.TempDir())
}

func fifosIn(t *testing.T, x *pb.TaskConfig, dir string) (stdout, stderr *os.File) {
	t.Helper()
	x.StdoutPath, x.StderrPath = filepath.Join(dir, ".t.stdout.fifo"), filepath.Join(dir, ".t.stderr.fifo")
	open := func(path string) *os.File {
		if err := syscall.Mkfifo(path, 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := os.OpenFile(path, os.O_RDWR|syscall.O_NONBLOCK, 0)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Close() })
		return f
	}
	return open(x.StdoutPath), open(x.StderrPath)
}

// readAll reads a pipe until it has no more, when the writer is known to be done.
func readAll(t *testing.T, f *os.File, want string) {
	t.Helper()
	if err := f.SetReadDeadline(time.Now().Add(testPatience)); err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	buf := make([]byte, 4096)
	for got.Len() < len(want) {
		n, err := f.Read(buf)
		got.Write(buf[:n])
		if err != nil {
			break
		}
	}
	if got.String() != want {
		t.Errorf("%q, not %q", got.String(), want)
	}
}

// TestSinks: when WaitTask returns, all output is in the pipes, plugin or no plugin.
func TestSinks(t *testing.T) {
	a, dir, _ := withDaemon(t)
	x := task(t, "sinks", js("console.log('one'); console.error('two'); setTimeout(() => console.log('three'), 500)"))
	stdout, stderr := fifos(t, x)
	h := a.start(t, x)
	a.plugin.Kill()
	readAll(t, stdout, "one\nthree\n")
	readAll(t, stderr, "two\n")
	again := configured(t, map[string]any{"daemon_socket": filepath.Join(dir, "s")})
	if _, err := again.RecoverTask(deadline(t), &pb.RecoverTaskRequest{TaskId: x.GetId(), Handle: h}); err != nil {
		t.Fatal(err)
	}
	if got := again.wait(t, x); got.GetResult().GetExitCode() != 0 {
		t.Errorf("%v", got)
	}
}

// TestSinkRefused: a task without its log fails at its start.
func TestSinkRefused(t *testing.T) {
	a, _, _ := withDaemon(t)
	x := task(t, "missing", js("1"))
	x.StdoutPath = filepath.Join(t.TempDir(), "none", "fifo")
	if _, err := a.StartTask(deadline(t), &pb.StartTaskRequest{Task: x}); err == nil {
		t.Error("it started without its log")
	}
}

// TestUnprivilegedDaemon is given the pipes, where it can reach them; where not, the
// refusal says what to open.
func TestUnprivilegedDaemon(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root gives files away")
	}
	const user = 65_534
	dir := shortDir(t)
	binary := filepath.Join(dir, "elided")
	text, err := os.ReadFile(elided)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{os.Chmod(dir, 0o755), os.Chown(dir, user, user), os.WriteFile(binary, text, 0o755)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	serveAs(t, dir, binary, user)
	a := configured(t, map[string]any{"daemon_socket": filepath.Join(dir, "s")})
	x := task(t, "given", js("console.log('one'); console.error('two')"))
	stdout, stderr := fifosIn(t, x, dir)
	a.start(t, x)
	readAll(t, stdout, "one\n")
	readAll(t, stderr, "two\n")
	if got := a.wait(t, x); got.GetResult().GetExitCode() != 0 {
		t.Errorf("%v", got)
	}
	shut := filepath.Join(dir, "shut")
	if err := os.Mkdir(shut, 0o700); err != nil {
		t.Fatal(err)
	}
	y := task(t, "shut", js("1"))
	fifosIn(t, y, shut)
	_, err = a.StartTask(deadline(t), &pb.StartTaskRequest{Task: y})
	if err == nil || !strings.Contains(err.Error(), "setfacl -m u:65534:x") || !strings.Contains(err.Error(), shut) || strings.Contains(err.Error(), "chmod") {
		t.Errorf("%v", err)
	}
	for _, err := range []error{os.Chown(shut, 0, user), os.Chmod(shut, 0o710)} { // which its group may cross
		if err != nil {
			t.Fatal(err)
		}
	}
	a.start(t, y)
	z := task(t, "other", job{"code": "1", "language": "js", "intrinsics": []string{"gpu"}})
	z.StdoutPath, z.StderrPath = y.GetStdoutPath(), y.GetStderrPath()
	if _, err := a.StartTask(deadline(t), &pb.StartTaskRequest{Task: z}); err == nil || strings.Contains(err.Error(), "setfacl") {
		t.Errorf("another error is said to be the directory's: %v", err)
	}
}

func TestExec(t *testing.T) {
	a, _, _ := withDaemon(t)
	x := task(t, "exec", js("globalThis.state = {n: 41}; setInterval(() => {}, 1000)"))
	a.start(t, x)
	eventually(t, "a running task", func() bool {
		i, err := a.InspectTask(deadline(t), &pb.InspectTaskRequest{TaskId: x.GetId()})
		return err == nil && i.GetTask().GetStartedAt() != nil
	})
	for name, c := range map[string]struct {
		command        []string
		stdout, stderr string
		code           int32
	}{
		"value":  {[]string{"JSON.stringify(state)"}, "{\"n\":41}\n", "", 0},
		"words":  {[]string{"state.n", "+", "1"}, "42\n", "", 0},
		"throws": {[]string{"nothing.at.all"}, "", "nothing", 1},
		"cut":    {[]string{"'x'.repeat(70000)"}, strings.Repeat("x", 64<<10) + "\n", "cut short", 0},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := a.ExecTask(deadline(t), &pb.ExecTaskRequest{TaskId: x.GetId(), Command: c.command, Timeout: durationpb.New(2 * time.Minute)})
			if err != nil || string(r.GetStdout()) != c.stdout || !strings.Contains(string(r.GetStderr()), c.stderr) || r.GetResult().GetExitCode() != c.code {
				t.Errorf("%v, %v", r, err)
			}
		})
	}
	for _, c := range []struct {
		terminal       bool
		expression     string
		stdout, stderr string
	}{
		{false, "state.n", "41\n", ""},
		{false, "'a\\nb'", "a\nb\n", ""},
		{true, "'a\\nb'", "a\r\nb\r\n", ""},
		{true, "'x'.repeat(70000)", strings.Repeat("x", 64<<10) + "\r\n", "the value is cut short\r\n"},
	} {
		if stdout, stderr, code := execStreaming(t, a, x.GetId(), c.terminal, c.expression); stdout != c.stdout || stderr != c.stderr || code != 0 {
			t.Errorf("%s: %q, %q, %d", c.expression, stdout, stderr, code)
		}
	}
}

// TestExecWaits: what takes longer than the daemon's default of 5 s has its value all the
// same, for who can't say how long to wait.
func TestExecWaits(t *testing.T) {
	a, _, _ := withDaemon(t)
	x := task(t, "slow", js("setInterval(() => {}, 1000)"))
	a.start(t, x)
	const slow = "(() => { const end = Date.now() + 5500; while (Date.now() < end); return 'late' })()"
	if stdout, stderr, code := execStreaming(t, a, x.GetId(), false, slow); stdout != "late\n" || code != 0 {
		t.Errorf("%q, %q, %d", stdout, stderr, code)
	}
}

// TestExecRefused asks a task that the daemon doesn't know.
func TestExecRefused(t *testing.T) {
	a, _, _ := withDaemon(t)
	out, errs, code := execStreaming(t, a, "x/y/z", false, "1")
	if out != "" || errs == "" || code != 1 {
		t.Errorf("%q, %q, %d", out, errs, code)
	}
}

func execStreaming(t *testing.T, a agent, id string, terminal bool, expression string) (stdout, stderr string, code int32) {
	t.Helper()
	s, err := a.ExecTaskStreaming(deadline(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Send(&pb.ExecTaskStreamingRequest{Setup: &pb.ExecTaskStreamingRequest_Setup{TaskId: id, Command: []string{expression}, Tty: terminal}}); err != nil {
		t.Fatal(err)
	}
	for {
		m, err := s.Recv()
		if err != nil {
			t.Fatal(err)
		}
		stdout += string(m.GetStdout().GetData())
		stderr += string(m.GetStderr().GetData())
		if m.GetExited() {
			return stdout, stderr, m.GetResult().GetExitCode()
		}
	}
}
