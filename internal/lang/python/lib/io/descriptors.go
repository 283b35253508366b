package io

import (
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// Linux's flags of open.
const (
	writeOnly = 0o1
	readWrite = 0o2
	create    = 0o100
	exclusive = 0o200
	emptied   = 0o1000
	appending = 0o2000
)

// AddDescriptors adds the functions of module posix that take a file's number.
func AddDescriptors(m *py.Module) {
	m.Add("open", "path, flags, mode=511, *, dir_fd=None", openNumber)
	m.Add("close", "fd", func(t *py.Thread, a []py.Object) (py.Object, error) {
		c, err := numbered(t, a[0])
		if err != nil {
			return nil, err
		}
		return py.None, c.close(t)
	})
	m.Add("read", "fd, length, /", readNumber)
	m.Add("write", "fd, data, /", writeNumber)
	m.Add("lseek", "fd, position, how, /", seekNumber)
	for _, name := range []string{"fsync", "fdatasync"} {
		m.Add(name, "fd", func(t *py.Thread, a []py.Object) (py.Object, error) {
			c, err := numbered(t, a[0])
			if err != nil {
				return nil, err
			}
			return py.None, c.flush(t)
		})
	}
	m.Add("ftruncate", "fd, length, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		c, err := numbered(t, a[0])
		if err != nil {
			return nil, err
		}
		n, err := t.Index(a[1])
		if err != nil {
			return nil, err
		}
		if n < 0 {
			return nil, py.NewOSError("EINVAL", nil)
		}
		if err := c.flush(t); err != nil {
			return nil, err
		}
		c.ahead = nil
		return py.None, c.of.truncate(t, uint64(n))
	})
}

// numbered is the file of a number; those of the standard streams are made when they are
// asked for.
func numbered(t *py.Thread, x py.Object) (*core, error) {
	if !py.IsInstance(x, py.IntClass) { // an object with a fileno
		m, err := t.Attr(x, "fileno")
		if err != nil {
			return nil, err
		}
		if m == nil {
			return nil, py.Raise(py.TypeError, "argument must be an int, or have a fileno() method.")
		}
		if x, err = t.Call(m); err != nil {
			return nil, err
		}
	}
	n, err := t.Index(x)
	if err != nil {
		return nil, err
	}
	s := stateOf(t)
	if c := s.numbers[n]; c != nil {
		return c, nil
	}
	if n < 0 || n > 2 {
		return nil, py.NewOSError("EBADF", nil)
	}
	raw, err := standard(t, n)
	if err != nil {
		return nil, err
	}
	c := &core{of: &wrapped{raw}, name: x, readable: n == 0, writable: n != 0, unseekable: true, unbuffered: true, keepOpen: true, fd: n}
	s.numbers[n] = c
	return c, nil
}

func openNumber(t *py.Thread, a []py.Object) (py.Object, error) {
	path, err := t.PathOf(a[0])
	if err != nil {
		return nil, err
	}
	how, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	mode := 0o777
	if a[2] != nil {
		if mode, err = t.Index(a[2]); err != nil {
			return nil, err
		}
	}
	flags := lang.ForReading
	switch how & 3 {
	case writeOnly:
		flags = lang.ForWriting
	case readWrite:
		flags = lang.ForReading | lang.ForWriting
	}
	for bit, flag := range map[int]lang.FileFlags{create: lang.Create, exclusive: lang.Exclusive, emptied: lang.Truncate, appending: lang.Append} {
		if how&bit != 0 {
			flags |= flag
		}
	}
	s := stateOf(t)
	c, err := s.opened(t, lang.FileCall{Op: lang.FileOpen, Path: path, Flags: flags, Mode: uint32(mode) & 0o777 &^ 0o022}, a[0])
	if err != nil {
		return nil, err
	}
	c.readable, c.writable, c.adds = flags&lang.ForReading != 0, flags&lang.ForWriting != 0, flags&lang.Append != 0
	c.unbuffered = true
	return py.MakeInt(int64(s.number(c))), nil
}

func readNumber(t *py.Thread, a []py.Object) (py.Object, error) {
	c, err := numbered(t, a[0])
	if err != nil {
		return nil, err
	}
	n, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	if !c.readable {
		return nil, py.NewOSError("EBADF", nil)
	}
	if n < 0 {
		return nil, py.NewOSError("EINVAL", nil)
	}
	f := &file{kind: rawKind, core: c}
	data, err := f.take(t, min(n, maxMemory))
	return py.NewBytes(string(data)), err
}

func writeNumber(t *py.Thread, a []py.Object) (py.Object, error) {
	c, err := numbered(t, a[0])
	if err != nil {
		return nil, err
	}
	data, ok := py.BytesOf(a[1])
	if !ok {
		return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", a[1].Class().FullName())
	}
	if !c.writable {
		return nil, py.NewOSError("EBADF", nil)
	}
	if err := c.put(t, []byte(data)); err != nil {
		return nil, err
	}
	return py.MakeInt(int64(len(data))), c.flush(t)
}

func seekNumber(t *py.Thread, a []py.Object) (py.Object, error) {
	c, err := numbered(t, a[0])
	if err != nil {
		return nil, err
	}
	if c.unseekable {
		return nil, py.Raise(py.OSError, "[Errno 29] Illegal seek")
	}
	return seek(t, &file{kind: rawKind, core: c}, []py.Object{nil, a[1], a[2]})
}

// Describe is what a file's number stands for.
func Describe(t *py.Thread, n int) (lang.FileInfo, error) {
	c, err := numbered(t, py.MakeInt(int64(n)))
	if err != nil {
		return lang.FileInfo{}, err
	}
	h, ok := c.of.(*hostFile)
	if !ok {
		return lang.FileInfo{}, nil
	}
	if err := c.flush(t); err != nil {
		return lang.FileInfo{}, err
	}
	r, err := t.File(lang.FileCall{Op: lang.FileStat, Handle: h.handle}, nil)
	return r.Info, err
}
