package executor

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestSinkIsReadAfterTheEnd: the status is final at the end, the last of a watch and
// the closing of the FIFO come when all is read.
func TestSinkIsReadAfterTheEnd(t *testing.T) {
	e := begin(t, nil)
	path := fifo(t)
	in := reader(t, path)
	const lines = 20_000
	x := submit(t, e, withSinks(numbered(lines), path, ""))
	if s := wait(t, x); s.Delivered || s.State != Completed {
		t.Errorf("status %+v", s)
	}
	var all []Status
	watched := make(chan error, 1)
	go func() {
		watched <- x.Watch(context.Background(), WatchOptions{}, func(ev Event) error {
			if ev.Status != nil {
				all = append(all, *ev.Status)
			}
			return nil
		})
	}()
	got := read(t, in, lines*10-1)
	select {
	case <-x.Delivered():
		t.Fatal("delivered with a byte unread")
	case err := <-watched:
		t.Fatalf("the watch ended before the last byte: %v", err)
	case <-time.After(20 * sinkLook):
	}
	got += read(t, in, 1)
	isNumbered(t, got, lines)
	delivered(t, x)
	if err := <-watched; err != nil {
		t.Error(err)
	}
	if len(all) != 1 || !all[0].Delivered || all[0].State != Completed {
		t.Errorf("statuses %+v", all)
	}
}

// TestSinkNobodyReads is given up 5 s after the end: what it has not taken is in the
// record.
func TestSinkNobodyReads(t *testing.T) {
	var log bytes.Buffer
	var mu sync.Mutex
	e := begin(t, func(c *Config) { c.Log = slog.New(slog.NewTextHandler(locked{&log, &mu}, nil)) })
	path := fifo(t)
	x := submit(t, e, withSinks(numbered(20_000), path, ""))
	wait(t, x)
	ended := time.Now()
	delivered(t, x)
	if took := time.Since(ended); took < sinkPatience-time.Second {
		t.Errorf("given up after %v", took)
	}
	isNumbered(t, output(t, x, Stdout), 20_000)
	mu.Lock()
	defer mu.Unlock()
	if text := log.String(); strings.Count(text, "not delivered") != 1 || !strings.Contains(text, path) || !strings.Contains(text, x.ID()) {
		t.Errorf("log %q", text)
	}
}

type locked struct {
	w  io.Writer
	mu *sync.Mutex
}

func (l locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

// TestSinkFails: a full disk costs the execution nothing but the file.
func TestSinkFails(t *testing.T) {
	e := begin(t, nil)
	x := submit(t, e, withSinks("print('kept')", fifo(t), ""))
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer func() { _ = full.Close() }()
	s := &sink{path: "/dev/full", file: full}
	wait(t, x)
	x.pour(0, s)
	if !s.failed || output(t, x, Stdout) != "kept\n" {
		t.Errorf("failed: %v, output %q", s.failed, output(t, x, Stdout))
	}
}

// TestDeleteEndsSinks deletes an execution whose sink nobody reads.
func TestDeleteEndsSinks(t *testing.T) {
	e := begin(t, nil)
	x := submit(t, e, withSinks(numbered(20_000), fifo(t), ""))
	wait(t, x)
	began := time.Now()
	if err := e.DeleteExecution(Caller{}, "", x.ID()); err != nil {
		t.Fatal(err)
	}
	delivered(t, x)
	e.delivering.Wait()
	if took := time.Since(began); took > sinkPatience/2 {
		t.Errorf("ended after %v", took)
	}
	if files, err := os.ReadDir(e.spoolDir); err != nil || len(files) > 0 || e.Stats().Kept != 0 {
		t.Errorf("left are %v, %v and %d records", files, err, e.Stats().Kept)
	}
}

// TestDeleteWhileReadersAreWaitedFor deletes an execution whose sink has taken all that
// nobody has read. Nobody wants to know of that, and the log said it.
func TestDeleteWhileReadersAreWaitedFor(t *testing.T) {
	var log bytes.Buffer
	var mu sync.Mutex
	e := begin(t, func(c *Config) { c.Log = slog.New(slog.NewTextHandler(locked{&log, &mu}, nil)) })
	x := submit(t, e, withSinks("print(1)", fifo(t), fifo(t)))
	wait(t, x)
	if x.Status().Delivered {
		t.Fatal("it is delivered")
	}
	began := time.Now()
	if err := e.DeleteExecution(Caller{}, "", x.ID()); err != nil {
		t.Fatal(err)
	}
	delivered(t, x)
	e.delivering.Wait()
	if took := time.Since(began); took > sinkPatience/2 {
		t.Errorf("ended after %v", took)
	}
	forgotten(t, e, x)
	mu.Lock()
	defer mu.Unlock()
	if text := log.String(); strings.Contains(text, "not delivered") {
		t.Errorf("log %q", text)
	}
}

// TestStopDelivers: what a program had written when the executor stopped is read.
func TestStopDelivers(t *testing.T) {
	e := begin(t, nil)
	path := fifo(t)
	in := reader(t, path)
	const lines = 20_000
	x := submit(t, e, withSinks(numbered(lines)+"\nimport time\ntime.sleep(60)", path, ""))
	until(t, x, func(s Status) bool { return s.StdoutBytes == lines*10 })
	got := make(chan string, 1)
	go func() { b, _ := io.ReadAll(in); got <- string(b) }()
	e.Stop(context.Background())
	isNumbered(t, <-got, lines)
	if s := x.Status(); s.Reason != Shutdown || !s.Delivered {
		t.Errorf("status %+v", s)
	}
}

// TestStopGivesSinksUp: a sink that nobody reads doesn't hold up the executor's end.
func TestStopGivesSinksUp(t *testing.T) {
	e := begin(t, nil)
	x := submit(t, e, withSinks(numbered(20_000)+"\nimport time\ntime.sleep(60)", fifo(t), ""))
	until(t, x, func(s Status) bool { return s.StdoutBytes == 200_000 })
	began := time.Now()
	e.Stop(context.Background())
	if took := time.Since(began); took > stopDelivery+10*time.Second || !x.Status().Delivered {
		t.Errorf("stopped after %v, status %+v", took, x.Status())
	}
}
