package executor

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// A stateDir is a directory that one executor at a time owns.
type stateDir struct {
	path string
	lock *os.File
}

// open takes possession of the directory, which it makes when it doesn't exist.
// The lock ends with the process, however that ends.
func (d *stateDir) open() error {
	if err := os.MkdirAll(d.path, 0o700); err != nil {
		return d.unusable(err)
	}
	f, err := os.OpenFile(filepath.Join(d.path, "lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return d.unusable(err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = f.Close()
		return fmt.Errorf("state directory %s is in use by another elided: give this one another, with --state-dir", d.path)
	}
	d.lock = f
	return nil
}

func (d *stateDir) unusable(err error) error {
	return fmt.Errorf("state directory: %w: choose one that uid %d can write to, with --state-dir", err, os.Geteuid())
}

func (d *stateDir) close() {
	if d.lock != nil {
		_ = d.lock.Close()
		d.lock = nil
	}
}

// empty makes a folder of the directory, private and without what an earlier
// daemon left in it, and returns its path.
func (d *stateDir) empty(name string) (string, error) {
	dir := filepath.Join(d.path, name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("state directory: %w", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", fmt.Errorf("state directory: %w", err)
	}
	for _, entry := range entries {
		err := os.RemoveAll(filepath.Join(dir, entry.Name()))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("state directory: %w", err)
		}
	}
	return dir, nil
}
