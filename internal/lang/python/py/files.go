package py

import (
	"github.com/elide-dev/elided/internal/lang"
)

// File has one operation done on the program's files, and waits for its answer. Its
// errors are OSErrors that name the path.
func (t *Thread) File(c lang.FileCall, path Object) (lang.FileResult, error) {
	if t.In.Host.Files == nil {
		return lang.FileResult{}, Raise(PermissionError, "%s", lang.NotGranted("fs"))
	}
	if err := t.Poll(); err != nil {
		return lang.FileResult{}, err
	}
	answer := make(chan lang.FileResult, 1)
	t.In.Host.Files.Call(c, func(r lang.FileResult) { answer <- r })
	r := lang.FileResult{Errno: "EINTR"}
	t.In.Host.Waiting(func() {
		select {
		case r = <-answer:
		case <-t.In.Host.Stop:
		}
	})
	if t.In.Stopped() {
		return r, ErrStopped
	}
	if r.Errno != "" {
		return r, NewOSError(r.Errno, path)
	}
	return r, nil
}

// An errnoFact is what Python has for an error of the system.
type errnoFact struct {
	number int64
	class  *Class
	text   string
}

// errnoFacts are by name, with Linux's numbers and the C library's texts.
var errnoFacts = map[string]errnoFact{
	"EPERM":        {1, PermissionError, "Operation not permitted"},
	"ENOENT":       {2, FileNotFoundError, "No such file or directory"},
	"EINTR":        {4, InterruptedError, "Interrupted system call"},
	"EIO":          {5, OSError, "Input/output error"},
	"EBADF":        {9, OSError, "Bad file descriptor"},
	"EACCES":       {13, PermissionError, "Permission denied"},
	"EBUSY":        {16, OSError, "Device or resource busy"},
	"EEXIST":       {17, FileExistsError, "File exists"},
	"EXDEV":        {18, OSError, "Invalid cross-device link"},
	"ENOTDIR":      {20, NotADirectoryError, "Not a directory"},
	"EISDIR":       {21, IsADirectoryError, "Is a directory"},
	"EINVAL":       {22, OSError, "Invalid argument"},
	"EMFILE":       {24, OSError, "Too many open files"},
	"EFBIG":        {27, OSError, "File too large"},
	"ENOSPC":       {28, OSError, "No space left on device"},
	"EROFS":        {30, OSError, "Read-only file system"},
	"ENAMETOOLONG": {36, OSError, "File name too long"},
	"ENOSYS":       {38, OSError, "Function not implemented"},
	"ENOTEMPTY":    {39, OSError, "Directory not empty"},
	"ELOOP":        {40, OSError, "Too many levels of symbolic links"},
}

// NewOSError returns the OSError of an error's name, such as "ENOENT"; path nil is none.
func NewOSError(errno string, path Object) *Exc {
	fact, ok := errnoFacts[errno]
	if !ok {
		fact = errnoFact{5, OSError, errno}
	}
	e := NewExc(fact.class, MakeInt(fact.number), NewStr(fact.text)).With("errno", MakeInt(fact.number)).With("strerror", NewStr(fact.text))
	if path != nil {
		e.With("filename", path)
	}
	return e
}
