package worker

import (
	"time"

	"github.com/elide-dev/elided/internal/lang"
)

// rehearseAfter is how long a worker that waits for its first program keeps still: one
// that has come by then would be waiting for what is made ahead of others.
const rehearseAfter = 10 * time.Millisecond

// rehearse has the languages make what their first programs would wait for, one after the
// other until a program comes. A worker that is needed as soon as it is there does none of it.
func (w *Worker) rehearse() {
	for _, r := range w.stock.runtimes {
		r, ok := r.(lang.Warmer)
		if !ok {
			continue
		}
		if w.hasBegun() {
			return
		}
		r.Warm()
		w.watch.settle()
	}
}

// hasBegun reports whether the worker has run a program.
func (w *Worker) hasBegun() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.tuning.running > 0 || w.exits > 0
}

// settle puts what was allocated so far down to nobody, if no program computes.
func (t *watch) settle() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.worker.hasBegun() {
		t.memory.read(&t.worker.outside)
		t.memory.untouched = 0
	}
}
