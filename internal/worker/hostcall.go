package worker

import (
	"slices"

	"github.com/elide-dev/elided/internal/frame"
	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// hostCalls are what a run asks the daemon for. The run's lock guards them.
//
//	done < every number under way <= last <= done+frame.Calls
type hostCalls struct {
	intrinsics []string // granted

	last     uint64 // the highest number given
	done     uint64 // this one and all before it are answered
	doneSent uint64 // as the daemon was told
	cost     int    // of the numbers above done
	numbered map[uint64]*hostCall
	unsent   []uint64    // on this connection, in order
	waiting  []*hostCall // for a number, in order
}

// A hostCall is one of them.
type hostCall struct {
	call *workerv1.FileCall
	cost int
	done func(lang.FileResult) // nil once it is answered
}

// files is lang.Files for one run.
type files struct{ run *run }

var _ lang.Files = files{}

// grant sets what the daemon has granted the program.
func (r *run) grant(h *lang.Host) {
	granted := func(name string) bool { return slices.Contains(r.calls.intrinsics, name) }
	h.NoIO, h.NoEnv = !granted("io"), !granted("env")
	if granted("fs") {
		h.Files = files{r}
	}
}

// Call sends a call, or keeps it until there is room in the window.
func (f files) Call(c lang.FileCall, done func(lang.FileResult)) {
	wire := frame.FileCall(c)
	if !frame.CallFits(wire) {
		errno := "EINVAL"
		if max(len(c.Path), len(c.To)) > lang.MaxFilePath {
			errno = "ENAMETOOLONG"
		}
		done(lang.FileResult{Errno: errno})
		return
	}
	r := f.run
	r.mu.Lock()
	if r.ended {
		r.mu.Unlock()
		done(lang.FileResult{Errno: "EINTR"})
		return
	}
	r.calls.waiting = append(r.calls.waiting, &hostCall{wire, frame.CallCost(wire), done})
	numbered := r.calls.number()
	r.mu.Unlock()
	if numbered {
		r.worker.changed(r, true)
	}
}

// number gives numbers to the calls that wait, as far as the window goes, and
// reports whether it did.
func (h *hostCalls) number() (any bool) {
	for len(h.waiting) > 0 && h.last < h.done+frame.Calls && h.cost+h.waiting[0].cost <= frame.CallWindow {
		c := h.waiting[0]
		h.waiting[0] = nil
		h.waiting = h.waiting[1:]
		if h.numbered == nil {
			h.numbered = make(map[uint64]*hostCall)
		}
		h.last++
		h.numbered[h.last] = c
		h.cost += c.cost
		h.unsent = append(h.unsent, h.last)
		any = true
	}
	return any
}

// answered takes an answer. One to a call that has it is ignored.
func (r *run) answered(a *workerv1.HostResult) {
	r.mu.Lock()
	h := &r.calls
	c := h.numbered[a.GetId()]
	if c == nil || c.done == nil {
		r.mu.Unlock()
		return
	}
	done := c.done
	c.done, c.call = nil, nil
	for next := h.numbered[h.done+1]; next != nil && next.done == nil; next = h.numbered[h.done+1] {
		h.done++
		h.cost -= next.cost
		delete(h.numbered, h.done)
	}
	numbered := h.number()
	r.mu.Unlock()
	r.worker.changed(r, numbered)
	done(frame.ReadFileResult(a.GetFile()))
}

// fillCalls appends calls and says whether there are more. Without any it appends
// an acknowledgement when one is due, so that the daemon needn't keep the answers.
func (r *run) fillCalls(b []byte) (_ []byte, more bool) {
	h := &r.calls
	for len(h.unsent) > 0 {
		if len(b) >= batch {
			return b, true
		}
		id := h.unsent[0]
		h.unsent = h.unsent[1:]
		if c := h.numbered[id]; c != nil && c.call != nil {
			b = r.appendCall(b, &workerv1.HostCall{Id: id, Call: &workerv1.HostCall_File{File: c.call}})
		}
	}
	h.unsent = nil
	if h.done > h.doneSent && r.exit == nil {
		b = r.appendCall(b, &workerv1.HostCall{})
	}
	return b, false
}

func (r *run) appendCall(b []byte, c *workerv1.HostCall) []byte {
	c.Ref, c.Done = r.ref, r.calls.done
	r.calls.doneSent = c.Done
	return appendFrame(b, &workerv1.FromWorker{Frame: &workerv1.FromWorker_HostCall{HostCall: c}})
}

// resume has what is unanswered sent again over a new connection.
func (h *hostCalls) resume() {
	h.unsent, h.doneSent = nil, 0
	for id := h.done + 1; id <= h.last; id++ {
		if c := h.numbered[id]; c != nil && c.call != nil {
			h.unsent = append(h.unsent, id)
		}
	}
}

// drop forgets everything: the program has ended.
func (h *hostCalls) drop() {
	h.numbered, h.unsent, h.waiting = nil, nil, nil
	h.last, h.done, h.doneSent, h.cost = 0, 0, 0, 0
}
