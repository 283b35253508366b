package e2e

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/encoding"
	"google.golang.org/grpc/mem"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// Marks stand in a request where a secret may be. None may be found anywhere but in
// the program that it was given to.
const (
	envMark   = "EnvMark4711"
	codeMark  = "CodeMark4711"
	stdinMark = "StdinMark4711"
	argMark   = "ArgMark4711"
	labelMark = "LabelMark4711"
	evalMark  = "EvalMark4711"
)

var marks = []string{envMark, codeMark, stdinMark, argMark, labelMark, evalMark}

// marked is a program with a mark in everything that holds one.
func marked(code string) *daemonv1alpha1.ExecuteSnippetRequest {
	return &daemonv1alpha1.ExecuteSnippetRequest{
		Language: "python", Code: "# " + codeMark + "\nprint('ready')\n" + code,
		Env: map[string]string{"TOKEN": envMark}, Args: []string{argMark}, Stdin: []byte(stdinMark),
		Labels: map[string]string{"l": labelMark},
	}
}

// noMarks fails when text holds a mark. It doesn't show the text.
func noMarks(t *testing.T, where, text string) {
	t.Helper()
	for _, mark := range marks {
		if i := strings.Index(text, mark); i >= 0 {
			t.Errorf("%s is in %s: %.80q...", mark, where, text[max(0, i-60):i])
		}
	}
}

// TestSecrets gives marks to programs that end in every way and to requests that
// are refused for every reason, and looks for them wherever they could be left.
func TestSecrets(t *testing.T) {
	d := startDaemon(t, "--log-level", "debug", "--max-running", "5", "--max-queued", "2", "--grace", "100ms",
		"--socket-mode", "0666", "--allow-uid", fmt.Sprint(os.Getuid()))
	d.refuseRequests(t)
	d.refuseExpressions(t)
	d.endPrograms(t)
	d.crashWorkers(t)
	d.refuseCaller(t)
	d.breakProtocol(t)

	for i := range 7 { // five run, two wait
		r := marked("from time import sleep\nsleep(60)")
		if i%2 == 0 {
			r.Isolation = daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE
		}
		r.ExecutionId = fmt.Sprint("held", i)
		d.submit(r)
	}
	_, err := d.run(marked("1")) // the queue is full
	wantRefusal(t, err, codes.ResourceExhausted)
	d.printed("held0", "ready")
	noMarksInProcesses(t, d.pid())
	noMarksInProcesses(t, children(t, d.pid())...)
	noMarksInFiles(t, d.dir)
	noMarks(t, "/metrics", d.metrics(t))
	d.signal(syscall.SIGTERM)
	d.signal(syscall.SIGTERM)
	if code := d.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	noMarksInFiles(t, d.dir)
	log := d.log.String()
	noMarks(t, "the log", log)
	for _, want := range []string{"msg=call ", "code=InvalidArgument", "code=Internal", "worker ended"} {
		if !strings.Contains(log, want) {
			t.Errorf("no %q in the log: the test provoked too little", want)
		}
	}
}

func wantRefusal(t *testing.T, err error, code codes.Code) {
	t.Helper()
	if status.Code(err) != code {
		t.Errorf("%v, want %v", status.Code(err), code)
	}
	noMarks(t, "an error", fmt.Sprint(err, status.Convert(err).Details()))
}

// refuseRequests has an error of each kind that a request gets.
func (d *daemon) refuseRequests(t *testing.T) {
	taken := marked("1")
	taken.ExecutionId = "taken"
	d.end(d.submit(taken))
	for name, c := range map[string]struct {
		spoil func(*daemonv1alpha1.ExecuteSnippetRequest)
		code  codes.Code
	}{
		"value in a name":  {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.Env["TOKEN="+envMark] = envMark }, codes.InvalidArgument},
		"NUL in a name":    {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.Env["TOKEN\x00"] = envMark }, codes.InvalidArgument},
		"no name":          {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.Env[""] = envMark }, codes.InvalidArgument},
		"NUL in a value":   {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.Env["T"] = envMark + "\x00" }, codes.InvalidArgument},
		"large value":      {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.Env["T"] = strings.Repeat(envMark, 100_000) }, codes.InvalidArgument},
		"large message":    {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.Env["T"] = strings.Repeat(envMark, 2_000_000) }, codes.ResourceExhausted},
		"another value":    {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.ExecutionId, r.Env["TOKEN"] = "taken", envMark+"2" }, codes.AlreadyExists},
		"unknown language": {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.Language = "cobol" }, codes.InvalidArgument},
		"unknown session":  {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.SessionId = "nowhere" }, codes.NotFound},
		"bad id":           {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.ExecutionId = "a b" }, codes.InvalidArgument},
		"large code":       {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.Code = strings.Repeat(codeMark, 400_000) }, codes.InvalidArgument},
		"large input":      {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.Stdin = []byte(strings.Repeat(stdinMark, 100_000)) }, codes.InvalidArgument},
		"bad timeout":      {func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.Timeout = &durationpb.Duration{Seconds: -1} }, codes.InvalidArgument},
	} {
		t.Run(name, func(t *testing.T) {
			r := marked("1")
			c.spoil(r)
			_, err := d.run(r)
			wantRefusal(t, err, c.code)
		})
	}
}

