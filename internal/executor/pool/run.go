package pool

import (
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
	Intrinsics  []string
	Server      Server // of its host calls; nil refuses them
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
	// Signalled is true when a signal that was not the pool's ended the process.
	Signalled bool
	// Alone is true when no other execution ran in the worker.
	Alone bool
}

// A Run is a job in a worker.
type Run struct {
	ref     uint64
	worker  *worker
	handler Handler
	server  Server
	start   *workerv1.Start

	// The worker's lock guards what follows.
	sent        bool           // the start went out on this connection, or the worker has it
	signals     []queuedSignal // not yet answered
	seq         uint32         // the last signal's number
	interrupted bool           // an interrupt is to be sent on each connection
	taken       [2]uint64      // bytes handed to the handler
	acked       [2]uint64      // bytes acknowledged to the worker
	ackDirty    bool           // in the worker's list
	calls       hostCalls
	done        bool // exited, lost or abandoned: the handler hears no more
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
	if r.done {
		w.mu.Unlock()
		return
	}
	r.done = true
	delete(w.runs, r.ref)
	w.mu.Unlock()
	if w.exclusive {
		w.kill(CauseStopped)
		return
	}
	w.condemn()
}

func (j Job) frame(ref uint64) *workerv1.Start {
	p := j.Program
	s := &workerv1.Start{
		Ref: ref, Language: j.Language, Name: p.Name, Code: p.Code, Args: p.Args, Env: p.Env,
		Stdin: p.Stdin, Dir: p.Dir, OutputLimit: j.OutputLimit, TimerLimit: uint32(j.TimerLimit),
		Intrinsics: j.Intrinsics,
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
