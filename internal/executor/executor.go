// Package executor is the core of elided: sessions, executions and what becomes
// of them. It knows workers only through its pool, and no protocol and no engine.
package executor

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/elide-dev/elided/internal/executor/hostfs"
	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/frame"
	"github.com/elide-dev/elided/internal/quota"
	"github.com/elide-dev/elided/internal/sandbox"
)

// An Executor runs programs. Its methods are safe for concurrent use.
type Executor struct {
	feed     feed
	settings atomic.Pointer[Config] // never nil
	changing sync.Mutex             // held while settings are changed
	pool     *pool.Pool
	instance string
	key      []byte // of request digests
	pages    pageTokens
	state    stateDir
	spoolDir string          // set by Start
	sandbox  []sandbox.Layer // likewise

	fileSlots hostfs.Slots
	held      *quota.Quota // bytes of requests
	tidy      *frame.Later // returns memory that large requests and crowds have left

	descriptors *quota.Quota // of directories and files of grants, and of sinks

	retaining  retaining      // records that are kept until they are deleted
	delivering sync.WaitGroup // executions with sinks

	mu       sync.Mutex
	sessions map[string]*session
	turn     []*session // sessions with a queue, in the order of their turns
	queued   int
	running  int
	crowded  bool      // somebody was refused since nobody waited last
	warned   time.Time // when the log last said that a record is not kept
	seq      uint64    // of the last execution
	freed    uint64    // how often the pool had capacity again
	stopping bool
	idle     chan struct{} // closed when nothing runs, while stopping
	isIdle   bool          // idle is closed

	ended      retained
	dispatchMu sync.Mutex // held while queued executions are handed out
}

// New returns an executor that Start sets going.
func New(cfg Config) (*Executor, error) {
	if cfg.StateDir == "" || len(cfg.WorkerCommand) == 0 {
		return nil, errors.New("executor: no state directory or no worker command")
	}
	cfg = cfg.withDefaults()
	e := &Executor{
		instance: cmp.Or(cfg.Instance, newID()),
		key:      make([]byte, 32),
		state:    stateDir{path: cfg.StateDir},
		sessions: make(map[string]*session),
		idle:     make(chan struct{}),

		fileSlots: hostfs.NewSlots(maxFileCalls),
		held:      newHeld(cfg),
		tidy:      frame.NewLater(returnAfter, cfg.Tidy),

		descriptors: newDescriptors(),
		retaining:   newRetaining(cfg),
	}
	e.settings.Store(&cfg)
	if n := e.MaxRequest(); n > frame.MaxToWorker {
		return nil, fmt.Errorf("executor: MaxCode, MaxEnv and MaxInput allow requests of %d bytes, more than the %d that a worker takes", n, frame.MaxToWorker)
	}
	_, _ = rand.Read(e.key) // never fails
	var err error
	if e.pages, err = newPageTokens(); err != nil {
		return nil, err
	}
	if _, err = e.normalizeSession(SessionConfig{Languages: cfg.Languages}); err != nil {
		return nil, err
	}
	return e, nil
}

// Start clears the state directory, makes the default session, spawns the first
// workers and waits for one to say what its sandbox is made of. Stop ends it.
func (e *Executor) Start() error {
	if err := e.state.open(); err != nil {
		return err
	}
	err := e.start()
	if err == nil {
		if err = e.learnSandbox(); err != nil {
			e.pool.Close()
			e.ended.stop()
			e.pool = nil // it was not started
		}
	}
	if err != nil {
		e.state.close()
	}
	return err
}

