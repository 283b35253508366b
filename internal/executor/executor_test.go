package executor

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/executor/spool"
)

func TestEnds(t *testing.T) {
	e := begin(t, nil)
	for _, c := range []struct {
		name    string
		request Request
		state   State
		reason  StopReason
		code    int
		stdout  string
	}{
		{"completed", python("print('hi')"), Completed, Exited, 0, "hi\n"},
		{"exit code", python("import sys\nprint('a')\nsys.exit(7)"), Failed, Exited, 7, "a\n"},
		{"uncaught", python("print('a')\nraise Exception('oops')"), Failed, UncaughtError, 1, "a\n"},
		{"syntax", python("print('a'"), Failed, UncaughtError, 1, ""},
		{"timeout", Request{Language: "python", Code: "print('a')\nwhile True: pass", Limits: Limits{Timeout: 300 * time.Millisecond}}, Failed, Timeout, 124, "a\n"},
		{"timeout asleep", Request{Language: "starlark", Code: "print('a')\nsleep(60)", Limits: Limits{Timeout: 300 * time.Millisecond}}, Failed, Timeout, 124, "a\n"},
		{"output limit", Request{Language: "python", Code: "while True: print('x')", Limits: Limits{Output: 9}}, Failed, OutputLimit, 137, "x\nx\nx\nx\nx"},
		{"arguments", Request{Language: "starlark", Code: "print(args, env['K'])", Args: []string{"a b"}, Env: map[string]string{"K": "v"}}, Completed, Exited, 0, "[\"a b\"] v\n"},
	} {
		for _, exclusive := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/%v", c.name, exclusive), func(t *testing.T) {
				r := c.request
				r.Exclusive = exclusive
				x := submit(t, e, r)
				s := wait(t, x)
				if s.State != c.state || s.Reason != c.reason || s.ExitCode != c.code {
					t.Errorf("%v, %v, code %d: %s", s.State, s.Reason, s.ExitCode, s.Error)
				}
				if got := output(t, x, Stdout); got != c.stdout {
					t.Errorf("stdout %q", got)
				}
				if (s.Error != "") != (c.state == Failed) || s.Attempts != 1 || s.Started.Before(s.Created) || s.Ended.Before(s.Started) {
					t.Errorf("status %+v", s)
				}
			})
		}
	}
}

func TestRefusals(t *testing.T) {
	e := begin(t, func(c *Config) { c.MaxCode, c.MaxEnv, c.MaxInput = 100, 100, 100 })
	long := strings.Repeat("x", 101)
	for name, c := range map[string]struct {
		request Request
		kind    Kind
		field   string
	}{
		"no language":      {Request{}, Invalid, "language"},
		"unknown language": {Request{Language: "cobol"}, Invalid, "language"},
		"id with space":    {Request{Language: "py", ID: "a b"}, Invalid, "execution_id"},
		"id too long":      {Request{Language: "py", ID: strings.Repeat("x", 257)}, Invalid, "execution_id"},
		"session id":       {Request{Language: "py", Session: "é"}, Invalid, "session_id"},
		"unknown session":  {Request{Language: "py", Session: "none"}, NotFound, ""},
		"code too long":    {python(long), Invalid, "code"},
		"code not UTF-8":   {python("\xff"), Invalid, "code"},
		"files too long":   {Request{Language: "py", Files: map[string]string{"a": long}}, Invalid, "code"},
		"file outside":     {Request{Language: "py", Files: map[string]string{"../a": ""}}, Invalid, "files"},
		"file absolute":    {Request{Language: "py", Files: map[string]string{"/a": ""}}, Invalid, "files"},
		"file unclean":     {Request{Language: "py", Files: map[string]string{"a//b": ""}}, Invalid, "files"},
		"env name":         {Request{Language: "py", Env: map[string]string{"A=B": ""}}, Invalid, "env"},
		"env too long":     {Request{Language: "py", Env: map[string]string{"A": long}}, Invalid, "env"},
		"stdin too long":   {Request{Language: "py", Stdin: []byte(long)}, Invalid, "args"},
		"name":             {Request{Language: "py", Name: "a\nb"}, Invalid, "name"},
		"directory":        {Request{Language: "py", Dir: "x"}, Invalid, "working_directory"},
		"memory":           {Request{Language: "py", Limits: Limits{Memory: 1}}, Invalid, "limits.memory_bytes"},
		"much memory":      {Request{Language: "py", Limits: Limits{Memory: 1 << 40}}, Invalid, "limits.memory_bytes"},
		"output":           {Request{Language: "py", Limits: Limits{Output: 1 << 40}}, Invalid, "limits.output_bytes"},
	} {
		_, err := e.Submit(c.request)
		t.Run(name, func(t *testing.T) { wantError(t, err, c.kind, c.field) })
	}
	_, err := e.Submit(Request{Language: "cobol"})
	if !strings.Contains(err.Error(), "javascript, typescript, python, starlark") {
		t.Errorf("doesn't list what there is: %v", err)
	}
}

