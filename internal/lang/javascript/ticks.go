package javascript

import (
	"errors"

	"github.com/dop251/goja"
)

// A tick is a call of process.nextTick's.
type tick struct {
	callback goja.Value
	args     []goja.Value
}

func (in *instance) nextTick(call goja.FunctionCall) goja.Value {
	t := tick{callback: in.needFunction(call.Argument(0))}
	if len(call.Arguments) > 1 {
		t.args = append(t.args, call.Arguments[1:]...)
	}
	in.ticks = append(in.ticks, t)
	return goja.Undefined()
}

// settle runs what a task has put off, in Node's order: ticks until there are none,
// then promise jobs until there are none, and so on; then what was rejected and is not
// handled by now.
func (in *instance) settle() {
	for {
		in.runTicks()
		in.runJobs()
		if len(in.ticks) > 0 {
			continue
		}
		if len(in.rejections.promises) == 0 {
			return
		}
		in.reportRejections()
	}
}

func (in *instance) runTicks() {
	for len(in.ticks) > 0 {
		t := in.ticks[0]
		in.ticks[0] = tick{}
		in.ticks = in.ticks[1:]
		in.try(func() { in.call(t.callback, goja.Undefined(), t.args...) })
	}
	in.ticks = nil
}

// runJobs runs promise jobs until there are none: goja does when a call into it ends.
func (in *instance) runJobs() {
	if _, err := in.idle(goja.Undefined()); err != nil {
		panic(err)
	}
}

// queueMicrotask has the callback run as a promise job.
func (in *instance) queueMicrotask(call goja.FunctionCall) goja.Value {
	callback := in.needFunction(call.Argument(0))
	in.call(in.prelude("microtask"), goja.Undefined(), in.function("", func(goja.FunctionCall) goja.Value {
		in.try(func() { in.call(callback, goja.Undefined()) })
		return goja.Undefined()
	}))
	return goja.Undefined()
}

// rejections are the promises that were rejected and have no handler yet, in order,
// with nil for those that got one.
type rejections struct {
	promises []*goja.Promise
	at       map[*goja.Promise]int
}

// track is told of promises that are rejected without a handler, and of those that get
// one afterwards.
func (r *rejections) track(p *goja.Promise, op goja.PromiseRejectionOperation) {
	if op == goja.PromiseRejectionReject {
		if r.at == nil {
			r.at = make(map[*goja.Promise]int)
		}
		r.at[p] = len(r.promises)
		r.promises = append(r.promises, p)
		return
	}
	if i, ok := r.at[p]; ok {
		r.promises[i] = nil
		delete(r.at, p)
	}
}

func (in *instance) reportRejections() {
	rejected := in.rejections.promises
	in.rejections = rejections{}
	for _, p := range rejected {
		if p != nil && !in.evaluations.awaits(p) {
			in.unhandled(p)
		}
	}
}

// unhandled gives a rejection to the program's handler, or takes it for an uncaught
// error.
func (in *instance) unhandled(p *goja.Promise) {
	handled := false
	in.try(func() {
		handled = in.process.events.emit(in, in.process.object, "unhandledRejection", p.Result(), in.vm.ToValue(p))
	})
	if handled {
		return
	}
	thrown := in.vm.Try(func() { panic(in.rejectionError(p.Result())) })
	in.uncaught(thrown, "unhandledRejection")
}

// rejectionError returns what a rejection is thrown as.
func (in *instance) rejectionError(reason goja.Value) goja.Value {
	if isError(reason) {
		return reason
	}
	e := in.codedError("Error", "ERR_UNHANDLED_REJECTION",
		"This error originated either by throwing inside of an async function without a catch block, "+
			"or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "+
			"\""+in.describeReason(reason)+"\".")
	must(e.Set("name", "UnhandledPromiseRejection"))
	return e
}

// isError is true for an object that the engine gave a stack, of any subclass.
func isError(v goja.Value) bool {
	o, ok := v.(*goja.Object)
	return ok && o.ClassName() == "Error"
}

// codedError makes an error as Node's own are.
func (in *instance) codedError(class, code, message string) *goja.Object {
	constructor := in.vm.Get(class)
	e, err := in.vm.New(constructor, in.vm.ToValue(message))
	if err != nil {
		var thrown *goja.Exception
		if errors.As(err, &thrown) {
			panic(thrown)
		}
		panic(err)
	}
	must(e.Set("code", code))
	return e
}
