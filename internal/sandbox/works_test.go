package sandbox

import (
	"crypto/rand"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// broken does what a worker must be able to do in its sandbox, and names what it
// couldn't.
func broken() (list []string) {
	for name, do := range map[string]func() error{
		"goroutines, timers and garbage": crowd,
		"threads and their clocks":       threadClocks,
		"random numbers":                 func() error { _, err := rand.Read(make([]byte, 1000)); return err },
		"the process's usage":            func() error { return unix.Getrusage(unix.RUSAGE_SELF, new(unix.Rusage)) },
		"the process's clock":            func() error { return unix.ClockGettime(unix.CLOCK_PROCESS_CPUTIME_ID, new(unix.Timespec)) },
		"a signal to itself":             signalled,
		"standard error":                 func() error { _, err := os.Stderr.Write(nil); return err },
	} {
		if err := do(); err != nil {
			list = append(list, fmt.Sprintf("%s: %v", name, err))
		}
	}
	return list
}

func crowd() error {
	runtime.GOMAXPROCS(runtime.NumCPU() + 2)
	var all sync.WaitGroup
	sum := make(chan int, 1)
	sum <- 0
	for i := range 5000 {
		all.Go(func() {
			kept := make([][]byte, 0, 8)
			for range 8 {
				kept = append(kept, make([]byte, 4<<10))
				time.Sleep(time.Duration(i%7) * time.Millisecond / 4)
			}
			sum <- <-sum + len(kept)
		})
	}
	all.Wait()
	runtime.GC()
	debug.FreeOSMemory()
	if got := <-sum; got != 40_000 {
		return fmt.Errorf("the sum is %d", got)
	}
	return nil
}

// threadClocks reads each of some threads' clock from its neighbour.
func threadClocks() error {
	const n = 8
	ids, errs, done := make(chan int, n), make(chan error, n), make(chan struct{})
	for range n {
		go func() {
			runtime.LockOSThread() // and the thread ends with the goroutine
			ids <- unix.Gettid()
			<-done
			errs <- nil
		}()
	}
	for range n {
		// The kernel's number of a thread's clock: see clock_getcpuclockid(3).
		clock := int32(^<-ids<<3 | 6)
		if err := unix.ClockGettime(clock, new(unix.Timespec)); err != nil {
			return err
		}
	}
	close(done)
	for range n {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

// signalled sends this process's own thread a signal that the runtime handles.
func signalled() error {
	return unix.Tgkill(unix.Getpid(), unix.Gettid(), syscall.SIGURG)
}
