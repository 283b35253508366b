package worker

import (
	"runtime"
	"runtime/debug"
	"time"
)

// How the garbage collector trades processor for memory, as GOGC. Few programs at
// a time come and go fast and leave much garbage; many mostly sleep, and what
// counts is that they are small.
const (
	roomyGC   = 800
	busyGC    = 200
	crowdedGC = 50

	// garbageRoom is how much garbage a worker that isn't crowded may always gather before it
	// is collected, in bytes: while little is live, GOGC of busyGC would have it collected
	// again and again. The memory limit's mark is below that where the limit is small.
	garbageRoom = 32 << 20

	// crowdedFrom and busyFrom are how many runs make a worker crowded, and how few
	// make it busy again.
	crowdedFrom = 64
	busyFrom    = 16
)

// spreadAfter is how long programs must run side by side for the worker to use
// more than one processor. With one, nothing wakes another thread: a third of the
// time that a tiny program takes is such wakes.
const spreadAfter = 5 * time.Millisecond

// A tuning is what the worker has set in the Go runtime. The worker's lock guards
// it, but for spread.
type tuning struct {
	running int  // programs that have not ended
	crowded bool // the collector is set for many
	percent int  // GOGC as it was set last, while the worker isn't crowded
	wide    bool // every processor is used
}

// began and ended count the programs. They need the lock.
func (w *Worker) began() {
	w.tuning.running++
	if w.tuning.running > 1 && !w.tuning.wide {
		w.spread.Ask()
	}
	if !w.tuning.crowded && w.tuning.running >= crowdedFrom {
		w.tuning.crowded = true
		debug.SetGCPercent(crowdedGC)
	}
}

func (w *Worker) ended() {
	w.tuning.running--
	if w.tuning.crowded && w.tuning.running <= busyFrom {
		w.tuning.crowded = false
		w.tuning.percent = busyGC
		debug.SetGCPercent(busyGC)
	}
}

// setGarbage lets garbage gather by what is live, in bytes.
func (w *Worker) setGarbage(live uint64) {
	want := garbagePercent(live)
	w.mu.Lock()
	defer w.mu.Unlock()
	if moved := max(want, w.tuning.percent) - min(want, w.tuning.percent); !w.tuning.crowded && moved > want/8 {
		w.tuning.percent = want
		debug.SetGCPercent(want)
	}
}

// garbagePercent is GOGC for what is live, in bytes.
func garbagePercent(live uint64) int {
	return int(min(max(garbageRoom*100/max(live, 1), busyGC), roomyGC))
}

// widen uses every processor if programs run side by side.
func (w *Worker) widen() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.tuning.running > 1 && !w.tuning.wide {
		w.tuning.wide = true
		runtime.GOMAXPROCS(runtime.NumCPU())
	}
}

// tidy returns what memory and threads the last programs left, so that those that sleep stay
// small, and goes back to one processor when there is one program or none.
func (w *Worker) tidy() {
	w.mu.Lock()
	if w.tuning.running <= 1 && w.tuning.wide {
		w.tuning.wide = false
		runtime.GOMAXPROCS(1)
	}
	running := w.tuning.running
	w.mu.Unlock()
	endThreads(running)
	debug.FreeOSMemory()
}
