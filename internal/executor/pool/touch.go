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
	threads := threadTimes(pid)
	for ref, c := range computing {
		if r := w.runs[ref]; r != nil {
			r.touching = threads[c.Thread] - c.System
		}
	}
}

// threadTimes is what the kernel has done for each thread of a process, by the thread's
// number in its own namespace. What can't be read is left out.
func threadTimes(pid int) map[int]time.Duration {
	dir := fmt.Sprintf("/proc/%d/task/", pid)
	names, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	times := make(map[int]time.Duration, len(names))
	for _, n := range names {
		status, err := os.ReadFile(dir + n.Name() + "/status")
		if err != nil {
			continue
		}
		stat, err := os.ReadFile(dir + n.Name() + "/stat")
		if err != nil {
			continue
		}
		times[innerNumber(status)] = systemTime(stat)
	}
	return times
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

// systemTime is the field stime of a thread's stat: the fifteenth, where the second is in
// brackets and may have any byte in it.
func systemTime(stat []byte) time.Duration {
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	if len(fields) < 13 {
		return 0
	}
	n, _ := strconv.ParseInt(string(fields[12]), 10, 64) // likewise
	return time.Duration(n) * tick
}
