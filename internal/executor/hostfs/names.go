package hostfs

import (
	"errors"
	"io"
	"os"
	"syscall"

	"github.com/elide-dev/elided/internal/lang"
)

// self is a granted directory's path in itself.
const self = "."

func (f *FS) stat(c lang.FileCall) (r lang.FileResult, err error) {
	var info os.FileInfo
	if c.Handle != 0 {
		x, err := f.file(c.Handle)
		if err != nil {
			return r, err
		}
		info, err = x.Stat()
		if err != nil {
			return r, err
		}
		return lang.FileResult{Info: describe(info, x.writable)}, nil
	}
	d, rest, err := f.find(c.Path)
	if err != nil {
		return r, err
	}
	if c.Flags&lang.NoFollow != 0 {
		info, err = d.root.Lstat(rest)
	} else {
		info, err = d.root.Stat(rest)
	}
	if err != nil {
		return r, err
	}
	return lang.FileResult{Info: describe(info, d.Writable)}, nil
}

// describe leaves the bits for writing out where nothing may be written.
func describe(info os.FileInfo, writable bool) lang.FileInfo {
	out := lang.FileInfo{
		Kind: kind(info.Mode()), Mode: uint32(info.Mode().Perm()),
		Size: uint64(max(0, info.Size())), Modified: info.ModTime().UnixNano(),
	}
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		out.Inode = s.Ino
	}
	if !writable {
		out.Mode &^= 0o222
	}
	return out
}

func kind(m os.FileMode) lang.FileKind {
	switch m.Type() {
	case 0:
		return lang.RegularFile
	case os.ModeDir:
		return lang.Directory
	case os.ModeSymlink:
		return lang.Link
	}
	return lang.OtherFile
}

// list answers the first names of a directory, or the next ones of an open one. Its
// handle is closed with the last of them.
func (f *FS) list(c lang.FileCall) (r lang.FileResult, err error) {
	handle := c.Handle
	if handle == 0 {
		if handle, err = f.openDir(c.Path); err != nil {
			return r, err
		}
	}
	x, err := f.file(handle)
	if err != nil {
		return r, err
	}
	found, err := x.ReadDir(page)
	if err == nil && len(found) == page {
		r.Handle, r.More = handle, true
	} else if x, dropped := f.drop(handle); dropped == nil {
		_ = f.release(x) // only read
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	for _, e := range found {
		r.Entries = append(r.Entries, lang.FileEntry{Name: e.Name(), Kind: kind(e.Type())})
	}
	return r, err
}

func (f *FS) openDir(path string) (handle uint64, err error) {
	d, rest, err := f.find(path)
	if err != nil {
		return 0, err
	}
	if handle, err = f.reserve(); err != nil {
		return 0, err
	}
	x, err := openDirIn(d.root, rest)
	if err != nil {
		f.unreserve(handle)
		return 0, err
	}
	return handle, f.keep(handle, &file{File: x, writable: d.Writable})
}

func openDirIn(root *os.Root, name string) (*os.File, error) {
	return root.OpenFile(name, os.O_RDONLY|syscall.O_DIRECTORY|syscall.O_NONBLOCK, 0)
}

func (f *FS) mkdir(c lang.FileCall) (r lang.FileResult, err error) {
	d, rest, err := f.findWritable(c.Path)
	if err != nil {
		return r, err
	}
	mode := fileMode(c.Mode, defaultDirMode)
	switch {
	case c.Flags&lang.Recursive != 0:
		err = d.root.MkdirAll(rest, mode)
	case rest == self:
		err = syscall.EEXIST
	default:
		err = d.root.Mkdir(rest, mode)
	}
	return r, err
}

// rename moves a name within one directory that is granted, which itself can't be
// moved.
func (f *FS) rename(c lang.FileCall) (r lang.FileResult, err error) {
	d, from, err := f.findWritable(c.Path)
	if err != nil {
		return r, err
	}
	target, to, err := f.findWritable(c.To)
	switch {
	case err != nil:
		return r, err
	case from == self || to == self:
		return r, errBusy
	case d.root != target.root:
		return r, syscall.EXDEV
	}
	return r, d.root.Rename(from, to)
}
