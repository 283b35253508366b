package pool

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/sandbox"
)

func script(code string) Job {
	j := job("")
	j.Language, j.Program = "javascript", &lang.Program{Name: "main.js", Code: code, Dir: "/"}
	return j
}

// prints runs a job and checks what it prints.
func prints(t *testing.T, p *Pool, j Job, want string) {
	t.Helper()
	r := newRecorder()
	if p.Run(Key{"s", ""}, false, j, r) == nil {
		t.Fatal("no worker")
	}
	r.wait(t)
	if got := r.out[0].String(); got != want || r.loss != nil {
		t.Errorf("printed %.100q, want %q; %s, exit %v, loss %+v", got, want, r.out[1].String(), r.exit, r.loss)
	}
}

// workerOf waits for a worker that runs and returns it.
func workerOf(t *testing.T, p *Pool) *worker {
	t.Helper()
	if _, err := p.Sandbox(context.Background()); err != nil {
		t.Fatal(err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, w := range p.workers {
		return w
	}
	t.Fatal("no worker")
	return nil
}

// TestSandboxSeenFromOutside looks at a worker as the kernel knows it: every
// thread of it is confined.
func TestSandboxSeenFromOutside(t *testing.T) {
	p := start(t, nil)
	pid := workerOf(t, p).pid()
	layers, err := p.Sandbox(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := sandbox.Enough(layers); err != nil {
		t.Fatal(err)
	}
	prints(t, p, script("let n = 0; for (let i = 0; i < 100; i++) setTimeout(() => { if (++n == 100) console.log(n) }, 1)"), "100\n")
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/status", pid))
	if err != nil || len(tasks) < 2 {
		t.Fatalf("threads %v, %v", tasks, err)
	}
	wants := []string{"Name:\telided-worker", "NoNewPrivs:\t1", "Seccomp:\t2", "Seccomp_filters:\t1", "CapEff:\t0000000000000000", "CapPrm:\t0000000000000000", "CapAmb:\t0000000000000000", "CapInh:\t0000000000000000"}
	if os.Getuid() == 0 {
		wants = append(wants, "Uid:\t65534\t65534\t65534\t65534", "Groups:\t")
	}
	for i, task := range tasks {
		text, err := os.ReadFile(task)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if i > 0 && strings.HasPrefix(want, "Name:") {
				continue // the first is the process's
			}
			if !strings.Contains(string(text), want+"\n") && !strings.Contains(string(text), want+" \n") {
				t.Errorf("%s lacks %q: %s", task, want, text)
			}
		}
	}
	seesNothing(t, pid)
}

func seesNothing(t *testing.T, pid int) {
	t.Helper()
	proc := fmt.Sprintf("/proc/%d/", pid)
	if session, err := unix.Getsid(pid); err != nil || session != pid {
		t.Errorf("session %d, %v, want its own, %d", session, err, pid)
	}
	if os.Getuid() != 0 {
		return // the rest is root's to see
	}
	if entries, err := os.ReadDir(proc + "root"); err != nil || len(entries) > 0 {
		t.Errorf("in its root directory are %v, %v", entries, err)
	}
	mounts, err := os.ReadFile(proc + "mounts")
	if err != nil || strings.Count(string(mounts), "\n") != 1 || !strings.Contains(string(mounts), "ro,") {
		t.Errorf("mounts %q, %v", mounts, err)
	}
	fds, err := os.ReadDir(proc + "fd")
	if err != nil || len(fds) > 8 {
		t.Errorf("descriptors %v, %v", fds, err)
	}
	environ, err := os.ReadFile(proc + "environ")
	if err != nil || strings.Contains(string(environ), "PATH=") {
		t.Errorf("environment %q, %v", environ, err)
	}
}

// TestSandboxedWorkerWorks has a worker do what engines do: collect much garbage,
// run thousands of goroutines and timers, end by a limit.
func TestSandboxedWorkerWorks(t *testing.T) {
	p := start(t, nil)
	prints(t, p, script(`
		let kept = [], n = 0;
		for (let i = 0; i < 300000; i++) { kept.push({ i, text: "x" + i }); if (i % 1000 == 0) kept = []; }
		for (let i = 0; i < 5000; i++) setTimeout(() => { if (++n == 5000) console.log("timers", n) }, i % 50);
	`), "timers 5000\n")
	star := job("")
	star.Language, star.Program = "starlark", &lang.Program{Name: "main.star", Code: "print(len([str(i) for i in range(200000)]))", Dir: "/"}
	prints(t, p, star, "200000\n")
	prints(t, p, script(`console.log(new Date(0).toISOString(), Math.random() < 1, process.cwd())`), "1970-01-01T00:00:00.000Z true /\n")
	var all []*recorder
	for range 200 {
		r := newRecorder()
		p.Run(Key{"s", ""}, false, job("print(len([i for i in range(10000)]))"), r)
		all = append(all, r)
	}
	for _, r := range all {
		r.wait(t)
		if r.out[0].String() != "10000\n" {
			t.Fatalf("%q, %+v", r.out[0].String(), r.loss)
		}
	}
}

// TestSandboxedWorkerReconnects breaks the connection below a run, more often than
// the worker may have descriptors.
func TestSandboxedWorkerReconnects(t *testing.T) {
	p := start(t, nil)
	r := newRecorder()
	run := p.Run(Key{"s", ""}, false, script("let n = 0; const t = setInterval(() => console.log(++n), 5); process.on('SIGTERM', () => { clearInterval(t); console.log('end') })"), r)
	w := workerOf(t, p)
	select {
	case <-r.first:
	case <-time.After(patience):
		t.Fatal("no output")
	}
	for range 40 {
		broken := false
		for deadline := time.Now().Add(patience); !broken && time.Now().Before(deadline); time.Sleep(time.Millisecond) {
			w.mu.Lock()
			if w.conn != nil && w.live {
				broken = w.conn.Close() == nil
			}
			w.mu.Unlock()
		}
		if !broken {
			t.Fatal("no connection to break")
		}
	}
	for deadline := time.Now().Add(patience); !r.printed("\n3\n"); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it printed no third line")
		}
	}
	run.Signal("SIGTERM", false)
	r.wait(t)
	if text := r.out[0].String(); !strings.HasPrefix(text, "1\n2\n3\n") || !strings.HasSuffix(text, "\nend\n") {
		t.Errorf("printed %q, loss %+v", text, r.loss)
	}
}

