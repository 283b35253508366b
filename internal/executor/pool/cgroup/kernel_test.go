package cgroup

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// These tests need a kernel whose version 2 hierarchy has the controllers, and each
// a process that is alone in a group which was delegated to it: `make vm-test`
// starts them so, one by one.

const patience = 60 * time.Second

// atKernel skips unless the test is to run there, and returns a tree whose Close
// must leave nothing.
func atKernel(t *testing.T) *Tree {
	t.Helper()
	kernelOnly(t)
	tree, err := Detect()
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.Setup(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := tree.Close(); err != nil {
			t.Error(err)
		}
		if left, err := (kernelFiles{}).Directories(tree.Dir()); err != nil || len(left) > 0 {
			t.Errorf("left in %s are %q, %v", tree.Dir(), left, err)
		}
	})
	return tree
}

func kernelOnly(t *testing.T) {
	t.Helper()
	if os.Getenv("ELIDED_TEST_CGROUP") == "" {
		t.Skip("needs a delegated group: make vm-test")
	}
}

func newGroup(t *testing.T, tree *Tree, id string) *Group {
	t.Helper()
	g, err := tree.New(id)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(g.Kill(), g.Remove()); err != nil {
			t.Error(err)
		}
	})
	return g
}

// in starts this binary as a process of the group, with the part of TestKernelChild
// to play.
func in(t *testing.T, g *Group, part string) *exec.Cmd {
	t.Helper()
	c := exec.Command("/proc/self/exe", "-test.run", "^TestKernelChild$", "-test.timeout", "5m")
	c.Env = append(os.Environ(), "ELIDED_TEST_PART="+part)
	c.SysProcAttr = &syscall.SysProcAttr{UseCgroupFD: true, CgroupFD: g.FD(), Setsid: true}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	exited := make(chan struct{})
	go func() { _ = c.Wait(); close(exited) }()
	t.Cleanup(func() {
		_ = c.Process.Kill()
		<-exited
	})
	return c
}

// TestKernelChild is what the groups hold.
func TestKernelChild(t *testing.T) {
	switch part := os.Getenv("ELIDED_TEST_PART"); part {
	case "":
		t.Skip("it is a child of other tests")
	case "sleep":
		time.Sleep(patience)
	case "spin":
		for began := time.Now(); time.Since(began) < 2*patience; {
		}
	case "eat":
		eat()
	case "threads":
		hold := make(chan struct{})
		for range 2 * maxTasks {
			go func() { runtime.LockOSThread(); <-hold }()
		}
		time.Sleep(patience)
	case "parent":
		c := exec.Command("/proc/self/exe", "-test.run", "^TestKernelChild$")
		c.Env = append(os.Environ(), "ELIDED_TEST_PART=eat")
		_ = c.Run()
		time.Sleep(patience)
	default:
		t.Fatalf("no part %q", part)
	}
}

// eat allocates until it is killed.
func eat() {
	var all [][]byte
	for {
		b := make([]byte, 1<<20)
		for i := 0; i < len(b); i += 4096 {
			b[i] = 1
		}
		all = append(all, b)
		if len(all) > 4096 {
			return
		}
	}
}

func await(t *testing.T, what string, ready func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !ready(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("not in time: %s", what)
		}
	}
}

// empty reports whether the group's processes are gone.
func empty(t *testing.T, g *Group) bool {
	t.Helper()
	n, err := g.counter("cgroup.events", "populated")
	if err != nil {
		t.Fatal(err)
	}
	return n == 0
}

func TestKernelDetect(t *testing.T) {
	tree := atKernel(t)
	for _, c := range controllers {
		if !tree.Has(c) {
			t.Errorf("no controller %s", c)
		}
	}
	own, err := os.ReadFile("/proc/self/cgroup")
	if err != nil || !strings.HasSuffix(strings.TrimSpace(string(own)), "/"+leaf) {
		t.Errorf("this process is in %q, %v", own, err)
	}
	if group, found := CPUGroup(); !found {
		t.Errorf("no cpu group, but %q", group)
	}
	report("tree", "%s", tree.Describe())
}

func TestKernelNotDelegated(t *testing.T) {
	kernelOnly(t)
	_, err := Detect()
	var missing *UnavailableError
	if !errors.As(err, &missing) || missing.Remedy == "" {
		t.Fatalf("got %v", err)
	}
	report("without delegation", "%v", err)
}

func TestKernelBornInTheGroup(t *testing.T) {
	tree := atKernel(t)
	began := time.Now()
	const n = 20
	for i := range n {
		newGroup(t, tree, "empty"+strconv.Itoa(i))
	}
	made := time.Since(began) / n
	g := newGroup(t, tree, "1")
	c := in(t, g, "sleep")
	own, err := os.ReadFile(fmt.Sprintf("/proc/%d/cgroup", c.Process.Pid))
	if err != nil || !strings.HasSuffix(strings.TrimSpace(string(own)), "/workers/1") {
		t.Errorf("the process is in %q, %v", own, err)
	}
	u, err := g.Usage()
	if err != nil || u.CPU == 0 || u.Memory == 0 {
		t.Errorf("it uses %+v, %v", u, err)
	}
	report("a group is made in", "%v", made)
}

