package sandbox

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"slices"
	"sync"
	"syscall"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

// lastNumber is beyond the last system call that is known.
const lastNumber = 512

// uretprobe and uprobe are for code that the kernel puts into a traced process. The
// kernel takes them past every filter, and ends who calls them from elsewhere.
const (
	uretprobe = 335
	uprobe    = 336
)

// threads is how many threads that are older than the sandbox make the attempts.
const threads = 3

// beWorker applies the sandbox, makes every attempt and tells what became of each.
func beWorker() int {
	job, err := ownTask()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if job.Time {
		return timeLayers()
	}
	applied := make(chan struct{})
	var all verdict
	var mu sync.Mutex
	var done sync.WaitGroup
	for range threads {
		done.Go(func() {
			runtime.LockOSThread()
			<-applied
			found, n := attemptAll(job)
			mu.Lock()
			defer mu.Unlock()
			all.Findings = append(all.Findings, found...)
			all.Numbers = n
		})
	}
	s := &state{namespaces: os.Getenv(namespacesEnv)}
	all.Layers = s.apply(func(layer string) bool { return len(job.Only) == 0 || slices.Contains(job.Only, layer) })
	close(applied)
	done.Wait()
	all.Broken = broken()
	return answer(all)
}

func answer(v verdict) int {
	text, err := json.Marshal(v)
	if err != nil {
		return 1
	}
	if _, err := os.Stderr.Write(text); err != nil {
		return 1
	}
	return 0
}

// timeLayers takes the time of each layer.
func timeLayers() int {
	s := &state{namespaces: os.Getenv(namespacesEnv)}
	all := verdict{Took: make(map[string]time.Duration)}
	for _, layer := range []string{UID, Descriptors, Namespaces, EmptyRoot, Capabilities, NoNewPrivs, Landlock, Rlimits, Environment, Undumpable, Seccomp} {
		began := time.Now()
		s.apply(func(name string) bool { return name == layer })
		all.Took[layer] = time.Since(began)
	}
	return answer(all)
}

func attemptAll(job task) (found []finding, numbers int) {
	filtered := len(job.Only) == 0 || slices.Contains(job.Only, Seccomp)
	if filtered {
		found, numbers = attemptNumbers()
		for _, a := range filterAttempts() {
			found = append(found, a.try())
		}
	}
	for _, a := range reachAttempts(job) {
		found = append(found, a.try())
	}
	return found, numbers
}

// attemptNumbers makes every system call that is not on the list, in both ABIs,
// with arguments that nothing is done for, and returns those that were not refused
// by the filter.
func attemptNumbers() (found []finding, tried int) {
	allowed := make(map[uintptr]bool)
	for _, r := range rules(0) {
		allowed[uintptr(r.nr)] = true
	}
	for nr := range uintptr(2 * lastNumber) {
		if allowed[nr] || nr == uretprobe || nr == uprobe {
			continue
		}
		if nr >= lastNumber {
			nr = x32 | nr - lastNumber
		}
		bad := ^uintptr(0)
		_, _, e := syscall.RawSyscall6(nr, bad, bad, bad, bad, bad, bad)
		tried++
		want := unix.EPERM
		if nr == unix.SYS_CLONE3 {
			want = unix.ENOSYS
		}
		if e != want {
			found = append(found, finding{Name: fmt.Sprintf("system call %#x", nr), How: e.Error()})
		}
	}
	return found, tried
}

// An attempt does something that is to be refused.
type attempt struct {
	name string
	do   func() error
}

func (a attempt) try() finding {
	if err := a.do(); err != nil {
		return finding{Name: a.name, Refused: true, How: err.Error()}
	}
	return finding{Name: a.name, How: "it was allowed"}
}

// raw makes a system call. One that forks by accident ends the child at once.
func raw(name string, args ...uintptr) attempt {
	var a [7]uintptr
	copy(a[:], args)
	return attempt{name, func() error {
		r, _, e := syscall.RawSyscall6(a[0], a[1], a[2], a[3], a[4], a[5], a[6])
		if e != 0 {
			return e
		}
		if r == 0 && a[0] == unix.SYS_CLONE {
			_, _, _ = syscall.RawSyscall(unix.SYS_EXIT_GROUP, 0, 0, 0)
		}
		return nil
	}}
}

