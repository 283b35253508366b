package cgroup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A Tree is a delegated part of the hierarchy. Its methods are safe for concurrent
// use once Setup has returned. A process uses one.
type Tree struct {
	files
	dir         string
	pid         int
	inLeaf      bool // the process was started in the leaf
	controllers []string
}

// The daemon has to stay in time whatever the workers do; the workers' group has
// the kernel's default of 100.
const daemonWeight = 10_000

// Dir is the root of the tree.
func (t *Tree) Dir() string { return t.dir }

// Has reports whether a controller (memory, cpu or pids) works here.
func (t *Tree) Has(controller string) bool { return slices.Contains(t.controllers, controller) }

// Describe says for operators where the groups are and what they bound, and which
// controllers are missing.
func (t *Tree) Describe() string {
	s := t.dir + ": " + strings.Join(t.controllers, ", ")
	for _, c := range controllers {
		if !t.Has(c) {
			s += "; no " + c
		}
	}
	return s
}

// Setup moves this process into a group of its own, makes the one for workers and
// removes what an earlier daemon left there. It must be called before New, and
// before this process has children.
func (t *Tree) Setup() error {
	if err := t.alone(); err != nil {
		return err
	}
	if err := t.enter(); err != nil {
		return fmt.Errorf("control groups: %w", err)
	}
	if err := t.workers(); err != nil {
		return errors.Join(fmt.Errorf("control groups: %w", err), t.Close())
	}
	return nil
}

// enter puts the process into the leaf: only a group without processes hands its
// controllers on.
func (t *Tree) enter() error {
	if err := t.mkdir(leaf); err != nil {
		return err
	}
	return t.Write(t.path(leaf, "cgroup.procs"), strconv.Itoa(t.pid))
}

func (t *Tree) workers() error {
	if err := t.hand("", "+"); err != nil {
		return err
	}
	if t.Has("cpu") {
		if err := t.Write(t.path(leaf, "cpu.weight"), strconv.Itoa(daemonWeight)); err != nil {
			return err
		}
	}
	if err := t.mkdir("workers"); err != nil {
		return err
	}
	if err := t.hand("workers", "+"); err != nil {
		return err
	}
	return t.sweep()
}

func (t *Tree) path(names ...string) string {
	return filepath.Join(append([]string{t.dir}, names...)...)
}

// mkdir makes a group that may be there already.
func (t *Tree) mkdir(name string) error {
	if err := t.Mkdir(t.path(name)); !errors.Is(err, os.ErrExist) {
		return err
	}
	return nil
}

// hand gives ("+") a group's controllers to the groups below it, or takes ("-") them.
func (t *Tree) hand(group, sign string) error {
	value := sign + strings.Join(t.controllers, " "+sign)
	return t.Write(t.path(group, "cgroup.subtree_control"), value)
}

// sweep ends the workers of an earlier daemon, which may not have noticed its end
// yet, and removes their groups.
func (t *Tree) sweep() error {
	names, err := t.Directories(t.path("workers"))
	if err != nil {
		return err
	}
	for _, name := range names {
		old := &Group{tree: t, dir: t.path("workers", name)}
		err = errors.Join(err, old.Kill(), old.Remove())
	}
	return err
}

// Close removes the groups, once those of all workers were, and puts the process
// back where it was.
func (t *Tree) Close() error {
	workers := t.Rmdir(t.path("workers"))
	if errors.Is(workers, os.ErrNotExist) {
		workers = nil
	}
	if err := errors.Join(workers, t.hand("", "-")); err != nil {
		return fmt.Errorf("control groups: %w", err)
	}
	if t.inLeaf {
		return nil
	}
	if err := t.Write(t.path("cgroup.procs"), strconv.Itoa(t.pid)); err != nil {
		return fmt.Errorf("control groups: %w", err)
	}
	return t.Rmdir(t.path(leaf))
}
