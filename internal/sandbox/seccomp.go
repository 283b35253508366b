package sandbox

import (
	"errors"
	"fmt"
	"runtime"
	"unsafe"

	"golang.org/x/net/bpf"
	"golang.org/x/sys/unix"
)

// A rule allows a system call if all its tests hold.
type rule struct {
	nr    uint32
	tests []test
}

// A test is of the lower half of an argument: (argument & mask) == value, or, with
// unequal, that it is not. The kernel takes nothing else of those that are tested, or,
// of memory protection, nothing that matters.
type test struct {
	argument    uint32
	mask, value uint32
	unequal     bool
}

func equals(argument, value uint32) test       { return test{argument, wholeInt, value, false} }
func differs(argument, value uint32) test      { return test{argument, wholeInt, value, true} }
func masked(argument, mask, value uint32) test { return test{argument, mask, value, false} }

const wholeInt = 0xffffffff

// threadFlags are what a new thread may share; all that is not here, namespaces
// among it, is refused. The second half is what C libraries ask for.
const threadFlags = unix.CLONE_VM | unix.CLONE_FS | unix.CLONE_FILES | unix.CLONE_SIGHAND | unix.CLONE_SYSVSEM | unix.CLONE_THREAD |
	unix.CLONE_SETTLS | unix.CLONE_PARENT_SETTID | unix.CLONE_CHILD_CLEARTID

// uncounted are the kinds of memory that RLIMIT_DATA doesn't count: shared, of huge
// pages, growing as a stack does.
const uncounted = unix.MAP_SHARED | unix.MAP_HUGETLB | unix.MAP_GROWSDOWN

// rules are what a Go runtime and reading and writing frames need. The common
// ones come first: the list is searched from the beginning.
func rules(pid int) []rule {
	list := []rule{
		{nr: unix.SYS_FUTEX}, {nr: unix.SYS_READ}, {nr: unix.SYS_WRITE}, {nr: unix.SYS_EPOLL_PWAIT}, {nr: unix.SYS_NANOSLEEP},
		{nr: unix.SYS_CLOCK_GETTIME}, {nr: unix.SYS_SCHED_YIELD},
		{nr: unix.SYS_RT_SIGRETURN}, {nr: unix.SYS_RT_SIGPROCMASK}, {nr: unix.SYS_RT_SIGACTION}, {nr: unix.SYS_SIGALTSTACK},
		{nr: unix.SYS_GETPID}, {nr: unix.SYS_GETTID},
		{unix.SYS_TGKILL, []test{equals(0, uint32(pid))}},
		// Memory that is moved out is memory that nobody counts.
		{unix.SYS_MADVISE, []test{differs(2, unix.MADV_COLD), differs(2, unix.MADV_PAGEOUT)}},
		{unix.SYS_MMAP, []test{masked(2, unix.PROT_EXEC, 0), masked(3, unix.MAP_ANONYMOUS|uncounted, unix.MAP_ANONYMOUS)}},
		{unix.SYS_MPROTECT, []test{masked(2, unix.PROT_EXEC, 0)}},
		{nr: unix.SYS_MUNMAP},
		{unix.SYS_CLONE, []test{masked(0, ^uint32(threadFlags), 0), masked(0, unix.CLONE_THREAD, unix.CLONE_THREAD)}},
		{nr: unix.SYS_ACCEPT4}, {nr: unix.SYS_GETSOCKNAME}, {nr: unix.SYS_CLOSE}, {nr: unix.SYS_EPOLL_CTL},
		{unix.SYS_GETSOCKOPT, []test{equals(1, unix.SOL_SOCKET), equals(2, unix.SO_PEERCRED)}}, // others make descriptors
		{unix.SYS_PRCTL, []test{equals(0, unix.PR_SET_VMA), equals(1, unix.PR_SET_VMA_ANON_NAME)}},
		{nr: unix.SYS_CLOCK_NANOSLEEP}, {nr: unix.SYS_GETRANDOM}, {nr: unix.SYS_GETRUSAGE}, {nr: unix.SYS_RESTART_SYSCALL},
		{nr: unix.SYS_EXIT}, {nr: unix.SYS_EXIT_GROUP},
	}
	if cgo { // each new thread of a C library makes these, and ends the process when the second fails
		list = append(list, rule{nr: unix.SYS_SET_ROBUST_LIST}, rule{nr: unix.SYS_RSEQ})
	}
	return list
}