// filterAttempts are calls that are allowed with other arguments.
func filterAttempts() []attempt {
	page := uintptr(os.Getpagesize())
	const private = unix.MAP_PRIVATE | unix.MAP_ANONYMOUS
	none := ^uintptr(0)
	mapped, _, _ := syscall.RawSyscall6(unix.SYS_MMAP, 0, page, unix.PROT_READ|unix.PROT_WRITE, private, none, 0)
	thread := uintptr(unix.CLONE_VM | unix.CLONE_SIGHAND | unix.CLONE_THREAD)
	pid := uintptr(unix.Getpid())
	list := []attempt{
		raw("fork", unix.SYS_CLONE, uintptr(unix.SIGCHLD)),
		raw("vfork", unix.SYS_CLONE, unix.CLONE_VM|unix.CLONE_VFORK|uintptr(unix.SIGCHLD), 1),
		raw("clone without CLONE_THREAD", unix.SYS_CLONE, unix.CLONE_VM|unix.CLONE_SIGHAND, 1),
		raw("clone3", unix.SYS_CLONE3, none, 88),
		raw("mmap executable", unix.SYS_MMAP, 0, page, unix.PROT_READ|unix.PROT_EXEC, private, none, 0),
		raw("mmap writable and executable", unix.SYS_MMAP, 0, page, unix.PROT_READ|unix.PROT_WRITE|unix.PROT_EXEC, private, none, 0),
		raw("mmap executable, disguised as another number", unix.SYS_MMAP, 0, page, 0x9d, private, none, 0),
		raw("mmap executable, with high bits", unix.SYS_MMAP, 0, page, 1<<32|unix.PROT_EXEC, private, none, 0),
		raw("mmap of a file", unix.SYS_MMAP, 0, page, unix.PROT_READ, unix.MAP_PRIVATE, 0, 0),
		raw("mmap shared", unix.SYS_MMAP, 0, page, unix.PROT_READ, unix.MAP_SHARED|unix.MAP_ANONYMOUS, none, 0),
		raw("mmap of huge pages", unix.SYS_MMAP, 0, page, unix.PROT_READ, private|unix.MAP_HUGETLB, none, 0),
		raw("mmap of a stack", unix.SYS_MMAP, 0, page, unix.PROT_READ, private|unix.MAP_GROWSDOWN, none, 0),
		raw("mprotect executable", unix.SYS_MPROTECT, mapped, page, unix.PROT_READ|unix.PROT_EXEC),
		raw("pkey_mprotect executable", unix.SYS_PKEY_MPROTECT, mapped, page, unix.PROT_READ|unix.PROT_EXEC, none),
		raw("pkey_mprotect", unix.SYS_PKEY_MPROTECT, mapped, page, unix.PROT_READ, none),
		raw("mremap", unix.SYS_MREMAP, mapped, page, 2*page, unix.MREMAP_MAYMOVE),
		raw("prctl of another attribute of memory", unix.SYS_PRCTL, unix.PR_SET_VMA, 1, mapped, page),
		raw("tgkill of the neighbour", unix.SYS_TGKILL, pid+1, pid+1, 0),
		raw("tgkill of init", unix.SYS_TGKILL, pid-1, pid-1, 0),
		raw("tgkill of all", unix.SYS_TGKILL, none, none, 0),
		raw("tkill", unix.SYS_TKILL, pid, 0),
	}
	for name, flag := range map[string]uintptr{
		"user": unix.CLONE_NEWUSER, "net": unix.CLONE_NEWNET, "pid": unix.CLONE_NEWPID, "mount": unix.CLONE_NEWNS,
		"ptrace": unix.CLONE_PTRACE, "parent": unix.CLONE_PARENT, "untraced": unix.CLONE_UNTRACED, "vfork": unix.CLONE_VFORK,
		"io": unix.CLONE_IO, "pidfd": unix.CLONE_PIDFD,
	} {
		list = append(list, raw("clone of a thread with "+name, unix.SYS_CLONE, thread|flag, 0))
	}
	for _, option := range []uintptr{
		unix.PR_SET_NAME, unix.PR_GET_NAME, unix.PR_SET_DUMPABLE, unix.PR_GET_DUMPABLE, unix.PR_SET_SECCOMP, unix.PR_SET_MM, unix.PR_SET_PTRACER,
		unix.PR_SET_PDEATHSIG, unix.PR_SET_TIMING, unix.PR_SET_CHILD_SUBREAPER, unix.PR_SET_KEEPCAPS, unix.PR_CAPBSET_READ, unix.PR_SET_TSC,
		unix.PR_SET_SPECULATION_CTRL, unix.PR_SET_SYSCALL_USER_DISPATCH, unix.PR_SCHED_CORE, unix.PR_SET_MDWE, unix.PR_SET_NO_NEW_PRIVS,
	} {
		list = append(list, raw(fmt.Sprintf("prctl %d", option), unix.SYS_PRCTL, option, 1))
	}
	return list
}

