// Package thread is the module _thread: a program's threads, of which one runs at a time.
//
// Each thread but the first has a goroutine, since it has Go's stack. They hand a baton to
// each other: who hasn't got it waits for it, and what threads share belongs to who has it.
// A thread gives it away where it waits for something, and after a while to any other that
// could run.
package thread

import (
	"errors"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

const (
	// slice is for how long a thread runs while others could.
	slice = 20 * time.Millisecond
	// maxThreads is how many there may be at a time.
	maxThreads = 500
	// firstIdent is the main thread's number; those of others follow.
	firstIdent = 140000000000000
)

// errEnded ends a thread at the end of the run. No program can catch it.
var errEnded = errors.New("ended with the run")

// A task is a thread.
type task struct {
	t        *py.Thread
	ident    int64
	resume   chan struct{} // the baton
	gone     chan struct{} // closed when its goroutine has ended
	deadline time.Time     // when it is to go on at last; zero is never
	waits    bool
}

// A scheduler is what a program's threads share. It implements py.Scheduler.
type scheduler struct {
	in       *py.Interp
	main     *task
	tasks    map[*py.Thread]*task
	ready    []*task
	last     int64
	timer    *time.Timer
	ending   bool
	deadlock bool
	panicked any

	mu sync.Mutex // of the timer
}

type schedulerKey struct{}

func schedulerOf(t *py.Thread) *scheduler {
	if s, ok := t.In.Data[schedulerKey{}].(*scheduler); ok {
		return s
	}
	s := &scheduler{in: t.In, tasks: map[*py.Thread]*task{}, last: firstIdent}
	s.main = s.add(t)
	t.In.Data[schedulerKey{}] = s
	return s
}

func (s *scheduler) add(t *py.Thread) *task {
	k := &task{t: t, ident: s.last, resume: make(chan struct{}, 1), gone: make(chan struct{})}
	s.last++
	s.tasks[t] = k
	return k
}

// wake has a task that waits run on when it is its turn.
func (s *scheduler) wake(k *task) {
	if k.waits {
		k.waits, k.deadline = false, time.Time{}
		s.ready = append(s.ready, k)
	}
}

// wait has others run until k is woken or the deadline is there; zero is none. It also
// returns, without an error, after a signal's handler has run.
func (s *scheduler) wait(k *task, deadline time.Time) error {
	k.waits, k.deadline = true, deadline
	return s.leave(k)
}

// leave gives the baton away, and returns when k has it again.
func (s *scheduler) leave(k *task) error {
	if s.ending {
		return errEnded
	}
	next, err := s.next(k.t)
	if err != nil {
		return err
	}
	if next != k {
		s.pause()
		next.resume <- struct{}{}
		<-k.resume
		if s.ending && k != s.main {
			return errEnded
		}
		s.resume()
	}
	if k == s.main {
		if r := s.panicked; r != nil {
			s.panicked = nil
			panic(r)
		}
		if s.deadlock {
			s.deadlock = false
			return py.Raise(py.RuntimeError, "deadlock: every thread of this program waits for another")
		}
	}
	return k.t.Poll()
}

func (s *scheduler) pause() {
	if m := s.in.Host.Meter; m != nil {
		m.Pause()
	}
}

func (s *scheduler) resume() {
	if m := s.in.Host.Meter; m != nil {
		m.Resume()
	}
}

// next is who is to run. t is the thread that looks for it.
func (s *scheduler) next(t *py.Thread) (*task, error) {
	for {
		earliest := s.expire()
		if s.in.Signalled() {
			s.wake(s.main)
			for i, k := range s.ready {
				if k == s.main {
					s.ready = append(s.ready[:i], s.ready[i+1:]...)
					return k, nil
				}
			}
		}
		if len(s.ready) > 0 {
			k := s.ready[0]
			s.ready = s.ready[1:]
			return k, nil
		}
		if earliest.IsZero() && !s.in.HandlesSignals() {
			s.deadlock = true
			s.wake(s.main)
			continue
		}
		if err := s.idle(t, earliest); err != nil {
			return nil, err
		}
	}
}

// idle waits for a time.
func (s *scheduler) idle(t *py.Thread, until time.Time) error {
	d := 24 * time.Hour
	if !until.IsZero() {
		d = min(d, time.Until(until))
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	return t.Wait(timer.C)
}

// expire wakes those whose time has come, and returns when the next one's comes.
func (s *scheduler) expire() (earliest time.Time) {
	now := time.Now()
	for {
		var first *task
		for _, k := range s.tasks {
			if k.waits && !k.deadline.IsZero() && (first == nil || k.deadline.Before(first.deadline)) {
				first = k
			}
		}
		if first == nil {
			return time.Time{}
		}
		if first.deadline.After(now) {
			return first.deadline
		}
		s.wake(first)
	}
}

// Sleep implements py.Scheduler.
func (s *scheduler) Sleep(t *py.Thread, d time.Duration) error {
	k := s.tasks[t]
	if k == nil {
		return errEnded
	}
	for deadline := time.Now().Add(d); ; {
		if err := s.wait(k, deadline); err != nil {
			return err
		}
		if !time.Now().Before(deadline) {
			return nil
		}
	}
}

// Yield implements py.Scheduler.
func (s *scheduler) Yield(t *py.Thread, main bool) error {
	k := s.tasks[t]
	if k == nil || s.ending {
		return errEnded
	}
	s.arm()
	s.expire()
	if len(s.ready) == 0 && !main {
		return nil
	}
	k.waits = true
	s.wake(k)
	return s.leave(k)
}

// arm has the thread that runs yield after a while, as long as there are others.
func (s *scheduler) arm() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.tasks) < 2 {
		return
	}
	if s.timer == nil {
		s.timer = time.AfterFunc(slice, s.in.Preempt)
		return
	}
	s.timer.Reset(slice)
}

