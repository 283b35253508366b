package client

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"syscall"
)

// user is the id of the user that the daemon runs as, which the kernel tells
// of a Unix socket; over TCP it is not known and taken for the caller's own.
func (c *Client) user(ctx context.Context) (int, error) {
	conn, err := c.door.open(ctx)
	if err != nil {
		return 0, fmt.Errorf("%w at %s: %w", ErrNotRunning, c.door.address, err)
	}
	defer func() { _ = conn.Close() }()
	u, ok := conn.(*net.UnixConn)
	if !ok {
		return os.Getuid(), nil
	}
	raw, err := u.SyscallConn()
	if err != nil {
		return 0, fmt.Errorf("socket %s: %w", c.door.address, err)
	}
	var peer *syscall.Ucred
	failed := raw.Control(func(fd uintptr) {
		peer, err = syscall.GetsockoptUcred(int(fd), syscall.SOL_SOCKET, syscall.SO_PEERCRED)
	})
	if err := errors.Join(failed, err); err != nil {
		return 0, fmt.Errorf("the user of %s: %w", c.door.address, err)
	}
	return int(peer.Uid), nil
}
