package worker

import "runtime/debug"

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

// collect sets the collector for the number of runs. It needs the lock.
func (w *Worker) collect() {
	switch n := len(w.runs); {
	case !w.crowded && n >= crowdedFrom:
		w.crowded = true
		debug.SetGCPercent(crowdedGC)
	case w.crowded && n <= busyFrom:
		w.crowded = false
		debug.SetGCPercent(busyGC)
	}
}
