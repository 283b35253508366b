package worker

import (
	"net"
	"syscall"

	"golang.org/x/sys/unix"
)

// peerUID is the user at the other end of a connection or, of a listening socket,
// who has made it. A user that this process's namespace doesn't know has the same
// stand-in in both.
func peerUID(c syscall.Conn) (uid uint32, err error) {
	raw, err := c.SyscallConn()
	if err != nil {
		return 0, err
	}
	controlErr := raw.Control(func(fd uintptr) {
		var cred *unix.Ucred
		if cred, err = unix.GetsockoptUcred(int(fd), unix.SOL_SOCKET, unix.SO_PEERCRED); err == nil {
			uid = cred.Uid
		}
	})
	if controlErr != nil {
		return 0, controlErr
	}
	return uid, err
}

// fromDaemon reports whether a connection is of the user who started this worker.
func fromDaemon(l *net.UnixListener, c *net.UnixConn) bool {
	daemon, err := peerUID(l)
	if err != nil {
		return false
	}
	peer, err := peerUID(c)
	return err == nil && peer == daemon
}

func descriptor(c syscall.Conn) (fd int, err error) {
	raw, err := c.SyscallConn()
	if err != nil {
		return 0, err
	}
	err = raw.Control(func(d uintptr) { fd = int(d) })
	return fd, err
}
