package executor

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/quota"
)

// stranger is a peer without privileges.
var stranger = Caller{Peer: true, UID: 12345, GID: 12345}

func fsGrant(dirs ...Directory) []Grant { return []Grant{{Name: "fs", Directories: dirs}} }

func TestGrantsRefused(t *testing.T) {
	top := t.TempDir()
	for _, dir := range []string{"root", "root/in", "beside"} {
		if err := os.Mkdir(filepath.Join(top, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(top, "root", "file"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../beside", filepath.Join(top, "root", "out")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(top, "root", "pipe"), 0o644); err != nil {
		t.Fatal(err)
	}
	e := begin(t, func(c *Config) { c.FSRoots = []string{filepath.Join(top, "root")} })
	if _, err := e.CreateSession(Caller{}, "io-only", SessionConfig{Intrinsics: []string{"io"}}); err != nil {
		t.Fatal(err)
	}
	in := filepath.Join(top, "root", "in")
	const source = "intrinsics[0].directories[0].source"
	for _, c := range []struct {
		name    string
		session string
		grants  []Grant
		kind    Kind
		field   string
	}{
		{"unknown", "", []Grant{{Name: "net"}}, Invalid, "intrinsics[0].name"},
		{"twice", "", []Grant{{Name: "io"}, {Name: "io"}}, Invalid, "intrinsics[1].name"},
		{"directories of another", "", []Grant{{Name: "io", Directories: []Directory{{Path: "/a", Source: in}}}}, Invalid, "intrinsics[0].directories"},
		{"no directories", "", fsGrant(), Invalid, "intrinsics[0].directories"},
		{"relative path", "", fsGrant(Directory{Path: "a", Source: in}), Invalid, "intrinsics[0].directories[0].path"},
		{"unclean path", "", fsGrant(Directory{Path: "/a/../b", Source: in}), Invalid, "intrinsics[0].directories[0].path"},
		{"relative source", "", fsGrant(Directory{Path: "/a", Source: "in"}), Invalid, source},
		{"unclean source", "", fsGrant(Directory{Path: "/a", Source: in + "/../../../beside"}), Invalid, source},
		{"source with NUL", "", fsGrant(Directory{Path: "/a", Source: in + "\x00"}), Invalid, source},
		{"path twice", "", fsGrant(Directory{Path: "/a", Source: in}, Directory{Path: "/a", Source: in}), Invalid, "intrinsics[0].directories[1].path"},
		{"outside", "", fsGrant(Directory{Path: "/a", Source: filepath.Join(top, "beside")}), PermissionDenied, source},
		{"outside and absent", "", fsGrant(Directory{Path: "/a", Source: "/nonexistent"}), PermissionDenied, source},
		{"outside by a link", "", fsGrant(Directory{Path: "/a", Source: filepath.Join(top, "root", "out")}), PermissionDenied, source},
		{"the second outside", "", fsGrant(Directory{Path: "/a", Source: in}, Directory{Path: "/b", Source: "/etc"}), PermissionDenied, "intrinsics[0].directories[1].source"},
		{"absent", "", fsGrant(Directory{Path: "/a", Source: in + "/none"}), FailedPrecondition, source},
		{"file", "", fsGrant(Directory{Path: "/a", Source: filepath.Join(top, "root", "file")}), FailedPrecondition, source},
		{"pipe", "", fsGrant(Directory{Path: "/a", Source: filepath.Join(top, "root", "pipe")}), FailedPrecondition, source},
		{"not enabled", "io-only", fsGrant(Directory{Path: "/a", Source: in}), FailedPrecondition, "intrinsics[0].name"},
		{"default not enabled", "io-only", []Grant{{Name: "env"}}, FailedPrecondition, "intrinsics[0].name"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := descriptors(t)
			r := python("print(1)")
			r.Session, r.Intrinsics, r.Caller = c.session, c.grants, stranger
			_, err := e.Submit(r)
			wantError(t, err, c.kind, c.field)
			if c.kind == PermissionDenied && !strings.Contains(err.Error(), "--fs-root") {
				t.Errorf("the error says nothing of --fs-root: %v", err)
			}
			wantDescriptors(t, before)
		})
	}
}

// descriptors counts those of directories and files below /tmp: what grants hold.
func descriptors(t *testing.T) (n int) {
	t.Helper()
	all, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	for _, fd := range all {
		if target, err := os.Readlink("/proc/self/fd/" + fd.Name()); err == nil && strings.Contains(target, "TestGrant") {
			n++
		}
	}
	return n
}

func wantDescriptors(t *testing.T, want int) {
	t.Helper()
	for deadline := time.Now().Add(patience); descriptors(t) != want; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d descriptors are open, want %d", descriptors(t), want)
		}
	}
}

