package py

import (
	"runtime"
	"runtime/metrics"
	"slices"
	"time"
)

// Nobody counts references here, so that it isn't known when an object is no longer used.
// Those with a __del__ are kept, and have it called at the end of the run: CPython's order
// for what a program's own variables hold.
const (
	// maxFinalizable is how many objects are kept at most; the __del__ of others isn't called.
	maxFinalizable = 1000
	// maxFinalizableHeap is what the heap may have, in bytes: where there is more, they are
	// let go, since they may be what takes the memory.
	maxFinalizableHeap = 128 << 20
)

// addFinalizable notes an object with a __del__.
func (u *unfinished) addFinalizable(o Object) {
	u.finalizables++
	if u.finalizables > maxFinalizable || slices.Contains(u.finalizable, o) {
		return
	}
	if u.finalizables%16 == 0 && heapBytes() > maxFinalizableHeap {
		u.finalizable, u.finalizables = nil, maxFinalizable
		return
	}
	u.finalizable = append(u.finalizable, o)
	u.watch = true
}

// heapBytes is the memory that objects take.
func heapBytes() uint64 { return metric("/memory/classes/heap/objects:bytes").Uint64() }

// liveBytes is the memory of the objects that the last collection has found alive, which is
// what a collection costs.
func liveBytes() uint64 { return metric("/gc/heap/live:bytes").Uint64() }

// RunCollector has Go's collector look at all there is, for which the program pays: it works
// on other threads, and others may share the process.
func (t *Thread) RunCollector() {
	const total = "/cpu/classes/gc/total:cpu-seconds"
	before := metric(total).Float64()
	runtime.GC()
	if h := t.In.Host.Host; h != nil && h.Meter != nil {
		h.Meter.Charge(time.Duration((metric(total).Float64() - before) * float64(time.Second)))
	}
}

func metric(name string) metrics.Value {
	sample := []metrics.Sample{{Name: name}}
	metrics.Read(sample)
	return sample[0].Value
}

// finalize is what is done when the program has come to its end, for what it has left.
func (t *Thread) finalize() error {
	t.closeLeft()
	if err := t.callFinalizers(); err != nil {
		return err
	}
	return t.warnUnawaited()
}

// callFinalizers calls __del__ of the objects that have one, the first made first. Those
// that are made meanwhile have theirs called, too.
func (t *Thread) callFinalizers() error {
	for len(t.In.left.finalizable) > 0 {
		list := t.In.left.finalizable
		t.In.left.finalizable = nil
		for _, o := range list {
			if err := t.callFinalizer(o); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *Thread) callFinalizer(o Object) error {
	if err := t.Poll(); err != nil && !isExc(err) {
		return err
	}
	_, _, err := t.callSpecial(o, "__del__")
	return t.ignored(err, "", OrNone(o.Class().Lookup("__del__")))
}
