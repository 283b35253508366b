package hostfs

import (
	"path"
	"strings"
	"syscall"

	"github.com/elide-dev/elided/internal/lang"
)

// find returns the directory that a program's path lies in, the one with the
// longest path of those, and the rest of the path: "." for the directory itself.
func (f *FS) find(p string) (Directory, string, error) {
	switch {
	case p == "":
		return Directory{}, "", syscall.ENOENT
	case len(p) > lang.MaxFilePath:
		return Directory{}, "", syscall.ENAMETOOLONG
	case strings.ContainsRune(p, 0):
		return Directory{}, "", errInvalid
	}
	if !path.IsAbs(p) {
		p = f.dir + "/" + p
	}
	p = path.Clean(p) // so that no ".." is left
	for _, d := range f.dirs {
		if within(p, d.Path) {
			rest := strings.TrimPrefix(strings.TrimPrefix(p, d.Path), "/")
			return d, path.Clean(rest), nil
		}
	}
	return Directory{}, "", syscall.ENOENT
}

// findWritable is find for what changes something.
func (f *FS) findWritable(p string) (Directory, string, error) {
	d, rest, err := f.find(p)
	if err == nil && !d.Writable {
		err = errReadOnly
	}
	return d, rest, err
}
