package executor

import (
	"fmt"
	"sync"
	"time"
)

// retained keeps the executions that have ended, the oldest first, up to a number
// and an age, and moves their output to disk beyond an amount of memory.
type retained struct {
	executor *Executor

	mu       sync.Mutex
	list     []*Execution // oldest end first; nil where forgotten
	kept     int          // not nil
	evicted  int          // the first so many have no output in memory
	inMemory int          // bytes of output of the others
	expiry   *time.Timer
}

func (k *retained) start(e *Executor) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.executor = e
	k.expiry = time.AfterFunc(e.cfg.KeepFor, k.expire)
}

func (k *retained) stop() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.expiry.Stop()
}

func (k *retained) count() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.kept
}

// add keeps x, and forgets the oldest when there are too many.
func (k *retained) add(x *Execution) {
	cfg := &k.executor.cfg
	k.mu.Lock()
	k.list = append(k.list, x)
	k.kept++
	k.inMemory += x.inMemory()
	move := k.overflow(cfg.KeepInMemory)
	drop := k.excess(cfg.KeepRecords)
	k.mu.Unlock()
	for _, old := range move {
		old.evict()
	}
	for _, old := range drop {
		k.executor.forget(old)
	}
}

func (x *Execution) inMemory() int { return x.out[0].InMemory() + x.out[1].InMemory() }

func (x *Execution) evict() {
	for _, l := range x.out {
		if err := l.Evict(); err != nil {
			x.executor.cfg.Log.Error("output not moved to disk", "execution", x.id, "error", err)
		}
	}
}

// overflow returns the executions whose output has to leave memory.
func (k *retained) overflow(limit int) (move []*Execution) {
	for k.inMemory > limit && k.evicted < len(k.list) {
		if x := k.list[k.evicted]; x != nil {
			if n := x.inMemory(); n > 0 {
				move = append(move, x)
				k.inMemory -= n
			}
		}
		k.evicted++
	}
	return move
}

// excess returns the oldest executions above the limit.
func (k *retained) excess(limit int) (drop []*Execution) {
	for n, i := k.kept, 0; n > limit && i < len(k.list); i++ {
		if x := k.list[i]; x != nil {
			drop = append(drop, x)
			n--
		}
	}
	return drop
}

// expire forgets what is too old, and sets the timer for the next.
func (k *retained) expire() {
	keep := k.executor.cfg.KeepFor
	k.mu.Lock()
	var drop []*Execution
	next := keep
	for _, x := range k.list {
		if x == nil {
			continue
		}
		if age := time.Since(x.Status().Ended); age < keep {
			next = keep - age
			break
		}
		drop = append(drop, x)
	}
	k.expiry.Reset(max(next, time.Second))
	k.mu.Unlock()
	for _, x := range drop {
		k.executor.forget(x)
	}
}

// remove takes x out and reports whether it was in.
func (k *retained) remove(x *Execution) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	for i, other := range k.list {
		if other != x {
			continue
		}
		k.list[i] = nil
		k.kept--
		if i >= k.evicted {
			k.inMemory -= x.inMemory()
		}
		k.trim()
		return true
	}
	return false
}

// trim drops the forgotten ones at the beginning.
func (k *retained) trim() {
	n := 0
	for n < len(k.list) && k.list[n] == nil {
		n++
	}
	k.list = k.list[n:]
	k.evicted = max(0, k.evicted-n)
}

// forget drops an ended execution's record and output.
func (e *Executor) forget(x *Execution) {
	e.mu.Lock()
	if x.session.executions[x.id] == x {
		delete(x.session.executions, x.id)
	}
	e.mu.Unlock()
	if !e.ended.remove(x) {
		return
	}
	for _, l := range x.out {
		if err := l.Remove(); err != nil {
			e.cfg.Log.Error("output not deleted", "execution", x.id, "error", err)
		}
	}
}

// DeleteExecution forgets an execution that has ended.
func (e *Executor) DeleteExecution(session, id string) error {
	x, err := e.Execution(session, id)
	if err != nil {
		return err
	}
	if !x.finished() {
		return &Error{Kind: FailedPrecondition, Field: "execution_id", Message: fmt.Sprintf("execution %q has not ended: cancel it first", id)}
	}
	e.forget(x)
	return nil
}
