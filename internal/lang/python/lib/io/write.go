package io

import (
	"bytes"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

func write(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if f.text { // which looks at the argument first
		if _, ok := py.Native(a[1]).(*py.Str); !ok && f.kind == textKind {
			_, err := f.contents(t, a[1])
			return nil, err
		}
	}
	if err := f.canWrite("write"); err != nil {
		return nil, err
	}
	data, err := f.contents(t, a[1])
	if err != nil {
		return nil, err
	}
	if f.kind == stringKind {
		err = f.putText(data)
	} else {
		err = f.put(t, data)
	}
	if err == nil && f.lineBuffered && bytes.IndexByte(data, '\n') >= 0 {
		err = f.flush(t)
	}
	if err != nil {
		return nil, err
	}
	if s, ok := py.Native(a[1]).(*py.Str); ok {
		return py.MakeInt(int64(s.Len())), nil
	}
	return py.MakeInt(int64(len(data))), nil
}

func writeLines(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if err := f.usable(); err != nil {
		return nil, err
	}
	return py.None, t.Each(a[1], func(line py.Object) error {
		_, err := write(t, f, []py.Object{f, line})
		return err
	})
}

func flush(t *py.Thread, f *file, _ []py.Object) (py.Object, error) {
	if f.closed && f.buffered() {
		return nil, py.Raise(py.ValueError, "flush of closed file")
	}
	if err := f.usable(); err != nil {
		return nil, err
	}
	if err := f.core.flush(t); err != nil {
		return nil, err
	}
	if w, ok := f.of.(*wrapped); ok {
		_, err := w.call(t, "flush")
		return py.None, err
	}
	return py.None, nil
}

// memoryText reports whether positions count characters of a memory.
func (f *file) memoryText() (*memory, bool) {
	m, ok := f.of.(*memory)
	return m, ok && f.kind == stringKind
}

func seek(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if f.closed && f.buffered() {
		return nil, py.Raise(py.ValueError, "seek of closed file")
	}
	if err := f.usable(); err != nil {
		return nil, err
	}
	whence, err := whenceOf(t, a[2])
	if err != nil {
		return nil, err
	}
	to, err := f.place(t, a[1], whence)
	if err != nil {
		return nil, err
	}
	if f.unseekable {
		return nil, py.Raise(py.UnsupportedOperation, "underlying stream is not seekable")
	}
	f.iterating = false
	if err := f.core.flush(t); err != nil {
		return nil, err
	}
	if err := f.checkSeek(to, whence); err != nil {
		return nil, err
	}
	if m, ok := f.memoryText(); ok {
		return f.seekText(t, m, to, whence)
	}
	base := uint64(0)
	switch whence {
	case 1:
		if base, err = f.position(t); err != nil {
			return nil, err
		}
	case 2:
		if base, err = f.of.size(t); err != nil {
			return nil, err
		}
	}
	at := int64(base) + int64(to)
	if at < 0 {
		if at, err = f.before(whence, at); err != nil {
			return nil, err
		}
	}
	if err := f.move(t, uint64(at)); err != nil {
		return nil, err
	}
	f.begun = false
	if !f.text {
		at = int64(f.at)
	}
	return py.MakeInt(at), nil
}

// place is where seek is to go to, by an argument whose errors are those of each kind of file.
func (f *file) place(t *py.Thread, x py.Object, whence int) (int, error) {
	if f.buffered() {
		return t.OffsetIndex(x)
	}
	n, err := t.Index(x)
	great := py.Caught(err, py.OverflowError) != nil
	switch {
	case great && f.kind == rawKind:
		return 0, tooLong()
	case err == nil || f.kind != textKind:
		return n, err
	}
	if err := f.checkSeek(1, whence); err != nil {
		return 0, err
	}
	if !great {
		return 0, py.Raise(py.TypeError, "'<' not supported between instances of '%s' and 'int'", x.Class().FullName())
	}
	s, err := t.Repr(x)
	if err == nil && strings.HasPrefix(s.String(), "-") {
		return 0, py.Raise(py.ValueError, "negative seek position %s", s)
	}
	return 0, py.NewOSError("EINVAL", nil)
}

// before is where a seek to what is before the beginning leads: nowhere in files, to the beginning in memory, and objects are asked themselves.
func (f *file) before(whence int, at int64) (int64, error) {
	_, inMemory := f.of.(*memory)
	_, asks := f.of.(*wrapped)
	switch {
	case !inMemory && !asks:
		return 0, py.NewOSError("EINVAL", nil)
	case whence != 0:
		return 0, nil
	case asks:
		return at, nil
	}
	return 0, py.Raise(py.ValueError, "negative seek value %d", at)
}

// tooLong is the error of an int that the calls of the machine don't take.
func tooLong() error { return py.Raise(py.OverflowError, "Python int too large to convert to C long") }

// whenceOf says from where seek counts.
func whenceOf(t *py.Thread, x py.Object) (int, error) {
	n, err := plainSize(t, x, 0)
	if py.Caught(err, py.OverflowError) != nil || int(int32(n)) != n {
		err = py.Raise(py.OverflowError, "Python int too large to convert to C int")
	}
	return n, err
}

// checkSeek refuses what can't be gone to, in the words of each kind of file.
func (f *file) checkSeek(to, whence int) error {
	isString := f.kind == stringKind
	switch {
	case whence < 0 || whence > 2:
		switch {
		case isString:
			return py.Raise(py.ValueError, "Invalid whence (%d, should be 0, 1 or 2)", whence)
		case f.text, f.kind == bytesKind:
			return py.Raise(py.ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence)
		}
		if f.kind == rawKind {
			return py.NewOSError("EINVAL", nil)
		}
		return py.Raise(py.ValueError, "whence value %d unsupported", whence)
	case isString && whence != 0 && to != 0:
		return py.Raise(py.OSError, "Can't do nonzero cur-relative seeks")
	case f.text && whence == 1 && to != 0:
		return py.Raise(py.UnsupportedOperation, "can't do nonzero cur-relative seeks")
	case f.text && whence == 2 && to != 0:
		return py.Raise(py.UnsupportedOperation, "can't do nonzero end-relative seeks")
	case isString && to < 0:
		return py.Raise(py.ValueError, "Negative seek position %d", to)
	case f.text && to < 0:
		return py.Raise(py.ValueError, "negative seek position %d", to)
	case f.kind == bytesKind && whence == 0 && to < 0:
		return py.Raise(py.ValueError, "negative seek value %d", to)
	}
	return nil
}

func (f *file) seekText(t *py.Thread, m *memory, to, whence int) (py.Object, error) {
	at := uint64(len(m.data))
	switch whence {
	case 0:
		n := runesEnd(m.data, to)
		if n == len(m.data) { // beyond the end by what is left
			n += max(to-runes(m.data), 0)
		}
		at = uint64(n)
	case 1:
		at = f.at
	}
	if err := f.move(t, at); err != nil {
		return nil, err
	}
	return tell(t, f, nil)
}

func tell(t *py.Thread, f *file, _ []py.Object) (py.Object, error) {
	if err := f.usable(); err != nil {
		return nil, err
	}
	if f.unseekable {
		return nil, py.Raise(py.UnsupportedOperation, "underlying stream is not seekable")
	}
	if f.iterating {
		return nil, py.Raise(py.OSError, "telling position disabled by next() call")
	}
	if m, ok := f.memoryText(); ok {
		size := uint64(len(m.data))
		n := runes(m.data[:min(f.at, size)])
		return py.MakeInt(int64(n) + int64(f.at-min(f.at, size))), nil
	}
	at, err := f.position(t)
	return py.MakeInt(int64(at)), err
}

func truncate(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if f.closed && f.buffered() {
		return nil, py.Raise(py.ValueError, "truncate of closed file")
	}
	if err := f.usable(); err != nil {
		return nil, err
	}
	if !f.writes() {
		if f.kind == rawKind {
			return nil, py.Raise(py.UnsupportedOperation, "File not open for writing")
		}
		return nil, py.Raise(py.UnsupportedOperation, "truncate")
	}
	at, err := tell(t, f, nil)
	if err != nil {
		return nil, err
	}
	if f.kind == textKind { // where what is below has been read to
		at = py.MakeInt(int64(f.at))
	}
	result, n, err := f.newSize(t, a[1], at.(py.Int))
	if err != nil {
		return nil, err
	}
	if err := f.core.flush(t); err != nil {
		return nil, err
	}
	f.ahead = nil
	size := uint64(n)
	if m, ok := f.memoryText(); ok {
		size = uint64(runesEnd(m.data, n))
	}
	return result, f.of.truncate(t, size)
}

// newSize is the size that truncate is called with, also as what it returns. One that there can't be is left to what the file is of, if that
// is an object.
func (f *file) newSize(t *py.Thread, x py.Object, at py.Int) (py.Object, int, error) {
	_, inMemory := f.of.(*memory)
	_, asks := f.of.(*wrapped)
	if !inMemory && !asks && x != nil && x != py.None {
		n, err := t.Index(x)
		if py.Caught(err, py.OverflowError) != nil {
			err = tooLong()
		} else if err == nil && n < 0 {
			err = py.NewOSError("EINVAL", nil)
		}
		return x, n, err
	}
	n, err := sizeOf(t, x, int(at))
	switch {
	case err != nil || n >= 0 || asks:
	case f.kind == stringKind:
		err = py.Raise(py.ValueError, "Negative size value %d", n)
	default:
		err = py.Raise(py.ValueError, "negative size value %d", n)
	}
	return py.MakeInt(int64(n)), n, err
}

func some(x py.Object) bool { return x != nil && x != py.None }

// reconfigure changes a text file's settings.
func reconfigure(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if err := f.core.flush(t); err != nil {
		return nil, err
	}
	if some(a[1]) || some(a[2]) || a[3] != nil {
		if f.begun {
			return nil, py.Raise(py.UnsupportedOperation, "It is not possible to set the encoding or newline of stream after the first read")
		}
		encoding, errors := a[1], a[2]
		if !some(encoding) {
			encoding = py.NewStr(f.encoding)
			if !some(errors) {
				errors = py.NewStr(f.errors)
			}
		}
		newline, universal := f.newline, f.universal
		if err := f.decoding(t, encoding, errors, a[3]); err != nil {
			return nil, err
		}
		if a[3] == nil {
			f.newline, f.universal = newline, universal
		}
	}
	if a[4] != nil && a[4] != py.None {
		on, err := t.Truth(a[4])
		if err != nil {
			return nil, err
		}
		f.lineBuffered = on
	}
	return py.None, nil
}
