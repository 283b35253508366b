package javascript

import (
	"fmt"
	"math"
	"time"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
)

const (
	// nodeVersion is the Node whose behaviour this follows.
	nodeVersion = "20.0.0-elided"
	// heapUsed is what memoryUsage is scaled to: what a program sees of its memory is
	// plausible and no more, because measuring stops the world.
	heapUsed = 4 << 20
)

// process is the state behind the object of that name.
type process struct {
	object  *goja.Object // nil until the program asks for it
	events  emitter
	exiting bool
	failed  *lang.Outcome // set while exit handlers run on account of an uncaught error
	stdin   *stdin
}

// processObject returns process, made when it is first asked for.
func (in *instance) processObject() *goja.Object {
	if in.process.object == nil {
		in.process.object = in.vm.NewObject()
		in.process.events.changed = watchSignal
		in.extend(in.process.object, in.runtime.prelude.process)
	}
	return in.process.object
}

// code is the exit code as the program has left it.
func (p *process) code() int {
	if p.object == nil {
		return 0
	}
	v := p.object.Get("exitCode")
	if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
		return 0
	}
	return int(v.ToInteger()) & 0xff
}

// exitProcess is process.exit.
func (in *instance) exitProcess(call goja.FunctionCall) goja.Value {
	if v := call.Argument(0); !goja.IsUndefined(v) && !goja.IsNull(v) {
		must(in.processObject().Set("exitCode", in.exitCode(v)))
	}
	in.emitExit(in.process.code())
	in.endExited()
	return nil
}

// exitCode looks at the type first: a conversion may run code of the program's.
func (in *instance) exitCode(v goja.Value) int64 {
	f := math.NaN()
	if goja.IsNumber(v) || goja.IsString(v) {
		f = v.ToFloat()
	}
	switch {
	case !goja.IsNumber(v) && f != math.Trunc(f):
		panic(in.codedError("TypeError", "ERR_INVALID_ARG_TYPE",
			`The "code" argument must be of type number. Received `+in.describe(v)))
	case f != math.Trunc(f):
		panic(in.codedError("RangeError", "ERR_OUT_OF_RANGE",
			`The value of "code" is out of range. It must be an integer. Received `+v.String()))
	}
	return v.ToInteger()
}

// emitExit runs the exit handlers, once. They may change the exit code.
func (in *instance) emitExit(code int) {
	if in.process.exiting {
		return
	}
	in.process.exiting = true
	if in.process.object == nil || len(in.process.events.listeners["exit"]) == 0 {
		return
	}
	in.try(func() {
		must(in.process.object.Set("exitCode", code))
		in.process.events.emit(in, in.process.object, "exit", in.vm.ToValue(code))
	})
}

// endExited ends the program with the code that it has set, or with the failure that
// its exit handlers ran for.
func (in *instance) endExited() {
	if in.process.failed != nil {
		in.end(*in.process.failed)
	}
	code := 0
	in.try(func() { code = in.process.code() })
	in.end(lang.Outcome{Reason: lang.Exited, ExitCode: code})
}

// unsettled is Node's exit code for a top-level await of what nothing will settle.
const unsettled = 13

// finish ends a program that has nothing more to do.
func (in *instance) finish(main *goja.Promise) {
	if main != nil && main.State() == goja.PromiseStatePending {
		in.stderr.write("Warning: Detected unsettled top-level await at " + in.program.Name + "\n")
		in.try(func() { must(in.processObject().Set("exitCode", unsettled)) })
	}
	code := 0
	in.try(func() { code = in.process.code() })
	in.emitExit(code)
	in.settle()
	in.endExited()
}

func value(f func(in *instance) any, names ...string) entry {
	return property(func(in *instance, _ string) goja.Value { return in.vm.ToValue(f(in)) }, names...)
}

// call0 is a method that takes no arguments.
func call0(f func(in *instance) any, names ...string) entry {
	return method(func(in *instance, _ goja.FunctionCall) goja.Value { return in.vm.ToValue(f(in)) }, names...)
}

func processTable() *table {
	entries := []entry{
		value(func(in *instance) any { return in.argv() }, "argv"),
		value(func(in *instance) any { return in.env() }, "env"),
		value(func(in *instance) any { return in.vm.NewArray() }, "execArgv"),
		value(func(*instance) any { return "elided" }, "argv0", "title"),
		value(func(*instance) any { return "/usr/bin/elided" }, "execPath"),
		value(func(*instance) any { return goja.Undefined() }, "exitCode"),
		value(func(*instance) any { return "linux" }, "platform"),
		value(func(*instance) any { return nodeArch }, "arch"),
		value(func(*instance) any { return 1 }, "pid"),
		value(func(*instance) any { return 0 }, "ppid"),
		value(func(*instance) any { return "v" + nodeVersion }, "version"),
		value(func(in *instance) any { return in.versions() }, "versions"),
		value(func(in *instance) any { return in.release() }, "release"),
		value(func(in *instance) any { return in.vm.NewObject() }, "config", "features"),
		property(func(in *instance, _ string) goja.Value { return in.outputObject(in.stdout) }, "stdout"),
		property(func(in *instance, _ string) goja.Value { return in.outputObject(in.stderr) }, "stderr"),
		property(func(in *instance, _ string) goja.Value { return in.stdinObject() }, "stdin"),
		method((*instance).exitProcess, "exit", "reallyExit"),
		method((*instance).nextTick, "nextTick"),
		method((*instance).emitWarning, "emitWarning"),
		method(refuse("end another process or this one by a signal; use process.exit"), "kill", "abort"),
		method(refuse("change its working directory; give it with the request"), "chdir"),
		property(func(in *instance, _ string) goja.Value { return in.makeHrtime() }, "hrtime"),
		call0(func(in *instance) any { return in.program.Dir }, "cwd"),
		call0(func(in *instance) any { return time.Since(in.begun).Seconds() }, "uptime"),
		call0(func(*instance) any { return 0o22 }, "umask"),
		call0(func(in *instance) any { return in.memoryUsage() }, "memoryUsage"),
		call0(func(in *instance) any { return in.cpuUsage() }, "cpuUsage"),
		call0(func(*instance) any { return 1000 }, "getuid", "geteuid", "getgid", "getegid"),
	}
	return newTable(append(entries, emitterEntries(func(in *instance) *emitter { return &in.process.events })...)...)
}

// refuse is a method that no program may call.
func refuse(what string) func(*instance, goja.FunctionCall) goja.Value {
	return func(in *instance, _ goja.FunctionCall) goja.Value {
		panic(in.codedError("Error", "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM", "an execution can't "+what))
	}
}

// emitWarning prints a warning as Node does, or gives it to the program's handler.
func (in *instance) emitWarning(call goja.FunctionCall) goja.Value {
	warning := call.Argument(0)
	if !isError(warning) {
		e, err := in.vm.New(in.vm.Get("Error"), warning.ToString())
		must(err)
		name := "Warning"
		if v := call.Argument(1); goja.IsString(v) {
			name = v.String()
		}
		must(e.Set("name", name))
		warning = e
	}
	in.ticks = append(in.ticks, tick{callback: in.function("emitWarning", func(goja.FunctionCall) goja.Value {
		if !in.process.events.emit(in, in.process.object, "warning", warning) {
			in.stderr.write(fmt.Sprintf("(elided) %s\n", in.message(warning)))
		}
		return goja.Undefined()
	})})
	return goja.Undefined()
}
