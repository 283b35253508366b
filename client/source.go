package client

import (
	"errors"
	"io"
	"os"
	"strings"
	"syscall"
)

// maxSource is the most that a source read by ReadSource may have, in bytes: what the
// daemon takes.
const maxSource = 4 << 20

// ReadSource reads a program's source in a directory that others may write to. The
// name is relative to it, with or without a leading slash; "..", links that lead out
// of the directory and anything but regular files are refused, without waiting.
func ReadSource(dir, name string) (string, error) {
	if strings.Contains("/"+name+"/", "/../") {
		return "", errors.New(`".." is refused: name a file in the directory`)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", err
	}
	defer func() { _ = root.Close() }()
	f, err := root.OpenFile(strings.TrimLeft(name, "/"), os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	if i, err := f.Stat(); err != nil || !i.Mode().IsRegular() || i.Size() > maxSource {
		return "", errors.New("it is no regular file of at most 4 MiB")
	}
	text, err := io.ReadAll(io.LimitReader(f, maxSource))
	return string(text), err
}
