package javascript

import (
	"github.com/dop251/goja"
)

// An immediate is what setImmediate returns, or a task of the runtime's own.
type immediate struct {
	bag
	run   func()
	done  bool // it has begun, or was cleared
	unref bool
}

func (in *instance) setImmediate(call goja.FunctionCall) goja.Value {
	callback := in.needFunction(call.Argument(0))
	in.countTimer()
	args := append([]goja.Value(nil), call.Arguments[1:]...)
	i := &immediate{}
	i.object = in.vm.NewDynamicObject(i)
	i.run = func() { in.call(callback, i.object, args...) }
	must(i.object.SetPrototype(in.immediatePrototype()))
	in.queue(i)
	return i.object
}

// later has f run as a task of the next turn.
func (in *instance) later(f func()) {
	in.queue(&immediate{run: f})
}

func (in *instance) queue(i *immediate) {
	in.loop.immediates = append(in.loop.immediates, i)
	in.loop.queued++
	in.loop.immediate++
}

// runImmediates runs what is queued by now.
func (in *instance) runImmediates() {
	queued := in.loop.immediates
	in.loop.immediates = nil
	for _, i := range queued {
		if !i.done {
			in.cancelImmediate(i)
			in.turn(i.run)
		}
	}
}

func (in *instance) cancelImmediate(i *immediate) {
	if i.done {
		return
	}
	i.done = true
	in.loop.queued--
	if !i.unref {
		in.loop.immediate--
	}
	// So that setting and clearing in turn doesn't pile up.
	if last := len(in.loop.immediates) - 1; last >= 0 && in.loop.immediates[last] == i {
		in.loop.immediates = in.loop.immediates[:last]
	}
}

func immediateMethod(f func(in *instance, i *immediate) goja.Value, name string) entry {
	return method(func(in *instance, call goja.FunctionCall) goja.Value {
		i, ok := dynamic(call.This).(*immediate)
		if !ok {
			panic(in.vm.NewTypeError("this is not an Immediate"))
		}
		if v := f(in, i); v != nil {
			return v
		}
		return call.This
	}, name)
}

func immediateTable() *table {
	setRef := func(unref bool) func(*instance, *immediate) goja.Value {
		return func(in *instance, i *immediate) goja.Value {
			if i.unref != unref && !i.done {
				in.loop.immediate += map[bool]int{true: -1, false: 1}[unref]
			}
			i.unref = unref
			return nil
		}
	}
	return newTable(
		immediateMethod(setRef(false), "ref"),
		immediateMethod(setRef(true), "unref"),
		immediateMethod(func(in *instance, i *immediate) goja.Value { return in.vm.ToValue(!i.unref) }, "hasRef"),
	)
}

func (in *instance) immediatePrototype() *goja.Object {
	if in.loop.immediatePrototype == nil {
		in.loop.immediatePrototype = in.vm.NewObject()
		in.extend(in.loop.immediatePrototype, in.runtime.prelude.immediate)
	}
	return in.loop.immediatePrototype
}
