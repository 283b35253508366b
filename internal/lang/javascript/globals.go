package javascript

import (
	"encoding/base64"
	"math/big"
	"runtime"
	"strings"
	"time"

	"github.com/dop251/goja"
)

// nodeArch is the machine as Node calls it.
var nodeArch = map[string]string{"amd64": "x64", "386": "ia32"}[runtime.GOARCH] + map[string]string{"arm64": "arm64"}[runtime.GOARCH]

// globalsTable has the globals that are not the engine's.
func globalsTable() *table {
	return newTable(
		property(func(in *instance, _ string) goja.Value { return in.vm.GlobalObject() }, "global"),
		property(func(in *instance, _ string) goja.Value { return in.processObject() }, "process"),
		property(func(in *instance, _ string) goja.Value {
			o := in.vm.NewObject()
			in.extend(o, in.runtime.prelude.console)
			return o
		}, "console"),
		method(func(in *instance, call goja.FunctionCall) goja.Value { return in.setTimer(call, false) }, "setTimeout"),
		method(func(in *instance, call goja.FunctionCall) goja.Value { return in.setTimer(call, true) }, "setInterval"),
		method((*instance).setImmediate, "setImmediate"),
		method((*instance).clear, "clearTimeout", "clearInterval", "clearImmediate"),
		method((*instance).queueMicrotask, "queueMicrotask"),
		method((*instance).structuredClone, "structuredClone"),
		method((*instance).atob, "atob"),
		method((*instance).btoa, "btoa"),
		property(func(in *instance, _ string) goja.Value { return in.performance() }, "performance"),
		from("buffer", "Buffer"),
		from("url", "URL", "URLSearchParams"),
		from("util", "TextEncoder", "TextDecoder"),
		property(func(in *instance, name string) goja.Value {
			return in.prelude("events").ToObject(in.vm).Get(name)
		}, "AbortController", "AbortSignal", "Event", "EventTarget", "DOMException"),
	)
}

// from has properties of a builtin module as globals.
func from(module string, names ...string) entry {
	return property(func(in *instance, name string) goja.Value {
		return in.requireBuiltin(module).ToObject(in.vm).Get(name)
	}, names...)
}

// builtinsTable has the modules that are part of the runtime rather than the library.
func builtinsTable() *table {
	return newTable(
		property(func(in *instance, _ string) goja.Value { return in.processObject() }, "process"),
		property(func(in *instance, _ string) goja.Value { return in.vm.GlobalObject().Get("console") }, "console"),
		property(func(in *instance, _ string) goja.Value {
			o := in.vm.NewObject()
			must(o.Set("performance", in.vm.GlobalObject().Get("performance")))
			return o
		}, "perf_hooks"),
	)
}

func (in *instance) performance() goja.Value {
	o := in.vm.NewObject()
	must(o.Set("timeOrigin", float64(in.begun.UnixMicro())/1000))
	must(o.Set("now", in.function("now", func(goja.FunctionCall) goja.Value {
		return in.vm.ToValue(float64(time.Since(in.begun).Nanoseconds()) / 1e6)
	})))
	return o
}

// structuredClone is written in JavaScript. Its options are not supported: nothing here
// can be transferred to.
func (in *instance) structuredClone(call goja.FunctionCall) goja.Value {
	if len(call.Arguments) == 0 {
		panic(in.vm.NewTypeError("The \"value\" argument must be specified"))
	}
	return in.call(in.prelude("clone"), goja.Undefined(), call.Argument(0))
}

// atob decodes base64 to a string of one character a byte.
func (in *instance) atob(call goja.FunctionCall) goja.Value {
	text := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\n\f\r", r) {
			return -1
		}
		return r
	}, call.Argument(0).String())
	if len(text)%4 == 0 {
		text = strings.TrimSuffix(strings.TrimSuffix(text, "="), "=")
	}
	b, err := base64.RawStdEncoding.DecodeString(text)
	if err != nil || strings.ContainsAny(text, "\r\n") {
		panic(in.domException("The string to be decoded is not correctly encoded.", "InvalidCharacterError"))
	}
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
	}
	return in.vm.ToValue(string(runes))
}

func (in *instance) btoa(call goja.FunctionCall) goja.Value {
	text := call.Argument(0).String()
	b := make([]byte, 0, len(text))
	for _, r := range text {
		if r > 0xff {
			panic(in.domException("Invalid character", "InvalidCharacterError"))
		}
		b = append(b, byte(r))
	}
	return in.vm.ToValue(base64.StdEncoding.EncodeToString(b))
}

func (in *instance) domException(message, name string) *goja.Object {
	class := in.prelude("events").ToObject(in.vm).Get("DOMException")
	e, err := in.vm.New(class, in.vm.ToValue(message), in.vm.ToValue(name))
	must(err)
	return e
}

func (in *instance) bigInt(n int64) goja.Value {
	return in.vm.ToValue(big.NewInt(n))
}

// symbolsTable has the well-known symbols that the engine lacks. Lowered sources look
// for them here and then, by the same names, in the registry.
func symbolsTable() *table {
	return newTable(property(func(in *instance, name string) goja.Value {
		return in.registered("Symbol." + name)
	}, "asyncIterator", "dispose", "asyncDispose"))
}

// provideSymbols adds them when code may use one. Symbol itself takes 8 KB once it is
// touched.
func (in *instance) provideSymbols(code string) {
	if in.modules.symbols || !strings.Contains(code, "asyncIterator") && !strings.Contains(code, "ispose") {
		return
	}
	in.modules.symbols = true
	in.extend(in.vm.Get("Symbol").ToObject(in.vm), in.runtime.prelude.symbols)
}

// registered is Symbol.for.
func (in *instance) registered(name string) *goja.Symbol {
	symbol := in.vm.Get("Symbol").ToObject(in.vm)
	return in.call(symbol.Get("for"), symbol, in.vm.ToValue(name)).(*goja.Symbol)
}
