package pool

import (
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/frame"
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/sandbox"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// misbehaveCalling is a worker that breaks a rule of the host calls, by name.
func misbehaveCalling(c net.Conn, how string, ref uint64) {
	call := func(id, done uint64, file *workerv1.FileCall) {
		host := &workerv1.HostCall{Ref: ref, Id: id, Done: done}
		if file != nil {
			host.Call = &workerv1.HostCall_File{File: file}
		}
		write(c, &workerv1.FromWorker{Frame: &workerv1.FromWorker_HostCall{HostCall: host}})
	}
	stat := &workerv1.FileCall{Operation: workerv1.FileOperation_FILE_OPERATION_STAT}
	switch how {
	case "call-gap":
		call(2, 0, stat)
	case "call-twice":
		call(1, 0, stat)
		call(1, 0, stat)
	case "call-window":
		for id := range uint64(frame.Calls + 1) {
			call(id+1, 0, stat)
		}
	case "call-bytes":
		for id := range uint64(frame.CallWindow/lang.FileChunk + 1) {
			call(id+1, 0, &workerv1.FileCall{Operation: workerv1.FileOperation_FILE_OPERATION_WRITE, Data: make([]byte, lang.FileChunk)})
		}
	case "call-large":
		call(1, 0, &workerv1.FileCall{Data: make([]byte, lang.FileChunk+1)})
	case "call-path":
		call(1, 0, &workerv1.FileCall{Path: make([]byte, lang.MaxFilePath+1)})
	case "call-empty":
		call(1, 0, nil)
	case "call-unanswered":
		call(1, 0, stat)
		call(2, 1, stat)
	case "call-future":
		call(0, 1, nil)
	case "call-after-exit":
		write(c, &workerv1.FromWorker{Frame: &workerv1.FromWorker_Exit{Exit: &workerv1.Exit{Ref: ref, Reason: workerv1.ExitReason_EXIT_REASON_EXITED}}})
		call(1, 0, stat)
	case "call-stranger":
		ref++
		call(1, 0, stat)
	default:
		misbehaveEvaluating(c, how, ref)
	}
}

// mute is a server that never answers.
type mute struct{}

func (mute) Serve(*workerv1.HostCall, func(*workerv1.HostResult)) {}

func TestMisbehavingCallers(t *testing.T) {
	for _, how := range []string{
		"call-gap", "call-twice", "call-window", "call-bytes", "call-large", "call-path", "call-empty",
		"call-unanswered", "call-future", "call-stranger",
	} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			p := start(t, func(c *Config) { c.Sandbox = sandbox.BestEffort }, os.Args[0], how)
			r := newRecorder()
			j := job("")
			j.Server = mute{}
			p.Run(Key{"s", ""}, false, j, r)
			r.wait(t)
			if r.loss == nil || r.loss.Cause != CauseProtocol {
				t.Errorf("loss %+v, exit %v", r.loss, r.exit)
			}
		})
	}
}

// TestCallAfterExit has a worker call for a run that has ended: nobody serves it.
func TestCallAfterExit(t *testing.T) {
	p := start(t, func(c *Config) { c.Sandbox = sandbox.BestEffort }, os.Args[0], "call-after-exit")
	r := newRecorder()
	j, l := fsJob("python", "")
	run := p.Run(Key{"s", ""}, false, j, r)
	r.wait(t)
	if r.exit == nil {
		t.Errorf("loss %+v", r.loss)
	}
	// A call of a run that goes on is taken after it.
	next := p.Run(Key{"s", ""}, false, j, newRecorder())
	if next.worker != run.worker {
		t.Error("the worker was given up")
	}
	l.check(t, 0)
	if run.Effects() {
		t.Error("the call was taken")
	}
}

// ledger is a server that keeps one file in memory and answers a little later, from
// other goroutines.
type ledger struct {
	mu    sync.Mutex
	calls map[uint64]int
	file  []byte
	under int // way
	most  int // under way at once
}

func (l *ledger) Serve(c *workerv1.HostCall, answer func(*workerv1.HostResult)) {
	l.mu.Lock()
	l.calls[c.GetId()]++
	l.file = append(l.file, c.GetFile().GetData()...)
	l.under++
	l.most = max(l.most, l.under)
	l.mu.Unlock()
	go func() {
		time.Sleep(time.Duration(c.GetId()%7) * 100 * time.Microsecond) // a disk takes its time
		l.mu.Lock()
		l.under--
		l.mu.Unlock()
		r := &workerv1.FileResult{Handle: c.GetId(), Written: uint32(len(c.GetFile().GetData()))}
		if n := c.GetFile().GetLength(); n > 0 {
			r.Data = make([]byte, n)
		}
		answer(&workerv1.HostResult{Result: &workerv1.HostResult_File{File: r}})
	}()
}

