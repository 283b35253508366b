package cgroup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A Group holds one worker. Files of a controller that the tree hasn't got are
// neither written nor read. Its methods are safe for concurrent use.
type Group struct {
	tree *Tree
	dir  string
	fd   *os.File
}

// Usage is what a group's processes have used.
type Usage struct {
	CPU time.Duration
	// Memory is now, Peak the most ever, in bytes. Peak is 0 before Linux 5.19.
	Memory, Peak uint64
}

const (
	// maxTasks bounds a worker's threads. Each program that computes has one, beside a few
	// of the Go runtime's.
	maxTasks = 1_024

	// MinWeight and MaxWeight bound SetCPUWeight.
	MinWeight = 1
	MaxWeight = 10_000

	// removeTimeout bounds the wait for the kernel to empty a group whose processes
	// were killed.
	removeTimeout = time.Second
)

// New makes a group; id must be unused. When memory runs out in it all its
// processes end, and nothing of it is swapped. Remove removes it.
func (t *Tree) New(id string) (*Group, error) {
	g := &Group{tree: t, dir: t.path("workers", id)}
	if err := t.Mkdir(g.dir); err != nil {
		return nil, fmt.Errorf("control group: %w", err)
	}
	err := g.bound()
	if err == nil {
		g.fd, err = t.Open(g.dir)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("control group: %w", err), g.Remove())
	}
	return g, nil
}

func (g *Group) bound() error {
	if err := g.set("memory", "memory.oom.group", "1"); err != nil {
		return err
	}
	// There is no such file in a kernel without swap.
	if err := g.set("memory", "memory.swap.max", "0"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return g.set("pids", "pids.max", strconv.Itoa(maxTasks))
}

// FD is the group's directory, for SysProcAttr.CgroupFD. Remove closes it.
func (g *Group) FD() int { return int(g.fd.Fd()) }

// SetMemory bounds the memory, in bytes; 0 is no bound.
func (g *Group) SetMemory(bytes uint64) error {
	value := "max"
	if bytes > 0 {
		value = strconv.FormatUint(bytes, 10)
	}
	return g.set("memory", "memory.max", value)
}

// SetCPUWeight sets the share of the processors beside the other workers.
func (g *Group) SetCPUWeight(weight int) error {
	return g.set("cpu", "cpu.weight", strconv.Itoa(min(max(weight, MinWeight), MaxWeight)))
}

func (g *Group) set(controller, file, value string) error {
	if !g.tree.Has(controller) {
		return nil
	}
	return g.tree.Write(filepath.Join(g.dir, file), value)
}

// Usage reads what the group's processes have used. It works until Remove.
func (g *Group) Usage() (u Usage, err error) {
	usec, err := g.counter("cpu.stat", "usage_usec") // of every group, controller or not
	if err != nil {
		return Usage{}, err
	}
	u.CPU = time.Duration(usec) * time.Microsecond
	if !g.tree.Has("memory") {
		return u, nil
	}
	if u.Memory, err = g.number("memory.current"); err != nil {
		return Usage{}, err
	}
	u.Peak, err = g.number("memory.peak")
	if errors.Is(err, os.ErrNotExist) {
		err = nil
	}
	return u, err
}

// OOMKills counts the processes that the kernel killed since memory ran out in the
// group. It works until Remove, also when the processes have ended.
func (g *Group) OOMKills() (int, error) {
	if !g.tree.Has("memory") {
		return 0, nil
	}
	n, err := g.counter("memory.events", "oom_kill")
	return int(n), err
}

func (g *Group) number(file string) (uint64, error) {
	text, err := g.tree.Read(filepath.Join(g.dir, file))
	if err != nil {
		return 0, err
	}
	return strconv.ParseUint(text, 10, 64)
}

// counter reads a line of a file of names and numbers.
func (g *Group) counter(file, name string) (uint64, error) {
	path := filepath.Join(g.dir, file)
	text, err := g.tree.Read(path)
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(text) {
		if key, value, _ := strings.Cut(strings.TrimSpace(line), " "); key == name {
			return strconv.ParseUint(value, 10, 64)
		}
	}
	return 0, fmt.Errorf("%s has no %s", path, name)
}

// Kill ends every process of the group at once, also those that would fork faster
// than they can be found. It needs Linux 5.14.
func (g *Group) Kill() error {
	return gone(g.tree.Write(filepath.Join(g.dir, "cgroup.kill"), "1"))
}

// Remove removes the group, whose processes must have ended or been killed; while
// the kernel still empties it, it waits up to a second. A second call does nothing.
func (g *Group) Remove() error {
	if g.fd != nil {
		_ = g.fd.Close()
	}
	deadline := time.Now().Add(removeTimeout)
	for wait := time.Millisecond; ; wait = min(2*wait, 50*time.Millisecond) {
		err := gone(g.tree.Rmdir(g.dir))
		if !errors.Is(err, syscall.EBUSY) || time.Now().After(deadline) {
			return err
		}
		time.Sleep(wait)
	}
}

// gone makes nothing of the errors of a group that is removed.
func gone(err error) error {
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, syscall.ENODEV) {
		return nil
	}
	return err
}
