package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"runtime/pprof"
	"strconv"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/frame"
	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// errEnded is what a program's write returns once its run is to end.
var errEnded = errors.New("the run is ending")

// A run is one execution in this worker, from Start to Forget.
type run struct {
	ref      uint64
	worker   *Worker
	instance lang.Instance

	mu    sync.Mutex
	room  sync.Cond // signalled when a stream has room or the run is to end
	out   [2]stream // standard output, standard error
	ended bool      // writes fail from here on
	full  bool      // because a stream reached its limit

	exit     *workerv1.Exit // set when the program has ended
	exitSent bool           // on the current connection

	calls hostCalls

	evals evaluations

	signals []bool // whether each signal taken was handled; the first has number 1

	dirty bool // in the worker's list; the worker's lock guards it

	meter    meter
	cpuLimit time.Duration  // 0 is none
	limited  workerv1.Limit // what it was interrupted for; mu guards it
}

func newRun(w *Worker, s *workerv1.Start, instance lang.Instance) *run {
	r := &run{ref: s.GetRef(), worker: w, instance: instance, cpuLimit: time.Duration(s.GetCpuLimit())}
	r.meter.watch, r.meter.ref = w.watch, r.ref
	r.calls.intrinsics = s.GetIntrinsics()
	r.room.L = &r.mu
	for i := range r.out {
		r.out[i].limit = s.GetOutputLimit()
	}
	return r
}

// execute runs the program to its end and reports it.
//
// What stands on the stack while a program sleeps decides, above 2 KiB, between 4 and
// 8 KiB for each: so what comes before and after it has frames of its own.
func (r *run) execute(p *lang.Program, timers int) {
	h := r.begin(timers)
	outcome := r.call(p, h)
	r.end(outcome)
}

//go:noinline
func (r *run) begin(timers int) *lang.Host {
	pprof.SetGoroutineLabels(r.label())
	h := &lang.Host{
		Stdout: output{r, 0},
		Stderr: output{r, 1},
		Timers: timers,
		Meter:  &r.meter,

		Outside: &r.worker.outside,
	}
	r.grant(h)
	r.meter.start = time.Now()
	r.meter.Resume()
	return h
}

//go:noinline
func (r *run) end(outcome lang.Outcome) {
	r.meter.Pause()
	r.mu.Lock()
	r.ended = true
	r.calls.drop()
	r.exit = r.describe(outcome)
	r.instance = nil
	r.mu.Unlock()
	r.worker.finished(r)
}

// label marks the goroutine of the run, so that a traceback of the whole process
// tells which run was the one that ended it.
func (r *run) label() context.Context {
	return pprof.WithLabels(context.Background(), pprof.Labels(frame.RunLabel, strconv.FormatUint(r.ref, 10)))
}

// call is the last line of defence: a language recovers its own panics.
func (r *run) call(p *lang.Program, h *lang.Host) (o lang.Outcome) {
	defer func() {
		if cause := recover(); cause != nil {
			o = lang.Outcome{Reason: lang.Crashed, ExitCode: 1, Err: &lang.Error{
				Message: fmt.Sprintf("the engine panicked: %.200v", cause),
				Stack:   string(debug.Stack()),
			}}
		}
	}()
	return r.instance.Run(p, h)
}

// maxErrorText bounds each text of an exit, so that its frame is never too large.
const maxErrorText = 32 << 10

func (r *run) describe(o lang.Outcome) *workerv1.Exit {
	e := &workerv1.Exit{
		Ref:       r.ref,
		Reason:    exitReason(o.Reason, r.full),
		ExitCode:  int32(o.ExitCode),
		StdoutEnd: r.out[0].end(),
		StderrEnd: r.out[1].end(),
		Usage:     r.usage(),
		Limit:     r.limited,
		Took:      uint64(time.Since(r.meter.start)),
	}
	e.Compile = e.Took
	if c := r.meter.compiled; c > 0 { // else it is wrong, or was ended before
		e.Compile = uint64(c)
	}
	if o.Err != nil {
		e.Message = clip(o.Err.Message)
		e.File = clip(o.Err.File)
		e.Line = uint32(max(0, o.Err.Line))
		e.Column = uint32(max(0, o.Err.Column))
		e.Stack = clip(o.Err.Stack)
	}
	return e
}