// TestSecretsStayOut puts a secret into everything that may hold one and makes
// requests that are refused for it.
func TestSecretsStayOut(t *testing.T) {
	e := begin(t, func(c *Config) { c.MaxEnv = 50 })
	const secret = "hunter2"
	for _, env := range []map[string]string{{"K": secret + strings.Repeat("x", 60)}, {"K": secret + "\x00"}, {"K": secret + "\xff"}} {
		_, err := e.Submit(Request{Language: "py", Env: env})
		if err == nil || strings.Contains(err.Error(), secret) {
			t.Errorf("error %v", err)
		}
	}
}

func TestIdempotentSubmit(t *testing.T) {
	e := begin(t, nil)
	r := python("print('once')")
	r.ID, r.Env = "job/1", map[string]string{"A": "1"}
	first := submit(t, e, r)
	wait(t, first)
	if again := submit(t, e, r); again != first {
		t.Error("the same request made another execution")
	}
	r.Env = map[string]string{"A": "2"}
	_, err := e.Submit(r)
	wantError(t, err, AlreadyExists, "execution_id")
	r.Session = "other"
	if _, err := e.CreateSession(Caller{}, "other", SessionConfig{}); err != nil {
		t.Fatal(err)
	}
	wait(t, submit(t, e, r)) // ids are a session's own
}

func TestCancel(t *testing.T) {
	e := begin(t, nil)
	for _, code := range []string{"print(1)\nwhile True: pass", "from time import sleep\nprint(1)\nsleep(60)"} {
		x := submit(t, e, python(code))
		neighbour := submit(t, e, python("from time import sleep\nfor i in range(50):\n  print(i)\n  sleep(0.01)"))
		until(t, x, printed)
		began := time.Now()
		if ok, err := e.Cancel(Caller{}, "", x.ID(), -1); !ok || err != nil {
			t.Fatal(ok, err)
		}
		s := wait(t, x)
		if took := time.Since(began); took > time.Second {
			t.Errorf("ended after %v", took)
		}
		if s.State != Cancelled || s.Reason != CancelledByClient || s.ExitCode != 143 || s.Error != "" || output(t, x, Stdout) != "1\n" {
			t.Errorf("status %+v", s)
		}
		if ok, err := e.Cancel(Caller{}, "", x.ID(), -1); ok || err != nil {
			t.Errorf("cancelled twice: %v, %v", ok, err)
		}
		if s := wait(t, neighbour); s.State != Completed || strings.Count(output(t, neighbour, Stdout), "\n") != 50 {
			t.Errorf("neighbour %+v", s)
		}
	}
	_, err := e.Cancel(Caller{}, "", "none", -1)
	wantError(t, err, NotFound, "")
}

func TestSignals(t *testing.T) {
	e := begin(t, nil)
	x := submit(t, e, Request{Language: "js", Code: "console.log(1); setInterval(() => {}, 1000)"})
	until(t, x, printed)
	_, err := e.Signal(Caller{}, "", x.ID(), "SIGNOPE", -1)
	wantError(t, err, Invalid, "signal")
	if ok, err := e.Signal(Caller{}, "", x.ID(), "winch", -1); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if ok, err := e.Signal(Caller{}, "", x.ID(), "INT", -1); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if s := wait(t, x); s.State != Cancelled || s.Reason != Signalled || s.ExitCode != 130 {
		t.Errorf("status %+v", s)
	}
	y := submit(t, e, python("print(1)\nwhile True: pass"))
	until(t, y, printed)
	if _, err := e.Signal(Caller{}, "", y.ID(), "SIGKILL", -1); err != nil {
		t.Fatal(err)
	}
	if s := wait(t, y); s.Reason != Signalled || s.ExitCode != 137 {
		t.Errorf("status %+v", s)
	}
}

