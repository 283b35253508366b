// Package cgroup gives each worker a control group (version 2) of its own, in the
// part of the hierarchy that was delegated to the daemon:
//
//	<delegated>/daemon        the daemon itself
//	<delegated>/workers/<id>  one worker each
package cgroup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// An UnavailableError says why there are no control groups to be had, and what an
// operator can do about it.
type UnavailableError struct {
	Reason, Remedy string
}

func (u *UnavailableError) Error() string {
	return "no control groups: " + u.Reason + "; to have them, " + u.Remedy
}

const (
	remedyDelegate = "start the daemon with Delegate=yes in its systemd unit, by `systemd-run --user --scope -p Delegate=yes`, or as root in a cgroup of its own"
	remedyMount    = "boot with systemd.unified_cgroup_hierarchy=1, or mount cgroup2 at /sys/fs/cgroup"
	remedyAlone    = "start the daemon alone in a cgroup: by systemd with Delegate=yes, by `systemd-run --scope -p Delegate=yes`, or in a directory made for it below /sys/fs/cgroup"
)

// leaf is the name of the daemon's own group. systemd's DelegateSubgroup= may have
// put the daemon there.
const leaf = "daemon"

// Detect finds the subtree that was delegated to this process. It changes nothing;
// Setup makes the groups. An error is an *UnavailableError, or of a file of the
// kernel's that could not be read.
func Detect() (*Tree, error) {
	return host{files: kernelFiles{}, proc: "/proc", pid: os.Getpid()}.detect()
}

// A host is where Detect looks.
type host struct {
	files
	proc string
	pid  int
}

func (h host) detect() (*Tree, error) {
	own, err := h.own()
	if err != nil {
		return nil, err
	}
	if filepath.Base(own) == leaf {
		if t, err := h.tree(filepath.Dir(own), true); err == nil {
			return t, nil
		}
	}
	return h.tree(own, false)
}

