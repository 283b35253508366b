package sandbox

import (
	"encoding/binary"
	"testing"

	"golang.org/x/net/bpf"
	"golang.org/x/sys/unix"
)

const testPID = 77

// run is what the filter says to a system call.
func run(t *testing.T, vm *bpf.VM, architecture, nr uint32, args ...uint64) uint32 {
	t.Helper()
	// The machine of the tests reads words as the network has them, but at the
	// offsets of this machine.
	data := make([]byte, 64)
	binary.BigEndian.PutUint32(data[offsetNumber:], nr)
	binary.BigEndian.PutUint32(data[offsetArchitecture:], architecture)
	for i, a := range args {
		binary.BigEndian.PutUint32(data[offsetArguments+8*i:], uint32(a))
		binary.BigEndian.PutUint32(data[offsetArguments+8*i+word:], uint32(a>>32))
	}
	answer, err := vm.Run(data)
	if err != nil {
		t.Fatal(err)
	}
	return uint32(answer)
}

func newVM(t *testing.T) *bpf.VM {
	t.Helper()
	vm, err := bpf.NewVM(filter(rules(testPID)))
	if err != nil {
		t.Fatal(err)
	}
	return vm
}

const (
	eperm  = unix.SECCOMP_RET_ERRNO | uint32(unix.EPERM)
	enosys = unix.SECCOMP_RET_ERRNO | uint32(unix.ENOSYS)
)

// TestFilterAllowsTheListOnly asks the filter about every number, of this
// architecture and of others.
func TestFilterAllowsTheListOnly(t *testing.T) {
	vm := newVM(t)
	tests := make(map[uint32]int)
	for _, r := range rules(testPID) {
		tests[r.nr] = 1 + len(r.tests)
	}
	for nr := range uint32(70_000) {
		want := uint32(eperm)
		switch {
		case tests[nr] == 1:
			want = allow
		case tests[nr] > 1:
			continue // by their arguments
		case nr == unix.SYS_CLONE3:
			want = enosys
		}
		if got := run(t, vm, auditArchitecture, nr); got != want {
			t.Errorf("number %d: %#x, want %#x", nr, got, want)
		}
		if got := run(t, vm, auditArchitecture, x32|nr); got != eperm {
			t.Errorf("x32 number %d: %#x", nr, got)
		}
		if got := run(t, vm, unix.AUDIT_ARCH_I386, nr); got != unix.SECCOMP_RET_KILL_PROCESS {
			t.Errorf("number %d of another architecture: %#x", nr, got)
		}
	}
}

func TestFilterArguments(t *testing.T) {
	vm := newVM(t)
	const (
		private  = unix.MAP_PRIVATE | unix.MAP_ANONYMOUS
		rw       = unix.PROT_READ | unix.PROT_WRITE
		goThread = unix.CLONE_VM | unix.CLONE_FS | unix.CLONE_FILES | unix.CLONE_SIGHAND | unix.CLONE_SYSVSEM | unix.CLONE_THREAD
	)
	for _, c := range []struct {
		name string
		want uint32
		nr   uint32
		args []uint64
	}{
		{"tgkill of itself", allow, unix.SYS_TGKILL, []uint64{testPID, 80, 23}},
		{"tgkill of another", eperm, unix.SYS_TGKILL, []uint64{testPID + 1, 80, 23}},
		{"tgkill of all", eperm, unix.SYS_TGKILL, []uint64{^uint64(0), 80, 23}},
		{"mmap", allow, unix.SYS_MMAP, []uint64{0, 4096, rw, private}},
		{"mmap of nothing", allow, unix.SYS_MMAP, []uint64{0, 4096, unix.PROT_NONE, private | unix.MAP_FIXED}},
		{"mmap of a file", eperm, unix.SYS_MMAP, []uint64{0, 4096, rw, unix.MAP_PRIVATE, 3}},
		{"mmap shared", eperm, unix.SYS_MMAP, []uint64{0, 4096, rw, unix.MAP_SHARED | unix.MAP_ANONYMOUS}},
		{"mmap of huge pages", eperm, unix.SYS_MMAP, []uint64{0, 4096, rw, private | unix.MAP_HUGETLB}},
		{"mmap of a stack that grows", eperm, unix.SYS_MMAP, []uint64{0, 4096, rw, private | unix.MAP_GROWSDOWN}},
		{"mmap executable", eperm, unix.SYS_MMAP, []uint64{0, 4096, rw | unix.PROT_EXEC, private}},
		{"mprotect", allow, unix.SYS_MPROTECT, []uint64{4096, 4096, rw}},
		{"mprotect executable", eperm, unix.SYS_MPROTECT, []uint64{4096, 4096, unix.PROT_EXEC}},
		{"a thread of the Go runtime", allow, unix.SYS_CLONE, []uint64{goThread}},
		{"a process", eperm, unix.SYS_CLONE, []uint64{uint64(unix.SIGCHLD)}},
		{"a thread in a namespace", eperm, unix.SYS_CLONE, []uint64{goThread | unix.CLONE_NEWNET}},
		{"name memory", allow, unix.SYS_PRCTL, []uint64{unix.PR_SET_VMA, unix.PR_SET_VMA_ANON_NAME}},
		{"another prctl", eperm, unix.SYS_PRCTL, []uint64{unix.PR_SET_DUMPABLE, 1}},
	} {
		if got := run(t, vm, auditArchitecture, c.nr, c.args...); got != c.want {
			t.Errorf("%s: %#x, want %#x", c.name, got, c.want)
		}
	}
}

// TestFilterComparesNumbersWithNumbers passes every number as an argument: one
// that fails its own test must not be taken for an allowed system call.
func TestFilterComparesNumbersWithNumbers(t *testing.T) {
	vm := newVM(t)
	for n := range uint64(1024) {
		if got := run(t, vm, auditArchitecture, unix.SYS_MPROTECT, n, n, n|unix.PROT_EXEC); got != eperm {
			t.Errorf("mprotect with %#x: %#x", n|unix.PROT_EXEC, got)
		}
		if got := run(t, vm, auditArchitecture, unix.SYS_PRCTL, n, n, n, n); got != eperm {
			t.Errorf("prctl %d: %#x", n, got)
		}
	}
}
