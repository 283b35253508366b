package pool

import (
	"bytes"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/sandbox"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// patience bounds every wait of these tests.
const patience = 60 * time.Second

// recorder is a handler that keeps what it is told.
type recorder struct {
	mu      sync.Mutex
	out     [2]bytes.Buffer
	exit    *workerv1.Exit
	loss    *Loss
	handled []bool
	limits  []Limit
	evals   map[uint32][]lang.Evaluation // by number
	first   chan struct{}                // closed at the first output
	once    sync.Once
	done    chan struct{}
}

func newRecorder() *recorder {
	return &recorder{first: make(chan struct{}), done: make(chan struct{})}
}

func (r *recorder) Output(stderr bool, data []byte) {
	r.mu.Lock()
	i := 0
	if stderr {
		i = 1
	}
	r.out[i].Write(data)
	r.mu.Unlock()
	r.once.Do(func() { close(r.first) })
}

// printed reports whether a text is in the output so far.
func (r *recorder) printed(text string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return strings.Contains(r.out[0].String(), text)
}

func (r *recorder) Signalled(handled bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.handled = append(r.handled, handled)
}

func (r *recorder) Evaluated(seq uint32, e lang.Evaluation) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.evals == nil {
		r.evals = make(map[uint32][]lang.Evaluation)
	}
	r.evals[seq] = append(r.evals[seq], e)
}

func (r *recorder) Condemned() {}

func (r *recorder) LimitReached(l Limit) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.limits = append(r.limits, l)
}

func (r *recorder) Exited(e *workerv1.Exit) { r.exit = e; close(r.done) }
func (r *recorder) Lost(l Loss)             { r.loss = &l; close(r.done) }

func (r *recorder) wait(t *testing.T) {
	t.Helper()
	select {
	case <-r.done:
	case <-time.After(patience):
		t.Fatal("the run did not end in time")
	}
}

// begun waits for the first output; a worker that a busy machine had no time for
// never sends it.
func (r *recorder) begun(t *testing.T) {
	t.Helper()
	select {
	case <-r.first:
	case <-r.done:
		t.Fatalf("the run ended without output: exit %v, loss %+v", r.exit, r.loss)
	case <-time.After(patience):
		t.Fatal("the run printed nothing in time")
	}
}

func start(t *testing.T, change func(*Config), command ...string) *Pool {
	t.Helper()
	dir, err := os.MkdirTemp("", "p")
	if err != nil {
		t.Fatal(err)
	}
	if len(command) == 0 {
		command = []string{elided, "worker"}
	}
	c := Config{Dir: dir, Command: command, Env: []string{"ELIDED_WORKER=1"}, Spare: 1}
	if change != nil {
		change(&c)
	}
	p, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	p.Start()
	t.Cleanup(func() {
		p.Close()
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("left behind in the directory: %v", left)
		}
		_ = os.RemoveAll(dir)
	})
	return p
}

func job(code string) Job {
	return Job{
		Language: "python", OutputLimit: 64 << 20, Intrinsics: []string{"io", "env"},
		Program: &lang.Program{Name: "main.py", Code: code, Dir: "/"},
	}
}

func TestRunPrintsAndExits(t *testing.T) {
	p := start(t, nil)
	for _, exclusive := range []bool{false, true} {
		r := newRecorder()
		p.Run(Key{"s", ""}, exclusive, job("print('hello')"), r)
		r.wait(t)
		if got := r.out[0].String(); got != "hello\n" || r.exit.GetExitCode() != 0 {
			t.Errorf("exclusive %v: %q, %v, %v", exclusive, got, r.exit, r.loss)
		}
	}
}

