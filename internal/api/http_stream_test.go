package api

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// noisy writes two streams, with bytes that are no UTF-8, and little by little at first.
const noisy = `
from time import sleep
import sys
for i in range(20):
    sys.stdout.buffer.write(bytes(range(256)))
    sys.stdout.flush()
    sys.stderr.write("é%d\n" % i)
    sleep(0.01)
for i in range(2000): sys.stdout.buffer.write(b"%06d\xff\n" % i)
`

// outputs are what an execution has written, as gRPC has it.
func (w *web) outputs(t *testing.T, x *executor.Execution) [2]string {
	t.Helper()
	got, err := w.watch(t, &daemonv1alpha1.WatchExecutionRequest{ExecutionId: x.ID()})
	if err != nil || got.wrongOffset != nil {
		t.Fatal(err, got.wrongOffset)
	}
	return [2]string{got.out[0].String(), got.out[1].String()}
}

// A chunk is one of an execution's output in JSON.
type chunk struct {
	Stream string
	Offset uint64 `json:",string"`
	Data   []byte
}

// add takes a chunk, in its place and no other.
func (c chunk) add(t *testing.T, out *[2]string) {
	t.Helper()
	i := map[string]int{"STREAM_STDOUT": 0, "STREAM_STDERR": 1}[c.Stream]
	if c.Offset != uint64(len(out[i])) {
		t.Errorf("%s at %d, want %d", c.Stream, c.Offset, len(out[i]))
	}
	out[i] += string(c.Data)
}

// TestWatchLines has every byte of both streams in lines of JSON, and the status last.
func TestWatchLines(t *testing.T) {
	w := serveWeb(t, nil)
	x := w.submit(t, python(noisy))
	lines, _ := w.lines(t, "/v1/executions/"+x.ID()+":watch?usage_interval=0.1s")
	var out [2]string
	var last string
	for line := range lines {
		var e struct {
			Output *chunk
			Status struct{ Complete bool }
		}
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		if e.Output != nil {
			e.Output.add(t, &out)
		}
		last = compact(line)
	}
	if out != w.outputs(t, x) || !strings.Contains(last, `"complete":true`) {
		t.Errorf("%d and %d bytes, last %s", len(out[0]), len(out[1]), last)
	}
}

// TestWatchPlain has the bytes as they were written.
func TestWatchPlain(t *testing.T) {
	w := serveWeb(t, nil)
	x := w.submit(t, python(noisy))
	got := w.do(t, "GET", "/v1/executions/"+x.ID()+":watch", "", "Accept", "text/plain")
	want := w.outputs(t, x)
	if len(got.text) != len(want[0])+len(want[1]) || got.header.Get("Content-Type") != "text/plain; charset=utf-8" || !strings.HasPrefix(got.text, "\x00\x01") {
		t.Errorf("%d bytes, want %d; %v", len(got.text), len(want[0])+len(want[1]), got.header)
	}
	if got := w.do(t, "GET", "/v1/health", "", "Accept", "text/plain"); compact(got.text) == got.text || got.header.Get("Content-Type") != jsonType {
		t.Errorf("%v %s", got.header, got.text)
	}
}

// A received is an event as an EventSource has it.
type received struct{ id, kind, data string }

// receive reads events until there are no more, or f returns false.
func (w *web) receive(t *testing.T, body io.Reader, f func(received) bool) {
	t.Helper()
	var e received
	for s := bufio.NewScanner(body); s.Scan(); {
		switch name, value, _ := strings.Cut(s.Text(), ": "); name {
		case "id":
			e.id = value
		case "event":
			e.kind = value
		case "data":
			e.data = value
		case "":
			if e.kind != "" && !f(e) {
				return
			}
			e = received{id: e.id}
		}
	}
}

// TestEventsResume breaks the connection after each few events and comes again as an
// EventSource does: every byte comes once.
func TestEventsResume(t *testing.T) {
	w := serveWeb(t, nil)
	x := w.submit(t, python(noisy))
	path := "/v1/executions/" + x.ID() + ":watch?usage_interval=0.1s"
	var out [2]string
	kinds := map[string]bool{}
	id, connections := "", 0
	for ; ; connections++ {
		got := w.stream(t, path, "Accept", eventsType, "Last-Event-ID", id)
		if got.StatusCode == http.StatusNoContent {
			break
		}
		if got.StatusCode != 200 || got.Header.Get("Content-Type") != eventsType {
			t.Fatalf("%d %v", got.StatusCode, got.Header)
		}
		n := 0
		w.receive(t, got.Body, func(e received) bool {
			kinds[e.kind], id = true, e.id
			var c chunk
			if e.kind == "output" {
				if err := json.Unmarshal([]byte(e.data), &c); err != nil {
					t.Fatalf("%v: %s", err, e.data)
				}
				c.add(t, &out)
			}
			n++
			return n < 4
		})
		_ = got.Body.Close()
		if connections > 1000 {
			t.Fatal("no end")
		}
	}
	if out != w.outputs(t, x) || !strings.HasSuffix(id, finalPlace) || connections < 3 {
		t.Errorf("%d and %d bytes, last id %s, %d connections", len(out[0]), len(out[1]), id, connections)
	}
	if !kinds["status"] || !kinds["output"] || kinds["failure"] {
		t.Errorf("kinds %v", kinds)
	}
}

