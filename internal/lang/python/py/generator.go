package py

import "github.com/elide-dev/elided/internal/lang/python/code"

// A Generator is a generator, a coroutine or an async generator.
//
// CPython closes a generator that nobody holds any more, at once, so that the finally
// blocks around the yield where it waits run then. Here nobody knows when that is: they
// don't run unless close is called, but for a generator that a for loop alone has, see
// owned.
type Generator struct {
	Name, QualName string
	frame          *Frame // nil once it has ended
	class          *Class
	running        bool
	noted          bool   // among those to be closed at the end of the run
	returned       Object // its result, to be taken by who resumed it
	origin         *Func
	async          asyncState // of an async generator
	// born and bornAt are the code, and the pc in it, that follow the call that made it, if
	// nobody but that call has had it.
	born   *Body
	bornAt int
}

// Class returns the class generator, coroutine or async_generator.
func (g *Generator) Class() *Class { return g.class }

func (t *Thread) newGenerator(fn *Func, f *Frame) Object {
	g := &Generator{Name: fn.Name, QualName: fn.QualName, frame: f, class: GeneratorClass, origin: fn}
	switch b := fn.Body; {
	case b.Generator && b.Coroutine:
		g.class = AsyncGeneratorClass
	case b.Coroutine:
		g.class = CoroutineClass
		t.In.left.addCoroutine(g)
	}
	f.gen = g
	return g
}

// kind is what messages call it.
func (g *Generator) kind() string {
	if g.class == AsyncGeneratorClass {
		return "async generator"
	}
	return g.class.Name
}

// finish ends it: its variables are gone.
func (g *Generator) finish() {
	g.frame, g.running = nil, false
}

// failure is what an exception that ends it becomes.
func (g *Generator) failure(err error) error {
	for _, c := range []*Class{StopIteration, StopAsyncIteration} {
		if c == StopAsyncIteration && g.class != AsyncGeneratorClass {
			continue
		}
		if e := Caught(err, c); e != nil {
			r := Raise(RuntimeError, "%s raised %s", g.kind(), c.fullName())
			r.Cause, r.Context, r.Suppress = e, e, true
			return r
		}
	}
	return err
}

// canResume is the frame of a generator that a for loop may go on with itself, with None
// for what it last yielded; nil where that has to be left to Next.
func (t *Thread) canResume(g *Generator) *Frame {
	f := g.frame
	if f == nil || g.running || g.class != GeneratorClass {
		return nil
	}
	if f.pc > 0 {
		f.regs[f.Body.Instrs[f.pc-1].A] = None
	} else if len(f.Body.Handlers) > 0 {
		t.In.left.add(g)
	}
	return f
}

// Resume goes on with it until it yields v, or has ended: then v is nil and result what it
// returned. sent is the value of the yield that it waits at.
func (t *Thread) Resume(g *Generator, sent Object) (v, result Object, err error) {
	f := g.frame
	switch {
	case g.running:
		return nil, nil, Raise(ValueError, "%s already executing", g.kind())
	case f == nil && g.class == CoroutineClass:
		return nil, nil, errReused()
	case f == nil && g.class == AsyncGeneratorClass:
		return nil, nil, NewExc(StopAsyncIteration)
	case f == nil:
		return nil, None, nil
	case f.pc > 0:
		f.regs[f.Body.Instrs[f.pc-1].A] = sent
	case sent != None:
		return nil, nil, Raise(TypeError, "can't send non-None value to a just-started %s", g.kind())
	case len(f.Body.Handlers) > 0 && g.class == GeneratorClass:
		t.In.left.add(g)
	}
	return t.goOn(g, f)
}

func errReused() error { return Raise(RuntimeError, "cannot reuse already awaited coroutine") }

func (t *Thread) goOn(g *Generator, f *Frame) (v, result Object, err error) {
	if err := t.enterNative(); err != nil {
		return nil, nil, err
	}
	defer t.leaveNative()
	if err := t.push(f); err != nil {
		if f.pc == 0 { // an exception in its first step has ended it
			g.finish()
		}
		return nil, nil, err
	}
	g.running = true
	return t.runGenerator(g, f)
}

func (t *Thread) runGenerator(g *Generator, f *Frame) (v, result Object, err error) {
	v, err = t.run(f)
	if v != nil || err != nil {
		return v, nil, err
	}
	result, g.returned = g.returned, nil
	if g.class == AsyncGeneratorClass {
		return nil, nil, NewExc(StopAsyncIteration)
	}
	return nil, result, nil
}

