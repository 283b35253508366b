package sandbox

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/net/bpf"
	"golang.org/x/sys/unix"
)

// The tests here run the whole program on machines that lack something. What it
// lacks is a filter's doing, as it is in containers.

const lacksEnv = "SANDBOX_TEST_LACKS"

// lacks are the filters' parts: the system calls that the machine doesn't have.
var lacks = map[string][]bpf.Instruction{
	"landlock": {
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: unix.SYS_LANDLOCK_CREATE_RULESET, SkipFalse: 1}, refuse(unix.ENOSYS),
	},
	"seccomp": {
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: unix.SYS_SECCOMP, SkipFalse: 1}, refuse(unix.EPERM),
	},
	"users":      lacksNamespaces(unix.CLONE_NEWUSER),
	"namespaces": lacksNamespaces(unix.CLONE_NEWUSER | unix.CLONE_NEWNET),
}

func lacksNamespaces(flags uint32) []bpf.Instruction {
	return []bpf.Instruction{
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: unix.SYS_CLONE, SkipFalse: 4},
		bpf.LoadAbsolute{Off: offsetArguments, Size: word},
		bpf.JumpIf{Cond: bpf.JumpBitsSet, Val: flags, SkipFalse: 1}, refuse(unix.EPERM),
		bpf.RetConstant{Val: allow},
	}
}

// beHobbled becomes the program in the arguments, on a lesser machine.
func beHobbled() int {
	filter := []bpf.Instruction{bpf.LoadAbsolute{Off: offsetNumber, Size: word}}
	for _, what := range strings.Fields(os.Getenv(lacksEnv)) {
		filter = append(filter, lacks[what]...)
	}
	if err := install(append(filter, bpf.RetConstant{Val: allow})); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 99
	}
	err := syscall.Exec("/proc/self/fd/3", os.Args, []string{"HOME=/nonexistent", "PATH=/bin:/usr/bin"})
	fmt.Fprintln(os.Stderr, err)
	return 99
}

// hobbled runs elided as a user on a machine that lacks something, and returns its
// exit code and all it said.
func hobbled(t *testing.T, uid int, lacking string, args ...string) (code int, said string) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("changing the user takes root")
	}
	whole, err := os.Open(elided)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = whole.Close() }()
	self, err := os.Open(pure)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = self.Close() }()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, "/proc/self/fd/4", args...)
	cmd.Args[0] = "elided"
	cmd.ExtraFiles = []*os.File{whole, self}
	cmd.Env = []string{roleEnv + "=hobbled", lacksEnv + "=" + lacking}
	cmd.Dir = "/"
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(uid)}}
	_ = cmd.Run() // its exit code says it
	return cmd.ProcessState.ExitCode(), out.String()
}

// TestLesserMachines has the program say what a machine lacks and how to get it,
// and start nevertheless, or not, by what is left.
func TestLesserMachines(t *testing.T) {
	for _, c := range []struct {
		uid     int
		lacking string
		starts  bool
		wants   []string
	}{
		{nobody, "", true, nil},
		{nobody, "landlock", true, []string{"landlock", "CONFIG_SECURITY_LANDLOCK"}},
		{nobody, "users", true, []string{"namespaces", "empty_root", "a user namespace was refused", "allow user namespaces"}},
		{nobody, "users landlock", false, []string{"CONFIG_SECURITY_LANDLOCK", "allow user namespaces", "lacks landlock"}},
		{nobody, "seccomp", false, []string{"lacks seccomp", "CONFIG_SECCOMP_FILTER"}},
		{0, "landlock", true, []string{"CONFIG_SECURITY_LANDLOCK"}},
		{0, "users", true, []string{"net pid mnt ipc uts; a user namespace was refused", "empty_root"}},
		{0, "users landlock", false, []string{"lacks landlock", "empty_root"}},
		{0, "namespaces", true, []string{"65534", "none; a user namespace was refused"}},
	} {
		t.Run(fmt.Sprintf("user %d lacks %s", c.uid, c.lacking), func(t *testing.T) {
			t.Parallel()
			code, said := hobbled(t, c.uid, c.lacking, "check")
			if (code == 0) != c.starts {
				t.Errorf("check: exit code %d: %s", code, said)
			}
			for _, want := range c.wants {
				if !strings.Contains(said, want) {
					t.Errorf("check does not say %q: %s", want, said)
				}
			}
			if !c.starts {
				refusesToServe(t, c.uid, c.lacking)
			}
			runsAPlainProgram(t, c.uid, c.lacking, c.starts)
		})
	}
}

func refusesToServe(t *testing.T, uid int, lacking string) {
	t.Helper()
	dir := stateDir(t)
	code, said := hobbled(t, uid, lacking, "serve", "--socket", dir+"/socket", "--state-dir", dir+"/state")
	if code != 1 || !strings.Contains(said, "the sandbox lacks") || !strings.Contains(said, "best-effort starts nonetheless") {
		t.Errorf("serve: exit code %d: %s", code, said)
	}
	if left, _ := os.ReadDir(dir + "/state/workers"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// runsAPlainProgram: without a daemon, programs run with what there is, and a
// warning says when that is not enough.
func runsAPlainProgram(t *testing.T, uid int, lacking string, enough bool) {
	t.Helper()
	program := filepath.Join(stateDir(t), "hello.star")
	if err := os.WriteFile(program, []byte("print('hello')\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	code, said := hobbled(t, uid, lacking, "run", "--socket", "/nonexistent/socket", program)
	if code != 0 || !strings.HasSuffix(said, "hello\n") {
		t.Errorf("run: exit code %d: %s", code, said)
	}
	if warned := strings.Contains(said, "elided: warning: the sandbox lacks"); warned == enough {
		t.Errorf("run says %q", said)
	}
}

// stateDir is a directory that every user may use, with a short path.
func stateDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "s")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	return dir
}
