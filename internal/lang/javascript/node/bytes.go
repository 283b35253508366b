package node

import (
	"bytes"
	"unicode/utf8"

	"github.com/dop251/goja"
)

// maxBytes is how large a buffer that a module makes may be. It keeps one line of a
// program from taking the whole worker.
const maxBytes = 64 << 20

// bytesNatives are what Buffer, the decoders and the encoders are made of. They are
// given Uint8Arrays, which they see and change in place.
func bytesNatives() map[string]native {
	return map[string]native{
		// decode(bytes, encoding, start, end) is text.
		"decode": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			b := slice(array(vm, call.Argument(0)), call.Argument(2), call.Argument(3))
			return encodingOf(vm, call.Argument(1)).decode(b)
		},
		// encode(text, encoding) is an ArrayBuffer.
		"encode": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			s := str(call.Argument(0))
			if s.Length() > maxBytes {
				return goja.Undefined()
			}
			return vm.ToValue(vm.NewArrayBuffer(encodingOf(vm, call.Argument(1)).encode(s)))
		},
		// byteLength(text) is its length in UTF-8.
		"byteLength": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			return vm.ToValue(byteLength(str(call.Argument(0))))
		},
		// write(bytes, text, encoding, start, end) returns how many bytes it has written;
		// no character is cut.
		"write": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			to := slice(array(vm, call.Argument(0)), call.Argument(3), call.Argument(4))
			encoded := encodingOf(vm, call.Argument(2)).encode(str(call.Argument(1)))
			return vm.ToValue(copy(to, fit(encoded, len(to), call.Argument(2).String())))
		},
		"compare": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			return vm.ToValue(bytes.Compare(array(vm, call.Argument(0)), array(vm, call.Argument(1))))
		},
		// indexOf(bytes, part, from) and lastIndexOf, which looks at what begins at
		// from or before.
		"indexOf":     indexOf,
		"lastIndexOf": lastIndexOf,
		// fill(bytes, pattern) repeats a pattern that isn't empty.
		"fill": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			to, pattern := array(vm, call.Argument(0)), array(vm, call.Argument(1))
			for n := copy(to, pattern); n > 0 && n < len(to); n *= 2 {
				copy(to[n:], to[:n])
			}
			return goja.Undefined()
		},
		// incomplete(bytes) is how many bytes at the end need more to be a character.
		"incomplete": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			return vm.ToValue(incomplete(array(vm, call.Argument(0))))
		},
		// validUTF8(bytes) is whether decoding replaces nothing.
		"validUTF8": func(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
			return vm.ToValue(utf8.Valid(array(vm, call.Argument(0))))
		},
	}
}

// encodingOf returns the encoding of a name that JavaScript has made sure of, unless the
// program has changed what it made sure with.
func encodingOf(vm *goja.Runtime, v goja.Value) encoding {
	e, ok := encodings[v.String()]
	if !ok {
		panic(vm.NewTypeError("unknown encoding"))
	}
	return e
}

// array returns the bytes of a Uint8Array.
func array(vm *goja.Runtime, v goja.Value) []byte {
	b, ok := v.Export().([]byte)
	if !ok {
		panic(vm.NewTypeError("not a Uint8Array"))
	}
	return b
}

// slice is b[start:end], with undefined for the ends of b.
func slice(b []byte, start, end goja.Value) []byte {
	to := len(b)
	if !goja.IsUndefined(end) {
		to = int(min(max(end.ToInteger(), 0), int64(to)))
	}
	from := int(min(max(start.ToInteger(), 0), int64(to)))
	return b[from:to]
}

// str returns v as a string, which it is unless the program has changed what made it one.
func str(v goja.Value) goja.String {
	if s, ok := v.(goja.String); ok {
		return s
	}
	return text(v.String())
}

// fit cuts encoded text to n bytes at most, at the beginning of a character.
func fit(b []byte, n int, name string) []byte {
	if len(b) <= n {
		return b
	}
	switch name {
	case "utf8":
		for n > 0 && b[n]&0xc0 == 0x80 {
			n--
		}
	case "utf16le":
		n &^= 1
	}
	return b[:n]
}

func indexOf(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
	b, part := array(vm, call.Argument(0)), array(vm, call.Argument(1))
	from := int(min(max(call.Argument(2).ToInteger(), 0), int64(len(b))))
	if i := bytes.Index(b[from:], part); i >= 0 {
		return vm.ToValue(from + i)
	}
	return vm.ToValue(-1)
}

func lastIndexOf(vm *goja.Runtime, call goja.FunctionCall) goja.Value {
	b, part := array(vm, call.Argument(0)), array(vm, call.Argument(1))
	end := min(max(call.Argument(2).ToInteger(), 0)+int64(len(part)), int64(len(b)))
	return vm.ToValue(bytes.LastIndex(b[:end], part))
}