// TestEventsOfAll follows all executions, and gets comments while there are none.
func TestEventsOfAll(t *testing.T) {
	w := serveWeb(t, nil)
	w.door.events.alive = 5 * time.Millisecond
	got := w.stream(t, "/v1/executions:watch?all_sessions=true", "Accept", "text/html, text/event-stream;q=0.9")
	buf := make([]byte, 3)
	if _, err := io.ReadFull(got.Body, buf); err != nil || string(buf) != ":\n\n" {
		t.Fatalf("%q, %v", buf, err)
	}
	x := w.submit(t, python("1"))
	w.receive(t, got.Body, func(e received) bool {
		if e.kind != "execution" || e.id != "" || !strings.Contains(e.data, x.ID()) {
			t.Errorf("%+v", e)
		}
		return !strings.Contains(e.data, "COMPLETED")
	})
}

// TestEventsEnd tells who watches when the daemon ends.
func TestEventsEnd(t *testing.T) {
	w := serveWeb(t, nil)
	got := w.stream(t, "/v1/executions:watch", "Accept", eventsType)
	go w.executor.Stop(deadline(t))
	failure := ""
	w.receive(t, got.Body, func(e received) bool { failure = e.kind; return true })
	if failure != "" && failure != "failure" {
		t.Error(failure)
	}
}

// TestSlowHTTPReader has clients take nothing of much output: the program ends, and the
// daemon keeps none of it in memory. One that goes on has it all.
func TestSlowHTTPReader(t *testing.T) {
	w := serveWeb(t, nil)
	const size = 48 << 20
	x := w.submit(t, python(fmt.Sprintf("from time import sleep\nsleep(0.3)\nfor i in range(%d): print('x' * 65535)", size>>16)))
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	slow := make([]*http.Response, 0, 3*8)
	for range 8 {
		for _, form := range []string{jsonType, eventsType, plainType} {
			slow = append(slow, w.stream(t, "/v1/executions/"+x.ID()+":watch", "Accept", form))
		}
	}
	if s := wait(t, x); s.State != executor.Completed || s.StdoutBytes != size {
		t.Errorf("%+v", s)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 24<<20 {
		t.Errorf("the heap has grown by %d MiB with %d clients", grown>>20, len(slow))
	}
	n, err := io.Copy(io.Discard, slow[2].Body)
	if err != nil || n != size {
		t.Errorf("%d bytes, %v", n, err)
	}
}

// TestAnswerDeadlines has a piece of an answer be taken in time, and a stream whenever its
// client likes.
func TestAnswerDeadlines(t *testing.T) {
	f := &fakeAnswer{header: http.Header{}}
	gone := false
	a := newHTTPAnswer(f, func() { gone = true })
	if n, err := a.Write(bytes.Repeat([]byte("x"), 3*httpPiece)); n != 3*httpPiece || err != nil || len(f.deadlines) != 3 || f.deadlines[2].Before(time.Now().Add(httpWriteTime/2)) {
		t.Errorf("%d, %v, deadlines %v", n, err, f.deadlines)
	}
	a.flow(linesType)
	if f.deadlines = f.deadlines[3:]; len(f.deadlines) != 1 || !f.deadlines[0].IsZero() || f.flushes != 1 {
		t.Errorf("deadlines %v, flushes %d", f.deadlines, f.flushes)
	}
	f.err = io.ErrClosedPipe
	if n, err := a.Write([]byte("xx")); n != 2 || err != nil || !gone || len(f.deadlines) != 1 {
		t.Errorf("%d, %v, %v", n, err, gone)
	}
	if a.WriteHeader(500); f.codes != 1 {
		t.Errorf("%d headers", f.codes)
	}
}

// A fakeAnswer takes note of what is done with it.
type fakeAnswer struct {
	header         http.Header
	deadlines      []time.Time
	codes, flushes int
	err            error
}

func (f *fakeAnswer) Header() http.Header { return f.header }
func (f *fakeAnswer) WriteHeader(int)     { f.codes++ }
func (f *fakeAnswer) FlushError() error   { f.flushes++; return f.err }
func (f *fakeAnswer) SetWriteDeadline(d time.Time) error {
	f.deadlines = append(f.deadlines, d)
	return nil
}
func (f *fakeAnswer) Write(p []byte) (int, error) {
	if f.err != nil {
		return 0, f.err
	}
	return len(p), nil
}

// TestHTTPClientGone cancels the program of a client that has gone, unless it has an id.
func TestHTTPClientGone(t *testing.T) {
	w := serveWeb(t, nil)
	for _, id := range []string{"", "named"} {
		ctx, cancel := context.WithCancel(deadline(t))
		body := strings.NewReader(`{"execution_id":"` + id + `","labels":{"a":"b"},"language":"py","code":"from time import sleep\nprint(1)\nsleep(60)"}`)
		r, err := http.NewRequestWithContext(ctx, "POST", "http://localhost/v1/executions:run", body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", jsonType)
		gone := make(chan error, 1)
		go func() {
			_, err := w.client.Do(r)
			gone <- err
		}()
		running := func() int { return w.executor.Stats().Running }
		eventually(t, "it runs", func() bool { return running() == 1 })
		cancel()
		if err := <-gone; err == nil {
			t.Error("an answer")
		}
		if id == "" {
			eventually(t, "it is cancelled", func() bool { return running() == 0 })
			continue
		}
		if got := w.do(t, "GET", "/v1/executions/named", ""); got.json("complete") != "false" {
			t.Error(got.text)
		}
	}
}