// Throw has it go on with an exception at the yield that it waits at.
func (t *Thread) Throw(g *Generator, e *Exc) (v, result Object, err error) {
	f := g.frame
	switch {
	case g.running:
		return nil, nil, Raise(ValueError, "%s already executing", g.kind())
	case f == nil && g.class == CoroutineClass:
		return nil, nil, errReused()
	case f == nil:
		return nil, nil, e
	case f.pc == 0: // it has not begun: it ends
		e.TB = &Traceback{Next: e.TB, Code: f.Body.Code, Place: f.Place(), globals: f.Globals}
		g.finish()
		return nil, nil, e
	}
	if it := g.waitsFor(); it != nil {
		return t.throwInto(g, f, it, e)
	}
	return t.raiseIn(g, f, e)
}

// waitsFor is the iterator of the yield from or await where it waits, or nil.
func (g *Generator) waitsFor() Object {
	f := g.frame
	if f == nil || f.pc == 0 || g.running {
		return nil
	}
	if in := &f.Body.Instrs[f.pc-1]; in.N == 1 {
		return f.regs[in.C]
	}
	return nil
}

// raiseIn raises an exception where it waits.
func (t *Thread) raiseIn(g *Generator, f *Frame, e *Exc) (v, result Object, err error) {
	if err := t.enterNative(); err != nil {
		return nil, nil, err
	}
	defer t.leaveNative()
	if err := t.push(f); err != nil {
		return nil, nil, err
	}
	g.running = true
	if f.handled != nil { // what the caller handles has nothing to do with it
		e.setContext(f.handled)
	}
	f.trace(e)
	var thrown error = e
	if t.tracer != nil {
		thrown = t.traceThrown(f, e)
	}
	target, err := t.caught(f, thrown, true)
	if target < 0 {
		g.finish()
		if f.owned != nil {
			t.releaseAll(f)
		}
		t.pop(f)
		return nil, nil, g.failure(err)
	}
	f.pc = target
	return t.runGenerator(g, f)
}

// throwInto passes an exception on to the iterator that it waits for, and goes on with what
// comes of that.
func (t *Thread) throwInto(g *Generator, f *Frame, it Object, e *Exc) (v, result Object, err error) {
	if err := t.enterNative(); err != nil {
		return nil, nil, err
	}
	defer t.leaveNative()
	if err := t.push(f); err != nil {
		return nil, nil, err
	}
	g.running = true
	known := true
	if e.class.IsSubclass(GeneratorExit) && g.class != AsyncGeneratorClass {
		known = false
		err = t.closeIter(it)
	} else {
		v, result, known, err = t.throwAt(it, e)
	}
	g.running = false
	t.pop(f)
	switch raised, ok := err.(*Exc); {
	case ok:
		return t.raiseIn(g, f, raised)
	case err != nil:
		return nil, nil, err
	case !known:
		return t.raiseIn(g, f, e)
	case v != nil:
		return v, nil, nil
	}
	at := f.pc - 2 // the Yield follows its Send
	for f.Body.Instrs[at].Op == code.Trace {
		at--
	}
	send := &f.Body.Instrs[at]
	f.regs[send.A] = result
	f.pc = int(send.C)
	return t.goOn(g, f)
}

// closeIter closes an iterator that another waits for, if it can be.
func (t *Thread) closeIter(it Object) error {
	if r, ok := it.(resumable); ok {
		return r.close(t)
	}
	m, err := t.Attr(it, "close")
	if err != nil { // only what the method raises goes on
		return t.ignored(err, "", it)
	}
	if m != nil {
		_, err = t.Call(m)
	}
	return err
}

// throwAt throws into any iterator. known is false where that has no throw.
func (t *Thread) throwAt(it Object, e *Exc) (v, result Object, known bool, err error) {
	if r, ok := it.(resumable); ok {
		v, result, err = r.throw(t, e)
		return v, result, true, err
	}
	m, err := t.Attr(it, "throw")
	if m == nil || err != nil {
		return nil, nil, false, err
	}
	args := []Object{e}
	if t.thrownArgs.exc == e {
		args = t.thrownArgs.args
	}
	t.thrownArgs = thrownArgs{}
	v, err = t.Call(m, args...)
	if stop := Caught(err, StopIteration); stop != nil {
		return nil, stop.field("value"), true, nil
	}
	return v, nil, true, err
}
