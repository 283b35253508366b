package spool

import (
	"bytes"
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"golang.org/x/sys/unix"
)

func appendAll(t *testing.T, l *Log, p []byte) {
	t.Helper()
	for len(p) > 0 {
		n := min(len(p), 9_973)
		if err := l.Append(p[:n]); err != nil {
			t.Fatal(err)
		}
		p = p[n:]
	}
}

// TestDrop reads what is kept and nothing else, of memory and of the file.
func TestDrop(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	l, want := New(path), pattern(8*dropStep)
	appendAll(t, l, want)
	for _, before := range []uint64{10, MemoryLimit - 1, MemoryLimit, MemoryLimit + 1, 20, dropStep + 5, 7*dropStep + 1} {
		l.Drop(before)
		start := l.Start()
		if start < before {
			t.Errorf("dropped to %d, starts at %d", before, start)
		}
		if _, err := l.ReadAt(make([]byte, 10), start-1); !errors.Is(err, ErrDropped) {
			t.Errorf("before %d: %v", start, err)
		}
		if got := readAll(t, l, start); !bytes.Equal(got, want[start:]) {
			t.Errorf("from %d: other bytes", start)
		}
	}
	if l.Kept() != dropStep-1 || l.InMemory() != 0 {
		t.Errorf("%d bytes kept, %d in memory", l.Kept(), l.InMemory())
	}
	var is unix.Stat_t
	if err := unix.Stat(path, &is); err != nil {
		t.Fatal(err)
	}
	if is.Blocks*512 > 2*dropStep {
		t.Errorf("%d bytes on disk", is.Blocks*512)
	}
	appendAll(t, l, []byte("more"))
	l.Finish()
	l.Drop(l.Size() + 5)
	if err := l.Evict(); err != nil || l.Kept() != 0 {
		t.Errorf("%v, %d kept", err, l.Kept())
	}
	if err := l.Remove(); err != nil {
		t.Error(err)
	}
	l.Drop(1) // of nothing
}

// TestBound counts what is kept.
func TestBound(t *testing.T) {
	l := New(filepath.Join(t.TempDir(), "log"))
	l.Bound(100_000)
	appendAll(t, l, make([]byte, 99_999))
	l.Drop(50_000)
	appendAll(t, l, make([]byte, 50_000))
	if err := l.Append([]byte("ab")); !errors.Is(err, ErrFull) || l.Size() != 150_000 {
		t.Errorf("%v, %d bytes", err, l.Size())
	}
	l.Drop(100_000)
	if err := l.Append([]byte("c")); !errors.Is(err, ErrFull) || l.Size() != 150_000 {
		t.Errorf("went on with a gap: %v, %d bytes", err, l.Size())
	}
}

// TestUnpunchable keeps all from where it can't drop, and counts it.
func TestUnpunchable(t *testing.T) {
	l, want := New(filepath.Join(t.TempDir(), "log")), pattern(2*dropStep)
	appendAll(t, l, want)
	path := l.path
	l.path = filepath.Join(t.TempDir(), "missing")
	l.Drop(dropStep)
	l.path = path
	l.Drop(dropStep + 1)
	if l.Start() != MemoryLimit || !bytes.Equal(readAll(t, l, MemoryLimit), want[MemoryLimit:]) {
		t.Errorf("starts at %d", l.Start())
	}
}

// TestReadersWhileDropping never see a hole.
func TestReadersWhileDropping(t *testing.T) {
	l, want := New(filepath.Join(t.TempDir(), "log")), pattern(16*dropStep)
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			buf := make([]byte, 4_096)
			for l.Size() < uint64(len(want)) {
				at := l.Start()
				n, err := l.ReadAt(buf, at)
				if errors.Is(err, ErrDropped) {
					continue
				}
				if err != nil || !bytes.Equal(buf[:n], want[at:at+uint64(n)]) {
					t.Errorf("at %d: %d other bytes, %v", at, n, err)
					return
				}
			}
		})
	}
	for i := 0; i < len(want); i += 16_384 {
		if err := l.Append(want[i : i+16_384]); err != nil {
			t.Error(err)
		}
		l.Drop(uint64(max(0, i-dropStep/8)))
	}
	readers.Wait()
}
