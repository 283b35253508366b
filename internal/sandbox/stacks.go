package sandbox

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// threadStack is how large the stack of a C library's thread is to be, in bytes. Go
// uses little of it; a pure Go program has 16 KiB for the same.
const threadStack = 64 << 10

// SmallStacks has the threads of a program that was built with cgo take little address
// space, which RLIMIT_DATA counts: each program that computes has one. The C library
// learns the size from a limit as the process begins, so the process begins anew. It
// must be called before anything else is done; what was inherited stays.
func SmallStacks() error {
	if !cgo {
		return nil
	}
	var l unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_STACK, &l); err != nil {
		return fmt.Errorf("stacks of threads: %w", err)
	}
	if l.Cur <= threadStack {
		return nil
	}
	if err := unix.Setrlimit(unix.RLIMIT_STACK, &unix.Rlimit{Cur: threadStack, Max: threadStack}); err != nil {
		return fmt.Errorf("stacks of threads: %w", err)
	}
	if err := unix.Exec("/proc/self/exe", os.Args, os.Environ()); err != nil {
		return fmt.Errorf("stacks of threads: start again: %w", err)
	}
	return nil
}
