package elide

import (
	"sync/atomic"

	"github.com/elide-dev/elided/internal/worker"
)

// hooked says that main called WorkerMain. It belongs to the process, as main
// does, and so can't live anywhere else.
var hooked atomic.Bool

// WorkerMain must be the first thing that main does in a program that embeds
// elided without a worker binary of its own: the program is started again for
// each worker process, and there WorkerMain does the worker's whole job.
//
//	func main() {
//		if code, worker := elide.WorkerMain(); worker {
//			os.Exit(code)
//		}
//		...
//	}
//
// In every other process it returns at once with worker false.
func WorkerMain() (code int, isWorker bool) {
	hooked.Store(true)
	if !worker.IsWorker() {
		return 0, false
	}
	return worker.Main(worker.Runtimes()), true
}
