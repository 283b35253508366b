package pool

import (
	"os"
	"runtime"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func TestThreadFiles(t *testing.T) {
	for text, want := range map[string]int{
		"Name:\tx\nNSpid:\t10225\nNSpgid:\t1\n":    10225,
		"Name:\tx\nNSpid:\t10225\t7\nNSpgid:\t1\n": 7,
		"Name:\tx\n": 0, "": 0, "\nNSpid:": 0, "\nNSpid:\tx": 0,
	} {
		if got := innerNumber([]byte(text)); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]thread{
		"7 (a) b) R 1 2 3 4 5 6 7 8 9 10 11 31 13": {31 * tick, 7},
		"7 (a) R 1 2": {}, "": {},
	} {
		if got := readThread([]byte(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestThreads finds this thread by its number, with what the kernel has done for it.
func TestThreads(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var u unix.Rusage
	for late := time.Now().Add(patience); u.Stime.Nano() < int64(3*tick) && time.Now().Before(late); {
		_, _ = os.ReadFile("/proc/self/maps")
		if err := unix.Getrusage(unix.RUSAGE_THREAD, &u); err != nil {
			t.Fatal(err)
		}
	}
	got, known := threadsOf(os.Getpid())[unix.Gettid()]
	if want := time.Duration(u.Stime.Nano()); !known || got.system < want-tick || got.system > want+patience || got.faults < uint64(u.Minflt) {
		t.Errorf("%v, want %v", got, want)
	}
}
