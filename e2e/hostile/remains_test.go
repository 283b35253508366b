package hostile

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	// settleTime is how long what an attack leaves may take to be gone: workers to
	// end, the collector of the daemon to run.
	settleTime = 15 * time.Second

	// memoryAllowance is what the daemon's and its two spare workers' memory moves
	// by without any attack: each garbage collector lets its heap double from 4 MiB
	// before it runs.
	memoryAllowance = 12 << 20
)

// remains are what a daemon holds of the machine.
type remains struct {
	memory    int64    // PSS of the daemon and its workers, in bytes
	processes int      // that run its executable, the daemon included
	files     int      // descriptors of the daemon, sockets included
	state     []string // names in the state directory; those of sockets without numbers
}

func (d *daemon) remains() (r remains) {
	for _, pid := range d.processes() {
		r.processes++
		r.memory += proportionalSize(pid)
	}
	if list, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", d.pid())); err == nil {
		r.files = len(list)
	}
	r.state = d.stateFiles()
	return r
}

// processes are the daemon, its children and all others that run its executable,
// whoever their parent is. Of another user's processes the kernel tells the parent
// only.
func (d *daemon) processes() (list []int) {
	paths, _ := filepath.Glob("/proc/[0-9]*/stat") // the pattern is right
	for _, path := range paths {
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		text, err2 := os.ReadFile(path)
		if err != nil || err2 != nil {
			continue // it has ended
		}
		fields := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
		exe, _ := os.Readlink(filepath.Join(filepath.Dir(path), "exe")) // empty where it is a secret
		child := len(fields) > 1 && fields[0] != "Z" && fields[1] == strconv.Itoa(d.pid())
		if child || strings.TrimSuffix(exe, " (deleted)") == d.binary {
			list = append(list, pid)
		}
	}
	return list
}

// proportionalSize is a process's part of the memory, in bytes; 0 when it has ended.
// Where the kernel keeps that from another user it is the part that it doesn't share.
func proportionalSize(pid int) int64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return privateSize(pid)
	}
	for line := range strings.Lines(string(text)) {
		if value, ok := strings.CutPrefix(line, "Pss:"); ok {
			kib, _ := strconv.ParseInt(strings.Fields(value)[0], 10, 64) // the kernel writes numbers
			return kib << 10
		}
	}
	return 0
}

func privateSize(pid int) int64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	fields := strings.Fields(string(text))
	if err != nil || len(fields) < 3 {
		return 0
	}
	resident, _ := strconv.ParseInt(fields[1], 10, 64)
	shared, _ := strconv.ParseInt(fields[2], 10, 64)
	return (resident - shared) * int64(os.Getpagesize())
}

func (d *daemon) stateFiles() (names []string) {
	_ = filepath.WalkDir(d.state(), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return nil // it is gone
		}
		name, err := filepath.Rel(d.state(), path)
		if filepath.Ext(name) == ".sock" {
			name = filepath.Join(filepath.Dir(name), "*.sock")
		}
		names = append(names, name)
		return err
	})
	slices.Sort(names)
	return names
}

// left says what there is now that was not there before, and returns what there is.
// It waits for it to go.
func (d *daemon) left(before remains) (after remains, what string) {
	within(settleTime, func() bool {
		after = d.remains()
		what = after.beyond(before)
		return what == ""
	})
	return after, what
}

func (r remains) beyond(before remains) string {
	switch {
	case r.processes != before.processes:
		return fmt.Sprintf("%d processes, %d before", r.processes, before.processes)
	case !slices.Equal(r.state, before.state):
		return fmt.Sprintf("files in the state directory: %v, before %v", r.state, before.state)
	case r.files > before.files:
		return fmt.Sprintf("%d descriptors of the daemon, %d before", r.files, before.files)
	case r.memory > before.memory*12/10+memoryAllowance:
		return fmt.Sprintf("%d KiB of memory, %d before", r.memory>>10, before.memory>>10)
	}
	return ""
}

// settled waits until nothing of an earlier attack, or of the start, changes the
// daemon's processes any more, and returns what it holds then.
func (d *daemon) settled() (r remains) {
	d.t.Helper()
	eventually(d.t, "spare workers", func() bool {
		r = d.remains()
		return r.processes == 1+spare && len(r.state) >= spare
	})
	return r
}