func (e *Executor) start() error {
	workers, err := e.state.empty("workers")
	if err != nil {
		return err
	}
	if e.spoolDir, err = e.state.empty("spool"); err != nil {
		return err
	}
	c := e.cfg().Pool
	c.Dir, c.Command, c.Env, c.Sandbox = workers, e.cfg().WorkerCommand, e.cfg().WorkerEnv, e.cfg().Sandbox
	c.OnCapacity = e.capacity
	c.OnSpawn = e.cfg().Observer.WorkerSpawned
	c.OnReady = e.cfg().Observer.WorkerReady
	c.OnDeath = func(cause pool.Cause) { e.cfg().Observer.WorkerDied(string(cause)) }
	c.Log = e.cfg().Log
	if c.Warm == nil {
		c.Warm = e.cfg().Languages[:1]
	}
	p, err := pool.New(c)
	if err != nil {
		return err
	}
	e.pool = p
	e.pool.Start()
	e.ended.start(e)
	_, err = e.CreateSession(Caller{}, DefaultSession, SessionConfig{})
	return err
}

// Stop ends the executor in two steps. From the first moment no work is accepted,
// and what is queued is cancelled. What runs may go on for DrainTimeout, or until
// ctx ends; then it is asked to end, and killed after Grace. Stop returns when
// every worker has ended.
func (e *Executor) Stop(ctx context.Context) {
	if e.pool == nil {
		return // it was never started
	}
	for _, x := range e.stopAdmitting() {
		x.finishQueued(shutdownEnd)
	}
	if !e.waitIdle(ctx, max(0, e.cfg().DrainTimeout)) {
		e.cancelAll()
		e.waitIdle(context.Background(), e.cfg().Grace+stopTimeout)
	}
	for _, x := range e.unfinished() {
		x.finish(shutdownEnd)
	}
	e.feed.close()
	e.pool.Close()
	e.endDelivery()
	e.ended.stop()
	e.tidy.Stop()
}

// Close gives the state directory up, after Stop. Until then output can be read.
func (e *Executor) Close() { e.state.close() }

var shutdownEnd = end{reason: Shutdown, exitCode: exitTerminated, message: "the daemon shut down"}

func (e *Executor) stopAdmitting() (queued []*Execution) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.stopping = true
	if e.running == 0 {
		e.becomeIdle()
	}
	for _, s := range e.sessions {
		queued = append(queued, s.queue...)
		s.stopPauses()
	}
	return queued
}

// becomeIdle needs the lock.
func (e *Executor) becomeIdle() {
	if !e.isIdle {
		e.isIdle = true
		close(e.idle)
	}
}

// waitIdle reports whether everything has ended within the time given.
func (e *Executor) waitIdle(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-e.idle:
		return true
	case <-ctx.Done():
	case <-t.C:
	}
	return false
}

func (e *Executor) cancelAll() {
	for _, x := range e.unfinished() {
		x.stop(Shutdown, e.cfg().Grace)
	}
}

func (e *Executor) unfinished() (list []*Execution) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, s := range e.sessions {
		for _, x := range s.executions {
			if !x.finished() {
				list = append(list, x)
			}
		}
	}
	return list
}

// Accepting reports whether work is accepted.
func (e *Executor) Accepting() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return !e.stopping
}

// InstanceID changes with every executor.
func (e *Executor) InstanceID() string { return e.instance }

// Version is the program's.
func (e *Executor) Version() string { return e.cfg().Version }

// Stats counts what there is now.
type Stats struct {
	Queued, Running, Kept int
	Sessions              int
	Confined              int // sessions whose executions all have workers of their own
	Workers               pool.Stats
	Limits                StatsLimits
}

// StatsLimits are the most that there may be of what Stats counts.
type StatsLimits struct{ Running, Queued, Sessions, Workers int }

// Stats counts what there is now.
func (e *Executor) Stats() Stats {
	e.mu.Lock()
	s := Stats{Queued: e.queued, Running: e.running, Sessions: len(e.sessions)}
	for _, other := range e.sessions {
		if !e.confinedUntil(Caller{}, other).IsZero() {
			s.Confined++
		}
	}
	e.mu.Unlock()
	c := e.cfg()
	s.Limits = StatsLimits{Running: c.MaxRunning, Queued: c.MaxQueued, Sessions: c.MaxSessions}
	if e.pool != nil { // it was started
		s.Limits.Workers = e.pool.MaxWorkers()
		s.Kept = e.ended.count()
		s.Workers = e.pool.Stats()
	}
	return s
}
