package cgroup

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// fake is a hierarchy in an ordinary directory, with the rules of the kernel's that
// the package depends on.
type fake struct {
	kernelFiles
	t      *testing.T
	top    string
	locked string // not writable; "" is none
	busy   int    // how often removing a group fails before it works
}

// newFake makes a hierarchy with one group, "own", which holds the pids.
func newFake(t *testing.T, available, pids string) *fake {
	t.Helper()
	f := &fake{t: t, top: t.TempDir()}
	f.put(filepath.Join(f.top, "cgroup.controllers"), available)
	f.put(filepath.Join(f.top, "cgroup.subtree_control"), available)
	f.put(filepath.Join(f.top, "cgroup.procs"), "1")
	if err := f.Mkdir(f.own()); err != nil {
		t.Fatal(err)
	}
	f.put(filepath.Join(f.own(), "cgroup.procs"), pids)
	return f
}

func (f *fake) own() string { return filepath.Join(f.top, "own") }

func (f *fake) put(path, value string) {
	f.t.Helper()
	if err := os.WriteFile(path, []byte(value+"\n"), 0o600); err != nil {
		f.t.Fatal(err)
	}
}

func (f *fake) get(path ...string) string {
	f.t.Helper()
	text, err := f.Read(filepath.Join(append([]string{f.own()}, path...)...))
	if err != nil {
		f.t.Fatal(err)
	}
	return text
}

var controllerFiles = map[string][]string{
	"memory": {"memory.max", "memory.oom.group", "memory.swap.max", "memory.current", "memory.peak", "memory.events"},
	"cpu":    {"cpu.weight"},
	"pids":   {"pids.max"},
}

func (f *fake) Mkdir(dir string) error {
	if err := os.Mkdir(dir, 0o700); err != nil {
		return err
	}
	available, err := f.Read(filepath.Join(filepath.Dir(dir), "cgroup.subtree_control"))
	if err != nil {
		return err
	}
	f.put(filepath.Join(dir, "cgroup.controllers"), available)
	for _, name := range []string{"cgroup.type", "cgroup.subtree_control", "cgroup.procs", "cgroup.kill", "cpu.stat"} {
		f.put(filepath.Join(dir, name), "")
	}
	f.fill(dir, available)
	return nil
}

func (f *fake) fill(dir, controllers string) {
	for _, c := range strings.Fields(controllers) {
		for _, name := range controllerFiles[c] {
			f.put(filepath.Join(dir, name), "")
		}
	}
}

func (f *fake) Rmdir(dir string) error {
	procs, err := f.Read(filepath.Join(dir, "cgroup.procs"))
	if err != nil {
		return err
	}
	below, err := f.Directories(dir)
	if err != nil {
		return err
	}
	if f.busy--; f.busy >= 0 || procs != "" || len(below) > 0 {
		return &os.PathError{Op: "rmdir", Path: dir, Err: syscall.EBUSY}
	}
	return os.RemoveAll(dir)
}

func (f *fake) Write(path, value string) error {
	if _, err := os.Stat(path); err != nil {
		return err
	}
	dir := filepath.Dir(path)
	switch filepath.Base(path) {
	case "cgroup.procs":
		return f.move(dir, value)
	case "cgroup.subtree_control":
		return f.hand(dir, value)
	case "cgroup.kill":
		f.put(filepath.Join(dir, "cgroup.procs"), "")
	default:
		f.put(path, value)
	}
	return nil
}

// move takes a process out of its group, into one that hands nothing on.
func (f *fake) move(dir, pid string) error {
	if control, err := f.Read(filepath.Join(dir, "cgroup.subtree_control")); err != nil || control != "" {
		return syscall.EBUSY
	}
	groups := []string{f.own()}
	for i := 0; i < len(groups); i++ {
		below, err := f.Directories(groups[i])
		if err != nil {
			return err
		}
		for _, name := range below {
			groups = append(groups, filepath.Join(groups[i], name))
		}
		procs := filepath.Join(groups[i], "cgroup.procs")
		text, err := f.Read(procs)
		if err != nil {
			return err
		}
		rest := slices.DeleteFunc(strings.Fields(text), func(p string) bool { return p == pid })
		f.put(procs, strings.Join(rest, "\n"))
	}
	f.put(filepath.Join(dir, "cgroup.procs"), pid)
	return nil
}

// hand enables and disables controllers below a group, which may hold no process.
func (f *fake) hand(dir, value string) error {
	if procs, err := f.Read(filepath.Join(dir, "cgroup.procs")); err != nil || procs != "" {
		return syscall.EBUSY
	}
	below, err := f.Directories(dir)
	if err != nil {
		return err
	}
	path := filepath.Join(dir, "cgroup.subtree_control")
	text, err := f.Read(path)
	if err != nil {
		return err
	}
	enabled := strings.Fields(text)
	for _, c := range strings.Fields(value) {
		if c[0] == '+' {
			enabled = append(enabled, c[1:])
		} else {
			enabled = slices.DeleteFunc(enabled, func(e string) bool { return e == c[1:] })
		}
	}
	f.put(path, strings.Join(enabled, " "))
	for _, name := range below {
		f.put(filepath.Join(dir, name, "cgroup.controllers"), strings.Join(enabled, " "))
		f.fill(filepath.Join(dir, name), strings.Join(enabled, " "))
	}
	return nil
}

func (f *fake) Writable(path string) error {
	if f.locked != "" && strings.HasPrefix(path, f.locked) {
		return &os.PathError{Op: "write to", Path: path, Err: syscall.EACCES}
	}
	return nil
}
