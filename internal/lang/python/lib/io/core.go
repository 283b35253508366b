package io

import (
	"cmp"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

const (
	// readRoom is how much is read at once, writeRoom how much is kept until it is
	// written, in bytes.
	readRoom  = lang.FileChunk
	writeRoom = lang.FileChunk
)

// A core is an open file: a text file and its buffer share one.
type core struct {
	chunk                    int // how much is read at once, where a program has set it; 0 is readRoom
	of                       backing
	name                     py.Object // nil is none
	readable, writable, adds bool
	unseekable               bool
	unbuffered               bool
	keepOpen                 bool // closing leaves what is below alone
	closed                   bool
	fd                       int // 0 is none yet

	at      uint64 // where the next byte is read or written
	ahead   []byte // what was read from at on
	pending []byte // what is to be written before at
}

// flush writes what is pending.
func (c *core) flush(t *py.Thread) error {
	if len(c.pending) == 0 {
		return nil
	}
	data := c.pending
	c.pending = nil
	stateOf(t).clean(c)
	return c.of.write(t, c.at-uint64(len(data)), data)
}

// put writes bytes at the position.
func (c *core) put(t *py.Thread, data []byte) error {
	if len(c.ahead) > 0 {
		if w, ok := c.of.(*wrapped); ok && !c.unseekable {
			if _, err := w.seekTo(t, c.at); err != nil {
				return err
			}
		}
		c.ahead = nil
	}
	if m, ok := c.of.(*memory); ok {
		if err := m.write(t, c.at, data); err != nil {
			return err
		}
		c.at += uint64(len(data))
		return nil
	}
	if c.adds && len(c.pending) == 0 {
		end, err := c.of.size(t)
		if err != nil {
			return err
		}
		c.at = end
	}
	if len(c.pending) == 0 && len(data) > 0 {
		stateOf(t).dirty(t, c)
	}
	c.pending = append(c.pending, data...)
	c.at += uint64(len(data))
	if len(c.pending) < writeRoom && !c.unbuffered {
		return nil
	}
	return c.flush(t)
}

// fill reads more, and reports whether there was any.
func (c *core) fill(t *py.Thread) (bool, error) {
	if err := c.flush(t); err != nil {
		return false, err
	}
	data, err := c.of.read(t, c.at+uint64(len(c.ahead)), cmp.Or(c.chunk, readRoom))
	if err != nil || len(data) == 0 {
		return false, err
	}
	if len(c.ahead)+len(data) > maxMemory {
		return false, py.NewExc(py.MemoryError)
	}
	if len(c.ahead) == 0 {
		c.ahead = data[:len(data):len(data)]
	} else {
		c.ahead = append(c.ahead, data...)
	}
	return true, nil
}

func (c *core) taken(n int) []byte {
	data := c.ahead[:n:n]
	c.ahead = c.ahead[n:]
	c.at += uint64(n)
	return data
}

// move goes to an offset.
func (c *core) move(t *py.Thread, to uint64) error {
	if err := c.flush(t); err != nil {
		return err
	}
	if w, ok := c.of.(*wrapped); ok {
		var err error
		if to, err = w.seekTo(t, to); err != nil {
			return err
		}
	}
	c.at, c.ahead = to, nil
	return nil
}

func (c *core) close(t *py.Thread) error {
	if c.closed {
		return nil
	}
	if m, ok := c.of.(*memory); ok {
		if err := m.unseen(t); err != nil {
			return err
		}
	}
	err := c.flush(t)
	c.closed = true
	stateOf(t).forget(c)
	if !c.keepOpen {
		if e := c.of.close(t); err == nil {
			err = e
		}
	}
	return err
}
