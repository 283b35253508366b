package worker

import (
	"fmt"
	"net"
	"sync/atomic"
	"time"

	"google.golang.org/protobuf/proto"

	"github.com/elide-dev/elided/internal/frame"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// A conn is one connection to the daemon.
type conn struct {
	worker *Worker
	net    *net.UnixConn
	reader *frame.Reader
	writer *frame.Writer

	// greeted is set once the daemon's hello was taken; nothing is sent before.
	greeted atomic.Bool
}

func newConn(w *Worker, c *net.UnixConn) (*conn, error) {
	n := &conn{worker: w, net: c, reader: frame.NewReader(c, frame.MaxToWorker)}
	var err error
	n.writer, err = frame.NewWriter(c, writeTimeout, n.fill, func(error) { n.close() })
	return n, err
}

func (c *conn) close() { _ = c.net.Close() }

// serve reads frames until the connection ends or the daemon errs, in which case
// it is closed: the daemon dials again and both go on from their offsets.
func (c *conn) serve() {
	var in workerv1.ToWorker
	for {
		if err := c.reader.Read(&in); err != nil {
			return
		}
		if err := c.handle(&in); err != nil {
			return
		}
	}
}

func (c *conn) handle(in *workerv1.ToWorker) error {
	if hello := in.GetHello(); hello != nil {
		return c.hello(hello)
	}
	if !c.greeted.Load() {
		return fmt.Errorf("a frame before the hello")
	}
	w := c.worker
	switch f := in.GetFrame().(type) {
	case *workerv1.ToWorker_Start:
		w.start(f.Start)
	case *workerv1.ToWorker_Ack:
		if r := w.find(f.Ack.GetRef()); r != nil {
			r.ack(f.Ack)
		}
	case *workerv1.ToWorker_Forget:
		w.forget(f.Forget.GetRef())
	case *workerv1.ToWorker_Signal:
		if r := w.find(f.Signal.GetRef()); r != nil {
			result := r.signal(f.Signal)
			c.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_SignalResult{SignalResult: result}})
			if !result.GetHandled() && f.Signal.GetInterruptUnhandled() {
				r.interrupt()
			}
		}
	case *workerv1.ToWorker_Eval:
		if r := w.find(f.Eval.GetRef()); r != nil {
			r.evaluate(f.Eval.GetSeq(), f.Eval.GetExpression(), time.Duration(f.Eval.GetTimeout()))
		}
	case *workerv1.ToWorker_Interrupt:
		if r := w.find(f.Interrupt.GetRef()); r != nil {
			r.interrupt()
		}
	case *workerv1.ToWorker_HostResult:
		if r := w.find(f.HostResult.GetRef()); r != nil {
			r.answered(f.HostResult)
		}
	case *workerv1.ToWorker_Ping:
		c.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_Pong{Pong: &workerv1.Pong{Nonce: f.Ping.GetNonce()}}})
	}
	return nil
}

// hello attaches the daemon. A daemon of another version learns ours and hangs up.
func (c *conn) hello(h *workerv1.DaemonHello) error {
	if c.greeted.Load() {
		return fmt.Errorf("a second hello")
	}
	answer := c.worker.resume(c, h)
	if answer == nil {
		return fmt.Errorf("a newer connection has come")
	}
	for _, warm := range h.GetWarm() {
		c.worker.stock.warm(warm.GetLanguage(), int(warm.GetCount()))
	}
	c.worker.quiet.Reset(quietAfter) // getting ready leaves garbage too
	c.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_Hello{Hello: answer}})
	for _, r := range c.worker.all(nil) { // what an earlier connection may have lost
		if r.isLimited() {
			c.send(r.limitFrame())
		}
	}
	c.greeted.Store(true)
	c.worker.caches.forget()
	c.writer.Wake()
	if !c.worker.hasBegun() {
		time.AfterFunc(rehearseAfter, c.worker.rehearse)
	}
	if h.GetVersion() != frame.Version {
		return fmt.Errorf("the daemon speaks version %d", h.GetVersion())
	}
	return nil
}

// send queues a frame on the current connection, if there is one that has said hello;
// what is sent so may be lost.
func (w *Worker) send(m *workerv1.FromWorker) {
	w.mu.Lock()
	c := w.current
	w.mu.Unlock()
	if c != nil && c.greeted.Load() {
		c.send(m)
	}
}

// send queues a frame that is no part of a run's state.
func (c *conn) send(m *workerv1.FromWorker) {
	w := c.worker
	w.mu.Lock()
	if w.current == c {
		if u := m.GetUsage(); u != nil {
			u.Caches = w.caches.news()
		}
		w.control = appendFrame(w.control, m)
	}
	w.mu.Unlock()
	if c.greeted.Load() {
		c.writer.Wake()
	}
}

// batch is about how much one write carries, in bytes.
const batch = 64 << 10

// fill appends what there is to send: frames without a run, then a chunk of each
// run in turn.
func (c *conn) fill(b []byte) []byte {
	if !c.greeted.Load() {
		return b
	}
	w := c.worker
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.current != c {
		return b
	}
	if len(w.dirty) == 0 { // the frames before are with the kernel
		w.box.Clear()
	}
	b = append(b, w.control...)
	w.control = w.control[:0]
	for len(w.dirty) > 0 && len(b) < batch {
		r := w.dirty[0]
		w.dirty = w.dirty[1:]
		r.dirty = false
		var more bool
		if b, more = r.fill(b); more {
			w.markDirty(r)
		}
	}
	if len(w.dirty) == 0 {
		w.dirty = nil
	}
	return b
}

// fill appends at most one chunk of each stream, or the exit after the last one,
// and says whether there is more.
func (r *run) fill(b []byte) (_ []byte, more bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := range r.out {
		s := &r.out[i]
		if s.unsent() == 0 {
			continue
		}
		offset, chunk := s.next()
		b = appendFrame(b, &workerv1.FromWorker{Frame: &workerv1.FromWorker_Output{Output: &workerv1.Output{
			Ref: r.ref, Stderr: i == 1, Offset: offset, Data: chunk,
		}}})
	}
	b, more = r.fillCalls(b)
	b = r.fillEvals(b)
	if more || r.evals.unsent > 0 || r.out[0].unsent()+r.out[1].unsent() > 0 {
		return b, true
	}
	if r.exit != nil && !r.exitSent {
		r.exit.Caches = r.worker.caches.news()
		b = appendFrame(b, &workerv1.FromWorker{Frame: &workerv1.FromWorker_Exit{Exit: r.exit}})
		r.exitSent = true
	}
	return b, false
}

// appendFrame can't fail: every part of a frame is bounded and valid UTF-8.
func appendFrame(b []byte, m proto.Message) []byte {
	out, err := frame.Append(b, m, frame.MaxFromWorker)
	if err != nil {
		panic(fmt.Sprintf("worker frame: %v", err))
	}
	return out
}

// refuse ends a run that can't be started.
func (r *run) refuse(why string) {
	r.mu.Lock()
	r.ended = true
	r.exit = &workerv1.Exit{
		Ref: r.ref, Reason: workerv1.ExitReason_EXIT_REASON_CRASHED, ExitCode: 1, Message: why,
	}
	r.mu.Unlock()
	r.worker.changed(r, true)
}
