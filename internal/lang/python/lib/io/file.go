package io

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A file is what programs have of an open file: as text or as bytes.
type file struct {
	kind
	*core
	mode             string
	shown            py.Object // what the program has set a text's mode to; nil is nothing
	text             bool
	newline          string // "\n" where all line ends are read as \n, and as it is given otherwise
	universal        bool   // all line ends are read as \n
	ends             lineEnds
	encoding, errors string
	lineBuffered     bool
	whole            bool   // it is read and decoded as a whole: not every byte is of one character
	unmarked         string // the encoding after a mark of the byte order; "" where there was none to read
	decoded          decoded
	begun            bool // something was read from where it is on: it goes on as it is decoded
	detached         bool
	iterating        bool      // tell isn't possible, as in CPython
	below            py.Object // the buffer that it was made of; nil is none
	py.Own
}

// Class returns its class.
func (f *file) Class() *py.Class { return classes[f.kind] }

func (f *file) usable() error {
	if f.detached {
		return py.Raise(py.ValueError, "underlying buffer has been detached")
	}
	if f.closed && f.kind == stringKind {
		return py.Raise(py.ValueError, "I/O operation on closed file")
	}
	if f.closed {
		return py.Raise(py.ValueError, "I/O operation on closed file.")
	}
	return nil
}

// Weakly is part of py.WeaklyReferable.
func (f *file) Weakly() func() py.Object { return py.Weakly(f) }

// reads reports whether f is for reading; a BufferedWriter of what can be read isn't.
func (f *file) reads() bool { return f.readable && f.kind != writerKind }

// writes reports whether f is for writing.
func (f *file) writes() bool { return f.writable && f.kind != readerKind }

// canRead is what operations called what do before they read.
func (f *file) canRead(what string) error {
	buffered := f.buffered()
	switch {
	case f.closed && buffered:
		return py.Raise(py.ValueError, "%s of closed file", strings.TrimSuffix(what, "1"))
	case f.closed || f.detached:
		return f.usable()
	case f.reads():
		return nil
	case buffered && what == "read1":
		return py.Raise(py.UnsupportedOperation, "read1")
	case buffered:
		return py.Raise(py.UnsupportedOperation, "read")
	case f.kind == rawKind:
		return py.Raise(py.UnsupportedOperation, "File not open for reading")
	}
	return py.Raise(py.UnsupportedOperation, "not readable")
}

func (f *file) canWrite(what string) error {
	buffered := f.buffered()
	switch {
	case f.closed && buffered:
		return py.Raise(py.ValueError, "write to closed file")
	case f.closed || f.detached:
		return f.usable()
	case f.writes():
		return nil
	case buffered:
		return py.Raise(py.UnsupportedOperation, "%s", what)
	case f.kind == rawKind:
		return py.Raise(py.UnsupportedOperation, "File not open for writing")
	}
	return py.Raise(py.UnsupportedOperation, "not writable")
}

func (f *file) buffered() bool {
	return f.kind == readerKind || f.kind == writerKind || f.kind == randomKind
}

// more reads more, and decodes it where the file is decoded as a whole.
func (f *file) more(t *py.Thread) (bool, error) {
	if !f.text {
		return f.fill(t)
	}
	f.begun = true
	if f.whole {
		return f.fillWhole(t)
	}
	had := len(f.ahead)
	more, err := f.fill(t)
	for err == nil && more && f.chunk > 0 && !wholeAtEnd(f.ahead) {
		more, err = f.fill(t)
	}
	if err != nil || !more && len(f.ahead) == had {
		return false, err
	}
	if _, ok := f.of.(*memory); ok && f.kind == stringKind {
		return true, nil
	}
	return true, f.check(t, had)
}

// wholeAtEnd reports whether data doesn't end within a character.
func wholeAtEnd(data []byte) bool {
	for i := 1; i <= 3 && i <= len(data); i++ {
		if c := data[len(data)-i]; c&0xc0 != 0x80 {
			return utf8.FullRune(data[len(data)-i:])
		}
	}
	return true
}

// check looks whether what was read is UTF-8, and leaves out a character that isn't whole.
func (f *file) check(t *py.Thread, had int) error {
	for had > 0 && f.ahead[had-1]&0x80 != 0 { // a character may have begun before
		had--
	}
	part := f.ahead[had:]
	end := len(part)
	for i := 1; i <= 3 && i <= len(part); i++ {
		if c := part[len(part)-i]; c >= 0xc0 {
			if !utf8.FullRune(part[len(part)-i:]) {
				end = len(part) - i
			}
			break
		} else if c < 0x80 {
			break
		}
	}
	if utf8.Valid(part[:end]) {
		return nil
	}
	_, err := py.DecodeBytes(t, string(part), "utf-8", "strict")
	return err
}

// fillWhole reads the rest of the file and has it as UTF-8.
func (f *file) fillWhole(t *py.Thread) (bool, error) {
	at, decoded := f.at, f.ahead
	f.ahead = nil
	if len(decoded) > 0 {
		f.ahead = decoded
		return false, nil
	}
	for {
		more, err := f.fill(t)
		if err != nil {
			return false, err
		}
		if !more {
			break
		}
	}
	raw := f.ahead
	if len(raw) == 0 {
		return false, nil
	}
	if err := f.decode(t, raw, at); err != nil {
		return false, err
	}
	// The offset is beyond the end from now on, so that nothing is read twice.
	f.at = at + uint64(len(raw))
	return len(f.ahead) > 0, nil
}

// take takes up to n bytes, all with a negative n.
func (f *file) take(t *py.Thread, n int) ([]byte, error) {
	for n < 0 || len(f.ahead) < n {
		more, err := f.more(t)
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
	return f.consume(n), nil
}

// consume takes what was read ahead.
func (f *file) consume(n int) []byte {
	data := f.taken(n)
	if f.text && f.whole {
		f.at -= uint64(n)
	}
	return data
}

// line takes a line with its end, of n bytes at most (of a text, characters) unless n is
// negative. None is the end of the file.
func (f *file) line(t *py.Thread, n int) ([]byte, error) {
	seen := 0
	for {
		if i := f.lineEnd(seen); i >= 0 {
			return f.consume(f.atMost(i, n)), nil
		}
		if i := f.atMost(len(f.ahead), n); n >= 0 && i < len(f.ahead) {
			return f.consume(i), nil
		}
		seen = max(len(f.ahead)-1, 0)
		more, err := f.more(t)
		if err != nil {
			return nil, err
		}
		if !more {
			return f.consume(f.atMost(len(f.ahead), n)), nil
		}
	}
}

// atMost is how many of i bytes n bytes or characters are.
func (f *file) atMost(i, n int) int {
	if n < 0 {
		return i
	}
	if !f.text {
		return min(i, n)
	}
	end := min(i, runesEnd(f.ahead, n))
	if f.universal && end > 0 && end < i && f.ahead[end-1] == '\r' && f.ahead[end] == '\n' {
		end++ // which are one character
	}
	return end
}

// lineEnd is where the first line ends that is whole, the search beginning at from; or -1.
func (f *file) lineEnd(from int) int {
	rest := f.ahead[from:]
	if f.text && f.newline == "" || f.universal {
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
	if f.text {
		end = f.newline
	}
	if i := bytes.Index(rest, []byte(end)); i >= 0 {
		return from + i + len(end)
	}
	return -1
}
