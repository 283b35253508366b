package cgroup

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func setUp(t *testing.T, f *fake) *Tree {
	t.Helper()
	tree, err := f.on("/own").detect()
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.Setup(); err != nil {
		t.Fatal(err)
	}
	return tree
}

func TestSetup(t *testing.T) {
	f := newFake(t, "cpu memory pids io", "4242")
	tree := setUp(t, f)
	for path, want := range map[string]string{
		"cgroup.procs":                   "",
		"cgroup.subtree_control":         "memory cpu pids",
		"daemon/cgroup.procs":            "4242",
		"daemon/cpu.weight":              "10000",
		"workers/cgroup.subtree_control": "memory cpu pids",
	} {
		if got := f.get(path); got != want {
			t.Errorf("%s has %q, want %q", path, got, want)
		}
	}
	if err := tree.Close(); err != nil {
		t.Fatal(err)
	}
	if left, _ := f.Directories(f.own()); len(left) > 0 || f.get("cgroup.procs") != "4242" || f.get("cgroup.subtree_control") != "" {
		t.Errorf("left are %q, %q and %q", left, f.get("cgroup.procs"), f.get("cgroup.subtree_control"))
	}
}

// TestSetupAfterAKilledDaemon finds the groups of one, with a worker that has not
// ended yet.
func TestSetupAfterAKilledDaemon(t *testing.T) {
	f := newFake(t, "memory", "4242")
	for _, dir := range []string{"daemon", "workers", "workers/3", "workers/9"} {
		if err := f.Mkdir(filepath.Join(f.own(), dir)); err != nil {
			t.Fatal(err)
		}
	}
	f.put(filepath.Join(f.own(), "workers/9/cgroup.procs"), "77")
	setUp(t, f)
	if left, err := f.Directories(filepath.Join(f.own(), "workers")); err != nil || len(left) > 0 {
		t.Errorf("left are %q, %v", left, err)
	}
}

// TestSetupRefusesCompany: between Detect and Setup another process came.
func TestSetupRefusesCompany(t *testing.T) {
	f := newFake(t, "memory", "4242")
	tree, err := f.on("/own").detect()
	if err != nil {
		t.Fatal(err)
	}
	f.put(filepath.Join(f.own(), "cgroup.procs"), "4242\n5")
	if err := tree.Setup(); err == nil || !strings.Contains(err.Error(), "process 5") {
		t.Errorf("got %v", err)
	}
	if left, _ := f.Directories(f.own()); len(left) > 0 {
		t.Errorf("it made %q", left)
	}
}

func TestGroup(t *testing.T) {
	tests := []struct {
		available string
		want      map[string]string
	}{
		{"memory cpu pids", map[string]string{"memory.oom.group": "1", "memory.swap.max": "0", "pids.max": "1024", "memory.max": "1048576", "cpu.weight": "10000"}},
		{"pids", map[string]string{"pids.max": "1024"}},
	}
	for _, test := range tests {
		f := newFake(t, test.available, "4242")
		tree := setUp(t, f)
		g, err := tree.New("1")
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(g.SetMemory(1<<20), g.SetCPUWeight(1<<20)); err != nil {
			t.Error(err)
		}
		for file, want := range test.want {
			if got := f.get("workers/1", file); got != want {
				t.Errorf("%s is %q, want %q", file, got, want)
			}
		}
		if _, err := tree.New("1"); !errors.Is(err, os.ErrExist) {
			t.Errorf("a second group of the name: %v", err)
		}
		f.busy = 3 // the kernel still empties it
		if err := errors.Join(g.Remove(), g.Remove(), g.Kill(), tree.Close()); err != nil {
			t.Error(err)
		}
	}
}

func TestGroupRemoveIsBounded(t *testing.T) {
	f := newFake(t, "memory", "4242")
	g, err := setUp(t, f).New("1")
	if err != nil {
		t.Fatal(err)
	}
	f.put(filepath.Join(f.own(), "workers/1/cgroup.procs"), "5")
	began := time.Now()
	if err := g.Remove(); !errors.Is(err, syscall.EBUSY) {
		t.Errorf("got %v", err)
	}
	if took := time.Since(began); took > 10*removeTimeout {
		t.Errorf("took %v", took)
	}
}

func TestGroupReads(t *testing.T) {
	f := newFake(t, "memory cpu pids", "4242")
	g, err := setUp(t, f).New("1")
	if err != nil {
		t.Fatal(err)
	}
	for file, value := range map[string]string{
		"cpu.stat":       "usage_usec 1500\nuser_usec 1000",
		"memory.current": "8192",
		"memory.peak":    "16384",
		"memory.events":  "low 0\nmax 12\noom 1\noom_kill 3\noom_group_kill 1",
	} {
		f.put(filepath.Join(f.own(), "workers/1", file), value)
	}
	u, err := g.Usage()
	if want := (Usage{1500 * time.Microsecond, 8192, 16384}); err != nil || u != want {
		t.Errorf("got %v %v, want %v", u, err, want)
	}
	if n, err := g.OOMKills(); n != 3 || err != nil {
		t.Errorf("got %d %v", n, err)
	}
	if err := os.Remove(filepath.Join(f.own(), "workers/1/memory.peak")); err != nil {
		t.Fatal(err)
	}
	if u, err := g.Usage(); err != nil || u.Peak != 0 {
		t.Errorf("without memory.peak: %v %v", u, err)
	}
	f.put(filepath.Join(f.own(), "workers/1/memory.events"), "low 0")
	if _, err := g.OOMKills(); err == nil {
		t.Error("a file without the counter is read as 0")
	}
}
