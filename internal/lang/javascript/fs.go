package javascript

import (
	"path"
	"sync"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
)

// completions are the answers to file operations that have come. They are shared
// with the goroutines that bring them.
type completions struct {
	mu     sync.Mutex
	queued []completion
}

type completion struct {
	done   goja.Value
	result lang.FileResult
}

func (c *completions) add(x completion) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.queued = append(c.queued, x)
}

func (c *completions) take() []completion {
	c.mu.Lock()
	defer c.mu.Unlock()
	queued := c.queued
	c.queued = nil
	return queued
}

// runCompletions runs the callbacks of the operations that are answered, each as a
// task.
func (in *instance) runCompletions() {
	for _, c := range in.completions.take() {
		in.loop.calls--
		in.turn(func() { in.call(c.done, goja.Undefined(), in.fileResult(c.result)) })
	}
}

// natives are what the library's modules have of this instance.
func (in *instance) natives(module string) map[string]func(goja.FunctionCall) goja.Value {
	if module != "internal:files" {
		return nil
	}
	return map[string]func(goja.FunctionCall) goja.Value{
		"operation": in.fileOperation,
		"notGranted": func(goja.FunctionCall) goja.Value {
			if in.host.Files != nil {
				return goja.Undefined()
			}
			return in.vm.ToValue(lang.NotGranted("fs"))
		},
		"errorText": func(call goja.FunctionCall) goja.Value {
			return in.vm.ToValue(lang.ErrnoText(call.Argument(0).String()))
		},
		"own":      in.ownFile,
		"input":    in.readInput,
		"output":   in.writeOutput,
		"absolute": in.absolutePath,
	}
}

// fileOperation takes (operation, flags, mode, path, to, handle, offset, length,
// data, done). Without done it waits and returns the answer.
func (in *instance) fileOperation(call goja.FunctionCall) goja.Value {
	if in.host.Files == nil {
		panic(in.codedError("Error", "ERR_ACCESS_DENIED", lang.NotGranted("fs")))
	}
	c := lang.FileCall{
		Op: lang.FileOp(call.Argument(0).ToInteger()), Flags: lang.FileFlags(call.Argument(1).ToInteger()),
		Mode: uint32(call.Argument(2).ToInteger()), Path: call.Argument(3).String(), To: call.Argument(4).String(),
		Handle: uint64(call.Argument(5).ToInteger()), Offset: uint64(call.Argument(6).ToInteger()),
		Length: int(min(max(0, call.Argument(7).ToInteger()), lang.FileChunk)),
	}
	if b, ok := in.bytes(call.Argument(8)); ok {
		c.Data = append(c.Data, b...) // the program may go on to change it
	}
	done := call.Argument(9)
	if _, ok := goja.AssertFunction(done); !ok {
		return in.fileResult(in.askAndWait(c))
	}
	in.loop.calls++
	in.host.Files.Call(c, func(r lang.FileResult) {
		in.completions.add(completion{done, r})
		in.nudge()
	})
	return goja.Undefined()
}

// askAndWait does one operation with the program standing still.
func (in *instance) askAndWait(c lang.FileCall) (r lang.FileResult) {
	answer := make(chan lang.FileResult, 1)
	in.checkInterrupt()
	in.host.Files.Call(c, func(r lang.FileResult) { answer <- r })
	woken := false
	in.host.Waiting(func() {
		for !in.interrupted.Load() {
			select {
			case r = <-answer:
				return
			case <-in.wake: // perhaps a signal, or another answer: for the loop, later
				woken = true
			}
		}
	})
	if woken {
		in.nudge()
	}
	in.checkInterrupt()
	return r
}

// fileResult is an answer as the library has it.
func (in *instance) fileResult(r lang.FileResult) goja.Value {
	o := in.vm.NewObject()
	set := func(name string, v any) {
		must(o.DefineDataProperty(name, in.vm.ToValue(v), goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE))
	}
	set("errno", r.Errno)
	set("handle", int64(r.Handle))
	set("written", r.Written)
	set("more", r.More)
	if r.Data != nil {
		set("data", in.vm.NewArrayBuffer(r.Data))
	}
	if i := r.Info; i != (lang.FileInfo{}) {
		set("info", in.vm.NewArray(int(i.Kind), i.Mode, int64(i.Size), float64(i.Modified)/1e6, int64(i.Inode)))
	}
	names, kinds := make([]any, len(r.Entries)), make([]any, len(r.Entries))
	for i, e := range r.Entries {
		names[i], kinds[i] = valid(e.Name), int(e.Kind)
	}
	set("names", in.vm.NewArray(names...))
	set("kinds", in.vm.NewArray(kinds...))
	return o
}

// ownFile returns what a path means without any grant: a file of the request, or
// /dev/stdin, of which this takes all.
func (in *instance) ownFile(call goja.FunctionCall) goja.Value {
	content, ok := in.ownContent(call.Argument(0).String(), call.Argument(1).ToBoolean())
	if !ok {
		return goja.Undefined()
	}
	return in.decode(content, "")
}

func (in *instance) ownContent(name string, look bool) ([]byte, bool) {
	if name == "/dev/stdin" {
		if look {
			return nil, true
		}
		s := in.input()
		b := s.rest
		s.rest = nil
		return b, true
	}
	for p, content := range in.program.Files {
		if name == p || name == "./"+p || name == in.filename(&module{path: p}) {
			return []byte(content), true
		}
	}
	return nil, false
}

// readInput takes up to so many bytes of standard input.
func (in *instance) readInput(call goja.FunctionCall) goja.Value {
	s := in.input()
	n := int(min(max(0, call.Argument(0).ToInteger()), int64(len(s.rest))))
	b := s.rest[:n]
	s.rest = s.rest[n:]
	return in.decode(b, "")
}

// writeOutput writes bytes to standard output or error, by their numbers.
func (in *instance) writeOutput(call goja.FunctionCall) goja.Value {
	o := in.stdout
	if call.Argument(0).ToInteger() == 2 {
		o = in.stderr
	}
	o.take(call.Argument(1), goja.Undefined())
	return goja.Undefined()
}

func (in *instance) absolutePath(call goja.FunctionCall) goja.Value {
	p := call.Argument(0).String()
	if !path.IsAbs(p) {
		p = path.Join(in.program.Dir, p)
	}
	return in.vm.ToValue(path.Clean(p))
}

// needIO throws unless the program is granted its outputs and its input.
func (in *instance) needIO() {
	if in.host.NoIO {
		panic(in.codedError("Error", "ERR_ACCESS_DENIED", lang.NotGranted("io")))
	}
}