// refuseExpressions has expressions evaluated and refused.
func (d *daemon) refuseExpressions(t *testing.T) {
	r := marked("")
	r.Language, r.Code = "javascript", "setInterval(() => {}, 1000); console.log('ready')"
	id := d.submit(r)
	d.printed(id, "ready")
	for name, c := range map[string]struct {
		id, expression string
		code           codes.Code
	}{
		"value":        {id, "'" + evalMark + "'.length", codes.OK},
		"syntax error": {id, evalMark + " " + evalMark, codes.OK},
		"unknown id":   {"nowhere", evalMark, codes.NotFound},
		"large":        {id, strings.Repeat(evalMark, 10_000), codes.InvalidArgument},
		"deep":         {id, evalMark + strings.Repeat("(", 1_000), codes.InvalidArgument},
	} {
		_, err := d.EvalInExecution(t.Context(), &daemonv1alpha1.EvalInExecutionRequest{ExecutionId: c.id, Expression: c.expression})
		if status.Code(err) != c.code {
			t.Error(name)
		}
		wantRefusal(t, err, c.code)
	}
	_, err := d.EvalInExecution(t.Context(), &daemonv1alpha1.EvalInExecutionRequest{
		ExecutionId: id, Expression: "for (;;) '" + evalMark + "'", Timeout: durationpb.New(100 * time.Millisecond),
	})
	wantRefusal(t, err, codes.DeadlineExceeded)
	_, _ = d.CancelExecution(t.Context(), &daemonv1alpha1.CancelExecutionRequest{ExecutionId: id, Grace: durationpb.New(0)})
	d.end(id)
	_, err = d.EvalInExecution(t.Context(), &daemonv1alpha1.EvalInExecutionRequest{ExecutionId: id, Expression: evalMark})
	wantRefusal(t, err, codes.FailedPrecondition)
}

// endPrograms has programs end in the ways that need no crash.
func (d *daemon) endPrograms(t *testing.T) {
	for name, code := range map[string]string{
		"exit code": "raise SystemExit(3)", "uncaught error": "raise Exception('x')", "syntax error": "(", "timeout": "from time import sleep\nsleep(60)", "signal": "from time import sleep\nsleep(60)",
		"flood": "for i in range(100000): print('x' * 1000)",
	} {
		t.Run(name, func(t *testing.T) {
			r := marked(code)
			r.Timeout = durationpb.New(200 * time.Millisecond)
			r.Limits = &daemonv1alpha1.Limits{OutputBytes: 1 << 20}
			id := d.submit(r)
			if name == "signal" {
				_, _ = d.SignalExecution(t.Context(), &daemonv1alpha1.SignalExecutionRequest{ExecutionId: id, Signal: "SIGTERM"})
			}
			s := d.end(id)
			if s.GetExitCode() == 0 {
				t.Errorf("it did not fail: %v", s.GetStopReason())
			}
			noMarks(t, "the error", s.GetError()+s.GetErrorDetail().String())
		})
	}
}

// crashWorkers ends workers under their programs: without a word, and with all that
// Go's runtime has to say.
func (d *daemon) crashWorkers(t *testing.T) {
	for _, how := range []syscall.Signal{syscall.SIGKILL, syscall.SIGQUIT} {
		t.Run(how.String(), func(t *testing.T) {
			r := marked("while True: pass")
			r.NoRerun, r.Isolation = true, daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE
			id := d.submit(r)
			d.printed(id, "ready")
			if err := syscall.Kill(busyChild(t, d.pid()), how); err != nil {
				t.Fatal(err)
			}
			s := d.end(id)
			if s.GetExitCode() == 0 {
				t.Error("it did not fail")
			}
			noMarks(t, "the error", s.GetError()+s.GetErrorDetail().String())
		})
	}
}

