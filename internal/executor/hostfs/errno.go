package hostfs

import (
	"errors"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// The errors that are this package's own.
var (
	errInterrupted = error(syscall.EINTR)
	errTooMany     = error(syscall.EMFILE)
	errNoHandle    = error(syscall.EBADF)
	errReadOnly    = error(syscall.EROFS)
	errInvalid     = error(syscall.EINVAL)
	errBusy        = error(syscall.EBUSY)
	errRefused     = error(syscall.EACCES)
)

// errno is the name of an error. What os.Root refuses because it leads out of the
// directory has no number and is EACCES; so are pipes and sockets without a peer.
func errno(err error) string {
	var number syscall.Errno
	switch {
	case err == nil:
		return ""
	case errors.Is(err, os.ErrClosed):
		return "EBADF"
	case !errors.As(err, &number) || number == syscall.ENXIO:
		return "EACCES"
	}
	if name := unix.ErrnoName(number); name != "" {
		return name
	}
	return "EIO"
}
