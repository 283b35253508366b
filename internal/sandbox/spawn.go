package sandbox

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"sync"
	"syscall"
)

const (
	// modeEnv and namespacesEnv tell a worker what its daemon wants and has done.
	modeEnv       = "ELIDED_SANDBOX"
	namespacesEnv = "ELIDED_NAMESPACES"

	// userName is whose rights the workers of a root daemon have, if the user
	// exists; overflowID is "nobody" on every Linux.
	userName   = "elided"
	overflowID = 65534
)

// A Spawner starts workers. Its methods are safe for concurrent use.
type Spawner struct {
	mode   Mode
	path   string
	binary *os.File // nil when it is started by its path

	thread *thread // that makes the processes

	mu      sync.Mutex
	ways    []way // to separate a process, the best first
	settled bool  // ways[0] has worked
	why     error // why a better way than ways[0] didn't
}

// NewSpawner returns a Spawner for the program at path.
//
// The program is opened once: a root daemon's workers run as a user who may not
// be able to enter its directory, and an upgrade of the package doesn't mix
// versions. A program that can't be opened fails at Start.
func NewSpawner(mode Mode, path string) *Spawner {
	s := &Spawner{mode: mode.orDefault(), path: path, ways: ways(mode.orDefault()), thread: newThread()}
	const this = "/proc/self/exe"
	if _, err := os.Readlink(this); err != nil || s.mode == Off {
		return s
	}
	if self, err := os.Executable(); err == nil && self == path {
		path = this // whatever has become of the file or of the way to it
	}
	s.binary, _ = os.Open(path) // its error is Start's
	return s
}

// Close gives the program up, and ends the processes that are left.
func (s *Spawner) Close() {
	s.thread.close()
	if s.binary != nil {
		_ = s.binary.Close()
	}
}

// Start starts the command that build returns, in a session of its own, so that a
// terminal's signals don't reach it, and separated as well as can be. build may be
// called more than once, and may set SysProcAttr.
//
// A process ends with this one, however that ends.
//
// Which way works is found out by the first start: later ones fail rather than be
// separated less.
func (s *Spawner) Start(build func() *exec.Cmd) (*exec.Cmd, error) {
	if w, ok := s.found(); ok {
		cmd := s.prepare(build(), w)
		return cmd, s.start(cmd)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		cmd := s.prepare(build(), s.ways[0])
		err := s.start(cmd)
		if err == nil {
			s.settled = true
			return cmd, nil
		}
		if s.settled || len(s.ways) == 1 || !lacking(err) {
			return cmd, err
		}
		if s.why == nil {
			s.why = err
		}
		s.ways = s.ways[1:]
	}
}

func (s *Spawner) start(cmd *exec.Cmd) (err error) {
	s.thread.call(func() { err = cmd.Start() })
	return err
}

func (s *Spawner) found() (way, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ways[0], s.settled
}

// lacking tells a machine that doesn't offer something from other failures.
func lacking(err error) bool {
	for _, e := range []error{syscall.EPERM, syscall.ENOSPC, syscall.EINVAL, syscall.ENOSYS, syscall.EACCES, syscall.EUSERS} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// prepare hands the program over as the last of the extra files, and starts it
// through that: no other descriptor of the daemon can take its number.
func (s *Spawner) prepare(cmd *exec.Cmd, w way) *exec.Cmd {
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{}
	}
	cmd.SysProcAttr.Setsid = true
	cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL
	cmd.Env = append(cmd.Env, modeEnv+"="+s.mode.String(), namespacesEnv+"="+w.names)
	if s.mode == Off {
		return cmd
	}
	w.apply(cmd.SysProcAttr)
	if s.binary != nil {
		cmd.Path = fmt.Sprintf("/proc/self/fd/%d", 3+len(cmd.ExtraFiles))
		cmd.ExtraFiles = append(cmd.ExtraFiles, s.binary)
		cmd.Args[0] = "elided"
		cmd.Err = nil
	}
	return cmd
}

// A way separates a process from the machine as it is made.
type way struct {
	names string // of the namespaces, by commas
	flags uintptr
	id    identity
	drop  bool // set the identity; implied by a user namespace
}

// An identity is a user and a group, as the machine numbers them.
type identity struct{ uid, gid int }

const (
	plainNamespaces = syscall.CLONE_NEWNET | syscall.CLONE_NEWPID | syscall.CLONE_NEWNS | syscall.CLONE_NEWIPC | syscall.CLONE_NEWUTS
	plainNames      = "net,pid,mnt,ipc,uts"
)

// ways are those that this process may try, the best first.
func ways(mode Mode) []way {
	if mode == Off {
		return []way{{}}
	}
	full := way{names: "user," + plainNames, flags: syscall.CLONE_NEWUSER | plainNamespaces}
	if os.Getuid() != 0 {
		full.id = identity{os.Getuid(), os.Getgid()}
		return []way{full, {}}
	}
	full.id = unprivileged()
	return []way{full, {names: plainNames, flags: plainNamespaces, id: full.id, drop: true}, {id: full.id, drop: true}, {}}
}

// unprivileged is who the workers of a root daemon are.
func unprivileged() identity {
	if u, err := user.Lookup(userName); err == nil {
		uid, uidErr := strconv.Atoi(u.Uid)
		gid, gidErr := strconv.Atoi(u.Gid)
		if uidErr == nil && gidErr == nil && uid != 0 && gid != 0 {
			return identity{uid, gid}
		}
	}
	return identity{overflowID, overflowID}
}

func (w way) apply(a *syscall.SysProcAttr) {
	a.Cloneflags |= w.flags
	switch {
	case w.flags&syscall.CLONE_NEWUSER != 0:
		root := os.Getuid() == 0
		a.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: w.id.uid, Size: 1}}
		a.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: w.id.gid, Size: 1}}
		a.GidMappingsEnableSetgroups = root // else the kernel takes no mapping
		a.Credential = &syscall.Credential{NoSetGroups: !root}
	case w.drop:
		a.Credential = &syscall.Credential{Uid: uint32(w.id.uid), Gid: uint32(w.id.gid)}
	}
}