// reachAttempts try to reach something outside of the worker.
func reachAttempts(job task) []attempt {
	open := func(path string) func() error {
		return func() error {
			f, err := os.Open(path)
			if err == nil {
				_, err = f.Read(make([]byte, 1))
				_ = f.Close()
			}
			return err
		}
	}
	daemon := fmt.Sprintf("/proc/%d/", job.Daemon)
	list := []attempt{
		{"open /etc/passwd", open("/etc/passwd")},
		{"open /proc/self/environ", open("/proc/self/environ")},
		{"open the daemon's environ", open(daemon + "environ")},
		{"open the daemon's memory", open(daemon + "mem")},
		{"open the binary", open("/proc/self/exe")},
		{"list the root directory", func() error { return listed("/") }},
		{"list /tmp", func() error { return listed("/tmp") }},
		{"create a file", func() error { return created("/tmp/sandbox-test-created") }},
		{"create a file in the root directory", func() error { return created("/sandbox-test-created") }},
		{"create a file here", func() error { return created("sandbox-test-created") }},
		{"memfd", func() error { _, err := unix.MemfdCreate("x", 0); return err }},
		{"execve", executed},
		{"connect to a socket file", func() error { return connected(unix.AF_UNIX, &unix.SockaddrUnix{Name: job.Socket}) }},
		{"connect to an abstract socket", func() error { return connected(unix.AF_UNIX, &unix.SockaddrUnix{Name: job.Abstract}) }},
		{"connect to a TCP port", func() error { return connected(unix.AF_INET, loopback(job.TCP)) }},
		{"kill the daemon", func() error { return unix.Kill(job.Daemon, 0) }},
		{"kill everybody", func() error { return unix.Kill(-1, 0) }},
		{"ptrace the daemon", func() error { return unix.PtraceSeize(job.Daemon) }},
		{"read the daemon's memory", func() error {
			b := make([]byte, 8)
			local := []unix.Iovec{{Base: &b[0], Len: 8}}
			_, err := unix.ProcessVMReadv(job.Daemon, local, []unix.RemoteIovec{{Base: uintptr(unsafe.Pointer(&b[0])), Len: 8}}, 0)
			return err
		}},
		{"pidfd of the daemon", func() error { _, err := unix.PidfdOpen(job.Daemon, 0); return err }},
		{"priority of the daemon", func() error { return unix.Setpriority(unix.PRIO_PROCESS, job.Daemon, 19) }},
		{"limits of the daemon", func() error { return unix.Prlimit(job.Daemon, unix.RLIMIT_NOFILE, nil, new(unix.Rlimit)) }},
		{"mount", func() error { return unix.Mount("none", "/tmp", "tmpfs", 0, "") }},
		{"mount over the root", func() error { return unix.Mount("none", "/", "tmpfs", 0, "") }},
		{"chroot", func() error { return unix.Chroot("/") }},
		{"unshare a user namespace", func() error { return unix.Unshare(unix.CLONE_NEWUSER) }},
		{"unshare a network", func() error { return unix.Unshare(unix.CLONE_NEWNET) }},
		{"set the host's name", func() error { return unix.Sethostname([]byte("pwned")) }},
		{"setuid", func() error { return rawErr(unix.SYS_SETUID, 0) }},
		{"setgid", func() error { return rawErr(unix.SYS_SETGID, 0) }},
		{"setgroups", func() error { return rawErr(unix.SYS_SETGROUPS, 0, 0) }},
		{"io_uring_setup", func() error { return rawErr(unix.SYS_IO_URING_SETUP, 4, uintptr(unsafe.Pointer(&[128]byte{}))) }},
		{"bpf", func() error { return rawErr(unix.SYS_BPF, 0, uintptr(unsafe.Pointer(&[128]byte{})), 128) }},
		{"userfaultfd", func() error { return rawErr(unix.SYS_USERFAULTFD, 1) }},
		{"perf_event_open", func() error {
			_, err := unix.PerfEventOpen(&unix.PerfEventAttr{Size: unix.PERF_ATTR_SIZE_VER0}, 0, -1, -1, 0)
			return err
		}},
		{"keyctl", func() error { _, err := unix.KeyctlGetKeyringID(unix.KEY_SPEC_SESSION_KEYRING, true); return err }},
		{"add_key", func() error {
			_, err := unix.AddKey("user", "x", []byte("x"), unix.KEY_SPEC_SESSION_KEYRING)
			return err
		}},
		{"inotify", func() error { _, err := unix.InotifyInit1(0); return err }},
		{"System V shared memory", func() error { _, err := unix.SysvShmGet(1, 4096, unix.IPC_CREAT|0o600); return err }},
		{"landlock", func() error { return rawErr(unix.SYS_LANDLOCK_CREATE_RULESET, 0, 0, 1) }},
	}
	for family := range 46 {
		list = append(list, attempt{fmt.Sprintf("socket of family %d", family), func() error { return socketed(family) }})
	}
	return list
}

