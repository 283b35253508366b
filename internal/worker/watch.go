package worker

import (
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/frame"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

const (
	// watchEvery is how often the runs that compute are looked at.
	watchEvery = 10 * time.Millisecond

	// reportEvery is how much more processor time of a run the daemon is told of,
	// unless memory is short: then it is told at every look.
	reportEvery = 100 * time.Millisecond

	// rateMemory is how long an allocation counts for a run's rate.
	rateMemory = 500 * time.Millisecond
)

// A watch looks at the runs that compute: it ends those that have used up their
// processor time, puts allocations down to runs, and in a shared worker ends those
// that allocate fastest when memory is short.
type watch struct {
	worker *Worker
	later  *frame.Later

	mu     sync.Mutex // held by look, and guards what follows
	memory memory
	runs   []*run // kept for its space
}

func newWatch(w *Worker) *watch {
	t := &watch{worker: w, memory: newMemory()}
	t.memory.read(&t.worker.outside)
	t.memory.untouched = 0 // what there is by now is no program's
	t.later = frame.NewLater(watchEvery, t.look)
	return t
}

// ask has the runs looked at soon.
func (t *watch) ask() { t.later.Ask() }

// A share is what one run did since the last look.
type share struct {
	run       *run
	time      time.Duration
	system    time.Duration // the kernel's part of it
	computing bool
}

// look is called watchEvery while a run computes, and once after that.
func (t *watch) look() {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	shares, busy := t.shares()
	t.memory.read(&t.worker.outside)
	t.attribute(shares, now)
	t.limitTime(shares)
	t.limitMemory(shares)
	t.report(shares)
	if busy {
		t.ask()
	}
}

// shares returns the runs that have computed since the last look.
func (t *watch) shares() (list []share, busy bool) {
	t.runs = t.worker.all(t.runs[:0])
	for _, r := range t.runs {
		used, system, computing := r.meter.read()
		busy = busy || computing
		if d := used - r.meter.seen; d > 0 || computing || !r.meter.told || r.meter.computing {
			r.meter.seen = used
			list = append(list, share{r, d, system - r.meter.faulted, computing})
			r.meter.faulted = system
		}
	}
	clear(t.runs) // they must not be kept alive
	return list, busy
}

// attribute puts allocations down to the runs that computed meanwhile. Memory that is new
// to the process goes to whom the kernel worked for, in this look or one of the next: it
// works when memory is first touched. The rest goes by the runs' time: of those that run
// at the same moment, that can't tell which allocates.
func (t *watch) attribute(shares []share, now time.Time) {
	var total, system time.Duration
	for _, s := range shares {
		total += s.time
		system += s.system
	}
	touched, rest := t.memory.touched(system)
	for _, s := range shares {
		m := &s.run.meter
		keep := max(0, 1-now.Sub(m.rated).Seconds()/rateMemory.Seconds())
		m.rated = now
		part := portion(touched, s.system, system) + portion(rest, s.time, total)
		m.allocated.Add(uint64(part))
		m.rate = m.rate*keep + part/rateMemory.Seconds()
	}
}

// portion is a part's of whole, in proportion.
func portion(amount uint64, part, whole time.Duration) float64 {
	if whole <= 0 {
		return 0
	}
	return float64(amount) * float64(part) / float64(whole)
}

// limitTime ends the runs that have used up their processor time.
func (t *watch) limitTime(shares []share) {
	for _, s := range shares {
		if limit := s.run.cpuLimit; limit > 0 && s.run.meter.seen >= limit {
			t.stop(s.run, workerv1.Limit_LIMIT_CPU)
		}
	}
}

// stop ends a run, the first time. It tells the engine, as that is quickest, and the
// daemon, which sees to it that the engine returns.
func (t *watch) stop(r *run, limit workerv1.Limit) {
	if !r.setLimited(limit) {
		return
	}
	r.interrupt()
	t.worker.send(r.limitFrame())
}

// report tells the daemon of what has grown, and who computes: should the process end
// at once, that is all that it knows.
func (t *watch) report(shares []share) {
	u := &workerv1.Usage{}
	for _, s := range shares {
		m := &s.run.meter
		if t.memory.tight || m.seen-m.reported >= reportEvery || !m.told || s.computing != m.computing {
			m.reported, m.computing, m.told = m.seen, s.computing, true
			u.Runs = append(u.Runs, s.run.usage())
		}
	}
	if len(u.Runs) > 0 {
		t.worker.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_Usage{Usage: u}})
	}
}