// TestSignalsOfPython are exceptions where they end a program.
func TestSignalsOfPython(t *testing.T) {
	e := begin(t, nil)
	for _, c := range []struct {
		signal string
		state  State
		reason StopReason
		code   int
	}{
		{"TERM", Failed, Exited, 143},
		{"INT", Failed, UncaughtError, 130},
		{"USR1", Cancelled, Signalled, 138},
	} {
		x := submit(t, e, python("from time import sleep\nprint(1)\nsleep(60)"))
		until(t, x, printed)
		if ok, err := e.Signal(Caller{}, "", x.ID(), c.signal, -1); !ok || err != nil {
			t.Fatal(ok, err)
		}
		if s := wait(t, x); s.State != c.state || s.Reason != c.reason || s.ExitCode != c.code {
			t.Errorf("%s: status %+v", c.signal, s)
		}
	}
}

func TestQueue(t *testing.T) {
	e := begin(t, func(c *Config) { c.MaxRunning, c.MaxQueued = 1, 2 })
	running := submit(t, e, python("from time import sleep\nprint(1)\nsleep(60)"))
	until(t, running, printed)
	first, second := submit(t, e, python("print('first')")), submit(t, e, python("print('second')"))
	if s := first.Status(); s.State != Queued || s.Attempts != 0 {
		t.Errorf("status %+v", s)
	}
	_, err := e.Submit(python(""))
	wantError(t, err, Exhausted, "")
	var full *Error
	if errors.As(err, &full); full.RetryAfter <= 0 {
		t.Error("no time to try again after")
	}
	if ok, err := e.Cancel(Caller{}, "", second.ID(), -1); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if s := wait(t, second); s.State != Cancelled || !s.Started.IsZero() {
		t.Errorf("cancelled in the queue: %+v", s)
	}
	if _, err := e.Cancel(Caller{}, "", running.ID(), 0); err != nil {
		t.Fatal(err)
	}
	if s := wait(t, first); s.State != Completed {
		t.Errorf("status %+v", s)
	}
	// An end is told before it is counted.
	for deadline := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		s := e.Stats()
		if s.Queued == 0 && s.Running == 0 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("stats %+v", s)
		}
	}
}

// TestSignalWhileQueued was lost once, and reported as delivered.
func TestSignalWhileQueued(t *testing.T) {
	e := begin(t, func(c *Config) { c.MaxRunning = 1 })
	until(t, submit(t, e, python("from time import sleep\nprint(1)\nsleep(60)")), printed)
	x := submit(t, e, python("print(1)"))
	if ok, err := e.Signal(Caller{}, "", x.ID(), "SIGWINCH", -1); !ok || err != nil || x.finished() {
		t.Errorf("SIGWINCH: %v, %v, %+v", ok, err, x.Status())
	}
	if ok, err := e.Signal(Caller{}, "", x.ID(), "SIGINT", -1); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if s := wait(t, x); s.State != Cancelled || s.Reason != Signalled || s.ExitCode != 130 {
		t.Errorf("status %+v", s)
	}
}

// TestManyAtOnce runs 200 executions at once, each with its own output.
func TestManyAtOnce(t *testing.T) {
	e := begin(t, nil)
	var all sync.WaitGroup
	for i := range 200 {
		all.Go(func() {
			x, err := e.Submit(python(fmt.Sprintf("for i in range(20): print(%d, i)", i)))
			if err != nil {
				t.Error(err)
				return
			}
			<-x.Done()
			var want strings.Builder
			for j := range 20 {
				fmt.Fprintln(&want, i, j)
			}
			if got := output(t, x, Stdout); got != want.String() {
				t.Errorf("execution %d: %q", i, got)
			}
		})
	}
	all.Wait()
}

