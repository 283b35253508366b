package sqlite

import (
	"context"
	"errors"
	"runtime"
	"syscall"
	"time"
)

// An interrupter is the context by which the library asks whether to go on: before each
// call of SQLite, and every few steps of SQLite's machine.
type interrupter struct {
	d       *database
	closing bool // nothing interrupts that
}

var _ context.Context = interrupter{}

// Deadline is part of context.Context.
func (interrupter) Deadline() (time.Time, bool) { return time.Time{}, false }

// Done is part of context.Context; nobody waits for it.
func (interrupter) Done() <-chan struct{} { return nil }

// Value is part of context.Context.
func (interrupter) Value(any) any { return nil }

var errInterrupted = errors.New("interrupted")

// Err is part of context.Context: an error says that what is under way is to end.
func (i interrupter) Err() error {
	if i.closing {
		return nil
	}
	return i.d.poll()
}

func (d *database) poll() error {
	if d.pending != nil {
		return d.pending
	}
	if d.t == nil {
		return nil
	}
	d.account()
	d.barred++
	defer func() { d.barred-- }()
	if err := d.t.Poll(); err != nil {
		d.pending = err
		return err
	}
	if d.checked {
		d.checked = false
		return nil
	}
	return d.hooks.progressed()
}

// isNoMemory reports whether a panic says that the kernel has no memory to give.
func isNoMemory(r any) bool {
	err, ok := r.(error)
	if _, fault := r.(runtime.Error); fault {
		return false
	}
	return ok && (errors.Is(err, syscall.ENOMEM) || errors.Is(err, syscall.EAGAIN))
}
