package sqlite

import (
	"slices"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// SQLite asks whether to go on between steps of its machine, but one step may take hours:
// a function of much JSON, say, or unhex, or a query with very many columns to prepare. So
// a run that is stopped has the memory of its connections taken away a while later: what
// SQLite does there then ends in a fault, which is a panic as the memory is not Go's (see
// run), and the connection is of no more use.

// stopGrace is how long what is under way may take to see by itself that the run is stopped.
const stopGrace = 250 * time.Millisecond

// A guard has a connection's memory, all of the region that is reserved.
type guard struct {
	mu     sync.Mutex
	region []byte // nil when it is unmapped
}

// set says what the memory is, which stays where it is as it grows.
func (g *guard) set(memory []byte) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.region = memory[:cap(memory)]
}

// ending has f unmap the memory, and say whether it has.
func (g *guard) ending(f func() bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if f() {
		g.region = nil
	}
}

// seize has every use of the memory from now on be a fault.
func (g *guard) seize() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.region != nil {
		_ = unix.Mprotect(g.region, unix.PROT_NONE) // it then ends when it ends
	}
}

// A stopWatch waits for an execution's stop, in a goroutine of its own until its end.
type stopWatch struct {
	stop      <-chan struct{}
	over      chan struct{}
	gone      chan struct{} // nil before there is a goroutine
	mu        sync.Mutex
	databases []*database
}

func newStopWatch(stop <-chan struct{}) *stopWatch {
	return &stopWatch{stop: stop, over: make(chan struct{})}
}

// add has a database's memory be seized, too.
func (w *stopWatch) add(d *database) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.databases = append(w.databases, d)
	if w.gone == nil && w.stop != nil {
		w.gone = make(chan struct{})
		go w.wait()
	}
}

func (w *stopWatch) remove(d *database) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.databases = slices.DeleteFunc(w.databases, func(x *database) bool { return x == d })
}

func (w *stopWatch) wait() {
	defer close(w.gone)
	select {
	case <-w.over:
		return
	case <-w.stop:
	}
	timer := time.NewTimer(stopGrace)
	defer timer.Stop()
	select {
	case <-w.over:
		return
	case <-timer.C:
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, d := range w.databases {
		d.guard.seize()
	}
}

// end ends the goroutine.
func (w *stopWatch) end() {
	if w.gone != nil {
		close(w.over)
		<-w.gone
		w.gone = nil
	}
}
