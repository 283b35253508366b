package sandbox

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// threadStack is how large the stack of a C library's thread is to be, in bytes. Go
// uses little of it; a pure Go program has 16 KiB for the same.
const threadStack = 64 << 10

// oneHeap has glibc's malloc keep one heap for all threads (mallopt(3), M_ARENA_MAX),
// instead of reserving 64 MiB for each of some.
const oneHeap = "MALLOC_ARENA_MAX"

// SmallThreads has the threads of a program that was built with cgo take little address
// space, which bounds a worker's memory: each program that computes has one. The C
// library learns both from its surroundings as the process begins, so the process begins
// anew. It must be called before anything else is done; what was inherited stays.
func SmallThreads() error {
	if !cgo || os.Getenv(oneHeap) != "" {
		return nil
	}
	if err := smallStacks(); err != nil {
		return fmt.Errorf("stacks of threads: %w", err)
	}
	if err := unix.Exec("/proc/self/exe", os.Args, append(os.Environ(), oneHeap+"=1")); err != nil {
		return fmt.Errorf("stacks of threads: start again: %w", err)
	}
	return nil
}

func smallStacks() error {
	var l unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_STACK, &l); err != nil {
		return err
	}
	if l.Cur <= threadStack {
		return nil
	}
	return unix.Setrlimit(unix.RLIMIT_STACK, &unix.Rlimit{Cur: threadStack, Max: threadStack})
}
