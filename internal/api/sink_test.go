package api

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

func mkfifo(t *testing.T) (path string, reader *os.File) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "fifo")
	if err := unix.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	reader, err := os.OpenFile(path, os.O_RDONLY|unix.O_NONBLOCK, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = reader.Close() })
	return path, reader
}

// TestSinks runs a program whose output goes to FIFOs: the result comes after it.
func TestSinks(t *testing.T) {
	d := serve(t, nil)
	out, outReader := mkfifo(t)
	errs, errReader := mkfifo(t)
	ended := make(chan *daemonv1alpha1.GetExecutionStatusResponse, 1)
	go func() {
		r, err := d.RunSnippet(deadline(t), &daemonv1alpha1.RunSnippetRequest{Snippet: &daemonv1alpha1.ExecuteSnippetRequest{
			ExecutionId: "x", Language: "js", Code: "console.log('out'); console.error('err')", StdoutSink: out, StderrSink: errs,
		}})
		if err != nil {
			t.Error(err)
		}
		ended <- r.GetResult()
	}()
	eventually(t, "the end of the program", func() bool {
		s, err := d.GetExecutionStatus(deadline(t), &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: "x"})
		return err == nil && s.GetComplete() && !s.GetDelivered()
	})
	select {
	case r := <-ended:
		t.Errorf("ended before its output was read: %v", r)
	default:
	}
	for want, r := range map[string]*os.File{"out\n": outReader, "err\n": errReader} {
		b := make([]byte, len(want))
		if _, err := io.ReadFull(r, b); err != nil || string(b) != want {
			t.Errorf("%q, %v; want %q", b, err, want)
		}
	}
	if r := <-ended; !r.GetComplete() || !r.GetDelivered() || r.GetStdout() != "out\n" || r.GetStderr() != "err\n" {
		t.Errorf("result %v", r)
	}
	w, err := d.WatchExecution(deadline(t), &daemonv1alpha1.WatchExecutionRequest{ExecutionId: "x"})
	if err != nil {
		t.Fatal(err)
	}
	var last *daemonv1alpha1.WatchExecutionResponse
	for {
		event, err := w.Recv()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		last = event
	}
	if !last.GetStatus().GetDelivered() {
		t.Errorf("the last event is %v", last)
	}
	if s := d.run(t, python("print(1)")); !s.GetDelivered() {
		t.Errorf("without sinks: %v", s)
	}
}

// TestSinkNeedsItsOwner: another user can't have the daemon open a path, and learns
// nothing of what is there.
func TestSinkNeedsItsOwner(t *testing.T) {
	d, _ := open(t, Access{}, slog.LevelError, nil)
	a := d.as(t, alice)
	path, _ := mkfifo(t)
	var texts []string
	for _, p := range []string{path, "/nothing/there", "/etc/shadow", "relative"} {
		_, err := a.ExecuteSnippet(deadline(t), &daemonv1alpha1.ExecuteSnippetRequest{Language: "python", StderrSink: p})
		wantCode(t, err, codes.PermissionDenied)
		texts = append(texts, status.Convert(err).Message())
	}
	for _, text := range texts {
		if text != texts[0] || !strings.HasPrefix(text, "stderr_sink: ") {
			t.Errorf("%q, and of another path %q", text, texts[0])
		}
	}
	_, err := d.ExecuteSnippet(deadline(t), &daemonv1alpha1.ExecuteSnippetRequest{Language: "python", StdoutSink: "/nothing/there"})
	wantCode(t, err, codes.NotFound)
	_, err = (&service{executor: d.executor}).ExecuteSnippet(deadline(t), &daemonv1alpha1.ExecuteSnippetRequest{Language: "python", StdoutSink: path})
	wantCode(t, err, codes.PermissionDenied) // a call without a peer
}

func TestWeightAndRetain(t *testing.T) {
	d := serve(t, nil)
	r := python("print(1)")
	r.CpuWeight = 10_001
	_, err := d.ExecuteSnippet(deadline(t), r)
	wantCode(t, err, codes.InvalidArgument)
	r.CpuWeight, r.Retain, r.Isolation = 10_000, true, daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE
	if s := d.run(t, r); s.GetExitCode() != 0 {
		t.Errorf("result %v", s)
	}
}

// TestStatusOfMuchSunkOutput has the last MiB, though a sink has taken more.
func TestStatusOfMuchSunkOutput(t *testing.T) {
	d := serve(t, nil)
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := python("for i in range(30): print('x' * 99999)")
	r.StdoutSink = path
	s := d.run(t, r)
	if len(s.GetStdout()) != statusOutput || !s.GetStdoutTruncated() || s.GetStdoutBytes() != 3_000_000 {
		t.Errorf("%d bytes of %d, truncated %v", len(s.GetStdout()), s.GetStdoutBytes(), s.GetStdoutTruncated())
	}
}