// TestSandboxedWorkerSaysWhyItCrashed: the runtime's own words reach the daemon.
func TestSandboxedWorkerSaysWhyItCrashed(t *testing.T) {
	for name, c := range map[string]struct {
		code string
		data uint64 // of RLIMIT_DATA, set from outside
		says string
	}{
		"stack":  {code: "eval('('.repeat(3e6))", says: "stack"},
		"memory": {code: "let a = []; for (;;) a.push('x'.repeat(1 << 24) + a.length)", data: 256 << 20, says: "memory"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := start(t, nil)
			w := workerOf(t, p)
			if c.data > 0 {
				limit := unix.Rlimit{Cur: c.data, Max: c.data}
				if err := unix.Prlimit(w.pid(), unix.RLIMIT_DATA, &limit, nil); err != nil {
					t.Fatal(err)
				}
			}
			r := newRecorder()
			p.Run(Key{"s", ""}, true, script(c.code), r)
			r.wait(t)
			if r.loss == nil || r.loss.Cause != CauseCrashed || !strings.Contains(r.loss.Detail, c.says) {
				t.Errorf("loss %+v, exit %v: want one that says %q", r.loss, r.exit, c.says)
			}
		})
	}
}

// BenchmarkSpawn is the time from a process's start to its hello, with the sandbox
// and without, in turn; the difference of the medians is the sandbox's price.
func BenchmarkSpawn(b *testing.B) {
	dir, err := os.MkdirTemp("", "b")
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	took := make(map[sandbox.Mode][]time.Duration)
	for b.Loop() {
		for _, mode := range []sandbox.Mode{sandbox.Off, sandbox.Require} {
			took[mode] = append(took[mode], spawnTime(b, dir, mode))
		}
	}
	median := func(mode sandbox.Mode) float64 {
		slices.Sort(took[mode])
		return float64(took[mode][len(took[mode])/2].Microseconds()) / 1000
	}
	b.ReportMetric(median(sandbox.Off), "off-ms")
	b.ReportMetric(median(sandbox.Require), "require-ms")
	b.ReportMetric(median(sandbox.Require)-median(sandbox.Off), "difference-ms")
}

func spawnTime(b *testing.B, dir string, mode sandbox.Mode) time.Duration {
	b.Helper()
	p, err := New(Config{Dir: dir, Command: []string{elided, "worker"}, Env: []string{"ELIDED_WORKER=1", "GOGC=100", "GOMAXPROCS=1"}, Spare: 1, Sandbox: mode})
	if err != nil {
		b.Fatal(err)
	}
	defer p.Close()
	began := time.Now()
	p.Start()
	if _, err := p.Sandbox(context.Background()); err != nil {
		b.Fatal(err)
	}
	return time.Since(began)
}
