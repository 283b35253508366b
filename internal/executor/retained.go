package executor

import (
	"container/list"
	"fmt"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/quota"
)

// retained keeps the executions that have ended, the oldest first, up to a number,
// an age and an amount of output, and moves output to disk beyond an amount of
// memory. Those that are kept until they are deleted count for output and memory only.
type retained struct {
	executor *Executor

	mu       sync.Mutex
	list     list.List     // of *Execution, the oldest end first
	passing  list.List     // those of them that may be forgotten for others
	excluded list.List     // those that were to be kept and have too much output: they go first
	held     retainedBytes // of those that are kept until they are deleted
	evict    *list.Element // the oldest whose output may be in memory
	inMemory int           // bytes of output of those from evict on
	bytes    uint64        // of output of all
	expiry   *time.Timer
}

// A place is where an execution stands among the ended ones; their lock guards it.
type place struct {
	element  *list.Element
	passing  *list.Element // in passing or excluded; nil for one that is kept until it is deleted
	inMemory int           // bytes of its output that count as in memory
	bytes    uint64
	gone     bool // it was forgotten, before or after it was added
}

func (k *retained) start(e *Executor) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.executor = e
	k.held.users = make(map[quota.User]uint64)
	k.expiry = time.AfterFunc(e.cfg().KeepFor, k.expire)
}

func (k *retained) stop() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.expiry.Stop()
}

func (k *retained) count() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.list.Len()
}

// add keeps x, and forgets the oldest when there are too many. One that was
// forgotten meanwhile is not kept.
func (k *retained) add(x *Execution) {
	cfg := k.executor.cfg()
	k.mu.Lock()
	if x.kept.gone {
		k.mu.Unlock()
		x.removeOutput()
		return
	}
	kept := k.enter(x)
	if k.evict == nil {
		k.evict = x.kept.element
	}
	move := k.overflow(cfg.KeepInMemory)
	drop := k.excess(cfg.KeepRecords, cfg.KeepBytes)
	k.mu.Unlock()
	if !kept {
		k.executor.demoted(x)
	}
	for _, old := range move {
		old.evict()
	}
	for _, old := range drop {
		k.executor.forget(old)
	}
}

// enter counts x, and reports whether it is kept as it was to be. It needs the lock.
func (k *retained) enter(x *Execution) (asAsked bool) {
	x.kept.element = k.list.PushBack(x)
	x.kept.inMemory = x.inMemory()
	x.kept.bytes = x.out[0].Kept() + x.out[1].Kept()
	k.inMemory += x.kept.inMemory
	k.bytes += x.kept.bytes
	switch {
	case x.retained == 0:
		x.kept.passing = k.passing.PushBack(x)
	case !k.held.take(k.executor.cfg(), x.owner, x.kept.bytes):
		x.kept.passing = k.excluded.PushBack(x)
		return false
	}
	return true
}

// leave needs the lock.
func (k *retained) leave(x *Execution) {
	k.inMemory -= x.kept.inMemory
	k.bytes -= x.kept.bytes
	k.list.Remove(x.kept.element)
	if x.kept.passing == nil {
		k.held.give(x.owner, x.kept.bytes)
		return
	}
	k.passing.Remove(x.kept.passing) // of the two, the one that it isn't in ignores it
	k.excluded.Remove(x.kept.passing)
}

// retainedBytes is how much output those of a user have that are kept until they are
// deleted, and those of all of its kind.
func (k *retained) retainedBytes(u Caller) (one, all uint64) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.held.of(u)
}

func (x *Execution) inMemory() int { return x.out[0].InMemory() + x.out[1].InMemory() }

func (x *Execution) evict() {
	for _, l := range x.out {
		if err := l.Evict(); err != nil {
			x.executor.cfg().Log.Error("output not moved to disk", "execution", x.id, "error", err)
		}
	}
}

func (x *Execution) removeOutput() {
	for _, l := range x.out {
		if err := l.Remove(); err != nil {
			x.executor.cfg().Log.Error("output not deleted", "execution", x.id, "error", err)
		}
	}
}

// overflow returns the executions whose output has to leave memory.
func (k *retained) overflow(limit int) (move []*Execution) {
	for k.inMemory > limit && k.evict != nil {
		x := k.evict.Value.(*Execution)
		if x.kept.inMemory > 0 {
			move = append(move, x)
			k.inMemory -= x.kept.inMemory
			x.kept.inMemory = 0
		}
		k.evict = k.evict.Next()
	}
	return move
}

// excess returns those above the limits, the oldest first.
func (k *retained) excess(records int, bytes uint64) (drop []*Execution) {
	count, size := k.passing.Len()+k.excluded.Len(), k.bytes
	for _, l := range []*list.List{&k.excluded, &k.passing} {
		for at := l.Front(); at != nil && (count > records || size > bytes); at = at.Next() {
			x := at.Value.(*Execution)
			drop = append(drop, x)
			count--
			size -= x.kept.bytes
		}
	}
	return drop
}

// expire forgets what is too old, and sets the timer for the next.
func (k *retained) expire() {
	keep := k.executor.cfg().KeepFor
	next := keep
	var drop []*Execution
	k.mu.Lock()
	for _, l := range []*list.List{&k.excluded, &k.passing} {
		for at := l.Front(); at != nil; at = at.Next() {
			x := at.Value.(*Execution)
			if age := time.Since(x.Status().Ended); age < keep {
				next = min(next, keep-age)
				break
			}
			drop = append(drop, x)
		}
	}
	k.expiry.Reset(next)
	k.mu.Unlock()
	for _, x := range drop {
		k.executor.forget(x)
	}
}

// remove takes x out, now or when it comes, and reports whether it was in.
func (k *retained) remove(x *Execution) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	at := x.kept.element
	x.kept.gone = true
	if at == nil {
		return false
	}
	if k.evict == at {
		k.evict = at.Next()
	}
	k.leave(x)
	x.kept.element = nil
	return true
}

// forget drops an ended execution's record and output. Sinks that are not done take no
// more.
func (e *Executor) forget(x *Execution) {
	e.mu.Lock()
	if x.session.executions[x.id] == x {
		delete(x.session.executions, x.id)
		e.release(x)
	}
	e.mu.Unlock()
	x.sinks.end()
	if e.ended.remove(x) {
		x.removeOutput()
	}
}

// DeleteExecution forgets an execution that has ended.
func (e *Executor) DeleteExecution(by Caller, session, id string) error {
	x, err := e.Execution(by, session, id)
	if err != nil {
		return err
	}
	if !x.finished() {
		return &Error{Kind: FailedPrecondition, Field: "execution_id", Message: fmt.Sprintf("execution %q has not ended: cancel it first", id)}
	}
	e.forget(x)
	return nil
}
