package pool

import (
	"math"
	"time"

	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// A Usage is what a run has consumed.
type Usage struct {
	Time time.Duration // of processors
	// Memory and PeakMemory are those of its worker, in bytes, and 0 where others
	// run in it as well.
	Memory, PeakMemory uint64
}

// Usage returns what the run has consumed so far.
func (r *Run) Usage() Usage {
	w := r.worker
	w.mu.Lock()
	defer w.mu.Unlock()
	return r.usage()
}

// usage needs the worker's lock.
func (r *Run) usage() Usage {
	w := r.worker
	if !w.exclusive {
		return Usage{Time: r.time}
	}
	if !w.greeted {
		return Usage{} // its time so far is the worker's own
	}
	w.measure()
	return Usage{Time: max(0, w.time-w.lent), Memory: w.memory, PeakMemory: w.peak}
}

// WorkerTime is the processor time of the run's worker, and how many runs are in it.
func (r *Run) WorkerTime() (used time.Duration, runs int) {
	w := r.worker
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.clock(), len(w.runs)
}

// clock is the worker's processor time. It needs the lock.
func (w *worker) clock() time.Duration {
	if w.gauge != nil {
		return w.gauge.time()
	}
	return w.time
}

// A Limit is one that ends a run from outside its engine.
type Limit int

// The limits.
const (
	TimeLimit   Limit = iota + 1 // of processors
	MemoryLimit                  // its worker's, which it was about to exceed
)

// rateMemory is how long an allocation counts for a run's rate.
const rateMemory = 500 * time.Millisecond

// consumed takes word of a run's consumption.
func (w *worker) consumed(u *workerv1.RunUsage) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if r := w.runs[u.GetRef()]; r != nil {
		r.consumed(u)
	}
}

// consumed needs the worker's lock.
func (r *Run) consumed(u *workerv1.RunUsage) {
	now := time.Now()
	r.time = max(r.time, min(time.Duration(min(u.GetCpu(), math.MaxInt64)), r.worker.spent()))
	r.waiting = !u.GetActive()
	if grown := u.GetAllocated() - r.allocated; u.GetAllocated() >= r.allocated {
		keep := max(0, 1-now.Sub(r.heard).Seconds()/rateMemory.Seconds())
		r.rate = r.rate*keep + float64(grown)/rateMemory.Seconds()
		r.allocated = u.GetAllocated()
	}
	r.heard = now
}

// spent is the processor time of the whole worker since it was lent, more than which
// no run of it can have used. It needs the lock.
func (w *worker) spent() time.Duration {
	return max(0, w.clock()-w.lent)
}

// limitReached takes a worker's word that it has ended a run.
func (w *worker) limitReached(f *workerv1.LimitReached) {
	limit := map[workerv1.Limit]Limit{
		workerv1.Limit_LIMIT_CPU: TimeLimit, workerv1.Limit_LIMIT_MEMORY: MemoryLimit,
	}[f.GetLimit()]
	w.mu.Lock()
	r := w.runs[f.GetRef()]
	if r == nil || limit == 0 || r.limited {
		w.mu.Unlock()
		return
	}
	r.limited, r.limitedBy = true, limit
	if limit == MemoryLimit {
		w.shed = time.Now()
	}
	if u := f.GetUsage(); u.GetRef() == r.ref {
		r.consumed(u)
	}
	w.mu.Unlock()
	r.handler.LimitReached(limit)
}

// usages takes word of what runs have consumed.
func (w *worker) usages(f *workerv1.Usage) {
	for _, u := range f.GetRuns() {
		w.consumed(u)
	}
}
