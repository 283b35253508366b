package worker

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sys/unix"

	"github.com/elide-dev/elided/internal/blackbox"
	"github.com/elide-dev/elided/internal/lang"
)

// A meter accounts for the processor time of one run. While the program computes,
// its goroutine is locked to a thread, whose clock counts; what the garbage
// collector does for the program on other threads is not in it, unless the program asks for it.
type meter struct {
	watch *watch
	ref   uint64

	// The run's goroutine owns these.
	start    time.Time     // of the run
	compiled time.Duration // after start its main source was; 0 before that

	mu     sync.Mutex
	tid    int           // of the thread that computes; 0 while the program waits
	began  time.Duration // that thread's clock at the last Resume
	used   time.Duration // before that
	entry  time.Duration // the part of began that the kernel took
	system time.Duration // the part of used

	// What follows belongs to the watch.
	seen      time.Duration // used at the last look
	faulted   time.Duration // system at the last look
	allocated atomic.Uint64 // bytes put down to this run
	rate      float64       // bytes a second, of late
	rated     time.Time     // when rate was set
	computing bool          // as the daemon knows
	told      bool          // the daemon knows anything
	reported  time.Duration // processor time that the daemon knows of
}

var _ lang.Meter = (*meter)(nil)

// Begin is part of lang.Meter.
func (m *meter) Begin() { m.compiled = time.Since(m.start) }

// Resume is part of lang.Meter.
func (m *meter) Resume() {
	runtime.LockOSThread()
	tid := unix.Gettid()
	m.mu.Lock()
	m.tid, m.began, m.entry = tid, threadTime(tid), systemTime(tid)
	m.mu.Unlock()
	m.watch.worker.box.Computes(m.computation(tid))
	m.watch.ask()
}

// Pause is part of lang.Meter.
func (m *meter) Pause() {
	m.watch.worker.box.Waits(m.ref)
	m.mu.Lock()
	m.used, m.system = m.sofar()
	m.tid = 0
	m.mu.Unlock()
	runtime.UnlockOSThread()
}

// Charge is part of lang.Meter.
func (m *meter) Charge(d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.used += d
}

// read returns the time used so far, the part of it that the kernel took for the program,
// in steps of its clock tick (1 to 10 ms), and whether the program computes.
func (m *meter) read() (used, system time.Duration, computing bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.tid == 0 {
		return m.used, m.system, false
	}
	used, system = m.sofar()
	return used, system, true
}

// sofar is what read returns of a program that computes. It needs the lock.
func (m *meter) sofar() (used, system time.Duration) {
	return m.used + threadTime(m.tid) - m.began, m.system + max(0, systemTime(m.tid)-m.entry)
}

// The clocks of a thread of this process. A clock's number is made as the kernel's
// include/linux/posix-timers.h has it: the inverted thread id, and 4 for a
// thread's, and which of its clocks.
const (
	clockBoth  = 4 // the program's and the kernel's time, in ticks
	clockUser  = 5 // the program's alone, in ticks
	clockExact = 6 // all, by the scheduler
)

func clock(tid, which int) time.Duration {
	var t unix.Timespec
	if unix.ClockGettime(int32(^tid<<3|which), &t) != nil {
		return 0 // the thread has ended, which a locked one doesn't
	}
	return time.Duration(t.Nano())
}

// threadTime is the processor time of a thread, and systemTime the kernel's part of it:
// for a program, which calls the kernel for nothing else, that is where memory new to
// the process is cleared.
func threadTime(tid int) time.Duration { return clock(tid, clockExact) }

func systemTime(tid int) time.Duration { return clock(tid, clockBoth) - clock(tid, clockUser) }

// computation has what the kernel has done for this thread, as /proc has it: unlike the
// clocks, its time is made to agree with the scheduler's.
func (m *meter) computation(tid int) blackbox.Computation {
	var u unix.Rusage
	_ = unix.Getrusage(unix.RUSAGE_THREAD, &u) // it can't fail
	return blackbox.Computation{Ref: m.ref, Thread: tid, System: time.Duration(u.Stime.Nano()), Faults: uint64(u.Minflt)}
}
