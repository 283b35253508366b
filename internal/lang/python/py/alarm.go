package py

import (
	"sync"
	"time"
)

// An alarm is the timer that sends a program SIGALRM. Its methods are safe from any goroutine.
type alarm struct {
	mu    sync.Mutex
	timer *time.Timer // nil is that none is set
	due   time.Time
	every time.Duration // 0 is once
}

// leastEvery is the shortest time between two signals of one timer.
const leastEvery = time.Millisecond

// SetAlarm has SIGALRM be sent after a time, and where every isn't 0 again and again, in place of
// what was set before, which it returns: how long it would have been still, and its every.
// A time of 0 sets none.
func (in *Interp) SetAlarm(after, every time.Duration) (left, before time.Duration) {
	a := &in.alarm
	a.mu.Lock()
	defer a.mu.Unlock()
	left, before = a.left()
	if a.timer != nil {
		a.timer.Stop()
		a.timer = nil
	}
	if after <= 0 {
		return left, before
	}
	if a.every = every; every > 0 {
		a.every = max(every, leastEvery)
	}
	a.due = time.Now().Add(after)
	var timer *time.Timer
	timer = time.AfterFunc(after, func() { in.ring(&timer) })
	a.timer = timer
	return left, before
}

// ring sends the signal, unless another timer was set meanwhile.
func (in *Interp) ring(timer **time.Timer) {
	a := &in.alarm
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.timer == nil || a.timer != *timer {
		return
	}
	in.Signal("SIGALRM")
	if a.every == 0 {
		a.timer = nil
		return
	}
	a.due = time.Now().Add(a.every)
	a.timer.Reset(a.every)
}

// Alarm is how long it is until the next SIGALRM, and between those after it; 0 is that none is set.
func (in *Interp) Alarm() (left, every time.Duration) {
	in.alarm.mu.Lock()
	defer in.alarm.mu.Unlock()
	return in.alarm.left()
}

func (a *alarm) left() (left, every time.Duration) {
	if a.timer == nil {
		return 0, 0
	}
	return max(time.Until(a.due), time.Microsecond), a.every
}
