package pool

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/executor/pool/cgroup"
	"github.com/elide-dev/elided/internal/lang"
)

// inGroups starts a pool with control groups, which only `make vm-test` can: this
// process must be alone in a delegated one.
func inGroups(t *testing.T) (*Pool, *cgroup.Tree) {
	t.Helper()
	if os.Getenv("ELIDED_TEST_CGROUP") == "" {
		t.Skip("needs a delegated group: make vm-test")
	}
	tree, err := cgroup.Detect()
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.Setup(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { // after the pool is closed
		if err := tree.Close(); err != nil {
			t.Error(err)
		}
	})
	return start(t, func(c *Config) {
		c.Cgroup = tree
		c.HelloTimeout, c.PingInterval = time.Minute, time.Minute // emulation is slow
	}), tree
}

func inJavaScript(code string) Job {
	return Job{Language: "javascript", OutputLimit: 1 << 20, Intrinsics: []string{"io", "env"}, Program: &lang.Program{Name: "main.js", Code: code, Dir: "/"}}
}

// emulated waits as long as a program may take under emulation on a busy machine.
func emulated(t *testing.T, r *recorder) {
	t.Helper()
	select {
	case <-r.done:
	case <-time.After(2 * time.Minute):
		t.Fatal("the run did not end in time")
	}
}

func TestKernelMemoryOfAWorker(t *testing.T) {
	p, _ := inGroups(t)
	for _, exclusive := range []bool{true, false} {
		r := newRecorder()
		run := p.Run(Key{"s", ""}, exclusive, inJavaScript("console.log('on'); setTimeout(() => { const a = []; for (;;) a.push('x'.repeat(8 << 20)) }, 500)"), r)
		run.worker.setMemory(72 << 20)
		emulated(t, r)
		if r.loss == nil || r.loss.Cause != CauseMemory || r.loss.Fault != FaultMemory || r.out[0].String() != "on\n" {
			t.Errorf("exclusive %v: lost %+v, exit %v, output %q", exclusive, r.loss, r.exit, r.out[0].String())
		}
	}
	r := newRecorder()
	run := p.Run(Key{"s", ""}, true, inJavaScript("for (;;) {}"), r)
	run.worker.kill(CauseCrashed)
	emulated(t, r)
	if r.loss == nil || r.loss.Cause == CauseMemory {
		t.Errorf("a kill is taken for a lack of memory: %+v", r.loss)
	}
}

func TestKernelWeightOfAWorker(t *testing.T) {
	p, tree := inGroups(t)
	if inForce, detail, _ := ShareLayer(tree); !inForce || detail != "cpu.weight" {
		t.Errorf("the layer is %v, %s", inForce, detail)
	}
	var runs []*Run
	for range 2 {
		runs = append(runs, p.Run(Key{"s", ""}, true, inJavaScript("for (;;) {}"), newRecorder()))
	}
	weight := func(r *Run) string {
		text, _ := os.ReadFile(filepath.Join(r.worker.group(tree), "cpu.weight"))
		return strings.TrimSpace(string(text))
	}
	for deadline := time.Now().Add(patience); weight(runs[0]) != "500" || weight(runs[1]) != "500"; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("the weights are %q and %q, want 500", weight(runs[0]), weight(runs[1]))
		}
	}
}

// group is the directory of a worker's control group.
func (w *worker) group(tree *cgroup.Tree) string {
	return filepath.Join(tree.Dir(), "workers", strconv.FormatUint(w.id, 10))
}
