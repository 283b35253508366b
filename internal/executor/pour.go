package executor

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// This file brings output from its record to its sinks. One goroutine for each
// execution that has sinks, deliver, owns one for each of them, pour.

const (
	// sinkTail is what stays in the record of what a sink has taken, in bytes.
	sinkTail = 1 << 20

	// sinkPatience is how long a sink that takes nothing is waited for once its program
	// has ended, and how long one that has taken all for its readers.
	sinkPatience = 5 * time.Second

	// sinkLook is how often a FIFO is looked at to see whether it has been read.
	sinkLook = 5 * time.Millisecond

	// retryDescriptors is when file descriptors may be there again.
	retryDescriptors = time.Second
)

// Delivered is closed when the execution has ended and its sinks have taken all that
// they ever will: without sinks at its end.
func (x *Execution) Delivered() <-chan struct{} { return x.delivered }

// useSinks has the sinks take the output, before there is any.
func (x *Execution) useSinks() {
	for _, l := range x.out {
		l.Bound(x.limits.Output)
	}
	x.delivered = make(chan struct{})
	x.executor.delivering.Go(x.pourAll)
}

// pourAll fills the sinks. Their record counts among the ended ones once they are
// done: until then it shrinks.
func (x *Execution) pourAll() {
	var pours sync.WaitGroup
	for i, s := range x.sinks {
		if s != nil {
			pours.Go(func() { x.pour(i, s) })
		}
	}
	<-x.done
	for _, s := range x.sinks {
		if s != nil {
			s.hurry() // it may have waited for its readers for long
		}
	}
	pours.Wait()
	x.waitRead()
	x.executor.closeSinks(x.owner, x.sinks)
	x.mu.Lock()
	close(x.delivered)
	x.notify()
	x.mu.Unlock()
	x.executor.ended.add(x)
}

// pour fills one sink to the end of the program. The record keeps what a sink that
// fails has not taken.
func (x *Execution) pour(i int, s *sink) {
	if err := x.copyTo(i, s); err != nil {
		s.failed = true
		_ = s.file.Close() // it takes no more
		x.notDelivered(s, err)
	}
}

// notDelivered says so once for each sink; of one that was given up nobody wants to
// know.
func (x *Execution) notDelivered(s *sink, err error) {
	if !errors.Is(err, os.ErrClosed) {
		x.executor.cfg().Log.Warn("output not delivered", "session", x.session.id, "execution", x.id, "path", s.path, "error", err)
	}
}

// waitRead waits for the readers of all sinks together.
func (x *Execution) waitRead() {
	late := time.Now().Add(sinkPatience)
	for _, s := range x.sinks {
		if s != nil && s.fifo && !s.failed {
			if err := s.waitRead(late); err != nil {
				x.notDelivered(s, err)
			}
		}
	}
}

// copyTo writes every byte of a stream once, in order, until the program has ended.
func (x *Execution) copyTo(i int, s *sink) (err error) {
	for at := uint64(0); ; {
		changed, ended := x.Changed(), x.finished()
		if at, err = x.catchUp(i, s, at); err != nil || ended {
			return err
		}
		<-changed
	}
}

// catchUp writes what there is from an offset on, and returns the next.
func (x *Execution) catchUp(i int, s *sink, at uint64) (uint64, error) {
	log := x.out[i]
	var buf []byte // not kept while the program is silent
	for {
		size := log.Size()
		if at == size {
			return at, nil
		}
		if buf == nil {
			buf = make([]byte, min(size-at, sinkBuffer))
		}
		n, err := log.ReadAt(buf, at)
		if err != nil {
			return at, err
		}
		n, err = s.write(buf[:n], x.finished)
		at += uint64(n)
		if at > sinkTail {
			log.Drop(at - sinkTail)
		}
		if err != nil {
			return at, err
		}
	}
}

// errNotRead is a FIFO whose readers are too slow, or none.
var errNotRead = fmt.Errorf("nobody read it for %v after the program's end", sinkPatience)

// write waits for a full FIFO: for ever while the program runs, then for as long as
// some of it is read every now and then.
func (s *sink) write(p []byte, ended func() bool) (int, error) {
	if ended() {
		s.hurry()
	}
	n, err := s.file.Write(p)
	switch {
	case !errors.Is(err, os.ErrDeadlineExceeded):
		return n, err
	case n == 0:
		return 0, errNotRead
	}
	return n, nil
}

// hurry gives the write under way, or the next, until then. A regular file has no
// deadlines and needs none.
func (s *sink) hurry() { _ = s.file.SetWriteDeadline(time.Now().Add(sinkPatience)) }

// waitRead waits until a FIFO is empty: what is in it when the last end of it is
// closed is lost. The kernel tells writers of room, not of emptiness, so it is looked
// at every now and then.
func (s *sink) waitRead(late time.Time) error {
	for ; ; time.Sleep(sinkLook) {
		n, err := s.unread()
		if n == 0 || err != nil {
			return err
		}
		if time.Now().After(late) {
			return fmt.Errorf("the last %d bytes: %w", n, errNotRead)
		}
	}
}

// unread is how many bytes are in the FIFO: TIOCINQ is FIONREAD.
func (s *sink) unread() (n int, err error) {
	raw, err := s.file.SyscallConn()
	if err != nil {
		return 0, err
	}
	var failed error
	if raw.Control(func(fd uintptr) { n, failed = unix.IoctlGetInt(int(fd), unix.TIOCINQ) }) != nil {
		return 0, os.ErrClosed // it fails for no other reason, and has another name for it
	}
	return n, failed
}

// end gives the sinks up, in whatever they wait for. Nil has nothing to give up.
func (s *sinks) end() {
	if s == nil {
		return
	}
	for _, one := range s {
		if one != nil {
			_ = one.file.Close() // its goroutine hears of it
		}
	}
}

// stopDelivery is how long the executor's end waits for sinks.
const stopDelivery = sinkPatience + time.Second

// endDelivery lets the sinks of ended executions take what is left, for a while.
func (e *Executor) endDelivery() {
	done := make(chan struct{})
	go func() {
		e.delivering.Wait()
		close(done)
	}()
	if within(done, stopDelivery) {
		return
	}
	for _, x := range e.undelivered() {
		e.cfg().Log.Warn("output not delivered: the daemon stops", "session", x.session.id, "execution", x.id)
		x.sinks.end()
	}
	within(done, time.Second) // a disk that hangs holds up no longer
}

func within(done <-chan struct{}, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-done:
		return true
	case <-t.C:
		return false
	}
}

func (e *Executor) undelivered() (list []*Execution) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, s := range e.sessions {
		for _, x := range s.executions {
			if !closed(x.delivered) {
				list = append(list, x)
			}
		}
	}
	return list
}
