package io

import (
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

type stateKey struct{}

// A state is an execution's open files.
type state struct {
	pending []*core       // have something to be written
	numbers map[int]*core // by descriptor, of those that somebody has asked for it
	lost    *lost
}

// lost are the handles of files that the program has dropped without closing them.
type lost struct {
	mu   sync.Mutex
	list []uint64
}

func stateOf(t *py.Thread) *state {
	if s, ok := t.In.Data[stateKey{}].(*state); ok {
		return s
	}
	s := &state{numbers: map[int]*core{}, lost: &lost{}}
	t.In.Data[stateKey{}] = s
	t.In.AtExit = slices.Insert(t.In.AtExit, 0, FlushAll)
	return s
}

// FlushAll writes what the program's files hold back. It is called before anything else is
// done with files, since CPython closes, and so writes, a file that nobody has any more at
// once.
func FlushAll(t *py.Thread) error {
	s := stateOf(t)
	for len(s.pending) > 0 {
		if err := s.pending[0].flush(t); err != nil {
			return err
		}
	}
	return nil
}

func (s *state) dirty(_ *py.Thread, c *core) { s.pending = append(s.pending, c) }

func (s *state) clean(c *core) {
	s.pending = slices.DeleteFunc(s.pending, func(x *core) bool { return x == c })
}

func (s *state) forget(c *core) {
	if c.fd != 0 {
		delete(s.numbers, c.fd)
	}
}

// number is a file's descriptor, which is no more than a number that stands for it.
func (s *state) number(c *core) int {
	if c.fd == 0 {
		for c.fd = 3; s.numbers[c.fd] != nil; c.fd++ {
		}
		s.numbers[c.fd] = c
	}
	return c.fd
}

// opened opens a file of the intrinsic fs.
func (s *state) opened(t *py.Thread, call lang.FileCall, path py.Object) (*core, error) {
	if err := FlushAll(t); err != nil {
		return nil, err
	}
	if err := s.closeLost(t); err != nil {
		return nil, err
	}
	r, err := t.File(call, path)
	for tries := 0; tries < 20 && tooMany(err); tries++ {
		t.RunCollector()
		if err := t.Sleep(time.Millisecond); err != nil {
			return nil, err
		}
		if err := s.closeLost(t); err != nil {
			return nil, err
		}
		r, err = t.File(call, path)
	}
	if err != nil {
		return nil, err
	}
	h := &hostFile{handle: r.Handle, path: path}
	runtime.AddCleanup(h, func(handle uint64) {
		s.lost.mu.Lock()
		defer s.lost.mu.Unlock()
		s.lost.list = append(s.lost.list, handle)
	}, r.Handle)
	return &core{of: h, name: path}, nil
}

func tooMany(err error) bool {
	e := py.Caught(err, py.OSError)
	return e != nil && e.Fields["errno"] == py.MakeInt(24)
}

// closeLost closes the files that were dropped; those that were closed before aren't
// known any more.
func (s *state) closeLost(t *py.Thread) error {
	s.lost.mu.Lock()
	list := s.lost.list
	s.lost.list = nil
	s.lost.mu.Unlock()
	for _, handle := range list {
		_, err := t.File(lang.FileCall{Op: lang.FileClose, Handle: handle}, nil)
		if err != nil && py.Caught(err, py.OSError) == nil {
			return err
		}
	}
	return nil
}
