package executor

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// fifo makes one.
func fifo(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "fifo")
	if err := unix.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// reader opens a FIFO's end for reading without waiting for a writer. Its reads fail
// after a while.
func reader(t *testing.T, path string) *os.File {
	t.Helper()
	r, err := os.OpenFile(path, os.O_RDONLY|unix.O_NONBLOCK, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	if err := r.SetReadDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	return r
}

// read takes n bytes.
func read(t *testing.T, r io.Reader, n int) string {
	t.Helper()
	b := make([]byte, n)
	if got, err := io.ReadFull(r, b); err != nil {
		t.Fatalf("%d bytes of %d: %v", got, n, err)
	}
	return string(b)
}

// numbered is a program that prints lines of 10 bytes, each its number; hundreds of them.
func numbered(lines int) string {
	return fmt.Sprintf("for i in range(0, %d, 100): print('\\n'.join([str(1000000000 + j)[1:] for j in range(i, i + 100)]))", lines)
}

func isNumbered(t *testing.T, text string, lines int) {
	t.Helper()
	for i := range lines {
		want := fmt.Sprintf("%09d\n", i)
		if at := i * 10; len(text) < at+10 || text[at:at+10] != want {
			t.Fatalf("line %d of %d bytes is %.20q, want %q", i, len(text), text[min(at, len(text)):], want)
		}
	}
	if len(text) != lines*10 {
		t.Fatalf("%d bytes, want %d", len(text), lines*10)
	}
}

func delivered(t *testing.T, x *Execution) Status {
	t.Helper()
	select {
	case <-x.Delivered():
	case <-time.After(patience):
		t.Fatalf("not delivered: %+v", x.Status())
	}
	s := x.Status()
	if !s.Delivered || !s.State.Final() {
		t.Errorf("status %+v", s)
	}
	return s
}

func withSinks(code, stdout, stderr string) Request {
	r := python(code)
	r.StdoutSink, r.StderrSink = stdout, stderr
	return r
}

// TestSinkTakesEveryByte has 10 MB go through a FIFO, and sees its end.
func TestSinkTakesEveryByte(t *testing.T) {
	e := begin(t, nil)
	path := fifo(t)
	in := reader(t, path)
	const lines = 1_000_000
	x := submit(t, e, withSinks(numbered(lines), path, ""))
	got := read(t, in, lines*10)
	if s := delivered(t, x); s.State != Completed || s.StdoutBytes != lines*10 {
		t.Errorf("status %+v", s)
	}
	isNumbered(t, got, lines)
	if n, err := in.Read(make([]byte, 1)); n != 0 || err != io.EOF {
		t.Errorf("after the end: %d bytes, %v", n, err)
	}
	if start := x.OutputStart(Stdout); start != lines*10-sinkTail {
		t.Errorf("the record begins at %d", start)
	}
	if _, err := x.ReadOutput(Stdout, make([]byte, 1), 5); err != ErrDropped {
		t.Errorf("what was dropped: %v", err)
	}
	last := make([]byte, 10)
	if n, err := x.ReadOutput(Stdout, last, lines*10-10); n != 10 || err != nil || string(last) != "000999999\n" {
		t.Errorf("%q, %d, %v", last, n, err)
	}
}

// TestSinksOfBothStreams go to two files, a FIFO that has bytes already, or one file.
func TestSinksOfBothStreams(t *testing.T) {
	e := begin(t, nil)
	const code = "console.log('out'); console.error('err')"
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one"), filepath.Join(dir, "two")
	for _, p := range []string{one, two} {
		if err := os.WriteFile(p, []byte("before\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	delivered(t, submit(t, e, Request{Language: "js", Code: code, StdoutSink: one, StderrSink: two}))
	delivered(t, submit(t, e, Request{Language: "js", Code: "console.log('again')", StdoutSink: one, StderrSink: one}))
	for path, want := range map[string]string{one: "before\nout\nagain\n", two: "before\nerr\n"} {
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%q, %v; want %q", got, err, want)
		}
	}
	path := fifo(t)
	in := reader(t, path)
	x := submit(t, e, Request{Language: "js", Code: code, StdoutSink: path, StderrSink: path})
	got := read(t, in, len("out\nerr\n"))
	delivered(t, x)
	if !strings.Contains(got, "out\n") || !strings.Contains(got, "err\n") {
		t.Errorf("%q", got)
	}
}

// TestSinkWithoutReaders keeps what its readers left when they vanished, and waits for
// others while it is full.
func TestSinkWithoutReaders(t *testing.T) {
	e := begin(t, nil)
	path := fifo(t)
	const lines = 30_000 // more than a FIFO holds
	x := submit(t, e, withSinks(numbered(lines)+"\nimport time\ntime.sleep(60)", path, ""))
	var got strings.Builder
	for _, n := range []int{7, 1_000, 130_003} { // each of another reader
		r := reader(t, path)
		got.WriteString(read(t, r, n))
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	until(t, x, func(s Status) bool { return s.StdoutBytes == lines*10 }) // the program was not held up
	got.WriteString(read(t, reader(t, path), lines*10-got.Len()))
	isNumbered(t, got.String(), lines)
	if _, err := e.Cancel(Caller{}, "", x.ID(), 0); err != nil {
		t.Fatal(err)
	}
	if s := delivered(t, x); s.Reason != CancelledByClient {
		t.Errorf("status %+v", s)
	}
}

// TestSinkBeyondTheOutputLimit: what was taken doesn't count, nor does it stay on disk.
func TestSinkBeyondTheOutputLimit(t *testing.T) {
	e := begin(t, nil)
	const limit, pieces, piece = 4 << 20, 64, 256 << 10
	code := fmt.Sprintf("from time import sleep\nfor i in range(%d):\n  print('x' * %d)\n  sleep(0.02)", pieces, piece-1)
	path := fifo(t)
	in := reader(t, path)
	r := withSinks(code, path, "")
	r.Limits.Output = limit
	x := submit(t, e, r)
	read(t, in, pieces*piece)
	if s := delivered(t, x); s.State != Completed || s.StdoutBytes != pieces*piece {
		t.Errorf("status %+v", s)
	}
	var is unix.Stat_t
	if err := unix.Stat(filepath.Join(e.spoolDir, "1.out"), &is); err != nil {
		t.Fatal(err)
	}
	if used := is.Blocks * 512; used > sinkTail+(512<<10) {
		t.Errorf("%d bytes on disk", used)
	}
	// A stream without a sink is limited all the same, and one whose sink nobody reads.
	for name, r := range map[string]Request{
		"no sink":   withSinks("for i in range(100): print('x' * 9)", "", fifo(t)),
		"no reader": withSinks("for i in range(30000): print('x' * 9)", fifo(t), ""),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r.Limits.Output = 500
			if name == "no reader" {
				r.Limits.Output = 200_000
			}
			x := submit(t, e, r)
			s := wait(t, x)
			if s.Reason != OutputLimit || s.ExitCode != 137 || s.StdoutBytes != r.Limits.Output || !strings.Contains(s.Error, "sink") {
				t.Errorf("%v, code %d, %d bytes: %s", s.Reason, s.ExitCode, s.StdoutBytes, s.Error)
			}
		})
	}
}

// TestWatchOfDroppedOutput begins where the record does, and goes on without a gap.
func TestWatchOfDroppedOutput(t *testing.T) {
	e := begin(t, nil)
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	x := submit(t, e, withSinks(numbered(300_000), path, ""))
	delivered(t, x)
	var got []byte
	first := uint64(0)
	err := x.Watch(context.Background(), WatchOptions{}, func(ev Event) error {
		if len(ev.Data) > 0 && got == nil {
			first = ev.Offset
		}
		if len(ev.Data) > 0 && ev.Offset != first+uint64(len(got)) {
			t.Errorf("at %d, expected %d", ev.Offset, first+uint64(len(got)))
		}
		got = append(got, ev.Data...)
		return nil
	})
	whole, err2 := os.ReadFile(path)
	if err != nil || err2 != nil || first != 3_000_000-sinkTail || sha256.Sum256(got) != sha256.Sum256(whole[first:]) {
		t.Errorf("%v, %v: %d bytes from %d", err, err2, len(got), first)
	}
	isNumbered(t, string(whole), 300_000)
}
