package frame

import (
	"sync/atomic"
	"time"
)

// A Later calls a function some time after it was first asked to, once however
// often it is asked meanwhile. What is asked for thousands of times a second so
// arms a timer, which may wake a thread, a few times alone.
type Later struct {
	after time.Duration
	armed atomic.Bool
	timer *time.Timer
}

// NewLater returns a Later that calls f.
func NewLater(after time.Duration, f func()) *Later {
	l := &Later{after: after}
	l.timer = time.AfterFunc(time.Hour, func() {
		l.armed.Store(false)
		f()
	})
	l.timer.Stop()
	return l
}

// Ask has the function called, unless it is about to be.
func (l *Later) Ask() {
	if l.armed.CompareAndSwap(false, true) {
		l.timer.Reset(l.after)
	}
}

// Stop ends the waiting; the function is not called any more, unless it is by now.
func (l *Later) Stop() { l.timer.Stop() }
