package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
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

// sandboxSpawn starts workers with and without it in turns.
func (b *bench) sandboxSpawn() error {
	var off, on, more []time.Duration
	for range spawnRounds {
		bare, err := b.spawnToReady(sandbox.Off)
		if err != nil {
			return err
		}
		boxed, err := b.spawnToReady(sandbox.Require)
		if err != nil {
			return err
		}
		off, on, more = append(off, bare), append(on, boxed), append(more, boxed-bare)
	}
	without, with := median(off), median(on)
	printRow("worker, from its start to ready", "p50 %v, without sandbox %v: %.2f x, %v more (median of %d differences)",
		with, without, float64(with)/float64(without), median(more), spawnRounds)
	return nil
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
