package pool

import (
	"errors"
	"fmt"
	"net"
	"os"
	"time"

	"google.golang.org/protobuf/proto"

	"github.com/elide-dev/elided/internal/frame"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// converse serves one connection after another until the process has ended.
func (w *worker) converse() {
	second, redials := time.Now(), 0
	for tries := 0; tries < maxRedials && redials < maxRedialRate; tries++ {
		if redials++; time.Since(second) > time.Second {
			second, redials = time.Now(), 0
		}
		greeted, err := w.connection()
		if greeted {
			tries = 0
		}
		if isViolation(err) {
			w.pool.cfg.Log.Warn("worker broke the protocol", "worker", w.id, "error", err)
			w.kill(CauseProtocol)
		}
		if !greeted && errors.Is(err, os.ErrDeadlineExceeded) {
			w.pool.cfg.Log.Warn("worker did not say hello", "worker", w.id, "timeout", w.pool.cfg.HelloTimeout)
			w.kill(CauseHung)
		}
		if w.gone(err) {
			return
		}
	}
	w.pool.cfg.Log.Warn("worker breaks its connections", "worker", w.id)
	w.kill(CauseProtocol)
}

// gone reports whether the process has ended. One that can't be dialled is about
// to, or is killed.
func (w *worker) gone(err error) bool {
	var dial *net.OpError
	wait := time.Duration(0)
	if errors.As(err, &dial) && dial.Op == "dial" || w.isKilled() {
		wait = exitTimeout
	}
	t := time.NewTimer(wait)
	defer t.Stop()
	select {
	case <-w.exited:
		return true
	case <-t.C:
	}
	if wait > 0 {
		w.kill(CauseCrashed)
		<-w.exited
		return true
	}
	return false
}

func (w *worker) isKilled() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.killed != ""
}

// connection dials the process and reads frames until the connection ends.
func (w *worker) connection() (greeted bool, err error) {
	c, err := dial(w.proc.socket)
	if err != nil {
		return false, err
	}
	defer func() { _ = c.Close() }()
	if err := w.open(c); err != nil {
		return false, err
	}
	defer w.close()
	if err := c.SetReadDeadline(time.Now().Add(w.pool.cfg.HelloTimeout)); err != nil {
		return false, err
	}
	reader := frame.NewReader(c, frame.MaxFromWorker)
	var in workerv1.FromWorker
	for {
		if err := reader.Read(&in); err != nil {
			return greeted, err
		}
		if !greeted {
			if err := w.hello(&in); err != nil {
				return false, err
			}
			greeted = true
			if err := c.SetReadDeadline(time.Time{}); err != nil {
				return greeted, err
			}
			continue
		}
		if err := w.handle(&in); err != nil {
			return greeted, err
		}
	}
}

// open makes c the connection and queues the hello. Behind the first hello of
// all, starts follow at once: a new process can hold nothing.
func (w *worker) open(c *net.UnixConn) error {
	writer, err := frame.NewWriter(c, writeTimeout, func(b []byte) []byte { return w.fill(c, b) }, func(error) { _ = c.Close() })
	if err != nil {
		return err
	}
	w.mu.Lock()
	w.conn, w.writer = c, writer
	w.queue, w.acks, w.forgets, w.answers = nil, nil, nil, nil
	first := !w.opened
	w.opened = true
	hello := &workerv1.DaemonHello{Version: frame.Version}
	for _, l := range w.pool.cfg.Warm {
		hello.Warm = append(hello.Warm, &workerv1.Warm{Language: l, Count: 1})
	}
	for _, r := range w.runs {
		r.sent, r.ackDirty = false, false
		r.reopenCalls()
		r.acked, r.evals.taken = r.taken, nil
		if !first {
			hello.Attach = append(hello.Attach, &workerv1.Attach{Ref: r.ref, Stdout: r.taken[0], Stderr: r.taken[1]})
		}
	}
	w.append(&workerv1.ToWorker{Frame: &workerv1.ToWorker_Hello{Hello: hello}})
	if first {
		w.live = true
		_ = w.resend(nil) // nothing can be lost yet
	}
	w.mu.Unlock()
	writer.Wake()
	return nil
}

// close ends the use of the connection.
func (w *worker) close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.live, w.writer, w.conn = false, nil, nil
	w.queue = nil
}

// hello takes the worker's, and sends it what it doesn't hold.
func (w *worker) hello(in *workerv1.FromWorker) error {
	h := in.GetHello()
	if h == nil {
		return violation("its first frame is %T, not a hello", in.GetFrame())
	}
	if h.GetVersion() != frame.Version {
		return violation("it speaks version %d and not %d", h.GetVersion(), frame.Version)
	}
	if err := w.pool.accept(h.GetSandbox()); err != nil {
		w.kill(CauseStart)
		return err
	}
	w.mu.Lock()
	first := !w.greeted
	w.greeted, w.heard, w.pinged = true, true, false
	if first {
		w.ready = time.Now()
		w.assignLimits()
	}
	var err error
	if !w.live {
		w.live = true
		err = w.resend(h.GetHeld())
	}
	w.mu.Unlock()
	if err != nil {
		return err
	}
	w.wake()
	if first {
		w.pool.ready()
		w.pool.cfg.OnReady(w.ready.Sub(w.made))
	}
	return nil
}

// resend queues what a connection must be told of each run: its start, unless
// the worker holds it, its unanswered signals, its interrupt.
func (w *worker) resend(held []*workerv1.Held) error {
	for _, h := range held {
		if r := w.runs[h.GetRef()]; r != nil {
			r.sent, r.held = true, true
		}
	}
	for _, r := range w.runs {
		if !r.sent && r.held {
			return violation("it has lost run %d", r.ref)
		}
		if !r.sent {
			w.append(startFrame(r.start))
			r.sent = true
		}
		for _, s := range r.signals {
			w.append(signalFrame(r.ref, s))
		}
		for _, e := range r.evals.pending {
			w.append(evalFrame(r.ref, e))
		}
		if r.interrupted {
			w.append(interruptFrame(r.ref))
		}
	}
	return nil
}

type violationError struct{ text string }

func (v violationError) Error() string { return v.text }

func violation(format string, args ...any) error {
	return violationError{fmt.Sprintf(format, args...)}
}

// isViolation tells a worker's misbehaviour from a broken connection.
func isViolation(err error) bool {
	var v violationError
	return errors.As(err, &v) || errors.Is(err, frame.ErrTooLarge) || errors.Is(err, proto.Error)
}
