package pool

import (
	"net"
	"sync"
	"sync/atomic"
	"time"

	"github.com/elide-dev/elided/internal/frame"
)

// A worker is one process, from before its start until after its end. One
// goroutine, run, owns it.
type worker struct {
	id   uint64
	pool *Pool
	made time.Time

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
	shed      time.Time   // when a run of it was last ended for its memory; mu guards it
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
	rested time.Duration // time when its last run was seen to have ended

	resting bool // no run was in it at the last look

	caches Caches    // nil until there is word of one
	ready  time.Time // when it first said hello; zero until then

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
	w := &worker{id: id, pool: p, made: time.Now(), exited: make(chan struct{}), runs: make(map[uint64]*Run), idleSince: time.Now()}
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
