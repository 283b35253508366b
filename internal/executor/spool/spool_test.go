package spool

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func pattern(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(i * 7 >> 3)
	}
	return b
}

func readAll(t *testing.T, l *Log, from uint64) []byte {
	t.Helper()
	var all []byte
	buf := make([]byte, 10_007)
	for from < l.Size() {
		n, err := l.ReadAt(buf, from)
		if err != nil || n == 0 {
			t.Fatalf("at %d: %d bytes, %v", from, n, err)
		}
		all = append(all, buf[:n]...)
		from += uint64(n)
	}
	return all
}

func TestSizes(t *testing.T) {
	for _, size := range []int{0, 1, MemoryLimit - 1, MemoryLimit, MemoryLimit + 1, 3 * MemoryLimit} {
		path := filepath.Join(t.TempDir(), "log")
		l, want := New(path), pattern(size)
		for rest := want; len(rest) > 0; {
			n := min(len(rest), 9_973)
			if err := l.Append(rest[:n]); err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		check := func(when string) {
			t.Helper()
			for _, from := range []uint64{0, uint64(size) / 2, uint64(size)} {
				if got := readAll(t, l, from); !bytes.Equal(got, want[from:]) {
					t.Errorf("size %d %s: from %d: %d bytes differ", size, when, from, len(got))
				}
			}
		}
		check("written")
		if _, err := os.Stat(path); (err == nil) != (size > MemoryLimit) {
			t.Errorf("size %d: file: %v", size, err)
		}
		l.Finish()
		check("finished")
		if err := l.Evict(); err != nil || l.InMemory() != 0 {
			t.Errorf("evict: %v, %d in memory", err, l.InMemory())
		}
		check("evicted")
		if err := l.Remove(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(path); !os.IsNotExist(err) {
			t.Errorf("size %d: file left: %v", size, err)
		}
	}
}

// TestUnwritable has no directory for its file: what fits into memory is kept,
// and the error says which file.
func TestUnwritable(t *testing.T) {
	l := New(filepath.Join(t.TempDir(), "missing", "log"))
	err := l.Append(make([]byte, MemoryLimit+1))
	if err == nil || !bytes.Contains([]byte(err.Error()), []byte("missing/log")) {
		t.Errorf("error %v", err)
	}
	if l.Size() != MemoryLimit {
		t.Errorf("%d bytes kept", l.Size())
	}
	if l.Append([]byte("x")) == nil || l.Size() != MemoryLimit {
		t.Error("grew after an error")
	}
}

// TestReadersWhileWriting reads from the beginning while it is written.
func TestReadersWhileWriting(t *testing.T) {
	l, want := New(filepath.Join(t.TempDir(), "log")), pattern(1<<20)
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			var got []byte
			buf := make([]byte, 4_096)
			for len(got) < len(want) {
				n, err := l.ReadAt(buf, uint64(len(got)))
				if err != nil {
					t.Error(err)
					return
				}
				got = append(got, buf[:n]...)
			}
			if !bytes.Equal(got, want) {
				t.Error("read other bytes than were written")
			}
		})
	}
	for i := 0; i < len(want); i += 1_000 {
		if err := l.Append(want[i:min(i+1_000, len(want))]); err != nil {
			t.Fatal(err)
		}
	}
	readers.Wait()
}

// TestAfterTheEnd wrote files that nobody would delete.
func TestAfterTheEnd(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	l := New(path)
	if err := l.Append([]byte("kept")); err != nil {
		t.Fatal(err)
	}
	l.Finish()
	if err := l.Append(make([]byte, 2*MemoryLimit)); err != nil || l.Size() != 4 {
		t.Errorf("after Finish: %d bytes, %v", l.Size(), err)
	}
	if err := l.Remove(); err != nil {
		t.Error(err)
	}
	if err := l.Evict(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("file left: %v", err)
	}
}
