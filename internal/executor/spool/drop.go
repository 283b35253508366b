package spool

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// This file has logs whose beginning is dropped while they grow.

// ErrFull is Append's when the log keeps as much as it may.
var ErrFull = errors.New("output spool: the limit is reached")

// ErrDropped is ReadAt's for what is no longer kept. Start says what is.
var ErrDropped = errors.New("output spool: no longer kept")

const (
	// dropStep is how many bytes are taken out of a file together, at least.
	dropStep = 256 << 10
	// blockSize is what file systems give back whole blocks of, in bytes.
	blockSize = 4 << 10
)

// Bound has the log keep at most limit bytes; it comes before the first Append.
func (l *Log) Bound(limit uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.limit = limit
}

// fit returns what there is room for of p, and ErrFull when that isn't all. It needs
// the lock.
func (l *Log) fit(p []byte) ([]byte, error) {
	if l.limit == 0 {
		return p, nil
	}
	room := l.limit - min(l.size-l.start, l.limit)
	if uint64(len(p)) <= room {
		return p, nil
	}
	return p[:room], ErrFull
}

// Start returns the offset of the first byte that is kept.
func (l *Log) Start() uint64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.start
}

// Kept returns how many bytes are kept.
func (l *Log) Kept() uint64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.size - l.start
}

// Drop gives up what lies before an offset. On a file system that can't take anything
// out of a file all goes on being kept, and counts. One goroutine may call it.
func (l *Log) Drop(before uint64) {
	from, to := l.drop(before)
	if from == to {
		return
	}
	err := punch(l.path, from, to)
	l.mu.Lock()
	defer l.mu.Unlock()
	if err != nil {
		l.whole, l.start = true, max(from, MemoryLimit) // what was in memory alone is lost
		return
	}
	l.punched = to
}

// drop moves the start, before anything is taken out of the file, so that nobody reads
// a hole; and it returns what is to be taken out.
func (l *Log) drop(before uint64) (from, to uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.whole || before <= l.start {
		return 0, 0
	}
	l.start = min(before, l.size)
	if l.start >= uint64(len(l.head)) {
		l.head = nil
	}
	if !l.onDisk || l.start-l.punched < dropStep {
		return 0, 0
	}
	return l.punched, l.start &^ (blockSize - 1)
}

func punch(path string, from, to uint64) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // nothing was written
	return unix.Fallocate(int(f.Fd()), unix.FALLOC_FL_PUNCH_HOLE|unix.FALLOC_FL_KEEP_SIZE, int64(from), int64(to-from))
}