// TestMisbehavingWorkers has workers break each rule: each is killed and
// its run told, and another worker serves afterwards.
func TestMisbehavingWorkers(t *testing.T) {
	for how, want := range map[string]Cause{
		"die": CauseCrashed, "silent": CauseHung, "version": CauseProtocol,
		"crash": CauseCrashed, "garbage": CauseProtocol, "oversize": CauseProtocol, "empty": CauseProtocol,
		"exits": CauseProtocol, "hangup": CauseProtocol, "gap": CauseProtocol, "flood": CauseProtocol, "early-exit": CauseProtocol,
		"two-hellos": CauseProtocol, "hang": CauseHung, "deaf": CauseHung,
	} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			p := start(t, func(c *Config) {
				c.Sandbox = sandbox.BestEffort // they have none
				c.PingInterval, c.HelloTimeout = 300*time.Millisecond, 2*time.Second
			}, os.Args[0], how)
			r := newRecorder()
			j := job("")
			j.OutputLimit = 1 << 20
			if p.Run(Key{"s", ""}, false, j, r) == nil {
				t.Fatal("no worker")
			}
			r.wait(t)
			if r.loss == nil || r.loss.Cause != want {
				t.Fatalf("loss %+v, exit %v, want cause %s", r.loss, r.exit, want)
			}
			if how == "crash" && (!strings.Contains(r.loss.Detail, "crashed on purpose") || r.out[0].Len() != 5) {
				t.Errorf("detail %q, output %q", r.loss.Detail, r.out[0].String())
			}
		})
	}
}

func TestWorkerBinaryMissing(t *testing.T) {
	p := start(t, nil, "/nonexistent/elided", "worker")
	r := newRecorder()
	p.Run(Key{"s", ""}, false, job(""), r)
	r.wait(t)
	if r.loss == nil || r.loss.Cause != CauseStart || !strings.Contains(r.loss.Detail, "/nonexistent/elided") {
		t.Fatalf("loss %+v", r.loss)
	}
}

