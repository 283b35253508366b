package executor

import "time"

// A State is where an execution is. The only moves are
//
//	Queued -> Running -> Completed | Failed | Cancelled
//	Queued -> Cancelled
//
// and the last three are final.
type State int

// The states, numbered as in the public contract.
const (
	Queued State = iota + 1
	Running
	Completed
	Failed
	Cancelled
)

// Final reports whether an execution in the state has ended.
func (s State) Final() bool { return s >= Completed }

var stateNames = [...]string{"unspecified", "queued", "running", "completed", "failed", "cancelled"}

// String returns the state's name in lower case.
func (s State) String() string { return stateNames[s] }

// A StopReason is why an execution ended, numbered as in the public contract.
type StopReason int

// The stop reasons.
const (
	NotStopped StopReason = iota
	Exited
	UncaughtError
	Timeout
	CPULimit
	MemoryLimit
	OutputLimit
	TimerLimit
	StackOverflow
	CancelledByClient
	Signalled
	SessionDeleted
	Shutdown
	Crashed
	WorkerLost
)

var reasonNames = [...]string{
	"none", "exited", "uncaught_error", "timeout", "cpu_limit", "memory_limit", "output_limit",
	"timer_limit", "stack_overflow", "cancelled", "signalled", "session_deleted", "shutdown",
	"crashed", "worker_lost",
}

// String returns the reason's name in lower case.
func (r StopReason) String() string { return reasonNames[r] }

// state is the final state that a reason leads to.
func (r StopReason) state(exitCode int) State {
	switch r {
	case Exited:
		if exitCode == 0 {
			return Completed
		}
		return Failed
	case CancelledByClient, Signalled, SessionDeleted, Shutdown:
		return Cancelled
	default:
		return Failed
	}
}

// A Stream is one of a program's outputs, numbered as in the public contract.
type Stream int

// The streams.
const (
	Stdout Stream = iota + 1
	Stderr
)

// A Status is what is known of an execution at one moment, without its output.
type Status struct {
	Session, ID string
	Language    string // full name
	Name        string // the main source's
	Labels      map[string]string
	Exclusive   bool

	State    State
	Reason   StopReason
	ExitCode int    // meaningful in a final state
	Error    string // one line, empty unless it failed
	Detail   *ErrorDetail

	Created time.Time // accepted
	Started time.Time // zero until its run began
	Ended   time.Time // zero until it ended

	Attempts int // times it was handed to a worker
	Usage    Usage
	// StdoutBytes and StderrBytes are how much was written so far.
	StdoutBytes, StderrBytes uint64
	// Delivered is true when it has ended and its sinks have taken all that they ever
	// will; without sinks at its end.
	Delivered bool
}

// WallTime is how long the execution has run.
func (s Status) WallTime() time.Duration { return span(s.Started, s.Ended) }

// QueueTime is how long it waited.
func (s Status) QueueTime() time.Duration {
	if s.Started.IsZero() {
		return span(s.Created, s.Ended)
	}
	return s.Started.Sub(s.Created)
}

func span(from, to time.Time) time.Duration {
	if from.IsZero() {
		return 0
	}
	if to.IsZero() {
		to = time.Now()
	}
	return to.Sub(from)
}

// A Usage is what an execution has consumed.
type Usage struct {
	// CPU is processor time. It is exact in a worker of its own; in a shared one it is
	// what the program's thread used, without its part of the garbage collection.
	CPU time.Duration
	// Memory and PeakMemory are its worker's, in bytes; 0 in a shared one.
	Memory, PeakMemory uint64
}

// An ErrorDetail is where and how a program failed.
type ErrorDetail struct {
	Message      string
	File         string
	Line, Column int // from 1; 0 when not known
	Stack        string
}