// start has fn run as a thread of its own, at once.
func (s *scheduler) start(t *py.Thread, fn py.Object, a py.Args) (*task, error) {
	if len(s.tasks) >= maxThreads {
		return nil, py.Raise(py.RuntimeError, "can't start new thread")
	}
	s.in.Scheduler = s
	k := s.add(s.in.NewThread())
	go s.run(k, fn, a)
	s.arm()
	me := s.tasks[t]
	me.waits = true
	s.wake(me)
	s.ready = append([]*task{k}, s.ready...)
	return k, s.leave(me)
}

// run is a thread's goroutine.
func (s *scheduler) run(k *task, fn py.Object, a py.Args) {
	defer close(k.gone)
	<-k.resume
	if s.ending {
		return
	}
	s.resume()
	err := s.call(k, fn, a)
	if s.ending {
		return
	}
	k.t.EndTracing()
	delete(s.tasks, k.t)
	if _, ok := err.(*py.Exc); err != nil && !ok {
		s.in.Stop() // the end of the run, which the main thread is to see to
	}
	next, err := s.next(k.t)
	if err != nil {
		s.in.Stop()
		next = s.main
	}
	s.pause()
	next.resume <- struct{}{}
}

// call calls fn. A panic of the engine is left to the main thread.
func (s *scheduler) call(k *task, fn py.Object, a py.Args) (err error) {
	defer func() {
		if r := recover(); r != nil {
			s.panicked = r
			s.wake(s.main)
			for i, x := range s.ready {
				if x == s.main {
					s.ready[0], s.ready[i] = s.ready[i], s.ready[0]
				}
			}
		}
	}()
	_, err = k.t.CallArgs(fn, a)
	return err
}

// End implements py.Scheduler.
func (s *scheduler) End() {
	s.mu.Lock()
	if s.timer != nil {
		s.timer.Stop()
	}
	s.mu.Unlock()
	s.ending = true
	for _, k := range s.tasks {
		if k != s.main {
			k.resume <- struct{}{}
			<-k.gone
		}
	}
}
