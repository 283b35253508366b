package worker

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sys/unix"

	"github.com/elide-dev/elided/internal/lang"
)

// A meter accounts for the processor time of one run. While the program computes,
// its goroutine is locked to a thread, whose clock counts; what the garbage
// collector does for the program on other threads is not in it.
type meter struct {
	watch *watch
	ref   uint64

	mu    sync.Mutex
	tid   int           // of the thread that computes; 0 while the program waits
	began time.Duration // that thread's clock at the last Resume
	used  time.Duration // before that

	// What follows belongs to the watch.
	seen      time.Duration // used at the last look
	allocated atomic.Uint64 // bytes put down to this run
	rate      float64       // bytes a second, of late
	rated     time.Time     // when rate was set
	computing bool          // as the daemon knows
	told      bool          // the daemon knows anything
	reported  time.Duration // processor time that the daemon knows of
}

var _ lang.Meter = (*meter)(nil)

// Resume is part of lang.Meter.
func (m *meter) Resume() {
	runtime.LockOSThread()
	tid := unix.Gettid()
	m.mu.Lock()
	m.tid, m.began = tid, threadTime(tid)
	m.mu.Unlock()
	m.watch.worker.box.Computes(m.ref, true)
	m.watch.ask()
}

// Pause is part of lang.Meter.
func (m *meter) Pause() {
	m.watch.worker.box.Computes(m.ref, false)
	m.mu.Lock()
	m.used += threadTime(m.tid) - m.began
	m.tid = 0
	m.mu.Unlock()
	runtime.UnlockOSThread()
}

// read returns the time used so far, and whether the program computes.
func (m *meter) read() (used time.Duration, computing bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.tid == 0 {
		return m.used, false
	}
	return m.used + threadTime(m.tid) - m.began, true
}

// threadTime is the processor time of a thread of this process. The number of its
// clock is made as the kernel's include/linux/posix-timers.h has it: the inverted
// thread id, and 6 for a thread's scheduler clock.
func threadTime(tid int) time.Duration {
	var t unix.Timespec
	if unix.ClockGettime(int32(^tid<<3|6), &t) != nil {
		return 0 // the thread has ended, which a locked one doesn't
	}
	return time.Duration(t.Nano())
}
