// Package spool keeps one output stream of an execution: its beginning in memory,
// the rest in a file, every byte readable by offset by any number of readers.
package spool

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
)

// MemoryLimit is how many bytes of a stream are kept in memory.
const MemoryLimit = 64 << 10

// A Log is a stream that is appended to by one writer and read by many, none of
// whom waits for another. Its file, made when it is needed, holds each byte at
// the byte's own offset; what is in memory is a hole in it.
type Log struct {
	path string

	mu     sync.Mutex
	head   []byte // the first bytes, unless evicted
	size   uint64
	file   *os.File // open while it is written
	onDisk bool     // the file exists
	done   bool     // nothing more is appended
	gone   bool     // the log was removed
	err    error    // what writing the file failed with

	limit   uint64 // of bytes that are kept; 0 is none
	start   uint64 // the first byte that is kept
	punched uint64 // the file holds nothing before
	whole   bool   // nothing can be taken out of the file
}

// New returns an empty log whose file, should it need one, is path.
func New(path string) *Log { return &Log{path: path} }

// Append adds p. After an error, which it returns once and for every later call,
// the log keeps what it has and grows no more.
func (l *Log) Append(p []byte) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err != nil {
		return l.err
	}
	if l.done {
		return nil // it came after the end, and counts for nothing
	}
	p, full := l.fit(p)
	if l.err = l.add(p); l.err == nil {
		l.err = full
	}
	return l.err
}

// add needs the lock.
func (l *Log) add(p []byte) error {
	if n := min(len(p), MemoryLimit-len(l.head)); n > 0 && l.size == uint64(len(l.head)) {
		l.head = append(l.head, p[:n]...)
		l.size += uint64(n)
		p = p[n:]
	}
	if len(p) == 0 {
		return nil
	}
	if err := l.write(p, l.size); err != nil {
		return err
	}
	l.size += uint64(len(p))
	return nil
}

func (l *Log) write(p []byte, offset uint64) error {
	if l.file == nil {
		f, err := os.OpenFile(l.path, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return fmt.Errorf("output spool: %w", err)
		}
		l.file, l.onDisk = f, true
	}
	if _, err := l.file.WriteAt(p, int64(offset)); err != nil {
		return fmt.Errorf("output spool: %w", err)
	}
	return nil
}

// Size returns how many bytes were appended.
func (l *Log) Size() uint64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.size
}

// InMemory returns how many bytes the log keeps in memory.
func (l *Log) InMemory() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.head)
}

// ReadAt copies bytes from offset on into p and returns how many: 0 when there
// are none yet. It returns ErrDropped when the byte at offset is no longer kept.
func (l *Log) ReadAt(p []byte, offset uint64) (int, error) {
	l.mu.Lock()
	if offset < l.start {
		l.mu.Unlock()
		return 0, ErrDropped
	}
	if offset >= l.size {
		l.mu.Unlock()
		return 0, nil
	}
	if offset < uint64(len(l.head)) {
		defer l.mu.Unlock()
		return copy(p, l.head[offset:]), nil
	}
	n := int(min(uint64(len(p)), l.size-offset))
	l.mu.Unlock()
	n, err := l.readFile(p[:n], offset)
	if l.Start() > offset { // what was read may have been taken out meanwhile
		return 0, ErrDropped
	}
	return n, err
}

// readFile opens the file anew: a record that is kept holds no descriptor, and a
// reader doesn't hold the writer's lock while the disk works.
func (l *Log) readFile(p []byte, offset uint64) (int, error) {
	f, err := os.Open(l.path)
	if err != nil {
		return 0, fmt.Errorf("output spool: %w", err)
	}
	defer func() { _ = f.Close() }()
	n, err := f.ReadAt(p, int64(offset))
	if n == len(p) {
		return n, nil
	}
	return n, fmt.Errorf("output spool at %d: %w", offset, err)
}

// Finish says that nothing more is appended.
func (l *Log) Finish() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.done = true
	if l.file != nil {
		_ = l.file.Close() // what matters was written; a late error changes nothing
		l.file = nil
	}
}

// Evict moves what is in memory to the file, after Finish.
func (l *Log) Evict() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.head) == 0 || l.gone {
		return nil
	}
	err := l.write(l.head, 0)
	if l.file != nil {
		err = errors.Join(err, l.file.Close())
		l.file = nil
	}
	if err == nil {
		l.head = nil
	}
	return err
}

// Remove deletes the file.
func (l *Log) Remove() error {
	l.Finish()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.gone = true
	if !l.onDisk {
		return nil
	}
	l.onDisk = false
	if err := os.Remove(l.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("output spool: %w", err)
	}
	return nil
}
