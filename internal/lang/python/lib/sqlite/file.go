package sqlite

import (
	"io"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"

	"github.com/elide-dev/elided/internal/lang"
)

// A file is one that SQLite has open.
type file struct {
	d      *database
	memory *memory // nil is one of the execution's files
	handle uint64
	name   string // of one with locks

	locks *locks // nil is nobody else's
	level vfs.LockLevel

	// Of a journal, which is written in small parts, kept is the end that isn't written
	// yet, from an offset on.
	journal bool
	kept    []byte
	from    int64
	gone    bool
}

var (
	_ vfs.FileLockState = (*file)(nil)
	_ io.Closer         = (*file)(nil)
)

// Close closes the file, once.
func (f *file) Close() error {
	if f.gone {
		return nil
	}
	err := f.flush()
	f.gone = true
	_ = f.Unlock(vfs.LOCK_NONE) // it can't fail
	delete(f.d.files.list, f)
	space := f.d.state.space
	if f.locks != nil {
		if f.locks.users--; f.locks.users == 0 {
			delete(space.locks, f.name)
		}
	}
	if f.memory == nil {
		_, e := f.d.call(lang.FileCall{Op: lang.FileClose, Handle: f.handle}, "")
		if err == nil {
			err = failed(e, sqlite3.IOERR_CLOSE)
		}
		return err
	}
	if f.memory.users--; f.memory.users == 0 && f.name != "" && space.memories[f.name] == f.memory {
		delete(space.memories, f.name)
	}
	return nil
}

// ReadAt is part of vfs.File.
func (f *file) ReadAt(p []byte, at int64) (int, error) {
	if at < 0 {
		return 0, errNegative
	}
	if f.memory != nil {
		n := f.memory.read(p, at)
		if n < len(p) {
			return n, io.EOF
		}
		return n, nil
	}
	if err := f.flush(); err != nil {
		return 0, err
	}
	for n := 0; n < len(p); {
		r, err := f.d.call(lang.FileCall{Op: lang.FileRead, Handle: f.handle, Offset: uint64(at) + uint64(n), Length: min(len(p)-n, lang.FileChunk)}, "")
		if err != nil {
			return n, sqlite3.IOERR_READ
		}
		if len(r.Data) == 0 {
			return n, io.EOF
		}
		n += copy(p[n:], r.Data)
	}
	return len(p), nil
}

// WriteAt is part of vfs.File.
func (f *file) WriteAt(p []byte, at int64) (int, error) {
	if at < 0 {
		return 0, errNegative
	}
	switch {
	case f.memory != nil && at > maxMemoryFile-int64(len(p)):
		return 0, sqlite3.FULL
	case f.memory != nil:
		f.memory.write(p, at)
		return len(p), nil
	case !f.journal:
		if err := f.d.files.flush(); err != nil {
			return 0, err
		}
		return len(p), f.write(p, at)
	}
	if len(f.kept) > 0 && at != f.from+int64(len(f.kept)) || len(f.kept)+len(p) > lang.FileChunk {
		if err := f.flush(); err != nil {
			return 0, err
		}
	}
	if len(f.kept) == 0 {
		f.from = at
	}
	f.kept = append(f.kept, p...)
	return len(p), nil
}

func (f *file) flush() error {
	if len(f.kept) == 0 {
		return nil
	}
	err := f.write(f.kept, f.from)
	f.kept = f.kept[:0]
	return err
}

// write writes a copy: the memory that p is in may be gone while somebody else has it.
func (f *file) write(p []byte, at int64) error {
	for len(p) > 0 {
		part := append([]byte(nil), p[:min(len(p), lang.FileChunk)]...)
		r, err := f.d.call(lang.FileCall{Op: lang.FileWrite, Handle: f.handle, Offset: uint64(at), Data: part}, "")
		if err != nil {
			return failed(err, sqlite3.IOERR_WRITE)
		}
		at += int64(r.Written)
		p = p[r.Written:]
	}
	return nil
}

// Truncate is part of vfs.File.
func (f *file) Truncate(size int64) error {
	if size < 0 {
		return errNegative
	}
	if f.memory != nil && size > maxMemoryFile {
		return sqlite3.FULL
	}
	if f.memory != nil {
		f.memory.resize(size)
		return nil
	}
	if err := f.flush(); err != nil {
		return err
	}
	_, err := f.d.call(lang.FileCall{Op: lang.FileTruncate, Handle: f.handle, Offset: uint64(size)}, "")
	return failed(err, sqlite3.IOERR_TRUNCATE)
}

// Sync is part of vfs.File. What is written has reached the host, which sees to the disk.
func (f *file) Sync(vfs.SyncFlag) error { return f.flush() }

// Size is part of vfs.File.
func (f *file) Size() (int64, error) {
	if f.memory != nil {
		return f.memory.size, nil
	}
	if err := f.flush(); err != nil {
		return 0, err
	}
	r, err := f.d.call(lang.FileCall{Op: lang.FileStat, Handle: f.handle}, "")
	return int64(r.Info.Size), failed(err, sqlite3.IOERR_FSTAT)
}

// SectorSize is part of vfs.File.
func (*file) SectorSize() int { return 4096 }

// DeviceCharacteristics is part of vfs.File.
func (*file) DeviceCharacteristics() vfs.DeviceCharacteristic {
	return vfs.IOCAP_POWERSAFE_OVERWRITE | vfs.IOCAP_SUBPAGE_READ
}
