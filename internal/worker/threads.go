package worker

import (
	"runtime"
	"runtime/metrics"
)

// keptThreads is how many threads a worker at rest keeps: the Go runtime's own few, and
// some for the next programs.
const keptThreads = 12

// endThreads ends the threads that many programs at once have left, while some run, which
// may have one each. The Go runtime keeps
// each for ever, some 20 KB of memory; but a thread ends with a goroutine that is locked
// to it.
func endThreads(running int) {
	sample := []metrics.Sample{{Name: "/sched/threads/total:threads"}}
	metrics.Read(sample)
	for range int(sample[0].Value.Uint64()) - keptThreads - running {
		ended := make(chan struct{})
		go func() {
			runtime.LockOSThread()
			close(ended)
		}()
		<-ended
	}
}
