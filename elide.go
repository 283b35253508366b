// Package elide runs small JavaScript, TypeScript, Python and Starlark programs in
// worker processes, with limits, live output and exact results. It is what the
// elided daemon is made of, for programs that want it inside.
//
// A worker process is this program started again, so main begins with a call of
// [WorkerMain]; or Config names an elided binary to start instead.
package elide

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/sandbox"
	"github.com/elide-dev/elided/internal/version"
	"github.com/elide-dev/elided/internal/worker"
)

// Config configures an Executor. The zero value runs every language with the
// defaults named.
type Config struct {
	// StateDir holds sockets and output files, and belongs to one Executor at a
	// time, which deletes what it finds there. Empty is a temporary directory that
	// Stop removes. Its path may have at most 70 bytes.
	StateDir string
	// WorkerPath is an elided binary to start workers from; empty is this program,
	// which must call WorkerMain then.
	WorkerPath string
	// Languages may be used; empty is all.
	Languages []string
	// Timeout bounds each run unless its request says otherwise; 0 is 30 s, less
	// than 0 is none.
	Timeout time.Duration
	// OutputLimit bounds each output stream, in bytes; 0 is 256 MiB.
	OutputLimit uint64
	// CPULimit bounds the processor time of each run unless its request says
	// otherwise; 0 is no limit.
	CPULimit time.Duration
	// MemoryLimit bounds the memory of a run in a worker of its own unless its request
	// says otherwise, in bytes, engine included; at least 32 MiB. 0 is 128 MiB.
	MemoryLimit uint64
	// MaxMemory bounds what a request may ask for, in bytes; 0 is 4 GiB.
	MaxMemory uint64
	// SharedMemory bounds the memory of a worker that runs share, all of it together,
	// in bytes; at least 32 MiB. 0 is 256 MiB.
	SharedMemory uint64
	// MaxRunning bounds the executions that run at once; 0 is 16,384.
	MaxRunning int
	// MaxQueued bounds those that wait for a slot; 0 is 1,024.
	MaxQueued int
	// Sandbox is "require", "best-effort" or "off": what becomes of layers of the
	// workers' sandbox that the machine doesn't offer. Empty is "require", with which
	// Start fails, and names the remedies, when too little separates programs from
	// the machine.
	Sandbox string
	// SpareWorkers is how many workers wait for work; 0 is 2.
	SpareWorkers int
	// Grace is the time between asking a program to end and making it; 0 is 5 s.
	Grace time.Duration
	// DrainTimeout is how long Stop lets programs go on; 0 is 10 s, less than 0 is
	// not at all.
	DrainTimeout time.Duration
	// Log takes what operators should know, and never a program's text, input or
	// environment; nil discards it.
	Log *slog.Logger
}

// An Executor runs programs. Its methods are safe for concurrent use.
type Executor struct {
	core   *executor.Executor
	remove string // a temporary state directory
}

// New returns an Executor that Start sets going. It refuses when there is nothing
// to start workers from: WorkerMain was not called and no WorkerPath is set. In a
// process that was itself started as a worker it panics, so that a program without
// the hook can't start itself without end.
func New(c Config) (*Executor, error) {
	return newExecutor(c, nil)
}

func newExecutor(c Config, observer executor.Observer) (*Executor, error) {
	if worker.IsWorker() {
		panic("elide: New called in a worker process: main must call elide.WorkerMain first")
	}
	mode, err := sandbox.ParseMode(c.Sandbox)
	if err != nil {
		return nil, fmt.Errorf("elide: %w", err)
	}
	if err := c.checkMemory(); err != nil {
		return nil, err
	}
	command, err := workerCommand(c.WorkerPath)
	if err != nil {
		return nil, err
	}
	e := &Executor{}
	if c.StateDir == "" {
		if e.remove, err = os.MkdirTemp("", "elided-"); err != nil {
			return nil, fmt.Errorf("state directory: %w", err)
		}
		c.StateDir = e.remove
	}
	e.core, err = executor.New(executor.Config{
		StateDir:      c.StateDir,
		WorkerCommand: command,
		WorkerEnv:     worker.Environment(),
		Version:       version.String(),
		Languages:     c.Languages,
		Limits:        executor.Limits{Timeout: c.Timeout, Output: c.OutputLimit, CPU: c.CPULimit, Memory: c.MemoryLimit},
		MaxMemory:     cmp.Or(c.MaxMemory, defaultMaxMemory),
		SharedMemory:  c.SharedMemory,
		MaxRunning:    c.MaxRunning,
		MaxQueued:     c.MaxQueued,
		Grace:         c.Grace,
		DrainTimeout:  c.DrainTimeout,
		Sandbox:       mode,
		Pool:          pool.Config{Spare: c.SpareWorkers},
		Observer:      observer,
		Log:           c.Log,
	})
	if err != nil {
		e.removeState()
		return nil, err
	}
	return e, nil
}

// defaultMaxMemory is Config.MaxMemory's, in bytes.
const defaultMaxMemory = 4 << 30

// checkMemory refuses what a request would be refused for.
func (c Config) checkMemory() error {
	for _, f := range []struct {
		name  string
		value uint64
	}{{"MemoryLimit", c.MemoryLimit}, {"MaxMemory", c.MaxMemory}, {"SharedMemory", c.SharedMemory}} {
		if f.value != 0 && f.value < executor.MinMemory {
			return fmt.Errorf("elide: Config.%s %d is less than %d", f.name, f.value, executor.MinMemory)
		}
	}
	if most := cmp.Or(c.MaxMemory, defaultMaxMemory); c.MemoryLimit > most {
		return fmt.Errorf("elide: Config.MemoryLimit %d is more than Config.MaxMemory, %d", c.MemoryLimit, most)
	}
	return nil
}

func workerCommand(path string) ([]string, error) {
	if path != "" {
		return []string{path, "worker"}, nil
	}
	if !hooked.Load() {
		return nil, errors.New("elide: no way to start workers: call elide.WorkerMain first in main, or set Config.WorkerPath to an elided binary")
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("elide: find this program to start workers from: %w", err)
	}
	return []string{self, "worker"}, nil
}

// Start spawns the first workers, waits for one to be ready and accepts programs from then on.
func (e *Executor) Start() error { return e.core.Start() }

// Stop accepts no more programs, cancels those that wait, lets the others go on
// for the drain timeout or until ctx ends, then ends them, and returns when every
// worker has ended. Statuses and output can be read no more.
func (e *Executor) Stop(ctx context.Context) {
	e.core.Stop(ctx)
	e.core.Close()
	e.removeState()
}

func (e *Executor) removeState() {
	if e.remove != "" {
		_ = os.RemoveAll(e.remove) // a temporary directory: what is left is the system's to clean
	}
}
