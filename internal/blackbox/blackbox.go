// Package blackbox keeps what a worker has taken from its programs and not yet handed
// to the kernel, and which of them compute, in memory that outlives the process: when
// that ends in the middle of a write, the daemon finds the rest here.
package blackbox

import (
	"encoding/binary"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

// size is how large a box is, in bytes. What doesn't fit goes to the kernel at once.
const size = 128 << 10

// slots is how many runs may be marked as computing; those beyond are not.
const slots = 4 << 10

// Behind that is a table of the runs that compute, each
//
//	ref 8 | thread 8 | system 8 | faults 8
//
// in the machine's order, ref being 0 where there is none.
const (
	slotSize = 32
	whole    = size + slotSize*slots
)

// A Computation is a run that computes.
type Computation struct {
	Ref uint64
	// Thread is the number of its thread where the worker is, and System what the kernel
	// had done for that when the run began to compute, Faults how often it had given it
	// memory.
	Thread int
	System time.Duration
	Faults uint64
}

// A box begins with how many bytes of it are used, 8 bytes in the machine's order, of
// which the first is 0: entries follow, each
//
//	ref 8 | offset 8 | length 4 | stream 4 | data
//
// in little endian, stream being 0 for standard output and 1 for standard error.
const (
	head      = 8
	entryHead = 24
)

// New makes a box to be inherited by a worker.
func New() (*os.File, error) {
	fd, err := unix.MemfdCreate("elided-output", unix.MFD_CLOEXEC|unix.MFD_ALLOW_SEALING)
	if err != nil {
		return nil, fmt.Errorf("make shared memory: %w", err)
	}
	f := os.NewFile(uintptr(fd), "elided-output")
	if err := f.Truncate(whole); err != nil {
		return nil, fmt.Errorf("make shared memory: %w", err)
	}
	if _, err := unix.FcntlInt(f.Fd(), unix.F_ADD_SEALS, unix.F_SEAL_SHRINK|unix.F_SEAL_GROW); err != nil {
		return nil, fmt.Errorf("seal shared memory: %w", err)
	}
	return f, nil
}

// A Writer fills a box. A nil Writer has room for nothing. Its methods are safe for
// concurrent use.
type Writer struct {
	mu      sync.Mutex
	memory  []byte
	used    int
	pending int // calls of Add whose Done is to come

	computing map[uint64]int // slots, by run
	free      []int          // slots that were used before
}

// Open maps an inherited box and closes the descriptor.
func Open(f *os.File) (*Writer, error) {
	defer func() { _ = f.Close() }()
	memory, err := unix.Mmap(int(f.Fd()), 0, whole, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	if err != nil {
		return nil, fmt.Errorf("map shared memory: %w", err)
	}
	return &Writer{memory: memory, computing: make(map[uint64]int)}, nil
}

// Add keeps data, which has an offset in a stream of a run, and reports false when it
// has no room for it. Done must follow once the data is where a call of Clear knows
// of it.
func (w *Writer) Add(ref uint64, stream int, offset uint64, data []byte) bool {
	if w == nil {
		return false
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.pending++
	at := head + w.used
	if at+entryHead+len(data) > size {
		return false
	}
	e := w.memory[at:]
	binary.LittleEndian.PutUint64(e, ref)
	binary.LittleEndian.PutUint64(e[8:], offset)
	binary.LittleEndian.PutUint32(e[16:], uint32(len(data)))
	binary.LittleEndian.PutUint32(e[20:], uint32(stream))
	copy(e[entryHead:], data)
	w.setUsed(w.used + entryHead + len(data))
	return true
}

// Done ends an Add.
func (w *Writer) Done() {
	if w != nil {
		w.mu.Lock()
		w.pending--
		w.mu.Unlock()
	}
}

// Clear empties the box, unless an Add is under way: all that was added is with the
// kernel.
func (w *Writer) Clear() {
	if w == nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.pending == 0 && w.used > 0 {
		w.setUsed(0)
	}
}

// Computes marks a run as computing from now on.
func (w *Writer) Computes(c Computation) {
	if w == nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	slot, marked := w.computing[c.Ref]
	if !marked {
		if slot = w.slot(); slot >= slots {
			return
		}
		w.computing[c.Ref] = slot
	}
	entry := w.memory[size+slotSize*slot:]
	binary.NativeEndian.PutUint64(entry[8:], uint64(c.Thread))
	binary.NativeEndian.PutUint64(entry[16:], uint64(c.System))
	binary.NativeEndian.PutUint64(entry[24:], c.Faults)
	w.mark(slot, c.Ref)
}

// Waits marks a run as not computing any more.
func (w *Writer) Waits(ref uint64) {
	if w == nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if slot, marked := w.computing[ref]; marked {
		w.mark(slot, 0)
		delete(w.computing, ref)
		w.free = append(w.free, slot)
	}
}

// slot returns one that is free, or one beyond the table.
func (w *Writer) slot() int {
	if n := len(w.free); n > 0 {
		s := w.free[n-1]
		w.free = w.free[:n-1]
		return s
	}
	return len(w.computing) // those in use and those that were are all below
}

func (w *Writer) mark(slot int, ref uint64) {
	atomic.StoreUint64((*uint64)(unsafe.Pointer(&w.memory[size+slotSize*slot])), ref)
}

// setUsed comes after the entry that it makes part of the box.
func (w *Writer) setUsed(n int) {
	w.used = n
	atomic.StoreUint64((*uint64)(unsafe.Pointer(&w.memory[0])), uint64(n))
}

// A Piece is output that a box holds.
type Piece struct {
	Ref, Offset uint64
	Stderr      bool
	Data        []byte
}

// Read returns the output in a box. A worker fills it, so nothing in it is trusted: it
// ends where it makes no sense.
func Read(f *os.File) ([]Piece, error) {
	memory, err := readAt(f, 0, size)
	if err != nil {
		return nil, err
	}
	return parse(memory), nil
}

// Computing returns the runs that a box has as computing.
func Computing(f *os.File) (map[uint64]Computation, error) {
	memory, err := readAt(f, size, slotSize*slots)
	if err != nil {
		return nil, err
	}
	found := make(map[uint64]Computation)
	for ; len(memory) > 0; memory = memory[slotSize:] {
		if ref := binary.NativeEndian.Uint64(memory); ref != 0 {
			found[ref] = Computation{
				Ref: ref, Thread: int(binary.NativeEndian.Uint64(memory[8:])), System: time.Duration(binary.NativeEndian.Uint64(memory[16:])),
				Faults: binary.NativeEndian.Uint64(memory[24:]),
			}
		}
	}
	return found, nil
}

func readAt(f *os.File, from int64, n int) ([]byte, error) {
	memory := make([]byte, n)
	if got, err := f.ReadAt(memory, from); got < n {
		return nil, fmt.Errorf("read shared memory: %w", err)
	}
	return memory, nil
}

func parse(memory []byte) (pieces []Piece) {
	used := binary.NativeEndian.Uint64(memory)
	if used > uint64(len(memory)-head) {
		return nil
	}
	for rest := memory[head : head+used]; len(rest) >= entryHead; {
		length := binary.LittleEndian.Uint32(rest[16:])
		stream := binary.LittleEndian.Uint32(rest[20:])
		if uint64(length) > uint64(len(rest)-entryHead) || stream > 1 {
			return pieces
		}
		pieces = append(pieces, Piece{
			Ref: binary.LittleEndian.Uint64(rest), Offset: binary.LittleEndian.Uint64(rest[8:]),
			Stderr: stream == 1, Data: rest[entryHead : entryHead+length],
		})
		rest = rest[entryHead+length:]
	}
	return pieces
}
