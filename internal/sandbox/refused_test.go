package sandbox

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestEveryForbiddenCallIsRefused has a worker of each kind of daemon, separated in
// each way, try every system call that is not on the list, and everything that a
// program could want outside: each is refused, on threads older than the sandbox.
func TestEveryForbiddenCallIsRefused(t *testing.T) {
	for _, c := range []struct {
		uid, skip int
		way       string
		want      []string
	}{
		{0, 0, "all namespaces", []string{Namespaces, EmptyRoot, Landlock, Capabilities, UID}},
		{0, 1, "namespaces but of users", []string{Namespaces, Landlock, Capabilities, UID}},
		{0, 2, "another user", []string{Landlock, Capabilities, UID}},
		{0, 3, "root in no namespace", []string{Landlock, Capabilities}},
		{nobody, 0, "all namespaces", []string{Namespaces, EmptyRoot, Landlock, Capabilities, UID}},
		{nobody, 1, "no namespace", []string{Landlock, Capabilities, UID}},
	} {
		t.Run(fmt.Sprintf("user %d, %s", c.uid, c.way), func(t *testing.T) {
			t.Parallel()
			v := runTask(t, pure, c.uid, task{Skip: c.skip})
			wantRefused(t, v, func(string) bool { return true })
			want := append(c.want, Seccomp, NoNewPrivs, Undumpable, Rlimits, Descriptors, Environment)
			if got := Names(v.Layers); !sameSet(got, want) {
				t.Errorf("in force are %v, want %v: %+v", got, want, v.Layers)
			}
			if want := 2*lastNumber - len(rules(0)) - 2; v.Numbers < want {
				t.Errorf("%d system calls tried, want %d", v.Numbers, want)
			}
			if err := Enough(v.Layers); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestWithCgo is about a program that embeds elided and was built with cgo: its
// threads are the C library's.
func TestWithCgo(t *testing.T) {
	if !cgo {
		t.Skip("built without cgo")
	}
	for _, uid := range []int{0, nobody} {
		v := runTask(t, "/proc/self/exe", uid, task{})
		wantRefused(t, v, func(string) bool { return true })
		if err := Enough(v.Layers); err != nil {
			t.Error(err)
		}
	}
}

// TestLayersAlone says what each of the great layers is good for when the others
// have a hole.
func TestLayersAlone(t *testing.T) {
	files := []string{"open /etc", "open the", "list", "create a file", "execve"}
	for _, c := range []struct {
		layer string
		skip  int // to no namespaces, as a plain user
		only  []string
		wants []string // prefixes of attempts
	}{
		{"seccomp", 1, []string{Seccomp}, nil},
		{"landlock", 1, []string{Landlock}, append(files, "connect to an abstract", "connect to a TCP", "kill the", "ptrace", "read the daemon's", "mount")},
		{"namespaces and empty root", 0, []string{EmptyRoot, Capabilities}, append(files, "connect", "kill the", "ptrace", "read the daemon's", "pidfd", "priority", "limits", "mount", "chroot", "set the", "open /proc")},
	} {
		t.Run(c.layer, func(t *testing.T) {
			t.Parallel()
			v := runTask(t, pure, nobody, task{Skip: c.skip, Only: c.only})
			wantRefused(t, v, func(name string) bool {
				return c.wants == nil || slices.ContainsFunc(c.wants, func(p string) bool { return strings.HasPrefix(name, p) })
			})
		})
	}
}

// TestAttemptsSucceedWithoutSandbox shows that the attempts can succeed at all.
func TestAttemptsSucceedWithoutSandbox(t *testing.T) {
	v := runTask(t, pure, nobody, task{Skip: 1, Only: []string{Environment}})
	for _, name := range []string{
		"open /etc/passwd", "open /proc/self/environ", "open the daemon's environ", "list /tmp", "create a file", "memfd", "execve",
		"connect to a socket file", "connect to an abstract socket", "connect to a TCP port", "kill the daemon",
		"pidfd of the daemon", "socket of family 2",
	} {
		if !slices.ContainsFunc(v.Findings, func(f finding) bool { return f.Name == name && !f.Refused }) {
			t.Errorf("%s was refused: the test of it says nothing", name)
		}
	}
}

func wantRefused(t *testing.T, v verdict, wanted func(name string) bool) {
	t.Helper()
	for _, b := range v.Broken {
		t.Errorf("broken: %s", b)
	}
	checked := 0
	for _, f := range v.Findings {
		if !wanted(f.Name) {
			continue
		}
		checked++
		if !f.Refused {
			t.Errorf("%s: %s", f.Name, f.How)
		}
	}
	if checked < 10*threads {
		t.Errorf("%d attempts only", checked)
	}
}

func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}
