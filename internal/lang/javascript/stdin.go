package javascript

import (
	"unicode/utf8"

	"github.com/dop251/goja"
)

// stdin is process.stdin: what the request gave, as a stream that flows one chunk a
// turn while the program wants it to.
type stdin struct {
	object   *goja.Object
	events   emitter
	rest     []byte
	encoding string // empty for buffers
	flowing  bool
	queued   bool // a task of the stream's is on its way
	ended    bool // 'end' has been emitted
}

// maxChunk is how many bytes a chunk has at most.
const maxChunk = 64 << 10

func (in *instance) input() *stdin {
	in.needIO()
	if in.process.stdin == nil {
		s := &stdin{rest: in.program.Stdin}
		s.events.changed = func(in *instance, event string) { s.listen(in, event) }
		in.process.stdin = s
	}
	return in.process.stdin
}

func (in *instance) stdinObject() *goja.Object {
	s := in.input()
	if s.object == nil {
		s.object = in.vm.NewObject()
		in.extend(s.object, in.runtime.prelude.stdin)
		must(s.object.SetSymbol(in.registered("Symbol.asyncIterator"), in.function("[Symbol.asyncIterator]", func(goja.FunctionCall) goja.Value {
			return in.call(in.prelude("lines"), goja.Undefined(), s.object)
		})))
	}
	return s.object
}

// listen starts the flow when the program begins to listen for it.
func (s *stdin) listen(in *instance, event string) {
	switch {
	case len(s.events.listeners[event]) == 0:
	case event == "data":
		s.resume(in)
	case event == "readable":
		s.queue(in)
	}
}

func (s *stdin) resume(in *instance) {
	s.flowing = true
	s.queue(in)
}

// queue has one step of the stream done as a task, which keeps the program alive.
func (s *stdin) queue(in *instance) {
	if s.queued || s.ended {
		return
	}
	s.queued = true
	in.later(func() {
		s.queued = false
		s.step(in)
	})
}

func (s *stdin) step(in *instance) {
	readable := len(s.events.listeners["readable"]) > 0
	switch {
	case s.flowing && len(s.rest) > 0:
		chunk := s.chunk(in, s.take(maxChunk))
		s.queue(in)
		s.events.emit(in, s.object, "data", chunk)
	case readable && len(s.rest) > 0:
		s.events.emit(in, s.object, "readable")
	case s.flowing || readable:
		s.end(in, readable)
	}
}

func (s *stdin) end(in *instance, readable bool) {
	s.ended = true
	if readable {
		s.events.emit(in, s.object, "readable")
	}
	s.events.emit(in, s.object, "end")
	s.events.emit(in, s.object, "close")
}

// take takes up to n bytes, and of text no part of a character.
func (s *stdin) take(n int) []byte {
	n = min(n, len(s.rest))
	if s.encoding != "" {
		for back := 0; back < utf8.UTFMax && n < len(s.rest) && n > 1 && !utf8.RuneStart(s.rest[n]); back++ {
			n--
		}
	}
	b := s.rest[:n]
	s.rest = s.rest[n:]
	return b
}

func (s *stdin) chunk(in *instance, b []byte) goja.Value {
	return in.decode(b, s.encoding)
}

// read is stdin.read: all that is there, or null.
func (s *stdin) read(in *instance) goja.Value {
	if len(s.rest) == 0 {
		s.queue(in)
		return goja.Null()
	}
	v := s.chunk(in, s.take(len(s.rest)))
	s.queue(in)
	return v
}

// pipe copies the stream to another.
func (s *stdin) pipe(in *instance, to goja.Value) goja.Value {
	target := to.ToObject(in.vm)
	s.events.add(in, "data", listener{f: in.function("ondata", func(call goja.FunctionCall) goja.Value {
		return in.call(target.Get("write"), target, call.Argument(0))
	})}, false)
	isOutput := target == in.stdout.object || target == in.stderr.object
	s.events.add(in, "end", listener{f: in.function("onend", func(goja.FunctionCall) goja.Value {
		if isOutput {
			return goja.Undefined()
		}
		return in.call(target.Get("end"), target)
	})}, false)
	return to
}

func stdinTable() *table {
	self := func(f func(in *instance, s *stdin, call goja.FunctionCall), names ...string) entry {
		return method(func(in *instance, call goja.FunctionCall) goja.Value {
			f(in, in.input(), call)
			return call.This
		}, names...)
	}
	entries := []entry{
		value(func(*instance) any { return 0 }, "fd"),
		value(func(*instance) any { return false }, "isTTY", "destroyed", "readableEnded"),
		value(func(*instance) any { return true }, "readable"),
		self(func(in *instance, s *stdin, _ goja.FunctionCall) { s.resume(in) }, "resume"),
		self(func(_ *instance, s *stdin, _ goja.FunctionCall) { s.flowing = false }, "pause", "unpipe"),
		self(func(*instance, *stdin, goja.FunctionCall) {}, "ref", "unref", "setRawMode"),
		self(func(_ *instance, s *stdin, _ goja.FunctionCall) { s.flowing, s.ended = false, true }, "destroy"),
		self(func(_ *instance, s *stdin, call goja.FunctionCall) {
			s.encoding = "utf8"
			if v := call.Argument(0); goja.IsString(v) {
				s.encoding = v.String()
			}
		}, "setEncoding"),
		call0(func(in *instance) any { return !in.input().flowing }, "isPaused"),
		method(func(in *instance, _ goja.FunctionCall) goja.Value { return in.input().read(in) }, "read"),
		method(func(in *instance, call goja.FunctionCall) goja.Value {
			return in.input().pipe(in, call.Argument(0))
		}, "pipe"),
	}
	return newTable(append(entries, emitterEntries(func(in *instance) *emitter { return &in.input().events })...)...)
}

// decode makes a string of bytes in an encoding, or a Buffer when there is none.
func (in *instance) decode(b []byte, encoding string) goja.Value {
	if encoding == "utf8" || encoding == "utf-8" {
		return in.vm.ToValue(valid(string(b)))
	}
	// The program may write to its buffer.
	buffer := in.bufferFrom(in.vm.ToValue(in.vm.NewArrayBuffer(append([]byte(nil), b...))))
	if encoding == "" {
		return buffer
	}
	return in.call(buffer.Get("toString"), buffer, in.vm.ToValue(encoding))
}

// bufferFrom is Buffer.from.
func (in *instance) bufferFrom(args ...goja.Value) *goja.Object {
	class := in.requireBuiltin("buffer").ToObject(in.vm).Get("Buffer").ToObject(in.vm)
	return in.call(class.Get("from"), class, args...).ToObject(in.vm)
}