// refuseCaller submits as a user that may not call. The command has the value in its
// own environment, and gives it to no other process.
func (d *daemon) refuseCaller(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Log("only root can call as another user: no refused call")
		return
	}
	for _, dir := range []string{d.dir, filepath.Dir(binary)} {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary, "submit", "--socket", d.socket, "--language", "python", "--env", "TOKEN", "-")
	cmd.Env = []string{"TOKEN=" + envMark}
	cmd.Dir = "/"
	cmd.Stdin = strings.NewReader("# " + codeMark)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "--allow-uid 65534") {
		t.Errorf("%v: %s", err, out)
	}
	noMarks(t, "the command's output", string(out))
	if !strings.Contains(d.log.String(), `level=WARN msg="call refused"`) {
		t.Error("a refused call is not in the log")
	}
}

type rawCodec struct{}

var _ encoding.CodecV2 = rawCodec{}

func (rawCodec) Marshal(v any) (mem.BufferSlice, error) {
	return mem.BufferSlice{mem.SliceBuffer(v.([]byte))}, nil
}
func (rawCodec) Unmarshal(mem.BufferSlice, any) error { return nil }
func (rawCodec) Name() string                         { return "proto" }

// breakProtocol sends a request whose end is missing.
func (d *daemon) breakProtocol(t *testing.T) {
	conn, err := grpc.NewClient("unix:"+d.socket, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	message, err := proto.Marshal(marked("1"))
	if err != nil {
		t.Fatal(err)
	}
	err = conn.Invoke(t.Context(), daemonv1alpha1.ExecutionApi_ExecuteSnippet_FullMethodName,
		message[:len(message)-3], new([]byte), grpc.ForceCodecV2(rawCodec{}))
	wantRefusal(t, err, codes.Internal)
}

func (d *daemon) metrics(t *testing.T) string {
	t.Helper()
	r, err := http.Get("http://" + d.http + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Body.Close() }()
	text, err := io.ReadAll(r.Body)
	if err != nil || !strings.Contains(string(text), "elided_executions_total") {
		t.Errorf("metrics: %v", err)
	}
	return string(text)
}

// noMarksInProcesses looks at what `ps` and /proc show of processes.
func noMarksInProcesses(t *testing.T, pids ...int) {
	t.Helper()
	if len(pids) == 0 {
		t.Error("there are no processes to look at")
	}
	for _, pid := range pids {
		for _, name := range []string{"environ", "cmdline", "comm"} {
			path := fmt.Sprintf("/proc/%d/%s", pid, name)
			text, err := os.ReadFile(path)
			if err != nil && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ESRCH) {
				t.Error(err)
			}
			noMarks(t, path, string(text))
		}
	}
}

// noMarksInFiles looks into every file below dir, and at its name.
func noMarksInFiles(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return skipGone(err)
		}
		noMarks(t, "a file name", path)
		text, err := os.ReadFile(path)
		noMarks(t, path, string(text))
		return skipGone(err)
	})
	if err != nil {
		t.Error(err)
	}
}

func skipGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// TestSecretsWithoutDaemon runs a program through the command's own daemon, whose
// workers are not started with what the command has in its environment.
func TestSecretsWithoutDaemon(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "p.py")
	if err := os.WriteFile(program, []byte("import os, time\nprint('ready', len(os.environ['TOKEN']), flush=True)\ntime.sleep(60)"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(binary, "run", "--socket", filepath.Join(dir, "none"), "--env", "TOKEN", program)
	cmd.Env = append(os.Environ(), "TOKEN="+envMark)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	line, _ := bufio.NewReader(out).ReadString('\n')
	if want := fmt.Sprintf("ready %d\n", len(envMark)); line != want {
		t.Errorf("%q, want %q", line, want)
	}
	workers := children(t, cmd.Process.Pid)
	noMarksInProcesses(t, workers...)
	_ = cmd.Process.Signal(syscall.SIGTERM)
	_ = cmd.Wait() // ended by the signal
	kill.Stop()
}
