package api

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// maxSocketPath is how long the path of a Unix socket may be, in bytes; systems
// differ from 103 on.
const maxSocketPath = 100

// Listen makes a Unix socket with the permissions given, and its directory when there
// is none. A socket that a daemon left behind is replaced; one that a
// daemon serves is refused. Closing the listener removes the socket.
func Listen(path string, p Permissions) (net.Listener, error) {
	if len(path) > maxSocketPath {
		return nil, fmt.Errorf("socket path %s has %d bytes, at most %d: choose a shorter one", path, len(path), maxSocketPath)
	}
	if err := makeDir(filepath.Dir(path)); err != nil {
		return nil, fmt.Errorf("socket directory: %w", err)
	}
	unlock, err := lock(path+".lock", lockTime)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if err := removeStale(path); err != nil {
		return nil, err
	}
	return bind(path, p)
}

// systemDir is the directory of the system's daemon, which other users enter: the
// socket's own mode and group say who may connect.
const systemDir = "/run/elided"

func makeDir(dir string) error {
	if dir == systemDir {
		return os.MkdirAll(dir, 0o755)
	}
	return os.MkdirAll(dir, 0o700)
}

// bind makes the socket. Its mode is set before it has a name, so that at no moment
// it is open to more than it should be; the umask can take away from that, which
// apply gives back.
func bind(path string, p Permissions) (net.Listener, error) {
	config := net.ListenConfig{Control: func(_, _ string, c syscall.RawConn) error {
		var failed error
		err := c.Control(func(fd uintptr) { failed = syscall.Fchmod(int(fd), uint32(p.first())) })
		return errors.Join(err, failed)
	}}
	l, err := config.Listen(context.Background(), "unix", path)
	if err != nil {
		return nil, fmt.Errorf("socket: %w", err)
	}
	l.(*net.UnixListener).SetUnlinkOnClose(false)
	s := &socket{Listener: l, path: path}
	if s.made, err = p.apply(path); err != nil {
		return nil, errors.Join(fmt.Errorf("socket: %w", err), l.Close(), os.Remove(path))
	}
	return s, nil
}

// A socket is removed when it is closed.
type socket struct {
	net.Listener
	path   string
	made   fs.FileInfo // what path was
	remove sync.Once   // a second Close must not meet a later daemon's socket
}

// Close removes the socket, then ends listening: whoever finds it, it answers.
func (s *socket) Close() error {
	s.remove.Do(func() {
		if now, err := os.Lstat(s.path); err == nil && os.SameFile(now, s.made) {
			_ = os.Remove(s.path) // gone already is as good
		}
	})
	return s.Listener.Close()
}

// lockTime is how long another daemon may take to make its socket, and lockPoll how
// often it is looked whether it has.
const (
	lockTime = 5 * time.Second
	lockPoll = 20 * time.Millisecond
)

var errLocked = errors.New("another process holds it")

// lock keeps two daemons from replacing each other's socket at the same moment. It
// waits for who holds the lock as long as it is told and no longer: whoever can open
// the file can hold it for ever.
func lock(path string, wait time.Duration) (unlock func(), err error) {
	late := time.Now().Add(wait)
	for {
		f, err := tryLock(path)
		switch {
		case err == nil:
			return func() { _, _ = os.Remove(path), f.Close() }, nil
		case !errors.Is(err, errLocked):
			return nil, fmt.Errorf("socket lock: %w", err)
		case time.Now().After(late):
			return nil, fmt.Errorf("socket lock %s: %w for more than %v: end it, or choose another path with --socket", path, err, wait)
		}
		time.Sleep(lockPoll)
	}
}

// tryLock follows no link and makes nothing of what it finds: in a directory that
// others can write to, the file can be anything.
func tryLock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0o600)
	if errors.Is(err, syscall.ELOOP) {
		return nil, fmt.Errorf("%s is a link: remove it, and put the socket where only its users can write", path)
	}
	if err != nil {
		return nil, err
	}
	if err := hold(f, path); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

func hold(f *os.File, path string) error {
	held, err := f.Stat()
	if err != nil {
		return err
	}
	if !held.Mode().IsRegular() {
		return fmt.Errorf("%s is no file: remove it, and put the socket where only its users can write", path)
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errLocked
	}
	if err != nil {
		return fmt.Errorf("lock %s: %w", path, err)
	}
	// The holder before removes the file that others wait for.
	if named, err := os.Lstat(path); err != nil || !os.SameFile(held, named) {
		return errLocked
	}
	return nil
}

// dialTimeout is how long a daemon may take to accept, before its socket counts
// as served.
const dialTimeout = time.Second

func removeStale(path string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("socket: %w", err)
	}
	if info.Mode().Type() != fs.ModeSocket {
		return fmt.Errorf("%s exists and is no socket: remove it or choose another path", path)
	}
	c, err := net.DialTimeout("unix", path, dialTimeout)
	if err == nil {
		_ = c.Close()
	}
	if !errors.Is(err, syscall.ECONNREFUSED) {
		return fmt.Errorf("socket %s is served by another daemon: stop that one, or choose another path with --socket", path)
	}
	if err := os.Remove(path); err != nil {
		return fmt.Errorf("stale socket: %w", err)
	}
	return nil
}
