package client

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

const (
	startTimeout = 8 * time.Second // for a daemon that was just started to answer
	startPause   = 5 * time.Second // between two starts, by whomever
)

// StartDaemon runs `BINARY serve` at the client's socket unless a daemon answers
// there, and returns when one does or 8 s have passed. The daemon gets a session of
// its own (setsid), so that it outlives the caller, but for one whose whole control group
// is ended; SOCKET.log has what it says. Of several callers one starts it, by a lock at
// SOCKET.start. The directory must be the caller's or root's, and closed to others.
func (c *Client) StartDaemon(ctx context.Context, binary string) error {
	if c.door.network != "unix" || c.answers(ctx) {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	if err := ownDir(filepath.Dir(c.Socket())); err != nil {
		return fmt.Errorf("start %s: %w", binary, err)
	}
	lock, err := openOwn(c.Socket()+".start", os.O_RDWR)
	if err != nil {
		return fmt.Errorf("start %s: %w", binary, err)
	}
	defer func() { _ = lock.Close() }()
	if syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil {
		return c.awaitDaemon(ctx, binary, nil) // another caller starts it
	}
	if c.answers(ctx) {
		return nil
	}
	if info, err := lock.Stat(); err != nil || info.Size() > 0 && time.Since(info.ModTime()) < startPause {
		return fmt.Errorf("%s was started less than %v ago and doesn't answer at %s: %s.log may say why", binary, startPause, c.Socket(), c.Socket())
	}
	if _, err := lock.WriteAt([]byte("started\n"), 0); err != nil { // for the time, too
		return fmt.Errorf("start %s: %w", binary, err)
	}
	exited, err := c.launch(binary)
	if err != nil {
		return fmt.Errorf("start %s: %w", binary, err)
	}
	return c.awaitDaemon(ctx, binary, exited)
}

// ownDir makes a directory for a daemon, as the daemon itself would, unless it is there.
// One that others may write to is refused: what is in it may be theirs.
func ownDir(dir string) error {
	mode := os.FileMode(0o700)
	if dir == filepath.Dir(rootSocket) { // which others enter, where the socket's mode says who connects
		mode = 0o755
	}
	if err := os.MkdirAll(dir, mode); err != nil {
		return err
	}
	info, err := os.Stat(dir)
	if err != nil {
		return err
	}
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok || s.Uid != 0 && int(s.Uid) != os.Getuid() || info.Mode()&0o002 != 0 {
		return fmt.Errorf("%s is another user's, or others may write to it: choose a directory of your own for the socket", dir)
	}
	return nil
}

// openOwn opens a file, and makes it unless it is there; what is no file is refused,
// without waiting.
func openOwn(path string, flags int) (*os.File, error) {
	f, err := os.OpenFile(path, flags|os.O_CREATE|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0o600)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		_ = f.Close()
		return nil, fmt.Errorf("%s is no regular file: remove it", path)
	}
	return f, nil
}

func (c *Client) answers(ctx context.Context) bool {
	conn, err := c.door.open(ctx)
	if err == nil {
		_ = conn.Close()
	}
	return err == nil
}

// passed are the variables that a daemon gets of the caller's: those that say where
// files are. The others may hold secrets.
var passed = []string{"PATH", "HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_STATE_HOME"}

func (c *Client) launch(binary string) (exited <-chan error, err error) {
	log, err := openOwn(c.Socket()+".log", os.O_APPEND|os.O_WRONLY)
	if err != nil {
		return nil, err
	}
	defer func() { _ = log.Close() }()
	cmd := exec.Command(binary, "serve", "--socket", c.Socket())
	cmd.Stdout, cmd.Stderr, cmd.Dir = log, log, "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	cmd.Env = []string{} // nil would be the caller's
	for _, name := range passed {
		if v, ok := os.LookupEnv(name); ok {
			cmd.Env = append(cmd.Env, name+"="+v)
		}
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	end := make(chan error, 1)
	go func() { end <- cmd.Wait() }() // it ends with the daemon, or with this process
	return end, nil
}

func (c *Client) awaitDaemon(ctx context.Context, binary string, exited <-chan error) error {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !c.answers(ctx) {
		select {
		case <-tick.C:
		case err := <-exited:
			return fmt.Errorf("%s ended at its start (%w): %s.log says why", binary, err, c.Socket())
		case <-ctx.Done():
			return fmt.Errorf("%s doesn't answer at %s after its start: %s.log says more", binary, c.Socket(), c.Socket())
		}
	}
	return nil
}
