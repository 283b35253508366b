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
	if err := t.In.Flush(); err != nil { // what was printed is seen however long the answer takes
		return lang.FileResult{}, err
	}
	answer := make(chan lang.FileResult, 1)
	t.In.Host.Files.Call(t.inDirectory(c), func(r lang.FileResult) { answer <- r })
	var r lang.FileResult
	var err error
	t.In.Host.Waiting(func() {
		select {
		case r = <-answer:
		case <-t.In.Host.Stop:
			err = ErrStopped
		}
	})
	if err != nil {
		return r, err
	}
	if r.Errno != "" {
		return r, NewOSError(r.Errno, path)
	}
	return r, nil
}

// An errnoFact is Linux's number of an error, and the C library's text.
type errnoFact struct {
	number int
	text   string
}

var errnoFacts = map[string]errnoFact{
	"EOVERFLOW": {75, "Value too large for defined data type"},
	"EPERM":     {1, "Operation not permitted"}, "ENOENT": {2, "No such file or directory"}, "EINTR": {4, "Interrupted system call"},
	"EIO": {5, "Input/output error"}, "EBADF": {9, "Bad file descriptor"}, "EACCES": {13, "Permission denied"},
	"EBUSY": {16, "Device or resource busy"}, "EEXIST": {17, "File exists"}, "EXDEV": {18, "Invalid cross-device link"},
	"ENOTDIR": {20, "Not a directory"}, "EISDIR": {21, "Is a directory"}, "EINVAL": {22, "Invalid argument"},
	"EMFILE": {24, "Too many open files"}, "EFBIG": {27, "File too large"}, "ENOSPC": {28, "No space left on device"},
	"EROFS": {30, "Read-only file system"}, "ENAMETOOLONG": {36, "File name too long"}, "ENOSYS": {38, "Function not implemented"},
	"ENOTEMPTY": {39, "Directory not empty"}, "ELOOP": {40, "Too many levels of symbolic links"},
}

// NewOSError returns the OSError of an error's name, such as "ENOENT"; path nil is none.
func NewOSError(errno string, path Object) *Exc {
	fact, ok := errnoFacts[errno]
	if !ok {
		fact = errnoFact{5, errno}
	}
	e := &Exc{class: OSError}
	if c := errnoClasses[fact.number]; c != nil {
		e.class = c
	}
	args := []Object{MakeInt(int64(fact.number)), NewStr(fact.text)}
	if path != nil {
		args = append(args, path)
	}
	e.takeOSError(args)
	return e
}
