package executor

import (
	"crypto/sha256"
	"errors"
	"math"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/executor/hostfs"
	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/executor/spool"
	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// An Execution is one program from its submission until its record is forgotten.
type Execution struct {
	executor  *Executor
	session   *session
	id        string
	named     bool   // the client gave the id
	owner     Caller // who submitted it
	digest    [sha256.Size]byte
	seq       uint64 // counts all executions, for listing
	language  string
	name      string
	group     string
	labels    map[string]string
	limits    Limits
	heavy     bool  // its sources are not to be parsed beside others
	cost      int64 // what its request costs in memory, in bytes
	isolated  bool  // it asked for a worker of its own, or needs one
	done      chan struct{}
	out       [2]*spool.Log // standard output, standard error
	unwritten sync.Once     // has the log told that they can't be written
	kept      place         // among the ended ones
	granted   []string      // intrinsics
	record    *record       // what is held against its user
	files     *hostfs.FS    // the directories of fs; nil without them
	filesErr  error         // why they could not be opened
	held      int64         // bytes that its request counts until it has ended

	sinks     *sinks        // nil without any
	sinksErr  error         // why they could not be opened
	delivered chan struct{} // done itself, without sinks
	retained  int64         // what its record counts among those kept until they are deleted
	released  bool          // that it no longer counts there; the executor's lock guards it
	weight    uint32        // of processors; 0 is the usual one
	trace     trace

	mu         sync.Mutex
	request    *Request // nil once it has ended: source, input and environment aren't kept
	status     Status   // without what Status derives
	run        *pool.Run
	spent      time.Duration // of processors, in attempts before this one
	reached    bool          // it has had an effect, or something has reached it
	timeout    *time.Timer
	stopping   *stopping   // set once it is to end
	unanswered []*stopping // what each signal that the worker has not answered means
	// evaluating has the expressions that the worker has not answered, by number, and
	// where to put the answer.
	evaluating map[uint32]chan<- lang.Evaluation
	changed    chan struct{} // closed at the next change; nil when nobody waits
}

func newExecution(e *Executor, r *Request) *Execution {
	x := &Execution{
		executor: e, id: r.ID, named: r.ID != "", owner: r.Caller, request: r,
		language: r.Language, name: r.Name, group: r.Group, labels: r.Labels,
		heavy: r.heavy(), cost: r.held(), done: make(chan struct{}), weight: r.CPUWeight,
	}
	if x.id == "" {
		x.id = newID()
	}
	x.delivered = x.done
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
	if x.sinks != nil {
		x.useSinks()
	}
}

// Session returns the id of its session.
func (x *Execution) Session() string { return x.session.id }

// ID returns its id.
func (x *Execution) ID() string { return x.id }

// Named reports whether the client gave the id.
func (x *Execution) Named() bool { return x.named }

// Done is closed when it has ended and its status is final.
func (x *Execution) Done() <-chan struct{} { return x.done }

func (x *Execution) finished() bool { return closed(x.done) }

func closed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// Status returns what is known now.
func (x *Execution) Status() Status {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.statusNow()
}

// statusNow needs the lock.
func (x *Execution) statusNow() Status {
	s := x.status
	s.Delivered = closed(x.delivered)
	if x.run != nil {
		s.Usage = x.usage(x.run)
	}
	s.Session, s.ID, s.Language, s.Name = x.session.id, x.id, x.language, x.name
	s.Labels, s.Exclusive = x.labels, s.Exclusive || x.isolated
	s.StdoutBytes, s.StderrBytes = x.out[0].Size(), x.out[1].Size()
	return s
}

// ErrDropped is the error of reading output that a sink has taken and that is no
// longer kept: OutputStart says what is.
var ErrDropped = spool.ErrDropped

// OutputStart is the offset of the first byte of a stream that is kept.
func (x *Execution) OutputStart(s Stream) uint64 { return x.out[s-Stdout].Start() }

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
	exclusive := x.isolated || x.record.confined()
	// The handler's first call waits for the lock held here.
	run := x.executor.pool.Run(x.key(), exclusive, x.job(exclusive), handler{x, x.status.Attempts + 1})
	if run == nil {
		return noStarter
	}
	x.run = run
	x.trace.begun(time.Now())
	x.status.State, x.status.Exclusive = Running, exclusive
	x.status.Attempts++
	if x.status.Attempts == 1 {
		x.startClock()
	}
	x.notify()
	x.changedState()
	return begun
}