func TestGrantsFiles(t *testing.T) {
	dir := t.TempDir()
	e := begin(t, func(c *Config) { c.FSRoots = []string{dir} })
	for _, exclusive := range []bool{false, true} {
		r := python(`
import os
with open("/data/f", "w") as f:
    f.write("x" * 300000)
print(len(open("f").read()), os.listdir("/data"))
os.remove("f")
`)
		r.Intrinsics, r.Caller, r.Dir, r.Exclusive = fsGrant(Directory{Path: "/data", Source: dir, Writable: true}), stranger, "/data", exclusive
		x := submit(t, e, r)
		if s := wait(t, x); s.State != Completed || output(t, x, Stdout) != "300000 ['f']\n" {
			t.Errorf("status %+v, output %q", s, output(t, x, Stdout))
		}
	}
	wantDescriptors(t, 0)
}

// TestGrantsOfRoot need no root of the operator's.
func TestGrantsOfRoot(t *testing.T) {
	dir := t.TempDir()
	e := begin(t, nil)
	for _, caller := range []Caller{{}, {Peer: true}} {
		r := python("import os\nprint(os.listdir('/data'))")
		r.Intrinsics, r.Caller = fsGrant(Directory{Path: "/data", Source: dir}), caller
		x := submit(t, e, r)
		if s := wait(t, x); output(t, x, Stdout) != "[]\n" {
			t.Errorf("status %+v", s)
		}
	}
}

