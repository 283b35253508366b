// Package io has the files of Python's module io: of the intrinsic fs, in memory, and on
// top of other objects.
package io

import (
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A backing is the bytes of a file.
type backing interface {
	// read reads up to n bytes at an offset. None is the end of the file.
	read(t *py.Thread, at uint64, n int) ([]byte, error)
	write(t *py.Thread, at uint64, data []byte) error
	size(t *py.Thread) (uint64, error)
	truncate(t *py.Thread, size uint64) error
	close(t *py.Thread) error
}

// A hostFile is a file that the intrinsic fs has opened.
type hostFile struct {
	handle uint64
	path   py.Object
	others int // that have it open besides one, see twin
}

func (f *hostFile) read(t *py.Thread, at uint64, n int) ([]byte, error) {
	r, err := t.File(lang.FileCall{Op: lang.FileRead, Handle: f.handle, Offset: at, Length: min(n, lang.FileChunk)}, nil)
	return r.Data, err
}

func (f *hostFile) write(t *py.Thread, at uint64, data []byte) error {
	for len(data) > 0 {
		part := data[:min(len(data), lang.FileChunk)]
		r, err := t.File(lang.FileCall{Op: lang.FileWrite, Handle: f.handle, Offset: at, Data: part}, nil)
		if err != nil {
			return err
		}
		at += uint64(r.Written)
		data = data[r.Written:]
	}
	return nil
}

func (f *hostFile) size(t *py.Thread) (uint64, error) {
	r, err := t.File(lang.FileCall{Op: lang.FileStat, Handle: f.handle}, nil)
	return r.Info.Size, err
}

func (f *hostFile) truncate(t *py.Thread, size uint64) error {
	_, err := t.File(lang.FileCall{Op: lang.FileTruncate, Handle: f.handle, Offset: size}, nil)
	return err
}

func (f *hostFile) close(t *py.Thread) error {
	if f.others > 0 {
		f.others--
		return nil
	}
	_, err := t.File(lang.FileCall{Op: lang.FileClose, Handle: f.handle}, nil)
	return err
}

// maxMemory is how large a file in memory may be, and how much is read at once, in bytes.
const maxMemory = 1 << 30

// A memory is a file in memory. While with statements have views of it, only they write to it.
type memory struct {
	data  []byte
	shown *shown // what views of it are of, or nil
}

// unseen is an error where there are views.
func (m *memory) unseen(t *py.Thread) error {
	if m.shown != nil && m.shown.Exported(t, m.shown) {
		return py.Raise(py.BufferError, "Existing exports of data: object cannot be re-sized")
	}
	return nil
}

func (m *memory) read(_ *py.Thread, at uint64, n int) ([]byte, error) {
	if at >= uint64(len(m.data)) {
		return nil, nil
	}
	rest := m.data[at:]
	return rest[:min(n, len(rest))], nil
}

func (m *memory) write(t *py.Thread, at uint64, data []byte) error {
	if err := m.unseen(t); err != nil {
		return err
	}
	if len(data) == 0 {
		return nil
	}
	end := at + uint64(len(data))
	if end > maxMemory {
		return py.NewExc(py.MemoryError)
	}
	if at != uint64(len(m.data)) {
		m.extend(end)
		copy(m.data[at:], data)
		return nil
	}
	m.data = append(m.data, data...)
	return nil
}

func (m *memory) extend(size uint64) {
	if have := uint64(len(m.data)); size > have {
		m.data = append(m.data, make([]byte, size-have)...)
	}
}

func (m *memory) size(*py.Thread) (uint64, error) { return uint64(len(m.data)), nil }

func (m *memory) truncate(t *py.Thread, size uint64) error {
	if err := m.unseen(t); err != nil {
		return err
	}
	if size < uint64(len(m.data)) {
		m.data = append([]byte(nil), m.data[:size]...)
	}
	return nil
}

func (m *memory) close(*py.Thread) error { return nil }

// A sink is /dev/null.
type sink struct{}

func (sink) read(*py.Thread, uint64, int) ([]byte, error) { return nil, nil }
func (sink) write(*py.Thread, uint64, []byte) error       { return nil }
func (sink) size(*py.Thread) (uint64, error)              { return 0, nil }
func (sink) truncate(_ *py.Thread, _ uint64) error        { return py.NewOSError("EINVAL", nil) }
func (sink) close(*py.Thread) error                       { return nil }

// A wrapped is what an object reads and writes: one of the program's, or a standard
// stream's buffer. It is read and written in order, whatever offsets say.
type wrapped struct{ of py.Object }

func (w *wrapped) call(t *py.Thread, name string, args ...py.Object) (py.Object, error) {
	m, err := t.GetAttr(w.of, name)
	if err != nil {
		return nil, err
	}
	return t.Call(m, args...)
}

// can is the answer of a method such as readable.
func (w *wrapped) can(t *py.Thread, name string) (bool, error) {
	v, err := w.call(t, name)
	if err != nil {
		return false, err
	}
	return t.Truth(v)
}

func (w *wrapped) read(t *py.Thread, _ uint64, n int) ([]byte, error) {
	name := "read"
	if m, err := t.Attr(w.of, "read1"); err != nil {
		return nil, err
	} else if m != nil {
		name = "read1"
	}
	v, err := w.call(t, name, py.MakeInt(int64(n)))
	if err != nil || v == py.None {
		return nil, err
	}
	s, ok := py.BytesOf(v)
	if !ok {
		return nil, py.Raise(py.TypeError, "underlying %s() should have returned a bytes-like object, not '%s'", name, v.Class().FullName())
	}
	return []byte(s), nil
}

func (w *wrapped) write(t *py.Thread, _ uint64, data []byte) error {
	_, err := w.call(t, "write", py.NewBytes(string(data)))
	return err
}

func (w *wrapped) number(t *py.Thread, name string, args ...py.Object) (uint64, error) {
	v, err := w.call(t, name, args...)
	if err != nil {
		return 0, err
	}
	n, err := t.Index(v)
	return uint64(max(n, 0)), err
}

func (w *wrapped) size(t *py.Thread) (uint64, error) {
	at, err := w.number(t, "tell")
	if err != nil {
		return 0, err
	}
	size, err := w.number(t, "seek", py.MakeInt(0), py.MakeInt(2))
	if err != nil {
		return 0, err
	}
	_, err = w.seekTo(t, at)
	return size, err
}

// seekTo goes to an offset, and returns where the object says that it is then, if it does.
func (w *wrapped) seekTo(t *py.Thread, at uint64) (uint64, error) {
	v, err := w.call(t, "seek", py.MakeInt(int64(at)))
	if err != nil || v == py.None {
		return at, err
	}
	n, err := t.Index(v)
	if err == nil && n < 0 {
		err = py.Raise(py.OSError, "Raw stream returned invalid position %d", n)
	}
	return uint64(n), err
}

func (w *wrapped) truncate(t *py.Thread, size uint64) error {
	_, err := w.call(t, "truncate", py.MakeInt(int64(size)))
	return err
}

func (w *wrapped) close(t *py.Thread) error {
	_, err := w.call(t, "close")
	return err
}
