package hostfs

import (
	"errors"
	"io"
	"os"
	"syscall"

	"github.com/elide-dev/elided/internal/lang"
)

func (f *FS) remove(c lang.FileCall) (r lang.FileResult, err error) {
	d, rest, err := f.findWritable(c.Path)
	if err != nil {
		return r, err
	}
	if rest == self {
		return r, errBusy
	}
	info, err := d.root.Lstat(rest)
	if err != nil {
		return r, err
	}
	switch {
	case c.Flags&lang.OnlyDirectory != 0 && !info.IsDir():
		err = syscall.ENOTDIR
	case c.Flags&lang.Recursive != 0 && info.IsDir():
		err = f.removeTree(d.root, rest, 0)
	case c.Flags&lang.OnlyDirectory == 0 && info.IsDir():
		err = syscall.EISDIR
	default:
		err = d.root.Remove(rest)
	}
	return r, err
}

// maxDepth bounds how deep a tree may be that is removed at once.
const maxDepth = 500

// removeTree removes a directory and what is in it, until the execution ends. A
// name that disappears on the way is as good as removed.
func (f *FS) removeTree(root *os.Root, name string, depth int) error {
	if depth > maxDepth {
		return syscall.ENAMETOOLONG
	}
	for {
		entries, err := firstEntries(root, name)
		if err != nil {
			return err
		}
		if len(entries) == 0 {
			return root.Remove(name)
		}
		for _, e := range entries {
			if err := f.removeEntry(root, name+"/"+e.Name(), e.IsDir(), depth); err != nil {
				return err
			}
		}
	}
}

// firstEntries keeps no directory open: trees are deep.
func firstEntries(root *os.Root, name string) ([]os.DirEntry, error) {
	dir, err := openDirIn(root, name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = dir.Close() }() // only read
	entries, err := dir.ReadDir(page)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return entries, err
}

func (f *FS) removeEntry(root *os.Root, name string, isDir bool, depth int) (err error) {
	switch {
	case f.ended.Err() != nil:
		return errInterrupted
	case isDir:
		err = f.removeTree(root, name, depth+1)
	default:
		err = root.Remove(name)
	}
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}