func rawErr(nr uintptr, args ...uintptr) error {
	var a [3]uintptr
	copy(a[:], args)
	if _, _, e := syscall.Syscall(nr, a[0], a[1], a[2]); e != 0 {
		return e
	}
	return nil
}

// executed calls execve with arguments that can't be read, which is found out once
// the program was opened.
func executed() error {
	path := []byte("/bin/true\x00")
	_, _, e := syscall.Syscall(unix.SYS_EXECVE, uintptr(unsafe.Pointer(&path[0])), 1, 0)
	if e == unix.EFAULT {
		return nil
	}
	return e
}

func listed(dir string) error {
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) == 0 {
		return fmt.Errorf("%s is empty", dir)
	}
	return err
}

func created(path string) error {
	f, err := os.Create(path)
	if err == nil {
		_, err = f.Write([]byte("x"))
		_ = f.Close()
		_ = os.Remove(path)
	}
	return err
}

func socketed(family int) error {
	for _, kind := range []int{unix.SOCK_STREAM, unix.SOCK_DGRAM, unix.SOCK_RAW} {
		if fd, err := unix.Socket(family, kind, 0); err == nil {
			_ = unix.Close(fd)
			return nil
		}
	}
	_, err := unix.Socket(family, unix.SOCK_STREAM, 0)
	return err
}

func connected(family int, to unix.Sockaddr) error {
	fd, err := unix.Socket(family, unix.SOCK_STREAM, 0)
	if err != nil {
		return err
	}
	defer func() { _ = unix.Close(fd) }()
	return unix.Connect(fd, to)
}

func loopback(address string) *unix.SockaddrInet4 {
	to := &unix.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}
	_, _ = fmt.Sscanf(address, "127.0.0.1:%d", &to.Port)
	return to
}
