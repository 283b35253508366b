package pool

import (
	"errors"
	"fmt"
	"net"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/protobuf/proto"

	"github.com/elide-dev/elided/internal/frame"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// A worker is one process, from before its start until after its end. One
// goroutine, run, owns it.
type worker struct {
	id   uint64
	pool *Pool

	// The pool's lock guards these.
	key       Key
	user      string // whose runs it has; empty for one without bounds
	assigned  bool   // has run something, or is kept for key
	exclusive bool
	started   int // runs ever, for retiring
	bytes     uint64
	closing   bool // takes no more runs
	idleSince time.Time

	share share // the lock of the pool's shares guards it
	bound memoryBound

	condemned atomic.Bool // a run in it could not be stopped
	crowded   atomic.Bool // its memory is short: it gets no more runs for now

	exited   chan struct{} // closed when the process has ended
	ended    string        // how, once exited is closed
	innocent bool          // no program did it, likewise

	idleFrames frameCount

	outputs sync.Mutex // held while a piece of output is handed on; taken before mu

	mu      sync.Mutex
	proc    *process
	conn    *net.UnixConn
	writer  *frame.Writer
	live    bool // frames may be queued: both hellos were exchanged, or nothing can be held yet
	queue   []byte
	runs    map[uint64]*Run
	nextRef uint64
	acks    []*Run // with an acknowledgement to send
	forgets []uint64
	answers []*hostCall // of host calls, to be sent
	killed  Cause       // why it was killed; empty until then
	heard   bool        // a frame came since the last ping
	pinged  bool        // a ping is unanswered
	opened  bool        // has been dialled: it may hold runs
	greeted bool        // has said hello on any connection

	asked  time.Duration // its processor time when it was pinged
	silent int           // pings' time that it has not answered for
	buried bool          // its black box was read for the last time
	gauge  *gauge        // of the process, while it runs
	limit  uint64        // bytes of memory; 0 until it is lent
	memory uint64        // bytes in use at the last look
	peak   uint64        // the most that was seen
	time   time.Duration // of processors at the last look
	lent   time.Duration // time when it was lent
	rested time.Duration // time when its last run ended; less than 0 while one runs

	drain *time.Timer // ends a condemned worker; nil until it is one

	lazy *frame.Later // sends acknowledgements that nothing else carries
}

const (
	// maxBacklog is how many bytes of frames may wait for a worker that reads
	// slowly; one with more is given no further runs.
	maxBacklog = 8 << 20

	// ackAfter is how long an acknowledgement waits for a frame to go with it.
	ackAfter = 20 * time.Millisecond

	// writeTimeout is how long a worker may read nothing.
	writeTimeout = 5 * time.Second

	// exitTimeout is how long a process may take to end once its socket is closed.
	exitTimeout = time.Second

	// maxRedials bounds the connections in a row that break before a hello.
	maxRedials = 10

	// maxRedialRate bounds the connections a second, whatever comes of them: a
	// worker that greets and hangs up would have the daemon do nothing else.
	maxRedialRate = 200
)

func newWorker(p *Pool, id uint64) *worker {
	w := &worker{id: id, pool: p, exited: make(chan struct{}), runs: make(map[uint64]*Run), idleSince: time.Now()}
	w.lazy = frame.NewLater(ackAfter, w.wake)
	return w
}

// run spawns the process, keeps a connection to it and buries it.
func (w *worker) run() {
	if err := w.spawn(); err != nil {
		w.kill(CauseStart)
		w.ended = err.Error()
		close(w.exited)
	} else {
		w.converse()
		<-w.exited
	}
	w.stopTimers()
	w.pool.bury(w)
}

func (w *worker) stopTimers() {
	w.lazy.Stop()
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.drain != nil {
		w.drain.Stop()
	}
}

func (w *worker) spawn() error {
	began := time.Now()
	proc, err := startProcess(w.pool.cfg, w.pool.spawner, w.id)
	if err != nil {
		return err
	}
	gauge, err := newGauge(proc.cmd.Process.Pid)
	if err != nil {
		w.pool.cfg.Log.Error("worker is not watched", "worker", w.id, "error", err)
	}
	w.mu.Lock()
	w.proc, w.gauge = proc, gauge
	doomed := w.killed != "" || gauge == nil
	w.mu.Unlock()
	w.confined(proc)
	go func() {
		w.ended, w.innocent = proc.wait()
		close(w.exited)
	}()
	if doomed {
		proc.kill()
	}
	w.pool.cfg.OnSpawn(time.Since(began))
	return nil
}

// converse serves one connection after another until the process has ended.
func (w *worker) converse() {
	second, redials := time.Now(), 0
	for tries := 0; tries < maxRedials && redials < maxRedialRate; tries++ {
		if redials++; time.Since(second) > time.Second {
			second, redials = time.Now(), 0
		}
		greeted, err := w.connection()
		if greeted {
			tries = 0
		}
		if isViolation(err) {
			w.pool.cfg.Log.Warn("worker broke the protocol", "worker", w.id, "error", err)
			w.kill(CauseProtocol)
		}
		if !greeted && errors.Is(err, os.ErrDeadlineExceeded) {
			w.pool.cfg.Log.Warn("worker did not say hello", "worker", w.id, "timeout", w.pool.cfg.HelloTimeout)
			w.kill(CauseHung)
		}
		if w.gone(err) {
			return
		}
	}
	w.pool.cfg.Log.Warn("worker breaks its connections", "worker", w.id)
	w.kill(CauseProtocol)
}

// gone reports whether the process has ended. One that can't be dialled is about
// to, or is killed.
func (w *worker) gone(err error) bool {
	var dial *net.OpError
	wait := time.Duration(0)
	if errors.As(err, &dial) && dial.Op == "dial" || w.isKilled() {
		wait = exitTimeout
	}
	t := time.NewTimer(wait)
	defer t.Stop()
	select {
	case <-w.exited:
		return true
	case <-t.C:
	}
	if wait > 0 {
		w.kill(CauseCrashed)
		<-w.exited
		return true
	}
	return false
}

func (w *worker) isKilled() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.killed != ""
}