// Offsets into what a filter sees, struct seccomp_data, of little-endian machines.
const (
	offsetNumber       = 0
	offsetArchitecture = 4
	offsetArguments    = 16
	word               = 4
)

// x32 marks the numbers of the ABI that amd64 has besides its own, in the same
// architecture. No other architecture has numbers so high.
const x32 = 0x40000000

const allow = unix.SECCOMP_RET_ALLOW

func refuse(e unix.Errno) bpf.RetConstant {
	return bpf.RetConstant{Val: unix.SECCOMP_RET_ERRNO | uint32(e)}
}

// filter is the program that the kernel runs at each system call. Each rule's part
// ends by returning, so that none sees what another has loaded. What is refused
// fails with EPERM, but for clone3: its caller may fall back to clone.
func filter(list []rule) []bpf.Instruction {
	program := []bpf.Instruction{
		bpf.LoadAbsolute{Off: offsetArchitecture, Size: word},
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: auditArchitecture, SkipTrue: 1},
		bpf.RetConstant{Val: unix.SECCOMP_RET_KILL_PROCESS}, // no honest program gets here
		bpf.LoadAbsolute{Off: offsetNumber, Size: word},
		bpf.JumpIf{Cond: bpf.JumpLessThan, Val: x32, SkipTrue: 1},
		refuse(unix.EPERM),
	}
	for _, r := range list {
		body := r.body()
		program = append(program, bpf.JumpIf{Cond: bpf.JumpEqual, Val: r.nr, SkipFalse: uint8(len(body))})
		program = append(program, body...)
	}
	return append(program,
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: unix.SYS_CLONE3, SkipFalse: 1}, refuse(unix.ENOSYS),
		refuse(unix.EPERM))
}

func (r rule) body() []bpf.Instruction {
	var body []bpf.Instruction
	for _, t := range r.tests {
		body = append(body,
			bpf.LoadAbsolute{Off: offsetArguments + 8*t.argument, Size: word},
			bpf.ALUOpConstant{Op: bpf.ALUOpAnd, Val: t.mask},
			bpf.JumpIf{Cond: t.condition(), Val: t.value, SkipTrue: 1},
			refuse(unix.EPERM))
	}
	return append(body, bpf.RetConstant{Val: allow})
}

func (t test) condition() bpf.JumpTest {
	if t.unequal {
		return bpf.JumpNotEqual
	}
	return bpf.JumpEqual
}

// loadFilter puts the filter, and no_new_privs, into force for every thread.
func loadFilter() error {
	if auditArchitecture == 0 {
		return errors.New("there is no list of system calls for " + runtime.GOARCH)
	}
	return install(filter(rules(unix.Getpid())))
}

func install(filter []bpf.Instruction) error {
	raw, err := bpf.Assemble(filter)
	if err != nil {
		return err
	}
	// RawInstruction is laid out as the kernel's struct sock_filter.
	program := unix.SockFprog{Len: uint16(len(raw)), Filter: (*unix.SockFilter)(unsafe.Pointer(&raw[0]))}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("no_new_privs: %w", err)
	}
	thread, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC, uintptr(unsafe.Pointer(&program)))
	if errno != 0 {
		return fmt.Errorf("seccomp: %w", errno)
	}
	if thread != 0 {
		return fmt.Errorf("seccomp: thread %d has a filter of its own", thread)
	}
	return nil
}
