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
	busyGC    = 200
	crowdedGC = 50

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
		debug.SetGCPercent(busyGC)
	}
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
