package frame

import (
	"net"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// A Writer writes a connection's frames, one goroutine at a time and without one
// of its own: whoever wakes it writes, unless somebody is writing already. That
// saves a change of goroutine per frame, which is dear beside the write itself.
//
// It holds no queue. It asks fill for the next frames when the ones before are
// with the kernel, so what a slow peer has not taken stays where it came from.
type Writer struct {
	conn    *net.UnixConn
	raw     rawWriter
	fill    func([]byte) []byte
	timeout time.Duration
	fail    func(error)

	mu      sync.Mutex
	writing bool // somebody is writing
	again   bool // and has to ask fill once more
	closed  bool

	buf []byte // the writing goroutine's
}

type rawWriter interface {
	Write(func(fd uintptr) bool) error
}

// NewWriter returns a Writer on conn. fill appends frames to the buffer it is
// given and returns it, unchanged when there is nothing to send; it is called by
// one goroutine at a time. fail is called at most once, with what broke the
// connection: a peer that takes nothing for timeout has.
func NewWriter(conn *net.UnixConn, timeout time.Duration, fill func([]byte) []byte, fail func(error)) (*Writer, error) {
	raw, err := conn.SyscallConn()
	if err != nil {
		return nil, err
	}
	return &Writer{conn: conn, raw: raw, fill: fill, timeout: timeout, fail: fail}, nil
}

// Wake has fill asked and its frames written, by this goroutine or by the one
// that is writing. It does not block: when the peer is behind, a goroutine is
// started to wait for it, which ends when all is written or the timeout passes.
func (w *Writer) Wake() {
	if w.begin() {
		w.run()
	}
}

func (w *Writer) run() {
	for {
		w.buf = w.fill(w.buf[:0])
		if len(w.buf) == 0 {
			if w.end() {
				return
			}
			continue
		}
		n, err := w.try(w.buf)
		if err != nil {
			w.broken(err)
			return
		}
		if n < len(w.buf) {
			go w.wait(w.buf[n:])
			return
		}
	}
}

// wait writes the rest of a batch that the peer had no room for, then carries on.
func (w *Writer) wait(rest []byte) {
	if err := w.conn.SetWriteDeadline(time.Now().Add(w.timeout)); err != nil {
		w.broken(err)
		return
	}
	if _, err := w.conn.Write(rest); err != nil {
		w.broken(err)
		return
	}
	if err := w.conn.SetWriteDeadline(time.Time{}); err != nil {
		w.broken(err)
		return
	}
	w.run()
}

// try writes what the kernel takes without waiting.
func (w *Writer) try(b []byte) (n int, err error) {
	rawErr := w.raw.Write(func(fd uintptr) bool {
		n, err = unix.Write(int(fd), b)
		return true
	})
	if rawErr != nil {
		return 0, rawErr
	}
	if err == unix.EAGAIN || err == unix.EINTR {
		return 0, nil
	}
	return n, err
}

func (w *Writer) begin() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.writing {
		w.again = true
		return false
	}
	w.writing = !w.closed
	return w.writing
}

// end stops writing unless there was a Wake since fill was asked.
func (w *Writer) end() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.again {
		w.again = false
		return false
	}
	w.writing = false
	if cap(w.buf) > keepBuffer {
		w.buf = nil
	}
	return true
}

// broken ends the writer for good.
func (w *Writer) broken(err error) {
	w.mu.Lock()
	w.closed, w.writing = true, false
	w.mu.Unlock()
	w.fail(err)
}
