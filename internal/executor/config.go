package executor

import (
	"log/slog"
	"time"

	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/sandbox"
)

// Config configures an executor. Zero values are the defaults named.
type Config struct {
	// StateDir holds worker sockets and output files. What an earlier executor
	// left in it is deleted; two at once must not share it. Required.
	StateDir string
	// WorkerCommand starts a worker. Required.
	WorkerCommand []string
	// WorkerEnv is the workers' whole environment.
	WorkerEnv []string
	// Instance is an id that no other executor has or had; empty has one made.
	Instance string
	// Version is the program's, for people.
	Version string

	// Languages may be used; empty is all.
	Languages []string
	// Limits are for executions of sessions that have none of their own.
	Limits Limits
	// MaxTimeout bounds the timeout that may be asked for; 0 is no bound.
	MaxTimeout time.Duration
	// MaxOutput bounds each stream, in bytes; 0 is 1 GiB.
	MaxOutput uint64
	// MaxMemory bounds the memory that an execution may ask for, in bytes; 0 is 4 GiB.
	MaxMemory uint64
	// SharedMemory bounds the memory of a shared worker, in bytes; 0 is 256 MiB.
	SharedMemory uint64
	// MaxCode bounds the sources of an execution together, in bytes; 0 is 4 MiB.
	MaxCode int
	// MaxEnv bounds the environment, in bytes; 0 is 256 KiB.
	MaxEnv int
	// MaxInput bounds arguments and standard input together, in bytes; 0 is 1 MiB.
	MaxInput int
	// MaxRunning bounds the executions that run at once; 0 is 16,384.
	MaxRunning int
	// MaxQueued bounds those that wait; 0 is 1,024.
	MaxQueued int
	// MaxHeldBytes bounds the requests of the executions that wait and run, in bytes; a
	// caller other than root has at most half of it. 0 is 512 MiB.
	MaxHeldBytes int64
	// MaxSessions bounds the sessions; 0 is 1,024.
	MaxSessions int
	// KeepRecords is how many ended executions are remembered; 0 is 10,000.
	KeepRecords int
	// KeepFor is how long; 0 is an hour.
	KeepFor time.Duration
	// KeepBytes bounds the output of ended executions, in bytes: beyond it the oldest
	// are forgotten before their time; 0 is 16 GiB.
	KeepBytes uint64
	// KeepRetained is how many records that are kept until they are deleted each user
	// may have; 0 is 10,000.
	KeepRetained int
	// KeepInMemory bounds the output of ended executions that stays in memory, in
	// bytes; 0 is 16 MiB. The rest goes to files.
	KeepInMemory int
	// Grace is the time between asking a program to end and making it; 0 is 5 s.
	Grace time.Duration
	// DrainTimeout is how long Stop lets programs go on; 0 is 10 s, less than 0 is
	// not at all.
	DrainTimeout time.Duration

	// Sandbox says what becomes of layers of the workers' sandbox that the machine
	// doesn't offer; empty is sandbox.Require, with which Start fails with less than
	// sandbox.Enough.
	Sandbox sandbox.Mode

	// FSRoots are the real directories below which a caller other than root may have
	// directories granted to an execution; empty is none. StateDir must not be reached
	// through them unless every caller is its owner.
	FSRoots []string
	// Tidy is called some time after the end of large requests, and of a queue that was full,
	// to return the memory that they have left to the system; nil is nothing.
	Tidy func()
	// Private shows each caller but root only the sessions and executions that are
	// its own.
	Private bool

	// RerunWithin is how old a run may be to be run again when its worker is lost
	// through no fault of its own; 0 is 2 s.
	RerunWithin time.Duration

	// Pool configures the workers; its Dir, Command, Env and Sandbox are set from above.
	Pool pool.Config
	// Observer is told of what happens, for metrics; may be nil.
	Observer Observer
	// Tracer follows executions; nil is nobody.
	Tracer Tracer
	// Log takes what operators should know; nil discards it.
	Log *slog.Logger
}

// Limits bound an execution. In a session's configuration zeros are the daemon's,
// in a request the session's.
type Limits struct {
	// Timeout bounds the wall-clock time of the run; less than 0 is none.
	Timeout time.Duration
	// Output bounds each stream, in bytes.
	Output uint64
	// Timers bounds the timers pending at once.
	Timers int
	// Memory bounds an execution in a worker of its own, engine included, in bytes; at
	// least MinMemory. In a shared worker the worker's limit holds.
	Memory uint64
	// CPU bounds the processor time; less than 0 is none.
	CPU time.Duration
}

// MinMemory is the least memory limit, in bytes: an engine alone takes a part of it.
const MinMemory = 32 << 20

// or fills what l leaves open from other.
func (l Limits) or(other Limits) Limits {
	setDefault(&l.Timeout, other.Timeout)
	setDefault(&l.Output, other.Output)
	setDefault(&l.Timers, other.Timers)
	setDefault(&l.Memory, other.Memory)
	setDefault(&l.CPU, other.CPU)
	return l
}

// defaultLimits are the design's.
var defaultLimits = Limits{Timeout: 30 * time.Second, Output: 256 << 20, Timers: 10_000, Memory: 128 << 20}

func (c Config) withDefaults() Config {
	c.Limits = c.Limits.or(defaultLimits)
	setDefault(&c.Sandbox, sandbox.Require)
	setDefault(&c.MaxOutput, 1<<30)
	setDefault(&c.MaxMemory, 4<<30)
	setDefault(&c.SharedMemory, 256<<20)
	setDefault(&c.MaxCode, 4<<20)
	setDefault(&c.MaxEnv, 256<<10)
	setDefault(&c.MaxInput, 1<<20)
	setDefault(&c.MaxRunning, 16_384)
	setDefault(&c.MaxQueued, 1_024)
	setDefault(&c.MaxHeldBytes, 512<<20)
	setDefault(&c.MaxSessions, 1_024)
	setDefault(&c.KeepRecords, 10_000)
	setDefault(&c.KeepFor, time.Hour)
	setDefault(&c.KeepBytes, 16<<30)
	setDefault(&c.KeepRetained, 10_000)
	setDefault(&c.KeepInMemory, 16<<20)
	setDefault(&c.Grace, 5*time.Second)
	setDefault(&c.DrainTimeout, 10*time.Second)
	setDefault(&c.RerunWithin, 2*time.Second)
	if len(c.Languages) == 0 {
		for _, l := range lang.All() {
			c.Languages = append(c.Languages, l.Name)
		}
	}
	if c.Observer == nil {
		c.Observer = Nobody{}
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	return c
}

func setDefault[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

// An Observer is told of what happens. Its methods are called from many
// goroutines and must not block.
type Observer interface {
	// Ended is called for each execution that has ended, with its final status.
	Ended(Status)
	// Refused is called for each submission that was refused, with one of RefusalReasons.
	Refused(reason string)
	// WorkerSpawned is called for each worker process, with the time it took.
	WorkerSpawned(time.Duration)
	// WorkerReady is called for each worker process that has said hello, with the time since
	// it was to be started.
	WorkerReady(time.Duration)
	// WorkerDied is called for each worker process that ended.
	WorkerDied(cause string)
}

// Nobody is an Observer that hears nothing.
type Nobody struct{}

// Ended does nothing.
func (Nobody) Ended(Status) {}

// Refused does nothing.
func (Nobody) Refused(string) {}

// WorkerSpawned does nothing.
func (Nobody) WorkerSpawned(time.Duration) {}

// WorkerReady does nothing.
func (Nobody) WorkerReady(time.Duration) {}

// WorkerDied does nothing.
func (Nobody) WorkerDied(string) {}
