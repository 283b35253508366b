package cgroup

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const myPID = 4242

// on is a host whose process 4242 is in the given group of the fake.
func (f *fake) on(group string) host {
	f.t.Helper()
	proc := f.t.TempDir()
	if err := os.Mkdir(filepath.Join(proc, "self"), 0o700); err != nil {
		f.t.Fatal(err)
	}
	f.put(filepath.Join(proc, "self/cgroup"), "1:name=systemd:/x\n0::"+group)
	f.put(filepath.Join(proc, "self/mountinfo"), "25 30 0:23 / /proc rw - proc proc rw\n26 30 0:24 / "+f.top+" rw,nosuid - cgroup2 cgroup2 rw")
	return host{files: f, proc: proc, pid: myPID}
}

func TestDetect(t *testing.T) {
	tests := []struct {
		name, available, pids string
		group                 string
		change                func(*fake)
		want                  string // how the tree describes itself, or what is missing
		remedy                string
	}{
		{"all", "cpuset cpu io memory pids", "4242", "/own", nil, "/own: memory, cpu, pids", ""},
		{"without cpu", "memory pids", "4242", "/own", nil, "/own: memory, pids; no cpu", ""},
		{"no controller handed on", "", "4242", "/own", func(f *fake) { f.put(filepath.Join(f.top, "cgroup.controllers"), "memory") }, "has none of the controllers", "Delegate=yes"},
		{"controllers of version 1", "", "4242", "/own", nil, "has none of the controllers", "unified_cgroup_hierarchy"},
		{"not delegated", "memory", "4242", "/own", func(f *fake) { f.locked = f.own() }, "not delegated to uid", "systemd-run --user"},
		{"procs not delegated", "memory", "4242", "/own", func(f *fake) { f.locked = filepath.Join(f.own(), "cgroup.procs") }, "cgroup.procs: permission denied", "Delegate=yes"},
		{"not alone", "memory", "4242\n4243", "/own", nil, "process 4243 is in", "alone"},
		{"process of another namespace", "memory", "0\n4242", "/own", nil, "process 0 is in", "alone"},
		{"not visible", "memory", "4242", "/other", nil, "/other is not there", "mount"},
		{"outside of the mount", "memory", "4242", "/../own", nil, "no mount of cgroup version 2 shows", "mount"},
		{"in the leaf", "memory", "", "/own/daemon", leafWith("4242"), "/own: memory; no cpu; no pids", ""},
		{"another daemon in the leaf", "memory", "4242", "/own", leafWith("7"), "process 7 is in", "alone"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := newFake(t, test.available, test.pids)
			if test.change != nil {
				test.change(f)
			}
			tree, err := f.on(test.group).detect()
			var missing *UnavailableError
			switch {
			case err == nil && (test.remedy != "" || !strings.HasSuffix(tree.Describe(), test.want)):
				t.Errorf("got %s, want %s", tree.Describe(), test.want)
			case err != nil && !errors.As(err, &missing):
				t.Errorf("%v has no remedy", err)
			case err != nil && (!strings.Contains(missing.Reason, test.want) || test.remedy == "" || !strings.Contains(missing.Remedy, test.remedy)):
				t.Errorf("got %v; want %q and %q", err, test.want, test.remedy)
			}
		})
	}
}

func leafWith(pids string) func(*fake) {
	return func(f *fake) {
		if err := f.Mkdir(filepath.Join(f.own(), leaf)); err != nil {
			f.t.Fatal(err)
		}
		f.put(filepath.Join(f.own(), leaf, "cgroup.procs"), pids)
	}
}

func TestNoVersion2(t *testing.T) {
	h := newFake(t, "memory", "4242").on("/own")
	if err := os.WriteFile(filepath.Join(h.proc, "self/cgroup"), []byte("4:memory:/x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var missing *UnavailableError
	if _, err := h.detect(); !errors.As(err, &missing) {
		t.Errorf("got %v", err)
	}
}

func TestMounted(t *testing.T) {
	const mountinfo = `30 1 8:1 / / rw - ext4 /dev/sda1 rw
31 30 0:26 /system/box /run/box rw - cgroup2 cgroup rw
32 30 0:26 / /sys/fs/cgroup\040two rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate
33 30 0:27 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu
broken`
	for group, want := range map[string]string{
		"/system/box/a": "/run/box/a",
		"/system/boxes": "/sys/fs/cgroup two/system/boxes",
		"/":             "/sys/fs/cgroup two",
		"/../x":         "",
	} {
		if got, _ := mounted(mountinfo, group); got != want {
			t.Errorf("%s is mounted at %q, want %q", group, got, want)
		}
	}
}

func TestCPUGroup(t *testing.T) {
	tests := []struct {
		name, cgroup, enabled string
		want                  string // the end of it
	}{
		{"root of version 1", "3:cpuacct,cpu:/\n0::/own", "", ""},
		{"version 1", "3:cpuacct,cpu:/x\n0::/own", "", "/x"},
		{"cpuset is another", "3:cpuset:/x\n0::/own", "memory", ""},
		{"version 2", "0::/own", "cpu", "/own"},
		{"below a group of version 2", "0::/own/below", "cpu", "/own"},
		{"version 2 without cpu", "0::/own", "memory", ""},
	}
	for _, test := range tests {
		f := newFake(t, test.enabled, "")
		if err := f.Mkdir(filepath.Join(f.own(), "below")); err != nil {
			t.Fatal(err)
		}
		h := f.on("/own")
		f.put(filepath.Join(h.proc, "self/cgroup"), test.cgroup)
		group, found := h.cpuGroup()
		if found != (test.want != "") || found && !strings.HasSuffix(group, test.want) {
			t.Errorf("%s: %q %v, want %q", test.name, group, found, test.want)
		}
	}
}
