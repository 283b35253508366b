package sandbox

import (
	"errors"
	"fmt"
	"runtime"
	"unsafe"

	"github.com/landlock-lsm/go-landlock/landlock"
	llsyscall "github.com/landlock-lsm/go-landlock/landlock/syscall"
	"golang.org/x/sys/unix"
	"kernel.org/pub/linux/libs/security/libcap/psx"
)

// The layers here are each thread's own, and must be set in all of them.

var errThreads = errors.New("this program was built with cgo, whose threads can't be found from inside a pid namespace")

// reachesThreads reports whether a system call can be made in every thread.
func (s *state) reachesThreads() bool { return !cgo || !s.has("pid") }

// landlock allows nothing: no file, no port, no signal or abstract socket to a
// process outside.
func (s *state) landlock() (string, error) {
	version, err := llsyscall.LandlockGetABIVersion()
	if err != nil {
		return "", fmt.Errorf("the kernel has none, or it is not enabled: %w", err)
	}
	if !s.reachesThreads() {
		return "", errThreads
	}
	if err := landlock.V11.BestEffort().Restrict(); err != nil {
		return "", err
	}
	return fmt.Sprintf("ABI %d", version), nil
}

// lockedSecurebits keep a user ID of 0 from meaning anything: NOROOT,
// NO_SETUID_FIXUP and NO_CAP_AMBIENT_RAISE, all locked, and KEEP_CAPS locked unset.
const lockedSecurebits = 0x1 | 0x2 | 0x4 | 0x8 | 0x20 | 0x40 | 0x80

// capabilities drops them all; the ambient set goes with the others. The bounding
// set stays: it matters at execve alone, which gives nothing to a process with
// no_new_privs and these securebits, and to empty it takes a call in every thread
// for each of forty capabilities, which is dearer than the rest of the sandbox.
func (s *state) capabilities() (string, error) {
	if !s.reachesThreads() {
		return "", errThreads
	}
	header := &unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	sets := new([2]unix.CapUserData)
	var pinned runtime.Pinner // other threads are given their addresses
	defer pinned.Unpin()
	pinned.Pin(header)
	pinned.Pin(sets)
	if err := unix.Capget(header, &sets[0]); err != nil {
		return "", err
	}
	if sets[0].Effective&(1<<unix.CAP_SETPCAP) != 0 {
		if err := allThreads(unix.SYS_PRCTL, unix.PR_SET_SECUREBITS, lockedSecurebits); err != nil {
			return "", fmt.Errorf("securebits: %w", err)
		}
	}
	*sets = [2]unix.CapUserData{}
	if err := allThreads(unix.SYS_CAPSET, uintptr(unsafe.Pointer(header)), uintptr(unsafe.Pointer(sets))); err != nil {
		return "", err
	}
	return "none", nil
}

func allThreads(nr, a, b uintptr) error {
	if _, _, errno := psx.Syscall6(nr, a, b, 0, 0, 0, 0); errno != 0 {
		return errno
	}
	return nil
}
