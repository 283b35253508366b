package pool

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strconv"
	"sync"
	"syscall"

	"github.com/elide-dev/elided/internal/executor/pool/cgroup"
)

// A confinement is what the kernel bounds one process by: its control group, if
// there are any, and its autogroup.
type confinement struct {
	group *cgroup.Group // nil without control groups
	// nice is the autogroup's file. It is opened early and kept: once the worker has
	// given up being dumpable, an unprivileged daemon can't open it any more.
	nice *os.File
}

// newConfinement makes the group of a process that is to be made.
func newConfinement(tree *cgroup.Tree, id uint64) (confinement, error) {
	if tree == nil {
		return confinement{}, nil
	}
	g, err := tree.New(strconv.FormatUint(id, 10))
	if err != nil {
		return confinement{}, err
	}
	return confinement{group: g}, nil
}

// join has the process with attributes a be born in the group. The session that it
// begins gives it an autogroup of its own.
func (c *confinement) join(a *syscall.SysProcAttr) {
	a.Setsid = true
	if c.group != nil {
		a.UseCgroupFD, a.CgroupFD = true, c.group.FD()
	}
}

// watch opens what is to be had of a process that has started.
func (c *confinement) watch(pid int, log *slog.Logger) {
	f, err := os.OpenFile(fmt.Sprintf("/proc/%d/autogroup", pid), os.O_WRONLY, 0)
	switch {
	case err == nil:
		c.nice = f
	case !ended(err):
		log.Warn("share of the processors can't be set", "pid", pid, "error", err)
	}
}

// setter is how the process's share is told, on the scale of the layer.
func (c *confinement) setter(by shareBy) setter {
	switch {
	case by == byWeight && c.group != nil:
		return c.group.SetCPUWeight
	case by == byAutogroup && c.nice != nil:
		return func(nice int) error {
			_, err := c.nice.WriteString(strconv.Itoa(nice))
			return err
		}
	}
	return nil
}

// kill ends what the process's own process group does not hold.
func (c *confinement) kill() {
	if c.group != nil {
		_ = c.group.Kill() // without the file, the sandbox has left the process no others
	}
}

// oomKilled reports whether the kernel killed the process since memory ran out in
// its group.
func (c *confinement) oomKilled() bool {
	if c.group == nil {
		return false
	}
	n, err := c.group.OOMKills()
	return err == nil && n > 0
}

// remove gives everything back, once the process has ended.
func (c *confinement) remove() error {
	var err error
	if c.nice != nil {
		_ = c.nice.Close()
	}
	if c.group != nil {
		err = errors.Join(c.group.Kill(), c.group.Remove())
	}
	return err
}

// A memoryBound is how much memory the control group of a worker allows; it may be
// set before there is a process.
type memoryBound struct {
	mu    sync.Mutex
	bytes uint64
	group *cgroup.Group
}

func (m *memoryBound) set(bytes uint64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.bytes == bytes {
		return nil
	}
	m.bytes = bytes
	return m.apply()
}

func (m *memoryBound) attach(g *cgroup.Group) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.group = g
	return m.apply()
}

func (m *memoryBound) apply() error {
	if m.group == nil {
		return nil
	}
	if err := m.group.SetMemory(m.bytes); err != nil && !ended(err) {
		return err
	}
	return nil
}

// setMemory bounds the memory of the worker's control group, in bytes; 0 is no
// bound. It counts all of the process, the runtime and the program's text too.
func (w *worker) setMemory(bytes uint64) {
	if err := w.bound.set(bytes); err != nil {
		w.pool.cfg.Log.Warn("memory of the worker not bounded by its control group", "worker", w.id, "error", err)
	}
}

// confined has the kernel know what was decided before there was a process.
func (w *worker) confined(p *process) {
	if err := w.bound.attach(p.group); err != nil {
		w.pool.cfg.Log.Warn("memory of the worker not bounded by its control group", "worker", w.id, "error", err)
	}
	w.pool.shares.started(w, p.setter(w.pool.shareBy))
}

// unconfine removes the group of a worker that has ended.
func (w *worker) unconfine() {
	if w.proc == nil {
		return
	}
	if err := w.proc.remove(); err != nil {
		w.pool.cfg.Log.Warn("control group left behind until the next start", "worker", w.id, "error", err)
	}
}
