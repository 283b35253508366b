// Package pool keeps worker processes: it spawns them ahead of need, lends their
// slots, watches them, and kills and replaces those that fail. It decides nothing
// about executions; what happens to them it tells their handlers.
package pool

import (
	"log/slog"
	"time"

	"github.com/elide-dev/elided/internal/executor/pool/cgroup"
	"github.com/elide-dev/elided/internal/sandbox"
)

// Config configures a pool. Zero values are the defaults named.
type Config struct {
	// Dir holds the workers' sockets. It must exist, be empty of another daemon's
	// and be at most 80 bytes long.
	Dir string
	// Command starts a worker: a path and its arguments. The worker finds its
	// listening socket as descriptor 3.
	Command []string
	// Env is the workers' whole environment.
	Env []string

	// Sandbox says what becomes of layers of the sandbox that the machine doesn't
	// offer; empty is to require enough of them.
	Sandbox sandbox.Mode

	// Spare is how many workers wait for work; 0 is 2.
	Spare int
	// MaxWorkers bounds the processes, of which users that have a name get three quarters
	// each; 0 is 128.
	MaxWorkers int
	// Slots is how many executions share a worker; 0 is 256.
	Slots int
	// RetireRuns is after how many executions a shared worker takes no more;
	// 0 is 20,000.
	RetireRuns int
	// RetireBytes is after how many bytes of source and output; 0 is 4 GiB.
	RetireBytes uint64
	// IdleTimeout is how long a worker that ran something waits for more of the
	// same session; 0 is a minute.
	IdleTimeout time.Duration
	// HelloTimeout bounds a worker's start; 0 is 30 s.
	HelloTimeout time.Duration
	// PingInterval is how often a silent worker is asked for a sign of life. One
	// that gives none by the second ping after is killed; 0 is 5 s.
	PingInterval time.Duration
	// CondemnedDrain is how long the neighbours of a run that can't be stopped
	// may go on; 0 is 5 s.
	CondemnedDrain time.Duration
	// Cgroup is where each worker gets a control group; its Setup was called. nil is
	// none.
	Cgroup *cgroup.Tree
	// NoCgroup is why Cgroup is nil, for people; nil when nobody asked.
	NoCgroup error
	// Warm names languages to hold a pristine runtime of.
	Warm []string

	// OnCapacity is called, without locks, when a run that was refused may be
	// accepted now.
	OnCapacity func()
	// OnSpawn and OnDeath are called for each process, OnReady for each that says hello, with
	// the time since it was to be started; each may be nil.
	OnSpawn func(took time.Duration)
	OnReady func(took time.Duration)
	OnDeath func(Cause)
	// Log takes what operators should know; nil discards it.
	Log *slog.Logger
}

// MaxSlots bounds Config.Slots: a worker names all its runs in one frame.
const MaxSlots = 4_096

func (c Config) withDefaults() Config {
	setDefault(&c.Sandbox, sandbox.Require)
	setDefault(&c.Spare, 2)
	setDefault(&c.MaxWorkers, 128)
	setDefault(&c.Slots, 256)
	c.Slots = min(c.Slots, MaxSlots)
	setDefault(&c.RetireRuns, 20_000)
	setDefault(&c.RetireBytes, 4<<30)
	setDefault(&c.IdleTimeout, time.Minute)
	setDefault(&c.HelloTimeout, 30*time.Second)
	setDefault(&c.PingInterval, 5*time.Second)
	setDefault(&c.CondemnedDrain, 5*time.Second)
	if c.OnCapacity == nil {
		c.OnCapacity = func() {}
	}
	if c.OnSpawn == nil {
		c.OnSpawn = func(time.Duration) {}
	}
	if c.OnReady == nil {
		c.OnReady = func(time.Duration) {}
	}
	if c.OnDeath == nil {
		c.OnDeath = func(Cause) {}
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

// A Cause is why a worker process ended.
type Cause string

// The causes.
const (
	CauseShutdown  Cause = "shutdown"  // the pool is closing, or its session was deleted
	CauseDone      Cause = "done"      // an exclusive worker's execution ended
	CauseRetired   Cause = "retired"   // it had run enough, or was idle for long
	CauseStopped   Cause = "stopped"   // an exclusive worker's execution was killed
	CauseCondemned Cause = "condemned" // an execution in it could not be stopped
	CauseMemory    Cause = "memory"    // it had more memory than its limit
	CauseHung      Cause = "hung"      // it gave no sign of life
	CauseProtocol  Cause = "protocol"  // it broke the protocol
	CauseStart     Cause = "start"     // it could not be started
	CauseCrashed   Cause = "crashed"   // it ended by itself or was killed by another
)

// Causes are all of them.
func Causes() []Cause {
	return []Cause{
		CauseShutdown, CauseDone, CauseRetired, CauseStopped, CauseCondemned, CauseMemory, CauseHung, CauseProtocol, CauseStart, CauseCrashed,
	}
}

// untimely reports whether a worker that runs something ends so by the doing of something
// in it, or of somebody outside.
func (c Cause) untimely() bool {
	return c == CauseMemory || c == CauseHung || c == CauseProtocol || c == CauseCrashed
}
