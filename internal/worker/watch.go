package worker

import (
	"runtime/debug"
	"runtime/metrics"
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

	// sheddingTime is how long the engine of a run that was stopped for its memory
	// has to return before the next run is stopped.
	sheddingTime = 100 * time.Millisecond
)

// Parts of a shared worker's memory limit, in percent: from where the collector
// works harder, from where runs are stopped, and until where.
const (
	collectAt = 65
	shedFrom  = 80
	shedUntil = 65
)

// exclusiveCollectAt is the same for a worker with one run, which may have it all:
// what is left is for what isn't the Go heap's.
const exclusiveCollectAt = 85

// A watch looks at the runs that compute: it ends those that have used up their
// processor time, puts allocations down to runs, and in a shared worker ends those
// that allocate fastest when memory is short.
type watch struct {
	worker *Worker
	later  *frame.Later

	mu        sync.Mutex // held by look, and guards what follows
	last      time.Time
	allocated uint64 // by the whole process
	samples   []metrics.Sample
	tight     bool      // runs are being stopped
	victim    *run      // the last that was, until its memory is collected
	shed      time.Time // when it was
	runs      []*run    // kept for its space
}

func newWatch(w *Worker) *watch {
	t := &watch{worker: w, samples: []metrics.Sample{
		{Name: "/gc/heap/allocs:bytes"},
		{Name: "/memory/classes/total:bytes"},
		{Name: "/memory/classes/heap/released:bytes"},
	}}
	t.later = frame.NewLater(watchEvery, t.look)
	return t
}

// ask has the runs looked at soon.
func (t *watch) ask() { t.later.Ask() }

// limitCollector sets what the collector tries to stay below.
func limitCollector(limit uint64, exclusive bool) {
	percent := uint64(collectAt)
	if exclusive {
		percent = exclusiveCollectAt
	}
	debug.SetMemoryLimit(int64(limit / 100 * percent))
}

// A share is what one run did since the last look.
type share struct {
	run       *run
	time      time.Duration
	computing bool
}

// look is called watchEvery while a run computes, and once after that.
func (t *watch) look() {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	shares, busy := t.shares()
	allocated, used := t.memory()
	t.attribute(shares, allocated, now.Sub(t.last))
	t.last = now
	t.limitTime(shares)
	if limit := t.worker.sharedLimit(); limit > 0 {
		t.limitMemory(shares, used, limit, now)
	}
	t.report(shares)
	if busy {
		t.ask()
	}
}

// shares returns the runs that have computed since the last look.
func (t *watch) shares() (list []share, busy bool) {
	t.runs = t.worker.all(t.runs[:0])
	for _, r := range t.runs {
		used, computing := r.meter.read()
		busy = busy || computing
		if d := used - r.meter.seen; d > 0 || computing {
			r.meter.seen = used
			list = append(list, share{r, d, computing})
		}
	}
	clear(t.runs) // they must not be kept alive
	return list, busy
}

// memory returns the bytes that the process has allocated since the last call, and
// those that it has from the system now.
func (t *watch) memory() (allocated, used uint64) {
	metrics.Read(t.samples)
	total := t.samples[0].Value.Uint64()
	allocated, t.allocated = total-t.allocated, total
	return allocated, t.samples[1].Value.Uint64() - t.samples[2].Value.Uint64()
}

// attribute puts allocations down to the runs that computed meanwhile, by their
// time: of those that run at the same moment, it can't tell which allocates.
func (t *watch) attribute(shares []share, allocated uint64, passed time.Duration) {
	var total time.Duration
	for _, s := range shares {
		total += s.time
	}
	keep := max(0, 1-passed.Seconds()/rateMemory.Seconds())
	for _, s := range shares {
		m := &s.run.meter
		part := 0.0
		if total > 0 {
			part = float64(allocated) * float64(s.time) / float64(total)
		}
		m.allocated.Add(uint64(part))
		m.rate = m.rate*keep + part/rateMemory.Seconds()
	}
}

// limitTime ends the runs that have used up their processor time.
func (t *watch) limitTime(shares []share) {
	for _, s := range shares {
		if limit := s.run.cpuLimit; limit > 0 && s.run.meter.seen >= limit {
			t.stop(s.run, workerv1.Limit_LIMIT_CPU)
		}
	}
}

// limitMemory ends the run that allocates fastest while memory is short, one after
// the other, until there is plenty. Before the next one, what the last one left is
// collected: it may be all that was too much.
func (t *watch) limitMemory(shares []share, used, limit uint64, now time.Time) {
	from := uint64(shedFrom)
	if t.tight {
		from = shedUntil
	}
	if t.tight = used > limit/100*from; !t.tight {
		t.victim = nil
		return
	}
	if v := t.victim; v != nil {
		if !v.hasExited() && now.Sub(t.shed) < sheddingTime {
			return
		}
		t.victim = nil
		debug.FreeOSMemory()
		return
	}
	if r := fastest(shares); r != nil {
		t.victim, t.shed = r, now
		t.stop(r, workerv1.Limit_LIMIT_MEMORY)
	}
}

// fastest returns the run that has allocated most of late, of those not stopped.
func fastest(shares []share) (r *run) {
	for _, s := range shares {
		if !s.run.isLimited() && s.run.meter.rate > 0 && (r == nil || s.run.meter.rate > r.meter.rate) {
			r = s.run
		}
	}
	return r
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

// report tells the daemon of what has grown.
func (t *watch) report(shares []share) {
	u := &workerv1.Usage{}
	for _, s := range shares {
		m := &s.run.meter
		if t.tight || m.seen-m.reported >= reportEvery {
			m.reported = m.seen
			u.Runs = append(u.Runs, s.run.usage())
		}
	}
	if len(u.Runs) > 0 {
		t.worker.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_Usage{Usage: u}})
	}
}
