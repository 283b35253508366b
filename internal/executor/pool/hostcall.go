package pool

import (
	"github.com/elide-dev/elided/internal/frame"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// A Server answers the host calls of a run. Serve must not block; it has answer
// called once, from any goroutine. A run without one has its calls refused.
type Server interface {
	Serve(call *workerv1.HostCall, answer func(*workerv1.HostResult))
}

// hostCalls are the calls of a run that its worker has not acknowledged the answer
// of. Each is served once, however often it is sent. The worker's lock guards it.
type hostCalls struct {
	last uint64 // the highest number served
	done uint64 // the worker has the answers up to this one
	cost int    // of those kept
	kept map[uint64]*hostCall
}

// A hostCall is one of them: done < number <= last.
type hostCall struct {
	run    *Run
	result *workerv1.HostResult // nil until it is answered
	cost   int
	asked  bool // on this connection
	sent   bool // the answer, on this connection
	given  bool // the answer, on any connection
}

// hostCall takes a call. An error is a violation of the protocol.
func (w *worker) hostCall(c *workerv1.HostCall) error {
	w.mu.Lock()
	w.heard = true
	r := w.runs[c.GetRef()]
	if r == nil { // it was given up
		w.mu.Unlock()
		return nil
	}
	call, isNew, err := r.takeCall(c)
	w.mu.Unlock()
	switch {
	case err != nil:
		return err
	case isNew && r.server == nil:
		w.answer(c.GetId(), call, &workerv1.HostResult{Result: &workerv1.HostResult_File{File: &workerv1.FileResult{Errno: "EACCES"}}})
	case isNew:
		r.server.Serve(c, func(result *workerv1.HostResult) { w.answer(c.GetId(), call, result) })
	case call != nil:
		w.wake()
	}
	return nil
}

// takeCall acknowledges, and returns the call that c is; nil when it is none.
func (r *Run) takeCall(c *workerv1.HostCall) (call *hostCall, isNew bool, err error) {
	h := &r.calls
	if err := r.acknowledge(c.GetDone()); err != nil || c.GetId() == 0 {
		return nil, false, err
	}
	switch id := c.GetId(); {
	case id <= h.done:
		return nil, false, violation("call %d of run %d, which it has the answer of", id, r.ref)
	case id <= h.last:
		return r.repeatCall(id)
	case id != h.last+1 || id > h.done+frame.Calls:
		return nil, false, violation("call %d of run %d, where %d are done and %d were made", id, r.ref, h.done, h.last)
	}
	cost := frame.CallCost(c.GetFile())
	if c.GetFile() == nil || !frame.CallFits(c.GetFile()) || h.cost+cost > frame.CallWindow {
		return nil, false, violation("call %d of run %d is empty or too large", c.GetId(), r.ref)
	}
	call = &hostCall{run: r, cost: cost, asked: true}
	if h.kept == nil {
		h.kept = make(map[uint64]*hostCall)
	}
	h.kept[c.GetId()] = call
	h.last, h.cost = c.GetId(), h.cost+cost
	return call, true, nil
}

// repeatCall has the answer of a call sent again, over a new connection.
func (r *Run) repeatCall(id uint64) (*hostCall, bool, error) {
	call := r.calls.kept[id]
	if call.asked {
		return nil, false, violation("call %d of run %d twice", id, r.ref)
	}
	call.asked = true
	if call.result != nil && !call.sent {
		r.worker.answers = append(r.worker.answers, call)
	}
	return call, false, nil
}

// acknowledge forgets the calls up to done, all of which must have been answered.
func (r *Run) acknowledge(done uint64) error {
	h := &r.calls
	if done > h.last {
		return violation("an acknowledgement of call %d of run %d, which was not made", done, r.ref)
	}
	for h.done < done {
		call := h.kept[h.done+1]
		if !call.given {
			return violation("an acknowledgement of call %d of run %d, which has no answer", h.done+1, r.ref)
		}
		h.done++
		h.cost -= call.cost
		delete(h.kept, h.done)
	}
	return nil
}

// answer keeps a call's answer and sends it.
func (w *worker) answer(id uint64, call *hostCall, result *workerv1.HostResult) {
	result.Ref, result.Id = call.run.ref, id
	w.mu.Lock()
	call.result = result
	if !call.run.done && w.live && call.asked {
		w.answers = append(w.answers, call)
	}
	w.mu.Unlock()
	w.wake()
}

// answerBatch is about how many bytes of answers one write carries.
const answerBatch = 256 << 10

// fillAnswers appends answers. What is not with the kernel yet stays in its run, so
// that a worker which reads slowly costs no more than its windows. It needs the lock.
func (w *worker) fillAnswers() {
	for len(w.answers) > 0 && len(w.queue) < answerBatch {
		call := w.answers[0]
		w.answers[0] = nil
		w.answers = w.answers[1:]
		if !call.sent && !call.run.done {
			call.sent, call.given = true, true
			w.append(&workerv1.ToWorker{Frame: &workerv1.ToWorker_HostResult{HostResult: call.result}})
		}
	}
	if len(w.answers) == 0 {
		w.answers = nil
	}
}

// reopenCalls prepares a run's calls for a new connection. It needs the lock.
func (r *Run) reopenCalls() {
	for _, call := range r.calls.kept {
		call.asked, call.sent = false, false
	}
}

// Effects reports whether the run has reached outside its engine by a host call.
func (r *Run) Effects() bool {
	r.worker.mu.Lock()
	defer r.worker.mu.Unlock()
	return r.calls.last > 0
}
