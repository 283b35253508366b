package e2e

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// children are the processes that a process has started and that run. A zombie
// doesn't count.
func children(t *testing.T, parent int) (list []int) {
	t.Helper()
	paths, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		state, ppid, ok := processState(path)
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path))); err == nil && ok && ppid == parent && state != "Z" {
			list = append(list, pid)
		}
	}
	return list
}

func processState(path string) (state string, parent int, ok bool) {
	fields, ok := processStat(path)
	if !ok {
		return "", 0, false
	}
	parent, err := strconv.Atoi(fields[1])
	return fields[0], parent, err == nil
}

// processStat is what follows the command's name in /proc/PID/stat.
func processStat(path string) (fields []string, ok bool) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, false // it has ended
	}
	return strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:])), true
}

// busyChild waits until a child has used more processor time than a start takes,
// and returns it.
func busyChild(t *testing.T, parent int) (pid int) {
	t.Helper()
	const ticks = 30 // of 10 ms
	eventually(t, "a busy worker", patience, func() bool {
		for _, pid = range children(t, parent) {
			if processorTicks(pid) > ticks {
				return true
			}
		}
		return false
	})
	return pid
}

func processorTicks(pid int) int {
	fields, ok := processStat(fmt.Sprintf("/proc/%d/stat", pid))
	if !ok {
		return 0
	}
	const user = 11 // after the command's name
	n, err := strconv.Atoi(fields[user])
	if err != nil {
		return 0
	}
	return n
}

func running(pid int) bool {
	state, _, ok := processState(fmt.Sprintf("/proc/%d/stat", pid))
	return ok && state != "Z" && state != "X"
}

// residentBytes is what a process holds in memory.
func residentBytes(t *testing.T, pid int) int64 {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if value, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kib, err := strconv.ParseInt(strings.Fields(value)[0], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			return kib << 10
		}
	}
	t.Fatalf("process %d has no VmRSS", pid)
	return 0
}