// TestKilledWorker kills a worker from outside: its run is lost within a second
// and the next one gets another worker.
func TestKilledWorker(t *testing.T) {
	p := start(t, nil)
	r := newRecorder()
	run := p.Run(Key{"s", ""}, false, job("print('begun')\nwhile True: pass"), r)
	r.begun(t)
	killed := time.Now()
	if err := syscall.Kill(run.worker.pid(), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	r.wait(t)
	if took := time.Since(killed); took > time.Second {
		t.Errorf("told after %v", took)
	}
	if r.loss == nil || r.loss.Cause != CauseCrashed || r.loss.Fault != NoFault || r.out[0].String() != "begun\n" {
		t.Errorf("loss %+v, output %q", r.loss, r.out[0].String())
	}
	next := newRecorder()
	p.Run(Key{"s", ""}, false, job("print('again')"), next)
	next.wait(t)
	if next.out[0].String() != "again\n" {
		t.Errorf("next: %q, %+v", next.out[0].String(), next.loss)
	}
}

// TestSessionsShareNoProcess runs two sessions and two groups at once.
func TestSessionsShareNoProcess(t *testing.T) {
	p := start(t, nil)
	keys := []Key{{"a", ""}, {"b", ""}, {"b", "g"}}
	seen := map[*worker]Key{}
	var all []*Run
	for _, key := range append(keys, keys...) {
		run := p.Run(key, false, job("from time import sleep\nsleep(60)"), newRecorder())
		if other, ok := seen[run.worker]; ok && other != key {
			t.Errorf("%v and %v share a worker", key, other)
		}
		seen[run.worker] = key
		all = append(all, run)
	}
	if len(seen) != len(keys) {
		t.Errorf("%d workers for %d keys", len(seen), len(keys))
	}
	for _, r := range all {
		r.Kill()
	}
}

func TestCapacity(t *testing.T) {
	free := make(chan struct{}, 100)
	p := start(t, func(c *Config) {
		c.Slots, c.MaxWorkers = 2, 1
		c.OnCapacity = func() { free <- struct{}{} }
	})
	key := Key{"s", ""}
	a, b := newRecorder(), newRecorder()
	first := p.Run(key, false, job("from time import sleep\nsleep(60)"), a)
	if p.Run(key, false, job("from time import sleep\nsleep(60)"), b) == nil {
		t.Fatal("the second slot was refused")
	}
	if p.Run(key, false, job(""), newRecorder()) != nil || p.Run(key, true, job(""), newRecorder()) != nil {
		t.Fatal("a run above the capacity was accepted")
	}
	first.Interrupt()
	a.wait(t)
	<-free
	c := newRecorder()
	if p.Run(key, false, job(""), c) == nil {
		t.Fatal("the freed slot was refused")
	}
	c.wait(t)
}

func TestRetiredAfterRuns(t *testing.T) {
	p := start(t, func(c *Config) { c.RetireRuns = 3 })
	workers := map[*worker]int{}
	for range 7 {
		r := newRecorder()
		workers[p.Run(Key{"s", ""}, false, job(""), r).worker]++
		r.wait(t)
	}
	if len(workers) != 3 {
		t.Errorf("7 runs used %d workers, expected 3", len(workers))
	}
}

func TestIdleRetired(t *testing.T) {
	died := make(chan Cause, 10)
	p := start(t, func(c *Config) {
		c.IdleTimeout, c.PingInterval = time.Millisecond, 50*time.Millisecond
		c.OnDeath = func(cause Cause) { died <- cause }
	})
	r := newRecorder()
	p.Run(Key{"s", ""}, false, job(""), r)
	r.wait(t)
	select {
	case cause := <-died:
		if cause != CauseRetired {
			t.Errorf("died: %s", cause)
		}
	case <-time.After(patience):
		t.Error("an idle worker was kept")
	}
}

// TestSlowHandler has a handler that takes nothing: the worker may send a
// window and no more, and goes on when it is taken.
func TestSlowHandler(t *testing.T) {
	p := start(t, nil)
	r := &slow{recorder: newRecorder(), release: make(chan struct{})}
	p.Run(Key{"s", ""}, false, job("for i in range(20000): print('x' * 99)"), r)
	r.begun(t)
	close(r.release)
	r.wait(t)
	if r.out[0].Len() != 20000*100 {
		t.Errorf("%d bytes", r.out[0].Len())
	}
}

type slow struct {
	*recorder
	release chan struct{}
}

func (s *slow) Output(stderr bool, data []byte) {
	s.recorder.Output(stderr, data)
	<-s.release
}

func TestOutputLimit(t *testing.T) {
	p := start(t, nil)
	r := newRecorder()
	j := job("while True: print('x' * 99)")
	j.OutputLimit = 1050
	p.Run(Key{"s", ""}, false, j, r)
	r.wait(t)
	if r.exit.GetReason() != workerv1.ExitReason_EXIT_REASON_OUTPUT_LIMIT || r.out[0].Len() != 1050 {
		t.Errorf("exit %v, %d bytes, loss %+v", r.exit, r.out[0].Len(), r.loss)
	}
}

// TestOrphanEnds lets a worker's daemon go: it ends within a second.
func TestOrphanEnds(t *testing.T) {
	dir := t.TempDir()
	proc, err := startProcess(Config{Dir: dir, Command: []string{elided, "worker"}, Env: []string{"ELIDED_WORKER=1"}}, sandbox.NewSpawner(sandbox.Require, elided), 1)
	if err != nil {
		t.Fatal(err)
	}
	c, err := dial(proc.socket)
	if err != nil {
		t.Fatal(err)
	}
	_ = c.Close()
	began := time.Now()
	done := make(chan string)
	go func() {
		how, _ := proc.wait()
		done <- how
	}()
	select {
	case how := <-done:
		if took := time.Since(began); took > 3*time.Second {
			t.Errorf("ended after %v", took)
		}
		if how != "exit status 0" {
			t.Error(how)
		}
	case <-time.After(patience):
		proc.kill()
		t.Error("the worker outlived its daemon")
	}
}

// TestCondemned gives up a run in a shared worker: a neighbour may finish, one that
// goes on is lost, and the next run gets another worker.
func TestCondemned(t *testing.T) {
	p := start(t, func(c *Config) { c.CondemnedDrain = 300 * time.Millisecond })
	key := Key{"s", ""}
	culprit, quick, slow := newRecorder(), newRecorder(), newRecorder()
	run := p.Run(key, false, job("from time import sleep\nprint(1)\nsleep(60)"), culprit)
	p.Run(key, false, job("from time import sleep\nprint(1)\nsleep(0.05)"), quick)
	p.Run(key, false, job("from time import sleep\nprint(1)\nsleep(60)"), slow)
	culprit.begun(t)
	slow.begun(t)
	run.Kill()
	if next := p.Run(key, false, job(""), newRecorder()); next.worker == run.worker {
		t.Error("a condemned worker was given work")
	}
	quick.wait(t)
	slow.wait(t)
	if quick.exit == nil || slow.loss == nil || slow.loss.Cause != CauseCondemned {
		t.Errorf("quick %v %+v, slow %v %+v", quick.exit, quick.loss, slow.exit, slow.loss)
	}
}
