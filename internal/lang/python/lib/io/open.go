package io

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New makes the module _io, whose names io has.
func New(*py.Thread) (*py.Module, error) {
	classesOnce.Do(makeClasses)
	m := py.NewModule("_io")
	for _, c := range append(classes[readerKind:], py.UnsupportedOperation, py.StreamClass) {
		m.Set(c.Name, c)
	}
	m.Set("DEFAULT_BUFFER_SIZE", py.MakeInt(8192)).Set("BlockingIOError", py.BlockingIOError)
	m.Set("_Text", classes[textKind])
	m.Add("open", "file, mode=r, buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None", open)
	m.Add("open_code", "path", func(t *py.Thread, a []py.Object) (py.Object, error) {
		return open(t, []py.Object{a[0], py.NewStr("rb"), nil, nil, nil, nil, nil, nil})
	})
	m.Add("text_encoding", "encoding, stacklevel=2, /", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		if a[0] == py.None {
			return py.NewStr("locale"), nil
		}
		return a[0], nil
	})
	m.Add("__getattr__", "name, /", nameOfIO)
	return m, nil
}

// nameOfIO is what the module _io has by the name of one of io, with _ before it where it is
// a class to derive from.
func nameOfIO(t *py.Thread, a []py.Object) (py.Object, error) {
	name, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "attribute name must be string, not '%s'", a[0].Class().FullName())
	}
	switch name.String() {
	case "_IOBase", "_RawIOBase", "_BufferedIOBase", "_TextIOBase", "IncrementalNewlineDecoder", "BufferedRWPair":
		return t.FromModule("io", strings.TrimPrefix(name.String(), "_"))
	}
	return nil, py.Raise(py.AttributeError, "module 'io' has no attribute '%s'", name.String())
}

// open is the built-in function.
func open(t *py.Thread, a []py.Object) (py.Object, error) {
	mode := "r"
	if a[1] != nil {
		s, ok := py.Native(a[1]).(*py.Str)
		if !ok {
			return nil, py.Raise(py.TypeError, "open() argument 'mode' must be str, not %s", py.ArgClass(a[1]))
		}
		mode = s.String()
	}
	buffering, err := sizeOf(t, a[2], -1)
	if err != nil {
		return nil, err
	}
	if c := a[0].Class(); c.Lookup("__index__") == nil && c.Lookup("__float__") == nil && c.Lookup("__fspath__") == nil {
		if _, err := t.FSPath(a[0]); err != nil { // before an error of the mode
			return nil, err
		}
	}
	m, err := parseMode(mode)
	if err != nil {
		return nil, err
	}
	if err := m.checkOptions(buffering, a); err != nil {
		return nil, err
	}
	f := &file{mode: mode, text: m.text}
	if m.text { // which may refuse its arguments before anything is opened
		if err := f.decoding(t, a[3], a[4], a[5]); err != nil {
			return nil, err
		}
	}
	if f.core, err = m.open(t, a[0], a[7]); err != nil {
		return nil, err
	}
	if a[6] != nil {
		keep, err := t.Truth(a[6])
		if err != nil {
			return nil, err
		}
		f.keepOpen = f.keepOpen || !keep
	}
	f.lineBuffered = m.text && buffering == 1
	switch {
	case m.text:
		f.kind = textKind
	case buffering == 0:
		f.kind, f.unbuffered = rawKind, true
		f.mode = rawMode(mode)
	default:
		f.kind = f.kindOfBytes()
		f.mode = rawMode(mode)
	}
	return f, nil
}

// A mode is what "r+b" and the like mean.
type mode struct {
	text              bool
	binary            bool // is there a b
	read, write, adds bool
	flags             lang.FileFlags
	kinds             int
	hasText, updating bool
}

