package pool

import (
	"time"

	"golang.org/x/sys/unix"

	"github.com/elide-dev/elided/internal/lang"
)

// lookEvery is how often the workers that run something are looked at. It bounds
// how far a program gets beyond its memory limit: memory that is new to a process
// comes at some 2 GiB a second.
const lookEvery = 5 * time.Millisecond

// idleEvery is how often those are looked at that run nothing but have run something:
// what a program has left in an engine that it took over is bounded too. idleTime is
// how much processor time they may use to tidy up.
const (
	idleEvery = 250 * time.Millisecond
	idleTime  = 2 * time.Second
)

// dataRoom is how much more address space for data a worker may take than memory,
// beside what it had before it ran anything (some 80 MiB, most of it tables of the Go
// runtime that stay empty): what is mapped is not in use yet, and the Go runtime never
// unmaps. What comes step by step meets the watch first.
func dataRoom(memory uint64) uint64 { return max(32<<20, memory/4) }

// spaceRoom is the same for address space of any kind. It is what stops one huge
// allocation before there is anything of it: the Go runtime reserves address space, 64
// MiB at a time, and makes it data in place, which the kernel doesn't hold against the
// limit for data. And tables of the kernel's grow with it.
// Regions that programs reserve come beside: the worker holds that much until they do.
func spaceRoom(memory uint64) uint64 { return max(128<<20, memory/2) + lang.OutsideSpace(memory) }

// A shared worker's memory, in percent of its limit: from where it gets no more
// runs, and below which it gets some again.
const (
	crowdedPercent  = 75
	relievedPercent = 60
)

// watch looks after the memory and processor time of the workers that run something
// or have. It ends with the pool.
func (p *Pool) watch() {
	t := time.NewTicker(lookEvery)
	defer t.Stop()
	period := lookEvery // 0 while the ticker is stopped
	for {
		want := period
		select {
		case <-p.stop:
			return
		case <-p.busy:
			want = lookEvery
		case <-t.C:
			want = p.look()
		}
		// A ticker that is reset begins its period anew: it must not be by every run.
		switch {
		case want == period:
		case want == 0:
			t.Stop()
		default:
			t.Reset(want)
		}
		period = want
	}
}

// work says that a worker has something to run.
func (p *Pool) work() {
	select {
	case p.busy <- struct{}{}:
	default:
	}
}

// look checks each worker that runs something or has, and returns when to look again;
// 0 is not before there is work. What follows from it, others do: the next look must
// not wait.
func (p *Pool) look() (next time.Duration) {
	relieved := false
	for _, w := range p.lentWorkers() {
		if w.running() > 0 {
			next = lookEvery
		} else if next == 0 {
			next = idleEvery
		}
		relieved = w.look() || relieved
	}
	if relieved {
		p.wg.Go(p.cfg.OnCapacity)
	}
	return next
}

func (p *Pool) lentWorkers() (list []*worker) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, w := range p.workers {
		if w.assigned {
			list = append(list, w)
		}
	}
	return list
}

// look kills the worker when it has more memory than it may, ends its run when that
// has used up its time, and reports whether it takes runs again after it took none.
func (w *worker) look() (relieved bool) {
	w.mu.Lock()
	moved := w.measure()
	memory, limit := w.memory, w.limit
	expired := w.expired()
	restless := w.restless()
	w.mu.Unlock()
	if restless {
		w.pool.cfg.Log.Warn("worker computes with nothing to run", "worker", w.id)
		w.kill(CauseProtocol)
		return false
	}
	if expired != nil {
		w.pool.wg.Go(func() { expired.handler.LimitReached(TimeLimit) })
	}
	if limit == 0 || !moved && !w.crowded.Load() {
		return false
	}
	if memory > limit {
		w.freeze()
		w.kill(CauseMemory)
		return false
	}
	switch percent := memory * 100 / limit; {
	case percent >= crowdedPercent:
		w.crowded.Store(true)
	case percent < relievedPercent:
		return w.crowded.Swap(false)
	}
	return false
}

// measure reads the gauge, and reports whether there may be something new: memory
// doesn't grow without time passing. It needs the lock.
func (w *worker) measure() (moved bool) {
	if w.gauge == nil {
		return false
	}
	now := w.gauge.time()
	if now == 0 || now == w.time && !w.crowded.Load() {
		return false
	}
	w.time = now
	w.memory = w.gauge.memory()
	w.peak = max(w.peak, w.memory)
	return true
}

// restless reports whether the worker has used more time than it takes to tidy up
// since its last run ended. It needs the lock.
func (w *worker) restless() bool {
	if len(w.runs) > 0 {
		w.resting = false
		return false
	}
	if !w.resting {
		w.resting, w.rested = true, w.time
	}
	return w.time-w.rested > idleTime
}

// expired returns the run of an exclusive worker that has used up its processor
// time, the first time. It needs the lock.
func (w *worker) expired() *Run {
	if !w.exclusive || !w.greeted {
		return nil // the worker tells, or has not begun
	}
	for _, r := range w.runs {
		if r.timeLimit > 0 && !r.limited && w.time-w.lent >= r.timeLimit {
			r.limited = true
			return r
		}
	}
	return nil
}

// lend sets the memory limit of a worker that gets its first run. It needs the pool's
// lock.
func (w *worker) lend(memory uint64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.limit = memory
	w.assignLimits()
}

// assignLimits gives the process the limits of a worker that is lent, and notes what it
// has used until now: not before it has said hello, as the Go runtime takes most of its
// address space at its start. It needs the lock.
func (w *worker) assignLimits() {
	if w.gauge == nil || w.limit == 0 || !w.greeted {
		return // hello does it
	}
	w.lent = w.gauge.time()
	for resource, most := range map[int]uint64{
		unix.RLIMIT_DATA: w.gauge.data() + w.limit + dataRoom(w.limit),
		unix.RLIMIT_AS:   w.gauge.space() + w.limit + spaceRoom(w.limit),
	} {
		limit := unix.Rlimit{Cur: most, Max: most}
		if err := unix.Prlimit(w.proc.cmd.Process.Pid, resource, &limit, nil); err != nil {
			w.pool.cfg.Log.Warn("worker's memory is not bounded by the kernel", "worker", w.id, "resource", resource, "error", err)
		}
	}
}
