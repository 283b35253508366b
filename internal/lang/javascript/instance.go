package javascript

import (
	"sync/atomic"
	"time"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/javascript/inspect"
)

// maxCallStack bounds how deep calls may nest. JavaScript that calls JavaScript takes
// one of these calls; through a builtin with a callback, such as map or a getter, it
// takes three and nests the engine itself. Unwinding that takes time by the square of
// the depth, since each of goja's frames recovers and panics again: about a second from
// the deepest, which an interrupt has to wait for as well.
const maxCallStack = 5000

// An instance is one engine and the program that it runs. All of it but interrupted,
// wake, signals, completions and part of evaluations belongs to the goroutine that calls Run.
type instance struct {
	runtime *Runtime
	vm      *goja.Runtime
	apply   func(goja.FunctionCall) goja.Value // Function.prototype.call
	idle    goja.Callable                      // does nothing: goja runs promise jobs after it

	program *lang.Program
	host    *lang.Host
	stdout  *output
	stderr  *output
	begun   time.Time

	loop       loop
	ticks      []tick
	rejections rejections
	modules    modules
	process    process
	console    console
	scripts    map[string]goja.Value // of the prelude, as asked for
	inspector  *inspect.Inspector    // nil until something is inspected

	// outcome is set once the program is to end: from then on nothing of it runs.
	outcome *lang.Outcome

	interrupted atomic.Bool
	wake        chan struct{} // of capacity 1: something came from outside
	signals     signals
	completions completions
	evaluations evaluations
}

var _ lang.Instance = (*instance)(nil)

func newInstance(r *Runtime) *instance {
	in := &instance{runtime: r, vm: goja.New(), wake: make(chan struct{}, 1)}
	in.vm.SetMaxCallStackSize(maxCallStack)
	// Without this option, the parser reads files that a source map comment names.
	in.vm.SetParserOptions(parser.WithDisableSourceMaps)
	in.vm.SetPromiseRejectionTracker(in.rejections.track)
	proto := in.vm.Get("Function").(*goja.Object).Get("prototype").(*goja.Object)
	in.idle, _ = goja.AssertFunction(proto)
	in.apply = proto.Get("call").Export().(func(goja.FunctionCall) goja.Value)
	in.extend(in.vm.GlobalObject(), r.prelude.globals)
	in.modules.main = in.newModule()
	in.evaluations.scope.prepare(in)
	// What nearly every program uses.
	in.vm.Get("console").(*goja.Object).Get("log")
	return in
}

// Run implements lang.Instance.
func (in *instance) Run(p *lang.Program, h *lang.Host) lang.Outcome {
	defer in.signals.close()
	defer in.evaluations.close()
	in.program, in.host, in.begun = p, h, time.Now()
	in.stdout, in.stderr = &output{in: in, w: h.Stdout, fd: 1}, &output{in: in, w: h.Stderr, fd: 2}
	if in.interrupted.Load() {
		return interruptedOutcome()
	}
	in.guard(in.runMain)
	in.loop.stop()
	return *in.outcome
}

func interruptedOutcome() lang.Outcome {
	return lang.Outcome{Reason: lang.Interrupted, ExitCode: 1}
}

// runMain runs the program from its first line to the end of its event loop.
func (in *instance) runMain() {
	main := in.startMain()
	in.runLoop()
	in.finish(main)
}

// Interrupt implements lang.Instance.
func (in *instance) Interrupt() {
	in.interrupted.Store(true)
	in.vm.Interrupt(ended{})
	in.nudge()
}

// nudge ends the loop's waiting.
func (in *instance) nudge() {
	select {
	case in.wake <- struct{}{}:
	default:
	}
}
