package hostfs

import (
	"errors"
	"io"
	"math"
	"os"
	"syscall"

	"github.com/elide-dev/elided/internal/lang"
)

// permissions are the bits that a program may set: no set-user-id and the like.
const permissions = 0o777

const (
	defaultFileMode = 0o644
	defaultDirMode  = 0o755
)

func (f *FS) open(c lang.FileCall) (r lang.FileResult, err error) {
	handle, err := f.reserve()
	if err != nil {
		return r, err
	}
	x, info, err := f.openFile(c.Path, c.Flags, c.Mode)
	if err != nil {
		f.unreserve(handle)
		return r, err
	}
	return lang.FileResult{Handle: handle, Info: describe(info, x.writable)}, f.keep(handle, x)
}

func (f *FS) openFile(path string, flags lang.FileFlags, mode uint32) (*file, os.FileInfo, error) {
	how, writing, err := openFlags(flags)
	if err != nil {
		return nil, nil, err
	}
	find := f.find
	if writing {
		find = f.findWritable
	}
	d, rest, err := find(path)
	if err != nil {
		return nil, nil, err
	}
	if how&os.O_EXCL == 0 { // which opens nothing that exists
		if err := look(d.root, rest); err != nil {
			return nil, nil, err
		}
	}
	// What look has seen can be another by now. Without O_NONBLOCK, opening a pipe
	// would wait for its other end.
	opened, err := d.root.OpenFile(rest, how|syscall.O_NONBLOCK, fileMode(mode, defaultFileMode))
	if err != nil {
		return nil, nil, err
	}
	info, err := admit(opened, writing)
	if err == nil && flags&lang.Truncate != 0 { // not before it was looked at
		err = opened.Truncate(0)
	}
	if err != nil {
		_ = opened.Close()
		return nil, nil, err
	}
	return &file{opened, flags&lang.Append != 0, d.Writable}, info, nil
}

func openFlags(flags lang.FileFlags) (how int, writing bool, err error) {
	writing = flags&lang.ForWriting != 0
	switch {
	case writing && flags&lang.ForReading != 0:
		how = os.O_RDWR
	case writing:
		how = os.O_WRONLY
	case flags&lang.ForReading == 0 || flags&(lang.Create|lang.Exclusive|lang.Truncate|lang.Append) != 0:
		return 0, false, errInvalid
	}
	for flag, bit := range map[lang.FileFlags]int{lang.Create: os.O_CREATE, lang.Exclusive: os.O_EXCL, lang.Append: os.O_APPEND} {
		if flags&flag != 0 {
			how |= bit
		}
	}
	return how, writing, nil
}

// look refuses what is there and is no regular file, before it is opened: to open a
// pipe lets go on who waits at its other end, and to open a device can do anything.
func look(root *os.Root, name string) error {
	info, err := root.Stat(name)
	switch {
	case errors.Is(err, os.ErrNotExist): // it may be about to be made
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return syscall.EISDIR
	case !info.Mode().IsRegular():
		return errRefused
	}
	return nil
}

// admit lets regular files through. One that runs with its owner's rights is not
// written to: whoever runs it would run the program's bytes.
func admit(x *os.File, writing bool) (os.FileInfo, error) {
	info, err := x.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, syscall.EISDIR
	case !info.Mode().IsRegular(), writing && info.Mode()&(os.ModeSetuid|os.ModeSetgid) != 0:
		return nil, errRefused
	}
	return info, nil
}

func fileMode(mode uint32, otherwise os.FileMode) os.FileMode {
	if mode &= permissions; mode != 0 {
		return os.FileMode(mode)
	}
	return otherwise
}

func (f *FS) read(c lang.FileCall) (r lang.FileResult, err error) {
	x, err := f.file(c.Handle)
	if err != nil {
		return r, err
	}
	if c.Offset > math.MaxInt64-lang.FileChunk || c.Length < 0 {
		return r, errInvalid
	}
	b := make([]byte, min(c.Length, lang.FileChunk))
	n, err := x.ReadAt(b, int64(c.Offset))
	if errors.Is(err, io.EOF) {
		return lang.FileResult{Data: b[:n]}, nil
	}
	return lang.FileResult{Data: b[:n], More: true}, err
}

func (f *FS) write(c lang.FileCall) (r lang.FileResult, err error) {
	x, err := f.file(c.Handle)
	if err != nil {
		return r, err
	}
	if len(c.Data) > lang.FileChunk || c.Offset > math.MaxInt64-lang.FileChunk {
		return r, errInvalid
	}
	if x.append {
		r.Written, err = x.Write(c.Data)
	} else {
		r.Written, err = x.WriteAt(c.Data, int64(c.Offset))
	}
	return r, err
}

func (f *FS) close(c lang.FileCall) (r lang.FileResult, err error) {
	x, err := f.drop(c.Handle)
	if err != nil {
		return r, err
	}
	return r, f.release(x)
}

func (f *FS) truncate(c lang.FileCall) (r lang.FileResult, err error) {
	if c.Offset > math.MaxInt64 {
		return r, errInvalid
	}
	if c.Handle != 0 {
		x, err := f.file(c.Handle)
		if err != nil {
			return r, err
		}
		return r, x.Truncate(int64(c.Offset))
	}
	x, _, err := f.openFile(c.Path, lang.ForWriting, 0)
	if err != nil {
		return r, err
	}
	return r, errors.Join(x.Truncate(int64(c.Offset)), x.Close())
}
