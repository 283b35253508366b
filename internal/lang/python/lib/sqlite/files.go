package sqlite

import (
	"errors"
	"io"
	"path"
	"strings"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// memoryName begins the names of files in memory that connections can share. No path of a
// program's does, and nothing is lost where one should.
const memoryName = "\x01memory:"

// openFiles are what SQLite has open in a database.
type openFiles struct{ list map[*file]bool }

func (o *openFiles) close() {
	for f := range o.list {
		_ = f.Close()
	}
}

// flush writes what is kept back of journals, which is to be there before what they are for.
func (o *openFiles) flush() error {
	for f := range o.list {
		if len(f.kept) > 0 {
			if err := f.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// A fileSystem is a database's VFS: the execution's files by the intrinsic fs, and files
// in memory.
type fileSystem struct{ d *database }

var _ vfs.VFS = fileSystem{}

// FullPathname is part of vfs.VFS.
func (s fileSystem) FullPathname(name string) (string, error) {
	if name == "" || strings.HasPrefix(name, memoryName) {
		return name, nil
	}
	if !path.IsAbs(name) && s.d.t != nil {
		name = path.Join(s.d.t.Directory(), name)
	}
	return path.Clean(name), nil
}

// Open is part of vfs.VFS. A file without a name is a temporary one.
func (s fileSystem) Open(name string, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f := &file{d: s.d}
	var err error
	switch {
	case name == "":
		f.memory = &memory{}
	case strings.HasPrefix(name, memoryName):
		flags, err = f.openMemory(name, flags)
	default:
		flags, err = f.openHost(name, flags)
	}
	if err != nil {
		return nil, flags, err
	}
	if s.d.files.list == nil {
		s.d.files.list = map[*file]bool{}
	}
	s.d.files.list[f] = true
	return f, flags, nil
}

func (f *file) openMemory(name string, flags vfs.OpenFlag) (vfs.OpenFlag, error) {
	space := f.d.state.space
	f.memory = space.memories[name]
	if f.memory == nil {
		if flags&vfs.OPEN_CREATE == 0 {
			return flags, sqlite3.CANTOPEN
		}
		f.memory = &memory{}
		space.memories[name] = f.memory
	}
	f.memory.users++
	f.share(name)
	return flags | vfs.OPEN_MEMORY, nil
}

// share has f take part in the locks of a file.
func (f *file) share(name string) {
	all := f.d.state.space.locks
	if all[name] == nil {
		all[name] = &locks{}
	}
	f.name, f.locks = name, all[name]
	f.locks.users++
}

func (f *file) openHost(name string, flags vfs.OpenFlag) (vfs.OpenFlag, error) {
	c := lang.FileCall{Op: lang.FileOpen, Path: name, Flags: lang.ForReading, Mode: 0o644}
	if flags&vfs.OPEN_READWRITE != 0 {
		c.Flags |= lang.ForWriting
	}
	if flags&vfs.OPEN_CREATE != 0 {
		c.Flags |= lang.Create
	}
	if flags&vfs.OPEN_EXCLUSIVE != 0 {
		c.Flags |= lang.Exclusive
	}
	r, err := f.d.call(c, name)
	if denied(err) && flags&(vfs.OPEN_READWRITE|vfs.OPEN_EXCLUSIVE) == vfs.OPEN_READWRITE {
		c.Flags = lang.ForReading
		if again, e := f.d.call(c, name); e == nil {
			r, err = again, nil
			flags = flags&^(vfs.OPEN_READWRITE|vfs.OPEN_CREATE) | vfs.OPEN_READONLY
		}
	}
	if err != nil {
		f.d.reason = err
		return flags, sqlite3.CANTOPEN
	}
	f.d.reason = nil
	f.handle = r.Handle
	f.journal = flags&(vfs.OPEN_MAIN_JOURNAL|vfs.OPEN_SUPER_JOURNAL) != 0
	f.share(name)
	return flags, nil
}

func denied(err error) bool {
	e, ok := err.(*py.Exc)
	if !ok {
		return false
	}
	n, _ := e.Fields["errno"].(py.Int)
	return n == 1 || n == 13 || n == 30 // EPERM, EACCES, EROFS
}

// call has one operation done on the execution's files.
func (d *database) call(c lang.FileCall, name string) (lang.FileResult, error) {
	if d.t == nil {
		return lang.FileResult{}, io.ErrClosedPipe
	}
	var p py.Object
	if name != "" {
		p = py.NewStr(name)
	}
	r, err := d.t.File(c, p)
	if err != nil && !isException(err) {
		d.pending = err
	}
	return r, err
}

// Delete is part of vfs.VFS.
func (s fileSystem) Delete(name string, _ bool) error {
	_, err := s.d.call(lang.FileCall{Op: lang.FileRemove, Path: name}, name)
	if missing(err) {
		return sqlite3.IOERR_DELETE_NOENT
	}
	return failed(err, sqlite3.IOERR_DELETE)
}

func missing(err error) bool { return py.Caught(err, py.FileNotFoundError) != nil }

// failed is a code in place of an error of the program's files.
func failed(err error, code sqlite3.ExtendedErrorCode) error {
	if err == nil {
		return nil
	}
	if e, ok := err.(*py.Exc); ok {
		if n, _ := e.Fields["errno"].(py.Int); n == 28 { // ENOSPC
			return sqlite3.FULL
		}
	}
	return code
}

// Access is part of vfs.VFS.
func (s fileSystem) Access(name string, _ vfs.AccessFlag) (bool, error) {
	if s.d.t == nil || s.d.t.In.Host.Files == nil || strings.HasPrefix(name, memoryName) {
		return false, nil
	}
	_, err := s.d.call(lang.FileCall{Op: lang.FileStat, Path: name}, name)
	if err == nil || isException(err) {
		return err == nil, nil
	}
	return false, sqlite3.IOERR_ACCESS
}

// because says why in an exception of SQLite's.
func because(e *py.Exc, reason error) error {
	cause, ok := reason.(*py.Exc)
	if !ok {
		return e
	}
	if text, ok := strings.CutPrefix(cause.Error(), "PermissionError: "); ok && text == lang.NotGranted("fs") {
		e.Args = py.NewTuple(py.NewStr(e.Args.Items[0].(*py.Str).String() + ": " + text))
		e.Cause, e.Suppress = cause, true
	}
	return e
}

var errNegative = errors.New("negative offset")
