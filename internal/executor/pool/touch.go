package pool

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"

	"github.com/elide-dev/elided/internal/blackbox"
)

// This file finds out who has filled a worker, from outside: inside nobody may have come
// to look, as the whole process waits while a program touches what it asked for. The
// kernel clears memory when it is first touched, in the time of the thread that does.

// tick is the unit of a thread's times in /proc: USER_HZ, which is 100 on every
// architecture that Go has.
const tick = 10 * time.Millisecond

// freeze stops the process of a worker that is to be killed, and notes what the kernel has
// done for each run since it began to compute.
func (w *worker) freeze() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.exclusive || w.proc == nil || w.buried {
		return
	}
	pid := w.proc.cmd.Process.Pid
	_ = w.proc.cmd.Process.Signal(syscall.SIGSTOP) // it has ended, else
	computing, err := blackbox.Computing(w.proc.box)
	if err != nil {
		return
	}
	threads := threadsOf(pid)
	for ref, c := range computing {
		if r, t := w.runs[ref], threads[c.Thread]; r != nil {
			r.touching = touching{t.system - c.System, int64(t.faults - c.Faults)}
		}
	}
}

// touching is what the kernel has done for a run since it began to compute: its time, and
// how often it gave it memory, a page of 4 KiB or of 2 MiB.
type touching struct {
	system time.Duration
	faults int64
}

// A thread is what the kernel has done for it.
type thread struct {
	system time.Duration
	faults uint64
}

// threadsOf returns the threads of a process by their number in its own namespace. What
// can't be read is left out.
func threadsOf(pid int) map[int]thread {
	dir := fmt.Sprintf("/proc/%d/task/", pid)
	names, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	threads := make(map[int]thread, len(names))
	for _, n := range names {
		status, err := os.ReadFile(dir + n.Name() + "/status")
		if err != nil {
			continue
		}
		stat, err := os.ReadFile(dir + n.Name() + "/stat")
		if err != nil {
			continue
		}
		threads[innerNumber(status)] = readThread(stat)
	}
	return threads
}

// innerNumber is the last of the line NSpid of a thread's status; 0 when there is none.
func innerNumber(status []byte) int {
	_, rest, _ := bytes.Cut(status, []byte("\nNSpid:"))
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	fields := bytes.Fields(line)
	if len(fields) == 0 {
		return 0
	}
	n, _ := strconv.Atoi(string(fields[len(fields)-1])) // the kernel's own number
	return n
}

// readThread takes the fields minflt and stime from a thread's stat: the tenth and the
// fifteenth, where the second is in brackets and may have any byte in it.
func readThread(stat []byte) thread {
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	if len(fields) < 13 {
		return thread{}
	}
	ticks, _ := strconv.ParseInt(string(fields[12]), 10, 64) // the kernel's own numbers
	faults, _ := strconv.ParseUint(string(fields[7]), 10, 64)
	return thread{time.Duration(ticks) * tick, faults}
}
