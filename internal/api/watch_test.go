package api

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// watched is everything that a watch sent.
type watched struct {
	states      []daemonv1alpha1.ExecutionStatus
	out         [2]strings.Builder
	usage       int
	final       *daemonv1alpha1.GetExecutionStatusResponse
	afterFinal  bool
	wrongOffset error
}

func (d *daemon) watch(t *testing.T, r *daemonv1alpha1.WatchExecutionRequest) (*watched, error) {
	t.Helper()
	stream, err := d.WatchExecution(deadline(t), r)
	if err != nil {
		t.Fatal(err)
	}
	next := [2]uint64{r.GetStdoutOffset(), r.GetStderrOffset()}
	w := &watched{}
	for {
		event, err := stream.Recv()
		if err == io.EOF {
			return w, nil
		}
		if err != nil {
			return w, err
		}
		w.afterFinal = w.afterFinal || w.final != nil
		switch {
		case event.GetStatus() != nil:
			w.states = append(w.states, event.GetStatus().GetStatus())
			if event.GetStatus().GetComplete() {
				w.final = event.GetStatus()
			}
		case event.GetUsage() != nil:
			w.usage++
		default:
			c := event.GetOutput()
			i := c.GetStream() - 1
			if c.GetOffset() != next[i] {
				w.wrongOffset = fmt.Errorf("%v at %d, want %d", c.GetStream(), c.GetOffset(), next[i])
			}
			next[i] += uint64(len(c.GetData()))
			w.out[i].Write(c.GetData())
		}
	}
}

func TestWatch(t *testing.T) {
	d := serve(t, nil)
	x := d.submit(t, python("from time import sleep\nprint('one')\nsleep(0.3)\nprint('two')\nraise Exception('three')"))
	request := &daemonv1alpha1.WatchExecutionRequest{ExecutionId: x.ID(), UsageInterval: durationpb.New(100 * time.Millisecond)}
	w, err := d.watch(t, request)
	if err != nil || w.wrongOffset != nil || w.afterFinal {
		t.Fatal(err, w.wrongOffset, w.afterFinal)
	}
	if w.out[0].String() != "one\ntwo\n" || !strings.Contains(w.out[1].String(), "three") {
		t.Errorf("output %q, %q", w.out[0].String(), w.out[1].String())
	}
	if w.usage == 0 || w.final.GetStopReason() != daemonv1alpha1.StopReason_STOP_REASON_UNCAUGHT_ERROR || w.final.GetStdoutBytes() != 8 {
		t.Errorf("usage %d, final %v", w.usage, w.final)
	}
	if !slices.IsSorted(w.states) {
		t.Errorf("states %v", w.states)
	}
	again, err := d.watch(t, &daemonv1alpha1.WatchExecutionRequest{ExecutionId: x.ID(), StdoutOffset: 5, StderrOffset: w.final.GetStderrBytes()})
	if err != nil || again.out[0].String() != "wo\n" || again.out[1].Len() != 0 || again.final == nil {
		t.Errorf("resumed: %+v, %v", again, err)
	}
	for field, r := range map[string]*daemonv1alpha1.WatchExecutionRequest{
		"stdout_offset":  {ExecutionId: x.ID(), StdoutOffset: 100},
		"usage_interval": {ExecutionId: x.ID(), UsageInterval: durationpb.New(0)},
		"execution_id":   {},
	} {
		if _, err := d.watch(t, r); violation(err) != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	_, err = d.watch(t, &daemonv1alpha1.WatchExecutionRequest{ExecutionId: "none"})
	wantCode(t, err, codes.NotFound)
}

// TestWatchWithoutOutput sends status and usage alone, wherever the offsets are.
func TestWatchWithoutOutput(t *testing.T) {
	d := serve(t, nil)
	x := d.submit(t, python("from time import sleep\nprint('x' * (1 << 20))\nsleep(0.3)\nraise Exception('three')"))
	w, err := d.watch(t, &daemonv1alpha1.WatchExecutionRequest{
		ExecutionId: x.ID(), StdoutOffset: 1 << 40, UsageInterval: durationpb.New(100 * time.Millisecond), NoOutput: true,
	})
	if err != nil || w.out[0].Len() != 0 || w.out[1].Len() != 0 {
		t.Fatalf("%d and %d bytes of output, %v", w.out[0].Len(), w.out[1].Len(), err)
	}
	if w.usage == 0 || w.final.GetStdoutBytes() != 1<<20+1 || w.afterFinal {
		t.Errorf("usage %d, final %v", w.usage, w.final)
	}
}

// TestLargeOutput streams more than any buffer, and shows its end in the status.
func TestLargeOutput(t *testing.T) {
	d := serve(t, nil)
	const lines = 100_000
	x := d.submit(t, python(fmt.Sprintf("for i in range(%d): print('é' * 10, i)", lines)))
	w, err := d.watch(t, &daemonv1alpha1.WatchExecutionRequest{ExecutionId: x.ID()})
	if err != nil || w.wrongOffset != nil {
		t.Fatal(err, w.wrongOffset)
	}
	if n := strings.Count(w.out[0].String(), "\n"); n != lines || uint64(w.out[0].Len()) != w.final.GetStdoutBytes() {
		t.Errorf("%d lines", n)
	}
	got, err := d.GetExecutionStatus(deadline(t), &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: x.ID()})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(got.GetStdout()); n < statusOutput-3 || n > statusOutput || !got.GetStdoutTruncated() || got.GetStderrTruncated() ||
		!strings.HasSuffix(w.out[0].String(), got.GetStdout()) || strings.Contains(got.GetStdout(), "\uFFFD") {
		t.Errorf("%d bytes, truncated %v, begins %.10q", n, got.GetStdoutTruncated(), got.GetStdout())
	}
}

// TestSlowWatcher starts a watch that nobody reads: the program ends all the same.
func TestSlowWatcher(t *testing.T) {
	d := serve(t, nil)
	x := d.submit(t, python("from time import sleep\nsleep(0.2)\nfor i in range(500): print('x' * 10000)"))
	if _, err := d.WatchExecution(deadline(t), &daemonv1alpha1.WatchExecutionRequest{ExecutionId: x.ID()}); err != nil {
		t.Fatal(err)
	}
	if s := wait(t, x); s.State != executor.Completed || s.StdoutBytes != 500*10_001 {
		t.Errorf("status %+v", s)
	}
}

// TestDeletedUnderneath deletes a session while a call waits for a result in it
// whose output is in a file: the caller learns how it ended.
func TestDeletedUnderneath(t *testing.T) {
	d := serve(t, nil)
	if _, err := d.CreateSession(deadline(t), &daemonv1alpha1.CreateSessionRequest{SessionId: "s"}); err != nil {
		t.Fatal(err)
	}
	x := d.submit(t, &daemonv1alpha1.ExecuteSnippetRequest{
		SessionId: "s", Language: "python", Code: "from time import sleep\nfor i in range(100): print('x' * 10000)\nsleep(60)",
	})
	until(t, x, func(s executor.Status) bool { return s.StdoutBytes == 100*10_001 })
	if _, err := d.DeleteSession(deadline(t), &daemonv1alpha1.DeleteSessionRequest{SessionId: "s"}); err != nil {
		t.Fatal(err)
	}
	wait(t, x)
	out, err := withOutput(x, x.Status())
	if err != nil || out.GetStopReason() != daemonv1alpha1.StopReason_STOP_REASON_SESSION_DELETED || !out.GetStdoutTruncated() || out.GetStdout() != "" {
		t.Errorf("%v, %v", out, err)
	}
}
