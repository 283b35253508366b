package client

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// DefaultSocket returns where a client finds elided unless told otherwise: at OwnSocket or,
// for a user other than root at whose own nobody listens, at /run/elided/elided.sock, the
// machine's, when that lets the user in. It tries the sockets to find out.
func DefaultSocket() string { return defaultSocket(os.Getenv, os.Getuid(), rootSocket) }

func defaultSocket(env func(string) string, uid int, machine string) string {
	own := ownSocket(env, uid)
	if uid == 0 || env("ELIDED_SOCKET") != "" || !nobodyThere(door{"unix", own}.knock()) {
		return own
	}
	if (door{"unix", machine}).knock() != nil {
		return own
	}
	return machine
}

// OwnSocket returns where elided listens unless told otherwise: at what ELIDED_SOCKET names;
// for root at /run/elided/elided.sock; else at elided.sock in XDG_RUNTIME_DIR or, without one,
// in a directory of the user's below the system's temporary one.
func OwnSocket() string { return ownSocket(os.Getenv, os.Getuid()) }

func ownSocket(env func(string) string, uid int) string {
	if s := env("ELIDED_SOCKET"); s != "" {
		return s
	}
	if uid == 0 {
		return rootSocket
	}
	dir := env("XDG_RUNTIME_DIR")
	if dir == "" {
		dir = temporaryDir(uid)
	}
	return filepath.Join(dir, "elided.sock")
}

// rootSocket is where root's daemon listens, and that of a package.
const rootSocket = "/run/elided/elided.sock"

func temporaryDir(uid int) string {
	return filepath.Join(os.TempDir(), "elided-"+strconv.Itoa(uid))
}

// socketPath reads the address of a daemon. Other schemes may follow, so they are
// no file names.
func socketPath(address string) (string, error) {
	path := strings.TrimPrefix(address, "unix://")
	if strings.Contains(path, "://") {
		return "", fmt.Errorf("address %s: only a Unix socket can be reached: give its path", address)
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("socket %s: %w", path, err)
	}
	return absolute, nil
}

// A door is where a daemon is reached.
type door struct {
	network, address string // as package net has them
}

func (d door) open(ctx context.Context) (net.Conn, error) {
	if dir := filepath.Dir(d.address); d.network == "unix" && dir == temporaryDir(os.Getuid()) {
		if err := checkOwner(dir); err != nil {
			return nil, err
		}
	}
	var n net.Dialer
	return n.DialContext(ctx, d.network, d.address)
}

// checkOwner refuses a directory that another user may have made to pose as the
// daemon: everybody can write where it stands.
func checkOwner(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	if s, ok := info.Sys().(*syscall.Stat_t); !ok || int(s.Uid) != os.Getuid() || !info.IsDir() {
		return fmt.Errorf("%s is another user's: set ELIDED_SOCKET or XDG_RUNTIME_DIR", dir)
	}
	return nil
}

// probeTimeout is how long a socket may take to accept.
const probeTimeout = time.Second

// knock is nil when somebody accepts.
func (d door) knock() error {
	ctx, cancel := context.WithTimeout(context.Background(), probeTimeout)
	defer cancel()
	conn, err := d.open(ctx)
	if err != nil {
		return err
	}
	return conn.Close()
}

// nobodyThere tells whether a knock found no daemon: no socket, or one that nobody serves.
func nobodyThere(err error) bool {
	return errors.Is(err, syscall.ENOENT) || errors.Is(err, syscall.ECONNREFUSED) || errors.Is(err, syscall.ENOTDIR)
}

// probe says why nobody can be reached: ErrNotRunning, or what stands in the way. It
// is nil when somebody accepts.
func (d door) probe() error {
	err := d.knock()
	switch {
	case err == nil:
		return nil
	case d.network == "tcp" && errors.Is(err, syscall.ECONNREFUSED):
		return fmt.Errorf("%w at %s: nobody listens there", ErrNotRunning, d.address)
	case d.network == "tcp":
		return fmt.Errorf("daemon address %s: %w", d.address, err)
	case nobodyThere(err):
		return fmt.Errorf("%w at %s: start it with `elided serve --socket %s`, or name another socket with --socket or ELIDED_SOCKET%s", ErrNotRunning, d.address, d.address, d.shutOut())
	}
	return fmt.Errorf("socket %s: %w", d.address, err)
}

// shutOut says that the machine's daemon would do, where it doesn't let a user in whose own
// doesn't run.
func (d door) shutOut() string {
	if d.address == rootSocket || d.address != OwnSocket() {
		return ""
	}
	return closedDoor(door{"unix", rootSocket}.knock())
}

func closedDoor(err error) string {
	if !errors.Is(err, syscall.EACCES) {
		return ""
	}
	return "; the machine's daemon at " + rootSocket + " doesn't let you in: join the group of that socket and log in again"
}
