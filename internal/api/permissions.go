package api

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// defaultSocketMode lets the socket's owner and group connect.
const defaultSocketMode fs.FileMode = 0o660

// Permissions are those of a socket. The zero value leaves it to the daemon's user
// and group with mode 0660.
type Permissions struct {
	Owner, Group *uint32      // nil is the daemon's
	Mode         *fs.FileMode // permission bits; nil is 0660
}

func (p Permissions) mode() fs.FileMode {
	if p.Mode == nil {
		return defaultSocketMode
	}
	return *p.Mode
}

// first is the mode that a socket is made with. One that is to be given away is open
// to nobody until it has been.
func (p Permissions) first() fs.FileMode {
	if p.Owner == nil && p.Group == nil {
		return p.mode()
	}
	return 0
}

// apply sets what can be set only once the socket has a name, and returns what the
// name stands for. It works on the file that it has looked at, so that whoever can
// write to the directory can't have it change another.
func (p Permissions) apply(path string) (fs.FileInfo, error) {
	fd, err := unix.Open(path, unix.O_PATH|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: err}
	}
	f := os.NewFile(uintptr(fd), path)
	defer func() { _ = f.Close() }() // only looked at
	made, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if made.Mode().Type() != fs.ModeSocket {
		return nil, fmt.Errorf("%s was replaced while it was made: choose a directory that only the daemon's user writes to", path)
	}
	if err := p.own(fd); err != nil {
		return nil, err
	}
	if err := os.Chmod(fmt.Sprintf("/proc/self/fd/%d", fd), p.mode()); err != nil {
		return nil, fmt.Errorf("--socket-mode %#o: %w", p.mode(), err)
	}
	return made, nil
}

// own gives the socket away, to the group first: it takes its owner to do that.
func (p Permissions) own(fd int) error {
	if p.Group != nil {
		if err := unix.Fchownat(fd, "", -1, int(*p.Group), unix.AT_EMPTY_PATH); err != nil {
			return ownError("--socket-group", *p.Group, err, "start the daemon as root or as a member of the group, or leave the flag out")
		}
	}
	if p.Owner != nil {
		if err := unix.Fchownat(fd, "", int(*p.Owner), -1, unix.AT_EMPTY_PATH); err != nil {
			return ownError("--socket-owner", *p.Owner, err, "start the daemon as root, or leave the flag out")
		}
	}
	return nil
}

func ownError(flag string, id uint32, err error, remedy string) error {
	if !errors.Is(err, unix.EPERM) {
		remedy = "choose an id that this system knows"
	}
	return fmt.Errorf("%s %d: %w: %s", flag, id, err, remedy)
}
