// Package worker is the process that runs programs. It takes frames from a
// daemon over a Unix socket it was born with, runs each program in a fresh
// runtime and sends back output and exits. docs/protocol.md has the rules.
package worker

import (
	"context"
	"errors"
	"net"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/blackbox"
	"github.com/elide-dev/elided/internal/frame"
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/sandbox"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

const (
	// orphanAfter is how long a worker outlives its last connection, and firstAfter how
	// long it waits for the first one: a daemon that starts many has much to do.
	orphanAfter = 700 * time.Millisecond
	firstAfter  = 5 * time.Second

	// flushAfter is how long output may wait for more of it, or for the exit, to
	// be sent along.
	flushAfter = 5 * time.Millisecond

	// quietAfter is how long no program must start for the memory that the last
	// ones left to be collected and returned: sleeping programs stay small then.
	quietAfter = 2 * time.Second

	// writeTimeout is how long the daemon may take nothing: one that has gone closes the
	// connection, and one that is there waits for its disk.
	writeTimeout = time.Minute
)

// A Worker runs programs for one daemon.
type Worker struct {
	stock  stock
	caches *caches
	layers []sandbox.Layer // told to the daemon

	orphaned *time.Timer      // fires when there is no daemon any more
	flush    *frame.Later     // sends output that has waited long enough
	spread   *frame.Later     // looks whether programs run side by side
	quiet    *time.Timer      // fires when no program has started for a while
	watch    *watch           // of what runs use
	box      *blackbox.Writer // what the kernel doesn't have yet; nil without one

	outside lang.Outside // of the runs

	mu      sync.Mutex
	current *conn
	runs    map[uint64]*run
	tuning  tuning
	dirty   []*run // with something to send, each once
	control []byte // encoded frames that belong to no run's state
	limit   uint64 // bytes of memory that the worker may have; 0 until it runs something
	shared  bool   // it runs more than one program
	exits   uint64 // of runs
}

// New returns a Worker that runs the languages given, by name. Output that the kernel
// doesn't have yet is kept in box, which may be nil.
func New(runtimes map[string]lang.Runtime, box *blackbox.Writer) *Worker {
	w := &Worker{stock: newStock(runtimes), caches: newCaches(runtimes), box: box, runs: make(map[uint64]*run)}
	w.flush = frame.NewLater(flushAfter, w.wake)
	w.spread = frame.NewLater(spreadAfter, w.widen)
	w.watch = newWatch(w)
	w.quiet = time.AfterFunc(time.Hour, w.tidy)
	w.quiet.Stop()
	return w
}

// Serve takes connections from l, the newest replacing the one before, until the
// daemon has gone for good or ctx ends. The process is to exit then: programs may
// still be running.
func (w *Worker) Serve(ctx context.Context, l *net.UnixListener) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	w.orphaned = time.AfterFunc(firstAfter, func() { cancel(errOrphaned) })
	context.AfterFunc(ctx, func() { _ = l.Close() })
	for {
		c, err := l.AcceptUnix()
		if err != nil {
			if cause := context.Cause(ctx); cause != nil && !errors.Is(cause, errOrphaned) {
				return cause
			}
			return nil
		}
		if !fromDaemon(l, c) {
			_ = c.Close()
			continue
		}
		w.attach(c)
	}
}

var errOrphaned = errors.New("the daemon is gone")

// attach makes c the connection to the daemon and serves it in a goroutine that
// ends with it.
func (w *Worker) attach(c *net.UnixConn) {
	next, err := newConn(w, c)
	if err != nil {
		_ = c.Close()
		return
	}
	w.mu.Lock()
	previous := w.current
	w.current, w.control = next, nil
	w.orphaned.Stop()
	w.mu.Unlock()
	if previous != nil {
		previous.close()
	}
	go func() {
		next.serve()
		w.detach(next)
	}()
}

// detach gives the daemon a while to come back, if c was the connection to it.
func (w *Worker) detach(c *conn) {
	c.close()
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.current == c {
		w.current = nil
		w.orphaned.Reset(orphanAfter)
	}
}

