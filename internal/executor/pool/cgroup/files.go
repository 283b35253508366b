package cgroup

import (
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// files is what the package does to the file system. The kernel fills a directory
// of cgroupfs when it is made and empties it when it is removed; the tests have a
// stand-in that does the same in an ordinary directory.
type files interface {
	Read(path string) (string, error)
	Write(path, value string) error
	Mkdir(path string) error
	Rmdir(path string) error
	// Directories names those in path.
	Directories(path string) ([]string, error)
	// Writable says why a file or directory can't be written to.
	Writable(path string) error
	Open(dir string) (*os.File, error)
}

type kernelFiles struct{}

func (kernelFiles) Read(path string) (string, error) {
	b, err := os.ReadFile(path)
	return strings.TrimSpace(string(b)), err
}

// Write makes a single write, which is what cgroupfs takes for a value.
func (kernelFiles) Write(path, value string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteString(value)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

func (kernelFiles) Mkdir(path string) error { return os.Mkdir(path, 0o755) }

func (kernelFiles) Rmdir(path string) error {
	if err := unix.Rmdir(path); err != nil {
		return &os.PathError{Op: "rmdir", Path: path, Err: err}
	}
	return nil
}

func (kernelFiles) Directories(path string) ([]string, error) {
	entries, err := os.ReadDir(path)
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names, err
}

func (kernelFiles) Writable(path string) error {
	if err := unix.Faccessat(unix.AT_FDCWD, path, unix.W_OK, unix.AT_EACCESS); err != nil {
		return &os.PathError{Op: "write to", Path: path, Err: err}
	}
	return nil
}

func (kernelFiles) Open(dir string) (*os.File, error) { return os.Open(dir) }