func parseMode(s string) (*mode, error) {
	m := &mode{}
	invalid := py.Raise(py.ValueError, "invalid mode: '%s'", s)
	for i, c := range s {
		if strings.ContainsRune(s[:i], c) {
			return nil, invalid
		}
		switch c {
		case 'r':
			m.kinds++
			m.read = true
		case 'w', 'x', 'a':
			m.kinds++
			m.write, m.adds = true, m.adds || c == 'a'
			m.flags |= lang.Create
			switch c {
			case 'w':
				m.flags |= lang.Truncate
			case 'a':
				m.flags |= lang.Append
			default:
				m.flags |= lang.Exclusive
			}
		case '+':
			m.updating = true
		case 't':
			m.hasText = true
		case 'b':
			m.binary = true
		default:
			return nil, invalid
		}
	}
	switch {
	case m.hasText && m.binary:
		return nil, py.Raise(py.ValueError, "can't have text and binary mode at once")
	case m.kinds > 1:
		return nil, py.Raise(py.ValueError, "must have exactly one of create/read/write/append mode")
	case m.kinds == 0:
		return nil, py.Raise(py.ValueError, "Must have exactly one of create/read/write/append mode and at most one plus")
	}
	m.text = !m.binary
	if m.updating {
		m.read, m.write = true, true
	}
	if m.read {
		m.flags |= lang.ForReading
	}
	if m.write {
		m.flags |= lang.ForWriting
	}
	return m, nil
}

func (m *mode) checkOptions(buffering int, a []py.Object) error {
	if !m.binary {
		if buffering == 0 {
			return py.Raise(py.ValueError, "can't have unbuffered text I/O")
		}
		return nil
	}
	for i, what := range []string{"an encoding", "an errors", "a newline"} {
		if v := a[3+i]; v != nil && v != py.None {
			return py.Raise(py.ValueError, "binary mode doesn't take %s argument", what)
		}
	}
	return nil
}

// open opens a path, or what a descriptor stands for.
func (m *mode) open(t *py.Thread, x, opener py.Object) (*core, error) {
	if py.IsInstance(x, py.IntClass) {
		n, err := t.Index(x)
		if err != nil {
			return nil, err
		}
		return m.ofNumber(t, n)
	}
	path, err := t.PathOf(x)
	if err != nil {
		return nil, err
	}
	name := x
	if !py.IsInstance(x, py.StrClass) && !py.IsInstance(x, py.BytesClass) {
		name = py.NewStr(path)
	}
	if opener != nil && opener != py.None {
		v, err := t.Call(opener, name, py.MakeInt(0))
		if err != nil {
			return nil, err
		}
		n, err := t.Index(v)
		if err != nil {
			return nil, err
		}
		return m.ofNumber(t, n)
	}
	c, err := m.special(t, path)
	if c == nil && err == nil {
		c, err = stateOf(t).opened(t, lang.FileCall{Op: lang.FileOpen, Path: path, Flags: m.flags, Mode: 0o644}, name)
	}
	if err != nil {
		return nil, err
	}
	c.name, c.readable, c.writable, c.adds = name, m.read, m.write, m.adds
	if c.adds {
		c.at, err = c.of.size(t)
	}
	return c, err
}

// special are the few devices that there are.
func (m *mode) special(t *py.Thread, path string) (*core, error) {
	switch path {
	case "/dev/null":
		return &core{of: sink{}}, nil
	case "/dev/stdin":
		return m.ofNumber(t, 0)
	case "/dev/stdout":
		return m.ofNumber(t, 1)
	case "/dev/stderr":
		return m.ofNumber(t, 2)
	}
	return nil, nil
}

// ofNumber is the file that a descriptor stands for.
func (m *mode) ofNumber(t *py.Thread, n int) (*core, error) {
	if n < 0 {
		return nil, py.Raise(py.ValueError, "negative file descriptor")
	}
	if n > 2 {
		c := stateOf(t).numbers[n]
		if c == nil {
			return nil, py.NewOSError("EBADF", nil)
		}
		c.name, c.unbuffered = py.MakeInt(int64(n)), false
		return c, nil
	}
	raw, err := standard(t, n)
	if err != nil {
		return nil, err
	}
	if (n == 0) != m.read || m.updating {
		return nil, py.Raise(py.UnsupportedOperation, "File or stream is not seekable.")
	}
	return &core{of: &wrapped{raw}, name: py.MakeInt(int64(n)), readable: m.read, writable: m.write, unseekable: true, keepOpen: true}, nil
}

// standard is the buffer of one of the standard streams.
func standard(t *py.Thread, n int) (py.Object, error) {
	s, err := t.FromModule("sys", []string{"__stdin__", "__stdout__", "__stderr__"}[n])
	if err != nil {
		return nil, err
	}
	return t.GetAttr(s, "buffer")
}

// rawMode is the mode that a file of bytes has as an attribute.
func rawMode(mode string) string {
	first := strings.Trim(mode, "bt+")
	if strings.Contains(mode, "+") {
		if first == "w" || first == "r" {
			return "rb+"
		}
		return first + "b+"
	}
	return first + "b"
}
