package pool

import (
	"time"

	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// A Key is who may share a worker.
type Key struct {
	Session, Group string
}

// A Job is a program and the limits that a worker keeps for it.
type Job struct {
	Language    string
	Program     *lang.Program
	OutputLimit uint64 // bytes of each stream
	TimerLimit  int    // pending timers; 0 is no limit
	// MemoryLimit is its worker's, in bytes, and set by the first run of a shared
	// one; 0 is no limit.
	MemoryLimit uint64
	TimeLimit   time.Duration // of processors; 0 is no limit
	Intrinsics  []string      // granted
	User        string        // whose it is, for the bound on workers; empty is nobody's
	Weight      uint32        // of processors, in a worker of its own; 0 is 100
	Server      Server        // of its host calls; nil refuses them
}

func (j Job) size() (n uint64) {
	n = uint64(len(j.Program.Code) + len(j.Program.Stdin))
	for _, f := range j.Program.Files {
		n += uint64(len(f))
	}
	return n
}

// A Handler is told what becomes of a run. Its methods are called one at a time
// and without the pool's locks; the last call is Exited or Lost. They must not
// block for long: a worker's other runs wait.
type Handler interface {
	// Output takes the next bytes of a stream, which are valid until it returns.
	Output(stderr bool, data []byte)
	// Signalled says whether the program had a handler for the signal it was sent.
	Signalled(handled bool)
	// Evaluated says what became of an expression, by the number that Eval gave it.
	Evaluated(seq uint32, e lang.Evaluation)
	// LimitReached says that the run is to end because of a limit. It may come from
	// another goroutine than the rest.
	LimitReached(Limit)
	// Condemned says that the worker is about to be killed because of another run.
	Condemned()
	// Exited says that the program has ended, after all its output.
	Exited(*workerv1.Exit)
	// Lost says that the worker has ended and the program with it.
	Lost(Loss)
}

// A Loss is how a worker took a run with it.
type Loss struct {
	Cause Cause
	// Detail is for people: how the process ended and what it said.
	Detail string
	// Fault is what this run did to the worker; NoFault when another one did it.
	Fault Fault
	// Unsolved is true when one of the worker's programs did it, and nobody knows which.
	Unsolved bool
	// Counted is true for one run of a worker that ended before its time and has no
	// culprit: somebody has to be held back when that happens again and again.
	Counted bool
}

// A Run is a job in a worker.
type Run struct {
	ref     uint64
	worker  *worker
	handler Handler
	server  Server
	start   *workerv1.Start

	// The worker's lock guards what follows.
	held        bool           // the worker has had it
	sent        bool           // the start went out on this connection, or the worker has it
	signals     []queuedSignal // not yet answered
	seq         uint32         // the last signal's number
	evals       evaluations
	interrupted bool      // an interrupt is to be sent on each connection
	taken       [2]uint64 // bytes handed to the handler
	acked       [2]uint64 // bytes acknowledged to the worker
	ackDirty    bool      // in the worker's list
	calls       hostCalls
	done        bool // exited, lost or abandoned: the handler hears no more

	timeLimit time.Duration // of processors, in an exclusive worker
	limited   bool          // a limit is ending it
	limitedBy Limit         // as the worker says
	time      time.Duration // of processors, by the worker's word
	allocated uint64        // bytes, by the worker's word
	rate      float64       // bytes allocated a second of late
	waiting   bool          // its engine was not running at the last word
	heard     time.Time     // when that was
	touching  touching      // when its worker was frozen
}

type queuedSignal struct {
	seq       uint32
	name      string
	interrupt bool
}

// Signal sends a signal ("SIGTERM"). When interruptUnhandled is set and the
// program has no handler, it is interrupted.
func (r *Run) Signal(name string, interruptUnhandled bool) {
	w := r.worker
	w.mu.Lock()
	r.seq++
	s := queuedSignal{r.seq, name, interruptUnhandled}
	r.signals = append(r.signals, s)
	w.queueLive(signalFrame(r.ref, s))
	w.mu.Unlock()
	w.wake()
}

// Interrupt ends the program's engine, as soon as that lets it.
func (r *Run) Interrupt() {
	w := r.worker
	w.mu.Lock()
	r.interrupted = true
	w.queueLive(interruptFrame(r.ref))
	w.mu.Unlock()
	w.wake()
}

// Kill ends the run for good; a call of its handler may be under way, and no other
// follows. An exclusive worker is killed with it. A shared one is condemned: it
// gets no new work, its other runs may go on for a while, then it is killed.
func (r *Run) Kill() {
	w := r.worker
	w.mu.Lock()
	left := r.leave()
	w.mu.Unlock()
	if !left {
		return
	}
	if w.exclusive {
		w.kill(CauseStopped)
		return
	}
	w.condemn()
}

// Destroy kills the process of an exclusive worker, which loses the run; of a shared
// one it saves the output that the worker holds back, and reports false.
func (r *Run) Destroy() bool {
	if r.worker.exclusive {
		r.worker.kill(CauseStopped)
		return true
	}
	r.worker.salvage()
	return false
}

// Retract gives the run up if it has made no host call: what becomes of it in its worker,
// which is to be killed, is of no interest any more. It reports whether it did. A call of
// the handler may be under way then, and no other follows.
func (r *Run) Retract() bool {
	w := r.worker
	w.mu.Lock()
	defer w.mu.Unlock()
	return r.calls.last == 0 && r.leave()
}

// leave gives the run up, and reports whether it was still the handler's. It needs the
// worker's lock.
func (r *Run) leave() bool {
	if r.done {
		return false
	}
	r.done = true
	delete(r.worker.runs, r.ref)
	return true
}

// Ready is when the run's worker had said hello; zero if it hasn't yet.
func (r *Run) Ready() time.Time {
	w := r.worker
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.ready
}

// Shared reports whether other runs may be in the worker.
func (r *Run) Shared() bool { return !r.worker.exclusive }

func (j Job) frame(ref uint64, exclusive bool) *workerv1.Start {
	p := j.Program
	s := &workerv1.Start{
		Ref: ref, Language: j.Language, Name: p.Name, Code: p.Code, Args: p.Args, Env: p.Env,
		Stdin: p.Stdin, Dir: p.Dir, OutputLimit: j.OutputLimit, TimerLimit: uint32(j.TimerLimit),
		MemoryLimit: j.MemoryLimit, Exclusive: exclusive, Intrinsics: j.Intrinsics,
	}
	if !exclusive { // of the other kind the pool reads the whole process's clock
		s.CpuLimit = uint64(j.TimeLimit)
	}
	for path, content := range p.Files {
		s.Files = append(s.Files, &workerv1.File{Path: path, Content: content})
	}
	return s
}

func startFrame(s *workerv1.Start) *workerv1.ToWorker {
	return &workerv1.ToWorker{Frame: &workerv1.ToWorker_Start{Start: s}}
}

func signalFrame(ref uint64, s queuedSignal) *workerv1.ToWorker {
	return &workerv1.ToWorker{Frame: &workerv1.ToWorker_Signal{Signal: &workerv1.Signal{
		Ref: ref, Seq: s.seq, Name: s.name, InterruptUnhandled: s.interrupt,
	}}}
}

func interruptFrame(ref uint64) *workerv1.ToWorker {
	return &workerv1.ToWorker{Frame: &workerv1.ToWorker_Interrupt{Interrupt: &workerv1.Interrupt{Ref: ref}}}
}
