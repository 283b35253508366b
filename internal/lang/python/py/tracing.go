package py

import "github.com/elide-dev/elided/internal/lang/python/code"

// A tracer is what a thread has given settrace and setprofile.
type tracer struct {
	trace, profile Object // nil is none
	busy           bool   // one of them runs: what it does isn't traced
}

// tracing is the state of an execution whose threads trace.
type tracing struct {
	threads int             // that do
	bodies  map[*Body]*Body // with Trace instructions, of those without
}

// runnable is what a new frame of b runs: b with all that it needs, or one that traces, as
// long as a thread does. Frames that are there already go on without.
func (in *Interp) runnable(b *Body) *Body {
	if b.caches == nil {
		in.complete(b)
	}
	if in.tracing.threads == 0 {
		return b
	}
	if tb := in.tracing.bodies[b]; tb != nil {
		return tb
	}
	tb := *b
	tb.Code = b.Traced()
	tb.caches, tb.globals = make([]*cache, len(tb.Instrs)), make([]global, len(b.globals))
	if in.tracing.bodies == nil {
		in.tracing.bodies = map[*Body]*Body{}
	}
	in.tracing.bodies[b] = &tb
	return &tb
}

// setTracer has a thread trace, or stop to.
func (t *Thread) setTracer(trace, profile Object) {
	was, now := t.tracer != nil, trace != nil || profile != nil
	switch {
	case !now:
		t.tracer = nil
	case !was:
		t.tracer = &tracer{trace: trace, profile: profile}
	default:
		t.tracer.trace, t.tracer.profile = trace, profile
	}
	in := t.In
	switch {
	case now && !was:
		in.tracing.threads++
	case was && !now:
		in.tracing.threads--
	}
	if now == was || in.tracing.threads > 1 || in.tracing.threads == 1 && was {
		return // others trace, too
	}
	for _, b := range in.bodies {
		b.ready = b.caches != nil && in.tracing.threads == 0
	}
}

// EndTracing has a thread trace no more, which has ended.
func (t *Thread) EndTracing() { t.setTracer(nil, nil) }

func addTracing(m *Module) {
	set := func(name string, change func(x *tracer, fn Object)) {
		m.Add(name, "function, /", func(t *Thread, a []Object) (Object, error) {
			var x tracer
			if t.tracer != nil {
				x = *t.tracer
			}
			fn := a[0]
			if fn == None {
				fn = nil
			}
			change(&x, fn)
			t.setTracer(x.trace, x.profile)
			return None, nil
		})
	}
	set("settrace", func(x *tracer, fn Object) { x.trace = fn })
	set("setprofile", func(x *tracer, fn Object) { x.profile = fn })
	get := func(name string, of func(x *tracer) Object) {
		m.Add(name, "", func(t *Thread, _ []Object) (Object, error) {
			if t.tracer == nil {
				return None, nil
			}
			return OrNone(of(t.tracer)), nil
		})
	}
	get("gettrace", func(x *tracer) Object { return x.trace })
	get("getprofile", func(x *tracer) Object { return x.profile })
	m.Add("call_tracing", "func, args, /", func(t *Thread, a []Object) (Object, error) {
		args, ok := a[1].(*Tuple)
		if !ok {
			return nil, Raise(TypeError, "call_tracing() argument 2 must be tuple, not %s", argClass(a[1]))
		}
		if x := t.tracer; x != nil {
			defer func(busy bool) { x.busy = busy }(x.busy)
			x.busy = false
		}
		return t.Call(a[0], args.Items...)
	})
}

// traceOp is a Trace instruction.
func (t *Thread) traceOp(f *Frame, in *code.Instr) error {
	x := t.tracer
	if x == nil || x.busy {
		return nil
	}
	o := f.seen()
	switch in.N {
	case code.TraceCall:
		return t.traceCall(x, o)
	case code.TraceLine:
		return t.traceLine(x, o)
	case code.TraceBack:
		o.last = 0
	case code.TraceReturn:
		if v := rk(f.regs, f.Body.Consts, in.B); v != nil {
			return t.traceReturn(x, o, v)
		}
	case code.TraceNative, code.TraceNativeSelf:
		if x.profile != nil {
			return t.traceNative(x, o, in)
		}
	case code.TraceNativeDone:
		if o.native != nil {
			return t.nativeDone(x, o, "c_return")
		}
	}
	return nil
}

