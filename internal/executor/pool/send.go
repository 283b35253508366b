package pool

import (
	"net"

	"google.golang.org/protobuf/proto"

	"github.com/elide-dev/elided/internal/frame"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// begin adds a run. It needs the pool's lock, which made sure of a slot.
func (w *worker) begin(j Job, h Handler) *Run {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.nextRef++
	r := &Run{ref: w.nextRef, worker: w, handler: h, server: j.Server, start: j.frame(w.nextRef, w.exclusive), timeLimit: j.TimeLimit}
	w.runs[r.ref] = r
	if w.live {
		w.append(startFrame(r.start))
		r.sent = true
	}
	return r
}

// queueLive queues a frame on a connection that has one to queue it on; on the
// next one it is sent again from the run's state.
func (w *worker) queueLive(m proto.Message) {
	if w.live {
		w.append(m)
	}
}

func (w *worker) append(m proto.Message) {
	b, err := frame.Append(w.queue, m, frame.MaxToWorker)
	if err != nil { // the executor bounds what it accepts below this
		w.pool.cfg.Log.Error("frame to worker not sent", "worker", w.id, "error", err)
		return
	}
	w.queue = b
}

// keepQueue is how large a send buffer is kept, in bytes.
const keepQueue = 96 << 10

// fill appends what there is to send over c, acknowledgements with it. The writer of a
// connection that another has replaced may still ask: it must not get the hello.
func (w *worker) fill(c *net.UnixConn, b []byte) []byte {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn != c {
		return b
	}
	for _, r := range w.acks {
		r.ackDirty = false
		if r.done {
			continue
		}
		r.acked = r.taken
		w.append(&workerv1.ToWorker{Frame: &workerv1.ToWorker_Ack{Ack: &workerv1.Ack{
			Ref: r.ref, Stdout: r.taken[0], Stderr: r.taken[1], Evals: r.evals.taken,
		}}})
		r.evals.taken = nil
	}
	for _, ref := range w.forgets {
		w.append(&workerv1.ToWorker{Frame: &workerv1.ToWorker_Forget{Forget: &workerv1.Forget{Ref: ref}}})
	}
	clear(w.acks) // they must not keep runs alive
	w.acks, w.forgets = w.acks[:0], w.forgets[:0]
	w.fillAnswers()
	b = append(b, w.queue...)
	w.queue = w.queue[:0]
	if cap(w.queue) > keepQueue {
		w.queue = nil
	}
	return b
}

func (w *worker) backlog() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.queue)
}

// wake has the connection send what is queued.
func (w *worker) wake() {
	w.mu.Lock()
	writer := w.writer
	w.mu.Unlock()
	if writer != nil {
		writer.Wake()
	}
}
