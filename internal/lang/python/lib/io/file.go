package io

import (
	"bytes"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

const (
	// readRoom is how much is read at once, writeRoom how much is kept until it is
	// written, in bytes.
	readRoom  = lang.FileChunk
	writeRoom = lang.FileChunk
)

// A file is an open file, of text or of bytes.
type file struct {
	class                          *py.Class
	of                             backing
	name                           py.Object
	mode                           string
	text, readable, writable, adds bool
	newline                        string // what ends a line when written, and "" for text as it is read: see universal
	universal                      bool   // all line ends are read as \n
	encoding, errors               string
	closed                         bool

	at      uint64 // where the next byte is read or written
	ahead   []byte // what was read from at on
	pending []byte // what is to be written before at
}

// Class returns its class.
func (f *file) Class() *py.Class { return f.class }

func (f *file) open() error {
	if f.closed {
		return py.Raise(py.ValueError, "I/O operation on closed file.")
	}
	return nil
}

func (f *file) canRead() error {
	if err := f.open(); err != nil {
		return err
	}
	if !f.readable {
		return py.Raise(unsupported(), "not readable")
	}
	return nil
}

func (f *file) canWrite() error {
	if err := f.open(); err != nil {
		return err
	}
	if !f.writable {
		return py.Raise(unsupported(), "not writable")
	}
	return nil
}

// flush writes what is pending.
func (f *file) flush(t *py.Thread) error {
	if len(f.pending) == 0 {
		return nil
	}
	data := f.pending
	f.pending = nil
	return f.of.write(t, f.at-uint64(len(data)), data)
}

// put writes bytes at the position.
func (f *file) put(t *py.Thread, data []byte) error {
	f.ahead = nil
	if f.adds && len(f.pending) == 0 {
		end, err := f.of.size(t)
		if err != nil {
			return err
		}
		f.at = end
	}
	f.pending = append(f.pending, data...)
	f.at += uint64(len(data))
	if len(f.pending) < writeRoom {
		return nil
	}
	return f.flush(t)
}

// fill reads more, and reports whether there was any.
func (f *file) fill(t *py.Thread) (bool, error) {
	if err := f.flush(t); err != nil {
		return false, err
	}
	data, err := f.of.read(t, f.at+uint64(len(f.ahead)), readRoom)
	if err != nil || len(data) == 0 {
		return false, err
	}
	if len(f.ahead)+len(data) > maxMemory {
		return false, py.NewExc(py.MemoryError)
	}
	f.ahead = append(f.ahead[:len(f.ahead):len(f.ahead)], data...)
	return true, nil
}

// take takes up to n bytes, all with a negative n.
func (f *file) take(t *py.Thread, n int) ([]byte, error) {
	for n < 0 || len(f.ahead) < n {
		more, err := f.fill(t)
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
	}
	if n < 0 || n > len(f.ahead) {
		n = len(f.ahead)
	}
	return f.taken(n), nil
}

func (f *file) taken(n int) []byte {
	data := f.ahead[:n:n]
	f.ahead = f.ahead[n:]
	f.at += uint64(n)
	return data
}

// line takes a line with its end, of n bytes at most unless n is negative. None is the end
// of the file.
func (f *file) line(t *py.Thread, n int) ([]byte, error) {
	seen := 0
	for {
		if i := f.lineEnd(seen); i >= 0 {
			if n >= 0 {
				i = min(i, n)
			}
			return f.taken(i), nil
		}
		if n >= 0 && len(f.ahead) >= n {
			return f.taken(n), nil
		}
		seen = max(len(f.ahead)-1, 0)
		more, err := f.fill(t)
		if err != nil {
			return nil, err
		}
		if !more {
			return f.taken(len(f.ahead)), nil
		}
	}
}

// lineEnd is where the first line ends that is whole, the search beginning at from; or -1.
func (f *file) lineEnd(from int) int {
	rest := f.ahead[from:]
	if f.text && f.universal {
		i := bytes.IndexAny(rest, "\r\n")
		switch {
		case i < 0:
			return -1
		case rest[i] == '\n':
			return from + i + 1
		case i+1 == len(rest): // a \n may follow
			return -1
		case rest[i+1] == '\n':
			return from + i + 2
		}
		return from + i + 1
	}
	end := "\n"
	if f.text && f.newline != "" {
		end = f.newline
	}
	if i := bytes.Index(rest, []byte(end)); i >= 0 {
		return from + i + len(end)
	}
	return -1
}

// seek goes to a position.
func (f *file) seek(t *py.Thread, to int64, whence int) (uint64, error) {
	if err := f.open(); err != nil {
		return 0, err
	}
	if err := f.flush(t); err != nil {
		return 0, err
	}
	switch whence {
	case 1:
		to += int64(f.at)
	case 2:
		end, err := f.of.size(t)
		if err != nil {
			return 0, err
		}
		to += int64(end)
	}
	if to < 0 {
		return 0, py.Raise(py.ValueError, "negative seek value %d", to)
	}
	f.at, f.ahead = uint64(to), nil
	return f.at, nil
}

func (f *file) close(t *py.Thread) error {
	if f.closed {
		return nil
	}
	err := f.flush(t)
	f.closed = true
	if e := f.of.close(t); err == nil {
		err = e
	}
	return err
}
