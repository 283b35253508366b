package lang

// Files is the intrinsic fs: the directories that a program is granted, which
// somebody outside the program's process reads and writes for it.
type Files interface {
	// Call begins an operation and returns at once. It calls done once, from another
	// goroutine or from this one, with the answer; after the run's end maybe never.
	// Neither may be called with the caller's locks.
	Call(c FileCall, done func(FileResult))
}

// A FileOp is what a call does.
type FileOp int

// The operations, numbered as in the worker's frames, which say what each takes
// and answers.
const (
	FileOpen FileOp = iota + 1
	FileRead
	FileWrite
	FileClose
	FileStat
	FileList
	FileMkdir
	FileRemove
	FileRename
	FileTruncate
)

// FileFlags say how.
type FileFlags uint32

// The flags.
const (
	ForReading    FileFlags = 1 << iota // open
	ForWriting                          // open
	Create                              // open: make it when it isn't there
	Exclusive                           // open: it must not be there
	Truncate                            // open: make it empty
	Append                              // open: write at the end
	NoFollow                            // stat: the link itself
	Recursive                           // mkdir: parents too; remove: all that is in it
	OnlyDirectory                       // remove: an empty directory and nothing else
)

const (
	// FileChunk is the most that one call reads or writes, in bytes: as much as the
	// buffers of a connection, which are kept from one frame to the next, have room for.
	FileChunk = 64 << 10
	// MaxFilePath is how long a path may be, in bytes.
	MaxFilePath = 4096
)

// A FileCall is one operation.
type FileCall struct {
	Op     FileOp
	Flags  FileFlags
	Mode   uint32 // permission bits
	Path   string // absolute, or relative to the program's working directory
	To     string // of a rename
	Handle uint64 // what an open or a list has answered; 0 is none
	Offset uint64 // of a truncate: the size
	Length int    // of a read
	Data   []byte // of a write; not to be changed until done is called
}

// A FileResult is the answer to a call.
type FileResult struct {
	// Errno is the name of an error, such as "ENOENT"; empty is none. EINTR is that
	// of a run that is to end.
	Errno   string
	Handle  uint64
	Info    FileInfo
	Data    []byte // the receiver's own
	Written int
	Entries []FileEntry
	More    bool // there is more to read, or to list
}

// A FileKind is what a file is.
type FileKind int

// The kinds. Zero is any other, such as a device, which can't be opened.
const (
	OtherFile FileKind = iota
	RegularFile
	Directory
	Link
)

// A FileInfo describes a file.
type FileInfo struct {
	Kind     FileKind
	Mode     uint32 // permission bits
	Size     uint64 // bytes
	Modified int64  // nanoseconds since 1970
	Inode    uint64
}

// A FileEntry is a name in a directory.
type FileEntry struct {
	Name string
	Kind FileKind
}

// NotGranted says that a program has used an intrinsic that it isn't granted, and
// how it would be.
func NotGranted(name string) string {
	return "the intrinsic " + name + " is not granted to this execution: " + howGranted[name]
}

var howGranted = map[string]string{
	"fs":  "grant it with --fs PATH=DIR, or in the request's field intrinsics",
	"io":  "its session's enabled_intrinsics leave it out",
	"env": "its session's enabled_intrinsics leave it out",
}

// ErrnoText is what an error's name means, as the end of a sentence: ", ...". It is
// empty for one without a text.
func ErrnoText(errno string) string {
	if text := errnoTexts[errno]; text != "" {
		return ", " + text
	}
	return ""
}

var errnoTexts = map[string]string{
	"EACCES": "permission denied", "EBADF": "bad file descriptor", "EBUSY": "resource busy or locked",
	"EEXIST": "file already exists", "EFBIG": "file too large", "EINTR": "interrupted system call",
	"EINVAL": "invalid argument", "EIO": "i/o error", "EISDIR": "illegal operation on a directory",
	"ELOOP": "too many symbolic links encountered", "EMFILE": "too many open files", "ENAMETOOLONG": "name too long",
	"ENOENT": "no such file or directory", "ENOSPC": "no space left on device", "ENOSYS": "function not implemented",
	"ENOTDIR": "not a directory", "ENOTEMPTY": "directory not empty", "EPERM": "operation not permitted",
	"EROFS": "read-only file system", "EXDEV": "cross-device link not permitted",
}
