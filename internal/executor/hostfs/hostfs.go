// Package hostfs is the intrinsic fs on the daemon's side: the directories that an
// execution is granted and the files that it has open in them. Nothing that a
// program or anybody else does to links and names leads out of a directory: every
// path is walked by os.Root, from a directory that was opened once.
package hostfs

import (
	"context"
	"os"
	"slices"
	"sync"

	"github.com/elide-dev/elided/internal/lang"
)

const (
	// MaxHandles is how many files and directories an execution may have open.
	MaxHandles = 64
	// maxAtOnce is how many operations of one execution are with the kernel at once:
	// few enough that one with a slow disk leaves most of Slots to others.
	maxAtOnce = 16
	// page is how many names one list answers.
	page = 200
)

// Slots bound the operations of all executions that are with the kernel at once.
type Slots chan struct{}

// NewSlots returns n slots.
func NewSlots(n int) Slots { return make(Slots, n) }

// An FS serves one execution. Its methods are safe for concurrent use.
type FS struct {
	dirs  []Directory // the longest path first
	dir   string      // what relative paths begin at
	of    Descriptors // which files count in, as the directories do
	slots Slots
	own   Slots
	ended context.Context
	end   context.CancelFunc

	mu     sync.Mutex
	files  map[uint64]*file // nil for one that is being opened
	last   uint64           // handle given
	closed bool
}

// A file is an open file or directory.
type file struct {
	*os.File
	append   bool
	writable bool // the directory that it lies in
}

var _ lang.Files = (*FS)(nil)

// New returns an FS of directories, which it closes in the end. Relative paths
// begin at dir. What is opened takes descriptors of of.
func New(dirs []Directory, dir string, slots Slots, of Descriptors) *FS {
	dirs = slices.Clone(dirs)
	slices.SortFunc(dirs, func(a, b Directory) int { return len(b.Path) - len(a.Path) })
	f := &FS{dirs: dirs, dir: dir, of: of, slots: slots, own: NewSlots(maxAtOnce), files: make(map[uint64]*file)}
	f.ended, f.end = context.WithCancel(context.Background())
	return f
}

// Close ends what is under way as soon as the kernel lets it, which Close doesn't
// wait for, and closes everything. Operations answer EINTR from then on.
func (f *FS) Close() {
	if f == nil {
		return
	}
	f.end()
	f.mu.Lock()
	open := f.files
	f.files, f.closed = nil, true
	f.mu.Unlock()
	for _, x := range open {
		if x != nil { // else keep or unreserve gives it back
			_ = x.Close()
			f.of.give()
		}
	}
	for _, d := range f.dirs {
		d.Close()
	}
}

// Call implements lang.Files. The goroutine that it starts ends with the operation;
// how many there may be is the caller's to bound.
func (f *FS) Call(c lang.FileCall, done func(lang.FileResult)) {
	go func() {
		if !take(f.ended, f.own) {
			done(lang.FileResult{Errno: "EINTR"})
			return
		}
		defer func() { <-f.own }()
		if !take(f.ended, f.slots) {
			done(lang.FileResult{Errno: "EINTR"})
			return
		}
		defer func() { <-f.slots }()
		done(f.do(c))
	}()
}

func take(ended context.Context, s Slots) bool {
	select {
	case s <- struct{}{}:
		return ended.Err() == nil || give(s)
	case <-ended.Done():
		return false
	}
}

func give(s Slots) bool {
	<-s
	return false
}

func (f *FS) do(c lang.FileCall) lang.FileResult {
	operations := [...]func(lang.FileCall) (lang.FileResult, error){
		lang.FileOpen: f.open, lang.FileRead: f.read, lang.FileWrite: f.write, lang.FileClose: f.close,
		lang.FileStat: f.stat, lang.FileList: f.list, lang.FileMkdir: f.mkdir, lang.FileRemove: f.remove,
		lang.FileRename: f.rename, lang.FileTruncate: f.truncate,
	}
	if c.Op <= 0 || int(c.Op) >= len(operations) {
		return lang.FileResult{Errno: "ENOSYS"}
	}
	result, err := operations[c.Op](c)
	result.Errno = errno(err)
	return result
}

// reserve takes a number for a file that is about to be opened.
func (f *FS) reserve() (handle uint64, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		return 0, errInterrupted
	}
	if len(f.files) >= MaxHandles || !f.of.take() {
		return 0, errTooMany
	}
	f.last++
	f.files[f.last] = nil
	return f.last, nil
}

// keep makes x what handle means.
func (f *FS) keep(handle uint64, x *file) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		_ = x.Close()
		f.of.give()
		return errInterrupted
	}
	f.files[handle] = x
	return nil
}

// drop forgets a handle and returns what it was, which release then closes.
func (f *FS) drop(handle uint64) (*file, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	x := f.files[handle]
	if x == nil {
		return nil, errNoHandle
	}
	delete(f.files, handle)
	return x, nil
}

// unreserve gives back a number that nothing was opened for.
func (f *FS) unreserve(handle uint64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.files, handle)
	f.of.give()
}

// release closes what drop has returned.
func (f *FS) release(x *file) error {
	defer f.of.give()
	return x.Close()
}

func (f *FS) file(handle uint64) (*file, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if x := f.files[handle]; x != nil {
		return x, nil
	}
	return nil, errNoHandle
}