func (x *Execution) job(exclusive bool) pool.Job {
	limit := x.limits.Output
	if x.sinks != nil {
		limit = math.MaxInt64 // the record keeps it: what a sink takes doesn't count
	}
	j := pool.Job{
		Language: x.language, Program: x.program(),
		OutputLimit: limit, TimerLimit: x.limits.Timers,
		MemoryLimit: x.limits.Memory, TimeLimit: x.limits.CPU,
		Intrinsics: x.granted, Server: hostCalls{x}, User: x.owner.bounded(),
		Weight: x.weight,
	}
	if j.TimeLimit > 0 {
		j.TimeLimit = max(1, j.TimeLimit-x.spent)
	}
	if !exclusive {
		j.MemoryLimit = x.session.sharedMemory
	}
	return j
}

// startClock begins the time that the run may take, which another attempt doesn't
// begin anew. It needs the lock.
func (x *Execution) startClock() {
	x.status.Started = time.Now()
	if t := x.limits.Timeout; t > 0 {
		x.timeout = time.AfterFunc(t, func() { x.stop(Timeout, x.executor.cfg().Grace) })
	}
}

// usage is what all attempts have consumed, the last one in run. It needs the lock.
func (x *Execution) usage(run *pool.Run) Usage {
	u := run.Usage()
	return Usage{CPU: x.spent + u.Time, Memory: u.Memory, PeakMemory: max(u.PeakMemory, x.status.Usage.PeakMemory)}
}

// handler is an attempt to run an execution as the pool sees it.
type handler struct {
	x       *Execution
	attempt int
}

var _ pool.Handler = handler{}

// Output keeps a program's bytes.
func (h handler) Output(stderr bool, data []byte) {
	x, i := h.x, 0
	if stderr {
		i = 1
	}
	if x.finished() || !h.touch() {
		return
	}
	if err := x.out[i].Append(data); err != nil {
		x.unkept(err)
		return
	}
	x.mu.Lock()
	x.notify()
	x.mu.Unlock()
}

// unkept ends a program whose output can't be kept. What it still writes until it has ended
// comes here too.
func (x *Execution) unkept(err error) {
	text := x.outputMessage()
	if !errors.Is(err, spool.ErrFull) {
		x.unwritten.Do(func() {
			x.executor.cfg().Log.Error("output not kept", "session", x.session.id, "execution", x.id, "error", err)
		})
		text = "its output could not be kept: " + err.Error()
	}
	x.abort(&stopping{reason: OutputLimit, code: exitKilled, text: text})
}

// touch notes that the program has had an effect, and reports false for a program
// that is being run again: what the run before still says is not to be kept.
func (h handler) touch() bool {
	h.x.mu.Lock()
	defer h.x.mu.Unlock()
	if h.attempt != h.x.status.Attempts || h.x.run == nil {
		return false
	}
	h.x.reached = true
	return true
}

// Signalled starts or shortens the wait for a program that was asked to end.
func (h handler) Signalled(handled bool) { h.x.signalled(handled) }

// Evaluated hands a result to who waits for it.
func (h handler) Evaluated(seq uint32, e lang.Evaluation) { h.x.evaluated(seq, e) }

// Exited takes the program's own end.
func (h handler) Exited(e *workerv1.Exit) {
	h.x.timed(e)
	h.x.finish(h.x.ending(e))
}

// LimitReached ends the program.
func (h handler) LimitReached(l pool.Limit) {
	if h.touch() {
		h.x.abort(h.x.limitStop(l))
	}
}

// Condemned moves a program that has done nothing yet out of the way of the worker's
// end; others may finish in the time that is left.
func (h handler) Condemned() { h.x.rerun(false) }

// Lost takes the end of its worker.
func (h handler) Lost(l pool.Loss) { h.x.lost(l) }