// connection dials the process and reads frames until the connection ends.
func (w *worker) connection() (greeted bool, err error) {
	c, err := dial(w.proc.socket)
	if err != nil {
		return false, err
	}
	defer func() { _ = c.Close() }()
	if err := w.open(c); err != nil {
		return false, err
	}
	defer w.close()
	if err := c.SetReadDeadline(time.Now().Add(w.pool.cfg.HelloTimeout)); err != nil {
		return false, err
	}
	reader := frame.NewReader(c, frame.MaxFromWorker)
	var in workerv1.FromWorker
	for {
		if err := reader.Read(&in); err != nil {
			return greeted, err
		}
		if !greeted {
			if err := w.hello(&in); err != nil {
				return false, err
			}
			greeted = true
			if err := c.SetReadDeadline(time.Time{}); err != nil {
				return greeted, err
			}
			continue
		}
		if err := w.handle(&in); err != nil {
			return greeted, err
		}
	}
}

// open makes c the connection and queues the hello. Behind the first hello of
// all, starts follow at once: a new process can hold nothing.
func (w *worker) open(c *net.UnixConn) error {
	writer, err := frame.NewWriter(c, writeTimeout, w.fill, func(error) { _ = c.Close() })
	if err != nil {
		return err
	}
	w.mu.Lock()
	w.conn, w.writer = c, writer
	w.queue, w.acks, w.forgets, w.answers = nil, nil, nil, nil
	first := !w.opened
	w.opened = true
	hello := &workerv1.DaemonHello{Version: frame.Version}
	for _, l := range w.pool.cfg.Warm {
		hello.Warm = append(hello.Warm, &workerv1.Warm{Language: l, Count: 1})
	}
	for _, r := range w.runs {
		r.sent, r.ackDirty = false, false
		r.reopenCalls()
		r.acked = r.taken
		if !first {
			hello.Attach = append(hello.Attach, &workerv1.Attach{Ref: r.ref, Stdout: r.taken[0], Stderr: r.taken[1]})
		}
	}
	w.append(&workerv1.ToWorker{Frame: &workerv1.ToWorker_Hello{Hello: hello}})
	if first {
		w.live = true
		_ = w.resend(nil) // nothing can be lost yet
	}
	w.mu.Unlock()
	writer.Wake()
	return nil
}

