package worker

import (
	"runtime/debug"
	"runtime/metrics"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// Parts of the worker's memory limit, in percent. The collector tries to stay below a
// mark: the least of it is where it begins to work harder, and the mark rises with
// what is live, so that the collector isn't at work all the time for nothing.
const (
	leastMark = 65
	mostMark  = 90

	// A shared worker ends runs when so much is live, or so much in use whatever is
	// live, until less is.
	shedLive  = 75
	shedUsed  = 92
	shedUntil = 60
)

// markRoom is how much above what is live the collector's mark is, in percent.
const markRoom = 30

const (
	// thrashTime is over how much processor time the collector's part is looked at,
	// and thrashPart from what part on a program has no use of the memory it has left:
	// the Go runtime keeps the collector to half.
	thrashTime = 200 * time.Millisecond
	thrashPart = 0.4
	thrashLive = 70 // percent of the limit

	// fullLive is how much may be live in an exclusive worker, in percent: stacks, tables
	// and what lies between objects take the rest.
	fullLive = 88
)

// memory is a watch's view of the process's memory. The watch's lock guards it.
type memory struct {
	samples   []metrics.Sample
	allocated uint64 // bytes ever
	grown     uint64 // of those since the last look, what took no more from the system
	used      uint64 // bytes that the process has from the system
	untouched uint64 // bytes that it has got, and not seen to be touched yet
	waited    int    // looks since that was nothing
	live      uint64 // bytes that the last collection left
	outside   uint64 // bytes that programs have outside of Go's heap

	mark      uint64        // the collector's
	collected time.Duration // processor time of the collector, at the begin of a stretch
	computed  time.Duration // of the programs, in the stretch

	tight  bool   // runs are being stopped
	victim *run   // the last that was, until its memory is collected
	exits  uint64 // of runs, when their memory was last collected
	swept  bool   // that was at the last look
}

func newMemory() memory {
	return memory{samples: []metrics.Sample{
		{Name: "/gc/heap/allocs:bytes"},
		{Name: "/memory/classes/total:bytes"},
		{Name: "/memory/classes/heap/released:bytes"},
		{Name: "/gc/heap/live:bytes"},
		{Name: "/cpu/classes/gc/mark/assist:cpu-seconds"},
		{Name: "/cpu/classes/gc/mark/dedicated:cpu-seconds"},
	}}
}

func (m *memory) read(o *lang.Outside) {
	metrics.Read(m.samples)
	held, ever := o.Held()
	total := m.samples[0].Value.Uint64() + ever
	m.outside = held
	m.grown, m.allocated = total-m.allocated, total
	before := m.used
	m.used = m.samples[1].Value.Uint64() - m.samples[2].Value.Uint64() + held
	if m.used > before {
		got := min(m.used-before, m.grown)
		m.grown -= got
		m.untouched += got
	}
	m.live = m.samples[3].Value.Uint64()
}

const (
	// touchRate bounds how much memory the kernel clears in its time, in bytes a second.
	touchRate = 4 << 30
	// touchLooks is after how many looks memory that nobody seems to touch goes by time.
	touchLooks = 10
	// untoldPart is what part of the limit nobody is ended for without its being known
	// who touches it.
	untoldPart = 16
)

// touched returns what the kernel has cleared in the time that it took, in bytes, and
// what is to be put down by the runs' time.
func (m *memory) touched(system time.Duration) (touched, rest uint64) {
	touched = min(m.untouched, uint64(system.Seconds()*touchRate))
	m.untouched -= touched
	rest = m.grown
	if m.waited++; m.untouched == 0 {
		m.waited = 0
	} else if m.waited >= touchLooks {
		rest += m.untouched
		m.untouched, m.waited = 0, 0
	}
	return touched, rest
}

// collecting is the processor time that the collector has taken from programs.
func (m *memory) collecting() time.Duration {
	return time.Duration((m.samples[4].Value.Float64() + m.samples[5].Value.Float64()) * float64(time.Second))
}

// setMark moves the collector's mark to where it belongs.
func (m *memory) setMark(limit uint64) {
	limit -= min(m.outside, limit/2)
	want := min(max(m.live/100*(100+markRoom), limit/100*leastMark), limit/100*mostMark)
	if moved := max(want, m.mark) - min(want, m.mark); moved > limit/32 {
		m.mark = want
		debug.SetMemoryLimit(int64(want))
	}
}

// limitMemory keeps the worker below its limit.
func (t *watch) limitMemory(shares []share) {
	limit, shared := t.worker.memoryLimit()
	if limit == 0 {
		return
	}
	t.memory.setMark(limit)
	t.worker.setGarbage(t.memory.live)
	if shared {
		t.shed(shares, limit)
	} else {
		t.stopThrashing(shares, limit)
	}
}

// shed ends the run that allocates fastest while memory is short, one after the
// other, until there is plenty. Before the next one, what the last one left is
// collected: it may be all that was too much. So is what runs have left that ended by
// themselves, once: when others end all the time, memory is short nevertheless.
func (t *watch) shed(shares []share, limit uint64) {
	m := &t.memory
	if m.tight {
		m.tight = m.live+m.outside > limit/100*shedUntil || m.used > limit/100*shedUsed
	} else {
		m.tight = m.live+m.outside > limit/100*shedLive || m.used > limit/100*shedUsed
	}
	if !m.tight {
		m.victim = nil
		return
	}
	if v := m.victim; v != nil {
		if !v.hasExited() {
			return // the daemon ends it, with the worker if need be
		}
		m.victim = nil
		debug.FreeOSMemory()
		return
	}
	if exits := t.worker.exited(); exits != m.exits && !m.swept {
		m.exits, m.swept = exits, true
		debug.FreeOSMemory()
		return
	}
	m.swept = false
	if m.untouched > limit/untoldPart {
		return // soon it is known whose that is
	}
	if r := t.greediest(shares); r != nil {
		m.victim = r
		t.stop(r, workerv1.Limit_LIMIT_MEMORY)
	}
}

// seriousRate is how fast a program allocates that is ended for it, in bytes a second.
// Below that memory is short because of what others hold.
const seriousRate = 4 << 20

// greediest returns the run to end, of those that aren't yet: who allocates fastest or,
// when nobody does, who has allocated most, asleep or not.
func (t *watch) greediest(shares []share) (r *run) {
	for _, s := range shares {
		if m := &s.run.meter; m.rate >= seriousRate && !s.run.isLimited() && (r == nil || m.rate > r.meter.rate) {
			r = s.run
		}
	}
	if r != nil {
		return r
	}
	for _, other := range t.worker.all(nil) {
		if !other.isLimited() && !other.hasExited() && (r == nil || other.meter.allocated.Load() > r.meter.allocated.Load()) {
			r = other
		}
	}
	return r
}

// stopThrashing ends the run of an exclusive worker that has filled it, or left so
// little that the collector does most of the work.
func (t *watch) stopThrashing(shares []share, limit uint64) {
	m := &t.memory
	if m.live+m.outside > limit/100*fullLive {
		t.stopAll(shares)
		return
	}
	for _, s := range shares {
		m.computed += s.time
	}
	collected := m.collecting() - m.collected
	if m.computed+collected < thrashTime {
		return
	}
	part := collected.Seconds() / (m.computed + collected).Seconds()
	m.collected, m.computed = m.collecting(), 0
	if part > thrashPart && m.live+m.outside > limit/100*thrashLive {
		t.stopAll(shares)
	}
}

func (t *watch) stopAll(shares []share) {
	for _, s := range shares {
		t.stop(s.run, workerv1.Limit_LIMIT_MEMORY)
	}
}
