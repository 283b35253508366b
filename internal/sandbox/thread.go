package sandbox

import (
	"runtime"
	"sync"
)

// A thread calls functions on one thread of the operating system, which lives until
// close: the kernel ends a process whose parent has ended, and by parent it means the
// thread that made it.
type thread struct {
	calls chan func()
	once  sync.Once
}

func newThread() *thread {
	t := &thread{calls: make(chan func())}
	go func() {
		runtime.LockOSThread() // and never unlocked: the thread ends with the goroutine
		for f := range t.calls {
			f()
		}
	}()
	return t
}

// call returns when f has.
func (t *thread) call(f func()) {
	done := make(chan struct{})
	t.calls <- func() {
		defer close(done)
		f()
	}
	<-done
}

// close ends the thread, and with it every process that it has made.
func (t *thread) close() { t.once.Do(func() { close(t.calls) }) }