// start runs a program, unless the daemon has sent it before.
func (w *Worker) start(s *workerv1.Start) {
	instance, ok := w.stock.take(s.GetLanguage())
	r := newRun(w, s, instance)
	w.mu.Lock()
	_, known := w.runs[r.ref]
	if !known {
		w.runs[r.ref] = r
	}
	w.mu.Unlock()
	if known {
		return
	}
	if !ok {
		r.refuse("language " + s.GetLanguage() + " is not built into this worker")
		return
	}
	w.mu.Lock()
	w.began()
	w.limitMemory(s)
	w.mu.Unlock()
	w.quiet.Reset(quietAfter)
	p, language, timers := program(s), s.GetLanguage(), int(s.GetTimerLimit())
	go func() { // it must not keep the frame
		r.execute(p, timers)
		w.stock.refill(language)
	}()
}

// limitMemory takes the worker's memory limit with its first run: until then it may
// become a shared one or another's. It needs the lock.
func (w *Worker) limitMemory(s *workerv1.Start) {
	if s.GetMemoryLimit() == w.limit {
		return
	}
	w.limit, w.shared = s.GetMemoryLimit(), !s.GetExclusive()
	w.outside.SetSpace(int64(lang.OutsideSpace(w.limit)), int64(w.limit/2))
	debug.SetMemoryLimit(int64(w.limit / 100 * leastMark))
}

// memoryLimit is the worker's, 0 until it runs something, and whether programs share it.
func (w *Worker) memoryLimit() (bytes uint64, shared bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.limit, w.shared
}

func (w *Worker) exited() uint64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.exits
}

// all appends the runs to list.
func (w *Worker) all(list []*run) []*run {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, r := range w.runs {
		list = append(list, r)
	}
	return list
}

func program(s *workerv1.Start) *lang.Program {
	p := &lang.Program{
		Name: s.GetName(), Code: s.GetCode(), Dir: s.GetDir(),
		Args: s.GetArgs(), Env: s.GetEnv(), Stdin: s.GetStdin(),
	}
	if len(s.GetFiles()) > 0 {
		p.Files = make(map[string]string, len(s.GetFiles()))
	}
	for _, f := range s.GetFiles() {
		p.Files[f.GetPath()] = f.GetContent()
	}
	return p
}

// resume prepares the runs for connection c, drops those that its daemon has no use
// for, and returns what to answer; nil when another connection has replaced c, whose
// hello says what was true once.
func (w *Worker) resume(c *conn, h *workerv1.DaemonHello) *workerv1.WorkerHello {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.current != c {
		return nil
	}
	named := make(map[uint64]*workerv1.Attach, len(h.GetAttach()))
	for _, a := range h.GetAttach() {
		named[a.GetRef()] = a
	}
	answer := &workerv1.WorkerHello{Version: frame.Version, Sandbox: fromLayers(w.layers)}
	for ref, r := range w.runs {
		a := named[ref]
		if a == nil {
			delete(w.runs, ref)
			r.interrupt()
			continue
		}
		answer.Held = append(answer.Held, r.resume(a))
		w.markDirty(r)
	}
	return answer
}

// find returns a run, or nil for one that is not held (any more).
func (w *Worker) find(ref uint64) *run {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.runs[ref]
}

func (w *Worker) forget(ref uint64) {
	w.mu.Lock()
	r := w.runs[ref]
	delete(w.runs, ref)
	w.mu.Unlock()
	if r != nil {
		r.interrupt() // a daemon forgets only what has ended; if not, it ends now
	}
}

// finished sends the exit of a run.
func (w *Worker) finished(r *run) {
	w.mu.Lock()
	w.ended()
	w.exits++
	w.mu.Unlock()
	w.changed(r, true)
}

// changed says that a run has something to send: now, or together with what
// comes within flushAfter.
func (w *Worker) changed(r *run, now bool) {
	w.mark(r)
	w.push(now)
}

func (w *Worker) mark(r *run) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.markDirty(r)
}

// push has what is marked sent, now or together with what comes within flushAfter.
func (w *Worker) push(now bool) {
	if now {
		w.wake()
	} else {
		w.flush.Ask()
	}
}

// markDirty needs the lock.
func (w *Worker) markDirty(r *run) {
	if !r.dirty {
		r.dirty = true
		w.dirty = append(w.dirty, r)
	}
}

// wake has the current connection send what there is.
func (w *Worker) wake() {
	w.mu.Lock()
	c := w.current
	w.mu.Unlock()
	if c != nil {
		c.writer.Wake()
	}
}

func toValid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