func TestSessions(t *testing.T) {
	e := begin(t, nil)
	s, err := e.CreateSession(Caller{}, "", SessionConfig{Languages: []string{"PY"}})
	if err != nil || s.ID == "" {
		t.Fatal(s, err)
	}
	_, err = e.Submit(Request{Session: s.ID, Language: "js"})
	wantError(t, err, FailedPrecondition, "language")
	if again, err := e.CreateSession(Caller{}, s.ID, SessionConfig{Languages: []string{"python"}}); err != nil || again.Created != s.Created {
		t.Errorf("again: %+v, %v", again, err)
	}
	_, err = e.CreateSession(Caller{}, s.ID, SessionConfig{})
	wantError(t, err, AlreadyExists, "session_id")
	_, err = e.CreateSession(Caller{}, "x", SessionConfig{AI: true})
	wantError(t, err, FailedPrecondition, "config.enable_ai")
	_, err = e.CreateSession(Caller{}, "x", SessionConfig{Languages: []string{"cobol"}})
	wantError(t, err, Invalid, "config.enabled_languages")
	_, err = e.CreateSession(Caller{}, "x", SessionConfig{Intrinsics: []string{"net"}})
	wantError(t, err, Invalid, "config.enabled_intrinsics")

	r := python("print(1)\nwhile True: pass")
	r.Session = s.ID
	x := submit(t, e, r)
	until(t, x, printed)
	if err := e.DeleteSession(Caller{}, s.ID); err != nil {
		t.Fatal(err)
	}
	if got := wait(t, x); got.State != Cancelled || got.Reason != SessionDeleted {
		t.Errorf("status %+v", got)
	}
	_, err = e.Execution(Caller{}, s.ID, x.ID())
	wantError(t, err, NotFound, "")
	wantError(t, e.DeleteSession(Caller{}, s.ID), NotFound, "")
	wantError(t, e.DeleteSession(Caller{}, DefaultSession), FailedPrecondition, "session_id")
	if list := e.Sessions(Caller{}); len(list) != 1 || list[0].ID != DefaultSession {
		t.Errorf("sessions %+v", list)
	}
}

// TestWatch follows an execution from two offsets while it runs.
func TestWatch(t *testing.T) {
	e := begin(t, nil)
	x := submit(t, e, python("for i in range(3000): print('x' * 99)\nraise SystemExit(3)"))
	const size = 3000 * 100
	follow := func(from uint64) error {
		next, last := from, Queued
		err := x.Watch(context.Background(), WatchOptions{StdoutOffset: from}, func(ev Event) error {
			switch {
			case ev.Status != nil:
				if last.Final() {
					t.Error("an event after the final one")
				}
				last = ev.Status.State
			case ev.Offset != next:
				t.Errorf("offset %d, expected %d", ev.Offset, next)
			default:
				next += uint64(len(ev.Data))
			}
			return nil
		})
		if next != size || last != Failed {
			t.Errorf("from %d: ended at %d in state %v", from, next, last)
		}
		return err
	}
	if err := follow(0); err != nil {
		t.Error(err)
	}
	if err := follow(spool.MemoryLimit - 10); err != nil {
		t.Error(err)
	}
	wantError(t, follow2(x, size+1), Invalid, "stdout_offset")
}

func follow2(x *Execution, from uint64) error {
	return x.Watch(context.Background(), WatchOptions{StdoutOffset: from}, func(Event) error { return nil })
}

// TestStop has work running and queued: all of it gets a final status, and
// nothing is accepted any more.
func TestStop(t *testing.T) {
	e := begin(t, func(c *Config) { c.MaxRunning, c.DrainTimeout = 2, 300*time.Millisecond })
	short := submit(t, e, python("from time import sleep\nprint(1)\nsleep(0.1)"))
	long := submit(t, e, python("print(1)\nwhile True: pass"))
	waiting := submit(t, e, python("print(1)"))
	until(t, long, printed)
	until(t, short, printed)
	e.Stop(context.Background())
	if s := short.Status(); s.State != Completed {
		t.Errorf("short: %+v", s)
	}
	if s := long.Status(); s.State != Cancelled || s.Reason != Shutdown || s.ExitCode != 143 {
		t.Errorf("long: %+v", s)
	}
	if s := waiting.Status(); s.State != Cancelled || s.Reason != Shutdown {
		t.Errorf("waiting: %+v", s)
	}
	_, err := e.Submit(python(""))
	wantError(t, err, Unavailable, "")
}