func TestKernelMemory(t *testing.T) {
	const limit, slack = 64 << 20, 1 << 20 // a dying process is given some pages more
	tree := atKernel(t)
	for id, part := range map[string]string{"one process": "eat", "a child of it": "parent"} {
		g := newGroup(t, tree, id)
		if err := g.SetMemory(limit); err != nil {
			t.Fatal(err)
		}
		in(t, g, part)
		await(t, id+" is killed", func() bool { return empty(t, g) })
		kills, err := g.OOMKills()
		if err != nil || kills == 0 {
			t.Errorf("%s: %d kills, %v", id, kills, err)
		}
		u, err := g.Usage()
		if err != nil || u.Peak > limit+slack {
			t.Errorf("%s: %+v, %v", id, u, err)
		}
		report("out of memory, "+id, "whole group ended, %d kills, peak %d of %d bytes", kills, u.Peak, limit)
	}
	neighbour := newGroup(t, tree, "neighbour")
	if kills, err := neighbour.OOMKills(); err != nil || kills != 0 {
		t.Errorf("a group without a process: %d kills, %v", kills, err)
	}
}

// TestKernelWeights has a group of one session beside four of another, all busy on
// one processor.
func TestKernelWeights(t *testing.T) {
	tree := atKernel(t)
	groups := make([]*Group, 5)
	for i := range groups {
		groups[i] = newGroup(t, tree, strconv.Itoa(i))
		weight := 1000
		if i > 0 {
			weight = 1000 / 4
		}
		if err := groups[i].SetCPUWeight(weight); err != nil {
			t.Fatal(err)
		}
	}
	used := func() (all [5]time.Duration) {
		for i, g := range groups {
			u, err := g.Usage()
			if err != nil {
				t.Fatal(err)
			}
			all[i] = u.CPU
		}
		return all
	}
	for _, g := range groups { // two threads of each processor
		for range runtime.NumCPU() {
			in(t, g, "spin")
		}
	}
	await(t, "all run", func() bool { return min64(used()) > time.Second })
	before := used()
	time.Sleep(15 * time.Second) // what is measured
	after := used()
	alone, others := after[0]-before[0], time.Duration(0)
	for i := 1; i < len(groups); i++ {
		others += after[i] - before[i]
	}
	ratio := float64(alone) / float64(others)
	report("cpu.weight 1000 beside 4 of 250", "%.2f of equal shares (%v and %v in 15 s)", ratio, alone, others)
	if ratio < 0.5 || ratio > 2 {
		t.Errorf("the ratio is %.2f", ratio)
	}
}

func min64(all [5]time.Duration) time.Duration {
	least := all[0]
	for _, d := range all {
		least = min(least, d)
	}
	return least
}

func TestKernelPids(t *testing.T) {
	g := newGroup(t, atKernel(t), "1")
	in(t, g, "threads")
	await(t, "the bound is hit", func() bool {
		n, err := g.counter("pids.events", "max")
		return err == nil && n > 0
	})
	report(fmt.Sprintf("%d threads", 2*maxTasks), "refused at %d", maxTasks)
}

func TestKernelKillAndRemove(t *testing.T) {
	g := newGroup(t, atKernel(t), "1")
	for range 5 {
		in(t, g, "sleep")
	}
	if err := g.Remove(); !errors.Is(err, syscall.EBUSY) {
		t.Errorf("a group with processes: %v", err)
	}
	began := time.Now()
	if err := errors.Join(g.Kill(), g.Remove()); err != nil {
		t.Fatal(err)
	}
	report("5 processes killed and the group removed in", "%v", time.Since(began))
	if _, err := os.Stat(g.dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the group is still there: %v", err)
	}
}

// TestKernelAfterAKilledDaemon finds a group with a process in it.
func TestKernelAfterAKilledDaemon(t *testing.T) {
	tree := atKernel(t)
	old := newGroup(t, tree, "left")
	in(t, old, "sleep")
	if err := tree.sweep(); err != nil {
		t.Fatal(err)
	}
	if left, err := (kernelFiles{}).Directories(filepath.Join(tree.Dir(), "workers")); err != nil || len(left) > 0 {
		t.Errorf("left are %q, %v", left, err)
	}
}

// report prints a line of the result, for the script that collects them.
func report(what, format string, args ...any) {
	fmt.Printf("RESULT %s: %s\n", what, fmt.Sprintf(format, args...))
}