func (h host) tree(dir string, inLeaf bool) (*Tree, error) {
	t := &Tree{files: h.files, dir: dir, pid: h.pid, inLeaf: inLeaf}
	for _, check := range []func() error{t.usable, t.delegated, t.alone} {
		if err := check(); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// own is the directory of this process's group.
func (h host) own() (string, error) {
	text, err := h.Read(filepath.Join(h.proc, "self/cgroup"))
	if err != nil {
		return "", err
	}
	path, found := ownPath(text)
	if !found {
		return "", &UnavailableError{"the kernel has no cgroup version 2", remedyMount}
	}
	if text, err = h.Read(filepath.Join(h.proc, "self/mountinfo")); err != nil {
		return "", err
	}
	dir, found := mounted(text, path)
	if !found {
		return "", &UnavailableError{"no mount of cgroup version 2 shows this process's group " + path, remedyMount}
	}
	return dir, nil
}

// CPUGroup finds the group by which the processors are shared between this process
// and others, of version 1 or 2, unless that is the root of its hierarchy.
func CPUGroup() (group string, found bool) {
	return host{files: kernelFiles{}, proc: "/proc"}.cpuGroup()
}

func (h host) cpuGroup() (group string, found bool) {
	text, err := h.Read(filepath.Join(h.proc, "self/cgroup"))
	if err != nil {
		return "", false
	}
	for line := range strings.Lines(text) {
		fields := strings.SplitN(strings.TrimSpace(line), ":", 3)
		if len(fields) == 3 && slices.Contains(strings.Split(fields[1], ","), "cpu") {
			return fields[2], fields[2] != "/"
		}
	}
	// A group shares the processors if it has a weight. The root has none.
	dir, err := h.own()
	for err == nil && h.exists(dir, "cgroup.controllers") {
		if h.exists(dir, "cpu.weight") {
			return dir, true
		}
		dir = filepath.Dir(dir)
	}
	return "", false
}

func (h host) exists(dir, file string) bool {
	_, err := h.Read(filepath.Join(dir, file))
	return err == nil
}

// ownPath finds the line of version 2 in /proc/self/cgroup.
func ownPath(text string) (path string, found bool) {
	for line := range strings.Lines(text) {
		if path, found := strings.CutPrefix(strings.TrimSpace(line), "0::"); found {
			return path, true
		}
	}
	return "", false
}

// mounted finds the directory of a group in /proc/self/mountinfo. The path of the
// group is relative to the root of the hierarchy, and so is what a mount shows.
func mounted(mountinfo, group string) (dir string, found bool) {
	for line := range strings.Lines(mountinfo) {
		before, after, _ := strings.Cut(line, " - ")
		fields, kind := strings.Fields(before), strings.Fields(after)
		if len(fields) < 5 || len(kind) == 0 || kind[0] != "cgroup2" {
			continue
		}
		root, point := unescape(fields[3]), unescape(fields[4])
		if rest, inside := below(root, group); inside {
			return filepath.Join(point, rest), true
		}
	}
	return "", false
}

// below takes root off group. A leading /.. is outside of what a namespace shows.
func below(root, group string) (rest string, inside bool) {
	rest, inside = strings.CutPrefix(group, strings.TrimSuffix(root, "/"))
	inside = inside && (rest == "" || rest[0] == '/')
	return rest, inside && rest != "/.." && !strings.HasPrefix(rest, "/../")
}

// unescape undoes the octal escapes of mountinfo.
func unescape(s string) string {
	return strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace(s)
}

// controllers are those that are of use, in the order in which they are named.
var controllers = [...]string{"memory", "cpu", "pids"}

// usable notes the controllers that there are.
func (t *Tree) usable() error {
	text, err := t.Read(filepath.Join(t.dir, "cgroup.controllers"))
	if errors.Is(err, os.ErrNotExist) {
		return &UnavailableError{t.dir + " is not there", remedyMount}
	}
	if err != nil {
		return err
	}
	there := strings.Fields(text)
	for _, c := range controllers {
		if slices.Contains(there, c) {
			t.controllers = append(t.controllers, c)
		}
	}
	if len(t.controllers) > 0 {
		return nil
	}
	remedy := remedyDelegate
	if t.legacy() {
		remedy = remedyMount
	}
	return &UnavailableError{t.dir + " has none of the controllers memory, cpu and pids", remedy}
}

// legacy reports whether the root of the hierarchy, which is the only group without
// a type, has no memory controller: then that belongs to version 1.
func (t *Tree) legacy() bool {
	top := t.dir
	h := host{files: t.files}
	for h.exists(filepath.Dir(top), "cgroup.controllers") {
		top = filepath.Dir(top)
	}
	text, err := t.Read(filepath.Join(top, "cgroup.controllers"))
	return err == nil && !h.exists(top, "cgroup.type") && !slices.Contains(strings.Fields(text), "memory")
}

// delegated reports whether groups can be made and processes put into them.
func (t *Tree) delegated() error {
	for _, name := range []string{"", "cgroup.procs", "cgroup.subtree_control"} {
		err := t.Writable(filepath.Join(t.dir, name))
		switch {
		case errors.Is(err, syscall.EROFS):
			return &UnavailableError{t.dir + " is mounted read-only", "mount it read-write in the daemon's container"}
		case err != nil:
			return &UnavailableError{fmt.Sprintf("%s is not delegated to uid %d (%v)", t.dir, os.Geteuid(), err), remedyDelegate}
		}
	}
	return nil
}

// alone makes sure that the daemon is the only process of the subtree's root and
// of its leaf. Those of others can't be moved out of the way without harm, a group
// with processes can't have groups with controllers below it, and a second daemon
// would remove the groups of the first.
func (t *Tree) alone() error {
	for _, dir := range []string{t.dir, filepath.Join(t.dir, leaf)} {
		text, err := t.Read(filepath.Join(dir, "cgroup.procs"))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		for _, pid := range strings.Fields(text) {
			if pid != strconv.Itoa(t.pid) {
				return &UnavailableError{fmt.Sprintf("process %s is in %s too", pid, dir), remedyAlone}
			}
		}
	}
	return nil
}
