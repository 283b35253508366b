package executor

import (
	"context"
	"errors"
	"os"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/testbinary"
)

// elided is the plain binary that workers are started from.
var elided string

func TestMain(m *testing.M) { os.Exit(testbinary.Run(m, &elided)) }

// patience bounds every wait of these tests.
const patience = 60 * time.Second

func newConfig(t *testing.T) Config {
	t.Helper()
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	c := Config{
		StateDir: dir, WorkerCommand: []string{elided, "worker"}, WorkerEnv: []string{"ELIDED_WORKER=1"},
		Version: "test", DrainTimeout: -1, Grace: 2 * time.Second,
	}
	c.Pool.Spare = 1
	return c
}

func begin(t *testing.T, change func(*Config)) *Executor {
	t.Helper()
	c := newConfig(t)
	if change != nil {
		change(&c)
	}
	e, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		e.Stop(context.Background())
		e.Close()
	})
	return e
}

// python is a request for a program in the engine that starts fastest.
func python(code string) Request { return Request{Language: "python", Code: code} }

func submit(t *testing.T, e *Executor, r Request) *Execution {
	t.Helper()
	x, err := e.Submit(r)
	if err != nil {
		t.Fatalf("submit: %v", err)
	}
	return x
}

func wait(t *testing.T, x *Execution) Status {
	t.Helper()
	select {
	case <-x.Done():
	case <-time.After(patience):
		t.Fatalf("execution %s did not end: %+v", x.ID(), x.Status())
	}
	return x.Status()
}

func output(t *testing.T, x *Execution, s Stream) string {
	t.Helper()
	var all []byte
	buf := make([]byte, 100_000)
	for {
		n, err := x.ReadOutput(s, buf, uint64(len(all)))
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			return string(all)
		}
		all = append(all, buf[:n]...)
	}
}

// until waits for a status that satisfies ok.
func until(t *testing.T, x *Execution, ok func(Status) bool) Status {
	t.Helper()
	deadline := time.After(patience)
	for {
		changed := x.Changed()
		s := x.Status()
		if ok(s) {
			return s
		}
		select {
		case <-changed:
		case <-deadline:
			t.Fatalf("waited in vain: %+v", s)
		}
	}
}

// forgotten waits until the record of an ended execution is dropped, which happens
// behind the back of who waited for its end.
func forgotten(t *testing.T, e *Executor, x *Execution) {
	t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		if _, err := e.Execution(Caller{}, "", x.ID()); err != nil {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("execution %s is kept", x.ID())
		}
	}
}

func printed(s Status) bool { return s.StdoutBytes > 0 }

func wantError(t *testing.T, err error, kind Kind, field string) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Kind != kind || e.Field != field {
		t.Errorf("error %v, want kind %d of field %q", err, kind, field)
	}
}
