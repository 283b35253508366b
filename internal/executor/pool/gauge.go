package pool

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"time"

	"golang.org/x/sys/unix"
)

// A gauge reads what a process uses, until the process is waited for.
type gauge struct {
	statm *os.File // /proc/PID/statm, open since the process was new
	clock int32
}

// newGauge opens the gauge of a process. The number of its clock is made as the
// kernel's include/linux/posix-timers.h has it: the inverted process id, and 2 for a
// process's scheduler clock.
func newGauge(pid int) (*gauge, error) {
	f, err := os.Open(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return nil, fmt.Errorf("read the memory of worker process %d: %w; /proc must be mounted and show this user's processes", pid, err)
	}
	return &gauge{statm: f, clock: int32(^pid<<3 | 2)}, nil
}

func (g *gauge) close() { _ = g.statm.Close() } // only read

// time is the processor time of the whole process; 0 when it has ended.
func (g *gauge) time() time.Duration {
	var t unix.Timespec
	if unix.ClockGettime(g.clock, &t) != nil {
		return 0
	}
	return time.Duration(t.Nano())
}

// memory is the process's own memory in bytes: what is resident and no file's, so
// that the program file, which all workers share, doesn't count. 0 when it has ended.
func (g *gauge) memory() uint64 {
	pages := g.pages()
	if pages[1] < pages[2] {
		return 0
	}
	return (pages[1] - pages[2]) * uint64(os.Getpagesize())
}

// data is the address space that RLIMIT_DATA bounds, in bytes.
func (g *gauge) data() uint64 { return g.pages()[5] * uint64(os.Getpagesize()) }

// space is all of its address space, in bytes.
func (g *gauge) space() uint64 { return g.pages()[0] * uint64(os.Getpagesize()) }

// pages are the numbers of /proc/PID/statm: size, resident, shared, text, library and
// data, in pages; zeros for a process that has ended.
func (g *gauge) pages() (all [6]uint64) {
	var buf [128]byte
	n, _ := g.statm.ReadAt(buf[:], 0) // it always ends with io.EOF
	for i, f := range bytes.Fields(buf[:n]) {
		if i < len(all) {
			all[i], _ = strconv.ParseUint(string(f), 10, 64) // the kernel's own number
		}
	}
	return all
}
