package starlark

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	sl "go.starlark.net/starlark"

	"github.com/elide-dev/elided/internal/lang"
)

const (
	// maxDepth is how deep calls may nest: twice what Python allows, and about
	// 4 MiB of a goroutine's stack. The engine's own bound is 50 times that, and
	// it has none at all where recursion is off.
	maxDepth = 2000
	// depthInterval is how many steps of the engine go between two looks at the
	// depth. A call takes three steps or more, so the bound is kept to within
	// depthInterval/3.
	depthInterval = 256
)

// instanceKey is the thread-local name of the instance that a thread belongs to.
const instanceKey = "elided.instance"

// An instance runs one program on one thread; the modules that it loads run on
// the same thread, so that one Cancel, one bound of depth and one traceback hold
// for all of them.
type instance struct {
	runtime *Runtime
	thread  sl.Thread
	// stop is closed by the first Interrupt; it wakes a sleeping program.
	stop     chan struct{}
	stopOnce sync.Once
	stopped  atomic.Bool

	// What follows belongs to Run.
	program     *lang.Program
	host        *lang.Host
	predeclared sl.StringDict
	modules     map[string]sl.StringDict
	// loading is the files being initialized, outermost first.
	loading    []string
	overflowed bool
}

// Run runs p to its end.
func (in *instance) Run(p *lang.Program, h *lang.Host) (out lang.Outcome) {
	in.program, in.host = p, h
	defer func() {
		if r := recover(); r != nil {
			out = in.crashed(r)
		}
	}()
	return in.outcome(in.exec())
}

func (in *instance) exec() error {
	prog, err := in.runtime.compile(in.program.Name, in.program.Code)
	if err != nil {
		return err
	}
	in.host.Begin()
	in.predeclared = in.environment()
	in.loading = append(in.loading, in.program.Name)
	_, err = prog.Init(&in.thread, in.predeclared)
	return err
}

// environment returns the predeclared names with this run's own values.
func (in *instance) environment() sl.StringDict {
	names := maps.Clone(in.runtime.predeclared)
	names["env"] = envDict(in.program.Env)
	names["args"] = stringList(in.program.Args)
	names["stdin"] = &input{rest: in.program.Stdin}
	if in.host.NoEnv {
		names["env"] = denied("env")
	}
	if in.host.NoIO {
		names["stdin"] = denied("io")
	}
	return names
}

func envDict(env map[string]string) *sl.Dict {
	d := sl.NewDict(len(env))
	for _, k := range slices.Sorted(maps.Keys(env)) {
		// A new, unfrozen dict takes any string.
		_ = d.SetKey(sl.String(k), sl.String(env[k]))
	}
	return d
}

func stringList(list []string) *sl.List {
	values := make([]sl.Value, len(list))
	for i, s := range list {
		values[i] = sl.String(s)
	}
	return sl.NewList(values)
}

// Interrupt ends the run at its next step, or before its first one.
func (in *instance) Interrupt() {
	in.stopOnce.Do(func() {
		in.stopped.Store(true) // outcome asks for it once the engine has seen the cancel
		in.thread.Cancel("interrupted")
		close(in.stop) // last: a program that wakes is to find itself cancelled
	})
}

func (in *instance) interrupted() bool { return in.stopped.Load() }

// Signal reports false: a Starlark program can't handle signals.
func (in *instance) Signal(string) bool { return false }

// checkDepth is called by the engine every depthInterval steps.
func (in *instance) checkDepth(t *sl.Thread) {
	if t.CallStackDepth() > maxDepth {
		in.overflowed = true
		t.Cancel("stack overflow")
		return
	}
	t.SetMaxExecutionSteps(t.Steps + depthInterval)
}

// outcome says what err, with which the program ended, means.
func (in *instance) outcome(err error) lang.Outcome {
	var exit *exitError
	switch {
	case err == nil:
		return lang.Outcome{Reason: lang.Exited}
	case errors.As(err, &exit):
		return lang.Outcome{Reason: lang.Exited, ExitCode: exit.code}
	case in.interrupted() || errors.Is(err, errOutput):
		return lang.Outcome{Reason: lang.Interrupted, ExitCode: 1}
	case in.overflowed:
		return in.failed(lang.StackOverflow, overflowFailure(err))
	}
	return in.failed(lang.UncaughtError, failure(err))
}

// crashed is the outcome of a panic of the engine.
func (in *instance) crashed(panicked any) lang.Outcome {
	text := clean(fmt.Sprintf("internal error: %v", panicked))
	return in.failed(lang.Crashed, &lang.Error{
		Message: firstLine(text),
		File:    clean(in.program.Name),
		Stack:   text + "\n",
	})
}

// failed writes e's stack where the user sees it.
func (in *instance) failed(reason lang.Reason, e *lang.Error) lang.Outcome {
	if _, err := in.host.Stderr.Write([]byte(e.Stack)); err != nil {
		return lang.Outcome{Reason: lang.Interrupted, ExitCode: 1}
	}
	return lang.Outcome{Reason: reason, ExitCode: 1, Err: e}
}
