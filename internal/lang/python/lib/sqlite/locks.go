package sqlite

import (
	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
)

// locks are who has locked a file, of the connections of this execution. Nobody else sees
// them: neither other executions nor other programs.
type locks struct {
	shared  int
	writer  *file // has it reserved or more
	pending bool  // no more readers
	users   int
}

func (f *file) Lock(level vfs.LockLevel) error {
	l := f.locks
	if l == nil || f.level >= level {
		f.level = max(f.level, level)
		return nil
	}
	switch level {
	case vfs.LOCK_SHARED:
		if l.pending {
			return sqlite3.BUSY
		}
		l.shared++
	case vfs.LOCK_RESERVED:
		if l.writer != nil {
			return sqlite3.BUSY
		}
		l.writer = f
	case vfs.LOCK_EXCLUSIVE:
		if l.writer != nil && l.writer != f {
			return sqlite3.BUSY
		}
		l.writer, l.pending = f, true
		if l.shared > 1 {
			f.level = vfs.LOCK_PENDING
			return sqlite3.BUSY
		}
	}
	f.level = level
	return nil
}

func (f *file) Unlock(level vfs.LockLevel) error {
	if l := f.locks; l != nil && f.level > level {
		if l.writer == f {
			l.writer, l.pending = nil, false
		}
		if level < vfs.LOCK_SHARED {
			l.shared--
		}
	}
	f.level = min(f.level, level)
	return nil
}

func (f *file) CheckReservedLock() (bool, error) { return f.locks != nil && f.locks.writer != nil, nil }

func (f *file) LockState() vfs.LockLevel { return f.level }