// close ends the use of the connection.
func (w *worker) close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.live, w.writer, w.conn = false, nil, nil
	w.queue = nil
}

// hello takes the worker's, and sends it what it doesn't hold.
func (w *worker) hello(in *workerv1.FromWorker) error {
	h := in.GetHello()
	if h == nil {
		return violation("its first frame is %T, not a hello", in.GetFrame())
	}
	if h.GetVersion() != frame.Version {
		return violation("it speaks version %d and not %d", h.GetVersion(), frame.Version)
	}
	if err := w.pool.accept(h.GetSandbox()); err != nil {
		w.kill(CauseStart)
		return err
	}
	w.mu.Lock()
	first := !w.greeted
	w.greeted, w.heard, w.pinged = true, true, false
	if first {
		w.assignLimits()
	}
	var err error
	if !w.live {
		w.live = true
		err = w.resend(h.GetHeld())
	}
	w.mu.Unlock()
	if err != nil {
		return err
	}
	w.wake()
	if first {
		w.pool.ready()
	}
	return nil
}

// resend queues what a connection must be told of each run: its start, unless
// the worker holds it, its unanswered signals, its interrupt.
func (w *worker) resend(held []*workerv1.Held) error {
	for _, h := range held {
		if r := w.runs[h.GetRef()]; r != nil {
			r.sent, r.held = true, true
		}
	}
	for _, r := range w.runs {
		if !r.sent && r.held {
			return violation("it has lost run %d", r.ref)
		}
		if !r.sent {
			w.append(startFrame(r.start))
			r.sent = true
		}
		for _, s := range r.signals {
			w.append(signalFrame(r.ref, s))
		}
		if r.interrupted {
			w.append(interruptFrame(r.ref))
		}
	}
	return nil
}

// kill ends the process; the first cause given is the one that counts.
func (w *worker) kill(c Cause) {
	w.mu.Lock()
	if w.killed == "" {
		w.killed = c
	}
	proc := w.proc
	w.mu.Unlock()
	select {
	case <-w.exited: // its number may be another process's by now
		return
	default:
	}
	if proc != nil {
		proc.kill()
	}
}

// condemn stops giving work to the worker and kills it when its runs have ended
// or had their time.
func (w *worker) condemn() {
	w.condemned.Store(true)
	w.pool.retire(w)
	for _, r := range w.current() {
		r.handler.Condemned()
	}
	if w.running() == 0 {
		w.kill(CauseCondemned)
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.drain == nil {
		w.drain = time.AfterFunc(w.pool.cfg.CondemnedDrain, func() { w.kill(CauseCondemned) })
	}
}

// current returns the runs.
func (w *worker) current() []*Run {
	w.mu.Lock()
	defer w.mu.Unlock()
	runs := make([]*Run, 0, len(w.runs))
	for _, r := range w.runs {
		runs = append(runs, r)
	}
	return runs
}

type violationError struct{ text string }

func (v violationError) Error() string { return v.text }

func violation(format string, args ...any) error {
	return violationError{fmt.Sprintf(format, args...)}
}

// isViolation tells a worker's misbehaviour from a broken connection.
func isViolation(err error) bool {
	var v violationError
	return errors.As(err, &v) || errors.Is(err, frame.ErrTooLarge) || errors.Is(err, proto.Error)
}