func (t *Thread) traceCall(x *tracer, o *FrameObject) error {
	if o.frame.pc <= len(o.frame.Body.Cells)+1 { // it doesn't go on after a yield
		o.last = 0
	}
	if x.trace != nil {
		v, err := t.tell(x, x.trace, o, "call", None)
		if err != nil {
			return err
		}
		if v != None {
			o.trace = v
		}
	}
	return t.profile(x, o, "call", None)
}

func (t *Thread) traceLine(x *tracer, o *FrameObject) error {
	line := o.frame.Place().Line
	if line == o.last {
		return nil
	}
	o.last = line
	if o.lines != nil {
		if yes, err := t.Truth(o.lines); err != nil || !yes {
			return err
		}
	}
	return t.traceLocal(x, o, "line", None)
}

// traceLocal tells the frame's own trace function of an event.
func (t *Thread) traceLocal(x *tracer, o *FrameObject, event string, arg Object) error {
	if x.trace == nil || o.trace == nil || o.trace == None {
		return nil
	}
	v, err := t.tell(x, o.trace, o, event, arg)
	if err == nil && v != None {
		o.trace = v
	}
	return err
}

func (t *Thread) traceReturn(x *tracer, o *FrameObject, v Object) error {
	if err := t.traceLocal(x, o, "return", v); err != nil {
		return err
	}
	return t.profile(x, o, "return", v)
}

func (t *Thread) profile(x *tracer, o *FrameObject, event string, arg Object) error {
	if x.profile == nil {
		return nil
	}
	_, err := t.tell(x, x.profile, o, event, arg)
	return err
}

// tell calls a function of the program's with an event. One that raises is called no more.
func (t *Thread) tell(x *tracer, fn Object, o *FrameObject, event string, arg Object) (Object, error) {
	x.busy = true
	v, err := t.Call(fn, o, NewStr(event), arg)
	x.busy = false
	if err != nil && t.tracer == x {
		if fn == x.profile && fn != x.trace {
			t.setTracer(x.trace, nil)
		} else {
			t.setTracer(nil, x.profile)
		}
		o.trace = nil
	}
	return v, err
}

// traceNative tells of a call of a function that isn't the program's.
func (t *Thread) traceNative(x *tracer, o *FrameObject, in *code.Instr) error {
	f := o.frame
	fn := f.regs[in.B]
	switch m := fn.(type) {
	case *Builtin:
	case *MethodDescr:
		if in.N != code.TraceNativeSelf || f.regs[in.B+1] == nil {
			return nil
		}
		fn = m.bound(f.regs[in.B+1])
	default:
		return nil
	}
	o.native = fn
	return t.profile(x, o, "c_call", fn)
}

func (t *Thread) nativeDone(x *tracer, o *FrameObject, event string) error {
	fn := o.native
	o.native = nil
	return t.profile(x, o, event, fn)
}

// traceRaised tells of an exception that has come to f, and returns what goes on: it, or
// another that a trace function has raised.
func (t *Thread) traceRaised(f *Frame, e *Exc) error {
	x := t.tracer
	if x == nil || x.busy || f.object == nil || f.Body.Origin == nil {
		return e
	}
	var err error
	if f.object.native != nil {
		err = t.nativeDone(x, f.object, "c_exception")
	}
	if err == nil {
		err = t.traceLocal(x, f.object, "exception", NewTuple(e.class, e, e.traceback()))
	}
	return instead(e, err)
}

// traceThrown tells that a generator goes on with an exception.
func (t *Thread) traceThrown(f *Frame, e *Exc) error {
	if x := t.tracer; !x.busy && f.Body.Origin != nil {
		if err := t.traceCall(x, f.seen()); err != nil {
			return err
		}
	}
	return t.traceRaised(f, e)
}

// traceUnwound tells that f ends with an exception.
func (t *Thread) traceUnwound(f *Frame, e *Exc) error {
	x := t.tracer
	if x.busy || f.object == nil || f.Body.Origin == nil {
		return e
	}
	return instead(e, t.traceReturn(x, f.object, None))
}

// instead is the error of telling of e, or e where there is none.
func instead(e *Exc, err error) error {
	if err != nil {
		return err
	}
	return e
}
