package executor

import (
	"crypto/sha256"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/executor/hostfs"
	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/executor/spool"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// An Execution is one program from its submission until its record is forgotten.
type Execution struct {
	executor *Executor
	session  *session
	id       string
	named    bool // the client gave the id
	digest   [sha256.Size]byte
	seq      uint64 // counts all executions, for listing
	language string
	name     string
	group    string
	labels   map[string]string
	limits   Limits
	isolated bool // in a worker of its own
	done     chan struct{}
	out      [2]*spool.Log // standard output, standard error
	kept     place         // among the ended ones
	granted  []string      // intrinsics
	files    *hostfs.FS    // the directories of fs; nil without them
	filesErr error         // why they could not be opened

	mu         sync.Mutex
	request    *Request // nil once it has ended: source, input and environment aren't kept
	status     Status   // without what Status derives
	run        *pool.Run
	timeout    *time.Timer
	stopping   *stopping     // set once it is to end
	unanswered []*stopping   // what each signal that the worker has not answered means
	changed    chan struct{} // closed at the next change; nil when nobody waits
}

func newExecution(e *Executor, r *Request) *Execution {
	x := &Execution{
		executor: e, id: r.ID, named: r.ID != "", request: r,
		language: r.Language, name: r.Name, group: r.Group, labels: r.Labels,
		isolated: r.Exclusive, done: make(chan struct{}),
	}
	if x.id == "" {
		x.id = newID()
	}
	x.status = Status{State: Queued, Created: time.Now()}
	return x
}

// seal computes the digest that a repeated submission is compared by. An id made
// here can't be repeated.
func (x *Execution) seal() (err error) {
	if x.named {
		x.digest, err = x.request.digest(x.executor.key)
	}
	return err
}

// open gives an admitted execution its number and its output files' names.
func (x *Execution) open(seq uint64) {
	x.seq = seq
	base := filepath.Join(x.executor.spoolDir, strconv.FormatUint(seq, 36))
	x.out = [2]*spool.Log{spool.New(base + ".out"), spool.New(base + ".err")}
}

// Session returns the id of its session.
func (x *Execution) Session() string { return x.session.id }

// ID returns its id.
func (x *Execution) ID() string { return x.id }

// Named reports whether the client gave the id.
func (x *Execution) Named() bool { return x.named }

// Done is closed when it has ended and its status is final.
func (x *Execution) Done() <-chan struct{} { return x.done }

func (x *Execution) finished() bool {
	select {
	case <-x.done:
		return true
	default:
		return false
	}
}

// Status returns what is known now.
func (x *Execution) Status() Status {
	x.mu.Lock()
	s := x.status
	x.mu.Unlock()
	s.Session, s.ID, s.Language, s.Name = x.session.id, x.id, x.language, x.name
	s.Labels, s.Exclusive = x.labels, x.isolated
	s.StdoutBytes, s.StderrBytes = x.out[0].Size(), x.out[1].Size()
	return s
}

// ReadOutput copies bytes of a stream from offset on into p and returns how many;
// 0 when there are none yet.
func (x *Execution) ReadOutput(s Stream, p []byte, offset uint64) (int, error) {
	return x.out[s-Stdout].ReadAt(p, offset)
}

// Changed returns a channel that is closed at the next change of state or output.
// Take it before looking, then wait on it.
func (x *Execution) Changed() <-chan struct{} {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.changed == nil {
		x.changed = make(chan struct{})
	}
	return x.changed
}

// notify needs the lock.
func (x *Execution) notify() {
	if x.changed != nil {
		close(x.changed)
		x.changed = nil
	}
}

// What became of an attempt to begin.
type beginning int

const (
	begun     beginning = iota + 1 // a worker has it
	over                           // it ended while it waited
	noStarter                      // there is no worker to have
)

// begin hands the program to a worker.
func (x *Execution) begin() beginning {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.status.State != Queued {
		return over
	}
	job := pool.Job{
		Language: x.language, Program: x.request.program(),
		OutputLimit: x.limits.Output, TimerLimit: x.limits.Timers,
		Intrinsics: x.granted, Server: hostCalls{x},
	}
	// The handler's first call waits for the lock held here.
	run := x.executor.pool.Run(x.key(), x.isolated, job, handler{x})
	if run == nil {
		return noStarter
	}
	x.run, x.request = run, nil
	x.status.State, x.status.Started = Running, time.Now()
	x.status.Attempts++
	if t := x.limits.Timeout; t > 0 {
		x.timeout = time.AfterFunc(t, func() { x.stop(Timeout, x.executor.cfg.Grace) })
	}
	x.notify()
	return begun
}

// handler is an execution as the pool sees it.
type handler struct{ x *Execution }

var _ pool.Handler = handler{}

// Output keeps a program's bytes.
func (h handler) Output(stderr bool, data []byte) {
	x, i := h.x, 0
	if stderr {
		i = 1
	}
	if x.finished() {
		return
	}
	if err := x.out[i].Append(data); err != nil {
		x.executor.cfg.Log.Error("output not kept", "session", x.session.id, "execution", x.id, "error", err)
		x.abort(&stopping{reason: OutputLimit, code: exitKilled, text: "its output could not be kept: " + err.Error()})
		return
	}
	x.mu.Lock()
	x.notify()
	x.mu.Unlock()
}

// Signalled starts or shortens the wait for a program that was asked to end.
func (h handler) Signalled(handled bool) { h.x.signalled(handled) }

// Exited takes the program's own end.
func (h handler) Exited(e *workerv1.Exit) { h.x.finish(h.x.ending(e)) }

// Lost takes the end of its worker.
func (h handler) Lost(l pool.Loss) {
	x := h.x
	if cause := x.stopCause(); cause != nil && l.Cause == pool.CauseStopped {
		x.finish(cause.end())
		return
	}
	x.finish(lostEnd(l))
}
