package e2e

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	elide "github.com/elide-dev/elided"
	"github.com/elide-dev/elided/internal/lang"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const examplesDir = "../examples"

// An example is an entry of examples.json.
type example struct {
	File   string            `json:"file"`
	Expect string            `json:"expect"` // the expected output's name without .out; empty is File
	Args   []string          `json:"args"`
	Env    map[string]string `json:"env"`
	Stdin  string            `json:"stdin"` // a file
	Exit   int               `json:"exit_code"`
	Signal string            `json:"signal"` // sent once the program has written something
	FS     map[string]string `json:"fs"`     // directories to read by path; empty is a new one to write to
}

// A result is what every way of running an example must agree on.
type result struct {
	stdout, stderr string
	exit           int
}

func TestExamples(t *testing.T) {
	text := readFile(t, filepath.Join(examplesDir, "examples.json"))
	var all []example
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		t.Fatal(err)
	}
	scratch := t.TempDir()
	d := startDaemon(t, "--fs-root", absolute(t, examplesDir), "--fs-root", scratch)
	t.Setenv("TMPDIR", scratch) // what examples write to is below it, and the daemon's own is not
	embedded := startElide(t)
	ways := []struct {
		name string
		run  func(*testing.T, example) result
	}{
		{"cli with daemon", func(t *testing.T, x example) result { return runCLI(t, d.socket, x) }},
		{"cli without daemon", func(t *testing.T, x example) result { return runCLI(t, filepath.Join(d.dir, "none"), x) }},
		{"grpc", func(t *testing.T, x example) result { return runGRPC(t, d.in(t), x) }},
		{"package", func(t *testing.T, x example) result { return runElide(t, embedded, x) }},
	}
	for _, x := range all {
		want := x.want(t)
		for _, way := range ways {
			t.Run(cmp.Or(x.Expect, x.File)+"/"+way.name, func(t *testing.T) {
				if got := way.run(t, x); got != want {
					t.Errorf("got exit code %d\nstdout:\n%s\nstderr:\n%s\nwant exit code %d\nstdout:\n%s\nstderr:\n%s",
						got.exit, got.stdout, got.stderr, want.exit, want.stdout, want.stderr)
				}
			})
		}
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func (x example) want(t *testing.T) result {
	t.Helper()
	base := filepath.Join(examplesDir, cmp.Or(x.Expect, x.File))
	want := result{stdout: readFile(t, base+".out"), exit: x.Exit}
	if _, err := os.Stat(base + ".err"); err == nil {
		want.stderr = readFile(t, base+".err")
	}
	return want
}

func absolute(t *testing.T, path string) string {
	t.Helper()
	abs, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return abs
}

// directories are what an example is granted.
func (x example) directories(t *testing.T) (list []elide.Directory) {
	for path, dir := range x.FS {
		d := elide.Directory{Path: path, Source: absolute(t, filepath.Join(examplesDir, dir))}
		if dir == "" {
			d.Source, d.Writable = t.TempDir(), true
		}
		list = append(list, d)
	}
	return list
}

func (x example) input(t *testing.T) string {
	if x.Stdin == "" {
		return ""
	}
	return readFile(t, filepath.Join(examplesDir, x.Stdin))
}

// runCLI runs an example as its README says.
func runCLI(t *testing.T, socket string, x example) result {
	args := []string{"run", "--socket", socket, filepath.Join(examplesDir, x.File)}
	for k, v := range x.Env {
		args = append(args, "--env", k+"="+v)
	}
	for _, d := range x.directories(t) {
		args = append(args, "--fs", d.Path+"="+d.Source+map[bool]string{true: ":rw"}[d.Writable])
	}
	cmd := exec.Command(binary, append(append(args, "--"), x.Args...)...)
	cmd.Stdin = strings.NewReader(x.input(t))
	var stderr bytes.Buffer
	stdout := &signaller{cmd: cmd, signal: x.Signal}
	cmd.Stdout, cmd.Stderr = stdout, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return result{stdout.buf.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// A signaller takes a command's output and signals it at the first.
type signaller struct {
	buf    bytes.Buffer // not embedded: its ReadFrom would go past Write
	cmd    *exec.Cmd
	signal string
}

func (s *signaller) Write(p []byte) (int, error) {
	if s.signal != "" && s.buf.Len() == 0 {
		if err := s.cmd.Process.Signal(signalNumbers[s.signal]); err != nil {
			return 0, err
		}
	}
	return s.buf.Write(p)
}

var signalNumbers = map[string]syscall.Signal{"SIGTERM": syscall.SIGTERM, "SIGINT": syscall.SIGINT}

// files are the sources in an example's folder, when it has one of its own.
func (x example) files(t *testing.T) map[string]string {
	t.Helper()
	dir := filepath.Dir(x.File)
	if dir == "." {
		return nil
	}
	files := map[string]string{}
	root := os.DirFS(filepath.Join(examplesDir, dir))
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) == ".out" || name == filepath.Base(x.File) {
			return err
		}
		text, err := fs.ReadFile(root, name)
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func (x example) language() string {
	l, _ := lang.ByExtension(x.File)
	return l.Name
}

func runGRPC(t *testing.T, d *daemon, x example) result {
	r := &daemonv1alpha1.ExecuteSnippetRequest{
		Code: readFile(t, filepath.Join(examplesDir, x.File)), Language: x.language(), Name: filepath.Base(x.File),
		Args: x.Args, Env: x.Env, Stdin: []byte(x.input(t)),
	}
	for path, content := range x.files(t) {
		r.Files = append(r.Files, &daemonv1alpha1.SourceFile{Path: path, Content: content})
	}
	for _, g := range x.directories(t) {
		if r.Intrinsics == nil {
			r.Intrinsics = []*daemonv1alpha1.IntrinsicGrant{{Name: "fs"}}
		}
		r.Intrinsics[0].Directories = append(r.Intrinsics[0].Directories, &daemonv1alpha1.DirectoryGrant{Path: g.Path, Source: g.Source, Writable: g.Writable})
	}
	id := d.submit(r)
	if x.Signal != "" {
		d.printed(id, "\n")
		if _, err := d.SignalExecution(context.Background(), &daemonv1alpha1.SignalExecutionRequest{ExecutionId: id, Signal: x.Signal}); err != nil {
			t.Fatal(err)
		}
	}
	d.end(id)
	s, err := d.GetExecutionStatus(context.Background(), &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: id})
	if err != nil {
		t.Fatal(err)
	}
	return result{s.GetStdout(), s.GetStderr(), int(s.GetExitCode())}
}

func startElide(t *testing.T) *elide.Executor {
	t.Helper()
	e, err := elide.New(elide.Config{WorkerPath: binary})
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Stop(context.Background()) })
	return e
}

func runElide(t *testing.T, e *elide.Executor, x example) result {
	s, err := e.Submit(elide.Request{
		Code: readFile(t, filepath.Join(examplesDir, x.File)), Language: x.language(), Name: filepath.Base(x.File),
		Args: x.Args, Env: x.Env, Stdin: []byte(x.input(t)), Files: x.files(t), Directories: x.directories(t),
	})
	if err != nil {
		t.Fatal(err)
	}
	var got result
	err = e.Watch(context.Background(), s.Session, s.ID, func(ev elide.Event) error {
		switch {
		case ev.Status != nil:
			got.exit = ev.Status.ExitCode
		case ev.Stderr:
			got.stderr += string(ev.Data)
		default:
			got.stdout += string(ev.Data)
			if x.Signal != "" && ev.Offset == 0 {
				_, err := e.Signal(s.Session, s.ID, x.Signal)
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}
