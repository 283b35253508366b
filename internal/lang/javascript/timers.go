package javascript

import (
	"container/heap"
	"fmt"
	"math"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
)

// A timer is a Timeout of Node's: what setTimeout and setInterval return. It is an
// object of the program, which may put properties on it.
type timer struct {
	bag
	callback goja.Value
	args     []goja.Value
	due      int64 // by the loop's now
	delay    int64 // milliseconds, from 1
	seq      uint64
	at       int // in the heap; -1 when not pending
	repeat   bool
	unref    bool
	id       int64 // 0 until the program asks for a number
}

// maxDelay is the longest time in milliseconds; a longer one becomes 1, as in Node.
const maxDelay = math.MaxInt32

func (in *instance) setTimer(call goja.FunctionCall, repeat bool) goja.Value {
	callback := in.needFunction(call.Argument(0))
	delay := int64(1)
	if ms := call.Argument(1).ToFloat(); ms >= 1 && ms <= maxDelay {
		delay = int64(ms)
	}
	t := &timer{callback: callback, delay: delay, repeat: repeat, at: -1}
	if len(call.Arguments) > 2 {
		// The engine reuses the slice.
		t.args = append(t.args, call.Arguments[2:]...)
	}
	o := in.vm.NewDynamicObject(t)
	must(o.SetPrototype(in.timeoutPrototype()))
	t.object = o
	in.schedule(t)
	return o
}

func (in *instance) needFunction(v goja.Value) goja.Value {
	if _, ok := goja.AssertFunction(v); !ok {
		panic(in.codedError("TypeError", "ERR_INVALID_ARG_TYPE",
			`The "callback" argument must be of type function. Received `+in.describe(v)))
	}
	return v
}

// schedule makes t pending from now on, which may be long after the turn has begun.
func (in *instance) schedule(t *timer) {
	l := &in.loop
	in.updateNow()
	if t.at < 0 {
		in.countTimer()
		if !t.unref {
			l.refs++
		}
	}
	l.seq++
	t.due, t.seq = l.now+t.delay, l.seq
	if t.at < 0 {
		heap.Push(&l.timers, t)
	} else {
		heap.Fix(&l.timers, t.at)
	}
}

// countTimer ends the program when one timer more is one too many.
func (in *instance) countTimer() {
	limit := in.host.Timers
	if limit > 0 && len(in.loop.timers)+in.loop.queued >= limit {
		message := fmt.Sprintf("Error: more than %d timers are pending, which is this execution's limit; clear some, or raise limits.timers", limit)
		in.fail(lang.TimerLimit, in.hereFailure(message))
	}
}

// cancel makes t not pending.
func (in *instance) cancel(t *timer) {
	t.repeat = false
	if t.at < 0 {
		return
	}
	heap.Remove(&in.loop.timers, t.at)
	if !t.unref {
		in.loop.refs--
	}
}

// runTimers runs what is due. What is set meanwhile waits for the next turn.
func (in *instance) runTimers() {
	l := &in.loop
	for now := l.now; len(l.timers) > 0 && l.timers[0].due <= now; {
		t := l.timers[0]
		repeat := t.repeat
		in.cancel(t)
		t.repeat = repeat
		in.turn(func() { in.call(t.callback, t.object, t.args...) })
		if t.repeat && t.at < 0 {
			in.schedule(t)
		}
	}
}

// clear is clearTimeout, clearInterval and clearImmediate, which differ by name only.
func (in *instance) clear(call goja.FunctionCall) goja.Value {
	v := call.Argument(0)
	switch pending := dynamic(v).(type) {
	case *timer:
		in.cancel(pending)
	case *immediate:
		in.cancelImmediate(pending)
	default:
		if goja.IsNumber(v) || goja.IsString(v) {
			in.cancelByID(v.ToInteger())
		}
	}
	return goja.Undefined()
}

func (in *instance) cancelByID(id int64) {
	for _, t := range in.loop.timers {
		if t.id == id && id != 0 {
			in.cancel(t)
			return
		}
	}
}

// timerMethod is a method of Timeout's prototype.
func timerMethod(f func(in *instance, t *timer) goja.Value, names ...string) entry {
	return method(func(in *instance, call goja.FunctionCall) goja.Value {
		t, ok := dynamic(call.This).(*timer)
		if !ok {
			panic(in.vm.NewTypeError("this is not a Timeout"))
		}
		if v := f(in, t); v != nil {
			return v
		}
		return call.This
	}, names...)
}

func timeoutTable() *table {
	setRef := func(unref bool) func(*instance, *timer) goja.Value {
		return func(in *instance, t *timer) goja.Value {
			if t.unref != unref && t.at >= 0 {
				in.loop.refs += map[bool]int{true: -1, false: 1}[unref]
			}
			t.unref = unref
			return nil
		}
	}
	return newTable(
		timerMethod(setRef(false), "ref"),
		timerMethod(setRef(true), "unref"),
		timerMethod(func(in *instance, t *timer) goja.Value { return in.vm.ToValue(!t.unref) }, "hasRef"),
		timerMethod(func(in *instance, t *timer) goja.Value { in.schedule(t); return nil }, "refresh"),
		timerMethod(func(in *instance, t *timer) goja.Value { in.cancel(t); return nil }, "close"),
	)
}

// timeoutPrototype returns the prototype of this instance's timers.
func (in *instance) timeoutPrototype() *goja.Object {
	if p := in.loop.timeouts; p != nil {
		return p
	}
	p := in.vm.NewObject()
	in.extend(p, in.runtime.prelude.timeout)
	must(p.SetSymbol(goja.SymToPrimitive, in.function("[Symbol.toPrimitive]", func(call goja.FunctionCall) goja.Value {
		t, ok := dynamic(call.This).(*timer)
		if !ok {
			return goja.NaN()
		}
		if t.id == 0 {
			in.loop.ids++
			t.id = in.loop.ids
		}
		return in.vm.ToValue(t.id)
	})))
	must(p.Set("constructor", in.function("Timeout", func(goja.FunctionCall) goja.Value {
		panic(in.vm.NewTypeError("Illegal constructor"))
	})))
	in.loop.timeouts = p
	return p
}

// A timerHeap has the timer that is due first at 0.
type timerHeap []*timer

func (h timerHeap) Len() int { return len(h) }
func (h timerHeap) Less(i, j int) bool {
	if h[i].due != h[j].due {
		return h[i].due < h[j].due
	}
	return h[i].seq < h[j].seq
}
func (h timerHeap) Swap(i, j int) {
	h[i], h[j] = h[j], h[i]
	h[i].at, h[j].at = i, j
}

// Push implements heap.Interface.
func (h *timerHeap) Push(x any) {
	t := x.(*timer)
	t.at = len(*h)
	*h = append(*h, t)
}

// Pop implements heap.Interface.
func (h *timerHeap) Pop() any {
	old := *h
	t := old[len(old)-1]
	old[len(old)-1] = nil
	*h = old[:len(old)-1]
	t.at = -1
	return t
}
