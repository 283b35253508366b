package javascript

import (
	"io"

	"github.com/dop251/goja"
)

// An output is standard output or standard error.
type output struct {
	in     *instance
	w      io.Writer
	fd     int
	buffer []byte // reused from one line to the next
	object *goja.Object
	events emitter
	ended  bool
}

// maxBuffer is how large a line may be for its buffer to be kept.
const maxBuffer = 4 << 10

// write writes all of text, or ends the program.
func (o *output) write(text string) {
	o.buffer = append(o.buffer[:0], text...)
	o.flush()
}

// flush writes the buffer.
func (o *output) flush() {
	o.writeBytes(o.buffer)
	if cap(o.buffer) > maxBuffer {
		o.buffer = nil
	}
}

func (o *output) writeBytes(b []byte) {
	if o.in.outcome != nil {
		panic(ended{})
	}
	if len(b) == 0 {
		return
	}
	if _, err := o.w.Write(b); err != nil {
		o.in.end(interruptedOutcome())
	}
}

// outputObject returns process.stdout or process.stderr.
func (in *instance) outputObject(o *output) *goja.Object {
	if o.object == nil {
		o.object = in.vm.NewObject()
		table := in.runtime.prelude.stdout
		if o == in.stderr {
			table = in.runtime.prelude.stderr
		}
		in.extend(o.object, table)
	}
	return o.object
}

// outputTable has the properties of a stream, which of finds.
func outputTable(of func(in *instance) *output) *table {
	entries := []entry{
		value(func(in *instance) any { return of(in).fd }, "fd"),
		value(func(*instance) any { return false }, "isTTY", "destroyed", "writableNeedDrain"),
		value(func(*instance) any { return true }, "writable"),
		value(func(*instance) any { return 0 }, "writableLength"),
		value(func(*instance) any { return 16 << 10 }, "writableHighWaterMark"),
		method(func(in *instance, call goja.FunctionCall) goja.Value {
			of(in).take(call.Argument(0), call.Argument(1))
			in.callLast(call.Arguments, 1)
			return in.vm.ToValue(true)
		}, "write"),
		method(func(in *instance, call goja.FunctionCall) goja.Value { return of(in).end(call) }, "end"),
		method(func(in *instance, call goja.FunctionCall) goja.Value { return call.This },
			"cork", "uncork", "setDefaultEncoding", "destroy"),
	}
	return newTable(append(entries, emitterEntries(func(in *instance) *emitter { return &of(in).events })...)...)
}

// take writes what a program has given: a string in an encoding, or bytes.
func (o *output) take(chunk, encoding goja.Value) {
	o.in.needIO()
	if goja.IsString(chunk) {
		if goja.IsString(encoding) && encoding.String() != "utf8" && encoding.String() != "utf-8" {
			chunk = o.in.bufferFrom(chunk, encoding)
		} else {
			o.write(chunk.String())
			return
		}
	}
	b, ok := o.in.bytes(chunk)
	if !ok {
		panic(o.in.codedError("TypeError", "ERR_INVALID_ARG_TYPE",
			`The "chunk" argument must be of type string or an instance of Buffer or Uint8Array. Received `+o.in.describe(chunk)))
	}
	o.writeBytes(b)
}

func (o *output) end(call goja.FunctionCall) goja.Value {
	if c := call.Argument(0); !goja.IsUndefined(c) && !goja.IsNull(c) {
		if _, isCallback := goja.AssertFunction(c); !isCallback {
			o.take(c, call.Argument(1))
		}
	}
	if !o.ended {
		o.ended = true
		o.in.later(func() { o.events.emit(o.in, o.object, "finish") })
	}
	o.in.callLast(call.Arguments, 0)
	return call.This
}

// callLast calls the callback among the arguments from a place on, as a tick.
func (in *instance) callLast(args []goja.Value, from int) {
	for i := len(args) - 1; i >= from; i-- {
		if _, ok := goja.AssertFunction(args[i]); ok {
			in.ticks = append(in.ticks, tick{callback: args[i]})
			return
		}
	}
}

// bytes returns the bytes of a Uint8Array, another view or an ArrayBuffer. They may
// change when the program goes on.
func (in *instance) bytes(v goja.Value) ([]byte, bool) {
	o, ok := v.(*goja.Object)
	if !ok {
		return nil, false
	}
	if a, ok := o.Export().(goja.ArrayBuffer); ok {
		return a.Bytes(), !a.Detached()
	}
	isView := in.vm.Get("ArrayBuffer").(*goja.Object).Get("isView")
	if !in.call(isView, goja.Undefined(), v).ToBoolean() {
		return nil, false
	}
	a, ok := o.Get("buffer").Export().(goja.ArrayBuffer)
	if !ok || a.Detached() {
		return nil, false
	}
	from, n := int(o.Get("byteOffset").ToInteger()), int(o.Get("byteLength").ToInteger())
	if b := a.Bytes(); from >= 0 && n >= 0 && from+n <= len(b) {
		return b[from : from+n], true
	}
	return nil, false
}
