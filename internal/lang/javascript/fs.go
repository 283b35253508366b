package javascript

import (
	"github.com/dop251/goja"
)

// fs returns what a program may have of that module: standard input and its own files
// to read, the two outputs to write.
func (in *instance) fs() *goja.Object {
	o := in.vm.NewObject()
	must(o.Set("readFileSync", in.function("readFileSync", in.readFileSync)))
	must(o.Set("writeSync", in.function("writeSync", in.writeSync)))
	must(o.Set("existsSync", in.function("existsSync", func(call goja.FunctionCall) goja.Value {
		_, ok := in.file(call.Argument(0))
		return in.vm.ToValue(ok)
	})))
	return o
}

func (in *instance) readFileSync(call goja.FunctionCall) goja.Value {
	content, ok := in.file(call.Argument(0))
	if !ok {
		e := in.codedError("Error", "ENOENT", "ENOENT: no such file or directory, open '"+call.Argument(0).String()+
			"'; an execution can read its standard input and the files of its request only")
		panic(e)
	}
	encoding := call.Argument(1)
	if o, ok := encoding.(*goja.Object); ok {
		encoding = o.Get("encoding")
	}
	if encoding != nil && goja.IsString(encoding) {
		return in.decode(content, encoding.String())
	}
	return in.decode(content, "")
}

// file returns what a path or descriptor holds.
func (in *instance) file(name goja.Value) ([]byte, bool) {
	if goja.IsNumber(name) && name.ToInteger() == 0 || name.String() == "/dev/stdin" {
		s := in.input()
		b := s.rest
		s.rest = nil
		return b, true
	}
	if !goja.IsString(name) {
		return nil, false
	}
	for p, content := range in.program.Files {
		if name.String() == p || name.String() == "./"+p || name.String() == in.filename(&module{path: p}) {
			return []byte(content), true
		}
	}
	return nil, false
}

func (in *instance) writeSync(call goja.FunctionCall) goja.Value {
	o := in.stdout
	switch call.Argument(0).ToInteger() {
	case 1:
	case 2:
		o = in.stderr
	default:
		panic(in.codedError("Error", "EBADF", "EBADF: bad file descriptor, write; an execution can write to 1 and 2 only"))
	}
	o.take(call.Argument(1), goja.Undefined())
	if b, ok := in.bytes(call.Argument(1)); ok {
		return in.vm.ToValue(len(b))
	}
	return in.vm.ToValue(len(call.Argument(1).String()))
}
