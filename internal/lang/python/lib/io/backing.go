// Package io has the files of Python's module io: of the intrinsic fs, and in memory.
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
	append bool // writes go to the end, wherever that is
}

func (f *hostFile) read(t *py.Thread, at uint64, n int) ([]byte, error) {
	r, err := t.File(lang.FileCall{Op: lang.FileRead, Handle: f.handle, Offset: at, Length: min(n, lang.FileChunk)}, f.path)
	return r.Data, err
}

func (f *hostFile) write(t *py.Thread, at uint64, data []byte) error {
	for len(data) > 0 {
		part := data[:min(len(data), lang.FileChunk)]
		r, err := t.File(lang.FileCall{Op: lang.FileWrite, Handle: f.handle, Offset: at, Data: part}, f.path)
		if err != nil {
			return err
		}
		at += uint64(r.Written)
		data = data[r.Written:]
	}
	return nil
}

func (f *hostFile) size(t *py.Thread) (uint64, error) {
	r, err := t.File(lang.FileCall{Op: lang.FileStat, Handle: f.handle}, f.path)
	return r.Info.Size, err
}

func (f *hostFile) truncate(t *py.Thread, size uint64) error {
	_, err := t.File(lang.FileCall{Op: lang.FileTruncate, Handle: f.handle, Offset: size}, f.path)
	return err
}

func (f *hostFile) close(t *py.Thread) error {
	_, err := t.File(lang.FileCall{Op: lang.FileClose, Handle: f.handle}, f.path)
	return err
}

// maxMemory is how large a file in memory may be, in bytes.
const maxMemory = 1 << 30

// A memory is a file in memory.
type memory struct{ data []byte }

func (m *memory) read(_ *py.Thread, at uint64, n int) ([]byte, error) {
	if at >= uint64(len(m.data)) {
		return nil, nil
	}
	rest := m.data[at:]
	return rest[:min(n, len(rest))], nil
}

func (m *memory) write(t *py.Thread, at uint64, data []byte) error {
	end := at + uint64(len(data))
	if end > maxMemory {
		return py.NewExc(py.MemoryError)
	}
	if at == uint64(len(m.data)) {
		m.data = append(m.data, data...)
		return nil
	}
	if end > uint64(len(m.data)) {
		if err := m.truncateTo(end); err != nil {
			return err
		}
	}
	copy(m.data[at:], data)
	return nil
}

func (m *memory) size(*py.Thread) (uint64, error) { return uint64(len(m.data)), nil }

func (m *memory) truncate(_ *py.Thread, size uint64) error {
	if size < uint64(len(m.data)) {
		m.data = m.data[:size]
	}
	return nil
}

func (m *memory) truncateTo(size uint64) error {
	m.data = append(m.data, make([]byte, size-uint64(len(m.data)))...)
	return nil
}

func (m *memory) close(*py.Thread) error { return nil }