func exitReason(r lang.Reason, outputFull bool) workerv1.ExitReason {
	if outputFull {
		return workerv1.ExitReason_EXIT_REASON_OUTPUT_LIMIT
	}
	switch r {
	case lang.Exited:
		return workerv1.ExitReason_EXIT_REASON_EXITED
	case lang.UncaughtError:
		return workerv1.ExitReason_EXIT_REASON_UNCAUGHT_ERROR
	case lang.Interrupted:
		return workerv1.ExitReason_EXIT_REASON_INTERRUPTED
	case lang.TimerLimit:
		return workerv1.ExitReason_EXIT_REASON_TIMER_LIMIT
	case lang.StackOverflow:
		return workerv1.ExitReason_EXIT_REASON_STACK_OVERFLOW
	default:
		return workerv1.ExitReason_EXIT_REASON_CRASHED
	}
}

// interrupt ends the program: its writes fail and its engine is told.
func (r *run) interrupt() {
	r.mu.Lock()
	r.ended = true
	instance := r.instance
	r.room.Broadcast()
	r.mu.Unlock()
	if instance != nil {
		instance.Interrupt()
	}
}

// signal delivers a signal once, however often it is sent, and says what became
// of it. Interrupting a program without a handler is left to the caller, who
// answers first, so that the answer precedes the exit.
func (r *run) signal(s *workerv1.Signal) *workerv1.SignalResult {
	r.mu.Lock()
	instance, handled := r.instance, false
	known := int(s.GetSeq()) <= len(r.signals) && s.GetSeq() > 0
	if known {
		handled = r.signals[s.GetSeq()-1]
	}
	r.mu.Unlock()
	if !known {
		handled = instance != nil && instance.Signal(s.GetName())
		r.mu.Lock()
		r.signals = append(r.signals, handled)
		r.mu.Unlock()
	}
	return &workerv1.SignalResult{Ref: r.ref, Seq: s.GetSeq(), Handled: handled}
}

// setLimited notes the limit that ends the run, and reports false when it has ended
// or another one is noted.
func (r *run) setLimited(l workerv1.Limit) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.exit != nil || r.limited != 0 {
		return false
	}
	r.limited = l
	return true
}

func (r *run) isLimited() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.limited != 0
}

func (r *run) hasExited() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.exit != nil
}

func (r *run) usage() *workerv1.RunUsage {
	used, _, computing := r.meter.read()
	return &workerv1.RunUsage{Ref: r.ref, Cpu: uint64(used), Allocated: r.meter.allocated.Load(), Active: computing}
}

func (r *run) limitFrame() *workerv1.FromWorker {
	r.mu.Lock()
	defer r.mu.Unlock()
	return &workerv1.FromWorker{Frame: &workerv1.FromWorker_LimitReached{LimitReached: &workerv1.LimitReached{
		Ref: r.ref, Limit: r.limited, Usage: r.usage(),
	}}}
}

// ack takes the daemon's acknowledgement and lets a waiting write go on.
func (r *run) ack(a *workerv1.Ack) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.out[0].ack(a.GetStdout())
	r.out[1].ack(a.GetStderr())
	r.evals.ack(a.GetEvals())
	r.room.Broadcast()
}

// resume prepares a run for a new connection.
func (r *run) resume(a *workerv1.Attach) *workerv1.Held {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.out[0].resume(a.GetStdout())
	r.out[1].resume(a.GetStderr())
	r.exitSent = false
	r.calls.resume()
	r.evals.unsent = len(r.evals.results)
	r.room.Broadcast()
	return &workerv1.Held{Ref: r.ref, SignalSeq: uint32(len(r.signals))}
}

// output is a stream of a run as the program writes it.
type output struct {
	run *run
	i   int
}

var _ io.Writer = output{}

// flushAt is how many unsent bytes are sent without waiting for more.
const flushAt = 16 << 10

// Write takes all of p, waiting for room, or fails because the run is to end.
func (o output) Write(p []byte) (int, error) {
	r, s := o.run, &o.run.out[o.i]
	written := 0
	r.mu.Lock()
	defer r.mu.Unlock()
	for written < len(p) {
		if r.ended {
			return written, errEnded
		}
		if s.full() {
			r.ended, r.full = true, true
			r.instance.Interrupt()
			return written, errEnded
		}
		from := s.end()
		n := s.take(p[written:])
		if n == 0 {
			r.meter.Pause()
			r.room.Wait()
			r.meter.Resume()
			continue
		}
		kept := r.worker.box.Add(r.ref, o.i, from, p[written:written+n])
		written += n
		o.flush(!kept || s.unsent() >= flushAt)
	}
	return written, nil
}

// flush tells the worker, without the run's lock: the worker takes the run's lock with
// its own held. The black box may be cleared once the run is marked.
func (o output) flush(now bool) {
	w := o.run.worker
	o.run.mu.Unlock()
	w.mark(o.run)
	w.box.Done()
	w.push(now)
	o.run.mu.Lock()
}

func clip(s string) string {
	if len(s) <= maxErrorText {
		return toValid(s)
	}
	return toValid(s[:maxErrorText]) + "..."
}