// check has every call served once.
func (l *ledger) check(t *testing.T, atLeast int) {
	t.Helper()
	l.mu.Lock()
	defer l.mu.Unlock()
	for id := range uint64(len(l.calls)) {
		if l.calls[id+1] != 1 {
			t.Errorf("call %d was served %d times", id+1, l.calls[id+1])
		}
	}
	if len(l.calls) < atLeast {
		t.Errorf("%d calls, want %d", len(l.calls), atLeast)
	}
	if l.most > frame.Calls {
		t.Errorf("%d calls were under way at once", l.most)
	}
}

func fsJob(language, code string) (Job, *ledger) {
	l := &ledger{calls: make(map[uint64]int)}
	j := job(code)
	j.Language, j.Intrinsics, j.Server = language, []string{"io", "env", "fs"}, l
	return j, l
}

// TestCallsOverCutConnections appends lines, one call after another: each once.
func TestCallsOverCutConnections(t *testing.T) {
	p := start(t, nil)
	r := newRecorder()
	j, l := fsJob("python", `
for i in range(300):
    with open("/f", "a") as f:
        f.write("line %d\n" % i)
print("done")
`)
	end := p.cutting()
	run := p.Run(Key{"s", ""}, false, j, r)
	r.wait(t)
	if cuts := end(); cuts < 5 {
		t.Errorf("only %d cuts: the test proved little", cuts)
	}
	var want strings.Builder
	for i := range 300 {
		fmt.Fprintf(&want, "line %d\n", i)
	}
	if r.out[0].String() != "done\n" || string(l.file) != want.String() {
		t.Errorf("output %q, loss %+v, file of %d bytes", r.out[0].String(), r.loss, len(l.file))
	}
	l.check(t, 900)
	if !run.Effects() {
		t.Error("the run has had no effects")
	}
}

// TestManyCallsAtOnce has a program begin far more than may be under way, with
// answers of the largest size, over connections that break.
func TestManyCallsAtOnce(t *testing.T) {
	p := start(t, nil)
	r := newRecorder()
	j, l := fsJob("javascript", `
const fs = require('fs');
const fd = fs.openSync('/f');
let bytes = 0, open = 500;
for (let i = 0; i < 500; i++) fs.read(fd, Buffer.alloc(64 * 1024), 0, 64 * 1024, 0, (e, n) => {
  if (e) throw e;
  bytes += n;
  if (--open === 0) console.log(bytes);
});
`)
	end := p.cutting()
	p.Run(Key{"s", ""}, false, j, r)
	r.wait(t)
	cuts := end()
	if want := fmt.Sprintln(500 * 64 * 1024); r.out[0].String() != want {
		t.Errorf("output %q, want %q; stderr %q, exit %v, loss %+v, %d cuts", r.out[0].String(), want, r.out[1].String(), r.exit, r.loss, cuts)
	}
	l.check(t, 501)
}

// TestUnansweredCall interrupts a program that waits for an answer that never comes,
// and ends one that has called without waiting.
func TestUnansweredCall(t *testing.T) {
	for language, code := range map[string]string{
		"python":     "print(1)\nopen('/f').read()",
		"javascript": "console.log(1); require('fs').readFileSync('/f')",
		"typescript": "console.log(1); require('fs').readFile('/f', () => {})",
	} {
		t.Run(language, func(t *testing.T) {
			p := start(t, nil)
			r := newRecorder()
			j, _ := fsJob(language, code)
			j.Server = mute{}
			run := p.Run(Key{"s", ""}, false, j, r)
			<-r.first
			run.Interrupt()
			r.wait(t)
			if r.exit.GetReason() != workerv1.ExitReason_EXIT_REASON_INTERRUPTED {
				t.Errorf("exit %v, loss %+v", r.exit, r.loss)
			}
		})
	}
}

// TestNoServer refuses the calls of a run that has nobody to serve them.
func TestNoServer(t *testing.T) {
	p := start(t, nil)
	r := newRecorder()
	j, _ := fsJob("python", "import os\nprint(os.path.exists('/f'))\nopen('/f')")
	j.Server = nil
	p.Run(Key{"s", ""}, false, j, r)
	r.wait(t)
	if r.out[0].String() != "False\n" || !strings.Contains(r.exit.GetMessage(), "Permission denied") {
		t.Errorf("output %q, exit %v, loss %+v", r.out[0].String(), r.exit, r.loss)
	}
}

// TestAcknowledged has a program that goes on without further calls give back the
// answers that the daemon keeps.
func TestAcknowledged(t *testing.T) {
	p := start(t, nil)
	r := newRecorder()
	j, _ := fsJob("python", "from time import sleep\nimport os\nos.path.exists('/f')\nprint(1)\nsleep(60)")
	run := p.Run(Key{"s", ""}, false, j, r)
	<-r.first
	kept := func() int {
		run.worker.mu.Lock()
		defer run.worker.mu.Unlock()
		return len(run.calls.kept)
	}
	for deadline := time.Now().Add(patience); kept() > 0; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d answers are kept", kept())
		}
	}
	run.Kill()
}
