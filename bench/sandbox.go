package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/sandbox"
	"github.com/elide-dev/elided/internal/worker"
)

// spawnRounds is how many workers of each kind are started.
const spawnRounds = 41

// sandbox is what the sandbox costs a worker, once, and an execution.
func (b *bench) sandbox() error {
	if err := b.sandboxSpawn(); err != nil {
		return err
	}
	return b.sandboxCall()
}

// spawned is what workers took: the time to be ready, and the processor time from
// their start to their end, which a busy machine changes less.
type spawned struct{ ready, cpu []time.Duration }

// sandboxSpawn starts workers with and without it in turns.
func (b *bench) sandboxSpawn() error {
	off, on := spawned{}, spawned{}
	for range spawnRounds {
		if err := b.spawn(sandbox.Off, &off); err != nil {
			return err
		}
		if err := b.spawn(sandbox.Require, &on); err != nil {
			return err
		}
	}
	quick := slices.Min(on.ready) - slices.Min(off.ready)
	with, without := median(on.ready), median(off.ready)
	printRow("worker, from its start to ready", "p50 %v, without sandbox %v: %.2f x, %v more; the quickest of %d %v more",
		with, without, float64(with)/float64(without), with-without, spawnRounds, quick)
	with, without = median(on.cpu), median(off.cpu)
	printRow("worker, processor time of start and end", "p50 %v, without sandbox %v: %.2f x, %v more",
		with, without, float64(with)/float64(without), with-without)
	return nil
}

func (b *bench) spawn(mode sandbox.Mode, s *spawned) error {
	before := processorTime()
	ready, err := b.spawnToReady(mode)
	s.ready, s.cpu = append(s.ready, ready), append(s.cpu, processorTime()-before)
	return err
}

// processorTime is this process's and that of its children which have ended.
func processorTime() (all time.Duration) {
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var u syscall.Rusage
		if syscall.Getrusage(who, &u) == nil {
			all += time.Duration(u.Utime.Nano() + u.Stime.Nano())
		}
	}
	return all
}

// spawnToReady is the time from the start of a worker's process to its hello, which
// a sandboxed one says once it is confined.
func (b *bench) spawnToReady(mode sandbox.Mode) (time.Duration, error) {
	dir := filepath.Join(b.dir, "pool")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return 0, err
	}
	p, err := pool.New(pool.Config{
		Dir: dir, Command: []string{b.elided, "worker"}, Env: worker.Environment(), Spare: 1, MaxWorkers: 1, Sandbox: mode,
		Warm: []string{"javascript"},
	})
	if err != nil {
		return 0, err
	}
	defer p.Close()
	began := time.Now()
	p.Start()
	_, err = p.Sandbox(context.Background()) // bounded by the pool
	return time.Since(began), err
}

// sandboxCall has two daemons answer in turns.
func (b *bench) sandboxCall() error {
	call := make(map[sandbox.Mode]func() error)
	for _, mode := range []sandbox.Mode{sandbox.Off, sandbox.Require} {
		d, err := b.startNamed(mode.String(), "--sandbox", mode.String())
		if err != nil {
			return err
		}
		defer d.stop()
		call[mode] = func() error { return d.call(snippet("js", tiny, false)) }
		if _, err := timed(500, call[mode]); err != nil { // warm it
			return fmt.Errorf("sandbox %v: %w", mode, err)
		}
	}
	r, err := beside(31, 300, call[sandbox.Off], call[sandbox.Require])
	if err != nil {
		return err
	}
	printRow("RunSnippet, 1 caller, shared, sandboxed", "p50 %v, without sandbox %v: %.3f x",
		r.value, r.floor, float64(r.value)/float64(r.floor))
	return nil
}
