package py

// A Generator is a generator, a coroutine or an async generator.
type Generator struct {
	Name, QualName string
	frame          *Frame // nil once it has ended
	class          *Class
	running        bool
	returned       Object // its result, to be taken by who resumed it
	origin         *Func
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
	}
	f.gen = g
	return g
}

// finish ends it: its variables are gone.
func (g *Generator) finish() {
	g.frame, g.running = nil, false
}

// failure is what an exception that ends it becomes.
func (g *Generator) failure(err error) error {
	kind := map[*Class]string{GeneratorClass: "generator", CoroutineClass: "coroutine", AsyncGeneratorClass: "async generator"}[g.class]
	for _, c := range []*Class{StopIteration, StopAsyncIteration} {
		if c == StopAsyncIteration && g.class != AsyncGeneratorClass {
			continue
		}
		if e := Caught(err, c); e != nil {
			r := Raise(RuntimeError, "%s raised %s", kind, c.Name)
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
	}
	return f
}

// Resume goes on with it until it yields v, or has ended: then v is nil and result what it
// returned. sent is the value of the yield that it waits at.
func (t *Thread) Resume(g *Generator, sent Object) (v, result Object, err error) {
	f := g.frame
	if g.running {
		return nil, nil, Raise(ValueError, "%s already executing", g.class.Name)
	}
	if f == nil {
		return nil, None, nil
	}
	if f.pc > 0 {
		f.regs[f.Body.Instrs[f.pc-1].A] = sent
	} else if sent != None {
		return nil, nil, Raise(TypeError, "can't send non-None value to a just-started %s", g.class.Name)
	}
	return t.goOn(g, f)
}

func (t *Thread) goOn(g *Generator, f *Frame) (v, result Object, err error) {
	if err := t.enterNative(); err != nil {
		return nil, nil, err
	}
	defer t.leaveNative()
	if err := t.push(f); err != nil {
		return nil, nil, err
	}
	g.running = true
	v, err = t.run(f)
	if v == nil && err == nil {
		result, g.returned = g.returned, nil
	}
	return v, result, err
}

// Throw has it go on with an exception at the yield that it waits at.
func (t *Thread) Throw(g *Generator, e *Exc) (v, result Object, err error) {
	f := g.frame
	switch {
	case g.running:
		return nil, nil, Raise(ValueError, "%s already executing", g.class.Name)
	case f == nil:
		return nil, nil, e
	case f.pc == 0: // it has not begun: it ends
		e.TB = &Traceback{Next: e.TB, Code: f.Body.Code, Place: f.Place(), globals: f.Globals}
		g.finish()
		return nil, nil, e
	}
	if in := &f.Body.Instrs[f.pc-1]; in.N == 1 { // it waits for another
		return t.throwInto(g, f, f.regs[in.C], e)
	}
	return t.raiseIn(g, f, e)
}

// raiseIn raises an exception where it waits.
func (t *Thread) raiseIn(g *Generator, f *Frame, e error) (v, result Object, err error) {
	if err := t.enterNative(); err != nil {
		return nil, nil, err
	}
	defer t.leaveNative()
	if err := t.push(f); err != nil {
		return nil, nil, err
	}
	g.running = true
	target := t.caught(f, e, false)
	if target < 0 {
		g.finish()
		t.pop(f)
		return nil, nil, g.failure(e)
	}
	f.pc = target
	v, err = t.run(f)
	if v == nil && err == nil {
		result, g.returned = g.returned, nil
	}
	return v, result, err
}