// TestGrantsGivenBack has executions with grants end in each way.
func TestGrantsGivenBack(t *testing.T) {
	dir := t.TempDir()
	e := begin(t, func(c *Config) { c.MaxRunning = 1 })
	request := func(id string) Request {
		r := python("from time import sleep\nopen('/data/f').close()\nf = open('/data/f')\nprint(1)\nsleep(60)")
		r.ID, r.Intrinsics = id, fsGrant(Directory{Path: "/data", Source: dir})
		return r
	}
	if err := os.WriteFile(filepath.Join(dir, "f"), []byte("line\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	running := submit(t, e, request("running"))
	until(t, running, printed)
	wantDescriptors(t, 2) // the directory and the file that is being read
	queued := submit(t, e, request("queued"))
	wantDescriptors(t, 3)
	if again := submit(t, e, request("queued")); again != queued {
		t.Error("a repeated submission is another execution")
	}
	wantDescriptors(t, 3)
	if _, err := e.Cancel(Caller{}, "", "queued", 0); err != nil {
		t.Fatal(err)
	}
	wantDescriptors(t, 2)
	if _, err := e.Cancel(Caller{}, "", "running", 0); err != nil {
		t.Fatal(err)
	}
	wait(t, running)
	wantDescriptors(t, 0)
}

// TestGrantsRepeated finds an execution again whose directory is no longer there.
func TestGrantsRepeated(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "d")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	e := begin(t, nil)
	r := python("print(1)")
	r.ID, r.Intrinsics = "x", fsGrant(Directory{Path: "/data", Source: dir})
	x := submit(t, e, r)
	wait(t, x)
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	if again := submit(t, e, r); again != x {
		t.Error("it is another execution")
	}
}

// TestWithoutDefaults runs programs in a session that enables only some of what
// every execution has otherwise.
func TestWithoutDefaults(t *testing.T) {
	e := begin(t, nil)
	for _, c := range []struct {
		enabled, code, want string
	}{
		{"env", "import sys\nsys.stdin.read()", "the intrinsic io is not granted"},
		{"env", `print("secret")`, "the intrinsic io is not granted"},
		{"io", "import os\nprint(os.environ.get('KEY'))", "the intrinsic env is not granted"},
		{"io", `open("/x")`, "the intrinsic fs is not granted"},
	} {
		id := fmt.Sprintf("only-%s-%d", c.enabled, len(c.code))
		if _, err := e.CreateSession(Caller{}, id, SessionConfig{Intrinsics: []string{c.enabled}}); err != nil {
			t.Fatal(err)
		}
		r := python(c.code)
		r.Session, r.Env, r.Stdin = id, map[string]string{"KEY": "value"}, []byte("in")
		x := submit(t, e, r)
		if s := wait(t, x); s.Reason != UncaughtError || !strings.Contains(s.Error, c.want) || output(t, x, Stdout) != "" {
			t.Errorf("%s with %s: %+v", c.code, c.enabled, s)
		}
	}
}

// TestGrantsShareDirectories had a descriptor for each path at which a program sees
// the same directory.
func TestGrantsShareDirectories(t *testing.T) {
	dir := t.TempDir()
	e := begin(t, nil)
	r := python("import os\nfrom pathlib import Path\nfrom time import sleep\nPath('/w/f').write_text('x')\nprint(os.listdir('/p0'), Path('/p62/f').read_text())\nsleep(60)")
	grants := []Directory{{Path: "/w", Source: dir, Writable: true}}
	for i := range maxDirectories - 1 {
		grants = append(grants, Directory{Path: fmt.Sprint("/p", i), Source: dir})
	}
	r.Intrinsics = fsGrant(grants...)
	x := submit(t, e, r)
	until(t, x, printed)
	wantDescriptors(t, 1)
	if got := output(t, x, Stdout); got != "['f'] x\n" {
		t.Errorf("output %q", got)
	}
	r.Code = "open('/p0/f', 'w')"
	if s := wait(t, submit(t, e, r)); !strings.Contains(s.Error, "Read-only") {
		t.Errorf("a directory is writable where it was not granted so: %+v", s)
	}
	if _, err := e.Cancel(Caller{}, "", x.ID(), 0); err != nil {
		t.Fatal(err)
	}
	wait(t, x)
	wantDescriptors(t, 0)
}

// TestGrantsBounded had executions that wait hold all the descriptors of the daemon.
func TestGrantsBounded(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "f"), []byte("line\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	e := begin(t, func(c *Config) { c.FSRoots = []string{dir} })
	e.descriptors = quota.New(4, 2)
	r := python("from time import sleep\nfor l in open('/data/f'):\n  print(l)\n  sleep(60)")
	r.Intrinsics, r.Caller = fsGrant(Directory{Path: "/data", Source: dir}), stranger
	first := submit(t, e, r)
	until(t, first, printed) // it has its directory and a file
	_, err := e.Submit(r)
	wantError(t, err, Exhausted, "")
	if !strings.Contains(fmt.Sprint(err), "may be 2") {
		t.Errorf("the error doesn't name the limit: %v", err)
	}
	r.Caller = Caller{}
	until(t, submit(t, e, r), printed)
	r.Caller = Caller{Peer: true, UID: stranger.UID + 1}
	_, err = e.Submit(r)
	wantError(t, err, Exhausted, "")
	if _, err := e.Cancel(Caller{}, "", first.ID(), 0); err != nil {
		t.Fatal(err)
	}
	wait(t, first)
	wantDescriptors(t, 2)
	r.Code = "open('/data/f').close()\na = open('/data/f')\nb = open('/data/f')"
	if s := wait(t, submit(t, e, r)); !strings.Contains(s.Error, "EMFILE") && !strings.Contains(s.Error, "Too many open files") {
		t.Errorf("a program opens more than there is: %+v", s)
	}
	wantDescriptors(t, 2)
}

// TestDaemonOutOfDescriptors called a directory none when the daemon could not open
// it for want of a descriptor.
func TestDaemonOutOfDescriptors(t *testing.T) {
	dir := t.TempDir()
	e := begin(t, nil)
	r := python("")
	r.Intrinsics = fsGrant(Directory{Path: "/data", Source: dir})
	if err := r.normalize(e.cfg()); err != nil {
		t.Fatal(err)
	}
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		t.Fatal(err)
	}
	few := syscall.Rlimit{Cur: 3, Max: limit.Max}
	if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &few); err != nil {
		t.Fatal(err)
	}
	_, err := e.openGrants(&r)
	if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		t.Fatal(err)
	}
	wantError(t, err, Exhausted, "")
}
