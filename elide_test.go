package elide_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	elide "github.com/elide-dev/elided"
)

func begin(t *testing.T) *elide.Executor {
	t.Helper()
	e, err := elide.New(elide.Config{DrainTimeout: -1, SpareWorkers: 1})
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Stop(context.Background()) })
	return e
}

func TestRun(t *testing.T) {
	e := begin(t)
	r, err := e.Run(context.Background(), elide.Request{Language: "starlark", Code: "print('out')\neprint('err')\nexit(4)"})
	if err != nil {
		t.Fatal(err)
	}
	if string(r.Output) != "out\n" || string(r.ErrorOutput) != "err\n" || r.ExitCode != 4 || r.State != "failed" || r.Reason != "exited" {
		t.Errorf("result %+v: %q, %q", r.Status, r.Output, r.ErrorOutput)
	}
}

func TestRunPlacesErrors(t *testing.T) {
	e := begin(t)
	r, err := e.Run(context.Background(), elide.Request{Language: "starlark", Name: "job.star", Code: "x = 1\nfail('oops')"})
	if err != nil {
		t.Fatal(err)
	}
	if r.Reason != "uncaught_error" || r.File != "job.star" || r.Line != 2 || !strings.Contains(r.Error, "oops") {
		t.Errorf("status %+v", r.Status)
	}
}

// TestRunCallerLeaves ends the context of a run: the execution is cancelled when
// it has no ID of the caller's, and goes on when it has.
func TestRunCallerLeaves(t *testing.T) {
	e := begin(t)
	for _, id := range []string{"", "mine"} {
		ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
		_, err := e.Run(ctx, elide.Request{Language: "starlark", Code: "print(1)\nsleep(1)", ID: id})
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("id %q: %v", id, err)
		}
	}
	var final *elide.Status
	err := e.Watch(context.Background(), "", "mine", func(ev elide.Event) error {
		final = ev.Status
		return nil
	})
	if err != nil || final == nil || final.State != "completed" {
		t.Errorf("status %+v, %v", final, err)
	}
}

func TestRefused(t *testing.T) {
	e := begin(t)
	_, err := e.Submit(elide.Request{Language: "cobol"})
	refused, ok := elide.AsError(err)
	if !ok || refused.Field != "language" || !strings.Contains(refused.Message, "starlark") {
		t.Errorf("%v, %+v", err, refused)
	}
}

func TestCancelAndSignal(t *testing.T) {
	e := begin(t)
	for _, end := range []func(id string) (bool, error){
		func(id string) (bool, error) { return e.Cancel("", id) },
		func(id string) (bool, error) { return e.Signal("", id, "SIGINT") },
	} {
		s, err := e.Submit(elide.Request{Language: "starlark", Code: "print(1)\nsleep(60)"})
		if err != nil {
			t.Fatal(err)
		}
		if ok, err := end(s.ID); !ok || err != nil {
			t.Fatal(ok, err)
		}
		err = e.Watch(context.Background(), "", s.ID, func(ev elide.Event) error {
			if ev.Status != nil {
				s = *ev.Status
			}
			return nil
		})
		if err != nil || s.State != "cancelled" {
			t.Errorf("status %+v, %v", s, err)
		}
	}
}

// TestTemporaryStateIsRemoved looks for what a default configuration leaves.
func TestTemporaryStateIsRemoved(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	e, err := elide.New(elide.Config{DrainTimeout: -1})
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Start(); err != nil {
		t.Fatal(err)
	}
	e.Stop(context.Background())
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left %v", left)
	}
}

// TestWithoutHook runs a program that doesn't call WorkerMain: New refuses, and
// in a process started as a worker it ends the process.
func TestWithoutHook(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(self, "without-hook").CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 3 || !strings.Contains(string(out), "WorkerMain") {
		t.Errorf("%v: %s", err, out)
	}
	child := exec.Command(self, "without-hook")
	child.Env = []string{"ELIDED_WORKER=1"}
	out, err = child.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "main must call elide.WorkerMain") {
		t.Errorf("child: %v: %s", err, out)
	}
}

func TestDirectories(t *testing.T) {
	e := begin(t)
	dir := t.TempDir()
	r, err := e.Run(context.Background(), elide.Request{
		Language: "starlark", Code: `fs.write_file("/out/f", fs.read_file("/in/f") + "!")`, Exclusive: true,
		Directories: []elide.Directory{{Path: "/in", Source: "testdata"}},
	})
	if refused, ok := elide.AsError(err); !ok || refused.Field != "intrinsics[0].directories[0].source" {
		t.Errorf("a relative directory: %+v, %v", r, err)
	}
	if err := os.WriteFile(dir+"/f", []byte("text"), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err = e.Run(context.Background(), elide.Request{
		Language: "starlark", Code: `fs.write_file("/out/g", fs.read_file("/in/f") + "!")`,
		Directories: []elide.Directory{{Path: "/in", Source: dir}, {Path: "/out", Source: dir, Writable: true}},
	})
	if err != nil || r.State != "completed" {
		t.Fatalf("%+v, %v", r, err)
	}
	if text, err := os.ReadFile(dir + "/g"); string(text) != "text!" {
		t.Errorf("written %q, %v", text, err)
	}
}
