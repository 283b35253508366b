package blackbox

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func open(t *testing.T) (*Writer, *os.File) {
	t.Helper()
	f, err := New()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	fd, err := unix.Dup(int(f.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	w, err := Open(os.NewFile(uintptr(fd), "box"))
	if err != nil {
		t.Fatal(err)
	}
	return w, f
}

func read(t *testing.T, f *os.File) []Piece {
	t.Helper()
	pieces, err := Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return pieces
}

func TestBox(t *testing.T) {
	w, f := open(t)
	if got := read(t, f); len(got) != 0 {
		t.Errorf("a new box holds %v", got)
	}
	if !w.Add(7, 0, 3, []byte("out")) || !w.Add(8, 1, 0, []byte("err")) {
		t.Fatal("no room")
	}
	got := read(t, f)
	if len(got) != 2 || got[0].Ref != 7 || got[0].Offset != 3 || got[0].Stderr || string(got[0].Data) != "out" ||
		got[1].Ref != 8 || !got[1].Stderr || string(got[1].Data) != "err" {
		t.Errorf("it holds %+v", got)
	}
	w.Done()
	if w.Clear(); len(read(t, f)) != 2 {
		t.Error("it was cleared while an Add was under way")
	}
	w.Done()
	if w.Clear(); len(read(t, f)) != 0 {
		t.Error("it was not cleared")
	}
}

func TestFullBox(t *testing.T) {
	w, f := open(t)
	for w.Add(1, 0, 0, make([]byte, 10_000)) {
	}
	if n := len(read(t, f)); n < 10 {
		t.Errorf("it held %d entries", n)
	}
	if w.Add(1, 0, 0, make([]byte, 2*size)) {
		t.Error("it took more than it is large")
	}
	var none *Writer
	if none.Add(1, 0, 0, nil) {
		t.Error("no box has room")
	}
	none.Done()
	none.Clear()
}

// FuzzParse reads boxes that a worker has filled with anything.
func FuzzParse(f *testing.F) {
	f.Add(uint64(30), []byte("entries"))
	f.Add(^uint64(0), bytes.Repeat([]byte{0xff}, 100))
	f.Fuzz(func(t *testing.T, used uint64, entries []byte) {
		memory := append(binary.NativeEndian.AppendUint64(nil, used), entries...)
		total := 0
		for _, p := range parse(memory) {
			total += len(p.Data) + entryHead
		}
		if total > len(entries) {
			t.Errorf("%d bytes from %d", total, len(entries))
		}
	})
}

func TestComputing(t *testing.T) {
	w, f := open(t)
	want := func(refs ...uint64) {
		t.Helper()
		got, err := Computing(f)
		if err != nil || len(got) != len(refs) {
			t.Fatalf("%v, %v; want %v", got, err, refs)
		}
		for _, ref := range refs {
			if got[ref].Ref != ref {
				t.Errorf("%v; want %v", got, refs)
			}
		}
	}
	want()
	for _, c := range []Computation{{Ref: 9, Thread: 12, System: time.Second, Faults: 7}, {Ref: 9, Thread: 13, System: time.Minute}} {
		w.Computes(c)
		if got, err := Computing(f); err != nil || got[9] != c {
			t.Errorf("%v, %v; want %v", got, err, c)
		}
	}
	w.Waits(9)
	for ref := range uint64(5) {
		w.Computes(Computation{Ref: ref + 1})
	}
	w.Computes(Computation{Ref: 2}) // again
	want(1, 2, 3, 4, 5)
	w.Waits(2)
	w.Waits(4)
	w.Waits(9)
	want(1, 3, 5)
	w.Computes(Computation{Ref: 6})
	w.Computes(Computation{Ref: 7})
	w.Computes(Computation{Ref: 8})
	want(1, 3, 5, 6, 7, 8)
	for ref := range uint64(2 * slots) {
		w.Computes(Computation{Ref: 100 + ref})
	}
	for ref := range uint64(2 * slots) {
		w.Waits(100 + ref)
	}
	want(1, 3, 5, 6, 7, 8)
	var none *Writer
	none.Computes(Computation{Ref: 1})
	none.Waits(1)
}
